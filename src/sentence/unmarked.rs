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

/// Whether a sentence ends before `next`, though no mark says so.
pub(super) fn ends(context: &Context<'_>, next: Token) -> bool {
    let word = next.text(context.text);
    context.sentence.open_quote.is_none()
        && context.sentence.open_bracket.is_none()
        && is_open(context)
        && is_capitalised(word)
        && abbreviations::is_opener(word)
        && !context.back(0).is_some_and(|last| abbreviations::names_work(last.text(context.text)))
        && goes_on(&Ahead::new(context, next))
}

/// Whether the last token is one that a heading may end with.
fn is_open(context: &Context<'_>) -> bool {
    let Some(last) = context.back(0) else { return false };
    let word = last.text(context.text);
    match last.kind {
        TokenKind::Word => context.len() > 1 && word.starts_with(char::is_lowercase),
        TokenKind::Punctuation => matches!(word, ")" | "]" | "," | ";") && context.len() > 3,
        TokenKind::Number => context.len() > 3,
        _ => false,
    }
}

/// Whether small letters follow, as in a sentence; a title has capitals.
fn goes_on(ahead: &Ahead<'_>) -> bool {
    ahead.is_spaced && ahead.behind().next().is_some_and(|word| word.starts_with(char::is_lowercase))
}
