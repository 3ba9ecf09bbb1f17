//! A table that threads share without locks.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Places where the number of a value may stand.
const TRIES: usize = 4;

/// Places for each value that there is room for, so that few values find none.
const PLACES: usize = 2;

/// Values that lie side by side.
const CHUNK: usize = 256;

/// Of the room, the part for what is met first. The rest is for what comes again: half of the forms that some hundred articles
/// have are in one of them only.
const FIRST: usize = 4;

/// Values that are made once: a value is written once and then stays. What finds no place is made again whenever it is
/// asked for, so the results never depend on what was asked before.
///
/// The values lie in the order in which they were met, so the frequent ones lie together; a hash table knows their numbers.
#[derive(Debug)]
pub(super) struct Shelf<T, const ROOM: usize> {
    /// Marks of values by their hash.
    places: OnceLock<Box<[AtomicU32]>>,
    chunks: Box<[OnceLock<Chunk<T>>]>,
    /// Numbers given away.
    given: AtomicU32,
    met: Met<ROOM>,
}

type Chunk<T> = Box<[Cell<T>; CHUNK]>;

/// What fits into a cache line touches no other.
#[derive(Debug)]
#[repr(align(64))]
struct Cell<T>(OnceLock<T>);

impl<T> Default for Cell<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T, const ROOM: usize> Default for Shelf<T, ROOM> {
    fn default() -> Self {
        const { assert!(ROOM < 1 << NUMBER, "a mark has no room for the number") };
        let chunks = (0..ROOM.div_ceil(CHUNK)).map(|_| OnceLock::new()).collect();
        Self { places: OnceLock::new(), chunks, given: AtomicU32::new(0), met: Met::default() }
    }
}

impl<T, const ROOM: usize> Shelf<T, ROOM> {
    /// The value of a number.
    pub(super) fn get(&self, number: u32) -> Option<&T> {
        let number = number as usize;
        self.chunks.get(number / CHUNK)?.get()?.get(number % CHUNK)?.0.get()
    }

    /// The value that `is_it` with its number, made and put there where it is new; the value itself where there is no
    /// place for it.
    pub(super) fn find(
        &self,
        hash: u64,
        is_it: impl Fn(&T) -> bool,
        make: impl FnOnce() -> T,
    ) -> Result<(u32, &T), T> {
        let numbered = |number: u32| Some((number, self.get(number).filter(|value| is_it(value))?));
        for place in self.tries(hash) {
            let mark = place.load(Ordering::Acquire);
            if mark == FREE {
                if !self.has_room_for(hash) {
                    break;
                }
                let (number, value) = self.put(make())?;
                // Another thread may have been faster, at worst with the same value: then two numbers mean the same.
                let _ =
                    place.compare_exchange(FREE, mark_of(number, hash), Ordering::Release, Ordering::Relaxed);
                return Ok((number, value));
            }
            if let Some(found) = number_of(mark, hash).and_then(numbered) {
                return Ok(found);
            }
        }
        Err(make())
    }

    /// Whether a value is laid down that is not there: as long as there is much room, and where it comes again.
    fn has_room_for(&self, hash: u64) -> bool {
        let given = self.given.load(Ordering::Relaxed) as usize;
        given < ROOM / FIRST || given < ROOM && self.met.again(hash)
    }

    /// The places where the value of a hash may stand, in order.
    fn tries(&self, hash: u64) -> impl Iterator<Item = &AtomicU32> {
        let places = self.places.get_or_init(|| (0..ROOM * PLACES).map(|_| AtomicU32::new(FREE)).collect());
        let first = usize::try_from(hash >> 32).unwrap_or(0);
        (0..TRIES).filter_map(move |n| places.get(first.wrapping_add(n) % (ROOM * PLACES)))
    }

    /// Lays a value behind the others, where there is room.
    fn put(&self, value: T) -> Result<(u32, &T), T> {
        if self.given.load(Ordering::Relaxed) as usize >= ROOM {
            return Err(value);
        }
        let number = self.given.fetch_add(1, Ordering::Relaxed);
        let Some(chunk) = self.chunks.get(number as usize / CHUNK) else { return Err(value) };
        let chunk = chunk.get_or_init(|| Box::new(std::array::from_fn(|_| Cell::default())));
        match chunk.get(number as usize % CHUNK) {
            Some(Cell(empty)) if empty.get().is_none() => Ok((number, empty.get_or_init(|| value))),
            _ => Err(value),
        }
    }
}

/// Which hashes have been met: a bit for each, which few others share as long as there is room for what comes again.
#[derive(Debug, Default)]
struct Met<const ROOM: usize>(OnceLock<Box<[AtomicU32]>>);

impl<const ROOM: usize> Met<ROOM> {
    /// Bits for each value that there is room for.
    const BITS: usize = 8;

    /// Whether a hash was met before; from now on it was.
    fn again(&self, hash: u64) -> bool {
        const WORD: usize = u32::BITS as usize;
        let words = (ROOM * Self::BITS).div_ceil(WORD);
        let bits = self.0.get_or_init(|| (0..words).map(|_| AtomicU32::new(0)).collect());
        let at = usize::try_from(hash >> 16 & u64::from(u32::MAX)).unwrap_or(0) % (words * WORD);
        let bit = 1 << (at % WORD);
        bits.get(at / WORD).is_some_and(|bits| bits.fetch_or(bit, Ordering::Relaxed) & bit != 0)
    }
}

/// What stands at a place before there is a mark.
const FREE: u32 = 0;

/// Bits of a mark that hold a number.
const NUMBER: u32 = 16;

/// A number and a part of the hash, which tells most other values without a look at them.
fn mark_of(number: u32, hash: u64) -> u32 {
    fingerprint(hash) << NUMBER | (number + 1)
}

/// The number in a mark, where the mark may be that of a value with this hash.
fn number_of(mark: u32, hash: u64) -> Option<u32> {
    (mark >> NUMBER == fingerprint(hash)).then(|| (mark & ((1 << NUMBER) - 1)).wrapping_sub(1))
}

fn fingerprint(hash: u64) -> u32 {
    u32::try_from(hash & 0xFFFF).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: usize = 1024;

    /// A hash for each number.
    fn hash(value: u64) -> u64 {
        value.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    /// Asks for a value; whether it was made.
    fn ask(shelf: &Shelf<u64, ROOM>, value: u64) -> bool {
        let mut is_made = false;
        let make = || {
            is_made = true;
            value
        };
        let found = shelf.find(hash(value), |other| *other == value, make);
        assert_eq!(found.map_or_else(|own| own, |(_, shared)| *shared), value);
        is_made
    }

    #[test]
    fn what_comes_first_is_made_once() {
        let shelf = Shelf::default();
        assert!((0..200).all(|value| ask(&shelf, value)));
        assert!((0..200).all(|value| !ask(&shelf, value)));
    }

    #[test]
    fn what_comes_late_is_laid_down_when_it_comes_again() {
        let shelf = Shelf::default();
        let many = 0..(ROOM / FIRST) as u64;
        assert!(many.clone().all(|value| ask(&shelf, value)));
        let late = many.end..many.end + 100;
        assert!(late.clone().all(|value| ask(&shelf, value)));
        // Some share a bit with another one.
        assert!(late.clone().filter(|value| ask(&shelf, *value)).count() > 90);
        assert!(late.clone().all(|value| !ask(&shelf, value)));
        assert!(many.clone().all(|value| !ask(&shelf, value)));
    }

    #[test]
    fn what_finds_no_room_is_made_again() {
        let shelf = Shelf::default();
        for _ in 0..3 {
            (0..4 * ROOM as u64).for_each(|value| {
                ask(&shelf, value);
            });
        }
        let made = (0..4 * ROOM as u64).filter(|value| ask(&shelf, *value)).count();
        assert!((2 * ROOM..=3 * ROOM + ROOM / 4).contains(&made), "{made}");
    }
}
