//! Numbers by the hashes of what they number.

/// Numbers that are found by hash. What they stand for lies elsewhere, so that a place takes eight bytes, and a hash that
/// another table needs as well is worked out once.
#[derive(Debug)]
pub(in crate::morph) struct Index {
    /// A power of two of them, half of which are free.
    places: Vec<Place>,
    len: usize,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    hash: u32,
    number: u32,
}

/// A place without a number.
const FREE: Place = Place { hash: 0, number: u32::MAX };

/// Places that there are at least.
const FEWEST: usize = 16;

impl Index {
    /// An index that need not grow for so many numbers.
    pub(in crate::morph) fn with_room(numbers: usize) -> Self {
        Self { places: vec![FREE; (2 * numbers).next_power_of_two().max(FEWEST)], len: 0 }
    }

    /// The number with this hash that `is_it`.
    #[inline]
    pub(in crate::morph) fn get(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let hash = short(hash);
        let mut at = hash as usize;
        loop {
            let place = self.places.get(at & (self.places.len() - 1))?;
            if place.number == FREE.number {
                return None;
            }
            if place.hash == hash && is_it(place.number) {
                return Some(place.number);
            }
            at += 1;
        }
    }

    /// Adds a number that is not there.
    #[inline]
    pub(in crate::morph) fn insert(&mut self, hash: u64, number: u32) {
        if 2 * self.len >= self.places.len() {
            self.grow();
        }
        self.len += 1;
        self.put(Place { hash: short(hash), number });
    }

    #[cold]
    fn grow(&mut self) {
        let grown = vec![FREE; 2 * self.places.len()];
        let old = std::mem::replace(&mut self.places, grown);
        old.into_iter().filter(|place| place.number != FREE.number).for_each(|place| self.put(place));
    }

    #[inline]
    fn put(&mut self, new: Place) {
        let last = self.places.len() - 1;
        let mut at = new.hash as usize;
        while let Some(place) = self.places.get_mut(at & last) {
            if place.number == FREE.number {
                *place = new;
                return;
            }
            at += 1;
        }
    }
}

fn short(hash: u64) -> u32 {
    #[expect(clippy::cast_possible_truncation, reason = "the low half tells words apart well enough")]
    let low = hash as u32;
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_again_though_hashes_and_places_are_shared() {
        let mut index = Index::with_room(0);
        // Every hash is that of two numbers, and many lead to one place.
        let hash = |number: u32| u64::from(number / 2 % 5 * 64 + number / 10);
        for number in 0..1000 {
            assert_eq!(index.get(hash(number), |x| x == number), None);
            index.insert(hash(number), number);
        }
        for number in 0..1000 {
            assert_eq!(index.get(hash(number), |x| x == number), Some(number));
        }
    }
}
