//! Reads the written form of a value back.

use super::coded::Coded;
use super::value::{Calendar, Period, Point, Reference, Season, TimeOfDay, Unit, Value};
use crate::calendar::{Date, PartialDate, Weekday};

/// The value that `Display` writes as `text`.
pub(super) fn value(text: &str) -> Option<Value> {
    match text {
        "PAST_REF" => return Some(Value::Reference(Reference::Past)),
        "PRESENT_REF" => return Some(Value::Reference(Reference::Present)),
        "FUTURE_REF" => return Some(Value::Reference(Reference::Future)),
        _ => {}
    }
    if let Some(list) = text.strip_prefix('{') {
        let points: Option<Vec<_>> = list.strip_suffix('}')?.split(',').map(point).collect();
        return points.map(Value::List);
    }
    if let Some(parts) = text.strip_prefix('P') {
        return period(parts).map(Value::Period);
    }
    match text.split_once('/') {
        Some((from, to)) => Some(Value::Range(point(from)?, point(to)?)),
        None => point(text).map(Value::Point),
    }
}

fn point(text: &str) -> Option<Point> {
    match text.split_once('T') {
        Some((date, time)) => Some(Point { date: calendar(date)?, time: Some(time_of_day(time)?) }),
        None => calendar(text).map(Point::on),
    }
}

/// A number of exactly so many digits.
fn number<T: std::str::FromStr>(text: &str, digits: usize) -> Option<T> {
    let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

fn time_of_day(text: &str) -> Option<TimeOfDay> {
    if let Some(part) = TimeOfDay::from_code(text) {
        return Some(part);
    }
    let hour = |text| number::<u8>(text, 2).filter(|hour| *hour <= 24);
    match text.split_once(':') {
        Some((hours, minutes)) => {
            let minutes = number::<u8>(minutes, 2).filter(|minutes| *minutes < 60)?;
            Some(TimeOfDay::Minute(hour(hours)?, minutes))
        }
        None => hour(text).map(TimeOfDay::Hour),
    }
}

fn calendar(text: &str) -> Option<Calendar> {
    if let Some(year) = text.strip_prefix("BC") {
        return number(year, 4).map(Calendar::YearBc).or_else(|| number(year, 2).map(Calendar::CenturyBc));
    }
    match text.len() {
        1 => return number(text, 1).map(Calendar::Millennium),
        2 => return number(text, 2).map(Calendar::Century),
        3 => return number(text, 3).map(Calendar::Decade),
        _ => {}
    }
    let (year, rest) = text.split_at_checked(4)?;
    let year = match year {
        "XXXX" => None,
        _ => Some(number::<i16>(year, 4).filter(|year| *year > 0)?),
    };
    let Some(rest) = rest.strip_prefix('-') else {
        return rest.is_empty().then_some(Calendar::Year(year));
    };
    if let Some(week) = rest.strip_prefix('W').filter(|week| *week != "I") {
        return of_week(year, week);
    }
    if let Some(n) = rest.strip_prefix('H') {
        return number(n, 1).filter(|n| (1..=2).contains(n)).map(|n| Calendar::Half(year, n));
    }
    if let Some(n) = rest.strip_prefix('Q') {
        return number(n, 1).filter(|n| (1..=4).contains(n)).map(|n| Calendar::Quarter(year, n));
    }
    if let Some(season) = Season::from_code(rest) {
        return Some(Calendar::Season(year, season));
    }
    if rest == "XX" {
        return Some(Calendar::Month(year, None));
    }
    if year.is_some() {
        return text.parse::<PartialDate>().ok().map(Calendar::from);
    }
    if rest == "XX-XX" {
        return Some(Calendar::SomeDay);
    }
    if let Some(day) = rest.strip_prefix("XX-") {
        return number(day, 2).filter(|day| (1..=31).contains(day)).map(Calendar::DayOfMonth);
    }
    let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
    let month = number::<u8>(month, 2).filter(|month| (1..=12).contains(month))?;
    let Some(day) = day else { return Some(Calendar::Month(None, Some(month))) };
    // 29 February exists in some year.
    Date::new(2000, month, number(day, 2)?).map(|day| Calendar::DayOfYear(day.month(), day.day()))
}

/// What stands behind `-W`: `37`, `37-WE`, `XX`, `XX-2`.
fn of_week(year: Option<i16>, text: &str) -> Option<Calendar> {
    let (week, day) = text.split_once('-').map_or((text, None), |(week, day)| (week, Some(day)));
    let week = match year {
        None if week == "XX" => None,
        None => return None,
        Some(year) => {
            let week = number::<u8>(week, 2)?;
            Date::from_iso_week(year, week, Weekday::Thursday)?;
            Some((year, week))
        }
    };
    match (day, week) {
        (None, _) => Some(Calendar::Week(week)),
        (Some("WE"), _) => Some(Calendar::Weekend(week)),
        (Some(day), None) => Weekday::from_number(number(day, 1)?).map(Calendar::Weekday),
        (Some(day), Some((year, week))) => {
            Date::from_iso_week(year, week, Weekday::from_number(number(day, 1)?)?).map(Calendar::Day)
        }
    }
}

/// What stands behind the `P` of a length of time.
fn period(text: &str) -> Option<Period> {
    let mut parts = Vec::new();
    let (mut in_time, mut start) = (false, 0);
    for (at, c) in text.char_indices() {
        let unit = match (c, in_time) {
            ('T', false) if at == start => {
                in_time = true;
                start = at + 1;
                continue;
            }
            ('0'..='9' | 'X', _) => continue,
            ('Y', false) => Unit::Year,
            ('Q', false) => Unit::Quarter,
            ('M', false) => Unit::Month,
            ('W', false) => Unit::Week,
            ('D', false) => Unit::Day,
            ('H', true) => Unit::Hour,
            ('M', true) => Unit::Minute,
            ('S', true) => Unit::Second,
            _ => return None,
        };
        let count = match text.get(start..at)? {
            "X" => None,
            digits => Some(digits.parse::<u32>().ok()?),
        };
        parts.push((count, unit));
        start = at + 1;
    }
    match (parts.as_slice(), start == text.len()) {
        (&[first], true) => Some(Period { first, second: None }),
        (&[first, (Some(count), unit)], true) if first.1 < unit => {
            Some(Period { first, second: Some((count, unit)) })
        }
        _ => None,
    }
}
