//! On which side of the day of writing a date lies, by the verb of its clause and by what stands beside it.

use super::Resolver;
use crate::date::coded::Kind;
use crate::date::frame::{Field, Fields, Frame, Slot};
use crate::date::matcher::Match;
use crate::date::range::has_date;
use crate::date::tense::{self, Tense};
use crate::text::key;

impl Resolver<'_> {
    /// The tense that tells it; [`Tense::Unknown`] where nothing needs to.
    pub(super) fn tense(&self, found: &Match, kind: Kind) -> Tense {
        if !needs_tense(kind, &found.frame) {
            return Tense::Unknown;
        }
        self.lean(found, tense::around(self.grammar, self.items, found.start, found.end))
    }

    /// What stands beside the date and tells more than the verb of its clause: an adjective belongs to its noun ("sobotnie
    /// wydanie", "marcowy szczyt"), a participle says that it is done ("przyjęta w piątek"), "niż w maju" looks back.
    fn beside(&self, found: &Match, tense: Tense) -> Option<Tense> {
        let (grammar, items) = (self.grammar, self.items);
        let is_part = found.frame.first().has(Field::Part);
        if items.is(found.start, grammar.guards.weekday_adjective) && !is_part {
            let is_open = matches!(tense, Tense::Unknown | Tense::Present);
            return Some(if is_open { Tense::Near } else { tense });
        }
        if items.is(found.start, grammar.guards.month_adjective) {
            return Some(match tense {
                Tense::Past => Tense::PastNear,
                Tense::Future => Tense::FutureNear,
                tense => tense,
            });
        }
        let preposition = items.before(found.start)?;
        let before = items.before(preposition)?;
        let is_in = matches!(items.word(preposition), "w" | "we");
        let looks_back = is_in
            && (items.is(before, grammar.guards.than) && !self.is_bound(before)
                || tense::is_done(grammar, items, before))
            || items.word(before) == "porównaniu";
        looks_back.then_some(Tense::Past)
    }

    /// "nie wcześniej niż w piątek": whether the comparison sets a bound to what the verb says.
    fn is_bound(&self, than: usize) -> bool {
        let word = self.items.before(than);
        word.is_some_and(|word| matches!(self.items.word(word), "wcześniej" | "później" | "prędzej"))
    }

    /// Whether a verb of lasting stands before the preposition of an expression.
    fn lasted(&self, start: usize) -> bool {
        let verb = self.items.before(start).and_then(|preposition| self.items.before(preposition));
        verb.is_some_and(|verb| self.items.is(verb, self.grammar.guards.lasting))
    }

    /// "przesunięto na koniec maja": whether one does something before the preposition of an expression.
    fn is_behind_impersonal(&self, start: usize) -> bool {
        let verb = self.items.before(start).and_then(|preposition| self.items.before(preposition));
        let is_impersonal = |word: &str| word.len() > 4 && (word.ends_with("no") || word.ends_with("to"));
        verb.is_some_and(|verb| is_impersonal(self.items.word(verb)))
    }

    /// Whether the date is rather that of what a verb says is still to come; not in "zmiany w ustawie z 12 lipca".
    fn is_of_plan(&self, start: usize) -> bool {
        let Self { grammar, items, .. } = *self;
        let is_governed = items.before(start).is_some_and(|at| items.is(at, grammar.guards.preposition));
        !is_governed && tense::is_of_plan(grammar, items, start)
    }

    /// Prepositions that turn the tense: what is planned "na piątek" is ahead though it "przełożono", what lasts "od
    /// poniedziałku" has begun.
    fn lean(&self, found: &Match, tense: Tense) -> Tense {
        if let Some(tense) = self.beside(found, tense) {
            return tense;
        }
        let slot = found.frame.first();
        let is_oblique = || {
            let first = key(self.items.word(found.start));
            ["ym", "im", "ej"].iter().any(|ending| first.ends_with(ending)) || first.starts_with("przeło")
        };
        let before = self.items.before(found.start).map(|at| key(self.items.word(at)));
        let starts_range = !found.frame.second().is_empty();
        // "zapowiedziano na połowę maja", but "na początku maja zginął", "na koniec maja dług wynosił"
        let is_aim = || {
            let noun = self.items.word(found.start);
            noun == "połowę"
                || matches!(noun, "początek" | "koniec") && self.is_behind_impersonal(found.start)
        };
        match (before.as_deref(), tense) {
            (Some("na"), Tense::Past | Tense::Unknown) if slot.has(Field::ModNoun) && is_aim() => {
                Tense::Future
            }
            (Some("do"), Tense::Past) if slot.has(Field::ModNoun) => Tense::Unknown,
            _ if slot.has(Field::ModNoun) => tense,
            (Some("na"), Tense::Past | Tense::Unknown | Tense::Present) if !is_oblique() => Tense::Future,
            (_, Tense::Past) if slot.has(Field::Day) && self.is_of_plan(found.start) => Tense::Unknown,
            _ if starts_range => tense,
            // "akcja trwała do soboty": what lasted is over.
            (Some("do"), Tense::Past) if self.lasted(found.start) => Tense::Past,
            (Some("do"), Tense::Past) if slot.has(Field::Weekday) => Tense::Future,
            (Some("do"), Tense::Past) => Tense::Unknown,
            (Some("do"), Tense::Unknown | Tense::Present) => Tense::Future,
            (Some("od" | "ode"), Tense::Present) => Tense::Begun,
            // "odwołał piknik z okazji Dnia Matki"
            (Some("okazji"), _) if slot.has(Field::Feast) => Tense::Unknown,
            // "dane za październik": what is reckoned up is over.
            (Some("za"), _) if !slot.has(Field::Day) => Tense::Past,
            _ => tense,
        }
    }
}

/// Whether the clause has to tell on which side of the day of writing the date lies.
fn needs_tense(kind: Kind, frame: &Frame) -> bool {
    const TOLD: Fields = Fields::of(&[
        Field::Year,
        Field::YearTwo,
        Field::Dmy,
        Field::Ymd,
        Field::Shift,
        Field::Century,
        Field::Decade,
        Field::Millennium,
    ]);
    let is_open = |slot: &Slot| has_date(slot) && !slot.has_any(TOLD);
    kind == Kind::Date && (is_open(frame.first()) || is_open(frame.second()))
}
