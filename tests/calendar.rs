//! The calendar against jiff, day by day, and Easter against a second algorithm.

use depesza::calendar::{Date, PartialDate, Weekday, days_in_month, easter, public_holidays};
use jiff::{ToSpan, civil};
use proptest::prelude::*;

fn unsigned(number: i8) -> u8 {
    number.try_into().unwrap()
}

fn signed(number: u8) -> i8 {
    number.try_into().unwrap()
}

fn ours(day: civil::Date) -> Date {
    Date::new(day.year(), unsigned(day.month()), unsigned(day.day())).unwrap()
}

#[test]
fn every_day_of_the_calendar_agrees_with_jiff() {
    let mut day = civil::date(1, 1, 1);
    for ordinal in 0..=3_652_058 {
        let own = ours(day);
        assert_eq!(own.ordinal(), ordinal);
        assert_eq!(Date::from_ordinal(ordinal), Some(own));
        assert_eq!(own.weekday().number(), unsigned(day.weekday().to_monday_one_offset()), "{own}");
        assert_eq!(days_in_month(day.year(), own.month()), unsigned(day.days_in_month()));
        let week = day.iso_week_date();
        assert_eq!(own.iso_week(), (week.year(), unsigned(week.week())), "{own}");
        if week.year() >= 1 {
            let back = Date::from_iso_week(week.year(), unsigned(week.week()), own.weekday());
            assert_eq!(back, Some(own), "{own}");
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    assert_eq!(day, civil::date(9999, 12, 31));
    assert_eq!(Date::from_ordinal(-1), None);
    assert_eq!(Date::from_ordinal(3_652_059), None);
}

proptest! {
    #[test]
    fn shifts_agree_with_jiff(ordinal in 0..=3_652_058, days in -800_000..800_000, months in -30_000..30_000) {
        let own = Date::from_ordinal(ordinal).unwrap();
        let day = civil::date(own.year(), signed(own.month()), signed(own.day()));
        let valid = |day: Result<civil::Date, jiff::Error>| day.ok().filter(|day| day.year() >= 1).map(ours);
        prop_assert_eq!(own.add_days(days), valid(day.checked_add(days.days())));
        prop_assert_eq!(own.add_months(months), valid(day.checked_add(months.months())));
    }

    #[test]
    fn neighbouring_weekdays_are_within_a_week(ordinal in 7..3_652_000, number in 1u8..=7) {
        let (own, weekday) = (Date::from_ordinal(ordinal).unwrap(), Weekday::from_number(number).unwrap());
        let (before, after) = (own.latest(weekday).unwrap(), own.next(weekday).unwrap());
        prop_assert_eq!((before.weekday(), after.weekday()), (weekday, weekday));
        prop_assert!((0..7).contains(&(own.ordinal() - before.ordinal())));
        prop_assert!((0..7).contains(&(after.ordinal() - own.ordinal())));
    }

    #[test]
    fn partial_dates_print_and_parse_back(year in 1i16..=9999, month in 0u8..=13, day in 0u8..=32) {
        let made = match (month, day) {
            (0, _) => PartialDate::from_year(year),
            (_, 0) => PartialDate::from_month(year, month),
            _ => PartialDate::from_day(year, month, day),
        };
        let exists = month <= 12 && (month == 0 || day <= days_in_month(year, month));
        prop_assert_eq!(made.is_some(), exists);
        if let Some(made) = made {
            prop_assert_eq!(made.to_string().parse::<PartialDate>().unwrap(), made);
            prop_assert!(made.first_day() <= made.last_day());
        }
    }

    #[test]
    fn parsing_a_partial_date_never_panics(text in ".{0,12}") {
        let _ = text.parse::<PartialDate>();
    }
}

/// Easter by the paschal full moon: Gauss's reckoning with the corrections for late moons.
fn easter_by_full_moon(year: i32) -> (i32, i32) {
    let century = year / 100;
    let (solar, lunar) = (century - century / 4, (8 * century + 13) / 25);
    let epact_term = (15 + solar - lunar) % 30;
    let a = year % 19;
    let d = (19 * a + epact_term) % 30;
    let full_moon = 21 + if d == 29 || (d == 28 && a > 10) { d - 1 } else { d };
    // Day of the week of the full moon, counted in days of March.
    let march_first = {
        let y = year;
        (y + y / 4 - y / 100 + y / 400 + 3) % 7
    };
    let weekday = (march_first + full_moon - 1) % 7;
    let day = full_moon + 7 - weekday;
    if day > 31 { (4, day - 31) } else { (3, day) }
}

#[test]
fn easter_agrees_with_a_second_algorithm() {
    for year in 1i16..=9999 {
        let own = easter(year).unwrap();
        assert_eq!(own.weekday(), Weekday::Sunday, "{year}");
        let (month, day) = easter_by_full_moon(i32::from(year));
        assert_eq!((i32::from(own.month()), i32::from(own.day())), (month, day), "{year}");
    }
}

#[test]
fn known_easters() {
    for known in
        ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2019-04-21", "2023-04-09", "2038-04-25"]
    {
        let day: PartialDate = known.parse().unwrap();
        assert_eq!(easter(day.year()).unwrap().to_string(), known);
    }
}

#[test]
fn public_holidays_of_a_year() {
    let days: Vec<_> = public_holidays(2025).map(|day| day.to_string()).collect();
    let expected = [
        "01-01", "01-06", "04-20", "04-21", "05-01", "05-03", "06-08", "06-19", "08-15", "11-01", "11-11",
        "12-24", "12-25", "12-26",
    ];
    assert_eq!(days, expected.map(|day| format!("2025-{day}")));
    assert_eq!(public_holidays(2024).count(), 13);
}

#[cfg(feature = "jiff")]
#[test]
fn days_convert_both_ways() {
    let own = Date::new(2024, 2, 29).unwrap();
    assert_eq!(civil::Date::from(own), civil::date(2024, 2, 29));
    assert_eq!(Date::try_from(civil::date(2024, 2, 29)).unwrap(), own);
    assert!(Date::try_from(civil::date(-44, 3, 15)).is_err());
    assert_eq!(civil::Date::from("2023-09".parse::<PartialDate>().unwrap()), civil::date(2023, 9, 1));
    assert_eq!(civil::Weekday::from(Weekday::Sunday), civil::Weekday::Sunday);
}
