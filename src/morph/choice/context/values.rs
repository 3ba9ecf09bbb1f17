//! Grammatical values that a context remembers.

use crate::morph::Tag;

/// Number, case, gender and person of a word: the low half of a tag, without the class. Contexts are copied and compared at
/// every step, so they are kept small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Values(u32);

impl Values {
    pub(super) const NONE: Self = Self(0);

    /// The values of a tag within `mask`.
    pub(super) const fn of(tag: Tag, mask: Tag) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "the values meant here lie in the low half")]
        Self(tag.common(tag, mask).bits() as u32)
    }

    /// As a tag of no class.
    pub(super) const fn tag(self) -> Tag {
        Tag::from_bits(self.0 as u64)
    }

    pub(super) const fn bits(self) -> u32 {
        self.0
    }

    pub(super) const fn has(self, any: Tag) -> bool {
        self.tag().has(any)
    }

    pub(super) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// These values and those of `tag` within `mask`.
    #[must_use]
    pub(super) const fn and(self, tag: Tag, mask: Tag) -> Self {
        Self(self.0 | Self::of(tag, mask).0)
    }
}
