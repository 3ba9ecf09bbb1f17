//! The words of the grammar as the scan looks them up: form → what it can be, ready made.

use std::collections::HashMap;

use super::bits::Bits;
use super::grammar::Ahead;
use super::words::{Class, Reading, Words};
use crate::text::Hasher;

/// What a form can be.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) readings: Vec<Reading>,
    /// The classes of the readings.
    pub(super) classes: Bits,
    /// What may stand behind it in an expression that it begins; `None` when it begins none.
    pub(super) second: Option<Ahead>,
}

impl Entry {
    /// The entry of these readings; `second` tells what may stand behind a class that begins expressions.
    pub(super) fn new(readings: Vec<Reading>, second: impl Fn(Class) -> Option<Ahead>) -> Self {
        let classes = readings.iter().fold(Bits::NONE, |set, reading| set | Bits::of(reading.class));
        let second = readings.iter().filter_map(|reading| second(reading.class)).reduce(Ahead::or);
        Self { readings, classes, second }
    }
}

/// The entries of all words. Entry 0 is that of no word.
#[derive(Debug, Default)]
pub(super) struct Entries {
    forms: HashMap<String, u32, Hasher>,
    all: Vec<Entry>,
}

impl Entries {
    /// How many entries can be told apart in what is noted of a form; a test holds that there are no more.
    pub(super) const ROOM: u32 = (1 << 14) - 1;

    pub(super) fn new(words: Words, second: impl Fn(Class) -> Option<Ahead>) -> Self {
        let mut entries = Self { all: vec![Entry::default()], ..Self::default() };
        for (form, readings) in words.forms {
            entries.forms.insert(form, u32::try_from(entries.all.len()).unwrap_or_default());
            entries.all.push(Entry::new(readings, &second));
        }
        entries
    }

    /// The number of the entry of a form, folded as a key.
    #[inline]
    pub(super) fn number(&self, key: &str) -> Option<u32> {
        self.forms.get(key).copied()
    }

    #[inline]
    pub(super) fn get(&self, number: usize) -> Option<&Entry> {
        self.all.get(number)
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// What a form, folded as a key, can be.
    pub(super) fn readings(&self, key: &str) -> &[Reading] {
        let entry = self.number(key).and_then(|number| self.get(number as usize));
        entry.map_or(&[], |entry| &entry.readings)
    }
}
