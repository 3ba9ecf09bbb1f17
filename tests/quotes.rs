//! Quotations by the table in `tests/data/quotes.toml`, and what holds for any text.

use std::time::{Duration, Instant};

use depesza::quote::{Quote, QuoteKind, Resolution, find};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
    quotes: Vec<[String; 3]>,
}

fn row(quote: &Quote, text: &str) -> [String; 3] {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        _ => "indirect",
    };
    let pieces: Vec<_> = quote.content.iter().filter_map(|span| span.slice(text)).collect();
    let speaker = quote.speaker.as_ref().map_or("-", |speaker| &speaker.name);
    [kind.to_owned(), pieces.join(" … "), speaker.to_owned()]
}

#[test]
fn quotations_by_pattern() {
    let table: Table = toml::from_str(include_str!("data/quotes.toml")).expect("the table is well formed");
    let mut wrong = Vec::new();
    for Case { name, text, quotes } in table.case {
        let found: Vec<_> = find(&text).iter().map(|quote| row(quote, &text)).collect();
        if found != quotes {
            wrong.push(format!("{name}\n  expected {quotes:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn resolution_says_how_the_speaker_was_found() {
    let text = "Minister Jan Rak powiedział, że rok był dobry. Dodał, że następny będzie lepszy. \
                Zdaniem ministra rosną płace. Jego zdaniem spadną ceny.";
    let found: Vec<_> = find(text).into_iter().filter_map(|quote| quote.speaker).collect();
    let resolutions: Vec<_> = found.iter().map(|speaker| speaker.resolution).collect();
    assert_eq!(resolutions, [Resolution::Named, Resolution::Carried, Resolution::Role, Resolution::Pronoun]);
    assert!(found.iter().all(|speaker| speaker.name == "Jan Rak" && speaker.entity.is_some()));
    assert!(found[0].confidence > found[3].confidence);
    assert_eq!(found[1].span, None);
}

#[test]
fn time_is_linear_in_marks_dashes_and_cues() {
    for unit in [
        "„",
        "\"",
        "– ",
        "– A – powiedział ",
        "jak dodał, ",
        "powiedział, że ",
        "zdaniem ",
        "i dodał, że „",
        "„a „b “ ” ",
    ] {
        let time = |times: usize| {
            let text = unit.repeat(times);
            let start = Instant::now();
            let _ = find(&text);
            start.elapsed()
        };
        let (short, long) = (time(500), time(4000));
        assert!(long < 40 * short + Duration::from_millis(400), "{unit:?}: {short:?} and {long:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn spans_are_in_bounds_and_contents_not_empty(
        parts in prop::collection::vec(prop::sample::select(vec![
            "– ", "- ", "„", "”", "\"", "« ", "»", ", ", ". ", "! ", ": ", "\n\n", "Anna ", "Nowak ", "powiedziała ", "dodał ",
            "że ", "jak ", "zdaniem ", "według ", "ministra ", "jest ", "dobrze ", "i ", "(", ") ", "który ", "jego ", "\u{301}",
        ]), 0..60)
    ) {
        let text = parts.concat();
        for quote in find(&text) {
            prop_assert!(!quote.content.is_empty());
            for span in &quote.content {
                let words = span.slice(&text);
                prop_assert!(words.is_some_and(|words| !words.trim().is_empty()), "{span:?}");
            }
            prop_assert!(quote.content.is_sorted());
            let spans = quote.cue.iter().map(|cue| cue.span).chain(quote.speaker.iter().filter_map(|speaker| speaker.span));
            for span in spans {
                prop_assert!(span.slice(&text).is_some());
            }
        }
    }
}
