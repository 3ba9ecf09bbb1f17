//! Temporal expressions: the table of `tests/data/dates.toml`, and what holds for any text.

use depesza::Span;
use depesza::calendar::PartialDate;
use depesza::date::{self, Timex, Value};
use depesza::morph::{ParagraphKind, Tagged};
use proptest::prelude::*;
use serde::Deserialize;

/// Sentences that are written on the same day.
#[derive(Deserialize)]
struct Group {
    name: String,
    /// Day of writing; 2023-09-14 where it is left out, "none" for none.
    #[serde(rename = "ref")]
    anchor: Option<String>,
    /// Whether the tense can only be told from tags.
    #[serde(default)]
    tagged: bool,
    /// A sentence with its expressions in brackets, and their values: `value`, `value MOD` or `value first..last`.
    rows: Vec<Vec<String>>,
}

#[derive(Deserialize)]
struct Table {
    group: Vec<Group>,
}

fn described(found: &[Timex], text: &str, with_bounds: bool) -> Vec<(String, String)> {
    let value = |timex: &Timex| {
        let modifier = timex.modifier.map_or(String::new(), |modifier| format!(" {modifier}"));
        let bounds = timex.bounds.filter(|_| with_bounds);
        let bounds = bounds.map_or(String::new(), |(first, last)| format!(" {first}..{last}"));
        format!("{}{modifier}{bounds}", timex.value)
    };
    found.iter().map(|timex| (timex.span.slice(text).unwrap().to_owned(), value(timex))).collect()
}

#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
fn table() {
    let table: Table = toml::from_str(include_str!("data/dates.toml")).unwrap();
    let mut failures = Vec::new();
    for group in table.group {
        let anchor = match group.anchor.as_deref() {
            Some("none") => None,
            anchor => Some(anchor.unwrap_or("2023-09-14").parse().unwrap()),
        };
        for row in group.rows {
            let (sentence, values) = row.split_first().unwrap();
            let text = sentence.replace(['[', ']'], "");
            let spans = sentence.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
            let expected: Vec<_> = spans.map(|rest| rest.0.to_owned()).zip(values.iter().cloned()).collect();
            assert_eq!(expected.len(), values.len(), "brackets of {sentence}");
            let with_bounds = values.iter().any(|value| value.contains(".."));
            let over_tags = date::find_in(&Tagged::new(&text), anchor);
            let from_text = if group.tagged { over_tags.clone() } else { date::find(&text, anchor) };
            for (way, found) in [("tagged", over_tags), ("from text", from_text)] {
                let found = described(&found, &text, with_bounds);
                if found != expected {
                    failures.push(format!(
                        "{} ({way}): {sentence}: {found:?}, expected {expected:?}",
                        group.name
                    ));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn asides_hold_no_dates_and_both_entry_points_agree() {
    let text = "Wczoraj padało.\nCzytaj też: Jutro będzie padać.\nW środę ruszy budowa.";
    let anchor = "2023-09-14".parse().ok();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut at = 0;
    let stretches: Vec<_> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            at += line.len();
            let kind = if index == 1 { ParagraphKind::Aside } else { ParagraphKind::Prose };
            (Span::new(at - line.len(), at).unwrap(), kind)
        })
        .collect();
    let found = date::find_in(&Tagged::with_paragraphs(text, stretches), anchor);
    let words: Vec<_> = found.iter().map(|timex| timex.span.slice(text).unwrap()).collect();
    assert_eq!(words, ["Wczoraj", "środę"]);
    let all: Vec<_> = date::find(text, anchor).into_iter().map(|timex| timex.value.to_string()).collect();
    assert_eq!(all, ["2023-09-13", "2023-09-15", "2023-09-20"]);
}

#[test]
fn no_expression_runs_over_the_end_of_a_line() {
    let found = date::find("Zamknięto 12\nmaja 2022 r.", "2023-09-14".parse().ok());
    assert!(found.iter().all(|timex| timex.value.to_string() != "2022-05-12"), "{found:?}");
}

/// What must hold for every expression of every text.
fn check(text: &str, anchor: Option<PartialDate>) -> Result<(), TestCaseError> {
    let found = date::find(text, anchor);
    for pair in found.windows(2) {
        prop_assert!(pair[0].span.end() <= pair[1].span.start());
    }
    for timex in &found {
        prop_assert!(timex.span.slice(text).is_some_and(|words| !words.trim().is_empty()));
        let written = timex.value.to_string();
        let back: Value =
            written.parse().map_err(|error| TestCaseError::fail(format!("{written}: {error}")))?;
        prop_assert_eq!(back.to_string(), written);
        if let (Some((first, last)), Some((earliest, latest))) = (timex.value.days(), timex.bounds) {
            prop_assert!(earliest.first_day() <= first && last <= latest.last_day(), "{:?}", timex);
        }
        if let Some((earliest, latest)) = timex.bounds {
            prop_assert!(earliest <= latest);
            prop_assert!(earliest.day().is_some() && latest.day().is_some());
        }
    }
    Ok(())
}

fn anchor() -> impl Strategy<Value = Option<PartialDate>> {
    let day = (1990i16..2040, 1u8..=12, 1u8..=28).prop_map(|(y, m, d)| PartialDate::from_day(y, m, d));
    let month = (1990i16..2040, 1u8..=12).prop_map(|(y, m)| PartialDate::from_month(y, m));
    prop_oneof![4 => day, 1 => month, 1 => Just(None)]
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in ".{0,80}", anchor in anchor()) {
        check(&text, anchor)?;
    }

    #[test]
    fn any_row_of_words_of_time_holds(
        words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..12),
        anchor in anchor(),
    ) {
        check(&words.join(" "), anchor)?;
    }

    #[test]
    fn every_day_is_read_back_from_its_notations(year in 1900i16..2100, month in 1u8..=12, day in 1u8..=28) {
        const GENITIVE: [&str; 12] = [
            "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
            "października", "listopada", "grudnia",
        ];
        const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        let (name, roman) = (GENITIVE[usize::from(month) - 1], ROMAN[usize::from(month) - 1]);
        let expected = format!("{year:04}-{month:02}-{day:02}");
        for text in [
            format!("{day} {name} {year} r."),
            format!("{day} {name} {year} roku"),
            format!("{day} {roman} {year} r."),
            format!("{day}.{month:02}.{year}"),
            format!("{day:02}.{month:02}.{year} r."),
            expected.clone(),
        ] {
            let timex = date::parse(&text, None);
            prop_assert_eq!(timex.map(|timex| timex.value.to_string()), Some(expected.clone()), "{}", text);
        }
    }

    #[test]
    fn values_are_refused_or_printed_back(text in "[-0-9XWQHPTMDY/BC:SUFAEN{},]{0,16}") {
        if let Ok(value) = text.parse::<Value>() {
            prop_assert_eq!(value.to_string().parse::<Value>().unwrap(), value);
        }
    }
}

const WORDS: &[&str] = &[
    "1",
    "12",
    "31",
    "29",
    "2023",
    "1999",
    "14.01.1928",
    "17.30",
    "20:45",
    "5.04",
    "maja",
    "lutego",
    "V",
    "XIX",
    "wieku",
    "lat",
    "lata",
    "90",
    ".",
    "roku",
    "r",
    "br",
    "do",
    "od",
    "w",
    "z",
    "na",
    "o",
    "przed",
    "po",
    "za",
    "temu",
    "dni",
    "dwa",
    "pół",
    "i",
    "–",
    "-",
    "piątek",
    "środę",
    "ubiegły",
    "przyszłym",
    "tygodniu",
    "miesiącu",
    "początku",
    "koniec",
    "rano",
    "nocy",
    "godz",
    "co",
    "każdy",
    "Wielkanoc",
    "kwartale",
    "trzecim",
    "latem",
    "wczoraj",
    "jutro",
    "później",
    "wcześniej",
    "tego",
    "dnia",
    "ok",
    "ponad",
    ",",
    "(",
    ")",
    "a",
    "między",
    "przełomie",
    "p.n.e",
    "2023/2024",
    "ostatnich",
    "kilka",
    "pierwszego",
    "dziewięćdziesiątych",
    "półtora",
    "ósmej",
    "święto",
    "trzech",
    "króli",
    "9999",
    "0",
    "99",
];
