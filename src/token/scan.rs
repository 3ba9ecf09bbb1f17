//! The pass over the bytes.
//!
//! Functions here take a text and a byte offset on a character boundary and return the offset where something ends.
//! Each looks ahead over at most one further piece, or over a fixed number of bytes, so the pass is linear whatever
//! the text.

use super::block::Block;
use super::class::{self, Class};
use super::{TokenKind, address, emoji, joined, number};
use crate::text::is_apostrophe;

/// The class that begins at `at`, with the length of its character; `None` at the end of the text.
#[inline]
pub(super) fn class_at(text: &str, at: usize) -> Option<(Class, usize)> {
    let class = class::of_byte(*text.as_bytes().get(at)?);
    if matches!(class, Class::Latin | Class::Multi) { multi_at(text, at) } else { Some((class, 1)) }
}

#[inline]
fn multi_at(text: &str, at: usize) -> Option<(Class, usize)> {
    if is_latin(text.as_bytes(), at) {
        return Some((Class::Letter, 2));
    }
    let c = char_at(text, at)?;
    Some((class::of_char(c), c.len_utf8()))
}

/// Whether a letter of U+00C0..=U+017F begins here: all of them but `×` and `÷`.
#[inline]
fn is_latin(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(0xc4 | 0xc5) => true,
        Some(0xc3) => !matches!(bytes.get(at + 1), Some(0x97 | 0xb7)),
        _ => false,
    }
}

/// The character at `at`; `None` at the end.
#[inline]
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Where the next token at or behind `at` begins, with the class of its first byte.
#[inline]
pub(super) fn start(text: &str, at: usize) -> Option<(usize, Class)> {
    // Most of the white space is one space or none.
    let class = byte_class(text, at);
    if class < Class::Space {
        return Some((at, class));
    }
    let next = byte_class(text, at + 1);
    if class == Class::Space && next < Class::Space {
        return Some((at + 1, next));
    }
    start_behind_space(text, at)
}

fn start_behind_space(text: &str, mut at: usize) -> Option<(usize, Class)> {
    while let Some((Class::Space, len)) = class_at(text, at) {
        at += len;
    }
    Some((at, class::of_byte(*text.as_bytes().get(at)?)))
}

/// Where the run of letters, digits and their marks that begins at `at` ends.
pub(super) fn alphanumeric(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        at += rest.iter().position(|byte| !class::is_in_word(*byte)).unwrap_or(rest.len());
        match unusual(text, at) {
            Ok(next) => at = next,
            Err(end) => return end,
        }
    }
}

/// A character in a word that the byte table does not settle: `Ok` with the place behind it when it goes on the word.
#[inline(never)]
fn unusual(text: &str, at: usize) -> Result<usize, usize> {
    // The table stops inside of `×` and `÷`, and inside of the letters that share their last byte.
    let at = if text.is_char_boundary(at) { at } else { at - 1 };
    match class_at(text, at) {
        Some((Class::Letter | Class::Digit | Class::Extend, len)) => Ok(at + len),
        _ => Err(at),
    }
}

/// Where the marks and invisible characters that begin at `at` end.
#[inline]
pub(super) fn extend(text: &str, mut at: usize) -> usize {
    while let Some((Class::Extend, len)) = class_at(text, at) {
        at += len;
    }
    at
}

/// End and kind of the token that begins at `start` with a byte of that class.
///
/// Classes are compared by their order, commonest first: a jump by class is guessed wrong more often.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs a tenth of a token")]
pub(super) fn token(text: &str, start: usize, class: Class, block: &mut Block) -> (usize, TokenKind) {
    if class <= Class::Latin {
        word(text, start, block.run(text.as_bytes(), start))
    } else if class <= Class::Joiner && is_lone_mark(text, start) {
        (start + 1, TokenKind::Punctuation)
    } else if class == Class::Digit {
        number::token(text, start)
    } else {
        other(text, start)
    }
}

/// Whether the mark at `at`, of one byte, stands before a space and is none of the signs that join names.
#[inline]
fn is_lone_mark(text: &str, at: usize) -> bool {
    byte_class(text, at + 1) == Class::Space && !matches!(text.as_bytes().get(at), Some(b'@' | b'&' | b'_'))
}

/// Class of the byte at `at`, the end of the text passing for a space.
#[inline]
pub(super) fn byte_class(text: &str, at: usize) -> Class {
    text.as_bytes().get(at).map_or(Class::Space, |byte| class::of_byte(*byte))
}

/// The word whose bytes that need no further look are `start..end`.
#[inline]
#[expect(clippy::needless_bitwise_bool, reason = "lazy operators are branches, guessed wrong at every mark")]
fn word(text: &str, start: usize, end: usize) -> (usize, TokenKind) {
    // Most marks stand at the end of a word, before a space.
    let (mark, next) = (byte_class(text, end), byte_class(text, end + 1));
    let is_joined = (mark == Class::Joiner) & (next != Class::Space);
    if is_joined | (mark == Class::Multi) {
        word_before_mark(text, start, end)
    } else {
        (end, TokenKind::Word)
    }
}

#[inline(never)]
fn word_before_mark(text: &str, start: usize, end: usize) -> (usize, TokenKind) {
    let end = unusual(text, end).map_or_else(|end| end, |next| alphanumeric(text, next));
    if end == start {
        // × and ÷ have the first byte of a letter.
        return other(text, start);
    }
    match class_at(text, end) {
        Some((Class::Joiner, _)) => joined::token(text, start, end),
        _ => (end, TokenKind::Word),
    }
}

/// Tokens that need a second look.
#[inline(never)]
fn other(text: &str, start: usize) -> (usize, TokenKind) {
    match class_at(text, start) {
        Some((Class::Letter, _)) => word_before_mark(text, start, alphanumeric(text, start)),
        Some((Class::Punctuation, len)) => {
            (extend(text, doubled(text, start, start + len)), TokenKind::Punctuation)
        }
        Some((Class::Digit, _)) => number::token(text, start),
        class => rare(text, start, class),
    }
}

/// Tokens that begin with anything but a letter, a digit or plain punctuation.
fn rare(text: &str, start: usize, class: Option<(Class, usize)>) -> (usize, TokenKind) {
    let Some((class, len)) = class else { return (text.len(), TokenKind::Symbol) };
    let next = start + len;
    match class {
        Class::Extend => after_invisible(text, next),
        Class::Emoji => (emoji::end(text, start), TokenKind::Emoji),
        Class::Joiner => joiner(text, start, next),
        _ => symbol(text, start, next),
    }
}

/// Invisible characters before a token belong to it; alone they are one.
fn after_invisible(text: &str, at: usize) -> (usize, TokenKind) {
    let at = extend(text, at);
    match class_at(text, at) {
        None | Some((Class::Space, _)) => (at, TokenKind::Symbol),
        Some(_) => other(text, at),
    }
}

fn joiner(text: &str, start: usize, next: usize) -> (usize, TokenKind) {
    match char_at(text, start) {
        Some('@') => match address::handle(text, next) {
            Some(end) => (end, TokenKind::Handle),
            None => (extend(text, next), TokenKind::Symbol),
        },
        Some('&' | '_') => (extend(text, next), TokenKind::Symbol),
        _ => (extend(text, doubled(text, start, next)), TokenKind::Punctuation),
    }
}

/// Two commas or two apostrophes of one kind, typed for one quotation mark.
#[inline]
fn doubled(text: &str, start: usize, next: usize) -> usize {
    match char_at(text, start) {
        Some(c) if (c == ',' || c == '‚' || is_apostrophe(c)) && char_at(text, next) == Some(c) => {
            next + c.len_utf8()
        }
        _ => next,
    }
}

fn symbol(text: &str, start: usize, next: usize) -> (usize, TokenKind) {
    match char_at(text, start) {
        Some('#') => match address::hashtag(text, next) {
            Some(end) => (end, TokenKind::Hashtag),
            None => (emoji::keycap(text, next), TokenKind::Symbol),
        },
        // °C and °F are one sign; °C.., °Celsjusza are not.
        Some('°')
            if matches!(char_at(text, next), Some('C' | 'F')) && alphanumeric(text, next) == next + 1 =>
        {
            (next + 1, TokenKind::Symbol)
        }
        _ => (extend(text, next), TokenKind::Symbol),
    }
}
