//! The mentions of the names' stage by their tokens, each with its role.

use super::View;
use crate::morph::{Class, TokenRange};
use crate::name::{Entity, EntityKind, Mention};

/// A mention of an entity.
#[derive(Clone, Debug)]
pub(in crate::quote) struct Named<'a> {
    pub(in crate::quote) entity: &'a Entity,
    pub(in crate::quote) mention: &'a Mention,
    /// The mention with its role.
    pub(in crate::quote) tokens: TokenRange,
}

impl Named<'_> {
    pub(in crate::quote) fn is_person(&self) -> bool {
        self.entity.kind == EntityKind::Person
    }

    /// Whether it is somebody by more than one word.
    pub(in crate::quote) fn is_full_name(&self) -> bool {
        self.is_person() && self.mention.tokens.len() > 1
    }

    pub(in crate::quote) fn is_organization(&self) -> bool {
        self.entity.kind == EntityKind::Organization
    }
}

impl<'a> View<'a> {
    /// Notes the mentions in text order, and which tokens each covers.
    pub(super) fn find_names(&mut self) {
        let named = |entity: &'a Entity, mention: &'a Mention| {
            let start = self.role_start(entity, mention).unwrap_or(mention.tokens.start);
            Named { entity, mention, tokens: start..mention.tokens.end }
        };
        let mentions = |entity: &'a Entity| entity.mentions.iter().map(move |mention| named(entity, mention));
        let mut all: Vec<_> = self.entities.iter().flat_map(mentions).collect();
        all.sort_by_key(|named| (named.tokens.start, named.tokens.end));
        self.named = all;
        if self.named.is_empty() {
            return;
        }
        self.named_at = vec![0; self.noted.len()];
        for (number, named) in (1..).zip(&self.named) {
            self.named_at.get_mut(named.tokens.clone()).unwrap_or_default().fill(number);
        }
    }

    /// Where the role right before a person's name really begins: "na konferencji prasowej minister" leaves the adjective to
    /// the noun before it. `None` where a preposition parts it from the name: "napastnik w rozmowie z".
    fn role_start(&self, entity: &Entity, mention: &Mention) -> Option<usize> {
        let name = mention.tokens.start;
        let is_near = |role: &TokenRange| role.end <= name && role.end + 2 > name;
        let person = entity.kind == EntityKind::Person;
        let role = mention.role_tokens.clone().filter(|role| person && is_near(role))?;
        let last = role.end.checked_sub(1)?;
        let foreign = |at: &usize| {
            let noun =
                |noun: usize| self.tag(noun).class() == Class::Subst && self.tag(*at).agrees(self.tag(noun));
            *at < last && self.tag(*at).class() == Class::Adj && at.checked_sub(1).is_some_and(noun)
        };
        // "tłumaczy de la Croix": the verb looks like a calling.
        let verb = role.clone().rev().find(|at| self.is_finite(*at));
        let start = (verb.map_or(role.start, |verb| verb + 1)..role.end).find(|at| !foreign(at))?;
        (verb.is_some() || !self.is_preposition(last)).then_some(start)
    }
}
