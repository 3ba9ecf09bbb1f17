//! The dictionary and the word lists.

/// Whether a reading is a name, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum NameClass {
    /// No name.
    Common,
    /// Given name.
    GivenName,
    /// Surname.
    Surname,
    /// Geographical name.
    Place,
    /// Organization, company, institution.
    Organization,
    /// Any other name.
    OtherName,
}

pub use tag::{Class, Tag, UnknownTag};

mod tag;
