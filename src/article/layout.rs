//! From a text to its blocks: lines, their parts, the roles of those that hold prose.

use super::dateline::Dateline;
use super::lines::trim;
use super::parts::{Part, Splitter};
use super::view::View;
use super::{Block, BlockKind, byline, lines, parts, roles};
use crate::calendar::PartialDate;
use crate::span::Span;
use crate::text::is_space;

/// Which parts the caller gave apart, so that they are not looked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Given {
    pub(super) title: bool,
    pub(super) lead: bool,
}

/// What a text is made of.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) blocks: Vec<Block>,
    pub(super) published: Option<PartialDate>,
}

/// Finds the blocks of `text` from byte `from` on.
pub(super) fn parse(text: &str, from: usize, given: Given) -> Layout {
    let rest = text.get(from..).unwrap_or_default();
    let view = View::new(rest);
    let mut splitter = Splitter::new(&view.text);
    for line in lines::unwrap(&view.text, &lines::lines(&view.text)) {
        splitter.line(line);
    }
    let Splitter { mut parts, mut dates, .. } = splitter;
    byline::mark(&view.text, &mut parts);
    parts::mark_last_links(&view.text, &mut parts);
    if parts.iter().all(|part| part.kind.is_some()) {
        // Nothing but a date or a source: then that is the text.
        parts.iter_mut().filter(|part| !part.is_link()).for_each(|part| part.kind = None);
        dates.retain(|found| found.is_labelled);
    }
    let kinds = roles::kinds(&view.text, &parts, given);
    let block = |(part, kind): (&Part, _)| Block {
        kind,
        span: view.original(part.span),
        target: part.target.map(|target| view.original(target)),
    };
    let mut blocks: Vec<Block> = parts.iter().zip(kinds).map(block).collect();
    cover(rest, &mut blocks);
    for block in &mut blocks {
        block.span = shifted(block.span, from);
        block.target = block.target.map(|target| shifted(target, from));
    }
    Layout { blocks, published: published(&dates) }
}

fn shifted(span: Span, by: usize) -> Span {
    Span::at(span.start() + by, span.end() + by)
}

/// Stretches blocks over the invisible characters between them, so that only white space is left outside.
fn cover(text: &str, blocks: &mut Vec<Block>) {
    let mut at = 0;
    for k in 0..=blocks.len() {
        let next = blocks.get(k).map_or(text.len(), |block| block.span.start());
        let gap = text.get(at..next).unwrap_or_default();
        let start = next - gap.trim_start_matches(is_space).len();
        let stray = Span::at(start, start + trim(gap).len());
        if !stray.is_empty() {
            let neighbour = k.checked_sub(1).unwrap_or(k);
            match blocks.get_mut(neighbour) {
                Some(block) => block.span = block.span.to(stray),
                None => blocks.push(Block { kind: BlockKind::Paragraph, span: stray, target: None }),
            }
        }
        at = blocks.get(k).map_or(next, |block| block.span.end());
    }
}

/// The date of publication before that of a change.
fn published(dates: &[Dateline]) -> Option<PartialDate> {
    let first = dates.iter().find(|found| !found.is_update).or(dates.first());
    first.map(|found| found.date)
}
