//! Eight bytes of a word at a time.
//!
//! Words have five to eight bytes, and a loop over bytes costs a mispredicted branch at the end of each. Here the bytes
//! lie side by side in one integer, and every test leaves its answer in the top bit of each byte.

/// `byte` in all eight places.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

const TOP: u64 = each(0x80);

/// Top bits of the bytes that are at least `low` and below `high`, for bytes without a top bit.
#[inline]
const fn between(bytes: u64, low: u8, high: u8) -> u64 {
    // No sum leaves its byte: 0x7f + 0x80 is 0xff.
    (bytes + each(0x80 - low)) & !(bytes + each(0x80 - high))
}

/// How many of the bytes, from the first, go on a word: the same as counting with
/// [`is_in_word`](super::class::is_in_word).
#[inline]
pub(super) const fn in_word(bytes: [u8; 8]) -> usize {
    let bytes = u64::from_le_bytes(bytes);
    let low = bytes & !TOP;
    let ascii = between(low | each(0x20), b'a', b'z' + 1) | between(low, b'0', b'9' + 1);
    // First bytes C0..=FF have their two top bits set; those of U+00C0..=U+017F are C3, C4 and C5.
    let first = bytes & (bytes << 1);
    let other_first = first & !between(bytes & each(0x3f), 3, 6);
    // 97 and B7 differ in one bit only.
    let unlike = (bytes & each(0xdf)) ^ each(0x97);
    let times_or_division = !(((unlike & !TOP) + !TOP) | unlike);
    let stop = ((!ascii & !bytes) | (bytes & (other_first | times_or_division))) & TOP;
    (stop.trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::in_word;
    use crate::token::class::is_in_word;
    use proptest::prelude::*;

    #[test]
    fn every_byte_in_every_place_agrees_with_the_table() {
        for byte in 0..=255 {
            for place in 0..8 {
                let mut bytes = *b"abcdefgh";
                bytes[place] = byte;
                assert_eq!(in_word(bytes), if is_in_word(byte) { 8 } else { place }, "{byte:#x} at {place}");
            }
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_table(bytes: [u8; 8]) {
            let counted = bytes.iter().take_while(|byte| is_in_word(**byte)).count();
            prop_assert_eq!(in_word(bytes), counted);
        }
    }
}
