//! What the rules know of the sentence that is being read.

use super::abbreviations;
use crate::span::Span;
use crate::text::{is_closing, is_dash, is_line_break, is_opening, is_quote, is_space};
use crate::token::{Token, TokenKind};

/// Tokens that are remembered: as many as a sentence can have before it certainly has a verb.
const MEMORY: usize = 16;

/// A quotation mark or bracket that was opened in this sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opened {
    /// Number of tokens before it in the sentence.
    pub(super) at: usize,
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
    pub(super) periods: usize,
    /// `?` or `!`
    pub(super) is_loud: bool,
    /// `…`
    pub(super) is_ellipsis: bool,
    /// The quotation that closes behind the run.
    pub(super) quote: Option<Opened>,
    /// The bracket that closes behind the run.
    pub(super) bracket: Option<Opened>,
}

impl Terminal {
    /// One period.
    pub(super) fn is_plain(&self) -> bool {
        !self.is_loud && !self.is_ellipsis
    }
}

/// The sentence so far.
#[derive(Clone, Debug)]
pub(super) struct Context<'t> {
    pub(super) text: &'t str,
    recent: [Token; MEMORY],
    len: usize,
    /// Where the first token begins, and where the last one ends.
    start: usize,
    end: usize,
    pub(super) open_quote: Option<Opened>,
    pub(super) open_bracket: Option<Opened>,
    terminal: Option<Terminal>,
    dash: bool,
}

impl<'t> Context<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let blank = Token { span: Span::default(), kind: TokenKind::Symbol };
        Self {
            text,
            recent: [blank; MEMORY],
            len: 0,
            start: 0,
            end: 0,
            open_quote: None,
            open_bracket: None,
            terminal: None,
            dash: false,
        }
    }

    /// Begins a sentence with its first token.
    pub(super) fn restart(&mut self, first: Token) {
        self.len = 0;
        self.start = first.span.start();
        (self.open_quote, self.open_bracket, self.terminal) = (None, None, None);
        self.dash = first.text(self.text).starts_with(is_dash);
        self.push(first);
    }

    /// Whether the sentence begins with a dash, as spoken lines do.
    pub(super) fn begins_with_dash(&self) -> bool {
        self.dash
    }

    /// Where the sentence begins.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Where the last token ends.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// Tokens of the sentence so far.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The token with `back` others behind it; `None` when it is not of this sentence or too far back.
    pub(super) fn back(&self, back: usize) -> Option<Token> {
        if back >= MEMORY {
            return None;
        }
        let index = self.len.checked_sub(back + 1)?;
        self.recent.get(index % MEMORY).copied()
    }

    /// The remembered tokens, last first.
    pub(super) fn recent(&self) -> impl Iterator<Item = Token> {
        (0..MEMORY).map_while(|back| self.back(back))
    }

    /// The terminal run at the end, if there is one.
    #[inline]
    pub(super) fn terminal(&self) -> Option<&Terminal> {
        self.terminal.as_ref()
    }

    /// Takes in what certainly goes on the sentence and says nothing of where it ends, which is most of it, and gives the
    /// token behind that.
    #[inline]
    pub(super) fn pass_plain(&mut self, tokens: &mut impl Iterator<Item = Token>) -> Option<Token> {
        if self.terminal.is_some() {
            return tokens.next();
        }
        let bytes = self.text.as_bytes();
        let (mut len, mut end) = (self.len, self.end);
        let found = tokens.find(|token| {
            if !is_plain(bytes, end, *token) {
                return true;
            }
            if let Some(slot) = self.recent.get_mut(len % MEMORY) {
                *slot = *token;
            }
            (len, end) = (len + 1, token.span.end());
            false
        });
        (self.len, self.end) = (len, end);
        found
    }

    /// Takes in the next token.
    #[inline]
    pub(super) fn push(&mut self, token: Token) {
        if let Some(slot) = self.recent.get_mut(self.len % MEMORY) {
            *slot = token;
        }
        if token.kind == TokenKind::Punctuation {
            self.punctuation(token);
        } else {
            self.terminal = None;
        }
        self.len += 1;
        self.end = token.span.end();
    }

    #[inline(never)]
    fn punctuation(&mut self, token: Token) {
        let Some(mark) = token.text(self.text).chars().next() else { return };
        match mark {
            '.' | '?' | '!' | '…' | '‽' => self.extend_terminal(mark),
            '(' | '[' => {
                self.open_bracket = self.open_bracket.or(Some(self.opened("")));
                self.terminal = None;
            }
            ')' | ']' => {
                let opened = self.open_bracket.take();
                self.terminal = self.attached(token).map(|t| Terminal {
                    bracket: t.bracket.or(opened),
                    len: t.len + 1,
                    ..t
                });
            }
            _ if is_quote(mark) => self.quote(token, mark),
            _ => self.terminal = None,
        }
    }

    fn quote(&mut self, token: Token, mark: char) {
        if self.opens(token, mark) {
            let before = self.back(0).map_or("", |token| token.text(self.text));
            self.open_quote = Some(self.opened(before));
            self.terminal = None;
        } else {
            let opened = self.open_quote.take();
            self.terminal = self.attached(token).map(|t| Terminal {
                quote: t.quote.or(opened).or(Some(UNKNOWN)),
                len: t.len + 1,
                ..t
            });
        }
    }

    fn opened(&self, before: &str) -> Opened {
        Opened { at: self.len, after_colon: before == ":", of_work: abbreviations::names_work(before) }
    }

    /// The terminal, if `token` stands right behind it.
    fn attached(&self, token: Token) -> Option<Terminal> {
        self.terminal.filter(|_| self.end == token.span.start())
    }

    /// Whether a quotation mark opens: by its form where that is clear, or else by the space around it.
    pub(super) fn opens(&self, token: Token, mark: char) -> bool {
        if is_opening(mark) || token.text(self.text) == ",," {
            return !(mark == '«' && self.open_quote.is_some());
        }
        if is_closing(mark) && self.open_quote.is_some() {
            return false;
        }
        let (before, after) = around(self.text, token.span);
        match (before.is_none_or(is_space), after.is_none_or(is_space)) {
            (true, false) => true,
            (false, true) => false,
            _ => before.is_some_and(is_opening) || (self.open_quote.is_none() && !is_closing(mark)),
        }
    }

    fn extend_terminal(&mut self, mark: char) {
        // A mark behind what has closed ends more than that: (23 proc.).
        self.terminal =
            self.terminal.filter(|terminal| terminal.quote.is_none() && terminal.bracket.is_none());
        let terminal = self.terminal.get_or_insert_default();
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
        has_break(self.text, self.end, next.span.start())
    }
}

/// Whether a token behind a word goes on the sentence for certain: a comma, a number, a word in small letters, with
/// nothing or one space before it.
#[inline]
fn is_plain(text: &[u8], end: usize, token: Token) -> bool {
    let start = token.span.start();
    let (Some(gap), Some(first)) = (text.get(end), text.get(start)) else { return false };
    // The bytes C3, C4 and C5 begin letters of U+00C0..=U+017F, and no marks.
    start == end + usize::from(*gap == b' ')
        && (matches!(first, b'a'..=b'z' | b'0'..=b'9' | 0xc3..=0xc5)
            || (*first == b',' && token.span.len() == 1))
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
