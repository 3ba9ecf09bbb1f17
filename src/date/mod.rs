//! Temporal expressions as calendar values.

use crate::calendar::PartialDate;
use crate::morph::Tagged;
use crate::span::Span;

/// The TIMEX3 type of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum TimexType {
    /// A day or a coarser stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurrence.
    Set,
}

/// A temporal expression of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timex {
    /// Its bytes.
    pub span: Span,
    /// Its type.
    pub kind: TimexType,
    /// The value; to be replaced by a typed value with `Display`.
    pub value: String,
    /// START, MID, END, APPROX, BEFORE, AFTER; to be replaced by a typed value.
    pub modifier: Option<String>,
    /// First and last calendar day that are certain; both are full dates.
    pub bounds: Option<(PartialDate, PartialDate)>,
}

/// The temporal expressions of a tagged text, resolved against the publication date.
pub fn find_in(_tagged: &Tagged<'_>, _anchor: Option<PartialDate>) -> Vec<Timex> {
    Vec::new()
}
