//! Names of streets and squares behind the noun that says so: "ul. Reja", "przy ulicy Długiej", "na placu Kossaka".

use crate::morph::{Reading, Shape, Tag, TokenRange};
use crate::name::EntityKind;
use crate::name::phrase::Phrase;
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};

/// The name that fills `tokens`, if a street or a square stands before it: an adjective agrees with the noun, another name
/// is in the genitive for good.
pub(super) fn name<'a>(words: &Words<'a>, tokens: &TokenRange) -> Option<Phrase<'a>> {
    let start = tokens.start;
    let before = before_others(words, start)?;
    let short = before.checked_sub(1).filter(|_| words.is_point(before));
    let noun = short.and_then(|short| shortened(words.key(short))).or_else(|| spelled(words, before))?;
    if tokens.len() == 1 && !is_man(words, start) {
        if let Some(adjective) = Phrase::adjective(words, start, noun, EntityKind::Place) {
            return Some(adjective);
        }
    }
    let patron = || {
        words.has(start, Traits::SURNAME | Traits::GIVEN)
            && !words.has(start, Traits::PLACE)
            && words.known_readings(start).any(|reading| reading.tag.has(Tag::GEN))
    };
    (short.is_some() || patron()).then(|| Phrase::stiff(tokens.clone(), EntityKind::Place))
}

/// What stands before a street's name and before those that a conjunction or a comma joins to it: "ulicą Buforową i Ślężną".
fn before_others(words: &Words<'_>, start: usize) -> Option<usize> {
    let joins = |index: usize| matches!(words.text(index), "i" | "oraz" | "," | "a");
    let mut before = words.before(start)?;
    for _ in 1..LONGEST {
        let other = words
            .before(before)
            .filter(|other| joins(before) && words.has(*other, Traits::ADJECTIVE | Traits::RELATIONAL));
        match other.and_then(|other| words.before(other)) {
            Some(further) => before = further,
            None => break,
        }
    }
    Some(before)
}

/// "ulicą Lipową i Ślężną": whether a word that nobody knows is joined to the name of a street and ends as that may.
pub(super) fn is_joined(words: &Words<'_>, start: usize) -> bool {
    let ends = ["ej", "ą"].iter().any(|end| words.text(start).ends_with(end));
    let street = || before_others(words, start).filter(|before| Some(*before) != words.before(start));
    ends && words.has(start, Traits::UNKNOWN)
        && street().is_some_and(|before| spelled(words, before).is_some())
}

/// "przy Marszałkowskiej", "na Nowogrodzkiej": an adjective in the locative behind what streets stand behind.
pub(in crate::name) fn is_beside_street(words: &Words<'_>, start: usize) -> bool {
    let beside = words.before(start).is_some_and(|before| matches!(words.key(before), "przy" | "na"));
    let street = |reading: Reading<'_>| reading.tag.has(Tag::LOC) && reading.tag.has(Tag::F);
    beside
        && ["skiej", "ckiej", "dzkiej"].iter().any(|ending| words.text(start).ends_with(ending))
        && words.readings(start).any(street)
}

/// "ul. Armii Krajowej", "na placu Trzech Krzyży": several words, the first in the genitive, are one name.
pub(super) fn of_several<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    let before = words.before(start)?;
    let next = start + 1;
    // "Przy ul. Długiej Jana Kosa pobito", "przy ul. Reja Jan Kos czekał"
    let named = |index: usize| words.has(index, Traits::GIVEN) && words.has(index + 1, Traits::CAPITAL);
    let person = named(next) && !words.has(start, Traits::ROLE | Traits::GIVEN);
    if !words.before_capital(start) || words.has(next, Traits::INSTITUTION) || person {
        return None;
    }
    let short = before.checked_sub(1).filter(|_| words.is_point(before));
    short.and_then(|short| shortened(words.key(short))).or_else(|| spelled(words, before))?;
    let genitive = |index: usize| words.known_readings(index).any(|reading| reading.tag.has(Tag::GEN));
    let goes_on = |index: &usize| words.has(*index, Traits::CAPITAL) && words.together(start, *index);
    let end = (start..start + LONGEST).take_while(goes_on).last()? + 1;
    (genitive(start) && genitive(next)).then(|| Phrase::stiff(start..end, EntityKind::Place))
}

/// Words that the name of a street has at most.
const LONGEST: usize = 5;

/// Number and gender of the noun that an abbreviation stands for.
fn shortened(key: &str) -> Option<Tag> {
    match key {
        "ul" => Some(Tag::SG | Tag::F),
        // "aleja" and "aleje"
        "al" => Some(Tag::SG | Tag::PL | Tag::F),
        "pl" => Some(Tag::SG | Tag::M3),
        "os" => Some(Tag::SG | Tag::N),
        _ => None,
    }
}

/// Number, case and gender of the noun.
fn spelled(words: &Words<'_>, noun: usize) -> Option<Tag> {
    if words.shape(noun) != Shape::Lower {
        return None;
    }
    let streets = words.known_readings(noun).filter(|reading| Sort::Street.has(reading.lemma));
    streets.map(|reading| reading.tag).reduce(|one, other| one | other)
}

/// "plac Dąbrowskiego": a man's surname, though it is an adjective too.
fn is_man(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::SURNAME) && words.key(index).ends_with("ego")
}
