//! The dictionary reader on damaged bytes: an error or an answer, never a panic.
//!
//! The first byte says what the rest is: a file of its own, or changes to the bundled one, so that what is read behind
//! the header is damaged as well.
#![no_main]

use depesza::lexicon::Lexicon;
use depesza::{Analyzer, Article};
use libfuzzer_sys::fuzz_target;

const BUNDLED: &[u8] = include_bytes!("../../src/lexicon/pl.dict");
/// Magic, version, number of sections.
const HEAD: usize = 16;
const FORMS: [&str; 8] =
    ["", "w", "prezydenta", "Zełenskiego", "najlepszego", "niezrobieniu", "zażółć", "漢"];
const TEXT: &str = "Prezydent Zełenski powiedział w środę, że niezrobieniu zoomujących Putinem zażółć.";

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    let bytes = if kind % 4 == 0 { rest.to_vec() } else { damaged(rest) };
    let Ok(lexicon) = Lexicon::from_bytes(bytes) else { return };
    let mut lemma = String::new();
    for form in FORMS {
        let guesses = lexicon.guess(form);
        for entry in lexicon.lookup(form).chain(guesses.map(|guess| guess.entry())) {
            lemma.clear();
            entry.lemma(form, &mut lemma);
            let _ = (entry.fits(form), entry.tag().to_string(), entry.name(), entry.case());
        }
    }
    lexicon.for_each_form("przepowiedzi", |form| assert!(form.starts_with("przepowiedzi")));
    let _ = lexicon.with_words([("Zełenski", "Kowalski")]);
    let analyzer = Analyzer::builder().lexicon(lexicon).build().unwrap();
    analyzer.analyze(&Article::parse(TEXT)).unwrap();
});

/// The bundled dictionary with changes of five bytes each: the section, a place in it in three bytes, what is put there.
/// One past the last section stands for the header.
fn damaged(changes: &[u8]) -> Vec<u8> {
    let mut bytes = BUNDLED.to_vec();
    let number = |at: usize| u32::from_le_bytes(BUNDLED[at..at + 4].try_into().unwrap()) as usize;
    let sections = number(12);
    for change in changes.chunks_exact(5) {
        let section = usize::from(change[0]) % (sections + 1);
        let (start, len) = match HEAD + 8 * section {
            _ if section == sections => (HEAD, 8 * sections),
            entry => (number(entry), number(entry + 4)),
        };
        let at = u32::from_le_bytes([change[1], change[2], change[3], 0]) as usize;
        bytes[start + at % len] = change[4];
    }
    bytes
}
