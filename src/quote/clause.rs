//! The clause of a cue: where it ends, and which noun phrase in it is the subject.

use super::cue::{Entry, Frames, entries};
use super::phrase::{self, Phrase, PhraseKind, agrees, is_human, named_phrase, nominative, scan};
use super::role;
use super::sort::Sort;
use super::view::{CueAt, Form, Glyph, REACH, View, asked_of_subject};
use crate::morph::{Class, Tag, TokenRange};

/// Who stands at a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Phrase(Phrase),
    /// The verb has no subject of its own.
    Dropped,
}

/// The subject of a cue: before or after the verb, in the order that the pattern makes likely.
pub(super) fn subject(view: &View<'_>, cue: &CueAt<'_>, clause: TokenRange, inverted: bool) -> Subject {
    // "która miała powiedzieć, że": the first verb has the subject.
    let first = if cue.form == Form::Infinitive { hearsay_before(view, cue.verb()) } else { None };
    let (verb, agreement) = first
        .map_or((cue.tokens(), cue.agreement), |first| (first..cue.end(), asked_of_subject(view.tag(first))));
    let found = subject_of(view, verb, agreement, clause, inverted);
    let found = found.filter(|phrase| !is_told(view, cue, phrase));
    found.map_or(Subject::Dropped, Subject::Phrase)
}

/// "powiedziała PAP", "mówi AFP": an agency right behind such a verb is who was told; it informs and announces itself.
fn is_told(view: &View<'_>, cue: &CueAt<'_>, phrase: &Phrase) -> bool {
    let agency = || phrase.tokens.len() == 1 && Sort::Agency.has(view.key(phrase.head));
    phrase.head == cue.end() && agency() && Sort::Speaking.has(cue.lemma)
}

/// Tokens between "miał" and the infinitive behind it, at most.
const HEARSAY: usize = 10;

/// The first verb of "miał powiedzieć", "musiał przyznać".
pub(super) fn is_hearsay(view: &View<'_>, at: usize) -> bool {
    let future = || at.checked_sub(1).is_some_and(|before| view.tag(before).class() == Class::Bedzie);
    view.tag(at).class() == Class::Praet && matches!(view.lemma(at), "mieć" | "musieć") && !future()
}

/// Where such a verb stands before an infinitive, with nothing but words of its own clause between: "miał w rozmowie z posłem
/// powiedzieć".
pub(super) fn hearsay_before(view: &View<'_>, infinitive: usize) -> Option<usize> {
    let mut ahead = (infinitive.saturating_sub(HEARSAY)..infinitive).rev();
    ahead
        .find(|at| view.is_finite(*at) || view.glyph(*at) != Glyph::Word)
        .filter(|verb| is_hearsay(view, *verb))
}

/// The subject of any verb in its clause; with `inverted` it is looked for behind the verb first.
pub(super) fn subject_of(
    view: &View<'_>,
    verb: TokenRange,
    agreement: Tag,
    clause: TokenRange,
    inverted: bool,
) -> Option<Phrase> {
    let after = || after(view, verb.end..clause.end, agreement);
    let before = || before(view, verb.start, clause.start, agreement);
    if inverted { after().or_else(before) } else { before().or_else(after) }
}

/// Whether the clause of a verb depends on no other.
pub(super) fn is_main(view: &View<'_>, start: usize, verb: usize) -> bool {
    matches!(opening(view, segment_before(view, start, verb), verb), Opening::Main)
}

/// "upomniał posłów, którzy krytykowali projekt: „": whether a verb before a colon stands in a relative clause and has an object
/// of its own. What follows the colon is then said in the main clause.
pub(super) fn is_told_beside(view: &View<'_>, start: usize, verb: usize, colon: usize) -> bool {
    let opening = opening(view, segment_before(view, start, verb), verb);
    matches!(opening, Opening::Relative(_)) && has_object(view, verb, colon)
}

/// Whether a thing is the object of a verb: the first noun behind it, in the accusative, that says no time and stands behind no
/// preposition but "na" and "o".
fn has_object(view: &View<'_>, verb: usize, end: usize) -> bool {
    let is_noun = |at: &usize| matches!(view.tag(*at).class(), Class::Subst | Class::Ger);
    let Some(noun) = (verb + 1..end).find(is_noun) else { return false };
    let mut between = verb + 1..noun;
    let governed =
        between.any(|at| view.tag(at).class() == Class::Prep && !matches!(view.key(at), "na" | "o"));
    view.tag(noun).has(Tag::ACC) && !governed && !is_human(view, noun) && !Sort::Time.has(view.lemma(noun))
}

/// Where the cue's own clause ends: at the next comma, dash, colon or full stop.
pub(super) fn end(view: &View<'_>, from: usize, limit: usize) -> usize {
    let limit = limit.min(from + REACH);
    let stops = |at: &usize| match view.glyph(*at) {
        Glyph::Comma | Glyph::Dash | Glyph::Colon | Glyph::Semicolon => true,
        Glyph::Stop => *at + 1 >= limit || !abbreviates(view, *at),
        _ => false,
    };
    (from..limit).find(stops).unwrap_or(limit)
}

/// Whether a full stop follows an abbreviation rather than ends a clause: the sentence goes on behind it.
fn abbreviates(view: &View<'_>, stop: usize) -> bool {
    view.key(stop) == "." && view.glyph(stop + 1) == Glyph::Word && view.sentence(stop).end > stop + 1
}

/// The subject behind the verb: the first phrase there that can be a nominative and agrees.
pub(super) fn after(view: &View<'_>, range: TokenRange, agreement: Tag) -> Option<Phrase> {
    let range = behind_participle(view, range.start).unwrap_or(range.start)..range.end;
    let end = end(view, range.start, range.end);
    let found = scan(view, range.start..end, agreement)?;
    // "powiedział PAP minister": an abbreviation may be the one spoken to.
    let addressed = found.kind == PhraseKind::Named
        && view.named(found.head).is_some_and(|named| named.is_organization() && named.tokens.len() == 1);
    if addressed {
        let next = scan(view, found.tokens.end..end, agreement);
        let speaks = |next: &Phrase| phrase::is_person(view, next) || role::is_source(view.noun(next.head));
        if let Some(next) = next.filter(speaks) {
            return Some(phrase::with_apposition(view, next, range.end, agreement));
        }
    }
    Some(phrase::with_apposition(view, found, range.end, agreement))
}

/// "powiedział, cytowany przez PAP, prezes", "mówiła, patrząc na pole, rolniczka": where the clause goes on behind a participle
/// that commas part from the verb.
fn behind_participle(view: &View<'_>, comma: usize) -> Option<usize> {
    let participle = matches!(view.tag(comma + 1).class(), Class::Ppas | Class::Pcon);
    let opens = view.glyph(comma) == Glyph::Comma && participle;
    let close = (comma + 2..comma + REACH / 2).find(|at| view.glyph(*at) != Glyph::Word).filter(|_| opens)?;
    let main = || matches!(opening(view, close + 1, close + 3), Opening::Main);
    (view.glyph(close) == Glyph::Comma && main()).then_some(close + 1)
}

/// Segments between commas that are read for a subject before its verb.
const SEGMENTS: usize = 6;

/// The subject before the verb. Segments between commas are read from the verb to the left; subordinate ones are
/// passed over.
fn before(view: &View<'_>, verb: usize, start: usize, agreement: Tag) -> Option<Phrase> {
    let floor = start.max(verb.saturating_sub(REACH));
    let mut end = verb;
    let mut apposition: Option<Phrase> = None;
    for step in 0..SEGMENTS {
        let begin = segment_start(view, floor, end);
        // A subordinate clause with a verb of its own ends before the cue's clause goes on without a comma.
        let own = step == 0 && !(begin..verb).any(|at| view.is_finite(at));
        let opening = opening(view, begin, end);
        if let Some(inner) = inner_start(view, &opening, begin).filter(|_| own) {
            if let Opening::Relative(at) = opening
                && view.nominal(at).has(Tag::NOM)
            {
                return agrees(view, at, agreement).then(|| Phrase::relative(at));
            }
            if let Some(phrase) = scan(view, inner..end, agreement) {
                return Some(phrase);
            }
        }
        match opening {
            Opening::Relative(_) | Opening::Subordinate | Opening::Participle => {}
            Opening::Main if apposition.is_some() => {
                return last_name(view, begin..end, agreement)
                    .or_else(|| last_role(view, begin..end, agreement))
                    .or(apposition);
            }
            Opening::Main => {
                // "Jan Nowak, do niedawna wicepremier, proponuje": one that a comma ends may say since when.
                let ahead = begin + if step > 0 { 2 } else { 1 };
                let found = scan(view, begin..end, agreement);
                let apposed = |found: &Phrase| found.kind == PhraseKind::Noun && found.tokens.start <= ahead;
                if begin == floor || !found.as_ref().is_none_or(apposed) {
                    return found;
                }
                apposition = found;
            }
        }
        if begin <= floor {
            break;
        }
        end = begin - 1;
    }
    apposition
}

/// Where the subject of a clause that depends on another may stand: behind its first word, else in the main clause. "W którym
/// zapewnia", "dlaczego uważa, że"; in "zapytana o koszty wójt odpowiedziała" no comma ends what the participle begins.
fn inner_start(view: &View<'_>, opening: &Opening, begin: usize) -> Option<usize> {
    match opening {
        Opening::Relative(at) => Some(at + 1),
        Opening::Participle => is_asked(view, begin).then_some(begin + 1),
        Opening::Subordinate => Some(begin + 1),
        Opening::Main => None,
    }
}

/// The name that ends a segment: what an apposition behind the comma belongs to.
fn last_name(view: &View<'_>, segment: TokenRange, agreement: Tag) -> Option<Phrase> {
    let named = view.named(segment.end.checked_sub(1)?)?;
    (named.tokens.start >= segment.start && nominative(view, named, agreement))
        .then(|| named_phrase(view, named, named.tokens.start))
}

/// The same of somebody without a name: "jedna z uczestniczek, studentka z Lipna, powiedziała".
fn last_role(view: &View<'_>, segment: TokenRange, agreement: Tag) -> Option<Phrase> {
    let end = segment.end;
    scan(view, segment, agreement)
        .filter(|phrase| phrase.tokens.end == end && phrase::is_person(view, phrase))
}

/// Where the segment between commas or dashes that ends at `end` begins; those in brackets part nothing: "Jan Nowak (PP, EPL)
/// powiedział".
fn segment_start(view: &View<'_>, floor: usize, end: usize) -> usize {
    let mut at = end;
    while at > floor {
        at -= 1;
        match view.glyph(at) {
            Glyph::Close => at = view.opening_bracket(floor, at).unwrap_or(at),
            Glyph::Comma | Glyph::Dash | Glyph::Semicolon | Glyph::Colon => return at + 1,
            _ => {}
        }
    }
    floor
}

/// How a segment begins.
enum Opening {
    Main,
    Relative(usize),
    Subordinate,
    Participle,
}

fn opening(view: &View<'_>, begin: usize, end: usize) -> Opening {
    let first = if view.tag(begin).class() == Class::Prep { begin + 1 } else { begin };
    if first >= end {
        return Opening::Main;
    }
    if matches!(view.lemma(first), "który" | "jaki") {
        return Opening::Relative(first);
    }
    let comma = begin > 0 && view.glyph(begin - 1) == Glyph::Comma;
    match view.tag(begin).class() {
        Class::Comp if view.key(begin) != "jak" || comma => Opening::Subordinate,
        Class::Pcon | Class::Pant => Opening::Participle,
        Class::Pact | Class::Ppas if comma || is_asked(view, begin) => Opening::Participle,
        // "Dorota Rabczyńska, czyli Doda, wyznała"
        _ if comma && (asks(view, first) || matches!(view.key(first), "czyli" | "alias" | "vel")) => {
            Opening::Subordinate
        }
        _ => Opening::Main,
    }
}

/// Whether a word opens an indirect question or another clause that depends on the one before.
fn asks(view: &View<'_>, at: usize) -> bool {
    matches!(
        view.key(at),
        "gdy"
            | "kiedy"
            | "gdzie"
            | "co"
            | "skąd"
            | "dlaczego"
            | "choć"
            | "czy"
            | "ile"
            | "jak"
            | "kto"
            | "dokąd"
            | "czemu"
    )
}

/// "pytany o termin", "poproszony o komentarz"
pub(super) fn is_asked(view: &View<'_>, participle: usize) -> bool {
    let asks = |entry: &Entry| entry.frames.has(Frames::QUESTION) || entry.frames.has(Frames::WISH);
    entries(view.lemma(participle)).iter().any(asks)
}

/// First token of the segment between commas or dashes that holds `at`.
pub(super) fn segment_before(view: &View<'_>, floor: usize, at: usize) -> usize {
    segment_start(view, floor.max(at.saturating_sub(REACH)), at)
}
