//! Modifiers that a complement parts from their nouns: "pokrojone w kostkę ziemniaki", "kierujący autem mężczyzna".
//!
//! The choice in context takes such a modifier for one that stands alone.

use super::Chosen;
use super::clause::{REACH, before, ends};
use crate::morph::choice::{Choice, is_noun, settled};
use crate::morph::prior::Traits;
use crate::morph::words::Waiting;
use crate::morph::{Class, Tag};

/// Gives such modifiers, and those before them, number, case and gender of their nouns.
pub(in crate::morph) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for n in 0..choices.len() {
        let Some(modifier) = choices.get(n).map(|choice| choice.tag).filter(|tag| is_open(*tag)) else {
            continue;
        };
        let Some(noun) = noun_of(words, choices, n) else { continue };
        if modifier.agrees(noun) || is_taken(words, choices, n) || !turn(words, choices, n, noun) {
            continue;
        }
        let is_beside = |n: &usize| choices.get(*n).is_some_and(|other| is_open(other.tag));
        let first = (0..n).rev().take_while(is_beside).last().unwrap_or(n);
        for other in first..n {
            turn(words, choices, other, noun);
        }
    }
}

fn is_modifier(tag: Tag) -> bool {
    matches!(tag.class(), Class::Adj | Class::Ppas | Class::Pact)
}

/// Whether a modifier may be subject or object with its noun.
fn is_open(tag: Tag) -> bool {
    is_modifier(tag) && tag.has(Tag::NOM | Tag::ACC)
}

/// The noun behind the complement of a modifier.
fn noun_of(words: &[Waiting<'_>], choices: &[Choice], modifier: usize) -> Option<Tag> {
    let tag = |n: usize| choices.get(n).map(|choice| choice.tag);
    let next = tag(modifier + 1)?;
    let acts = tag(modifier)?.class() == Class::Pact;
    let has_object = acts && is_noun(next) && next.has(Tag::ACC);
    let has_instrument = is_noun(next) && next.has(Tag::INST) && tag(modifier)?.class() != Class::Adj;
    if next.class() != Class::Prep && !has_object && !has_instrument {
        return None;
    }
    // "…, który w Londynie był minister"
    if Chosen::at(words, choices, modifier)?.is(Traits::RELATIVE) {
        return None;
    }
    let mut governed = next.class() == Class::Prep;
    for n in modifier + 2..modifier + 2 + REACH {
        if ends(words, choices, n) {
            return None;
        }
        let tag = tag(n)?;
        match tag.class() {
            Class::Prep => governed = true,
            Class::Ppron3 | Class::Ppron12 | Class::Siebie => governed = false,
            _ if !is_noun(tag) => {}
            _ if std::mem::take(&mut governed) => {}
            _ if tag.has(Tag::NOM | Tag::ACC) => return Some(tag),
            _ => {}
        }
    }
    None
}

/// "Ciało znalezione w lesie", "jest zamknięte dla ruchu": whether a modifier belongs to what stands before it.
fn is_taken(words: &[Waiting<'_>], choices: &[Choice], modifier: usize) -> bool {
    let range = before(words, choices, modifier);
    let verb = range.start.checked_sub(1).and_then(|n| Chosen::at(words, choices, n));
    let Some(tag) = choices.get(modifier).map(|choice| choice.tag) else { return true };
    let mut nouns = choices.get(range).into_iter().flatten().filter(|choice| is_noun(choice.tag));
    verb.is_some_and(|verb| verb.is(Traits::COPULA)) || nouns.any(|noun| noun.tag.agrees(tag))
}

/// Gives a modifier number, case and gender of a noun; whether it may have them.
fn turn(words: &[Waiting<'_>], choices: &mut [Choice], n: usize, noun: Tag) -> bool {
    let Some((word, choice)) = words.get(n).zip(choices.get_mut(n)) else { return false };
    let class = choice.tag.class();
    let mut candidates = word.form.candidates().iter();
    let fitting = candidates.find(|candidate| candidate.tag.class() == class && candidate.tag.agrees(noun));
    if let Some(candidate) = fitting {
        let genders = candidate.tag.common(noun, Tag::GENDERS);
        *choice = Choice { row: candidate.row, tag: settled(candidate.tag.with(Tag::GENDERS, genders)) };
    }
    fitting.is_some()
}
