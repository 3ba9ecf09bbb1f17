//! Names that an acronym leads: "PKP Polskie Linie Kolejowe", "ING Bank Śląski", "GKS Katowice", "PKN Orlen".

use super::{Phrase, at};
use crate::morph::{Class, NameClass, Reading, Shape, Tag};
use crate::name::EntityKind;
use crate::name::kind::acronym;
use crate::name::kind::place::is_polish_town;
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};

impl<'a> Phrase<'a> {
    /// The name that the acronym at a token goes on with.
    pub(in crate::name) fn behind_acronym(words: &Words<'a>, acronym: usize) -> Option<Self> {
        let next = acronym + 1;
        if words.shape(next) != Shape::Title || !words.together(acronym, next) {
            return None;
        }
        let subject = |name: &Self| is_governed(words, acronym) && name.is_subject(words);
        if let Some(club) = foreign_club(words, acronym).or_else(|| sports_club(words, acronym)) {
            return Some(club);
        }
        let name = town(words, acronym)
            .filter(|name| !(words.has(next, Traits::COUNTRY) && subject(name)))
            .or_else(|| institution(words, next).filter(|name| !subject(name)))
            .or_else(|| noun(words, next))?;
        Some(Self { tokens: acronym..name.tokens.end, ..name })
    }

    /// Whether it may be a subject of its own: "według NBP Rada nie zmieni stóp". Small words follow one, none that joins.
    fn is_subject(&self, words: &Words<'_>) -> bool {
        let next = self.tokens.end;
        let joins = words.has(next, Traits::PREPOSITION)
            || matches!(words.key(next), "i" | "oraz" | "a" | "ani" | "lub" | "czy");
        self.tag.has(Tag::NOM)
            && words.shape(next) == Shape::Lower
            && words.together(next - 1, next)
            && !joins
    }
}

/// "FC Barcelona", "z AS Romą": what foreign clubs put before their town.
fn foreign_club<'a>(words: &Words<'a>, acronym: usize) -> Option<Phrase<'a>> {
    let town = acronym + 1;
    if !Sort::ForeignClub.has(words.text(acronym)) {
        return None;
    }
    let tokens = acronym..town + 1;
    let place = words
        .likely_readings(town)
        .find(|reading| reading.name == NameClass::Place && reading.tag.class() == Class::Subst);
    Some(match place {
        Some(place) => {
            let named = (place.lemma, place.tag, EntityKind::Organization);
            Phrase::new(tokens, town..town + 1, town, named)
        }
        None => Phrase::stiff(tokens, EntityKind::Organization),
    })
}

/// "ŁKS-em Meraxon", "WKS Wisła": what Polish clubs of sport have before the name of their own or of a sponsor.
fn sports_club<'a>(words: &Words<'a>, acronym: usize) -> Option<Phrase<'a>> {
    let next = acronym + 1;
    let stem = acronym::bare(words.text(acronym), words.shape(acronym));
    let own = words.has(next, Traits::PLACE | Traits::UNKNOWN | Traits::ORGANIZATION)
        && !words.has(next, Traits::GIVEN | Traits::COUNTRY)
        && (words.has(next, Traits::PLACE) || !words.has(next, Traits::SURNAME))
        && !words.before_capital(next);
    (Sort::SportsClub.has(stem) && own).then(|| Phrase::stiff(acronym..next + 1, EntityKind::Organization))
}

/// "GKS Katowice": a town in the nominative.
fn town<'a>(words: &Words<'a>, acronym: usize) -> Option<Phrase<'a>> {
    let town = acronym + 1;
    let stem = acronym::bare(words.text(acronym), words.shape(acronym));
    let named = (stem, Tag::NOM, EntityKind::Organization);
    let end = if is_polish_town(words, town) || is_village(words, stem, town) {
        town + 1
    } else {
        double_town(words, stem, town)?
    };
    Some(Phrase::new(town..end, town..town, acronym, named))
}

/// "OSP Radziłów": a village in the nominative behind what each has of its own.
fn is_village(words: &Words<'_>, stem: &str, village: usize) -> bool {
    let place = |reading: Reading<'_>| reading.name == NameClass::Place && reading.tag.has(Tag::NOM);
    Sort::Local.has(stem)
        && words.has(village, Traits::PLACE)
        && !words.has(village, Traits::GIVEN | Traits::COUNTRY)
        && (is_plural_place(words, village) || !words.has(village, Traits::SURNAME))
        && !words.before_capital(village)
        && words.known_readings(village).any(place)
}

/// "OSP Żarki": a plural, which is no surname of one.
fn is_plural_place(words: &Words<'_>, village: usize) -> bool {
    let plural = |reading: Reading<'_>| {
        reading.name == NameClass::Place && reading.tag.has(Tag::NOM) && reading.tag.has(Tag::PL)
    };
    words.known_readings(village).any(plural)
}

/// "PKS Jelenia Góra": where a town of two words in the nominative ends, behind what each town has of its own.
fn double_town(words: &Words<'_>, stem: &str, start: usize) -> Option<usize> {
    let town = Sort::Local.has(stem).then(|| at(words, start)).flatten()?;
    let whole = town.kind == EntityKind::Place && town.tokens.len() == 2 && town.tag.has(Tag::NOM);
    whole.then_some(town.tokens.end)
}

/// "Polskie Linie Kolejowe", "Bank Śląski", "Skra Bełchatów"; a company of one word.
fn institution<'a>(words: &Words<'a>, index: usize) -> Option<Phrase<'a>> {
    at(words, index)
        .filter(|phrase| phrase.kind == EntityKind::Organization)
        .or_else(|| word(words, index, Traits::ORGANIZATION, NameClass::Organization))
}

/// "Cargo": a common noun, which has no capital by itself.
fn noun<'a>(words: &Words<'a>, index: usize) -> Option<Phrase<'a>> {
    let others = Traits::INSTITUTION | Traits::FEATURE | Traits::NATION | Traits::ROLE | Traits::FEAST;
    let noun = !words.has(index, others);
    noun.then(|| word(words, index, Traits::NOUN, NameClass::Common)).flatten()
}

/// A noun of one class that is nobody's name.
fn word<'a>(words: &Words<'a>, index: usize, of: Traits, class: NameClass) -> Option<Phrase<'a>> {
    if !words.has(index, of) || words.has(index, Traits::GIVEN | Traits::SURNAME | Traits::PLACE) {
        return None;
    }
    let named = |reading: &Reading<'_>| reading.tag.class() == Class::Subst && reading.name == class;
    let reading = words.likely_readings(index).find(named)?;
    let tokens = index..index + 1;
    let named = (reading.lemma, reading.tag, EntityKind::Organization);
    Some(Phrase::new(tokens.clone(), tokens, index, named))
}

/// Whether the acronym may belong to a word before it that is no subject, so that what follows may be one: "zdaniem NBP Rada".
fn is_governed(words: &Words<'_>, acronym: usize) -> bool {
    let Some(before) = words.before(acronym) else { return false };
    let mut governors = words
        .known_readings(before)
        .filter(|reading| matches!(reading.tag.class(), Class::Subst | Class::Ger | Class::Prep));
    governors.clone().next().is_some() && !governors.any(|governor| governor.tag.has(Tag::NOM))
}
