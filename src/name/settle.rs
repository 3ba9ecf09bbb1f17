//! What candidates are names, of which kind and with which base form, decided over the whole article.

use std::collections::{HashMap, HashSet};

use super::EntityKind;
use super::detect::Candidate;
use super::forms::Of;
use super::lists::SPEECH;
use super::phrase;
use super::resolve::{Base, Evidence, Lattice, context};
use super::role::{self, Role};
use super::words::{Traits, Words};
use crate::morph::{Class, Shape, Tag, TokenRange};

/// A name with everything decided about it.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) tokens: TokenRange,
    pub(super) kind: EntityKind,
    pub(super) base: Base,
    pub(super) role: Option<Role>,
}

/// Decides over all candidates of a text; the names are in text order.
pub(super) fn names(words: &Words<'_>, mut candidates: Vec<Candidate>) -> Vec<Name> {
    let evidence = people_evidence(words, &mut candidates);
    let votes = votes(words, &candidates, &evidence);
    let things = things_evidence(words, &candidates);
    let sure = sure_bases(words, &candidates);
    let mut names = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let Some(kind) = candidate.kind.or_else(|| decided(words, &candidate, &evidence, &votes)) else {
            continue;
        };
        let base = base(words, &candidate, kind, &evidence, &things);
        if candidate.doubtful && !sure.contains(&base.text) && !settled(&base, kind, &evidence) {
            continue;
        }
        let person = kind == EntityKind::Person;
        names.push(Name { tokens: candidate.tokens, kind, base, role: candidate.role.filter(|_| person) });
    }
    names
}

fn settled(base: &Base, kind: EntityKind, evidence: &Evidence) -> bool {
    kind == EntityKind::Person && base.parts.iter().any(|part| evidence.is_settled(part))
}

/// Forms of all names that may be of people, and the words of those that are full names.
fn people_evidence(words: &Words<'_>, candidates: &mut [Candidate]) -> Evidence {
    let mut evidence = Evidence::default();
    let open = |candidate: &Candidate| {
        candidate.phrase.is_none() && candidate.kind.is_none_or(|kind| kind == EntityKind::Person)
    };
    for candidate in candidates.iter_mut().filter(|candidate| open(candidate)) {
        if candidate.role.is_none() {
            candidate.role = role::after(words, candidate.tokens.end);
            if candidate.role.is_some()
                && !words.has(candidate.tokens.start, Traits::PLACE | Traits::ORGANIZATION)
            {
                candidate.kind = candidate.kind.or(Some(EntityKind::Person));
            }
        }
        evidence.add(&Lattice::of(words, &candidate.tokens, Of::Person));
    }
    let mut full = Vec::new();
    for candidate in candidates.iter() {
        if candidate.kind == Some(EntityKind::Person) && !candidate.doubtful && candidate.tokens.len() > 1 {
            full.push(person_base(words, candidate, &evidence));
        }
    }
    for base in &full {
        evidence.settle(base);
    }
    evidence
}

/// Forms of all names word by word that may be of organizations and places.
fn things_evidence(words: &Words<'_>, candidates: &[Candidate]) -> Evidence {
    let mut evidence = Evidence::default();
    for candidate in candidates {
        if candidate.phrase.is_none() && candidate.kind != Some(EntityKind::Person) {
            evidence.add(&Lattice::of(words, &candidate.tokens, Of::Thing));
        }
    }
    evidence
}

fn person_base(words: &Words<'_>, candidate: &Candidate, evidence: &Evidence) -> Base {
    let context = context(words, &candidate.tokens, candidate.role.as_ref());
    Lattice::of(words, &candidate.tokens, Of::Person).choose(context, Of::Person, evidence)
}

fn base(
    words: &Words<'_>,
    candidate: &Candidate,
    kind: EntityKind,
    people: &Evidence,
    things: &Evidence,
) -> Base {
    if let Some(phrase) = &candidate.phrase {
        return unchanged(phrase.base(words));
    }
    if kind == EntityKind::Person {
        return person_base(words, candidate, people);
    }
    let text = words.text(candidate.tokens.start);
    let stem = phrase::acronym_stem(text);
    let acronym =
        candidate.tokens.len() == 1 && (stem != text || words.shape(candidate.tokens.start) == Shape::Upper);
    if acronym {
        return unchanged(stem.to_owned());
    }
    let context = context(words, &candidate.tokens, None);
    Lattice::of(words, &candidate.tokens, Of::Thing).choose(context, Of::Thing, things)
}

fn unchanged(text: String) -> Base {
    Base { parts: vec![text.clone()], text, gender: Tag::IGN, gender_open: true }
}

/// Base forms of the names about whose being names there is no doubt.
fn sure_bases(words: &Words<'_>, candidates: &[Candidate]) -> HashSet<String> {
    let none = Evidence::default();
    candidates
        .iter()
        .filter(|candidate| !candidate.doubtful)
        .map(|candidate| {
            base(words, candidate, candidate.kind.unwrap_or(EntityKind::Person), &none, &none).text
        })
        .collect()
}

/// For each word that only the article can tell: how much speaks for a person, an organization, a place, none of these.
type Votes = HashMap<String, [i32; 4]>;

fn votes(words: &Words<'_>, candidates: &[Candidate], evidence: &Evidence) -> Votes {
    let mut votes = Votes::new();
    for candidate in candidates.iter().filter(|candidate| candidate.kind.is_none()) {
        let lean = lean(words, candidate);
        let sum = votes.entry(person_base(words, candidate, evidence).text).or_default();
        sum.iter_mut().zip(lean).for_each(|(sum, more)| *sum += more);
    }
    votes
}

fn decided(
    words: &Words<'_>,
    candidate: &Candidate,
    evidence: &Evidence,
    votes: &Votes,
) -> Option<EntityKind> {
    let base = person_base(words, candidate, evidence);
    if base.parts.last().is_some_and(|last| evidence.is_settled(last)) {
        return Some(EntityKind::Person);
    }
    let [person, organization, place, product] = votes.get(&base.text).copied().unwrap_or_default();
    let most = person.max(organization).max(place);
    if product > most {
        None
    } else if person == most {
        Some(EntityKind::Person)
    } else if place == most {
        Some(EntityKind::Place)
    } else {
        Some(EntityKind::Organization)
    }
}

/// What one occurrence says: the words themselves and the words beside them.
fn lean(words: &Words<'_>, candidate: &Candidate) -> [i32; 4] {
    let start = candidate.tokens.start;
    let traits = words.traits(start);
    let single = candidate.tokens.len() == 1;
    let (mut person, mut organization, mut place) = (0, 3, 0);
    if traits.has(Traits::GIVEN) {
        person += 6;
    }
    if traits.has(Traits::SURNAME) {
        person += if traits.has(Traits::PLACE) { 2 } else { 5 };
    }
    if candidate.role.is_some() {
        person += if traits.has(Traits::PLACE) { 1 } else { 5 };
    }
    if traits.has(Traits::PLACE) {
        place += 5;
    }
    if traits.has(Traits::OTHER | Traits::ORGANIZATION) {
        organization += 4;
    }
    if locative_before(words, start) {
        place += 3;
    }
    if beside_verb(words, &candidate.tokens) {
        person += 5;
    }
    // Companies and places take -u where people take -a.
    if single && traits.has(Traits::UNKNOWN) && words.text(start).ends_with('u') {
        organization += 6;
    }
    let product = if candidate.product { 12 } else { 0 };
    [person, organization, place, product]
}

/// `w`, `do`, `z`, `na`: places stand behind them more often than people.
fn locative_before(words: &Words<'_>, start: usize) -> bool {
    start
        .checked_sub(1)
        .is_some_and(|before| matches!(words.key(before), "w" | "we" | "do" | "koło" | "pod" | "nad"))
}

/// Whether a verb that asks for a person stands right before or after.
fn beside_verb(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let finite = |index: usize| {
        words.known_readings(index).any(|reading| {
            matches!(reading.tag.class(), Class::Praet | Class::Fin) && SPEECH.contains(reading.lemma)
        })
    };
    finite(tokens.end) || tokens.start.checked_sub(1).is_some_and(finite)
}
