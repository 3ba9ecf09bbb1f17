//! The day of writing as dates without a year see it.

use crate::calendar::{Date, PartialDate};
use crate::date::tense::Tense;

/// One possible day of writing, and on which side of it the text leans.
#[derive(Clone, Copy, Debug)]
pub(in crate::date) struct Moment {
    pub(in crate::date) day: Date,
    /// The same as far as it is known: with the month alone, a day of that month gets its year.
    pub(in crate::date) known: PartialDate,
    pub(in crate::date) tense: Tense,
}

impl Moment {
    /// The year of a month or day that is named without one: not after the day of writing in the past, not before it in the
    /// future, else the nearest. Of the day of writing only what is known counts.
    pub(super) fn year_of(&self, month: u8, day: Option<u8>) -> i16 {
        let year = self.known.year();
        let Some(now) = self.known.month() else { return year };
        let days = day.zip(self.known.day());
        let order = month.cmp(&now).then(days.map_or(std::cmp::Ordering::Equal, |(day, now)| day.cmp(&now)));
        let ahead = i16::from(month) - i16::from(now);
        match self.tense {
            Tense::Past if order.is_gt() => year - 1,
            // "przed marcowym szczytem" of February is that of this year, whatever the verb.
            Tense::PastNear if ahead > 2 => year - 1,
            Tense::PastNear if ahead < -9 => year + 1,
            Tense::FutureNear if ahead < -2 => year + 1,
            Tense::FutureNear if ahead > 9 => year - 1,
            Tense::Begun if order.is_gt() && ahead > 3 => year - 1,
            Tense::Begun if order.is_lt() && ahead < -9 => year + 1,
            Tense::Future | Tense::Alone if order.is_lt() => year + 1,
            Tense::Unknown | Tense::Present if ahead > 6 => year - 1,
            Tense::Unknown | Tense::Present if ahead < -6 => year + 1,
            _ => year,
        }
    }

    /// The year of `zeszły maj`, `ten maj`, `przyszły maj`: the last one before, that of this year, the first one after.
    pub(super) fn year_by_rel(&self, month: u8, rel: i32) -> i16 {
        let year = self.known.year();
        let now = self.known.month().unwrap_or(month);
        match rel {
            i32::MIN..=-1 if month >= now => year - 1,
            // "marzec po następnym"
            5 => self.year_by_rel(month, 1) + 1,
            1.. if month <= now => year + 1,
            _ => year,
        }
    }

    /// The year of a quarter or half (`part`, of so many months) that is named without one.
    pub(super) fn year_of_part(&self, part: i32, months: i32) -> i16 {
        let year = self.known.year();
        let Some(now) = self.known.month() else { return year };
        let now = (i32::from(now) - 1) / months + 1;
        match self.tense {
            Tense::Past if part > now => year - 1,
            Tense::Future if part < now => year + 1,
            _ => year,
        }
    }
}
