//! Tokens that the user wants whole.

use std::collections::BTreeSet;

use super::TokenKind;
use super::class::Class;
use super::scan::{alphanumeric, class_at};
use crate::error::Error;
use crate::text::is_space;

/// What [`tokens_with`](super::tokens_with) does beyond the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    protected: BTreeSet<Box<str>>,
    longest: usize,
}

impl Options {
    /// Keeps `entry` whole wherever it stands as a word of its own, compared as written: `Canal+`, `AC/DC`, `Yahoo!`.
    ///
    /// # Errors
    /// [`Error::InvalidEntry`] for an entry that is empty or holds white space, which no token does.
    pub fn protect(mut self, entry: &str) -> Result<Self, Error> {
        let refuse = |reason| Err(Error::InvalidEntry { entry: entry.to_owned(), reason });
        if entry.is_empty() {
            return refuse("a token has at least one character");
        }
        if entry.contains(is_space) {
            return refuse("a token holds no white space");
        }
        self.longest = self.longest.max(entry.len());
        self.protected.insert(entry.into());
        Ok(self)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.protected.is_empty()
    }

    /// End and kind of the longest entry that stands at `start` and is not the beginning of a longer word.
    pub(super) fn longest_at(&self, text: &str, start: usize) -> Option<(usize, TokenKind)> {
        let rest = text.get(start..)?;
        let mut end = self.longest.min(rest.len());
        while end > 0 {
            let entry = rest.get(..end);
            if entry.is_some_and(|entry| self.protected.contains(entry))
                && !Self::cuts_a_word(text, start + end)
            {
                return Some((start + end, kind(text, start)));
            }
            end -= 1;
        }
        None
    }

    fn cuts_a_word(text: &str, end: usize) -> bool {
        let ends_in_word =
            text.get(..end).and_then(|before| before.chars().next_back()).is_some_and(char::is_alphanumeric);
        ends_in_word && alphanumeric(text, end) > end
    }
}

fn kind(text: &str, start: usize) -> TokenKind {
    match class_at(text, start) {
        Some((Class::Letter, _)) => TokenKind::Word,
        Some((Class::Digit, _)) => TokenKind::Number,
        Some((Class::Punctuation | Class::Joiner, _)) => TokenKind::Punctuation,
        _ => TokenKind::Symbol,
    }
}
