//! From a text to its blocks: lines, their parts, the roles of those that hold prose.

use super::dateline::Dateline;
use super::parts::{Part, Splitter};
use super::{Block, lines, roles};
use crate::calendar::PartialDate;
use crate::span::Span;

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
    let mut splitter = Splitter::new(rest);
    for line in lines::unwrap(rest, &lines::lines(rest)) {
        splitter.line(line);
    }
    let Splitter { mut parts, mut dates, .. } = splitter;
    if parts.iter().all(|part| part.kind.is_some()) {
        // Nothing but a date or a source: then that is the text.
        parts.iter_mut().filter(|part| !part.is_link()).for_each(|part| part.kind = None);
        dates.retain(|found| found.is_labelled);
    }
    let kinds = roles::kinds(rest, &parts, given);
    let shifted = |span: Span| Span::at(span.start() + from, span.end() + from);
    let block =
        |(part, kind): (&Part, _)| Block { kind, span: shifted(part.span), target: part.target.map(shifted) };
    Layout { blocks: parts.iter().zip(kinds).map(block).collect(), published: published(&dates) }
}

/// The date of publication before that of a change.
fn published(dates: &[Dateline]) -> Option<PartialDate> {
    let first = dates.iter().find(|found| !found.is_update).or(dates.first());
    first.map(|found| found.date)
}
