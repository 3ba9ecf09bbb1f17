//! Noun phrases: where one begins and ends, what heads it, whether it can be the subject of a verb.

mod fit;
mod human;
mod noun;
mod scan;
mod share;

pub(super) use self::fit::{agrees, compatible, gender_agrees, may_share_case, nominative};
pub(super) use self::human::{bearer, is_human, is_role, says_nation};
pub(super) use self::noun::{is_noun, is_participle, is_said_of, noun_phrase};
pub(super) use self::scan::{scan, with_apposition};
pub(super) use self::share::share_head;

use super::draft::words;
use super::role;
use super::view::{Glyph, Named, Pair, View};
use crate::morph::{Class, TokenRange};
use crate::name::EntityKind;

/// A noun phrase at a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// With title and modifiers.
    pub(super) tokens: TokenRange,
    /// The noun or pronoun that heads it; of a name its first token.
    pub(super) head: usize,
    pub(super) kind: PhraseKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhraseKind {
    /// A mention of an entity covers the head.
    Named,
    /// "szef resortu"
    Noun,
    /// "on", "jego", "ten pierwszy"
    Pronoun,
    /// "który": its antecedent ends right before.
    Relative,
    /// A title in quotation marks.
    Title,
}

impl Phrase {
    /// The noun at `head` with what depends on it.
    pub(super) fn noun(tokens: TokenRange, head: usize) -> Self {
        Self { tokens, head, kind: PhraseKind::Noun }
    }

    /// A name with what belongs to it.
    pub(super) fn name(tokens: TokenRange, named: &Named<'_>) -> Self {
        Self { tokens, head: named.mention.tokens.start, kind: PhraseKind::Named }
    }

    /// A pronoun with what it points with.
    pub(super) fn pronoun(tokens: TokenRange) -> Self {
        Self { head: tokens.start, tokens, kind: PhraseKind::Pronoun }
    }

    /// "który"
    pub(super) fn relative(at: usize) -> Self {
        Self { tokens: at..at + 1, head: at, kind: PhraseKind::Relative }
    }

    /// What stands in marks, with them.
    pub(super) fn title(pair: Pair) -> Self {
        Self { tokens: pair.open()..pair.close() + 1, head: pair.open() + 1, kind: PhraseKind::Title }
    }
}

/// Whether a phrase names a person or an office, or one of several people.
pub(super) fn is_person(view: &View<'_>, phrase: &Phrase) -> bool {
    match phrase.kind {
        PhraseKind::Named => view.named(phrase.head).is_some_and(Named::is_person),
        PhraseKind::Noun => {
            // "jeden ze strażaków", "jeden z nich", but "jeden ze scenariuszy"
            let people = |at: usize| is_human(view, at) || view.tag(at).class() == Class::Ppron3;
            let group = || phrase.tokens.clone().skip(2).any(people);
            let one = view.lemma(phrase.head) == "jeden" && view.is_from(phrase.head + 1);
            is_role(view, phrase.head) || one && group()
        }
        _ => false,
    }
}

/// Whether marked words are the title of a newspaper or work: short, with a capital, without a verb.
pub(super) fn is_title(view: &View<'_>, content: TokenRange) -> bool {
    view.is_capital(content.start)
        && words(view, content.clone(), 6) < 6
        && !content.into_iter().any(|at| view.is_finite(at) || view.glyph(at) == Glyph::Comma)
}

/// A name from `from` on, with the house that "z" adds to a person's: "Jan Nowak z Polskiej Partii", "dr Anna Nowak z
/// Uniwersytetu".
pub(super) fn named_phrase(view: &View<'_>, named: &Named<'_>, from: usize) -> Phrase {
    let name = named.tokens.end;
    let end = if named.is_person() && view.is_from(name) { house_end(view, name + 1) } else { None };
    Phrase::name(named.tokens.start.min(from)..end.unwrap_or(name), named)
}

/// Where a house ends that marks hold or whose name or title stands behind its noun: "„Solidarności”", "firmy Granit", "portalu
/// „Kurier”".
fn called_end(view: &View<'_>, start: usize) -> Option<usize> {
    let house = role::is_source(view.noun(start)) || role::is_house(view.noun(start));
    let name = if house && !view.is_capital(start) { start + 1 } else { start };
    let titled = view.opened(name).filter(|pair| is_title(view, pair.content()));
    let named = || view.named(name).filter(|named| named.is_organization() && named.tokens.start == name);
    titled.map(|pair| pair.close() + 1).or_else(|| named().map(|named| named.tokens.end))
}

/// Where the name of an organization or its bare noun with a capital ends.
fn house_end(view: &View<'_>, start: usize) -> Option<usize> {
    let house = view.named(start).filter(|house| !house.is_person());
    let noun = || view.is_capital(start) && role::is_source(view.noun(start));
    let end = house.map(|house| house.tokens.end);
    let end = end.or_else(|| called_end(view, start)).or_else(|| noun().then_some(start + 1))?;
    // "z Politechniki w Łodzi", but "zdaniem Jana Nowaka z PAN w Łodzi brakuje wody"
    let seat = view.named(end + 1).filter(|seat| {
        let place = seat.entity.kind == EntityKind::Place && seat.tokens.start == end + 1;
        place && matches!(view.key(end), "w" | "we") && !view.is_finite(seat.tokens.end)
    });
    Some(seat.map_or(end, |seat| seat.tokens.end))
}
