//! Roles without a name that stand for a person of whom the article states them: "Prezydent Norlandii" beside "prezydent
//! Norlandii Jan Wilk".

use std::collections::{HashMap, HashSet};

use crate::morph::TokenRange;
use crate::name::lists::ROLES;
use crate::name::role::Alone;
use crate::name::words::{Traits, Words};
use crate::name::{Entity, EntityKind, Reference};
use crate::text::Hasher;

/// The roles that the article states of people.
struct Stated<'e> {
    /// Whose a role is, whole or by its first noun alone: the entity's number, `None` where several people have it.
    bearers: HashMap<&'e str, Option<u32>, Hasher>,
    /// The nouns of the list in them: "prezydent" of "prezydent-elekt".
    nouns: HashSet<&'e str, Hasher>,
}

/// Adds to each person where a role stands for them.
pub(in crate::name) fn add_references(words: &Words<'_>, entities: &mut [Entity]) {
    for (id, reference) in references(words, entities) {
        if let Some(entity) = entities.get_mut(id as usize) {
            entity.references.push(reference);
        }
    }
}

/// Where a role stands for somebody, with the numbers of the entities.
fn references(words: &Words<'_>, entities: &[Entity]) -> Vec<(u32, Reference)> {
    let mut found = Vec::new();
    let stated = Stated::of(entities);
    if stated.bearers.is_empty() {
        return found;
    }
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
        if beside_name || !stated.nouns.contains(alone.noun()) {
            continue;
        }
        let role = alone.text(words);
        let Some(Some(id)) = stated.bearers.get(&*role).copied() else { continue };
        let span = words.tagged.span(alone.tokens.clone());
        found.push((id, Reference { span, tokens: alone.tokens, role }));
    }
    found
}

impl<'e> Stated<'e> {
    fn of(entities: &'e [Entity]) -> Self {
        let room = entities.len() / 2;
        let mut stated = Self {
            bearers: HashMap::with_capacity_and_hasher(room, Hasher::default()),
            nouns: HashSet::with_capacity_and_hasher(room, Hasher::default()),
        };
        for person in entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
            for role in person.mentions.iter().filter_map(|mention| mention.role.as_deref()) {
                stated.add(role, person.id);
            }
        }
        stated
    }

    fn add(&mut self, role: &'e str, person: u32) {
        // Most mentions of a person repeat their role.
        if self.bearers.get(role) == Some(&Some(person)) {
            return;
        }
        let mut noun = None;
        for word in role.split(' ') {
            let listed = ROLES.contains(word);
            noun = noun.or(listed.then_some(word));
            if listed {
                self.nouns.insert(word);
            } else if word.contains(is_no_letter) {
                self.nouns.extend(word.split(is_no_letter).filter(|part| ROLES.contains(part)));
            }
        }
        for stated in [Some(role), noun].into_iter().flatten() {
            let bearer = self.bearers.entry(stated).or_insert(Some(person));
            *bearer = bearer.filter(|id| *id == person);
        }
    }
}

fn is_no_letter(c: char) -> bool {
    !c.is_alphabetic()
}

/// Stretches that are names of people or roles beside them, in order.
fn taken(entities: &[Entity]) -> Vec<TokenRange> {
    let people = entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let ranges = people.flat_map(|person| &person.mentions).flat_map(|mention| {
        [Some(mention.tokens.clone()), mention.role_tokens.clone()].into_iter().flatten()
    });
    let mut taken = Vec::with_capacity(2 * entities.len());
    taken.extend(ranges);
    taken.sort_by_key(|range| range.start);
    taken
}
