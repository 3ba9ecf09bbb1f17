//! From the phrase at a cue to the speaker: names, roles, pronouns, and subjects that the verb drops.
//!
//! Drafts come in text order. What has been said so far, and who was last the subject of the narration, decides who a
//! verb without a subject belongs to.

use super::clause::{self, Phrase, PhraseKind, Subject, gender_agrees};
use super::draft::Draft;
use super::role;
use super::view::{Glyph, Named, View};
use super::{Resolution, Speaker};
use crate::morph::{Class, Tag, TokenRange};
use crate::name::{EntityKind, Gender};

/// Who is quoted: an entity, or a source that has no name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    Entity(u32),
    Unnamed(String),
}

/// One who spoke, with what later verbs may agree with.
#[derive(Clone, Debug)]
struct Spoken {
    who: Who,
    /// Number and gender that verbs gave away.
    agreement: Tag,
    /// Token after which nothing of the quotation or its cue's sentence stands.
    end: usize,
    /// The noun that described a source without a name.
    noun: Option<String>,
    asked: bool,
}

/// The memory of an article as its quotations are read.
pub(super) struct Attribution<'v, 'a> {
    view: &'v View<'a>,
    spoken: Vec<Spoken>,
    /// Roles that the article states of each entity: lemmas, by entity.
    stated: Vec<Vec<String>>,
    /// Gender that verbs gave away, by entity.
    genders: Vec<Option<Gender>>,
    /// Whether the entity is a person, by the names or by how it speaks.
    human: Vec<bool>,
    /// Heads of the names at cues, in text order.
    names: Vec<usize>,
    /// The tokens of all contents, sorted by start.
    contents: Vec<TokenRange>,
}

impl<'v, 'a> Attribution<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>, drafts: &[Draft<'a>]) -> Self {
        let mut contents: Vec<_> = drafts.iter().flat_map(|draft| draft.pieces.iter().cloned()).collect();
        contents.sort_by_key(|content| content.start);
        let genders = view.entities.iter().map(|entity| entity.gender).collect();
        let heads = drafts.iter().filter_map(|draft| match &draft.subject {
            Subject::Phrase(phrase) if phrase.kind == PhraseKind::Named => Some(phrase.head),
            _ => None,
        });
        let mut names: Vec<_> = heads.collect();
        names.sort_unstable();
        let human = view.entities.iter().map(|entity| entity.kind == EntityKind::Person).collect();
        let mut attribution =
            Self { view, spoken: Vec::new(), stated: Vec::new(), genders, human, names, contents };
        attribution.read_roles();
        attribution.read_genders(drafts);
        attribution
    }

    /// What the article says of each entity: roles before its names and in the apposition behind them.
    fn read_roles(&mut self) {
        let view = self.view;
        self.stated = vec![Vec::new(); view.entities.len()];
        for named in view.mentions() {
            let before = named.mention.role_tokens.clone().unwrap_or(0..0);
            let comma = named.tokens.end;
            let apposed = view.glyph(comma) == Glyph::Comma && role::gender(view.noun(comma + 1)).is_some();
            let adjective = view.glyph(comma) == Glyph::Comma
                && view.tag(comma + 1).class() == Class::Adj
                && role::gender(view.noun(comma + 2)).is_some();
            let behind =
                if apposed || adjective { comma + 1..clause::end(view, comma + 1, comma + 10) } else { 0..0 };
            let Some(stated) = self.stated.get_mut(named.entity.id as usize) else { continue };
            for at in before.chain(behind) {
                if view.glyph(at) == Glyph::Word && stated.len() < 40 {
                    stated.push(view.noun(at).to_lowercase());
                }
            }
        }
    }

    /// Verbs beside a name give away its gender: "powiedziała Nauert".
    fn read_genders(&mut self, drafts: &[Draft<'a>]) {
        for draft in drafts {
            let Subject::Phrase(phrase) = &draft.subject else { continue };
            let known = draft.agreement.has(Tag::SG) && draft.agreement.has(Tag::GENDERS);
            let Some(named) =
                self.view.named(phrase.head).filter(|_| known && phrase.kind == PhraseKind::Named)
            else {
                continue;
            };
            let gender = match (draft.agreement.has(Tag::F), draft.agreement.has(Tag::M1)) {
                (true, false) => Some(Gender::Feminine),
                (false, true) => Some(Gender::Masculine),
                _ => None,
            };
            let id = named.entity.id as usize;
            if let Some(slot) = self.genders.get_mut(id).filter(|slot| slot.is_none()) {
                *slot = gender;
            }
            if let Some(human) =
                self.human.get_mut(id).filter(|_| gender.is_some() && talks(self.view, named, draft))
            {
                *human = true;
            }
        }
    }

    /// The speaker of a draft; `None` when nobody can be named. Drafts are to be asked for in text order.
    pub(super) fn speaker(&mut self, draft: &Draft<'a>) -> Option<Speaker> {
        let found = match &draft.subject {
            Subject::Phrase(phrase) => self.of_phrase(phrase, draft),
            Subject::Dropped => {
                self.carried(draft).map(|(who, confidence)| (who, Resolution::Carried, confidence))
            }
        };
        let span = match &draft.subject {
            Subject::Phrase(phrase) => Some(self.view.tagged.span(phrase.tokens.clone())),
            Subject::Dropped => None,
        };
        let (who, resolution, confidence) = found?;
        if let (Subject::Phrase(phrase), Resolution::Role) = (&draft.subject, resolution) {
            self.learn(&who, phrase);
        }
        let nested = draft.cue.is_some() && super::direct::covers(&self.contents, draft.at);
        if !nested {
            self.remember(&who, draft);
        }
        let (name, entity) = match who {
            Who::Entity(id) => (self.view.entities.get(id as usize)?.name.clone(), Some(id)),
            Who::Unnamed(name) => (name, None),
        };
        Some(Speaker { name, entity, span, resolution, confidence })
    }

    fn remember(&mut self, who: &Who, draft: &Draft<'a>) {
        let view = self.view;
        let content = draft.pieces.last().map_or(draft.at, |piece| piece.end);
        let clause = draft.cue.as_ref().map_or(0, |_| view.sentence(draft.at).end);
        let asked = content > 0 && view.key(content - 1) == "?";
        let noun = match &draft.subject {
            Subject::Phrase(phrase) if phrase.kind == PhraseKind::Noun => {
                Some(view.noun(phrase.head).to_owned())
            }
            _ => None,
        };
        let end = content.max(clause).max(draft.at + 1);
        self.spoken.push(Spoken { who: who.clone(), agreement: draft.agreement, end, noun, asked });
    }

    fn of_phrase(&self, phrase: &Phrase, draft: &Draft<'a>) -> Option<(Who, Resolution, f32)> {
        match phrase.kind {
            PhraseKind::Named => {
                let named = self.view.named(phrase.head)?;
                Some(Self::of_name(named))
            }
            PhraseKind::Title => Some((Who::Unnamed(self.title(phrase)), Resolution::Organization, 0.9)),
            PhraseKind::Noun => Some(self.of_noun(phrase, draft)),
            PhraseKind::Pronoun => self.of_pronoun(phrase, draft),
            PhraseKind::Relative => self.antecedent(phrase.head, draft),
        }
    }

    fn of_name(named: &Named<'_>) -> (Who, Resolution, f32) {
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
        self.view.tagged.span(inner).slice(self.view.tagged.text()).unwrap_or_default().to_owned()
    }

    /// A role, an office or another noun: the person or organization that it describes, else its own words.
    fn of_noun(&self, phrase: &Phrase, draft: &Draft<'a>) -> (Who, Resolution, f32) {
        let view = self.view;
        let head = view.noun(phrase.head);
        let number = super::nominative::number(view, phrase);
        let lower = view.text(phrase.head).chars().next().is_some_and(char::is_lowercase)
            || phrase.head == view.sentence(phrase.head).start;
        let man = view.nominal(phrase.head).has(Tag::M1) && lower;
        let bearer = role::gender(head).or_else(|| man.then_some(role::Bearer::Man));
        let one = draft.agreement.has(Tag::SG) && !draft.agreement.has(Tag::PL);
        if number.has(Tag::PL) && !number.has(Tag::SG) && !one {
            return self.unnamed(phrase, head);
        }
        if role::is_body(head) && phrase.tokens.end == phrase.head + 1 {
            let last = self.spoken.iter().rev().take(6).find_map(|spoken| self.organization(&spoken.who));
            let known = last.or_else(|| self.main_organization(draft.at));
            return known.map_or_else(
                || self.unnamed(phrase, head),
                |id| (Who::Entity(id), Resolution::Organization, 0.6),
            );
        }
        if let Some(bearer) = bearer.filter(|_| !owner_follows(view, phrase)) {
            let bearer = if bearer.any() && has_feminine_modifier(view, phrase) {
                role::Bearer::Woman
            } else {
                bearer
            };
            let person = self.best_person(phrase, bearer, draft).or_else(|| self.named_later(bearer, draft));
            return person.map_or_else(
                || self.described(phrase, head),
                |(id, confidence)| (Who::Entity(id), Resolution::Role, confidence),
            );
        }
        self.unnamed(phrase, head)
    }

    /// A source without a name, in the fullest words that the article has used for it.
    fn unnamed(&self, phrase: &Phrase, head: &str) -> (Who, Resolution, f32) {
        let name = super::nominative::of(self.view, phrase);
        let earlier = self.spoken.iter().rev().take(12).find_map(|spoken| match &spoken.who {
            Who::Unnamed(earlier) if spoken.noun.as_deref() == Some(head) && earlier.len() > name.len() => {
                Some(earlier.clone())
            }
            _ => None,
        });
        (Who::Unnamed(earlier.unwrap_or(name)), Resolution::Role, 0.7)
    }

    /// A person without a name may be described anew: "prawnik" is "mecenas" later on.
    fn described(&self, phrase: &Phrase, head: &str) -> (Who, Resolution, f32) {
        let bare = phrase.tokens.len() == 1;
        let last = self.spoken.last().filter(|last| {
            bare && matches!(last.who, Who::Unnamed(_))
                && last.noun.as_deref().is_some_and(|noun| role::gender(noun).is_some())
        });
        last.map_or_else(|| self.unnamed(phrase, head), |last| (last.who.clone(), Resolution::Role, 0.5))
    }

    fn organization(&self, who: &Who) -> Option<u32> {
        match who {
            Who::Entity(id) => Some(*id).filter(|id| self.kind(*id) == Some(EntityKind::Organization)),
            Who::Unnamed(_) => None,
        }
    }

    fn is_human(&self, id: u32) -> bool {
        self.human.get(id as usize).is_some_and(|human| *human)
    }

    fn is_person(&self, who: &Who) -> bool {
        matches!(who, Who::Entity(id) if self.is_human(*id))
    }

    fn kind(&self, id: u32) -> Option<EntityKind> {
        self.view.entities.get(id as usize).map(|entity| entity.kind)
    }

    /// The organization that the article has named most before a place.
    fn main_organization(&self, at: usize) -> Option<u32> {
        let organizations =
            self.view.entities.iter().filter(|entity| entity.kind == EntityKind::Organization);
        let named = organizations.map(|entity| {
            (entity.mentions.iter().take(40).filter(|mention| mention.tokens.start < at).count(), entity.id)
        });
        named
            .filter(|(count, _)| *count > 0)
            .max_by_key(|(count, id)| (*count, std::cmp::Reverse(*id)))
            .map(|(_, id)| id)
    }

    /// The person whom a role describes best: by the roles that the article states, by gender, by who spoke last.
    fn best_person(&self, phrase: &Phrase, bearer: role::Bearer, draft: &Draft<'a>) -> Option<(u32, f32)> {
        let view = self.view;
        let head = view.noun(phrase.head).to_lowercase();
        let words = phrase.tokens.clone().filter(|at| *at != phrase.head && view.glyph(*at) == Glyph::Word);
        let modifiers: Vec<String> = words.map(|at| view.noun(at).to_lowercase()).take(8).collect();
        // "szef resortu" does not say of which.
        let whose = (phrase.head + 1..phrase.tokens.end)
            .any(|at| view.glyph(at) == Glyph::Word && !role::is_body(view.noun(at)));
        // Whom the speaker quotes is not the speaker.
        let nested = draft.cue.is_some() && super::direct::covers(&self.contents, draft.at);
        let speakers = self.spoken.iter().rev().take(3).filter(|_| !nested).enumerate();
        let mut people = speakers.filter(|(_, spoken)| self.is_person(&spoken.who));
        let last = people.next().map(|(back, spoken)| (if back == 0 { 4 } else { 3 }, &spoken.who));
        let subject = self.narrated(draft);
        let mut best: Option<(i32, usize, u32)> = None;
        let mut first_mention = 0;
        for entity in view.entities.iter().filter(|entity| self.is_human(entity.id)) {
            let gender = self.gender(entity.id);
            if !bearer.may_be(gender) || !gender_agrees(gender, draft.agreement) {
                continue;
            }
            let stated = self.stated.get(entity.id as usize).map_or(&[][..], Vec::as_slice);
            let office = stated.iter().any(|word| role::same_office(word, &head));
            let known =
                |word: &&String| stated.iter().any(|other| related(word, other)) || abbreviates(word, stated);
            let fits = modifiers.iter().filter(known).count();
            let seen = entity.mentions.partition_point(|mention| mention.tokens.start < draft.at);
            let near = seen
                .checked_sub(1)
                .and_then(|k| entity.mentions.get(k))
                .map_or(0, |mention| mention.tokens.end);
            // "przewodniczący KE" is not the "przewodniczący Rady Europejskiej".
            let contradicted = office && fits == 0 && whose && self.has_other_office(entity.id, &head);
            if contradicted {
                continue;
            }
            let mut score = 3 * i32::from(office) + 2 * i32::try_from(fits.min(3)).unwrap_or(0);
            score += last.filter(|(_, who)| **who == Who::Entity(entity.id)).map_or(0, |(weight, _)| weight);
            score += 3 * i32::from(subject == Some(entity.id));
            score -= 2 * i32::from(near == 0);
            if best.is_none_or(|(most, place, _)| (score, near) > (most, place)) {
                best = Some((score, near, entity.id));
            }
            first_mention += 1;
        }
        let (score, _, id) = best?;
        let alone = first_mention == 1;
        let confidence = match score {
            5.. => 0.85,
            3..5 => 0.7,
            _ => 0.5,
        };
        (score >= 2 || alone).then_some((id, confidence))
    }

    /// Whether the article says whose office it is that the entity holds.
    fn has_other_office(&self, id: u32, head: &str) -> bool {
        let stated = self.stated.get(id as usize).map_or(&[][..], Vec::as_slice);
        let office = stated.iter().any(|word| role::same_office(word, head));
        office && stated.iter().any(|word| role::gender(word).is_none())
    }

    /// A role that was understood once describes its bearer from then on.
    fn learn(&mut self, who: &Who, phrase: &Phrase) {
        let view = self.view;
        let Who::Entity(id) = who else { return };
        let Some(stated) = self.stated.get_mut(*id as usize).filter(|stated| stated.len() < 40) else {
            return;
        };
        stated.extend(phrase.tokens.clone().take(8).map(|at| view.noun(at).to_lowercase()));
    }

    /// A lead often says the role first and the name with the next quotation.
    fn named_later(&self, bearer: role::Bearer, draft: &Draft<'a>) -> Option<(u32, f32)> {
        let next = self.names.partition_point(|head| *head <= draft.at);
        let named = self.view.named(*self.names.get(next)?).filter(|named| named.is_person())?;
        let first = named.entity.mentions.first().is_some_and(|mention| mention.tokens.start > draft.at);
        let gender = self.gender(named.entity.id);
        let fits = bearer.may_be(gender)
            && gender_agrees(gender, draft.agreement)
            && named.mention.role_tokens.is_none();
        (first && fits && self.spoken.is_empty()).then_some((named.entity.id, 0.5))
    }

    fn gender(&self, id: u32) -> Option<Gender> {
        self.genders.get(id as usize).copied().flatten()
    }

    /// "on", "jego", "niej": the last who agrees. "ten pierwszy", "ta druga": of the two named last.
    fn of_pronoun(&self, phrase: &Phrase, draft: &Draft<'a>) -> Option<(Who, Resolution, f32)> {
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
        self.carried(&asked).map(|(who, confidence)| (who, Resolution::Pronoun, confidence))
    }

    /// Of the two people named last before the phrase, the first or the second.
    fn one_of_two(&self, phrase: &Phrase, wanted: Tag) -> Option<u32> {
        let mentions = self.view.mentions();
        let end = mentions.partition_point(|named| named.tokens.start < phrase.head);
        let people =
            mentions.get(..end).unwrap_or_default().iter().rev().take(16).filter(|named| named.is_person());
        people
            .filter(|named| gender_agrees(self.gender(named.entity.id), wanted))
            .map(|named| named.entity.id)
            .next()
    }

    /// The noun that a relative pronoun stands for: the nearest before the comma that agrees.
    fn antecedent(&self, pronoun: usize, draft: &Draft<'a>) -> Option<(Who, Resolution, f32)> {
        let view = self.view;
        let wanted = view.nominal(pronoun).common(view.nominal(pronoun), Tag::GENDERS | Tag::NUMBERS);
        let sentence = view.sentence(pronoun).start;
        let floor = pronoun.saturating_sub(16).max(sentence);
        for at in (floor..pronoun).rev() {
            if let Some(named) = view.named(at) {
                let plural = !wanted.has(Tag::SG);
                if !plural
                    && (!named.is_person() || gender_agrees(self.gender(named.entity.id), Tag::IGN | wanted))
                {
                    let (who, _, confidence) = Self::of_name(named);
                    return Some((who, Resolution::Pronoun, confidence - 0.1));
                }
                if plural && !named.is_person() {
                    let text =
                        view.tagged.span(named.tokens.clone()).slice(view.tagged.text()).unwrap_or_default();
                    return Some((Who::Unnamed(text.to_owned()), Resolution::Pronoun, 0.5));
                }
            }
            let tag = view.nominal(at);
            let agrees = view.tag(at).class() == Class::Subst
                && !tag.common(wanted, Tag::GENDERS).is_bare()
                && !tag.common(wanted, Tag::NUMBERS).is_bare();
            if agrees {
                let phrase = Phrase { tokens: at..at + 1, head: at, kind: PhraseKind::Noun };
                let (who, _, confidence) = self.of_noun(&phrase, draft);
                return Some((who, Resolution::Pronoun, confidence - 0.1));
            }
        }
        None
    }

    /// Whom a verb without subject belongs to.
    fn carried(&self, draft: &Draft<'a>) -> Option<(Who, f32)> {
        let agrees = |who: &Who| match who {
            Who::Entity(id) if self.is_human(*id) => {
                gender_agrees(self.gender(*id), draft.agreement)
                    && (draft.agreement.has(Tag::SG) || !draft.agreement.has(Tag::PL))
            }
            _ => true,
        };
        let same_number = |spoken: &Spoken| {
            let (a, b) = (spoken.agreement, draft.agreement);
            let unnamed = matches!(spoken.who, Who::Unnamed(_));
            !unnamed
                || !a.has(Tag::NUMBERS)
                || !b.has(Tag::NUMBERS)
                || (!a.common(b, Tag::NUMBERS).is_bare()
                    && (!a.has(Tag::GENDERS) || !b.has(Tag::GENDERS) || !a.common(b, Tag::GENDERS).is_bare()))
        };
        if let Some(id) = self.narrated(draft).filter(|id| gender_agrees(self.gender(*id), draft.agreement)) {
            return Some((Who::Entity(id), 0.75));
        }
        // A question without a cue is answered by the other one.
        if let Some(last) = self.spoken.last().filter(|last| draft.cue.is_none() && last.asked) {
            if let Some(other) = self.spoken.iter().rev().find(|spoken| spoken.who != last.who) {
                return Some((other.who.clone(), 0.5));
            }
        }
        let recent = self.spoken.iter().rev().take(8).enumerate();
        if let Some((back, spoken)) =
            recent.clone().find(|(_, spoken)| agrees(&spoken.who) && same_number(spoken))
        {
            return Some((spoken.who.clone(), if back == 0 { 0.85 } else { 0.6 }));
        }
        self.nearest_person(draft).map(|id| (Who::Entity(id), 0.4))
    }

    /// The last person named before the draft, else the first after it.
    fn nearest_person(&self, draft: &Draft<'a>) -> Option<u32> {
        let mentions = self.view.mentions();
        let end = mentions.partition_point(|named| named.tokens.start < draft.at.min(draft.start()));
        let fits = |named: &&Named<'_>| {
            named.is_person() && gender_agrees(self.gender(named.entity.id), draft.agreement)
        };
        let before = mentions.get(..end).unwrap_or_default().iter().rev().take(40).find(fits);
        let after = || mentions.get(end..).unwrap_or_default().iter().take(40).find(fits);
        before.or_else(after).map(|named| named.entity.id)
    }

    /// The person who was the subject of the narration between the last quotation and this one.
    fn narrated(&self, draft: &Draft<'a>) -> Option<u32> {
        let view = self.view;
        let from = self.spoken.last().map_or(0, |spoken| spoken.end);
        let until = draft.start().min(draft.at);
        let mentions = view.mentions();
        let end = mentions.partition_point(|named| named.tokens.start < until);
        let between = mentions
            .get(..end)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(24)
            .take_while(|named| named.tokens.start >= from);
        let sentence = |named: &Named<'_>| view.tagged.sentence_of(named.tokens.start);
        let subjects: Vec<_> = between
            .filter(|named| {
                named.is_person() && self.is_narration(named.tokens.start) && is_subject(view, named)
            })
            .collect();
        let last = sentence(subjects.first()?);
        let same = subjects.iter().rev().find(|named| {
            sentence(named) == last && gender_agrees(self.gender(named.entity.id), draft.agreement)
        });
        same.map(|named| named.entity.id)
    }

    fn is_narration(&self, at: usize) -> bool {
        !super::direct::covers(&self.contents, at)
    }
}

/// Whether a mention can be the subject of its clause: a nominative that no preposition governs, in a clause with a verb.
fn is_subject(view: &View<'_>, named: &Named<'_>) -> bool {
    let text = view.tagged.span(named.mention.tokens.clone());
    let text = text.slice(view.tagged.text()).unwrap_or_default();
    let first = named.tokens.start;
    let role = view.nominal(first);
    let oblique = first < named.mention.tokens.start && role.has(Tag::CASES) && !role.has(Tag::NOM);
    let governed = first > 0 && view.is_preposition(first - 1);
    let owned =
        first > 0 && view.tag(first - 1).class() == Class::Subst && !view.tag(first - 1).has(Tag::NOM);
    text == named.mention.lemma && !oblique && !governed && !owned
}

/// Whether an entity that passes for an organization speaks as people do: a lone surname that the article never
/// introduces, with "powiedział" beside its own words. Companies inform and announce.
fn talks(view: &View<'_>, named: &Named<'_>, draft: &Draft<'_>) -> bool {
    let surname = named.mention.tokens.len() == 1
        && view.text(named.mention.tokens.start).chars().skip(1).all(char::is_lowercase);
    let says = draft
        .cue
        .as_ref()
        .is_some_and(|(_, lemma)| matches!(*lemma, "powiedzieć" | "mówić" | "odpowiedzieć" | "żartować"));
    surname && says && draft.kind == super::QuoteKind::Direct
}

/// Whether a phrase names somebody only through another: "rzeczniczka May" without a name of her own.
fn owner_follows(view: &View<'_>, phrase: &Phrase) -> bool {
    role::belongs(view.noun(phrase.head)) && view.named(phrase.head + 1).is_some_and(Named::is_person)
}

/// Whether an adjective shows that a title is a woman's: "amerykańska polityk".
fn has_feminine_modifier(view: &View<'_>, phrase: &Phrase) -> bool {
    let modifiers = phrase.tokens.start..phrase.head;
    modifiers.into_iter().any(|at| {
        let tag = view.nominal(at);
        view.tag(at).class() == Class::Adj && tag.has(Tag::F) && !tag.has(Tag::MASCULINE)
    })
}

/// Countries whose adjective has another stem.
const COUNTRIES: [(&str, &str); 6] = [
    ("amerykański", "usa"),
    ("amerykański", "stany"),
    ("niemiecki", "rfn"),
    ("unijny", "ue"),
    ("holenderski", "holandia"),
    ("czeski", "czechy"),
];

/// Whether a word is made of the first letters of words that follow one another: "KE", "Komisja Europejska".
fn abbreviates(word: &str, stated: &[String]) -> bool {
    let letters = word.chars().count();
    let initials = |words: &[String]| {
        let named = words.iter().all(|word| role::gender(word).is_none());
        named && words.iter().filter_map(|word| word.chars().next()).eq(word.chars())
    };
    (2..6).contains(&letters) && stated.windows(letters).any(initials)
}

/// Whether two words of roles speak of the same: equal, or a country and its adjective ("ukraiński", "Ukraina").
fn related(a: &str, b: &str) -> bool {
    if a == b {
        return a.chars().count() > 1;
    }
    if COUNTRIES.contains(&(a, b)) || COUNTRIES.contains(&(b, a)) {
        return true;
    }
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    common >= 4 && common + 4 >= a.chars().count().min(b.chars().count())
}
