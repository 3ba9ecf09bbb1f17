//! Tokens as the grammar sees them: each with the classes that it can be. One look into the word table per token.

use super::grammar::Grammar;
use super::words::{Class, ClassSet, Reading};
use crate::morph::{Tag, Tagged, TaggedToken};
use crate::span::Span;
use crate::text;
use crate::token::TokenKind;

/// A token with its readings, which lie together in one arena.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) span: Span,
    classes: ClassSet,
    first: u32,
    count: u8,
    /// Whether a paragraph begins here.
    pub(super) breaks: bool,
}

/// The tokens of a text and all their readings.
#[derive(Debug, Default)]
pub(super) struct Items<'t> {
    pub(super) text: &'t str,
    /// The same tokens with their tags, where they are known.
    tagged: Option<&'t Tagged<'t>>,
    pub(super) tokens: Vec<Item>,
    readings: Vec<Reading>,
}

impl<'t> Items<'t> {
    pub(super) fn new(text: &'t str, tagged: Option<&'t Tagged<'t>>, capacity: usize) -> Self {
        Self { text, tagged, tokens: Vec::with_capacity(capacity), readings: Vec::with_capacity(capacity) }
    }

    /// The tag of the token at `at`, [`Tag::IGN`] where none is known.
    pub(super) fn tag(&self, at: usize) -> Tag {
        self.tagged.and_then(|tagged| tagged.get(at)).map_or(Tag::IGN, TaggedToken::tag)
    }

    /// Adds the next token.
    #[inline]
    pub(super) fn push(&mut self, grammar: &Grammar, span: Span, kind: TokenKind, key: &str, breaks: bool) {
        let first = self.readings.len();
        match kind {
            TokenKind::Number => number_readings(grammar, key, &mut self.readings),
            TokenKind::Word | TokenKind::Punctuation | TokenKind::Symbol => {
                self.readings.extend_from_slice(grammar.words.readings(key));
                if kind == TokenKind::Word && key.starts_with(['i', 'v', 'x']) {
                    roman_readings(
                        grammar,
                        span.slice(self.text).unwrap_or_default(),
                        key,
                        &mut self.readings,
                    );
                }
            }
            _ => {}
        }
        let readings = self.readings.get(first..).unwrap_or_default();
        let classes = readings.iter().fold(ClassSet::default(), |set, x| set | ClassSet::of(x.class));
        let count = u8::try_from(readings.len()).unwrap_or(u8::MAX);
        let first = u32::try_from(first).unwrap_or(u32::MAX);
        self.tokens.push(Item { span, classes, first, count, breaks });
    }

    /// What the token at `at` can be.
    #[inline]
    pub(super) fn readings(&self, at: usize) -> &[Reading] {
        let Some(item) = self.tokens.get(at) else { return &[] };
        let first = item.first as usize;
        self.readings.get(first..first + usize::from(item.count)).unwrap_or_default()
    }

    /// The classes of the token at `at`, and perhaps others.
    pub(super) fn classes(&self, at: usize) -> ClassSet {
        self.tokens.get(at).map_or_else(ClassSet::default, |item| item.classes)
    }

    /// The number of the token at `at` in a class.
    pub(super) fn number(&self, at: usize, class: Class) -> Option<i32> {
        self.readings(at).iter().find(|reading| reading.class == class).map(|reading| reading.number)
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.number(at, class).is_some()
    }

    /// The token as written.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).and_then(|item| item.span.slice(self.text)).unwrap_or_default()
    }

    /// The token before, in the same paragraph.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let starts = self.tokens.get(at).is_none_or(|item| item.breaks);
        if starts { None } else { at.checked_sub(1) }
    }

    /// The token behind, in the same paragraph.
    pub(super) fn behind(&self, at: usize) -> Option<usize> {
        self.tokens.get(at + 1).filter(|item| !item.breaks).map(|_| at + 1)
    }

    /// Whether the token begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a sentence may begin at the token.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        self.before(at).is_none_or(|before| {
            let word = self.word(before);
            matches!(word, "." | "!" | "?" | "…" | ":" | "(")
                || word.chars().all(|c| text::is_quote(c) || text::is_dash(c))
        })
    }
}

/// Readings of a token that begins with a digit.
fn number_readings(grammar: &Grammar, key: &str, out: &mut Vec<Reading>) {
    let classes = &grammar.numbers;
    let mut add = |class, number: i32| out.push(Reading { class, number });
    let digits = key.bytes().take_while(u8::is_ascii_digit).count();
    let Some((head, rest)) = key.split_at_checked(digits) else { return };
    let Some(number) = head.parse::<i32>().ok().filter(|_| digits <= 4) else { return };
    if rest.is_empty() {
        add(classes.int, number);
        add(classes.calendar_word, number);
        match digits {
            1 | 2 => {
                if (1..=31).contains(&number) {
                    add(classes.day, number);
                }
                if (1..=12).contains(&number) {
                    add(classes.month, number);
                }
                if number <= 24 {
                    add(classes.hour, number);
                }
                if digits == 2 {
                    add(classes.two, number);
                }
                if digits == 2 && number % 10 == 0 {
                    add(classes.ten, number);
                }
            }
            3 => add(classes.hundreds, number),
            _ if (1000..2200).contains(&number) => add(classes.year, number),
            _ => {}
        }
        // The grammar may name a number itself: "11 listopada" in the name of a feast.
        out.extend_from_slice(grammar.words.readings(key));
        return;
    }
    if let Some((class, number)) = joined(classes, number, digits, rest) {
        add(class, number);
    } else if let Some(number) = dotted(rest, number, digits, &mut add, classes) {
        add(classes.dm, number);
    } else if let Some(suffix) = rest.strip_prefix(|c: char| text::is_hyphen(c)) {
        let unit = grammar.words.readings(&format!("-{suffix}")).iter().find(|x| x.class == classes.suffix);
        if let Some(unit) = unit {
            add(classes.length, number * 100 + unit.number);
        } else if is_ordinal_ending(suffix) {
            add(classes.ordinal, number);
        }
    } else if is_ordinal_ending(rest) {
        add(classes.ordinal, number);
    }
}

/// Endings of ordinals glued to their digits: `18-go`, `17-stej`, `1szy`, `80-tych`.
fn is_ordinal_ending(text: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "go", "ego", "tego", "szego", "ciego", "ej", "tej", "stej", "szej", "ciej", "mej", "ty", "sty",
        "szy", "ci", "gi", "my", "y", "ta", "sta", "ga", "tych", "ych", "te", "e", "tym", "ym", "giego",
        "mego",
    ];
    ENDINGS.contains(&text)
}

/// `2023-09-14`, `17:30`, `2023/2024`, `3/4/2015`
fn joined(
    classes: &super::grammar::NumberClasses,
    number: i32,
    digits: usize,
    rest: &str,
) -> Option<(Class, i32)> {
    let parts = |separator: char, count: usize| -> Option<Vec<i32>> {
        let parts: Option<Vec<i32>> = rest.strip_prefix(separator)?.split(separator).map(plain).collect();
        parts.filter(|parts| parts.len() == count)
    };
    if let Some([month, day]) = parts('-', 2).as_deref() {
        return (digits == 4).then_some((classes.ymd, pack(number, *month, *day)?));
    }
    if let Some([minute]) = parts(':', 1).as_deref() {
        return (number <= 24 && rest.len() == 3).then_some((classes.clock, number * 60 + minute));
    }
    if let Some([month, year]) = parts('/', 2).as_deref() {
        // American order where ours cannot be: "10/31/1974".
        let (day, month) = if *month > 12 { (*month, number) } else { (number, *month) };
        return Some((classes.dmy, pack(*year, month, day)?));
    }
    if let Some([second]) = parts('/', 1).as_deref() {
        if number <= 12 && (13..=31).contains(second) {
            return Some((classes.month_day, number * 100 + second));
        }
        let second = if rest.len() == 3 { number / 100 * 100 + second } else { *second };
        let is_next = digits == 4 && number >= 1000 && second == number + 1;
        return is_next.then_some((classes.pair, number * 10_000 + second));
    }
    (rest == ",5" || rest == ".5").then_some((classes.half, number))
}

/// `14.01.1928` goes out as a date, `17.30` as a time; `5.04` is returned as day and month.
fn dotted(
    rest: &str,
    number: i32,
    digits: usize,
    mut add: impl FnMut(Class, i32),
    classes: &super::grammar::NumberClasses,
) -> Option<i32> {
    let mut groups = rest.strip_prefix('.')?.split('.');
    let (second, third) = (groups.next()?, groups.next());
    let month = plain(second).filter(|_| second.len() <= 2 && digits <= 2)?;
    match third {
        Some(year) if groups.next().is_none() && matches!(year.len(), 2 | 4) => {
            if let Some(date) = plain(year).and_then(|year| pack(year, month, number)) {
                add(classes.dmy, date);
            }
            None
        }
        Some(_) => None,
        None => {
            if second.len() == 2 && number <= 24 && month < 60 {
                add(classes.dotted, number * 60 + month);
            }
            ((1..=12).contains(&month) && (1..=31).contains(&number)).then_some(month * 100 + number)
        }
    }
}

/// Year, month and day in one number; `None` where the month or day cannot be.
fn pack(year: i32, month: i32, day: i32) -> Option<i32> {
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(year * 10_000 + month * 100 + day)
}

fn plain(text: &str) -> Option<i32> {
    let fits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// Readings of a Roman numeral in capitals, and of an adjective with one: `XIX-wieczny`.
fn roman_readings(grammar: &Grammar, word: &str, key: &str, out: &mut Vec<Reading>) {
    let classes = &grammar.numbers;
    let (numeral, suffix) = word.split_once(text::is_hyphen).unwrap_or((word, ""));
    let Some(number) = roman_number(numeral) else { return };
    if !suffix.is_empty() {
        let ending = key.get(numeral.len()..).unwrap_or_default();
        if grammar.words.readings(ending).iter().any(|x| x.class == classes.century_suffix) {
            out.push(Reading { class: classes.century, number });
        }
        return;
    }
    out.push(Reading { class: classes.roman, number });
    if number <= 12 {
        out.push(Reading { class: classes.roman_month, number });
    }
}

/// A Roman numeral in capitals, up to 39: months and centuries reach no further.
fn roman_number(numeral: &str) -> Option<i32> {
    let (mut total, mut last) = (0, 0);
    for c in numeral.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => return None,
        };
        total += if value < last { -value } else { value };
        last = last.max(value);
    }
    (roman(total) == numeral).then_some(total)
}

fn roman(number: i32) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = usize::try_from(number / 10).unwrap_or(0);
    let ones = usize::try_from(number % 10).ok().and_then(|one| ones.get(one)).copied().unwrap_or("");
    "X".repeat(tens) + ones
}
