//! From lines to blocks.

use super::{Block, BlockKind};
use crate::calendar::PartialDate;
use crate::span::Span;

/// The blocks of a text and the date in its date line.
pub(super) fn parse(text: &str) -> (Vec<Block>, Option<PartialDate>) {
    let mut at = 0;
    let lines: Vec<Span> = text
        .split_inclusive('\n')
        .filter_map(|line| {
            let start = at + line.len() - line.trim_start().len();
            at += line.len();
            let body = line.trim();
            (!body.is_empty()).then(|| Span::at(start, start + body.len()))
        })
        .collect();
    let short = |span: &Span| {
        let line = span.slice(text).unwrap_or_default();
        line.len() < 150 && !line.ends_with(['.', '!', ':', '…'])
    };
    let mut led = false;
    let blocks = lines.iter().enumerate().map(|(k, span)| {
        let kind = match (k, short(span)) {
            (0, true) if lines.len() > 1 => BlockKind::Title,
            (_, true) if k > 0 && k + 1 < lines.len() => BlockKind::Heading,
            _ if led => BlockKind::Paragraph,
            _ => {
                led = true;
                BlockKind::Lead
            }
        };
        Block { kind, span: *span, target: None }
    });
    (blocks.collect(), None)
}
