//! What may be shared and sent between threads.

use depesza::analysis::Document;
use depesza::article::ArticleBuilder;
use depesza::morph::{Columns, Tagged};
use depesza::{Analysis, Analyzer, AnalyzerBuilder, Article, Error, Span};

fn shared<T: Send + Sync + Unpin + std::fmt::Debug>() {}
fn owned<T: Send + Sync + Clone + 'static>() {}

#[test]
fn types_cross_threads() {
    shared::<Tagged<'_>>();
    shared::<Document<'_>>();
    owned::<Analyzer>();
    owned::<AnalyzerBuilder>();
    owned::<Analysis>();
    owned::<Article>();
    owned::<ArticleBuilder>();
    owned::<Columns>();
    owned::<Document<'static>>();
    owned::<Error>();
    owned::<Span>();
}

#[test]
fn one_analyzer_serves_many_threads() {
    let analyzer = Analyzer::new();
    let article = Article::parse("W środę minister podpisał umowę.");
    let alone = serde_json::to_string(&analyzer.analyze(&article).unwrap().document(&article)).unwrap();
    std::thread::scope(|scope| {
        let run = || {
            let analysis = analyzer.analyze(&article).unwrap();
            serde_json::to_string(&analysis.document(&article)).unwrap()
        };
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(run)).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), alone);
        }
    });
}
