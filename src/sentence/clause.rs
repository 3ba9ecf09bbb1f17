//! Whether the words before an ambiguous period are a whole clause.
//!
//! `W 2022 r. Rosja …` has no verb yet and goes on; `Doszło do tego w 2022 r. Rosja …` has one and is complete. There is
//! no dictionary at this stage: verbs are told by their endings.

use super::abbreviations;
use super::ahead::Ahead;
use super::context::{Context, Terminal};
use crate::text::{ends_in_one, is_dash, is_quote};
use crate::token::{Token, TokenKind};

/// Tokens that a sentence without any verb is unlikely to have.
const LONG: usize = 14;

/// Words within which the mark behind a name must come.
const NAME: usize = 3;

/// Words, dates not counted, that a clause without any verb is unlikely to have.
const FULL_CLAUSE: usize = 3;

/// Whether the sentence could be over before its abbreviation.
pub(super) fn is_complete<I: Iterator<Item = Token> + Clone>(
    context: &Context<'_>,
    terminal: &Terminal,
    ahead: &Ahead<'_, I>,
) -> bool {
    // A sentence hardly begins with digits, and hardly is one word or one name.
    if !ahead.word().starts_with(char::is_uppercase)
        || is_name_before(ahead, |next| matches!(next, "." | "!" | "?"))
    {
        return false;
    }
    if awaits_subject(context, terminal)
        && is_name_before(ahead, |next| matches!(next, "," | "-" | "–" | "—" | "i"))
    {
        return false;
    }
    match subordinate(context) {
        Some(has_verb) => has_verb,
        None => context.len() > LONG || context.recent().any(|token| is_verb(context, token)),
    }
}

/// For a clause that a conjunction or relative opened (`…, że gdy w 2022 r.`): whether it has its verb.
fn subordinate(context: &Context<'_>) -> Option<bool> {
    let mut has_verb = false;
    let mut first = "";
    let mut words = 0;
    for token in context.recent().skip(1) {
        let word = token.text(context.text);
        if word == "," {
            break;
        }
        has_verb |= is_verb(context, token);
        words += usize::from(token.kind == TokenKind::Word && !abbreviations::is_of_date(word));
        first = word;
    }
    abbreviations::is_subordinator(first).then_some(has_verb || words > FULL_CLAUSE)
}

fn is_verb(context: &Context<'_>, token: Token) -> bool {
    token.kind == TokenKind::Word && ends_in_one(token.text(context.text), VERB_ENDINGS)
}

/// `– stwierdził w maju 2016 r.`: an attribution whose speaker is still to come.
fn awaits_subject(context: &Context<'_>, terminal: &Terminal) -> bool {
    let mut tokens = context.recent().skip(terminal.len).skip_while(|token| {
        let word = token.text(context.text);
        token.kind == TokenKind::Number || abbreviations::is_of_date(word)
    });
    let is_past = tokens.next().is_some_and(|token| is_verb(context, token));
    let before = tokens.next().and_then(|token| token.text(context.text).chars().next());
    is_past && before.is_some_and(|c| is_dash(c) || is_quote(c) || c == ',')
}

/// Whether at most three capitalised words stand ahead of a mark that `closes`: `Jarosław Kaczyński.`
fn is_name_before<I: Iterator<Item = Token> + Clone>(
    ahead: &Ahead<'_, I>,
    closes: impl Fn(&str) -> bool,
) -> bool {
    let mut words = 0;
    for word in ahead.behind().take(NAME) {
        if !word.starts_with(char::is_uppercase) {
            return closes(word);
        }
        words += 1;
    }
    words < NAME
}

/// Endings of past forms and of the commonest present ones; some adjectives pass too.
const VERB_ENDINGS: &[&str] = &[
    "ł", "ła", "ło", "li", "ły", "uje", "ują", "eje", "eją", "ają", "ano", "ono", "ęto", "yto", "uto", "ito",
    "jest", "są", "się", "ma", "będzie", "będą", "może", "mogą", "ać", "ić", "yć", "eć", "oszą", "osi",
    "odzi", "ynosi", "wa",
];
