//! Whom a verb without a subject belongs to: the one whom the narration speaks of, or one who spoke before.

use super::noun::is_anonymous;
use super::{Attribution, Found, Spoken, Who};
use crate::morph::{Tag, TokenRange};
use crate::quote::cast::{Context, takes};
use crate::quote::cue::Frames;
use crate::quote::draft::{Draft, Turn};
use crate::quote::narration::topics;
use crate::quote::phrase::{Phrase, PhraseKind, agrees, bearer, compatible, gender_agrees};
use crate::quote::role::{self, Bearer};
use crate::quote::sort::Sort;
use crate::quote::view::Named;
use crate::quote::{Resolution, nominative};

impl<'a> Attribution<'_, 'a> {
    /// Whom a verb without subject belongs to.
    pub(super) fn carried(&self, draft: &Draft<'a>) -> Option<Found> {
        match draft.turn {
            Turn::Question if self.interview => return None,
            Turn::Answer => {
                let who = self.answers.clone().or_else(|| self.nearest_person(draft).map(Who::Entity))?;
                return Some((who, Resolution::Carried, 0.6));
            }
            _ => {}
        }
        if let Some((who, confidence)) = self.narrated(draft) {
            return Some((who, Resolution::Carried, confidence));
        }
        if let Some((who, confidence)) = self.retold(draft) {
            return Some((who, Resolution::Carried, confidence));
        }
        if let Some(who) = self.publisher(draft) {
            return Some((who, Resolution::Carried, 0.6));
        }
        // A question without a cue is answered by the other one.
        if let Some(last) = self.spoken.last().filter(|last| draft.cue.is_none() && last.asked) {
            if let Some(other) = self.spoken.iter().rev().find(|spoken| spoken.who != last.who) {
                return Some((other.who.clone(), Resolution::Carried, 0.5));
            }
        }
        let mut recent = self.spoken.iter().rev().take(8).enumerate();
        let spoken = recent.find(|(_, spoken)| self.agrees(spoken, draft));
        if let Some((back, spoken)) = spoken {
            return Some((spoken.who.clone(), Resolution::Carried, if back == 0 { 0.85 } else { 0.6 }));
        }
        self.nearest_person(draft).map(|id| (Who::Entity(id), Resolution::Carried, 0.4))
    }

    /// "Jak relacjonuje CNN, Nowak milczał. Potem powiedział": whom an outlet tells of, where nothing shows that
    /// the verb is its own.
    fn retold(&self, draft: &Draft<'a>) -> Option<(Who, f32)> {
        let last = self.spoken.last()?;
        let Who::Entity(id) = last.who else { return None };
        let gendered = draft.agreement.has(Tag::SG) && draft.agreement.has(Tag::GENDERS);
        if !gendered || self.cast.is_human(id) || self.shows_gender(id, last) && self.agrees(last, draft) {
            return None;
        }
        let mut told = topics(self.view, &[], last.content.clone());
        told.find_map(|topic| self.of_topic(&topic, None, draft))
    }

    /// "„A” – czytamy": who was quoted last of those who publish, where the last speaker only spoke.
    fn publisher(&self, draft: &Draft<'a>) -> Option<Who> {
        let publishes = |spoken: &&Spoken<'_>| {
            spoken.wrote
                || match spoken.who {
                    Who::Entity(id) => !self.cast.is_human(id),
                    Who::Unnamed(_) => spoken.titled || spoken.noun.is_some_and(role::is_source),
                }
        };
        let mut recent = self.spoken.iter().rev().take(8);
        let found = if is_read(draft) { recent.find(publishes) } else { None };
        found.map(|spoken| spoken.who.clone())
    }

    /// Whether its verb tells the gender of an organization that spoke, or its name, which an acronym does not.
    fn shows_gender(&self, id: u32, spoken: &Spoken<'_>) -> bool {
        let head = self.view.entities.get(id as usize).and_then(|entity| entity.mentions.first());
        let head = head.map_or(0, |mention| mention.tokens.start);
        let acronym = self.view.text(head).chars().all(char::is_uppercase);
        spoken.agreement.has(Tag::GENDERS) || !acronym && self.view.nominal(head).has(Tag::GENDERS)
    }

    /// Whether one who spoke may be the subject of the draft's verb.
    fn agrees(&self, spoken: &Spoken<'_>, draft: &Draft<'a>) -> bool {
        let asked = draft.agreement;
        match &spoken.who {
            Who::Entity(id) if self.cast.is_human(*id) => {
                self.person_agrees(*id, asked) && (spoken.wrote || !is_published(draft))
            }
            Who::Entity(id) => self.view.entities.get(*id as usize).is_none_or(|entity| {
                let head = entity.mentions.first().map_or(0, |mention| mention.tokens.start);
                let shared = |known| compatible(known, asked, Tag::GENDERS);
                shared(self.view.nominal(head)) && shared(spoken.agreement)
            }),
            // "Z raportu wynika, że …": what only a preposition has named does not say "dodał" behind it.
            Who::Unnamed(_)
                if spoken.noun.is_some_and(role::is_text)
                    && !spoken.agreement.has(Tag::NUMBERS)
                    && asked.has(Tag::NUMBERS) =>
            {
                false
            }
            Who::Unnamed(_) => {
                let shared = |values| compatible(spoken.agreement, asked, values);
                shared(Tag::NUMBERS) && shared(Tag::GENDERS) && noun_agrees(spoken.noun, asked)
            }
        }
    }

    /// Whether a person may be the subject of a verb by number and gender.
    fn person_agrees(&self, id: u32, agreement: Tag) -> bool {
        !agreement.is_plural() && gender_agrees(self.cast.gender(id), agreement)
    }

    /// The last person named before the draft, else the first after it.
    fn nearest_person(&self, draft: &Draft<'a>) -> Option<u32> {
        if draft.agreement.is_plural() || draft.impersonal {
            return None;
        }
        let mentions = self.view.mentions();
        let end = mentions.partition_point(|named| named.tokens.start < draft.at.min(draft.start()));
        let fits = |named: &&Named<'_>| {
            named.is_person() && gender_agrees(self.cast.gender(named.entity.id), draft.agreement)
        };
        let before = mentions.get(..end).unwrap_or_default().iter().rev().take(40).find(fits);
        let after = || mentions.get(end..).unwrap_or_default().iter().take(40).find(fits);
        before.or_else(after).map(|named| named.entity.id)
    }

    /// Whom the narration between the last quotation and this one speaks of.
    pub(super) fn narrated(&self, draft: &Draft<'a>) -> Option<(Who, f32)> {
        let topics: Vec<_> = topics(self.view, &self.contents, self.narration(draft)).collect();
        // "Anna Kos wygrała. Polka pokonała rywalkę.": what describes somebody anew goes on with whom the sentence before is
        // about.
        topics.iter().rev().fold(None, |found, topic| {
            let before = match found {
                Some((Who::Entity(id), _)) => Some(id),
                _ => None,
            };
            self.of_topic(topic, before, draft).or(found)
        })
    }

    /// The tokens between the last quotation and this one.
    pub(super) fn narration(&self, draft: &Draft<'a>) -> TokenRange {
        let from = self.spoken.last().map_or(0, |spoken| spoken.end);
        from..draft.start().min(draft.at).max(from)
    }

    /// The one that a topic is, where the draft's verb may be said of him; `before` is the topic before it.
    fn of_topic(&self, topic: &Phrase, before: Option<u32>, draft: &Draft<'a>) -> Option<(Who, f32)> {
        let view = self.view;
        if topic.kind == PhraseKind::Named {
            return self.of_named_topic(view.named(topic.head)?, draft);
        }
        let noun = view.noun(topic.head);
        if role::is_body(noun) {
            return is_read(draft).then(|| (self.of_body(topic, noun, draft), 0.6));
        }
        let number = nominative::number(view, topic);
        let plural = number.is_plural();
        if !draft.impersonal && plural != draft.agreement.is_plural()
            || !noun_agrees(Some(noun), draft.agreement)
        {
            return None;
        }
        // "Mąż został. Jak dodaje, dom spłonął.": who has said nothing yet does not add to it.
        if Sort::Kin.has(noun) && takes(draft, Frames::ADDS) && !self.spoken.is_empty() {
            return None;
        }
        let anyone = Sort::Anyone.has(noun);
        if anyone && !agrees(view, topic.head, draft.agreement) {
            return None;
        }
        if plural || anyone || is_anonymous(view, topic) {
            return Some((self.unnamed(topic, noun).0, 0.6));
        }
        // "Obok stoi polska zakonnica.": nobody who has been named.
        let verb = topic.tokens.start.checked_sub(1).filter(|verb| Sort::Appearing.has(view.lemma(*verb)));
        if verb.is_some() && !self.cast.is_borne(noun, topic.head) {
            return Some((self.unnamed(topic, noun).0, 0.6));
        }
        let bearer = bearer(view, topic.head).unwrap_or(Bearer::Man);
        let before = before.filter(|id| self.cast.may_be_called(*id, noun));
        let context = Context { last: self.last_person(), topic: before, ..Context::default() };
        let person = self.cast.described(topic, bearer, draft, context);
        // "Prezeska spółki zapowiedziała pozew. Jak podkreśliła, …, – dodała Anna Lis."
        let head = || role::is_head(noun).then(|| self.named_later(topic, bearer, draft)).flatten();
        let person = person.or_else(head);
        Some(person.map_or_else(|| (self.described(topic, noun).0, 0.5), |(id, _)| (Who::Entity(id), 0.7)))
    }

    /// The same of a topic that is a name.
    fn of_named_topic(&self, named: &Named<'_>, draft: &Draft<'a>) -> Option<(Who, f32)> {
        let id = named.entity.id;
        let fits = if self.cast.is_human(id) {
            self.person_agrees(id, draft.agreement) && !is_published(draft)
        } else {
            is_read(draft) && named.is_organization()
        };
        fits.then_some((Who::Entity(id), 0.75))
    }

    /// "Organizacja Zielony Brzeg wydała oświadczenie. „A” – napisano w nim.": the organization that a noun is or stands for.
    fn of_body(&self, topic: &Phrase, noun: &str, draft: &Draft<'a>) -> Who {
        let name = topic.tokens.clone().find_map(|at| self.view.named(at));
        if let Some(named) = name.filter(|named| named.is_organization()) {
            return Who::Entity(named.entity.id);
        }
        self.organization(noun, draft.at).unwrap_or_else(|| self.unnamed(topic, noun).0)
    }
}

/// Whether the words stand in a text: "napisano", "głosi komunikat".
fn is_read(draft: &Draft<'_>) -> bool {
    draft.impersonal || draft.cue.as_ref().is_some_and(|(_, lemma)| Sort::Proclaiming.has(lemma))
}

/// "jak podano": whether nobody says it who has only spoken; what "czytamy" stands with one may have written.
fn is_published(draft: &Draft<'_>) -> bool {
    draft.impersonal && draft.cue.as_ref().is_some_and(|(_, lemma)| !Sort::Receiving.has(lemma))
}

/// Whether a noun for a person may be the subject of a verb, by its gender.
pub(super) fn noun_agrees(noun: Option<&str>, agreement: Tag) -> bool {
    let singular = agreement.has(Tag::SG) && agreement.has(Tag::GENDERS);
    let Some(bearer) = noun.and_then(role::gender).filter(|_| singular) else { return true };
    match bearer {
        Bearer::Man => agreement.has(Tag::M1),
        Bearer::Woman => agreement.has(Tag::F),
        Bearer::Either => true,
    }
}
