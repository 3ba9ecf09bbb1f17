//! The phrase in a stretch of a clause that can be the subject.

use super::fit::{is_house, oblique, serves};
use super::share::share;
use super::{Phrase, PhraseKind, agrees, is_human, is_title, named_phrase, nominative, noun_phrase};
use crate::morph::{Class, Tag, TokenRange};
use crate::quote::role;
use crate::quote::view::{Glyph, Named, Pair, View, is_nominal};

/// The first phrase of a stretch that can be the subject, else its last title; prepositional phrases are passed over.
pub(in crate::quote) fn scan(view: &View<'_>, range: TokenRange, agreement: Tag) -> Option<Phrase> {
    let mut at = range.start;
    // Whether a preposition governs what comes.
    let mut governed = false;
    // A quoted subheading may stand before the real subject.
    let mut title = None;
    while at < range.end {
        if let Some(share) = share(view, at, range.end, agreement).filter(|_| !governed) {
            return Some(share);
        }
        if let Some(named) = view.named(at) {
            let phrase = if governed { None } else { of_mention(view, named, at, agreement) };
            if phrase.is_some() {
                return phrase;
            }
            (at, governed) = (named.tokens.end.max(at + 1), false);
            continue;
        }
        match view.glyph(at) {
            Glyph::Quote => {
                if let Some(pair) = view.opened(at).filter(|pair| pair.close() < range.end) {
                    if !governed && is_title(view, pair.content()) && !is_addressed(view, pair) {
                        title = Some(Phrase::title(pair));
                    }
                    at = pair.close();
                }
                governed = false;
            }
            Glyph::Open => at = closing(view, at, range.end),
            Glyph::Word if view.is_preposition(at) => governed = true,
            // "mieszkająca naprzeciwko emerytka": no preposition governs a nominative.
            Glyph::Word if governed && is_plain_nominative(view, at) => {
                governed = false;
                continue;
            }
            Glyph::Word if governed => governed = is_modifier(view.tag(at).class()) || names_house(view, at),
            Glyph::Word => {
                if let Some(phrase) = noun_phrase(view, at, range.end, Tag::NOM, agreement) {
                    return titled(view, &phrase, range.end).or(Some(phrase));
                }
            }
            _ => {}
        }
        at += 1;
    }
    title
}

/// The phrase of a mention, or of its role from `at` on, if it can be the subject.
fn of_mention(view: &View<'_>, named: &Named<'_>, at: usize, agreement: Tag) -> Option<Phrase> {
    if serves(view, named) && agrees(view, at, agreement) && !oblique(view, at) {
        return Some(Phrase::noun(at..named.tokens.end, at));
    }
    if nominative(view, named, agreement) {
        return Some(named_phrase(view, named, at));
    }
    // "analitycy banku Morgan": several speak, the name says for whom.
    let people = is_human(view, at) && view.nominal(at).has(Tag::PL) && view.tag(at).has(Tag::NOM);
    let role = at < named.mention.tokens.start;
    let several = people && (role || !named.is_person()) && agrees(view, at, agreement);
    let end = if role { named.tokens.end } else { at + 1 };
    several.then(|| Phrase::noun(at..end, at))
}

/// "powiedział dziennikowi „Kurier”", "powiedział „Kurierowi Polskiemu”": whether somebody speaks to what the marks name.
fn is_addressed(view: &View<'_>, pair: Pair) -> bool {
    // "dziennikowi" may be many that are a newspaper's as well.
    let dative = |at: usize| view.tag(at).has(Tag::DAT) && !view.tag(at).has(Tag::NOM);
    let called = |noun: usize| role::is_house(view.noun(noun)) && (dative(noun) || oblique(view, noun));
    let (noun, name) = (pair.open().checked_sub(1), pair.open() + 1);
    noun.is_some_and(|noun| is_house(view, noun) || called(noun)) || dative(name) || oblique(view, name)
}

/// Whether the name of an organization or a title follows that says which house or work a governed noun means: "w rozmowie z
/// dziennikiem „Kurier”", "w programie „Debata”".
fn names_house(view: &View<'_>, noun: usize) -> bool {
    let organization = |named: &Named<'_>| named.tokens.start == noun + 1 && named.is_organization();
    let titled = || view.opened(noun + 1).is_some_and(|pair| is_title(view, pair.content()));
    let house = (view.named(noun + 1).is_some_and(organization) || titled()) && is_house(view, noun);
    house || role::is_work(view.noun(noun)) && titled()
}

/// Whether a word of this class may stand between a preposition and the noun that it governs.
fn is_modifier(class: Class) -> bool {
    let noun = matches!(class, Class::Subst | Class::Ger | Class::Ppron3 | Class::Ppron12 | Class::Num);
    is_nominal(class) && !noun
}

/// Whether a noun can be nothing but a nominative.
fn is_plain_nominative(view: &View<'_>, at: usize) -> bool {
    let cases = view.nominal(at).common(Tag::CASES, Tag::CASES).with(Tag::VOC, Tag::IGN);
    view.tag(at).class() == Class::Subst
        && cases.has(Tag::NOM)
        && !cases.has(Tag::GEN | Tag::DAT | Tag::ACC | Tag::INST | Tag::LOC)
}

/// The bracket that closes one; itself where none does.
fn closing(view: &View<'_>, open: usize, limit: usize) -> usize {
    (open..limit).find(|at| view.glyph(*at) == Glyph::Close).unwrap_or(open)
}

/// The title behind a noun of the press: "dziennik „Kurier Nadwiślański”".
fn titled(view: &View<'_>, noun: &Phrase, limit: usize) -> Option<Phrase> {
    let pair = view.opened(noun.tokens.end).filter(|pair| pair.close() < limit)?;
    let titled = role::is_press(view.noun(noun.head)) && is_title(view, pair.content());
    titled.then(|| Phrase::title(pair))
}

/// "dyrektor biura, Jan Nowak": the name behind the comma belongs to the role before it.
pub(in crate::quote) fn with_apposition(
    view: &View<'_>,
    phrase: Phrase,
    limit: usize,
    agreement: Tag,
) -> Phrase {
    match apposed(view, &phrase, limit, agreement) {
        Some(named) => Phrase::name(phrase.tokens.start..named.tokens.end, named),
        None => phrase,
    }
}

/// "szef działu w banku Fala, Jan Nowak": the comma behind where a role is borne.
fn behind_place(view: &View<'_>, role_end: usize) -> usize {
    let is_word = |at: &usize| view.glyph(*at) == Glyph::Word && !view.is_finite(*at);
    let place = matches!(view.key(role_end), "w" | "we" | "z" | "ze");
    let end = (role_end..role_end + PLACE).find(|at| !is_word(at));
    end.filter(|end| place && view.glyph(*end) == Glyph::Comma).unwrap_or(role_end)
}

/// Tokens of such a place, at most.
const PLACE: usize = 6;

/// The name behind the comma that a role ends at.
fn apposed<'v, 'a>(view: &'v View<'a>, role: &Phrase, limit: usize, agreement: Tag) -> Option<&'v Named<'a>> {
    let noun = role.kind == PhraseKind::Noun;
    let comma = if noun { behind_place(view, role.tokens.end) } else { role.tokens.end };
    let next = comma + 1;
    // "dyrektor biura Zefiru, Jan Nowak": one word before the comma may be whose office it is.
    let of_one = role.kind == PhraseKind::Named && role.head > role.tokens.start && role.head + 1 == comma;
    if !(noun || of_one) || next >= limit || view.glyph(comma) != Glyph::Comma {
        return None;
    }
    view.named(next).filter(|named| {
        let full = noun || named.mention.tokens.len() > 1;
        full && named.is_person() && named.tokens.start == next && nominative(view, named, agreement)
    })
}
