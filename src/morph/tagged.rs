//! The annotated text that every later stage reads.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::choice::Choice;
use super::form::{Form, Readings, ReadingsFrom};
use super::note::{Keep, Stage};
use super::vocabulary::Vocabulary;
use super::{NameClass, Source, Tag, Tagger};
use crate::span::{Span, narrow};
use crate::text;
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

impl Reading<'_> {
    /// "Polka", "Niemiec": a word that is written with a capital and is nobody's name.
    pub(crate) fn is_common_with_capital(self) -> bool {
        self.name == NameClass::Common && self.lemma.starts_with(char::is_uppercase)
    }
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
    /// Token → its bytes, and what it is.
    spans: Vec<Span>,
    kinds: Vec<TokenKind>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) sentences: Vec<TokenRange>,
    /// Token → distinct form.
    pub(super) form_of: Vec<u32>,
    /// Token → what was chosen for its first word.
    chosen: Vec<Chosen>,
    /// The other words of the few tokens that have several, in order.
    further: Vec<Further>,
    pub(super) forms: Forms,
}

/// What was chosen for a word: the resolved tag, and above it the number of the reading among those of its form.
#[derive(Debug, Clone, Copy)]
struct Chosen(u64);

impl Chosen {
    const ROW: u32 = 48;

    fn new(choice: Choice) -> Self {
        const { assert!(Tag::SIZE <= Self::ROW, "a tag leaves no room for the row") };
        Self(choice.tag.bits() | u64::from(choice.row) << Self::ROW)
    }

    fn tag(self) -> Tag {
        Tag::from_bits(self.0 & ((1 << Self::ROW) - 1))
    }

    fn row(self) -> u16 {
        let [.., low, high] = self.0.to_le_bytes();
        u16::from_le_bytes([low, high])
    }

    fn choice(self) -> Choice {
        Choice { tag: self.tag(), row: self.row() }
    }
}

/// A distinct form of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WrittenForm<'a>(&'a Form);

impl<'a> WrittenForm<'a> {
    pub(crate) fn written(self) -> &'a str {
        self.0.written()
    }

    /// NFC, lower case, without invisible characters.
    pub(crate) fn key(self) -> &'a str {
        self.0.key()
    }

    pub(crate) fn kind(self) -> TokenKind {
        self.0.kind()
    }

    pub(crate) fn shape(self) -> Shape {
        self.0.shape()
    }

    /// All readings of its (first) word in an order that no context has changed.
    pub(crate) fn readings(self) -> Readings<'a> {
        self.0.word(0).readings()
    }

    /// The same, the one that was chosen for a token first.
    pub(crate) fn readings_at(self, tagged: &Tagged<'_>, token: usize) -> ReadingsFrom<'a> {
        self.0.word(0).readings_from(tagged.columns.row(token))
    }

    /// The reading that was chosen for a token.
    pub(crate) fn chosen(self, tagged: &Tagged<'_>, token: usize) -> Option<Reading<'a>> {
        self.0.word(0).reading(tagged.columns.row(token))
    }

    /// What a later stage keeps with the form for all articles; it must depend on nothing but the form.
    pub(crate) fn kept<T: Keep + Default>(self) -> Option<&'a T> {
        self.0.note().kept()
    }

    /// Bits that a later stage notes of the form by itself; `make` works them out where no article has asked before. They
    /// must depend on nothing but the form.
    #[inline]
    pub(crate) fn note(self, stage: Stage, make: impl FnOnce(Self) -> u32) -> u32 {
        self.0.note().bits(stage, || make(self))
    }
}

/// A word behind the first of its token.
#[derive(Debug, Clone, Copy)]
struct Further {
    token: u32,
    choice: Choice,
}

/// The distinct forms of a text: numbers of a vocabulary that many texts share, and forms that found no place there.
#[derive(Debug, Clone, Default)]
pub(super) struct Forms {
    vocabulary: Option<Arc<Vocabulary>>,
    places: Vec<Place>,
    own: Vec<Form>,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    Shared(u32),
    Own(u32),
}

impl Forms {
    /// With room for as many forms as a text is likely to have.
    pub(super) fn new(vocabulary: &Arc<Vocabulary>, likely: usize) -> Self {
        Self { vocabulary: Some(Arc::clone(vocabulary)), places: Vec::with_capacity(likely), own: Vec::new() }
    }

    /// Adds a form by its number in the vocabulary.
    #[inline]
    pub(super) fn push_shared(&mut self, number: u32) -> u32 {
        self.push(Place::Shared(number))
    }

    /// Adds a form that has no place there.
    pub(super) fn push_own(&mut self, form: Form) -> u32 {
        self.own.push(form);
        self.push(Place::Own(narrow(self.own.len() - 1)))
    }

    #[inline]
    fn push(&mut self, place: Place) -> u32 {
        self.places.push(place);
        narrow(self.places.len() - 1)
    }

    pub(super) fn get(&self, form: u32) -> Option<&Form> {
        self.at(*self.places.get(form as usize)?)
    }

    #[inline]
    fn at(&self, place: Place) -> Option<&Form> {
        match place {
            Place::Shared(number) => self.vocabulary.as_ref()?.get(number),
            Place::Own(own) => self.own.get(own as usize),
        }
    }

    /// All forms by their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Form> {
        self.places.iter().filter_map(|place| self.at(*place))
    }
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
        self.columns.spans.get(token).copied()
    }

    /// What a token is.
    pub(crate) fn token_kind(&self, token: usize) -> Option<TokenKind> {
        self.columns.kinds.get(token).copied()
    }

    /// A token as written; nothing past the end.
    pub(crate) fn token_text(&self, token: usize) -> &'t str {
        self.token_span(token).and_then(|span| span.slice(self.text)).unwrap_or_default()
    }

    /// Chosen tag of a token's (first) word.
    pub(crate) fn tag(&self, token: usize) -> Option<Tag> {
        self.columns.chosen.get(token).map(|chosen| chosen.tag())
    }

    /// Token → number of its distinct form.
    pub(crate) fn form_of(&self) -> &[u32] {
        &self.columns.form_of
    }

    /// The distinct forms by their numbers. All stages look at them again and again.
    pub(crate) fn forms(&self) -> Vec<WrittenForm<'_>> {
        let mut forms = Vec::with_capacity(self.columns.forms.places.len());
        forms.extend(self.columns.forms.iter().map(WrittenForm));
        forms
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
        let tokens = self.columns.spans.get(range).unwrap_or_default();
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.to(*last),
            _ => Span::default(),
        }
    }
}

impl Columns {
    /// Gives back the room that the columns of tokens were grown by and do not fill: an analysis keeps them.
    pub(super) fn shrink(&mut self) {
        self.spans.shrink_to_fit();
        self.kinds.shrink_to_fit();
        self.form_of.shrink_to_fit();
        self.sentences.shrink_to_fit();
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The `index`th token over the text that the columns were made from; `None` past the end.
    pub fn token<'a>(&'a self, text: &'a str, index: usize) -> Option<TaggedToken<'a>> {
        let token = Token { span: *self.spans.get(index)?, kind: *self.kinds.get(index)? };
        let form = self.form_of.get(index).and_then(|form| self.forms.get(*form));
        Some(TaggedToken { text, columns: self, form, token, index })
    }

    /// Sentences in order as token ranges.
    pub fn sentences(&self) -> &[TokenRange] {
        &self.sentences
    }

    /// Adds the tokens whose forms were added; they stand before `at` in a text of `len` bytes.
    pub(super) fn push_tokens(&mut self, tokens: &[Token], at: usize, len: usize) {
        text::extend(&mut self.spans, tokens.iter().map(|token| token.span), at, len);
        text::extend(&mut self.kinds, tokens.iter().map(|token| token.kind), at, len);
    }

    /// Makes room for a word of each token.
    pub(super) fn make_room_for_words(&mut self) {
        self.chosen.reserve_exact(self.len());
    }

    /// Adds a word, the first of the next token or another one of the last.
    pub(super) fn push_word(&mut self, is_first: bool, choice: Choice) {
        if is_first {
            self.chosen.push(Chosen::new(choice));
        } else {
            self.further.push(Further { token: narrow(self.chosen.len().saturating_sub(1)), choice });
        }
    }

    /// The number of the reading chosen for a token.
    fn row(&self, token: usize) -> u16 {
        self.chosen.get(token).map_or(0, |chosen| chosen.row())
    }

    /// What was chosen for the first word of a token.
    fn first_choice(&self, token: usize) -> Option<Choice> {
        self.chosen.get(token).map(|chosen| chosen.choice())
    }

    /// What was chosen for the further words of a token.
    fn further_choices(&self, token: usize) -> impl Iterator<Item = Choice> {
        let first = self.further.partition_point(|word| (word.token as usize) < token);
        let rest = self.further.get(first..).unwrap_or_default().iter();
        rest.take_while(move |word| word.token as usize == token).map(|word| word.choice)
    }
}

/// One token of a [`Tagged`] text with everything known about it.
#[derive(Clone, Copy, Debug)]
pub struct TaggedToken<'a> {
    text: &'a str,
    columns: &'a Columns,
    form: Option<&'a Form>,
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

    /// NFC, lower case, without invisible characters: what word lists are compared with.
    pub fn key(self) -> &'a str {
        self.form.map_or("", Form::key)
    }

    /// How it is written.
    pub fn shape(self) -> Shape {
        self.form.map_or(Shape::Other, Form::shape)
    }

    /// The reading of word `n` that was chosen in context.
    fn chosen(self, n: usize, choice: Choice) -> Option<Reading<'a>> {
        let reading = self.form?.word(n).reading(choice.row)?;
        Some(Reading { tag: choice.tag, ..reading })
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
        let first = self.columns.first_choice(self.index);
        first.and_then(|choice| self.chosen(0, choice)).unwrap_or_else(unknown)
    }

    /// Chosen lemma of its (first) word.
    pub fn lemma(self) -> &'a str {
        self.reading().lemma
    }

    /// Chosen tag of its (first) word.
    pub fn tag(self) -> Tag {
        self.columns.chosen.get(self.index).map_or(Tag::IGN, |chosen| chosen.tag())
    }

    /// All readings of the form, most probable first; never empty, unknown forms get guesses.
    pub fn readings(self) -> impl Iterator<Item = Reading<'a>> + Clone {
        let form = self.form.map(|form| form.word(0));
        form.map(|form| form.readings_from(self.columns.row(self.index))).unwrap_or_default()
    }

    /// The syntactic words: one, or more for agglutinates (`zrobiłem` = `zrobił` + `em`).
    pub fn words(self) -> impl Iterator<Item = Word<'a>> {
        let span = self.span();
        let parts = self.form.map_or(&[][..], Form::parts);
        let mut start = span.start();
        let further = (parts.len() > 1).then(|| self.columns.further_choices(self.index));
        let choices = self.columns.first_choice(self.index).into_iter().chain(further.into_iter().flatten());
        choices.enumerate().map(move |(n, choice)| {
            let end = parts.get(n).map_or(span.end(), |part| span.start() + part.end as usize);
            let span = Span::at(start, end);
            start = end;
            Word { span, reading: self.chosen(n, choice).unwrap_or_else(|| self.reading()) }
        })
    }

    /// Whether it is several words.
    pub(crate) fn has_parts(self) -> bool {
        self.form.is_some_and(|form| !form.parts().is_empty())
    }

    /// The tag and the features of one of its words as they are written.
    pub(crate) fn spelled(self, Reading { tag, lemma, .. }: Reading<'_>) -> (Cow<'a, str>, Cow<'a, str>) {
        let vocabulary = self.columns.forms.vocabulary.as_ref();
        match vocabulary.and_then(|vocabulary| vocabulary.spelling(tag, lemma)) {
            Some(spelling) => (Cow::Borrowed(&*spelling.xpos), Cow::Borrowed(&*spelling.feats)),
            None => (Cow::Owned(tag.to_string()), Cow::Owned(tag.feats(lemma).to_string())),
        }
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
