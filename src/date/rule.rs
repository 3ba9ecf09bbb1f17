//! A rule of the grammar, and rules by what they may begin with.

use super::ahead::Ahead;
use super::bits::Bits;
use super::entries::Entry;
use super::frame::Field;
use super::words::Class;
use crate::span::narrow;

/// One element of a rule.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) what: Atom,
    pub(super) is_optional: bool,
    /// What may stand where the rule goes on with this element, as a number among [`Aheads`](super::ahead::Aheads).
    pub(super) ahead: u16,
}

/// What an element matches.
#[derive(Clone, Copy, Debug)]
pub(super) enum Atom {
    /// A token of a class; its number may go to a field.
    Token { class: Class, field: Option<Field>, adds: bool },
    /// A part of the grammar, by its number.
    Part(u16),
    /// What follows belongs to the second slot.
    Slash,
}

/// A field that a rule sets itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub(super) field: Field,
    pub(super) value: i32,
    pub(super) adds: bool,
}

/// What must or must not stand beside the expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside {
    pub(super) class: Class,
    pub(super) is_wanted: bool,
}

/// A sequence of elements, what stands beside it, and what it sets.
#[derive(Debug, Default)]
pub(super) struct Rule {
    pub(super) before: Option<Beside>,
    pub(super) elements: Vec<Element>,
    pub(super) after: Option<Beside>,
    pub(super) settings: Vec<Setting>,
}

impl Element {
    pub(super) fn new(what: Atom, is_optional: bool) -> Self {
        Self { what, is_optional, ahead: 0 }
    }

    /// What may stand at this element, given what may stand behind it.
    pub(super) fn ahead(&self, part: impl Fn(u16) -> Ahead, behind: Ahead) -> Ahead {
        let own = match self.what {
            Atom::Token { class, .. } => Ahead { classes: Bits::of(class), may_end: false },
            Atom::Part(number) => part(number),
            Atom::Slash => return behind,
        };
        Ahead { may_end: own.may_end || self.is_optional, ..own }.then(behind)
    }
}

/// Rules of one block that may begin with a token of some class and want the same behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// A bit for each.
    rules: u128,
    block: u16,
    /// Number of the set of what may stand behind the token.
    pub(super) second: u16,
}

/// Rules, those of the expressions themselves or of a part, by what they may begin with.
#[derive(Debug, Default)]
pub(super) struct Rules {
    pub(super) all: Vec<Rule>,
    /// The starts of all classes, one class behind the other.
    starts: Vec<Start>,
    /// By class: where its starts begin and end.
    of_class: Vec<(u32, u32)>,
}

impl Rules {
    /// Rules whose bits are in one number.
    pub(super) const BLOCK: usize = u128::BITS as usize;
    /// Blocks that there is room for, of the expressions and of a part; a test holds that no more are needed.
    pub(super) const ALL: usize = 6;
    pub(super) const PART: usize = 1;

    /// Rules that are still to be sorted.
    pub(super) fn new(all: Vec<Rule>) -> Self {
        Self { all, ..Self::default() }
    }

    /// How rules may begin with a token of that class.
    #[inline]
    pub(super) fn starting_with(&self, class: Class) -> &[Start] {
        let (from, to) = self.of_class.get(usize::from(class)).copied().unwrap_or_default();
        self.starts.get(from as usize..to as usize).unwrap_or_default()
    }

    /// Calls `each` with the rules that may begin with `first` before `second`, in order.
    #[inline]
    pub(super) fn for_begun<'a, const BLOCKS: usize>(
        &'a self,
        first: Entry<'_>,
        second: Entry<'_>,
        mut each: impl FnMut(&'a Rule),
    ) {
        let mut blocks = [0_u128; BLOCKS];
        for reading in first.readings {
            for start in self.starting_with(reading.class) {
                if second.sort.admitted.has(start.second) {
                    if let Some(block) = blocks.get_mut(usize::from(start.block)) {
                        *block |= start.rules;
                    }
                }
            }
        }
        for (rules, mut block) in self.all.chunks(Self::BLOCK).zip(blocks) {
            while let Some(rule) = rules.get(block.trailing_zeros() as usize) {
                each(rule);
                block &= block.wrapping_sub(1);
            }
        }
    }

    /// Sorts the rules by the classes that they may begin with and the numbers of what may stand behind those.
    pub(super) fn index(&mut self, mut starts: Vec<(Class, u16, usize)>, class_count: usize) {
        starts.sort_unstable();
        self.of_class = vec![(0, 0); class_count];
        for of_class in starts.chunk_by(|a, b| a.0 == b.0) {
            let from = narrow(self.starts.len());
            let block = |rule: usize| rule / Self::BLOCK;
            for alike in of_class.chunk_by(|a, b| a.1 == b.1 && block(a.2) == block(b.2)) {
                let Some((_, second, rule)) = alike.first().copied() else { continue };
                let rules = alike.iter().fold(0, |rules, (.., rule)| rules | 1 << (rule % Self::BLOCK));
                let block = u16::try_from(block(rule)).unwrap_or(u16::MAX);
                self.starts.push(Start { rules, block, second });
            }
            let place = of_class.first().and_then(|start| self.of_class.get_mut(usize::from(start.0)));
            if let Some(place) = place {
                *place = (from, narrow(self.starts.len()));
            }
        }
    }
}
