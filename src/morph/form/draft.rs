//! How a form is made of its readings.

use super::readings::{Lemmas, Piece, Readings, Row};
use super::{Analyses, EDGES, Form, FormTraits, HOPELESS, Part};
use crate::morph::form::Note;
use crate::morph::prior::{Candidate, Written, candidates, weigh};
use crate::morph::settle::Named;
use crate::morph::vocabulary::Pool;
use crate::morph::{Reading, Shape, choice};
use crate::span::narrow;
use crate::token::TokenKind;

/// The lists that forms have in common.
#[derive(Debug, Default)]
pub(in crate::morph) struct Pools {
    candidates: Pool<Candidate>,
    rows: Pool<Row>,
}

/// A form in the making. The buffers serve one form after the other.
#[derive(Debug)]
pub(in crate::morph) struct Draft<'a> {
    pools: &'a Pools,
    text: String,
    written: Piece,
    key: Piece,
    lemmas: Vec<Piece>,
    rows: Vec<Row>,
    candidates: Vec<Candidate>,
}

impl<'a> Draft<'a> {
    pub(in crate::morph) fn new(pools: &'a Pools) -> Self {
        let (text, written, key) = Default::default();
        Self { pools, text, written, key, lemmas: Vec::new(), rows: Vec::new(), candidates: Vec::new() }
    }

    /// Begins a form; its readings follow by [`push`](Self::push).
    pub(in crate::morph) fn begin(&mut self, written: &str, key: &str) {
        self.text.clear();
        self.text.push(EDGES);
        self.lemmas.clear();
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
    pub(in crate::morph) fn push(&mut self, reading: Reading<'_>) {
        let Reading { lemma, tag, name, source, doubt } = reading;
        let lemma = self.lemma(lemma);
        self.rows.push(Row { lemma, tag, name, source, doubt });
    }

    /// The number of a lemma. Many are the form itself: each text is stored once.
    fn lemma(&mut self, lemma: &str) -> u16 {
        self.lemmas().number_of(lemma).unwrap_or_else(|| {
            let stored = [self.key, self.written].into_iter().find(|piece| piece.cut(&self.text) == lemma);
            let piece = stored.unwrap_or_else(|| self.store(lemma));
            self.lemmas.push(piece);
            u16::try_from(self.lemmas.len() - 1).unwrap_or(u16::MAX)
        })
    }

    fn lemmas(&self) -> Lemmas<'_> {
        Lemmas { text: &self.text, pieces: &self.lemmas }
    }

    fn readings(&self) -> Readings<'_> {
        Readings::new(self.lemmas(), &self.rows)
    }

    /// The form of one word.
    pub(in crate::morph) fn word(&mut self, kind: TokenKind, shape: Shape) -> Form {
        let traits = FormTraits::of(self.readings());
        let mut found = std::mem::take(&mut self.candidates);
        let mut row = 0;
        weigh(Written { key: self.key.cut(&self.text), shape }, self.readings(), |tag, prior| {
            candidates(tag, row, prior, |candidate| found.push(candidate));
            row += 1;
        });
        found.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
        let best = found.first().map_or(0, |candidate| candidate.score);
        let margin = HOPELESS + if traits.has(FormTraits::GUESSED) { choice::MOST } else { 0 };
        found.truncate(found.partition_point(|candidate| candidate.score + margin >= best));
        self.candidates = found;
        self.form(kind, shape, traits, Box::default())
    }

    /// The form of several words.
    pub(in crate::morph) fn words(&mut self, shape: Shape, parts: Vec<Part>) -> Form {
        self.form(TokenKind::Word, shape, FormTraits::default(), parts.into())
    }

    fn form(&mut self, kind: TokenKind, shape: Shape, traits: FormTraits, parts: Box<[Part]>) -> Form {
        let candidates = self.pools.candidates.share(&self.candidates);
        let rows = self.pools.rows.share(&self.rows);
        let analyses = Analyses { candidates, rows, lemmas: self.lemmas.as_slice().into(), parts };
        self.text.push(EDGES);
        Form {
            text: self.text.as_str().into(),
            written: self.written.len,
            key: self.key,
            kind,
            shape,
            traits,
            named: Named::of(self.key.cut(&self.text)),
            note: Note::default(),
            analyses: Box::new(analyses),
        }
    }
}
