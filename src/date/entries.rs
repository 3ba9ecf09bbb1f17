//! The words of the grammar as the scan looks them up: form → what it can be, ready made.

use std::collections::HashMap;

use super::bits::Bits;
use super::grammar::Ahead;
use super::words::{Class, Reading, Words};
use crate::text::Hasher;
use crate::token::TokenKind;

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
    outlines: Outlines,
    forms: HashMap<String, u32, Hasher>,
    all: Vec<Entry>,
}

impl Entries {
    pub(super) fn new(words: Words, second: impl Fn(Class) -> Option<Ahead>) -> Self {
        let mut entries = Self { all: vec![Entry::default()], ..Self::default() };
        for (form, readings) in words.forms {
            entries.outlines.add(&form);
            entries.forms.insert(form, u32::try_from(entries.all.len()).unwrap_or_default());
            entries.all.push(Entry::new(readings, &second));
        }
        entries
    }

    /// Whether a form as written may be a word of the lists or a numeral; most are turned away here.
    #[inline]
    pub(super) fn may_hold(&self, written: &str, kind: TokenKind) -> bool {
        match kind {
            TokenKind::Number => true,
            TokenKind::Word | TokenKind::Punctuation | TokenKind::Symbol => {
                let first = written.as_bytes().first().copied().unwrap_or_default();
                // What is longer before it is folded: marks apart from their letters, invisible characters.
                let is_folded = |byte: u8| byte > 0xC5 || byte == 0xC2;
                !first.is_ascii()
                    || matches!(first, b'I' | b'V' | b'X')
                    || self.outlines.may_hold(written)
                    || written.bytes().any(is_folded)
            }
            _ => false,
        }
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

/// What the lists hold by length in bytes and first byte: most words of a text are told from it to be no word of time.
#[derive(Debug)]
struct Outlines([u64; LONGEST + 1]);

impl Default for Outlines {
    fn default() -> Self {
        Self([0; LONGEST + 1])
    }
}

/// The longest word of the lists, in bytes.
const LONGEST: usize = 40;

impl Outlines {
    /// A bit for a letter and the one behind it, the same for capitals and small letters of ASCII.
    fn bit(form: &str) -> u64 {
        let mut bytes = form.bytes().map(|byte| byte | 0x20);
        let (first, second) = (bytes.next().unwrap_or(0), bytes.next().unwrap_or(0));
        1 << ((first.wrapping_mul(13) ^ second) % 64)
    }

    fn add(&mut self, form: &str) {
        if let Some(bits) = self.0.get_mut(form.len()) {
            *bits |= Self::bit(form);
        }
    }

    fn may_hold(&self, form: &str) -> bool {
        self.0.get(form.len()).is_some_and(|bits| bits & Self::bit(form) != 0)
    }
}
