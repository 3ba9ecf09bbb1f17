//! Quotations by the table in `tests/data/quotes.toml`, and what holds for any text.

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
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
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

/// The rows of `data/cues.txt`: the text, its contents, its speaker.
fn cue_rows() -> impl Iterator<Item = (String, Vec<String>, String)> {
    let rows = include_str!("data/cues.txt").lines();
    rows.filter(|row| !row.is_empty() && !row.starts_with('#')).map(|row| {
        let between = |open: char, close: char| {
            let parts = row.split(open).skip(1).filter_map(|part| part.split_once(close));
            parts.map(|(inner, _)| inner.to_owned()).collect::<Vec<_>>()
        };
        let speaker = between('{', '}').pop().expect("a row has its speaker in braces");
        (row.replace(['[', ']', '{', '}'], ""), between('[', ']'), speaker)
    })
}

#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
fn each_row_of_the_cues_has_its_content_and_speaker() {
    let mut wrong = Vec::new();
    for (text, contents, speaker) in cue_rows() {
        let found: Vec<_> = find(&text).iter().map(|quote| row(quote, &text)).collect();
        let right =
            |[_, content, name]: &[String; 3], expected: &String| content == expected && *name == speaker;
        let all = found.iter().zip(&contents).all(|(row, content)| right(row, content));
        if found.len() != contents.len() || !all {
            wrong.push(format!("{text}\n  found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An entry of the lexicon is covered where one of its verbs carries a quotation of the tables, with its fixed words near it.
#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
fn each_cue_of_the_lexicon_has_a_row() {
    let table: Table = toml::from_str(include_str!("data/quotes.toml")).expect("the table is well formed");
    let texts = table.case.into_iter().map(|case| case.text).chain(cue_rows().map(|(text, ..)| text));
    let mut seen: Vec<(String, Vec<String>)> = Vec::new();
    for text in texts {
        for cue in find(&text).into_iter().filter_map(|quote| quote.cue) {
            // A fixed word may stand right before the verb.
            let before =
                text[..cue.span.start()].rsplit(' ').find(|word| !word.is_empty()).unwrap_or_default();
            let inside = text[cue.span.start()..cue.span.end()].split(' ').skip(1);
            let words = inside.chain([before]).map(str::to_lowercase).collect();
            seen.push((cue.lemma, words));
        }
    }
    let lexicon = include_str!("../src/quote/cues.txt").lines().filter(|line| !line.starts_with('#'));
    let entries = lexicon.filter_map(|line| line.split_once(':')).filter(|entry| !entry.1.contains("never"));
    let covered = |entry: &str| {
        let (verbs, tail) = entry.split_once('+').unwrap_or((entry, ""));
        let verbs: Vec<_> = verbs.trim().trim_start_matches("nie ").split('/').map(str::trim).collect();
        let tail: Vec<_> = tail.split_whitespace().collect();
        seen.iter().any(|(lemma, words)| {
            verbs.contains(&lemma.as_str()) && tail.iter().all(|word| words.iter().any(|w| w == word))
        })
    };
    let missing: Vec<_> = entries.filter(|(entry, _)| !covered(entry)).map(|(entry, _)| entry).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
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
