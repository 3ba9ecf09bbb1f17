//! Base forms of names word by word: the words of a name agree in case, gender and number; the article's other forms and
//! the words around decide what the endings leave open.

use std::borrow::Cow;

use super::context::Context;
use super::evidence::{Evidence, Exhibit};
use super::few::Few;
use super::fit::{self, Cells, Choice, Fits, Weighed};
use super::hypothesis::{Hypotheses, Hypothesis, Of};
use super::lattice::{Lattice, Slot};
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
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Base<'a> {
    pub(super) text: Cow<'a, str>,
    /// Base forms of its inflecting words; none where they were no matter of single words.
    pub(super) parts: Few<&'a str>,
    pub(super) gender: Tag,
    /// Whether another gender would do as well.
    pub(super) gender_open: bool,
    /// How far the next other base form is behind, in tenths.
    lead: i16,
}

impl<'a> Base<'a> {
    /// A base form that is no matter of single words.
    pub(super) fn unchanged(text: Cow<'a, str>) -> Self {
        Self { parts: Few::default(), text, gender: Tag::IGN, gender_open: true, lead: i16::MAX }
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

impl<'a> Lattice<'a> {
    /// The assignment of one case, gender and number to all words that has most for it.
    pub(super) fn choose(&self, context: Context, evidence: &Evidence<'_>) -> Base<'a> {
        let plural = self.open().any(|(_, all)| all.may_be_plural());
        let words = self.open().count();
        let mut fits = self.open().enumerate().map(|(at, (slot, hypotheses))| {
            let place = Place { first: words > 1 && at == 0, last: at + 1 == words };
            self.fits(slot, hypotheses, place, evidence)
        });
        match (fits.next(), words) {
            (Some(only), 1) => self.chosen(&[only], plural, context),
            (first, _) => {
                let fits: Vec<_> = first.into_iter().chain(fits).collect();
                self.chosen(&fits, plural, context)
            }
        }
    }

    /// The same with what fits each of its open words.
    fn chosen(&self, fits: &[Cow<'_, Fits>], plural: bool, context: Context) -> Base<'a> {
        let Choice { cell, gender, gender_open, mut lead } = fit::choose(fits, self.of, plural, context);
        let parts = self.open().zip(fits).filter_map(|((_, all), fits)| {
            let (base, inner) = fits.at(cell)?;
            lead = lead.min(inner.into());
            Some(all.base(base))
        });
        let parts: Few<_> = parts.collect();
        Base { text: self.written(&parts), parts, gender, gender_open, lead }
    }

    /// What fits a word best.
    fn fits(
        &self,
        slot: &Slot<'_>,
        hypotheses: &'a Hypotheses,
        place: Place,
        evidence: &Evidence<'_>,
    ) -> Cow<'a, Fits> {
        let behind = if place.last { evidence.behind(self.lead) } else { None };
        let exhibit = evidence.on(slot.form_number);
        if behind.is_none() && !place.first && exhibit.is_silent(hypotheses.bases().len()) {
            return Cow::Borrowed(hypotheses.fits());
        }
        let mut weighed: Vec<_> = hypotheses.iter().map(|x| self.weigh(x, exhibit)).collect();
        if place.first {
            self.weigh_first(slot, hypotheses, &mut weighed);
        }
        if let Some(behind) = behind {
            weigh_last(slot, hypotheses, behind, &mut weighed);
        }
        Cow::Owned(Fits::of(&weighed, self.of))
    }

    /// A hypothesis with what the article says for it.
    fn weigh(&self, x: &Hypothesis, exhibit: Exhibit<'_>) -> Weighed {
        let known = exhibit.of(x.base);
        let borne = if known.surname && self.slots.len() == 1 { BORNE } else { 0 };
        Weighed { weight: x.weight + borne + known.weight(x.itself), sex: known.sex, ..x.unweighed() }
    }

    /// What stands first says more of the sex than a surname that is a given name too: "Maria Tomasz".
    fn weigh_first(&self, slot: &Slot<'_>, hypotheses: &Hypotheses, weighed: &mut [Weighed]) {
        let foreign = self.open().next_back().is_some_and(|(_, last)| !last.are_known());
        // "Petrem" is of Petro where a Ukrainian surname follows, of Petr elsewhere.
        let last = self.open().next_back().map(|(slot, _)| slot.form).unwrap_or_default();
        let eastern = || ["enk", "czuk"].iter().any(|ending| last.contains(ending));
        // A given name in -a that nobody knows is a woman's.
        let woman = self.of == Of::Person && !hypotheses.are_known() && slot.form.ends_with(['a', 'ą', 'ę']);
        for (x, weighed) in hypotheses.iter().zip(weighed) {
            let base = hypotheses.base(x.base);
            if x.given {
                weighed.weight += FIRST;
            }
            // A foreign surname rather follows a foreign given name: "Marka Zuckermanna" is of Mark, not of Marek.
            if x.given && foreign && base.ends_with("ek") {
                weighed.weight -= 4;
            }
            if x.given && base.ends_with('o') && eastern() {
                weighed.weight += 4;
            }
            if woman && base.ends_with('a') {
                weighed.sex.add(Cells::of_genders(Tag::F, self.of));
            }
        }
    }

    fn written(&self, parts: &Few<&'a str>) -> Cow<'a, str> {
        if let (1, Some(base)) = (self.slots.len(), parts.first()) {
            return Cow::Borrowed(base);
        }
        let mut parts = parts.iter();
        let mut text = String::with_capacity(self.slots.iter().map(|slot| slot.form.len() + 2).sum());
        for slot in self.slots.iter() {
            if slot.space {
                text.push(' ');
            }
            let base = slot.hypotheses.and_then(|_| parts.next());
            text.push_str(base.unwrap_or(&slot.form));
        }
        text.into()
    }
}

/// What the article has behind the same words.
fn weigh_last(slot: &Slot<'_>, hypotheses: &Hypotheses, behind: &Few<&str>, weighed: &mut [Weighed]) {
    for (x, weighed) in hypotheses.iter().zip(weighed) {
        let base = hypotheses.base(x.base);
        if !x.itself && slot.form.starts_with(base) && behind.iter().any(|last| *last == base) {
            weighed.weight += SAME_LEAD;
        }
    }
}
