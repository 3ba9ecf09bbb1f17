//! Which words take a period that need not end a sentence, and which words begin one.

use std::collections::BTreeMap;

use std::sync::LazyLock;

use crate::error::Error;
use crate::text::{is_space, key};

/// How often the period of an abbreviation ends the sentence before a capital letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Ending {
    /// Never: a name, a title or a number follows (`prof.`, `ul.`, `np.`).
    Never,
    /// Only where the next word is one that begins sentences (`tys.`, `im.`).
    Rarely,
    /// Where the next word is one that begins sentences, or the sentence already has a verb (`r.`, `itd.`).
    Often,
}

/// Abbreviations beyond the built-in ones, for [`sentences_with`](super::sentences_with) and
/// [`boundaries`](super::boundaries).
///
/// ```
/// use depesza::sentence::{Ending, Options, sentences_with};
///
/// let options = Options::default().abbreviation("pdkom.", Ending::Never)?;
/// let text = "Przyjechał pdkom. Nowak. Zabrał głos.";
/// assert_eq!(sentences_with(text, &options).count(), 2);
/// # Ok::<(), depesza::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    abbreviations: BTreeMap<String, Ending>,
}

impl Options {
    /// Adds an abbreviation, with or without its period; case does not matter.
    ///
    /// # Errors
    /// [`Error::InvalidEntry`] for an entry that is empty or holds white space.
    pub fn abbreviation(mut self, entry: &str, ending: Ending) -> Result<Self, Error> {
        let refuse = |reason| Err(Error::InvalidEntry { entry: entry.to_owned(), reason });
        let word = key(entry.strip_suffix('.').unwrap_or(entry)).into_owned();
        if word.is_empty() {
            return refuse("an abbreviation has at least one letter");
        }
        if word.contains(is_space) {
            return refuse("an abbreviation is one word");
        }
        self.abbreviations.insert(word, ending);
        Ok(self)
    }

    pub(super) fn ending(&self, key: &str) -> Option<Ending> {
        self.abbreviations.get(key).copied()
    }
}

static BUILT_IN: LazyLock<Vec<(&str, Ending)>> = LazyLock::new(|| {
    let mut entries = Vec::new();
    let mut ending = Ending::Never;
    for line in include_str!("abbreviations.txt").lines().map(str::trim) {
        match line {
            "[never]" => ending = Ending::Never,
            "[rarely]" => ending = Ending::Rarely,
            "[often]" => ending = Ending::Often,
            _ if line.starts_with('#') => {}
            _ => entries.extend(line.split_whitespace().map(|word| (word, ending))),
        }
    }
    entries.sort_unstable();
    entries
});

static STARTERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("starters.txt").lines().filter(|line| !line.starts_with('#'));
    let mut words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    words.sort_unstable();
    words
});

/// How the built-in abbreviation with this key ends sentences; `None` when it is none.
pub(super) fn ending(key: &str) -> Option<Ending> {
    let found = BUILT_IN.binary_search_by(|(word, _)| (*word).cmp(key)).ok()?;
    BUILT_IN.get(found).map(|(_, ending)| *ending)
}

/// Whether a capitalised word with this key begins a sentence rather than a name.
pub(super) fn is_starter(key: &str) -> bool {
    STARTERS.binary_search(&key).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_folded_and_listed_once() {
        let words: Vec<_> = BUILT_IN.iter().map(|(word, _)| *word).collect();
        for list in [&words, &*STARTERS] {
            assert!(list.iter().all(|word| key(word) == *word && !word.ends_with('.')));
            let twice: Vec<_> = list.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
    }

    #[test]
    fn entries_that_cannot_be_abbreviations_are_refused() {
        for entry in ["", ".", "sp. z"] {
            assert!(Options::default().abbreviation(entry, Ending::Never).is_err(), "{entry}");
        }
    }
}
