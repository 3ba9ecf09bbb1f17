//! The words of the grammar as the scan looks them up: form → what it can be, ready made.

use std::collections::HashMap;
use std::sync::Arc;

use super::ahead::Ahead;
use super::bits::Bits;
use super::words::{Class, Reading, Words};
use crate::span::narrow;
use crate::text::Hasher;

/// What a form can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub(super) readings: &'a [Reading],
    pub(super) sort: &'a Sort,
}

impl Entry<'_> {
    /// Of no form.
    pub(super) const NONE: Self =
        Self { readings: &[], sort: &Sort { classes: Bits::NONE, second: None, admitted: Bits::NONE } };

    /// The number of the form in a class.
    #[inline]
    pub(super) fn number(&self, class: Class) -> Option<i32> {
        self.readings.iter().find(|reading| reading.class == class).map(|reading| reading.number)
    }
}

/// What all forms of the same classes have in common.
#[derive(Clone, Debug, Default)]
pub(super) struct Sort {
    pub(super) classes: Bits,
    /// What may stand behind such a form in an expression that it begins; `None` when it begins none.
    pub(super) second: Option<Ahead>,
    /// The sets of what may stand behind a first token that such a form fulfils, or the end of the expression before it.
    pub(super) admitted: Bits,
}

/// An entry as it is kept. Each sort is there once: there are few, and those of an article stay in the cache.
#[derive(Debug)]
pub(super) struct Kept {
    readings: Box<[Reading]>,
    sort: Arc<Sort>,
}

impl Kept {
    pub(super) fn new(readings: Vec<Reading>, sort: Arc<Sort>) -> Self {
        Self { readings: readings.into(), sort }
    }

    #[inline]
    pub(super) fn entry(&self) -> Entry<'_> {
        Entry { readings: &self.readings, sort: &self.sort }
    }
}

/// The entries of all words. Entry 0 is that of no word.
#[derive(Debug, Default)]
pub(super) struct Entries {
    forms: HashMap<String, u32, Hasher>,
    all: Vec<Kept>,
}

impl Entries {
    /// How many entries can be told apart in what is noted of a form; a test holds that there are no more.
    pub(super) const ROOM: u32 = (1 << 14) - 1;

    pub(super) fn new(words: Words, sort: impl Fn(&[Reading]) -> Sort) -> Self {
        let none = Arc::new(sort(&[]));
        let mut sorts = HashMap::from([(none.classes, Arc::clone(&none))]);
        let mut entries = Self { all: vec![Kept::new(Vec::new(), none)], ..Self::default() };
        for (form, readings) in words.forms {
            let sort = sort(&readings);
            let sort = sorts.entry(sort.classes).or_insert_with(|| Arc::new(sort));
            entries.forms.insert(form, narrow(entries.all.len()));
            entries.all.push(Kept::new(readings, Arc::clone(sort)));
        }
        entries
    }

    /// The number of the entry of a form, folded as a key.
    #[inline]
    pub(super) fn number(&self, key: &str) -> Option<u32> {
        self.forms.get(key).copied()
    }

    #[inline]
    pub(super) fn get(&self, number: usize) -> Option<Entry<'_>> {
        self.all.get(number).map(Kept::entry)
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// What a form, folded as a key, can be.
    pub(super) fn readings(&self, key: &str) -> &[Reading] {
        let entry = self.number(key).and_then(|number| self.get(number as usize));
        entry.map_or(&[], |entry| entry.readings)
    }
}
