//! Whether a sentence ends at a run of `.?!…`.

use super::Options;
use super::abbreviations::{self, Ending};
use super::context::{Context, Opened, Terminal};
use crate::text::{is_dash, is_quote, key};
use crate::token::{Token, TokenKind};

/// Tokens in a quotation or bracket up to which it is taken for a title or an aside.
const TITLE: usize = 8;

/// What stands behind the place in question.
struct Ahead<'t> {
    /// The next token.
    token: Token,
    /// It as written.
    mark: &'t str,
    /// The next token that is a word, number or the like, as written, and the one behind it.
    word: &'t str,
    behind: &'t str,
    is_spaced: bool,
}

impl<'t> Ahead<'t> {
    fn new(context: &Context<'t>, mut tokens: impl Iterator<Item = Token>) -> Option<Self> {
        let token = tokens.next()?;
        if context.breaks_before(token) {
            return None;
        }
        let is_spaced = context.back(0).is_some_and(|last| last.span.end() < token.span.start());
        let mark = token.text(context.text);
        let mut word = token;
        let mut skipped = 0;
        while word.kind == TokenKind::Punctuation && skipped < 3 {
            skipped += 1;
            word = tokens.next().unwrap_or(word);
        }
        let behind = tokens.next().map_or("", |token| token.text(context.text));
        Some(Self { token, mark, word: word.text(context.text), behind, is_spaced })
    }

    fn first(&self) -> char {
        self.mark.chars().next().unwrap_or(' ')
    }

    fn is_word(&self) -> bool {
        !matches!(self.token.kind, TokenKind::Punctuation | TokenKind::Symbol)
    }

    fn is_lower(&self) -> bool {
        self.word.starts_with(char::is_lowercase)
    }

    /// A capitalised function word: it begins a sentence, unless it is an initial (`W. Pol`).
    fn is_starter(&self) -> bool {
        self.word.starts_with(char::is_uppercase)
            && self.behind != "."
            && abbreviations::is_starter(&key(self.word))
    }
}

/// Whether the sentence of `context`, which may end, does so before `tokens`.
pub(super) fn ends(
    context: &Context<'_>,
    tokens: impl Iterator<Item = Token>,
    options: Option<&Options>,
) -> bool {
    let Some(terminal) = context.terminal() else { return false };
    let Some(ahead) = Ahead::new(context, tokens) else { return true };
    if absorbs(context, &ahead) || is_aside(context, terminal, &ahead) {
        return false;
    }
    if !ahead.is_spaced && !lacks_space(context, terminal, &ahead) {
        return false;
    }
    match ahead.first() {
        ',' | ';' | ':' | ')' | ']' | '%' | '/' => false,
        c if is_dash(c) => {
            !ahead.is_lower() && terminal.quote.is_none() && is_end(context, terminal, &ahead, options)
        }
        _ if ahead.is_lower() => false,
        _ => is_end(context, terminal, &ahead, options),
    }
}

/// Whether the next token still belongs to the end: a further mark or what closes.
fn absorbs(context: &Context<'_>, ahead: &Ahead<'_>) -> bool {
    let c = ahead.first();
    matches!(c, '.' | '?' | '!' | '…' | ')' | ']') && ahead.token.kind == TokenKind::Punctuation
        || (!ahead.is_spaced && is_quote(c) && !context.opens(ahead.token, c))
}

/// Whether the run stands in a bracket or quotation that the sentence goes on behind.
fn is_aside(context: &Context<'_>, terminal: Terminal, ahead: &Ahead<'_>) -> bool {
    let within = |opened: Opened| opened.at > 0 && context.len() - opened.at < 40;
    if context.open_bracket.is_some_and(within) {
        return true;
    }
    if terminal.bracket.is_some_and(|opened| opened.at > 0) {
        return true;
    }
    // „Co za tydzień?” in the middle of a sentence is a title; a period stands outside of one.
    terminal.quote.is_some_and(|opened| {
        opened.at > 0
            && !opened.after_colon
            && terminal.is_loud
            && context.len() - opened.at <= TITLE
            && !ahead.is_starter()
    })
}

/// `koniec.Potem`: a space was forgotten.
fn lacks_space(context: &Context<'_>, terminal: Terminal, ahead: &Ahead<'_>) -> bool {
    let Some(word) = context.back(terminal.len) else { return false };
    let word = word.text(context.text);
    ahead.is_word()
        && word.chars().count() > 3
        && word.chars().all(char::is_lowercase)
        && ahead.mark.chars().count() > 1
        && ahead.mark.chars().nth(1).is_some_and(char::is_lowercase)
}

/// Whether the run ends the sentence before something that could begin one.
fn is_end(context: &Context<'_>, terminal: Terminal, ahead: &Ahead<'_>, options: Option<&Options>) -> bool {
    if terminal.is_loud || terminal.is_ellipsis {
        return true;
    }
    let Some(last) = context.back(terminal.len) else { return false };
    if last.span.end() < context.back(terminal.len - 1).map_or(0, |period| period.span.start()) {
        return true;
    }
    let word = last.text(context.text);
    match last.kind {
        TokenKind::Number => number_ends(context, terminal, word, ahead),
        TokenKind::Word => word_ends(context, word, ahead, options),
        _ => true,
    }
}

/// `3. miejsce` at the start is a list number; `1. Dywizja` an ordinal.
fn number_ends(context: &Context<'_>, terminal: Terminal, word: &str, _ahead: &Ahead<'_>) -> bool {
    let is_short = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    !(is_short && context.len() == terminal.len + 1)
}

fn word_ends(context: &Context<'_>, word: &str, ahead: &Ahead<'_>, options: Option<&Options>) -> bool {
    let key = key(word);
    if let Some(ending) =
        options.and_then(|options| options.ending(&key)).or_else(|| abbreviations::ending(&key))
    {
        return match ending {
            Ending::Never => false,
            Ending::Rarely => ahead.is_starter(),
            Ending::Often => ahead.is_starter() || has_verb(context),
        };
    }
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    !is_initial || ahead.is_starter()
}

/// Whether the sentence so far shows a verb, as far as endings tell; a long one is taken to have one.
fn has_verb(context: &Context<'_>) -> bool {
    context.len() > 14
        || context
            .recent()
            .any(|token| token.kind == TokenKind::Word && looks_like_verb(&key(token.text(context.text))))
}

/// Endings of past forms and of the commonest present ones.
const VERB_ENDINGS: &[&str] = &[
    "ł", "ła", "ło", "li", "ły", "uje", "ują", "ało", "ano", "ono", "eje", "eją", "jest", "są", "ają", "się",
];

fn looks_like_verb(word: &str) -> bool {
    VERB_ENDINGS.iter().any(|ending| word.ends_with(ending))
}
