//! A quotation before its speaker is known.

use super::QuoteKind;
use super::clause::Subject;
use super::view::{CueAt, Form, Glyph, View};
use crate::morph::{Tag, TokenRange};

/// A quotation as token ranges.
#[derive(Clone, Debug)]
pub(super) struct Draft<'a> {
    pub(super) kind: QuoteKind,
    pub(super) pieces: Vec<TokenRange>,
    /// Tokens and lemma of the cue.
    pub(super) cue: Option<(TokenRange, &'a str)>,
    pub(super) subject: Subject,
    /// Number and gender that the cue asks of its subject.
    pub(super) agreement: Tag,
    /// Whether its verb has no subject in any clause ("napisano", "czytamy").
    pub(super) impersonal: bool,
    pub(super) turn: Turn,
    /// Where its speaker is to be known: the cue, or the content of a quotation without one.
    pub(super) at: usize,
}

/// What a quotation without a cue is in an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    None,
    /// Asked by somebody who reports nothing.
    Question,
    /// Of the one whom the interview is with.
    Answer,
}

impl<'a> Draft<'a> {
    pub(super) fn new(kind: QuoteKind, pieces: Vec<TokenRange>, cue: &CueAt<'a>, subject: Subject) -> Self {
        let (tokens, lemma) = (cue.tokens(), cue.lemma);
        let impersonal = matches!(cue.form, Form::Impersonal | Form::FirstPlural);
        let (cue, at, agreement) = (Some((tokens, lemma)), cue.verb(), cue.agreement);
        Self { kind, pieces, cue, subject, agreement, impersonal, turn: Turn::None, at }
    }

    /// A quotation that no cue stands with.
    pub(super) fn without_cue(content: TokenRange) -> Self {
        Self {
            kind: QuoteKind::Direct,
            at: content.start,
            pieces: vec![content],
            cue: None,
            subject: Subject::Dropped,
            agreement: Tag::IGN,
            impersonal: false,
            turn: Turn::None,
        }
    }

    pub(super) fn start(&self) -> usize {
        self.pieces.first().map_or(self.at, |piece| piece.start)
    }
}

/// Content without the marks that enclose it whole, the comma or full stop that ends it, and stray marks.
/// `?`, `!` and `…` are the speaker's own and stay.
pub(super) fn trimmed(view: &View<'_>, mut content: TokenRange) -> TokenRange {
    loop {
        let before = content.clone();
        if let Some(last) = content.end.checked_sub(1).filter(|last| *last >= content.start) {
            let stray =
                || view.pair(last).is_none_or(|pair| pair.open() < content.start || pair.close() != last);
            match view.glyph(last) {
                Glyph::Comma | Glyph::Semicolon | Glyph::Colon | Glyph::Dash => content.end = last,
                Glyph::Stop if view.key(last) == "." && !ellipsis(view, last) => content.end = last,
                Glyph::Quote if stray() => content.end = last,
                Glyph::Other if view.key(last) == "*" => content.end = last,
                _ => {}
            }
        }
        match view.glyph(content.start) {
            Glyph::Comma | Glyph::Dash | Glyph::Colon if !content.is_empty() => content.start += 1,
            Glyph::Quote if !content.is_empty() => match view.pair(content.start) {
                Some(pair) if pair.close() + 1 == content.end => content = pair.content(),
                Some(pair) if pair.close() < content.end => {}
                _ => content.start += 1,
            },
            _ => {}
        }
        if content == before || content.is_empty() {
            return content;
        }
    }
}

/// Whether this full stop is one of several, or the stop of an abbreviation ("2021 r.") stays open.
fn ellipsis(view: &View<'_>, stop: usize) -> bool {
    stop > 0 && view.glyph(stop - 1) == Glyph::Stop && view.key(stop - 1) == "."
}

/// Number of words in a range, counted no further than `most`.
pub(super) fn words(view: &View<'_>, range: TokenRange, most: usize) -> usize {
    range.filter(|at| view.glyph(*at) == Glyph::Word).take(most).count()
}
