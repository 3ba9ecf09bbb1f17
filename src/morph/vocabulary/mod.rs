//! The forms that have been met, each looked up once for all articles.

mod index;
mod lookup;
mod pool;
mod shelf;
mod spelling;

pub(super) use self::index::Index;
pub(super) use self::lookup::Lookup;
pub(super) use self::pool::Pool;
pub(super) use self::spelling::Spelling;

use std::hash::BuildHasher;
use std::sync::Arc;

use once_cell::sync::Lazy;

use self::shelf::Shelf;
use super::Tag;
use super::form::{Form, Pools};
use crate::lexicon::Lexicon;
use crate::text::Hasher;
use crate::token::TokenKind;

/// Forms that are remembered at most: some 15 MB with what the later stages keep beside them.
const FORMS: usize = 1 << 15;

/// Tags with their features that are remembered at most, several times as many as news have.
const SPELLINGS: usize = 1 << 13;

/// Forms of more bytes are not remembered.
const LONGEST: usize = 48;

/// A dictionary with the forms that were looked up in it, and with the tags that were written.
#[derive(Default)]
pub(super) struct Vocabulary {
    pub(super) lexicon: Option<Lexicon>,
    hasher: Hasher,
    forms: Shelf<Form, FORMS>,
    spellings: Shelf<Spelling, SPELLINGS>,
    pub(super) pools: Pools,
}

impl Vocabulary {
    pub(super) fn new(lexicon: Option<Lexicon>) -> Self {
        Self { lexicon, ..Self::default() }
    }

    /// The form of a number.
    pub(super) fn get(&self, number: u32) -> Option<&Form> {
        self.forms.get(number)
    }

    /// What [`find`](Self::find) finds a form by.
    pub(super) fn hash(&self, written: &str) -> u64 {
        self.hasher.hash_one(written)
    }

    /// A form with its number, made and put there where it is new; the form itself where there is no place for it.
    pub(super) fn find(
        &self,
        hash: u64,
        written: &str,
        kind: TokenKind,
        make: impl FnOnce() -> Form,
    ) -> Result<(u32, &Form), Form> {
        if written.len() > LONGEST {
            return Err(make());
        }
        let is_it = |form: &Form| form.written() == written && form.kind() == kind;
        self.forms.find(hash, is_it, make)
    }

    /// How the tag of a word is written; `None` where there is no place for that.
    pub(super) fn spelling(&self, tag: Tag, lemma: &str) -> Option<&Spelling> {
        let lemma = tag.like(lemma);
        let (hash, is_it) = (self.hasher.hash_one((tag, lemma)), |x: &Spelling| x.is_of(tag, lemma));
        let found = self.spellings.find(hash, is_it, || Spelling::new(tag, lemma));
        found.ok().map(|(_, spelling)| spelling)
    }
}

/// The vocabulary of the dictionary inside the crate, one for all of a program; in a build without the dictionary one
/// without.
pub(super) fn bundled() -> &'static Arc<Vocabulary> {
    static BUNDLED: Lazy<Arc<Vocabulary>> = Lazy::new(|| {
        #[cfg(feature = "lexicon")]
        let lexicon = Lexicon::bundled().ok();
        #[cfg(not(feature = "lexicon"))]
        let lexicon = None;
        Arc::new(Vocabulary::new(lexicon))
    });
    &BUNDLED
}

impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vocabulary").field("lexicon", &self.lexicon).finish_non_exhaustive()
    }
}
