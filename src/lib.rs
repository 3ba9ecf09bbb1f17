//! Polish news text to a typed model.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod analysis;
pub mod analyzer;
pub mod article;
pub mod calendar;
pub mod date;
pub mod error;
pub mod lexicon;
pub mod morph;
pub mod name;
pub mod quote;
pub mod render;
pub mod sentence;
pub mod span;
pub mod text;
pub mod token;

pub use analysis::Analysis;
pub use analyzer::{Analyzer, AnalyzerBuilder};
pub use article::Article;
pub use error::Error;
pub use span::Span;
