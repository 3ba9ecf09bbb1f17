//! Orthographic tokens.

use crate::span::Span;

/// An orthographic token: a place in the text and its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    /// The token as written; empty when the span is not one of `text`.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        self.span.slice(text).unwrap_or_default()
    }
}

/// Kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, also with hyphens, apostrophes and digits inside.
    Word,
    /// Begins with a digit: `5`, `0,05`, `18.00`.
    Number,
    /// A punctuation mark.
    Punctuation,
    /// `%`, `€`, `+`, …
    Symbol,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// `#hashtag`
    Hashtag,
    /// `@handle`
    Handle,
    /// An emoji sequence.
    Emoji,
}

/// Iterator over the tokens of a text.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

/// The tokens of a text.
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = self.text.get(self.at..)?;
        let skipped = rest.len() - rest.trim_start().len();
        let (start, rest) = (self.at + skipped, rest.trim_start());
        let first = rest.chars().next()?;
        let inside = |c: char| c.is_alphanumeric() || c == '\u{301}';
        let len =
            if inside(first) { rest.find(|c| !inside(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let kind = match first {
            c if c.is_alphabetic() => TokenKind::Word,
            c if c.is_numeric() => TokenKind::Number,
            '%' | '+' | '=' | '<' | '>' | '€' | '$' => TokenKind::Symbol,
            _ => TokenKind::Punctuation,
        };
        self.at = start + len;
        Some(Token { span: Span::at(start, self.at), kind })
    }
}
