//! Conversions to and from jiff's civil types.

use jiff::civil;

use super::{Date, PartialDate, Weekday};

/// Why a day of one calendar has no counterpart in the other: its year is not between 1 and 9999.
impl TryFrom<civil::Date> for Date {
    type Error = crate::Error;

    fn try_from(date: civil::Date) -> Result<Self, crate::Error> {
        u8::try_from(date.month())
            .ok()
            .zip(u8::try_from(date.day()).ok())
            .and_then(|(month, day)| Self::new(date.year(), month, day))
            .ok_or_else(|| crate::Error::InvalidDate {
                input: date.to_string(),
                reason: "the year is not between 1 and 9999",
            })
    }
}

impl From<Date> for civil::Date {
    fn from(date: Date) -> Self {
        // Every Date is a valid jiff date, which reaches from -9999 to 9999.
        let [month, day] = [date.month(), date.day()].map(|number| i8::try_from(number).unwrap_or(1));
        Self::new(date.year(), month, day).unwrap_or(Self::ZERO)
    }
}

/// The first day that the partial date covers.
impl From<PartialDate> for civil::Date {
    fn from(date: PartialDate) -> Self {
        date.first_day().into()
    }
}

impl From<Weekday> for civil::Weekday {
    fn from(weekday: Weekday) -> Self {
        let number = i8::try_from(weekday.number()).unwrap_or(1);
        Self::from_monday_one_offset(number).unwrap_or(Self::Monday)
    }
}
