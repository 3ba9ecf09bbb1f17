//! The analysis for people and programs: a report for a terminal, a page, CoNLL-U.

mod conllu;
#[cfg(feature = "html")]
mod html;
mod report;
mod speakers;

use crate::article::BlockKind;

pub use conllu::conllu;
#[cfg(feature = "html")]
#[cfg_attr(docsrs, doc(cfg(feature = "html")))]
pub use html::html;
pub use report::{ReportOptions, report};

/// The name of a kind of block, as in the written form.
fn block_name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Dateline => "dateline",
        BlockKind::Title => "title",
        BlockKind::Lead => "lead",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Related => "related",
        BlockKind::Boilerplate => "boilerplate",
    }
}
