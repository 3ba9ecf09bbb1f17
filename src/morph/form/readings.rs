//! The readings of a form. Many forms have theirs in common but for the lemmas.

use crate::morph::{NameClass, Reading, Source, Tag};

/// A part of a form's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) at: u32,
    pub(super) len: u32,
}

impl Piece {
    #[inline]
    pub(super) fn cut(self, text: &str) -> &str {
        let start = self.at as usize;
        text.get(start..start + self.len as usize).unwrap_or_default()
    }
}

/// The lemmas of a form, by their numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lemmas<'a> {
    pub(super) text: &'a str,
    pub(super) pieces: &'a [Piece],
}

impl<'a> Lemmas<'a> {
    #[inline]
    fn get(self, number: u16) -> &'a str {
        self.pieces.get(usize::from(number)).map_or("", |piece| piece.cut(self.text))
    }

    pub(super) fn number_of(self, lemma: &str) -> Option<u16> {
        (0..).zip(self.pieces).find(|x| x.1.cut(self.text) == lemma).map(|x| x.0)
    }
}

/// One reading, its lemma by a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Row {
    pub(super) lemma: u16,
    pub(super) tag: Tag,
    pub(super) name: NameClass,
    pub(super) source: Source,
    pub(super) doubt: u8,
}

impl Row {
    #[inline]
    pub(super) fn read<'a>(&self, lemmas: Lemmas<'a>) -> Reading<'a> {
        let Self { lemma, tag, name, source, doubt } = *self;
        Reading { lemma: lemmas.get(lemma), tag, name, source, doubt }
    }
}

/// Readings of a form in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Readings<'a> {
    lemmas: Lemmas<'a>,
    rows: std::slice::Iter<'a, Row>,
}

impl<'a> Readings<'a> {
    pub(super) fn new(lemmas: Lemmas<'a>, rows: &'a [Row]) -> Self {
        Self { lemmas, rows: rows.iter() }
    }
}

impl<'a> Iterator for Readings<'a> {
    type Item = Reading<'a>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next().map(|row| row.read(self.lemmas))
    }
}

/// Readings of a form, one of them before the others.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReadingsFrom<'a> {
    lemmas: Lemmas<'a>,
    first: Option<&'a Row>,
    before: std::slice::Iter<'a, Row>,
    behind: std::slice::Iter<'a, Row>,
}

impl<'a> ReadingsFrom<'a> {
    pub(super) fn new(lemmas: Lemmas<'a>, rows: &'a [Row], first: usize) -> Self {
        let before = rows.get(..first).unwrap_or_default().iter();
        let behind = rows.get(first + 1..).unwrap_or_default().iter();
        Self { lemmas, first: rows.get(first), before, behind }
    }
}

impl<'a> Iterator for ReadingsFrom<'a> {
    type Item = Reading<'a>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let row = self.first.take().or_else(|| self.before.next()).or_else(|| self.behind.next())?;
        Some(row.read(self.lemmas))
    }
}
