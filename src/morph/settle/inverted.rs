//! Subjects behind their verbs, and objects before them that were taken for subjects: "Wypadek spowodował kierowca".
//!
//! The choice in context reads from the left and takes the first noun that may be the subject for it. Where another one stands
//! behind the verb that can be nothing but the subject, the first is what something is done to.

use super::Chosen;
use super::clause::{
    Predicate, REACH, behind, free_nouns, in_clause, may_be_subject, nouns_before, same, takes_objects,
};
use super::turn::{agree, set_genders, turn_to};
use crate::morph::choice::{Choice, is_noun};
use crate::morph::prior::Traits;
use crate::morph::words::Waiting;
use crate::morph::{Class, NameClass, Reading, Tag};

/// A noun for one thing.
const THING: Tag = Tag::of(Class::Subst).with(Tag::SG, Tag::SG).with(Tag::M3, Tag::M3);

/// Gives such objects the accusative, and the verbs behind them the genders of their subjects.
pub(in crate::morph) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for finite in 0..choices.len() {
        let Some(predicate) = Predicate::of(choices, finite) else { continue };
        let Some((object, other)) = nouns_before(words, choices, predicate.first) else { continue };
        let is_nominative = choices.get(object).is_some_and(|object| object.tag.has(Tag::NOM));
        if !is_nominative {
            continue;
        }
        let predicate = predicate.with_infinitive(words, choices);
        if !takes_objects(words, choices, predicate.lexical) {
            continue;
        }
        let subject = match other {
            Some(actor) => Some(actor).filter(|actor| acts_on(words, choices, predicate, *actor, object)),
            None => subject_behind(words, choices, predicate)
                .or_else(|| actor_behind(words, choices, predicate, object)),
        };
        if let Some(subject) = subject {
            if turn_to(Tag::ACC, words, choices, object) {
                turn_to(Tag::NOM, words, choices, subject);
                agree(choices, finite, subject);
            }
        } else if other.is_none()
            && is_deed(words, choices, predicate, object)
            && turn_to(Tag::ACC, words, choices, object)
        {
            set_genders(choices, finite, Tag::M1);
        }
    }
}

/// The noun behind a verb that can be nothing but its subject, where no object stands before it.
fn subject_behind(words: &[Waiting<'_>], choices: &[Choice], predicate: Predicate) -> Option<usize> {
    let (n, tag) = free_nouns(words, choices, behind(words, choices, predicate.lexical)).next()?;
    // "Rząd może przegrać niektóre z głosowań, które zwołał premier"
    let is_object = |choice: &Choice| {
        choice.tag.class() == Class::Adj && choice.tag.has(Tag::NOM | Tag::ACC) && !choice.tag.agrees(tag)
    };
    let has_object = choices.get(predicate.lexical + 1..n)?.iter().any(is_object);
    (!has_object && is_only_subject(words, choices, predicate, n, tag)).then_some(n)
}

/// Whether a noun can be nothing but the subject of a verb.
fn is_only_subject(
    words: &[Waiting<'_>],
    choices: &[Choice],
    predicate: Predicate,
    noun: usize,
    tag: Tag,
) -> bool {
    // "Marszałek" of a woman is the same in every case.
    let is_object = |other: Tag| is_noun(other) && other.has(Tag::ACC) && same(other, tag, Tag::GENDERS);
    let may_be_object = || {
        let candidates = words.get(noun).map(|word| word.form.candidates()).unwrap_or_default();
        candidates.iter().any(|candidate| is_object(candidate.tag))
    };
    tag.has(Tag::NOM) && may_be_subject(words, choices, predicate.finite, tag) && !may_be_object()
}

/// "Dach zerwał wiatr", "projekt przyjął rząd": what does something to the thing before the verb, a force or, where only people
/// do such things, an institution. "Teleskop zarejestrował wybuch": no force does those.
fn actor_behind(
    words: &[Waiting<'_>],
    choices: &[Choice],
    predicate: Predicate,
    object: usize,
) -> Option<usize> {
    let (actor, tag) = free_nouns(words, choices, behind(words, choices, predicate.lexical)).next()?;
    let is_deed = Chosen::at(words, choices, predicate.lexical).is_some_and(|verb| verb.is(Traits::DEED));
    let actors = if is_deed { Traits::INSTITUTION } else { Traits::FORCE };
    let is_actor = |n: usize| {
        Chosen::at(words, choices, n).is_some_and(|noun| noun.class() == Class::Subst && noun.is(actors))
    };
    let fits = is_actor(actor) && !is_actor(object) && may_be_subject(words, choices, predicate.finite, tag);
    (fits && !choices.get(object)?.tag.has(Tag::M1)).then_some(actor)
}

/// "Wniosek obrony sąd odrzucił", "nowe stawki mieszkańcy zapłacą od lipca": whether the second of two nouns before a verb does
/// something to the first one.
fn acts_on(
    words: &[Waiting<'_>],
    choices: &[Choice],
    predicate: Predicate,
    actor: usize,
    object: usize,
) -> bool {
    let one = |n: usize| Chosen::at(words, choices, n);
    let (Some(thing), Some(second), Some(verb)) = (one(object), one(actor), one(predicate.lexical)) else {
        return false;
    };
    let tag = second.choice.tag;
    let is_institution = || {
        verb.is(Traits::DEED)
            && second.class() == Class::Subst
            && second.is(Traits::INSTITUTION)
            && !thing.is(Traits::INSTITUTION)
            && may_be_subject(words, choices, predicate.finite, tag)
    };
    // "Zespół Lech wygrał": a name right behind may be the first one's.
    let apart = actor != object + 1;
    !thing.has(Tag::M1)
        && (is_institution() || apart && is_only_subject(words, choices, predicate, actor, tag))
}

/// "Kapelusz powiesił na haku": whether a verb that only people have as subjects has only a thing beside it.
fn is_deed(words: &[Waiting<'_>], choices: &[Choice], predicate: Predicate, object: usize) -> bool {
    let verb = predicate.lexical;
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
