//! The one error type of the crate.

/// What can go wrong at the edges of the library. Analysis itself cannot fail: "not found" and "ambiguous" are data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is longer than the analyzer's limit.
    #[error("text of {len} bytes is over the limit of {limit}")]
    TextTooLong {
        /// Length of the text in bytes.
        len: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// A span that is reversed or past 4 GiB.
    #[error("no span from byte {start} to byte {end}")]
    Span {
        /// First byte.
        start: usize,
        /// One past the last byte.
        end: usize,
    },
    /// A calendar value that does not exist or cannot be read.
    #[error("'{input}' is no date: {reason}")]
    InvalidDate {
        /// What was given.
        input: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Dictionary bytes that are damaged or of another format.
    #[error("the dictionary cannot be read: {reason} (at byte {offset})")]
    Lexicon {
        /// Where in the file.
        offset: usize,
        /// What is wrong there.
        reason: &'static str,
    },
    /// A word or abbreviation that the user tried to add and that cannot be one.
    #[error("'{entry}' cannot be added: {reason}")]
    InvalidEntry {
        /// The entry as given.
        entry: String,
        /// Why it is refused.
        reason: &'static str,
    },
}
