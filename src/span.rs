//! Byte ranges of the caller's text.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::Error;

/// A place or number in a text as it is kept: texts are below 4 GiB.
pub(crate) fn narrow(x: usize) -> u32 {
    u32::try_from(x).unwrap_or(u32::MAX)
}

/// A range of bytes `[start, end)` in the text that the caller passed in.
///
/// Offsets are `u32`: half the memory of `usize`, and the same limit (4 GiB) on every machine. `start <= end` always
/// holds, on deserialising too. The written form is the pair `[start, end]`.
///
/// ```
/// use depesza::Span;
///
/// let span = Span::new(3, 6).unwrap();
/// assert_eq!(span.slice("Do Kim"), Some("Kim"));
/// assert_eq!(serde_json::to_string(&span).unwrap(), "[3,6]");
/// assert!(Span::new(6, 3).is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(with = "(u32, u32)"))]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span `[start, end)`; `None` when it is reversed or past 4 GiB.
    pub fn new(start: usize, end: usize) -> Option<Self> {
        let (start, end) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        (start <= end).then_some(Self { start, end })
    }

    /// For offsets that are in order by construction, in a text below the size cap.
    pub(crate) fn at(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        let [start, end] = [start, end].map(narrow);
        Self { start, end: end.max(start) }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same as a standard range.
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The words at this place; `None` when the span is not one of `text`.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

impl TryFrom<Range<usize>> for Span {
    type Error = Error;

    fn try_from(range: Range<usize>) -> Result<Self, Error> {
        Self::new(range.start, range.end).ok_or(Error::Span { start: range.start, end: range.end })
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, end) = <(usize, usize)>::deserialize(deserializer)?;
        Self::try_from(start..end).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reversed_spans_are_refused_everywhere() {
        assert!(Span::new(2, 1).is_none());
        assert!(serde_json::from_str::<Span>("[2,1]").is_err());
        assert_eq!(serde_json::from_str::<Span>("[1,2]").unwrap(), Span::at(1, 2));
    }

    #[test]
    fn slicing_off_a_character_boundary_gives_none() {
        assert_eq!(Span::at(0, 1).slice("ą"), None);
        assert_eq!(Span::at(0, 9).slice("ą"), None);
    }
}
