//! The hot path allocates nothing.

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use depesza::sentence::sentences;
use depesza::token::{tokens, words};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<std::alloc::System> = &INSTRUMENTED_SYSTEM;

const TEXT: &str = "W 2022 r. prof. J. Nowak powiedział, że „zrobiłby to” jeszcze raz (PAP). Wydałem 12,5 mln zł na F-16! \
    Zob. https://przyklad.pl/a, jan@poczta.pl, #Polska, @premier 👍🏽. ŻÓŁĆ Z\u{307}e\u{328}by S\u{301}mieszne. Artykułem XIV-wiecznym.\n";

fn counts(text: &str) -> (usize, usize, usize) {
    let words = tokens(text).map(|token| words(token.text(text)).points().count() + 1).sum();
    (tokens(text).count(), words, sentences(text).count())
}

/// One test in this file, so that no other thread allocates meanwhile.
#[test]
fn tokens_words_and_sentences_allocate_nothing() {
    let text = TEXT.repeat(50);
    // The word lists are read once.
    let first = counts(&text);
    let region = Region::new(ALLOCATOR);
    let second = counts(&text);
    let change = region.change();
    assert_eq!(first, second);
    assert!(second.0 > 50 * 40 && second.1 > second.0 && second.2 >= 50 * 5, "{second:?}");
    assert_eq!((change.allocations, change.reallocations), (0, 0));
}
