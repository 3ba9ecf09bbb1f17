//! Polish news text to a typed model.
#![forbid(unsafe_code)]

pub mod error;
pub mod morph {
    //! Morphology.
    pub use tag::{Class, Tag, UnknownTag};
    mod tag;
}
pub mod span;

pub use error::Error;
pub use span::Span;
