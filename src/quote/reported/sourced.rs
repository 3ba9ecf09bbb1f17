//! What a source phrase reports: "zdaniem S C", "C, zdaniem S, C".

use super::described::described_until;
use super::{Finder, until_resumed};
use crate::morph::{Class, TokenRange};
use crate::quote::clause::{self, Subject};
use crate::quote::direct::covers;
use crate::quote::draft::{Draft, Turn, trimmed, words};
use crate::quote::source::Source;
use crate::quote::view::{Glyph, REACH, View};

/// Tokens behind a source within brackets in which their end is looked for.
const INSERTED: usize = 4 * REACH;

/// Where a source phrase stands.
struct Place {
    /// The segment before it, between commas or dashes.
    before: TokenRange,
    /// Behind what describes the source.
    end: usize,
    sentence: TokenRange,
    /// End of the paragraph.
    limit: usize,
}

impl<'a> Finder<'_, 'a> {
    /// The report of a source phrase.
    pub(super) fn source(&self, source: &Source<'a>) -> Option<Draft<'a>> {
        let view = self.view;
        let at = source.tokens.start;
        if covers(&self.direct.contents, at) {
            return None;
        }
        let paragraph = view.tagged.paragraphs().get(view.paragraph_of(at))?.tokens.clone();
        let sentence = self.sentence(at, &paragraph);
        let before = clause::segment_before(view, sentence.start, at)..at;
        let end = described_until(view, &source.phrase, source.end, sentence.end);
        let start = sentence.start;
        let mut pieces = self.sourced(&Place { before, end, sentence, limit: paragraph.end })?;
        if let Some(last) = pieces.last_mut() {
            *last = until_resumed(view, last.clone(), &source.phrase, start);
        }
        says_something(view, &pieces).then(|| Draft {
            kind: self.kind(&pieces),
            pieces,
            cue: Some((source.cue.clone(), source.lemma)),
            subject: Subject::Phrase(source.phrase.clone()),
            agreement: source.agreement(view),
            impersonal: false,
            turn: Turn::None,
            at,
        })
    }

    /// What is said to be the source's; `None` where nothing shows what.
    fn sourced(&self, place: &Place) -> Option<Vec<TokenRange>> {
        let view = self.view;
        let Place { before, end, sentence, limit } = place;
        let at = before.end;
        // "C – wynika z danych": nothing stands behind.
        let mark = at.checked_sub(1).filter(|mark| *mark > sentence.start).map(|mark| view.glyph(mark));
        if matches!(mark, Some(Glyph::Dash | Glyph::Comma)) && words(view, *end..sentence.end, 1) == 0 {
            return Some(vec![trimmed(view, sentence.start..at)]);
        }
        let leads = words(view, before.clone(), 3) < 3;
        let rest = if view.glyph(*end) == Glyph::Comma { end + 1 } else { *end };
        if is_inserted(view, place) {
            return Some(self.around(place));
        }
        if before.start <= sentence.start && leads {
            return Some(vec![self.content(rest, sentence.end, *limit, None)]);
        }
        if leads && before.clone().all(|at| joins_clauses(view, at) || view.lemma(at) == "który") {
            let stop = self.clause_stop(before, rest, sentence.end);
            return Some(vec![self.content(rest, stop, stop, None)]);
        }
        let closes = end + 1 >= sentence.end && view.glyph(at.checked_sub(1)?) == Glyph::Comma;
        closes.then(|| vec![trimmed(view, sentence.start..at)])
    }

    /// Where the clause of a source within its sentence ends: a subordinate one with its comma.
    fn clause_stop(&self, before: &TokenRange, rest: usize, limit: usize) -> usize {
        let view = self.view;
        let relative = before.clone().any(|at| view.lemma(at) == "który");
        let subordinate = relative || view.tag(before.start).class() == Class::Comp;
        let comma = clause::end(view, rest, limit);
        let led = words(view, before.clone(), 1) > 0;
        let own = subordinate && led && (rest..comma).any(|at| view.is_finite(at));
        if own { comma } else { limit }
    }

    /// "C, zdaniem S, C": the pieces on both sides; only the second where the first says nothing by itself.
    fn around(&self, place: &Place) -> Vec<TokenRange> {
        let view = self.view;
        let Place { before, end, sentence, .. } = place;
        let at = before.end;
        let open = clause::segment_before(view, sentence.start, at - 1);
        let bracket = |at: &usize, glyph: Glyph| view.glyph(*at) == glyph;
        let open = (open..at).rev().find(|at| bracket(at, Glyph::Open)).map_or(open, |open| open + 1);
        let close = (*end..sentence.end).take(INSERTED).find(|at| bracket(at, Glyph::Close));
        let close = close.unwrap_or(sentence.end);
        let first = trimmed(view, open..at - 1);
        let second = trimmed(view, end + 1..close);
        if says_by_itself(view, &first) { vec![first, second] } else { vec![second] }
    }
}

/// Whether what stands before an inserted cue is more than a word that joins: three words, or a noun.
pub(in crate::quote) fn says_by_itself(view: &View<'_>, piece: &TokenRange) -> bool {
    let is_noun = |at| view.tag(at).class() == Class::Subst && !matches!(view.key(at), "to" | "co" | "kto");
    words(view, piece.clone(), 3) >= 3 || piece.clone().any(is_noun)
}

/// Whether commas or dashes part the phrase from both sides of its sentence.
fn is_inserted(view: &View<'_>, place: &Place) -> bool {
    let mark = place.before.end.checked_sub(1).filter(|mark| *mark >= place.sentence.start);
    mark.map(|mark| view.glyph(mark))
        .is_some_and(|mark| matches!(mark, Glyph::Dash | Glyph::Comma) && view.glyph(place.end) == mark)
}

/// Whether pieces are more than a word or two, or those with a verb or what stands for one: "to pułapka".
fn says_something(view: &View<'_>, pieces: &[TokenRange]) -> bool {
    let whole: usize = pieces.iter().map(|piece| words(view, piece.clone(), 3)).sum();
    let mut tokens = pieces.iter().flat_map(Clone::clone);
    let verb = |at: usize| view.is_finite(at) || view.tag(at).class() == Class::Inf || view.key(at) == "to";
    whole > 2 || whole == 2 && tokens.any(verb)
}

/// Whether a word may stand between the beginning of a clause and its source phrase: "choć zdaniem prawników".
pub(super) fn joins_clauses(view: &View<'_>, at: usize) -> bool {
    matches!(view.tag(at).class(), Class::Conj | Class::Comp | Class::Part | Class::Adv | Class::Prep)
        || view.glyph(at) != Glyph::Word
}
