//! Web addresses, e-mail addresses, hashtags and handles.

use super::TokenKind;
use super::class::Class;
use super::scan::{alphanumeric, char_at, class_at};

/// Longest local part of an e-mail address (RFC 5321), longest domain name (RFC 1035).
const LONGEST_LOCAL: usize = 64;
const LONGEST_DOMAIN: usize = 253;

/// Top-level domains that make a bare `name.tld` an address. Two-letter ones that are Polish words (`to`, `ma`, `je`)
/// are left out: there a missing space is likelier.
const TOP_LEVEL: &[&str] = &[
    "pl", "com", "org", "net", "eu", "gov", "edu", "info", "biz", "io", "tv", "fm", "de", "uk", "fr", "cz",
    "sk", "ua", "ru", "by", "lt", "it", "es", "at", "ch", "be", "nl", "dk", "se", "fi", "hu", "us", "ca",
    "app", "dev", "online", "news", "ai", "me", "mil", "int",
];

/// An address that begins with the letters `start..end`, after which a joiner stands.
pub(super) fn in_word(text: &str, start: usize, end: usize) -> Option<(usize, TokenKind)> {
    let rest = text.get(end..)?;
    match rest.as_bytes() {
        [b':', b'/', b'/', ..] => {
            is_scheme(text.get(start..end)?).then(|| (url(text, end + 3), TokenKind::Url))
        }
        [b'.' | b'-' | b'@' | b'_', next, ..] if next.is_ascii_alphanumeric() => email(text, start)
            .map(|end| (end, TokenKind::Email))
            .or_else(|| domain(text, start).map(|end| (end, TokenKind::Url))),
        _ => None,
    }
}

fn is_scheme(word: &str) -> bool {
    ["http", "https", "ftp", "sftp"].iter().any(|scheme| scheme.eq_ignore_ascii_case(word))
}

/// Where the address that goes on at `at` ends: at white space, quotes or brackets, without closing punctuation.
fn url(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let mut open = 0_usize;
    let stop = rest.find(|c: char| {
        match c {
            '(' => open += 1,
            ')' if open == 0 => return true,
            ')' => open -= 1,
            _ => {}
        }
        matches!(c, '<' | '>' | '"' | '„' | '”' | '“' | '’' | '«' | '»' | '[' | ']' | '{' | '}' | '…')
            || crate::text::is_space(c)
    });
    let found = rest.get(..stop.unwrap_or(rest.len())).unwrap_or_default();
    at + found.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']).len()
}

/// `local@domain`, where the local part begins at `start`.
fn email(text: &str, start: usize) -> Option<usize> {
    let rest = text.as_bytes().get(start..)?;
    let is_local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
    let local = rest.iter().take(LONGEST_LOCAL).take_while(|b| is_local(b)).count();
    let is_address = rest.get(local) == Some(&b'@') && rest.get(local.checked_sub(1)?) != Some(&b'.');
    let (end, labels, _) = labels(text, start + local + 1);
    (is_address && labels >= 2).then_some(end)
}

/// `www.example.com/a`, `example.pl`: a dotted name in ASCII with a known ending, and the path behind it.
fn domain(text: &str, start: usize) -> Option<usize> {
    let (end, count, last) = labels(text, start);
    let name = text.get(start..end)?;
    let is_domain = count >= 2 && (TOP_LEVEL.contains(&last) || (name.starts_with("www.") && count >= 3));
    if is_domain {
        return Some(if text.as_bytes().get(end) == Some(&b'/') { url(text, end) } else { end });
    }
    (is_file(name, count) || is_newsgroup(name, count)).then_some(end)
}

/// `CONFIG.SYS`: two words of capitals.
fn is_file(name: &str, labels: usize) -> bool {
    labels == 2 && name.split('.').all(|part| part.len() > 1 && part.bytes().all(|b| b.is_ascii_uppercase()))
}

/// `pl.rec.kuchnia`: three words or more, of small letters and not all of them short.
fn is_newsgroup(name: &str, labels: usize) -> bool {
    labels >= 3
        && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'.' || b == b'-')
        && name.split('.').all(|part| part.len() > 1)
}

/// The dotted ASCII name at `at`: its end, the number of labels and the last one.
fn labels(text: &str, at: usize) -> (usize, usize, &str) {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.');
    let mut len = rest.iter().take(LONGEST_DOMAIN).take_while(|b| is_name(b)).count();
    if matches!(class_at(text, at + len), Some((Class::Extend, _))) {
        // A letter with a mark of its own is no ASCII letter, however it is written.
        len = len.saturating_sub(1);
    }
    while len > 0 && matches!(rest.get(len - 1), Some(b'-' | b'.')) {
        len -= 1;
    }
    let name = text.get(at..at + len).unwrap_or_default();
    let goes_on = alphanumeric(text, at + len) > at + len;
    if goes_on || name.split('.').any(str::is_empty) {
        return (at, 0, "");
    }
    (at + len, name.split('.').count(), name.rsplit('.').next().unwrap_or_default())
}

/// Where the name behind `#` ends: letters, digits and underscores, not digits alone.
pub(super) fn hashtag(text: &str, at: usize) -> Option<usize> {
    let end = name(text, at);
    let has_letter = text.get(at..end)?.chars().any(char::is_alphabetic);
    has_letter.then_some(end)
}

/// Where the name behind `@` ends.
pub(super) fn handle(text: &str, at: usize) -> Option<usize> {
    let end = name(text, at);
    (end > at && matches!(class_at(text, at), Some((Class::Letter | Class::Digit, _) | (Class::Joiner, 1))))
        .then_some(end)
}

fn name(text: &str, mut at: usize) -> usize {
    loop {
        at = alphanumeric(text, at);
        if char_at(text, at) != Some('_') {
            return at;
        }
        at += 1;
    }
}
