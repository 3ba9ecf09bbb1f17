//! Temporal expressions: over tagged tokens, and from the text alone.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use depesza::date;
use depesza::morph::Tagged;

/// News of the usual density of dates, about two to a thousand characters.
const NEWS: &str = "Rada miasta przyjęła w środę uchwałę o przebudowie dworca, który od dawna wymaga remontu. Radni \
    spierali się o koszt inwestycji i o to, czy pieniądze z budżetu państwa wystarczą na nowe perony oraz przejście \
    podziemne. Prezydent miasta podkreślił, że bez pomocy rządu samorząd nie udźwignie takiego wydatku, a mieszkańcy \
    zbyt długo czekają na wygodną przesiadkę między pociągiem a tramwajem. Opozycja zarzuciła mu, że plany \
    przygotowano w pośpiechu i bez rozmów z kupcami, którzy prowadzą stragany w hali obok dworca. Głosowanie \
    poprzedziła burzliwa dyskusja, w której wzięło udział kilkunastu radnych i przedstawicieli stowarzyszeń. \
    Budowa ma ruszyć wiosną 2025 r., a pierwsi podróżni skorzystają z nowej hali najwcześniej po dwóch latach. \
    Wykonawca zostanie wyłoniony w przetargu, którego warunki urzędnicy chcą ogłosić do końca października. \
    Podobne inwestycje prowadzone są w innych miastach regionu, choć tam prace opóźniły się z powodu odkryć \
    archeologicznych i drożejących materiałów. Konserwator zabytków zapowiedział nadzór nad robotami.\n";

fn dates(criterion: &mut Criterion) {
    let text = NEWS.repeat(100);
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
