//! The bundled dictionary: the committed file itself, and forms of every inflection class found again.
#![cfg(feature = "lexicon")]

use depesza::lexicon::{Case, Entry, Lexicon, NameClass};
use sha2::{Digest, Sha256};

/// What the builder printed when it wrote the file.
const SHA256: &str = "f3e805552db26e4f8cb5f6455f1d0f6f7db3c6241104e047b7cc355ea95aa91e";
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
