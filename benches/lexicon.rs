//! Time per running word of the dictionary: the set of a form alone, all its analyses with their lemmas, a guess; and the
//! time to open the dictionary.
//!
//! For comparison: morfeusz2 1.99.15 (C++, called natively) takes 5,135 ns per running word for all analyses.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use depesza::lexicon::Lexicon;
use depesza::text::key;
use depesza::token::tokens;

/// The words of the example articles, as they stand and as keys.
fn words() -> Vec<(String, String)> {
    let files = std::fs::read_dir("examples/articles").expect("the articles are in the repository");
    let texts = files.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("UTF-8"));
    texts
        .flat_map(|text| {
            let words = tokens(&text).map(|x| x.text(&text).to_owned());
            words.filter(|x| x.chars().all(char::is_alphabetic)).collect::<Vec<_>>()
        })
        .map(|word| (key(&word).into_owned(), word))
        .collect()
}

fn lexicon(criterion: &mut Criterion) {
    let lexicon = Lexicon::bundled().expect("the bundled dictionary");
    let words = words();
    let mut group = criterion.benchmark_group("lexicon");
    group.throughput(Throughput::Elements(words.len() as u64));
    group.bench_function("set of a form", |bencher| {
        bencher.iter(|| words.iter().filter(|x| !lexicon.lookup(black_box(&x.0)).is_empty()).count());
    });
    group.bench_function("all analyses with lemmas", |bencher| {
        let mut lemma = String::new();
        bencher.iter(|| {
            for (key, written) in &words {
                for entry in lexicon.lookup(black_box(key)).filter(|x| x.fits(written)) {
                    lemma.clear();
                    entry.lemma(key, &mut lemma);
                    black_box((&lemma, entry.tag(), entry.name()));
                }
            }
        });
    });
    group.bench_function("first guess", |bencher| {
        bencher.iter(|| words.iter().filter(|x| lexicon.guess(black_box(&x.1)).next().is_some()).count());
    });
    group.throughput(Throughput::Elements(1));
    group.bench_function("opening", |bencher| {
        bencher.iter(|| Lexicon::bundled().expect("the bundled dictionary"));
    });
    group.finish();
}

criterion_group!(benches, lexicon);
criterion_main!(benches);
