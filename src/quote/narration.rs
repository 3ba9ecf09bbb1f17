//! Whom the narration speaks of where a verb of speech has no subject of its own: the subject of the main clause of the
//! sentences before it.

use super::clause;
use super::direct::covers;
use super::phrase::{Phrase, PhraseKind, named_phrase, nominative};
use super::role;
use super::view::{REACH, View, asked_of_subject};
use crate::morph::{Class, Tag, TokenRange};

/// How many sentences back a topic is looked for.
const SENTENCES: usize = 6;

/// The subjects of the main clauses between two places, the last one first. `contents` are words of others.
pub(super) fn topics<'v>(
    view: &'v View<'_>,
    contents: &'v [TokenRange],
    between: TokenRange,
) -> impl Iterator<Item = Phrase> + 'v {
    let last = between.end.checked_sub(1).map_or(0, |at| view.tagged.sentence_of(at));
    let sentences = (0..=last).rev().take(SENTENCES).filter_map(|number| view.tagged.sentences().get(number));
    sentences
        .map(move |sentence| sentence.start.max(between.start)..sentence.end.min(between.end))
        .take_while(|sentence| !sentence.is_empty())
        .filter(|sentence| view.is_prose(view.paragraph_of(sentence.start)))
        .filter_map(|sentence| subject(view, contents, &sentence))
}

/// The subject of the main clause of a sentence, if somebody can be it.
fn subject(view: &View<'_>, contents: &[TokenRange], sentence: &TokenRange) -> Option<Phrase> {
    let Some(verb) = main_verb(view, contents, sentence) else { return heading_name(view, sentence.start) };
    let agreement = asked_of_subject(view.tag(verb));
    let phrase = clause::subject_of(view, verb..verb + 1, agreement, sentence.clone(), false)?;
    let speaks = match phrase.kind {
        PhraseKind::Named => true,
        PhraseKind::Noun => is_human(view, phrase.head),
        _ => false,
    };
    (speaks && !covers(contents, phrase.head)).then_some(phrase)
}

/// The name that a sentence without a verb begins with; the verb may have been read as something else.
fn heading_name(view: &View<'_>, start: usize) -> Option<Phrase> {
    let named = view.named(start)?;
    nominative(view, named, Tag::IGN).then(|| named_phrase(view, named, start))
}

/// The first verb of a third person that no subordinate clause and no marks hold.
fn main_verb(view: &View<'_>, contents: &[TokenRange], sentence: &TokenRange) -> Option<usize> {
    let mut at = sentence.start;
    let end = sentence.end.min(sentence.start + REACH);
    while at < end {
        if let Some(pair) = view.pair(at).filter(|pair| pair.open == at) {
            at = pair.close + 1;
            continue;
        }
        let tag = view.tag(at);
        let able = match tag.class() {
            Class::Fin => tag.has(Tag::TER),
            Class::Praet | Class::Cond | Class::Bedzie | Class::Winien => true,
            _ => false,
        };
        if able
            && view.named(at).is_none()
            && !covers(contents, at)
            && clause::is_main(view, sentence.start, at)
        {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Whether a noun is said of people.
pub(super) fn is_human(view: &View<'_>, noun: usize) -> bool {
    let known = role::gender(view.noun(noun)).is_some();
    let common = !view.is_capital(noun) || noun == view.sentence(noun).start;
    known || common && view.nominal(noun).has(Tag::M1) && view.tag(noun).class() == Class::Subst
}
