//! Women whom a form names that others share: "Ranną przewieziono do szpitala", "Minister Nowak zapowiedziała".
//!
//! The accusative of an adjective that stands for a woman or a thing ends as its instrumental does, which is likelier where
//! nothing else is known. Offices and surnames that nothing inflects are a man's, unless a verb says that a woman has them.

use super::Chosen;
use super::clause::{Predicate, REACH, before, behind, free_nouns, may_be_subject, takes_objects};
use super::turn::{agree, turn, turn_to};
use crate::morph::choice::{Choice, is_noun};
use crate::morph::prior::Traits;
use crate::morph::words::Waiting;
use crate::morph::{Class, Reading, Tag};

/// Gives them their case and gender.
pub(in crate::morph) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    settle_objects(words, choices);
    settle_offices(words, choices);
}

/// Gives offices and names the gender of the verb that is said of them.
fn settle_offices(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for verb in 0..choices.len() {
        let Some(first) = woman_of(words, choices, verb) else { continue };
        let is_man = |choice: &Choice| choice.tag.is_of(MAN);
        let mut places = first..first + NAMES;
        while let Some(n) = places.next().filter(|n| choices.get(*n).is_some_and(is_man)) {
            turn_woman(words, choices, n);
        }
    }
}

/// Words of an office and a name, at most.
const NAMES: usize = 4;

/// A noun for a man that may be a subject.
const MAN: Tag = Tag::of(Class::Subst).with(Tag::SG, Tag::SG).with(Tag::NOM, Tag::NOM).with(Tag::M1, Tag::M1);

/// The office or name beside a verb of a woman that nothing else is the subject of.
fn woman_of(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let said = choices.get(verb)?.tag;
    let is_womans = said.class() == Class::Praet
        && said.has(Tag::SG)
        && said.common(said, Tag::GENDERS) == Tag::F.common(Tag::F, Tag::F);
    if !is_womans {
        return None;
    }
    let nouns = |places| free_nouns(words, choices, places).filter(|(_, tag)| tag.has(Tag::NOM));
    let mut subjects = nouns(before(words, choices, verb)).chain(nouns(behind(words, choices, verb)));
    let (first, tag) = subjects.next()?;
    let noun = Chosen::at(words, choices, first)?;
    // "Budowa gazociągu Nord Stream ruszyła": a name behind a genitive is that noun's.
    let before = first.checked_sub(1).and_then(|n| choices.get(n)).map(|before| before.tag);
    let is_label = before.is_some_and(|before| is_noun(before) && before.has(Tag::GEN));
    let is_office = noun.is(Traits::TITLE) || noun.is(Traits::PERSON) && !is_label;
    (is_office && tag.is_of(MAN) && subjects.all(|(_, tag)| tag.is_of(MAN))).then_some(first)
}

/// Gives a noun the reading of a woman, where it has one.
fn turn_woman(words: &[Waiting<'_>], choices: &mut [Choice], n: usize) {
    let Some((word, choice)) = words.get(n).zip(choices.get_mut(n)) else { return };
    let lemma = word.form.reading(choice.row).map(|reading| reading.lemma);
    let is_woman = |reading: &Reading<'_>| {
        let tag = reading.tag;
        let fits = tag.class() == Class::Subst && tag.has(Tag::F) && tag.has(Tag::SG) && tag.has(Tag::NOM);
        fits && Some(reading.lemma) == lemma
    };
    let rows = 0..u16::MAX;
    if let Some((row, reading)) = rows.zip(word.form.readings()).find(|(_, reading)| is_woman(reading)) {
        let tag = reading.tag.with(Tag::NUMBERS, Tag::SG).with(Tag::CASES, Tag::NOM);
        *choice = Choice { row, tag: tag.with(Tag::GENDERS, Tag::F) };
    }
}

/// Gives adjectives the accusative.
fn settle_objects(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for first in 0..choices.len() {
        let Some(verb) = verb_of(words, choices, first) else { continue };
        let is_object = takes_object(words, choices, first, verb);
        if is_object && turn(Tag::ACC, words, choices, first) {
            turn_subject(words, choices, verb);
        }
    }
}

/// The verb of a clause that a word opens by itself, or with a part of what it is one of: "każdą z nich zbada biegły".
fn verb_of(words: &[Waiting<'_>], choices: &[Choice], first: usize) -> Option<usize> {
    let tag = choices.get(first)?.tag;
    let is_open = tag.has(Tag::INST) && tag.has(Tag::SG) && tag.has(Tag::F);
    if !is_open || !matches!(tag.class(), Class::Adj | Class::Ppas | Class::Subst) {
        return None;
    }
    let opens = |class| matches!(class, Class::Interp | Class::Comp);
    let before = first.checked_sub(1).and_then(|n| choices.get(n));
    if before.is_some_and(|before| !opens(before.tag.class())) {
        return None;
    }
    let is_verb = |n: &usize| {
        let class = choices.get(*n).map(|choice| choice.tag.class());
        matches!(class, Some(Class::Fin | Class::Praet | Class::Imps))
    };
    let next = Chosen::at(words, choices, first + 1)?;
    if next.class() != Class::Prep {
        return Some(first + 1).filter(is_verb);
    }
    let ends = |n: &usize| {
        let tag = choices.get(*n).map(|choice| choice.tag);
        tag.is_none_or(|tag| opens(tag.class()) || is_noun(tag) && tag.has(Tag::INST))
    };
    let partitive = next.is(Traits::LOCAL) && next.has(Tag::GEN);
    (first + 2..first + 2 + REACH).take_while(|n| !ends(n)).find(is_verb).filter(|_| partitive)
}

/// Whether a verb has the word that opens its clause for its object.
fn takes_object(words: &[Waiting<'_>], choices: &[Choice], first: usize, verb: usize) -> bool {
    let one = |n: usize| Chosen::at(words, choices, n);
    let Some(woman) = one(first) else { return false };
    let is_accusative =
        |tag: Tag| tag.class() == woman.class() && tag.has(Tag::ACC) && tag.has(Tag::SG) && tag.has(Tag::F);
    let same_lemma = |row: u16| woman.form.reading(row).is_some_and(|other| other.lemma == woman.lemma());
    let lexical = Predicate::of(choices, verb).map_or(verb, |it| it.with_infinitive(words, choices).lexical);
    let governs = one(lexical).is_some_and(|verb| verb.is(Traits::INSTRUMENTAL | Traits::COPULA));
    let is_reflexive =
        [verb + 1, lexical + 1].iter().any(|n| one(*n).is_some_and(|next| next.is(Traits::REFLEXIVE)));
    // "łodzią, którą przewożą motocykl"
    let is_relative = woman.is(Traits::RELATIVE);
    let is_object = |(n, tag): (usize, Tag)| {
        let candidates = words.get(n).map(|word| word.form.candidates()).unwrap_or_default();
        tag.has(Tag::ACC) && (is_relative || !candidates.iter().any(|candidate| candidate.tag.has(Tag::NOM)))
    };
    woman.form.candidates().iter().any(|candidate| is_accusative(candidate.tag) && same_lemma(candidate.row))
        && takes_objects(words, choices, lexical)
        && !governs
        && !is_reflexive
        && !free_nouns(words, choices, behind(words, choices, lexical)).any(is_object)
}

/// "Pieszą potrącił samochód": what was taken for the object is the subject.
fn turn_subject(words: &[Waiting<'_>], choices: &mut [Choice], verb: usize) {
    let noun = free_nouns(words, choices, behind(words, choices, verb)).next();
    if choices.get(verb).is_some_and(|verb| verb.tag.class() != Class::Imps)
        && let Some((noun, tag)) = noun.filter(|(_, tag)| tag.has(Tag::ACC))
        && may_be_subject(words, choices, verb, tag)
        && turn_to(Tag::NOM, words, choices, noun)
    {
        agree(choices, verb, noun);
    }
}
