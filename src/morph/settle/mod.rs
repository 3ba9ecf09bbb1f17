//! What the choice word by word cannot see and a look at the whole sentence settles.

mod antecedent;
mod attribute;
mod clause;
mod counted;
mod existence;
mod inverted;
mod neighbours;
mod objects;
mod partitive;
mod turn;
mod women;

pub(super) use self::existence::AUXILIARIES;
pub(super) use self::neighbours::Named;

use super::choice::Choice;
use super::form::Form;
use super::prior::{Traits, traits};
use super::words::Waiting;
use super::{Class, Reading, Tag};

/// A word of a sentence with what was chosen for it.
#[derive(Clone, Copy)]
struct Chosen<'a> {
    form: &'a Form,
    choice: Choice,
}

impl<'a> Chosen<'a> {
    /// Word `n`.
    fn at(words: &[Waiting<'a>], choices: &[Choice], n: usize) -> Option<Self> {
        Some(Self { form: words.get(n)?.form, choice: *choices.get(n)? })
    }

    fn reading(&self) -> Option<Reading<'a>> {
        self.form.reading(self.choice.row)
    }

    fn lemma(&self) -> &'a str {
        self.reading().map_or("", |reading| reading.lemma)
    }

    /// Whether its lemma has one of these traits, which the candidates for it say too.
    fn is(&self, any: Traits) -> bool {
        let mut candidates = self.form.candidates().iter();
        match candidates.find(|candidate| candidate.row == self.choice.row) {
            Some(candidate) => candidate.traits.has(any),
            None => self.reading().is_some_and(|reading| traits(reading.lemma).has(any)),
        }
    }

    fn class(&self) -> Class {
        self.choice.tag.class()
    }

    fn has(&self, any: Tag) -> bool {
        self.choice.tag.has(any)
    }
}

/// Settles the choices of a sentence.
pub(super) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    neighbours::settle(words, choices);
    counted::settle(words, choices);
    objects::settle(words, choices);
    inverted::settle(words, choices);
    women::settle(words, choices);
    attribute::settle(words, choices);
    partitive::settle(words, choices);
    antecedent::settle(words, choices);
    existence::settle(words, choices);
}
