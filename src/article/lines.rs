//! Lines of a text as pages have them: breaks of any kind, wrapped and broken lines joined.

use super::parts::is_boilerplate;
use crate::span::Span;

/// A line, or several that were broken from one paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// From the first to the last character that is not blank. Invisible characters count: they belong to a block.
    pub(super) span: Span,
    /// Whether a blank line or the start of the text stands before it.
    pub(super) after_gap: bool,
}

/// Shortest and longest width in bytes at which text is taken to be wrapped.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 50..=140;

/// Shortest line in bytes that may go on behind a break; shorter ones are items of a list.
const BROKEN_LEN: usize = 40;

/// The lines of a text that hold anything visible. Lines of nothing but invisible characters go with a neighbour.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut at, mut after_gap, mut invisible) = (0, true, None);
    for raw in text.split_inclusive(is_break) {
        let body = raw.trim();
        let start = at + raw.len() - raw.trim_start().len();
        at += raw.len();
        if body.is_empty() {
            after_gap |= !raw.starts_with('\n') || !ends_in_return(text, at - raw.len());
            continue;
        }
        let span = Span::at(start, start + body.len());
        if visible(body).is_empty() {
            match lines.last_mut() {
                Some(line) => line.span = line.span.to(span),
                None => invisible = Some(span),
            }
            continue;
        }
        let span = invisible.take().map_or(span, |before: Span| before.to(span));
        lines.push(Line { span, after_gap });
        after_gap = false;
    }
    lines.extend(invisible.map(|span| Line { span, after_gap: true }));
    lines
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether the break before `at` is a carriage return, so that a line feed there belongs to it.
fn ends_in_return(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.ends_with('\r'))
}

/// The line without byte order marks, zero-width characters and soft hyphens at its ends.
pub(super) fn visible(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Joins lines that were broken inside a paragraph.
pub(super) fn unwrap(text: &str, lines: &[Line]) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for group in lines.chunk_by(|_, next| !next.after_gap) {
        let wrapped = is_wrapped(text, group);
        for (k, line) in group.iter().enumerate() {
            let first = joined.len() < 2;
            match joined.last_mut() {
                Some(last) if (k > 0 && wrapped) || (!first && is_broken(text, last.span, line.span)) => {
                    last.span = last.span.to(line.span);
                }
                _ => joined.push(*line),
            }
        }
    }
    joined
}

/// Whether every break of these adjacent lines is one that filling lines to a width would make.
fn is_wrapped(text: &str, group: &[Line]) -> bool {
    let lines: Vec<&str> = group.iter().map(|line| line.span.slice(text).unwrap_or_default()).collect();
    let width = lines.iter().map(|line| line.len()).max().unwrap_or_default();
    let forced = lines.windows(2).filter(|pair| match pair {
        [line, next] => line.len() + 1 + next.split_whitespace().next().map_or(0, str::len) > width,
        _ => false,
    });
    let inside = lines.iter().filter(|line| !ends_sentence(line)).count();
    lines.len() > 2
        && WRAP_WIDTHS.contains(&width)
        && forced.count() + 1 == lines.len()
        && 2 * inside >= lines.len()
}

/// Whether `next` goes on with the sentence of `line`: a quotation set apart, say, with its cue on a line of its own.
fn is_broken(text: &str, line: Span, next: Span) -> bool {
    let [line, next] = [line, next].map(|span| visible(span.slice(text).unwrap_or_default()));
    if line.len() < BROKEN_LEN || ends_sentence(line) || line.ends_with([':', ';']) {
        return false;
    }
    if is_boilerplate(next) {
        return false;
    }
    let rest = next.trim_start_matches(['–', '—', '-', '.', ',', ' ']);
    next.starts_with(['.', ',']) || rest.chars().next().is_some_and(char::is_lowercase)
}

/// Whether a line ends as sentences do, closing quotes and brackets aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    let closing = ['"', '”', '’', '\'', '»', '«', ')', ']'];
    let line = visible(line);
    line.trim_end_matches(closing).ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        unwrap(text, &lines(text)).iter().map(|line| line.span.slice(text).unwrap()).collect()
    }

    #[test]
    fn every_kind_of_break_ends_a_line() {
        assert_eq!(texts("a\r\nb\rc\u{2028}d\u{85}e\n\n f "), ["a", "b", "c", "d", "e", "f"]);
    }

    #[test]
    fn gaps_are_blank_lines_and_not_the_feed_of_a_return() {
        let gaps = |text: &str| lines(text).iter().map(|line| line.after_gap).collect::<Vec<_>>();
        assert_eq!(gaps("a\r\nb\r\n\r\nc"), [true, false, true]);
        assert_eq!(gaps("a\nb\n \nc"), [true, false, true]);
    }

    #[test]
    fn invisible_lines_belong_to_a_neighbour() {
        assert_eq!(texts("\u{feff}\n\u{200b}Ala\n\u{feff}\n"), ["\u{feff}\n\u{200b}Ala\n\u{feff}"]);
        assert_eq!(texts("\u{feff}"), ["\u{feff}"]);
    }

    #[test]
    fn wrapped_and_broken_lines_are_joined() {
        let wrapped = "Minister zapowiedział w środę, że rozmowy z przewoźnikami\nbędą trwały aż do skutku, choć obie strony mówią dziś\nzupełnie różnymi językami.";
        assert_eq!(texts(wrapped).len(), 1);
        let broken = "Rozmowa\n\nPo południu.\n\nJeśli nadarzy się okazja, na pewno to zrobimy\n\n– zapowiedział sekretarz.";
        assert_eq!(texts(broken).len(), 3);
    }
}
