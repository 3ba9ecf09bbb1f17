//! Where in the calendar the fields of a date lie, seen from one possible day of writing.

pub(super) use moment::Moment;

use super::frame::{Field, Slot};
use super::grammar::Grammar;
use super::value::Calendar;
use crate::calendar::{Date, shift_month};

mod era;
mod feast;
mod moment;
mod month;
mod season;
mod unit;
mod weekday;

/// A stretch of the calendar: one unit, or from the first to the second.
pub(super) type Place = (Calendar, Option<Calendar>);

/// The place of a date; `None` when there is no such day.
pub(super) fn place(grammar: &Grammar, slot: &Slot, moment: &Moment) -> Option<Place> {
    if let Some(feast) = slot.get(Field::Feast) {
        return feast::of_feast(grammar, feast, slot, moment);
    }
    if let Some(pair) = slot.get(Field::YearPair) {
        let year = i16::try_from(pair / 10_000).ok()?;
        if let Some(season) = slot.coded(Field::Season) {
            // "zima 2022/2023" carries the year of its start.
            return Some((Calendar::Season(Some(year), season), None));
        }
        return Some((Calendar::Year(Some(year)), Some(Calendar::Year(Some(year + 1)))));
    }
    one(slot, moment).map(|calendar| (calendar, None))
}

/// The unit that the fields place: the smallest of them says which.
fn one(slot: &Slot, moment: &Moment) -> Option<Calendar> {
    let get = |field| slot.get(field);
    if let Some(packed) = get(Field::Dmy).or(get(Field::Ymd)) {
        return unpacked(packed, moment);
    }
    if let Some(packed) = get(Field::Dm) {
        let (month, day) = (small(packed / 100), small(packed % 100));
        let year = year(slot, moment).unwrap_or_else(|| moment.year_of(month, Some(day)));
        return Date::new(year, month, day).map(Calendar::Day);
    }
    if let Some(calendar) = era::before_christ(slot) {
        return Some(calendar);
    }
    if let Some(month) = get(Field::Month) {
        return month::of_month(small(month), slot, moment);
    }
    if let Some(day) = get(Field::Day) {
        let Some((year, month)) = relative_month(slot, moment) else {
            return Some(Calendar::DayOfMonth(small(day)));
        };
        return Date::new(year, month, small(day)).map(Calendar::Day);
    }
    if let Some(weekday) = get(Field::Weekday) {
        return weekday::of_weekday(small(weekday), slot, moment).map(Calendar::Day);
    }
    if let Some(days) = get(Field::Shift) {
        return moment.day.add_days(days).map(Calendar::Day);
    }
    if let Some(season) = slot.coded(Field::Season) {
        return season::of_season(season, slot, moment);
    }
    if let Some(part) = part_of_year(slot, moment) {
        return Some(part);
    }
    if let Some((year, month)) = relative_month(slot, moment) {
        return match get(Field::Ord) {
            Some(ord) => month::nth(ord, slot, year, month),
            None => Some(Calendar::month(year, month)),
        };
    }
    era::of_era(slot, moment).or_else(|| unit::of_unit(slot, moment))
}

/// A quarter or half of a year.
fn part_of_year(slot: &Slot, moment: &Moment) -> Option<Calendar> {
    let number = |field, last| slot.get(field).filter(|number| (1..=last).contains(number));
    let year = |number, months| year(slot, moment).unwrap_or_else(|| moment.year_of_part(number, months));
    if let Some(quarter) = number(Field::Quarter, 4) {
        return Some(Calendar::Quarter(Some(year(quarter, 3)), small(quarter)));
    }
    let half = number(Field::Half, 2)?;
    Some(Calendar::Half(Some(year(half, 6)), small(half)))
}

/// The month of writing or one beside it: "bm.".
fn relative_month(slot: &Slot, moment: &Moment) -> Option<(i16, u8)> {
    let months = slot.get(Field::MonthRel)?;
    shift_month(moment.day.year(), moment.day.month(), months.signum())
}

/// The year that the words name: `2022 r.`, `ub.r.`.
fn year(slot: &Slot, moment: &Moment) -> Option<i16> {
    if let Some(two) = slot.get(Field::YearTwo) {
        return i16::try_from(in_full(two, moment)).ok();
    }
    match (slot.get(Field::Year), slot.get(Field::YearRel)) {
        (Some(year), _) => i16::try_from(year).ok().filter(|year| (1..=9999).contains(year)),
        // The year of the date named last, where none was named.
        (None, Some(4)) => Some(moment.day.year()),
        (None, Some(years)) => i16::try_from(i32::from(moment.day.year()) + years.signum()).ok(),
        _ => None,
    }
}

/// The year of two digits that is nearest and at most ten years ahead.
fn in_full(two: i32, moment: &Moment) -> i32 {
    let limit = i32::from(moment.day.year()) + 10;
    let year = two + limit / 100 * 100;
    if year > limit { year - 100 } else { year }
}

/// A packed year, month and day.
fn unpacked(packed: i32, moment: &Moment) -> Option<Calendar> {
    let (year, month, day) = (packed / 10_000, small(packed / 100 % 100), small(packed % 100));
    let year = if year < 100 { in_full(year, moment) } else { year };
    Date::new(i16::try_from(year).ok()?, month, day).map(Calendar::Day)
}

/// A small number of the fields; they come from word lists and two digits.
fn small(number: i32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}
