//! What is known of a form in no context.

mod draft;
mod note;
mod readings;

pub(super) use self::draft::{Draft, Pools};
pub(crate) use self::note::{Keep, Stage};
pub(crate) use self::readings::{Readings, ReadingsFrom};

use std::sync::Arc;

use self::note::Note;
use self::readings::{Lemmas, Piece, Row};
use super::prior::Candidate;
use super::settle::{AUXILIARIES, Named};
use super::{Reading, Shape, Source};
use crate::span::narrow;
use crate::token::TokenKind;

/// A form as it is written, with its readings and the words that it consists of. Every stage looks at every form of an
/// article: what all of them want fits, with a cell around it, into one cache line.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// The written form, behind it the key where that is another one, and the lemmas, all between [`EDGES`].
    text: Box<str>,
    /// Bytes of the written form.
    written: u32,
    key: Piece,
    kind: TokenKind,
    shape: Shape,
    traits: FormTraits,
    named: Named,
    note: Note,
    analyses: Box<Analyses>,
}

/// What is asked of every form of an article, so that its readings need not be read.
#[derive(Clone, Copy, Debug, Default)]
struct FormTraits(u8);

impl FormTraits {
    /// Some of the readings are guesses, which the rest of an article may confirm.
    const GUESSED: Self = Self(1);
    /// One of the readings is [an auxiliary](AUXILIARIES).
    const AUXILIARY: Self = Self(1 << 1);

    fn of(mut readings: Readings<'_>) -> Self {
        let guessed = readings.clone().any(|reading| reading.source == Source::Guess);
        let auxiliary = readings.any(|reading| AUXILIARIES.contains(&reading.lemma));
        Self(u8::from(guessed) * Self::GUESSED.0 + u8::from(auxiliary) * Self::AUXILIARY.0)
    }

    fn has(self, one: Self) -> bool {
        self.0 & one.0 != 0
    }
}

/// What a form's text begins and ends with, so that nothing which is cut out of it lies at its edge: whether something does
/// is asked at every cut, and no processor foresees the answer.
const EDGES: char = '|';

/// What only the choice in context and the search for names look at.
#[derive(Clone, Debug)]
struct Analyses {
    /// Shared with the forms that have the same ones, and so the rows; see [`Pools`].
    candidates: Arc<[Candidate]>,
    rows: Arc<[Row]>,
    lemmas: Box<[Piece]>,
    parts: Box<[Part]>,
}

/// A word inside a form, and where it ends, in bytes as written.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) form: Form,
    pub(super) end: u32,
}

/// Candidates this much less likely than the form's best are not looked at.
pub(super) const HOPELESS: i16 = 400;

impl Form {
    /// As written.
    #[inline]
    pub(super) fn written(&self) -> &str {
        self.piece(Piece { at: narrow(EDGES.len_utf8()), len: self.written })
    }

    pub(super) fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The folded form.
    pub(super) fn key(&self) -> &str {
        self.piece(self.key)
    }

    pub(super) fn shape(&self) -> Shape {
        self.shape
    }

    /// What later stages have worked out of the form.
    pub(super) fn note(&self) -> &Note {
        &self.note
    }

    /// Whether some of the readings are guesses, which the rest of an article may confirm.
    pub(super) fn is_guessed(&self) -> bool {
        self.traits.has(FormTraits::GUESSED)
    }

    /// Whether it may be [an auxiliary](AUXILIARIES).
    pub(super) fn may_be_auxiliary(&self) -> bool {
        self.traits.has(FormTraits::AUXILIARY)
    }

    /// What it is called in the rules of neighbours.
    pub(super) fn named(&self) -> Named {
        self.named
    }

    /// The words of a form; empty when it is one word.
    pub(super) fn parts(&self) -> &[Part] {
        &self.analyses.parts
    }

    /// Word `n` of the form, which may be the form itself.
    pub(super) fn word(&self, n: usize) -> &Form {
        self.parts().get(n).map_or(self, |part| &part.form)
    }

    /// What the choice in context has to choose from, the likeliest first; for a form with guesses also what only evidence makes likely.
    pub(super) fn candidates(&self) -> &[Candidate] {
        &self.analyses.candidates
    }

    pub(super) fn reading(&self, row: u16) -> Option<Reading<'_>> {
        self.analyses.rows.get(usize::from(row)).map(|row| row.read(self.lemmas()))
    }

    pub(super) fn readings(&self) -> Readings<'_> {
        Readings::new(self.lemmas(), &self.analyses.rows)
    }

    /// The same, the one with a number first.
    pub(super) fn readings_from(&self, first: u16) -> ReadingsFrom<'_> {
        ReadingsFrom::new(self.lemmas(), &self.analyses.rows, first.into())
    }

    /// The readings that are guesses, with their numbers.
    pub(super) fn guesses(&self) -> impl Iterator<Item = (u16, Reading<'_>)> {
        (0..).zip(self.readings()).filter(|x| x.1.source == Source::Guess)
    }

    fn piece(&self, piece: Piece) -> &str {
        piece.cut(&self.text)
    }

    #[inline]
    fn lemmas(&self) -> Lemmas<'_> {
        Lemmas { text: &self.text, pieces: &self.analyses.lemmas }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_fits_into_a_cache_line() {
        assert_eq!(size_of::<std::sync::OnceLock<Form>>(), 64);
    }
}
