//! The analysis for people and programs: a report for a terminal, a page, CoNLL-U.

mod conllu;
#[cfg(feature = "html")]
mod html;
mod report;

pub use conllu::conllu;
#[cfg(feature = "html")]
#[cfg_attr(docsrs, doc(cfg(feature = "html")))]
pub use html::html;
pub use report::report;
