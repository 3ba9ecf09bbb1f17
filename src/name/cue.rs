//! What the common noun before a name says of it: "firma Granit", "kancelaria prawna Granit", „fundacja „Granit””.

use super::lists::{CUES, Cue, INSTITUTIONS};
use super::sort::Sort;
use super::words::{Traits, Words};
use crate::morph::{Class, Reading, Shape, Tag};

/// What the common noun right before a name says of it.
pub(super) fn before(words: &Words<'_>, start: usize) -> Option<Cue> {
    at(words, before_marks(words, start)?, start)
}

/// What the noun before a name says of it, right before it or with more words of its own: "firma prawnicza Clifford Chance".
pub(super) fn over(words: &Words<'_>, start: usize) -> Option<Cue> {
    before(words, start).or_else(|| distant(words, start))
}

fn at(words: &Words<'_>, before: usize, start: usize) -> Option<Cue> {
    if !words.has(before, Traits::CUE)
        || !words.together(before, start)
        || (words.has(before, Traits::CAPITAL) && !words.has(before, Traits::START))
    {
        return None;
    }
    words
        .likely_readings(before)
        .filter(|reading| reading.is_common_noun())
        .filter(|reading| reading.tag.has(Tag::CASES))
        .find_map(|reading| CUES.get(reading.lemma).copied())
}

/// The token before a name or before the mark that opens it.
fn before_marks(words: &Words<'_>, start: usize) -> Option<usize> {
    let before = start.checked_sub(1)?;
    if words.opens_title(before) { before.checked_sub(1) } else { Some(before) }
}

/// How many words may stand between the noun and the name.
const COMPLEMENT: usize = 3;

/// "firma prawnicza Granit", "producent felg samochodowych Granit": a company's noun with adjectives or a genitive behind it. One
/// that may be a person's too ("producent filmowy") shows by its genitive that it is none.
pub(super) fn distant(words: &Words<'_>, start: usize) -> Option<Cue> {
    let last = before_marks(words, start)?;
    let reach = last.saturating_sub(COMPLEMENT)..last;
    if !reach.clone().any(|index| words.has(index, Traits::CUE)) {
        return None;
    }
    let index = reach
        .rev()
        .take_while(|index| words.together(*index, start) && complements(words, index + 1))
        .find(|index| at(words, *index, start) == Some(Cue::Organization))?;
    let person = words.has(index, Traits::OFFICE) && agree(words, index, last);
    // "kierujący zespołem negocjacyjnym Orwick ogłosił": who does something is its subject.
    let governed = || !words.known_readings(index).any(|reading| reading.tag.has(Tag::NOM));
    let subject = (start..start + NAME).find(|index| !words.has(*index, Traits::CAPITAL));
    let speaks = || subject.is_some_and(|verb| words.has(verb, Traits::VERB));
    (!(person || speaks() && governed())).then_some(Cue::Organization)
}

/// Words of a name behind which its verb is looked for, at most.
const NAME: usize = 4;

/// Whether a word can stand between a company's noun and its name: a small adjective or a genitive, none of a person.
fn complements(words: &Words<'_>, index: usize) -> bool {
    let fits = |reading: Reading<'_>| {
        let noun = reading.is_common_noun() || reading.tag.class() == Class::Ger;
        reading.tag.class() == Class::Adj || noun && reading.tag.has(Tag::GEN)
    };
    words.shape(index) == Shape::Lower
        && !words.has(index, Traits::OFFICE | Traits::PREPOSITION)
        // "spółka budująca Granit"
        && words.known_readings(index).all(|reading| reading.tag.class() != Class::Pact)
        && words.known_readings(index).any(fits)
}

/// Whether all words behind a noun as far as `last` are adjectives of it.
fn agree(words: &Words<'_>, noun: usize, last: usize) -> bool {
    (noun + 1..=last).all(|index| {
        let mut adjectives = words.known_readings(index).filter(|reading| reading.tag.class() == Class::Adj);
        adjectives.any(|adjective| {
            words.known_readings(noun).any(|x| x.tag.class() == Class::Subst && x.tag.agrees(adjective.tag))
        })
    })
}

/// The noun at a distance has nothing but adjectives of its own behind it.
pub(super) fn is_described(words: &Words<'_>, start: usize) -> bool {
    let Some(last) = before_marks(words, start) else { return false };
    let noun = |index: &usize| at(words, *index, start).is_some();
    let nouns = (last.saturating_sub(COMPLEMENT)..=last).rev().find(noun);
    nouns.is_some_and(|noun| agree(words, noun, last))
}

/// Whether the noun of an organization stands before the mark that opens a name, with adjectives of its own or without.
pub(super) fn calls_itself(words: &Words<'_>, start: usize) -> bool {
    let Some(last) = before_marks(words, start) else { return false };
    let near = (last.saturating_sub(COMPLEMENT)..=last).rev();
    let organization = |index: usize| {
        let small =
            words.shape(index) == Shape::Lower || words.has(index, Traits::INSTITUTION | Traits::START);
        small
            && words.known_readings(index).filter(|reading| reading.is_common_noun()).any(|reading| {
                let listed = INSTITUTIONS.contains(reading.lemma) && !Sort::Event.has(reading.lemma);
                listed || CUES.get(reading.lemma) == Some(&Cue::Organization)
            })
    };
    let mut near = near.take_while(|index| *index == last || complements(words, index + 1));
    near.find(|index| organization(*index))
        .is_some_and(|noun| words.together(noun, start) && agree(words, noun, last))
}
