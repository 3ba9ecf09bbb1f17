//! What the choice word by word cannot see and a look at the whole sentence settles.

mod antecedent;
mod existence;
mod neighbours;
mod objects;

pub(super) use self::existence::AUXILIARIES;
pub(super) use self::neighbours::Named;

use super::choice::Choice;
use super::words::Waiting;

/// Settles the choices of a sentence.
pub(super) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    neighbours::settle(words, choices);
    objects::settle(words, choices);
    antecedent::settle(words, choices);
    existence::settle(words, choices);
}
