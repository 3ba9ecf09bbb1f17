//! The distinct forms of a text, each with its readings, in one arena.

use std::collections::HashMap;

use super::{NameClass, Reading, Source, Tag};
use crate::text::Hasher;

/// A piece of the arena's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Piece {
    at: u32,
    len: u32,
}

/// One reading; its tag stands in a table, since an article uses few hundred of them.
#[derive(Clone, Copy, Debug)]
struct Row {
    lemma_at: u32,
    lemma_len: u16,
    tag: u16,
    name: NameClass,
    source: Source,
    doubt: u8,
}

/// A distinct form: its key, its readings, and the words that it consists of when it is more than one.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    key: Piece,
    rows: u32,
    row_count: u16,
    parts: u32,
    part_count: u16,
}

/// A word inside a form: its own form and where it ends, in bytes as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) form: u32,
    pub(super) end: u32,
}

/// Keys, lemmas, readings and tags of the distinct forms of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    text: String,
    rows: Vec<Row>,
    entries: Vec<Entry>,
    parts: Vec<Part>,
    tags: Vec<Tag>,
}

impl Forms {
    /// Gives back the room that is not filled.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.rows.shrink_to_fit();
        self.entries.shrink_to_fit();
    }

    fn piece(&self, piece: Piece) -> &str {
        let start = piece.at as usize;
        self.text.get(start..start + piece.len as usize).unwrap_or_default()
    }

    fn entry(&self, form: u32) -> Entry {
        self.entries.get(form as usize).copied().unwrap_or_default()
    }

    fn rows(&self, form: u32) -> &[Row] {
        let entry = self.entry(form);
        let start = entry.rows as usize;
        self.rows.get(start..start + usize::from(entry.row_count)).unwrap_or_default()
    }

    /// Where the readings of a form begin among those of all forms.
    pub(super) fn first_row(&self, form: u32) -> usize {
        self.entry(form).rows as usize
    }

    /// The tags of a form's readings.
    pub(super) fn tags(&self, form: u32) -> impl Iterator<Item = Tag> {
        self.rows(form).iter().map(|row| self.tag(row.tag))
    }

    pub(super) fn key(&self, form: u32) -> &str {
        self.piece(self.entry(form).key)
    }

    /// The words of a form; empty when it is one word.
    pub(super) fn parts(&self, form: u32) -> &[Part] {
        let entry = self.entry(form);
        let start = entry.parts as usize;
        self.parts.get(start..start + usize::from(entry.part_count)).unwrap_or_default()
    }

    pub(super) fn tag(&self, index: u16) -> Tag {
        self.tags.get(usize::from(index)).copied().unwrap_or(Tag::IGN)
    }

    fn read(&self, row: Row) -> Reading<'_> {
        let lemma = Piece { at: row.lemma_at, len: row.lemma_len.into() };
        Reading {
            lemma: self.piece(lemma),
            tag: self.tag(row.tag),
            name: row.name,
            source: row.source,
            doubt: row.doubt,
        }
    }

    pub(super) fn reading(&self, form: u32, row: u16) -> Option<Reading<'_>> {
        self.rows(form).get(usize::from(row)).map(|row| self.read(*row))
    }

    pub(super) fn readings(&self, form: u32) -> impl DoubleEndedIterator<Item = Reading<'_>> + Clone {
        self.rows(form).iter().map(|row| self.read(*row))
    }
}

/// Fills a [`Forms`]; the index of tags is only needed meanwhile.
#[derive(Debug, Default)]
pub(super) struct FormsBuilder {
    pub(super) forms: Forms,
    tag_index: HashMap<Tag, u16, Hasher>,
}

fn narrow(x: usize) -> u32 {
    u32::try_from(x).unwrap_or(u32::MAX)
}

impl FormsBuilder {
    /// Opens the entry of a new form; its readings follow by [`push`](Self::push).
    pub(super) fn open(&mut self, key: &str) -> u32 {
        let key = self.store(key);
        let forms = &mut self.forms;
        let (rows, parts) = (narrow(forms.rows.len()), narrow(forms.parts.len()));
        forms.entries.push(Entry { key, rows, row_count: 0, parts, part_count: 0 });
        narrow(forms.entries.len() - 1)
    }

    fn store(&mut self, piece: &str) -> Piece {
        let at = narrow(self.forms.text.len());
        self.forms.text.push_str(piece);
        Piece { at, len: narrow(piece.len()) }
    }

    /// Adds a reading to the form opened last.
    pub(super) fn push(&mut self, reading: Reading<'_>) {
        let (lemma_at, lemma_len) = match self.forms.rows.last() {
            // Readings of one lemma come together: it is stored once.
            Some(row) if self.forms.read(*row).lemma == reading.lemma => (row.lemma_at, row.lemma_len),
            _ => self.lemma(reading.lemma),
        };
        let tag = self.tag(reading.tag);
        let Some(entry) = self.forms.entries.last_mut() else { return };
        entry.row_count = entry.row_count.saturating_add(1);
        let Reading { name, source, doubt, .. } = reading;
        self.forms.rows.push(Row { lemma_at, lemma_len, tag, name, source, doubt });
    }

    /// Stores a lemma; what is longer than 64 KiB is no word and is cut.
    fn lemma(&mut self, lemma: &str) -> (u32, u16) {
        let mut len = lemma.len().min(u16::MAX.into());
        while !lemma.is_char_boundary(len) {
            len -= 1;
        }
        let piece = self.store(lemma.get(..len).unwrap_or_default());
        (piece.at, u16::try_from(piece.len).unwrap_or(0))
    }

    /// Adds a word to the form opened last.
    pub(super) fn push_part(&mut self, form: u32, part: Part) {
        let start = narrow(self.forms.parts.len());
        let Some(entry) = self.forms.entries.get_mut(form as usize) else { return };
        if entry.part_count == 0 {
            entry.parts = start;
        }
        entry.part_count += 1;
        self.forms.parts.push(part);
    }

    /// The number of a tag.
    pub(super) fn tag(&mut self, tag: Tag) -> u16 {
        let tags = &mut self.forms.tags;
        *self.tag_index.entry(tag).or_insert_with(|| {
            let index = u16::try_from(tags.len()).unwrap_or(0);
            tags.push(tag);
            index
        })
    }
}
