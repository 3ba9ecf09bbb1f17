//! From the fields of a match to its value, in the order of the text.

use super::frame::{Field, Fields, Frame, Kind, Slot};
use super::grammar::Grammar;
use super::length;
use super::matcher::Match;
use super::place::{Moment, Place, place};
use super::range::{after, has_date, has_year, inherit, not_after};
use super::scan::Items;
use super::tense::{self, Tense};
use super::value::{Calendar, Modifier, Point, Reference, TimeOfDay, Value};
use super::{Timex, TimexType};
use crate::calendar::{Date, PartialDate};
use crate::text::key;

/// How far a bare time of day looks back for the day that it belongs to, in tokens.
const CONTEXT: usize = 60;

/// Resolves the matches of one text, one after the other; remembers the date named last.
pub(super) struct Resolver<'a> {
    grammar: &'a Grammar,
    items: &'a Items<'a>,
    anchor: Option<PartialDate>,
    last: Option<Named>,
}

/// The date named last.
#[derive(Clone, Copy)]
struct Named {
    date: Calendar,
    /// The token behind it.
    at: usize,
    /// Whether it was the night that begins on that day.
    is_night: bool,
}

/// A value with the days that it may cover.
struct Resolved {
    value: Value,
    bounds: Option<(Date, Date)>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(grammar: &'a Grammar, items: &'a Items<'a>, anchor: Option<PartialDate>) -> Self {
        Self { grammar, items, anchor, last: None }
    }

    /// The expression; `None` when the date that it names does not exist, as 29 February 2023.
    pub(super) fn resolve(&mut self, found: &Match) -> Option<Timex> {
        let slot = found.frame.first();
        let kind = Kind::of(slot);
        let resolved = match kind {
            Kind::Nothing => return None,
            Kind::Past => constant(Value::Reference(Reference::Past)),
            Kind::Present => constant(Value::Reference(Reference::Present)),
            Kind::Future => constant(Value::Reference(Reference::Future)),
            Kind::Length => constant(Value::Period(length::period(&found.frame)?)),
            Kind::Recurrence => constant(Self::recurrence(&found.frame)?),
            Kind::Offset | Kind::Anaphor | Kind::Date => self.dated(found, kind)?,
        };
        self.remember(kind, &resolved.value, found.end);
        let span = self.items.span(found.start)?.to(self.items.span(found.end - 1)?);
        let modifier = slot.get(Field::Mod).or(slot.get(Field::ModNoun)).and_then(Modifier::from_number);
        Some(Timex {
            span,
            kind: type_of(kind, slot, &resolved.value),
            value: resolved.value,
            modifier,
            bounds: resolved.bounds.map(|(first, last)| (first.into(), last.into())),
        })
    }

    fn remember(&mut self, kind: Kind, value: &Value, at: usize) {
        let Point { date, time } = match value {
            Value::Point(point) | Value::Range(point, _) if kind != Kind::Recurrence => *point,
            _ => return,
        };
        if matches!(
            date,
            Calendar::Day(_) | Calendar::Month(Some(_), _) | Calendar::Year(Some(_)) | Calendar::SomeDay
        ) {
            self.last = Some(Named { date, at, is_night: time == Some(TimeOfDay::Night) });
        }
    }

    /// A date, seen from every day on which the text may have been written.
    fn dated(&self, found: &Match, kind: Kind) -> Option<Resolved> {
        let slot = found.frame.first();
        if kind == Kind::Offset && (!length::is_definite(slot) || length::is_within_day(slot)) {
            let is_past = slot.get(Field::Side) == Some(-1);
            return Some(constant(Value::Reference(if is_past {
                Reference::Past
            } else {
                Reference::Future
            })));
        }
        if kind == Kind::Anaphor && (!length::is_definite(slot) || length::is_within_day(slot)) {
            return length::period(&found.frame).map(|period| constant(Value::Period(period)));
        }
        let tense = if needs_tense(kind, &found.frame) {
            self.lean(found, tense::around(self.grammar, self.items, found.start, found.end))
        } else {
            Tense::Unknown
        };
        let mut joined: Option<Resolved> = None;
        for moment in moments(self.anchor, tense) {
            let value = self.value_at(found, kind, &moment)?;
            let bounds = value.days();
            joined = Some(match joined {
                None => Resolved { value, bounds },
                Some(before) => before.join(value, bounds, slot.has(Field::Weekday)),
            });
        }
        let mut resolved = joined?;
        // Without an anchor the bounds of the trial days say nothing, unless they all agree.
        if self.anchor.is_none() && resolved.value.days().is_none() {
            resolved.bounds = None;
        }
        Some(resolved)
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
            && (items.is(before, grammar.guards.than) || tense::is_done(grammar, items, before))
            || items.word(before) == "porównaniu";
        looks_back.then_some(Tense::Past)
    }

    /// Whether a verb of lasting stands before the preposition of an expression.
    fn lasted(&self, start: usize) -> bool {
        let verb = self.items.before(start).and_then(|preposition| self.items.before(preposition));
        verb.is_some_and(|verb| self.items.is(verb, self.grammar.guards.lasting))
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
        match (before.as_deref(), tense) {
            (Some("do"), Tense::Past) if slot.has(Field::ModNoun) => Tense::Unknown,
            _ if slot.has(Field::ModNoun) => tense,
            (Some("na"), Tense::Past | Tense::Unknown | Tense::Present) if !is_oblique() => Tense::Future,
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

    fn value_at(&self, found: &Match, kind: Kind, moment: &Moment) -> Option<Value> {
        let mut first = *found.frame.first();
        let time = time_of(&first);
        if kind == Kind::Offset {
            let date = length::offset(&found.frame, first.get(Field::Side)?, Calendar::Day(moment.day))?;
            return Some(Value::Point(Point { date, time }));
        }
        if kind == Kind::Anaphor {
            let today =
                if first.get(Field::Side) == Some(0) { Calendar::Day(moment.day) } else { Calendar::SomeDay };
            let from = self.last.map_or(today, |last| last.date);
            let date = length::offset(&found.frame, first.get(Field::Side)?, from)?;
            return Some(Value::Point(Point { date, time }));
        }
        let mut second = *found.frame.second();
        self.told_year(&mut first, moment.tense);
        if let Some(date) = self.following(&first, moment.tense).filter(|_| second.is_empty()) {
            return Some(Value::Point(Point { date, time }));
        }
        if second.is_empty() {
            let (date, end) = self.place_or_context(&first, moment, found.start)?;
            let point = Point { date, time };
            return Some(match end {
                Some(end) => Value::Range(point, Point::on(end)),
                None => Value::Point(point),
            });
        }
        inherit(&mut first, &second);
        // "1992–97"
        if let (Some(from @ 1000..), Some(to @ ..100)) = (first.get(Field::Year), second.get(Field::Year)) {
            second.set(Field::Year, from / 100 * 100 + to);
        }
        if first.has(Field::Night) {
            return self.night(&first, &second, moment);
        }
        self.range(&first, &second, moment, found.start)
    }

    /// "w nocy z soboty na niedzielę", which is Saturday's, but "o 3" of it is Sunday's.
    fn night(&self, first: &Slot, second: &Slot, moment: &Moment) -> Option<Value> {
        let date = self.first_of_night(first, second, moment)?;
        let mut clock = *first;
        clock.inherit(second, &[Field::Clock, Field::Hour, Field::Minute]);
        let time = time_of(&clock).filter(|_| clock.has(Field::Clock) || clock.has(Field::Hour));
        let date = match date {
            Calendar::Day(day) if is_morning(time) => Calendar::Day(day.add_days(1)?),
            date => date,
        };
        Some(Value::Point(Point { date, time: time.or(Some(TimeOfDay::Night)) }))
    }

    /// "w nocy z czwartku na piątek": a night that is over ended on that Friday.
    fn first_of_night(&self, first: &Slot, second: &Slot, moment: &Moment) -> Option<Calendar> {
        let date = place(self.grammar, first, moment)?.0;
        let end = place(self.grammar, second, moment).map(|end| end.0);
        match (date, end) {
            (Calendar::Day(date), Some(Calendar::Day(end))) if !has_year(first) && date > end => {
                end.add_days(-1)?.latest(date.weekday()).map(Calendar::Day)
            }
            _ => Some(date),
        }
    }

    /// "w kolejnym roku", "następnego tygodnia" in a story of the past: counted from the date named last.
    fn following(&self, slot: &Slot, tense: Tense) -> Option<Calendar> {
        if slot.get(Field::Rel) != Some(3) || !slot.has(Field::Unit) || tense != Tense::Past {
            return None;
        }
        let mut one = Frame { slots: (*slot, Slot::default()) };
        one.slots.0.set(Field::Count, 1);
        length::offset(&one, 1, self.last?.date)
    }

    /// "w maju następnego roku", "tego samego roku": the year counted from the date named last.
    fn told_year(&self, slot: &mut Slot, tense: Tense) {
        let steps = match slot.get(Field::YearRel) {
            Some(3) if tense == Tense::Past => 1,
            Some(4) => 0,
            _ => return,
        };
        let days = self.last.and_then(|last| last.date.days());
        if let Some((first, _)) = days {
            slot.set(Field::Year, i32::from(first.year()) + steps);
        }
    }

    fn range(&self, first: &Slot, second: &Slot, moment: &Moment, at: usize) -> Option<Value> {
        let from = self.place_or_context(first, moment, at)?.0;
        let to = if has_date(second) {
            let (date, end) = place(self.grammar, second, moment)?;
            after(from, end.unwrap_or(date), second)
        } else {
            from
        };
        let to = if first.get(Field::Through) == Some(1) {
            to.days().map_or(to, |days| Calendar::Day(days.1))
        } else {
            to
        };
        let from = if has_year(first) { from } else { not_after(from, to) };
        let from = Point { date: from, time: time_of(first) };
        let to = Point { date: to, time: time_of(second) };
        if first.get(Field::Through) == Some(2) {
            return Some(enumeration(from, Self::between(self.grammar, first, second, moment), to));
        }
        Some(Value::Range(from, to))
    }

    /// The days between the first and the last of "3, 4, 10 i 17 maja".
    fn between(grammar: &Grammar, first: &Slot, second: &Slot, moment: &Moment) -> Vec<Point> {
        let day = |field| {
            let mut slot = *second;
            slot.set(Field::Day, first.get(field)?);
            place(grammar, &slot, moment).map(|place| Point::on(place.0))
        };
        [Field::Mid, Field::MidNext].into_iter().filter_map(day).collect()
    }

    /// The place of a date; a bare time belongs to the day named shortly before, else to the day of writing.
    fn place_or_context(&self, slot: &Slot, moment: &Moment, at: usize) -> Option<Place> {
        if has_date(slot) {
            return place(self.grammar, slot, moment).map(|found| school_year(slot, found));
        }
        let day = self.last.filter(|last| at - last.at < CONTEXT).and_then(|last| match last.date {
            // "w nocy z soboty na niedzielę, o 2.30"
            Calendar::Day(day) if last.is_night && is_morning(time_of(slot)) => day.add_days(1),
            Calendar::Day(day) => Some(day),
            _ => None,
        });
        Some((Calendar::Day(day.unwrap_or(moment.day)), None))
    }

    /// What recurs: a weekday, a month, a part of the day, or the length between two times.
    fn recurrence(frame: &Frame) -> Option<Value> {
        let slot = frame.first();
        let small = |field| slot.get(field).and_then(|number| u8::try_from(number).ok());
        let date = match (small(Field::Month), small(Field::Day), slot.get(Field::Weekday)) {
            (Some(month), Some(day), _) => Some(Calendar::DayOfYear(month, day)),
            (Some(month), None, _) => Some(Calendar::Month(None, Some(month))),
            (None, _, Some(weekday)) => {
                crate::calendar::Weekday::from_number(u8::try_from(weekday).ok()?).map(Calendar::Weekday)
            }
            _ => None,
        };
        if let Some(season) = slot.get(Field::Season).and_then(super::value::Season::from_number) {
            return Some(Value::Point(Point::on(Calendar::Season(None, season))));
        }
        let time = time_of(slot);
        match (date, time, slot.get(Field::Unit)) {
            (Some(date), time, _) => Some(Value::Point(Point { date, time })),
            (None, Some(_), _) => Some(Value::Point(Point { date: Calendar::SomeDay, time })),
            (None, None, Some(12)) => Some(Value::Point(Point::on(Calendar::Weekend(None)))),
            (None, None, _) => length::period(frame).map(Value::Period),
        }
    }
}

impl Resolved {
    /// What two possible days of writing have in common.
    fn join(self, value: Value, bounds: Option<(Date, Date)>, by_weekday: bool) -> Self {
        let bounds = self.bounds.zip(bounds).map(|(a, b)| (a.0.min(b.0), a.1.max(b.1)));
        let value = match (self.value, value) {
            (a, b) if a == b => a,
            (Value::Point(a), Value::Point(b)) => Value::Point(join_points(a, b, by_weekday)),
            (Value::Range(a, c), Value::Range(b, d)) => {
                Value::Range(join_points(a, b, by_weekday), join_points(c, d, by_weekday))
            }
            (Value::List(a), Value::List(b)) => {
                Value::List(a.into_iter().zip(b).map(|(a, b)| join_points(a, b, by_weekday)).collect())
            }
            (a, _) => a,
        };
        Self { value, bounds }
    }
}

/// What is joined by "i" or "lub": a range when one follows upon the other, else a list.
fn enumeration(from: Point, between: Vec<Point>, to: Point) -> Value {
    let points: Vec<Point> = std::iter::once(from).chain(between).chain([to]).collect();
    let days: Option<Vec<_>> = points.iter().map(|point| point.date.days()).collect();
    let follows = |pair: &[(Date, Date)]| matches!(pair, [a, b] if b.0.ordinal() - a.1.ordinal() == 1);
    let is_range = days.is_none_or(|days| days.windows(2).all(follows));
    if is_range { Value::Range(from, to) } else { Value::List(points) }
}

fn join_points(a: Point, b: Point, by_weekday: bool) -> Point {
    let date = match (a.date, b.date) {
        (a, b) if a == b => a,
        (Calendar::Day(a), Calendar::Day(b)) if by_weekday && a.weekday() == b.weekday() => {
            Calendar::Weekday(a.weekday())
        }
        (Calendar::Day(a), Calendar::Day(b)) if (a.month(), a.day()) == (b.month(), b.day()) => {
            Calendar::DayOfYear(a.month(), a.day())
        }
        (Calendar::DayOfYear(month, day), Calendar::Day(b)) if (month, day) == (b.month(), b.day()) => a.date,
        (Calendar::Weekday(weekday), Calendar::Day(b)) if b.weekday() == weekday => a.date,
        (Calendar::Month(_, month), Calendar::Month(_, other)) if month == other => {
            Calendar::Month(None, month)
        }
        (_, b) => b.unanchored(),
    };
    Point { date, time: a.time }
}

fn constant(value: Value) -> Resolved {
    Resolved { value, bounds: None }
}

/// The days on which the text may have been written. Without an anchor a few trial days that differ in everything show
/// what depends on the day.
fn moments(anchor: Option<PartialDate>, tense: Tense) -> impl Iterator<Item = Moment> {
    const TRIALS: [(i16, u8, u8); 3] = [(2001, 2, 5), (2014, 11, 29), (2022, 6, 15)];
    let known = anchor.into_iter().flat_map(move |known| {
        let (first, last) = (known.first_day().ordinal(), known.last_day().ordinal());
        (first..=last).filter_map(Date::from_ordinal).map(move |day| Moment { day, known, tense })
    });
    let trials = TRIALS.into_iter().filter(move |_| anchor.is_none());
    let trials = trials.filter_map(move |(year, month, day)| {
        let day = Date::new(year, month, day)?;
        Some(Moment { day, known: day.into(), tense })
    });
    known.chain(trials)
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

/// A school year runs from September to August.
fn school_year(slot: &Slot, found: Place) -> Place {
    match found {
        (Calendar::Year(Some(first)), Some(Calendar::Year(Some(last)))) if slot.has(Field::Through) => {
            let days = Date::new(first, 9, 1).zip(Date::new(last, 8, 31));
            days.map_or(found, |(first, last)| (Calendar::Day(first), Some(Calendar::Day(last))))
        }
        _ => found,
    }
}

/// The time of day that the fields tell.
fn time_of(slot: &Slot) -> Option<TimeOfDay> {
    let part = slot.get(Field::Part);
    let hour_and_minute = match (slot.get(Field::Clock), slot.get(Field::Hour)) {
        (Some(clock), _) => Some((clock / 60, Some(clock % 60))),
        // "wpół do ósmej", "za pięć ósma"
        (None, Some(hour)) if slot.get(Field::Side) == Some(-1) => {
            Some((hour, slot.get(Field::Minute).map(|minute| -minute)))
        }
        (None, Some(hour)) => Some((hour, slot.get(Field::Minute))),
        (None, None) => None,
    };
    let Some((hour, minute)) = hour_and_minute else {
        return Some(match part? {
            0 => TimeOfDay::Morning,
            1 => TimeOfDay::Midday,
            2 => TimeOfDay::Afternoon,
            3 => TimeOfDay::Evening,
            4 => TimeOfDay::Night,
            _ => TimeOfDay::Daytime,
        });
    };
    // "8 wieczorem" is 20, "2 w nocy" is 2, "10 w nocy" is 22.
    let is_later = match part {
        Some(2 | 3) => hour < 12,
        Some(4) => (6..12).contains(&hour),
        _ => false,
    };
    let hour = if is_later { hour + 12 } else { hour };
    let total = hour * 60 + minute.unwrap_or(0);
    let total = total.rem_euclid(24 * 60 + 1);
    let [hour, minutes] = [total / 60, total % 60].map(|n| u8::try_from(n).unwrap_or_default());
    Some(if minute.is_some() { TimeOfDay::Minute(hour, minutes) } else { TimeOfDay::Hour(hour) })
}

/// Whether it is a clock time before noon.
fn is_morning(time: Option<TimeOfDay>) -> bool {
    matches!(time, Some(TimeOfDay::Hour(hour) | TimeOfDay::Minute(hour, _)) if hour < 12)
}

fn type_of(kind: Kind, slot: &Slot, value: &Value) -> TimexType {
    match (kind, value) {
        (Kind::Recurrence, _) => TimexType::Set,
        (_, Value::Period(_)) => TimexType::Duration,
        (Kind::Offset, Value::Reference(_)) if length::is_within_day(slot) => TimexType::Time,
        (_, Value::Point(point) | Value::Range(point, _)) if point.time.is_some() => TimexType::Time,
        _ => TimexType::Date,
    }
}
