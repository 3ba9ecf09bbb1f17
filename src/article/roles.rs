//! Title, lead, heading or paragraph: what a stretch of words is, seen from its neighbours.

use super::BlockKind;
use super::layout::Given;
use super::lines::{ends_sentence, trim};
use super::parts::Part;
use crate::text::is_apostrophe;

/// Longest title and heading, in bytes.
const TITLE_LEN: usize = 240;
const HEADING_LEN: usize = 140;
/// Longest line above a title that names the column or topic.
const KICKER_LEN: usize = 60;

/// What stands at the end of a paragraph for words left out.
const CUT: [&str; 4] = ["(...)", "(…)", "[...]", "[…]"];

/// The kind of each part.
pub(super) fn kinds(text: &str, parts: &[Part], given: Given) -> Vec<BlockKind> {
    let prose: Vec<&Part> = parts.iter().filter(|part| part.kind.is_none()).collect();
    let mut roles = prose_kinds(text, &prose, given).into_iter();
    parts.iter().map(|part| part.kind.or_else(|| roles.next()).unwrap_or(BlockKind::Paragraph)).collect()
}

fn prose_kinds(text: &str, prose: &[&Part], given: Given) -> Vec<BlockKind> {
    let lines: Vec<&str> = prose.iter().map(|part| trim(part.span.slice(text).unwrap_or_default())).collect();
    let mut kinds = headings(prose, &lines, given);
    let mut rest = 0;
    if let ([first, next, ..], false) = (lines.as_slice(), given.title) {
        let kicker = is_kicker(first) && is_title(next) && lines.len() > 2;
        let titles: &[BlockKind] = match () {
            () if kicker => &[BlockKind::Heading, BlockKind::Title],
            () if is_title(first) || (lines.len() > 2 && is_title_with_unit(first)) => &[BlockKind::Title],
            () => &[],
        };
        rest = titles.len();
        kinds.iter_mut().zip(titles).for_each(|(kind, title)| *kind = *title);
    }
    let lead = kinds.iter_mut().skip(rest).find(|kind| **kind == BlockKind::Paragraph);
    if let (Some(lead), false) = (lead, given.lead) {
        *lead = BlockKind::Lead;
    }
    kinds
}

/// Headings among paragraphs. A heading has prose behind it, so the lines are looked at from the last one up.
fn headings(prose: &[&Part], lines: &[&str], given: Given) -> Vec<BlockKind> {
    let mut kinds = vec![BlockKind::Paragraph; lines.len()];
    let mut before_prose = false;
    for k in (0..lines.len()).rev() {
        let line = lines.get(k).copied().unwrap_or_default();
        let in_list = |a: usize, b: usize| {
            let adjacent = prose.get(b).is_some_and(|part| !part.after_gap);
            let both =
                |is: fn(&str) -> bool| lines.get(a).zip(lines.get(b)).is_some_and(|(a, b)| is(a) && is(b));
            both(is_short) && (adjacent || both(has_clock))
        };
        let alone = !in_list(k, k + 1) && (k == 0 || !in_list(k - 1, k));
        let heading = (k > 0 || given.title || given.lead) && before_prose && alone && is_heading(line);
        if let (true, Some(kind)) = (heading, kinds.get_mut(k)) {
            *kind = BlockKind::Heading;
        }
        before_prose =
            heading || ends_sentence(line) || line.len() > HEADING_LEN || introduces(line) || has_clock(line);
    }
    kinds
}

/// "Wysokość wsparcia zależy od liczby osób w gospodarstwie:": a sentence that a list goes on with, and no label.
fn introduces(line: &str) -> bool {
    /// Words that a label has, at most.
    const LABEL: usize = 5;
    line.ends_with(':') && line.split_whitespace().nth(LABEL).is_some()
}

fn is_short(line: &str) -> bool {
    line.len() <= HEADING_LEN && !ends_sentence(line)
}

fn is_heading(line: &str) -> bool {
    line.len() <= HEADING_LEN
        && names_what_follows(line)
        && !line.contains(['\t', '|'])
        && !begins_with_minute(line)
}

fn is_title(line: &str) -> bool {
    line.len() <= TITLE_LEN && names_what_follows(line)
}

/// "Inflacja wyniosła 6,6 proc.": a title may end in the period of a unit.
fn is_title_with_unit(line: &str) -> bool {
    const UNITS: [&str; 9] = [" proc.", " tys.", " mln.", " mld.", " r.", " os.", " godz.", " min.", " zł."];
    let whole = line.strip_suffix('.').filter(|_| UNITS.iter().any(|unit| line.ends_with(unit)));
    line.len() <= HEADING_LEN && whole.is_some_and(|line| names_what_follows(line) && !line.contains(". "))
}

/// "SPORT", "Wywiad": capitals or a single word, which name the column.
fn is_kicker(line: &str) -> bool {
    let capitals = !line.chars().any(char::is_lowercase) && line.chars().any(char::is_alphabetic);
    line.len() <= KICKER_LEN && (capitals || line.chars().all(char::is_alphabetic))
}

/// Whether a line is no sentence, no list item and no spoken line.
fn names_what_follows(line: &str) -> bool {
    // "Ofiary to turyści. (...)"
    let said = CUT.iter().find_map(|cut| line.strip_suffix(cut)).map_or(line, trim);
    // … nor does what a dash ends: it goes on.
    let stopped = said.ends_with(['.', ',', ':', ';', '–', '—']) && !said.ends_with("...");
    let spoken_or_listed = line.starts_with(['–', '—', '-', '•', '*', '·']);
    let first = line.chars().find(|c| c.is_alphanumeric());
    !stopped
        && !spoken_or_listed
        && first.is_some_and(|c| !c.is_lowercase())
        && (line.chars().any(char::is_alphabetic) || is_clock(line))
}

/// "90+4' Koniec meczu!": an entry of a running report, which no heading is.
fn begins_with_minute(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '+');
    rest.len() < line.len() && rest.starts_with(is_apostrophe)
}

/// "Piątek, godz. 18.00 – koncert otwarcia": one of the entries of a programme.
fn has_clock(line: &str) -> bool {
    line.split_whitespace().any(|word| is_clock(word.trim_end_matches([',', ':', ';'])))
}

/// "12:05": what heads the entries of a running report.
fn is_clock(line: &str) -> bool {
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    line.split_once([':', '.']).is_some_and(|(hour, minute)| is_number(hour) && is_number(minute))
}
