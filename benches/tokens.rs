//! Tokens, words and sentences beside the segmenters of other crates, on the same text in the same run.
//!
//! `cargo bench --bench tokens`; `DEPESZA_BENCH_TEXT=FILE` takes a text of one's own, `DEPESZA_BENCH_LARGE=1` goes on to
//! 100 MB in the series of sizes.

#[path = "support/prose.rs"]
mod prose;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use depesza::sentence::{self, sentences};
use depesza::token::{Token, tokens, words};
use icu_segmenter::WordSegmenter;
use unicode_segmentation::UnicodeSegmentation;

/// Distinct prose for the comparison with peers.
const PEERS: usize = 2 << 20;

/// Tokens, the words in them and the ends of sentences, as the analyzer takes them: the tokens once.
fn all_three(text: &str) -> usize {
    let tokens: Vec<Token> = tokens(text).collect();
    let words: usize = tokens.iter().map(|token| 1 + words(token.text(text)).points().count()).sum();
    words + sentence::boundaries(text, &tokens, &sentence::Options::default()).count()
}

fn peers(criterion: &mut Criterion) {
    let text = prose::text(PEERS);
    let text = text.as_str();
    let icu = WordSegmenter::new_for_non_complex_scripts(
        icu_segmenter::options::WordBreakInvariantOptions::default(),
    );
    let mut group = criterion.benchmark_group("peers");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
    group.bench_function("depesza tokens", |b| b.iter(|| tokens(black_box(text)).count()));
    group.bench_function("depesza sentences", |b| b.iter(|| sentences(black_box(text)).count()));
    group.bench_function("depesza tokens + words + sentences", |b| b.iter(|| all_three(black_box(text))));
    group.bench_function("unicode-segmentation split_word_bounds", |b| {
        b.iter(|| black_box(text).split_word_bounds().count());
    });
    group.bench_function("unicode-segmentation unicode_words", |b| {
        b.iter(|| black_box(text).unicode_words().count());
    });
    group.bench_function("icu_segmenter word", |b| b.iter(|| icu.segment_str(black_box(text)).count()));
    group.bench_function("std split_ascii_whitespace", |b| {
        b.iter(|| black_box(text).split_ascii_whitespace().count());
    });
    group.finish();
}

/// The cost of a byte must not grow with the text.
fn sizes(criterion: &mut Criterion) {
    let last = if std::env::var_os("DEPESZA_BENCH_LARGE").is_some() { 100_000_000 } else { 10_000_000 };
    let mut group = criterion.benchmark_group("sizes");
    group.sample_size(10);
    for size in std::iter::successors(Some(1_000), |size| Some(size * 10)).take_while(|size| *size <= last) {
        let text = prose::made(size);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("tokens", size), text.as_str(), |b, text| {
            b.iter(|| tokens(black_box(text)).count());
        });
        group.bench_with_input(
            BenchmarkId::new("tokens + words + sentences", size),
            text.as_str(),
            |b, text| {
                b.iter(|| all_three(black_box(text)));
            },
        );
    }
    group.finish();
}

criterion_group!(benches, peers, sizes);
criterion_main!(benches);
