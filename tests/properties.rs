//! Invariants of every analysis, over texts that look like news and texts that look like nothing.

use depesza::morph::TaggedToken;
use depesza::{Analysis, Analyzer, Article, Span};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Pieces of which texts are built: words, marks, layout and characters that break naive code.
const PIECES: &[&str] = &[
    "Minister",
    "Jan",
    "Kowalski",
    "powiedział",
    "że",
    "w środę",
    "12 maja 2022 r.",
    "2023-09-14",
    "o godz. 18.00",
    "Anna Nowak-Kruk",
    "zrobiłem",
    "żebyśmy",
    "na ul. Długiej",
    "prof. dr hab.",
    "Unii Europejskiej",
    "PAP",
    "dodał",
    "według",
    "I tak",
    "10 000 zł",
    "3,5 proc.",
    "„",
    "”",
    "\"",
    "»",
    "«",
    "– ",
    "- ",
    "—",
    ".",
    ",",
    "?",
    "!",
    "...",
    "…",
    ":",
    ";",
    "(",
    ")",
    "(PAP)",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "\u{2028}",
    "\t",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "e\u{301}",
    "o\u{301}",
    "Czytaj też: ",
    "Zobacz też:\n",
    "wynikiCzytaj też:",
    "Źródło: PAP",
    "date 2023-09 ",
    "Data publikacji: 2023-09-11",
    "... zobacz więcej",
    "Fot. Jan Lis",
    "https://example.org/ą?b=1",
    "@sejm",
    "#wybory",
    "jan@example.org",
    "😀",
    "👩‍👩‍👧",
    "ﬁ",
    "İ",
    "ß",
    "\u{1c}",
    "\u{0}",
    "中",
    "א",
    "1",
    "2",
    "r.",
];

fn news() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| {
        let mut text = String::new();
        for piece in pieces {
            text.push_str(piece);
            if piece.chars().next().is_some_and(char::is_alphanumeric) {
                text.push(' ');
            }
        }
        text
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => news(), 1 => any::<String>(), 1 => "\\PC{0,80}"]
}

fn analyse(text: &str) -> (Article, Analysis) {
    let article = Article::parse(text);
    let analysis = Analyzer::new().analyze(&article).unwrap();
    (article, analysis)
}

fn json(text: &str) -> String {
    let (article, analysis) = analyse(text);
    serde_json::to_string(&analysis.document(&article)).unwrap()
}

/// Spans lie in the text, on character boundaries, in order, and do not overlap.
fn check_order(text: &str, spans: &[Span]) {
    for span in spans {
        assert!(span.slice(text).is_some_and(|words| !words.is_empty()), "{span:?} in {text:?}");
    }
    for pair in spans.windows(2) {
        assert!(pair[0].end() <= pair[1].start(), "{pair:?} in {text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blocks_cover_all_that_is_not_blank(text in any_text()) {
        let article = Article::parse(text.as_str());
        let spans: Vec<_> = article.blocks().iter().map(|block| block.span).collect();
        check_order(&text, &spans);
        let mut at = 0;
        for span in spans.iter().copied().chain([Span::new(text.len(), text.len()).unwrap()]) {
            prop_assert!(text[at..span.start()].chars().all(depesza::text::is_space), "{text:?} before {span:?}");
            at = span.end();
        }
        for block in article.blocks() {
            prop_assert!(block.target.is_none_or(|target| block.span.contains(target)));
        }
    }

    #[test]
    fn spans_of_an_analysis_hold(text in any_text()) {
        let (article, analysis) = analyse(&text);
        let tokens: Vec<_> = analysis.tokens(&article).map(TaggedToken::span).collect();
        check_order(&text, &tokens);
        let blocks: Vec<_> = analysis.blocks().iter().map(|block| block.span).collect();
        for token in &tokens {
            prop_assert!(blocks.iter().any(|block| block.contains(*token)));
        }
        for quote in analysis.quotes() {
            prop_assert!(!quote.content.is_empty());
            check_order(&text, &quote.content);
        }
        for span in analysis.dates().iter().map(|date| date.span) {
            check_order(&text, &[span]);
        }
        for (k, entity) in analysis.entities().iter().enumerate() {
            prop_assert_eq!(entity.id as usize, k);
            prop_assert!(!entity.mentions.is_empty() && !entity.name.is_empty());
            check_order(&text, &entity.mentions.iter().map(|mention| mention.span).collect::<Vec<_>>());
        }
        for speaker in analysis.quotes().iter().filter_map(|quote| quote.speaker.as_ref()) {
            prop_assert!(speaker.entity.is_none_or(|id| (id as usize) < analysis.entities().len()));
        }
    }

    #[test]
    fn sentences_partition_the_tokens(text in any_text()) {
        let (article, analysis) = analyse(&text);
        let mut at = 0;
        for range in analysis.sentences() {
            prop_assert_eq!(range.start, at);
            prop_assert!(range.end > at);
            at = range.end;
        }
        prop_assert_eq!(at, analysis.tokens(&article).count());
    }

    #[test]
    fn tokens_and_gaps_rebuild_the_prose(text in any_text()) {
        let (article, analysis) = analyse(&text);
        let mut at = 0;
        let is_gap = |gap: &str| gap.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c));
        for token in analysis.tokens(&article) {
            prop_assert!(is_gap(&text[at..token.span().start()]), "{text:?} before {token:?}");
            at = token.span().end();
        }
        prop_assert!(is_gap(&text[at..]), "{text:?} after {at}");
    }

    #[test]
    fn the_same_text_gives_the_same_analysis(text in any_text()) {
        prop_assert_eq!(json(&text), json(&text));
    }

    #[test]
    fn written_analyses_are_read_back(text in any_text()) {
        let (article, analysis) = analyse(&text);
        let document = analysis.document(&article);
        let written = serde_json::to_string(&document).unwrap();
        prop_assert_eq!(&serde_json::from_str::<depesza::analysis::Document>(&written).unwrap(), &document);
    }

    #[test]
    fn a_block_alone_has_the_tokens_that_it_has_in_its_article(text in news()) {
        let (article, analysis) = analyse(&text);
        for block in analysis.blocks() {
            let words = block.span.slice(article.text()).unwrap();
            let inside = analysis.tokens(&article).filter(|token| block.span.contains(token.span()));
            let inside: Vec<_> = inside.map(TaggedToken::text).collect();
            let alone: Vec<_> = depesza::token::tokens(words).map(|token| token.text(words)).collect();
            prop_assert_eq!(inside, alone);
        }
    }

    #[test]
    fn decomposed_letters_change_no_lemma_name_or_value(text in news()) {
        let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
        let [(a, one), (b, other)] = [analyse(&composed), analyse(&decomposed)];
        let lemmas = |article: &Article, analysis: &Analysis| -> Vec<String> {
            analysis.tokens(article).map(|token| token.lemma().nfc().collect()).collect()
        };
        prop_assert_eq!(lemmas(&a, &one), lemmas(&b, &other));
        let names = |analysis: &Analysis| -> Vec<String> {
            analysis.entities().iter().map(|entity| entity.name.nfc().collect()).collect()
        };
        prop_assert_eq!(names(&one), names(&other));
        let values = |article: &Article, analysis: &Analysis| -> Vec<String> {
            analysis.document(article).dates.into_iter().map(|date| date.value.into_owned()).collect()
        };
        prop_assert_eq!(values(&a, &one), values(&b, &other));
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}
