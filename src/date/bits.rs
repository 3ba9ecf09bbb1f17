//! Small sets of numbers: of classes, of what may stand behind them.

/// A set of numbers below [`Bits::SIZE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Bits([u64; BLOCKS]);

const BLOCKS: usize = 8;

impl Bits {
    pub(super) const NONE: Self = Self([0; BLOCKS]);
    /// One more than the largest number; a test holds that the grammar keeps below.
    #[cfg(test)]
    pub(super) const SIZE: usize = BLOCKS * 64;

    pub(super) fn of(number: u16) -> Self {
        let mut bits = Self::NONE;
        bits.add(number);
        bits
    }

    #[inline]
    pub(super) fn add(&mut self, number: u16) {
        if let Some(block) = self.0.get_mut(usize::from(number / 64)) {
            *block |= 1 << (number % 64);
        }
    }

    #[inline]
    pub(super) fn has(&self, number: u16) -> bool {
        self.0.get(usize::from(number / 64)).is_some_and(|block| block & (1 << (number % 64)) != 0)
    }

    /// Whether the two have a number in common.
    #[inline]
    pub(super) fn meets(&self, other: &Self) -> bool {
        // Without a branch for every block.
        self.0.iter().zip(&other.0).fold(0, |common, (a, b)| common | (a & b)) != 0
    }
}

impl std::ops::BitOr for Bits {
    type Output = Self;

    #[inline]
    fn bitor(mut self, other: Self) -> Self {
        for (block, more) in self.0.iter_mut().zip(other.0) {
            *block |= more;
        }
        self
    }
}
