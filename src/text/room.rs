//! Room in lists that are filled along a text. Places in it and its length are counted in tokens or in bytes, as the caller likes.

/// How many times as many as there are may seem likely: the beginning of a text may be unlike the rest of it.
const MOST: usize = 64;

/// Makes room in a list that has none left, for as many things as a text of length `of` seems to have, of which those at
/// hand stand before `at`, and for `few` more at least. Doubling would hold three times what is needed while the list moves.
#[inline]
pub(crate) fn make_room<T>(list: &mut Vec<T>, at: usize, of: usize, few: usize) {
    if list.len() == list.capacity() {
        list.reserve_exact(likely(list.len(), at, of, few));
    }
}

/// Adds several things at once, which stand before `at` with the others, and makes room in the same way.
#[inline]
pub(crate) fn extend<T>(list: &mut Vec<T>, more: impl ExactSizeIterator<Item = T>, at: usize, of: usize) {
    if list.capacity() - list.len() < more.len() {
        let made = list.len() + more.len();
        list.reserve_exact(more.len() + likely(made, at, of, 0));
    }
    list.extend(more);
}

#[cold]
fn likely(made: usize, at: usize, of: usize, few: usize) -> usize {
    let rest = of.saturating_sub(at);
    // Some more than so far, or it would soon be too little again.
    let likely = (made + made / 8).saturating_mul(rest) / at.max(1);
    // Each takes some of the text.
    likely.min(MOST * made).max(few + made / 4).min(rest.max(few.min(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_grows_to_what_its_text_has() {
        let (len, mut list) = (100_000, Vec::new());
        let mut moved = 0;
        for at in (0..len).step_by(3) {
            let before = list.capacity();
            make_room(&mut list, at, len, 16);
            moved += usize::from(list.capacity() > before);
            list.push(at);
        }
        assert!(moved < 6, "{moved}");
        assert!(list.capacity() < list.len() * 5 / 4, "{} for {}", list.capacity(), list.len());
    }
}
