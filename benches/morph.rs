//! Annotation of a text per running word: tokens, sentences, readings with their lemmas, one chosen in context.
//!
//! A vocabulary remembers the forms that it has met, so a word costs more when it comes for the first time in the life of a
//! program: both are shown. Morfeusz 2 (C API) takes about 5.1 µs for the readings of a word alone, without choosing one.

#[path = "support/prose.rs"]
mod prose;

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use depesza::Span;
use depesza::lexicon::Lexicon;
use depesza::morph::{ParagraphKind, Tagged, Tagger, analyses};

fn tagging(criterion: &mut Criterion) {
    let text = prose::text(300_000);
    let all = || [(Span::new(0, text.len()).expect("in order"), ParagraphKind::Prose)];
    let lexicon = Lexicon::bundled().expect("the bundled dictionary");
    let mut group = criterion.benchmark_group("a running word, chosen in context");
    group.throughput(Throughput::Elements(Tagged::new(&text).len() as u64)).sample_size(20);
    group.bench_function("forms met before", |bencher| {
        let tagger = Tagger::new();
        bencher.iter(|| tagger.tag(black_box(&text), all()));
    });
    group.bench_function("forms met for the first time", |bencher| {
        let fresh = || Tagger::new().lexicon(lexicon.clone());
        bencher.iter_batched(fresh, |tagger| tagger.tag(black_box(&text), all()), BatchSize::PerIteration);
    });
    group.finish();
}

fn forms(criterion: &mut Criterion) {
    let text = prose::text(20_000);
    let forms: Vec<&str> = text.split_whitespace().collect();
    let mut group = criterion.benchmark_group("a form alone");
    group.throughput(Throughput::Elements(forms.len() as u64));
    group.bench_function("all analyses, owned", |bencher| {
        bencher.iter(|| forms.iter().map(|form| analyses(black_box(form)).len()).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, tagging, forms);
criterion_main!(benches);
