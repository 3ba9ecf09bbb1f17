//! Orthographic tokens: words, numbers, marks, addresses.
//!
//! The tokens are those of UD Polish: a period is a token of its own even after an abbreviation (`tys` `.`), `...` is
//! three tokens, `5-letni`, `PRL-owski`, `F-16` and `Kennedy'ego` are one, `biało-czerwony` is three. One table-driven
//! pass over the bytes finds them, without allocation; the files beside this one hold what goes beyond a plain run of
//! letters.
//!
//! | file | owns |
//! | --- | --- |
//! | `class` | what a byte or character begins |
//! | `scan` | the pass itself |
//! | `block` | words, 64 bytes at a time |
//! | `number` | decimals, dates, times, codes, `5-letni` |
//! | `joined` | hyphens and apostrophes inside words |
//! | `address` | URLs, e-mail addresses, domains, hashtags, handles |
//! | `emoji` | emoji sequences |
//! | `protected` | tokens that the user wants whole |
//! | `words` | words inside a token: `zrobił` + `em` |

mod address;
mod block;
mod class;
mod emoji;
mod joined;
mod number;
mod protected;
mod scan;
mod words;

use std::iter::FusedIterator;

use serde::{Deserialize, Serialize};

pub use protected::Options;
pub use words::{Split, words};

use crate::span::Span;
use block::Block;

/// An orthographic token: a place in the text and its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TokenKind {
    /// Begins with a letter: `wojna`, `m.in`, `PRL-owski`, `Biden’em`, `F-16`.
    Word,
    /// Begins with a digit: `5`, `0,05`, `18.00`, `94/85/WE`, `5-letni`.
    Number,
    /// A punctuation mark: `.`, `–`, `„`.
    Punctuation,
    /// Any other sign: `%`, `€`, `°C`, `+`, invisible characters that stand alone.
    Symbol,
    /// A web address: `https://example.com/a`, `www.example.com`, `example.pl`.
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

/// The tokens of a text, in order.
///
/// Tokens hold no white space, and all that is not white space is in a token. Composed and decomposed letters give the
/// same tokens; soft hyphens and zero-width characters stay inside the word. Time is linear in the length of the
/// text, and nothing is allocated. Of a text over 4 GiB only the first 4 GiB are read, since that is how far a
/// [`Span`] reaches.
///
/// ```
/// use depesza::token::{TokenKind, tokens};
///
/// let text = "W 2022 r. 5-letni F-16 kosztował 12,5 mln zł.";
/// let found: Vec<&str> = tokens(text).map(|token| token.text(text)).collect();
/// assert_eq!(found, ["W", "2022", "r", ".", "5-letni", "F-16", "kosztował", "12,5", "mln", "zł", "."]);
/// assert_eq!(tokens("500 zł").next().map(|token| token.kind), Some(TokenKind::Number));
/// ```
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens::new(text, None)
}

/// The tokens of a text, with the entries of `options` kept whole.
///
/// ```
/// use depesza::token::{Options, tokens_with};
///
/// let options = Options::default().protect("Canal+")?;
/// let text = "Mecz pokaże Canal+.";
/// let found: Vec<&str> = tokens_with(text, &options).map(|token| token.text(text)).collect();
/// assert_eq!(found, ["Mecz", "pokaże", "Canal+", "."]);
/// # Ok::<(), depesza::Error>(())
/// ```
pub fn tokens_with<'t>(text: &'t str, options: &'t Options) -> Tokens<'t> {
    Tokens::new(text, (!options.is_empty()).then_some(options))
}

/// Iterator over the tokens of a text; made by [`tokens`] and [`tokens_with`].
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    block: Block,
    options: Option<&'t Options>,
}

impl<'t> Tokens<'t> {
    fn new(text: &'t str, options: Option<&'t Options>) -> Self {
        Self { text, at: 0, block: Block::first(text.as_bytes()), options }
    }

    /// The text that is read.
    pub fn text(&self) -> &'t str {
        self.text
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call costs a fifth of a token")]
    fn next(&mut self) -> Option<Token> {
        let Some((start, class)) =
            scan::start(self.text, self.at).filter(|(at, _)| u32::try_from(*at).is_ok())
        else {
            self.at = self.text.len();
            return None;
        };
        let protected = self.options.and_then(|options| options.longest_at(self.text, start));
        let (end, kind) = protected.unwrap_or_else(|| scan::token(self.text, start, class, &mut self.block));
        self.at = end;
        Some(Token { span: Span::at(start, end), kind })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.text.len() - self.at;
        (0, Some(left))
    }
}

impl FusedIterator for Tokens<'_> {}
