//! Tokens that are made where they are needed.

use super::ahead::LOOK;
use super::context::MEMORY;
use crate::span::Span;
use crate::token::{self, Token, TokenKind, Tokens};

/// Tokens at hand: enough that few are moved, and few enough to stay near.
const ROOM: usize = 128;

/// The tokens around the place that is read: those that are remembered, and those that are looked ahead at.
#[derive(Clone, Debug)]
pub(super) struct Window<'t> {
    behind: Tokens<'t>,
    tokens: [Token; ROOM],
    len: usize,
    /// The first token that was not read.
    pub(super) at: usize,
    is_last: bool,
}

impl<'t> Window<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let blank = Token { span: Span::default(), kind: TokenKind::Symbol };
        Self { behind: token::tokens(text), tokens: [blank; ROOM], len: 0, at: 0, is_last: false }
    }

    pub(super) fn text(&self) -> &'t str {
        self.behind.text()
    }

    /// The tokens at hand.
    pub(super) fn tokens(&self) -> &[Token] {
        self.tokens.get(..self.len).unwrap_or_default()
    }

    /// Whether there are no others behind them.
    pub(super) fn is_last(&self) -> bool {
        self.is_last
    }

    /// The first token that is for looking ahead alone.
    pub(super) fn limit(&self) -> usize {
        if self.is_last { self.len } else { self.len.saturating_sub(LOOK) }
    }

    /// Moves on, unless there are tokens to read.
    pub(super) fn fill(&mut self) {
        if self.is_last || self.at < self.limit() {
            return;
        }
        let from = self.at.saturating_sub(MEMORY);
        self.tokens.copy_within(from..self.len, 0);
        (self.at, self.len) = (self.at - from, self.len - from);
        for (place, token) in self.tokens.iter_mut().skip(self.len).zip(&mut self.behind) {
            *place = token;
            self.len += 1;
        }
        self.is_last = self.len < ROOM;
    }
}
