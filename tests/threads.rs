//! One analyzer for all threads: whatever the others read, every article has the analysis that it has alone.

use std::sync::{Barrier, OnceLock};
use std::thread;

use depesza::{Analyzer, Article};

const THREADS: usize = 4;
const ROUNDS: usize = 3;

fn articles() -> Vec<Article> {
    let mut paths: Vec<_> =
        std::fs::read_dir("examples/articles").unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| Article::parse(std::fs::read_to_string(path).unwrap())).collect()
}

fn analysis(analyzer: &Analyzer, article: &Article) -> String {
    let analysis = analyzer.analyze(article).unwrap();
    serde_json::to_string(&analysis.document(article)).unwrap()
}

/// Words that no other text has, so many that whatever is remembered of words is crowded.
fn noise(thread: usize, round: usize) -> Article {
    let word = |n: usize| format!("zgrzyt{}owie{} ", n * 7919 + round, thread);
    Article::parse((0..3000).map(word).collect::<String>())
}

/// Does the same in every thread, all beginning at once.
fn together(work: impl Fn(usize) + Sync) {
    let (start, work) = (&Barrier::new(THREADS), &work);
    thread::scope(|scope| {
        for thread in 0..THREADS {
            scope.spawn(move || {
                start.wait();
                work(thread);
            });
        }
    });
}

// One test, so that its threads are the first that ask for anything which is made once in a program.
#[test]
fn threads_give_what_one_gives() {
    let (analyzer, articles) = (Analyzer::new(), articles());
    let cold: Vec<OnceLock<Vec<String>>> = (0..THREADS).map(|_| OnceLock::new()).collect();
    together(|thread| {
        let found = articles.iter().map(|article| analysis(&analyzer, article)).collect();
        cold[thread].set(found).unwrap();
    });
    let alone = cold[0].get().unwrap();
    assert!(cold.iter().all(|found| found.get() == Some(alone)), "threads disagree");

    together(|thread| {
        for round in 0..ROUNDS {
            let _ = analysis(&analyzer, &noise(thread, round));
            // Each thread begins with another article.
            for k in 0..articles.len() {
                let at = (k + thread * 3 + round) % articles.len();
                assert_eq!(analysis(&analyzer, &articles[at]), alone[at], "article {at}, round {round}");
            }
        }
    });

    // After all that, and with an analyzer of its own.
    let fresh = Analyzer::builder().build().unwrap();
    for (article, alone) in articles.iter().zip(alone) {
        assert_eq!(analysis(&fresh, article), *alone);
    }
}
