//! One token of an annotated text.

use std::borrow::Cow;

use super::{Columns, Reading, Shape};
use crate::morph::choice::Choice;
use crate::morph::form::Form;
use crate::morph::{NameClass, Source, Tag};
use crate::span::Span;
use crate::token::{Token, TokenKind};

/// A syntactic word: a token, or a part of one (`zrobił` + `em`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word<'a> {
    /// Its bytes.
    pub span: Span,
    /// The reading chosen in context. The tag holds one value per category where that is known.
    pub reading: Reading<'a>,
}

/// One token of a [`Tagged`](super::Tagged) text with everything known about it.
#[derive(Clone, Copy, Debug)]
pub struct TaggedToken<'a> {
    pub(super) text: &'a str,
    pub(super) columns: &'a Columns,
    pub(super) form: Option<&'a Form>,
    pub(super) token: Token,
    pub(super) index: usize,
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
        self.columns.tag(self.index).unwrap_or(Tag::IGN)
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
        match self.columns.forms.spelling(tag, lemma) {
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
