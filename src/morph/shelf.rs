//! A table that threads share without locks.

use once_cell::race::OnceBox;
use once_cell::sync::OnceCell;

/// Places where a value may stand.
const TRIES: usize = 4;

/// Values that are made once: a place is written once and then stays. What finds no place is made again whenever it is
/// asked for, so the results never depend on what was asked before.
#[derive(Debug)]
pub(super) struct Shelf<T, const ROOM: usize> {
    places: OnceCell<Box<[OnceBox<T>]>>,
}

impl<T, const ROOM: usize> Default for Shelf<T, ROOM> {
    fn default() -> Self {
        Self { places: OnceCell::new() }
    }
}

impl<T, const ROOM: usize> Shelf<T, ROOM> {
    /// The value at a place.
    pub(super) fn get(&self, place: u32) -> Option<&T> {
        self.places.get()?.get(place as usize)?.get()
    }

    /// The place of the value that `is_it`, made and put there where it is new; the value itself where there is no place
    /// for it.
    pub(super) fn place(
        &self,
        hash: u64,
        is_it: impl Fn(&T) -> bool,
        make: impl FnOnce() -> T,
    ) -> Result<u32, T> {
        let stands = |place| self.get(place).map(&is_it);
        let met = tries::<ROOM>(hash).map_while(|place| Some((place, stands(place)?)));
        if let Some((place, _)) = met.clone().find(|met| met.1) {
            return Ok(place);
        }
        let mut value = Box::new(make());
        for place in tries::<ROOM>(hash).skip(met.count()) {
            // Another thread may have been faster, and with the same value.
            match self.set(place, value) {
                Err(back) if stands(place) != Some(true) => value = back,
                _ => return Ok(place),
            }
        }
        Err(*value)
    }

    fn set(&self, place: u32, value: Box<T>) -> Result<(), Box<T>> {
        let places = self.places.get_or_init(|| (0..ROOM).map(|_| OnceBox::new()).collect());
        places.get(place as usize).map_or(Ok(()), |cell| cell.set(value))
    }
}

/// Where a value may stand, in order.
fn tries<const ROOM: usize>(hash: u64) -> impl Iterator<Item = u32> + Clone {
    (0..TRIES).map(move |n| {
        let place = usize::try_from(hash >> 32).unwrap_or(0).wrapping_add(n) % ROOM;
        u32::try_from(place).unwrap_or(0)
    })
}
