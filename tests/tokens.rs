//! Tokens and the words inside them, by the tables in `tests/data/tokens.toml`, and what holds for any text.

use depesza::token::{Options, Token, TokenKind, tokens, tokens_with, words};
use proptest::prelude::*;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
    kinds: std::collections::BTreeMap<TokenKind, Vec<String>>,
    words: Vec<Words>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
    tokens: String,
}

#[derive(Deserialize)]
struct Words {
    name: String,
    split: String,
}

fn table() -> Table {
    toml::from_str(include_str!("data/tokens.toml")).expect("the table is well formed")
}

fn texts(text: &str) -> Vec<&str> {
    tokens(text).map(|token| token.text(text)).collect()
}

#[test]
fn texts_fall_into_these_tokens() {
    for Case { name, text, tokens } in table().case {
        assert_eq!(texts(&text), tokens.split(' ').collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn tokens_are_of_these_kinds() {
    for (kind, entries) in table().kinds {
        for entry in entries {
            let found: Vec<Token> = tokens(&entry).collect();
            assert_eq!(found.iter().map(|token| token.kind).collect::<Vec<_>>(), [kind], "{entry}");
        }
    }
}

#[test]
fn tokens_fall_into_these_words() {
    for Words { name, split } in table().words {
        for entry in split.split(' ') {
            let token = entry.replace('+', "");
            let parts: Vec<_> = words(&token).parts(&token).collect();
            assert_eq!(parts.join("+"), entry, "{name}");
        }
    }
}

#[test]
fn protected_tokens_stay_whole_where_they_are_words() {
    let options = ["Canal+", "AC/DC", "C++", "C"].into_iter().try_fold(Options::default(), Options::protect);
    let options = options.expect("no entry holds white space");
    let text = "Canal+, AC/DC i C++. Ceny C! AC/DCx";
    let found: Vec<_> = tokens_with(text, &options).map(|token| token.text(text)).collect();
    assert_eq!(found, ["Canal+", ",", "AC/DC", "i", "C++", ".", "Ceny", "C", "!", "AC", "/", "DCx"]);
}

#[test]
fn entries_that_cannot_be_tokens_are_refused() {
    for entry in ["", "a b", "\u{a0}"] {
        assert!(Options::default().protect(entry).is_err(), "{entry:?}");
    }
}

/// Texts of the pieces that the rules look at, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "a",
            "ż",
            "W",
            "Łódź",
            "12",
            "5",
            ".",
            ",",
            ":",
            "-",
            "–",
            "/",
            "'",
            "’",
            "&",
            "@",
            "#",
            "_",
            "http://",
            "www.",
            "pl",
            ".com",
            "°C",
            "%",
            "👍",
            "🏽",
            "\u{200d}",
            "\u{fe0f}",
            "🇵",
            "\u{301}",
            "\u{ad}",
            "\u{feff}",
            " ",
            "\u{a0}",
            "\r\n",
            "\u{1c}",
            "\u{c0}",
            "×",
            "(",
            ")",
            "„",
            "”",
            "\"",
            "łem",
            "by",
            "ś",
            "2023-09-14",
            "...",
            "?!",
            "漢",
            "\u{660}",
            "\0",
        ])
        .prop_map(str::to_owned),
        "\\PC",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn is_space(c: char) -> bool {
    depesza::text::is_space(c)
}

proptest! {
    #[test]
    fn tokens_and_white_space_make_up_the_text(text in pieces()) {
        let mut end = 0;
        for token in tokens(&text) {
            prop_assert!(!token.span.is_empty());
            let gap = text.get(end..token.span.start());
            prop_assert!(gap.is_some_and(|gap| gap.chars().all(is_space)), "{:?}", gap);
            let inside = token.span.slice(&text);
            prop_assert!(inside.is_some_and(|inside| !inside.contains(is_space)), "{:?}", inside);
            end = token.span.end();
        }
        prop_assert!(text.get(end..).is_some_and(|rest| rest.chars().all(is_space)));
    }

    #[test]
    fn a_text_cut_at_white_space_has_the_same_tokens(left in pieces(), right in pieces()) {
        let text = format!("{left}\n{right}");
        let apart: Vec<_> = texts(&left).into_iter().chain(texts(&right)).collect();
        prop_assert_eq!(texts(&text), apart);
    }

    #[test]
    fn decomposed_text_has_the_same_tokens(text in "[A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż0-9 .,'-]{0,40}") {
        let decomposed: String = text.nfd().collect();
        let composed: Vec<String> = texts(&decomposed).into_iter().map(|token| token.nfc().collect()).collect();
        prop_assert_eq!(composed, texts(&text));
    }

    #[test]
    fn words_make_up_the_token(token in "\\PC{0,12}(łem|łam|śmy|byście|by|ń|ś|\u{301})?") {
        let parts: Vec<_> = words(&token).parts(&token).collect();
        prop_assert_eq!(parts.concat(), token.as_str());
        prop_assert!(token.is_empty() || parts.iter().all(|part| !part.is_empty()));
    }
}
