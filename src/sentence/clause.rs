//! Whether the words before an ambiguous period are a whole clause.
//!
//! `W 2022 r. Rosja …` has no verb yet and goes on; `Doszło do tego w 2022 r. Rosja …` has one and is complete. There is
//! no dictionary at this stage: verbs are told by their endings.

use super::abbreviations::{self, Ending, is_single};
use super::ahead::Ahead;
use super::context::{Context, Terminal};
use super::verbs;
use crate::text::{is_dash, is_quote};
use crate::token::{Token, TokenKind};

/// Tokens that a sentence without any verb is unlikely to have.
const LONG: usize = 14;

/// Words within which the mark behind a name must come.
const NAME: usize = 3;

/// Words, dates not counted, that a clause without any verb is unlikely to have.
const FULL_CLAUSE: usize = 3;

/// Words behind the first one behind a dash among which an attribution has its verb.
const NEAR: usize = 4;

/// Words ahead among which a clause has its verb.
const AHEAD: usize = 8;

/// Whether the sentence could be over with a date at its end.
pub(super) fn is_complete(context: &Context<'_>, terminal: &Terminal, ahead: &Ahead<'_>) -> bool {
    is_whole(context, terminal, ahead) && !awaits_subject(context, terminal, ahead)
}

/// Whether there is a clause before the period, and what is ahead may begin one.
pub(super) fn is_whole(context: &Context<'_>, terminal: &Terminal, ahead: &Ahead<'_>) -> bool {
    // A sentence hardly is one word or one name, and hardly begins with other digits.
    (ahead.is_upper() || ahead.is_date() || ahead.is_ordinal())
        && !is_name_before(ahead, |next| matches!(next, "." | "!" | "?"))
        && (context.len() > LONG || has_all(context, terminal))
}

/// Whether the clause at the end of `context` has a verb, or has so many words that one must be among them.
fn has_all(context: &Context<'_>, terminal: &Terminal) -> bool {
    let clause = Clause::last(context, terminal);
    // `…, bo aż o 12 proc.` needs no verb of its own.
    let is_difference = context.back(terminal.len + 2).is_some_and(|token| token.text(context.text) == "o");
    if clause.is_subordinate && !is_difference {
        return clause.has_verb || clause.words > FULL_CLAUSE;
    }
    // Behind `W`, `Po`, `Już` a row of nouns can be long, and so can a participle with what belongs to it.
    let is_fronted = verbs::is_front(clause.first) || verbs::is_participle(clause.first);
    let has_verb = clause.has_verb || context.recent().any(|token| is_verb(context, token));
    has_verb || clause.is_nominal() || (!is_fronted && clause.words >= FULL_CLAUSE)
}

/// What stands between the last conjunction or relative (`…, że gdy w 2022 r.`), or else the start, and the word before
/// the period.
struct Clause<'t> {
    first: &'t str,
    second: &'t str,
    is_subordinate: bool,
    has_verb: bool,
    /// Words that do not belong to a date.
    words: usize,
}

impl<'t> Clause<'t> {
    fn last(context: &Context<'t>, terminal: &Terminal) -> Self {
        let mut clause = Self { first: "", second: "", is_subordinate: false, has_verb: false, words: 0 };
        for token in context.recent().skip(terminal.len + 1) {
            let word = token.text(context.text);
            if word == "," {
                break;
            }
            clause.has_verb |= is_verb(context, token);
            clause.words += usize::from(token.kind == TokenKind::Word && !abbreviations::is_of_date(word));
            (clause.first, clause.second) = (word, clause.first);
        }
        clause.is_subordinate = abbreviations::is_subordinator(clause.first);
        clause
    }

    /// `To rekord od 1990 r.`, but not yet `To w 1990 r.`
    fn is_nominal(&self) -> bool {
        matches!(self.first, "To" | "to") && self.words > 1 && !verbs::is_front(self.second)
    }
}

/// Whether a token is a verb, or stands for one: `Koszt to 4 proc.` Names are none, so a capital passes at the start only.
fn is_verb(context: &Context<'_>, token: Token) -> bool {
    let word = token.text(context.text);
    token.kind == TokenKind::Word
        && (word.starts_with(char::is_lowercase) || token.span.start() == context.sentence.start)
        && (verbs::is_verb(word) || word == "to")
}

/// Whether the verb right before the date has its subject or object still to come: `– stwierdził w maju 2016 r. Jan Lis`,
/// `Wyspę odkrył w 1642 r. Abel Tasman, żeglarz`, `Otrzymał w 1980 r. Nagrodę Nobla w dziedzinie …`.
fn awaits_subject(context: &Context<'_>, terminal: &Terminal, ahead: &Ahead<'_>) -> bool {
    let mut tokens = context.recent().skip(terminal.len + 1).skip_while(|token| {
        let word = token.text(context.text);
        token.kind == TokenKind::Number || abbreviations::is_of_date(word) || verbs::is_clitic(word)
    });
    let Some(verb) = tokens.next().filter(|token| is_verb(context, *token)) else { return false };
    let before = tokens.next().and_then(|token| token.text(context.text).chars().next());
    if before.is_some_and(|c| is_dash(c) || is_quote(c) || c == ',')
        && is_name_before(ahead, |next| matches!(next, "," | "-" | "–" | "—" | "i"))
    {
        return true;
    }
    verbs::takes_object(verb.text(context.text)) && !has_verb_ahead(ahead)
}

/// Whether what is ahead has a verb of its own before its first mark.
pub(super) fn has_verb_ahead(ahead: &Ahead<'_>) -> bool {
    let is_in_clause = |word: &&str| !matches!(*word, "." | "," | "?" | "!" | ";" | "(");
    verbs::is_verb(ahead.word()) || ahead.behind().take(AHEAD).take_while(is_in_clause).any(verbs::is_verb)
}

/// Whether a verb is near behind a dash, as in an attribution: `– powiedział rzecznik`, `– cicho mówi matka`.
pub(super) fn has_verb_near(ahead: &Ahead<'_>) -> bool {
    verbs::is_verb(ahead.word()) || ahead.behind().take(NEAR).any(verbs::is_verb)
}

/// Whether at most three capitalised words stand ahead of a mark that `closes`: `Jarosław Kaczyński.`
fn is_name_before(ahead: &Ahead<'_>, closes: impl Fn(&str) -> bool) -> bool {
    // `Prof. Lis`, `Św. Jan`, `R. Lis i S-ka`: the period is none of an end.
    let has_period = |word: &str| is_single(word) || abbreviations::ending(word, None) < Ending::Often;
    let mut last = ahead.word();
    let mut words = 0;
    for word in ahead.behind().take(2 * NAME) {
        if word.starts_with(char::is_uppercase) {
            words += 1;
            last = word;
        } else if word != "." || !has_period(last) {
            return words < NAME && closes(word);
        }
    }
    false
}
