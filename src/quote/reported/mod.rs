//! Reported speech: clauses behind "że", "jak powiedział", "zdaniem" and their kin.

mod complement;
mod described;
mod joined;
mod participle;
mod sourced;

use self::complement::complement;
use self::described::{clause_end, described_until};
pub(super) use self::joined::joins;
use self::joined::{Joined, goes_on, joined};
use self::sourced::joins_clauses;
pub(super) use self::sourced::says_by_itself;
use super::clause::{self, Subject, hearsay_before};
use super::cue::Frames;
use super::direct::{Direct, begun, covers};
use super::draft::{Draft, trimmed, words};
use super::phrase::{Phrase, PhraseKind, share_head};
use super::sort::Sort;
use super::source::Source;
use super::view::{CueAt, Form, Glyph, REACH, View, asked_of_subject};
use super::{QuoteKind, role};
use crate::morph::{Class, Tag, TokenRange};

/// A verbatim fragment of this many words makes a reported clause a mixed one.
const VERBATIM: usize = 3;

/// All reported speech outside and inside the direct speech that was found.
pub(super) fn find<'a>(view: &View<'a>, direct: &Direct<'a>) -> Vec<Draft<'a>> {
    let finder = Finder { view, direct, joined: joined(view), sources: super::source::find(view) };
    let verbs = view.cues().iter().filter(|cue| direct.used.binary_search(&cue.verb()).is_err());
    let mut drafts: Vec<_> = verbs.filter_map(|cue| finder.cue(cue)).collect();
    drafts.extend(finder.sources.iter().filter_map(|source| finder.source(source)));
    drafts
}

struct Finder<'v, 'a> {
    view: &'v View<'a>,
    direct: &'v Direct<'a>,
    joined: Vec<Joined>,
    /// Phrases of sources in text order.
    sources: Vec<Source<'a>>,
}

impl<'a> Finder<'_, 'a> {
    /// The report of a cue, by the pattern that its clause shows.
    fn cue(&self, cue: &CueAt<'a>) -> Option<Draft<'a>> {
        let view = self.view;
        let number = view.paragraph_of(cue.verb());
        if !view.is_prose(number) {
            return None;
        }
        let paragraph = view.tagged.paragraphs().get(number)?.tokens.clone();
        let sentence = self.sentence(cue.verb(), &paragraph);
        let start = clause::segment_before(view, sentence.start, cue.verb());
        if self.is_wished(cue.verb(), start) {
            return None;
        }
        let after_that = start > 1 && matches!(view.key(start - 2), "tym" | "tego" | "chwili" | "momencie");
        let draft = if view.key(start) == "jak" && cue.frames.has(Frames::DIRECT) && !after_that {
            self.as_said(cue, start, &sentence).or_else(|| self.complement(cue, &sentence, paragraph.end))
        } else {
            self.complement(cue, &sentence, paragraph.end)
                .or_else(|| self.trailing(cue, start, &sentence))
                .or_else(|| self.inserted(cue, start, &sentence))
        }?;
        self.accepted(draft, cue)
    }

    /// "Chcemy, żeby minister powiedział, kto": whether nobody has said it yet. What an infinitive stands before is said: "aby
    /// to zmienić minister proponuje".
    fn is_wished(&self, verb: usize, start: usize) -> bool {
        let view = self.view;
        complement::is_wish(view, start)
            && (start..verb).all(|at| view.tag(at).class() != Class::Inf)
            && self.joined_at(verb).is_none()
    }

    /// The sentence of a token, without the dialogue that another quotation has claimed.
    fn sentence(&self, at: usize, paragraph: &TokenRange) -> TokenRange {
        let sentence = self.view.sentence(at);
        let contents = &self.direct.contents;
        let last = begun(contents, at).and_then(|number| contents.get(number));
        let free = match last {
            Some(inside) if inside.end > at => inside.clone(),
            Some(before) => before.end..paragraph.end,
            None => 0..paragraph.end,
        };
        sentence.start.max(free.start).max(paragraph.start)..sentence.end.min(free.end)
    }

    /// Inside direct speech only a named or described third person's words are a quotation of their own.
    fn accepted(&self, draft: Draft<'a>, cue: &CueAt<'a>) -> Option<Draft<'a>> {
        let view = self.view;
        if matches!(&draft.subject, Subject::Phrase(phrase) if role::is_nobody(view.lemma(phrase.head))) {
            return None;
        }
        if covers(&self.direct.contents, cue.verb()) {
            // "Sprawca tłumaczył, że", "mój klient utrzymuje, że" tell what one said, "ludzie mówią, że" what is said.
            let tag = view.tag(cue.verb());
            let Subject::Phrase(phrase) = &draft.subject else { return None };
            let one = || {
                role::gender(view.noun(phrase.head)).is_some() && !Sort::Anyone.has(view.noun(phrase.head))
            };
            let told = tag.has(Tag::PERF) || tag.has(Tag::SG) && (tag.class() == Class::Praet || one());
            let own = phrase.kind == PhraseKind::Named || phrase.kind == PhraseKind::Noun && told;
            return (own && cue.frames.has(Frames::NESTED)).then_some(draft);
        }
        let thing = || matches!(&draft.subject, Subject::Phrase(phrase) if !may_speak(view, phrase));
        let fits = !cue.frames.has(Frames::PERSON) || !thing();
        fits.then_some(draft)
    }

    /// "V S, że C"
    fn complement(&self, cue: &CueAt<'a>, sentence: &TokenRange, limit: usize) -> Option<Draft<'a>> {
        let view = self.view;
        if !self.may_report(cue) || cue.frames.has(Frames::THING) {
            return None;
        }
        let begin = complement(view, cue, sentence.end)?;
        let content = self.content(begin, sentence.end, limit, Some(cue));
        // A report joined to another has that one's subject, unless it brings its own.
        let joined = self.joined_at(cue.verb()).filter(|_| self.follows_report(cue.verb(), sentence));
        // A capital begins a sentence, though a heading without a full stop stands before it.
        let start = if view.is_capital(cue.verb()) { cue.verb() } else { sentence.start };
        let clause = joined.unwrap_or(start)..begin;
        let subject = match cue.form {
            Form::Impersonal | Form::FirstPlural => Subject::Dropped,
            Form::Adjectival => governor(view, cue.verb(), sentence.start)?,
            _ => clause::subject(view, cue, clause, false),
        };
        let content = match &subject {
            Subject::Phrase(phrase) => until_resumed(view, content, phrase, sentence.start),
            Subject::Dropped => content,
        };
        let content = until_gone_on(view, content, cue);
        let main = participle::main_behind(view, &content, cue, start);
        let content = main.as_ref().map_or(content.clone(), |main| content.start..main.comma);
        let subject = match main {
            Some(main) if subject == Subject::Dropped => main.subject(view),
            _ => subject,
        };
        self.report(vec![content], cue, subject)
    }

    /// Where the verb is joined to what stands before it.
    fn joined_at(&self, verb: usize) -> Option<usize> {
        let number = self.joined.binary_search_by_key(&verb, |joined| joined.verb).ok()?;
        self.joined.get(number).map(|joined| joined.at)
    }

    /// Whether another cue reports or quotes in the sentence before this verb.
    fn follows_report(&self, verb: usize, sentence: &TokenRange) -> bool {
        let cues = self.view.cues();
        let end = cues.partition_point(|cue| cue.verb() < verb);
        let before = cues
            .get(..end)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(6)
            .take_while(|cue| cue.verb() >= sentence.start);
        before.into_iter().any(|cue| {
            self.direct.used.binary_search(&cue.verb()).is_ok() || complement(self.view, cue, verb).is_some()
        })
    }

    /// Whether the sentence before this verb names its source: "zdaniem posła to możliwe, lecz – jak dodał – trudne".
    fn follows_source(&self, verb: usize, sentence: &TokenRange) -> bool {
        let end = self.sources.partition_point(|source| source.tokens.start < verb);
        let last = end.checked_sub(1).and_then(|last| self.sources.get(last));
        last.is_some_and(|source| source.tokens.start >= sentence.start)
    }

    /// Whether the form of a cue reports at all.
    fn may_report(&self, cue: &CueAt<'a>) -> bool {
        match cue.form {
            Form::Finite | Form::Impersonal | Form::Participle | Form::Adjectival => true,
            Form::Infinitive => hearsay_before(self.view, cue.verb()).is_some(),
            Form::FirstPlural => matches!(cue.lemma, "czytać" | "przeczytać"),
        }
    }

    /// "jak V S, C", "C, jak V S", "C, jak V S, C"
    fn as_said(&self, cue: &CueAt<'a>, start: usize, sentence: &TokenRange) -> Option<Draft<'a>> {
        let view = self.view;
        if !matches!(cue.form, Form::Finite | Form::Impersonal | Form::FirstPlural) || !self.may_report(cue) {
            return None;
        }
        let end = clause_end(view, cue, sentence.end);
        if complement(view, cue, sentence.end).is_some_and(|begin| begin <= end + 2) {
            return None;
        }
        let subject = match cue.form {
            Form::Finite => clause::subject(view, cue, start + 1..end, true),
            _ => super::source::published_in(view, cue, end),
        };
        // "…; jak dodał, C": a semicolon ends what was told before.
        let anew = start > sentence.start && view.glyph(start - 1) == Glyph::Semicolon;
        let leading = anew
            || words(view, sentence.start..start, 3) < 2
                && (sentence.start..start).all(|at| joins_clauses(view, at));
        let before = sentence.start..start.saturating_sub(1).max(sentence.start);
        let after = match &subject {
            Subject::Phrase(phrase) if goes_on_at_once(view, cue, phrase, end) => phrase.tokens.end,
            Subject::Phrase(phrase) => described_until(view, phrase, end, sentence.end) + 1,
            Subject::Dropped => end + 1,
        };
        let following = || self.content(after, sentence.end, sentence.end, Some(cue));
        // Inside another's report only what follows is surely the inserted cue's.
        let inside = !leading
            && (self.follows_report(cue.verb(), sentence) || self.follows_source(cue.verb(), sentence));
        let pieces = if leading || inside {
            vec![following()]
        } else if words(view, after..sentence.end, 1) == 0 {
            vec![trimmed(view, before)]
        } else {
            vec![trimmed(view, before), following()]
        };
        self.report(pieces, cue, subject)
    }

    /// "C, powiedział S.": the cue behind the last comma of its sentence, its subject behind it.
    fn trailing(&self, cue: &CueAt<'a>, start: usize, sentence: &TokenRange) -> Option<Draft<'a>> {
        let view = self.view;
        let comma = start.checked_sub(1)?;
        let fits = cue.form == Form::Finite && cue.frames.has(Frames::DIRECT) && start == cue.verb();
        if !fits
            || start <= sentence.start
            || view.glyph(comma) != Glyph::Comma
            || view.glyph(comma.checked_sub(1)?) == Glyph::Quote
        {
            return None;
        }
        let content = trimmed(view, sentence.start..comma);
        // "Zapytany, czy zostanie, zaprzeczył": a clause that depends on the cue's own is no content.
        let says = || {
            words(view, content.clone(), 5) == 5
                && content.clone().any(|at| view.is_finite(at) && clause::is_main(view, sentence.start, at))
        };
        // "C, ocenił."
        if view.glyph(cue.end()) == Glyph::Stop && cue.end() + 1 >= sentence.end {
            let told = !cue.frames.has(Frames::THING) && says();
            return if told { self.report(vec![content], cue, Subject::Dropped) } else { None };
        }
        let phrase = clause::after(view, cue.end()..sentence.end, cue.agreement)?;
        let named = matches!(phrase.kind, PhraseKind::Named | PhraseKind::Title) || may_speak(view, &phrase);
        let near = phrase.tokens.start <= cue.end() + 3;
        let tail = clause::end(view, phrase.tokens.end, sentence.end);
        let ends = tail + 1 >= sentence.end
            || view.tag(tail + 1).class() == Class::Ppas
            || view.glyph(tail) == Glyph::Stop;
        let object = (cue.end()..phrase.tokens.start)
            .filter(|at| view.named(*at).is_none_or(|named| !named.is_organization()))
            .any(|at| view.tag(at).has(Tag::ACC) && !view.is_preposition(at) && !view.is_preposition(at - 1));
        let stands = named && near && ends && !object && says();
        if stands { self.report(vec![content], cue, Subject::Phrase(phrase)) } else { None }
    }

    /// "C, twierdzi S, C": a cue with its subject between commas, before the verb of the one clause that it reports.
    fn inserted(&self, cue: &CueAt<'a>, start: usize, sentence: &TokenRange) -> Option<Draft<'a>> {
        let view = self.view;
        let comma = start.checked_sub(1).filter(|comma| *comma > sentence.start)?;
        let apart = view.glyph(comma) == Glyph::Comma && start == cue.verb();
        if !apart || cue.form != Form::Finite || !cue.frames.has(Frames::DIRECT) {
            return None;
        }
        let phrase = clause::after(view, cue.end()..sentence.end, cue.agreement)?;
        let end = phrase.tokens.end;
        let close = described_until(view, &phrase, end, sentence.end);
        if view.glyph(close) != Glyph::Comma
            || !may_speak(view, &phrase)
            || phrase.tokens.start > cue.end() + 1
        {
            return None;
        }
        let before = trimmed(view, sentence.start..comma);
        let rest = close + 1..sentence.end;
        let verb = rest.clone().take(REACH).find(|at| view.is_finite(*at))?;
        let short = before.len() <= INTERRUPTED && !before.clone().any(|at| view.is_finite(at));
        let single = short && clause::is_main(view, close, verb);
        let after = self.content(rest.start, rest.end, rest.end, Some(cue));
        let pieces = if says_by_itself(view, &before) { vec![before, after] } else { vec![after] };
        if single { self.report(pieces, cue, Subject::Phrase(phrase)) } else { None }
    }

    /// A draft of these pieces, none of which is without words.
    fn report(&self, pieces: Vec<TokenRange>, cue: &CueAt<'a>, subject: Subject) -> Option<Draft<'a>> {
        let full = pieces.iter().all(|piece| words(self.view, piece.clone(), 1) > 0) && !pieces.is_empty();
        full.then(|| Draft::new(self.kind(&pieces), pieces, cue, subject))
    }

    /// The reported clause from `begin` on: to the end of its sentence, of the marks in it, or to the next report.
    fn content(&self, begin: usize, end: usize, limit: usize, cue: Option<&CueAt<'a>>) -> TokenRange {
        let view = self.view;
        let opened = view.pairs.partition_point(|pair| pair.open() < end);
        let last = opened.checked_sub(1).and_then(|last| view.pairs.get(last));
        let unclosed = last.filter(|pair| pair.open() >= begin && pair.close() >= end);
        let end = unclosed.map_or(end, |pair| (pair.close() + 1).min(limit));
        let from = self.joined.partition_point(|joined| joined.at <= begin);
        let mut joined = self.joined.iter().skip(from).take(6).take_while(|joined| joined.at < end);
        let next = joined.find(|joined| cue.is_none_or(|cue| goes_on(view, cue, joined)));
        let end = next.map_or(end, |next| next.at);
        let end = if cue.is_none() { self.contrasted(begin, end).unwrap_or(end) } else { end };
        // "… uważa, że C – wynika z sondażu"
        let follows = |verb: usize| view.cue(verb).is_some_and(|cue| cue.frames.has(Frames::THING));
        let claimed = (begin..end.min(begin + 4 * REACH)).find(|at| {
            view.glyph(*at) == Glyph::Dash
                && (follows(at + 1)
                    || (at + 1..at + 4).any(|verb| self.direct.used.binary_search(&verb).is_ok()))
        });
        // A marked quotation that a colon opens inside the clause is a unit of its own, not the clause's end.
        trimmed(view, begin..claimed.unwrap_or(end))
    }

    /// "zdaniem opozycji C, a zdaniem premiera D": where a source is contrasted with the one whose content begins before.
    fn contrasted(&self, begin: usize, end: usize) -> Option<usize> {
        let from = self.sources.partition_point(|source| source.tokens.start < begin + 2);
        let next = self.sources.get(from).filter(|next| next.tokens.start < end)?.tokens.start;
        let joins = matches!(self.view.key(next - 1), "a" | "zaś" | "natomiast" | "lecz" | "ale");
        (joins && self.view.glyph(next - 2) == Glyph::Comma).then_some(next - 2)
    }

    /// Mixed where a marked fragment of some length stands in the pieces, or encloses them.
    fn kind(&self, pieces: &[TokenRange]) -> QuoteKind {
        let view = self.view;
        let marked = |piece: &TokenRange| {
            let from = view.pairs.partition_point(|pair| pair.open() + 1 < piece.start);
            let pairs = view.pairs.iter().skip(from).take(12).take_while(|pair| pair.open() < piece.end);
            pairs.into_iter().any(|pair| {
                let content = pair.content();
                let inside = pair.open() >= piece.start && pair.close() <= piece.end
                    || content.start == piece.start && content.end >= piece.end;
                inside && words(view, content, VERBATIM) >= VERBATIM
            })
        };
        if pieces.iter().any(marked) { QuoteKind::Mixed } else { QuoteKind::Indirect }
    }
}

/// Tokens of a clause before the one that interrupts it, and of that one, at most.
const INTERRUPTED: usize = 4 * REACH;

/// "Jak podaje „Kurier” prezes odwołał zjazd": whether no comma parts what is said from who says it.
fn goes_on_at_once(view: &View<'_>, cue: &CueAt<'_>, subject: &Phrase, end: usize) -> bool {
    let next = subject.tokens.end;
    subject.tokens.start >= cue.end()
        && view.glyph(next) == Glyph::Word
        && (next..end).any(|at| view.is_finite(at))
}

/// What a relative clause reports, without the clause that it interrupts: "minister, który mówił, że zostanie, podał się do
/// dymisji", "prezes, którego zdaniem to błąd, odejdzie".
fn until_resumed(view: &View<'_>, content: TokenRange, subject: &Phrase, start: usize) -> TokenRange {
    let mut before = start..subject.head;
    let interrupts = subject.kind == PhraseKind::Relative
        && before.len() <= INTERRUPTED
        && !before.any(|at| view.is_finite(at));
    let resumes = |at: &usize| {
        let first = if matches!(view.key(*at + 1), "nie" | "się") { at + 2 } else { at + 1 };
        view.glyph(*at) == Glyph::Comma && view.is_finite(first)
    };
    let end = if interrupts { content.clone().take(INTERRUPTED).find(resumes) } else { None };
    content.start..end.unwrap_or(content.end)
}

/// What a clause reports, without what its speaker did besides: in "dodał, że odchodzi, i podał mu rękę" the comma before "i"
/// closes the clause, since no other one is open.
fn until_gone_on(view: &View<'_>, content: TokenRange, cue: &CueAt<'_>) -> TokenRange {
    let reach = content.start..content.end.min(content.start + REACH);
    let Some(comma) = reach.into_iter().find(|at| view.glyph(*at) == Glyph::Comma) else { return content };
    let joined = match view.key(comma + 1) {
        "i" | "oraz" => comma + 2,
        "po" if view.key(comma + 2) == "czym" => comma + 3,
        _ => return content,
    };
    let verb = if view.key(joined) == "się" { joined + 1 } else { joined };
    let same = view.tag(verb).class() == view.tag(cue.verb()).class()
        && asked_of_subject(view.tag(verb)) == cue.agreement
        && cue.form == Form::Finite;
    if same && verb < content.end { content.start..comma } else { content }
}

/// Whether the subject of a "person" cue is somebody who can speak.
fn may_speak(view: &View<'_>, phrase: &Phrase) -> bool {
    let head = if Sort::Portion.has(view.lemma(phrase.head)) { whole(view, phrase) } else { phrase.head };
    let lemma = view.noun(head);
    phrase.kind != PhraseKind::Noun
        || share_head(view, phrase.tokens.start, phrase.tokens.end).is_some()
        || view.nominal(head).has(Tag::M1)
        || role::gender(lemma).is_some()
        || role::is_source(lemma) && !role::is_text(lemma)
        || lemma.starts_with(char::is_uppercase)
}

/// What a part is part of: "część lokalnych polityków".
fn whole(view: &View<'_>, part: &Phrase) -> usize {
    let mut behind = part.head + 1..part.tokens.end;
    behind
        .find(|at| matches!(view.tag(*at).class(), Class::Subst | Class::Ppron3 | Class::Ign))
        .unwrap_or(part.head)
}

/// The noun that an adjectival participle describes: "sondaż mówiący, że".
fn governor(view: &View<'_>, verb: usize, floor: usize) -> Option<Subject> {
    let noun = (floor..verb).rev().take(3).find(|at| view.tag(*at).class() == Class::Subst)?;
    let agrees = view.nominal(noun).agrees(view.nominal(verb));
    let speaks = agrees && role::speaks(view.noun(noun));
    speaks.then(|| Subject::Phrase(Phrase::noun(noun..noun + 1, noun)))
}
