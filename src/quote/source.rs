//! Prepositional sources: "zdaniem X", "według X", "w ocenie X", "z raportu wynika, że".

use super::clause::{self, Subject};
use super::cue::Frames;
use super::phrase::{self, Phrase, PhraseKind};
use super::role;
use super::view::{CueAt, Glyph, Named, Pair, REACH, View};
use crate::morph::{Class, Tag, TokenRange};
use crate::token::TokenKind;

/// A source phrase.
pub(super) struct Source<'a> {
    /// From the cue to the end of the phrase, whichever stands first.
    pub(super) tokens: TokenRange,
    /// The word that makes it one.
    pub(super) cue: TokenRange,
    pub(super) lemma: &'a str,
    pub(super) phrase: Phrase,
    /// Where the report may begin.
    pub(super) end: usize,
}

/// All source phrases of the prose.
pub(super) fn find<'a>(view: &View<'a>) -> Vec<Source<'a>> {
    let prose = view.tagged.paragraphs().iter().enumerate().filter(|(number, _)| view.is_prose(*number));
    prose
        .flat_map(|(_, paragraph)| view.notable(&paragraph.tokens))
        .filter_map(|at| source(view, at))
        .collect()
}

/// A word that may open the phrase of a source.
enum Opening {
    /// "zdaniem eksperta"
    Opinion,
    /// "według eksperta"
    Account,
    /// "w ocenie eksperta"
    Judgement,
}

fn opening(key: &str) -> Option<Opening> {
    match key {
        "zdaniem" => Some(Opening::Opinion),
        "według" | "wedle" | "podług" => Some(Opening::Account),
        "ocenie" | "opinii" | "przekonaniu" | "mniemaniu" | "odczuciu" => Some(Opening::Judgement),
        _ => None,
    }
}

/// Whether a word may open the phrase of a source.
pub(super) fn opens(key: &str) -> bool {
    opening(key).is_some()
}

fn source<'a>(view: &View<'a>, at: usize) -> Option<Source<'a>> {
    if view.glyph(at) != Glyph::Word {
        return None;
    }
    let behind_w = |back: usize| at.checked_sub(back).is_some_and(|before| view.key(before) == "w");
    let opening = if view.opens_source(at) { opening(view.key(at)) } else { None };
    match opening {
        Some(Opening::Opinion) => possessed(view, at, at).or_else(|| governed(view, at, at + 1, false)),
        Some(Opening::Account) => governed(view, at, at + 1, true),
        Some(Opening::Judgement) if behind_w(1) => governed(view, at, at + 1, false),
        Some(Opening::Judgement) if behind_w(2) => possessed(view, at, at),
        _ => view.cue(at).filter(|cue| cue.frames.has(Frames::THING)).and_then(|_| follows_from(view, at)),
    }
}

/// "jego zdaniem", "których zdaniem"
fn possessed<'a>(view: &View<'a>, at: usize, cue: usize) -> Option<Source<'a>> {
    let owner = at.checked_sub(1)?;
    let kind = match view.key(owner) {
        "jego" | "jej" | "ich" => PhraseKind::Pronoun,
        "którego" | "której" | "których" => PhraseKind::Relative,
        _ => return None,
    };
    let preposition =
        owner.checked_sub(1).is_some_and(|before| matches!(view.key(before), "że" | "z" | "ze"));
    let phrase = Phrase { tokens: owner..at, head: owner, kind };
    (!preposition).then(|| Source {
        tokens: owner..at + 1,
        cue: cue..cue + 1,
        lemma: view.lemma(cue),
        phrase,
        end: at + 1,
    })
}

/// "zdaniem eksperta": the noun phrase behind the cue. With `strict` it has to be one that can speak.
fn governed<'a>(view: &View<'a>, cue: usize, at: usize, strict: bool) -> Option<Source<'a>> {
    let phrase = genitive(view, at, strict)?;
    let start = if cue > 0 && view.key(cue - 1) == "w" { cue - 1 } else { cue };
    let end = commissioned(view, &phrase).or_else(|| joined_end(view, &phrase, strict));
    let end = end.unwrap_or(phrase.tokens.end);
    Some(Source { tokens: start..end, cue: cue..cue + 1, lemma: view.lemma(cue), phrase, end })
}

/// "zdaniem posła i senatora", "według PAP i Reutersa": where a second source ends that is joined to the first.
fn joined_end(view: &View<'_>, first: &Phrase, strict: bool) -> Option<usize> {
    let joins = first.tokens.end;
    if !view.joins(joins) {
        return None;
    }
    let second = genitive(view, joins + 1, strict)?;
    let open = view.nominal(second.head);
    let speaks = second.kind != PhraseKind::Noun || role::speaks(view.noun(second.head));
    let fits = open.has(Tag::GEN) || !open.has(Tag::CASES);
    (second.tokens.start == joins + 1 && speaks && fits).then_some(second.tokens.end)
}

impl Source<'_> {
    /// What the sources ask of a verb that says the same of them.
    pub(super) fn agreement(&self, view: &View<'_>) -> Tag {
        let first = self.phrase.tokens.end;
        let several = view.joins(first) && first < self.end;
        if several { Tag::IGN | Tag::PL } else { Tag::IGN }
    }
}

/// "według sondażu Granitu dla „Kuriera”": where whom a text was made for ends.
fn commissioned(view: &View<'_>, phrase: &Phrase) -> Option<usize> {
    let made_for = phrase.tokens.end;
    if view.key(made_for) != "dla" || !role::is_text(view.noun(text_of(view, phrase))) {
        return None;
    }
    // "dla dziennika „Kurier”"
    let house_end = |at: usize| {
        let house = || view.named(at).filter(|named| !named.is_person()).map(|named| named.tokens.end);
        view.opened(at).map(|pair| pair.close() + 1).or_else(house)
    };
    let first = (made_for + 1..made_for + 3).find_map(house_end)?;
    // "dla TVP, TVN i Polsatu"
    let next = |end: &usize| if joins_houses(view, *end) { house_end(end + 1) } else { None };
    std::iter::successors(Some(first), next).take(HOUSES).last()
}

fn joins_houses(view: &View<'_>, at: usize) -> bool {
    view.glyph(at) == Glyph::Comma || view.joins(at)
}

/// Houses that one text was made for, at most.
const HOUSES: usize = 6;

/// The noun of a phrase that a name ends: "sondażu Granitu".
fn text_of(view: &View<'_>, phrase: &Phrase) -> usize {
    phrase.tokens.clone().find(|at| view.tag(*at).class() == Class::Subst).unwrap_or(phrase.head)
}

/// "z raportu wynika, że", "jak wynika z raportu,"
fn follows_from<'a>(view: &View<'a>, verb: usize) -> Option<Source<'a>> {
    let sentence = view.sentence(verb);
    let before = (sentence.start..verb).rev().take(14).find(|at| view.is_from(*at));
    let after = (verb + 1..sentence.end.min(verb + 4)).find(|at| view.is_from(*at));
    let (preposition, inverted) = match (before, after) {
        (_, Some(after)) => (after, true),
        (Some(before), None) => (before, false),
        _ => return None,
    };
    let phrase = genitive(view, preposition + 1, true)?;
    let end = clause::end(view, verb.max(phrase.tokens.end), sentence.end);
    let reports = view.is_that(end + 1) && view.glyph(end) == Glyph::Comma;
    let start = clause::segment_before(view, sentence.start, verb.min(preposition));
    if inverted && !reports && trails(view, sentence.start, verb) {
        let end = sentence.end.saturating_sub(1).max(phrase.tokens.end);
        let (tokens, cue) = (verb..end, verb..verb + 1);
        return Some(Source { tokens, cue, lemma: view.lemma(verb), phrase, end });
    }
    let as_said =
        inverted && view.key(start) == "jak" && matches!(view.glyph(end), Glyph::Comma | Glyph::Dash);
    let begin = if reports { end + 2 } else { end };
    (reports || as_said).then(|| Source {
        tokens: start..end,
        cue: verb..verb + 1,
        lemma: view.lemma(verb),
        phrase,
        end: begin,
    })
}

/// Whether the clause of a verb follows what it says of itself: "C – wynika z raportu", "C, wynika z raportu".
fn trails(view: &View<'_>, start: usize, verb: usize) -> bool {
    let mark = verb.saturating_sub(1);
    let main = || {
        let said = (start.max(mark.saturating_sub(REACH))..mark).rev().find(|at| view.is_finite(*at));
        said.is_some_and(|said| clause::is_main(view, start, said))
    };
    match view.glyph(mark) {
        Glyph::Dash => mark > start,
        Glyph::Comma => mark > start && main(),
        _ => false,
    }
}

/// The phrase in the genitive that begins here. With `strict` it has to be one that can speak.
pub(super) fn genitive(view: &View<'_>, at: usize, strict: bool) -> Option<Phrase> {
    if view.glyph(at) == Glyph::Quote {
        return view.opened(at).filter(|pair| pair.close() < at + 8).map(Phrase::title);
    }
    // "według niemieckiego „Kuriera”"
    let adjective = view.tag(at).class() == Class::Adj && view.nominal(at).has(Tag::GEN);
    let marked = if adjective { view.opened(at + 1) } else { None };
    if let Some(title) = marked.filter(|pair| phrase::is_title(view, pair.content())).map(Phrase::title) {
        return Some(Phrase { tokens: at..title.tokens.end, ..title });
    }
    // A place stands for its government: "w ocenie Kremla".
    if let Some(named) = view.named(at) {
        return Some(phrase::named_phrase(view, named, at));
    }
    if matches!(view.key(at), "niego" | "niej" | "nich") {
        return Some(Phrase::pronoun(at..at + 1));
    }
    // "raport, z którego wynika, że"
    if matches!(view.key(at), "którego" | "której" | "których") {
        return Some(Phrase::relative(at));
    }
    if view.is_possessive(at) {
        // "z jej wstępnych analiz": whose text it is.
        let told = |at: &usize| {
            let noun = view.noun(*at);
            role::is_text(noun) || matches!(noun, "słowo" | "relacja" | "ocena" | "zapewnienie")
        };
        if let Some(noun) = (at + 1..at + 4).find(told) {
            return Some(Phrase::pronoun(at..noun + 1));
        }
    }
    if let Some(noun) = behind_participle(view, at) {
        return genitive(view, noun, strict);
    }
    let phrase = phrase::noun_phrase(view, at, at + 24, Tag::GEN, Tag::IGN)?;
    if phrase.kind != PhraseKind::Noun {
        return Some(phrase);
    }
    if let Some(press) = papers(view, &phrase) {
        return Some(press);
    }
    let head = view.noun(phrase.head);
    let man = || head != "jeden" && view.nominal(phrase.head).has(Tag::M1);
    let able = || role::speaks(head) || man() || phrase::is_person(view, &phrase);
    if strict && !able() {
        return None;
    }
    Some(origin(view, &phrase).filter(|_| role::is_source(head)).unwrap_or(phrase))
}

/// "zdaniem cytowanego przez BBC politologa", "według pytanych przez nas mieszkańców": where the noun stands behind a participle and
/// what a preposition adds to it.
fn behind_participle(view: &View<'_>, at: usize) -> Option<usize> {
    let participle = phrase::is_participle(view, at) && view.nominal(at).has(Tag::GEN);
    if !participle || !view.is_preposition(at + 1) {
        return None;
    }
    let complement = at + 2;
    let first = view.opened(complement).map_or(complement, Pair::close) + 1;
    let mut behind = first..first + PARTICIPLE;
    behind.find(|noun| phrase::is_noun(view, *noun) && phrase::is_said_of(view, at, *noun, Tag::GEN))
}

/// Tokens behind the first word of what a preposition adds to a participle, at most.
const PARTICIPLE: usize = 4;

/// "według gazet „Kurier” i „Głos”": the first of the titles behind a noun of the press, with all of them.
fn papers(view: &View<'_>, noun: &Phrase) -> Option<Phrase> {
    if !role::is_press(view.noun(noun.head)) {
        return None;
    }
    let titled = |at: usize| view.opened(at).filter(|pair| phrase::is_title(view, pair.content()));
    let first = titled(noun.tokens.end)?;
    let several =
        view.readings(noun.head).any(|reading| reading.tag.has(Tag::GEN) && reading.tag.has(Tag::PL));
    let mut end = first.close() + 1;
    while let Some(next) = titled(end + 1).filter(|_| several && joins_houses(view, end)) {
        end = next.close() + 1;
    }
    Some(Phrase { tokens: noun.tokens.start..end, ..marked_press(view, first.open())? })
}

/// "według ustaleń „Kuriera”": the title behind the noun.
fn marked_press(view: &View<'_>, at: usize) -> Option<Phrase> {
    let pair = view.opened(at).filter(|pair| phrase::is_title(view, pair.content()))?;
    let named = view.named(at + 1).filter(|named| named.is_organization());
    Some(named.map_or(Phrase::title(pair), |named| Phrase::name(at..pair.close() + 1, named)))
}

fn may_be_source(named: &Named<'_>) -> bool {
    named.is_person() || named.is_organization()
}

/// Whose information it is: "według informacji BBC", "informacji przekazanych przez rzecznika".
fn origin(view: &View<'_>, phrase: &Phrase) -> Option<Phrase> {
    let end = phrase.tokens.end;
    let through = (phrase.head + 1..end + 2).find(|at| matches!(view.key(*at), "przez" | "od"));
    if let Some(through) = through {
        let limit = clause::end(view, through + 1, through + 24);
        let found =
            (through + 1..limit).find_map(|at| view.named(at)).filter(|named| may_be_source(named))?;
        return Some(Phrase::name(phrase.tokens.start..found.tokens.end, found));
    }
    let weak = role::relays(view.noun(phrase.head));
    let next = phrase.head + 1;
    if let Some(press) = marked_press(view, end).filter(|_| weak) {
        return Some(Phrase { tokens: phrase.tokens.start..press.tokens.end, ..press });
    }
    let named = || view.named(next).is_some_and(Named::is_organization);
    if weak && !named() && next < end && (role::is_body(view.noun(next)) || phrase::is_role(view, next)) {
        return Some(Phrase::noun(next..end, next));
    }
    let owner = (next..end.max(next + 1))
        .find_map(|at| view.named(at))
        .filter(|named| may_be_source(named) && weak)?;
    Some(Phrase::name(phrase.tokens.start..owner.tokens.end, owner))
}

/// "czytamy w serwisie X", "napisano w raporcie": where it stands is who says it, if it has a name or an address.
pub(super) fn published_in(view: &View<'_>, cue: &CueAt<'_>, limit: usize) -> Subject {
    let place = cue.end()..limit.min(cue.end() + 8).max(cue.end());
    let address = |at: &usize| view.tagged.get(*at).is_some_and(|token| token.kind() == TokenKind::Url);
    let found = place.clone().find_map(|at| {
        if address(&at) {
            return Some(Phrase { tokens: at..at + 1, head: at, kind: PhraseKind::Title });
        }
        view.named(at)
            .filter(|named| named.is_organization())
            .map(|named| phrase::named_phrase(view, named, at))
    });
    let found = heard_from(view, cue, &place).or_else(|| published_by(view, place)).or(found);
    found.map_or(Subject::Dropped, Subject::Phrase)
}

/// "słyszymy od jednego z posłów"
fn heard_from(view: &View<'_>, cue: &CueAt<'_>, place: &TokenRange) -> Option<Phrase> {
    let from = place.clone().find(|at| matches!(view.key(*at), "od" | "ode"))?;
    if cue.frames.has(Frames::OURS) { genitive(view, from + 1, true) } else { None }
}

/// "komunikat", "raport": a noun for what is read.
pub(super) fn is_text(view: &View<'_>, at: usize) -> bool {
    view.tag(at).class() == Class::Subst && role::is_text(view.noun(at))
}

/// Tokens from a text to the word before those who have signed it, at most: "podpisanym m.in. przez".
const SIGNED: usize = 7;

/// "w komunikacie resortu", "w oświadczeniu podpisanym przez prezesa": whose text it is.
fn published_by(view: &View<'_>, mut place: TokenRange) -> Option<Phrase> {
    let text = place.find(|at| is_text(view, *at))?;
    if view.tag(text + 1).class() == Class::Ppas {
        let by = (text + 2..text + SIGNED).find(|at| view.key(*at) == "przez")? + 1;
        let named = view.named(by).map(|named| phrase::named_phrase(view, named, by));
        return named.or_else(|| phrase::noun_phrase(view, by, by + REACH / 2, Tag::ACC, Tag::IGN));
    }
    let owner = phrase::noun_phrase(view, text + 1, place.end, Tag::GEN, Tag::IGN)?;
    let head = view.noun(owner.head);
    let speaks = owner.kind == PhraseKind::Named || role::speaks(head);
    (speaks && owner.tokens.start == text + 1).then_some(owner)
}
