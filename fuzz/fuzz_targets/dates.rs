//! Dates: whatever the text, every value can be read again from what is printed, and bounds are in order.
#![no_main]

use depesza::date::{self, Value};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for anchor in [None, "2023".parse().ok(), "2023-09".parse().ok(), "2024-02-29".parse().ok()] {
        let mut at = 0;
        for found in date::find(text, anchor) {
            assert!(found.span.slice(text).is_some_and(|words| !words.is_empty()));
            assert!(found.span.start() >= at, "out of order");
            at = found.span.end();
            let written = found.value.to_string();
            assert_eq!(written.parse::<Value>().as_ref(), Ok(&found.value), "{written}");
            if let Some((first, last)) = found.bounds {
                assert!(first <= last, "{written}: {first} to {last}");
            }
        }
    }
});
