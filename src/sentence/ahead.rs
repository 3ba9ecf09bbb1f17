//! What stands behind the place where a sentence may end.

use super::abbreviations;
use super::context::{Context, has_break};
use crate::text::{is_opening, is_quote};
use crate::token::{Token, TokenKind};

/// Marks that are looked past for the next word: `– „(`.
const MARKS: usize = 3;

/// Tokens that are looked ahead at; among them an open bracket must close.
pub(super) const LOOK: usize = 30;

/// The tokens behind the place in question.
#[derive(Clone, Debug)]
pub(super) struct Ahead<'t> {
    text: &'t str,
    /// The next token.
    pub(super) token: Token,
    /// It as written.
    pub(super) mark: &'t str,
    /// Whether white space stands before it.
    pub(super) is_spaced: bool,
    /// It and what comes behind it.
    tokens: &'t [Token],
}

impl<'t> Ahead<'t> {
    /// What stands behind the last token of `context`: `token`, and then others.
    pub(super) fn new(context: &Context<'t>, token: Token) -> Self {
        let is_spaced = context.end() < token.span.start();
        let tokens = context.ahead(LOOK);
        Self { text: context.text, token, mark: token.text(context.text), is_spaced, tokens }
    }

    /// First character of the next token.
    pub(super) fn first(&self) -> char {
        self.mark.chars().next().unwrap_or(' ')
    }

    /// Whether the next token is a punctuation mark.
    pub(super) fn is_mark(&self) -> bool {
        self.token.kind == TokenKind::Punctuation
    }

    /// The next token and those behind it, up to the end of the line.
    fn line(&self) -> impl Iterator<Item = Token> + Clone {
        let (text, mut end) = (self.text, self.token.span.start());
        self.tokens.iter().map_while(move |token| {
            let is_cut = has_break(text, end, token.span.start());
            end = token.span.end();
            (!is_cut).then_some(*token)
        })
    }

    /// The next words and numbers, the first of them behind at most a few marks.
    fn words(&self) -> impl Iterator<Item = Token> + Clone {
        let tokens = self.line().enumerate();
        tokens
            .skip_while(|(at, token)| *at < MARKS && token.kind == TokenKind::Punctuation)
            .map(|(_, token)| token)
    }

    /// The next word or number as written.
    pub(super) fn word(&self) -> &'t str {
        if !self.is_mark() {
            return self.mark;
        }
        self.words().next().map_or("", |token| token.text(self.text))
    }

    /// The tokens that follow it.
    pub(super) fn behind(&self) -> impl Iterator<Item = &'t str> + Clone {
        let text = self.text;
        self.words().skip(1).map(move |token| token.text(text))
    }

    /// Whether a bracket that is open closes soon, so that it was not left open by mistake.
    pub(super) fn closes_bracket(&self) -> bool {
        let mut marks = self
            .line()
            .filter(|token| token.kind == TokenKind::Punctuation)
            .map(|token| token.text(self.text));
        marks
            .find(|mark| matches!(*mark, "(" | "[" | ")" | "]"))
            .is_some_and(|mark| matches!(mark, ")" | "]"))
    }

    /// Whether a quotation that is open closes within so many tokens, and its sentence goes on or ends behind it.
    pub(super) fn closes_quote(&self, within: usize) -> bool {
        let mut rest = self.line().take(within + 1).map(|token| token.text(self.text));
        let closes = |word: &str| word.chars().all(|c| is_quote(c) && !is_opening(c));
        let goes_on = |next: &str| matches!(next, "." | "," | ")") || next.starts_with(char::is_lowercase);
        rest.any(closes) && rest.next().is_some_and(goes_on)
    }

    /// Whether the next word begins with a small letter, and is no brand that does: `eBay`, `iPhone`.
    pub(super) fn is_lower(&self) -> bool {
        self.word().starts_with(char::is_lowercase) && !self.is_brand()
    }

    /// Units are written so too, but with three letters: `5 tys. kWh`, `10 tys. mAh`.
    fn is_brand(&self) -> bool {
        let mut letters = self.word().chars();
        letters.next().is_some_and(char::is_lowercase)
            && letters.next().is_some_and(char::is_uppercase)
            && letters.nth(1).is_some()
    }

    /// Whether the next word is a capitalised function word: it begins a sentence, unless it is an initial (`W. Pol`).
    pub(super) fn is_starter(&self) -> bool {
        let word = self.word();
        word.starts_with(char::is_uppercase)
            && abbreviations::is_starter(word)
            && (word.len() > 1 || self.behind().next() != Some("."))
    }

    /// Whether the next word could begin a sentence by its first letter.
    pub(super) fn is_upper(&self) -> bool {
        self.word().starts_with(char::is_uppercase) || self.is_brand()
    }

    /// Whether a date is next: `28 czerwca`.
    pub(super) fn is_date(&self) -> bool {
        let is_month = |word: &str| word.len() > 3 && abbreviations::is_of_date(word);
        self.is_number() && self.behind().next().is_some_and(is_month)
    }

    /// Whether an ordinal is next: `12. edycja`.
    pub(super) fn is_ordinal(&self) -> bool {
        self.is_number() && self.behind().next() == Some(".")
    }

    fn is_number(&self) -> bool {
        self.word().starts_with(char::is_numeric)
    }

    /// Whether the next word is a Roman numeral, as in `lata 50. XX wieku`.
    pub(super) fn is_roman(&self) -> bool {
        self.word().bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
    }
}

/// Whether a word begins with a capital and goes on in small letters: not `WE`, not `w`.
pub(super) fn is_capitalised(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && !chars.next().is_some_and(char::is_uppercase)
}
