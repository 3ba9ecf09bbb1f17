//! Towns and countries by their words.

use crate::morph::{NameClass, Reading, Tag, TokenRange};
use crate::name::lists::{COUNTRIES, TOWNS};
use crate::name::words::{Traits, Words};

/// A town of Poland in the nominative.
pub(in crate::name) fn is_polish_town(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::PLACE) && !words.has(index, Traits::GIVEN) && TOWNS.contains(words.text(index))
}

/// "Polska", but "Mazur", of the Mazury and a village too.
pub(in crate::name) fn is_country_as_it_stands(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::COUNTRY)
        && words.known_readings(index).any(|reading| {
            reading.name == NameClass::Place && reading.tag.has(Tag::NOM) && COUNTRIES.contains(reading.lemma)
        })
}

/// "Kędzierzyn-Koźle", "Busko-Zdrój": two words that a hyphen joins, the first a town.
pub(in crate::name) fn is_double_town(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let last = tokens.end - 1;
    let place = |index: usize, not: Traits| words.has(index, Traits::PLACE) && !words.has(index, not);
    let town = |reading: Reading<'_>| reading.name == NameClass::Place && TOWNS.contains(reading.lemma);
    // "w Krakowie-Prokocimiu": the part of a town behind the town, which may be some called Krak elsewhere.
    let part =
        || place(last, Traits::GIVEN | Traits::SURNAME) && words.known_readings(tokens.start).any(town);
    let spa = || words.known_readings(last).any(|reading| reading.lemma == "zdrój");
    tokens.len() == 3
        && words.is_joint(tokens.start + 1)
        && (spa()
            || part()
            || TOWNS.contains(words.text(tokens.start)) && place(last, Traits::GIVEN)
            || place(tokens.start, Traits::GIVEN)
                && (place(last, Traits::GIVEN) || words.has(last, Traits::COMMON))
                && [tokens.start, last].into_iter().any(|index| !words.has(index, Traits::SURNAME)))
}
