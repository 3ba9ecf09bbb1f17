//! Direct speech: behind dialogue dashes, in quotation marks, and sentences that a cue behind a dash claims.

use super::QuoteKind;
use super::clause::{self, Subject};
use super::cue::Frames;
use super::draft::{Draft, trimmed, words};
use super::view::{CueAt, Form, Glyph, REACH, View};
use crate::morph::{Class, ParagraphKind, TokenRange};

/// What direct speech was found, and which tokens it takes.
pub(super) struct Direct<'a> {
    pub(super) drafts: Vec<Draft<'a>>,
    /// Content of direct speech in order.
    pub(super) contents: Vec<TokenRange>,
    /// Verbs of cues that are spoken for, sorted.
    pub(super) used: Vec<usize>,
}

/// All direct speech of the text.
pub(super) fn find<'a>(view: &View<'a>) -> Direct<'a> {
    let mut finder =
        Finder { view, found: Direct { drafts: Vec::new(), contents: Vec::new(), used: Vec::new() } };
    for (number, paragraph) in view.tagged.paragraphs().iter().enumerate() {
        if paragraph.kind == ParagraphKind::Prose {
            finder.dashes(number, paragraph.tokens.clone());
        }
    }
    finder.found.contents.sort_by_key(|content| content.start);
    let spoken = std::mem::take(&mut finder.found.contents);
    finder.found.contents.clone_from(&spoken);
    finder.marks(&spoken);
    let mut found = finder.found;
    found.contents.sort_by_key(|content| content.start);
    found.used.sort_unstable();
    found
}

struct Finder<'v, 'a> {
    view: &'v View<'a>,
    found: Direct<'a>,
}

impl<'a> Finder<'_, 'a> {
    fn push(&mut self, draft: Draft<'a>) {
        if draft.pieces.iter().all(|piece| words(self.view, piece.clone(), 1) == 0) {
            return;
        }
        if draft.kind == QuoteKind::Direct {
            self.found.contents.extend(draft.pieces.iter().cloned());
        }
        if draft.cue.is_some() {
            self.found.used.push(draft.at);
        }
        self.found.drafts.push(draft);
    }

    /// One pass over the dashes of a paragraph.
    fn dashes(&mut self, number: usize, paragraph: TokenRange) {
        let view = self.view;
        let mut open: Option<usize> = None;
        let mut tail: Option<usize> = None;
        let mut free = paragraph.start;
        for dash in paragraph.clone().filter(|at| view.glyph(*at) == Glyph::Dash) {
            if dash < free {
                continue;
            }
            let cue = cue_after(view, dash, paragraph.end);
            match (open, cue) {
                (Some(start), Some(cue)) => {
                    free = self.dash_quote(start, dash, cue, &paragraph);
                    (open, tail) = (None, Some(free));
                }
                (None, Some(cue)) if dash > paragraph.start => {
                    if let Some(end) = self.claimed(dash, cue, &paragraph) {
                        (free, tail) = (end, None);
                    }
                }
                (None, Some(cue)) => self.block(number, cue, paragraph.end),
                (_, None) if opens(view, dash, &paragraph) => {
                    if let Some(start) = open.filter(|start| *start == paragraph.start + 1) {
                        self.without_cue(start..dash);
                    }
                    open = Some(dash + 1);
                }
                _ => {}
            }
        }
        if let Some(start) = open {
            self.left_open(number, start, &paragraph, tail);
        }
    }

    /// "– A – powiedział X. – B": gives the token behind the cue's clause.
    fn dash_quote(&mut self, start: usize, dash: usize, cue: usize, paragraph: &TokenRange) -> usize {
        let view = self.view;
        let Some(found) = view.cue(cue) else { return dash + 1 };
        let sentence = view.sentence(cue).end.min(paragraph.end);
        let end = (cue..sentence).find(|at| view.glyph(*at) == Glyph::Dash).unwrap_or(sentence);
        let subject = said_by(view, found, dash + 1..sentence);
        let mut pieces = vec![trimmed(view, start..dash)];
        let mut after = end;
        if end < sentence && !view.begins_sentence(end + 1) {
            let rest = end + 1..sentence;
            let next = rest.clone().find(|at| view.glyph(*at) == Glyph::Dash);
            if next.is_none() && rest.clone().any(|at| view.is_finite(at)) {
                pieces.push(trimmed(view, rest));
                after = sentence;
            }
        }
        self.push(Draft::new(QuoteKind::Direct, pieces, found, subject));
        after
    }

    /// A sentence without an opening mark that a cue behind a dash claims, as agencies begin: "Zdanie – podało X".
    fn claimed(&mut self, dash: usize, cue: usize, paragraph: &TokenRange) -> Option<usize> {
        let view = self.view;
        if view.glyph(dash - 1) == Glyph::Quote || view.key(cue.checked_sub(1)?) == "jak" {
            return None;
        }
        let found = view.cue(cue)?;
        let sentence = view.sentence(cue);
        let start = claimed_from(view, dash, paragraph);
        let end = clause::end(view, found.tokens.end, sentence.end.min(paragraph.end));
        let content = trimmed(view, start..dash);
        if words(view, content.clone(), 3) < 3 || takes_complement(view, found, sentence.end) {
            return None;
        }
        let subject = said_by(view, found, dash + 1..sentence.end.min(paragraph.end));
        self.push(Draft::new(QuoteKind::Indirect, vec![content], found, subject));
        Some(end)
    }

    /// A paragraph that begins with its cue: the layout lost the content's marks, it is the paragraph before.
    fn block(&mut self, number: usize, cue: usize, limit: usize) {
        let view = self.view;
        let Some(previous) = number.checked_sub(1).filter(|previous| view.is_prose(*previous)) else {
            return;
        };
        let (Some(found), Some(paragraph)) = (view.cue(cue), view.tagged.paragraphs().get(previous)) else {
            return;
        };
        let content = trimmed(view, paragraph.tokens.clone());
        if self.found.contents.last().is_some_and(|last| last.end > content.start) {
            return;
        }
        let subject = said_by(view, found, cue..limit);
        self.push(Draft::new(QuoteKind::Direct, vec![content], found, subject));
    }

    /// A dialogue dash whose quotation no cue closes.
    fn left_open(&mut self, number: usize, start: usize, paragraph: &TokenRange, tail: Option<usize>) {
        let view = self.view;
        let content = trimmed(view, start..paragraph.end);
        if start == paragraph.start + 1 {
            if self.is_dialogue(number, paragraph) {
                self.without_cue(content);
            }
        } else if start >= 2 && view.glyph(start - 2) == Glyph::Colon {
            if let Some(cue) = cue_before(view, start - 2) {
                let clause = view.sentence(cue.verb).start.max(paragraph.start)..start - 2;
                let subject = clause::subject(view, cue, clause, false);
                self.push(Draft::new(QuoteKind::Direct, vec![content], cue, subject));
            }
        } else if tail == Some(start - 1) && view.glyph(paragraph.start) == Glyph::Dash {
            // "– A – powiedział X. – B": one quotation around its cue.
            if let Some(last) = self.found.drafts.last_mut() {
                last.pieces.push(content.clone());
                self.found.contents.push(content);
            }
        }
    }

    /// Whether a paragraph behind a dash belongs to a conversation rather than to a list of points.
    fn is_dialogue(&self, number: usize, paragraph: &TokenRange) -> bool {
        let view = self.view;
        let speech = |at: usize| matches!(view.key(at), "!" | "?" | "." | "…" | "”" | "\"");
        if !speech(paragraph.end - 1) || !view.begins_sentence(paragraph.start + 1) {
            return false;
        }
        let neighbours = [number.checked_sub(1), Some(number + 1)];
        neighbours.into_iter().flatten().filter_map(|n| view.tagged.paragraphs().get(n)).any(|neighbour| {
            let tokens = neighbour.tokens.clone();
            let colon = tokens.end == paragraph.start && view.glyph(tokens.end - 1) == Glyph::Colon;
            let spoken = view.glyph(tokens.start) == Glyph::Dash
                && tokens
                    .clone()
                    .filter(|at| view.glyph(*at) == Glyph::Dash)
                    .skip(1)
                    .take(40)
                    .any(|at| cue_after(view, at, tokens.end).is_some());
            let asks = tokens.end == paragraph.start
                && view.key(tokens.end - 1) == "?"
                && view.glyph(tokens.start) == Glyph::Dash;
            colon && cue_before(view, tokens.end - 1).is_some() || spoken || asks
        })
    }

    fn without_cue(&mut self, content: TokenRange) {
        let content = trimmed(self.view, content);
        self.push(Draft::without_cue(content));
    }

    /// Pairs of marks that a cue stands with. `spoken` is content that dashes have claimed.
    fn marks(&mut self, spoken: &[TokenRange]) {
        let view = self.view;
        let mut last: Option<(usize, usize)> = None;
        for pair in &view.pairs {
            let inside = pair.inner || covers(spoken, pair.open);
            let paragraph = view.paragraph_of(pair.open);
            if !view.is_prose(paragraph) || words(view, pair.content(), 2) < 1 {
                continue;
            }
            let limit = view
                .tagged
                .paragraphs()
                .get(view.paragraph_of(pair.close))
                .map_or(pair.close, |p| p.tokens.end);
            let first = view.tagged.paragraphs().get(paragraph).map_or(0, |p| p.tokens.start);
            let content = trimmed(view, pair.content());
            if let Some(cue) =
                introduced(view, pair.open, first).filter(|cue| !self.found.used.contains_recent(cue.verb))
            {
                let clause = view.sentence(cue.verb).start.max(first)..pair.open;
                let inverted = view.key(clause::segment_before(view, clause.start, cue.verb)) == "jak";
                let subject = clause::subject(view, cue, clause, inverted);
                if inside && subject == Subject::Dropped {
                    continue;
                }
                self.push(Draft::new(QuoteKind::Direct, vec![content], cue, subject));
                last = Some((self.found.drafts.len() - 1, view.sentence(pair.close).end));
            } else if inside {
            } else if let Some((cue, end)) = followed(view, pair.close, limit, content.clone()) {
                let sentence = view.sentence(cue.verb).end.min(limit);
                let subject = said_by(view, cue, cue.tokens.start..sentence);
                self.push(Draft::new(QuoteKind::Direct, vec![content], cue, subject));
                last = Some((self.found.drafts.len() - 1, end));
            } else if let Some((draft, _)) =
                last.filter(|(_, end)| *end == pair.open && closes_sentence(view, pair.close))
            {
                if let Some(draft) = self.found.drafts.get_mut(draft) {
                    draft.pieces.push(content.clone());
                    self.found.contents.push(content);
                }
                last = None;
            }
        }
    }
}

/// The subject behind a cue; of a verb that has none, where the words were published.
fn said_by(view: &View<'_>, cue: &CueAt<'_>, clause: TokenRange) -> Subject {
    match cue.form {
        Form::Impersonal | Form::FirstPlural => super::source::published_in(view, cue, clause.end),
        _ => clause::subject(view, cue, clause, true),
    }
}

trait Recent {
    /// Whether one of the last few is `verb`.
    fn contains_recent(&self, verb: usize) -> bool;
}

impl Recent for Vec<usize> {
    fn contains_recent(&self, verb: usize) -> bool {
        self.iter().rev().take(4).any(|used| *used == verb)
    }
}

/// Whether one of the sorted ranges holds the token.
pub(super) fn covers(ranges: &[TokenRange], token: usize) -> bool {
    let next = ranges.partition_point(|range| range.start <= token);
    next.checked_sub(1).and_then(|at| ranges.get(at)).is_some_and(|range| range.end > token)
}

/// The verb of the cue that follows a dash: "– powiedział", "– jak dodał", "– tak skomentował".
fn cue_after(view: &View<'_>, dash: usize, limit: usize) -> Option<usize> {
    let start = dash + 1;
    if view.text(start).chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    for at in start..limit.min(start + 5) {
        if let Some(cue) = view.cue(at) {
            let personal = match cue.form {
                Form::Finite | Form::Impersonal => true,
                Form::FirstPlural => matches!(cue.lemma, "czytać" | "przeczytać"),
                Form::Infinitive => at > start && hearsay(view, at - 1),
                _ => false,
            };
            return (personal && cue.frames.has(Frames::DIRECT) && !takes_complement(view, cue, limit))
                .then_some(at);
        }
        let passed = matches!(view.tag(at).class(), Class::Adv | Class::Part)
            || matches!(view.key(at), "jak" | "tak" | "z" | "kolei" | "się" | "w" | "ten" | "sposób")
            || hearsay(view, at);
        if !passed || view.glyph(at) != Glyph::Word {
            return None;
        }
    }
    None
}

/// "miał powiedzieć", "musiał przyznać"
pub(super) fn hearsay(view: &View<'_>, at: usize) -> bool {
    matches!(view.lemma(at), "mieć" | "musieć") && view.tag(at).class() == Class::Praet
}

/// Whether the clause of this cue ends before a complementizer: it then reports what comes, not what stands before.
/// Another cue in between takes the complementizer: "dodał i stwierdził, że".
fn takes_complement(view: &View<'_>, cue: &CueAt<'_>, limit: usize) -> bool {
    let end = clause::end(view, cue.tokens.end, limit);
    let complementizer = view.glyph(end) == Glyph::Comma && matches!(view.key(end + 1), "że" | "iż");
    complementizer && !(cue.tokens.end..end).any(|at| view.cue(at).is_some())
}

/// Whether direct speech may begin with this dash.
fn opens(view: &View<'_>, dash: usize, paragraph: &TokenRange) -> bool {
    if dash + 1 >= paragraph.end || !view.begins_sentence(dash + 1) {
        return false;
    }
    dash == paragraph.start
        || match view.glyph(dash - 1) {
            Glyph::Stop | Glyph::Colon => true,
            Glyph::Quote | Glyph::Close => {
                dash > 1 && (view.glyph(dash - 2) == Glyph::Stop || view.glyph(dash - 1) == Glyph::Close)
            }
            _ => false,
        }
}

/// Where the content of an unmarked quotation begins: with its sentence, or with the paragraph where someone speaks
/// of himself all along.
fn claimed_from(view: &View<'_>, dash: usize, paragraph: &TokenRange) -> usize {
    let sentence = view.sentence(dash - 1).start.max(paragraph.start);
    let before = paragraph.start..sentence;
    let own_words = before.clone().take(2 * REACH).any(|at| {
        let tag = view.tag(at);
        tag.class() == Class::Fin && tag.has(crate::morph::Tag::PRI) || tag.class() == Class::Ppron12
    });
    let other_report = before
        .clone()
        .any(|at| view.cue(at).is_some() || matches!(view.glyph(at), Glyph::Quote | Glyph::Dash));
    if own_words && !other_report { paragraph.start } else { sentence }
}

/// The cue that a colon or opening mark follows: "powiedział: „", "odparł w środę: „".
fn introduced<'v, 'a>(view: &'v View<'a>, mark: usize, first: usize) -> Option<&'v CueAt<'a>> {
    let before = mark.checked_sub(1).filter(|before| *before >= first)?;
    match view.glyph(before) {
        Glyph::Colon => cue_before(view, before),
        _ => None,
    }
}

/// The last cue of the clause that ends at a colon.
fn cue_before<'v, 'a>(view: &'v View<'a>, colon: usize) -> Option<&'v CueAt<'a>> {
    let sentence = view.sentence(colon).start.max(colon.saturating_sub(REACH / 2));
    let cue = (sentence..colon).rev().find_map(|at| view.cue(at))?;
    let able = match cue.form {
        Form::Finite | Form::Impersonal | Form::Participle => true,
        Form::Infinitive => {
            cue.verb > 0 && (1..5).any(|back| cue.verb >= back && hearsay(view, cue.verb - back))
        }
        _ => false,
    };
    let open = !(cue.verb..colon).any(|at| matches!(view.key(at), "że" | "iż"));
    (able && open && cue.frames.has(Frames::DIRECT)).then_some(cue)
}

/// The cue that follows a closing mark, and where its clause ends: "„A” – rzekł X", "„A”, dodał", "„A” napisał".
fn followed<'v, 'a>(
    view: &'v View<'a>,
    close: usize,
    limit: usize,
    content: TokenRange,
) -> Option<(&'v CueAt<'a>, usize)> {
    let mut at = close + 1;
    while at < limit && matches!(view.key(at), "." | ",") {
        at += 1;
    }
    let verb = if view.glyph(at) == Glyph::Dash {
        cue_after(view, at, limit)?
    } else {
        let sentence_like = words(view, content.clone(), 3) >= 3
            && content.clone().any(|at| view.is_finite(at))
            || at > close + 1
            || view.glyph(content.end) == Glyph::Stop;
        cue_after(view, at - 1, limit).filter(|verb| sentence_like && *verb <= at + 1)?
    };
    let cue = view.cue(verb)?;
    let sentence = view.sentence(verb).end.min(limit);
    Some((cue, sentence))
}

fn closes_sentence(view: &View<'_>, close: usize) -> bool {
    close > 0 && (view.glyph(close - 1) == Glyph::Stop || view.glyph(close + 1) == Glyph::Stop)
}
