//! Lines that hold nothing but who wrote the article, or whom to ask about it.

use super::BlockKind;
use super::lines::ends_sentence;
use super::parts::Part;
use super::patterns::{AUTHOR, CONTACT};

/// Makes boilerplate of names and initials of authors: below the title beside the date, behind the last paragraph, and
/// between other lines of boilerplate.
pub(super) fn mark(text: &str, parts: &mut [Part]) {
    let is_prose = |part: &Part| part.kind.is_none();
    let (first, last) = (parts.iter().position(is_prose), parts.iter().rposition(is_prose));
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
    let signs = last && before.is_some_and(|part| part.kind.is_none() && ends_sentence(words(part)));
    (beside_date || signs) && AUTHOR.is_match(words(part))
}
