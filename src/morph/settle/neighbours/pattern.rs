//! The sides of a rule: what has to stand before a word or behind it, held against the words that do.

use std::ops::BitOr;

use crate::morph::prior::{Traits, traits};
use crate::morph::settle::Chosen;
use crate::morph::{Class, Tag};

use super::Named;

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
    /// A bit for each class.
    classes: u64,
    /// One of these classes, with all the values beside it.
    tags: Vec<Tag>,
    pub(super) lemmas: Lemmas,
    pub(super) traits: Option<Traits>,
}

impl Kinds {
    pub(super) fn add(&mut self, Named(number): Named) {
        if let Some(bits) = self.named.get_mut(usize::from(number / 64)) {
            *bits |= 1 << (number % 64);
        }
    }

    /// Adds a class with values.
    pub(super) fn add_tag(&mut self, tag: Tag) {
        if tag.is_bare() {
            self.classes |= class(tag);
        } else {
            self.tags.push(tag);
        }
    }

    #[inline]
    fn has(&self, one: Chosen<'_>) -> bool {
        self.has_named(one.form.named()) | (self.classes & class(one.choice.tag) != 0)
            || self.tags.iter().any(|tag| one.choice.tag.is_of(*tag))
            || self.asks_for_lemma() && one.reading().is_some_and(|reading| self.has_lemma(reading.lemma))
    }

    #[inline]
    fn has_named(&self, Named(number): Named) -> bool {
        self.named.get(usize::from(number / 64)).is_some_and(|bits| bits >> (number % 64) & 1 != 0)
    }

    /// What these words are as [`Near`] has it: any word where their lemmas are asked for.
    fn near(&self) -> u64 {
        if self.asks_for_lemma() {
            return !Near::NOTHING;
        }
        let named = (1..=u8::MAX).map(Named).filter(|named| self.has_named(*named));
        self.tags.iter().map(|tag| class(*tag)).chain(named.map(name)).fold(self.classes, u64::bitor)
    }

    fn asks_for_lemma(&self) -> bool {
        self.traits.is_some() || !self.lemmas.all.is_empty()
    }

    fn has_lemma(&self, lemma: &str) -> bool {
        self.lemmas.has(lemma) || self.traits.is_some_and(|any| traits(lemma).has(any))
    }
}

/// Base forms.
#[derive(Default)]
pub(super) struct Lemmas {
    all: Vec<&'static str>,
    /// A bit for each first byte that they have: most words are turned away by it.
    initials: u64,
}

impl Lemmas {
    pub(super) fn add(&mut self, lemma: &'static str) {
        self.initials |= Self::initial(lemma);
        self.all.push(lemma);
    }

    #[inline]
    fn has(&self, lemma: &str) -> bool {
        self.initials & Self::initial(lemma) != 0 && self.all.contains(&lemma)
    }

    fn initial(lemma: &str) -> u64 {
        lemma.bytes().next().map_or(0, |first| 1 << (first % 64))
    }
}

/// What the word nearest to a small word may be, or is: a bit for each class, some for the words that the rules name, which
/// share them, and one for no word. Most rules are turned away by it.
#[derive(Clone, Copy)]
pub(super) struct Near(u64);

impl Near {
    const NOTHING: u64 = 1 << 63;
    const CLASSES: u8 = Class::Sym as u8 + 1;
    const NAMES: u8 = 63 - Self::CLASSES;

    /// What the steps may begin with.
    pub(super) fn of(steps: &[Step]) -> Self {
        match steps.split_first() {
            Some((Step::One(kinds), _)) => Self(kinds.near()),
            Some((Step::Optional(kinds), rest)) => Self(kinds.near() | Self::of(rest).0),
            _ => Self(u64::MAX),
        }
    }

    /// What stands there.
    pub(super) fn at(word: Option<Chosen<'_>>) -> Self {
        Self(word.map_or(Self::NOTHING, |one| class(one.choice.tag) | name(one.form.named())))
    }

    #[inline]
    pub(super) fn admits(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The bit of a class.
fn class(tag: Tag) -> u64 {
    1 << (tag.class() as u8)
}

/// The bit of a word that the rules name.
fn name(Named(number): Named) -> u64 {
    u64::from(number != 0) << (Near::CLASSES + number % Near::NAMES)
}

/// Whether the words that follow, away from the small word, are those of the steps.
#[inline]
pub(super) fn fits<'a>(steps: &[Step], words: impl Iterator<Item = Chosen<'a>> + Clone) -> bool {
    steps.split_first().is_none_or(|(step, rest)| fits_from(step, rest, words))
}

fn fits_from<'a>(step: &Step, rest: &[Step], mut words: impl Iterator<Item = Chosen<'a>> + Clone) -> bool {
    match step {
        Step::One(kinds) => words.next().is_some_and(|word| kinds.has(word)) && fits(rest, words),
        Step::Optional(kinds) => {
            let mut behind = words.clone();
            behind.next().is_some_and(|word| kinds.has(word)) && fits(rest, behind) || fits(rest, words)
        }
        Step::Gap | Step::Row => {
            let goes_on = |one: Chosen<'_>| matches!(step, Step::Gap) || one.class() != Class::Interp;
            fits(rest, words.clone())
                || (0..REACH).any(|_| words.next().is_some_and(goes_on) && fits(rest, words.clone()))
        }
    }
}
