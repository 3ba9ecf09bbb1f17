//! Months, and what is counted in them.

use super::{Moment, small, year};
use crate::calendar::{Date, Weekday, days_in_month};
use crate::date::coded::Grain;
use crate::date::frame::{Field, Slot};
use crate::date::value::Calendar;

/// A month, a day in it, or its first Sunday, its last week.
pub(super) fn of_month(month: u8, slot: &Slot, moment: &Moment) -> Option<Calendar> {
    let day = slot.get(Field::Day).map(small);
    let known = year(slot, moment);
    let year = match (known, slot.get(Field::Rel)) {
        (Some(year), _) => year,
        (None, Some(rel)) if day.is_none() => moment.year_by_rel(month, rel),
        _ => {
            let likely = moment.year_of(month, day);
            let weekday = slot.get(Field::Weekday).zip(day);
            // "środa, 14 lutego": the weekday tells the year.
            let fits = |year: &i16| {
                weekday.is_none_or(|(weekday, day)| {
                    Date::new(*year, month, day)
                        .is_some_and(|date| i32::from(date.weekday().number()) == weekday)
                })
            };
            [likely, likely - 1, likely + 1].into_iter().find(fits).unwrap_or(likely)
        }
    };
    let ord = slot.get(Field::Ord);
    match (day, ord) {
        (Some(29), _) if month == 2 && known.is_none() && days_in_month(year, 2) < 29 => {
            Some(Calendar::DayOfYear(2, 29))
        }
        (Some(day), _) => Date::new(year, month, day).map(Calendar::Day),
        (None, Some(ord)) => nth(ord, slot, year, month),
        (None, None) => Some(Calendar::month(year, month)),
    }
}

/// The `ord`th weekday, day, week or weekend of a month; -1 is the last. A week belongs to the month that holds all of it.
pub(super) fn nth(ord: i32, slot: &Slot, year: i16, month: u8) -> Option<Calendar> {
    let (first, last) = (Date::new(year, month, 1)?, Date::new(year, month, days_in_month(year, month))?);
    let nth = |weekday: Weekday| match ord {
        -1 => last.latest(weekday),
        _ => first.next(weekday)?.add_days(7 * (ord - 1)),
    };
    let within = |day: &Date| (first..=last).contains(day);
    if let Some(weekday) = slot.get(Field::Weekday) {
        return nth(Weekday::from_number(small(weekday))?).filter(within).map(Calendar::Day);
    }
    match slot.grain()? {
        Grain::Day if ord == -1 => Some(Calendar::Day(last)),
        Grain::Day => first.add_days(ord - 1).filter(within).map(Calendar::Day),
        Grain::Week if ord == -1 => Some(Calendar::Week(Some(last.latest(Weekday::Sunday)?.iso_week()))),
        Grain::Week => nth(Weekday::Monday).filter(within).map(|day| Calendar::Week(Some(day.iso_week()))),
        Grain::Weekend => {
            nth(Weekday::Saturday).filter(within).map(|day| Calendar::Weekend(Some(day.iso_week())))
        }
        _ => None,
    }
}
