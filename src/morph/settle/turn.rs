//! Other cases and genders than those chosen.

use super::neighbours::in_case;
use crate::morph::choice::Choice;
use crate::morph::words::Waiting;
use crate::morph::{Class, Tag};

/// Gives a noun and the modifiers beside it another case; whether it has one.
pub(super) fn turn_to(case: Tag, words: &[Waiting<'_>], choices: &mut [Choice], noun: usize) -> bool {
    let Some(head) = choices.get(noun).map(|choice| choice.tag) else { return false };
    let turned = turn(case, words, choices, noun);
    if turned {
        turn_modifiers(case, words, choices, head, (0..noun).rev());
        turn_modifiers(case, words, choices, head, noun + 1..choices.len());
    }
    turned
}

/// Gives the modifiers of a noun that stand at these places in a row another case.
fn turn_modifiers(
    case: Tag,
    words: &[Waiting<'_>],
    choices: &mut [Choice],
    noun: Tag,
    mut places: impl Iterator<Item = usize>,
) {
    while let Some(n) = places.next().filter(|n| is_modifier(choices, *n, noun)) {
        turn(case, words, choices, n);
    }
}

/// Whether a word is a modifier that agrees with a noun.
fn is_modifier(choices: &[Choice], n: usize, noun: Tag) -> bool {
    choices.get(n).is_some_and(|choice| {
        matches!(choice.tag.class(), Class::Adj | Class::Ppas | Class::Pact) && choice.tag.agrees(noun)
    })
}

/// Gives a word another case; whether it has one.
pub(super) fn turn(case: Tag, words: &[Waiting<'_>], choices: &mut [Choice], n: usize) -> bool {
    let Some((word, choice)) = words.get(n).zip(choices.get_mut(n)) else { return false };
    let now = in_case(word.form, *choice, case, false);
    if let Some(now) = now {
        *choice = now;
    }
    now.is_some()
}

/// Gives a verb the gender of its subject.
pub(super) fn agree(choices: &mut [Choice], verb: usize, subject: usize) {
    if let Some(subject) = choices.get(subject).map(|choice| choice.tag) {
        set_genders(choices, verb, subject.common(subject, Tag::GENDERS));
    }
}

/// Gives a verb in the past tense genders.
pub(super) fn set_genders(choices: &mut [Choice], verb: usize, genders: Tag) {
    if let Some(choice) = choices.get_mut(verb).filter(|choice| choice.tag.has(Tag::GENDERS)) {
        choice.tag = choice.tag.with(Tag::GENDERS, genders);
    }
}
