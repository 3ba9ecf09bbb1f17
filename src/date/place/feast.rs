//! Feasts, their neighbours and long weekends.

use super::{Moment, Place, year};
use crate::calendar::{Date, Weekday};
use crate::date::frame::{Field, Frame, Slot};
use crate::date::grammar::Grammar;
use crate::date::length;
use crate::date::tense::Tense;
use crate::date::value::Calendar;

pub(super) fn of_feast(grammar: &Grammar, feast: i32, slot: &Slot, moment: &Moment) -> Option<Place> {
    let days = grammar.feasts.get(usize::try_from(feast).ok()?)?;
    let in_year = |year: i16| days.first.in_year(year);
    let now = moment.known.year();
    let (first, last) = (moment.known.first_day(), moment.known.last_day());
    let year = match (year(slot, moment), slot.get(Field::Rel), moment.tense) {
        (Some(year), ..) => year,
        (None, Some(i32::MIN..=-1), _) => {
            if in_year(now)? >= first {
                now - 1
            } else {
                now
            }
        }
        (None, Some(1..), _) => {
            if in_year(now)? <= last {
                now + 1
            } else {
                now
            }
        }
        (None, None, Tense::Past) if in_year(now)? > last => now - 1,
        (None, None, Tense::Future | Tense::Alone)
            if days.last.unwrap_or(days.first).in_year(now)? < first =>
        {
            now + 1
        }
        // In the first days of January the feasts of December are those just past, and the other way round.
        (None, None, Tense::Unknown | Tense::Present) => {
            moment.year_of(in_year(now)?.month(), Some(in_year(now)?.day()))
        }
        _ => now,
    };
    if days.is_weekend {
        return long_weekend(in_year(year)?);
    }
    let first = Calendar::Day(in_year(year)?);
    if let Some(side) = slot.get(Field::Side) {
        // "dwa dni po Bożym Narodzeniu"
        let length = Frame { slots: (*slot, Slot::default()) };
        return length::offset(&length, side, first).map(|day| (day, None));
    }
    let last = days.last.and_then(|last| last.in_year(year)).map(Calendar::Day);
    Some((first, last))
}

/// A feast with the weekend beside it and the working day between them.
fn long_weekend(feast: Date) -> Option<Place> {
    let (before, behind) = match feast.weekday() {
        Weekday::Monday => (-2, 0),
        Weekday::Tuesday => (-3, 0),
        Weekday::Wednesday => (0, 0),
        Weekday::Thursday => (0, 3),
        Weekday::Friday => (0, 2),
        Weekday::Saturday => (0, 1),
        Weekday::Sunday => (-1, 0),
    };
    let (first, last) = (feast.add_days(before)?, feast.add_days(behind)?);
    Some((Calendar::Day(first), (first != last).then_some(Calendar::Day(last))))
}
