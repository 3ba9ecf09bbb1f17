//! Decades, centuries, millennia, and years before Christ.

use super::{small, year};
use crate::date::frame::{Field, Slot};
use crate::date::place::Moment;
use crate::date::value::Calendar;

/// Decades, centuries, millennia, years.
pub(super) fn of_era(slot: &Slot, moment: &Moment) -> Option<Calendar> {
    let century = slot.get(Field::Century).filter(|n| (1..=30).contains(n));
    // "druga dekada XX wieku", "ostatnia dekada XIX wieku"
    if let (Some(century), Some(ord @ (-1 | 1..=10))) = (century, slot.get(Field::Ord)) {
        let decade = (century - 1) * 10 + if ord < 0 { 9 } else { ord - 1 };
        return u16::try_from(decade).ok().map(Calendar::Decade);
    }
    if let Some(decade) = slot.get(Field::Decade) {
        let decade = match (century, decade) {
            (_, 1000..) => decade / 10,
            (Some(century), _) => (century - 1) * 10 + decade / 10,
            // "lata 90." are the latest that there were: 1990s, but 2010s and 2020s.
            (None, _) => {
                let now = i32::from(moment.day.year()) / 10;
                let this_century = now / 10 * 10 + decade / 10;
                if this_century > now { this_century - 10 } else { this_century }
            }
        };
        return u16::try_from(decade).ok().map(Calendar::Decade);
    }
    if let Some(century) = century {
        return Some(Calendar::Century(small(century - 1)));
    }
    if let Some(millennium) = slot.get(Field::Millennium) {
        return Some(Calendar::Millennium(small(millennium - 1)));
    }
    year(slot, moment).map(|year| Calendar::Year(Some(year)))
}

pub(super) fn before_christ(slot: &Slot) -> Option<Calendar> {
    slot.get(Field::Era)?;
    match (slot.get(Field::Year), slot.get(Field::Century)) {
        (Some(year), _) => u16::try_from(year).ok().map(Calendar::YearBc),
        (None, Some(century)) => Some(Calendar::CenturyBc(small(century - 1))),
        _ => None,
    }
}
