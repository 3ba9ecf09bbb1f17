//! Verbs that no list of cues holds but that stand where only a cue stands: behind the closing dash of direct speech, at
//! the head of a short clause that ends the sentence and whose subject, if it has one, is a person.

use super::phrase::{Phrase, PhraseKind, is_human, scan};
use super::sort::Sort;
use super::view::{CueAt, Glyph, Named, REACH, View, asked_of_subject};
use super::{clause, cue, role, source};
use crate::morph::{Class, Tag};

/// Words of a cue's clause that has no subject of its own.
const SHORT: usize = 4;
/// Words between the verb and its subject: "rozkłada bezradnie ręce skarbniczka".
const OBJECT: usize = 4;

/// The verb behind a dash that stands as a cue; the caller knows that direct speech stands before the dash.
pub(super) fn inferred<'a>(view: &View<'a>, dash: usize, limit: usize) -> Option<CueAt<'a>> {
    let credit = credit(view, dash + 1);
    credit.or_else(|| pointing(view, dash, limit)).or_else(|| heading(view, dash, limit))
}

/// The noun that gives words to somebody behind it: "– to słowa Jana Kosa", "To opinia prezesa".
pub(super) fn credit<'a>(view: &View<'a>, at: usize) -> Option<CueAt<'a>> {
    let noun = at + 1;
    let names = view.key(at) == "to" && view.nominal(noun).has(Tag::NOM) && role::relays(view.noun(noun));
    let stands = names && source::genitive(view, noun + 1, true).is_some();
    stands.then(|| CueAt::of_direct_speech(noun, view.noun(noun), Tag::IGN))
}

/// The verb at the head of a short clause.
fn heading<'a>(view: &View<'a>, dash: usize, limit: usize) -> Option<CueAt<'a>> {
    let start = dash + 1;
    let verb = (start..limit.min(start + 4))
        .find(|at| !matches!(view.key(*at), "nie" | "się" | "tylko" | "już" | "jeszcze" | "jednak"))?;
    // "złości się": what looks like a noun is a verb before "się".
    let reflexive = if view.key(verb + 1) == "się" { view.third(verb) } else { None };
    let chosen = is_third(view, verb).then(|| (view.tag(verb), view.lemma(verb)));
    let (tag, lemma) = chosen.or(reflexive)?;
    if view.named(verb).is_some() || cue::is_never(lemma) || view.is_capital(start) {
        return None;
    }
    let end = clause::end(view, verb + 1, limit);
    if !ends_speech(view, end, limit) {
        return None;
    }
    let agreement = asked_of_subject(tag);
    let subject = scan(view, verb + 1..end, agreement).filter(|subject| is_somebody(view, subject));
    let stands = match subject {
        Some(subject) => subject.tokens.start <= verb + 1 + OBJECT,
        None => end - verb <= SHORT && view.glyph(end) != Glyph::Comma,
    };
    stands.then(|| CueAt::of_direct_speech(verb, lemma, agreement))
}

/// What points back at the words before a dash: any verb of its clause is then said of the speaker.
const POINTERS: [&[&str]; 6] = [
    &["tak"],
    &["w", "ten", "sposób"],
    &["tymi", "słowami"],
    &["takimi", "słowami"],
    &["w", "tych", "słowach"],
    &["w", "takich", "słowach"],
];

/// The verb of a clause that points back: "– tak minister podsumował spór", "– tymi słowami Jan Nowak powitał gości".
fn pointing<'a>(view: &View<'a>, dash: usize, limit: usize) -> Option<CueAt<'a>> {
    let is_at = |words: &&&[&str]| (dash + 1..).zip(words.iter()).all(|(at, word)| view.key(at) == *word);
    let pointer = POINTERS.iter().find(is_at)?;
    let start = dash + 1 + pointer.len();
    let end = clause::end(view, start, limit);
    let verb = (start..end).find(|at| is_third(view, *at) && view.named(*at).is_none())?;
    let (agreement, lemma) = (asked_of_subject(view.tag(verb)), view.lemma(verb));
    if cue::is_never(lemma) || !ends_speech(view, end, limit) {
        return None;
    }
    // "– tymi słowami podsumował spór": the words are somebody's, though the verb has no subject.
    let words = pointer.len() > 1;
    let subject = clause::subject_of(view, verb..verb + 1, agreement, start..end, true);
    let stands = subject.map_or(words, |subject| is_somebody(view, &subject));
    stands.then(|| CueAt::of_direct_speech(verb, lemma, agreement))
}

/// The verb of the clause that a colon and a dialogue dash end: "Po chwili poważnieje: – Kolano już nie to".
pub(super) fn inferred_before<'a>(view: &View<'a>, colon: usize, floor: usize) -> Option<CueAt<'a>> {
    let start = view.sentence(colon).start.max(floor);
    // "w rozmowie z Weszło: „": with a capital within a sentence it is a name.
    let is_verb = |at: &usize| view.is_finite(*at) && (*at == start || !view.is_capital(*at));
    let mut verbs = (start.max(colon.saturating_sub(REACH))..colon).rev().filter(is_verb);
    let verb = verbs.find(|verb| !clause::is_told_beside(view, start, *verb, colon))?;
    let (tag, lemma) = (view.tag(verb), view.lemma(verb));
    let told = !cue::is_never(lemma) || is_stance(view, verb, colon);
    let able = is_third(view, verb) && clause::is_main(view, start, verb) && told;
    able.then(|| CueAt::of_direct_speech(verb, lemma, asked_of_subject(tag)))
}

/// "Burmistrz jest stanowczy: „", "Sceptyczny pozostaje Jan Nowak: „": what somebody is, rather than what something is called.
fn is_stance(view: &View<'_>, verb: usize, colon: usize) -> bool {
    let is = |at: usize| view.tag(at).class() == Class::Adj && view.tag(at).has(Tag::NOM);
    let small = |at: &usize| matches!(view.tag(*at).class(), Class::Adv | Class::Part);
    let behind = (verb + 1..colon).find(|at| !small(at)).is_some_and(is);
    Sort::Copula.has(view.lemma(verb)) && (behind || verb.checked_sub(1).is_some_and(is))
}

/// The same before marks, which hold what is read and heard too: where somebody is its subject, and nothing says that the words
/// are another's ("wywiesili transparent: „", "usłyszał w słuchawce: „").
pub(super) fn told_before<'a>(view: &View<'a>, colon: usize, floor: usize) -> Option<CueAt<'a>> {
    let cue = inferred_before(view, colon, floor)?;
    let (start, verb) = (view.sentence(colon).start.max(floor), cue.verb());
    let others =
        Sort::Receiving.has(cue.lemma) || (verb..colon).any(|at| Sort::Inscribed.has(view.lemma(at)));
    let subject = clause::subject_of(view, verb..verb + 1, cue.agreement, start..colon, false)?;
    (!others && is_somebody(view, &subject)).then_some(cue)
}

/// A third person of the present or the past.
fn is_third(view: &View<'_>, verb: usize) -> bool {
    let tag = view.tag(verb);
    tag.class() == Class::Fin && tag.has(Tag::TER) || tag.class() == Class::Praet && is_bare(view, verb)
}

/// Whether a past form has no ending of a first or second person.
fn is_bare(view: &View<'_>, verb: usize) -> bool {
    view.tagged.get(verb).is_some_and(|token| token.words().count() == 1)
}

/// Whether what ends the clause may end a cue's: the sentence, a comma, or a dash that more direct speech follows.
fn ends_speech(view: &View<'_>, end: usize, limit: usize) -> bool {
    match view.glyph(end) {
        Glyph::Dash => view.begins_sentence(end + 1) && end + 1 < limit,
        Glyph::Comma => true,
        _ => end >= limit || view.glyph(end) == Glyph::Stop,
    }
}

/// Whether a subject is a person, by name or by a noun said of people.
fn is_somebody(view: &View<'_>, subject: &Phrase) -> bool {
    match subject.kind {
        PhraseKind::Named => view.named(subject.head).is_some_and(Named::is_person),
        PhraseKind::Noun => is_human(view, subject.head),
        _ => false,
    }
}
