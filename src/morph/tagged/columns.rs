//! What is known of the tokens of a text, in columns.

use super::forms::Forms;
use super::{Paragraph, TaggedToken, TokenRange};
use crate::morph::Tag;
use crate::morph::choice::Choice;
use crate::span::{Span, narrow};
use crate::text;
use crate::token::{Token, TokenKind};

/// The columns of [`Tagged`](super::Tagged) without the text: what an analysis keeps.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// Token → its bytes, and what it is.
    pub(in crate::morph) spans: Vec<Span>,
    kinds: Vec<TokenKind>,
    pub(in crate::morph) paragraphs: Vec<Paragraph>,
    pub(in crate::morph) sentences: Vec<TokenRange>,
    /// Token → distinct form.
    pub(in crate::morph) form_of: Vec<u32>,
    /// Token → what was chosen for its first word.
    chosen: Vec<Chosen>,
    /// The other words of the few tokens that have several, in order.
    further: Vec<Further>,
    pub(in crate::morph) forms: Forms,
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

/// A word behind the first of its token.
#[derive(Debug, Clone, Copy)]
struct Further {
    token: u32,
    choice: Choice,
}

impl Columns {
    /// Gives back the room that the columns of tokens were grown by and do not fill: an analysis keeps them.
    pub(in crate::morph) fn shrink(&mut self) {
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
    #[inline]
    pub fn token<'a>(&'a self, text: &'a str, index: usize) -> Option<TaggedToken<'a>> {
        let token = Token { span: self.span(index)?, kind: self.kind(index)? };
        let form = self.form_of.get(index).and_then(|form| self.forms.get(*form));
        Some(TaggedToken { text, columns: self, form, token, index })
    }

    /// Sentences in order as token ranges.
    pub fn sentences(&self) -> &[TokenRange] {
        &self.sentences
    }

    /// Adds the tokens whose forms were added; they stand before `at` in a text of `len` bytes.
    pub(in crate::morph) fn push_tokens(&mut self, tokens: &[Token], at: usize, len: usize) {
        text::extend(&mut self.spans, tokens.iter().map(|token| token.span), at, len);
        text::extend(&mut self.kinds, tokens.iter().map(|token| token.kind), at, len);
    }

    /// Makes room for a word of each token.
    pub(in crate::morph) fn make_room_for_words(&mut self) {
        self.chosen.reserve_exact(self.len());
    }

    /// Adds a word, the first of the next token or another one of the last.
    pub(in crate::morph) fn push_word(&mut self, is_first: bool, choice: Choice) {
        if is_first {
            self.chosen.push(Chosen::new(choice));
        } else {
            self.further.push(Further { token: narrow(self.chosen.len().saturating_sub(1)), choice });
        }
    }

    /// The bytes of a token.
    pub(super) fn span(&self, token: usize) -> Option<Span> {
        self.spans.get(token).copied()
    }

    /// From the first to the last token of a range; empty for an empty range.
    pub(super) fn span_of(&self, range: TokenRange) -> Span {
        let tokens = self.spans.get(range).unwrap_or_default();
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.to(*last),
            _ => Span::default(),
        }
    }

    /// What a token is.
    pub(super) fn kind(&self, token: usize) -> Option<TokenKind> {
        self.kinds.get(token).copied()
    }

    /// The tag that was chosen for the first word of a token.
    pub(super) fn tag(&self, token: usize) -> Option<Tag> {
        self.chosen.get(token).map(|chosen| chosen.tag())
    }

    /// The number of the reading chosen for a token.
    pub(super) fn row(&self, token: usize) -> u16 {
        self.chosen.get(token).map_or(0, |chosen| chosen.row())
    }

    /// What was chosen for the first word of a token.
    pub(super) fn first_choice(&self, token: usize) -> Option<Choice> {
        self.chosen.get(token).map(|chosen| chosen.choice())
    }

    /// What was chosen for the further words of a token.
    pub(super) fn further_choices(&self, token: usize) -> impl Iterator<Item = Choice> {
        let first = self.further.partition_point(|word| (word.token as usize) < token);
        let rest = self.further.get(first..).unwrap_or_default().iter();
        rest.take_while(move |word| word.token as usize == token).map(|word| word.choice)
    }
}
