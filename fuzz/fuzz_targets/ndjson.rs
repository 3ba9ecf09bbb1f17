//! Lines of NDJSON: whatever comes in, every line gets one answer, which is JSON, and no byte is lost on the way.
#![no_main]

#[allow(dead_code, reason = "the programs use more of it")]
#[path = "../../examples/support/ndjson.rs"]
mod ndjson;

use depesza::Analyzer;
use libfuzzer_sys::fuzz_target;
use ndjson::{Cutter, Detail, Line, answer};

/// Long enough for a request, short enough to be passed often.
const LIMIT: usize = 4096;

fuzz_target!(|data: &[u8]| {
    let analyzer = Analyzer::new();
    let mut cutter = Cutter::new(LIMIT);
    let mut number = 0;
    let mut check = |line: &Line| {
        number += 1;
        for detail in [Detail::Everything, Detail::WithoutTokens] {
            let (bytes, _) = answer(&analyzer, number, line, detail);
            assert!(bytes.ends_with(b"\n"));
            assert!(serde_json::from_slice::<serde_json::Value>(&bytes).unwrap().is_object());
        }
    };
    let mut rest = data;
    while !rest.is_empty() {
        let (line, behind) = cutter.take(rest);
        if let Some(line) = line {
            check(&line);
        }
        rest = behind;
    }
    if let Some(line) = cutter.finish() {
        check(&line);
    }
});
