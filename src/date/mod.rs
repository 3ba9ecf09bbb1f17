//! Temporal expressions as calendar values.
//!
//! [`find`] reads a text, [`find_in`] a text that is tagged already, [`parse`] a single expression. Every expression
//! gets a [`TimexType`], a [`Value`] in the notation of TIMEX3 and, where they are certain, its first and last day.
//!
//! # Conventions
//!
//! The anchor is the day of writing, as far as it is known.
//!
//! * **Weekday**: with a verb in the past the latest one, with a verb in the future the next one; today counts both
//!   times, for news says "w czwartek" of its own day. "na piątek" looks ahead, "od poniedziałku" back. With a
//!   verb in the present yesterday is nearer than six days on. A participle says that it is done ("przyjęta w
//!   piątek"), a purpose that it is to come ("aby w piątek było …").
//! * **`sobotnie wydanie`, `marcowy szczyt`** belong to their noun: of a month just ahead it is this year's, whatever the verb.
//! * **`zeszły wtorek`** is the Tuesday of the week before; **`ubiegły`, `miniony`, `ostatni wtorek`** the last Tuesday before today.
//!   **`przyszły piątek`** is the Friday of the next week, **`najbliższy piątek`** the first one after today. On a
//!   Thursday the last two are eight days and one day away.
//! * **`zeszły tydzień`** is the ISO week before, from Monday to Sunday: `2023-W36`.
//! * **Month, day and feast without a year**: the latest with a verb in the past, the next with one in the future, the
//!   nearest without a verb. An expression that is all of its paragraph is taken as typed into a form, and looks ahead.
//! * **`dane za październik`** look back whatever the tense.
//! * **`trzy dni temu`** is a day, `trzy tygodnie temu` the day 21 days back, `trzy miesiące temu` a month, `trzy lata temu`
//!   a year: an expression is as exact as its unit. `półtora roku temu` is the month 18 months back.
//! * **Winter** carries the year in which it begins; `XIX wiek` is `18`, `lata 90.` is `199`.
//! * **Night** belongs to the day on which it begins: "w nocy z soboty na niedzielę" is Saturday's `TNI`; "o 3" of that night
//!   is Sunday's.
//! * **`na początku roku`** with a verb in the future is the next beginning, **`pod koniec roku`** with one in the past the last
//!   end, unless it is that time of the year. **`w następnym roku`** with a verb in the past counts from the date named last.
//! * **A bare time** belongs to the day named shortly before, else to the day of writing.
//! * **With only a month or a year as anchor** nothing is invented: "wczoraj" stays `XXXX-XX-XX`, "we wtorek" `XXXX-WXX-2`,
//!   and the bounds span all days that it can be.
//! * With `BEFORE` or `AFTER` the value and the bounds are those of the date named.
//!
//! # How it works
//!
//! `words.txt`, `feasts.txt` and `rules.txt` in this folder are the grammar; a form is added there. A form is looked up
//! once for all tagged texts; only tokens that a rule can begin with, before a token that it can go on with, are tried, and
//! the longest match wins. The tense of a clause is looked for when a date leaves open on which side of today it lies.

mod ahead;
mod bits;
mod builder;
mod coded;
mod entries;
#[cfg(test)]
mod examples;
mod frame;
mod grammar;
mod guard;
mod length;
mod matcher;
mod numerals;
mod place;
mod range;
mod read;
mod resolve;
mod rule;
mod scan;
mod tense;
mod value;
mod words;

pub use value::{Calendar, Modifier, Period, Point, Reference, Season, TimeOfDay, Unit, Value};

use crate::calendar::PartialDate;
use crate::morph::{Paragraph, ParagraphKind, Tagged, WrittenForm};
use crate::span::Span;
use crate::text;
use grammar::{GRAMMAR, Grammar};
use matcher::{Match, Matcher};
use resolve::Resolver;
use scan::Items;

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
    /// Its value.
    pub value: Value,
    /// What the expression adds to the value: the beginning of it, about it, before it.
    pub modifier: Option<Modifier>,
    /// First and last calendar day that are certain; both are full dates.
    pub bounds: Option<(PartialDate, PartialDate)>,
}

/// The temporal expressions of a text, resolved against the day of writing as far as it is known. Lines are paragraphs;
/// no expression runs over the end of one. Without an anchor what depends on it stays open.
///
/// ```
/// use depesza::date::{self, TimexType};
///
/// let text = "Umowę podpisano we wtorek o 17.30, a jutro ruszą prace. Potrwają dwa i pół roku.";
/// let found = date::find(text, "2023-09-14".parse().ok());
/// let values: Vec<String> = found.iter().map(|timex| timex.value.to_string()).collect();
/// assert_eq!(values, ["2023-09-12T17:30", "2023-09-15", "P2Y6M"]);
/// assert_eq!(found[0].kind, TimexType::Time);
/// assert_eq!(found[0].span.slice(text), Some("wtorek o 17.30"));
/// ```
pub fn find(text: &str, anchor: Option<PartialDate>) -> Vec<Timex> {
    let grammar = &*GRAMMAR;
    let items = Items::of_text(grammar, text);
    scan(grammar, &items, anchor, |_| true)
}

/// The temporal expressions of a tagged text, resolved against the day of writing as far as it is known. Paragraphs of
/// kind [`ParagraphKind::Aside`] are left out; no expression runs over the end of a paragraph.
pub fn find_in(tagged: &Tagged<'_>, anchor: Option<PartialDate>) -> Vec<Timex> {
    find_with(tagged, &tagged.forms(), anchor)
}

/// The same with the distinct forms of the text.
pub(crate) fn find_with(
    tagged: &Tagged<'_>,
    forms: &[WrittenForm<'_>],
    anchor: Option<PartialDate>,
) -> Vec<Timex> {
    let grammar = &*GRAMMAR;
    let items = Items::of_tagged(grammar, tagged, forms);
    let is_aside = |paragraph: &&Paragraph| paragraph.kind == ParagraphKind::Aside;
    let asides: Vec<_> =
        tagged.paragraphs().iter().filter(is_aside).map(|aside| aside.tokens.clone()).collect();
    scan(grammar, &items, anchor, |at| {
        asides.get(asides.partition_point(|aside| aside.end <= at)).is_none_or(|aside| aside.start > at)
    })
}

/// The value of a text that is one temporal expression and nothing else, but for a preposition before it and marks around it.
///
/// ```
/// let timex = depesza::date::parse("w ubiegłym tygodniu", "2023-09-14".parse().ok()).unwrap();
/// assert_eq!(timex.value.to_string(), "2023-W36");
/// assert!(depesza::date::parse("w ubiegłym tygodniu padało", None).is_none());
/// ```
pub fn parse(expression: &str, anchor: Option<PartialDate>) -> Option<Timex> {
    const BEFORE: &[&str] = &["w", "we", "o", "na", "do", "od", "z", "ze", "po", "przed", "dnia", "przez"];
    let mut found = find(expression, anchor);
    let timex = found.pop().filter(|_| found.is_empty())?;
    let before = expression.get(..timex.span.start())?.trim();
    let behind = expression.get(timex.span.end()..)?.trim();
    let is_whole = (before.is_empty() || BEFORE.contains(&before.to_lowercase().as_str()))
        && behind.chars().all(|c| c.is_ascii_punctuation());
    is_whole.then_some(timex)
}

/// Expressions that there is room for at first.
const FEWEST: usize = 8;

/// Tries the grammar at every token that is allowed, from left to right.
fn scan(
    grammar: &Grammar,
    items: &Items<'_>,
    anchor: Option<PartialDate>,
    is_allowed: impl Fn(usize) -> bool,
) -> Vec<Timex> {
    let mut resolver = Resolver::new(grammar, items, anchor);
    let mut matcher = Matcher::new(grammar, items);
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = items.next_start(at) {
        at = start + 1;
        if !is_allowed(start) {
            continue;
        }
        let mut next = matcher.longest(start, usize::MAX);
        // "przełożono z soboty na niedzielę": two days, and no night between them.
        let shifted = |next: &Match| guard::is_shift(grammar, items, next);
        while next.as_ref().is_some_and(shifted) {
            next = next.and_then(|next| matcher.longest(start, next.end));
        }
        let Some(next) = next else { continue };
        // "przy ulicy 11 listopada": nor is a part of it a date.
        if guard::is_address(grammar, items, &next) {
            at = next.end;
        } else if !guard::refuses(grammar, items, &next) {
            at = next.end;
            if let Some(timex) = resolver.resolve(&next) {
                text::make_room(&mut found, at, items.len(), FEWEST);
                found.push(timex);
            }
        }
    }
    found
}
