//! Emoji sequences: one picture, one token.

use super::class::Class;
use super::scan::{char_at, class_at, extend};

const JOINER: char = '\u{200d}';
const ENCLOSING_KEYCAP: char = '\u{20e3}';

/// Where the sequence whose first character is an emoji ends: modifiers, joined pictures, flags.
pub(super) fn end(text: &str, start: usize) -> usize {
    let Some(first) = char_at(text, start) else { return start };
    let mut at = start + first.len_utf8();
    if is_regional(first) {
        at += char_at(text, at).filter(|c| is_regional(*c)).map_or(0, char::len_utf8);
        return extend(text, at);
    }
    loop {
        let before = at;
        at = modifiers(text, at);
        let is_joined = text.get(..at).is_some_and(|read| at > before && read.ends_with(JOINER));
        match class_at(text, at) {
            Some((Class::Emoji, len)) if is_joined => at += len,
            _ => return at,
        }
    }
}

/// `#️⃣` and `1️⃣` behind their first character.
pub(super) fn keycap(text: &str, at: usize) -> usize {
    let end = extend(text, at);
    if char_at(text, end) == Some(ENCLOSING_KEYCAP) { end + ENCLOSING_KEYCAP.len_utf8() } else { end }
}

fn modifiers(text: &str, mut at: usize) -> usize {
    loop {
        let end = extend(text, at);
        let skin = char_at(text, end).filter(|c| matches!(c, '\u{1f3fb}'..='\u{1f3ff}'));
        let next = end + skin.map_or(0, char::len_utf8);
        if next == at {
            return at;
        }
        at = next;
    }
}

fn is_regional(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}
