//! The dictionary reader on damaged bytes: an error or an answer, never a panic.
#![no_main]

use depesza::lexicon::Lexicon;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(lexicon) = Lexicon::from_bytes(data.to_vec()) else { return };
    let mut lemma = String::new();
    for form in ["", "w", "prezydenta", "Zełenskiego", "zażółć"] {
        for entry in lexicon.lookup(form) {
            lemma.clear();
            entry.lemma(form, &mut lemma);
        }
    }
});
