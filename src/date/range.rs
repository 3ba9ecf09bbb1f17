//! The two ends of a range: what one leaves out for the other to say, and which lies where.

use super::frame::{Field, Fields, Slot};
use super::value::Calendar;
use crate::calendar::Date;

/// The fields that say which day; the others say what time or how long.
const DATE_FIELDS: &[Field] = &[
    Field::Year,
    Field::YearTwo,
    Field::YearRel,
    Field::Era,
    Field::Month,
    Field::MonthRel,
    Field::Day,
    Field::Dmy,
    Field::Ymd,
    Field::Dm,
    Field::Weekday,
    Field::Shift,
    Field::Rel,
    Field::Unit,
    Field::Ord,
    Field::Feast,
    Field::Season,
    Field::Quarter,
    Field::Half,
    Field::Decade,
    Field::Century,
    Field::Millennium,
    Field::YearPair,
];

/// Whether the fields say which day.
pub(super) fn has_date(slot: &Slot) -> bool {
    const FIELDS: Fields = Fields::of(DATE_FIELDS);
    slot.has_any(FIELDS)
}

/// Whether they say which year.
pub(super) fn has_year(slot: &Slot) -> bool {
    const FIELDS: Fields = Fields::of(&[Field::Year, Field::YearTwo, Field::YearRel, Field::Dmy, Field::Ymd]);
    slot.has_any(FIELDS)
}

/// The first date of a range takes from the second what it leaves out: "12–14 maja 2022".
pub(super) fn inherit(first: &mut Slot, second: &Slot) {
    let year_of = |packed: i32| (packed / 10_000, packed / 100 % 100);
    // "od 2 do 4 po południu"
    if first.has(Field::Hour) && first.get(Field::Hour) < second.get(Field::Hour) {
        first.inherit(second, &[Field::Part]);
    }
    let packed = second.get(Field::Dmy).or(second.get(Field::Ymd)).map(year_of);
    if !has_date(first) {
        first.inherit(second, DATE_FIELDS);
    } else if first.has(Field::Dm) && !has_year(first) {
        first.inherit(second, &[Field::Year, Field::YearRel]);
        if let Some((year, _)) = packed {
            first.set(Field::Year, year);
        }
    } else if first.has(Field::Day) && !first.has(Field::Month) {
        first.inherit(second, &[Field::Month, Field::MonthRel, Field::Year, Field::YearRel]);
        if let Some((year, month)) = packed {
            first.set(Field::Month, month);
            first.set(Field::Year, year);
        }
    } else if first.has(Field::Month) && !has_year(first) {
        first.inherit(second, &[Field::Year, Field::YearRel]);
        // "od grudnia do marca 2022 r." begins in the year before.
        if let (Some(from), Some(to)) = (first.get(Field::Month), second.get(Field::Month)) {
            if from > to && first.has(Field::Year) {
                first.add(Field::Year, -1);
            }
        }
    } else if first.has(Field::Century) || first.has(Field::Decade) {
        first.inherit(second, &[Field::Century, Field::Era]);
    } else if first.has(Field::Quarter) {
        first.inherit(second, &[Field::Year, Field::YearRel]);
    }
}

/// The end of a range is the first such date from its beginning on, unless its year is named.
pub(super) fn after(from: Calendar, to: Calendar, slot: &Slot) -> Calendar {
    let (Some(start), Some(end)) = (from.days(), to.days()) else { return to };
    if has_year(slot) || end.1 >= start.0 {
        return to;
    }
    match to {
        Calendar::Day(day) if slot.has(Field::Weekday) && !slot.has(Field::Month) => {
            start.0.next(day.weekday()).map_or(to, Calendar::Day)
        }
        Calendar::Day(day) => {
            let next = (start.0.year()..=start.0.year() + 1)
                .filter_map(|year| Date::new(year, day.month(), day.day()));
            next.into_iter().find(|day| *day >= start.0).map_or(to, Calendar::Day)
        }
        Calendar::Month(_, Some(month)) => {
            let year = start.0.year() + i16::from(month < start.0.month());
            Calendar::month(year, month)
        }
        _ => to,
    }
}

/// A beginning without a year of its own is not later than the end.
pub(super) fn not_after(from: Calendar, to: Calendar) -> Calendar {
    let (Some(start), Some(end)) = (from.days(), to.days()) else { return from };
    if start.0 <= end.1 {
        return from;
    }
    match from {
        Calendar::Day(day) => Date::new(end.1.year(), day.month(), day.day())
            .filter(|day| *day <= end.1)
            .or_else(|| Date::new(end.1.year() - 1, day.month(), day.day()))
            .map_or(from, Calendar::Day),
        Calendar::Month(_, Some(month)) => {
            Calendar::month(end.1.year() - i16::from(month > end.1.month()), month)
        }
        _ => from,
    }
}
