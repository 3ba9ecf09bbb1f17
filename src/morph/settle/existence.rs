//! Which forms of "być" are verbs of their own: "rząd jest w Warszawie", "było dużo ludzi", and not "rząd jest słaby".
//!
//! The tagset makes no difference; Universal Dependencies counts copulas and auxiliaries as another class. What is looked for
//! is a predicate in the clause: where there is none, "być" is it. The auxiliary of the other passive, "zostać", has a participle
//! beside it and no adjective; without one, "został w domu", "została prezeską", it is a verb of its own.

use crate::morph::choice::{Choice, is_noun, settled};
use crate::morph::settle::Chosen;
use crate::morph::words::Waiting;
use crate::morph::{Class, Tag, Upos};
use crate::text;

/// Verbs that may be no verbs of their own.
pub(in crate::morph) const AUXILIARIES: [&str; 4] = ["być", "bywać", "zostać", "zostawać"];

/// Words of the clause that are looked at, on either side.
const REACH: usize = 30;

/// Adverbs that say what something is like: "jest dobrze".
const EVALUATIONS: [&str; 8] = ["dobrze", "źle", "łatwo", "trudno", "ciężko", "miło", "przykro", "głupio"];

/// Pronouns that may be subjects and hardly ever name what a subject is.
const INDEFINITE: [&str; 3] = ["co", "coś", "nic"];

impl Chosen<'_> {
    fn is_verb(&self) -> bool {
        matches!(
            self.class(),
            Class::Fin | Class::Praet | Class::Imps | Class::Bedzie | Class::Impt | Class::Winien
        )
    }

    fn is_mark(&self) -> bool {
        self.class() == Class::Interp && !self.form.key().chars().all(text::is_quote)
    }

    /// Whether both are in the same case and number: "ważna sprawa".
    fn goes_with(&self, other: &Self) -> bool {
        let same = |mask| self.has(other.choice.tag.common(other.choice.tag, mask));
        is_noun(other.choice.tag) && same(Tag::CASES) && same(Tag::NUMBERS)
    }
}

/// Marks the forms of "być" and of "zostać" in a sentence that are verbs of their own; beside "zostać" a participle is one.
pub(in crate::morph) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for (n, _) in words.iter().enumerate().filter(|(_, word)| word.form.may_be_auxiliary()) {
        let Some(being) = Chosen::at(words, choices, n) else { return };
        let may_be = matches!(being.class(), Class::Fin | Class::Praet | Class::Bedzie | Class::Inf);
        let is_full = may_be
            && match being.lemma() {
                "być" | "bywać" => !has_predicate(words, choices, n, being),
                "zostać" | "zostawać" => {
                    settle_passive(words, choices, n);
                    !has_participle(words, choices, n, being)
                }
                _ => false,
            };
        if let Some(choice) = choices.get_mut(n).filter(|_| is_full) {
            choice.tag = choice.tag | Tag::FULL;
        }
    }
}

/// "Most został zamknięty", "może zostać wybrany", but "została prezeską": whether a participle stands in the clause of "zostać".
fn has_participle(words: &[Waiting<'_>], choices: &[Choice], n: usize, being: Chosen<'_>) -> bool {
    let is_infinitive = being.class() == Class::Inf;
    let cases = if is_infinitive { Tag::NOM | Tag::INST | Tag::GEN } else { participle_cases(being) };
    let is_one = |one: Chosen<'_>| one.class() == Class::Ppas && one.has(cases);
    let left = clause_start(words, choices, n, is_infinitive)..n;
    let right = (n + 1..=n + REACH).map_while(|n| Chosen::at(words, choices, n));
    left.filter_map(|n| Chosen::at(words, choices, n)).any(is_one)
        || right.take_while(|one| !one.is_mark() && !one.is_verb()).any(is_one)
}

/// The cases of a participle beside a finite form of "zostać": "zostanie zamknięta", "zostanie zamkniętych kilka ulic".
fn participle_cases(being: Chosen<'_>) -> Tag {
    let may_be_counted = being.has(Tag::SG) && (being.has(Tag::N) || !being.has(Tag::GENDERS));
    if may_be_counted { Tag::NOM | Tag::GEN } else { Tag::NOM }
}

/// Words between the auxiliary of a passive and its participle, at most.
const PASSIVE: usize = 3;

/// "Most został zamknięty", "otwarta zostanie", "zostanie zamkniętych kilka ulic": what may be the participle of auxiliary `n` is
/// no adjective.
fn settle_passive(words: &[Waiting<'_>], choices: &mut [Choice], n: usize) {
    let one = |n: usize| Chosen::at(words, choices, n);
    let behind =
        (n + 1..=n + 1 + PASSIVE).take_while(|n| one(*n).is_some_and(|one| !one.is_mark() && !one.is_verb()));
    // "Zostanie zamkniętych kilka ulic", but "zostało kilka zamkniętych ulic"
    let is_counted = one(n + 2).is_some_and(|next| next.class() == Class::Num);
    let cases = |at: usize| if at == n + 1 && is_counted { Tag::NOM | Tag::GEN } else { Tag::NOM };
    let participle = |at: usize| {
        let adjective = one(at).filter(|one| one.class() == Class::Adj && one.has(cases(at)))?;
        Some((at, adjective))
    };
    let before = n.checked_sub(1).into_iter();
    let Some((at, adjective)) = before.chain(behind).find_map(participle) else { return };
    let same = |tag: Tag| tag.class() == Class::Ppas && adjective.choice.tag.agrees(tag);
    if let Some(candidate) = adjective.form.candidates().iter().find(|candidate| same(candidate.tag)) {
        let genders = adjective.choice.tag.common(adjective.choice.tag, Tag::GENDERS);
        if let Some(choice) = choices.get_mut(at) {
            *choice = Choice { row: candidate.row, tag: settled(candidate.tag.with(Tag::GENDERS, genders)) };
        }
    }
}

/// Whether the clause of a form of "być" says what the subject is or does.
fn has_predicate(words: &[Waiting<'_>], choices: &[Choice], n: usize, being: Chosen<'_>) -> bool {
    let first = clause_start(words, choices, n, being.class() == Class::Inf);
    let future = being.class() == Class::Bedzie;
    let mut shortened = false;
    let goes_on = |one: &Chosen<'_>| {
        // "O 5 proc. wyższy": the period is the abbreviation's.
        let ends = one.is_mark() && !std::mem::replace(&mut shortened, one.class() == Class::Brev);
        !ends && (!one.is_verb() || future && one.class() == Class::Praet)
    };
    let left = Part::of((first..n).filter_map(|n| Chosen::at(words, choices, n)), future);
    let right = (n + 1..=n + REACH).map_while(|n| Chosen::at(words, choices, n)).take_while(goes_on);
    let right = Part::of(right, future);
    let beside = [n.checked_sub(2), n.checked_sub(1), Some(n + 1), Some(n + 2)];
    let is_this =
        |n: &usize| (first..n + REACH).contains(n) && Chosen::at(words, choices, *n).is_some_and(is_this);
    left.has_predicate
        || right.has_predicate
        || left.has_subject && right.has_subject
        || beside.into_iter().flatten().any(|n| is_this(&n))
}

/// The first word of the clause of word `n`: behind the mark, the conjunction or the verb before it. "Może być": the verb
/// before an `infinitive` is one with it.
fn clause_start(words: &[Waiting<'_>], choices: &[Choice], n: usize, infinitive: bool) -> usize {
    let mut may_be_own_verb = infinitive;
    let mut first = n;
    while let Some(before) = first.checked_sub(1).filter(|before| before + REACH >= n) {
        let Some(one) = Chosen::at(words, choices, before) else { break };
        let opens = one.class() == Class::Comp
            && before
                .checked_sub(1)
                .is_none_or(|n| Chosen::at(words, choices, n).is_some_and(|one| one.is_mark()));
        if one.is_mark() || opens || one.is_verb() && !may_be_own_verb {
            break;
        }
        may_be_own_verb &= !one.is_verb();
        first = before;
    }
    first
}

/// "To jest dom", "jest to dom".
fn is_this(one: Chosen<'_>) -> bool {
    one.form.key() == "to"
}

/// One side of a clause.
#[derive(Default)]
struct Part {
    has_predicate: bool,
    /// Whether it has a noun in the nominative.
    has_subject: bool,
}

impl Part {
    fn of<'a>(words: impl Iterator<Item = Chosen<'a>>, future: bool) -> Self {
        let mut part = Self::default();
        let mut words = words.peekable();
        let mut before: Option<Chosen<'_>> = None;
        // A preposition that has not got its noun.
        let mut open = false;
        while let Some(one) = words.next() {
            match one.class() {
                Class::Prep => open = true,
                Class::Subst | Class::Ger | Class::Depr | Class::Ppron3 | Class::Ppron12 => {
                    part.has_predicate |= !open && one.has(Tag::INST);
                    part.has_subject |= !open && one.has(Tag::NOM) && !INDEFINITE.contains(&one.lemma());
                    open = false;
                }
                Class::Ppas => part.has_predicate |= one.has(Tag::NOM) || !open && one.has(Tag::INST),
                Class::Adj | Class::Pact if one.has(Tag::NOM | Tag::INST) => {
                    let mut near = [before, words.peek().copied()].into_iter().flatten();
                    let described = one.has(Tag::NOM) && near.any(|noun| one.goes_with(&noun));
                    part.has_predicate |= (one.has(Tag::NOM) || !open) && !described && says_what(&one);
                }
                Class::Adjc | Class::Pred => part.has_predicate = true,
                Class::Adv => part.has_predicate |= EVALUATIONS.contains(&one.lemma()),
                Class::Inf | Class::Praet => part.has_predicate |= future,
                Class::Adjp | Class::Siebie | Class::Dig | Class::Brev => open = false,
                _ => {}
            }
            before = Some(one);
        }
        part
    }
}

/// "Jaki jest", "jestem pewien", but not "jest ten", "był sam".
fn says_what(one: &Chosen<'_>) -> bool {
    let lemma = one.lemma();
    matches!(lemma, "jaki" | "pewien") || lemma != "sam" && one.choice.tag.upos(lemma) != Upos::Det
}
