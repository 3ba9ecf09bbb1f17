//! Sentences, by the table in `tests/data/sentences.toml`, and what holds for any text.

use depesza::Span;
use depesza::sentence::{Ending, Options, boundaries, sentences, sentences_with};
use depesza::token::tokens;
use proptest::prelude::*;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
    lines: Vec<Lines>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    sentences: Vec<String>,
}

#[derive(Deserialize)]
struct Lines {
    name: String,
    text: String,
    sentences: Vec<String>,
}

fn table() -> Table {
    toml::from_str(include_str!("data/sentences.toml")).expect("the table is well formed")
}

fn texts(text: &str) -> Vec<&str> {
    sentences(text).filter_map(|span| span.slice(text)).collect()
}

#[test]
fn paragraphs_fall_into_these_sentences() {
    for Case { name, sentences } in table().case {
        assert_eq!(texts(&sentences.join(" ")), sentences, "{name}");
    }
}

#[test]
fn decomposed_paragraphs_fall_into_the_same_sentences() {
    for Case { name, sentences } in table().case {
        let text: String = sentences.join(" ").nfd().collect();
        let found: Vec<String> = texts(&text).into_iter().map(|sentence| sentence.nfc().collect()).collect();
        assert_eq!(found, sentences, "{name}");
    }
}

#[test]
fn lines_fall_into_these_sentences() {
    for Lines { name, text, sentences } in table().lines {
        assert_eq!(texts(&text), sentences, "{name}");
    }
}

#[test]
fn own_abbreviations_win_over_the_rules() {
    let text = "Przyjechał łącz. Nowak. Zjadł 3 tys. Potem spał.";
    let options = Options::default().abbreviation("łącz.", Ending::Never).expect("one word");
    let found: Vec<_> = sentences_with(text, &options).filter_map(|span| span.slice(text)).collect();
    assert_eq!(found, ["Przyjechał łącz. Nowak.", "Zjadł 3 tys.", "Potem spał."]);
    assert_eq!(sentences(text).count(), 4);
}

/// Texts of the words and marks that the rules look at, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "r", "w", "prof", "tys", "5", "2022", "K", "Rosja", "W", "Po", "zrobił", "dom", "była", "i", "że",
        ",", ".", ".", ".", "!", "?", "…", "...", ":", "–", "„", "”", "\"", "(", ")", "[4]", "\n", "lat",
        "XX", "itd", "zł", "Nowak", " ", " ", " ", " ", " ",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn sentences_partition_the_tokens(text in prop_oneof![pieces(), "\\PC{0,60}"]) {
        let tokens: Vec<_> = tokens(&text).collect();
        let options = Options::default();
        let ends: Vec<usize> = boundaries(&text, &tokens, &options).collect();
        prop_assert_eq!(ends.last().copied().unwrap_or(0), tokens.len());
        let mut from = 0;
        let spans: Vec<Span> = ends.iter().map(|end| {
            let span = tokens[from].span.to(tokens[*end - 1].span);
            from = *end;
            span
        }).collect();
        prop_assert_eq!(sentences(&text).collect::<Vec<_>>(), spans);
    }

    #[test]
    fn no_sentence_crosses_a_line(text in pieces()) {
        prop_assert!(texts(&text).iter().all(|sentence| !sentence.contains('\n')));
    }

    #[test]
    fn lines_apart_have_the_same_sentences(left in pieces(), right in pieces()) {
        let text = format!("{left}\n{right}");
        let apart: Vec<_> = texts(&left).into_iter().chain(texts(&right)).collect();
        prop_assert_eq!(texts(&text), apart);
    }

    /// What follows a boundary is split as if nothing stood before it.
    #[test]
    fn the_rest_behind_a_boundary_is_split_alike(text in pieces()) {
        let all: Vec<Span> = sentences(&text).collect();
        for (nth, sentence) in all.iter().enumerate() {
            let rest = text.get(sentence.start()..).expect("a span of the text");
            prop_assert_eq!(sentences(rest).count(), all.len() - nth, "from {:?}", sentence);
        }
    }
}

#[test]
fn a_decomposed_initial_is_one_letter() {
    for text in ["Czytaj też: Minister r. Jan \u{130} .Jan", "Czytaj też: Minister r. Jan I\u{307} .Jan"] {
        assert_eq!(sentences(text).count(), 2, "{text}");
    }
}
