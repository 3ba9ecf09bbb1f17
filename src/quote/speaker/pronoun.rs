//! Whom a pronoun at a cue stands for.

use super::{Attribution, Found, Who};
use crate::morph::{Class, Tag};
use crate::name::EntityKind;
use crate::quote::Resolution;
use crate::quote::cue::Frames;
use crate::quote::draft::Draft;
use crate::quote::phrase::{Phrase, gender_agrees, is_human, noun_phrase};
use crate::quote::source::{self, opens};
use crate::quote::view::{Glyph, Named, REACH, View};

impl<'a> Attribution<'_, 'a> {
    /// "on", "jego", "niej": the last who spoke or is spoken of and agrees. "ten", "ta": the last who is named and agrees.
    pub(super) fn of_pronoun(&self, phrase: &Phrase, draft: &Draft<'a>) -> Option<Found> {
        let view = self.view;
        let wanted = match view.key(phrase.head) {
            "jego" | "niego" | "on" | "ten" | "jemu" | "niemu" => Tag::SG | Tag::M1,
            "jej" | "niej" | "ona" | "ta" => Tag::SG | Tag::F,
            "ich" | "nich" | "oni" | "one" => Tag::PL,
            _ => draft.agreement,
        };
        if view.lemma(phrase.head) == "ten" {
            return self.last_named(phrase, wanted).map(|id| (Who::Entity(id), Resolution::Pronoun, 0.6));
        }
        if let Some(text) = self.text_of_pronoun(phrase, draft, wanted) {
            return Some(text);
        }
        // "Zdaniem jego obozu": handled as a noun; here the pronoun stands for the speaker or the last subject.
        let mut asked = draft.clone();
        asked.agreement = Tag::IGN | wanted;
        self.carried(&asked).map(|(who, _, confidence)| (who, Resolution::Pronoun, confidence))
    }

    /// "Ukazał się raport. Wynika z niego, że": the text that the pronoun stands for.
    fn text_of_pronoun(&self, phrase: &Phrase, draft: &Draft<'a>, wanted: Tag) -> Option<Found> {
        let view = self.view;
        let (cue, _) = draft.cue.as_ref()?;
        view.cue(cue.start).filter(|cue| cue.frames.has(Frames::THING))?;
        // A thing has the pronoun of its gender, whatever men have.
        let wanted = if wanted.has(Tag::M1) { wanted | Tag::MASCULINE | Tag::N } else { wanted };
        let agrees = |at: &usize| {
            let tag = view.tag(*at);
            let shared = |values| !tag.common(wanted, values).is_bare() || !wanted.has(values);
            source::is_text(view, *at) && shared(Tag::NUMBERS) && shared(Tag::GENDERS)
        };
        let near = phrase.head.saturating_sub(REACH)..phrase.head;
        let text = near.rev().find(agrees)?;
        Some(less_sure(self.of_noun(&headed_by(view, text), draft)))
    }

    /// The last person named before the phrase who agrees.
    fn last_named(&self, phrase: &Phrase, wanted: Tag) -> Option<u32> {
        let mentions = self.view.mentions();
        let end = mentions.partition_point(|named| named.tokens.start < phrase.head);
        let agrees = |named: &&Named<'_>| {
            named.is_person() && gender_agrees(self.cast.gender(named.entity.id), wanted)
        };
        let mut near = mentions.get(..end).unwrap_or_default().iter().rev().take(16);
        near.find(agrees).map(|named| named.entity.id)
    }

    /// The noun that a relative pronoun stands for: the nearest before the comma that agrees.
    pub(super) fn antecedent(&self, pronoun: usize, draft: &Draft<'a>) -> Option<Found> {
        let view = self.view;
        let wanted = view.nominal(pronoun).common(view.nominal(pronoun), Tag::GENDERS | Tag::NUMBERS);
        let sentence = view.sentence(pronoun).start;
        let floor = pronoun.saturating_sub(16).max(sentence);
        // "Jan Nowak (Lewica), który ocenił": what brackets hold is said besides.
        let end = pronoun.saturating_sub(2);
        // "Anna Kos, w ocenie której": whose judgement it is stands before the judgement.
        let cited = pronoun.checked_sub(1).is_some_and(|cue| opens(view.key(cue)));
        let pronoun = if cited { end } else { pronoun };
        let opened = || (floor..end).rev().find(|at| view.glyph(*at) == Glyph::Open);
        let bracket = if view.glyph(end) == Glyph::Close { opened() } else { None };
        let nearest =
            || (floor..bracket.unwrap_or(pronoun)).rev().find_map(|at| self.antecedent_at(at, wanted, draft));
        self.apposed(pronoun, wanted).or_else(nearest)
    }

    /// The same if it stands here; `wanted` are number and gender of the pronoun.
    fn antecedent_at(&self, at: usize, wanted: Tag, draft: &Draft<'a>) -> Option<Found> {
        let view = self.view;
        if let Some(named) = view.named(at) {
            if stands_beside(view, named) {
                return None;
            }
            let one = wanted.has(Tag::SG);
            if one && self.may_be_antecedent(named, wanted) {
                return Some(less_sure(Self::of_name(named)));
            }
            // "przedstawiciele Partii Zielonych, którzy": no word of a name is meant by itself.
            if !one {
                let several = !named.is_person() && self.may_be_antecedent(named, wanted);
                let text = || view.text_of(named.tokens.clone()).to_owned();
                return several.then(|| (Who::Unnamed(text()), Resolution::Pronoun, 0.5));
            }
        }
        let shares = |values| !view.nominal(at).common(wanted, values).is_bare();
        let agrees = view.tag(at).class() == Class::Subst && shares(Tag::GENDERS) && shares(Tag::NUMBERS);
        agrees.then(|| less_sure(self.of_noun(&headed_by(view, at), draft)))
    }

    /// "Jan Nowak, twórca serwisu Kwarta, który ocenił": who is described before the comma,
    /// rather than a noun of what describes him.
    fn apposed(&self, pronoun: usize, wanted: Tag) -> Option<Found> {
        let mentions = self.view.mentions();
        let end = mentions.partition_point(|named| named.tokens.start < pronoun);
        let described = |named: &&Named<'_>| {
            let role = named.mention.role_tokens.as_ref();
            named.is_person()
                && role.is_some_and(|role| {
                    role.start >= named.tokens.end && (role.end..role.end + 3).contains(&pronoun)
                })
        };
        let named = mentions.get(..end)?.iter().rev().take(3).find(described)?;
        (wanted.has(Tag::SG) && self.may_be_antecedent(named, wanted))
            .then(|| less_sure(Self::of_name(named)))
    }

    /// Whether the one named may be meant, by gender: in "Jan Nowak z Lewicy, który ocenił" the party is no man.
    fn may_be_antecedent(&self, named: &Named<'_>, wanted: Tag) -> bool {
        if named.is_person() {
            return gender_agrees(self.cast.gender(named.entity.id), Tag::IGN | wanted);
        }
        let tag = self.view.nominal(named.mention.tokens.start);
        !tag.has(Tag::GENDERS) || !tag.common(wanted, Tag::GENDERS).is_bare()
    }
}

/// A noun with what belongs to it: "rzecznik kolei, który podał".
fn headed_by(view: &View<'_>, noun: usize) -> Phrase {
    let case = view.tag(noun).common(Tag::CASES, Tag::CASES);
    let whole = noun_phrase(view, noun, noun + REACH, case, Tag::IGN);
    whole.filter(|whole| whole.head == noun).unwrap_or(Phrase::noun(noun..noun + 1, noun))
}

/// As found through a pronoun.
fn less_sure((who, _, confidence): Found) -> Found {
    (who, Resolution::Pronoun, confidence - 0.1)
}

/// "recenzent „Ruchu Muzycznego”, który napisał", "rzecznik PKP, który podał": whether an organization only
/// says whose a person is.
fn is_house_of_somebody(view: &View<'_>, named: &Named<'_>) -> bool {
    let before = named.tokens.start.checked_sub(1);
    let outside = |at: usize| if view.glyph(at) == Glyph::Quote { at.checked_sub(1) } else { Some(at) };
    let noun = before.and_then(outside);
    named.is_organization()
        && noun.is_some_and(|noun| view.tag(noun).class() == Class::Subst && is_human(view, noun))
}

/// "sztab w Kijowie, który twierdzi", "Jan Nowak z Lewicy, według którego": where somebody is, and whose he
/// is, says nothing itself.
fn stands_beside(view: &View<'_>, named: &Named<'_>) -> bool {
    if is_house_of_somebody(view, named) {
        return true;
    }
    let Some(preposition) = named.tokens.start.checked_sub(1).filter(|at| view.is_preposition(*at)) else {
        return false;
    };
    let person = || preposition.checked_sub(1).and_then(|at| view.named(at)).is_some_and(Named::is_person);
    named.entity.kind == EntityKind::Place || named.is_organization() && person()
}
