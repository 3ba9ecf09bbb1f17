//! The annotated text that every later stage reads.

mod columns;
mod forms;
mod token;

pub use self::columns::Columns;
pub use self::token::{TaggedToken, Word};

pub(super) use self::forms::Forms;
pub(crate) use self::forms::WrittenForm;

use std::ops::Range;

use super::{Class, NameClass, Source, Tag, Tagger};
use crate::span::Span;
use crate::token::TokenKind;

/// A range of token indices.
pub type TokenRange = Range<usize>;

/// What the later stages may do with a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParagraphKind {
    /// Running prose.
    Prose,
    /// A title or heading: no full sentence is owed, dashes and colons may separate.
    Heading,
    /// Date lines, links and boilerplate: tokens only, no quotations and no dates.
    Aside,
}

/// A stretch of text between hard boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paragraph {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What it is.
    pub kind: ParagraphKind,
}

/// One reading of a form: a lemma with a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading<'a> {
    /// Base form, in its own case ("Putin", "iść").
    pub lemma: &'a str,
    /// SGJP tag; several values of a category may be open.
    pub tag: Tag,
    /// Whether it is a name, and of what.
    pub name: NameClass,
    /// Where the reading comes from.
    pub source: Source,
    /// How unlikely its source makes it among the readings of the form: 25 for a factor of e.
    pub(crate) doubt: u8,
}

impl Reading<'_> {
    /// A noun that is nobody's name.
    pub(crate) fn is_common_noun(self) -> bool {
        self.name == NameClass::Common && self.tag.class() == Class::Subst
    }

    /// "Polka", "Niemiec": a word that is written with a capital and is nobody's name.
    pub(crate) fn is_common_with_capital(self) -> bool {
        self.name == NameClass::Common && self.lemma.starts_with(char::is_uppercase)
    }
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// `wojna`
    Lower,
    /// `Wojna`, also a single capital
    Title,
    /// `PAP`: two capitals or more and no small letter
    Upper,
    /// `PiS`, `iPhone`
    Mixed,
    /// No letters.
    Other,
}

/// A text with its tokens, sentences and one reading per word, in columns.
#[derive(Debug, Clone)]
pub struct Tagged<'t> {
    text: &'t str,
    columns: Columns,
}

impl<'t> Tagged<'t> {
    /// Annotates a text whose paragraphs are its lines.
    ///
    /// ```
    /// let tagged = depesza::morph::Tagged::new("Prezydent mówił krótko.");
    /// assert_eq!(tagged.get(1).unwrap().text(), "mówił");
    /// ```
    pub fn new(text: &'t str) -> Self {
        let mut at = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            at += line.len();
            (Span::at(at - line.len(), at), ParagraphKind::Prose)
        });
        let lines: Vec<_> = lines.collect();
        Self::with_paragraphs(text, lines)
    }

    /// Annotates the given stretches of a text; they are in order and do not overlap.
    pub fn with_paragraphs(
        text: &'t str,
        stretches: impl IntoIterator<Item = (Span, ParagraphKind)>,
    ) -> Self {
        Tagger::new().tag(text, stretches)
    }

    /// The text as the caller passed it in.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The columns alone.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The columns alone, moved out.
    pub fn into_columns(self) -> Columns {
        self.columns
    }

    /// Columns and the text that they were made from, together again.
    pub fn from_columns(text: &'t str, columns: Columns) -> Self {
        Self { text, columns }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The `index`th token; `None` past the end.
    pub fn get(&self, index: usize) -> Option<TaggedToken<'_>> {
        self.columns.token(self.text, index)
    }

    /// The bytes of a token.
    pub(crate) fn token_span(&self, token: usize) -> Option<Span> {
        self.columns.span(token)
    }

    /// What a token is.
    pub(crate) fn token_kind(&self, token: usize) -> Option<TokenKind> {
        self.columns.kind(token)
    }

    /// A token as written; nothing past the end.
    pub(crate) fn token_text(&self, token: usize) -> &'t str {
        self.token_span(token).and_then(|span| span.slice(self.text)).unwrap_or_default()
    }

    /// Chosen tag of a token's (first) word.
    pub(crate) fn tag(&self, token: usize) -> Option<Tag> {
        self.columns.tag(token)
    }

    /// Token → number of its distinct form.
    pub(crate) fn form_of(&self) -> &[u32] {
        &self.columns.form_of
    }

    /// The distinct forms by their numbers. All stages look at them again and again.
    pub(crate) fn forms(&self) -> Vec<WrittenForm<'_>> {
        self.columns.forms.written()
    }

    /// All tokens in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = TaggedToken<'_>> + Clone {
        self.slice(0..self.len())
    }

    /// The tokens of a range; what is out of bounds is left out.
    pub fn slice(&self, range: TokenRange) -> impl DoubleEndedIterator<Item = TaggedToken<'_>> + Clone {
        let end = range.end.min(self.len());
        let start = range.start.min(end);
        (start..end).filter_map(|index| self.get(index))
    }

    /// Paragraphs in order; every token is in one.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.columns.paragraphs
    }

    /// Sentences in order as token ranges; every token is in one, none crosses a paragraph.
    pub fn sentences(&self) -> &[TokenRange] {
        &self.columns.sentences
    }

    /// Index of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.columns.sentences.partition_point(|sentence| sentence.end <= token)
    }

    /// Span from the first to the last token of the range; empty for an empty range.
    pub fn span(&self, range: TokenRange) -> Span {
        self.columns.span_of(range)
    }
}
