//! Words inside a token: `zrobiłem` = `zrobił` + `em`, `chciałabym` = `chciała` + `by` + `m`.

use crate::morph::analysis::Sink;
use crate::morph::{Class, NameClass, Source, Tag};
use crate::token;

/// Homographs of rare nouns that are verb forms, or a preposition with its pronoun, all but always.
const SPLIT_FIRST: &[&str] = &["miałem", "doń"];

/// Personal endings with number, person and vowel.
const ENDINGS: &[(&str, &str)] = &[
    ("śmy", "aglt:pl:pri:imperf:nwok"),
    ("ście", "aglt:pl:sec:imperf:nwok"),
    ("em", "aglt:sg:pri:imperf:wok"),
    ("eś", "aglt:sg:sec:imperf:wok"),
    ("m", "aglt:sg:pri:imperf:nwok"),
    ("ś", "aglt:sg:sec:imperf:nwok"),
];

/// Ends of the words of a token in bytes, the token's own end last; empty when the token is one word.
///
/// `known` says whether the dictionary holds a form, `hosts` whether it holds it as one that takes personal endings.
pub(in crate::morph) fn ends(
    written: &str,
    key: &str,
    known: impl FnOnce() -> bool,
    mut hosts: impl FnMut(&str) -> bool,
) -> Vec<usize> {
    let first = SPLIT_FIRST.contains(&key);
    let split = token::words(written);
    let by_rule = || split.points().chain([written.len()]).collect();
    if first && !split.is_whole() {
        return by_rule();
    }
    let Some((_, ending)) = stripped(written).filter(|_| written.len() > 3) else {
        // "mógłby", "nań"
        let whole = split.is_whole() || known();
        return if whole { Vec::new() } else { by_rule() };
    };
    if known() && !first {
        return Vec::new();
    }
    if !split.is_whole() {
        return by_rule();
    }
    let stem = written.get(..written.len() - ending.len()).unwrap_or_default();
    let base = stem.strip_suffix("by").unwrap_or(stem);
    if !hosts(base) {
        return Vec::new();
    }
    let mut ends = vec![base.len(), stem.len(), written.len()];
    ends.dedup();
    ends
}

fn stripped(written: &str) -> Option<(&str, &'static str)> {
    ENDINGS.iter().find_map(|(ending, _)| Some((written.strip_suffix(ending)?, *ending)))
}

/// Whether a class takes personal endings.
pub(in crate::morph) fn is_host(class: Class) -> bool {
    matches!(class, Class::Praet | Class::Winien)
}

/// Whether a tag is that of a verb with its ending, which the dictionary has as one form and we as several words.
pub(in crate::morph) fn is_composite(tag: Tag) -> bool {
    tag.class() == Class::Cond || (is_host(tag.class()) && tag.has(Tag::PRI | Tag::SEC | Tag::TER))
}

/// Readings of a word that is not the first of its token.
pub(in crate::morph) fn ending(key: &str, sink: &mut Sink<'_>) {
    if let Some((_, tag)) = ENDINGS.iter().find(|x| x.0 == key) {
        let tag = tag.parse().unwrap_or(Tag::of(Class::Aglt));
        sink.push("być", tag, NameClass::Common, Source::Rule);
    } else if key == "ń" {
        let him = Tag::of(Class::Ppron3)
            | Tag::SG
            | Tag::GEN
            | Tag::ACC
            | Tag::MASCULINE
            | Tag::TER
            | Tag::NAKC
            | Tag::PRAEP;
        sink.push("on", him, NameClass::Common, Source::Rule);
    } else {
        sink.push(key, Tag::of(Class::Part), NameClass::Common, Source::Rule);
    }
}
