//! Objects that were taken for subjects: "Wypadek spowodował kierowca", "Ma to związek z pogodą".
//!
//! The choice in context reads from the left and takes the first noun that may be the subject for it. Where another one stands
//! behind the verb that can be nothing but the subject, the first is what something is done to.

use std::ops::Range;

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
        let Some((object, other)) = nouns_before(words, choices, verb) else { continue };
        let is_nominative = choices.get(object).is_some_and(|object| object.tag.has(Tag::NOM));
        if !is_nominative || !takes_objects(words, choices, verb) {
            continue;
        }
        let subject = match other {
            Some(actor) => Some(actor).filter(|actor| acts_on(words, choices, verb, *actor, object)),
            None => {
                subject_behind(words, choices, verb).or_else(|| actor_behind(words, choices, verb, object))
            }
        };
        if let Some(subject) = subject {
            if turn_to(Tag::ACC, words, choices, object) {
                turn_to(Tag::NOM, words, choices, subject);
                agree(choices, verb, subject);
            }
        } else if other.is_none()
            && is_deed(words, choices, verb, object)
            && turn_to(Tag::ACC, words, choices, object)
        {
            set_genders(choices, verb, Tag::M1);
        }
    }
}

/// Whether a verb may have an object.
fn takes_objects(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> bool {
    Chosen::at(words, choices, verb).is_some_and(|verb| !verb.is(Traits::COPULA | Traits::INTRANSITIVE))
}

/// Whether a word ends the clause that is looked at, or makes its verb one without an object. "Również", "za milion złotych"
/// do neither.
fn ends(words: &[Waiting<'_>], choices: &[Choice], n: usize) -> bool {
    use Class::{Aglt, Comp, Conj, Imps, Inf, Interp, Num, Part, Prep};
    let before = n.checked_sub(1).and_then(|n| choices.get(n));
    Chosen::at(words, choices, n).is_none_or(|one| match one.class() {
        Part => one.is(Traits::NEGATION | Traits::REFLEXIVE),
        Num => before.is_none_or(|before| before.tag.class() != Prep),
        class => is_finite(one.choice) || matches!(class, Interp | Comp | Conj | Aglt | Inf | Imps),
    })
}

/// The noun behind a verb that can be nothing but its subject, where no object stands before it.
fn subject_behind(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let (n, tag) = free_nouns(words, choices, behind(words, choices, verb)).next()?;
    // "Marszałek" of a woman is the same in every case.
    let may_be_object = || {
        let mut readings = words.get(n)?.form.candidates().iter().map(|candidate| candidate.tag);
        let is_object = |other: Tag| is_noun(other) && other.has(Tag::ACC) && same(other, tag, Tag::GENDERS);
        Some(readings.any(is_object))
    };
    let fits =
        tag.has(Tag::NOM) && may_be_subject(words, choices, verb, tag) && may_be_object() == Some(false);
    fits.then_some(n)
}

/// "Dach zerwał wiatr", "projekt przyjął rząd": what does something to the thing before the verb, a force or, where only people
/// do such things, who stands behind an institution.
fn actor_behind(words: &[Waiting<'_>], choices: &[Choice], verb: usize, object: usize) -> Option<usize> {
    let (actor, tag) = free_nouns(words, choices, behind(words, choices, verb)).next()?;
    let acts = actors(words, choices, verb);
    let is_actor = |n: usize| Chosen::at(words, choices, n).is_some_and(|noun| noun.is(acts));
    let fits = is_actor(actor) && !is_actor(object) && may_be_subject(words, choices, verb, tag);
    (fits && !choices.get(object)?.tag.has(Tag::M1)).then_some(actor)
}

/// "Wniosek obrony sąd odrzucił": whether the second of two nouns before a verb does something to the first one.
fn acts_on(words: &[Waiting<'_>], choices: &[Choice], verb: usize, actor: usize, object: usize) -> bool {
    let is_institution =
        |n: usize| Chosen::at(words, choices, n).is_some_and(|noun| noun.is(Traits::INSTITUTION));
    let tag = |n: usize| choices.get(n).map(|choice| choice.tag);
    Chosen::at(words, choices, verb).is_some_and(|verb| verb.is(Traits::DEED))
        && is_institution(actor)
        && !is_institution(object)
        && tag(object).is_some_and(|object| !object.has(Tag::M1))
        && tag(actor).is_some_and(|actor| may_be_subject(words, choices, verb, actor))
}

/// What may act: forces on anything, institutions where only people do what the verb says.
fn actors(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Traits {
    let is_deed = Chosen::at(words, choices, verb).is_some_and(|verb| verb.is(Traits::DEED));
    if is_deed { Traits::FORCE | Traits::INSTITUTION } else { Traits::FORCE }
}

/// Whether a verb may have the number and the gender of a noun, whatever was chosen for it.
fn may_be_subject(words: &[Waiting<'_>], choices: &[Choice], verb: usize, noun: Tag) -> bool {
    let said = Chosen::at(words, choices, verb).and_then(|verb| Some(verb.reading()?.tag));
    let fits = |said: Tag, mask| !said.has(mask) || same(said, noun, mask);
    said.is_some_and(|said| fits(said, Tag::NUMBERS) && fits(said, Tag::GENDERS))
}

/// Whether two tags have a value of `mask` in common.
fn same(one: Tag, other: Tag, mask: Tag) -> bool {
    one.common(other, mask).has(mask)
}

/// "Kapelusz powiesił na haku": whether a verb that only people have as subjects has only a thing beside it.
fn is_deed(words: &[Waiting<'_>], choices: &[Choice], verb: usize, object: usize) -> bool {
    let is_thing = |noun: Reading<'_>| {
        noun.tag.is_of(THING) && noun.name == NameClass::Common && noun.lemma.starts_with(char::is_lowercase)
    };
    let may_be_object =
        |choice: &Choice| choice.tag.has(Tag::NOM | Tag::ACC) || choice.tag.class() == Class::Num;
    let mut behind = choices.iter().skip(verb + 1).take(REACH).take_while(|choice| in_clause(**choice));
    // "Portal ogłosił, że": so do things that people speak through.
    let may_act = Traits::INSTITUTION | Traits::ORGANISATION;
    Chosen::at(words, choices, verb).is_some_and(|verb| verb.is(Traits::DEED) && !verb.is(Traits::SPEECH))
        && Chosen::at(words, choices, object)
            .is_some_and(|noun| !noun.is(may_act) && noun.reading().is_some_and(is_thing))
        && !behind.any(may_be_object)
        && words.get(verb + 1).is_none_or(|word| word.form.key() != "się")
}

/// What stands behind a verb in its clause.
fn behind(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Range<usize> {
    let end = (verb + 1..=verb + REACH).find(|n| ends(words, choices, *n));
    verb + 1..end.unwrap_or(verb + 1 + REACH)
}

/// What stands before it. "To właśnie do tej kwestii nawiązał premier": a particle may part off what is no object.
fn before(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Range<usize> {
    let first = verb.saturating_sub(REACH);
    let is_particle = |n: &usize| choices.get(*n).is_some_and(|choice| choice.tag.class() == Class::Part);
    let end = (first..verb).rev().find(|n| is_particle(n) || ends(words, choices, *n));
    end.map_or(first, |n| n + 1)..verb
}

/// The nouns among some words that may be subject or object: neither a preposition governs them, nor are they a time.
fn free_nouns(
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
    let before = before.take_while(|(_, choice)| in_clause(**choice));
    let mut behind = choices.iter().skip(verb + 1).take(REACH).take_while(|choice| in_clause(**choice));
    if before.clone().any(|(n, choice)| ends(words, choices, n) && !is_impersonal(words, n, *choice))
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

/// The noun before a verb that may be its subject or object, and another one where there is one; no more than two.
fn nouns_before(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<(usize, Option<usize>)> {
    let mut nouns = free_nouns(words, choices, before(words, choices, verb)).map(|(n, _)| n);
    let pair = (nouns.next()?, nouns.next());
    nouns.next().is_none().then_some(pair)
}

/// The only noun before a verb that was taken for its subject.
fn object_before(words: &[Waiting<'_>], choices: &[Choice], verb: usize) -> Option<usize> {
    let only = nouns_before(words, choices, verb).filter(|(_, other)| other.is_none())?.0;
    choices.get(only)?.tag.has(Tag::NOM).then_some(only)
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
