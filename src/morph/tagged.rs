//! The annotated text that every later stage reads.

use std::ops::Range;

use super::analysis::shape;
use super::forms::Forms;
use super::{NameClass, Source, Tag, Tagger};
use crate::span::Span;
use crate::token::{Token, TokenKind};

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
    pub(super) tokens: Vec<Token>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) sentences: Vec<TokenRange>,
    /// Token → distinct form.
    pub(super) form_of: Vec<u32>,
    /// Word → form, index of the chosen reading, number of the resolved tag.
    pub(super) words: Vec<Chosen>,
    /// The token of each word that is not the first of its token, in order: the `n`th token's first word is the
    /// `n`th word but for these.
    pub(super) extra: Vec<u32>,
    pub(super) forms: Forms,
}

/// The choice for a word, 8 bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chosen {
    form: u32,
    row: u16,
    tag: u16,
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
    /// Gives back the room that the columns were grown by and do not fill: an analysis keeps them.
    pub(super) fn shrink(&mut self) {
        self.tokens.shrink_to_fit();
        self.form_of.shrink_to_fit();
        self.words.shrink_to_fit();
        self.forms.shrink();
    }

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

    /// Adds a word of a token; words come in order.
    pub(super) fn push_word(&mut self, form: u32, token: u32, row: u16, tag: u16) {
        if self.words.len() - self.extra.len() > token as usize {
            self.extra.push(token);
        }
        self.words.push(Chosen { form, row, tag });
    }

    /// The words of a token.
    fn words_of(&self, token: usize) -> &[Chosen] {
        let wanted = u32::try_from(token).unwrap_or(u32::MAX);
        let before = self.extra.partition_point(|extra| *extra < wanted);
        let own =
            self.extra.get(before..).unwrap_or_default().iter().take_while(|extra| **extra == wanted).count();
        self.words.get(token + before..=token + before + own).unwrap_or_default()
    }

    fn reading(&self, word: Chosen) -> Option<Reading<'_>> {
        let reading = self.forms.reading(word.form, word.row)?;
        Some(Reading { tag: self.forms.tag(word.tag), ..reading })
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

    fn form(self) -> u32 {
        self.columns.form_of.get(self.index).copied().unwrap_or_default()
    }

    /// NFC, lower case, without invisible characters: what word lists are compared with.
    pub fn key(self) -> &'a str {
        self.columns.forms.key(self.form())
    }

    /// How it is written.
    pub fn shape(self) -> Shape {
        shape(self.text())
    }

    /// The reading of its (first) word chosen in context.
    pub fn reading(self) -> Reading<'a> {
        let unknown = || Reading {
            lemma: self.key(),
            tag: Tag::IGN,
            name: NameClass::Common,
            source: Source::Guess,
            doubt: 0,
        };
        let first = self.columns.words_of(self.index).first();
        first.and_then(|word| self.columns.reading(*word)).unwrap_or_else(unknown)
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
        let first = self.columns.words_of(self.index).first();
        let chosen = first.map_or(0, |word| word.row);
        let form = first.map_or(self.form(), |word| word.form);
        let forms = &self.columns.forms;
        let others =
            forms.readings(form).enumerate().filter(move |x| x.0 != usize::from(chosen)).map(|x| x.1);
        forms.reading(form, chosen).into_iter().chain(others)
    }

    /// The syntactic words: one, or more for agglutinates (`zrobiłem` = `zrobił` + `em`).
    pub fn words(self) -> impl Iterator<Item = Word<'a>> {
        let (span, columns) = (self.span(), self.columns);
        let words = columns.words_of(self.index);
        let parts = columns.forms.parts(self.form());
        let mut start = span.start();
        words.iter().enumerate().map(move |(n, word)| {
            let end = parts.get(n).map_or(span.end(), |part| span.start() + part.end as usize);
            let span = Span::at(start, end);
            start = end;
            let reading = columns.reading(*word).unwrap_or_else(|| self.reading());
            Word { span, reading }
        })
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
