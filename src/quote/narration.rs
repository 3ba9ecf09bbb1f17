//! Whom the narration speaks of where a verb of speech has no subject of its own: the subject of the main clause of the
//! sentences before it.

use super::direct::covers;
use super::phrase::{Phrase, PhraseKind, is_human, named_phrase, nominative, noun_phrase};
use super::view::{Glyph, REACH, View, asked_of_subject};
use super::{clause, role};
use crate::morph::{Class, Tag, TaggedToken, TokenRange};

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
        .filter(|sentence| !asks_of_another(view, sentence.start))
        .filter_map(|sentence| subject(view, contents, &sentence))
}

/// "Pytany, czy Nowak zostanie, odpowiedział": whom the question names is not who was asked.
fn asks_of_another(view: &View<'_>, start: usize) -> bool {
    view.tag(start).class() == Class::Ppas && clause::is_asked(view, start)
}

/// The subject of the main clause of a sentence, if it is somebody; else the last name that may be a subject in it.
fn subject(view: &View<'_>, contents: &[TokenRange], sentence: &TokenRange) -> Option<Phrase> {
    let main = main_verb(view, contents, sentence);
    if let Some(met) = main.and_then(|verb| met(view, verb, sentence)) {
        return Some(met);
    }
    let phrase = main.and_then(|verb| {
        let agreement = asked_of_subject(view.tag(verb));
        clause::subject_of(view, verb..verb + 1, agreement, sentence.clone(), false)
    });
    let speaks = |phrase: &Phrase| {
        let able = match phrase.kind {
            // A place is where something happens: "Nagrodę Gdynia otrzymała Anna Nowak."
            PhraseKind::Named => {
                view.named(phrase.head).is_some_and(|named| named.is_person() || named.is_organization())
            }
            PhraseKind::Noun => {
                !role::is_nobody(view.lemma(phrase.head))
                    && (is_human(view, phrase.head) || is_one_of_people(view, phrase))
            }
            _ => false,
        };
        able && !covers(contents, phrase.head)
    };
    let body = |phrase: &Phrase| {
        phrase.kind == PhraseKind::Noun
            && role::is_body(view.noun(phrase.head))
            && !covers(contents, phrase.head)
    };
    let body = phrase.clone().filter(body);
    let subject = phrase.clone();
    phrase
        .filter(speaks)
        .or_else(|| last_name(view, contents, sentence))
        .or_else(|| fronted(view, contents, sentence))
        .or_else(|| concerned(view, contents, sentence))
        .or_else(|| main.and_then(|verb| moved(view, contents, sentence, verb, subject.as_ref())))
        .or(body)
}

/// Whom those who write have asked or met: "Zapytaliśmy o to starostę.", "Rozmawiamy z Anną Nowak."
fn met(view: &View<'_>, verb: usize, sentence: &TokenRange) -> Option<Phrase> {
    if !is_ours(view, verb) {
        return None;
    }
    let clause = verb + 1..clause::end(view, verb + 1, sentence.end);
    let cases = Tag::ACC | Tag::GEN | Tag::DAT | Tag::INST;
    clause.clone().find_map(|at| match view.named(at) {
        Some(named) => named.is_person().then(|| named_phrase(view, named, named.tokens.start)),
        None if is_human(view, at) && view.tag(at).class() == Class::Subst => {
            noun_phrase(view, at, clause.end, cases, Tag::IGN)
        }
        None => None,
    })
}

/// "pytamy", "zapytaliśmy"
fn is_ours(view: &View<'_>, verb: usize) -> bool {
    let tag = view.tag(verb);
    let ending = |token: TaggedToken<'_>| {
        token.words().any(|word| word.reading.tag.class() == Class::Aglt && word.reading.tag.has(Tag::PRI))
    };
    let first = tag.class() == Class::Fin && tag.has(Tag::PRI);
    tag.is_plural() && (first || view.tagged.get(verb).is_some_and(ending))
}

/// "jedna z poszkodowanych", "jeden z kierowców"
fn is_one_of_people(view: &View<'_>, phrase: &Phrase) -> bool {
    let Phrase { head, tokens, .. } = phrase;
    let people = (head + 2..tokens.end).any(|at| is_human(view, at));
    // "jeden z liderów, Jan Nowak" has a name.
    view.lemma(*head) == "jeden" && people && view.glyph(tokens.end) != Glyph::Comma
}

/// "Wszczęto śledztwo, którego chciał burmistrz Jan Nowak."
fn last_name(view: &View<'_>, contents: &[TokenRange], sentence: &TokenRange) -> Option<Phrase> {
    let mentions = view.mentions();
    let end = mentions.partition_point(|named| named.tokens.start < sentence.end);
    let inside = mentions.get(..end).unwrap_or_default().iter().rev().take(12);
    let mut inside = inside.take_while(|named| named.tokens.start >= sentence.start);
    let named = inside.find(|named| {
        let owned = named.tokens.start.checked_sub(1).is_some_and(|before| {
            view.tag(before).class() == Class::Subst && !view.tag(before).has(Tag::NOM)
        });
        let able = named.is_person() && !owned && !covers(contents, named.tokens.start);
        able && nominative(view, named, Tag::IGN)
    })?;
    Some(named_phrase(view, named, named.tokens.start))
}

/// "Pomysł spodobał się burmistrzowi Adamowi Rakowi.": whom a sentence without such a subject concerns, by the dative alone.
fn concerned(view: &View<'_>, contents: &[TokenRange], sentence: &TokenRange) -> Option<Phrase> {
    let mentions = view.mentions();
    let next = mentions.partition_point(|named| named.tokens.start < sentence.start);
    let inside = mentions.get(next..).unwrap_or_default().iter().take(12);
    let named = inside.take_while(|named| named.tokens.end <= sentence.end).find(|named| {
        let cases = view.tag(named.mention.tokens.start);
        let dative = cases.has(Tag::DAT) && !cases.has(Tag::NOM | Tag::GEN | Tag::ACC);
        let governed = named.tokens.start.checked_sub(1).is_some_and(|before| view.is_preposition(before));
        named.is_person() && dative && !governed && !covers(contents, named.tokens.start)
    })?;
    Some(named_phrase(view, named, named.tokens.start))
}

/// "Te słowa nie uspokoiły Nowaka.", "Nie przekonało to radnej Anny Kos.": whom what is said or done moves, by the object right
/// behind the verb of a thing. `subject` is the verb's.
fn moved(
    view: &View<'_>,
    contents: &[TokenRange],
    sentence: &TokenRange,
    verb: usize,
    subject: Option<&Phrase>,
) -> Option<Phrase> {
    let thing = |subject: &Phrase| {
        let noun = view.noun(subject.head);
        subject.kind == PhraseKind::Noun && !is_human(view, subject.head) && !role::speaks(noun)
    };
    let neuter = view.tag(verb).has(Tag::N) && !view.tag(verb).has(Tag::MASCULINE | Tag::F);
    if !(neuter || subject.is_some_and(thing)) {
        return None;
    }
    let small = |at: &usize| {
        view.named(*at).is_none() && matches!(view.tag(*at).class(), Class::Part | Class::Adv)
            || matches!(view.key(*at), "to" | "się")
    };
    let object = (verb + 1..sentence.end).find(|at| !small(at))?;
    let named = view.named(object).filter(|named| named.is_person() && named.tokens.start == object)?;
    (!covers(contents, object)).then(|| named_phrase(view, named, named.tokens.start))
}

/// "Nowaka zatrzymano w piątek.", "Rzecznika Jana Nowaka to nie przekonuje.": whom a sentence without a subject that might speak
/// puts first.
fn fronted(view: &View<'_>, contents: &[TokenRange], sentence: &TokenRange) -> Option<Phrase> {
    let mentions = view.mentions();
    let next = mentions.partition_point(|named| named.tokens.start < sentence.start);
    let named = mentions.get(next).filter(|named| named.is_person() && named.tokens.end <= sentence.end)?;
    let role = named.mention.role_tokens.as_ref().map_or(named.tokens.start, |role| role.start);
    let first = role.min(named.tokens.start) == sentence.start && !covers(contents, named.tokens.start);
    first.then(|| named_phrase(view, named, named.tokens.start))
}

/// The first verb of a third person that no subordinate clause and no marks hold.
fn main_verb(view: &View<'_>, contents: &[TokenRange], sentence: &TokenRange) -> Option<usize> {
    let mut at = sentence.start;
    let end = sentence.end.min(sentence.start + REACH);
    while at < end {
        if let Some(pair) = view.opened(at) {
            at = pair.close() + 1;
            continue;
        }
        let tag = view.tag(at);
        let able = match tag.class() {
            Class::Fin => tag.has(Tag::TER) || tag.has(Tag::PRI) && tag.is_plural(),
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
