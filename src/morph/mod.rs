//! Morphology: readings of a form, words of a token, one choice per word in context.

pub use crate::lexicon::{Class, NameClass, Tag, UnknownTag};
pub use tagged::{Columns, Paragraph, ParagraphKind, Reading, Shape, Tagged, TaggedToken, TokenRange, Word};
pub use ud::{Feats, Upos};

mod tagged;
mod ud;

/// Where a reading comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Source {
    /// The dictionary or a closed word list.
    Dictionary,
    /// A rule: numbers, Roman numerals, prefixes, hyphens, apostrophes.
    Rule,
    /// The suffix guesser.
    Guess,
}
