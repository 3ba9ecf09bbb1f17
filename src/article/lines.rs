//! Lines of a text as pages have them: breaks of any kind, wrapped and broken lines joined.

use super::parts::is_boilerplate;
use crate::span::Span;
use crate::text::{is_dash, is_line_break, is_space, rare_chars};

/// A line, or several that were broken from one paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// From the first to the last character that is not blank.
    pub(super) span: Span,
    /// Whether a blank line or the start of the text stands before it.
    pub(super) after_gap: bool,
}

/// Shortest and longest width in bytes at which text is taken to be wrapped.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 50..=140;

/// Shortest line in bytes that may go on behind a break; shorter ones are items of a list.
const BROKEN_LEN: usize = 40;

/// The lines of a text that are not blank.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut at, mut after_gap) = (0, true);
    // The first bytes of all breaks in UTF-8.
    let may_break = |byte| matches!(byte, b'\n'..=b'\r' | 0xC2 | 0xE2);
    let breaks = rare_chars(text, may_break, is_line_break).map(|(at, c)| at + c.len_utf8());
    for end in breaks.chain([text.len()]) {
        let raw = text.get(at..end).unwrap_or_default();
        let body = trim(raw);
        let start = at + raw.len() - raw.trim_start_matches(is_space).len();
        if body.is_empty() {
            // The line feed behind a carriage return is no line of its own.
            after_gap |= raw != "\n" || !text.get(..at).is_some_and(|before| before.ends_with('\r'));
        } else {
            lines.push(Line { span: Span::at(start, start + body.len()), after_gap });
            after_gap = false;
        }
        at = end;
    }
    lines
}

/// A line without the white space around it.
pub(super) fn trim(line: &str) -> &str {
    line.trim_matches(is_space)
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
    if group.len() < 3 {
        return false;
    }
    let lines: Vec<&str> = group.iter().map(|line| line.span.slice(text).unwrap_or_default()).collect();
    let width = lines.iter().map(|line| line.len()).max().unwrap_or_default();
    let forced = lines.windows(2).filter(|pair| match pair {
        [line, next] => line.len() + 1 + next.split_whitespace().next().map_or(0, str::len) > width,
        _ => false,
    });
    let inside = lines.iter().filter(|line| !ends_sentence(line)).count();
    WRAP_WIDTHS.contains(&width) && forced.count() + 1 == lines.len() && 2 * inside >= lines.len()
}

/// Whether `next` goes on with the sentence of `line`: a quotation set apart, say, with its cue on a line of its own.
fn is_broken(text: &str, line: Span, next: Span) -> bool {
    let [line, next] = [line, next].map(|span| trim(span.slice(text).unwrap_or_default()));
    if line.len() < BROKEN_LEN || ends_sentence(line) || line.ends_with([':', ';']) {
        return false;
    }
    if line.ends_with(',') && next.starts_with(is_dash) {
        // "– wyremontuje drogę,\n– zbuduje szkołę": an item of a list behind another.
        return false;
    }
    let rest = next.trim_start_matches(['–', '—', '-', '.', ',', ' ']);
    let goes_on = next.starts_with(['.', ',']) || rest.chars().next().is_some_and(char::is_lowercase);
    goes_on && !is_boilerplate(next)
}

/// Whether a line ends as sentences do, closing quotes and brackets aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    let closing = ['"', '”', '’', '\'', '»', '«', ')', ']'];
    let line = trim(line);
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
    fn wrapped_and_broken_lines_are_joined() {
        let wrapped = "Minister zapowiedział w środę, że rozmowy z przewoźnikami\nbędą trwały aż do skutku, choć obie strony mówią dziś\nzupełnie różnymi językami.";
        assert_eq!(texts(wrapped).len(), 1);
        let broken = "Rozmowa\n\nPo południu.\n\nJeśli nadarzy się okazja, na pewno to zrobimy\n\n– zapowiedział sekretarz.";
        assert_eq!(texts(broken).len(), 3);
    }
}
