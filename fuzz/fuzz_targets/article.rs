//! Article parsing: blocks are in order and cover all that is not blank.
#![no_main]

use depesza::Article;
use depesza::text::is_space;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let article = Article::parse(text);
    assert_eq!(article.text(), text);
    let mut at = 0;
    for block in article.blocks() {
        assert!(text[at..block.span.start()].chars().all(is_space), "text between blocks");
        assert!(!block.span.is_empty());
        at = block.span.end();
    }
    assert!(text[at..].chars().all(is_space), "text after the last block");
});
