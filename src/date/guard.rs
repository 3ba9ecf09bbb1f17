//! What looks like an expression of time and is none: surnames, streets, scores, prices, titles.

use super::coded::{Coded, Grain, Kind};
use super::frame::Field;
use super::grammar::{Grammar, GuardClasses};
use super::matcher::Match;
use super::scan::Items;
use crate::morph::Class as TagClass;
use crate::text;

/// Whether a match is to be dropped.
pub(super) fn refuses(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    is_name(grammar, items, found)
        || is_given_name(grammar, items, found)
        || is_title(grammar, items, found)
        || is_measure(grammar, items, found)
        || is_change(grammar, items, found)
        || is_numbered(grammar, items, found)
        || is_quantity(grammar, items, found)
        || is_history(grammar, items, found)
        || is_age(grammar, items, found)
        || is_lone_plural(grammar, items, found)
        || is_monk(items, found)
        || is_acronym(items, found)
}

/// "Santander BM": the month that is going on is written in small letters.
fn is_acronym(items: &Items<'_>, found: &Match) -> bool {
    found.end == found.start + 1 && matches!(items.word(found.start), "BM" | "UBM")
}

/// "br. Albert", "Br. Jan Nowak": the title of a monk, where "w" or "na" does not show that a year is meant: "w br. Polska".
fn is_monk(items: &Items<'_>, found: &Match) -> bool {
    let title = matches!(items.word(found.start), "br" | "Br");
    let named = || items.behind(found.end - 1).is_some_and(|at| is_title_case(items, at));
    let timed =
        || items.before(found.start).is_some_and(|at| matches!(items.word(at), "w" | "W" | "na" | "Na"));
    title && named() && (items.is_capital(found.start) || !timed())
}

/// "przełożono z soboty na niedzielę", "z poniedziałku na czwartek": from one day to the other, and no night.
pub(super) fn is_shift(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let (from, to) = &found.frame.slots;
    if from.get(Field::Night) != Some(2) {
        return false;
    }
    let follows = |field: Field, last: i32| match (from.get(field), to.get(field)) {
        (Some(from), Some(to)) => to == from + 1 || (to == 1 && from >= last),
        _ => true,
    };
    let is_night = follows(Field::Weekday, 7) && follows(Field::Day, 28);
    !is_night || before(items, found).take(8).any(|at| items.is(at, grammar.guards.moved))
}

/// Plural weekdays recur behind "w", or behind others that do: "w środy i soboty". "Piątki" alone are grades too.
fn is_lone_plural(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let plural = grammar.guards.weekdays;
    if found.frame.first().kind() != Kind::Recurrence || !items.is(found.start, plural) {
        return false;
    }
    let mut before = before(items, found);
    let is_joined = before.next().is_some_and(|at| matches!(items.word(at), "," | "i" | "oraz" | "lub"));
    is_joined && !before.next().is_some_and(|at| items.is(at, plural))
}

/// The tokens before a match in its paragraph, the nearest first.
fn before<'a>(items: &'a Items<'a>, found: &Match) -> impl Iterator<Item = usize> + 'a {
    items.all_before(found.start)
}

/// "52-letni Jan Nowak", "trzydziestoletni kierowca", "kobieta, lat 40": an age.
fn is_age(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let is_decade = found.frame.first().has(Field::Decade) && items.word(found.start) == "lat";
    if is_decade && items.before(found.start).is_some_and(|at| matches!(items.word(at), "," | "(")) {
        return true;
    }
    let unit = found.frame.first().get(Field::LengthAdj).and_then(|packed| Grain::from_number(packed % 100));
    unit == Some(Grain::Year) && describes_person(grammar, items, found.end - 1)
}

/// Whether a name or a noun of a person follows, perhaps behind an adjective: "52-letni znany skrzypek".
fn describes_person(grammar: &Grammar, items: &Items<'_>, last: usize) -> bool {
    let is_person =
        |at: usize| items.is_capital(at) || items.is(at, grammar.guards.person) || items.is_personal_noun(at);
    let Some(next) = items.behind(last) else { return true };
    let is_adjective = items.tag(next).class() == TagClass::Adj;
    is_person(next) || (is_adjective && items.behind(next).is_some_and(is_person))
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
    // "Maj Stanisław", "Środa Wielkopolska", "Zagrali: Maj, Nowak"
    let is_title_case = |at: Option<usize>| at.is_some_and(|at| is_title_case(items, at));
    let next = items.behind(found.start);
    let is_listed = next.is_some_and(|at| items.word(at) == ",")
        && items.before(found.start).is_some_and(|at| matches!(items.word(at), ":" | "("));
    if is_title_case(next) || (is_listed && is_title_case(next.and_then(|at| items.behind(at)))) {
        return true;
    }
    if items.opens_sentence(found.start) {
        return items.surnames().contains(key(guards, items, found.start));
    }
    let is_upper = items.word(found.start).chars().all(char::is_uppercase);
    let after_preposition = items.before(found.start).is_some_and(|at| items.is(at, guards.preposition));
    !after_preposition && !is_upper
}

/// "Sylwester Nowak": the day that is called after a saint is a man with a capital before another one.
fn is_given_name(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let first = found.start;
    let timed = items.before(first).is_some_and(|at| items.is(at, grammar.guards.preposition));
    found.end == first + 1
        && is_title_case(items, first)
        && items.is_personal_noun(first)
        && items.behind(first).is_some_and(|next| is_title_case(items, next))
        && !timed
}

fn is_title_case(items: &Items<'_>, at: usize) -> bool {
    items.is_capital(at) && items.word(at).chars().skip(1).any(char::is_lowercase)
}

/// Months and weekdays that a text has as surnames: "Hanna Wrzesień … Wrzesień odpiera zarzuty."
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Surnames(u32);

impl Surnames {
    /// Those that stand with a capital behind another word with one, inside a sentence.
    pub(super) fn of(grammar: &Grammar, items: &Items<'_>) -> Self {
        let guards = &grammar.guards;
        let is_first_name = |at| is_title_case(items, at) && !items.is(at, guards.preposition);
        let is_one = |at: &usize| {
            (items.is(*at, guards.month) || items.is(*at, guards.weekday))
                && items.is_capital(*at)
                && items.before(*at).is_some_and(is_first_name)
        };
        Self((0..items.len()).filter(is_one).fold(0, |all, at| all | key(guards, items, at)))
    }

    fn contains(self, key: u32) -> bool {
        self.0 & key != 0
    }
}

/// A bit for the month or weekday of a token.
fn key(guards: &GuardClasses, items: &Items<'_>, at: usize) -> u32 {
    let bit = |class, base: i32| items.number(at, class).and_then(|n| u32::try_from(n + base).ok());
    bit(guards.month, 0).or_else(|| bit(guards.weekday, 16)).map_or(0, |n| 1u32.checked_shl(n).unwrap_or(0))
}

/// "ul. 3 Maja", "ulicy 11 Listopada 22", "rondo 1 Maja".
pub(super) fn is_address(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let slot = found.frame.first();
    if slot.kind() != Kind::Date || (slot.has(Field::Year) && !slot.has(Field::Month)) {
        return false;
    }
    let named = |at: Option<usize>| at.is_some_and(|at| items.is(at, grammar.guards.street));
    let before = items.before(found.start);
    let second = before.and_then(|at| items.before(at));
    let is_stop = before.is_some_and(|at| items.word(at) == ".");
    let guards = &grammar.guards;
    let names_streets = |at| {
        [guards.month, guards.month_adjective, guards.weekday_adjective]
            .iter()
            .any(|class| items.is(at, *class))
    };
    let capital_month = (found.start..found.end).any(|at| items.is_capital(at) && names_streets(at));
    let has_day = slot.has(Field::Day);
    (has_day || capital_month)
        && (named(before) || (is_stop && named(second)) || (capital_month && named(second)))
}

/// „Rok 1984”: an expression that fills a pair of quotation marks is a title, and so is what stands in marks behind the
/// name of a kind of work: film „Dwa dni w Paryżu”.
fn is_title(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    const LONGEST: usize = 8;
    let Some(opening) = before(items, found).take(LONGEST).find(|at| items.is_quote(*at)) else {
        return false;
    };
    let fills =
        opening + 1 == found.start && items.behind(found.end - 1).is_some_and(|at| items.is_quote(at));
    let is_work = items.before(opening).is_some_and(|at| items.is(at, grammar.guards.work));
    fills || is_work
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
    // "wygrali 3:2 (25:17, 19:25)"
    let is_bare = slot.has(Field::Clock) && found.end == found.start + 1;
    let is_score = |at: usize| {
        let is_ratio = items.word(at).len() > 2 && items.word(at).contains(':');
        items.is(at, guards.score) || (is_ratio && !items.is(at, grammar.numbers.clock))
    };
    let ends_sentence = |at: &usize| {
        matches!(items.mark(*at), "." | "!" | "?" | "…")
            && items.behind(*at).is_some_and(|next| items.is_capital(next))
    };
    is_bare && before(items, found).take(12).take_while(|at| !ends_sentence(at)).any(is_score)
}

/// "wzrosła o 17": by how much, not when.
fn is_change(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let slot = found.frame.first();
    let is_bare = found.end == found.start + 1
        && (slot.has(Field::Hour) || slot.has(Field::Clock))
        && !items.word(found.start).contains(':')
        && items.word(found.start).starts_with(|c: char| c.is_ascii_digit());
    is_bare && before(items, found).take(8).any(|at| items.is(at, grammar.guards.rise))
}

/// "2:1 Maj (90.)", "37/2023 (1524)": a number that stands behind another one.
fn is_numbered(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let is_number = |at: &usize| items.word(*at).starts_with(|c: char| c.is_ascii_digit());
    let mut before = before(items, found);
    let mark = before.next().map_or("", |at| items.word(at));
    let behind_number = before.next().as_ref().is_some_and(is_number) && is_number(&found.start);
    let is_year = found.end == found.start + 1 && items.is(found.start, grammar.numbers.year);
    behind_number && (matches!(mark, ":" | "/") || (mark == "(" && is_year))
}

/// "od 1500 do 2000 złotych": the first number is no year when the second is none.
fn is_quantity(grammar: &Grammar, items: &Items<'_>, found: &Match) -> bool {
    let is_bare = found.end == found.start + 1 && items.is(found.start, grammar.numbers.year);
    let joins = |at: &usize| {
        matches!(items.word(*at), "do" | "a" | "lub") || items.word(*at).chars().all(text::is_dash)
    };
    let second = items.behind(found.start).filter(joins).and_then(|at| items.behind(at));
    is_bare && second.is_some_and(|at| items.is(at, grammar.numbers.int))
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
