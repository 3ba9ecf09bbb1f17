//! Genders of what is one of several: "jeden z domów spłonął", "najstarszy z budynków".
//!
//! Such an adjective has the gender of the noun behind its preposition, and so has what is said of it; by itself it would be a
//! person's.

use super::Chosen;
use super::clause::{REACH, in_clause};
use crate::morph::choice::{Choice, is_noun};
use crate::morph::prior::Traits;
use crate::morph::words::Waiting;
use crate::morph::{Class, Tag};

/// Gives such adjectives, and what is said of them, the genders of their nouns.
pub(in crate::morph) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for one in 0..choices.len() {
        let Some(noun) = noun_of(words, choices, one) else { continue };
        let Some(gender) = choices.get(noun).map(|noun| noun.tag.common(noun.tag, Tag::GENDERS)) else {
            return;
        };
        if !set_gender(words, choices, one, gender) {
            continue;
        }
        let is_subject = choices.get(one).is_some_and(|one| one.tag.has(Tag::NOM));
        let end = (noun + 1..=noun + REACH).find(|n| !goes_on(choices, *n)).unwrap_or(noun + 1);
        for n in noun + 1..end {
            if is_subject && is_said(choices, n) {
                set_gender(words, choices, n, gender);
            }
        }
    }
}

/// The noun that an adjective names one of.
fn noun_of(words: &[Waiting<'_>], choices: &[Choice], one: usize) -> Option<usize> {
    let adjective =
        Chosen::at(words, choices, one).filter(|one| one.class() == Class::Adj && one.has(Tag::SG))?;
    let preposition = Chosen::at(words, choices, one + 1)
        .filter(|next| next.class() == Class::Prep && next.has(Tag::GEN))?;
    if !preposition.is(Traits::LOCAL) || !(adjective.has(Tag::SUP) || adjective.is(Traits::PARTITIVE)) {
        return None;
    }
    let noun =
        (one + 2..one + 2 + REACH).find(|n| choices.get(*n).is_none_or(|choice| is_noun(choice.tag)))?;
    let modifies = |choice: &Choice| {
        matches!(choice.tag.class(), Class::Adj | Class::Ppas | Class::Pact | Class::Adv | Class::Num)
    };
    let between = choices.get(one + 2..noun)?;
    let several = choices.get(noun)?.tag;
    (between.iter().all(modifies) && several.has(Tag::GEN) && several.has(Tag::PL)).then_some(noun)
}

/// Whether the clause goes on with a word that is no subject of its own.
fn goes_on(choices: &[Choice], n: usize) -> bool {
    let is_subject = |tag: Tag| is_noun(tag) && tag.has(Tag::NOM);
    choices.get(n).is_some_and(|choice| in_clause(*choice) && !is_subject(choice.tag))
}

/// Whether a word may have its gender from the subject: "spłonął", "został zniszczony".
fn is_said(choices: &[Choice], n: usize) -> bool {
    choices.get(n).is_some_and(|choice| match choice.tag.class() {
        Class::Praet | Class::Winien => choice.tag.has(Tag::SG),
        Class::Adj | Class::Ppas => choice.tag.has(Tag::SG) && choice.tag.has(Tag::NOM),
        _ => false,
    })
}

/// Gives a word a gender that its form may have; whether it may.
fn set_gender(words: &[Waiting<'_>], choices: &mut [Choice], n: usize, gender: Tag) -> bool {
    let Some((word, choice)) = words.get(n).zip(choices.get_mut(n)) else { return false };
    let allowed = word.form.reading(choice.row).is_some_and(|reading| reading.tag.has(gender));
    if allowed {
        choice.tag = choice.tag.with(Tag::GENDERS, gender);
    }
    allowed
}
