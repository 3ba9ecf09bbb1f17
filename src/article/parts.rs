//! Parts of a line: pages glue date lines, links, teasers and signatures to the prose beside them.

use super::BlockKind;
use super::dateline::{Dateline, dateline};
use super::lines::{Line, ends_sentence, trim};
use super::patterns::{
    AGENCY_LINE, BOILERPLATE, CREDIT, RELATED_INSIDE, RELATED_START, SIGNATURE, TEASER_END, captures,
};
use crate::span::Span;
use crate::text::{is_dash, is_line_break, is_quote, is_space};

/// Longest title behind a link, in bytes.
const TARGET_LEN: usize = 240;
/// Longest line that can be boilerplate as a whole, and longest credit.
const BOILERPLATE_LEN: usize = 400;
const CREDIT_LEN: usize = 130;
/// How far from its end a line is searched for a signature, a teaser from where it was cut off.
const SIGNATURE_LEN: usize = 120;
const TEASER_LEN: usize = 400;

/// A stretch of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) span: Span,
    /// What it is; `None` for prose and headings, whose kind depends on their neighbours.
    pub(super) kind: Option<BlockKind>,
    /// For a link: the title that it points to.
    pub(super) target: Option<Span>,
    /// Whether a blank line stands before it.
    pub(super) after_gap: bool,
}

impl Part {
    pub(super) fn is_link(&self) -> bool {
        self.kind == Some(BlockKind::Related)
    }
}

/// Splits lines one after another.
#[derive(Debug)]
pub(super) struct Splitter<'t> {
    text: &'t str,
    pub(super) parts: Vec<Part>,
    pub(super) dates: Vec<Dateline>,
    /// A link stood at the end of the last line: the next one may be its title.
    awaits_target: bool,
    /// The last line was the title of such a link, which a bullet marks or a blank line parts from the prose before: more
    /// titles may follow.
    in_list: bool,
    after_gap: bool,
    /// Number of parts that hold prose, and of those that end as sentences do.
    prose: usize,
    sentences: usize,
}

impl<'t> Splitter<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            parts: Vec::new(),
            dates: Vec::new(),
            awaits_target: false,
            in_list: false,
            after_gap: true,
            prose: 0,
            sentences: 0,
        }
    }

    /// Takes the next line of the text.
    pub(super) fn line(&mut self, line: Line) {
        self.after_gap = line.after_gap;
        let rest = self.datelines(line.span);
        let rest = self.agency_line(rest);
        if rest.is_empty() {
            return;
        }
        if std::mem::take(&mut self.awaits_target) && self.target_line(rest) {
            let item = self.slice(rest);
            let has_bullet = without_bullet(item).len() < item.len();
            self.in_list = has_bullet || self.stands_apart();
            return;
        }
        if std::mem::take(&mut self.in_list) && !line.after_gap && self.listed_line(rest) {
            self.in_list = true;
            return;
        }
        let is_first = self.prose == 0;
        if is_boilerplate(self.slice(rest)) || is_first && is_breadcrumbs(self.slice(rest)) {
            self.push(rest, Some(BlockKind::Boilerplate));
        } else {
            self.links(rest);
        }
    }

    fn slice(&self, span: Span) -> &'t str {
        span.slice(self.text).unwrap_or_default()
    }

    /// Adds a part without the white space around it.
    fn push(&mut self, span: Span, kind: Option<BlockKind>) {
        let body = self.slice(span);
        let start = span.end() - body.trim_start_matches(is_space).len();
        let span = Span::at(start, start + trim(body).len());
        if !span.is_empty() {
            self.prose += usize::from(kind.is_none());
            self.sentences += usize::from(kind.is_none() && ends_sentence(self.slice(span)));
            self.parts.push(Part { span, kind, target: None, after_gap: self.after_gap });
        }
    }

    /// Takes the date lines that a line begins with; gives what is left of it.
    fn datelines(&mut self, mut span: Span) -> Span {
        loop {
            // A title and a lead may stand before the date, or a topic, a title and an author; further down a bare date is
            // part of the story.
            let at_top = self.prose < 3 || (self.prose < 5 && self.sentences == 0);
            let Some(found) = dateline(self.slice(span), at_top) else { return span };
            let end = span.start() + found.len;
            self.push(Span::at(span.start(), end), Some(BlockKind::Dateline));
            self.dates.push(found);
            let rest = self.slice(Span::at(end, span.end()));
            let separators = |c: char| is_space(c) || matches!(c, ',' | ';' | '|' | '.' | '•' | '·');
            let start = span.end() - rest.trim_start_matches(separators).len();
            let separators = self.slice(Span::at(end, start)).trim_end_matches(is_space);
            if let (Some(part), false) = (self.parts.last_mut(), separators.is_empty()) {
                part.span = part.span.to(Span::at(end, end + separators.len()));
            }
            span = Span::at(start, span.end());
        }
    }

    /// Takes the place and agency that the story begins with; gives what is left of the line.
    fn agency_line(&mut self, span: Span) -> Span {
        let found = if self.prose < 3 { AGENCY_LINE.find(self.slice(span)) } else { None };
        let Some(found) = found else { return span };
        let end = span.start() + found.end();
        self.push(Span::at(span.start(), end), Some(BlockKind::Dateline));
        Span::at(end, span.end())
    }

    /// Takes a line as the title of the link before it, where it looks like one.
    fn target_line(&mut self, span: Span) -> bool {
        let end = self.cues(span).next().map_or(span.end(), Span::start);
        let item = self.slice(Span::at(span.start(), end)).trim_end_matches(is_space);
        let title = without_bullet(item);
        if !is_target(title) {
            return false;
        }
        let end_of_title = span.start() + item.len();
        let target = Span::at(end_of_title - title.len(), end_of_title);
        if let Some(link) = self.parts.last_mut() {
            link.span = link.span.to(target);
            link.target = Some(target);
        }
        self.links(Span::at(end, span.end()));
        true
    }

    /// Takes a line as one more title in a list of links, where it looks like one.
    fn listed_line(&mut self, span: Span) -> bool {
        let title = without_bullet(self.slice(span));
        let is_title = is_target(title)
            && title.starts_with(|c: char| c.is_uppercase() || is_quote(c) || c.is_ascii_digit());
        if is_title && !self.is_listed(title) && self.cues(span).next().is_none() {
            self.push(span, Some(BlockKind::Related));
            if let Some(link) = self.parts.last_mut() {
                link.target = Some(Span::at(link.span.end() - title.len(), link.span.end()));
            }
            return true;
        }
        false
    }

    /// Whether the last part has no prose right before it.
    fn stands_apart(&self) -> bool {
        let mut last = self.parts.iter().rev();
        last.next().is_some_and(|part| part.after_gap)
            || last.next().is_some_and(|before| before.kind == Some(BlockKind::Boilerplate))
    }

    /// Whether the list of links that stands last has such a title: where one of a table of contents comes again,
    /// the text begins.
    fn is_listed(&self, title: &str) -> bool {
        /// Links that are looked at, at most.
        const LONGEST: usize = 64;
        let links = self.parts.iter().rev().take_while(|part| part.is_link()).take(LONGEST);
        links.filter_map(|link| link.target).any(|target| self.slice(target) == title)
    }

    /// Splits a line at the links in it.
    fn links(&mut self, span: Span) {
        let mut at = span.start();
        let cues: Vec<Span> = self.cues(span).collect();
        for (k, cue) in cues.iter().enumerate() {
            if cue.start() < at {
                continue;
            }
            let limit = cues.get(k + 1).map_or(span.end(), |next| next.start());
            self.prose(Span::at(at, cue.start()), false);
            at = self.link(*cue, limit, cue.start() == span.start());
            self.awaits_target =
                at == span.end() && self.parts.last().is_some_and(|part| part.target.is_none());
        }
        self.prose(Span::at(at, span.end()), true);
    }

    /// Invitations to other articles in a line.
    fn cues(&self, span: Span) -> impl Iterator<Item = Span> + use<'t> {
        let line = self.slice(span);
        let first = captures(&RELATED_START, line).and_then(|found| {
            let bare = found.name("bare");
            let short = line.len() <= TARGET_LEN && !ends_sentence(line);
            let end = bare.or(found.get(0)).map_or(0, |cue| cue.end());
            (bare.is_none() || short).then_some(0..end)
        });
        let after = first.as_ref().map_or(0, |first| first.end);
        let inside = RELATED_INSIDE.find_iter(line).map(|found| found.range());
        let inside = inside.filter(move |cue| cue.start >= after && stands_apart(line, cue.start));
        first
            .into_iter()
            .chain(inside)
            .map(move |cue| Span::at(span.start() + cue.start, span.start() + cue.end))
    }

    /// Adds the link at `cue`, whose title ends at `limit` at the latest; gives its end.
    fn link(&mut self, cue: Span, limit: usize, opens_line: bool) -> usize {
        let rest = self.slice(Span::at(cue.end(), limit));
        let whole = rest.trim_end_matches(is_space).len();
        // At the start of a line, or before the next link, the title takes all the room; else it is one sentence.
        let len = match first_sentence(rest) {
            _ if opens_line && whole <= TARGET_LEN => whole,
            Some(len) if len <= TARGET_LEN => len,
            None if whole <= TARGET_LEN => whole,
            _ => 0,
        };
        let title = rest.get(..len).unwrap_or_default();
        let start = cue.end() + title.len() - title.trim_start_matches(is_space).len();
        let end = if len == 0 { cue.end() } else { cue.end() + len };
        self.push(Span::at(cue.start(), end), Some(BlockKind::Related));
        if let Some(link) = self.parts.last_mut() {
            link.target = (start < end && !trim(title).is_empty()).then(|| Span::at(start, end));
        }
        if whole == 0 { limit } else { end }
    }

    /// Adds prose, apart from the teasers in it and, at the end of a line, from a signature.
    fn prose(&mut self, span: Span, at_end: bool) {
        let (mut at, line) = (span.start(), self.slice(span));
        for cut in TEASER_END.find_iter(line) {
            let end = span.start() + cut.end();
            let before = self.slice(Span::at(at, end));
            self.push(Span::at(at, end - before.len() + teaser_start(before)), None);
            self.push(Span::at(end - before.len() + teaser_start(before), end), Some(BlockKind::Boilerplate));
            at = end;
        }
        let rest = self.slice(Span::at(at, span.end()));
        let signature = if at_end { signature_start(rest) } else { rest.len() };
        self.push(Span::at(at, at + signature), None);
        self.push(Span::at(at + signature, span.end()), Some(BlockKind::Boilerplate));
    }
}

/// Makes links of the lines that end a page below such a title: "Zobacz również", and titles parted by blank lines.
pub(super) fn mark_last_links(text: &str, parts: &mut [Part]) {
    let words = |span: Span| span.slice(text).unwrap_or_default();
    let is_text = |part: &Part| {
        let line = words(part.span);
        part.kind.is_none()
            && (ends_sentence(line) || !is_target(line) || line.starts_with(char::is_lowercase))
    };
    let is_below_cue = |part: &Part| {
        let cue = part.target.map(|target| Span::at(part.span.start(), target.start()));
        part.is_link() && cue.is_some_and(|cue| words(cue).contains(is_line_break))
    };
    let end = parts.iter().rposition(is_text).map_or(0, |last| last + 1);
    let tail = parts.get_mut(end..).unwrap_or_default();
    let Some(list) = tail.iter().position(is_below_cue) else { return };
    for part in tail.iter_mut().skip(list + 1).filter(|part| part.kind.is_none()) {
        (part.kind, part.target) = (Some(BlockKind::Related), Some(part.span));
    }
}

/// A line of a list of links without what marks it as one of them: "• Remont mostu", "1. Remont mostu". A dash may open
/// speech too, which has another one behind it.
fn without_bullet(item: &str) -> &str {
    let bullet = |c: char| matches!(c, '•' | '·' | '*' | '▪' | '■' | '►' | '▶' | '→' | '>' | '»' | '›');
    let is_speech = |rest: &str| [" – ", " - ", " — "].iter().any(|dash| rest.contains(dash));
    let rest = match item.strip_prefix(is_dash) {
        Some(rest) if rest.starts_with(is_space) && !is_speech(rest) => rest,
        _ => item.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(". ").unwrap_or(item),
    };
    rest.trim_start_matches(bullet).trim_start_matches(is_space)
}

/// Whether a line above all prose says where in the site the page stands: "Gazeta / Sport / Piłka nożna".
fn is_breadcrumbs(line: &str) -> bool {
    const WORDS: usize = 4;
    let is_place = |place: &str| (1..=WORDS).contains(&place.split_whitespace().count());
    [" / ", " > ", " » ", " › "].into_iter().any(|separator| {
        let places = || line.split(separator);
        places().count() > 2 && places().all(is_place) && !ends_sentence(line)
    })
}

/// Whether a line of marks parts what stands before it from what stands behind: "* * *".
fn is_rule(line: &str) -> bool {
    let mark = |c: char| is_dash(c) || matches!(c, '*' | '_' | '=' | '~' | '•' | '·' | '#' | '+');
    line.chars().all(|c| mark(c) || is_space(c)) && line.chars().filter(|c| mark(*c)).count() > 2
}

/// Whether a line may be the title that a link points to: no sentence, no list item and no spoken line.
fn is_target(title: &str) -> bool {
    let is_sentence = title.ends_with('.') && !title.ends_with("...");
    !is_sentence && !title.is_empty() && title.len() <= TARGET_LEN && !title.starts_with(['–', '—', '-', '•'])
}

/// Whether a whole line is boilerplate.
pub(super) fn is_boilerplate(line: &str) -> bool {
    let line = trim(line);
    (line.len() <= BOILERPLATE_LEN && BOILERPLATE.is_match(line))
        || (line.len() <= CREDIT_LEN && CREDIT.is_match(line))
        || is_rule(line)
}

/// Whether what begins at `at` is set off from the sentence before: behind its end, or glued to it without a space.
fn stands_apart(line: &str, at: usize) -> bool {
    let (before, rest) = line.split_at_checked(at).unwrap_or_default();
    let capital = rest.chars().next().is_some_and(char::is_uppercase);
    let glued = before.chars().next_back().is_some_and(|c| c.is_lowercase() || c.is_numeric());
    capital && (glued || ends_sentence(before))
}

/// Length of the first sentence of a text that goes on behind it.
fn first_sentence(text: &str) -> Option<usize> {
    let stops = text.match_indices(['.', '!', '?', '…']);
    let ends = stops.map(|(at, stop)| at + stop.len()).take_while(|end| *end <= TARGET_LEN);
    ends.into_iter().find(|end| {
        let rest = text.get(*end..).unwrap_or_default().trim_start_matches(['"', '”', '»', ')']);
        let next = rest.trim_start_matches(is_space);
        let opens =
            next.chars().next().is_none_or(|c| c.is_uppercase() || matches!(c, '–' | '—' | '-' | '„' | '"'));
        next.len() < rest.len() && opens && !ends_in_abbreviation(text.get(..*end).unwrap_or_default())
    })
}

/// Whether the stop at the end belongs to an abbreviation: one or two letters, or none of them a vowel (`ws.`, `mln.`). A guess for titles only; sentences are found elsewhere.
fn ends_in_abbreviation(text: &str) -> bool {
    let Some(text) = text.strip_suffix('.') else { return false };
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let letters = word.chars().count();
    letters > 0
        && (letters < 3 || (letters < 5 && !word.contains(['a', 'e', 'i', 'o', 'u', 'y', 'ą', 'ę', 'ó'])))
}

/// Where the teaser begins that a text ends in: behind the last sentence end before it.
fn teaser_start(text: &str) -> usize {
    let body = text.trim_end_matches(|c: char| c != '.' && c != '…').trim_end_matches(['.', '…']);
    let window = body.len().saturating_sub(TEASER_LEN);
    let window = (window..body.len()).find(|at| body.is_char_boundary(*at)).unwrap_or(body.len());
    let tail = body.get(window..).unwrap_or_default();
    let ends = tail.match_indices(". ").chain(tail.match_indices("? ")).chain(tail.match_indices("! "));
    match ends.map(|(at, end)| at + end.len()).max() {
        Some(at) => window + at,
        None if window == 0 => 0,
        None => body.len(),
    }
}

/// Where the signature begins that a line ends in; its length when there is none.
fn signature_start(line: &str) -> usize {
    let from = line.len().saturating_sub(SIGNATURE_LEN);
    let from = (from..=line.len()).find(|at| line.is_char_boundary(*at)).unwrap_or(line.len());
    let tail = line.get(from..).unwrap_or_default();
    let Some(found) = captures(&SIGNATURE, tail) else { return line.len() };
    if let Some(credit) = found.name("credit") {
        return from + credit.start();
    }
    // The search gives the leftmost match; a signature may also stand further right.
    let start = found.name("signature").map_or(tail.len(), |signature| signature.start());
    let before = line.get(..from + start).unwrap_or_default();
    let set_off =
        before.ends_with(char::is_whitespace) || line.get(from + start..).is_some_and(|s| s.starts_with('('));
    if set_off && ends_sentence(before) { from + start } else { line.len() }
}
