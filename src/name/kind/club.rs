//! Sports clubs: by the town behind what they are called, by who plays for them, by the English words of foreign ones.

use super::place::{is_country_as_it_stands, is_double_town, is_polish_town};
use crate::morph::{Class, NameClass, Shape, Tag, TokenRange};
use crate::name::lists::{ATHLETES, CLUBS, THINGS};
use crate::name::phrase;
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};

/// "Lech Poznań", "z Wisłą Płock": a town in the nominative behind a name that is no full given name's.
pub(in crate::name) fn is_club(words: &Words<'_>, start: usize) -> bool {
    let town = start + 1;
    let nominative = || {
        words.known_readings(town).any(|reading| {
            let noun = reading.tag.class() == Class::Subst;
            reading.name == NameClass::Place && noun && reading.tag.has(Tag::NOM)
        })
    };
    // The dictionary has clubs among its organizations; "Siemens Polska" is a company's house here.
    let may_have_seat = || {
        words.known_readings(start).any(|reading| reading.name == NameClass::Organization)
            || words.is(town, "Polska") && THINGS.contains(words.text(start))
    };
    words.has(town, Traits::PLACE)
        && nominative()
        && (words.has(start, Traits::GIVEN | Traits::PLACE | Traits::OTHER)
            || words.has(start, Traits::SURNAME) && words.has(start, Traits::NOUN)
            || is_real(words, start)
            || words.has(start, Traits::UNKNOWN | Traits::ORGANIZATION)
                && (may_have_seat() || !words.has(town, Traits::OTHER | Traits::COUNTRY)))
        && (is_country_as_it_stands(words, town)
            || !words.has(town, Traits::SURNAME | Traits::GIVEN | Traits::COMMON))
}

/// "piłkarze Rakowa", "kibice Lecha": what athletes play for is a club, called as its town or as something else; a country is
/// one for all.
pub(in crate::name) fn is_athletes_club(words: &Words<'_>, start: usize) -> bool {
    of_athletes(words, start).is_some()
}

/// The base form of such a club.
pub(in crate::name) fn of_athletes<'a>(words: &Words<'a>, start: usize) -> Option<&'a str> {
    if !words.has(start, Traits::PLACE | Traits::GIVEN | Traits::NOUN) {
        return None;
    }
    let athlete = |before: usize| {
        words.shape(before) == Shape::Lower || words.has(before, Traits::START | Traits::OFFICE)
    };
    let before = words.before(start).filter(|before| athlete(*before))?;
    if !words.known_readings(before).any(|noun| ATHLETES.contains(noun.lemma)) {
        return None;
    }
    let town = words.has(start, Traits::PLACE)
        && !words.has(start, Traits::SURNAME | Traits::GIVEN | Traits::COUNTRY);
    let mut names = words.known_readings(start).filter(|name| name.tag.has(Tag::GEN));
    let listed = names.clone().find(|name| CLUBS.contains(name.lemma));
    listed.or_else(|| names.find(|name| town && name.name == NameClass::Place)).map(|club| club.lemma)
}

/// What a club of the list is called.
pub(in crate::name) fn listed<'a>(words: &Words<'a>, start: usize) -> Option<&'a str> {
    words.known_readings(start).map(|reading| reading.lemma).find(|lemma| CLUBS.contains(lemma))
}

/// "Zaksa Kędzierzyn-Koźle"
pub(in crate::name) fn is_club_of_double_town(words: &Words<'_>, tokens: &TokenRange) -> bool {
    tokens.len() == 4
        && words.has(tokens.start, Traits::UNKNOWN | Traits::ORGANIZATION)
        && is_double_town(words, &(tokens.start + 1..tokens.end))
}

/// "z Falubazem Zielona Góra"
pub(in crate::name) fn is_club_of_town_of_two(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let Some(town) = tokens.end.checked_sub(2).filter(|town| *town > tokens.start) else { return false };
    words.has(town - 1, Traits::UNKNOWN | Traits::ORGANIZATION)
        && !words.has(tokens.start, Traits::GIVEN)
        && phrase::place(words, town)
            .is_some_and(|place| place.tokens == (town..tokens.end) && place.is_nominative())
}

/// "Orlen Oil Motor Lublin", "z Betard Spartą Wrocław": who pays for a club stands before what it is called.
pub(in crate::name) fn is_club_of_sponsor(words: &Words<'_>, tokens: &TokenRange) -> bool {
    tokens.len() > 2 && ends_sponsored(words, tokens.start, tokens.end - 1)
}

/// Whether a town ends the name of such a club, which begins with its sponsors.
pub(in crate::name) fn ends_sponsored(words: &Words<'_>, start: usize, town: usize) -> bool {
    let called = town - 1;
    let surname = |at: usize| words.has(at, Traits::SURNAME) && !words.has(at, Traits::NOUN | Traits::PLACE);
    called > start
        && is_polish_town(words, town)
        // "Bogdanka LUK Lublin"
        && (!words.has(start, Traits::GIVEN) || words.shape(called) == Shape::Upper)
        && !surname(called)
}

/// "Manchester United", "z Leeds United": a foreign club that calls itself after its town.
pub(in crate::name) fn is_town_united(words: &Words<'_>, start: usize) -> bool {
    words.has(start, Traits::PLACE) && Sort::United.has(words.key(start + 1)) && words.before_capital(start)
}

/// "Real Madryt", "Dynamo Kijów": common nouns that foreign clubs are called by.
pub(in crate::name) fn is_real(words: &Words<'_>, start: usize) -> bool {
    words.has(start, Traits::NOUN) && words.is_a(start, Sort::Real)
}
