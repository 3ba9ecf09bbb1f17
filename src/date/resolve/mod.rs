//! From the fields of a match to its value, in the order of the text.

mod days;
mod lean;
mod time;

use self::days::moments;
use self::time::{is_morning, time_of};
use super::coded::{Grain, Kind};
use super::frame::{Field, Frame, Slot};
use super::grammar::Grammar;
use super::matcher::Match;
use super::place::{Moment, Place, place};
use super::range::{after, has_date, has_year, inherit, not_after};
use super::scan::Items;
use super::tense::Tense;
use super::value::{Calendar, Point, Reference, TimeOfDay, Value};
use super::{Timex, TimexType, length};
use crate::calendar::{Date, PartialDate, Weekday};

/// How far a bare time of day looks back for the day that it belongs to, in tokens.
const CONTEXT: usize = 60;

/// How many tokens lie between dates that are told side by side, at most.
const BESIDE: usize = 20;

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
    /// The date that it was counted back from.
    later: Option<Calendar>,
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
        let kind = slot.kind();
        let resolved = match kind {
            Kind::Nothing => return None,
            Kind::Past => constant(Value::Reference(Reference::Past)),
            Kind::Present => constant(Value::Reference(Reference::Present)),
            Kind::Future => constant(Value::Reference(Reference::Future)),
            Kind::Length => constant(Value::Period(length::period(&found.frame)?)),
            Kind::Recurrence => constant(Self::recurrence(&found.frame)?),
            Kind::Offset | Kind::Anaphor | Kind::Date => self.dated(found, kind)?,
        };
        let later = self.counted_back_from(found, kind);
        self.remember(kind, &resolved.value, found.end, later);
        let span = self.items.span(found.start)?.to(self.items.span(found.end - 1)?);
        let modifier = slot.coded(Field::Mod).or(slot.coded(Field::ModNoun));
        Some(Timex {
            span,
            kind: type_of(kind, slot, &resolved.value),
            value: resolved.value,
            modifier,
            bounds: resolved.bounds.map(|(first, last)| (first.into(), last.into())),
        })
    }

    fn remember(&mut self, kind: Kind, value: &Value, at: usize, later: Option<Calendar>) {
        let Point { date, time } = match value {
            Value::Point(point) | Value::Range(point, _) if kind != Kind::Recurrence => *point,
            _ => return,
        };
        if matches!(
            date,
            Calendar::Day(_)
                | Calendar::Month(Some(_), _)
                | Calendar::Quarter(Some(_), _)
                | Calendar::Half(Some(_), _)
                | Calendar::Year(Some(_))
                | Calendar::SomeDay
        ) {
            self.last = Some(Named { date, at, is_night: time == Some(TimeOfDay::Night), later });
        }
    }

    /// A date, seen from every day on which the text may have been written.
    fn dated(&self, found: &Match, kind: Kind) -> Option<Resolved> {
        let slot = found.frame.first();
        // "kilka dni temu", "godzinę temu": no days are counted.
        let is_vague = || !length::is_definite(slot) || length::is_within_day(slot);
        if kind == Kind::Offset && is_vague() {
            let is_past = slot.get(Field::Side) == Some(-1);
            let side = if is_past { Reference::Past } else { Reference::Future };
            return Some(constant(Value::Reference(side)));
        }
        if kind == Kind::Anaphor && is_vague() {
            return length::period(&found.frame).map(|period| constant(Value::Period(period)));
        }
        let mut joined: Option<Resolved> = None;
        for moment in moments(self.anchor, self.tense(found, kind)) {
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

    /// The value seen from one day of writing.
    fn value_at(&self, found: &Match, kind: Kind, moment: &Moment) -> Option<Value> {
        let today = Calendar::Day(moment.day);
        match kind {
            Kind::Offset => Self::counted(&found.frame, today),
            Kind::Anaphor => {
                // "tego samego dnia"
                let is_same = found.frame.first().get(Field::Side) == Some(0);
                let from = if is_same { today } else { Calendar::SomeDay };
                let last = || self.last.map(|last| last.date);
                Self::counted(&found.frame, self.counted_back_from(found, kind).or_else(last).unwrap_or(from))
            }
            _ => self.placed(found, moment),
        }
    }

    /// "W 2023 r. było ich 40, rok wcześniej 35, a dwa lata wcześniej 50": what is counted back stands side by side with what
    /// was counted back before it, unless "jeszcze" goes on from there.
    fn counted_back_from(&self, found: &Match, kind: Kind) -> Option<Calendar> {
        let last = self.last.filter(|_| kind == Kind::Anaphor)?;
        let is_back = found.frame.first().get(Field::Side) == Some(-1);
        let goes_on = self.items.before(found.start).is_some_and(|at| self.items.word(at) == "jeszcze");
        let beside = last.later.filter(|_| !goes_on && found.start - last.at < BESIDE);
        is_back.then(|| beside.unwrap_or(last.date))
    }

    /// A date so long before or after another.
    fn counted(frame: &Frame, from: Calendar) -> Option<Value> {
        let slot = frame.first();
        let date = length::offset(frame, slot.get(Field::Side)?, from)?;
        Some(Value::Point(Point { date, time: time_of(slot) }))
    }

    /// A date or a range by its place in the calendar.
    fn placed(&self, found: &Match, moment: &Moment) -> Option<Value> {
        let (mut first, mut second) = (*found.frame.first(), *found.frame.second());
        self.told_year(&mut first, moment.tense);
        if second.is_empty() {
            return self.single(&first, moment, found.start);
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

    /// A date that is told as one.
    fn single(&self, slot: &Slot, moment: &Moment, at: usize) -> Option<Value> {
        let time = time_of(slot);
        if let Some(date) = self.following(slot, moment.tense) {
            return Some(Value::Point(Point { date, time }));
        }
        let (date, end) = self.place_or_context(slot, moment, at)?;
        let date = self.in_list(slot, date, moment, at);
        let point = Point { date, time };
        Some(end.map_or(Value::Point(point), |end| Value::Range(point, Point::on(end))))
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

    /// What stands between the first and the last of "3, 4, 10 i 17 maja", "w maju, czerwcu i lipcu".
    fn between(grammar: &Grammar, first: &Slot, second: &Slot, moment: &Moment) -> Vec<Point> {
        let listed = [Field::Day, Field::Month, Field::Year].into_iter().find(|field| second.has(*field));
        let one = |field| {
            let mut slot = *second;
            slot.set(listed?, first.get(field)?);
            place(grammar, &slot, moment).map(|place| Point::on(place.0))
        };
        [Field::Mid, Field::MidNext].into_iter().filter_map(one).collect()
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

    /// "w poniedziałek, wtorek i środę", "w sobotę 1 czerwca i w niedzielę": days of a list follow one another. "1 czerwca, w
    /// sobotę" are one day.
    fn in_list(&self, slot: &Slot, date: Calendar, moment: &Moment, at: usize) -> Calendar {
        let others = [Field::Rel, Field::Day, Field::Month, Field::Side, Field::Unit];
        let bare = slot.has(Field::Weekday) && others.into_iter().all(|field| !slot.has(field));
        let (Calendar::Day(day), Some(Named { date: Calendar::Day(last), at: end, .. })) = (date, self.last)
        else {
            return date;
        };
        let is_past = matches!(moment.tense, Tense::Past | Tense::Begun);
        let one = last.weekday() == day.weekday();
        let fits =
            |next: &Date| one || if is_past { *next <= moment.day } else { moment.tense == Tense::Future };
        let next = last.next(day.weekday()).filter(fits);
        let beside = bare && self.is_beside(end, at, one);
        next.filter(|_| beside).map_or(date, Calendar::Day)
    }

    /// Whether a conjunction stands between a date and a weekday, with a preposition or without; a comma will do behind
    /// another weekday, and where both are `one` day.
    fn is_beside(&self, end: usize, at: usize, one: bool) -> bool {
        let word = |between: usize| self.items.word(between);
        let comma = word(end) == ",";
        let conjunction = usize::from(comma) + end;
        let joined = matches!(word(conjunction), "i" | "oraz");
        let weekday = || end.checked_sub(1).is_some_and(|at| self.items.is(at, self.grammar.guards.weekday));
        let link = if joined { conjunction + 1 } else { conjunction };
        let rest = (link..at).all(|between| matches!(word(between), "w" | "we"));
        at <= end + 3 && rest && (joined || comma && (one || weekday()))
    }

    /// What recurs: a weekday, a month, a part of the day, or the length between two times.
    fn recurrence(frame: &Frame) -> Option<Value> {
        let slot = frame.first();
        let small = |field| slot.get(field).and_then(|number| u8::try_from(number).ok());
        let date = match (small(Field::Month), small(Field::Day), slot.get(Field::Weekday)) {
            // "każdy 31 kwietnia" is no day; a leap year has them all.
            (Some(month), Some(day), _) => {
                let day = Date::new(2000, month, day)?;
                Some(Calendar::DayOfYear(day.month(), day.day()))
            }
            (Some(month), None, _) => Some(Calendar::Month(None, Some(month))),
            (None, _, Some(weekday)) => {
                Weekday::from_number(u8::try_from(weekday).ok()?).map(Calendar::Weekday)
            }
            _ => None,
        };
        if let Some(season) = slot.coded(Field::Season) {
            return Some(Value::Point(Point::on(Calendar::Season(None, season))));
        }
        let time = time_of(slot);
        match (date, time, slot.grain()) {
            (Some(date), time, _) => Some(Value::Point(Point { date, time })),
            (None, Some(_), _) => Some(Value::Point(Point { date: Calendar::SomeDay, time })),
            (None, None, Some(Grain::Weekend)) => Some(Value::Point(Point::on(Calendar::Weekend(None)))),
            (None, None, _) => length::period(frame).map(Value::Period),
        }
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

fn constant(value: Value) -> Resolved {
    Resolved { value, bounds: None }
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

fn type_of(kind: Kind, slot: &Slot, value: &Value) -> TimexType {
    match (kind, value) {
        (Kind::Recurrence, _) => TimexType::Set,
        (_, Value::Period(_)) => TimexType::Duration,
        (Kind::Offset, Value::Reference(_)) if length::is_within_day(slot) => TimexType::Time,
        (_, Value::Point(point) | Value::Range(point, _)) if point.time.is_some() => TimexType::Time,
        _ => TimexType::Date,
    }
}
