//! The tokens that a rule may begin with, a bit for each token.

/// Tokens in a block.
const BLOCK: usize = u64::BITS as usize;

/// A set of the tokens of a text.
pub(super) struct Notable(Vec<u64>);

impl Notable {
    /// Those of the tokens that are marked.
    pub(super) fn of<T>(tokens: &[T], is_notable: impl Fn(&T) -> bool) -> Self {
        let block = |tokens: &[T]| {
            tokens.iter().rev().fold(0, |block, token| block << 1 | u64::from(is_notable(token)))
        };
        Self(tokens.chunks(BLOCK).map(block).collect())
    }

    /// Those of a range in order.
    pub(super) fn within(&self, start: usize, end: usize) -> impl Iterator<Item = usize> {
        let first = start / BLOCK;
        let mut rest = self.0.get(first..).unwrap_or_default().iter().copied();
        let mut block = rest.next().unwrap_or(0) & (u64::MAX << (start % BLOCK));
        let mut from = first * BLOCK;
        std::iter::from_fn(move || {
            while block == 0 {
                block = rest.next()?;
                from += BLOCK;
            }
            let at = from + block.trailing_zeros() as usize;
            block &= block - 1;
            Some(at)
        })
        .take_while(move |at| *at < end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_holds_what_is_marked_in_it() {
        let is_marked = |n: usize| n % 7 == 3 || n % 64 == 0 || n > 240;
        let tokens: Vec<usize> = (0..250).collect();
        let notable = Notable::of(&tokens, |n| is_marked(*n));
        for start in 0..250 {
            for end in [start, start + 1, start + 70, 250, 300] {
                let found: Vec<usize> = notable.within(start, end).collect();
                let expected: Vec<usize> = (start..end.min(250)).filter(|n| is_marked(*n)).collect();
                assert_eq!(found, expected, "{start}..{end}");
            }
        }
    }
}
