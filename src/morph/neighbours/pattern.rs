//! The sides of a rule: what has to stand before a word or behind it, held against the words that do.

use crate::morph::choice::Choice;
use crate::morph::form::Form;
use crate::morph::knowledge::{Traits, traits};
use crate::morph::{Class, Tag};

use super::Named;

/// A word beside another, with what was chosen for it.
pub(super) type Neighbour<'a> = (&'a Form, Choice);

/// A part of what stands on one side of a word.
pub(super) enum Step {
    One(Kinds),
    Optional(Kinds),
    /// Any words.
    Gap,
    /// Any words with no mark among them.
    Row,
}

/// How far a gap reaches, in words.
const REACH: usize = 40;

/// What a word may be.
#[derive(Default)]
pub(super) struct Kinds {
    /// Bits of words by their numbers.
    named: [u64; 4],
    /// One of these classes, with all the values beside it.
    pub(super) tags: Vec<Tag>,
    pub(super) lemmas: Vec<&'static str>,
    pub(super) traits: Option<Traits>,
}

impl Kinds {
    pub(super) fn add(&mut self, Named(number): Named) {
        if let Some(bits) = self.named.get_mut(usize::from(number / 64)) {
            *bits |= 1 << (number % 64);
        }
    }

    #[inline]
    fn has(&self, (form, choice): Neighbour<'_>) -> bool {
        self.has_named(form.named())
            || self.tags.iter().any(|tag| choice.tag.is_of(*tag))
            || (self.traits.is_some() || !self.lemmas.is_empty())
                && form.reading(choice.row).is_some_and(|reading| self.has_lemma(reading.lemma))
    }

    #[inline]
    fn has_named(&self, Named(number): Named) -> bool {
        self.named.get(usize::from(number / 64)).is_some_and(|bits| bits >> (number % 64) & 1 != 0)
    }

    fn has_lemma(&self, lemma: &str) -> bool {
        self.lemmas.contains(&lemma) || self.traits.is_some_and(|any| traits(lemma).has(any))
    }
}

/// Whether the word that stands nearest is one that the steps may begin with: most rules are turned away by it.
#[inline]
pub(super) fn may_fit(steps: &[Step], nearest: Option<Neighbour<'_>>) -> bool {
    match steps.first() {
        Some(Step::One(kinds)) => nearest.is_some_and(|word| kinds.has(word)),
        _ => true,
    }
}

/// Whether the words that follow, away from the small word, are those of the steps.
pub(super) fn fits<'a>(steps: &[Step], mut words: impl Iterator<Item = Neighbour<'a>> + Clone) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    match step {
        Step::One(kinds) => words.next().is_some_and(|word| kinds.has(word)) && fits(rest, words),
        Step::Optional(kinds) => {
            let mut behind = words.clone();
            behind.next().is_some_and(|word| kinds.has(word)) && fits(rest, behind) || fits(rest, words)
        }
        Step::Gap | Step::Row => {
            let goes_on =
                |word: Neighbour<'_>| matches!(step, Step::Gap) || word.1.tag.class() != Class::Interp;
            fits(rest, words.clone())
                || (0..REACH).any(|_| words.next().is_some_and(goes_on) && fits(rest, words.clone()))
        }
    }
}
