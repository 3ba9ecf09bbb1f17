//! Seasons.

use super::{Moment, year};
use crate::calendar::Date;
use crate::date::frame::{Field, Slot};
use crate::date::tense::Tense;
use crate::date::value::{Calendar, Season};

/// A season with the year that the words or the tense give it.
pub(super) fn of_season(season: Season, slot: &Slot, moment: &Moment) -> Option<Calendar> {
    let begins_later =
        |year: i16| Calendar::Season(Some(year), season).days().is_some_and(|days| days.0 > moment.day);
    // "tegoroczna zima" that is over began last year.
    let is_over =
        season == Season::Winter && slot.get(Field::YearRel) == Some(0) && moment.tense == Tense::Past;
    let named = year(slot, moment).map(|year| if is_over && begins_later(year) { year - 1 } else { year });
    let year = named.or_else(|| season_year(season, slot.get(Field::Rel), moment))?;
    Some(Calendar::Season(Some(year), season))
}

/// The year of a season without one. Winter belongs to the year in which it begins.
fn season_year(season: Season, rel: Option<i32>, moment: &Moment) -> Option<i16> {
    let day = moment.day;
    let days = |year| Calendar::Season(Some(year), season).days();
    let years = [day.year() - 2, day.year() - 1, day.year(), day.year() + 1];
    let latest = |test: &dyn Fn((Date, Date)) -> bool| {
        years.into_iter().rev().find(|year| days(*year).is_some_and(test))
    };
    let first =
        |test: &dyn Fn((Date, Date)) -> bool| years.into_iter().find(|year| days(*year).is_some_and(test));
    match (rel, moment.tense) {
        (Some(i32::MIN..=-1), _) => latest(&|days| days.1 < day),
        (Some(1..), _) => first(&|days| days.0 > day),
        (None, Tense::Past | Tense::Begun) => latest(&|days| days.0 <= day),
        // "Tej zimy spadło mało śniegu": the one that is over, until another has begun.
        (Some(0), Tense::Past) if season == Season::Winter => latest(&|days| days.0 <= day),
        (None, Tense::Future | Tense::Alone) => first(&|days| days.1 >= day),
        _ if season == Season::Winter && day.month() <= 6 => Some(day.year() - 1),
        _ => Some(day.year()),
    }
}
