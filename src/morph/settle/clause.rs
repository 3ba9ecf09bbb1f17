//! What stands beside a verb in its clause.

use std::ops::Range;

use super::Chosen;
use crate::morph::choice::{Choice, is_noun};
use crate::morph::prior::Traits;
use crate::morph::words::Waiting;
use crate::morph::{Class, Tag};

/// Words that are looked at on either side of a verb.
pub(super) const REACH: usize = 8;

/// What is said in a clause.
#[derive(Clone, Copy)]
pub(super) struct Predicate {
    /// Its first word: "będzie" of "będzie musiał zatwierdzić".
    pub(super) first: usize,
    /// The verb that agrees with the subject: "musiał".
    pub(super) finite: usize,
    /// The verb that has the object: "zatwierdzić".
    pub(super) lexical: usize,
}

impl Predicate {
    /// Of a verb that has no infinitive yet.
    pub(super) fn of(choices: &[Choice], finite: usize) -> Option<Self> {
        let class = |n: usize| choices.get(n).map(|choice| choice.tag.class());
        let future = finite.checked_sub(1).filter(|before| class(*before) == Some(Class::Bedzie));
        matches!(class(finite)?, Class::Fin | Class::Praet | Class::Winien | Class::Inf).then_some(Self {
            first: future.unwrap_or(finite),
            finite,
            lexical: finite,
        })
    }

    /// The same with the infinitive of a modal verb: "może odrzucić".
    pub(super) fn with_infinitive(self, words: &[Waiting<'_>], choices: &[Choice]) -> Self {
        let one = |n: usize| Chosen::at(words, choices, n);
        let goes_on = |n: usize| match one(n).map(|one| (one.class(), one)) {
            Some((Class::Adv, _)) => true,
            Some((Class::Part, one)) => !one.is(Traits::NEGATION | Traits::REFLEXIVE),
            _ => false,
        };
        let infinitive = (self.finite + 1..=self.finite + REACH).find(|n| !goes_on(*n));
        let is_infinitive = |n: usize| one(n).is_some_and(|one| one.class() == Class::Inf);
        let is_modal = one(self.finite).is_some_and(|verb| verb.is(Traits::MODAL));
        let lexical = infinitive.filter(|n| is_modal && is_infinitive(*n)).unwrap_or(self.lexical);
        Self { lexical, ..self }
    }
}

/// Whether a verb may have an object.
pub(super) fn takes_objects(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> bool {
    Chosen::at(words, choices, verb).is_some_and(|verb| !verb.is(Traits::COPULA | Traits::INTRANSITIVE))
}

/// Whether a word ends the clause that is looked at, or makes its verb one without an object. "Również", "za milion złotych"
/// do neither.
pub(super) fn ends(words: &[Waiting<'_>], choices: &[Choice], n: usize) -> bool {
    use Class::{Aglt, Comp, Conj, Imps, Inf, Interp, Num, Part, Prep};
    let before = n.checked_sub(1).and_then(|n| choices.get(n));
    Chosen::at(words, choices, n).is_none_or(|one| match one.class() {
        Part => one.is(Traits::NEGATION | Traits::REFLEXIVE),
        Num => before.is_none_or(|before| before.tag.class() != Prep),
        class => is_finite(one.choice) || matches!(class, Interp | Comp | Conj | Aglt | Inf | Imps),
    })
}

/// What stands behind a verb in its clause.
pub(super) fn behind(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Range<usize> {
    let end = (verb + 1..=verb + REACH).find(|n| ends(words, choices, *n));
    verb + 1..end.unwrap_or(verb + 1 + REACH)
}

/// What stands before it. "To właśnie do tej kwestii nawiązał premier": a particle may part off what is no object.
pub(super) fn before(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Range<usize> {
    let first = verb.saturating_sub(REACH);
    let is_particle = |n: &usize| choices.get(*n).is_some_and(|choice| choice.tag.class() == Class::Part);
    let end = (first..verb).rev().find(|n| is_particle(n) || ends(words, choices, *n));
    end.map_or(first, |n| n + 1)..verb
}

/// The nouns among some words that may be subject or object: neither a preposition governs them, nor are they a time.
pub(super) fn free_nouns(
    words: &[Waiting<'_>],
    choices: &[Choice],
    places: Range<usize>,
) -> impl Iterator<Item = (usize, Tag)> {
    let mut governed = false;
    places.filter_map(move |n| {
        let tag = choices.get(n)?.tag;
        if !is_noun(tag) {
            governed |= tag.class() == Class::Prep;
            return None;
        }
        let is_free = !std::mem::take(&mut governed) && tag.has(Tag::NOM | Tag::ACC);
        (is_free && !is_time(words, choices, n)).then_some((n, tag))
    })
}

/// "Tydzień temu": whether a noun says when something is done.
fn is_time(words: &[Waiting<'_>], choices: &[Choice], n: usize) -> bool {
    Chosen::at(words, choices, n).is_some_and(|noun| noun.has(Tag::ACC) && noun.is(Traits::TIME))
}

/// The noun before a verb that may be its subject or object, and another one where there is one; no more than two.
pub(super) fn nouns_before(
    words: &[Waiting<'_>],
    choices: &[Choice],
    verb: usize,
) -> Option<(usize, Option<usize>)> {
    let mut nouns = free_nouns(words, choices, before(words, choices, verb)).map(|(n, _)| n);
    let pair = (nouns.next()?, nouns.next());
    nouns.next().is_none().then_some(pair)
}

pub(super) fn in_clause(choice: Choice) -> bool {
    !matches!(choice.tag.class(), Class::Interp | Class::Comp)
}

pub(super) fn is_finite(choice: Choice) -> bool {
    let class = choice.tag.class();
    matches!(class, Class::Fin | Class::Praet | Class::Bedzie | Class::Winien | Class::Impt | Class::Pred)
}

/// Whether a verb may have the number and the gender of a noun, whatever was chosen for it.
pub(super) fn may_be_subject(words: &[Waiting<'_>], choices: &[Choice], verb: usize, noun: Tag) -> bool {
    let said = Chosen::at(words, choices, verb).and_then(|verb| Some(verb.reading()?.tag));
    let fits = |said: Tag, mask| !said.has(mask) || same(said, noun, mask);
    said.is_some_and(|said| fits(said, Tag::NUMBERS) && fits(said, Tag::GENDERS))
}

/// Whether two tags have a value of `mask` in common.
pub(super) fn same(one: Tag, other: Tag, mask: Tag) -> bool {
    one.common(other, mask).has(mask)
}
