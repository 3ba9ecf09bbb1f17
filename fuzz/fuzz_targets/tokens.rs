//! Tokens and sentences: in bounds, in order, rebuilding the text.
#![no_main]

use depesza::text::is_space;
use depesza::{sentence, token};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut at = 0;
    for token in token::tokens(text) {
        let gap = &text[at..token.span.start()];
        assert!(gap.chars().all(is_space), "a gap holds more than white space: {gap:?}");
        assert!(!token.span.is_empty());
        at = token.span.end();
    }
    assert!(text[at..].chars().all(is_space));
    let mut at = 0;
    for sentence in sentence::sentences(text) {
        assert!(at <= sentence.start() && sentence.slice(text).is_some());
        at = sentence.end();
    }
});
