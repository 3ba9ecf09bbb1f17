//! Feasts, their neighbours and long weekends.

use super::{Moment, Place, year};
use crate::calendar::{Date, Weekday};
use crate::date::builder::FeastDays;
use crate::date::frame::{Field, Frame, Slot};
use crate::date::grammar::Grammar;
use crate::date::length;
use crate::date::tense::Tense;
use crate::date::value::Calendar;

pub(super) fn of_feast(grammar: &Grammar, feast: i32, slot: &Slot, moment: &Moment) -> Option<Place> {
    let days = grammar.feasts.get(usize::try_from(feast).ok()?)?;
    let year = match year(slot, moment) {
        Some(year) => year,
        None => likely_year(days, slot.get(Field::Rel), moment)?,
    };
    let first = days.first.in_year(year)?;
    if days.is_weekend {
        return long_weekend(first);
    }
    let first = Calendar::Day(first);
    if let Some(side) = slot.get(Field::Side) {
        // "dwa dni po Bożym Narodzeniu"
        let length = Frame { slots: (*slot, Slot::default()) };
        return length::offset(&length, side, first).map(|day| (day, None));
    }
    let last = days.last.and_then(|last| last.in_year(year)).map(Calendar::Day);
    Some((first, last))
}

/// The year of a feast that is named without one: by "zeszły" and "przyszły", else by the tense.
fn likely_year(days: &FeastDays, rel: Option<i32>, moment: &Moment) -> Option<i16> {
    let year = moment.known.year();
    let (first, last) = (moment.known.first_day(), moment.known.last_day());
    let begins = days.first.in_year(year)?;
    let ends = || days.last.unwrap_or(days.first).in_year(year);
    Some(match (rel, moment.tense) {
        (Some(i32::MIN..=-1), _) if begins >= first => year - 1,
        (Some(1..), _) if begins <= last => year + 1,
        (None, Tense::Past) if begins > last => year - 1,
        (None, Tense::Future | Tense::Alone) if ends()? < first => year + 1,
        // In the first days of January the feasts of December are those just past, and the other way round.
        (None, Tense::Unknown | Tense::Present) => moment.year_of(begins.month(), Some(begins.day())),
        _ => year,
    })
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
