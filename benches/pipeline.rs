//! The whole analysis of ordinary news, and what each stage takes of it, beside what plain segmentation costs.
//!
//! `cargo bench --bench pipeline`; `DEPESZA_BENCH_TEXT=FILE` takes a text of one's own.

#[path = "support/prose.rs"]
mod prose;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use depesza::calendar::PartialDate;
use depesza::morph::Tagged;
use depesza::{Analyzer, Article, date, name, quote};
use unicode_segmentation::UnicodeSegmentation;

/// Length of an article, in bytes, at the next paragraph's end.
const ARTICLE: usize = 3_000;

/// Made prose as articles of about three kilobytes, so that no word list grows longer than an article has words.
fn texts() -> Vec<String> {
    let mut articles = vec![String::new()];
    for paragraph in prose::text(600_000).split_inclusive("\n\n") {
        match articles.last_mut() {
            Some(article) if article.len() < ARTICLE => article.push_str(paragraph),
            _ => articles.push(paragraph.to_owned()),
        }
    }
    articles
}

fn stages(criterion: &mut Criterion) {
    let texts = texts();
    let (analyzer, anchor) = (Analyzer::new(), "2023-09-14".parse::<PartialDate>().ok());
    let articles: Vec<Article> = texts.iter().map(Article::parse).collect();
    let tagged: Vec<Tagged<'_>> = texts.iter().map(|text| Tagged::new(text)).collect();
    let entities: Vec<_> = tagged.iter().map(name::find).collect();
    let bytes = texts.iter().map(|text| text.len() as u64).sum();

    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Bytes(bytes)).sample_size(10);
    group.bench_function("1 article layout", |b| {
        b.iter(|| texts.iter().map(|text| Article::parse(black_box(text)).blocks().len()).sum::<usize>());
    });
    group.bench_function("2 tokens, sentences, morphology", |b| {
        b.iter(|| texts.iter().map(|text| Tagged::new(black_box(text)).len()).sum::<usize>());
    });
    group.bench_function("3 dates", |b| {
        b.iter(|| tagged.iter().map(|tagged| date::find_in(black_box(tagged), anchor).len()).sum::<usize>());
    });
    group.bench_function("4 names", |b| {
        b.iter(|| tagged.iter().map(|tagged| name::find(black_box(tagged)).len()).sum::<usize>());
    });
    group.bench_function("5 quotations", |b| {
        let both = || tagged.iter().zip(&entities);
        b.iter(|| {
            both().map(|(tagged, found)| quote::find_in(black_box(tagged), found).len()).sum::<usize>()
        });
    });
    group.bench_function("whole analysis", |b| {
        b.iter(|| {
            let count = |article| analyzer.analyze(black_box(article)).map_or(0, |x| x.sentences().len());
            articles.iter().map(count).sum::<usize>()
        });
    });
    group.bench_function("unicode-segmentation words and sentences", |b| {
        b.iter(|| {
            let count = |text: &String| text.unicode_words().count() + text.unicode_sentences().count();
            black_box(&texts).iter().map(count).sum::<usize>()
        });
    });
    group.finish();
}

/// Each article of the repository by itself, again and again: what it costs where the processor has got to know it.
fn one_article(criterion: &mut Criterion) {
    let analyzer = Analyzer::new();
    let mut group = criterion.benchmark_group("one article");
    for (name, text) in prose::articles() {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(&name, |b| {
            b.iter(|| analyzer.analyze(&Article::parse(black_box(text.as_str()))));
        });
    }
    group.finish();
}

criterion_group!(benches, stages, one_article);
criterion_main!(benches);
