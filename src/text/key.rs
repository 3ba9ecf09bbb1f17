//! The folded form of a word, by which lists and the dictionary are searched.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::is_invisible;

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

/// The same as bytes, in a fixed room; `None` when it is too small.
pub(super) fn fold_short<'w>(word: &'w str, room: &'w mut [u8]) -> Option<&'w [u8]> {
    if is_polish_lower(word) {
        return Some(word.as_bytes());
    }
    if let Some((capital @ b'A'..=b'Z', rest)) = word.as_bytes().split_first() {
        if word.get(1..).is_some_and(is_polish_lower) {
            let copy = room.get_mut(..word.len())?;
            let (first, others) = copy.split_first_mut()?;
            *first = capital.to_ascii_lowercase();
            others.copy_from_slice(rest);
            return Some(copy);
        }
    }
    let mut len = 0;
    let mut push = |c: char| {
        c.encode_utf8(room.get_mut(len..len + c.len_utf8())?);
        len += c.len_utf8();
        Some(())
    };
    if is_composed(word) {
        lower(word).try_for_each(&mut push)?;
    } else {
        lower(word).nfc().try_for_each(&mut push)?;
    }
    room.get(..len)
}

fn lower(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase)
}

/// Whether no character comes from the blocks that can compose; the small forms of the others stay below them.
fn is_composed(word: &str) -> bool {
    word.chars().all(|c| c < '\u{300}' && c != 'İ')
}

/// The common case: nothing but ASCII without capitals and precomposed small letters of Latin-1 and Latin Extended-A.
fn is_polish_lower(word: &str) -> bool {
    word.chars().all(|c| match c {
        '\0'..='\x7f' => !c.is_ascii_uppercase(),
        'ó' | 'ą' | 'ć' | 'ę' | 'ł' | 'ń' | 'ś' | 'ź' | 'ż' => true,
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
