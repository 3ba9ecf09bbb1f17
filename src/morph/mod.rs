//! Morphology: readings of a form, words of a token, one choice per word in context.

pub use crate::lexicon::{Class, NameClass, Tag, UnknownTag};
pub use analysis::{Analysis, analyses, lemma};
pub(crate) use form::Stage;
pub(crate) use tagged::WrittenForm;
pub use tagged::{Columns, Paragraph, ParagraphKind, Reading, Shape, Tagged, TaggedToken, TokenRange, Word};
pub use tagger::Tagger;
pub use ud::{Feats, Upos};

mod analysis;
mod choice;
mod form;
mod prior;
mod settle;
mod tagged;
mod tagger;
mod ud;
mod vocabulary;
mod words;

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
