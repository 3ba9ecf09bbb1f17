//! Lists that many forms have alike, each kept once.

use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use crate::morph::vocabulary::shelf::Shelf;
use crate::text::Hasher;

/// Lists that are kept at most: a full vocabulary has half as many.
const LISTS: usize = 1 << 14;

/// Nouns of one declension have their readings and candidates in common, and so have unknown words of one ending, which are
/// owed the most of them.
#[derive(Debug)]
pub(in crate::morph) struct Pool<T> {
    hasher: Hasher,
    lists: Shelf<Arc<[T]>, LISTS>,
}

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self { hasher: Hasher::default(), lists: Shelf::default() }
    }
}

impl<T: Copy + Eq + Hash> Pool<T> {
    /// The list that is like this one.
    pub(in crate::morph) fn share(&self, list: &[T]) -> Arc<[T]> {
        let found = self.lists.find(self.hasher.hash_one(list), |other| **other == *list, || list.into());
        found.map_or_else(|own| own, |(_, shared)| Arc::clone(shared))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_alike_are_one() {
        let pool = Pool::default();
        let (first, again, other) = (pool.share(&[1, 2]), pool.share(&[1, 2]), pool.share(&[2, 1]));
        assert!(Arc::ptr_eq(&first, &again));
        assert_eq!((&*again, &*other), (&[1, 2][..], &[2, 1][..]));
    }
}
