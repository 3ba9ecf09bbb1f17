//! Whom a noun at a cue describes: a person, an organization, or a source without a name.

use super::carried::noun_agrees;
use super::{Attribution, Found, Spoken, Who};
use crate::morph::{Class, Tag};
use crate::name::EntityKind;
use crate::quote::cast::around;
use crate::quote::draft::Draft;
use crate::quote::nominative::{self, uncapitalized};
use crate::quote::phrase::{Phrase, PhraseKind, bearer, gender_agrees, is_title, noun_phrase, share_head};
use crate::quote::role::{self, Bearer};
use crate::quote::sort::Sort;
use crate::quote::view::{Glyph, Named, REACH, View};
use crate::quote::{Resolution, relation};

/// Tokens to the next quotation of somebody with a name, at most.
const NEXT: usize = 2 * REACH;

/// How many quotations back somebody without a name is remembered by a noun.
const REMEMBERED: usize = 12;

impl<'a> Attribution<'_, 'a> {
    /// A role, an office or another noun: the person or organization that it describes, else its own words.
    pub(super) fn of_noun(&self, phrase: &Phrase, draft: &Draft<'a>) -> Found {
        let view = self.view;
        let head = view.noun(phrase.head);
        // "67 proc. uważa, że", "co piąty badany twierdzi, że"
        if share_head(view, phrase.tokens.start, phrase.tokens.end).is_some() {
            let name = uncapitalized(view.text_of(phrase.tokens.clone()), "");
            return (Who::Unnamed(name), Resolution::Role, 0.7);
        }
        if let Some(author) = self.author(phrase, draft) {
            return author;
        }
        if let Some(both) = self.both(phrase, draft) {
            return both;
        }
        let number = nominative::number(view, phrase);
        let one = draft.agreement.has(Tag::SG) && !draft.agreement.has(Tag::PL);
        if Sort::Anyone.has(head) || number.is_plural() && !one {
            return self.unnamed(phrase, head);
        }
        // "firma", "firma ta"
        let pointed = view.lemma(phrase.head + 1) == "ten" && phrase.tokens.end == phrase.head + 2;
        if role::is_body(head) && (pointed || phrase.tokens.end == phrase.head + 1) {
            let known = self.organization(head, draft.at);
            return known
                .map_or_else(|| self.unnamed(phrase, head), |who| (who, Resolution::Organization, 0.6));
        }
        if is_anonymous(view, phrase) {
            return self.unnamed(phrase, head);
        }
        // "powiedziała głowa państwa": the head is no more a woman than the office that both words mean.
        if !role::speaks(head) && !relation::means(head, view.lemma(phrase.head + 1)).is_empty() {
            let draft = Draft { agreement: Tag::IGN, ..draft.clone() };
            return self.of_bearer(phrase, Bearer::Either, &draft);
        }
        // "magistrat" is no man, though the dictionary has a man of that name too.
        let is_house = role::is_source(head) && role::gender(head).is_none();
        let bearer = bearer(view, phrase.head)
            .or_else(|| woman(view, phrase.head))
            .filter(|_| !is_house && !owner_follows(view, phrase));
        bearer.map_or_else(|| self.unnamed(phrase, head), |bearer| self.of_bearer(phrase, bearer, draft))
    }

    /// A role of somebody: who bears it, or who has been told of by the same word, else its own words.
    fn of_bearer(&self, phrase: &Phrase, bearer: Bearer, draft: &Draft<'a>) -> Found {
        let view = self.view;
        let head = view.noun(phrase.head);
        let feminine = bearer.any() && has_feminine_modifier(view, phrase);
        let bearer = if feminine { Bearer::Woman } else { bearer };
        let context = self.context(draft, head);
        // "sama nauczycielka", whom nobody has named, is the one who spoke before, not whom the narration has come to.
        let oneself = view.lemma(phrase.tokens.start) == "sam";
        let bare = oneself || phrase.tokens.len() == 1 && context.topic.is_none();
        let told_before = || self.told_before(head, draft.at).filter(|_| bare);
        if let Some(known) = self.told_otherwise(phrase, head, draft).or_else(told_before) {
            return (known.who.clone(), Resolution::Role, 0.6);
        }
        let person = self.cast.described(phrase, bearer, draft, context);
        // "Mój sąsiad powiedział", "mówi taksówkarz" is none of those whom the article names.
        let unnamed = Sort::Kin.has(head) || Sort::Trade.has(head);
        let later = || {
            let next = || role::is_head(head).then(|| self.named_next(bearer, draft)).flatten();
            let named = self.named_later(phrase, bearer, draft).or_else(next);
            named.filter(|(id, _)| !unnamed && context.not != Some(*id))
        };
        // "Dyrektor szpitala dodaje, że …, – mówi Anna Lis": where nobody is known to hold the office, rather who comes than who spoke.
        let told = person.is_some_and(|(id, _)| context.topic == Some(id));
        let new = phrase.tokens.len() > 1
            && !(oneself || told || relation::is_general(head))
            && (role::is_head(head) || self.opens_paragraph(draft))
            && !self.cast.is_held(phrase, draft);
        let found = if new { later().or(person) } else { person.or_else(later) };
        found.map_or_else(
            || self.described(phrase, head),
            |(id, confidence)| (Who::Entity(id), Resolution::Role, confidence),
        )
    }

    /// Whether nobody has spoken yet in the paragraph of a draft.
    pub(super) fn opens_paragraph(&self, draft: &Draft<'a>) -> bool {
        let paragraph = |at: usize| self.view.paragraph_of(at);
        self.spoken.last().is_none_or(|last| paragraph(last.end - 1) < paragraph(draft.at))
    }

    /// "brzmi odpowiedź ratusza", "komunikat kierownictwa zapowiada": whose words they are.
    fn author(&self, phrase: &Phrase, draft: &Draft<'a>) -> Option<Found> {
        let (view, next) = (self.view, phrase.head + 1);
        if !role::relays(view.noun(phrase.head)) || next >= phrase.tokens.end {
            return None;
        }
        if let Some(named) = view.named(next) {
            let speaks = named.is_person() || named.is_organization();
            return speaks.then_some((Who::Entity(named.entity.id), Resolution::Role, 0.7));
        }
        let noun = view.noun(next);
        let speaks = role::speaks(noun) && !role::is_text(noun);
        speaks.then(|| self.of_noun(&Phrase::noun(next..phrase.tokens.end, next), draft))
    }

    /// "Wójt i starosta twierdzą": two without names who say it together.
    fn both(&self, phrase: &Phrase, draft: &Draft<'a>) -> Option<Found> {
        let (view, joins) = (self.view, phrase.tokens.end);
        let case = if nominative::is_governed(view, phrase) { Tag::GEN } else { Tag::NOM };
        let second = noun_phrase(view, joins + 1, joins + REACH / 2, case, Tag::IGN)
            .filter(|_| self.joins_another(joins, draft))?;
        let beside = second.tokens.start == joins + 1 && second.kind == PhraseKind::Noun;
        let speaks = beside && role::speaks(view.noun(second.head));
        let both = || self.both_of(&nominative::of(view, phrase), joins, &nominative::of(view, &second));
        speaks.then(|| (both(), Resolution::Role, 0.7))
    }

    /// A source without a name, in the fullest words that the article has used for it.
    pub(super) fn unnamed(&self, phrase: &Phrase, head: &str) -> Found {
        let name = nominative::of(self.view, phrase);
        let earlier = self.spoken.iter().rev().take(12).find_map(|spoken| match &spoken.who {
            Who::Unnamed(earlier) if spoken.noun == Some(head) && says_more(earlier, &name) => {
                Some(earlier.clone())
            }
            _ => None,
        });
        (Who::Unnamed(earlier.unwrap_or(name)), Resolution::Role, 0.7)
    }

    /// A person without a name may be described anew: "prawnik" is "mecenas" later on.
    pub(super) fn described(&self, phrase: &Phrase, head: &str) -> Found {
        let last = self.unnamed_last(phrase).filter(|last| {
            let same = last.noun.is_some_and(|noun| may_be_one(noun, head));
            let untold = last.noun.and_then(role::gender).is_none();
            let other = untold && role::is_general(head) && noun_agrees(Some(head), last.agreement);
            (same || other) && !last.agreement.is_plural()
        });
        last.map_or_else(|| self.unnamed(phrase, head), |last| (last.who.clone(), Resolution::Role, 0.5))
    }

    /// The last speaker, if he has no name, where a bare noun may stand for him: "Poseł mówił, że minister twierdzi, że" has two.
    fn unnamed_last(&self, phrase: &Phrase) -> Option<&Spoken<'a>> {
        let bare = phrase.tokens.len() == 1;
        let other = |last: &Spoken<'_>| last.content.contains(&phrase.head);
        self.spoken.last().filter(|last| bare && matches!(last.who, Who::Unnamed(_)) && !other(last))
    }

    /// Who spoke last without a name, under another noun for the same: "wójt sąsiedniej gminy", then "samorządowiec".
    fn told_otherwise(&self, phrase: &Phrase, head: &str, draft: &Draft<'a>) -> Option<&Spoken<'a>> {
        let same = |noun: &str| noun != head && relation::same_office(noun, head);
        self.unnamed_last(phrase)
            .filter(|last| !last.agreement.is_plural() && last.noun.is_some_and(same))
            .filter(|last| noun_agrees(last.noun, draft.agreement))
    }

    /// Who spoke before under the very noun, without a name, where nobody who has a name is known by it.
    fn told_before(&self, head: &str, at: usize) -> Option<&Spoken<'a>> {
        let told = |spoken: &&Spoken<'_>| match &spoken.who {
            Who::Unnamed(name) => {
                (name == head || spoken.noun == Some(head)) && !spoken.agreement.is_plural()
            }
            Who::Entity(_) => false,
        };
        let found = self.spoken.iter().rev().take(REMEMBERED).find(told);
        found.filter(|_| !self.cast.is_borne(head, at))
    }

    /// The organization that a noun stands for: the last that spoke, else the one that the article names most.
    pub(super) fn organization(&self, noun: &str, at: usize) -> Option<Who> {
        let entities = &self.view.entities;
        let fits = |id: &u32| {
            let entity = entities.get(*id as usize);
            entity.is_some_and(|entity| {
                entity.kind == EntityKind::Organization && may_be_called(&entity.name, noun)
            })
        };
        let recent = || self.spoken.iter().rev().take(6);
        let is_called = |spoken: &&Spoken<'a>| match &spoken.who {
            Who::Entity(id) => fits(id),
            // A newspaper's title in marks has no noun beside it.
            Who::Unnamed(_) => spoken.titled && role::is_press(noun),
        };
        // "portal" is the one that is known to be a portal, whoever spoke last.
        let is_surely_called = |spoken: &&Spoken<'a>| match &spoken.who {
            Who::Entity(id) => {
                let entity = entities.get(*id as usize);
                entity.is_some_and(|entity| names_itself(&entity.name.to_lowercase(), noun))
            }
            Who::Unnamed(_) => false,
        };
        let spoken = recent().find(is_surely_called).or_else(|| recent().find(is_called));
        let named = || {
            let counted = around(entities, at).iter().filter(|entity| fits(&entity.id)).map(|entity| {
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

    /// "Dyrektor szkoły zapewnia, że …. Jan Kos nie wyklucza lekcji zdalnych.": who is named first in the next sentence, for the first
    /// time and by nothing but his full name.
    fn named_next(&self, bearer: Bearer, draft: &Draft<'a>) -> Option<(u32, f32)> {
        let view = self.view;
        let last = draft.pieces.last().map_or(draft.at, |piece| piece.end.max(draft.at + 1) - 1);
        let next = view.sentence(last).end;
        let named = view.named(next).filter(|named| named.is_person() && named.tokens.start == next)?;
        let gender = self.cast.gender(named.entity.id);
        let first = named.entity.mentions.first().is_some_and(|first| first.tokens == named.mention.tokens);
        let alone = named.mention.role_tokens.is_none()
            && named.mention.tokens.len() > 1
            && takes_stand(view, named.tokens.end)
            && view.paragraph_of(next) == view.paragraph_of(last);
        let fits = bearer.may_be(gender) && gender_agrees(gender, draft.agreement);
        (first && alone && fits).then_some((named.entity.id, 0.5))
    }

    /// News often say the role first and the name with the next quotation.
    pub(super) fn named_later(
        &self,
        phrase: &Phrase,
        bearer: Bearer,
        draft: &Draft<'a>,
    ) -> Option<(u32, f32)> {
        let head = self.view.noun(phrase.head);
        let next = self.subjects.partition_point(|at| *at <= draft.at);
        let near = |at: &&usize| **at < draft.at + NEXT;
        let mut subjects = self.subjects.get(next..).unwrap_or_default().iter().take_while(near);
        // Whom another noun describes before the name comes is rather its bearer.
        let next =
            subjects.find(|at| self.view.named(**at).is_some() || !may_be_one(head, self.view.noun(**at)))?;
        let named = self.view.named(*next).filter(|named| named.is_person())?;
        let first = named.entity.mentions.first().is_some_and(|mention| mention.tokens.start > draft.at);
        let gender = self.cast.gender(named.entity.id);
        let rank = |at: usize| self.view.key(at) == "." || self.view.tag(at).class() == Class::Brev;
        let fits = bearer.may_be(gender)
            && gender_agrees(gender, draft.agreement)
            && named.mention.role_tokens.clone().is_none_or(|mut role| role.all(rank));
        // Who has a full name and nothing else beside it has been introduced before.
        let behind = named.tokens.end;
        let told = self.view.is_from(behind) || matches!(self.view.glyph(behind), Glyph::Comma | Glyph::Open);
        let introduced = self.spoken.is_empty() || named.mention.tokens.len() > 1 && !told;
        (first && fits && introduced).then_some((named.entity.id, 0.5))
    }
}

/// "nie wyklucza", "zapowiedział": whether somebody says what he thinks with the verb that begins here, rather than acts: "strzelił
/// gola"; another may think otherwise: "ma jednak wątpliwości".
fn takes_stand(view: &View<'_>, start: usize) -> bool {
    let verb = if matches!(view.key(start), "nie" | "się") { start + 1 } else { start };
    let says = view.tag(verb).class() == Class::Fin || view.cue(verb).is_some();
    says && !matches!(view.key(verb + 1), "jednak" | "natomiast" | "zaś")
}

/// Whether an earlier description has all words of a later one and more: "biuro prasowe Orlicy" of "biuro prasowe", but not of
/// "biuro prasowe Granitu".
fn says_more(earlier: &str, later: &str) -> bool {
    earlier.len() > later.len() && later.split(' ').all(|word| earlier.split(' ').any(|other| other == word))
}

/// Whether two nouns may be said of one person without a name: a general one of anybody of that sex, others of their like.
fn may_be_one(earlier: &str, later: &str) -> bool {
    let (Some(one), Some(other)) = (role::gender(earlier), role::gender(later)) else { return false };
    let general = role::is_general(earlier) || role::is_general(later);
    let alike = general || relation::same_office(earlier, later) || relation::kindred(earlier, later);
    one.agrees(other) && alike && !Sort::Kin.has(later)
}

/// Whether a noun may stand for an organization: "bank" for one whose name says that it is a bank, "firma" for one whose
/// name does not say what it is.
fn may_be_called(name: &str, noun: &str) -> bool {
    let name = name.to_lowercase();
    if name.split_whitespace().any(relation::has_house) {
        return names_itself(&name, noun) || name.split_whitespace().any(|word| word == noun);
    }
    let kind = name.split_whitespace().find(|word| role::is_source(word));
    match kind {
        Some(kind) => kind == noun || noun == "resort" && kind == "ministerstwo",
        None => !role::is_office(noun),
    }
}

/// Whether a word in the name of an organization, in small letters, says that the noun is said of it: "resort" of "MSZ".
fn names_itself(name: &str, noun: &str) -> bool {
    name.split_whitespace().any(|word| relation::is_said_of(noun, word))
}

/// Endings of nouns for women who do something.
const FEMININE: [&str; 5] = ["arka", "erka", "orka", "aczka", "niczka"];

/// "płotkarka", "wioślarka": a noun that no list has, which ends as those for women do, where it speaks.
fn woman(view: &View<'_>, noun: usize) -> Option<Bearer> {
    let lemma = view.noun(noun);
    let ends = FEMININE.iter().any(|ending| lemma.ends_with(ending));
    (ends && !Sort::Tool.has(lemma) && !role::is_source(lemma) && lemma.starts_with(char::is_lowercase))
        .then_some(Bearer::Woman)
}

/// Whether a phrase names somebody only through another: "rzeczniczka May" without a name of her own.
fn owner_follows(view: &View<'_>, phrase: &Phrase) -> bool {
    role::belongs(view.noun(phrase.head)) && view.named(phrase.head + 1).is_some_and(Named::is_person)
}

/// "anonimowy urzędnik", "pewien poseł", "lekarz proszący o anonimowość", "wójt sąsiedniej gminy": who is kept without a
/// name, or is not the one named.
pub(super) fn is_anonymous(view: &View<'_>, phrase: &Phrase) -> bool {
    let Phrase { tokens, head, .. } = phrase;
    let unnamed = |at: usize| Sort::Another.has(view.lemma(at));
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
