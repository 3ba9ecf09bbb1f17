//! From the phrase at a cue to the speaker: names, roles, pronouns, and subjects that the verb drops.
//!
//! Drafts come in text order. What has been said so far, and whom the narration speaks of, decides who a verb without a
//! subject belongs to.

use super::cast::{Cast, Context};
use super::clause::Subject;
use super::direct::{begun, covers};
use super::draft::{Draft, Turn};
use super::narration::topics;
use super::phrase::{Phrase, PhraseKind, bearer, gender_agrees, is_title};
use super::role::{self, Bearer};
use super::view::{Glyph, Named, View};
use super::{Resolution, Speaker};
use crate::morph::{Class, Tag, TokenRange};
use crate::name::EntityKind;

/// Who is quoted: an entity, or a source that has no name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    Entity(u32),
    Unnamed(String),
}

/// Who it is, how that was found, how certain it is.
type Found = (Who, Resolution, f32);

/// One who spoke, with what later verbs may agree with.
#[derive(Clone, Debug)]
struct Spoken<'a> {
    who: Who,
    /// Number and gender that verbs gave away.
    agreement: Tag,
    /// Token after which nothing of the quotation or its cue's sentence stands.
    end: usize,
    /// The noun that described a source without a name.
    noun: Option<&'a str>,
    /// A title in quotation marks.
    titled: bool,
    asked: bool,
}

/// The memory of an article as its quotations are read.
pub(super) struct Attribution<'v, 'a> {
    view: &'v View<'a>,
    cast: Cast<'v, 'a>,
    spoken: Vec<Spoken<'a>>,
    /// Heads of the names at cues, in text order.
    names: Vec<usize>,
    /// The tokens of all contents, sorted by start.
    contents: Vec<TokenRange>,
    /// The named subject of each content's cue, as `contents`.
    owners: Vec<Option<u32>>,
    /// Whether somebody asks again and again.
    interview: bool,
    /// Whom the interview is with.
    answers: Option<Who>,
}

impl<'v, 'a> Attribution<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>, drafts: &[Draft<'a>]) -> Self {
        let owner = |draft: &Draft<'_>| match &draft.subject {
            Subject::Phrase(phrase) if phrase.kind == PhraseKind::Named => {
                view.named(phrase.head).map(|named| named.entity.id)
            }
            _ => None,
        };
        let pieces =
            drafts.iter().flat_map(|draft| draft.pieces.iter().map(move |piece| (piece, owner(draft))));
        let mut pieces: Vec<_> = pieces.collect();
        pieces.sort_by_key(|(piece, _)| piece.start);
        let (contents, owners) = pieces.into_iter().map(|(piece, owner)| (piece.clone(), owner)).unzip();
        let heads = drafts.iter().filter_map(|draft| match &draft.subject {
            Subject::Phrase(phrase) if phrase.kind == PhraseKind::Named => Some(phrase.head),
            _ => None,
        });
        let mut names: Vec<_> = heads.collect();
        names.sort_unstable();
        let interview = drafts.iter().filter(|draft| draft.turn == Turn::Question).count() > 1;
        let cast = Cast::new(view, drafts);
        Self { view, cast, spoken: Vec::new(), names, contents, owners, interview, answers: None }
    }

    /// The speaker of a draft; `None` when nobody can be named. Drafts are to be asked for in text order.
    pub(super) fn speaker(&mut self, draft: &Draft<'a>) -> Option<Speaker> {
        let (found, span) = match &draft.subject {
            Subject::Phrase(phrase) => {
                (self.of_phrase(phrase, draft), Some(self.view.tagged.span(phrase.tokens.clone())))
            }
            Subject::Dropped => (self.carried(draft), None),
        };
        let (who, resolution, confidence) = found?;
        if let (Subject::Phrase(phrase), Resolution::Role, Who::Entity(id)) =
            (&draft.subject, resolution, &who)
        {
            self.cast.learn(*id, phrase);
        }
        if draft.turn == Turn::Answer {
            self.answers = Some(who.clone());
        }
        if !self.is_nested(draft) {
            self.remember(&who, draft);
        }
        let (name, entity) = match who {
            Who::Entity(id) => (self.view.entities.get(id as usize)?.name.clone(), Some(id)),
            Who::Unnamed(name) => (name, None),
        };
        Some(Speaker { name, entity, span, resolution, confidence })
    }

    /// Whether another's words hold the cue.
    fn is_nested(&self, draft: &Draft<'a>) -> bool {
        draft.cue.is_some() && covers(&self.contents, draft.at)
    }

    fn remember(&mut self, who: &Who, draft: &Draft<'a>) {
        let view = self.view;
        let content = draft.pieces.last().map_or(draft.at, |piece| piece.end);
        let clause = draft.cue.as_ref().map_or(0, |_| view.sentence(draft.at).end);
        let asked = content > 0 && view.key(content - 1) == "?";
        let noun = match &draft.subject {
            Subject::Phrase(phrase) if phrase.kind == PhraseKind::Noun => Some(view.noun(phrase.head)),
            _ => None,
        };
        let end = content.max(clause).max(draft.at + 1);
        let titled = matches!(&draft.subject, Subject::Phrase(phrase) if phrase.kind == PhraseKind::Title);
        self.spoken.push(Spoken { who: who.clone(), agreement: draft.agreement, end, noun, titled, asked });
    }

    fn of_phrase(&self, phrase: &Phrase, draft: &Draft<'a>) -> Option<Found> {
        match phrase.kind {
            PhraseKind::Named => Some(Self::of_name(self.view.named(phrase.head)?)),
            PhraseKind::Title => Some((Who::Unnamed(self.title(phrase)), Resolution::Organization, 0.9)),
            PhraseKind::Noun => Some(self.of_noun(phrase, draft)),
            PhraseKind::Pronoun => self.of_pronoun(phrase, draft),
            PhraseKind::Relative => self.antecedent(phrase.head, draft),
        }
    }

    fn of_name(named: &Named<'_>) -> Found {
        let who = Who::Entity(named.entity.id);
        match named.entity.kind {
            EntityKind::Person => (who, Resolution::Named, 0.95),
            _ => (who, Resolution::Organization, 0.9),
        }
    }

    /// The words between the marks, or the address that stands for a title.
    fn title(&self, phrase: &Phrase) -> String {
        let Phrase { tokens, .. } = phrase;
        let marked = self.view.glyph(tokens.start) == Glyph::Quote;
        let inner = if marked { tokens.start + 1..tokens.end.saturating_sub(1) } else { tokens.clone() };
        self.view.text_of(inner).to_owned()
    }

    /// A role, an office or another noun: the person or organization that it describes, else its own words.
    fn of_noun(&self, phrase: &Phrase, draft: &Draft<'a>) -> Found {
        let view = self.view;
        let head = view.noun(phrase.head);
        let number = super::nominative::number(view, phrase);
        let one = draft.agreement.has(Tag::SG) && !draft.agreement.has(Tag::PL);
        if role::is_anyone(head) || number.is_plural() && !one {
            return self.unnamed(phrase, head);
        }
        if role::is_body(head) && phrase.tokens.end == phrase.head + 1 {
            let known = self.organization(head, draft.at);
            return known
                .map_or_else(|| self.unnamed(phrase, head), |who| (who, Resolution::Organization, 0.6));
        }
        if is_anonymous(view, phrase) {
            return self.unnamed(phrase, head);
        }
        let Some(bearer) = bearer(view, phrase.head).filter(|_| !owner_follows(view, phrase)) else {
            return self.unnamed(phrase, head);
        };
        let feminine = bearer.any() && has_feminine_modifier(view, phrase);
        let bearer = if feminine { Bearer::Woman } else { bearer };
        let context = self.context(draft);
        let person = self.cast.described(phrase, bearer, draft, context);
        person.or_else(|| self.named_later(bearer, draft)).map_or_else(
            || self.described(phrase, head),
            |(id, confidence)| (Who::Entity(id), Resolution::Role, confidence),
        )
    }

    /// Who spoke last, and whom the narration speaks of. Whom a speaker quotes is not the speaker.
    fn context(&self, draft: &Draft<'a>) -> Context {
        if self.is_nested(draft) {
            return Context { not: self.owner(draft.at), ..Context::default() };
        }
        let mut speakers =
            self.spoken.iter().rev().take(3).enumerate().filter_map(|(back, spoken)| match &spoken.who {
                Who::Entity(id) if self.cast.is_human(*id) => Some((*id, back)),
                _ => None,
            });
        let topic = self.narrated(draft).and_then(|(who, _)| match who {
            Who::Entity(id) => Some(id),
            Who::Unnamed(_) => None,
        });
        Context { last: speakers.next(), topic, not: None }
    }

    /// The one named at the cue of the content that holds a token.
    fn owner(&self, at: usize) -> Option<u32> {
        begun(&self.contents, at).and_then(|number| self.owners.get(number)).copied().flatten()
    }

    /// A source without a name, in the fullest words that the article has used for it.
    fn unnamed(&self, phrase: &Phrase, head: &str) -> Found {
        let name = super::nominative::of(self.view, phrase);
        let earlier = self.spoken.iter().rev().take(12).find_map(|spoken| match &spoken.who {
            Who::Unnamed(earlier) if spoken.noun == Some(head) && earlier.len() > name.len() => {
                Some(earlier.clone())
            }
            _ => None,
        });
        (Who::Unnamed(earlier.unwrap_or(name)), Resolution::Role, 0.7)
    }

    /// A person without a name may be described anew: "prawnik" is "mecenas" later on.
    fn described(&self, phrase: &Phrase, head: &str) -> Found {
        let bare = phrase.tokens.len() == 1;
        let last = self.spoken.last().filter(|last| {
            let earlier = last.noun.and_then(role::gender);
            let same = earlier.zip(role::gender(head)).is_some_and(|(one, other)| one.agrees(other));
            bare && matches!(last.who, Who::Unnamed(_)) && same && !role::is_kin(head)
        });
        last.map_or_else(|| self.unnamed(phrase, head), |last| (last.who.clone(), Resolution::Role, 0.5))
    }

    /// The organization that a noun stands for: the last that spoke, else the one that the article names most.
    fn organization(&self, noun: &str, at: usize) -> Option<Who> {
        let entities = &self.view.entities;
        let fits = |id: &u32| {
            let entity = entities.get(*id as usize);
            entity.is_some_and(|entity| {
                entity.kind == EntityKind::Organization && may_be_called(&entity.name, noun)
            })
        };
        let mut recent = self.spoken.iter().rev().take(6);
        let spoken = recent.find(|spoken| match &spoken.who {
            Who::Entity(id) => fits(id),
            // A newspaper's title in marks has no noun beside it.
            Who::Unnamed(_) => spoken.titled && role::is_press(noun),
        });
        let named = || {
            let counted = entities.iter().filter(|entity| fits(&entity.id)).map(|entity| {
                let earlier = entity.mentions.iter().take(40).filter(|mention| mention.tokens.start < at);
                (earlier.count(), std::cmp::Reverse(entity.id))
            });
            counted.filter(|(count, _)| *count > 0).max().map(|(_, id)| Who::Entity(id.0))
        };
        let spoken = spoken.map(|spoken| spoken.who.clone());
        let other = || if role::is_press(noun) { self.last_title(at) } else { named() };
        spoken.or_else(other)
    }

    /// The last title in marks before a place: what "gazeta" means where a newspaper was named but not quoted.
    fn last_title(&self, at: usize) -> Option<Who> {
        let view = self.view;
        let end = view.pairs.partition_point(|pair| pair.close() < at);
        let pairs = view.pairs.get(..end).unwrap_or_default().iter().rev().take(4);
        let title = pairs.map(|pair| pair.content()).find(|content| is_title(view, content.clone()))?;
        Some(Who::Unnamed(view.text_of(title).to_owned()))
    }

    /// A lead often says the role first and the name with the next quotation.
    fn named_later(&self, bearer: Bearer, draft: &Draft<'a>) -> Option<(u32, f32)> {
        let next = self.names.partition_point(|head| *head <= draft.at);
        let named = self.view.named(*self.names.get(next)?).filter(|named| named.is_person())?;
        let first = named.entity.mentions.first().is_some_and(|mention| mention.tokens.start > draft.at);
        let gender = self.cast.gender(named.entity.id);
        let fits = bearer.may_be(gender)
            && gender_agrees(gender, draft.agreement)
            && named.mention.role_tokens.is_none();
        (first && fits && self.spoken.is_empty()).then_some((named.entity.id, 0.5))
    }

    /// "on", "jego", "niej": the last who agrees. "ten pierwszy", "ta druga": of the two named last.
    fn of_pronoun(&self, phrase: &Phrase, draft: &Draft<'a>) -> Option<Found> {
        let view = self.view;
        let wanted = match view.key(phrase.head) {
            "jego" | "niego" | "on" | "ten" | "jemu" | "niemu" => Tag::SG | Tag::M1,
            "jej" | "niej" | "ona" | "ta" => Tag::SG | Tag::F,
            "ich" | "nich" | "oni" | "one" => Tag::PL,
            _ => draft.agreement,
        };
        if view.lemma(phrase.head) == "ten" {
            return self.one_of_two(phrase, wanted).map(|id| (Who::Entity(id), Resolution::Pronoun, 0.6));
        }
        // "Zdaniem jego obozu": handled as a noun; here the pronoun stands for the speaker or the last subject.
        let mut asked = draft.clone();
        asked.agreement = Tag::IGN | wanted;
        self.carried(&asked).map(|(who, _, confidence)| (who, Resolution::Pronoun, confidence))
    }

    /// Of the two people named last before the phrase, the first or the second.
    fn one_of_two(&self, phrase: &Phrase, wanted: Tag) -> Option<u32> {
        let mentions = self.view.mentions();
        let end = mentions.partition_point(|named| named.tokens.start < phrase.head);
        let people =
            mentions.get(..end).unwrap_or_default().iter().rev().take(16).filter(|named| named.is_person());
        people
            .filter(|named| gender_agrees(self.cast.gender(named.entity.id), wanted))
            .map(|named| named.entity.id)
            .next()
    }

    /// The noun that a relative pronoun stands for: the nearest before the comma that agrees.
    fn antecedent(&self, pronoun: usize, draft: &Draft<'a>) -> Option<Found> {
        let view = self.view;
        let wanted = view.nominal(pronoun).common(view.nominal(pronoun), Tag::GENDERS | Tag::NUMBERS);
        let sentence = view.sentence(pronoun).start;
        let floor = pronoun.saturating_sub(16).max(sentence);
        for at in (floor..pronoun).rev() {
            if let Some(named) = view.named(at) {
                let plural = !wanted.has(Tag::SG);
                // "Jan Nowak z Lewicy, który ocenił": the party is no man.
                let thing = || {
                    let known = view.nominal(named.mention.tokens.start).common(Tag::GENDERS, Tag::GENDERS);
                    known.is_bare() || !known.common(wanted, Tag::GENDERS).is_bare()
                };
                let agrees = if named.is_person() {
                    gender_agrees(self.cast.gender(named.entity.id), Tag::IGN | wanted)
                } else {
                    thing()
                };
                if !plural && agrees {
                    let (who, _, confidence) = Self::of_name(named);
                    return Some((who, Resolution::Pronoun, confidence - 0.1));
                }
                if plural && !named.is_person() {
                    let text = view.text_of(named.tokens.clone());
                    return Some((Who::Unnamed(text.to_owned()), Resolution::Pronoun, 0.5));
                }
            }
            let tag = view.nominal(at);
            let agrees = view.tag(at).class() == Class::Subst
                && !tag.common(wanted, Tag::GENDERS).is_bare()
                && !tag.common(wanted, Tag::NUMBERS).is_bare();
            if agrees {
                let phrase = Phrase::noun(at..at + 1, at);
                let (who, _, confidence) = self.of_noun(&phrase, draft);
                return Some((who, Resolution::Pronoun, confidence - 0.1));
            }
        }
        None
    }

    /// Whom a verb without subject belongs to.
    fn carried(&self, draft: &Draft<'a>) -> Option<Found> {
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

    /// Whether one who spoke may be the subject of the draft's verb.
    fn agrees(&self, spoken: &Spoken<'_>, draft: &Draft<'a>) -> bool {
        let (a, b) = (spoken.agreement, draft.agreement);
        match &spoken.who {
            Who::Entity(id) if self.cast.is_human(*id) => {
                gender_agrees(self.cast.gender(*id), b) && (b.has(Tag::SG) || !b.has(Tag::PL))
            }
            Who::Entity(id) => self.view.entities.get(*id as usize).is_none_or(|entity| {
                let head = entity.mentions.first().map_or(0, |mention| mention.tokens.start);
                let known = self.view.nominal(head).common(Tag::GENDERS, Tag::GENDERS);
                let asked = b.common(b, Tag::GENDERS);
                known.is_bare() || asked.is_bare() || !known.common(asked, Tag::GENDERS).is_bare()
            }),
            Who::Unnamed(_) => {
                let shared = |values| !a.has(values) || !b.has(values) || !a.common(b, values).is_bare();
                shared(Tag::NUMBERS) && shared(Tag::GENDERS) && noun_agrees(spoken.noun, b)
            }
        }
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
    fn narrated(&self, draft: &Draft<'a>) -> Option<(Who, f32)> {
        let from = self.spoken.last().map_or(0, |spoken| spoken.end);
        let until = draft.start().min(draft.at);
        topics(self.view, &self.contents, from..until.max(from))
            .find_map(|topic| self.of_topic(&topic, draft))
    }

    /// The one that a topic is, where the draft's verb may be said of him.
    fn of_topic(&self, topic: &Phrase, draft: &Draft<'a>) -> Option<(Who, f32)> {
        let view = self.view;
        if topic.kind == PhraseKind::Named {
            let named = view.named(topic.head)?;
            let id = named.entity.id;
            let one = draft.agreement.has(Tag::SG) || !draft.agreement.has(Tag::PL);
            let fits = if self.cast.is_human(id) {
                one && gender_agrees(self.cast.gender(id), draft.agreement)
            } else {
                draft.impersonal && named.is_organization()
            };
            return fits.then_some((Who::Entity(id), 0.75));
        }
        let noun = view.noun(topic.head);
        let number = super::nominative::number(view, topic);
        let plural = draft.agreement.is_plural();
        if plural != number.is_plural() || !noun_agrees(Some(noun), draft.agreement) {
            return None;
        }
        if plural {
            return Some((self.unnamed(topic, noun).0, 0.6));
        }
        let bearer = role::gender(noun).unwrap_or(Bearer::Man);
        let last = self.spoken.iter().rev().take(3).enumerate().find_map(|(back, spoken)| match spoken.who {
            Who::Entity(id) if self.cast.is_human(id) => Some((id, back)),
            _ => None,
        });
        let context = Context { last, ..Context::default() };
        let person = self.cast.described(topic, bearer, draft, context);
        Some(person.map_or_else(|| (self.described(topic, noun).0, 0.5), |(id, _)| (Who::Entity(id), 0.7)))
    }
}

/// Whether a noun for a person may be the subject of a verb, by its gender.
fn noun_agrees(noun: Option<&str>, agreement: Tag) -> bool {
    let singular = agreement.has(Tag::SG) && agreement.has(Tag::GENDERS);
    let Some(bearer) = noun.and_then(role::gender).filter(|_| singular) else { return true };
    match bearer {
        Bearer::Man => agreement.has(Tag::M1),
        Bearer::Woman => agreement.has(Tag::F),
        Bearer::Either => true,
    }
}

/// Whether a noun may stand for an organization: "bank" for one whose name says that it is a bank, "firma" for one whose
/// name does not say what it is.
fn may_be_called(name: &str, noun: &str) -> bool {
    let name = name.to_lowercase();
    let kind = name.split_whitespace().find(|word| role::is_source(word));
    match kind {
        Some(kind) => kind == noun || noun == "resort" && kind == "ministerstwo",
        None => !role::is_office(noun),
    }
}

/// Whether a phrase names somebody only through another: "rzeczniczka May" without a name of her own.
fn owner_follows(view: &View<'_>, phrase: &Phrase) -> bool {
    role::belongs(view.noun(phrase.head)) && view.named(phrase.head + 1).is_some_and(Named::is_person)
}

/// "anonimowy urzędnik", "pewien poseł", "lekarz proszący o anonimowość": who is kept without a name.
fn is_anonymous(view: &View<'_>, phrase: &Phrase) -> bool {
    let Phrase { tokens, head, .. } = phrase;
    let unnamed = |at: usize| matches!(view.lemma(at), "anonimowy" | "pewien" | "niewymieniony");
    let asks = |at: usize| view.lemma(at) == "anonimowość" && view.sentence(at) == view.sentence(*head);
    tokens.clone().any(unnamed) || (tokens.end..tokens.end + 6).any(asks)
}

/// Whether an adjective shows that a title is a woman's: "amerykańska polityk".
fn has_feminine_modifier(view: &View<'_>, phrase: &Phrase) -> bool {
    let modifiers = phrase.tokens.start..phrase.head;
    modifiers.into_iter().any(|at| {
        let tag = view.nominal(at);
        view.tag(at).class() == Class::Adj && tag.has(Tag::F) && !tag.has(Tag::MASCULINE)
    })
}
