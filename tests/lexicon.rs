//! The bundled dictionary: the committed file itself, and forms of every inflection class found again.
#![cfg(feature = "lexicon")]

use depesza::Error;
use depesza::lexicon::{Case, Entry, Lexicon, NameClass};
use sha2::{Digest, Sha256};

/// What the builder printed when it wrote the file.
const SHA256: &str = "7a05e6169ec05e009d9bee367eb364db099ba712e6c322f1f29aacefb001d5cd";
/// What the builder kept of 4,939,584 forms and 7,498,386 analyses.
const FORMS: usize = 4_920_541;
const ANALYSES: usize = 7_335_412;
const FILE: &[u8] = include_bytes!("../src/lexicon/pl.dict");

fn analyses(lexicon: &Lexicon, written: &str) -> Vec<String> {
    let key = depesza::text::key(written);
    let show = |entry: Entry<'_>| {
        let mut lemma = String::new();
        entry.lemma(&key, &mut lemma);
        format!("{lemma} {}", entry.tag())
    };
    lexicon.lookup(&key).filter(|x| x.fits(written)).map(show).collect()
}

#[test]
fn the_committed_file_is_the_one_that_was_built() {
    let digest = Sha256::digest(FILE).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    assert_eq!(digest, SHA256);
    assert!(FILE.len() <= 5_000_000);
    assert_eq!(Lexicon::bundled().unwrap().source(), "pl.sgjp.sgjp-2026.06.01");
}

#[test]
fn forms_have_their_analyses() {
    let lexicon = Lexicon::bundled().unwrap();
    for (written, expected) in [
        ("Putinem", "Putin subst:sg:inst:m1"),
        ("Łodzi", "Łódź subst:sg:dat.loc:f"),
        ("najlepszego", "dobry adj:sg:gen:m1.m2.m3.n:sup"),
        ("powiedziała", "powiedzieć praet:sg:f:perf"),
        ("byłem", "być praet:sg:m1.m2.m3:pri:imperf"),
        ("PiS-ie", "PiS subst:sg:loc:m3"),
        ("PiS", "PiS subst:sg:nom.acc:m3"),
        ("tys", "tysiąc brev:pun"),
        ("szli", "iść praet:pl:m1:imperf"),
        ("niezrobieniu", "zrobić ger:sg:dat.loc:n:perf:neg"),
        ("rąk", "ręka subst:pl:gen:f"),
        ("rok", "rok subst:sg:nom.acc:m3"),
    ] {
        let found = analyses(&lexicon, written);
        assert!(found.iter().any(|x| x == expected), "{written}: {found:?}");
    }
}

#[test]
fn capitals_tell_names_from_words() {
    let lexicon = Lexicon::bundled().unwrap();
    let names = |written: &str| {
        let key = depesza::text::key(written).into_owned();
        lexicon.lookup(&key).filter(|x| x.fits(written)).map(|x| (x.name(), x.case())).collect::<Vec<_>>()
    };
    assert_eq!(names("unia"), [(NameClass::Common, Case::Lower)]);
    assert!(names("Unia").contains(&(NameClass::Place, Case::Title)));
    assert!(names("UNIA").contains(&(NameClass::Place, Case::Title)));
    assert!(names("kaczyńskiego").is_empty());
    assert!(names("Kaczyńskiego").contains(&(NameClass::Surname, Case::Title)));
    assert!(names("Jana").iter().any(|x| x.0 == NameClass::GivenName));
    assert!(names("PIS").contains(&(NameClass::Organization, Case::Mixed)));
    assert!(!names("Pis").contains(&(NameClass::Organization, Case::Mixed)));
}

#[test]
fn unknown_forms_have_none() {
    let lexicon = Lexicon::bundled().unwrap();
    for form in ["", "zełenskiego", "qwertyuiop", "漢字", "łódźłódź", "a\u{301}", "KOT"] {
        assert!(lexicon.lookup(form).is_empty(), "{form}");
    }
}

fn lemmas_guessed(lexicon: &Lexicon, written: &str) -> Vec<String> {
    let key = depesza::text::key(written);
    let mut lemmas = Vec::new();
    for guess in lexicon.guess(written) {
        let mut lemma = String::new();
        guess.entry().lemma(&key, &mut lemma);
        if !lemmas.contains(&lemma) {
            lemmas.push(lemma);
        }
    }
    lemmas
}

#[test]
fn unknown_words_are_guessed_by_their_ending() {
    let lexicon = Lexicon::bundled().unwrap();
    for (written, expected) in [
        ("Zełenskiego", "Zełenski"),
        ("Bidenem", "Biden"),
        ("Zuckerbergiem", "Zuckerberg"),
        ("Macrona", "Macron"),
        ("Obamy", "Obama"),
        ("zblogowania", "zblogować"),
        ("tweetującego", "tweetować"),
        ("blogosferze", "blogosfera"),
        ("smartwatchem", "smartwatch"),
    ] {
        let found = lemmas_guessed(&lexicon, written);
        assert!(found.iter().take(2).any(|x| x == expected), "{written}: {found:?}");
    }
}

#[test]
fn guesses_come_with_falling_weights_and_keep_a_letter() {
    let lexicon = Lexicon::bundled().unwrap();
    for written in ["Macrona", "a", "Ów", "em", "zoomować", "żżż", "漢字", ""] {
        let weights: Vec<f32> = lexicon.guess(written).map(|x| x.weight()).collect();
        assert!(weights.is_sorted_by(|a, b| a >= b), "{written}: {weights:?}");
        assert!(weights.iter().all(|x| *x > 0.0 && *x <= 1.0));
        assert!(lemmas_guessed(&lexicon, written).iter().all(|x| !x.is_empty()));
    }
}

#[test]
fn added_words_are_inflected_like_known_ones() {
    let lexicon = Lexicon::bundled().unwrap();
    let more = lexicon.with_words([("Zełenski", "Kowalski"), ("pdfować", "pracować")]).unwrap();
    for (written, expected) in [
        ("Zełenskiego", "Zełenski subst:sg:gen.acc:m1"),
        ("Zełenskich", "Zełenski subst:pl:gen.acc:m1"),
        ("pdfowała", "pdfować praet:sg:f:imperf"),
    ] {
        assert!(analyses(&lexicon, written).iter().all(|x| x != expected));
        let found = analyses(&more, written);
        assert!(found.iter().any(|x| x == expected), "{written}: {found:?}");
    }
    assert!(analyses(&more, "zełenskiego").is_empty());
    for (lemma, model) in
        [("Macron", "Kowalski"), ("Macron", "Qwertyuiop"), ("", "kot"), ("dwa słowa", "kot")]
    {
        assert!(matches!(lexicon.with_words([(lemma, model)]), Err(Error::InvalidEntry { .. })), "{lemma}");
    }
}

#[test]
fn what_is_no_dictionary_is_refused() {
    for bytes in
        [&b""[..], b"depesza", b"depesza\0\x02\0\0\0", &FILE[..16], &FILE[..100], &FILE[..FILE.len() - 1]]
    {
        assert!(
            matches!(Lexicon::from_bytes(bytes.to_vec()), Err(Error::Lexicon { .. })),
            "{} bytes",
            bytes.len()
        );
    }
}

#[test]
fn damaged_bytes_never_panic() {
    let words = ["putinem", "Zełenskiego", "niezrobieniu", "najlepszego", "kot", "zoomować"];
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for round in 0..12 {
        let mut bytes = FILE.to_vec();
        for _ in 0..bytes.len() / 50 {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let at = usize::try_from(random).unwrap() % bytes.len();
            // The header is damaged in the last rounds only: otherwise little else would be read.
            if at > 200 || round > 8 {
                bytes[at] = random.to_le_bytes()[7];
            }
        }
        let Ok(lexicon) = Lexicon::from_bytes(bytes) else { continue };
        for word in words {
            let _ = (analyses(&lexicon, word), lemmas_guessed(&lexicon, word));
        }
        let _ = lexicon.with_words([("Zełenski", "Kowalski")]);
    }
}

#[test]
fn forms_with_one_beginning_are_found_again() {
    let lexicon = Lexicon::bundled().unwrap();
    let mut forms = Vec::new();
    lexicon.for_each_form("przepowiedzi", |form| forms.push(form.to_owned()));
    assert!(forms.iter().any(|x| x == "przepowiedziałaby"));
    assert!(forms.iter().all(|x| !lexicon.lookup(x).is_empty()));
}

/// Every form of the dictionary is found again, with analyses that are read to their ends.
#[test]
#[ignore = "walks all 4.9 million forms"]
fn all_forms_are_found_again() {
    let lexicon = Lexicon::bundled().unwrap();
    let (mut forms, mut analyses) = (0, 0);
    lexicon.for_each_form("", |form| {
        forms += 1;
        analyses += lexicon.lookup(form).count();
    });
    assert_eq!((forms, analyses), (FORMS, ANALYSES));
}
