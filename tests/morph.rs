//! Readings, words of tokens and the choice in context, from the table `tests/data/morph.toml`.
#![cfg(feature = "lexicon")]

use std::collections::HashMap;

use depesza::morph::{Source, Tag, Tagged, TaggedToken, Upos, analyses, lemma};
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    lemmas: String,
    /// Lemmas whose place is not looked at: the words are there for their neighbours.
    #[serde(default)]
    skip: String,
    #[serde(default)]
    tags: HashMap<String, String>,
}

#[test]
fn words_in_context() {
    let table: Table = toml::from_str(include_str!("data/morph.toml")).unwrap();
    for case in table.case {
        let tagged = Tagged::new(&case.text);
        let words: Vec<_> = tagged.iter().flat_map(|token| token.words().collect::<Vec<_>>()).collect();
        let wanted: Vec<_> = case.lemmas.split(' ').collect();
        assert_eq!(words.len(), wanted.len(), "{}", case.text);
        for (word, wanted) in words.iter().zip(wanted) {
            if !case.skip.split(' ').any(|skipped| skipped == wanted) {
                assert_eq!(word.reading.lemma, wanted, "{}", case.text);
            }
            let form = word.span.slice(&case.text).unwrap();
            if let Some(tag) = case.tags.get(form) {
                let found = word.reading.tag.to_string();
                assert!(found.starts_with(tag), "{form}: {found} in {}", case.text);
            }
        }
    }
}

/// "Być" is a verb of its own where the clause has no other predicate.
#[test]
fn being_that_is_no_copula() {
    let upos = |text: &str, form: &str| {
        let tagged = Tagged::new(text);
        let mut words = tagged.iter().flat_map(|token| token.words().collect::<Vec<_>>());
        let word = words.find(|word| word.span.slice(text) == Some(form)).unwrap();
        word.reading.tag.upos(word.reading.lemma)
    };
    for (text, form) in [
        ("Minister jest w Brukseli.", "jest"),
        ("Na sali było dużo ludzi.", "było"),
        ("Gdzie są pieniądze?", "są"),
        ("W tym sporze nie może być zwycięzców.", "być"),
        ("W Krakowie bywa rzadko.", "bywa"),
        ("Kowalska została prezeską klubu.", "została"),
        ("Posłem zostaje rolnik z Podlasia.", "zostaje"),
        ("Rowery mogą zostać w garażu.", "zostać"),
    ] {
        assert_eq!(upos(text, form), Upos::Verb, "{text}");
    }
    for (text, form) in [
        ("Minister jest chory.", "jest"),
        ("Kowalski był dyrektorem szkoły.", "był"),
        ("Ustawa będzie zmieniona.", "będzie"),
        ("Rząd będzie rozmawiał z lekarzami.", "będzie"),
        ("Jestem pewien, że wygramy.", "Jestem"),
        ("To jest dobry pomysł.", "jest"),
        ("Człowiek bywa samotny.", "bywa"),
        ("Most został w maju zamknięty.", "został"),
        ("Zamknięty zostanie też tunel.", "zostanie"),
        ("Ustawa może zostać zmieniona.", "zostać"),
        ("W maju zostanie wyremontowanych kilka ulic.", "zostanie"),
    ] {
        assert_eq!(upos(text, form), Upos::Aux, "{text}");
    }
}

#[test]
fn readings_of_single_forms() {
    let has = |form: &str, lemma: &str, tag: &str| {
        let found = analyses(form);
        let fits = |x: &depesza::morph::Analysis| x.lemma == lemma && x.tag.to_string().starts_with(tag);
        assert!(found.iter().any(fits), "{form}: {found:?}");
    };
    has("XIX", "XIX", "adj");
    has("1989", "1989", "adj:sg");
    has("1989", "1989", "dig");
    has("Blorkey'ego", "Blorkey", "subst:sg:gen:m1");
    has("Kennedy'ego", "Kennedy", "subst:sg:gen");
    has("ONZ-etu", "ONZ", "subst:sg:gen:m3");
    has("PiS-owski", "PiS-owski", "adj:sg:nom");
    has("superbohatera", "superbohater", "subst:sg:gen.acc:m1");
    has("eksministra", "eksminister", "subst:sg:gen");
    has("14-letnia", "14-letni", "adj:sg:nom");
    has("%", "procent", "brev");
    has("…", "…", "interp");
    has("J", "J", "brev:pun");
}

#[test]
fn unknown_words_are_guessed_and_say_so() {
    let found = analyses("Blorkowski");
    assert!(!found.is_empty());
    assert!(found.iter().all(|reading| reading.source == Source::Guess), "{found:?}");
}

#[test]
fn the_likeliest_lemma_of_a_form() {
    for (form, base) in
        [("mam", "mieć"), ("ludzi", "człowiek"), ("Warszawie", "Warszawa"), ("się", "się"), ("lat", "rok")]
    {
        assert_eq!(lemma(form), base);
    }
}

#[test]
fn decomposed_letters_make_no_difference() {
    let composed = Tagged::new("Chciałabym zobaczyć Łódź.");
    let text = "Chciałabym zobaczyc\u{301} Ło\u{301}dz\u{301}.";
    let decomposed = Tagged::new(text);
    let lemmas = |tagged: &Tagged<'_>| -> Vec<String> {
        tagged
            .iter()
            .flat_map(|t| t.words().map(|w| w.reading.lemma.to_owned()).collect::<Vec<_>>())
            .collect()
    };
    assert_eq!(lemmas(&composed), lemmas(&decomposed));
}

#[test]
fn tags_are_equal_that_are_written_alike() {
    // "Jest" is a full verb here and a copula there: the part of speech tells, the tag does not.
    let tagged = Tagged::new("W mieście jest teatr. Teatr jest stary.");
    let found: Vec<_> =
        tagged.iter().filter(|token| token.lemma() == "być").map(TaggedToken::reading).collect();
    let written: Tag = "fin:sg:ter:imperf".parse().unwrap();
    assert!(found.iter().all(|reading| reading.tag == written));
    let upos: Vec<_> = found.iter().map(|reading| reading.tag.upos(reading.lemma)).collect();
    assert_eq!(upos, [Upos::Verb, Upos::Aux]);
}
