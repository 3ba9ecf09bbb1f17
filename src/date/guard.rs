//! What looks like an expression of time and is none: surnames, streets, scores, prices, titles.

use super::frame::{Field, Kind};
use super::grammar::Grammar;
use super::matcher::Match;
use super::scan::Items;
use crate::text;

/// Whether a match is to be dropped.
pub(super) fn refuses(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    is_name(grammar, items, found)
        || is_address(grammar, items, found)
        || is_title(items, found)
        || is_measure(grammar, items, found)
        || is_history(grammar, items, found)
        || is_age(grammar, items, found)
}

/// "52-letni Jan Nowak", "trzydziestoletni kierowca": an age.
fn is_age(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let is_years = found.frame.first().get(Field::LengthAdj).is_some_and(|packed| packed % 100 == 9);
    is_years
        && items
            .behind(found.end - 1)
            .is_none_or(|at| items.is_capital(at) || items.is(at, grammar.guards.person))
}

/// A month or weekday with a capital inside a sentence is a surname: "Stanisław Maj", "dla trenera Marca". After a
/// preposition of time a writer may only have erred: "w Piątek".
fn is_name(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let guards = &grammar.guards;
    if found.end != found.start + 1 || !items.is_capital(found.start) {
        return false;
    }
    if !items.is(found.start, guards.month) && !items.is(found.start, guards.weekday) {
        return false;
    }
    if items.word(found.start) == "Maja" {
        return true;
    }
    if items.opens_sentence(found.start) {
        // "Maj Stanisław", "Sobota i Nowak", or a text in which the word was a surname before.
        let next_is_name = items
            .behind(found.start)
            .is_some_and(|at| items.is_capital(at) && items.word(at).chars().skip(1).any(char::is_lowercase));
        return next_is_name;
    }
    let is_upper = items.word(found.start).chars().all(char::is_uppercase);
    let after_preposition = items.before(found.start).is_some_and(|at| items.is(at, guards.preposition));
    !after_preposition && !is_upper
}

/// "ul. 3 Maja", "ulicy 11 Listopada 22", "rondo 1 Maja".
fn is_address(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let slot = found.frame.first();
    if Kind::of(slot) != Kind::Date || (slot.has(Field::Year) && !slot.has(Field::Month)) {
        return false;
    }
    let named = |at: Option<usize>| at.is_some_and(|at| items.is(at, grammar.guards.street));
    let before = items.before(found.start);
    let second = before.and_then(|at| items.before(at));
    let is_stop = before.is_some_and(|at| items.word(at) == ".");
    let capital_month =
        (found.start..found.end).any(|at| items.is(at, grammar.guards.month) && items.is_capital(at));
    let has_day = slot.has(Field::Day);
    (has_day || capital_month)
        && (named(before) || (is_stop && named(second)) || (capital_month && named(second)))
}

/// „Rok 1984”: an expression that fills a pair of quotation marks is a title.
fn is_title(items: &Items<'_>, found: &Match) -> bool {
    let is_mark = |at: Option<usize>| {
        at.is_some_and(|at| items.word(at).chars().all(text::is_quote) && !items.word(at).is_empty())
    };
    is_mark(items.before(found.start)) && is_mark(items.behind(found.end - 1))
}

/// A number that is counted or measured: "o 12.50 zł", "3:20 dla Legii" beside a word of scores.
fn is_measure(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let guards = &grammar.guards;
    let slot = found.frame.first();
    let is_clock =
        slot.has(Field::Clock) || (slot.has(Field::Hour) && items.is(found.end - 1, grammar.numbers.int));
    if is_clock && items.behind(found.end - 1).is_some_and(|at| items.is(at, guards.measure)) {
        return true;
    }
    let is_bare = slot.has(Field::Clock) && found.end == found.start + 1;
    is_bare && {
        let mut at = found.start;
        (0..5).any(|_| match items.before(at) {
            Some(before) => {
                at = before;
                items.is(before, guards.score)
            }
            None => false,
        })
    }
}

/// "powstanie styczniowe", "rewolucja październikowa": adjectives that name the event.
fn is_history(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let history = grammar.guards.history;
    found.frame.first().has(Field::Month)
        && found.end == found.start + 1
        && !items.is(found.start, grammar.guards.month)
        && [items.before(found.start), items.behind(found.start)]
            .into_iter()
            .flatten()
            .any(|at| items.is(at, history))
}
