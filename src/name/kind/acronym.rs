//! Words of capitals that name something by themselves: `ONZ`, `PiS-u`, `PKO BP`.

use super::listed;
use crate::morph::{Class, Reading, Shape, TokenRange, WrittenForm};
use crate::name::EntityKind;
use crate::name::detect::{Candidate, is_pair};
use crate::name::lists::ACRONYMS;
use crate::name::phrase::Phrase;
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};
use crate::text::is_hyphen;

/// `ONZ`, `PiS-u`, `USA`: the outer `None` when the word is no acronym, the inner when it is one that names nothing.
#[expect(
    clippy::option_option,
    reason = "no acronym, and an acronym without an entity, are different answers"
)]
pub(in crate::name) fn at<'a>(words: &Words<'a>, index: usize) -> Option<Option<Candidate<'a>>> {
    if !words.has(index, Traits::ACRONYM) {
        return None;
    }
    if is_shouted_name(words, index) || is_initials(words, index) {
        return None;
    }
    if is_behind_nothing(words, index) {
        return Some(None);
    }
    if let Some(american) = american(words, index) {
        return Some(Some(Candidate::of_phrase(american)));
    }
    let known = listed(words.text(index), words.shape(index));
    // "ustawa CAATSA", "lot MH17"
    let coded = || words.before(index).is_some_and(|noun| words.is_a(noun, Sort::Coded));
    let kind = known.unwrap_or_else(|| (!coded()).then_some(EntityKind::Organization));
    if let Some(phrase) = known.is_none().then(|| Phrase::behind_acronym(words, index)).flatten() {
        return Some(Some(Candidate::of_phrase(phrase)));
    }
    let company = || listed::is_listed_company(words, &(index..index + 2));
    if known.is_none() && goes_on(words, index + 1) || known.is_none_or(|kind| kind.is_none()) && company() {
        return None;
    }
    let end = index + if known.is_none() && has_second(words, index) { 2 } else { 1 };
    if let Some(called) = called(words, index) {
        return Some(Some(Candidate::of_phrase(called)));
    }
    Some(kind.map(|kind| Candidate::new(index..end, Some(kind))))
}

/// "SARS-CoV-2": what goes on behind an acronym that names nothing.
fn is_behind_nothing(words: &Words<'_>, index: usize) -> bool {
    let joint = index.checked_sub(2).filter(|before| words.is_joint(before + 1));
    joint.is_some_and(|before| listed(words.text(before), words.shape(before)) == Some(None))
}

/// "NSZZ „Solidarność”", "NSZZ RI „Solidarność”": what a union calls itself between marks.
fn called<'a>(words: &Words<'a>, index: usize) -> Option<Phrase<'a>> {
    if !Sort::Called.has(words.text(index)) {
        return None;
    }
    let second = words.shape(index + 1) == Shape::Upper;
    let mark = if second { index + 2 } else { index + 1 };
    let end = (mark + 2..mark + CALLED).find(|end| words.closes_title(*end));
    let end = end.filter(|end| words.opens_title(mark) && words.together(index, *end))?;
    Some(Phrase::stiff(index..end + 1, EntityKind::Organization))
}

/// Tokens that such marks hold, at most.
const CALLED: usize = 5;

/// "JAN NOWAK": a given name and a surname in a line of capitals.
fn is_shouted_name(words: &Words<'_>, index: usize) -> bool {
    let long = |at: usize| words.shape(at) == Shape::Upper && words.text(at).chars().nth(3).is_some();
    let given = |at: usize| long(at) && words.has(at, Traits::GIVEN);
    given(index) && words.before_capital(index) && long(index + 1)
        || index > 0 && given(index - 1) && words.together(index - 1, index) && long(index)
}

/// "JD Vance": the initials that some are called by, before a surname.
fn is_initials(words: &Words<'_>, index: usize) -> bool {
    let next = index + 1;
    words.text(index).len() == 2
        && words.has(index, Traits::GIVEN)
        && words.before_capital(index)
        && words.shape(next) == Shape::Title
        && words.has(next, Traits::SURNAME | Traits::UNKNOWN)
}

/// "US Steel", "US Navy"
fn american<'a>(words: &Words<'a>, index: usize) -> Option<Phrase<'a>> {
    let next = index + 1;
    let others = Traits::COMMON | Traits::PLACE | Traits::GIVEN;
    let fits = words.is(index, "US")
        && words.before_capital(index)
        && words.shape(next) == Shape::Title
        && !words.has(next, others)
        && !words.is(next, "Open");
    fits.then(|| Phrase::stiff(index..next + 1, EntityKind::Organization))
}

/// A run of capitals that goes on is a name of its own: "ABC Group".
fn goes_on(words: &Words<'_>, next: usize) -> bool {
    let joined =
        words.is_joint(next) && words.has(next + 1, Traits::CAPITAL) && !is_pair(words, next - 1, next);
    let goes_on = words.shape(next) == Shape::Title
        && words.together(next - 1, next)
        && (words.has(next, Traits::UNKNOWN) && !words.has(next + 1, Traits::CAPITAL)
            || words.has(next, Traits::ORGANIZATION_WORD));
    goes_on || joined
}

/// "PKO BP", "RMF FM"
fn has_second(words: &Words<'_>, index: usize) -> bool {
    let next = index + 1;
    words.shape(next) == Shape::Upper
        && words.shape(index) == Shape::Upper
        && words.text(next).chars().filter(|c| c.is_alphabetic()).count() < 5
        && words.together(index, next)
        && listed(words.text(next), Shape::Upper).is_none()
        && is_written(words.text(next), words.traits(next), words.readings(next))
}

/// What a word of capitals that the list holds names.
#[expect(clippy::option_option, reason = "the list holds acronyms that name nothing of ours")]
fn listed(text: &str, shape: Shape) -> Option<Option<EntityKind>> {
    ACRONYMS.get(bare(text, shape)).copied()
}

/// Whether a word with a capital may be an acronym; its other `traits` are known.
pub(in crate::name) fn may_be(form: WrittenForm<'_>, traits: Traits) -> bool {
    let stem = bare(form.written(), form.shape());
    ACRONYMS.contains(stem) || form.shape() != Shape::Title && is_written(stem, traits, form.readings())
}

/// A word without its ending where it is an acronym; one capital makes none.
pub(in crate::name) fn bare(text: &str, shape: Shape) -> &str {
    if matches!(shape, Shape::Upper | Shape::Mixed) { stem(text) } else { text }
}

/// Whether a word with these readings, without its ending, is written as acronyms are.
fn is_written<'a>(stem: &str, traits: Traits, mut readings: impl Iterator<Item = Reading<'a>>) -> bool {
    let letters = stem.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = stem.chars().filter(|c| c.is_uppercase()).count();
    let mut is_roman = || readings.any(|reading| reading.tag.class() == Class::Romandig);
    if capitals < 2 || letters > 9 || !stem.starts_with(char::is_uppercase) || is_roman() {
        return false;
    }
    let all = capitals == letters;
    // A shouted word of a headline is no acronym.
    if all && letters > 3 && traits.has(Traits::COMMON) && !traits.has(Traits::ORGANIZATION) {
        return false;
    }
    all || (letters <= 6 && capitals * 2 >= letters)
}

/// The acronym that a lone token is, without its Polish ending.
pub(in crate::name) fn alone<'a>(words: &Words<'a>, tokens: &TokenRange) -> Option<&'a str> {
    let shape = words.shape(tokens.start);
    if tokens.len() != 1 || shape == Shape::Title {
        return None;
    }
    let text = words.text(tokens.start);
    let stem = stem(text);
    (stem != text || shape == Shape::Upper).then_some(stem)
}

/// An acronym without its Polish ending: `PiS-u`, `ONZ-etu`, `PiSu`.
fn stem(text: &str) -> &str {
    let capitals = |stem: &str| stem.chars().filter(|c| c.is_uppercase()).count();
    if let Some(at) = text.rfind(is_hyphen) {
        let (stem, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        let ending = rest.trim_start_matches(is_hyphen);
        let small =
            !ending.is_empty() && ending.chars().count() <= 4 && ending.chars().all(char::is_lowercase);
        return if small && capitals(stem) >= 2 { stem } else { text };
    }
    for ending in ["owi", "em", "ie", "u", "a"] {
        if let Some(stem) = text.strip_suffix(ending) {
            if capitals(stem) >= 2 && stem.ends_with(char::is_uppercase) {
                return stem;
            }
        }
    }
    text
}
