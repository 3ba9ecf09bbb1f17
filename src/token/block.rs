//! Sixty-four bytes at a time.
//!
//! Words have five to eight bytes, and a loop over their bytes costs a mispredicted branch at the end of each. Here a
//! look at 64 bytes, of which a compiler makes vector instructions, leaves a bit for each of them, and a word ends where
//! the bits change.

/// Bytes in a block.
const LEN: usize = 64;

/// Which bytes of a stretch of text go on a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Block {
    /// Where the stretch begins.
    at: usize,
    /// A bit for each byte, the first one lowest.
    words: u64,
}

impl Block {
    /// The block at the start of a text.
    pub(super) fn first(text: &[u8]) -> Self {
        Self::read(text, 0)
    }

    /// Where the run of bytes that go on a word and begin at `at` ends, as [`is_in_word`](super::class::is_in_word) has
    /// them. The place is not before one that was asked for earlier.
    #[inline]
    pub(super) fn run(&mut self, text: &[u8], mut at: usize) -> usize {
        loop {
            let inside = at.wrapping_sub(self.at);
            if inside < LEN {
                at += (self.words >> inside).trailing_ones() as usize;
                if at - self.at < LEN {
                    return at;
                }
            }
            *self = Self::read(text, at);
        }
    }

    /// What lies behind the end of the text goes on no word.
    fn read(text: &[u8], at: usize) -> Self {
        let rest = text.get(at..).unwrap_or_default();
        if let Some(bytes) = rest.first_chunk() {
            return Self { at, words: words(bytes) };
        }
        let mut bytes = [0; LEN];
        bytes.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
        Self { at, words: words(&bytes) }
    }
}

/// Of eight bytes that are 0 or 1 the product with it has their bits side by side on top.
const GATHER: u64 = 0x0102_0408_1020_4080;

#[inline]
fn words(bytes: &[u8; LEN]) -> u64 {
    let mut marks = [0; LEN];
    for (mark, byte) in marks.iter_mut().zip(bytes) {
        *mark = u8::from(goes_on(*byte));
    }
    let eights = marks.chunks_exact(8).filter_map(|eight| eight.first_chunk());
    let gathered = eights.map(|eight| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56);
    gathered.zip((0..LEN).step_by(8)).fold(0, |words, (eight, at)| words | eight << at)
}

/// Whether a byte is in a word, without the table, since no vector instruction looks into one.
#[inline]
#[expect(clippy::needless_bitwise_bool, reason = "lazy operators are branches")]
const fn goes_on(byte: u8) -> bool {
    let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let digit = byte.wrapping_sub(b'0') < 10;
    // Later bytes but for those of × and ÷, 97 and B7, which differ in one bit.
    let later = (byte & 0xc0 == 0x80) & (byte & 0xdf != 0x97);
    let first = byte.wrapping_sub(0xc3) < 3;
    letter | digit | later | first
}

#[cfg(test)]
mod tests {
    use super::{Block, goes_on};
    use crate::token::class::is_in_word;
    use proptest::prelude::*;

    #[test]
    fn every_byte_agrees_with_the_table() {
        for byte in 0..=255 {
            assert_eq!(goes_on(byte), is_in_word(byte), "{byte:#x}");
        }
    }

    proptest! {
        #[test]
        fn runs_are_those_of_the_table(text in prop::collection::vec(prop_oneof![9 => Just(b'a'), 1 => any::<u8>()], 0..400)) {
            let mut block = Block::first(&text);
            for at in 0..text.len() {
                let counted = text[at..].iter().take_while(|byte| is_in_word(**byte)).count();
                prop_assert_eq!(block.run(&text, at), at + counted);
            }
        }
    }
}
