//! Base forms of names word by word: the words of a name agree in case, gender and number; the article's other forms and
//! the words around decide what the endings leave open.

use std::borrow::Cow;

use super::context::Context;
use super::evidence::Evidence;
use super::fit::{FAR, Fits, Grid, Weighed};
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
    /// Base forms of its inflecting words, in order; none where they were no matter of single words.
    pub(super) parts: Vec<&'a str>,
    pub(super) gender: Tag,
    /// Whether another gender would do as well.
    pub(super) gender_open: bool,
    /// How far the next other base form is behind, in tenths.
    lead: i16,
}

impl<'a> Base<'a> {
    /// A base form that is no matter of single words.
    pub(super) fn unchanged(text: Cow<'a, str>) -> Self {
        Self { parts: Vec::new(), text, gender: Tag::IGN, gender_open: true, lead: i16::MAX }
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
    /// Whether all of them together may be a plural.
    plural: bool,
}

impl<'a> Lattice<'a> {
    /// The assignment of one case, gender and number to all words that has most for it.
    pub(super) fn choose(&self, context: Context, evidence: &Evidence<'_>) -> Base<'a> {
        let plural = self.open().any(|(_, all)| all.may_be_plural());
        let words = self.open().count();
        let mut grid = Grid::new(self.of, plural, words);
        for (at, (slot, hypotheses)) in self.open().enumerate() {
            let place = Place { first: words > 1 && at == 0, last: at + 1 == words, plural };
            grid.add(self.fits(slot, hypotheses, place, evidence));
        }
        let choice = grid.choose(context);
        let fits = || grid.fits(choice.cell);
        let inner = fits().map(|fit| fit.lead).min().unwrap_or(FAR).into();
        let parts: Vec<_> = self.open().zip(fits()).map(|((_, all), fit)| all.base(fit.base)).collect();
        Base {
            text: self.written(&parts),
            parts,
            gender: choice.gender,
            gender_open: choice.gender_open,
            lead: choice.lead.min(inner),
        }
    }

    /// What fits a word best.
    fn fits(
        &self,
        slot: &Slot<'_>,
        hypotheses: &'a Hypotheses,
        place: Place,
        evidence: &Evidence<'_>,
    ) -> Cow<'a, Fits> {
        let behind = if place.last { evidence.behind(self.lead) } else { &[] };
        // The word itself is always among those behind its lead.
        let alone = behind.len() < 2;
        if alone && !place.first && evidence.is_silent(slot.exhibit, hypotheses.bases().len()) {
            return Cow::Borrowed(hypotheses.fits());
        }
        let mut weighed: Vec<_> = hypotheses.iter().map(|x| self.weigh(x, slot, evidence)).collect();
        if place.first {
            self.weigh_first(slot, hypotheses, &mut weighed);
        }
        if !alone {
            weigh_last(slot, hypotheses, behind, &mut weighed);
        }
        Cow::Owned(Fits::of(&weighed, self.of, place.plural))
    }

    /// A hypothesis with what the article says for it.
    fn weigh(&self, x: &Hypothesis, slot: &Slot<'_>, evidence: &Evidence<'_>) -> Weighed {
        let known = evidence.of(slot.exhibit, x.base);
        let borne = if known.surname && self.slots.len() == 1 { BORNE } else { 0 };
        Weighed { weight: x.weight + borne + known.weight(x.itself), sex: known.sex, ..x.unweighed() }
    }

    /// What stands first says more of the sex than a surname that is a given name too: "Maria Tomasz".
    fn weigh_first(&self, slot: &Slot<'_>, hypotheses: &Hypotheses, weighed: &mut [Weighed]) {
        let foreign = self.open().next_back().is_some_and(|(_, last)| !last.are_known());
        // "Petrem" is of Petro where a Ukrainian surname follows, of Petr elsewhere.
        let last = self.open().next_back().map(|(slot, _)| slot.form).unwrap_or_default();
        let eastern = ["enk", "czuk"].iter().any(|ending| last.contains(ending));
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
            if x.given && eastern && base.ends_with('o') {
                weighed.weight += 4;
            }
            if woman && base.ends_with('a') {
                weighed.sex = weighed.sex | Tag::F;
            }
        }
    }

    fn written(&self, parts: &[&'a str]) -> Cow<'a, str> {
        if let ([_], [base]) = (&*self.slots, parts) {
            return Cow::Borrowed(base);
        }
        let mut parts = parts.iter();
        let mut text = String::new();
        for slot in &self.slots {
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
fn weigh_last(slot: &Slot<'_>, hypotheses: &Hypotheses, behind: &[&str], weighed: &mut [Weighed]) {
    for (x, weighed) in hypotheses.iter().zip(weighed) {
        let base = hypotheses.base(x.base);
        if !x.itself && slot.form.starts_with(base) && behind.contains(&base) {
            weighed.weight += SAME_LEAD;
        }
    }
}
