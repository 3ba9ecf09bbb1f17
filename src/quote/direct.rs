//! Direct speech: what dialogue dashes and quotation marks have in common.

use super::clause::{self, Subject, hearsay_before, is_hearsay};
use super::cue::Frames;
use super::draft::{Draft, words};
use super::phrase::{self, Phrase, PhraseKind};
use super::sort::Sort;
use super::view::{CueAt, Form, Glyph, REACH, View, asked_of_subject};
use super::{QuoteKind, role, source};
use crate::morph::{Class, ParagraphKind, Tag, TokenRange};

/// Tokens of a label before its colon, at most.
const LABEL: usize = 16;

/// What direct speech was found, and which tokens it takes.
pub(super) struct Direct<'a> {
    pub(super) drafts: Vec<Draft<'a>>,
    /// Content of direct speech in order.
    pub(super) contents: Vec<TokenRange>,
    /// Verbs of cues that are spoken for, sorted.
    pub(super) used: Vec<usize>,
}

/// All direct speech of the text.
pub(super) fn find<'a>(view: &View<'a>) -> Direct<'a> {
    let mut finder =
        Finder { view, found: Direct { drafts: Vec::new(), contents: Vec::new(), used: Vec::new() } };
    for draft in super::interview::find(view) {
        finder.push(draft);
    }
    finder.found.contents.sort_by_key(|content| content.start);
    let answers = finder.found.contents.clone();
    for (number, paragraph) in view.tagged.paragraphs().iter().enumerate() {
        if paragraph.kind == ParagraphKind::Prose && !covers(&answers, paragraph.tokens.start) {
            finder.dashes(number, paragraph.tokens.clone());
        }
    }
    finder.found.contents.sort_by_key(|content| content.start);
    let spoken = std::mem::take(&mut finder.found.contents);
    finder.found.contents.clone_from(&spoken);
    finder.marks(&spoken);
    let mut found = finder.found;
    found.contents.sort_by_key(|content| content.start);
    found.used.sort_unstable();
    found
}

/// Collects drafts; `dialogue` and `marked` hold its two ways of finding them.
pub(super) struct Finder<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) found: Direct<'a>,
}

impl<'a> Finder<'_, 'a> {
    pub(super) fn push(&mut self, draft: Draft<'a>) {
        if draft.pieces.iter().all(|piece| words(self.view, piece.clone(), 1) == 0) {
            return;
        }
        if draft.kind == QuoteKind::Direct {
            self.found.contents.extend(draft.pieces.iter().cloned());
        }
        if draft.cue.is_some() {
            self.found.used.push(draft.at);
        }
        self.found.drafts.push(draft);
    }

    /// Puts another piece to a draft.
    pub(super) fn extend(&mut self, draft: usize, content: TokenRange) {
        if let Some(draft) = self.found.drafts.get_mut(draft) {
            draft.pieces.push(content.clone());
            self.found.contents.push(content);
        }
    }
}

/// The subject behind a cue; of a verb that has none, where the words were published.
pub(super) fn said_by(view: &View<'_>, cue: &CueAt<'_>, clause: TokenRange) -> Subject {
    match cue.form {
        Form::Impersonal | Form::FirstPlural => source::published_in(view, cue, clause.end),
        // "– głosi oświadczenie zarządu"
        _ if Sort::Proclaiming.has(cue.lemma) && source::is_text(view, cue.end()) => {
            source::published_in(view, cue, clause.end)
        }
        _ if role::relays(cue.lemma) => {
            source::genitive(view, cue.end(), true).map_or(Subject::Dropped, Subject::Phrase)
        }
        _ => clause::subject(view, cue, clause, true),
    }
}

/// Whether one of the sorted ranges holds the token.
pub(super) fn covers(ranges: &[TokenRange], token: usize) -> bool {
    begun(ranges, token).and_then(|number| ranges.get(number)).is_some_and(|range| range.end > token)
}

/// The number of the last of the sorted ranges that begins no later than the token.
pub(super) fn begun(ranges: &[TokenRange], token: usize) -> Option<usize> {
    ranges.partition_point(|range| range.start <= token).checked_sub(1)
}

/// The cue that follows a dash: "– powiedział", "– jak dodał", "– tak skomentował".
pub(super) fn cue_after<'v, 'a>(view: &'v View<'a>, dash: usize, limit: usize) -> Option<&'v CueAt<'a>> {
    let start = dash + 1;
    if view.is_capital(start) {
        return None;
    }
    for at in start..limit.min(start + 5) {
        if let Some(cue) = view.cue(at) {
            let personal = match cue.form {
                Form::Finite | Form::Impersonal => true,
                Form::FirstPlural => matches!(cue.lemma, "czytać" | "przeczytać" | "słyszeć"),
                Form::Infinitive => at > start && is_hearsay(view, at - 1),
                _ => false,
            };
            let stands = personal
                && cue.frames.has(Frames::DIRECT)
                && !takes_complement(view, cue, limit)
                && !is_yet_to_be_said(view, cue, limit);
            return stands.then_some(cue);
        }
        let passed = matches!(view.tag(at).class(), Class::Adv | Class::Part)
            || matches!(view.key(at), "jak" | "tak" | "z" | "kolei" | "się" | "w" | "ten" | "sposób")
            || is_hearsay(view, at);
        if !passed || view.glyph(at) != Glyph::Word {
            return None;
        }
    }
    None
}

/// Whether the verb is of the words themselves: one of the future that the real cue follows ("– Sprawę – mimo skarg – wyjaśni
/// prokurator – dodał").
fn is_yet_to_be_said(view: &View<'_>, cue: &CueAt<'_>, limit: usize) -> bool {
    let future = |at: usize| view.tag(at).class() == Class::Fin && view.tag(at).has(Tag::PERF);
    let reach = cue.end()..limit.min(cue.end() + REACH / 2);
    let told = |dash: usize| (dash + 1..dash + 4).any(|at| view.cue(at).is_some() && !future(at));
    future(cue.verb()) && view.glyphs(&reach, Glyph::Dash).any(told)
}

/// Whether the clause of this cue ends before a complementizer: it then reports what comes, not what stands before.
/// Another cue in between takes the complementizer: "dodał i stwierdził, że".
pub(super) fn takes_complement(view: &View<'_>, cue: &CueAt<'_>, limit: usize) -> bool {
    let end = clause::end(view, cue.end(), limit);
    let complementizer = view.glyph(end) == Glyph::Comma && view.is_that(end + 1);
    complementizer && !(cue.end()..end).any(|at| view.cue(at).is_some())
}

/// The last cue of the sentence that goes as far as a colon, of its main clause if there is one.
pub(super) fn cue_before<'v, 'a>(view: &'v View<'a>, colon: usize) -> Option<&'v CueAt<'a>> {
    let sentence = view.sentence(colon).start.max(colon.saturating_sub(REACH / 2));
    let cues = || (sentence..colon).rev().filter_map(|at| view.cue(at));
    let mut of_main = cues().filter(|cue| !clause::is_told_beside(view, sentence, cue.verb(), colon));
    let cue = of_main.next().or_else(|| cues().next())?;
    let able = match cue.form {
        Form::Finite | Form::Impersonal | Form::Participle => true,
        Form::Infinitive => hearsay_before(view, cue.verb()).is_some(),
        _ => false,
    };
    let open = !(cue.verb()..colon).any(|at| view.is_that(at));
    (able && open && cue.frames.has(Frames::DIRECT)).then_some(cue)
}

/// The one who is all that stands before a colon, or of whom no more is said than what he is: "Szef klubu Jan Kos: „",
/// "Innego zdania jest Jan Kos: – ".
pub(super) fn introducer(view: &View<'_>, colon: usize, first: usize) -> Option<Phrase> {
    let start = view.sentence(colon).start.max(first);
    if view.glyph(colon) != Glyph::Colon || colon.checked_sub(start).is_none_or(|length| length > LABEL) {
        return None;
    }
    let verb = (start..colon).rev().find(|at| view.is_finite(*at));
    let agreement = verb.map_or(Tag::IGN, |verb| asked_of_subject(view.tag(verb)));
    let from = verb.map_or(start, |verb| verb + 1);
    let phrase = phrase::scan(view, from..colon, agreement)?;
    let stands = match verb {
        Some(verb) => view.lemma(verb) == "być" && !(verb..colon).any(|at| view.glyph(at) == Glyph::Comma),
        None => phrase.tokens.start == start,
    };
    // "Jan Kos, właściciel piekarni: – "
    let apposed = || {
        let comma = phrase.tokens.end;
        verb.is_none()
            && phrase.kind == PhraseKind::Named
            && view.glyph(comma) == Glyph::Comma
            && (comma + 1..colon).all(|at| view.glyph(at) == Glyph::Word)
            && (comma + 1..colon).take(3).any(|at| phrase::is_human(view, at))
    };
    let whole = phrase.tokens.end == colon || apposed();
    (stands && whole && phrase::is_person(view, &phrase)).then_some(phrase)
}

/// Whether a stretch is more than a title or a slogan: some words with a verb among them.
pub(super) fn is_clause(view: &View<'_>, content: TokenRange) -> bool {
    words(view, content.clone(), 3) >= 3 && content.into_iter().any(|at| view.is_finite(at))
}
