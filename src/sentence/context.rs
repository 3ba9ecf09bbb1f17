//! What the rules know of the sentence that is being read.

use super::abbreviations;
use super::beginnings::Beginnings;
use crate::span::{Span, narrow};
use crate::text::{is_closing, is_dash, is_line_break, is_opening, is_quote, is_space};
use crate::token::{Token, TokenKind};

/// Tokens that are remembered: as many as a sentence can have before it certainly has a verb.
pub(super) const MEMORY: usize = 16;

/// A quotation mark or bracket that was opened in this sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opened {
    /// Number of tokens before it in the sentence.
    at: u32,
    /// Whether a colon stands right before it.
    pub(super) after_colon: bool,
    /// Whether the name of a kind of work stands right before it: film „…”.
    pub(super) of_work: bool,
}

/// The end of a sentence as far as it was read: a run of `.?!…` with the marks that close behind it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Terminal {
    /// How many of the last tokens belong to it.
    pub(super) len: usize,
    periods: u32,
    /// `?` or `!`
    pub(super) is_loud: bool,
    /// `…`
    pub(super) is_ellipsis: bool,
    /// The quotation that closes behind the run.
    pub(super) quote: Option<Opened>,
    /// The bracket that closes behind the run.
    pub(super) bracket: Option<Opened>,
}

impl Opened {
    /// Whether the sentence begins with it.
    pub(super) fn is_first(self) -> bool {
        self.at == 0
    }
}

impl Terminal {
    /// One period.
    pub(super) fn is_plain(&self) -> bool {
        !self.is_loud && !self.is_ellipsis
    }
}

/// The sentence so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    /// Where its first token begins.
    pub(super) start: usize,
    /// Its tokens.
    pub(super) len: usize,
    pub(super) open_quote: Option<Opened>,
    pub(super) open_bracket: Option<Opened>,
    terminal: Option<Terminal>,
}

/// The sentence that is read, among the tokens that are at hand.
#[derive(Clone, Debug)]
pub(super) struct Context<'t> {
    pub(super) text: &'t str,
    tokens: &'t [Token],
    /// The first of the tokens that is not in the sentence yet.
    pub(super) at: usize,
    pub(super) sentence: Sentence,
}

impl<'t> Context<'t> {
    /// Begins a sentence with the token `at`, if there is one.
    #[inline]
    pub(super) fn begin(text: &'t str, tokens: &'t [Token], at: usize) -> Option<Self> {
        let first = *tokens.get(at)?;
        let start = first.span.start();
        let sentence = Sentence { start, len: 0, open_quote: None, open_bracket: None, terminal: None };
        let mut context = Self { text, tokens, at, sentence };
        context.push(first);
        Some(context)
    }

    /// Goes on with a sentence before the token `at`; at least [`MEMORY`] tokens of it are still at hand.
    pub(super) fn go_on(text: &'t str, tokens: &'t [Token], at: usize, sentence: Sentence) -> Self {
        Self { text, tokens, at, sentence }
    }

    /// Whether the sentence begins with a dash, as spoken lines do.
    pub(super) fn begins_with_dash(&self) -> bool {
        self.text.get(self.sentence.start..).is_some_and(|rest| rest.starts_with(is_dash))
    }

    /// Where the last token ends.
    #[inline]
    pub(super) fn end(&self) -> usize {
        self.back(0).map_or(self.sentence.start, |token| token.span.end())
    }

    /// Tokens of the sentence so far.
    pub(super) fn len(&self) -> usize {
        self.sentence.len
    }

    /// The token with `back` others behind it; `None` when it is not of this sentence or too far back.
    #[inline]
    pub(super) fn back(&self, back: usize) -> Option<Token> {
        if back >= MEMORY.min(self.len()) {
            return None;
        }
        self.tokens.get(self.at.checked_sub(back + 1)?).copied()
    }

    /// The remembered tokens, last first.
    pub(super) fn recent(&self) -> impl Iterator<Item = Token> {
        let from = self.at.saturating_sub(MEMORY.min(self.len()));
        self.tokens.get(from..self.at).unwrap_or_default().iter().rev().copied()
    }

    /// The next tokens, at most so many.
    pub(super) fn ahead(&self, most: usize) -> &'t [Token] {
        let rest = self.tokens.get(self.at..).unwrap_or_default();
        rest.get(..most).unwrap_or(rest)
    }

    /// The terminal run at the end, if there is one.
    #[inline]
    pub(super) fn terminal(&self) -> Option<&Terminal> {
        self.sentence.terminal.as_ref()
    }

    /// Takes in what certainly goes on the sentence and says nothing of where it ends, which is most of it, and gives the
    /// token behind that, unless it is the one at `limit`.
    #[inline]
    pub(super) fn pass_plain(&mut self, limit: usize) -> Option<Token> {
        let rest = self.tokens.get(self.at..limit)?;
        if self.terminal().is_some() {
            return rest.first().copied();
        }
        let (bytes, beginnings) = (self.text.as_bytes(), &*abbreviations::BEGINNINGS);
        let mut end = self.end();
        let found = rest.iter().position(|token| {
            let is_plain = is_plain(bytes, end, token.span.start(), beginnings);
            end = token.span.end();
            !is_plain
        });
        let plain = found.unwrap_or(rest.len());
        self.at += plain;
        self.sentence.len += plain;
        rest.get(plain).copied()
    }

    /// Takes in the next token.
    #[inline]
    pub(super) fn push(&mut self, token: Token) {
        if token.kind == TokenKind::Punctuation {
            self.punctuation(token);
        } else {
            self.sentence.terminal = None;
        }
        self.sentence.len += 1;
        self.at += 1;
    }

    #[inline(never)]
    fn punctuation(&mut self, token: Token) {
        let Some(mark) = token.text(self.text).chars().next() else { return };
        match mark {
            '.' | '?' | '!' | '…' | '‽' => self.extend_terminal(mark),
            '(' | '[' => {
                self.sentence.open_bracket = self.sentence.open_bracket.or(Some(self.opened("")));
                self.sentence.terminal = None;
            }
            ')' | ']' => {
                let opened = self.sentence.open_bracket.take();
                self.sentence.terminal = self.attached(token).map(|t| Terminal {
                    bracket: t.bracket.or(opened),
                    len: t.len + 1,
                    ..t
                });
            }
            _ if is_quote(mark) => self.quote(token, mark),
            _ => self.sentence.terminal = None,
        }
    }

    fn quote(&mut self, token: Token, mark: char) {
        if self.opens(token, mark) {
            let before = self.back(0).map_or("", |token| token.text(self.text));
            self.sentence.open_quote = Some(self.opened(before));
            self.sentence.terminal = None;
        } else {
            let opened = self.sentence.open_quote.take();
            self.sentence.terminal = self.attached(token).map(|t| Terminal {
                quote: t.quote.or(opened).or(Some(UNKNOWN)),
                len: t.len + 1,
                ..t
            });
        }
    }

    fn opened(&self, before: &str) -> Opened {
        Opened {
            at: narrow(self.len()),
            after_colon: before == ":",
            of_work: abbreviations::names_work(before),
        }
    }

    /// Number of tokens from an opened mark on.
    pub(super) fn since(&self, opened: Opened) -> usize {
        self.len().saturating_sub(opened.at as usize)
    }

    /// The terminal, if `token` stands right behind it.
    fn attached(&self, token: Token) -> Option<Terminal> {
        self.sentence.terminal.filter(|_| self.end() == token.span.start())
    }

    /// Whether a quotation mark opens: by its form where that is clear, or else by the space around it.
    pub(super) fn opens(&self, token: Token, mark: char) -> bool {
        if is_opening(mark) || token.text(self.text) == ",," {
            return !(mark == '«' && self.sentence.open_quote.is_some());
        }
        if is_closing(mark) && self.sentence.open_quote.is_some() {
            return false;
        }
        let (before, after) = around(self.text, token.span);
        match (before.is_none_or(is_space), after.is_none_or(is_space)) {
            (true, false) => true,
            (false, true) => false,
            _ => before.is_some_and(is_opening) || (self.sentence.open_quote.is_none() && !is_closing(mark)),
        }
    }

    fn extend_terminal(&mut self, mark: char) {
        // A mark behind what has closed ends more than that: (23 proc.).
        if self.terminal().is_some_and(|terminal| terminal.quote.is_some() || terminal.bracket.is_some()) {
            self.sentence.terminal = None;
        }
        let terminal = self.sentence.terminal.get_or_insert_default();
        terminal.len += 1;
        match mark {
            '.' => terminal.periods += 1,
            '…' => terminal.is_ellipsis = true,
            _ => terminal.is_loud = true,
        }
        terminal.is_ellipsis |= terminal.periods > 1;
    }

    /// Whether a line ends between the last token and `next`.
    #[inline]
    pub(super) fn breaks_before(&self, next: Token) -> bool {
        has_break(self.text, self.end(), next.span.start())
    }
}

/// Whether what begins at `start`, behind a word that ends at `end`, goes on the sentence for certain: with nothing or one
/// space between them, and no beginning of a mark or of a word that could be the first of a sentence.
#[inline]
fn is_plain(text: &[u8], end: usize, start: usize, beginnings: &Beginnings) -> bool {
    let (Some(gap), Some(first)) = (text.get(end), text.get(start..).and_then(<[u8]>::first_chunk)) else {
        return false;
    };
    start == end + usize::from(*gap == b' ') && !beginnings.may_be(*first)
}

/// Whether a line ends in the gap between two tokens.
#[inline]
pub(super) fn has_break(text: &str, from: usize, to: usize) -> bool {
    match to.saturating_sub(from) {
        0 => false,
        1 => matches!(text.as_bytes().get(from), Some(b'\n'..=b'\r')),
        _ => has_break_in_long(text, from, to),
    }
}

#[inline(never)]
fn has_break_in_long(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|gap| gap.contains(is_line_break))
}

/// A quotation that was opened in an earlier sentence.
const UNKNOWN: Opened = Opened { at: 0, after_colon: false, of_work: false };

/// The characters before and behind a span.
fn around(text: &str, span: Span) -> (Option<char>, Option<char>) {
    let before = text.get(..span.start()).and_then(|before| before.chars().next_back());
    (before, text.get(span.end()..).and_then(|after| after.chars().next()))
}
