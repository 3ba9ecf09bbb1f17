//! Sorts of words that rules ask for, read from a list of lines such as `house: ministerstwo sejm senat`.

use super::{Listed, rows};

/// Declares sorts once: an enum, and the names that the list uses.
macro_rules! sorts {
    ($(#[$doc:meta])* $list:ident { $($sort:ident $name:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Sort { $($sort,)* }

        impl Sort {
            /// As the list names them, in its order.
            const NAMES: &[&str] = &[$(stringify!($name),)*];

            /// Whether a word, as the list writes those of this sort, is one.
            pub(super) fn has(self, word: &str) -> bool {
                static WORDS: once_cell::sync::Lazy<crate::text::Sorted> =
                    once_cell::sync::Lazy::new(|| crate::text::Sorted::read($list, Sort::NAMES));
                const { assert!(Self::NAMES.len() <= 64, "more sorts than bits") }
                WORDS.sorts(word) >> self as u64 & 1 != 0
            }
        }
    };
}

pub(crate) use sorts;

/// The words of a list with a bit for each of their sorts.
#[derive(Debug)]
pub(crate) struct Sorted(Listed<u64>);

impl Sorted {
    /// Reads a list; a sort is known by its place among the names.
    pub(crate) fn read(list: &'static str, names: &[&str]) -> Self {
        let mut sorted = Listed::default();
        for (name, words) in lines(list) {
            let bit = names.iter().position(|known| *known == name).map_or(0, |place| 1 << place);
            words.split(' ').for_each(|word| *sorted.entry(word) |= bit);
        }
        Self(sorted)
    }

    /// The sorts of a word.
    #[inline]
    pub(crate) fn sorts(&self, word: &str) -> u64 {
        self.0.get(word).copied().unwrap_or_default()
    }
}

/// The sorts by name, each with its words.
fn lines(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(list).filter_map(|row| row.split_once(": "))
}

/// Fails for a list that names sorts twice, in another order, or that nobody asks for.
#[cfg(test)]
pub(crate) fn check_sorts(list: &'static str, names: &[&str]) {
    assert_eq!(lines(list).map(|(name, _)| name).collect::<Vec<_>>(), names);
    assert_eq!(rows(list).find(|row| !row.contains(": ")), None, "a row is no sort");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_of_several_sorts() {
        let sorted = Sorted::read("# houses\nhouse: izba sejm\n\noffice: izba urząd\n", &["house", "office"]);
        assert_eq!(["izba", "sejm", "urząd", "dom"].map(|word| sorted.sorts(word)), [3, 1, 2, 0]);
    }
}
