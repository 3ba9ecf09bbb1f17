//! Guesses about words that are not in the dictionary.

use super::Data;
use super::entry::Entry;
use super::format::{Section, varint};

/// A guess: an analysis that forms with the same ending have.
#[derive(Clone, Copy, Debug)]
pub struct Guess<'a> {
    entry: Entry<'a>,
    step: u8,
}

impl<'a> Guess<'a> {
    /// The analysis, if the word is like those.
    pub fn entry(&self) -> Entry<'a> {
        self.entry
    }

    /// Its share among the analyses of running words with this ending, from 0 to 1.
    pub fn weight(&self) -> f32 {
        // Weights are stored as powers of the square root of one half.
        (f32::from(self.step) / -2.0).exp2()
    }
}

/// Guesses about one form, the likeliest first. Made by [`Lexicon::guess`](super::Lexicon::guess).
#[derive(Clone)]
pub struct Guesses<'a> {
    data: &'a Data,
    /// Analysis, four bits of weight, one bit on the last.
    list: &'a [u8],
    /// Letters of the form: rules that cut more are left out.
    letters: usize,
}

impl<'a> Guesses<'a> {
    pub(super) fn at(data: &'a Data, form: &str, offset: Option<usize>) -> Self {
        let lists = data.file.section(Section::Guesses);
        let list = offset.and_then(|x| lists.get(x..)).unwrap_or_default();
        Self { data, list, letters: form.chars().count() }
    }
}

impl<'a> Iterator for Guesses<'a> {
    type Item = Guess<'a>;

    fn next(&mut self) -> Option<Guess<'a>> {
        loop {
            let (number, rest) = varint(self.list)?;
            self.list = if number % 2 == 1 { &[] } else { rest };
            let entry = Entry::read(self.data, number >> 5)?;
            if entry.letters_cut() < self.letters {
                return Some(Guess { entry, step: u8::try_from(number >> 1 & 15).unwrap_or_default() });
            }
        }
    }
}

impl std::iter::FusedIterator for Guesses<'_> {}

impl std::fmt::Debug for Guesses<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
