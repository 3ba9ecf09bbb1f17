//! Base forms of names word by word: the words of a name agree in case, gender and number; the article's other forms and
//! the words around decide what the endings leave open.

pub(super) mod cases;
pub(super) mod context;
mod evidence;
mod fit;
pub(super) mod forms;
mod hypothesis;
pub(super) mod lattice;
pub(crate) mod nominative;

pub(super) use self::context::Context;
pub(super) use self::evidence::Evidence;
pub(super) use self::hypothesis::{Hypotheses, Of, Part};
pub(super) use self::lattice::Lattice;

use std::borrow::Cow;

use self::evidence::Exhibit;
use self::fit::{Cells, Choice, Fits, Weighed};
use self::hypothesis::{First, Hypothesis};
use super::Gender;
use super::few::Few;
use crate::morph::Tag;

/// The article has the same words before the base form itself: outweighs that words in a consonant should inflect too.
const SAME_LEAD: i16 = 50;
/// How far ahead of the next a base form is that is certain.
const SURE: i16 = 5;
/// A lone word that a full name of the article has as its surname: outweighs what the dictionary makes of it.
const BORNE: i16 = 16;
/// The first of several words, where the dictionary or the list of given names holds it.
const FIRST: i16 = 20;

/// The base form chosen.
#[derive(Clone, Debug)]
pub(super) struct Base<'a> {
    pub(super) text: Cow<'a, str>,
    /// Base forms of its inflecting words; none where they were no matter of single words.
    pub(super) parts: Few<&'a str>,
    /// That of a person by these words.
    pub(super) gender: Option<Gender>,
    /// Whether another gender would do as well.
    pub(super) gender_open: bool,
    /// How far the next other base form is behind, in tenths.
    lead: i16,
}

impl<'a> Base<'a> {
    /// What stands for one that is not decided yet.
    pub(super) const NONE: Self =
        Self { text: Cow::Borrowed(""), parts: Few::NONE, gender: None, gender_open: true, lead: i16::MAX };

    /// A base form that is no matter of single words.
    pub(super) fn unchanged(text: Cow<'a, str>) -> Self {
        Self { text, ..Self::NONE }
    }

    /// Whether no other base form comes near.
    pub(super) fn is_certain(&self) -> bool {
        self.lead >= SURE
    }
}

/// Where a word stands among several.
#[derive(Clone, Copy)]
struct Place {
    first: bool,
    last: bool,
}

impl<'a> Lattice<'_, 'a> {
    /// The assignment of one case, gender and number to all words that has most for it.
    pub(super) fn choose(&self, context: Context, evidence: &Evidence<'_>) -> Base<'a> {
        let mut open = self.open();
        // Most names are of one word: that takes no list.
        if let (Some((index, all)), None) = (open.next(), open.next()) {
            let place = Place { first: false, last: true };
            let fits = self.fits(index, all, place, evidence);
            return self.chosen(std::slice::from_ref(&fits), all.may_be_plural(), context);
        }
        let plural = self.open().any(|(_, all)| all.may_be_plural());
        let words = self.open().count();
        let mut fits = Vec::with_capacity(words);
        fits.extend(self.open().enumerate().map(|(at, (index, all))| {
            let place = Place { first: at == 0, last: at + 1 == words };
            self.fits(index, all, place, evidence)
        }));
        self.chosen(&fits, plural, context)
    }

    /// The same with what fits each of its open words.
    fn chosen(&self, fits: &[Cow<'_, Fits>], plural: bool, context: Context) -> Base<'a> {
        let Choice { cell, gender, gender_open, mut lead } = fit::choose(fits, self.of, plural, context);
        let mut parts = Few::with_room(fits.len());
        for ((_, all), fits) in self.open().zip(fits) {
            if let Some((base, inner)) = fits.at(cell) {
                lead = lead.min(inner.into());
                parts.push(all.base(base));
            }
        }
        Base { text: self.written(&parts), parts, gender: Gender::of(gender), gender_open, lead }
    }

    /// What fits a word best.
    fn fits(
        &self,
        index: usize,
        hypotheses: &'a Hypotheses,
        place: Place,
        evidence: &Evidence<'_>,
    ) -> Cow<'a, Fits> {
        let behind = if place.last { evidence.behind(self) } else { None };
        let exhibit = evidence.on(self.form_number(index));
        let first = place.first.then(|| self.first());
        let woman = first.and_then(|_| self.unknown_woman(index, hypotheses));
        let weighed = hypotheses.iter().map(|x| {
            let (mut weighed, base) = (self.weigh(x, exhibit), hypotheses.base(x.base));
            if let Some(first) = first {
                weigh_first(x, base, first, woman, &mut weighed);
            }
            if behind.is_some_and(|behind| shows_ending(x, base, self.form(index), behind)) {
                weighed.weight += SAME_LEAD;
            }
            weighed
        });
        let fits = || Fits::of(weighed, self.of);
        match first {
            _ if behind.is_some() || !exhibit.is_silent(hypotheses.bases().len()) => Cow::Owned(fits()),
            None => Cow::Borrowed(hypotheses.fits()),
            Some(first) => Cow::Borrowed(hypotheses.first_fits(first, fits)),
        }
    }

    /// A hypothesis with what the article says for it.
    fn weigh(&self, x: &Hypothesis, exhibit: Exhibit<'_>) -> Weighed {
        let known = exhibit.of(x.base);
        let borne = if known.surname && self.len() == 1 { BORNE } else { 0 };
        Weighed { weight: x.weight + borne + known.weight(x.itself), sex: known.sex, ..x.unweighed() }
    }

    /// What the last word says of the first.
    fn first(&self) -> First {
        let last = self.open().next_back().map(|(_, last)| last);
        First {
            foreign: last.is_some_and(|last| !last.are_known()) && !self.ends_in_polish(),
            eastern: last.is_some_and(Hypotheses::are_eastern),
        }
    }

    /// "Czaputowiczem": a surname that nobody knows may be Polish by its ending.
    fn ends_in_polish(&self) -> bool {
        const POLISH: [&str; 5] = ["icz", "czyk", "czak", "ński", "owski"];
        let last = self.open().next_back().map(|(index, _)| self.form(index));
        last.is_some_and(|form| POLISH.iter().any(|part| form.contains(part)))
    }

    /// Cells of a woman for a given name that nobody knows and that ends as hers do.
    fn unknown_woman(&self, index: usize, hypotheses: &Hypotheses) -> Option<Cells> {
        let unknown = self.of == Of::Person && index == self.start && !hypotheses.are_known();
        let woman = unknown && self.form(index).ends_with(['a', 'ą', 'ę']);
        woman.then(|| Cells::of_genders(Tag::F, self.of))
    }

    fn written(&self, parts: &Few<&'a str>) -> Cow<'a, str> {
        if let (1, Some(base)) = (self.len(), parts.first()) {
            return Cow::Borrowed(base);
        }
        let mut parts = parts.iter();
        let mut text = String::with_capacity(self.indices().map(|index| self.form(index).len() + 2).sum());
        for (index, slot) in self.slots() {
            if self.is_spaced(index) {
                text.push(' ');
            }
            match slot.and_then(|_| parts.next()) {
                Some(base) => text.push_str(base),
                None => text.push_str(self.form(index)),
            }
        }
        text.into()
    }
}

/// What stands first says more of the sex than a surname that is a given name too: "Maria Tomasz".
fn weigh_first(x: &Hypothesis, base: &str, first: First, woman: Option<Cells>, weighed: &mut Weighed) {
    if x.given {
        weighed.weight += FIRST;
    }
    // A foreign surname rather follows a foreign given name: "Marka Zuckermanna" is of Mark, not of Marek.
    if x.given && first.foreign && base.ends_with("ek") {
        weighed.weight -= 4;
    }
    // "Petrem" is of Petro where a Ukrainian surname follows, of Petr elsewhere.
    if x.given && first.eastern && base.ends_with('o') {
        weighed.weight += 4;
    }
    if let Some(woman) = woman.filter(|_| base.ends_with('a')) {
        weighed.sex.add(woman);
    }
}

/// Whether the article has this base form behind the same words, so that the form only adds an ending to it.
fn shows_ending(x: &Hypothesis, base: &str, form: &str, behind: &Few<&str>) -> bool {
    !x.itself && form.starts_with(base) && behind.iter().any(|last| *last == base)
}
