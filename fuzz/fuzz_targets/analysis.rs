//! The whole pipeline, the JSON form and the renderings: records point into the text, and what is written can be read.
#![no_main]

use depesza::analysis::Document;
use depesza::render::{self, ReportOptions};
use depesza::{Analysis, Analyzer, Article, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let article = Article::parse(text);
    let analysis = Analyzer::new().analyze(&article).unwrap();
    check(&article, &analysis);
    let document = analysis.document(&article);
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<Document<'_>>(&json).unwrap(), document);
    render::conllu(&article, &analysis);
    render::report(&article, &analysis, ReportOptions::default().width(40).colour(true));
    let page = render::html(&article, &analysis);
    assert!(!page.contains("<script") && page.ends_with("</html>"));
});

fn check(article: &Article, analysis: &Analysis) {
    let text = article.text();
    let has_words = |span: Span| assert!(span.slice(text).is_some_and(|words| !words.is_empty()), "{span:?}");
    let mut at = 0;
    for token in analysis.tokens(article) {
        assert!(token.span().start() >= at);
        at = token.span().end();
        has_words(token.span());
    }
    let sentences = analysis.sentences();
    assert!(sentences.windows(2).all(|pair| pair[0].end == pair[1].start));
    for (k, entity) in analysis.entities().iter().enumerate() {
        assert_eq!(entity.id as usize, k);
        assert!(!entity.name.is_empty() && !entity.mentions.is_empty());
        entity.mentions.iter().for_each(|mention| has_words(mention.span));
    }
    for quote in analysis.quotes() {
        assert!(!quote.content.is_empty());
        quote.content.iter().for_each(|piece| has_words(*piece));
        if let Some(entity) = quote.speaker.as_ref().and_then(|speaker| speaker.entity) {
            assert!((entity as usize) < analysis.entities().len());
        }
    }
    analysis.dates().iter().for_each(|date| has_words(date.span));
}
