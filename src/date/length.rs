//! Lengths of time, and the dates that lie a length away from another.

use super::coded::{Coded, Grain};
use super::frame::{Field, Frame, Slot};
use super::value::{Calendar, Period, Unit};
use crate::calendar::{Date, Weekday, shift_month};

/// A number of units as the rules count them: `number` whole ones and perhaps half of one.
#[derive(Clone, Copy, Debug)]
struct Amount {
    number: Option<u32>,
    half: bool,
    unit: Grain,
}

impl Amount {
    fn of(slot: &Slot) -> Option<Self> {
        if let Some(packed) = slot.get(Field::LengthAdj) {
            let number = u32::try_from(packed / 100).ok().filter(|number| *number > 0);
            return Some(Self { number, half: false, unit: Grain::from_number(packed % 100)? });
        }
        let number = match slot.get(Field::Vague) {
            Some(_) => None,
            None => u32::try_from(slot.get(Field::Count).unwrap_or(1)).ok(),
        };
        Some(Self { number, half: slot.has(Field::PlusHalf), unit: slot.grain()? })
    }

    /// The unit of TIMEX3 and how many of it are in ours; what half of ours is, in a smaller unit.
    fn scale(self) -> Option<(Unit, u32, (u32, Unit))> {
        Some(match self.unit {
            Grain::Second => (Unit::Second, 1, (0, Unit::Second)),
            Grain::Minute => (Unit::Minute, 1, (30, Unit::Second)),
            Grain::Hour => (Unit::Hour, 1, (30, Unit::Minute)),
            Grain::Day => (Unit::Day, 1, (12, Unit::Hour)),
            Grain::Week => (Unit::Week, 1, (3, Unit::Day)),
            Grain::Month => (Unit::Month, 1, (2, Unit::Week)),
            Grain::Quarter => (Unit::Quarter, 1, (6, Unit::Week)),
            Grain::Half => (Unit::Month, 6, (3, Unit::Month)),
            Grain::Year => (Unit::Year, 1, (6, Unit::Month)),
            Grain::Decade => (Unit::Year, 10, (5, Unit::Year)),
            Grain::Century => (Unit::Year, 100, (50, Unit::Year)),
            Grain::Millennium => (Unit::Year, 1000, (500, Unit::Year)),
            Grain::Weekend => return None,
        })
    }
}

/// The length that the fields tell.
pub(super) fn period(frame: &Frame) -> Option<Period> {
    let amount = Amount::of(frame.first())?;
    let (unit, scale, half) = amount.scale()?;
    let Some(number) = amount.number else { return Some(Period { first: (None, unit), second: None }) };
    let number = number.checked_mul(scale)?;
    if amount.half {
        return Some(match number {
            0 => Period { first: (Some(half.0), half.1), second: None },
            _ if half.1 == unit => Period { first: (Some(number + half.0), unit), second: None },
            _ => Period { first: (Some(number), unit), second: Some(half) },
        });
    }
    let second = (!frame.second().is_empty()).then(|| Amount::of(frame.second())).flatten();
    let second = second.and_then(|amount| {
        let (smaller, scale, _) = amount.scale()?;
        (smaller > unit).then_some((amount.number?.checked_mul(scale)?, smaller))
    });
    Some(Period { first: (Some(number), unit), second })
}

/// Whether the length is told in numbers.
pub(super) fn is_definite(slot: &Slot) -> bool {
    !slot.has(Field::Vague)
}

/// Whether the length is counted in hours or less.
pub(super) fn is_within_day(slot: &Slot) -> bool {
    slot.grain().is_some_and(|unit| unit <= Grain::Hour)
}

/// The date a length before (`side` -1) or after (1) another one. The precision is that of the unit: three days ago is
/// a day, three months ago a month, three years ago a year. A week ago is the day seven days back. What is not known
/// of the other date stays unknown.
pub(super) fn offset(frame: &Frame, side: i32, from: Calendar) -> Option<Calendar> {
    let slot = frame.first();
    if let Some(weekday) = slot.get(Field::Weekday) {
        return by_weekdays(from, weekday, side * slot.get(Field::Count)?);
    }
    let amount = Amount::of(slot)?;
    let number = i32::try_from(amount.number?).ok()?;
    let steps = side.checked_mul(number)?;
    let half = if amount.half { side } else { 0 };
    // "dwa lata i trzy miesiące temu"
    let months =
        Amount::of(frame.second()).filter(|more| (amount.unit, more.unit) == (Grain::Year, Grain::Month));
    if let Some(months) = months.and_then(|more| i32::try_from(more.number?).ok()) {
        return by_months(from, steps.checked_mul(12)?.checked_add(side.checked_mul(months)?)?);
    }
    let scaled = |scale: i32| steps.checked_mul(scale);
    match amount.unit {
        Grain::Day => by_days(from, steps),
        Grain::Week => by_days(from, scaled(7)?.checked_add(half * 3)?),
        Grain::Month if amount.half => match from {
            Calendar::Day(day) => {
                let day = day.add_months(steps)?.add_days(half * 15)?;
                Some(Calendar::month(day.year(), day.month()))
            }
            _ => by_months(from, steps),
        },
        Grain::Month => by_months(from, steps),
        Grain::Quarter => by_quarters(from, steps),
        Grain::Half => by_halves(from, steps),
        Grain::Year if amount.half => by_halves(from, scaled(2)?.checked_add(half)?),
        Grain::Year => by_years(from, steps),
        Grain::Decade => by_years(from, scaled(10)?.checked_add(half * 5)?),
        Grain::Century => by_years(from, scaled(100)?.checked_add(half * 50)?),
        Grain::Millennium => by_years(from, scaled(1000)?),
        _ => None,
    }
}

fn by_days(from: Calendar, days: i32) -> Option<Calendar> {
    match from {
        Calendar::Day(day) => day.add_days(days).map(Calendar::Day),
        Calendar::Weekday(_) | Calendar::DayOfYear(..) if days == 0 => Some(from),
        _ => Some(Calendar::SomeDay),
    }
}

/// "za dwa piątki": the second Friday after the day.
fn by_weekdays(from: Calendar, weekday: i32, steps: i32) -> Option<Calendar> {
    let weekday = Weekday::from_number(u8::try_from(weekday).ok()?)?;
    let Calendar::Day(day) = from else { return Some(Calendar::Weekday(weekday)) };
    let nearest =
        if steps < 0 { day.add_days(-1)?.latest(weekday)? } else { day.add_days(1)?.next(weekday)? };
    nearest.add_days((steps - steps.signum()).checked_mul(7)?).map(Calendar::Day)
}

fn by_months(from: Calendar, months: i32) -> Option<Calendar> {
    let start: Option<Date> = match from {
        Calendar::Day(day) => Some(day),
        Calendar::Month(Some(_), Some(_)) => from.days().map(|days| days.0),
        _ => None,
    };
    let Some(start) = start else { return Some(Calendar::Month(None, None)) };
    shift_month(start.year(), start.month(), months).map(|(year, month)| Calendar::month(year, month))
}

fn by_quarters(from: Calendar, steps: i32) -> Option<Calendar> {
    let Calendar::Quarter(Some(year), quarter) = from else { return by_months(from, steps.checked_mul(3)?) };
    by_parts(year, quarter, 4, steps).map(|(year, quarter)| Calendar::Quarter(Some(year), quarter))
}

fn by_halves(from: Calendar, steps: i32) -> Option<Calendar> {
    let Calendar::Half(Some(year), half) = from else { return by_months(from, steps.checked_mul(6)?) };
    by_parts(year, half, 2, steps).map(|(year, half)| Calendar::Half(Some(year), half))
}

/// The part of a year so many parts before or after another.
fn by_parts(year: i16, part: u8, parts: i32, steps: i32) -> Option<(i16, u8)> {
    let count = (i32::from(year) * parts).checked_add(i32::from(part) - 1)?.checked_add(steps)?;
    let year = i16::try_from(count.div_euclid(parts)).ok().filter(|year| (1..=9999).contains(year))?;
    Some((year, u8::try_from(count.rem_euclid(parts)).ok()? + 1))
}

fn by_years(from: Calendar, years: i32) -> Option<Calendar> {
    let year = match from {
        Calendar::Day(day) => Some(day.year()),
        Calendar::Month(year, _)
        | Calendar::Year(year)
        | Calendar::Season(year, _)
        | Calendar::Half(year, _)
        | Calendar::Quarter(year, _) => year,
        Calendar::Week(week) | Calendar::Weekend(week) => week.map(|week| week.0),
        _ => None,
    };
    let Some(year) = year else { return Some(Calendar::Year(None)) };
    let year = i16::try_from(i32::from(year) + years).ok().filter(|year| (1..=9999).contains(year));
    year.map(|year| Calendar::Year(Some(year)))
}
