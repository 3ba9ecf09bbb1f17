//! The days on which a text may have been written, and what the values seen from them have in common.

use super::Resolved;
use crate::calendar::{Date, PartialDate};
use crate::date::place::Moment;
use crate::date::tense::Tense;
use crate::date::value::{Calendar, Point, Value};

/// The days on which the text may have been written. Without an anchor a few trial days that differ in everything show
/// what depends on the day.
pub(super) fn moments(anchor: Option<PartialDate>, tense: Tense) -> impl Iterator<Item = Moment> {
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

impl Resolved {
    /// What two possible days of writing have in common.
    pub(super) fn join(self, value: Value, bounds: Option<(Date, Date)>, by_weekday: bool) -> Self {
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

/// What two points have in common.
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
