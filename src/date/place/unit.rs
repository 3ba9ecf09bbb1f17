//! Units seen from the day of writing: the last week, this year, the coming weekend.

use super::{Moment, small};
use crate::date::coded::Grain;
use crate::date::frame::{Field, Slot};
use crate::date::tense::Tense;
use crate::date::value::{Calendar, Modifier};

/// `ubiegły tydzień`, `ten rok`, `przyszły weekend`, or a weekend that the tense places.
pub(super) fn of_unit(slot: &Slot, moment: &Moment) -> Option<Calendar> {
    let day = moment.day;
    let rel = slot.get(Field::Rel);
    let unit = slot.grain()?;
    let steps = rel.map_or_else(|| nearest_edge(slot, unit, moment), i32::signum);
    let year = i32::from(day.year());
    let months = |unit: i32| {
        let part = i32::from(day.month() - 1) / unit + steps;
        let year = i16::try_from(year + part.div_euclid(12 / unit)).ok()?;
        Some((Some(year), small(part.rem_euclid(12 / unit) + 1)))
    };
    match unit {
        Grain::Day => day.add_days(steps).map(Calendar::Day),
        Grain::Week => Some(Calendar::Week(Some(day.monday(steps)?.iso_week()))),
        Grain::Month => months(1).map(|(year, month)| Calendar::Month(year, Some(month))),
        Grain::Quarter => months(3).map(|(year, quarter)| Calendar::Quarter(year, quarter)),
        Grain::Half => months(6).map(|(year, half)| Calendar::Half(year, half)),
        Grain::Year => i16::try_from(year + steps).ok().map(|year| Calendar::Year(Some(year))),
        Grain::Decade => u16::try_from(year / 10 + steps).ok().map(Calendar::Decade),
        Grain::Century => Some(Calendar::Century(small(year / 100 + steps))),
        Grain::Weekend => {
            let is_weekend = day.weekday().number() >= 6;
            let weeks = match (rel, moment.tense) {
                (Some(2), _) => i32::from(is_weekend),
                (None, Tense::Past) if !is_weekend => -1,
                _ => steps,
            };
            Some(Calendar::Weekend(Some(day.monday(weeks)?.iso_week())))
        }
        Grain::Millennium => Some(Calendar::Millennium(small(year / 1000 + steps))),
        _ => None,
    }
}

/// "na początku roku" of what will be is the next one, "pod koniec roku" of what was the one before, unless it is that
/// time of the year or month.
fn nearest_edge(slot: &Slot, unit: Grain, moment: &Moment) -> i32 {
    let (Some(month), done) = (moment.known.month(), moment.known.day()) else { return 0 };
    let passed = match unit {
        Grain::Month => done.map_or(50, |day| i32::from(day) * 3),
        Grain::Year => i32::from(month) * 8,
        _ => return 0,
    };
    match (slot.coded(Field::ModNoun), moment.tense) {
        (Some(Modifier::Start), Tense::Future) if passed > 40 => 1,
        (Some(Modifier::End), Tense::Past) if passed < 60 => -1,
        _ => 0,
    }
}
