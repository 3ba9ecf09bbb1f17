//! Word lists that are searched in the hot path, without allocation.

use super::key::Folded;

/// Words in folded form (see [`key`](super::key())), each with a value.
#[derive(Debug)]
pub(crate) struct WordList<T> {
    /// By place, then in order.
    entries: Vec<(Box<str>, T)>,
    /// Where the words of each place begin in `entries`, and where they all end.
    starts: Vec<usize>,
    /// By the first letter and the last but one: the last letters that entries with these two have, a bit each.
    outlines: Vec<u32>,
}

impl<T: Copy> WordList<T> {
    /// The list of these words, which are in folded form and at most 32 bytes long.
    pub(crate) fn new<W: Into<Box<str>>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let mut entries: Vec<_> = words.into_iter().map(|(word, value)| (word.into(), value)).collect();
        // Half of the places stay empty, and most words that are not listed fall on those.
        let places = (2 * entries.len()).next_power_of_two();
        let place = |word: &str| Folded::new(word).map_or(0, |folded| place(&folded, places));
        entries.sort_by_cached_key(|(word, _)| (place(word), word.clone()));
        let (mut starts, mut outlines) = (vec![0; places + 1], vec![0; 32 * 32]);
        for (word, _) in &entries {
            if let Some(end) = starts.get_mut(place(word) + 1) {
                *end += 1;
            }
            if let Some((letters, last)) = outline(word) {
                outlines.iter_mut().skip(letters).take(1).for_each(|outline| *outline |= last);
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { entries, starts, outlines }
    }

    /// The value of a word, however it is written.
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        // Most words that are not listed show it at once.
        if outline(word)
            .is_some_and(|(letters, last)| self.outlines.get(letters).is_some_and(|x| x & last == 0))
        {
            return None;
        }
        let folded = Folded::new(word)?;
        let place = place(&folded, self.starts.len() - 1);
        let candidates = self.entries.get(*self.starts.get(place)?..*self.starts.get(place + 1)?)?;
        candidates.iter().find(|(entry, _)| entry.as_bytes() == folded.bytes()).map(|(_, value)| *value)
    }

    /// Whether a word, however it is written, is in the list.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The words with their values.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, T)> {
        self.entries.iter().map(|(word, value)| (&**word, *value))
    }
}

/// The first letter and the last but one as a number below 1024, and the last one as a bit, when all three are letters of
/// ASCII: these change in no folding but for their case. A letter has its mark behind it, where the first one has none.
#[inline]
fn outline(word: &str) -> Option<(usize, u32)> {
    let ([first, second, ..], [.., before, last]) = (word.as_bytes(), word.as_bytes()) else { return None };
    let are_letters = [first, before, last].into_iter().all(u8::is_ascii_alphabetic);
    let is_bare = matches!(second, 0..=0x7f | 0xc3..=0xc5);
    let place = |letter: &u8| usize::from(letter & 31);
    (are_letters && is_bare).then(|| (place(first) << 5 | place(before), 1 << place(last)))
}

/// Where a word stands among `places`, which are a power of two: by its first eight bytes and its length.
fn place(word: &Folded, places: usize) -> usize {
    // 2⁶⁴ by the golden ratio: the bits of neighbours come far apart in the upper half.
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let prefix = word.prefix() ^ word.bytes().len() as u64;
    usize::try_from(prefix.wrapping_mul(SPREAD) >> 32).unwrap_or_default() & (places - 1)
}

/// The rows of a data file: its lines without comments, which `#` begins, and without empty ones.
pub(crate) fn rows(file: &str) -> impl Iterator<Item = &str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The words of a data file, separated by white space.
pub(crate) fn words_of(file: &'static str) -> impl Iterator<Item = &'static str> {
    rows(file).flat_map(str::split_whitespace)
}

/// Fails for entries that could never be found or stand twice.
#[cfg(test)]
pub(crate) fn check<T: Copy>(list: &WordList<T>) {
    let words: Vec<_> = list.entries().map(|(word, _)| word).collect();
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
