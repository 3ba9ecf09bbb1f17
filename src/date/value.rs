//! Values of temporal expressions: what TIMEX3 writes as text, as types.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::coded::Coded;
use crate::calendar::{Date, PartialDate, Weekday, days_in_month};
use crate::error::Error;

/// A season. Winter carries the year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A stretch of the calendar, from a millennium to a day. `None` stands for what is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// `2`: the years 2000 to 2999.
    Millennium(u8),
    /// `18`: the years 1800 to 1899, the 19th century.
    Century(u8),
    /// `199`: the years 1990 to 1999.
    Decade(u16),
    /// `BC0044`: a year before the common era.
    YearBc(u16),
    /// `BC04`: a century before the common era, by its hundreds.
    CenturyBc(u8),
    /// `2023`, `XXXX`
    Year(Option<i16>),
    /// `2023-H1`
    Half(Option<i16>, u8),
    /// `2023-Q3`
    Quarter(Option<i16>, u8),
    /// `2023-SU`
    Season(Option<i16>, Season),
    /// `2023-09`, `XXXX-09`, `XXXX-XX`
    Month(Option<i16>, Option<u8>),
    /// `2023-W37`, `XXXX-WXX`
    Week(Option<(i16, u8)>),
    /// `2023-W37-WE`, `XXXX-WXX-WE`
    Weekend(Option<(i16, u8)>),
    /// `XXXX-WXX-2`: some Tuesday.
    Weekday(Weekday),
    /// `XXXX-05-12`: that day of some year.
    DayOfYear(u8, u8),
    /// `XXXX-XX-15`: that day of some month.
    DayOfMonth(u8),
    /// `XXXX-XX-XX`: some day.
    SomeDay,
    /// `2023-09-14`
    Day(Date),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeOfDay {
    /// `T17`: the hour, 0 to 24.
    Hour(u8),
    /// `T17:30`
    Minute(u8, u8),
    /// `TMO`: morning.
    Morning,
    /// `TMI`: midday.
    Midday,
    /// `TAF`: afternoon.
    Afternoon,
    /// `TEV`: evening.
    Evening,
    /// `TNI`: night.
    Night,
    /// `TDT`: daytime.
    Daytime,
}

/// One end of a range, or a whole value: a stretch of the calendar, perhaps with a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// The date.
    pub date: Calendar,
    /// The time of that day.
    pub time: Option<TimeOfDay>,
}

/// A unit of length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

/// A length of time: at most two units, the larger first. `P2Y6M`, `PT90M`, `PXD` for an unknown number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// Number and unit; no number where it is vague.
    pub first: (Option<u32>, Unit),
    /// A second, smaller unit.
    pub second: Option<(u32, Unit)>,
}

/// A time that is only placed before, at or after the moment of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// The value of a temporal expression.
///
/// `Display` writes it as TIMEX3 does, [`FromStr`] reads that form back, and serde uses the same text.
///
/// ```
/// use depesza::date::Value;
///
/// for text in ["2023-09-12", "XXXX-WXX-2", "P2Y6M", "2023-09-12TNI", "2023-05-12/2023-05-14", "199", "PAST_REF"] {
///     assert_eq!(text.parse::<Value>()?.to_string(), text);
/// }
/// # Ok::<(), depesza::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(with = "String"))]
#[non_exhaustive]
pub enum Value {
    /// A stretch of the calendar or a time of day.
    Point(Point),
    /// From one to the other, both included: `2023-05-12/2023-05-14`.
    Range(Point, Point),
    /// Separate dates: `{2023-07-20,2023-07-24}`.
    List(Vec<Point>),
    /// A length of time, or the interval of a recurrence.
    Period(Period),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`
    Reference(Reference),
}

/// What an expression adds to its value: `w połowie maja` is May with `MID`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the names are those of TIMEX3")]
pub enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    Before,
    After,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

impl Coded for Modifier {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::Start, "START"),
        (Self::Mid, "MID"),
        (Self::End, "END"),
        (Self::Approx, "APPROX"),
        (Self::Before, "BEFORE"),
        (Self::After, "AFTER"),
        (Self::LessThan, "LESS_THAN"),
        (Self::MoreThan, "MORE_THAN"),
        (Self::EqualOrLess, "EQUAL_OR_LESS"),
        (Self::EqualOrMore, "EQUAL_OR_MORE"),
    ];
}

impl Modifier {
    /// The name in TIMEX3.
    pub fn as_str(self) -> &'static str {
        self.code()
    }
}

impl fmt::Display for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Calendar {
    /// A month of a year.
    pub(super) const fn month(year: i16, month: u8) -> Self {
        Self::Month(Some(year), Some(month))
    }

    /// First and last day; `None` where the date is not known so far, or lies before the common era.
    pub fn days(self) -> Option<(Date, Date)> {
        let months = |first: (i16, u8), last: (i16, u8)| {
            Some((Date::new(first.0, first.1, 1)?, Date::new(last.0, last.1, days_in_month(last.0, last.1))?))
        };
        let years = |first: i16, number: i16| {
            let last = (first + number - 1).min(9999);
            months((first.max(1), 1), (last, 12))
        };
        match self {
            Self::Millennium(n) => years(i16::from(n) * 1000, 1000),
            Self::Century(n) => years(i16::from(n) * 100, 100),
            Self::Decade(n) => years(i16::try_from(n).ok()?.checked_mul(10)?, 10),
            Self::Year(Some(year)) => years(year, 1),
            Self::Half(Some(year), half) => months((year, half * 6 - 5), (year, half * 6)),
            Self::Quarter(Some(year), quarter) => months((year, quarter * 3 - 2), (year, quarter * 3)),
            Self::Season(Some(year), season) => season.days(year),
            Self::Month(Some(year), Some(month)) => months((year, month), (year, month)),
            Self::Week(Some((year, week))) => {
                let monday = Date::from_iso_week(year, week, Weekday::Monday)?;
                Some((monday, monday.add_days(6)?))
            }
            Self::Weekend(Some((year, week))) => {
                let saturday = Date::from_iso_week(year, week, Weekday::Saturday)?;
                Some((saturday, saturday.add_days(1)?))
            }
            Self::Day(day) => Some((day, day)),
            _ => None,
        }
    }

    /// The same kind of date with nothing known of where it lies, as far as the kind can say so.
    pub(super) fn unanchored(self) -> Self {
        match self {
            Self::Year(_) => Self::Year(None),
            Self::Half(_, n) => Self::Half(None, n),
            Self::Quarter(_, n) => Self::Quarter(None, n),
            Self::Season(_, season) => Self::Season(None, season),
            Self::Month(..) => Self::Month(None, None),
            Self::Week(_) => Self::Week(None),
            Self::Weekend(_) => Self::Weekend(None),
            Self::Day(_) => Self::SomeDay,
            other => other,
        }
    }
}

impl Coded for Season {
    const CODES: &'static [(Self, &'static str)] =
        &[(Self::Spring, "SP"), (Self::Summer, "SU"), (Self::Autumn, "FA"), (Self::Winter, "WI")];
}

/// The parts of the day.
impl Coded for TimeOfDay {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::Morning, "MO"),
        (Self::Midday, "MI"),
        (Self::Afternoon, "AF"),
        (Self::Evening, "EV"),
        (Self::Night, "NI"),
        (Self::Daytime, "DT"),
    ];
}

impl Season {
    /// The calendar reckoning: spring from 21 March, summer from 22 June, autumn from 23 September, winter from
    /// 22 December. The astronomical day moves by one from year to year.
    fn days(self, year: i16) -> Option<(Date, Date)> {
        let day = |year, month, day| Date::new(year, month, day);
        match self {
            Self::Spring => day(year, 3, 21).zip(day(year, 6, 21)),
            Self::Summer => day(year, 6, 22).zip(day(year, 9, 22)),
            Self::Autumn => day(year, 9, 23).zip(day(year, 12, 21)),
            Self::Winter => day(year, 12, 22).zip(day(year + 1, 3, 20)),
        }
    }
}

impl Point {
    /// A date without a time.
    pub(super) const fn on(date: Calendar) -> Self {
        Self { date, time: None }
    }
}

impl Value {
    /// First and last day that the value covers; `None` for lengths of time and for what is not known so far.
    pub fn days(&self) -> Option<(Date, Date)> {
        match self {
            Self::Point(point) => point.date.days(),
            Self::Range(from, to) => {
                let (from, to) = (from.date.days()?, to.date.days()?);
                (from.0 <= to.1).then_some((from.0, to.1))
            }
            Self::List(points) => {
                let days: Option<Vec<_>> = points.iter().map(|point| point.date.days()).collect();
                let days = days?;
                Some((days.iter().map(|day| day.0).min()?, days.iter().map(|day| day.1).max()?))
            }
            Self::Period(_) | Self::Reference(_) => None,
        }
    }
}

/// A year, or `XXXX`.
struct Year(Option<i16>);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(year) => write!(f, "{year:04}"),
            None => f.write_str("XXXX"),
        }
    }
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Millennium(n) => write!(f, "{n}"),
            Self::Century(n) => write!(f, "{n:02}"),
            Self::Decade(n) => write!(f, "{n:03}"),
            Self::YearBc(n) => write!(f, "BC{n:04}"),
            Self::CenturyBc(n) => write!(f, "BC{n:02}"),
            Self::Year(year) => write!(f, "{}", Year(year)),
            Self::Half(year, n) => write!(f, "{}-H{n}", Year(year)),
            Self::Quarter(year, n) => write!(f, "{}-Q{n}", Year(year)),
            Self::Season(year, season) => {
                write!(f, "{}-{}", Year(year), season.code())
            }
            Self::Month(year, Some(month)) => write!(f, "{}-{month:02}", Year(year)),
            Self::Month(year, None) => write!(f, "{}-XX", Year(year)),
            Self::Week(Some((year, week))) => write!(f, "{year:04}-W{week:02}"),
            Self::Week(None) => f.write_str("XXXX-WXX"),
            Self::Weekend(Some((year, week))) => write!(f, "{year:04}-W{week:02}-WE"),
            Self::Weekend(None) => f.write_str("XXXX-WXX-WE"),
            Self::Weekday(weekday) => write!(f, "XXXX-WXX-{}", weekday.number()),
            Self::DayOfYear(month, day) => write!(f, "XXXX-{month:02}-{day:02}"),
            Self::DayOfMonth(day) => write!(f, "XXXX-XX-{day:02}"),
            Self::SomeDay => f.write_str("XXXX-XX-XX"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Hour(hour) => write!(f, "T{hour:02}"),
            Self::Minute(hour, minute) => write!(f, "T{hour:02}:{minute:02}"),
            part => write!(f, "T{}", part.code()),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        self.time.map_or(Ok(()), |time| write!(f, "{time}"))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.second.map(|(number, unit)| (Some(number), unit));
        let mut in_time = false;
        f.write_str("P")?;
        for (number, unit) in [Some(self.first), second].into_iter().flatten() {
            if !in_time && unit >= Unit::Hour {
                in_time = true;
                f.write_str("T")?;
            }
            match number {
                Some(number) => write!(f, "{number}{}", unit.code())?,
                None => write!(f, "X{}", unit.code())?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => write!(f, "{point}"),
            Self::Range(from, to) => write!(f, "{from}/{to}"),
            Self::List(points) => {
                for (index, point) in points.iter().enumerate() {
                    write!(f, "{}{point}", if index == 0 { '{' } else { ',' })?;
                }
                f.write_str("}")
            }
            Self::Period(period) => write!(f, "{period}"),
            Self::Reference(Reference::Past) => f.write_str("PAST_REF"),
            Self::Reference(Reference::Present) => f.write_str("PRESENT_REF"),
            Self::Reference(Reference::Future) => f.write_str("FUTURE_REF"),
        }
    }
}

impl Unit {
    fn code(self) -> char {
        match self {
            Self::Year => 'Y',
            Self::Quarter => 'Q',
            Self::Month | Self::Minute => 'M',
            Self::Week => 'W',
            Self::Day => 'D',
            Self::Hour => 'H',
            Self::Second => 'S',
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl FromStr for Value {
    type Err = Error;

    fn from_str(input: &str) -> Result<Self, Error> {
        super::read::value(input).ok_or_else(|| Error::InvalidDate {
            input: input.chars().take(40).collect(),
            reason: "expected a TIMEX3 value",
        })
    }
}

impl From<PartialDate> for Calendar {
    fn from(date: PartialDate) -> Self {
        match (date.month(), date.day()) {
            (None, _) => Self::Year(Some(date.year())),
            (Some(month), None) => Self::month(date.year(), month),
            (Some(_), Some(_)) => Self::Day(date.first_day()),
        }
    }
}
