//! Objects that were taken for subjects: "Wypadek spowodował kierowca", "Ma to związek z pogodą".
//!
//! The choice in context reads from the left and takes the first noun that may be the subject for it. Where another one stands
//! behind the verb that can be nothing but the subject, the first is what something is done to.

use super::choice::{Choice, is_noun};
use super::knowledge::{Traits, traits};
use super::neighbours::in_case;
use super::words::Waiting;
use super::{Class, Tag};

/// Words that are looked at on either side of a verb.
const REACH: usize = 8;

/// Gives such objects the accusative, and the verbs behind them the genders of their subjects.
pub(super) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for verb in 0..choices.len() {
        let class = choices.get(verb).map(|choice| choice.tag.class());
        if !matches!(class, Some(Class::Fin | Class::Praet)) {
            continue;
        }
        if let Some(object) = object_behind(words, choices, verb) {
            turn_to_accusative(words, choices, object);
            continue;
        }
        let Some(subject) = subject_behind(words, choices, verb) else { continue };
        let Some(object) = object_before(choices, verb).filter(|_| takes_objects(words, choices, verb))
        else {
            continue;
        };
        if turn_to_accusative(words, choices, object) {
            agree(choices, verb, subject);
        }
    }
}

/// Whether a verb may have an object.
fn takes_objects(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> bool {
    let reading =
        words.get(verb).zip(choices.get(verb)).and_then(|(word, choice)| word.form.reading(choice.row));
    reading.is_some_and(|reading| !traits(reading.lemma).has(Traits::COPULA | Traits::INTRANSITIVE))
}

/// Whether a word ends the clause that is looked at, or makes its verb one without an object.
fn ends(choice: Choice) -> bool {
    matches!(
        choice.tag.class(),
        Class::Interp
            | Class::Comp
            | Class::Conj
            | Class::Part
            | Class::Fin
            | Class::Praet
            | Class::Aglt
            | Class::Inf
            | Class::Pred
            | Class::Imps
            | Class::Bedzie
            | Class::Num
    )
}

/// The noun behind a verb that can be nothing but its subject, where no object stands before it.
fn subject_behind(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let said = words.get(verb)?.form.reading(choices.get(verb)?.row)?.tag;
    let behind = words.iter().zip(choices).enumerate().skip(verb + 1).take(REACH);
    for (n, (word, choice)) in behind.take_while(|(_, (_, choice))| !ends(**choice)) {
        let tag = choice.tag;
        if !is_noun(tag) || !tag.has(Tag::NOM | Tag::ACC) {
            continue;
        }
        let same = |mask| !said.has(mask) || said.common(tag, mask).has(mask);
        // "Marszałek" of a woman is the same in every case.
        let may_be_object = || {
            let mut readings = word.form.candidates().iter().map(|candidate| candidate.tag);
            readings.any(|other| {
                is_noun(other) && other.has(Tag::ACC) && other.common(tag, Tag::GENDERS).has(Tag::GENDERS)
            })
        };
        let fits = tag.has(Tag::NOM) && same(Tag::NUMBERS) && same(Tag::GENDERS) && !may_be_object();
        return fits.then_some(n);
    }
    None
}

/// "Ma to związek": the noun behind a verb whose subject "to" stands between.
fn object_behind(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let is_subject = |choice: &Choice| is_noun(choice.tag) && choice.tag.has(Tag::NOM);
    choices.get(verb + 1).filter(|choice| is_subject(choice))?;
    if words.get(verb + 1)?.form.key() != "to" || !takes_objects(words, choices, verb) {
        return None;
    }
    let behind =
        choices.iter().enumerate().skip(verb + 2).take(REACH).take_while(|(_, choice)| !ends(**choice));
    let mut nouns = behind.filter(|(_, choice)| is_noun(choice.tag));
    nouns.next().filter(|(_, choice)| is_subject(choice) && !choice.tag.has(Tag::M1)).map(|(n, _)| n)
}

/// The only noun before a verb that was taken for its subject.
fn object_before(choices: &[Choice], verb: usize) -> Option<usize> {
    let before = choices.iter().enumerate().take(verb).rev().take(REACH);
    let mut object = None;
    for (n, choice) in before.take_while(|(_, choice)| !ends(**choice)) {
        if is_noun(choice.tag) && choice.tag.has(Tag::NOM | Tag::ACC) {
            if object.is_some() || choice.tag.has(Tag::ACC) {
                return None;
            }
            object = Some(n);
        }
    }
    object
}

/// Gives a noun and the modifiers beside it the accusative; whether it has one.
fn turn_to_accusative(words: &[Waiting<'_>], choices: &mut [Choice], noun: usize) -> bool {
    let Some(head) = choices.get(noun).map(|choice| choice.tag) else { return false };
    let turned = turn(words, choices, noun);
    if turned {
        turn_modifiers(words, choices, head, (0..noun).rev());
        turn_modifiers(words, choices, head, noun + 1..choices.len());
    }
    turned
}

/// Gives the modifiers of a noun that stand at these places in a row the accusative.
fn turn_modifiers(
    words: &[Waiting<'_>],
    choices: &mut [Choice],
    noun: Tag,
    mut places: impl Iterator<Item = usize>,
) {
    while let Some(n) = places.next().filter(|n| is_modifier(choices, *n, noun)) {
        turn(words, choices, n);
    }
}

/// Whether a word is a modifier in the nominative that agrees with a noun.
fn is_modifier(choices: &[Choice], n: usize, noun: Tag) -> bool {
    choices.get(n).is_some_and(|choice| {
        let tag = choice.tag;
        matches!(tag.class(), Class::Adj | Class::Ppas | Class::Pact) && tag.has(Tag::NOM) && tag.agrees(noun)
    })
}

/// Gives a word the accusative; whether it has one.
fn turn(words: &[Waiting<'_>], choices: &mut [Choice], n: usize) -> bool {
    let Some((word, choice)) = words.get(n).zip(choices.get_mut(n)) else { return false };
    let now = in_case(word.form, choice.tag, Tag::ACC, false);
    if let Some(now) = now {
        *choice = now;
    }
    now.is_some()
}

/// Gives a verb the gender of its subject.
fn agree(choices: &mut [Choice], verb: usize, subject: usize) {
    let Some(genders) = choices.get(subject).map(|choice| choice.tag.common(choice.tag, Tag::GENDERS)) else {
        return;
    };
    if let Some(choice) = choices.get_mut(verb).filter(|choice| choice.tag.has(Tag::GENDERS)) {
        choice.tag = choice.tag.with(Tag::GENDERS, genders);
    }
}
