//! Words inside a token, by closed rules: personal endings and `by` that Polish writes together with their host.
//!
//! Without a dictionary the rules rest on shape. First-person `-łem` is also the instrumental of nouns (`tytułem`), so
//! it is split only behind the stems that verbs have, and not for the nouns of `nouns.txt`.

use std::num::NonZeroU32;

use once_cell::sync::Lazy;

use crate::text::{WordList, ending_at, ends_in_one, is_invisible, is_mark, words_of};

/// Where a token falls apart into words: byte offsets of its second and third word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Split {
    second: Option<NonZeroU32>,
    third: Option<NonZeroU32>,
}

impl Split {
    fn at(second: usize) -> Self {
        Self { second: offset(second), third: None }
    }

    fn and_at(self, third: usize) -> Self {
        Self { third: offset(third), ..self }
    }

    /// Whether the token is one word.
    pub const fn is_whole(self) -> bool {
        self.second.is_none()
    }

    /// The byte offsets, counted from the start of the token, at which its second and third word begin.
    pub fn points(self) -> impl Iterator<Item = usize> + Clone {
        [self.second, self.third].into_iter().flatten().map(|at| at.get() as usize)
    }

    /// The words of `token`, which is the one that was split.
    pub fn parts(self, token: &str) -> impl Iterator<Item = &str> + Clone {
        let ends = self.points().chain([token.len()]);
        [0].into_iter().chain(self.points()).zip(ends).filter_map(|(start, end)| token.get(start..end))
    }
}

/// A place inside a token, which is never its start.
fn offset(at: usize) -> Option<NonZeroU32> {
    u32::try_from(at).ok().and_then(NonZeroU32::new)
}

/// The words of a token, by rules of form alone.
///
/// ```
/// use depesza::token::words;
///
/// let parts = |token| words(token).parts(token).collect::<Vec<_>>();
/// assert_eq!(parts("zrobiłem"), ["zrobił", "em"]);
/// assert_eq!(parts("chciałabym"), ["chciała", "by", "m"]);
/// assert_eq!(parts("żebyśmy"), ["żeby", "śmy"]);
/// assert_eq!(parts("nań"), ["na", "ń"]);
/// assert_eq!(parts("artykułem"), ["artykułem"]);
/// ```
#[inline]
pub fn words(token: &str) -> Split {
    if may_end_a_split(token) { split(token) } else { Split::default() }
}

/// The last three bytes of tokens that may fall apart, each as the bytes that it can be; an empty one can be any.
const ENDINGS: [[&[u8]; 3]; 7] = [
    // łem, łam, and the hosts of hosts.txt before -em: the last bytes of ł, ż, ś, ń and of a combining dot.
    [b"\x82\xbc\x87n", b"ea", b"m"],
    [b"b", b"y", b"m"],
    [b"", b"b", b"y"],
    // śmy: the last byte of ś and of a combining acute.
    [b"\x9b\x81", b"m", b"y"],
    [b"c", b"i", b"e"],
    // The last bytes of ś, ń, their capitals and a combining acute.
    [b"", b"", b"\x9b\x84\x81\x9a\x83"],
    [b"", b"", b"MYE"],
];

/// For each byte in one of the three places the rows of [`ENDINGS`] that it agrees with, a bit each.
const fn rows(place: usize) -> [u8; 256] {
    let mut table = [0; 256];
    let mut row = 0;
    while row < ENDINGS.len() {
        let mut byte = 0;
        while byte < 256 {
            #[expect(
                clippy::indexing_slicing,
                clippy::cast_possible_truncation,
                reason = "constant evaluation, bounded by the loops"
            )]
            if ENDINGS[row][place].is_empty() || holds(ENDINGS[row][place], byte as u8) {
                table[byte] |= 1 << row;
            }
            byte += 1;
        }
        row += 1;
    }
    table
}

const fn holds(bytes: &[u8], byte: u8) -> bool {
    match bytes {
        [first, rest @ ..] => *first == byte || holds(rest, byte),
        [] => false,
    }
}

static ROWS: [[u8; 256]; 3] = [rows(0), rows(1), rows(2)];

/// A quick look at the last three bytes, which settles nearly every token. Without branches: every fourth would be
/// guessed wrong.
#[inline]
fn may_end_a_split(token: &str) -> bool {
    let [.., third, second, last] = token.as_bytes() else { return false };
    let [in_third, in_second, in_last] = &ROWS;
    #[expect(clippy::indexing_slicing, reason = "a byte cannot miss a table of 256")]
    let rows = in_third[*third as usize] & in_second[*second as usize] & in_last[*last as usize];
    rows != 0
}

#[inline(never)]
fn split(token: &str) -> Split {
    closed(token).or_else(|| participle(token)).unwrap_or_default()
}

/// Hosts that are no verbs: `by+m`, `gdyby+śmy`, `ty+ś`, `na+ń`; with the number of letters of the host.
static CLOSED: Lazy<WordList<usize>> = Lazy::new(|| {
    let entries = words_of(include_str!("hosts.txt")).filter_map(|line| line.split_once('+'));
    WordList::new(entries.map(|(host, ending)| ([host, ending].concat(), host.chars().count())))
});

/// Stems of nouns in `-ł` and whole words that look like verb forms.
static NOUNS: Lazy<WordList<()>> =
    Lazy::new(|| WordList::new(words_of(include_str!("nouns.txt")).map(|word| (word, ()))));

fn closed(token: &str) -> Option<Split> {
    let host = CLOSED.get(token)?;
    let letters = token.char_indices().filter(|(_, c)| !is_invisible(*c) && !is_mark(*c));
    letters.skip(host).map(|(at, _)| Split::at(at)).next()
}

/// Personal endings with the participle endings that they follow.
const PERSONAL: &[(&str, &[&str])] = &[
    ("śmy", &["li", "ły"]),
    ("ście", &["li", "ły"]),
    ("em", &["ł"]),
    ("eś", &["ł"]),
    ("m", &["ła"]),
    ("ś", &["ła"]),
];

/// Personal endings that follow `by`.
const CONDITIONAL: &[&str] = &["śmy", "ście", "m", "ś"];

fn participle(token: &str) -> Option<Split> {
    // Every one has an ł or l; the last bytes of ł and Ł are 82 and 81.
    if !token.bytes().any(|byte| matches!(byte, b'l' | b'L' | 0x82 | 0x81)) {
        return None;
    }
    conditional(token).or_else(|| {
        PERSONAL.iter().find_map(|(ending, stems)| {
            let at = ending_at(token, ending)?;
            let host = token.get(..at)?;
            (ends_in_one(host, stems) && is_verb(token, host)).then(|| Split::at(at))
        })
    })
}

/// `mógł+by`, `chciała+by+m`.
fn conditional(token: &str) -> Option<Split> {
    let person = CONDITIONAL.iter().find_map(|ending| {
        let at = ending_at(token, ending)?;
        ending_at(token.get(..at)?, "by").map(|by| (by, at))
    });
    let (by, person) = match person {
        Some((by, at)) => (by, Some(at)),
        None => (ending_at(token, "by")?, None),
    };
    let host = token.get(..by)?;
    let is_host = ends_in_one(host, &["ł", "ła", "ło", "li", "ły"]);
    let split = Split::at(by);
    (is_host && is_verb(token, host)).then(|| person.map_or(split, |at| split.and_at(at)))
}

/// Whether `host`, which ends like a past participle, is one: it has a stem, and the noun list does not claim it.
fn is_verb(token: &str, host: &str) -> bool {
    let has_stem = host.chars().count() >= 3 && host.chars().flat_map(char::to_lowercase).any(is_vowel);
    has_stem
        && (ending_at(token, "łem").is_none() || has_verb_stem(host))
        && !NOUNS.contains(token)
        && !NOUNS.contains(host)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'ą' | 'e' | 'ę' | 'i' | 'o' | 'ó' | 'u' | 'y')
}

/// What stands before `-em` in verbs. No verb has `-oł`, `-ół` or `-eł`; behind consonants and `u` only these stems do.
const STEMS: &[&str] = &[
    "ał", "ił", "ył", "ął", "ęł", "gł", "arł", // any verb
    "czuł", "snuł", "psuł", "pluł", "truł", "pruł", "żuł", "suł", // czuć, snuć, psuć, …
    "szedł", "jadł", "siadł", "padł", "kładł", "kradł", "bladł", "wiodł", "bodł",
    "przędł", // iść, jeść, …
    "plotł", "gniotł", "miotł", "kwitł", // pleść, gnieść, …
    "niosł", "rosł", "trzęsł", "trząsł", "wiozł", "gryzł", "lazł", "marzł", // nieść, rosnąć, …
    "ciekł", "rzekł", "tłukł", "wlokł", "wykł", "siekł", "mokł", "upiekł", // uciec, rzec, …
];

fn has_verb_stem(host: &str) -> bool {
    ends_in_one(host, STEMS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::check;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn decomposed_tokens_fall_apart_at_the_same_place() {
        for token in ["zrobiłeś", "poszliśmy", "żebyśmy", "doń", "mógłbyś", "powinnaś", "byście"] {
            let decomposed: String = token.nfd().collect();
            let parts: Vec<String> =
                words(&decomposed).parts(&decomposed).map(|part| part.nfc().collect()).collect();
            assert_eq!(parts, words(token).parts(token).collect::<Vec<_>>(), "{token}");
            assert!(parts.len() > 1, "{token}");
        }
    }

    #[test]
    fn lists_are_in_order() {
        check(&CLOSED);
        check(&NOUNS);
    }
}
