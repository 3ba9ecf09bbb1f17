//! Annotation of a text: tokens, sentences, lookup and choice in context, per byte. Morfeusz 2 (C API) takes about
//! 5.1 µs for the readings of a word alone, without choosing one.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use depesza::morph::{Tagged, analyses};

fn morph(c: &mut Criterion) {
    let article = include_str!("../examples/articles/agencja.txt");
    let mut group = c.benchmark_group("morph");
    group.throughput(Throughput::Bytes(article.len() as u64));
    group.bench_function("article", |b| b.iter(|| Tagged::new(black_box(article))));
    let long = article.repeat(20);
    group.throughput(Throughput::Bytes(long.len() as u64));
    group.bench_function("long", |b| b.iter(|| Tagged::new(black_box(&long))));
    group.finish();
    let forms: Vec<&str> = article.split_whitespace().collect();
    let mut group = c.benchmark_group("analyses");
    group.throughput(Throughput::Elements(forms.len() as u64));
    group
        .bench_function("forms", |b| b.iter(|| forms.iter().map(|form| analyses(form).len()).sum::<usize>()));
    group.finish();
}

criterion_group!(benches, morph);
criterion_main!(benches);
