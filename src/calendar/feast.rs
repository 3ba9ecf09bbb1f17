//! Easter and the feasts that are reckoned from it.

use super::{Date, Weekday};

/// Easter Sunday of a year in the Gregorian calendar, by the method of Meeus, Jones and Butcher.
///
/// Years before 1583 get the date that the Gregorian rule gives when carried back. `None` outside years 1 to 9999.
///
/// ```
/// assert_eq!(depesza::calendar::easter(2024).unwrap().to_string(), "2024-03-31");
/// ```
pub fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, of_century) = (y % 19, y / 100, y % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let days = moon + weekday - 7 * late + 114;
    Date::new(year, u8::try_from(days / 31).ok()?, u8::try_from(days % 31 + 1).ok()?)
}

/// How the day of a feast is found.
///
/// ```
/// use depesza::calendar::Feast;
///
/// assert_eq!(Feast::CORPUS_CHRISTI.in_year(2023).unwrap().to_string(), "2023-06-08");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Feast {
    /// The same month and day each year.
    Fixed {
        /// 1 to 12
        month: u8,
        /// 1 to 31
        day: u8,
    },
    /// So many days after Easter Sunday, or before it.
    Easter {
        /// Days after Easter Sunday.
        days: i16,
    },
    /// The last such weekday on or before a day of the year: Advent Sunday, the last Sunday of a month.
    Latest {
        /// The weekday.
        weekday: Weekday,
        /// 1 to 12
        month: u8,
        /// 1 to 31
        day: u8,
    },
}

impl Feast {
    /// New Year's Day, Nowy Rok.
    pub const NEW_YEAR: Self = Self::Fixed { month: 1, day: 1 };
    /// Epiphany, Trzech Króli.
    pub const EPIPHANY: Self = Self::Fixed { month: 1, day: 6 };
    /// Easter Sunday, Wielkanoc.
    pub const EASTER: Self = Self::Easter { days: 0 };
    /// Easter Monday, Poniedziałek Wielkanocny.
    pub const EASTER_MONDAY: Self = Self::Easter { days: 1 };
    /// Labour Day, Święto Pracy.
    pub const LABOUR_DAY: Self = Self::Fixed { month: 5, day: 1 };
    /// Constitution Day, Święto Konstytucji 3 Maja.
    pub const CONSTITUTION_DAY: Self = Self::Fixed { month: 5, day: 3 };
    /// Pentecost, Zielone Świątki.
    pub const PENTECOST: Self = Self::Easter { days: 49 };
    /// Corpus Christi, Boże Ciało.
    pub const CORPUS_CHRISTI: Self = Self::Easter { days: 60 };
    /// Assumption of Mary and Armed Forces Day.
    pub const ASSUMPTION: Self = Self::Fixed { month: 8, day: 15 };
    /// All Saints' Day, Wszystkich Świętych.
    pub const ALL_SAINTS: Self = Self::Fixed { month: 11, day: 1 };
    /// Independence Day, Święto Niepodległości.
    pub const INDEPENDENCE_DAY: Self = Self::Fixed { month: 11, day: 11 };
    /// Christmas Eve, Wigilia: a day off work since 2025.
    pub const CHRISTMAS_EVE: Self = Self::Fixed { month: 12, day: 24 };
    /// Christmas Day, Boże Narodzenie.
    pub const CHRISTMAS: Self = Self::Fixed { month: 12, day: 25 };
    /// Second day of Christmas.
    pub const SECOND_DAY_OF_CHRISTMAS: Self = Self::Fixed { month: 12, day: 26 };

    /// Its day in a year; `None` when the day does not exist.
    pub fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed { month, day } => Date::new(year, month, day),
            Self::Easter { days } => easter(year)?.add_days(i32::from(days)),
            Self::Latest { weekday, month, day } => Date::new(year, month, day)?.latest(weekday),
        }
    }
}

/// The days that are free from work in Poland by the act of 18 January 1951 as it stands in 2026, without the Sundays
/// that are not feasts, in order. Christmas Eve counts from 2025 on; older changes of the act are not followed.
pub fn public_holidays(year: i16) -> impl Iterator<Item = Date> {
    const FEASTS: [Feast; 14] = [
        Feast::NEW_YEAR,
        Feast::EPIPHANY,
        Feast::EASTER,
        Feast::EASTER_MONDAY,
        Feast::LABOUR_DAY,
        Feast::CONSTITUTION_DAY,
        Feast::PENTECOST,
        Feast::CORPUS_CHRISTI,
        Feast::ASSUMPTION,
        Feast::ALL_SAINTS,
        Feast::INDEPENDENCE_DAY,
        Feast::CHRISTMAS_EVE,
        Feast::CHRISTMAS,
        Feast::SECOND_DAY_OF_CHRISTMAS,
    ];
    FEASTS
        .into_iter()
        .filter(move |feast| year >= 2025 || *feast != Feast::CHRISTMAS_EVE)
        .filter_map(move |feast| feast.in_year(year))
}
