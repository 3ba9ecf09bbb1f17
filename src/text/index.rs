//! Coordinates of a text in other units than bytes.

use super::is_line_break;

/// Bytes between two checkpoints: a lookup walks at most this far.
const STRIDE: usize = 256;

/// Line and column of a place, both counted from zero; the column counts characters (code points).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// Number of line breaks before the place; CR LF is one.
    pub line: usize,
    /// Characters between the start of the line and the place.
    pub column: usize,
}

/// Converts between byte offsets, characters (code points), UTF-16 units and lines.
///
/// Built in one pass; a conversion takes `O(log n)` time. An offset that is not on a character boundary of the text,
/// or past its end, gives `None`.
///
/// ```
/// use depesza::text::TextIndex;
///
/// let index = TextIndex::new("Żółw 🐢\nśpi");
/// assert_eq!(index.byte_to_char(8), Some(5));
/// assert_eq!(index.byte_to_utf16(12), Some(7));
/// assert_eq!(index.char_to_byte(7), Some(13));
/// assert_eq!(index.line_column(15).map(|at| (at.line, at.column)), Some((1, 1)));
/// ```
#[derive(Clone, Debug)]
pub struct TextIndex<'t> {
    text: &'t str,
    checkpoints: Vec<Position>,
    /// First byte of every line.
    lines: Vec<usize>,
}

/// The same place in three units.
#[derive(Clone, Copy, Debug, Default)]
struct Position {
    byte: usize,
    char: usize,
    utf16: usize,
}

impl Position {
    fn step(&mut self, c: char) {
        self.byte += c.len_utf8();
        self.char += 1;
        self.utf16 += c.len_utf16();
    }
}

impl<'t> TextIndex<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        let (mut checkpoints, mut lines) = (vec![Position::default()], vec![0]);
        let (mut at, mut next) = (Position::default(), STRIDE);
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            if at.byte >= next {
                checkpoints.push(at);
                next = at.byte + STRIDE;
            }
            at.step(c);
            if is_line_break(c) && !(c == '\r' && chars.peek() == Some(&'\n')) {
                lines.push(at.byte);
            }
        }
        Self { text, checkpoints, lines }
    }

    /// Characters before a byte offset.
    pub fn byte_to_char(&self, byte: usize) -> Option<usize> {
        Some(self.find(byte, |p| p.byte)?.char)
    }

    /// UTF-16 units before a byte offset.
    pub fn byte_to_utf16(&self, byte: usize) -> Option<usize> {
        Some(self.find(byte, |p| p.byte)?.utf16)
    }

    /// Byte offset of a character.
    pub fn char_to_byte(&self, char: usize) -> Option<usize> {
        Some(self.find(char, |p| p.char)?.byte)
    }

    /// Byte offset of a UTF-16 unit; `None` between the halves of a surrogate pair.
    pub fn utf16_to_byte(&self, utf16: usize) -> Option<usize> {
        Some(self.find(utf16, |p| p.utf16)?.byte)
    }

    /// Line and column of a byte offset.
    pub fn line_column(&self, byte: usize) -> Option<LineColumn> {
        let char = self.byte_to_char(byte)?;
        let line = self.lines.partition_point(|start| *start <= byte).checked_sub(1)?;
        let start = self.byte_to_char(*self.lines.get(line)?)?;
        Some(LineColumn { line, column: char - start })
    }

    /// The place whose `unit` is `target`.
    fn find(&self, target: usize, unit: impl Fn(&Position) -> usize) -> Option<Position> {
        let after = self.checkpoints.partition_point(|checkpoint| unit(checkpoint) <= target);
        let mut at = *self.checkpoints.get(after.checked_sub(1)?)?;
        let mut chars = self.text.get(at.byte..)?.chars();
        while unit(&at) < target {
            at.step(chars.next()?);
        }
        (unit(&at) == target).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_at_any_kind_of_break() {
        let text = "a\r\nb\rc\nd\u{2028}e";
        let index = TextIndex::new(text);
        let lines: Vec<_> =
            text.char_indices().filter_map(|(byte, _)| index.line_column(byte)).map(|at| at.line).collect();
        assert_eq!(lines, [0, 0, 0, 1, 1, 2, 2, 3, 3, 4]);
    }

    #[test]
    fn offsets_inside_a_character_or_past_the_end_are_none() {
        let index = TextIndex::new("ą🐢");
        assert_eq!(index.byte_to_char(1), None);
        assert_eq!(index.byte_to_char(7), None);
        assert_eq!(index.utf16_to_byte(2), None);
        assert_eq!(index.byte_to_char(6), Some(2));
    }

    proptest! {
        #[test]
        fn agrees_with_counting_from_the_start(text in "(\\PC|\r|\n){0,700}") {
            let index = TextIndex::new(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = text.get(..byte).unwrap();
                let (chars, utf16) = (before.chars().count(), before.encode_utf16().count());
                prop_assert_eq!(index.byte_to_char(byte), Some(chars));
                prop_assert_eq!(index.byte_to_utf16(byte), Some(utf16));
                prop_assert_eq!(index.char_to_byte(chars), Some(byte));
                prop_assert_eq!(index.utf16_to_byte(utf16), Some(byte));
            }
        }
    }
}
