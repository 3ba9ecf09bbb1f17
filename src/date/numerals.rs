//! Readings of tokens that are made of digits or Roman numerals.

use super::grammar::{Grammar, NumberClasses};
use super::words::{Class, Reading, Words};
use crate::text;

/// Readings of a token that begins with a digit.
pub(super) fn digits(grammar: &Grammar, key: &str, out: &mut Vec<Reading>) {
    let classes = &grammar.numbers;
    let mut add = |class, number: i32| out.push(Reading { class, number });
    let digits = key.bytes().take_while(u8::is_ascii_digit).count();
    let Some((head, rest)) = key.split_at_checked(digits) else { return };
    let Some(number) = head.parse::<i32>().ok().filter(|_| digits <= 4) else { return };
    if rest.is_empty() {
        return plain_readings(classes, number, digits, add);
    }
    if let Some((class, number)) = joined(classes, number, digits, rest) {
        add(class, number);
    } else if let Some(number) = dotted(rest, number, digits, &mut add, classes) {
        add(classes.dm, number);
    } else if let Some(suffix) = rest.strip_prefix(|c: char| text::is_hyphen(c)) {
        let unit = grammar.entries.readings(&format!("-{suffix}")).iter().find(|x| x.class == classes.suffix);
        if let Some(unit) = unit {
            add(classes.length, number * 100 + unit.number);
        } else if is_ordinal_ending(suffix) {
            add(classes.ordinal, number);
        }
    } else if is_ordinal_ending(rest) {
        add(classes.ordinal, number);
    }
}

/// Readings of a number of so many digits and nothing else.
fn plain_readings(classes: &NumberClasses, number: i32, digits: usize, mut add: impl FnMut(Class, i32)) {
    add(classes.int, number);
    add(classes.calendar_word, number);
    match digits {
        1 | 2 => {
            let fits = [
                (classes.day, (1..=31).contains(&number)),
                (classes.month, (1..=12).contains(&number)),
                (classes.hour, number <= 24),
                (classes.two, digits == 2),
                (classes.ten, digits == 2 && number % 10 == 0),
            ];
            fits.iter().filter(|(_, fits)| *fits).for_each(|(class, _)| add(*class, number));
        }
        3 => add(classes.hundreds, number),
        _ if (1000..2200).contains(&number) => add(classes.year, number),
        _ => {}
    }
}

/// Makes words of the numbers that are met most: days, hours, years.
pub(super) fn add_plain(classes: &NumberClasses, words: &mut Words) {
    for number in (0..100).chain(1900..2050) {
        let key = number.to_string();
        plain_readings(classes, number, key.len(), |class, number| words.add(key.clone(), class, number));
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
fn joined(classes: &NumberClasses, number: i32, digits: usize, rest: &str) -> Option<(Class, i32)> {
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
        // "w nocy z 8/9 września"
        let is_next_day = *second == number + 1 || number >= 28 && *second == 1;
        if digits <= 2 && is_next_day && (1..=31).contains(&number) && *second <= 31 {
            return Some((classes.day_pair, number));
        }
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
    classes: &NumberClasses,
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
pub(super) fn roman(grammar: &Grammar, word: &str, key: &str, out: &mut Vec<Reading>) {
    let classes = &grammar.numbers;
    let (numeral, suffix) = word.split_once(text::is_hyphen).unwrap_or((word, ""));
    let Some(number) = roman_number(numeral) else { return };
    if !suffix.is_empty() {
        let ending = key.get(numeral.len()..).unwrap_or_default();
        if grammar.entries.readings(ending).iter().any(|x| x.class == classes.century_suffix) {
            out.push(Reading { class: classes.century, number });
        }
        return;
    }
    out.push(Reading { class: classes.roman, number });
    // "I połowa" is the beginning, "II połowa" the end.
    if number <= 2 {
        out.push(Reading { class: classes.roman_half, number: (number - 1) * 2 });
    }
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
    (in_roman(total) == numeral).then_some(total)
}

fn in_roman(number: i32) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = usize::try_from(number / 10).unwrap_or(0);
    let ones = usize::try_from(number % 10).ok().and_then(|one| ones.get(one)).copied().unwrap_or("");
    "X".repeat(tens) + ones
}
