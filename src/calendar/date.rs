//! Days of the proleptic Gregorian calendar, years 1 to 9999.

use std::fmt;

use super::{PartialDate, Weekday};

/// A day of the civil (Gregorian) calendar, from 0001-01-01 to 9999-12-31.
///
/// ```
/// use depesza::calendar::{Date, Weekday};
///
/// let day = Date::new(2023, 9, 14).unwrap();
/// assert_eq!(day.weekday(), Weekday::Thursday);
/// assert_eq!(day.iso_week(), (2023, 37));
/// assert_eq!(day.add_days(-14).unwrap().to_string(), "2023-08-31");
/// assert!(Date::new(2023, 2, 29).is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// 0001-01-01
    pub const MIN: Self = Self { year: 1, month: 1, day: 1 };
    /// 9999-12-31
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// A day; `None` when it does not exist.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let is_year = (1..=9999).contains(&year);
        (is_year && (1..=days_in_month(year, month)).contains(&day)).then_some(Self { year, month, day })
    }

    /// The year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 0001-01-01, which is day 0.
    pub fn ordinal(self) -> i32 {
        // Years begin in March here, so that the leap day is the last of its year.
        let (year, month) = match self.month {
            1 | 2 => (i32::from(self.year) - 1, i32::from(self.month) + 9),
            month => (i32::from(self.year), i32::from(month) - 3),
        };
        let leap_days = year / 4 - year / 100 + year / 400;
        year * 365 + leap_days + (month * 153 + 2) / 5 + i32::from(self.day) - 307
    }

    /// The day with the given [`ordinal`](Self::ordinal); `None` outside the calendar.
    pub fn from_ordinal(ordinal: i32) -> Option<Self> {
        if !(0..=3_652_058).contains(&ordinal) {
            return None;
        }
        let days = ordinal + 306;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        Self::new(i16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The day `days` later; earlier for a negative number. `None` outside the calendar.
    pub fn add_days(self, days: i32) -> Option<Self> {
        Self::from_ordinal(self.ordinal().checked_add(days)?)
    }

    /// The same day of the month `months` later, or the last day where the month is shorter.
    pub fn add_months(self, months: i32) -> Option<Self> {
        let (year, month) = shift_month(self.year, self.month, months)?;
        Self::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::from_index(self.ordinal())
    }

    /// Year and number of the ISO 8601 week.
    pub fn iso_week(self) -> (i16, u8) {
        // The Thursday of a week lies in the year that the week belongs to.
        let thursday = self.ordinal() - i32::from(self.weekday().number()) + 4;
        let year = Self::from_ordinal(thursday)
            .map_or_else(|| if thursday < 0 { 0 } else { self.year + 1 }, |day| day.year);
        let first = i32::from(year) - 1;
        let january_first = first * 365 + first.div_euclid(4) - first.div_euclid(100) + first.div_euclid(400);
        (year, u8::try_from((thursday - january_first) / 7 + 1).unwrap_or(1))
    }

    /// A day of an ISO 8601 week; `None` when the year has no such week or the day lies outside the calendar.
    pub fn from_iso_week(year: i16, week: u8, weekday: Weekday) -> Option<Self> {
        let fourth = Self::new(year, 1, 4)?;
        let monday = fourth.ordinal() + 1 - i32::from(fourth.weekday().number());
        let day = monday + (i32::from(week) - 1) * 7 + i32::from(weekday.number()) - 1;
        Self::from_ordinal(day).filter(|day| day.iso_week() == (year, week))
    }

    /// The Monday of the ISO week `weeks` later than the week of this day.
    pub fn monday(self, weeks: i32) -> Option<Self> {
        self.add_days(1 - i32::from(self.weekday().number()) + weeks.checked_mul(7)?)
    }

    /// The last `weekday` that is not later than this day.
    pub fn latest(self, weekday: Weekday) -> Option<Self> {
        let back = (i32::from(self.weekday().number()) - i32::from(weekday.number())).rem_euclid(7);
        self.add_days(-back)
    }

    /// The first `weekday` that is not earlier than this day.
    pub fn next(self, weekday: Weekday) -> Option<Self> {
        let forward = (i32::from(weekday.number()) - i32::from(self.weekday().number())).rem_euclid(7);
        self.add_days(forward)
    }
}

/// Number of days of a month; 0 when there is no such month.
pub fn days_in_month(year: i16, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    }
}

/// The month `by` months later.
pub(crate) fn shift_month(year: i16, month: u8, by: i32) -> Option<(i16, u8)> {
    let months = (i32::from(year) * 12 + i32::from(month) - 1).checked_add(by)?;
    let year = i16::try_from(months.div_euclid(12)).ok().filter(|year| (1..=9999).contains(year))?;
    Some((year, u8::try_from(months.rem_euclid(12) + 1).ok()?))
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self::of(date.year, date.month, date.day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
