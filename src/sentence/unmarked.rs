//! Sentences that end without a mark: headings and captions that run into the text behind them.
//!
//! A capitalised preposition or conjunction inside a sentence is nearly always the beginning of another one whose
//! predecessor has lost its line break: `Spór o budżet W poniedziałek rząd …`.

use super::abbreviations;
use super::ahead::{Ahead, is_capitalised};
use super::context::Context;
use crate::token::{Token, TokenKind};

/// Whether a sentence could begin with `next`: a word with an ASCII capital behind other than a capitalised word.
#[inline]
pub(super) fn may_begin(context: &Context<'_>, next: Token) -> bool {
    next.kind == TokenKind::Word
        && next.span.len() < 12
        && context.text.as_bytes().get(next.span.start()).is_some_and(u8::is_ascii_uppercase)
}

/// Whether a sentence ends before what is `ahead`, though no mark says so.
pub(super) fn ends<I: Iterator<Item = Token> + Clone>(context: &Context<'_>, ahead: &Ahead<'_, I>) -> bool {
    let Some(last) = context.back(0) else { return false };
    let word = last.text(context.text);
    let is_open = match last.kind {
        TokenKind::Word => {
            context.len() > 1 && word.starts_with(char::is_lowercase) && !abbreviations::names_work(word)
        }
        TokenKind::Punctuation => matches!(word, ")" | "]" | "," | ";") && context.len() > 3,
        TokenKind::Number => context.len() > 3,
        _ => false,
    };
    is_open
        && ahead.is_spaced
        && context.open_quote.is_none()
        && context.open_bracket.is_none()
        && is_capitalised(ahead.mark)
        && abbreviations::is_opener(ahead.mark)
        && ahead.behind().next().is_some_and(|word| word.starts_with(char::is_lowercase))
}
