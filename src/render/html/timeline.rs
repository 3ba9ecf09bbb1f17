//! The dates of the article on a line.

use std::collections::HashMap;

use crate::analysis::Document;
use crate::calendar::PartialDate;
use crate::date::TimexType;

/// Most points that are drawn; an article with more gets the first ones in calendar order.
const MOST: usize = 24;
/// Room for a point, in pixels: at least, and for each tenfold of the days since the one before.
const STEP: usize = 74;
const TENFOLD: usize = 16;
const MARGIN: usize = 60;

/// A drawing of points on a line; distances grow with the logarithm of the days between.
#[derive(Debug)]
pub(super) struct Timeline<'a> {
    pub(super) width: usize,
    pub(super) points: Vec<Point<'a>>,
}

/// A calendar value and where it stands.
#[derive(Debug)]
pub(super) struct Point<'a> {
    pub(super) x: usize,
    /// Whether its label stands above the line.
    pub(super) above: bool,
    pub(super) value: &'a str,
    /// Number of its first date in the text.
    pub(super) number: usize,
    /// The words of its first date.
    pub(super) words: &'a str,
    /// How often the article gives this value.
    pub(super) count: usize,
}

/// The timeline of the dates that have bounds; `None` when fewer than two values do.
pub(super) fn timeline<'a>(text: &'a str, document: &'a Document<'_>) -> Option<Timeline<'a>> {
    let mut points: Vec<(usize, Point<'a>)> = Vec::new();
    let mut places = HashMap::new();
    for (number, date) in document.dates.iter().enumerate() {
        let Some(day) = date.earliest.map(day_number) else { continue };
        if !matches!(date.kind, TimexType::Date | TimexType::Time) {
            continue;
        }
        let at = *places.entry(&*date.value).or_insert(points.len());
        if let Some((_, point)) = points.get_mut(at) {
            point.count += 1;
            continue;
        }
        let words = date.span.slice(text).unwrap_or_default();
        points.push((day, Point { x: 0, above: true, value: &date.value, number, words, count: 1 }));
    }
    points.sort_by_key(|(day, point)| (*day, point.number));
    points.truncate(MOST);
    let (mut x, mut before) = (MARGIN, None::<usize>);
    for (k, (day, point)) in points.iter_mut().enumerate() {
        let days = before.map_or(0, |before| *day - before);
        x += if k == 0 { 0 } else { STEP + TENFOLD * days.checked_ilog10().unwrap_or(0) as usize };
        (point.x, point.above, before) = (x, k % 2 == 0, Some(*day));
    }
    let points: Vec<_> = points.into_iter().map(|(_, point)| point).collect();
    (points.len() > 1).then_some(Timeline { width: x + MARGIN, points })
}

/// Days since a day long ago, months taken as 31 days long: near enough for a drawing that is not to scale.
fn day_number(date: PartialDate) -> usize {
    let year = usize::try_from(date.year()).unwrap_or(0);
    let (month, day) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
    (year * 12 + usize::from(month)) * 31 + usize::from(day)
}
