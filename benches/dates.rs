//! Temporal expressions: over tagged tokens, and from the text alone.

#[path = "support/prose.rs"]
mod prose;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use depesza::date;
use depesza::morph::Tagged;

fn dates(criterion: &mut Criterion) {
    let text = prose::text(600_000);
    let anchor = "2023-09-14".parse().ok();
    let mut group = criterion.benchmark_group("dates");
    group.throughput(Throughput::Bytes(text.len() as u64));
    let tagged = Tagged::new(&text);
    group.bench_function("over tokens", |bench| {
        bench.iter(|| date::find_in(black_box(&tagged), anchor).len());
    });
    group.bench_function("from text", |bench| bench.iter(|| date::find(black_box(&text), anchor).len()));
    group.finish();
}

criterion_group!(benches, dates);
criterion_main!(benches);
