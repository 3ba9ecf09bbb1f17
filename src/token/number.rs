//! Tokens that begin with a digit.

use super::TokenKind;
use super::class::Class;
use super::scan::{alphanumeric, byte_class, char_at, class_at, extend};
use crate::text::is_hyphen;

/// Letters that may be glued to a number and are still a token of their own.
const UNITS: &[&str] = &[
    "zł", "gr", "tys", "mln", "mld", "bln", "proc", "km", "m", "dm", "cm", "mm", "nm", "kg", "g", "dag",
    "mg", "t", "l", "ml", "ha", "h", "godz", "min", "s", "sek", "ms", "r", "w", "kW", "MW", "GW", "TW",
    "kWh", "MWh", "GWh", "TWh", "W", "V", "kV", "Hz", "kHz", "MHz", "GHz", "kB", "MB", "GB", "TB", "PLN",
    "EUR", "USD", "lat", "szt", "pkt", "os", "st",
];

/// End and kind of the token whose first character is a digit.
#[inline(never)]
pub(super) fn token(text: &str, start: usize) -> (usize, TokenKind) {
    let run = digits(text, start);
    if byte_class(text, run) == Class::Space {
        return (run, TokenKind::Number);
    }
    let end = grouped(text, start, run);
    let end = match class_at(text, end) {
        Some((Class::Letter, _)) => with_letters(text, end, end == run),
        Some((Class::Extend, _)) => extend(text, end),
        _ => end,
    };
    (hyphenated(text, end), TokenKind::Number)
}

fn digits(text: &str, mut at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    at += rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    while let Some((Class::Digit, len)) = class_at(text, at) {
        at += len;
    }
    at
}

/// Further groups: `0,05`, `14.01.1928`, `23:00`, `2000/31`, `94/85/WE`, `2023-09-14`.
fn grouped(text: &str, start: usize, mut end: usize) -> usize {
    if let Some(end) = iso_date(text, start, end) {
        return end;
    }
    loop {
        let next = end + 1;
        let group = match text.as_bytes().get(end) {
            Some(b'.' | b',' | b'/') => digits(text, next),
            Some(b':') => minutes(text, start, end, next),
            _ => return end,
        };
        if group > next {
            end = group;
        } else if text.as_bytes().get(end) == Some(&b'/') && end - start >= 4 {
            return document_code(text, next).unwrap_or(end);
        } else {
            return end;
        }
    }
}

/// `2023-09-14`: four, two and two digits. All other digits around a hyphen are a range of three tokens.
fn iso_date(text: &str, start: usize, end: usize) -> Option<usize> {
    let (month, day) = (start + 5, start + 8);
    let is_hyphen_at = |at: usize| text.as_bytes().get(at) == Some(&b'-');
    let shape = end == start + 4 && is_hyphen_at(end) && is_hyphen_at(day - 1);
    (shape && digits(text, month) == month + 2 && digits(text, day) == day + 2).then_some(day + 2)
}

/// Where the minutes of a time end; `at` when there is none. `23:00` is a time, the score `2:0` is three tokens.
fn minutes(text: &str, start: usize, colon: usize, at: usize) -> usize {
    let end = digits(text, at);
    let below = |range: std::ops::Range<usize>, limit: u8| {
        text.get(range).and_then(|digits| digits.parse::<u8>().ok()).is_some_and(|n| n < limit)
    };
    // The hour is the last group before the colon, so seconds pass for minutes of minutes: 23:00:15.
    let hour = colon.saturating_sub(2).max(start);
    if end == at + 2 && below(at..end, 60) && (below(hour..colon, 60) || below(colon - 1..colon, 10)) {
        end
    } else {
        at
    }
}

/// The capitals that close the number of a European act: `94/85/WE`.
fn document_code(text: &str, at: usize) -> Option<usize> {
    let end = alphanumeric(text, at);
    let code = text.get(at..end)?;
    (code.len() >= 2 && code.bytes().all(|b| b.is_ascii_uppercase())).then_some(end)
}

/// `3D`, `5a`, `1920x1080` are one token; `0.7m` and `20km` are a number and a unit.
fn with_letters(text: &str, at: usize, is_plain: bool) -> usize {
    let end = alphanumeric(text, at);
    let is_unit = text.get(at..end).is_some_and(|letters| UNITS.contains(&letters));
    if is_plain && !is_unit { end } else { at }
}

/// `5-letni`, `6-9-letni`; not `2-3`.
fn hyphenated(text: &str, end: usize) -> usize {
    let Some(first) = after_hyphen(text, end) else { return end };
    let second = digits(text, first);
    let letters = if second > first { after_hyphen(text, second) } else { Some(first) };
    match letters.map(|at| (at, class_at(text, at))) {
        Some((at, Some((Class::Letter, _)))) => alphanumeric(text, at),
        _ => end,
    }
}

fn after_hyphen(text: &str, at: usize) -> Option<usize> {
    char_at(text, at).filter(|c| is_hyphen(*c)).map(|c| at + c.len_utf8())
}
