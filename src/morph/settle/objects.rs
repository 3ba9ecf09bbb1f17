//! Objects of verbs that have no subject, or have one that shows: "Zaleca się ostrożność", "Ma to związek z pogodą".

use super::Chosen;
use super::clause::{REACH, behind, ends, in_clause, is_finite, nouns_before, takes_objects};
use super::turn::{turn, turn_to};
use crate::morph::choice::{Choice, is_noun};
use crate::morph::prior::Traits;
use crate::morph::words::Waiting;
use crate::morph::{Class, Reading, Tag};

/// Gives such objects the accusative.
pub(in crate::morph) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for verb in 0..choices.len() {
        let object = match choices.get(verb).map(|choice| choice.tag.class()) {
            Some(Class::Inf) => object_of_infinitive(words, choices, verb),
            Some(Class::Fin | Class::Praet) => {
                object_behind(words, choices, verb).or_else(|| object_of_impersonal(words, choices, verb))
            }
            _ => continue,
        };
        if let Some(person) = person_asked(words, choices, verb) {
            turn_person(words, choices, person);
        }
        if let Some(object) = object {
            turn_to(Tag::ACC, words, choices, object);
        }
    }
}

/// "Ma to związek": the noun behind a verb whose subject "to" stands between.
fn object_behind(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let is_subject = |choice: &Choice| is_noun(choice.tag) && choice.tag.has(Tag::NOM);
    choices.get(verb + 1).filter(|choice| is_subject(choice))?;
    if words.get(verb + 1)?.form.key() != "to" || !takes_objects(words, choices, verb) {
        return None;
    }
    let behind = behind(words, choices, verb + 1).filter_map(|n| Some((n, choices.get(n)?)));
    let mut nouns = behind.filter(|(_, choice)| is_noun(choice.tag));
    nouns.next().filter(|(_, choice)| is_subject(choice) && !choice.tag.has(Tag::M1)).map(|(n, _)| n)
}

/// "Zaleca się ostrożność": what is done by a verb that "się" leaves without a subject.
fn object_of_impersonal(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let is_reflexive = |n: &usize| words.get(*n).is_some_and(|word| word.form.key() == "się");
    let reflexive = [Some(verb + 1), verb.checked_sub(1)].into_iter().flatten().find(is_reflexive)?;
    let choice = choices.get(verb)?;
    let alone = choice.tag.has(Tag::SG) && (!choice.tag.has(Tag::GENDERS) || choice.tag.has(Tag::N));
    if !alone || !Chosen::at(words, choices, verb)?.is(Traits::IMPERSONAL) {
        return None;
    }
    let behind = behind(words, choices, verb.max(reflexive)).filter_map(|n| Some((n, choices.get(n)?)));
    let mut nouns = behind.filter(|(_, choice)| is_noun(choice.tag) && choice.tag.has(Tag::NOM | Tag::ACC));
    match nouns.next() {
        Some((n, choice)) => choice.tag.has(Tag::NOM).then_some(n),
        None => object_before(words, choices, verb.min(reflexive)),
    }
}

/// "Proszę o zabranie głosu pana posła": who is asked, behind what is asked for, which looks like the one whose deed that is.
fn person_asked(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let is_genitive = |reading: Reading<'_>| reading.tag.has(Tag::M1) && reading.tag.has(Tag::GEN);
    let is_title = |n: usize| {
        Chosen::at(words, choices, n)
            .is_some_and(|noun| noun.is(Traits::TITLE) && noun.reading().is_some_and(is_genitive))
    };
    if !Chosen::at(words, choices, verb)?.is(Traits::REQUEST) {
        return None;
    }
    let mut behind = behind(words, choices, verb).filter_map(|n| Some((n, choices.get(n)?)));
    behind.find(|(_, choice)| choice.tag.class() == Class::Ger && choice.tag.has(Tag::ACC))?;
    behind.find(|(n, choice)| choice.tag.has(Tag::GEN) && is_title(*n)).map(|(n, _)| n)
}

/// Gives a man, with his titles and names, the accusative.
fn turn_person(words: &[Waiting<'_>], choices: &mut [Choice], first: usize) {
    let is_named =
        |choice: &Choice| is_noun(choice.tag) && choice.tag.has(Tag::M1) && choice.tag.has(Tag::GEN);
    let mut places = first..first + REACH;
    while let Some(n) = places.next().filter(|n| choices.get(*n).is_some_and(is_named)) {
        turn(Tag::ACC, words, choices, n);
    }
}

/// "Wartość należy odjąć", "wywar odcedzić": the only noun before an infinitive in a clause without a finite verb.
fn object_of_infinitive(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let before = choices.iter().enumerate().take(verb).rev().take(REACH);
    let before = before.take_while(|(_, choice)| in_clause(**choice) && choice.tag.class() != Class::Conj);
    let mut behind = choices.iter().skip(verb + 1).take(REACH).take_while(|choice| in_clause(**choice));
    if before.clone().any(|(n, choice)| ends(words, choices, n) && !is_impersonal(words, n, *choice))
        || behind.any(|choice| is_finite(*choice) || choice.tag.class() == Class::Num)
    {
        return None;
    }
    let mut nouns = before.map(|(n, choice)| (n, choice.tag)).filter(|(_, tag)| {
        let is_pronoun = tag.class() == Class::Ppron3;
        tag.has(Tag::NOM) && is_pronoun || tag.has(Tag::NOM | Tag::ACC) && is_noun(*tag)
    });
    let (noun, tag) = nouns.next()?;
    (is_noun(tag) && !tag.has(Tag::ACC | Tag::M1) && nouns.next().is_none()).then_some(noun)
}

/// "Można", "nie", "należy": what may stand before an infinitive without a subject.
fn is_impersonal(words: &[Waiting<'_>], n: usize, choice: Choice) -> bool {
    matches!(choice.tag.class(), Class::Pred | Class::Part)
        || words.get(n).is_some_and(|word| word.form.key() == "należy")
}

/// The only noun before a verb that was taken for its subject.
fn object_before(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let only = nouns_before(words, choices, verb).filter(|(_, other)| other.is_none())?.0;
    choices.get(only)?.tag.has(Tag::NOM).then_some(only)
}
