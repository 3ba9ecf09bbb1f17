//! The words of a data file with what it says of them.

use std::collections::HashMap;

use super::Hasher;

/// Words of a list, each with a value. Most words that are not listed are turned away before they are hashed.
#[derive(Debug)]
pub(crate) struct Listed<T> {
    values: HashMap<&'static str, T, Hasher>,
    /// By the first byte of the words: their lengths, a bit each.
    lengths: [u64; 64],
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { values: HashMap::default(), lengths: [0; 64] }
    }
}

impl<T> Listed<T> {
    /// The value of a word, a default where it has none yet.
    pub(crate) fn entry(&mut self, word: &'static str) -> &mut T
    where
        T: Default,
    {
        self.outline(word);
        self.values.entry(word).or_default()
    }

    /// The value of a word.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.get_key_value(word).map(|(_, value)| value)
    }

    /// A word as the list has it, with its value.
    #[inline]
    pub(crate) fn get_key_value(&self, word: &str) -> Option<(&'static str, &T)> {
        let (first, length) = outline(word);
        if self.lengths.get(first).is_none_or(|lengths| lengths & length == 0) {
            return None;
        }
        self.values.get_key_value(word).map(|(word, value)| (*word, value))
    }

    /// Whether a word is in the list.
    #[inline]
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Notes what most other words have not.
    fn outline(&mut self, word: &str) {
        let (first, length) = outline(word);
        self.lengths.iter_mut().skip(first).take(1).for_each(|lengths| *lengths |= length);
    }
}

impl<T> FromIterator<(&'static str, T)> for Listed<T> {
    /// Of a word that comes twice the later value stays.
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(words: I) -> Self {
        let mut listed = Self::default();
        for (word, value) in words {
            listed.outline(word);
            listed.values.insert(word, value);
        }
        listed
    }
}

impl FromIterator<&'static str> for Listed<()> {
    fn from_iter<I: IntoIterator<Item = &'static str>>(words: I) -> Self {
        words.into_iter().map(|word| (word, ())).collect()
    }
}

/// The first byte below 64 and the length as a bit.
#[inline]
fn outline(word: &str) -> (usize, u64) {
    (word.bytes().next().map_or(0, |first| usize::from(first % 64)), 1 << word.len().min(63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_themselves() {
        let mut listed: Listed<u32> = [("izba", 1), ("urząd", 2), ("izba", 3)].into_iter().collect();
        *listed.entry("sejm") += 4;
        *listed.entry("izba") += 4;
        let values = ["izba", "urząd", "sejm", "izby", "dom", ""].map(|word| listed.get(word).copied());
        assert_eq!(values, [Some(7), Some(2), Some(4), None, None, None]);
    }
}
