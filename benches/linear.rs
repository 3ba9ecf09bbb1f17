//! Time per byte on hard inputs beside ordinary prose, at doubling sizes: it must not grow with the size.
//!
//! `cargo bench --bench linear`; `DEPESZA_BENCH_LARGE=1` goes on to 10 MB.

#[path = "../tests/support/trouble.rs"]
mod trouble;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use depesza::{Analyzer, Article};

fn sizes() -> Vec<usize> {
    let last = if std::env::var_os("DEPESZA_BENCH_LARGE").is_some() { 10_000_000 } else { 400_000 };
    std::iter::successors(Some(100_000), |size| Some(size * 2)).take_while(|size| *size <= last).collect()
}

fn prose(len: usize) -> String {
    let files = std::fs::read_dir("examples/articles").expect("the articles are in the repository");
    let read = |file: std::io::Result<std::fs::DirEntry>| {
        std::fs::read_to_string(file.expect("a file").path()).expect("UTF-8")
    };
    trouble::fill(&files.map(read).collect::<String>(), len)
}

fn linear(criterion: &mut Criterion) {
    let analyzer = Analyzer::builder().max_len(usize::MAX).build().expect("default options");
    for size in sizes() {
        let mut group = criterion.benchmark_group(format!("linear/{size}"));
        group.throughput(Throughput::Bytes(size as u64)).sample_size(10);
        let inputs = std::iter::once(("ordinary prose", prose(size))).chain(trouble::inputs(size));
        for (name, text) in inputs {
            group.bench_with_input(BenchmarkId::from_parameter(name), &text, |bencher, text| {
                bencher.iter(|| analyzer.analyze(&Article::parse(black_box(text.as_str()))));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, linear);
criterion_main!(benches);
