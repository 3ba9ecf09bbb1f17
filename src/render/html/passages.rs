//! The words of the article, cut where a quotation, a name or a date begins or ends.

use crate::analysis::Document;
use crate::article::BlockKind;
use crate::name::EntityKind;
use crate::render::block_name;
use crate::render::speakers::Speaker;
use crate::span::Span;

/// A block of the article.
#[derive(Debug)]
pub(super) struct Section<'a> {
    /// What it is, as in the contract: `title`, `lead`, …
    pub(super) kind: &'static str,
    pub(super) passages: Vec<Passage<'a>>,
}

/// Words inside one quotation, or outside all.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    pub(super) quote: Option<QuoteMark<'a>>,
    pub(super) runs: Vec<Run<'a>>,
}

/// What the page shows of a quotation in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct QuoteMark<'a> {
    pub(super) number: usize,
    /// Whether this is its first piece: it carries the anchor and the note in the margin.
    pub(super) first: bool,
    pub(super) speaker: &'a str,
    pub(super) colour: usize,
    /// Number of the speaker in the list.
    pub(super) at: usize,
}

/// Words with at most one mark.
#[derive(Debug)]
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    pub(super) mark: Option<Mark<'a>>,
}

/// A name or a date.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark<'a> {
    Name { class: &'static str, name: &'a str, role: Option<&'a str> },
    Date { number: usize, value: &'a str, kind: &'a str },
}

/// The title of the article, or the words that it begins with.
pub(super) fn title<'a>(text: &'a str, document: &Document<'_>) -> &'a str {
    let first =
        document.blocks.iter().find(|block| block.kind == BlockKind::Title).or(document.blocks.first());
    let line = first.and_then(|block| block.span.slice(text)).unwrap_or_default();
    line.char_indices().nth(120).map_or(line, |(end, _)| line.get(..end).unwrap_or(line))
}

/// The blocks of the article with their words.
pub(super) fn sections<'a>(
    text: &'a str,
    document: &'a Document<'_>,
    speakers: &[Speaker<'a>],
) -> Vec<Section<'a>> {
    let quotes = apart(quote_marks(document, speakers));
    let marks = apart(name_and_date_marks(document));
    let (mut quotes, mut marks) = (quotes.as_slice(), marks.as_slice());
    let sections = document.blocks.iter().map(|block| {
        let passages = cut(block.span, &mut quotes).into_iter().map(|(span, quote)| {
            let runs = cut(span, &mut marks).into_iter();
            let run = |(span, mark): (Span, _)| Run { text: span.slice(text).unwrap_or_default(), mark };
            Passage { quote, runs: runs.map(run).collect() }
        });
        Section { kind: block_name(block.kind), passages: passages.collect() }
    });
    sections.collect()
}

fn quote_marks<'a>(document: &Document<'_>, speakers: &[Speaker<'a>]) -> Vec<(Span, QuoteMark<'a>)> {
    let mut marks = Vec::new();
    for (at, speaker) in speakers.iter().enumerate() {
        for number in speaker.quotes.iter().copied() {
            let pieces = document.quotes.get(number).map_or(&[][..], |quote| quote.content.as_slice());
            for (k, piece) in pieces.iter().enumerate() {
                let name = speaker.name.unwrap_or("?");
                let mark = QuoteMark { number, first: k == 0, speaker: name, colour: speaker.colour, at };
                marks.push((*piece, mark));
            }
        }
    }
    marks
}

fn name_and_date_marks<'a>(document: &'a Document<'_>) -> Vec<(Span, Mark<'a>)> {
    let names = document.entities.iter().flat_map(|entity| {
        let class = match entity.kind {
            EntityKind::Person => "person",
            EntityKind::Organization => "organization",
            EntityKind::Place => "place",
        };
        let mark = move |role| Mark::Name { class, name: &entity.name, role };
        entity.mentions.iter().map(move |mention| (mention.span, mark(mention.role.as_deref())))
    });
    let dates = document.dates.iter().enumerate().map(|(number, date)| {
        let kind = match date.kind {
            crate::date::TimexType::Date => "date",
            crate::date::TimexType::Time => "time",
            crate::date::TimexType::Duration => "duration",
            crate::date::TimexType::Set => "recurring",
        };
        (date.span, Mark::Date { number, value: &date.value, kind })
    });
    names.chain(dates).collect()
}

/// The marks in text order; of two that overlap, the one that begins first stays, and the longer one of those.
fn apart<M>(mut marks: Vec<(Span, M)>) -> Vec<(Span, M)> {
    marks.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    let mut end = 0;
    marks.retain(|(span, _)| {
        let free = span.start() >= end && !span.is_empty();
        end = if free { span.end() } else { end };
        free
    });
    marks
}

/// Cuts a span at the marks in it, which are taken from the front of `marks`; a mark that goes on behind the span stays.
fn cut<M: Copy>(span: Span, marks: &mut &[(Span, M)]) -> Vec<(Span, Option<M>)> {
    let (mut cuts, mut at) = (Vec::new(), span.start());
    while let Some(((place, mark), rest)) = marks.split_first() {
        if place.start() >= span.end() {
            break;
        }
        let (start, end) = (place.start().max(at), place.end().min(span.end()));
        if start < end {
            if at < start {
                cuts.push((Span::at(at, start), None));
            }
            cuts.push((Span::at(start, end), Some(*mark)));
            at = end;
        }
        if place.end() > span.end() {
            break;
        }
        *marks = rest;
    }
    if at < span.end() {
        cuts.push((Span::at(at, span.end()), None));
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_cut_at_the_ends_of_spans_and_none_is_lost() {
        let marks = apart(vec![(Span::at(2, 6), 'a'), (Span::at(3, 4), 'b'), (Span::at(8, 9), 'c')]);
        let mut rest = marks.as_slice();
        let first = cut(Span::at(0, 5), &mut rest);
        assert_eq!(first, [(Span::at(0, 2), None), (Span::at(2, 5), Some('a'))]);
        let second = cut(Span::at(5, 10), &mut rest);
        let expected = [
            (Span::at(5, 6), Some('a')),
            (Span::at(6, 8), None),
            (Span::at(8, 9), Some('c')),
            (Span::at(9, 10), None),
        ];
        assert_eq!(second, expected);
    }
}
