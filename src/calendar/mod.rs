//! Civil calendar values: no text, no Polish words.
//!
//! [`Date`] is a day, [`PartialDate`] a date known to the year, the month or the day; [`Weekday`], ISO weeks,
//! [`easter`] and the [`Feast`]s reckoned from it. With the feature `jiff` days convert to and from jiff's civil types.

#[cfg(feature = "jiff")]
mod convert;
mod date;
mod feast;
mod partial;
mod weekday;

pub(crate) use date::shift_month;
pub use date::{Date, days_in_month};
pub use feast::{Feast, easter, public_holidays};
pub use partial::PartialDate;
pub use weekday::Weekday;
