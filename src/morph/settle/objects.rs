//! Objects that were taken for subjects: "Wypadek spowodował kierowca", "Ma to związek z pogodą".
//!
//! The choice in context reads from the left and takes the first noun that may be the subject for it. Where another one stands
//! behind the verb that can be nothing but the subject, the first is what something is done to.

use crate::morph::choice::{Choice, is_noun};
use crate::morph::prior::Traits;
use crate::morph::settle::Chosen;
use crate::morph::settle::neighbours::in_case;
use crate::morph::words::Waiting;
use crate::morph::{Class, NameClass, Reading, Tag};

/// Words that are looked at on either side of a verb.
const REACH: usize = 8;

/// A noun for one thing.
const THING: Tag = Tag::of(Class::Subst).with(Tag::SG, Tag::SG).with(Tag::M3, Tag::M3);

/// Gives such objects the accusative, and the verbs behind them the genders of their subjects.
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
            continue;
        }
        let Some(object) = object_before(choices, verb).filter(|_| takes_objects(words, choices, verb))
        else {
            continue;
        };
        if let Some(subject) = subject_behind(words, choices, verb)
            && turn_to(Tag::ACC, words, choices, object)
        {
            agree(choices, verb, subject);
        } else if let Some(force) = force_behind(words, choices, verb, object)
            && turn_to(Tag::ACC, words, choices, object)
        {
            turn_to(Tag::NOM, words, choices, force);
            agree(choices, verb, force);
        } else if is_deed(words, choices, verb, object) && turn_to(Tag::ACC, words, choices, object) {
            set_genders(choices, verb, Tag::M1);
        }
    }
}

/// Whether a verb may have an object.
fn takes_objects(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> bool {
    Chosen::at(words, choices, verb).is_some_and(|verb| !verb.is(Traits::COPULA | Traits::INTRANSITIVE))
}

/// Whether a word ends the clause that is looked at, or makes its verb one without an object.
fn ends(choice: Choice) -> bool {
    use Class::{Aglt, Comp, Conj, Imps, Inf, Interp, Num, Part};
    is_finite(choice) || matches!(choice.tag.class(), Interp | Comp | Conj | Part | Aglt | Inf | Imps | Num)
}

/// The noun behind a verb that can be nothing but its subject, where no object stands before it.
fn subject_behind(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let said = Chosen::at(words, choices, verb)?.reading()?.tag;
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

/// "Dach zerwał wiatr": the force behind a verb that does something to the thing before it.
fn force_behind(words: &[Waiting<'_>], choices: &[Choice], verb: usize, object: usize) -> Option<usize> {
    let is_force = |n: usize| Chosen::at(words, choices, n).is_some_and(|noun| noun.is(Traits::FORCE));
    let said = choices.get(verb)?.tag;
    let mut behind = behind(choices, verb).filter(|(_, choice)| is_noun(choice.tag));
    let (force, choice) = behind.next()?;
    let agrees = |mask| !said.has(mask) || said.common(choice.tag, mask).has(mask);
    (choice.tag.has(Tag::NOM | Tag::ACC)
        && agrees(Tag::NUMBERS)
        && is_force(force)
        && !is_force(object)
        && !choices.get(object)?.tag.has(Tag::M1))
    .then_some(force)
}

/// "Kapelusz powiesił na haku": whether a verb that only people have as subjects has only a thing beside it.
fn is_deed(words: &[Waiting<'_>], choices: &[Choice], verb: usize, object: usize) -> bool {
    let is_thing = |noun: Reading<'_>| noun.tag.is_of(THING) && noun.name == NameClass::Common;
    let may_be_object =
        |choice: &Choice| choice.tag.has(Tag::NOM | Tag::ACC) || choice.tag.class() == Class::Num;
    let mut behind = choices.iter().skip(verb + 1).take(REACH).take_while(|choice| in_clause(**choice));
    Chosen::at(words, choices, verb).is_some_and(|verb| verb.is(Traits::DEED))
        && Chosen::at(words, choices, object)
            .is_some_and(|noun| !noun.is(Traits::INSTITUTION) && noun.reading().is_some_and(is_thing))
        && !behind.any(may_be_object)
        && words.get(verb + 1).is_none_or(|word| word.form.key() != "się")
}

/// What stands behind a verb in its clause.
fn behind(choices: &[Choice], verb: usize) -> impl Iterator<Item = (usize, &Choice)> {
    choices.iter().enumerate().skip(verb + 1).take(REACH).take_while(|(_, choice)| !ends(**choice))
}

fn in_clause(choice: Choice) -> bool {
    !matches!(choice.tag.class(), Class::Interp | Class::Comp)
}

/// "Ma to związek": the noun behind a verb whose subject "to" stands between.
fn object_behind(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let is_subject = |choice: &Choice| is_noun(choice.tag) && choice.tag.has(Tag::NOM);
    choices.get(verb + 1).filter(|choice| is_subject(choice))?;
    if words.get(verb + 1)?.form.key() != "to" || !takes_objects(words, choices, verb) {
        return None;
    }
    let mut nouns = behind(choices, verb + 1).filter(|(_, choice)| is_noun(choice.tag));
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
    let behind = choices.iter().enumerate().skip(verb.max(reflexive) + 1).take(REACH);
    let mut nouns = behind
        .take_while(|(_, choice)| !ends(**choice))
        .filter(|(_, choice)| is_noun(choice.tag) && choice.tag.has(Tag::NOM | Tag::ACC));
    match nouns.next() {
        Some((n, choice)) => choice.tag.has(Tag::NOM).then_some(n),
        None => object_before(choices, verb.min(reflexive)),
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
    let mut behind = behind(choices, verb);
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
    let before = before.take_while(|(_, choice)| in_clause(**choice));
    let mut behind = choices.iter().skip(verb + 1).take(REACH).take_while(|choice| in_clause(**choice));
    if before.clone().any(|(n, choice)| ends(*choice) && !is_impersonal(words, n, *choice))
        || behind.any(|choice| is_finite(*choice))
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

fn is_finite(choice: Choice) -> bool {
    let class = choice.tag.class();
    matches!(class, Class::Fin | Class::Praet | Class::Bedzie | Class::Winien | Class::Impt | Class::Pred)
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

/// Gives a noun and the modifiers beside it another case; whether it has one.
fn turn_to(case: Tag, words: &[Waiting<'_>], choices: &mut [Choice], noun: usize) -> bool {
    let Some(head) = choices.get(noun).map(|choice| choice.tag) else { return false };
    let turned = turn(case, words, choices, noun);
    if turned {
        turn_modifiers(case, words, choices, head, (0..noun).rev());
        turn_modifiers(case, words, choices, head, noun + 1..choices.len());
    }
    turned
}

/// Gives the modifiers of a noun that stand at these places in a row another case.
fn turn_modifiers(
    case: Tag,
    words: &[Waiting<'_>],
    choices: &mut [Choice],
    noun: Tag,
    mut places: impl Iterator<Item = usize>,
) {
    while let Some(n) = places.next().filter(|n| is_modifier(choices, *n, noun)) {
        turn(case, words, choices, n);
    }
}

/// Whether a word is a modifier that agrees with a noun.
fn is_modifier(choices: &[Choice], n: usize, noun: Tag) -> bool {
    choices.get(n).is_some_and(|choice| {
        matches!(choice.tag.class(), Class::Adj | Class::Ppas | Class::Pact) && choice.tag.agrees(noun)
    })
}

/// Gives a word another case; whether it has one.
fn turn(case: Tag, words: &[Waiting<'_>], choices: &mut [Choice], n: usize) -> bool {
    let Some((word, choice)) = words.get(n).zip(choices.get_mut(n)) else { return false };
    let now = in_case(word.form, *choice, case, false);
    if let Some(now) = now {
        *choice = now;
    }
    now.is_some()
}

/// Gives a verb the gender of its subject.
fn agree(choices: &mut [Choice], verb: usize, subject: usize) {
    if let Some(subject) = choices.get(subject).map(|choice| choice.tag) {
        set_genders(choices, verb, subject.common(subject, Tag::GENDERS));
    }
}

/// Gives a verb in the past tense genders.
fn set_genders(choices: &mut [Choice], verb: usize, genders: Tag) {
    if let Some(choice) = choices.get_mut(verb).filter(|choice| choice.tag.has(Tag::GENDERS)) {
        choice.tag = choice.tag.with(Tag::GENDERS, genders);
    }
}
