//! What candidates are names, of which kind and with which base form, decided over the whole article.

mod lean;
mod slots;
mod vote;

use std::collections::{HashMap, HashSet};

use self::slots::Slots;
use self::vote::decide;
use super::base::{Base, Context, Evidence};
use super::detect::Candidate;
use super::few::Few;
use super::lists::Cue;
use super::role::Role;
use super::words::{Traits, Words};
use super::{EntityKind, cue};
use crate::morph::{Tag, TokenRange};
use crate::text::Hasher;

/// A candidate with what is known of it, by and by a name with everything decided about it.
#[derive(Debug)]
pub(super) struct Name<'a> {
    candidate: Candidate<'a>,
    /// Where its slots begin in those of the text: as those of a person's name where it may be one, behind them as those of
    /// a thing's name where it may be one.
    slots: u32,
    may_be_person: bool,
    may_be_thing: bool,
    context: Context,
    /// Its base form, where that is decided for good.
    base: Option<Base<'a>>,
    /// What stands for it by itself later: the head of an institution, the first word of a club.
    head: Option<Box<str>>,
}

impl<'a> Name<'a> {
    pub(super) fn tokens(&self) -> &TokenRange {
        &self.candidate.tokens
    }

    /// What it names; `None` until the article decides.
    pub(super) fn kind(&self) -> Option<EntityKind> {
        self.candidate.kind
    }

    /// Its base form; nothing until the article decides.
    pub(super) fn base(&self) -> &Base<'a> {
        const UNDECIDED: &Base<'static> = &Base::NONE;
        self.base.as_ref().unwrap_or(UNDECIDED)
    }

    pub(super) fn role(&self) -> Option<&Role> {
        self.candidate.role.as_deref()
    }

    pub(super) fn head(&self) -> Option<&str> {
        self.head.as_deref()
    }

    /// Genders of the verb whose subject it seems to be.
    pub(super) fn verb(&self) -> Tag {
        self.context.verb
    }

    /// Frees the words of its base form, which nothing asks for once it is linked.
    pub(super) fn forget_words(&mut self) {
        if let Some(base) = &mut self.base {
            base.parts = Few::NONE;
        }
    }

    pub(super) fn into_parts(self) -> (TokenRange, Base<'a>, Option<Role>) {
        let Candidate { tokens, role, .. } = self.candidate;
        (tokens, self.base.unwrap_or(Base::NONE), role.map(|role| *role))
    }

    fn is_full_name(&self) -> bool {
        self.candidate.tokens.len() > 1 && self.may_be_person
    }

    /// A company of one word by the noun before it.
    fn is_introduced(&self, words: &Words<'_>) -> bool {
        self.candidate.kind == Some(EntityKind::Organization)
            && self.candidate.tokens.len() == 1
            && cue::before(words, self.candidate.tokens.start) == Some(Cue::Organization)
    }
}

/// Decides over all candidates of a text; the names are in text order.
pub(super) fn names<'a>(words: &Words<'a>, mut candidates: Vec<Candidate<'a>>) -> Vec<Name<'a>> {
    repeat_companies(words, &mut candidates);
    let mut slots = Slots::with_room(words, candidates.len());
    let mut names = Vec::with_capacity(candidates.len());
    names.extend(candidates.into_iter().map(|candidate| slots.name(candidate)));
    let mut people = Evidence::with_room(words.forms.len(), names.len());
    let mut things = Evidence::with_room(words.forms.len(), names.len());
    for name in &names {
        slots.person(name).into_iter().for_each(|person| people.add(&person));
        slots.thing(name).into_iter().for_each(|thing| things.add(&thing));
    }
    settle_full_names(&slots, &mut names, &mut people);
    // Names of several words first: who the people among them are says what single words are.
    decide(&slots, &mut names, &mut people, true);
    decide(&slots, &mut names, &mut people, false);
    names.retain_mut(|name| slots.finish(name, &people, &things));
    drop_doubtful(&mut names, &people);
    names
}

/// Drops the names that were doubtful and that no other name of the article shows to be one.
fn drop_doubtful(names: &mut Vec<Name<'_>>, people: &Evidence<'_>) {
    if !names.iter().any(|name| name.candidate.doubtful) {
        return;
    }
    let doubtful = names.iter().filter(|name| name.candidate.doubtful).map(|name| &*name.base().text);
    let mut shown: HashMap<_, _, Hasher> = doubtful.map(|text| (text, false)).collect();
    for name in names.iter() {
        let sure = (!name.candidate.doubtful).then_some(&*name.base().text);
        for text in sure.into_iter().chain(name.head()) {
            if let Some(shown) = shown.get_mut(text) {
                *shown = true;
            }
        }
    }
    let is_shown = |name: &Name<'_>| {
        let person = name.kind() == Some(EntityKind::Person);
        let bears = || person && name.base().parts.iter().any(|part| people.is_settled(part));
        !name.candidate.doubtful || bears() || shown.get(&*name.base().text) == Some(&true)
    };
    let mut shown = names.iter().map(is_shown).collect::<Vec<_>>().into_iter();
    names.retain(|_| shown.next().unwrap_or_default());
}

/// What a noun has shown to be a company ("kancelaria Clifford Chance") is one wherever the same words stand.
fn repeat_companies(words: &Words<'_>, candidates: &mut [Candidate<'_>]) {
    let text =
        |candidate: &Candidate<'_>| words.tagged.span(candidate.tokens.clone()).slice(words.tagged.text());
    let company = |candidate: &&Candidate<'_>| {
        candidate.kind == Some(EntityKind::Organization)
            && candidate.phrase.is_none()
            && words.has(candidate.tokens.start, Traits::GIVEN)
    };
    let companies: HashSet<_, Hasher> = candidates.iter().filter(company).filter_map(text).collect();
    for candidate in candidates.iter_mut().filter(|candidate| candidate.kind == Some(EntityKind::Person)) {
        if !companies.is_empty() && text(candidate).is_some_and(|text| companies.contains(text)) {
            candidate.kind = Some(EntityKind::Organization);
            candidate.role = None;
        }
    }
}

/// Records the words of the full names of people.
fn settle_full_names<'a>(slots: &Slots<'_, 'a>, names: &mut [Name<'a>], people: &mut Evidence<'a>) {
    let full = |name: &&mut Name<'_>| {
        name.is_full_name() && !name.candidate.doubtful && name.candidate.kind == Some(EntityKind::Person)
    };
    for name in names.iter_mut().filter(full) {
        name.base = slots.as_person(name, people);
    }
    for name in names {
        if let Some(base) = &name.base {
            people.settle(base);
        }
        // What is open is asked anew when all full names are known.
        name.base = name.base.take().filter(|base| base.is_certain() && !base.gender_open);
    }
}
