//! Civil calendar values: no text, no Polish words.

mod partial;

pub use partial::PartialDate;
