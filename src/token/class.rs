//! What a byte or a character begins.

use crate::text::{is_invisible, is_mark, is_space};

/// The part a character plays in the scan: first what begins most tokens, last what is or may be none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Class {
    /// Letters, and the marks and invisible characters that stay with them.
    Letter,
    /// First byte of U+00C0..=U+017F: of a letter, or else of `×` or `÷`.
    Latin,
    /// A one-character token.
    Punctuation,
    /// A one-character token that may join the letters on both its sides: `.`, `-`, `'`, `@`, `:`, `_`, `&`, `` ` ``.
    Joiner,
    Digit,
    /// A one-character token that is no punctuation.
    Symbol,
    /// Combining marks and invisible characters: part of whatever stands before them.
    Extend,
    Emoji,
    /// Between tokens.
    Space,
    /// First byte of another longer character, or (never at the start of one) a byte inside it.
    Multi,
}

use Class::{Digit, Emoji, Extend, Joiner, Latin, Letter, Multi, Punctuation, Space, Symbol};

/// Class of each first byte.
static TABLE: [Class; 256] = table();

const fn table() -> [Class; 256] {
    let mut table = [Multi; 256];
    let mut byte = 0;
    while byte < 128 {
        #[expect(clippy::indexing_slicing, reason = "constant evaluation, bounded by the loop")]
        {
            table[byte as usize] = match byte {
                b'\t'..=b'\r' | 0x1c..=b' ' => Space,
                b'a'..=b'z' | b'A'..=b'Z' => Letter,
                b'0'..=b'9' => Digit,
                b'.' | b'-' | b'\'' | b'@' | b':' | b'_' | b'&' | b'`' => Joiner,
                b'!' | b'"' | b'(' | b')' | b',' | b'/' | b';' | b'?' | b'[' | b'\\' | b']' | b'{' | b'}' => {
                    Punctuation
                }
                _ => Symbol,
            };
        }
        byte += 1;
    }
    [table[0xc3], table[0xc4], table[0xc5]] = [Latin; 3];
    table
}

/// Bytes that go on a word without a further look: ASCII letters and digits, and the first and later bytes of
/// U+00C0..=U+017F. The later bytes of `×` (C3 97) and `÷` (C3 B7) are left out, so that the scan stops there.
static IN_WORD: [bool; 256] = in_word();

const fn in_word() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(
            clippy::indexing_slicing,
            clippy::cast_possible_truncation,
            reason = "constant evaluation, bounded by the loop"
        )]
        {
            table[byte] = matches!(byte as u8, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 0x80..=0xbf | 0xc3..=0xc5)
                && !matches!(byte as u8, 0x97 | 0xb7);
        }
        byte += 1;
    }
    table
}

/// Whether a byte goes on a word, behind a byte of a word. A byte inside a character of another block passes too, but
/// the scan never comes to one: it stops at the first byte of such a character.
#[inline]
pub(super) fn is_in_word(byte: u8) -> bool {
    #[expect(clippy::indexing_slicing, reason = "a byte cannot miss a table of 256")]
    IN_WORD[byte as usize]
}

/// Class of an ASCII byte; `Latin` or `Multi` for all others.
#[inline]
pub(super) fn of_byte(byte: u8) -> Class {
    #[expect(clippy::indexing_slicing, reason = "a byte cannot miss a table of 256")]
    TABLE[byte as usize]
}

/// Class of any character.
pub(super) fn of_char(c: char) -> Class {
    match c {
        '\0'..='\x7f' => of_byte(c as u8),
        '×' | '÷' => Symbol,
        '\u{c0}'..='\u{2ff}' => Letter,
        '\u{2012}'..='\u{2015}' | '\u{201a}'..='\u{201f}' | '…' => Punctuation,
        '’' | '‘' | '´' | '\u{2010}' | '\u{2011}' => Joiner,
        _ if is_space(c) => Space,
        _ if is_invisible(c) || is_mark(c) => Extend,
        _ if is_emoji(c) => Emoji,
        _ if c.is_alphabetic() => Letter,
        _ if c.is_numeric() => Digit,
        _ if is_punctuation(c) => Punctuation,
        _ => Symbol,
    }
}

/// Punctuation outside ASCII, by the blocks that hold it.
fn is_punctuation(c: char) -> bool {
    matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{37e}' | '\u{387}' | '\u{55a}'..='\u{55f}'
        | '\u{589}' | '\u{58a}' | '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{5f3}' | '\u{5f4}' | '\u{60c}' | '\u{61b}'
        | '\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}'
        | '\u{2045}'..='\u{2051}' | '\u{2053}'..='\u{205e}' | '\u{2e00}'..='\u{2e5d}' | '\u{3001}'..='\u{3003}'
        | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{fe10}'..='\u{fe19}' | '\u{fe30}'..='\u{fe6b}'
        | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{ff3b}'..='\u{ff3d}' | '\u{ff5b}'
        | '\u{ff5d}' | '\u{ff5f}'..='\u{ff65}')
}

/// Pictographs, dingbats and regional indicators. Arrows, copyright marks and the like are plain symbols.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{231a}' | '\u{231b}' | '\u{23e9}'..='\u{23f3}' | '\u{23f8}'..='\u{23fa}' | '\u{2600}'..='\u{27bf}'
        | '\u{2b1b}' | '\u{2b1c}' | '\u{2b50}' | '\u{2b55}' | '\u{1f000}'..='\u{1f0ff}' | '\u{1f10d}'..='\u{1f10f}'
        | '\u{1f12f}' | '\u{1f16c}'..='\u{1f171}' | '\u{1f17e}' | '\u{1f17f}' | '\u{1f18e}'
        | '\u{1f191}'..='\u{1f19a}' | '\u{1f1e6}'..='\u{1f265}' | '\u{1f300}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_first_byte_agrees_with_its_character() {
        for byte in 0..=0x7f {
            assert_eq!(of_byte(byte), of_char(byte as char), "{byte:#x}");
            assert_ne!(of_byte(byte), Multi);
        }
    }

    #[test]
    fn spaces_are_those_of_the_text_module() {
        for c in '\0'..=char::MAX {
            assert_eq!(of_char(c) == Space, is_space(c), "{c:?}");
        }
    }
}
