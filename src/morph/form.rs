//! What is known of a form in no context.

use super::existence::AUXILIARIES;
use super::neighbours::Named;
use super::note::Note;
use super::prior::{Candidate, Written, candidates, weigh};
use super::{NameClass, Reading, Shape, Source, Tag, evidence};
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

    fn of(rows: &[Row], text: &str) -> Self {
        let guessed = rows.iter().any(|row| row.source == Source::Guess);
        let auxiliary = rows.iter().any(|row| AUXILIARIES.contains(&cut(text, row.lemma)));
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
    candidates: Box<[Candidate]>,
    rows: Box<[Row]>,
    parts: Box<[Part]>,
}

/// A part of a form's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Piece {
    at: u32,
    len: u32,
}

/// One reading.
#[derive(Clone, Copy, Debug)]
struct Row {
    lemma: Piece,
    tag: Tag,
    name: NameClass,
    source: Source,
    doubt: u8,
}

/// Readings of a form in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Readings<'a> {
    text: &'a str,
    rows: std::slice::Iter<'a, Row>,
}

impl<'a> Iterator for Readings<'a> {
    type Item = Reading<'a>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next().map(|row| row.read(self.text))
    }
}

/// Readings of a form, one of them before the others.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReadingsFrom<'a> {
    text: &'a str,
    first: Option<&'a Row>,
    before: std::slice::Iter<'a, Row>,
    behind: std::slice::Iter<'a, Row>,
}

impl<'a> Iterator for ReadingsFrom<'a> {
    type Item = Reading<'a>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let row = self.first.take().or_else(|| self.before.next()).or_else(|| self.behind.next())?;
        Some(row.read(self.text))
    }
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
        self.analyses.rows.get(usize::from(row)).map(|row| self.read(row))
    }

    pub(super) fn readings(&self) -> Readings<'_> {
        Readings { text: &self.text, rows: self.analyses.rows.iter() }
    }

    /// The same, the one with a number first.
    pub(super) fn readings_from(&self, first: u16) -> ReadingsFrom<'_> {
        let (rows, number) = (&self.analyses.rows, usize::from(first));
        let before = rows.get(..number).unwrap_or_default().iter();
        let behind = rows.get(number + 1..).unwrap_or_default().iter();
        ReadingsFrom { text: &self.text, first: rows.get(number), before, behind }
    }

    /// The readings that are guesses, with their numbers.
    pub(super) fn guesses(&self) -> impl Iterator<Item = (u16, Reading<'_>)> {
        (0..).zip(self.readings()).filter(|x| x.1.source == Source::Guess)
    }

    fn piece(&self, piece: Piece) -> &str {
        cut(&self.text, piece)
    }

    fn read(&self, row: &Row) -> Reading<'_> {
        row.read(&self.text)
    }
}

impl Row {
    fn read<'a>(&self, text: &'a str) -> Reading<'a> {
        let Self { lemma, tag, name, source, doubt } = *self;
        Reading { lemma: cut(text, lemma), tag, name, source, doubt }
    }
}

fn cut(text: &str, piece: Piece) -> &str {
    let start = piece.at as usize;
    text.get(start..start + piece.len as usize).unwrap_or_default()
}

/// A form in the making. The buffers serve one form after the other.
#[derive(Debug, Default)]
pub(super) struct Draft {
    text: String,
    written: Piece,
    key: Piece,
    rows: Vec<Row>,
    candidates: Vec<Candidate>,
}

impl Draft {
    /// Begins a form; its readings follow by [`push`](Self::push).
    pub(super) fn begin(&mut self, written: &str, key: &str) {
        self.text.clear();
        self.text.push(EDGES);
        self.rows.clear();
        self.candidates.clear();
        self.written = self.store(written);
        self.key = if written == key { self.written } else { self.store(key) };
    }

    fn store(&mut self, piece: &str) -> Piece {
        let at = narrow(self.text.len());
        self.text.push_str(piece);
        Piece { at, len: narrow(piece.len()) }
    }

    /// Adds a reading.
    pub(super) fn push(&mut self, reading: Reading<'_>) {
        let Reading { lemma, tag, name, source, doubt } = reading;
        // Readings of one lemma come together, and many are the form itself: each text is stored once.
        let last = self.rows.last().map(|row| row.lemma);
        let known = last.into_iter().chain([self.key, self.written]);
        let stored = known.into_iter().find(|piece| cut(&self.text, *piece) == lemma);
        let lemma = stored.unwrap_or_else(|| self.store(lemma));
        self.rows.push(Row { lemma, tag, name, source, doubt });
    }

    /// The form of one word.
    pub(super) fn word(&mut self, kind: TokenKind, shape: Shape) -> Form {
        let Self { text, rows, candidates: found, .. } = self;
        let readings = rows.iter().map(|row| row.read(text));
        let traits = FormTraits::of(rows, text);
        let mut row = 0;
        weigh(Written { key: cut(text, self.key), shape }, readings, |tag, prior| {
            candidates(tag, row, prior, |candidate| found.push(candidate));
            row += 1;
        });
        found.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
        let best = found.first().map_or(0, |candidate| candidate.score);
        let margin = HOPELESS + if traits.has(FormTraits::GUESSED) { evidence::MOST } else { 0 };
        found.truncate(found.partition_point(|candidate| candidate.score + margin >= best));
        self.form(kind, shape, traits, Box::default())
    }

    /// The form of several words.
    pub(super) fn words(&mut self, shape: Shape, parts: Vec<Part>) -> Form {
        self.form(TokenKind::Word, shape, FormTraits::default(), parts.into())
    }

    fn form(&mut self, kind: TokenKind, shape: Shape, traits: FormTraits, parts: Box<[Part]>) -> Form {
        let (candidates, rows) = (self.candidates.as_slice().into(), self.rows.as_slice().into());
        let analyses = Analyses { candidates, rows, parts };
        self.text.push(EDGES);
        Form {
            text: self.text.as_str().into(),
            written: self.written.len,
            key: self.key,
            kind,
            shape,
            traits,
            named: Named::of(cut(&self.text, self.key)),
            note: Note::default(),
            analyses: Box::new(analyses),
        }
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
