//! Endings of words, however the words are written.

use super::is_invisible;
use super::key::is_polish_lower;

/// Where `ending` begins in `word`: letters match in either case, composed or not, across invisible characters. `None`
/// when the word does not end so.
///
/// The ending is in folded form (see [`key`](super::key())).
pub(crate) fn ending_at(word: &str, ending: &str) -> Option<usize> {
    let pairs = word.bytes().rev().zip(ending.bytes().rev());
    let alike = pairs.take_while(|(byte, wanted)| byte == wanted).count();
    if alike == ending.len() {
        return Some(word.len() - alike);
    }
    // What differs first tells nearly always that nothing else can match.
    let (rest, wanted) =
        (word.as_bytes().split_at(word.len() - alike).0, ending.as_bytes().split_at(ending.len() - alike).0);
    match (rest, wanted) {
        // A small letter of ASCII is no other writing of anything, and no letter of U+00C0..=U+017F is one of ASCII.
        ([] | [.., b'a'..=b'z'], _) | ([.., 0xc3..=0xc5, 0x80..=0xbf], [.., 0..=0x7f]) => None,
        _ => ending_of_chars(word, ending),
    }
}

fn ending_of_chars(word: &str, ending: &str) -> Option<usize> {
    let mut chars = word.char_indices().rev().filter(|(_, c)| !is_invisible(*c));
    let mut start = word.len();
    for wanted in ending.chars().rev() {
        let (at, c) = chars.next()?;
        start = at;
        if c == wanted {
            continue;
        }
        if c.is_ascii_lowercase() {
            return None;
        }
        if c.to_lowercase().eq([wanted]) {
            continue;
        }
        let (base, mark) = decomposed(wanted)?;
        let (at, letter) = chars.next()?;
        if c != mark || letter.to_ascii_lowercase() != base {
            return None;
        }
        start = at;
    }
    Some(start)
}

/// Whether `word` ends in one of the endings.
pub(crate) fn ends_in_one(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
        // A word that is folded has no other writing.
        || (!is_polish_lower(word) && endings.iter().any(|ending| ending_at(word, ending).is_some()))
}

/// A letter of Polish as a base letter and its mark; `ł` has none.
fn decomposed(c: char) -> Option<(char, char)> {
    Some(match c {
        'ą' => ('a', '\u{328}'),
        'ę' => ('e', '\u{328}'),
        'ż' => ('z', '\u{307}'),
        'ć' => ('c', '\u{301}'),
        'ń' => ('n', '\u{301}'),
        'ó' => ('o', '\u{301}'),
        'ś' => ('s', '\u{301}'),
        'ź' => ('z', '\u{301}'),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn endings_are_found_in_any_writing() {
        for (word, ending) in
            [("zrobiłeś", "ś"), ("POSZLIŚMY", "śmy"), ("robią", "ą"), ("tę\u{ad}żnię", "żnię")]
        {
            let at = ending_at(word, ending).and_then(|at| word.get(at..)).map(super::super::key);
            assert_eq!(at.as_deref(), Some(ending), "{word}");
            let decomposed: String = word.nfd().collect();
            assert!(ending_at(&decomposed, ending).is_some(), "{word}");
        }
        assert_eq!(ending_at("robie", "ś"), None);
        assert_eq!(ending_at("ś", "śmy"), None);
    }
}
