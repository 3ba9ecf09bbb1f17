//! Reported speech: clauses behind "że", "jak powiedział", "zdaniem" and their kin.

use super::QuoteKind;
use super::clause::{self, Subject};
use super::cue::Frames;
use super::direct::{Direct, covers, hearsay};
use super::draft::{Draft, trimmed, words};
use super::phrase::{Phrase, PhraseKind, is_role};
use super::role;
use super::view::{CueAt, Form, Glyph, Named, REACH, View};
use crate::morph::{Class, Tag, TokenRange};

/// A verbatim fragment of this many words makes a reported clause a mixed one.
const VERBATIM: usize = 3;

/// All reported speech outside and inside the direct speech that was found.
pub(super) fn find<'a>(view: &View<'a>, direct: &Direct<'a>) -> Vec<Draft<'a>> {
    let finder = Finder { view, direct, coordinated: coordinated(view) };
    let verbs = view.cues().iter().filter(|cue| direct.used.binary_search(&cue.verb()).is_err());
    let mut drafts: Vec<_> = verbs.filter_map(|cue| finder.cue(cue)).collect();
    drafts.extend(super::source::find(view).into_iter().filter_map(|source| finder.source(&source)));
    drafts
}

struct Finder<'v, 'a> {
    view: &'v View<'a>,
    direct: &'v Direct<'a>,
    /// Where reports are joined to the one before ("i dodał", ", dodając"), with the verb that does it.
    coordinated: Vec<(usize, usize)>,
}

impl<'a> Finder<'_, 'a> {
    fn cue(&self, cue: &CueAt<'a>) -> Option<Draft<'a>> {
        let view = self.view;
        let number = view.paragraph_of(cue.verb());
        if !view.is_prose(number) {
            return None;
        }
        let paragraph = view.tagged.paragraphs().get(number)?.tokens.clone();
        let sentence = self.sentence(cue.verb(), &paragraph);
        let start = clause::segment_before(view, sentence.start, cue.verb());
        let after_that = start > 1 && matches!(view.key(start - 2), "tym" | "tego" | "chwili" | "momencie");
        let draft = if view.key(start) == "jak" && cue.frames.has(Frames::DIRECT) && !after_that {
            self.as_said(cue, start, &sentence).or_else(|| self.complement(cue, &sentence, paragraph.end))
        } else {
            self.complement(cue, &sentence, paragraph.end).or_else(|| self.trailing(cue, start, &sentence))
        }?;
        self.accepted(draft, cue)
    }

    /// The sentence of a token, without the dialogue that another quotation has claimed.
    fn sentence(&self, at: usize, paragraph: &TokenRange) -> TokenRange {
        let sentence = self.view.sentence(at);
        let contents = &self.direct.contents;
        let next = contents.partition_point(|content| content.start <= at);
        let inside = next.checked_sub(1).and_then(|k| contents.get(k));
        let start = inside.map_or(0, |content| if content.end > at { content.start } else { content.end });
        let end = inside.filter(|content| content.end > at).map_or(paragraph.end, |content| content.end);
        sentence.start.max(start).max(paragraph.start)..sentence.end.min(end)
    }

    /// Inside direct speech only a named or described third person's words are a quotation of their own.
    fn accepted(&self, draft: Draft<'a>, cue: &CueAt<'a>) -> Option<Draft<'a>> {
        let view = self.view;
        if covers(&self.direct.contents, cue.verb()) {
            let perfect = view.tag(cue.verb()).has(Tag::PERF);
            let Subject::Phrase(phrase) = &draft.subject else { return None };
            let own = phrase.kind == PhraseKind::Named || phrase.kind == PhraseKind::Noun && perfect;
            return (own && cue.frames.has(Frames::NESTED)).then_some(draft);
        }
        if cue.frames.has(Frames::PERSON) {
            if let Subject::Phrase(phrase) = &draft.subject {
                let thing = phrase.kind == PhraseKind::Noun && !may_speak(view, phrase);
                return (!thing).then_some(draft);
            }
        }
        Some(draft)
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
        self.report(vec![content], cue, subject)
    }

    /// Where the verb is joined to what stands before it.
    fn joined_at(&self, verb: usize) -> Option<usize> {
        let from = self.coordinated.partition_point(|x| x.1 < verb);
        self.coordinated.get(from).filter(|x| x.1 == verb).map(|x| x.0)
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

    fn may_report(&self, cue: &CueAt<'a>) -> bool {
        match cue.form {
            Form::Finite | Form::Impersonal | Form::Participle | Form::Adjectival => true,
            Form::Infinitive => {
                (1..4).any(|back| cue.verb() >= back && hearsay(self.view, cue.verb() - back))
            }
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
        let leading = words(view, sentence.start..start, 3) < 2
            && (sentence.start..start).all(|at| joins_clauses(view, at));
        let before = sentence.start..start.saturating_sub(1).max(sentence.start);
        let after = match &subject {
            Subject::Phrase(phrase) => described_until(view, phrase, end, sentence.end) + 1..sentence.end,
            Subject::Dropped => end + 1..sentence.end,
        };
        // Inside another's report only what follows is surely the inserted cue's.
        let inside = !leading && self.follows_report(cue.verb(), sentence);
        let pieces = if leading || inside {
            vec![self.content(after.start, sentence.end, sentence.end, Some(cue))]
        } else if words(view, after.clone(), 1) == 0 {
            vec![trimmed(view, before)]
        } else {
            vec![trimmed(view, before), self.content(after.start, sentence.end, sentence.end, Some(cue))]
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
        let phrase = clause::after(view, cue.end()..sentence.end, cue.agreement)?;
        let named = matches!(phrase.kind, PhraseKind::Named | PhraseKind::Title) || may_speak(view, &phrase);
        let near = phrase.tokens.start <= cue.end() + 3;
        let clause = content.clone().any(|at| view.is_finite(at)) && words(view, content.clone(), 5) == 5;
        let tail = clause::end(view, phrase.tokens.end, sentence.end);
        let ends = tail + 1 >= sentence.end
            || view.tag(tail + 1).class() == Class::Ppas
            || view.glyph(tail) == Glyph::Stop;
        let object = (cue.end()..phrase.tokens.start)
            .any(|at| view.tag(at).has(Tag::ACC) && !view.is_preposition(at) && !view.is_preposition(at - 1));
        (named && near && clause && ends && !object).then_some(())?;
        self.report(vec![content], cue, Subject::Phrase(phrase))
    }

    /// "zdaniem S C"
    fn source(&self, source: &super::source::Source<'a>) -> Option<Draft<'a>> {
        let view = self.view;
        let at = source.tokens.start;
        if covers(&self.direct.contents, at) {
            return None;
        }
        let paragraph = view.tagged.paragraphs().get(view.paragraph_of(at))?.tokens.clone();
        let sentence = self.sentence(at, &paragraph);
        let begin = clause::segment_before(view, sentence.start, at);
        let end = described_until(view, &source.phrase, source.end, sentence.end);
        let parenthesis = at > sentence.start
            && matches!(view.glyph(at - 1), Glyph::Dash | Glyph::Comma)
            && view.glyph(end) == view.glyph(at - 1);
        let led = words(view, begin..at, 3);
        let rest = if view.glyph(end) == Glyph::Comma { end + 1 } else { end };
        let pieces = if begin <= sentence.start && led < 3 && !parenthesis {
            vec![self.content(rest, sentence.end, paragraph.end, None)]
        } else if parenthesis {
            let open = clause::segment_before(view, sentence.start, at - 1);
            let open = (open..at).rev().find(|at| view.glyph(*at) == Glyph::Open).map_or(open, |at| at + 1);
            let close =
                (end..sentence.end).find(|at| view.glyph(*at) == Glyph::Close).unwrap_or(sentence.end);
            let first = trimmed(view, open..at - 1);
            let second = trimmed(view, end + 1..close);
            let is_noun =
                |at| view.tag(at).class() == Class::Subst && !matches!(view.key(at), "to" | "co" | "kto");
            let says = words(view, first.clone(), 3) >= 3 || first.clone().any(is_noun);
            if says { vec![first, second] } else { vec![second] }
        } else if led < 3 && (begin..at).all(|at| joins_clauses(view, at)) {
            let subordinate = view.tag(begin).class() == Class::Comp;
            let comma = clause::end(view, rest, sentence.end);
            let stop = if subordinate && led > 0 && (rest..comma).any(|at| view.is_finite(at)) {
                comma
            } else {
                sentence.end
            };
            vec![self.content(rest, stop, stop, None)]
        } else if end + 1 >= sentence.end && view.glyph(at.checked_sub(1)?) == Glyph::Comma {
            vec![trimmed(view, sentence.start..at)]
        } else {
            return None;
        };
        let whole = pieces.iter().map(|piece| words(view, piece.clone(), 3)).sum::<usize>();
        let predicates = pieces
            .iter()
            .flat_map(Clone::clone)
            .any(|at| view.is_finite(at) || view.tag(at).class() == Class::Inf);
        if whole < 2 || !predicates && whole < 3 {
            return None;
        }
        let mut draft = Draft::without_cue(0..0);
        draft.kind = self.kind(&pieces);
        draft.pieces = pieces;
        draft.at = at;
        draft.cue = Some((source.cue.clone(), source.lemma));
        draft.subject = Subject::Phrase(source.phrase.clone());
        Some(draft)
    }

    fn report(&self, pieces: Vec<TokenRange>, cue: &CueAt<'a>, subject: Subject) -> Option<Draft<'a>> {
        let full = pieces.iter().all(|piece| words(self.view, piece.clone(), 1) > 0) && !pieces.is_empty();
        full.then(|| Draft::new(self.kind(&pieces), pieces, cue, subject))
    }

    /// The reported clause from `begin` on: to the end of its sentence, of the marks in it, or to the next report.
    fn content(&self, begin: usize, end: usize, limit: usize, cue: Option<&CueAt<'a>>) -> TokenRange {
        let view = self.view;
        let inner = view.pairs.partition_point(|pair| pair.open() < end);
        let pair = view
            .pairs
            .get(..inner)
            .and_then(<[_]>::last)
            .filter(|pair| pair.open() >= begin && pair.close() >= end);
        let mut end = pair.map_or(end, |pair| (pair.close() + 1).min(limit));
        let from = self.coordinated.partition_point(|x| x.0 <= begin);
        for (at, verb) in self.coordinated.iter().skip(from).take(6).take_while(|x| x.0 < end) {
            if cue.is_none_or(|cue| goes_on(view, cue, *verb)) {
                end = *at;
                break;
            }
        }
        let claimed = (begin..end.min(begin + 4 * REACH)).find(|at| {
            view.glyph(*at) == Glyph::Dash
                && (at + 1..at + 4).any(|verb| self.direct.used.binary_search(&verb).is_ok())
        });
        // A marked quotation that a colon opens inside the clause is a unit of its own, not the clause's end.
        trimmed(view, begin..claimed.unwrap_or(end))
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

/// Whether a word may stand between the beginning of a clause and its source phrase: "choć zdaniem prawników".
fn joins_clauses(view: &View<'_>, at: usize) -> bool {
    matches!(view.tag(at).class(), Class::Conj | Class::Comp | Class::Part | Class::Adv | Class::Prep)
        || view.glyph(at) != Glyph::Word
}

/// Where what describes a source ends: the acronym in brackets behind it, a relative clause ("zdaniem eksperta, który badał
/// sprawę, …"), behind a name an apposition ("według Anny Nowak, szefowej biura, …"). `end` is where its clause ends without.
fn described_until(view: &View<'_>, phrase: &Phrase, end: usize, limit: usize) -> usize {
    if view.glyph(end) == Glyph::Open {
        let close = (end..limit.min(end + 6)).find(|at| view.glyph(*at) == Glyph::Close);
        return close.map_or(end, |close| close + 1);
    }
    if view.glyph(end) != Glyph::Comma {
        return end;
    }
    let close = clause::end(view, end + 1, limit);
    let stretch = end + 1..close;
    let describes = match view.glyph(close) {
        Glyph::Comma | Glyph::Dash if is_relative(view, &stretch) => true,
        Glyph::Comma => phrase.kind == PhraseKind::Named && is_apposition(view, phrase, stretch),
        _ => false,
    };
    if describes { close } else { end }
}

/// Whether a stretch between commas is a relative clause: "który przygotował raport", "do którego dotarła PAP".
fn is_relative(view: &View<'_>, stretch: &TokenRange) -> bool {
    let pronoun = stretch.start + usize::from(view.tag(stretch.start).class() == Class::Prep);
    view.lemma(pronoun) == "który" && stretch.clone().any(|at| view.is_finite(at))
}

/// Whether a stretch between commas says what the named one before it is: a role in the same case, no verb of its own.
fn is_apposition(view: &View<'_>, phrase: &Phrase, stretch: TokenRange) -> bool {
    let role = stretch.clone().take(4).find(|at| is_role(view, *at));
    let modifies = |at: usize| {
        matches!(view.tag(at).class(), Class::Adj | Class::Ppas | Class::Pact | Class::Adv | Class::Part)
    };
    let named = view.named(phrase.head);
    let person = named.is_some_and(Named::is_person);
    let alike = |role: usize| {
        let case = view.nominal(phrase.head).common(view.nominal(role), Tag::CASES);
        !case.is_bare() || !view.nominal(phrase.head).has(Tag::CASES)
    };
    let apposed = role.is_some_and(|role| {
        (stretch.start..role).all(modifies)
            && alike(role)
            && view.named(role).is_none_or(|x| x.tokens.start != role)
    });
    person && apposed && !stretch.clone().any(|at| view.is_finite(at))
}

/// Whether the subject of a "person" cue is somebody who can speak.
fn may_speak(view: &View<'_>, phrase: &Phrase) -> bool {
    let lemma = view.noun(phrase.head);
    phrase.kind != PhraseKind::Noun
        || view.nominal(phrase.head).has(Tag::M1)
        || role::gender(lemma).is_some()
        || role::is_source(lemma) && !role::is_text(lemma)
        || lemma.starts_with(char::is_uppercase)
}

/// End of the clause of an inserted cue: relative and participial clauses behind the subject belong to it.
fn clause_end(view: &View<'_>, cue: &CueAt<'_>, limit: usize) -> usize {
    let mut end = clause::end(view, cue.end(), limit);
    for _ in 0..2 {
        let depends = view.lemma(end + 1) == "który" || view.tag(end + 1).class() == Class::Pcon;
        if view.glyph(end) == Glyph::Comma && depends {
            end = clause::end(view, end + 1, limit);
        }
    }
    end
}

/// Where the clause that a cue reports begins, behind the complementizer.
fn complement(view: &View<'_>, cue: &CueAt<'_>, limit: usize) -> Option<usize> {
    let mut relative = false;
    for at in cue.end()..limit.min(cue.end() + REACH) {
        match view.glyph(at) {
            Glyph::Comma => {
                if let Some(begin) = complementizer(view, cue, at + 1) {
                    let correlate = matches!(view.key(at - 1), "tym" | "tego" | "to" | "temu" | "tyle" | "tak")
                            // "zaznacza przy tym, że"
                            && !(at > 1 && view.key(at - 2) == "przy")
                        || at > cue.end() && is_reported_noun(view, at - 1);
                    let correlate = correlate && cue.tokens().len() == 1;
                    return (!correlate).then_some(begin);
                }
                relative = view.lemma(at + 1) == "który"
                    || view.lemma(at + 2) == "który"
                    || view.tag(at + 1).class() == Class::Pcon;
            }
            Glyph::Colon | Glyph::Semicolon => return None,
            Glyph::Dash if !relative => return None,
            Glyph::Word => {
                if at == cue.end() {
                    if let Some(begin) = complementizer(view, cue, at).filter(|_| view.is_that(at)) {
                        return Some(begin);
                    }
                }
                if relative && view.cue(at).is_some_and(|other| other.form == Form::Finite) {
                    return None;
                }
                if view.is_finite(at) && !relative && view.named(at).is_none() {
                    return None;
                }
                if view.is_that(at) && !relative {
                    return complementizer(view, cue, at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a clause behind the noun is its own: "zaprzeczył sugestiom, że".
fn is_reported_noun(view: &View<'_>, at: usize) -> bool {
    !view.nominal(at).has(Tag::NOM) && role::is_claim(view.noun(at))
}

/// The token behind the complementizer that stands at `at`, if the cue takes it. Question words are content.
fn complementizer(view: &View<'_>, cue: &CueAt<'_>, at: usize) -> Option<usize> {
    let frames = cue.frames;
    match view.key(at) {
        "że" | "iż" | "jakoby" if frames.has(Frames::CLAUSE) => Some(at + 1),
        "by" | "aby" | "żeby" | "ażeby" | "iżby" if frames.has(Frames::WISH) => Some(at + 1),
        "czy" if frames.has(Frames::CLAUSE) || frames.has(Frames::QUESTION) => Some(at + 1),
        "dlaczego" | "kto" | "kiedy" | "gdzie" | "ile" | "skąd" if frames.has(Frames::QUESTION) => Some(at),
        _ => None,
    }
}

/// Places where a report is joined to the one before, with its verb, in order.
fn coordinated(view: &View<'_>) -> Vec<(usize, usize)> {
    let joined = |cue: &CueAt<'_>| {
        if cue.form == Form::Participle {
            let comma = (1..4)
                .filter(|back| cue.verb() >= *back)
                .map(|back| cue.verb() - back)
                .find(|at| view.glyph(*at) == Glyph::Comma);
            complement(view, cue, view.sentence(cue.verb()).end)?;
            return Some((comma.unwrap_or(cue.verb()), cue.verb()));
        }
        if cue.form != Form::Finite {
            return None;
        }
        let conjunction = (1..5)
            .filter(|back| cue.verb() >= *back)
            .map(|back| cue.verb() - back)
            .take_while(|at| !view.is_finite(*at))
            .find_map(|at| conjunction(view, at))?;
        let (start, end) = (conjunction.start, conjunction.end);
        let plain = (end..cue.verb()).all(|at| {
            matches!(view.tag(at).class(), Class::Adv | Class::Part | Class::Conj | Class::Pred | Class::Prep)
                || view.key(at) == "jednocześnie"
        });
        let comma = start > 0 && view.glyph(start - 1) == Glyph::Comma;
        let contrast = view.key(start) == "a" && comma;
        let report = complement(view, cue, view.sentence(cue.verb()).end).is_some();
        ((plain || contrast) && report).then_some((if comma { start - 1 } else { start }, cue.verb()))
    };
    let mut found: Vec<_> = view.cues().iter().filter_map(joined).collect();
    found.sort_unstable_by_key(|x| x.1);
    found
}

/// Whether a conjunction that may join a report to another ends with a word.
pub(super) fn joins(key: &str) -> bool {
    matches!(key, "i" | "oraz" | "a" | "ale" | "lecz" | "czym")
}

/// The conjunction that ends at a token: "i", "po czym".
fn conjunction(view: &View<'_>, at: usize) -> Option<TokenRange> {
    if !view.joins_reports(at) {
        return None;
    }
    let start = match view.key(at) {
        "czym" => at.checked_sub(1).filter(|before| view.key(*before) == "po")?,
        _ => at,
    };
    Some(start..at + 1)
}

/// Whether a joined verb goes on with the report of `cue`: it agrees with it in number, gender and tense.
fn goes_on(view: &View<'_>, cue: &CueAt<'_>, verb: usize) -> bool {
    let Some(other) = view.cue(verb) else { return false };
    if other.form == Form::Participle || cue.form != Form::Finite {
        return true;
    }
    let same_tense = view.tag(cue.verb()).class() == view.tag(verb).class();
    let gender = Tag::GENDERS | Tag::NUMBERS;
    let (a, b) =
        (cue.agreement.common(cue.agreement, gender), other.agreement.common(other.agreement, gender));
    same_tense && (a == b || a.is_bare() || b.is_bare())
}

/// The noun that an adjectival participle describes: "sondaż mówiący, że".
fn governor(view: &View<'_>, verb: usize, floor: usize) -> Option<Subject> {
    let noun = (floor..verb).rev().take(3).find(|at| view.tag(*at).class() == Class::Subst)?;
    let agrees = view.nominal(noun).agrees(view.nominal(verb));
    let speaks = agrees && role::speaks(view.noun(noun));
    speaks.then(|| Subject::Phrase(Phrase::noun(noun..noun + 1, noun)))
}
