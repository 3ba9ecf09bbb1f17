//! Lines that hold nothing but who wrote the article, or whom to ask about it.

use super::BlockKind;
use super::lines::ends_sentence;
use super::parts::Part;
use super::patterns::{AUTHOR, CONTACT};

/// Parts among which the name below a title stands.
const TOP: usize = 8;
/// Lines below a name that say whose press officer it is, at most.
const OFFICE: usize = 2;
/// Longest of them, in bytes.
const OFFICE_LEN: usize = 80;

/// Makes boilerplate of names and initials of authors: below the title beside the date, behind the last paragraph, and
/// between other lines of boilerplate; and of whom to ask, with an office.
pub(super) fn mark(text: &str, parts: &mut [Part]) {
    let is_prose = |part: &Part| part.kind.is_none();
    let (first, last) = (parts.iter().position(is_prose), parts.iter().rposition(is_prose));
    for k in 1..parts.len() {
        let lines = contact(text, parts, k);
        for part in parts.iter_mut().skip(k).take(lines) {
            part.kind = Some(BlockKind::Boilerplate);
        }
    }
    for k in first.map_or(parts.len(), |title| title + 1)..parts.len() {
        let is_author = parts.get(k).is_some_and(is_prose) && names_author(text, parts, k, last == Some(k));
        if let Some(part) = parts.get_mut(k).filter(|_| is_author) {
            part.kind = Some(BlockKind::Boilerplate);
        }
    }
}

/// Whether part `k` is a name where that is the author's; no prose stands behind the `last`.
fn names_author(text: &str, parts: &[Part], k: usize, last: bool) -> bool {
    let words = |part: &Part| part.span.slice(text).unwrap_or_default();
    let is = |part: Option<&Part>, kind| part.is_some_and(|part| part.kind == Some(kind));
    let before = k.checked_sub(1).and_then(|k| parts.get(k));
    let (Some(part), next) = (parts.get(k), parts.get(k + 1)) else { return false };
    if is(before, BlockKind::Boilerplate) && is(next, BlockKind::Boilerplate) {
        return CONTACT.is_match(words(part));
    }
    let beside_date = is(before, BlockKind::Dateline) || is(next, BlockKind::Dateline);
    // "Wczoraj, 21:05" is no date line, and an advertisement may stand above the name.
    let above = parts.get(..k).filter(|above| above.len() < TOP).unwrap_or_default();
    let below_title = is(before, BlockKind::Boilerplate)
        && above.iter().filter(|part| part.kind.is_none()).count() == 1
        && next.is_some_and(|part| part.kind.is_none() && ends_sentence(words(part)));
    let signs = last && before.is_some_and(|part| part.kind.is_none() && ends_sentence(words(part)));
    (beside_date || below_title || signs) && AUTHOR.is_match(words(part))
}

/// How many lines from part `k` on say whom to ask: "Kontakt dla mediów:", "Anna Lis", "Biuro Prasowe", "tel. 22 123 45 67".
fn contact(text: &str, parts: &[Part], k: usize) -> usize {
    let words = |part: &Part| part.span.slice(text).unwrap_or_default();
    let is_boilerplate = |part: &Part| part.kind == Some(BlockKind::Boilerplate);
    let introduced = k.checked_sub(1).and_then(|k| parts.get(k));
    let introduced = introduced.is_some_and(|part| is_boilerplate(part) && words(part).ends_with(':'));
    let is_named = || parts.get(k).is_some_and(|part| part.kind.is_none() && CONTACT.is_match(words(part)));
    if !introduced || !is_named() {
        return 0;
    }
    let is_line =
        |part: &&Part| part.kind.is_none() && !ends_sentence(words(part)) && words(part).len() < OFFICE_LEN;
    let lines = parts.iter().skip(k).take(OFFICE + 1).take_while(is_line).count();
    if parts.get(k + lines).is_some_and(is_boilerplate) { lines } else { 0 }
}
