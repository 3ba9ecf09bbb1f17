//! Word lists that are searched in the hot path, without allocation.

use super::key::fold_short;

/// Room for a folded word; no list holds a longer one.
pub(super) const ROOM: usize = 32;

/// Words in folded form (see [`key`](super::key())), each with a value.
#[derive(Debug)]
pub(crate) struct WordList<T> {
    /// By length, then in order.
    entries: Vec<(Box<str>, T)>,
    /// The first eight bytes of each entry as a number, which compares faster than text.
    prefixes: Vec<u64>,
    /// Where the words of each length begin in `entries`, and where they all end.
    lengths: [usize; ROOM + 2],
}

impl<T: Copy> WordList<T> {
    /// The list of these words, which are in folded form and at most [`ROOM`] bytes long.
    pub(crate) fn new<W: Into<Box<str>>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let mut entries: Vec<_> = words.into_iter().map(|(word, value)| (word.into(), value)).collect();
        entries.sort_unstable_by(|(a, _), (b, _): &(Box<str>, T)| (a.len(), a).cmp(&(b.len(), b)));
        let lengths = std::array::from_fn(|len| entries.partition_point(|(word, _)| word.len() < len));
        let prefixes = entries.iter().map(|(word, _)| prefix(word)).collect();
        Self { entries, prefixes, lengths }
    }

    /// The value of a word, however it is written.
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        let mut room = [0; ROOM];
        let folded = fold_short(word, &mut room)?;
        let (from, to) = (*self.lengths.get(folded.len())?, *self.lengths.get(folded.len() + 1)?);
        let wanted = prefix(folded);
        let first = from + self.prefixes.get(from..to)?.partition_point(|prefix| *prefix < wanted);
        let alike = self.prefixes.get(first..to)?.iter().take_while(|prefix| **prefix == wanted).count();
        let candidates = self.entries.get(first..first + alike)?;
        candidates.iter().find(|(entry, _)| **entry == *folded).map(|(_, value)| *value)
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

/// The first eight bytes, in the order of text.
fn prefix(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut eight = [0; 8];
    eight.iter_mut().zip(bytes).for_each(|(place, byte)| *place = *byte);
    u64::from_be_bytes(eight)
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
