//! Which tokens say by their first bytes that nothing ends before them.

use unicode_normalization::UnicodeNormalization;

/// The first three bytes of what may begin a sentence or close one, a bit for each beginning.
///
/// Nearly every token of a text is told apart here, by one branch for all reasons, which is seldom guessed wrong.
#[derive(Debug)]
pub(super) struct Beginnings {
    places: [[u64; 256]; 3],
}

/// The beginnings of marks, and of letters that are neither of ASCII nor of U+00C0..=U+017F.
const MARKS: u64 = 1 << 63;
/// Two commas typed for one quotation mark; one of them is none.
const COMMAS: u64 = 1 << 62;

impl Beginnings {
    /// Those of any marks but a comma, and of these words with a capital. The words are in folded form.
    pub(super) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut places = [[0; 256], [MARKS; 256], [MARKS | COMMAS; 256]];
        let [first, second, third] = &mut places;
        for (byte, bits) in (0..=u8::MAX).zip(first) {
            *bits = if is_letter(byte) || byte == b',' { 0 } else { MARKS };
        }
        for (byte, (second, third)) in (0..=u8::MAX).zip(second.iter_mut().zip(third)) {
            // Behind the first letter a mark that belongs to it, or an invisible character, hides what the word is.
            if !byte.is_ascii() && !is_latin(byte) {
                (*second, *third) = (!0, !0);
            }
        }
        let mut beginnings = Self { places };
        beginnings.add(0, |byte| byte == b',', COMMAS);
        beginnings.add(1, |byte| byte == b',', COMMAS);
        for (word, bit) in words.zip((0..62).cycle()) {
            beginnings.add_word(word, 1 << bit);
            beginnings.add_word(&word.nfd().to_string(), 1 << bit);
        }
        beginnings
    }

    fn add_word(&mut self, word: &str, bit: u64) {
        for place in 0..3 {
            let fits = |byte: u8| match word.as_bytes().get(place) {
                Some(letter) if place == 0 => byte == letter.to_ascii_uppercase(),
                Some(letter) => byte.eq_ignore_ascii_case(letter),
                // Right behind the word stands no letter, and further on there is anything.
                None => place > word.len() || !is_letter(byte),
            };
            self.add(place, fits, bit);
        }
    }

    fn add(&mut self, place: usize, fits: impl Fn(u8) -> bool, bit: u64) {
        let bytes = self.places.get_mut(place).into_iter().flatten().zip(0..=u8::MAX);
        bytes.filter(|(_, byte)| fits(*byte)).for_each(|(bits, _)| *bits |= bit);
    }

    /// Whether what begins so may be one of them.
    #[inline]
    pub(super) fn may_be(&self, [first, second, third]: [u8; 3]) -> bool {
        let [firsts, seconds, thirds] = &self.places;
        #[expect(clippy::indexing_slicing, reason = "a byte cannot miss a table of 256")]
        let bits = firsts[first as usize] & seconds[second as usize] & thirds[third as usize];
        bits != 0
    }
}

/// A letter or digit of ASCII, or the first byte of one of U+00C0..=U+017F.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || is_latin(byte)
}

fn is_latin(byte: u8) -> bool {
    matches!(byte, 0xc3..=0xc5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_are_told_from_the_rest() {
        let beginnings = Beginnings::of(["w", "na", "jeśli", "właśnie"].into_iter());
        let may_be =
            |text: &str| text.as_bytes().first_chunk().is_some_and(|bytes| beginnings.may_be(*bytes));
        for text in [
            "W domu",
            "Na to",
            "Jeśli",
            "JeŚLI",
            "Jes\u{301}li",
            "J\u{ad}eśli",
            "Wła",
            "„Na",
            ",,a",
            ". A",
            "–  ",
        ] {
            assert!(may_be(text), "{text}");
        }
        for text in ["w domu", "Nas", "Jeden", "Wisła", "12,5", ", a", "Łódź", "żeby", "Jan"] {
            assert!(!may_be(text), "{text}");
        }
    }
}
