//! Words with a mark inside: hyphens, apostrophes, inner periods, addresses.

use super::class::Class;
use super::scan::{alphanumeric, char_at, class_at};
use super::{TokenKind, address};
use crate::text::{is_apostrophe, is_hyphen, is_invisible, is_mark};

/// First parts of loan words and names that Polish leaves whole: `hot-dog`, `al-Kaida`, `e-sport`.
const WHOLE: &[&str] = &[
    "ad", "al", "an", "ar", "as", "ash", "asz", "at", "az", "ben", "bin", "by", "coca", "co", "des", "di",
    "do", "ed", "el", "er", "es", "fair", "hip", "hot", "ibn", "jean", "know", "la", "le", "make", "mac",
    "mc", "non", "off", "on", "open", "pepsi", "play", "pop", "saint", "sainte", "san", "santa", "science",
    "show", "stand", "start", "ul", "um", "vis", "wi", "ye", "zum",
];

/// End and kind of the token that begins with the letters `start..end`, after which a joiner stands.
pub(super) fn token(text: &str, start: usize, mut end: usize) -> (usize, TokenKind) {
    if let Some(found) = address::in_word(text, start, end) {
        return found;
    }
    let mut part = start;
    while let Some(mark) = char_at(text, end) {
        let next = end + mark.len_utf8();
        if !matches!(class_at(text, next), Some((Class::Letter | Class::Digit, _))) {
            break;
        }
        let after = alphanumeric(text, next);
        if !joins(text, mark, (part, end), (next, after)) {
            break;
        }
        // `O'Neill-owie`: an apostrophe does not begin a part of its own.
        part = if is_hyphen(mark) { next } else { part };
        end = after;
    }
    (end, TokenKind::Word)
}

/// Whether `mark` holds together the pieces on its two sides.
fn joins(text: &str, mark: char, left: (usize, usize), right: (usize, usize)) -> bool {
    let (Some(left), Some(right)) = (text.get(left.0..left.1), text.get(right.0..right.1)) else {
        return false;
    };
    match mark {
        '.' => inner_period(left, right),
        '_' => true,
        '&' => is_acronym(left) && is_acronym(right),
        _ if is_hyphen(mark) => hyphen(left, right),
        _ => is_apostrophe(mark) && right.chars().next().is_some_and(char::is_alphabetic),
    }
}

/// `m.in`, `p.n.e`, but not `S.Karpiniuk` or `koniec.Potem`: pieces of one or two small letters.
fn inner_period(left: &str, right: &str) -> bool {
    let left = left.rsplit('.').next().unwrap_or(left);
    [left, right].iter().all(|piece| piece.len() <= 2 && piece.bytes().all(|b| b.is_ascii_lowercase()))
}

fn hyphen(left: &str, right: &str) -> bool {
    right.starts_with(char::is_numeric)
        || letters(left).nth(1).is_none()
        || (ends_in_capital(left) && right.starts_with(char::is_lowercase))
        || WHOLE.iter().any(|part| part.eq_ignore_ascii_case(left))
}

/// `PRL`, `PiS`, `XIV`: two capitals or more, the last letter one of them.
fn ends_in_capital(word: &str) -> bool {
    letters(word).last().is_some_and(char::is_uppercase)
        && letters(word).filter(|c| c.is_uppercase()).nth(1).is_some()
}

fn is_acronym(word: &str) -> bool {
    letters(word).all(char::is_uppercase)
}

/// The characters of a word without the marks and invisible ones that stand with them.
fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| !is_mark(*c) && !is_invisible(*c))
}
