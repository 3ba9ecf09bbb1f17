//! Dates: whatever the text, every value is printable, readable again, and within its bounds.
#![no_main]

use depesza::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for anchor in [None, "2023".parse().ok(), "2023-09".parse().ok(), "2024-02-29".parse().ok()] {
        for found in date::find(text, anchor) {
            assert!(found.span.slice(text).is_some());
        }
    }
});
