//! Runs of capitals that are two names side by side: "w Delaware Nowak mówił", where the article has "Jan Nowak" elsewhere.

use std::cell::LazyCell;
use std::collections::HashSet;
use std::ops::Deref;

use crate::morph::TokenRange;
use crate::name::base::{Of, cases};
use crate::name::detect::{self, Candidate};
use crate::name::lists::Cue;
use crate::name::words::{Traits, Words};
use crate::name::{EntityKind, cue};
use crate::text::Hasher;

/// What the last words of the full names of people may be forms of.
type Surnames<'a> = HashSet<&'a str, Hasher>;

/// The candidates, with those cut in two whose last word is the surname of someone else in the article.
pub(in crate::name) fn apart<'a>(words: &Words<'a>, candidates: Vec<Candidate<'a>>) -> Vec<Candidate<'a>> {
    let surnames = LazyCell::new(|| surnames(words, &candidates));
    let cut = |candidate: &Candidate<'_>| cut(words, candidate, &surnames);
    // Hardly any article has one that is cut.
    if !candidates.iter().any(|candidate| cut(candidate).is_some()) {
        return candidates;
    }
    let mut found = Vec::with_capacity(candidates.len() + 1);
    for candidate in &candidates {
        match cut(candidate) {
            Some(at) => found.extend(in_two(words, &candidate.tokens, at)),
            None => found.push(candidate.clone()),
        }
    }
    found
}

/// The names on both sides of a token.
fn in_two<'a>(
    words: &Words<'a>,
    tokens: &TokenRange,
    at: usize,
) -> impl Iterator<Item = Candidate<'a>> + use<'a> {
    let whole = |second: &Candidate<'_>| second.phrase.is_some() && second.tokens.end == tokens.end;
    let first = detect::over(words, tokens.start..at);
    let at = if words.is_joint(at) { at + 1 } else { at };
    let second = detect::candidate(words, at).filter(whole).or_else(|| detect::over(words, at..tokens.end));
    first.into_iter().chain(second)
}

/// Whether what stands behind a surname is hardly another one: "zdaniem Nowak Rada".
fn begins_other(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::INSTITUTION | Traits::COUNTRY | Traits::GIVEN)
}

fn surnames<'a>(words: &Words<'a>, candidates: &[Candidate<'_>]) -> Surnames<'a> {
    let full = candidates.iter().filter(|candidate| {
        candidate.kind == Some(EntityKind::Person)
            // "Jean-Claude Juncker"
            && (candidate.tokens.len() == 2
                || candidate.tokens.len() == 4 && words.is_joint(candidate.tokens.start + 1))
            && words.has(candidate.tokens.start, Traits::GIVEN)
    });
    let mut surnames = Surnames::with_capacity_and_hasher(candidates.len(), Hasher::default());
    surnames.extend(full.flat_map(|candidate| likely_bases(words, candidate.tokens.end - 1)));
    surnames
}

/// Base forms that a word has as a surname, the unlikely ones left out.
fn likely_bases<'a>(words: &Words<'a>, index: usize) -> impl Iterator<Item = &'a str> {
    let all = words.hypotheses(index, Of::Person);
    all.iter().filter(|x| x.weight >= 0).map(|x| all.base(x.base))
}

/// Where the second of two names begins.
fn cut<'a>(
    words: &Words<'_>,
    candidate: &Candidate<'_>,
    surnames: &impl Deref<Target = Surnames<'a>>,
) -> Option<usize> {
    let tokens = &candidate.tokens;
    // "według portalu Fala Nowak kłamie"
    let titled = || tokens.len() == 2 && cue::before(words, tokens.start) == Some(Cue::Press);
    let open = candidate.phrase.is_none() && (candidate.kind != Some(EntityKind::Organization) || titled());
    let joint = |index: usize| tokens.len() == 3 && index == tokens.start + 1 && words.is_joint(index);
    let large = |index: usize| words.has(index, Traits::CAPITAL) || joint(index);
    if !open || tokens.len() < 2 || !tokens.clone().all(large) {
        return None;
    }
    let borne = |index| likely_bases(words, index).any(|base| surnames.contains(base));
    let given = |index: usize| words.has(index, Traits::GIVEN);
    let last = tokens.end - 1;
    match tokens.len() {
        // Neither word is a given name, or the first is a surname of someone else: "z Nowakiem Kowalska".
        // "zdaniem Bogusza Putinowi zależy": the first may be a given name elsewhere.
        2 if given(tokens.start) => {
            (borne(tokens.start) && borne(last) && cases::clash(words, tokens.start, last)).then_some(last)
        }
        // "spotkanie Kowalski-Nowak"
        3 if words.is_joint(tokens.start + 1) && !given(tokens.start) => {
            (borne(tokens.start) && borne(last)).then_some(tokens.start + 1)
        }
        2 => (borne(last) || borne(tokens.start) && begins_other(words, last)).then_some(last),
        // "Nowak Adam Kowalski", "Adam Nowak Kowalski".
        3 if given(tokens.start + 1) && !given(tokens.start) => Some(tokens.start + 1),
        3 if given(tokens.start) && borne(last) && borne(last - 1) => Some(last),
        _ => None,
    }
}
