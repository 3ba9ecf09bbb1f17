//! What may stand ahead in a rule, so that most tokens are turned away before anything is tried.

use std::collections::HashMap;

use super::bits::Bits;
use crate::text::Hasher;

/// The classes that a sequence of elements may begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Ahead {
    pub(super) classes: Bits,
    /// Whether the sequence may be empty.
    pub(super) may_end: bool,
}

/// What stands at the end of a rule: nothing more.
pub(super) const END: Ahead = Ahead { classes: Bits::NONE, may_end: true };

impl Ahead {
    pub(super) fn or(self, other: Self) -> Self {
        Self { classes: self.classes | other.classes, may_end: self.may_end || other.may_end }
    }

    /// The same before something else.
    pub(super) fn then(self, behind: Self) -> Self {
        if self.may_end {
            Self { classes: self.classes | behind.classes, may_end: behind.may_end }
        } else {
            self
        }
    }

    /// Whether nothing or a token of these classes may stand here.
    #[inline]
    pub(super) fn admits(&self, classes: &Bits) -> bool {
        self.may_end || self.classes.meets(classes)
    }
}

/// All that may stand ahead somewhere in the grammar, each once: rules name it by a number and stay small.
#[derive(Debug, Default)]
pub(super) struct Aheads {
    all: Vec<Ahead>,
    numbers: HashMap<Ahead, u16, Hasher>,
}

impl Aheads {
    /// The most that there is room for; a test holds that there are no more.
    #[cfg(test)]
    pub(super) const ROOM: usize = u16::MAX as usize;

    /// The number of what may stand ahead.
    pub(super) fn number(&mut self, ahead: Ahead) -> u16 {
        let Self { all, numbers } = self;
        *numbers.entry(ahead).or_insert_with(|| {
            all.push(ahead);
            u16::try_from(all.len() - 1).unwrap_or(u16::MAX)
        })
    }

    #[inline]
    pub(super) fn get(&self, number: u16) -> &Ahead {
        self.all.get(usize::from(number)).unwrap_or(&END)
    }

    /// All with their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u16, &Ahead)> {
        (0..).zip(&self.all)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }
}
