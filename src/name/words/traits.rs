//! What a token may be in a name or beside one, a bit for each.

/// Things that a token may be; several at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::name) struct Traits(u32);

impl Traits {
    /// A capital that may begin a name.
    pub(in crate::name) const CAPITAL: Self = Self(1);
    /// The capital may be owed to the place at the start of a sentence, a quotation or an item: the one trait that is not the
    /// form's own.
    pub(in crate::name) const START: Self = Self(1 << 31);
    /// A common noun that is a maker with a capital.
    pub(in crate::name) const BRAND: Self = Self(1 << 1);
    pub(in crate::name) const GIVEN: Self = Self(1 << 2);
    pub(in crate::name) const SURNAME: Self = Self(1 << 3);
    pub(in crate::name) const PLACE: Self = Self(1 << 4);
    pub(in crate::name) const ORGANIZATION: Self = Self(1 << 5);
    /// A common word of the dictionary that is written small.
    pub(in crate::name) const COMMON: Self = Self(1 << 6);
    /// … one that is neither noun nor adjective: it never begins a name.
    pub(in crate::name) const FUNCTION: Self = Self(1 << 7);
    /// A common adjective or participle.
    pub(in crate::name) const ADJECTIVE: Self = Self(1 << 8);
    /// A member of a nation or inhabitant of a place: written with a capital, no name of a person.
    pub(in crate::name) const NATION: Self = Self(1 << 9);
    /// Head of the name of an organization.
    pub(in crate::name) const INSTITUTION: Self = Self(1 << 10);
    /// Head of the name of a place.
    pub(in crate::name) const FEATURE: Self = Self(1 << 11);
    /// A noun that says what a person is.
    pub(in crate::name) const ROLE: Self = Self(1 << 12);
    /// Neither the dictionary nor a list holds it.
    pub(in crate::name) const UNKNOWN: Self = Self(1 << 13);
    /// A common noun.
    pub(in crate::name) const NOUN: Self = Self(1 << 14);
    /// A name of some other kind.
    pub(in crate::name) const OTHER: Self = Self(1 << 15);
    /// A country, region or capital, which is a place wherever it stands alone.
    pub(in crate::name) const COUNTRY: Self = Self(1 << 16);

    /// Some reading is a noun that says what a person is.
    pub(in crate::name) const OFFICE: Self = Self(1 << 17);
    /// Some reading is a noun that says what a name behind it is of.
    pub(in crate::name) const CUE: Self = Self(1 << 18);
    /// Some reading is a verb whose subject is a person.
    pub(in crate::name) const SPEECH: Self = Self(1 << 19);
    /// An abbreviated title.
    pub(in crate::name) const TITLE: Self = Self(1 << 20);
    /// The first word of the name of a feast, or the head of a name of nothing of ours.
    pub(in crate::name) const FEAST: Self = Self(1 << 21);
    /// Some reading is a preposition.
    pub(in crate::name) const PREPOSITION: Self = Self(1 << 22);
    /// Some reading is a verb in the present or the past.
    pub(in crate::name) const VERB: Self = Self(1 << 23);
    /// A small word inside foreign names of people.
    pub(in crate::name) const PARTICLE: Self = Self(1 << 24);
    /// A small foreign word between the capitals of one name.
    pub(in crate::name) const CONNECTOR: Self = Self(1 << 25);
    /// A foreign word or a legal form in names of organizations.
    pub(in crate::name) const ORGANIZATION_WORD: Self = Self(1 << 26);
    /// A foreign word in names of places.
    pub(in crate::name) const PLACE_WORD: Self = Self(1 << 27);
    /// A mark behind which a capital may be owed to its place.
    pub(in crate::name) const OPENS: Self = Self(1 << 28);
    /// A word of capitals that is written as acronyms are, or that the list holds as one.
    pub(in crate::name) const ACRONYM: Self = Self(1 << 29);
    /// Nobody knows the word, but it ends as adjectives do.
    pub(in crate::name) const RELATIONAL: Self = Self(1 << 30);

    pub(in crate::name) const NAME: Self =
        Self(Self::GIVEN.0 | Self::SURNAME.0 | Self::PLACE.0 | Self::ORGANIZATION.0 | Self::OTHER.0);

    /// The traits of bits that were kept.
    pub(super) const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// The bits, to be kept.
    pub(super) const fn bits(self) -> u32 {
        self.0
    }

    /// Whether at least one of `any` holds.
    pub(in crate::name) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    pub(super) fn remove(&mut self, others: Self) {
        self.0 &= !others.0;
    }

    pub(super) fn add(&mut self, more: Self) {
        self.0 |= more.0;
    }
}

impl std::ops::BitOr for Traits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
