//! Dates known to the year, the month or the day.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Date;
use crate::error::Error;

/// A date known to the year, the month or the day: `2023`, `2023-09`, `2023-09-14`.
///
/// ```
/// use depesza::calendar::PartialDate;
///
/// let month: PartialDate = "2023-09".parse().unwrap();
/// assert_eq!((month.year(), month.month(), month.day()), (2023, Some(9), None));
/// assert!("2023-02-30".parse::<PartialDate>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct PartialDate {
    year: i16,
    /// 0 where not known.
    month: u8,
    /// 0 where not known.
    day: u8,
}

impl PartialDate {
    /// A year from 1 to 9999.
    pub fn from_year(year: i16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self { year, month: 0, day: 0 })
    }

    /// A month of a year.
    pub fn from_month(year: i16, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { month, ..Self::from_year(year)? })
    }

    /// A day; `None` when it does not exist.
    pub fn from_day(year: i16, month: u8, day: u8) -> Option<Self> {
        (1..=super::days_in_month(year, month))
            .contains(&day)
            .then_some(Self { day, ..Self::from_month(year, month)? })
    }

    /// The year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month where known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// For a day that is known to exist.
    pub(super) const fn of(year: i16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// The first day that it may be.
    pub fn first_day(self) -> Date {
        let day = Date::new(self.year, self.month.max(1), self.day.max(1));
        day.unwrap_or(Date::MIN)
    }

    /// The last day that it may be.
    pub fn last_day(self) -> Date {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { super::days_in_month(self.year, month) } else { self.day };
        Date::new(self.year, month, day).unwrap_or(Date::MAX)
    }
}

impl FromStr for PartialDate {
    type Err = Error;

    fn from_str(input: &str) -> Result<Self, Error> {
        let error = |reason| Error::InvalidDate { input: input.chars().take(40).collect(), reason };
        let form = error("expected YYYY, YYYY-MM or YYYY-MM-DD");
        let number = |part: &str, digits: usize| {
            let fits = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| part.parse::<i16>().ok()).flatten()
        };
        let mut parts = input.split('-');
        let year = parts.next().and_then(|part| number(part, 4)).ok_or_else(|| form.clone())?;
        let rest: Vec<u8> = parts
            .map(|part| number(part, 2).and_then(|n| u8::try_from(n).ok()))
            .collect::<Option<_>>()
            .ok_or_else(|| form.clone())?;
        match *rest.as_slice() {
            [] => Self::from_year(year).ok_or_else(|| error("there is no year 0")),
            [month] => Self::from_month(year, month).ok_or_else(|| error("there is no such month")),
            [month, day] => Self::from_day(year, month, day).ok_or_else(|| error("there is no such day")),
            _ => Err(form),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().filter(|part| *part > 0) {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
