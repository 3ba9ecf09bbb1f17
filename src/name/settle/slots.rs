//! What the words of the candidates may be, and the base forms that come of it.

use std::borrow::Cow;
use std::ops::Range;

use super::Name;
use crate::morph::{Shape, Tag, TokenRange};
use crate::name::base::context::context;
use crate::name::base::lattice::{self, Lattice, Slot};
use crate::name::base::nominative::push_cased_like;
use crate::name::base::{Base, Evidence, Of, cases};
use crate::name::detect::Candidate;
use crate::name::kind::place::is_polish_town;
use crate::name::kind::{acronym, club};
use crate::name::words::Words;
use crate::name::{EntityKind, role};
use crate::span::narrow;

/// Letters of a word that is too long for an acronym.
const WORD: usize = 5;

/// What the words of all candidates may be; each is worked out once.
pub(super) struct Slots<'w, 'a> {
    pub(super) words: &'w Words<'a>,
    all: Vec<Slot<'a>>,
}

impl<'w, 'a> Slots<'w, 'a> {
    /// None yet, with room for those of so many candidates of one word.
    pub(super) fn with_room(words: &'w Words<'a>, candidates: usize) -> Self {
        Self { words, all: Vec::with_capacity(candidates) }
    }

    /// A candidate, with its slots added to the others.
    pub(super) fn name(&mut self, mut candidate: Candidate<'a>) -> Name<'a> {
        let (words, kind) = (self.words, candidate.kind);
        let word_by_word = candidate.phrase.is_none() && acronym::alone(words, &candidate.tokens).is_none();
        let may_be_person = word_by_word && kind.is_none_or(|kind| kind == EntityKind::Person);
        // "asp. Jan Nowak, rzecznik policji": the office says more than the rank.
        if may_be_person && candidate.role.as_ref().is_none_or(|role| role.rank) {
            let agreement = cases::name_agreement(words, candidate.tokens.start);
            let genders = if agreement.has(Tag::GENDERS) { agreement } else { Tag::GENDERS };
            let office = role::after(words, &candidate.tokens, genders).map(Box::new);
            candidate.role = office.or(candidate.role);
        }
        let may_be_thing = word_by_word && kind != Some(EntityKind::Person);
        let slots = narrow(self.all.len());
        for (of, may_be) in [(Of::Person, may_be_person), (Of::Thing, may_be_thing)] {
            if may_be {
                lattice::add_slots(words, &candidate.tokens, of, &mut self.all);
            }
        }
        let role = candidate.role.as_deref().filter(|_| may_be_person);
        let context = context(words, &candidate.tokens, role);
        Name { candidate, slots, may_be_person, may_be_thing, context, base: None, head: None }
    }

    fn lattice(&self, name: &Name<'a>, of: Of, from: usize) -> Lattice<'_, 'a> {
        let tokens = &name.candidate.tokens;
        let slots = self.all.get(from..from + tokens.len()).unwrap_or_default();
        Lattice::new(self.words, of, tokens.start, slots)
    }

    /// Its words as those of a person's name; `None` where it cannot be one.
    pub(super) fn person(&self, name: &Name<'a>) -> Option<Lattice<'_, 'a>> {
        name.may_be_person.then(|| self.lattice(name, Of::Person, name.slots as usize))
    }

    /// Its words as those of a thing's name; `None` where it cannot be one.
    pub(super) fn thing(&self, name: &Name<'a>) -> Option<Lattice<'_, 'a>> {
        let behind = if name.may_be_person { name.candidate.tokens.len() } else { 0 };
        name.may_be_thing.then(|| self.lattice(name, Of::Thing, name.slots as usize + behind))
    }

    /// Its base form as that of a person; `None` where it cannot be one.
    pub(super) fn as_person(&self, name: &Name<'a>, people: &Evidence<'_>) -> Option<Base<'a>> {
        self.person(name).map(|lattice| lattice.choose(name.context, people))
    }

    /// What may stand for a name of several words by itself.
    fn head(&self, name: &Name<'a>) -> Option<Cow<'a, str>> {
        let organization = name.candidate.kind == Some(EntityKind::Organization);
        if !organization || name.candidate.tokens.len() < 2 {
            return None;
        }
        match &name.candidate.phrase {
            Some(phrase) => phrase.head_alone(self.words).map(Cow::Owned),
            None if club::is_club(self.words, name.candidate.tokens.start) => {
                self.listed_club(name).or_else(|| self.first_part(name).map(Cow::Borrowed))
            }
            None => None,
        }
    }

    /// What a club is called without its town.
    pub(super) fn club(&self, name: &Name<'a>) -> Option<Cow<'a, str>> {
        let Candidate { tokens, kind, .. } = &name.candidate;
        if let Some(club) = self.athletes_club(name) {
            return Some(club);
        }
        let is_club =
            || club::is_club(self.words, tokens.start) || is_polish_town(self.words, tokens.start + 1);
        let club = *kind == Some(EntityKind::Organization) && tokens.len() == 2 && is_club();
        if club { self.head(name) } else { None }
    }

    /// What the club is called that somebody plays for: "piłkarze Rakowa".
    fn athletes_club(&self, name: &Name<'a>) -> Option<Cow<'a, str>> {
        let Candidate { tokens, kind, .. } = &name.candidate;
        let organization = *kind == Some(EntityKind::Organization) && tokens.len() == 1;
        let club = if organization { club::of_athletes(self.words, tokens.start) } else { None };
        club.map(|lemma| cased_like(lemma, self.words.text(tokens.start)))
    }

    /// "z Lechem Poznań": what a club of the list is called without its town.
    fn listed_club(&self, name: &Name<'a>) -> Option<Cow<'a, str>> {
        let Candidate { tokens, kind, .. } = &name.candidate;
        let is_club = *kind == Some(EntityKind::Organization)
            && (tokens.len() == 2 && club::is_club(self.words, tokens.start)
                || club::is_club_of_sponsor(self.words, tokens));
        let called = tokens.end.checked_sub(2).filter(|_| is_club)?;
        let club = club::listed(self.words, called);
        club.map(|lemma| cased_like(lemma, self.words.text(called)))
    }

    /// Base form of its first inflecting word as that of a thing's name.
    pub(super) fn first_part(&self, name: &Name<'a>) -> Option<&'a str> {
        self.as_lone_thing(name)?.parts.first().copied()
    }

    /// Its base form as that of a thing, whatever the rest of the article says; `None` where it cannot be one.
    pub(super) fn as_lone_thing(&self, name: &Name<'a>) -> Option<Base<'a>> {
        self.thing(name).map(|lattice| lattice.choose(name.context, &Evidence::default()))
    }

    /// Whether it is a name; if so it is finished.
    pub(super) fn finish(&self, name: &mut Name<'a>, people: &Evidence<'_>, things: &Evidence<'_>) -> bool {
        let Some(kind) = name.candidate.kind else { return false };
        let base = name.base.take().unwrap_or_else(|| self.chosen(name, kind, people, things));
        name.head = self.head(name).map(Box::from);
        let Candidate { tokens, role, phrase, .. } = &mut name.candidate;
        let uninflected = base.parts.last().is_some_and(|last| *last == self.words.text(tokens.end - 1));
        if !uninflected {
            name.context.verb = Tag::GENDERS;
        }
        if kind != EntityKind::Person {
            *role = None;
        }
        (*phrase, name.base) = (None, Some(base));
        true
    }

    /// "dpa" is "DPA", "flydubai" is "Flydubai": what calls itself by small letters, as others write it. What is too short for a
    /// word is an acronym.
    fn as_others_write(&self, tokens: &TokenRange) -> Option<String> {
        let text = self.words.text(tokens.start);
        let small = tokens.len() == 1 && self.words.shape(tokens.start) == Shape::Lower;
        small.then(|| {
            let mut base = String::with_capacity(text.len());
            let capital = if text.len() < WORD { text } else { text.get(..1).unwrap_or(text) };
            base.extend(capital.chars().flat_map(char::to_uppercase));
            base.push_str(text.get(capital.len()..).unwrap_or_default());
            base
        })
    }

    /// Its base form as all of the article decides it.
    fn chosen(
        &self,
        name: &Name<'a>,
        kind: EntityKind,
        people: &Evidence<'_>,
        things: &Evidence<'_>,
    ) -> Base<'a> {
        if let Some(phrase) = &name.candidate.phrase {
            return Base::unchanged(phrase.base(self.words).into());
        }
        if let Some(club) = self.athletes_club(name) {
            return Base::unchanged(club);
        }
        if let Some(club) = self.listed_club(name) {
            let Range { start, end } = name.candidate.tokens;
            let sponsors = (start..end - 2).map(|index| self.words.text(index));
            let parts: Vec<_> = sponsors.chain([&*club, self.words.text(end - 1)]).collect();
            return Base::unchanged(parts.join(" ").into());
        }
        if let Some(acronym) = acronym::alone(self.words, &name.candidate.tokens) {
            return Base::unchanged(acronym.into());
        }
        if let Some(small) = self.as_others_write(&name.candidate.tokens) {
            return Base::unchanged(small.into());
        }
        let person = (kind == EntityKind::Person).then(|| self.as_person(name, people)).flatten();
        let thing = || self.thing(name).map(|lattice| lattice.choose(name.context, things));
        person.or_else(thing).unwrap_or(Base::NONE)
    }
}

/// A base form with the capitals of what is written.
fn cased_like<'a>(base: &'a str, written: &str) -> Cow<'a, str> {
    if base.starts_with(char::is_uppercase) {
        return Cow::Borrowed(base);
    }
    let mut cased = String::with_capacity(base.len());
    push_cased_like(&mut cased, base, written);
    Cow::Owned(cased)
}
