//! Word lists that are searched in the hot path, without allocation.

use super::key::fold_short;

/// Room for a folded word; no list holds a longer one.
pub(super) const ROOM: usize = 32;

/// Words in folded form (see [`key`](super::key())), each with a value.
#[derive(Debug)]
pub(crate) struct WordList<T> {
    /// By place, then in order.
    entries: Vec<(Box<str>, T)>,
    /// Where the words of each place begin in `entries`, and where they all end.
    starts: Vec<usize>,
    /// By the last letter, in the order of the alphabet: the letters that stand before it in some entry, a bit each.
    endings: [u32; 32],
}

impl<T: Copy> WordList<T> {
    /// The list of these words, which are in folded form and at most [`ROOM`] bytes long.
    pub(crate) fn new<W: Into<Box<str>>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let mut entries: Vec<_> = words.into_iter().map(|(word, value)| (word.into(), value)).collect();
        // Half of the places stay empty, and most words that are not listed fall on those.
        let places = (2 * entries.len()).next_power_of_two();
        let place = |word: &str| place(word.as_bytes(), places);
        entries.sort_by_cached_key(|(word, _)| (place(word), word.clone()));
        let (mut starts, mut endings) = (vec![0; places + 1], [0; 32]);
        for (word, _) in &entries {
            if let Some(end) = starts.get_mut(place(word) + 1) {
                *end += 1;
            }
            if let Some((last, before)) = last_letters(word) {
                endings.iter_mut().skip(last).take(1).for_each(|letters| *letters |= before);
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { entries, starts, endings }
    }

    /// The value of a word, however it is written.
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        // Most words that are not listed show it at their end.
        if last_letters(word)
            .is_some_and(|(last, before)| self.endings.get(last).is_some_and(|x| x & before == 0))
        {
            return None;
        }
        let mut room = [0; ROOM];
        let folded = fold_short(word, &mut room)?;
        let place = place(folded, self.starts.len() - 1);
        let candidates = self.entries.get(*self.starts.get(place)?..*self.starts.get(place + 1)?)?;
        candidates.iter().find(|(entry, _)| entry.as_bytes() == folded).map(|(_, value)| *value)
    }

    /// Whether a word, however it is written, is in the list.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    #[cfg(test)]
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(word, _)| &**word)
    }
}

/// The last letter as a number below 32, and the one before it as a bit, when both are letters of ASCII: these change in
/// no folding but for their case.
#[inline]
fn last_letters(word: &str) -> Option<(usize, u32)> {
    match word.as_bytes() {
        [.., before, last] if before.is_ascii_alphabetic() && last.is_ascii_alphabetic() => {
            Some((usize::from(last & 31), 1 << (before & 31)))
        }
        _ => None,
    }
}

/// Where a word stands among `places`, which are a power of two: by its first eight bytes and its length.
fn place(word: &[u8], places: usize) -> usize {
    // 2⁶⁴ by the golden ratio: the bits of neighbours come far apart in the upper half.
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let prefix = match word.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => word.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)),
    };
    let prefix = prefix ^ word.len() as u64;
    usize::try_from(prefix.wrapping_mul(SPREAD) >> 32).unwrap_or_default() & (places - 1)
}

/// The words of a data file: separated by white space, `#` begins a comment line.
pub(crate) fn words_of(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// Fails for entries that could never be found or stand twice.
#[cfg(test)]
pub(crate) fn check<T: Copy>(list: &WordList<T>) {
    let words: Vec<_> = list.words().collect();
    for word in &words {
        assert_eq!(super::key(word), *word, "not folded");
        assert!(list.contains(word), "cannot be found: {word}");
    }
    let twice: Vec<_> = words.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "listed twice: {twice:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_writing() {
        let list = WordList::new([("św", 1), ("prof", 2), ("październik", 3)]);
        for (word, value) in
            [("Św", 1), ("s\u{301}w", 1), ("PRO\u{ad}F", 2), ("PAZ\u{301}DZIERNIK", 3), ("październik", 3)]
        {
            assert_eq!(list.get(word), Some(value), "{word}");
        }
        assert_eq!(list.get("październiki"), None);
        assert_eq!(list.get(&"ś".repeat(40)), None);
    }
}
