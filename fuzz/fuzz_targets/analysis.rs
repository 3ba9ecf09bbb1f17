//! The whole pipeline, the JSON form and the renderings.
#![no_main]

use depesza::{Analyzer, Article, render};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let article = Article::parse(text);
    let analysis = Analyzer::new().analyze(&article).unwrap();
    let json = serde_json::to_string(&analysis.document(&article)).unwrap();
    assert!(json.starts_with('{'));
    render::conllu(&article, &analysis);
});
