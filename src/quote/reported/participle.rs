//! Participles that open their sentence: "dodając, że odchodzi, prezes podziękował załodze".

use super::INTERRUPTED;
use crate::morph::{Class, TokenRange};
use crate::quote::clause::{self, Subject};
use crate::quote::view::{CueAt, Form, Glyph, View, asked_of_subject};

/// The main clause behind what a participle reports.
pub(super) struct Main {
    /// The comma before it.
    pub(super) comma: usize,
    verb: usize,
    end: usize,
}

impl Main {
    /// The subject of the main clause, which the participle has too.
    pub(super) fn subject(&self, view: &View<'_>) -> Subject {
        let (verb, clause) = (self.verb..self.verb + 1, self.comma + 1..self.end);
        let found = clause::subject_of(view, verb, asked_of_subject(view.tag(self.verb)), clause, false);
        found.map_or(Subject::Dropped, Subject::Phrase)
    }
}

/// The main clause that follows what a participle reports, if no verb stands before the participle: the first one with a cue of
/// its own, else the last.
pub(super) fn main_behind(
    view: &View<'_>,
    content: &TokenRange,
    cue: &CueAt<'_>,
    start: usize,
) -> Option<Main> {
    let verb = cue.verb();
    let mut ahead = start.max(verb.saturating_sub(INTERRUPTED))..verb;
    if cue.form != Form::Participle || ahead.any(|at| view.is_finite(at)) {
        return None;
    }
    let commas = content.clone().take(INTERRUPTED).filter(|at| view.glyph(*at) == Glyph::Comma);
    let mains = || commas.clone().filter_map(|comma| main(view, comma, content.end));
    mains().find(|main| view.cue(main.verb).is_some()).or_else(|| mains().next_back())
}

/// The main clause behind a comma; what a conjunction joins goes on with what is reported.
fn main(view: &View<'_>, comma: usize, limit: usize) -> Option<Main> {
    if view.tag(comma + 1).class() == Class::Conj {
        return None;
    }
    let end = clause::end(view, comma + 1, limit);
    let verb = (comma + 1..end).find(|at| view.is_finite(*at))?;
    clause::is_main(view, comma, verb).then_some(Main { comma, verb, end })
}
