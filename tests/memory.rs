//! The peak heap of an analysis stays in proportion to the text.

use depesza::{Analyzer, Article};
use peak_alloc::PeakAlloc;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Most heap that an analysis may hold for each byte of text.
const BYTES_PER_BYTE: usize = 30;

fn peak_of(text: &str) -> usize {
    let article = Article::parse(text);
    let analyzer = Analyzer::new();
    analyzer.analyze(&article).unwrap();
    let before = HEAP.current_usage();
    HEAP.reset_peak_usage();
    let analysis = analyzer.analyze(&article).unwrap();
    let peak = HEAP.peak_usage() - before;
    drop(analysis);
    peak
}

// One test, so that no other one allocates beside it.
#[test]
fn the_peak_of_an_analysis_is_bounded_by_its_text() {
    let articles = std::fs::read_dir("examples/articles").unwrap();
    let prose: String = articles.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let peak = peak_of(&prose);
    println!("ordinary prose: {} bytes of heap for {} bytes of text", peak, prose.len());
    assert!(peak <= BYTES_PER_BYTE * prose.len(), "{peak} bytes for {} of prose", prose.len());
}
