//! The words of a sentence on their way to the choice in context.

use super::Shape;
use super::choice::LONGEST;
use super::form::{Form, Part};
use super::tagged::Forms;
use crate::span::Span;
use crate::text;
use crate::token::TokenKind;

/// A word of a sentence before the choice.
#[derive(Clone, Copy)]
pub(super) struct Waiting<'a> {
    pub(super) form: &'a Form,
    /// Whether it is the first of its token.
    pub(super) is_first: bool,
    /// Whether a sentence or quotation begins with it.
    pub(super) initial: bool,
    /// Whether it is a hyphen between two words that it is written in one with: "Bielsko-Biała".
    pub(super) is_inside: bool,
}

/// A sentence that is read word by word, so that one as long as the text need not be held.
#[derive(Clone)]
pub(super) struct Sentence<'a> {
    forms: &'a Forms,
    /// The forms of the tokens that are to come, and the bytes of all.
    form_of: std::slice::Iter<'a, u32>,
    spans: &'a [Span],
    /// The words to come of the last token.
    parts: std::slice::Iter<'a, Part>,
    /// Whether a sentence or quotation begins with the last token, and whether one does with the next.
    was_initial: bool,
    initial: bool,
    /// Whether the last token was a number.
    is_number: bool,
    /// Words in capitals and words in small letters so far.
    upper: usize,
    lower: usize,
}

impl<'a> Sentence<'a> {
    /// One whose tokens have these forms and bytes.
    pub(super) fn new(form_of: &'a [u32], spans: &'a [Span], forms: &'a Forms) -> Self {
        let (form_of, parts) = (form_of.iter(), [].iter());
        Self {
            forms,
            form_of,
            spans,
            parts,
            was_initial: false,
            initial: true,
            is_number: false,
            upper: 0,
            lower: 0,
        }
    }

    /// Reads as many words as are chosen at once, in the place of those before.
    #[inline]
    pub(super) fn read(&mut self, chunk: &mut Vec<Waiting<'a>>) {
        chunk.clear();
        while chunk.len() < LONGEST {
            let Some(word) = self.next() else { return };
            chunk.push(word);
        }
    }

    #[inline]
    fn next(&mut self) -> Option<Waiting<'a>> {
        let word = match self.parts.next() {
            Some(part) => {
                Waiting { form: &part.form, is_first: false, initial: self.was_initial, is_inside: false }
            }
            None => self.next_token()?,
        };
        match word.form.shape() {
            Shape::Upper => self.upper += 1,
            Shape::Lower => self.lower += 1,
            _ => {}
        }
        Some(word)
    }

    /// The first word of the next token.
    #[inline]
    fn next_token(&mut self) -> Option<Waiting<'a>> {
        let form = self.forms.get(*self.form_of.next()?)?;
        let initial = self.initial;
        self.was_initial = initial;
        // The period of an abbreviation stands before a name, that of a number may count an item.
        let opens = |mark| if mark == "." { self.is_number } else { opens(mark) };
        let is_mark = form.kind() == TokenKind::Punctuation;
        // "-Maja, chodź!": the hyphen that a sentence begins with has no word before it.
        let is_inside = is_mark && !initial && is_hyphen(form.key()) && self.is_written_in_one();
        self.initial = is_mark && !is_inside && (initial || opens(form.key()));
        self.is_number = form.kind() == TokenKind::Number;
        self.parts = form.parts().iter();
        self.parts.next();
        Some(Waiting { form: form.word(0), is_first: true, initial, is_inside })
    }

    /// Whether no space parts the last token from those beside it.
    fn is_written_in_one(&self) -> bool {
        let at = self.spans.len().saturating_sub(self.form_of.len() + 2);
        match self.spans.get(at..at + 3) {
            Some([before, mark, behind]) => before.end() == mark.start() && mark.end() == behind.start(),
            _ => false,
        }
    }

    /// Passes over the words that are left.
    pub(super) fn finished(mut self) -> Self {
        while self.next().is_some() {}
        self
    }

    /// Whether what was read of it is written in capitals.
    pub(super) fn is_loud(&self) -> bool {
        self.upper > 1 && self.upper > self.lower
    }
}

fn is_hyphen(mark: &str) -> bool {
    mark.chars().all(text::is_hyphen)
}

/// Whether a sentence may begin after this mark.
fn opens(mark: &str) -> bool {
    text::is_quote(mark.chars().next().unwrap_or(' '))
        || matches!(mark, ":" | "-" | "–" | "—" | "(" | "•" | "?" | "!")
}
