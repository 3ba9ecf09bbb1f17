//! Roles without a name that stand for a person of whom the article states them: "Prezydent Norlandii" beside "prezydent
//! Norlandii Jan Wilk".

use std::collections::{HashMap, HashSet};

use super::lists::ROLES;
use super::role::Alone;
use super::words::{Traits, Words};
use super::{Entity, EntityKind, Reference};
use crate::morph::TokenRange;
use crate::text::Hasher;

/// Whose a role is: the entity's number, `None` where several people have it.
type Bearers<'e> = HashMap<&'e str, Option<u32>, Hasher>;

/// Adds to each person where a role stands for them.
pub(super) fn add(words: &Words<'_>, entities: &mut [Entity]) {
    for (id, reference) in references(words, entities) {
        if let Some(entity) = entities.get_mut(id as usize) {
            entity.references.push(reference);
        }
    }
}

/// Where a role stands for somebody, with the numbers of the entities.
fn references(words: &Words<'_>, entities: &[Entity]) -> Vec<(u32, Reference)> {
    let mut found = Vec::new();
    let bearers = bearers(entities);
    if bearers.is_empty() {
        return found;
    }
    let nouns: HashSet<&str, Hasher> = bearers.keys().flat_map(|role| nouns(role)).collect();
    let taken = taken(entities);
    let mut index = 0;
    while let Some(start) = words.find(index, Traits::OFFICE) {
        let covered = taken.partition_point(|range| range.end <= start);
        if let Some(range) = taken.get(covered).filter(|range| range.contains(&start)) {
            index = range.end;
            continue;
        }
        index = start + 1;
        let Some(alone) = Alone::at(words, start) else { continue };
        let beside_name = taken.get(covered).is_some_and(|next| next.start < alone.tokens.end + 1);
        index = alone.tokens.end.max(index);
        if beside_name || !nouns.contains(alone.noun()) {
            continue;
        }
        let role = alone.text(words);
        let Some(Some(id)) = bearers.get(&*role).copied() else { continue };
        let span = words.tagged.span(alone.tokens.clone());
        found.push((id, Reference { span, tokens: alone.tokens, role }));
    }
    found
}

/// The nouns of the list in a role: "prezydent" of "prezydent-elekt".
fn nouns(role: &str) -> impl Iterator<Item = &str> {
    role.split(|c: char| !c.is_alphabetic()).filter(|word| ROLES.contains_key(word))
}

/// The stated roles, whole and by their first noun alone.
fn bearers(entities: &[Entity]) -> Bearers<'_> {
    let mut bearers = Bearers::default();
    let people = entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    for person in people {
        for role in person.mentions.iter().filter_map(|mention| mention.role.as_deref()) {
            let noun = role.split(' ').find(|word| ROLES.contains_key(word));
            for stated in [Some(role), noun].into_iter().flatten() {
                let bearer = bearers.entry(stated).or_insert(Some(person.id));
                *bearer = bearer.filter(|id| *id == person.id);
            }
        }
    }
    bearers
}

/// Stretches that are names of people or roles beside them, in order.
fn taken(entities: &[Entity]) -> Vec<TokenRange> {
    let people = entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let ranges = people.flat_map(|person| &person.mentions).flat_map(|mention| {
        [Some(mention.tokens.clone()), mention.role_tokens.clone()].into_iter().flatten()
    });
    let mut ranges: Vec<_> = ranges.collect();
    ranges.sort_by_key(|range| range.start);
    ranges
}
