//! The closed lists of the stage: one commented text file each, read once.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::EntityKind;
use crate::morph::Tag;
use crate::text::{Hasher, Listed, rows};

fn words(file: &'static str) -> Listed<()> {
    rows(file).collect()
}

fn pairs(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(file).filter_map(|line| line.split_once(char::is_whitespace)).map(|(a, b)| (a, b.trim()))
}

/// The first words of a list with all that may stand behind them; nothing where a word stands alone.
fn followed(names: impl Iterator<Item = &'static str>) -> Listed<Vec<&'static str>> {
    let mut followed: Listed<Vec<&str>> = Listed::default();
    for (first, rest) in names.map(|row| row.split_once(' ').unwrap_or((row, ""))) {
        followed.entry(first).push(rest);
    }
    followed
}

/// `m`, `f` or `mf` as the genders of people.
fn sex(written: &str) -> Tag {
    match written {
        "m" => Tag::M1,
        "f" => Tag::F,
        _ => Tag::M1 | Tag::F,
    }
}

/// Small words inside foreign names of people.
pub(super) static PARTICLES: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("particles.txt")));

/// Given names that the dictionary lacks, with the sexes that bear them.
pub(super) static GIVEN_NAMES: Lazy<Listed<Tag>> =
    Lazy::new(|| pairs(include_str!("given_names.txt")).map(|(name, x)| (name, sex(x))).collect());

/// Nouns that say what a person is; both genders for masculine titles that women bear uninflected.
pub(super) static ROLES: Lazy<Listed<Tag>> =
    Lazy::new(|| pairs(include_str!("roles.txt")).map(|(noun, x)| (noun, sex(x))).collect());

/// Roles that are always somebody's.
pub(super) static RELATIONS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("relations.txt")));

/// Nouns of what only a person has or does.
pub(super) static DEEDS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("deeds.txt")));

/// Common nouns that are makers with a capital.
pub(super) static BRANDS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("brands.txt")));

/// Endings of the surnames of many languages, by their last letters.
pub(super) static SURNAME_ENDINGS: Lazy<HashMap<char, Vec<&str>, Hasher>> =
    Lazy::new(|| by_last_letter(rows(include_str!("surname_endings.txt")), |ending| ending));

/// Endings of places of many languages, by their last letters.
pub(super) static PLACE_ENDINGS: Lazy<HashMap<char, Vec<&str>, Hasher>> =
    Lazy::new(|| by_last_letter(rows(include_str!("place_endings.txt")), |ending| ending));

/// Abbreviated titles and what they stand for.
pub(super) static ROLE_ABBREVIATIONS: Lazy<Listed<&str>> =
    Lazy::new(|| pairs(include_str!("role_abbreviations.txt")).collect());

/// Countries, regions and capitals, which are places whatever else the dictionary holds.
pub(super) static COUNTRIES: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("countries.txt")));

/// Places and organizations of one word that the dictionary lacks.
pub(super) static THINGS: Lazy<Listed<EntityKind>> = Lazy::new(|| {
    let places = rows(include_str!("places.txt")).map(|name| (name, EntityKind::Place));
    let companies = rows(ORGANIZATIONS).filter(|name| !name.contains(' '));
    companies.map(|name| (name, EntityKind::Organization)).chain(places).collect()
});

/// Organizations of several words that look like people, by their first word: the words behind it.
pub(super) static COMPANIES: Lazy<Listed<Vec<&str>>> = Lazy::new(|| {
    let alone: Listed<()> = rows(ORGANIZATIONS).filter(|name| !name.contains(' ')).collect();
    let stands_alone = |name: &&str| name.split(' ').next().is_some_and(|first| alone.contains(first));
    followed(rows(ORGANIZATIONS).filter(|name| !stands_alone(name)))
});

/// Legal forms of companies, by their first letters.
pub(super) static LEGAL_FORMS: Lazy<HashMap<char, Vec<&str>, Hasher>> = Lazy::new(|| {
    let mut forms: HashMap<char, Vec<_>, Hasher> = HashMap::default();
    for form in rows(include_str!("legal_forms.txt")) {
        if let Some(first) = form.chars().next() {
            forms.entry(first).or_default().push(form);
        }
    }
    forms
});

const ORGANIZATIONS: &str = include_str!("organizations.txt");

/// Polish towns that are meant where another place has the same form.
pub(super) static TOWNS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("towns.txt")));

/// Abbreviated adjectives in names of places.
pub(super) static POINTS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("points.txt")));

/// Verbs whose subject is a person.
pub(super) static SPEECH: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("speech.txt")));

/// Small foreign words between the capitals of one name.
pub(super) static CONNECTORS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("connectors.txt")));

/// Head nouns of organizations.
pub(super) static INSTITUTIONS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("institutions.txt")));

/// Head nouns of organizations that are called after people.
pub(super) static PATRONS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("patrons.txt")));

/// Head nouns of offices of which each town has its own.
pub(super) static SEATED: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("seated.txt")));

/// Nouns that head the titles of newspapers.
pub(super) static PRESS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("press.txt")));

/// An adjective and what the noun with it names.
type Standing = (&'static str, EntityKind);

/// Nouns that an adjective makes a name of their own, with that adjective and what they name.
pub(super) static STANDING: Lazy<Listed<Vec<Standing>>> = Lazy::new(|| {
    let row = |row: &'static str| {
        let mut words = row.split(' ');
        let (noun, adjective, kind) = (words.next()?, words.next()?, words.next()?);
        let kind = if kind == "place" { EntityKind::Place } else { EntityKind::Organization };
        Some((noun, (adjective, kind)))
    };
    let mut standing: Listed<Vec<_>> = Listed::default();
    for (noun, named) in rows(include_str!("standing.txt")).filter_map(row) {
        standing.entry(noun).push(named);
    }
    standing
});

/// Nouns of those who play for a club or stand by it.
pub(super) static ATHLETES: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("athletes.txt")));

/// Clubs that are called as something else is.
pub(super) static CLUBS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("clubs.txt")));

/// Members of parties and the parties that are called after them.
pub(super) static MEMBERS: Lazy<Listed<&str>> = Lazy::new(|| pairs(include_str!("members.txt")).collect());

/// Organizations whose names no rule reads, by the noun that heads them: what follows it.
pub(super) static FIXED: Lazy<Listed<Vec<&str>>> = Lazy::new(|| followed(rows(include_str!("fixed.txt"))));

/// Places of several words that look like something else, by their first word: the words behind it.
pub(super) static PLACES: Lazy<Listed<Vec<&str>>> =
    Lazy::new(|| followed(rows(include_str!("places_of_words.txt"))));

/// Towns that are called after their water too, by the first word: the words behind it.
pub(super) static WATERSIDE: Lazy<Listed<Vec<&str>>> =
    Lazy::new(|| followed(rows(include_str!("waterside.txt"))));

/// Contests of several foreign words, by their first word: the words behind it.
pub(super) static CONTESTS: Lazy<Listed<Vec<&str>>> =
    Lazy::new(|| followed(rows(include_str!("contests.txt"))));

/// What ministers are of.
pub(super) static PORTFOLIOS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("portfolios.txt")));

/// Head nouns of places.
pub(super) static FEATURES: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("features.txt")));

/// Feasts by the base forms of their first word: those of their second, nothing where they have none.
pub(super) static FEASTS: Lazy<Listed<Vec<&str>>> = Lazy::new(|| followed(rows(include_str!("feasts.txt"))));

/// Common nouns that head names of nothing of ours, with the adjectives that make one; nothing where they need none.
pub(super) static OTHERS: Lazy<Listed<Vec<&str>>> = Lazy::new(|| followed(rows(include_str!("others.txt"))));

/// Foreign words and legal forms in names of organizations, in lower case.
pub(super) static ORGANIZATION_WORDS: Lazy<Listed<()>> =
    Lazy::new(|| words(include_str!("organization_words.txt")));

/// Foreign words in names of places, in lower case.
pub(super) static PLACE_WORDS: Lazy<Listed<()>> = Lazy::new(|| words(include_str!("place_words.txt")));

/// Words of capitals that are no organizations: places, or nothing of ours.
pub(super) static ACRONYMS: Lazy<Listed<Option<EntityKind>>> = Lazy::new(|| {
    let kind = |x| match x {
        "place" => Some(EntityKind::Place),
        "organization" => Some(EntityKind::Organization),
        _ => None,
    };
    pairs(include_str!("acronyms.txt")).map(|(word, x)| (word, kind(x))).collect()
});

/// What a common noun before a name says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    Organization,
    Place,
    /// A newspaper, channel or site.
    Press,
    /// A work, a law, a product: nothing of ours.
    Title,
}

/// Common nouns before a name that say what it is of.
pub(super) static CUES: Lazy<Listed<Cue>> = Lazy::new(|| {
    let cue = |x| match x {
        "organization" => Cue::Organization,
        "place" => Cue::Place,
        "press" => Cue::Press,
        _ => Cue::Title,
    };
    pairs(include_str!("cues.txt")).map(|(noun, x)| (noun, cue(x))).collect()
});

/// One way in which a name outside the dictionary inflects.
#[derive(Debug)]
pub(super) struct Ending {
    /// Ending of the form.
    pub(super) form: &'static str,
    /// Ending of the base form.
    pub(super) base: &'static str,
    /// Whether a consonant must stand before it.
    pub(super) after_consonant: bool,
    /// Number, cases and genders of the form.
    pub(super) tag: Tag,
    /// How far the ending speaks for this reading, in tenths.
    pub(super) weight: i16,
}

/// Endings by the last letter of the form.
pub(super) static ENDINGS: Lazy<HashMap<char, Vec<Ending>, Hasher>> =
    Lazy::new(|| by_last_letter(rows(include_str!("endings.txt")).filter_map(ending), |ending| ending.form));

fn by_last_letter<T>(
    endings: impl Iterator<Item = T>,
    written: impl Fn(&T) -> &'static str,
) -> HashMap<char, Vec<T>, Hasher> {
    let mut by_last: HashMap<char, Vec<T>, Hasher> = HashMap::default();
    for ending in endings {
        if let Some(last) = written(&ending).chars().next_back() {
            by_last.entry(last).or_default().push(ending);
        }
    }
    by_last
}

fn ending(line: &'static str) -> Option<Ending> {
    let mut columns = line.split_whitespace();
    let (form, base, genders, cases, weight) =
        (columns.next()?, columns.next()?, columns.next()?, columns.next()?, columns.next()?);
    let genders = match genders {
        "m1" => Tag::M1,
        "m3" => Tag::M3,
        "m" => Tag::M1 | Tag::M3,
        "f" => Tag::F,
        _ => Tag::M1 | Tag::F,
    };
    let cases: Tag = format!("subst:{cases}").parse().ok()?;
    Some(Ending {
        form: form.trim_start_matches('~'),
        base: base.trim_start_matches(['~', '-']),
        after_consonant: form.starts_with('~'),
        tag: cases | genders,
        weight: weight.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_is_read() {
        let written = rows(include_str!("endings.txt")).count();
        assert_eq!(ENDINGS.values().map(Vec::len).sum::<usize>(), written);
    }
}
