//! The forms that have been met, each looked up once for all articles.

use once_cell::race::OnceBox;
use once_cell::sync::{Lazy, OnceCell};
use std::hash::BuildHasher;
use std::sync::Arc;

use super::form::Form;
use crate::lexicon::Lexicon;
use crate::text::Hasher;
use crate::token::TokenKind;

/// Forms that are remembered at most: some 12 MB, filled by the frequent ones long before the rest.
const ROOM: usize = 1 << 15;

/// Places where a form may stand.
const TRIES: usize = 4;

/// Forms of more bytes are not remembered.
const LONGEST: usize = 48;

/// A dictionary with the forms that were looked up in it. Threads share it without locks: a place is written once and
/// then stays. What finds no place is looked up again in the next article, so the results never depend on what was read
/// before.
#[derive(Default)]
pub(super) struct Vocabulary {
    pub(super) lexicon: Option<Lexicon>,
    hasher: Hasher,
    places: OnceCell<Box<[OnceBox<Form>]>>,
}

impl Vocabulary {
    pub(super) fn new(lexicon: Option<Lexicon>) -> Self {
        Self { lexicon, ..Self::default() }
    }

    /// The form at a place.
    pub(super) fn get(&self, place: u32) -> Option<&Form> {
        self.places.get()?.get(place as usize)?.get()
    }

    /// The place of a form, made and put there where it is new; the form itself where there is no place for it.
    pub(super) fn place(
        &self,
        written: &str,
        kind: TokenKind,
        make: impl FnOnce() -> Form,
    ) -> Result<u32, Form> {
        if written.len() > LONGEST {
            return Err(make());
        }
        let is_it = |place| self.get(place).map(|form| form.written() == written && form.kind() == kind);
        let met = self.tries(written).map_while(|place| Some((place, is_it(place)?)));
        if let Some((place, _)) = met.clone().find(|met| met.1) {
            return Ok(place);
        }
        let mut form = Box::new(make());
        for place in self.tries(written).skip(met.count()) {
            // Another thread may have been faster, and with the same form.
            match self.set(place, form) {
                Err(back) if is_it(place) != Some(true) => form = back,
                _ => return Ok(place),
            }
        }
        Err(*form)
    }

    /// Where a form may stand, in order.
    fn tries(&self, written: &str) -> impl Iterator<Item = u32> + Clone + use<> {
        let hash = self.hasher.hash_one(written);
        (0..TRIES).map(move |n| {
            let place = usize::try_from(hash >> 32).unwrap_or(0).wrapping_add(n) % ROOM;
            u32::try_from(place).unwrap_or(0)
        })
    }

    fn set(&self, place: u32, form: Box<Form>) -> Result<(), Box<Form>> {
        let places = self.places.get_or_init(|| (0..ROOM).map(|_| OnceBox::new()).collect());
        places.get(place as usize).map_or(Ok(()), |cell| cell.set(form))
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
