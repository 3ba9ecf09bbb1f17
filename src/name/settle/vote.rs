//! The kinds that the words themselves leave open: all occurrences of a name in the article vote.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::Name;
use super::lean::{AGAIN, INTRODUCED, Lean, UNTOLD, lean, locative_before};
use super::slots::Slots;
use crate::name::EntityKind;
use crate::name::base::{Base, Evidence, Lattice};
use crate::name::detect::Candidate;
use crate::name::lists::CLUBS;
use crate::name::words::{Traits, Words};
use crate::text::Hasher;

/// A name whose kind is open, by its number, with its base form as that of a person.
type Open<'a> = (usize, Base<'a>);

/// What all occurrences of a name say together, by its base form.
type Votes<'a> = HashMap<Cow<'a, str>, Lean, Hasher>;

type Bases<'a> = HashSet<Cow<'a, str>, Hasher>;

/// Settles the open kinds of the names of `several` words, or of single words once the people among those are known.
pub(super) fn decide<'a>(
    slots: &Slots<'_, 'a>,
    names: &mut [Name<'a>],
    people: &mut Evidence<'a>,
    several: bool,
) {
    let clubs = if several { Bases::default() } else { call_clubs(slots, names) };
    let is_open = |name: &Name<'_>| name.kind().is_none() && (name.tokens().len() > 1) == several;
    let open = names.iter().enumerate().filter(|(_, name)| is_open(name));
    let open: Vec<Open<'_>> =
        open.filter_map(|(index, name)| Some((index, slots.as_person(name, people)?))).collect();
    let votes = votes(slots, names, &open, people, several);
    for (index, base) in &open {
        let Some(name) = names.get_mut(*index) else { continue };
        let kind = match () {
            () if base.parts.last().is_some_and(|last| people.is_settled(last)) => Some(EntityKind::Person),
            () if is_club(slots, name, &clubs) => Some(EntityKind::Organization),
            // "z Lechem" in an article on another club
            () if !clubs.is_empty() && is_known_club(slots.words, name) => Some(EntityKind::Organization),
            () => votes.get(&base.text).and_then(|lean| lean.elected()),
        };
        let person = kind == Some(EntityKind::Person);
        if several && person {
            people.settle(base);
        }
        name.candidate.kind = kind;
        // Nothing is settled any more once single words are decided.
        name.base = (!several && person).then(|| base.clone());
    }
}

/// What the clubs of the article are called without their towns, which then names them by itself: "Wisła" is the club in an
/// article on Wisła Płock, save where something happens in it.
fn call_clubs<'a>(slots: &Slots<'_, 'a>, names: &mut [Name<'a>]) -> Bases<'a> {
    let clubs: Bases<'_> = names.iter().filter_map(|name| slots.club(name)).collect();
    if clubs.is_empty() {
        return clubs;
    }
    let words = slots.words;
    let river = |name: &&mut Name<'_>| {
        let Candidate { tokens, kind, .. } = &name.candidate;
        *kind == Some(EntityKind::Place)
            && tokens.len() == 1
            && !locative_before(words, tokens.start)
            && words.before(tokens.start).is_none_or(|before| words.key(before) != "na")
    };
    for name in names.iter_mut().filter(river) {
        if is_club(slots, name, &clubs) || is_known_club(words, name) {
            name.candidate.kind = Some(EntityKind::Organization);
        }
    }
    clubs
}

/// Whether a name begins as one of the clubs is called.
fn is_club<'a>(slots: &Slots<'_, 'a>, name: &Name<'a>, clubs: &Bases<'_>) -> bool {
    !clubs.is_empty() && slots.first_part(name).is_some_and(|word| clubs.contains(word))
}

/// Whether a lone word is what a club of the list is called.
fn is_known_club(words: &Words<'_>, name: &Name<'_>) -> bool {
    let tokens = name.tokens();
    tokens.len() == 1
        && name.role().is_none()
        && words.known_readings(tokens.start).any(|reading| CLUBS.contains(reading.lemma))
}

/// What the occurrences of the open names say.
fn votes<'v, 'a: 'v>(
    slots: &Slots<'_, 'a>,
    names: &[Name<'a>],
    open: &'v [Open<'a>],
    people: &Evidence<'_>,
    several: bool,
) -> Votes<'v> {
    let lasts = open.iter().filter(|_| several).filter_map(|(_, base)| base.parts.last().copied());
    let alone = alone(slots, names, &lasts.collect(), people);
    let mut votes = Votes::with_capacity_and_hasher(open.len(), Hasher::default());
    for name in names.iter().filter(|name| !several && name.is_introduced(slots.words)) {
        if let Some(thing) = slots.as_lone_thing(name) {
            votes.entry(thing.text).or_default().organization += INTRODUCED;
        }
    }
    for (index, base) in open {
        let Some(name) = names.get(*index) else { continue };
        let first = Lean { organization: UNTOLD - AGAIN, ..Lean::default() };
        let sum =
            votes.entry(Cow::Borrowed(&*base.text)).or_insert(if several { Lean::default() } else { first });
        sum.add(lean(slots, name, base));
        sum.add(lean_by_neighbours(slots.words, names, *index));
        if several {
            sum.person += full_name_lean(slots.words, name, base, &alone);
        }
    }
    votes
}

/// What the names that a conjunction or a comma joins to one say of it.
fn lean_by_neighbours(words: &Words<'_>, names: &[Name<'_>], index: usize) -> Lean {
    let mut lean = Lean::default();
    let Some(tokens) = names.get(index).map(Name::tokens) else { return lean };
    if beside(words, names, index, EntityKind::Person) {
        lean.person += 4;
    }
    // "w Pszczynie i Knurowie", "w Bremie i Weeze"
    let known_place = tokens.len() == 1 && words.has(tokens.start, Traits::PLACE);
    let in_place = || {
        let first = index.checked_sub(1).and_then(|first| names.get(first)).map(Name::tokens);
        let preposition = first.and_then(|first| first.start.checked_sub(1));
        tokens.len() == 1
            && words.has(tokens.start, Traits::UNKNOWN)
            && preposition.is_some_and(|at| words.is_in(at))
    };
    if (known_place || in_place()) && beside(words, names, index, EntityKind::Place) {
        lean.place += 6;
    }
    lean
}

/// What speaks for a person in a name of several words: that its first word inflects, that its last stands alone elsewhere.
fn full_name_lean(words: &Words<'_>, name: &Name<'_>, base: &Base<'_>, alone: &Bases<'_>) -> i32 {
    let first_inflects = base.parts.first().is_some_and(|first| *first != words.text(name.tokens().start));
    let last_alone = base.parts.last().is_some_and(|last| alone.contains(*last));
    (if first_inflects { 6 } else { 0 }) + (if last_alone { 2 } else { 0 })
}

/// Which of these words stand alone elsewhere, were they people.
fn alone<'a>(
    slots: &Slots<'_, 'a>,
    names: &[Name<'a>],
    lasts: &HashSet<&str, Hasher>,
    people: &Evidence<'_>,
) -> Bases<'a> {
    if lasts.is_empty() {
        return HashSet::default();
    }
    let may_be =
        |lattice: &Lattice<'_, '_>| lattice.open().any(|x| x.1.bases().any(|base| lasts.contains(base)));
    names
        .iter()
        .filter(|name| {
            name.candidate.tokens.len() == 1 && slots.person(name).is_some_and(|person| may_be(&person))
        })
        .filter_map(|name| Some(slots.as_person(name, people)?.text))
        .collect()
}

/// Whether a conjunction or a comma joins a name to one of a kind.
fn beside(words: &Words<'_>, names: &[Name<'_>], index: usize, kind: EntityKind) -> bool {
    let Some(tokens) = names.get(index).map(|name| &name.candidate.tokens) else { return false };
    let joined = |first: usize, second: usize| {
        first + 1 == second && matches!(words.text(first), "i" | "oraz" | "," | "a" | "czy" | "lub")
    };
    let fits = |name: &&Name<'_>| name.candidate.kind == Some(kind);
    let before = index.checked_sub(1).and_then(|before| names.get(before)).filter(fits);
    let after = names.get(index + 1).filter(fits);
    before.is_some_and(|name| joined(name.candidate.tokens.end, tokens.start))
        || after.is_some_and(|name| joined(tokens.end, name.candidate.tokens.start))
}
