//! Direct speech behind dialogue dashes, and sentences that a cue behind a dash claims.

use super::QuoteKind;
use super::clause::{self, Subject};
use super::direct::{Finder, cue_after, cue_before, introducer, said_by, takes_complement};
use super::draft::{Draft, Turn, trimmed, words};
use super::inferred::{credit, inferred, inferred_before};
use super::reported::says_by_itself;
use super::sort::Sort;
use super::view::{CueAt, Form, Glyph, Named, Pair, REACH, View};
use crate::morph::{Class, ParagraphKind, TokenRange};

impl<'a> Finder<'_, 'a> {
    /// One pass over the dashes of a paragraph.
    pub(super) fn dashes(&mut self, number: usize, paragraph: TokenRange) {
        let view = self.view;
        let mut open: Option<usize> = None;
        let mut tail: Option<usize> = None;
        let mut free = paragraph.start;
        for dash in view.glyphs(&paragraph, Glyph::Dash) {
            if dash < free {
                continue;
            }
            let known = cue_after(view, dash, paragraph.end);
            let guessed = open.filter(|_| known.is_none()).and_then(|_| inferred(view, dash, paragraph.end));
            match (open, known.or(guessed.as_ref())) {
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
                // "– A – mówił – B – dodał": the dash behind a cue's clause may open as well.
                (_, None)
                    if opens(view, dash, &paragraph)
                        || tail == Some(dash) && view.begins_sentence(dash + 1) =>
                {
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
    fn dash_quote(&mut self, start: usize, dash: usize, cue: &CueAt<'a>, paragraph: &TokenRange) -> usize {
        let view = self.view;
        let sentence = view.sentence(cue.verb()).end.min(paragraph.end);
        let end = (cue.verb()..sentence).find(|at| view.glyph(*at) == Glyph::Dash).unwrap_or(sentence);
        let subject = said_by(view, cue, dash + 1..sentence);
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
        self.push(Draft::new(QuoteKind::Direct, pieces, cue, subject));
        after
    }

    /// A sentence without an opening mark that a cue behind a dash claims, as agencies begin: "Zdanie – podało X". Where
    /// a lone mark shows that one was meant, it is direct speech.
    fn claimed(&mut self, dash: usize, cue: &CueAt<'a>, paragraph: &TokenRange) -> Option<usize> {
        let view = self.view;
        let sentence = view.sentence(cue.verb());
        let closed = view.glyph(dash - 1) == Glyph::Quote;
        // No further than a quotation reaches: a sentence of dashes alone may be as long as the text.
        let from = sentence.start.max(dash.saturating_sub(2 * REACH));
        let marks = view.glyphs(&(from..dash), Glyph::Quote).take(2).count();
        if closed && (view.pair(dash - 1).is_some() || marks > 1)
            || view.key(cue.verb().checked_sub(1)?) == "jak"
        {
            return None;
        }
        if let Some(start) = block_before(view, dash, paragraph) {
            let end = clause::end(view, cue.end(), sentence.end.min(paragraph.end));
            let subject = said_by(view, cue, dash + 1..sentence.end.min(paragraph.end));
            self.push(Draft::new(QuoteKind::Direct, vec![trimmed(view, start..dash)], cue, subject));
            return Some(end);
        }
        if let Some(end) = self.inserted(dash, cue, paragraph) {
            return Some(end);
        }
        let opened = lone_mark(view, dash, paragraph);
        let start = opened.unwrap_or_else(|| claimed_from(view, dash, paragraph));
        let end = clause::end(view, cue.end(), sentence.end.min(paragraph.end));
        let content = trimmed(view, start..dash);
        if words(view, content.clone(), 3) < 3 || takes_complement(view, cue, sentence.end) {
            return None;
        }
        let subject = said_by(view, cue, dash + 1..sentence.end.min(paragraph.end));
        let kind = if closed || opened.is_some() { QuoteKind::Direct } else { QuoteKind::Indirect };
        self.push(Draft::new(kind, vec![content], cue, subject));
        Some(end)
    }

    /// A cue between two dashes within words that marks enclose, or within a sentence of no marks: "„A – mówi X – b”",
    /// "A – mówi X – b".
    fn inserted(&mut self, dash: usize, cue: &CueAt<'a>, paragraph: &TokenRange) -> Option<usize> {
        let view = self.view;
        let pair = view.around(dash).filter(|pair| pair.close() < paragraph.end);
        let sentence = view.sentence(cue.verb()).end.min(paragraph.end);
        let limit = pair.map_or(sentence, Pair::close).min(cue.end() + REACH / 2);
        let second = view.glyphs(&(cue.end()..limit), Glyph::Dash).next()?;
        let rest = second + 1..pair.map_or(sentence, Pair::close);
        // "Jednocześnie – zaznaczył – „rząd czeka”": a mark before a small letter begins no sentence.
        let marked = view.opened(rest.start).is_some() && !view.is_capital(rest.start + 1);
        // No further than a quotation reaches.
        if rest.len() > 4 * REACH || pair.is_none() && !marked && view.begins_sentence(rest.start) {
            return None;
        }
        let more = view.glyphs(&rest, Glyph::Dash).any(|dash| cue_after(view, dash, rest.end).is_some());
        if more || words(view, rest.clone(), 1) < 1 || !rest.clone().any(|at| view.is_finite(at)) {
            return None;
        }
        let (kind, first) = match pair {
            Some(pair) => (QuoteKind::Direct, pair.open() + 1),
            None if marked => (QuoteKind::Mixed, claimed_from(view, dash, paragraph)),
            None => (QuoteKind::Indirect, claimed_from(view, dash, paragraph)),
        };
        let (before, behind) = (trimmed(view, first..dash), trimmed(view, rest.clone()));
        let alone = marked && !says_by_itself(view, &before);
        let pieces = if alone { vec![behind] } else { vec![before, behind] };
        self.push(Draft::new(kind, pieces, cue, said_by(view, cue, dash + 1..second)));
        Some(rest.end)
    }

    /// A paragraph that begins with its cue: the layout lost the content's marks, it is the paragraph before.
    fn block(&mut self, number: usize, cue: &CueAt<'a>, limit: usize) {
        let view = self.view;
        let previous = number.checked_sub(1).and_then(|previous| view.tagged.paragraphs().get(previous));
        // A lone sentence without a full stop passes for a heading.
        let Some(paragraph) = previous.filter(|previous| previous.kind != ParagraphKind::Aside) else {
            return;
        };
        let content = trimmed(view, paragraph.tokens.clone());
        if self.found.contents.last().is_some_and(|last| last.end > content.start) {
            return;
        }
        let subject = said_by(view, cue, cue.verb()..limit);
        self.push(Draft::new(QuoteKind::Direct, vec![content], cue, subject));
    }

    /// A dialogue dash whose quotation no cue closes.
    fn left_open(&mut self, number: usize, start: usize, paragraph: &TokenRange, tail: Option<usize>) {
        let view = self.view;
        let end = resumed(view, start, paragraph.end);
        let content = trimmed(view, start..end);
        if start == paragraph.start + 1 {
            // "– A. To słowa X."
            if let Some(cue) = credit(view, end).filter(|_| end < paragraph.end) {
                let subject = said_by(view, &cue, end..paragraph.end);
                self.push(Draft::new(QuoteKind::Direct, vec![content], &cue, subject));
            } else if self.is_dialogue(number, paragraph) {
                self.without_cue(content);
            }
        } else if start >= 2 && view.glyph(start - 2) == Glyph::Colon {
            let guessed = inferred_before(view, start - 2, paragraph.start);
            if let Some(cue) = cue_before(view, start - 2).or(guessed.as_ref()) {
                let clause = view.sentence(cue.verb()).start.max(paragraph.start)..start - 2;
                let subject = clause::subject(view, cue, clause, false);
                self.push(Draft::new(QuoteKind::Direct, vec![content], cue, subject));
            } else if let Some(phrase) = introducer(view, start - 2, paragraph.start) {
                let mut draft = Draft::without_cue(content);
                draft.subject = Subject::Phrase(phrase);
                self.push(draft);
            }
        } else if tail == Some(start - 1)
            && (self.goes_on(&content) || view.glyph(paragraph.start) == Glyph::Dash)
        {
            // "– A – powiedział X. – B": one quotation around its cue.
            if let Some(last) = self.found.drafts.len().checked_sub(1) {
                self.extend(last, content);
            }
        }
    }

    /// Whether what stands behind the last dash of a paragraph, in the midst of which a speech began, goes on with that speech:
    /// a few words that nobody else is quoted in.
    fn goes_on(&self, content: &TokenRange) -> bool {
        let view = self.view;
        let spoken = self.found.drafts.last().and_then(|draft| draft.pieces.first());
        let dashed = spoken.and_then(|piece| piece.start.checked_sub(1));
        dashed.is_some_and(|dash| view.glyph(dash) == Glyph::Dash)
            && content.len() <= REACH
            && content.clone().all(|at| view.cue(at).is_none())
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
            let mut dashes = view.glyphs(&tokens, Glyph::Dash).skip(1).take(40);
            let mut spoken = || dashes.any(|dash| cue_after(view, dash, tokens.end).is_some());
            let asks = tokens.end == paragraph.start && view.key(tokens.end - 1) == "?"
                || tokens.start == paragraph.end && view.key(paragraph.end - 1) == "?";
            colon && cue_before(view, tokens.end - 1).is_some()
                || view.glyph(tokens.start) == Glyph::Dash && (asks || spoken())
        })
    }

    fn without_cue(&mut self, content: TokenRange) {
        let view = self.view;
        // A question that another paragraph answers is the interviewer's.
        let asked = view.key(content.end - 1) == "?" && view.glyph(content.end) == Glyph::Dash;
        let mut draft = Draft::without_cue(trimmed(view, content));
        draft.turn = if asked { Turn::Question } else { Turn::None };
        self.push(draft);
    }
}

/// Where the article speaks again in a paragraph that a speech began: "Jej zdaniem …", "Nowak zapowiedział, że …".
fn resumed(view: &View<'_>, start: usize, limit: usize) -> usize {
    let mut at = view.sentence(start).end;
    while at < limit {
        let sentence = view.sentence(at);
        if narrates(view, &(at..sentence.end.min(limit))) {
            return at;
        }
        at = sentence.end.max(at + 1);
    }
    limit
}

/// Whether a sentence reports what is said: by a source that it opens with, by a cue that goes on, or by one right behind a full
/// name.
fn narrates(view: &View<'_>, sentence: &TokenRange) -> bool {
    let (first, second) = (view.key(sentence.start), view.key(sentence.start + 1));
    let own = matches!(first, "jego" | "jej" | "ich") && second == "zdaniem";
    let named = |verb: usize| {
        let name = verb.checked_sub(1).and_then(|last| view.named(last));
        name.is_some_and(Named::is_full_name)
    };
    let told =
        |at: usize| view.cue(at).is_some() && (view.is_that(at + 2) || view.is_that(at + 3)) && named(at);
    // "I zapewnia, że", but "I mówi, że" in what one tells.
    let goes_on = || {
        let cue = view.cue(sentence.start + 1).filter(|cue| cue.form == Form::Finite && first == "i");
        let that = |cue: &CueAt<'_>| view.glyph(cue.end()) == Glyph::Comma && view.is_that(cue.end() + 1);
        cue.is_some_and(|cue| that(cue) && !Sort::Speaking.has(cue.lemma))
    };
    // "Zapytana, z kim, odmawia odpowiedzi."
    let asked = view.tag(sentence.start).class() == Class::Ppas && clause::is_asked(view, sentence.start);
    own || asked
        || goes_on()
        || credit(view, sentence.start).is_some()
        || sentence.clone().take(REACH).any(told)
}

/// Whether direct speech may begin with this dash.
fn opens(view: &View<'_>, dash: usize, paragraph: &TokenRange) -> bool {
    if dash + 1 >= paragraph.end || !view.begins_sentence(dash + 1) {
        return false;
    }
    dash == paragraph.start
        || is_timed(view, paragraph.start..dash)
        || match view.glyph(dash - 1) {
            Glyph::Stop | Glyph::Colon => true,
            Glyph::Quote => dash > 1 && view.glyph(dash - 2) == Glyph::Stop,
            // "Szef frakcji – Partii Ludowej (PL) – Jan Kos": the second dash closes what the first one opens.
            Glyph::Close => {
                let sentence = view.sentence(dash).start.max(dash.saturating_sub(REACH));
                view.glyphs(&(sentence..dash), Glyph::Dash).next().is_none()
            }
            _ => false,
        }
}

/// "18:31 – Nie ma zgody – mówi premier": whether nothing but a time stands before the dash, as in running reports.
fn is_timed(view: &View<'_>, before: TokenRange) -> bool {
    let is_figure =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'));
    let points = before.clone().take(TIME).filter(|at| view.key(*at).contains([':', '.'])).count();
    before.len() <= TIME && points > 0 && before.into_iter().all(|at| is_figure(view.key(at)))
}

/// Tokens of a time, at most: "18 : 31".
const TIME: usize = 3;

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
        .rev()
        .any(|at| view.cue(at).is_some() || matches!(view.glyph(at), Glyph::Quote | Glyph::Dash));
    if own_words && !other_report { paragraph.start } else { sentence }
}

/// Where a quotation begins that the layout has put on lines of its own, without marks and a full stop, before the dash of its cue.
fn block_before(view: &View<'_>, dash: usize, paragraph: &TokenRange) -> Option<usize> {
    if !view.opens_line(dash) {
        return None;
    }
    let floor = paragraph.start.max(dash.saturating_sub(4 * REACH));
    (floor..dash).rev().find(|at| *at == paragraph.start || view.opens_line(*at))
}

/// Behind the last opening mark before a dash that nothing closes.
fn lone_mark(view: &View<'_>, dash: usize, paragraph: &TokenRange) -> Option<usize> {
    let floor = paragraph.start.max(dash.saturating_sub(2 * REACH));
    let mark = (floor..dash).rev().find(|at| view.glyph(*at) == Glyph::Quote)?;
    let opens = view.pair(mark).is_none() && !view.space_after(mark) && view.begins_sentence(mark + 1);
    opens.then_some(mark + 1)
}
