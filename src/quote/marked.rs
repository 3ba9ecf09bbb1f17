//! Direct speech in quotation marks.

use super::clause::{self, Subject};
use super::cue::Frames;
use super::direct::{Finder, covers, cue_after, cue_before, introducer, is_clause, said_by};
use super::draft::{Draft, trimmed, words};
use super::inferred::{credit, inferred, told_before};
use super::phrase::{self, Phrase};
use super::view::{CueAt, Form, Glyph, Pair, REACH, View};
use super::{QuoteKind, role};
use crate::morph::{Tag, TokenRange};

/// What pairs further on may go on with.
#[derive(Default)]
struct Open {
    /// The draft last found, and the range within which what belongs to it would have to open.
    last: Option<(usize, TokenRange)>,
    /// "„A”, „B” – piszą": pieces that wait for their cue.
    waiting: Vec<TokenRange>,
}

impl<'a> Finder<'_, 'a> {
    /// Pairs of marks that a cue stands with. `spoken` is content that dashes have claimed.
    pub(super) fn marks(&mut self, spoken: &[TokenRange]) {
        let view = self.view;
        let mut open = Open::default();
        for pair in &view.pairs {
            let prose = view.is_prose(view.paragraph_of(pair.open()));
            if prose && words(view, pair.content(), 1) > 0 {
                // Where dashes have claimed what begins behind the mark, nothing is left to find.
                let claimed = covers(spoken, pair.open()) || covers(spoken, pair.open() + 1);
                self.pair(*pair, pair.is_inner() || claimed, &mut open);
            }
        }
    }

    /// A pair of marks, which may lie inside of what was found.
    fn pair(&mut self, pair: Pair, inside: bool, open: &mut Open) {
        let view = self.view;
        let (first, _) = self.bounds(pair.open());
        let (_, limit) = self.bounds(pair.close());
        let content = trimmed(view, pair.content());
        if let Some(draft) = credited(view, pair, first) {
            self.push(draft);
        } else if let Some((cue, subject)) = self.introduced(pair, first) {
            if inside && subject == Subject::Dropped {
                return;
            }
            self.push(Draft::new(QuoteKind::Direct, vec![content], &cue, subject));
            let end = view.sentence(pair.close()).end;
            open.last = Some((self.found.drafts.len() - 1, end..end));
        } else if inside {
            return;
        } else if let Some(cue) = followed(view, pair, limit) {
            let sentence = view.sentence(cue.verb()).end.min(limit);
            let subject = said_by(view, &cue, pair.close() + 1..sentence);
            open.waiting.push(content);
            self.push(Draft::new(QuoteKind::Direct, std::mem::take(&mut open.waiting), &cue, subject));
            let end = clause::end(view, cue.end(), sentence);
            open.last = Some((self.found.drafts.len() - 1, end..sentence));
        } else if let Some((draft, _)) = open.last.take_if(|(_, cue)| goes_on(view, pair, cue)) {
            self.extend(draft, content);
        } else if let Some(phrase) = labelled(view, pair, first) {
            let mut draft = Draft::without_cue(content);
            draft.subject = Subject::Phrase(phrase);
            self.push(draft);
        } else if is_listed(view, pair) {
            return open.waiting.push(content);
        } else if illustrates(view, pair, first) {
            self.push(Draft::without_cue(content));
        }
        open.waiting.clear();
    }

    /// The cue before a pair with its subject.
    fn introduced(&self, pair: Pair, first: usize) -> Option<(CueAt<'a>, Subject)> {
        let view = self.view;
        let used = |cue: &CueAt<'_>| self.found.used.iter().rev().take(4).any(|used| *used == cue.verb());
        let cue = introduced(view, pair, first, self.bounds(pair.close()).1).filter(|cue| !used(cue))?;
        let clause = view.sentence(cue.verb()).start.max(first)..pair.open();
        let inverted = view.key(clause::segment_before(view, clause.start, cue.verb())) == "jak";
        let subject = clause::subject(view, &cue, clause, inverted);
        Some((cue, subject))
    }

    /// First token and end of the paragraph that holds a token.
    fn bounds(&self, at: usize) -> (usize, usize) {
        let paragraph = self.view.tagged.paragraphs().get(self.view.paragraph_of(at));
        paragraph.map_or((at, at), |paragraph| (paragraph.tokens.start, paragraph.tokens.end))
    }
}

/// The cue that a colon and an opening mark follow: "powiedział: „", "odparł w środę: „", "rozkłada ręce: „".
fn introduced<'a>(view: &View<'a>, pair: Pair, first: usize, limit: usize) -> Option<CueAt<'a>> {
    let before = pair.open().checked_sub(1).filter(|before| *before >= first);
    let colon = before.filter(|colon| view.glyph(*colon) == Glyph::Colon)?;
    let cue = cue_before(view, colon);
    // "pochwalił zawodników, którzy obiecali walkę: „"
    let beside = |cue: &CueAt<'_>| clause::is_told_beside(view, first, cue.verb(), colon);
    let open = cue.is_none_or(beside) && is_clause(view, pair.content());
    let told = if open { told_before(view, colon, first) } else { None };
    let told = told.filter(|_| !is_given_behind(view, pair, limit));
    told.or_else(|| cue.cloned())
}

/// "„A” – pisze gazeta": whether a cue behind a dash gives a pair to somebody.
fn is_given_behind(view: &View<'_>, pair: Pair, limit: usize) -> bool {
    let dash = pair.close() + 1;
    let cue = if view.glyph(dash) == Glyph::Dash { cue_after(view, dash, limit) } else { None };
    cue.is_some_and(|cue| {
        let clause = dash..view.sentence(cue.verb()).end.min(limit);
        matches!(said_by(view, cue, clause), Subject::Phrase(_))
    })
}

/// The one whom a label before the colon names.
fn labelled(view: &View<'_>, pair: Pair, first: usize) -> Option<Phrase> {
    let colon = pair.open().checked_sub(1)?;
    let said = is_clause(view, pair.content());
    if said { introducer(view, colon, first) } else { None }
}

/// Words that a noun before the colon gives to somebody: "przypomniał słowa Jana Kosa: „".
fn credited<'a>(view: &View<'a>, pair: Pair, first: usize) -> Option<Draft<'a>> {
    let colon = pair.open().checked_sub(1).filter(|before| *before > first)?;
    let named =
        view.named(colon - 1).filter(|named| named.is_person() && view.glyph(colon) == Glyph::Colon)?;
    let noun = named.tokens.start.checked_sub(1).filter(|noun| *noun >= first)?;
    let stands = role::is_utterance(view.noun(noun)) && named.tokens.end == colon;
    let phrase = phrase::named_phrase(view, named, named.tokens.start);
    let cue = CueAt::of_direct_speech(noun, view.noun(noun), Tag::IGN);
    let content = vec![trimmed(view, pair.content())];
    stands.then(|| Draft::new(QuoteKind::Direct, content, &cue, Subject::Phrase(phrase)))
}

/// The cue that follows a closing mark: "„A” – rzekł X", "„A”, dodał", "„A” napisał".
fn followed<'a>(view: &View<'a>, pair: Pair, limit: usize) -> Option<CueAt<'a>> {
    let (close, content) = (pair.close(), pair.content());
    let mut at = close + 1;
    while at < limit && matches!(view.key(at), "." | ",") {
        at += 1;
    }
    let ended = content.clone().next_back().is_some_and(|last| view.glyph(last) == Glyph::Stop);
    if view.glyph(at) == Glyph::Dash {
        let known = cue_after(view, at, limit).cloned();
        let sentence_like = is_clause(view, content) || ended;
        return known.or_else(|| inferred(view, at, limit).filter(|_| sentence_like));
    }
    let sentence_like = is_clause(view, content) || at > close + 1 || ended;
    let near = cue_after(view, at - 1, limit).filter(|cue| cue.verb() <= at + 1).cloned();
    near.or_else(|| credit(view, at)).filter(|_| sentence_like)
}

/// Words of a marked sentence that stands by itself, at least.
const SENTENCE: usize = 6;

/// "Nowak przypomniał, że negocjował z Francją. „Moje doświadczenie dowodzi, że warto rozmawiać”.": whether a whole sentence in
/// marks follows one that reports what somebody says.
fn illustrates(view: &View<'_>, pair: Pair, first: usize) -> bool {
    let before = pair.open().checked_sub(1).filter(|before| *before >= first);
    let Some(stop) = before.filter(|stop| view.glyph(*stop) == Glyph::Stop) else { return false };
    let reports = |at: usize| {
        let cue = view.cue(at).filter(|cue| cue.form == Form::Finite && cue.frames.has(Frames::DIRECT));
        cue.is_some_and(|cue| view.glyph(cue.end()) == Glyph::Comma && view.is_that(cue.end() + 1))
    };
    let reported = view.sentence(stop);
    closes_sentence(view, pair.close())
        && words(view, pair.content(), SENTENCE) == SENTENCE
        && is_clause(view, pair.content())
        && (reported.start.max(first)..stop).take(REACH).any(reports)
}

/// Whether marked words stand in a list of utterances: "„Hańba!”, „Do dymisji!” – krzyczeli", "„A.” „B” – dodał".
fn is_listed(view: &View<'_>, pair: Pair) -> bool {
    let next = pair.close() + 1;
    let listed = view.glyph(next) == Glyph::Comma || matches!(view.key(next), "i" | "oraz" | "czy" | "albo");
    let side_by_side = || closes_sentence(view, pair.close()) && view.opened(next).is_some();
    let cried = pair.close().checked_sub(1).is_some_and(|at| matches!(view.key(at), "!" | "?"));
    let goes_on = listed && view.glyph(next + 1) == Glyph::Quote || side_by_side();
    goes_on && (cried || words(view, pair.content(), 3) == 3)
}

/// Whether a pair goes on with the speech that a cue has cut in two: "„A” – rzekł X. „B”", "„A” – rzekł X – „b”". `cue` is
/// where the clause of the cue ends, and its sentence.
fn goes_on(view: &View<'_>, pair: Pair, cue: &TokenRange) -> bool {
    let dash = pair.open().checked_sub(1).filter(|before| view.glyph(*before) == Glyph::Dash);
    let joins = pair.open() == cue.end || dash.is_some_and(|dash| dash == cue.end || dash == cue.start);
    joins && closes_sentence(view, pair.close())
}

fn closes_sentence(view: &View<'_>, close: usize) -> bool {
    close > 0 && (view.glyph(close - 1) == Glyph::Stop || view.glyph(close + 1) == Glyph::Stop)
}
