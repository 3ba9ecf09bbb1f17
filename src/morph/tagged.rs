//! The annotated text that every later stage reads.

use std::collections::HashMap;
use std::ops::Range;

use super::{NameClass, Source, Tag};
use crate::sentence;
use crate::span::Span;
use crate::token::{self, Token, TokenKind};

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
}

/// A syntactic word: a token, or a part of one (`zrobił` + `em`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word<'a> {
    /// Its bytes.
    pub span: Span,
    /// The reading chosen in context. The tag holds one value per category where that is known.
    pub reading: Reading<'a>,
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

/// The columns of [`Tagged`] without the text: what an analysis keeps.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    tokens: Vec<Token>,
    paragraphs: Vec<Paragraph>,
    sentences: Vec<TokenRange>,
    /// Token → distinct form.
    form_of: Vec<u32>,
    keys: Vec<String>,
    lemmas: Vec<String>,
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
        let mut columns = Columns::default();
        let mut seen = HashMap::new();
        for (span, kind) in stretches {
            let start = columns.tokens.len();
            for mut token in token::tokens(span.slice(text).unwrap_or_default()) {
                token.span = Span::at(token.span.start() + span.start(), token.span.end() + span.start());
                let written = token.text(text);
                let form = *seen.entry(written).or_insert_with(|| {
                    columns.keys.push(crate::text::key(written).into_owned());
                    columns.lemmas.push(written.to_owned());
                    u32::try_from(columns.keys.len() - 1).unwrap_or_default()
                });
                columns.tokens.push(token);
                columns.form_of.push(form);
            }
            columns.split_sentences(text, start);
            if columns.tokens.len() > start {
                columns.paragraphs.push(Paragraph { tokens: start..columns.tokens.len(), kind });
            }
        }
        Self { text, columns }
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
        self.columns.tokens.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.columns.tokens.is_empty()
    }

    /// The `index`th token; `None` past the end.
    pub fn get(&self, index: usize) -> Option<TaggedToken<'_>> {
        self.columns.token(self.text, index)
    }

    /// All tokens in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = TaggedToken<'_>> + Clone {
        self.slice(0..self.len())
    }

    /// The tokens of a range; what is out of bounds is left out.
    pub fn slice(&self, range: TokenRange) -> impl DoubleEndedIterator<Item = TaggedToken<'_>> + Clone {
        range.filter_map(|index| self.get(index))
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
        let tokens = self.columns.tokens.get(range).unwrap_or_default();
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span::default(),
        }
    }
}

impl Columns {
    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The `index`th token over the text that the columns were made from; `None` past the end.
    pub fn token<'a>(&'a self, text: &'a str, index: usize) -> Option<TaggedToken<'a>> {
        let token = *self.tokens.get(index)?;
        Some(TaggedToken { text, columns: self, token, index })
    }

    /// Sentences in order as token ranges.
    pub fn sentences(&self) -> &[TokenRange] {
        &self.sentences
    }

    /// Splits the tokens from `start` on, which are one stretch, into sentences.
    fn split_sentences(&mut self, text: &str, start: usize) {
        let (tokens, options) = (self.tokens.get(start..).unwrap_or_default(), sentence::Options::default());
        let mut from = start;
        for end in sentence::boundaries(text, tokens, &options) {
            self.sentences.push(from..start + end);
            from = start + end;
        }
    }
}

/// One token of a [`Tagged`] text with everything known about it.
#[derive(Clone, Copy, Debug)]
pub struct TaggedToken<'a> {
    text: &'a str,
    columns: &'a Columns,
    token: Token,
    index: usize,
}

impl<'a> TaggedToken<'a> {
    /// Its number in the text.
    pub fn index(self) -> usize {
        self.index
    }

    /// Its bytes.
    pub fn span(self) -> Span {
        self.token.span
    }

    /// What kind of token it is.
    pub fn kind(self) -> TokenKind {
        self.token.kind
    }

    /// As written.
    pub fn text(self) -> &'a str {
        self.token.text(self.text)
    }

    /// The whole text that it stands in.
    pub fn source_text(self) -> &'a str {
        self.text
    }

    fn form(self) -> usize {
        self.columns.form_of.get(self.index).map_or(0, |form| *form as usize)
    }

    /// NFC, lower case, without invisible characters: what word lists are compared with.
    pub fn key(self) -> &'a str {
        self.columns.keys.get(self.form()).map_or("", String::as_str)
    }

    /// How it is written.
    pub fn shape(self) -> Shape {
        let mut letters = self.text().chars().filter(|c| c.is_alphabetic());
        let Some(first) = letters.next() else { return Shape::Other };
        let (mut upper, mut lower) = (0, 0);
        letters.for_each(|c| if c.is_uppercase() { upper += 1 } else { lower += 1 });
        match (first.is_uppercase(), upper, lower) {
            (false, 0, _) => Shape::Lower,
            (true, 0, _) => Shape::Title,
            (true, _, 0) => Shape::Upper,
            _ => Shape::Mixed,
        }
    }

    /// The reading of its (first) word chosen in context.
    pub fn reading(self) -> Reading<'a> {
        let lemma = self.columns.lemmas.get(self.form()).map_or("", String::as_str);
        Reading { lemma, tag: Tag::IGN, name: NameClass::Common, source: Source::Guess }
    }

    /// Chosen lemma of its (first) word.
    pub fn lemma(self) -> &'a str {
        self.reading().lemma
    }

    /// Chosen tag of its (first) word.
    pub fn tag(self) -> Tag {
        self.reading().tag
    }

    /// All readings of the form, most probable first; never empty, unknown forms get guesses.
    pub fn readings(self) -> impl Iterator<Item = Reading<'a>> + Clone {
        std::iter::once(self.reading())
    }

    /// The syntactic words: one, or more for agglutinates (`zrobiłem` = `zrobił` + `em`).
    pub fn words(self) -> impl Iterator<Item = Word<'a>> + use<'a> {
        std::iter::once(Word { span: self.span(), reading: self.reading() })
    }

    /// Whether white space or nothing stands right before it.
    pub fn space_before(self) -> bool {
        let before = self.text.get(..self.span().start()).unwrap_or_default();
        before.chars().next_back().is_none_or(char::is_whitespace)
    }

    /// Whether white space or nothing stands right after it.
    pub fn space_after(self) -> bool {
        let after = self.text.get(self.span().end()..).unwrap_or_default();
        after.chars().next().is_none_or(char::is_whitespace)
    }
}
