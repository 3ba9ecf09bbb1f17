//! The analysis for people and programs: a report, CoNLL-U.

mod conllu;
mod report;

pub use conllu::conllu;
pub use report::report;
