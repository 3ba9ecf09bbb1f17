//! The tense of the clause that an expression stands in: it says on which side of the day of writing a weekday or a month lies.

use super::grammar::Grammar;
use super::scan::Items;
use crate::morph::{Class, Tag};
use crate::text;

/// When the clause happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Future,
    /// Present, of what has begun at the date or is about to: "od stycznia obowiązuje".
    Begun,
    /// No verb was found.
    Unknown,
    /// No verb places it, and it belongs to a noun: "w sobotnim wydaniu".
    Near,
    /// The clause is past, but the date belongs to a noun: "przed marcowym szczytem".
    PastNear,
    /// The same of what is to come: "według styczniowej ankiety ceny spadną".
    FutureNear,
    /// The expression is all there is.
    Alone,
}

/// How far a verb is looked for, in tokens.
const REACH: usize = 30;

/// The tense of the verb nearest to the tokens `start..end`: in their clause, else in their sentence.
pub(super) fn around(grammar: &Grammar, items: &Items<'_>, start: usize, end: usize) -> Tense {
    let back = Walk { items, at: start, forward: false, clause: true };
    let ahead = Walk { items, at: end - 1, forward: true, clause: true };
    // Tokens of another clause are farther than all of the same.
    let far =
        |(distance, (at, clause)): (usize, (usize, bool))| (usize::from(!clause) * REACH + distance, at);
    let nearest_verb = |walk: Walk<'_>, limit: usize| {
        let mut tokens = walk.take(REACH).enumerate().map(far).take_while(|(distance, _)| *distance < limit);
        tokens.find_map(|(distance, at)| {
            let tense = match verb(grammar, items, at)? {
                Tense::Unknown if has_infinitive(items, at) => Tense::Future,
                Tense::Unknown => return None,
                Tense::Past if is_compound(items, at) => Tense::Future,
                tense => tense,
            };
            Some((distance, tense))
        })
    };
    let before = nearest_verb(back, usize::MAX);
    let nearer = nearest_verb(ahead, before.map_or(usize::MAX, |(distance, _)| distance));
    match nearer.or(before) {
        // "mediator nie pomógł, kolejna tura w czwartek": what comes next, in a clause without a verb, is still to come.
        Some((distance, _)) if distance >= REACH && is_next(items, start) => Tense::Future,
        Some((_, Tense::Past)) if has_purpose(grammar, items, start) => Tense::Future,
        Some((_, tense)) => tense,
        None => without_verb(items, start, end),
    }
}

/// Whether the clause before an expression speaks of what comes next.
fn is_next(items: &Items<'_>, start: usize) -> bool {
    let clause = Walk { items, at: start, forward: false, clause: true };
    let mut clause = clause.take(NEXT).take_while(|(_, clause)| *clause);
    clause.any(|(at, _)| {
        matches!(items.word(at), "kolejny" | "kolejna" | "kolejne" | "następny" | "następna" | "następne")
    })
}

/// How far before an expression that may be said, in tokens.
const NEXT: usize = 5;

/// "…, aby w październiku można było": what is wanted is still to come, though its verb ends as those of the past.
/// What lasts "od maja" has begun all the same.
fn has_purpose(grammar: &Grammar, items: &Items<'_>, start: usize) -> bool {
    let is_since = items.before(start).is_some_and(|at| matches!(items.word(at), "od" | "ode"));
    let clause = Walk { items, at: start, forward: false, clause: true };
    let mut clause = clause.take(REACH).take_while(|(_, clause)| *clause);
    !is_since && clause.any(|(at, _)| items.is(at, grammar.guards.purpose))
}

/// Whether the token is a participle of what is done and not planned: "przyjęta (w piątek) rezolucja". Behind another
/// verb it is that verb which tells: "zostanie przyjęta", "ma być przyjęta".
pub(super) fn is_done(grammar: &Grammar, items: &Items<'_>, at: usize) -> bool {
    let tag = items.tag(at);
    let is_participle = tag.class() == Class::Ppas && tag.has(Tag::PERF);
    let tells = |before: usize| {
        is_verb(grammar, items, before) || matches!(items.tag(before).class(), Class::Inf | Class::Pred)
    };
    is_participle && !items.is(at, grammar.guards.planned) && !items.before(at).is_some_and(tells)
}

fn without_verb(items: &Items<'_>, start: usize, end: usize) -> Tense {
    let has_word = |at: Option<usize>| {
        at.is_some_and(|at| {
            items.word(at).chars().count() > 3 && items.word(at).chars().all(char::is_alphabetic)
        })
    };
    let before = items.before(start);
    let behind = items.behind(end - 1);
    let is_alone = !has_word(before)
        && !has_word(behind)
        && before.and_then(|at| items.before(at)).is_none()
        && behind.and_then(|at| items.behind(at)).is_none();
    if is_alone { Tense::Alone } else { Tense::Unknown }
}

/// Walks over the tokens of a sentence, away from the expression; says for each whether it is in the same clause.
struct Walk<'a> {
    items: &'a Items<'a>,
    at: usize,
    forward: bool,
    clause: bool,
}

impl Iterator for Walk<'_> {
    type Item = (usize, bool);

    fn next(&mut self) -> Option<(usize, bool)> {
        let next = if self.forward { self.items.behind(self.at) } else { self.items.before(self.at) }?;
        let mark = self.items.mark(next);
        match mark {
            "" => {}
            "!" | "?" => return None,
            "." if self.ends_sentence(next) => return None,
            "," | ";" | ":" | "(" | ")" => self.clause = false,
            _ if mark.chars().all(text::is_dash) => self.clause = false,
            _ => {}
        }
        self.at = next;
        Some((next, self.clause))
    }
}

impl Walk<'_> {
    /// Whether a full stop ends the sentence: a capital follows, and no short abbreviation such as "ds" stands before.
    fn ends_sentence(&self, stop: usize) -> bool {
        let before = self.items.before(stop).map_or("", |at| self.items.word(at));
        let is_short = matches!(before.chars().count(), 1..=3) && before.chars().all(char::is_lowercase);
        let is_abbreviation = is_short && !matches!(before, "r" | "w");
        !is_abbreviation && self.items.behind(stop).is_none_or(|at| self.items.is_capital(at))
    }
}

/// "Zapowiedzieli strajk 14 czerwca": whether the date behind an object is rather its own than that of the verb, which says
/// what is still to come. "Zapowiedzieli 14 czerwca strajk" they have on that day.
pub(super) fn is_of_plan(grammar: &Grammar, items: &Items<'_>, start: usize) -> bool {
    let mut has_object = false;
    for (at, clause) in (Walk { items, at: start, forward: false, clause: true }).take(REACH) {
        if !clause {
            return false;
        }
        if is_verb(grammar, items, at) {
            return has_object && items.number(at, grammar.guards.tense) == Some(PLANS);
        }
        has_object |= matches!(items.tag(at).class(), Class::Subst | Class::Ger | Class::Ign);
    }
    false
}

/// The number of a verb of the past whose object is still to come.
const PLANS: i32 = 3;

/// Whether the token is a verb that tells a tense.
pub(super) fn is_verb(grammar: &Grammar, items: &Items<'_>, at: usize) -> bool {
    verb(grammar, items, at).is_some()
}

/// The tense of a token; `None` when it is no verb that tells, `Unknown` for "ma", which does with an infinitive.
fn verb(grammar: &Grammar, items: &Items<'_>, at: usize) -> Option<Tense> {
    if let Some(tense) = items.number(at, grammar.guards.tense) {
        return Some(match tense {
            2 => Tense::Unknown,
            1 => Tense::Future,
            0 => Tense::Present,
            _ => Tense::Past,
        });
    }
    let tag = items.tag(at);
    if tag != Tag::IGN {
        return match tag.class() {
            // "powinno wpłynąć w marcu", but "powinno było"
            Class::Winien if is_reproach(items, at) => Some(Tense::Past),
            Class::Bedzie | Class::Winien => Some(Tense::Future),
            Class::Praet | Class::Imps => Some(Tense::Past),
            Class::Fin if tag.has(Tag::PERF) => Some(Tense::Future),
            Class::Fin => Some(Tense::Present),
            _ => None,
        };
    }
    let word = items.word(at);
    if word == "były" {
        // The plural of the verb, or "former" before a noun of men: "były premier".
        let noun = items.behind(at).map_or("", |at| items.word(at));
        return noun.ends_with(['e', 'y', 'i', 'a', 'o']).then_some(Tense::Past);
    }
    let is_past = !items.is(at, grammar.guards.not_past) && looks_past(grammar, word);
    is_past.then_some(Tense::Past)
}

/// Whether a form of the past of "być" stands beside the verb of what should have been done.
fn is_reproach(items: &Items<'_>, at: usize) -> bool {
    let beside = [items.before(at), items.behind(at)];
    beside.into_iter().flatten().any(|at| matches!(items.word(at), "był" | "była" | "było" | "byli" | "były"))
}

/// Whether "będzie" stands near a form of the past and makes it the future: "będzie działał", "działać będą mogli".
fn is_compound(items: &Items<'_>, at: usize) -> bool {
    let walk = |forward| Walk { items, at, forward, clause: true }.take(4);
    let is_future = |(at, clause): (usize, bool)| clause && items.word(at).starts_with("będ");
    walk(false).any(is_future) || walk(true).take(2).any(is_future)
}

/// Whether an infinitive stands within a few tokens behind: "ma zapaść", "mają się spotkać".
fn has_infinitive(items: &Items<'_>, at: usize) -> bool {
    let walk = Walk { items, at, forward: true, clause: true };
    walk.take(8).any(|(at, _)| {
        let (word, tag) = (items.word(at), items.tag(at));
        if tag == Tag::IGN {
            // Words in "-ość" are nouns.
            word.len() > 4 && word.ends_with('ć') && !word.ends_with("ość")
        } else {
            tag.class() == Class::Inf
        }
    })
}

/// Whether a word ends as verbs of the past do: `przyjechał`, `zwolniły`, `podpisano`.
fn looks_past(grammar: &Grammar, word: &str) -> bool {
    if !word.chars().skip(1).all(char::is_lowercase) {
        return false;
    }
    let length = word.chars().count();
    let ends = |(count, (at, _)): (usize, (usize, char))| {
        let least = grammar.past_endings.get(word.get(at..)?).copied()?;
        (count > 0 && length >= least).then_some(())
    };
    // The endings have two to five letters.
    word.char_indices().rev().take(5).enumerate().find_map(ends).is_some()
}
