//! Hard inputs: every one is analysed, and the records stay well formed.

#[path = "support/trouble.rs"]
mod trouble;

use depesza::{Analyzer, Article, Span};

#[test]
fn every_hard_input_is_analysed() {
    let analyzer = Analyzer::new();
    for (name, text) in trouble::inputs(40_000) {
        let article = Article::builder().body(&text).published("2023-09".parse().unwrap()).build();
        let parsed = Article::parse(&text);
        for article in [article, parsed] {
            let analysis = analyzer.analyze(&article).unwrap();
            let text = article.text();
            let in_text = |span: Span| assert!(span.slice(text).is_some(), "{name}: {span:?}");
            analysis.dates().iter().for_each(|date| in_text(date.span));
            analysis.quotes().iter().flat_map(|quote| &quote.content).for_each(|span| in_text(*span));
            analysis.entities().iter().flat_map(|entity| &entity.mentions).for_each(|m| in_text(m.span));
        }
    }
}

/// Short inputs that once broke a stage; fuzzing found them.
const BROKEN: &[&str] = &[
    // A joined report whose conjunction is the first token of the text.
    "A zarazem dodał, że nie ma zgody.",
];

#[test]
fn what_once_broke_is_analysed() {
    for text in BROKEN {
        let article = Article::parse(*text);
        let analysis = Analyzer::new().analyze(&article).unwrap();
        assert_eq!(analysis.tokens(&article).count(), depesza::token::tokens(text).count(), "{text}");
    }
}
