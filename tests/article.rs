//! The layout table: texts and the blocks they are made of.

use depesza::Article;
use depesza::article::BlockKind;
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
    #[serde(default)]
    published: String,
    blocks: Vec<String>,
    #[serde(default)]
    targets: Vec<String>,
}

fn cases() -> Vec<Case> {
    toml::from_str::<Table>(include_str!("data/layout.toml")).expect("the table is well formed").case
}

fn kind_name(kind: BlockKind) -> String {
    serde_json::to_string(&kind).unwrap().trim_matches('"').to_owned()
}

/// Whether `found` is `expected`, which may have "…" for words left out.
fn same(found: &str, expected: &str) -> bool {
    match expected.split_once(" … ") {
        Some((start, end)) => found.starts_with(start) && found.ends_with(end),
        None => found == expected,
    }
}

#[test]
fn layout_table() {
    for case in cases() {
        let article = Article::parse(case.text.as_str());
        let words = |span: depesza::Span| span.slice(article.text()).unwrap();
        let found: Vec<_> =
            article.blocks().iter().map(|b| format!("{}: {}", kind_name(b.kind), words(b.span))).collect();
        let equal =
            found.len() == case.blocks.len() && found.iter().zip(&case.blocks).all(|(f, e)| same(f, e));
        assert!(equal, "{}\n found {found:#?}\n expected {:#?}", case.name, case.blocks);
        let published = article.published().map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(published, case.published, "{}", case.name);
        let targets: Vec<_> = article.blocks().iter().filter_map(|block| block.target).map(words).collect();
        assert_eq!(targets, case.targets, "{}", case.name);
    }
}

#[test]
fn fields_that_a_caller_has_apart_keep_their_kinds() {
    let article = Article::builder()
        .title("12 maja 2022")
        .lead("Źródło: własne")
        .body("Umowa podpisana\n\nMinister podpisał umowę.\n\nData publikacji: 2023-01-02")
        .build();
    let kinds: Vec<_> = article.blocks().iter().map(|block| kind_name(block.kind)).collect();
    assert_eq!(kinds, ["title", "lead", "heading", "paragraph", "dateline"]);
    assert_eq!(article.published().unwrap().to_string(), "2023-01-02");
    let text = "12 maja 2022\n\nŹródło: własne\n\nUmowa podpisana\n\nMinister podpisał umowę.\n\nData publikacji: 2023-01-02";
    assert_eq!(article.text(), text);
}

#[test]
fn an_empty_builder_gives_an_empty_article() {
    let article = Article::builder().title(" ").build();
    assert!(article.blocks().is_empty() && article.text().is_empty());
}

#[test]
fn separators_of_ascii_are_white_space_around_links_too() {
    let text = "wynikiCzytaj też: .\u{1c}Czytaj też:  ";
    let article = Article::parse(text);
    for block in article.blocks() {
        assert!(block.target.is_none_or(|target| block.span.contains(target)), "{block:?}");
    }
    assert!(Article::builder().title("\u{1c}").build().text().is_empty());
}
