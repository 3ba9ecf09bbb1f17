//! The folded form of a word, by which lists and the dictionary are searched.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::is_invisible;

/// Room for a folded word; no list holds a longer one.
const ROOM: usize = 32;

/// Lower case, composed (NFC) and without invisible characters. Borrowed when the word already is all that.
///
/// ```
/// use depesza::text::key;
/// use std::borrow::Cow;
///
/// assert!(matches!(key("źdźbło"), Cow::Borrowed("źdźbło")));
/// assert_eq!(key("Z\u{301}dz\u{301}bło"), "źdźbło");
/// assert_eq!(key("PREZY\u{ad}DENT"), "prezydent");
/// ```
pub fn key(word: &str) -> Cow<'_, str> {
    if is_polish_lower(word) || is_folded(word) {
        return Cow::Borrowed(word);
    }
    if is_composed(word) {
        return Cow::Owned(lower(word).collect());
    }
    Cow::Owned(lower(word).nfc().collect())
}

/// A short word in folded form; behind its end there are zeros.
pub(super) struct Folded {
    room: [u8; ROOM],
    len: usize,
}

impl Folded {
    /// `None` when the folded word has more than [`ROOM`] bytes.
    pub(super) fn new(word: &str) -> Option<Self> {
        let mut folded = Self { room: [0; ROOM], len: 0 };
        if let Some(copy) = folded.room.get_mut(..word.len()) {
            copy.copy_from_slice(word.as_bytes());
            folded.room.make_ascii_lowercase();
            if folded.room.is_ascii() || has_only_small_letters(word) {
                return Some(Self { len: word.len(), ..folded });
            }
            folded.room = [0; ROOM];
        }
        if is_composed(word) {
            lower(word).try_for_each(|c| folded.push(c))?;
        } else {
            lower(word).nfc().try_for_each(|c| folded.push(c))?;
        }
        Some(folded)
    }

    fn push(&mut self, c: char) -> Option<()> {
        self.len += c.encode_utf8(self.room.get_mut(self.len..self.len + c.len_utf8())?).len();
        Some(())
    }

    /// The word.
    pub(super) fn bytes(&self) -> &[u8] {
        self.room.get(..self.len).unwrap_or_default()
    }

    /// Its first eight bytes as a number.
    pub(super) fn prefix(&self) -> u64 {
        self.room.first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight))
    }
}

fn lower(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase)
}

/// Whether no character comes from the blocks that can compose; the small forms of the others stay below them.
fn is_composed(word: &str) -> bool {
    word.chars().all(|c| c < '\u{300}' && c != 'İ')
}

/// The common case: nothing but ASCII without capitals and precomposed small letters of Latin-1 and Latin Extended-A.
pub(super) fn is_polish_lower(word: &str) -> bool {
    !word.bytes().any(|byte| byte.is_ascii_uppercase()) && has_only_small_letters(word)
}

/// The same but for capitals of ASCII.
fn has_only_small_letters(word: &str) -> bool {
    word.chars().all(|c| match c {
        '\0'..='\x7f' | 'ó' | 'ą' | 'ć' | 'ę' | 'ł' | 'ń' | 'ś' | 'ź' | 'ż' => true,
        'ß'..='ž' => c.is_lowercase(),
        _ => false,
    })
}

fn is_folded(word: &str) -> bool {
    word.chars().all(|c| !is_invisible(c) && !changes_in_lower_case(c))
        && is_nfc_quick(word.chars()) == IsNormalized::Yes
}

fn changes_in_lower_case(c: char) -> bool {
    let mut lower = c.to_lowercase();
    lower.next() != Some(c) || lower.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn borrows_what_needs_no_change() {
        for word in ["", "wojna", "12,5", "żółć", "ś–ć", "漢字", "м'ята"] {
            assert!(matches!(key(word), Cow::Borrowed(_)), "{word}");
        }
    }

    #[test]
    fn folds_case_composition_and_invisible_characters() {
        for (word, folded) in [
            ("Łódź", "łódź"),
            ("Ło\u{301}dz\u{301}", "łódź"),
            ("a\u{200b}b\u{feff}", "ab"),
            ("ÉCOLE", "école"),
        ] {
            assert_eq!(key(word), folded);
        }
    }

    proptest! {
        #[test]
        fn decomposed_and_composed_words_share_a_key(word in "[A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźżäöüé'-]{0,12}") {
            let decomposed: String = word.nfd().collect();
            prop_assert_eq!(key(&decomposed), key(&word));
        }

        #[test]
        fn folding_twice_changes_nothing(word in "\\PC{0,12}") {
            let once = key(&word).into_owned();
            prop_assert_eq!(key(&once), once.as_str());
        }
    }
}
