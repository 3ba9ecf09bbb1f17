//! Where names stand: stretches of tokens with what the words themselves say about the kind of name.

use super::EntityKind;
use super::lists::{ACRONYMS, Cue, FEASTS};
use super::phrase::{self, Phrase, closes_title, opens_title};
use super::role::{self, Role};
use super::words::{Traits, Words};
use super::{cases, kind};
use crate::morph::{Class, NameClass, Reading, Shape, Tag, TokenRange};
use crate::text::is_hyphen;

/// A stretch of text that may be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) tokens: TokenRange,
    /// `None` until the article decides.
    pub(super) kind: Option<EntityKind>,
    /// How a Polish phrase is built; `None` for names word by word.
    pub(super) phrase: Option<Phrase>,
    pub(super) role: Option<Role>,
    /// Only a name if the article shows so elsewhere.
    pub(super) doubtful: bool,
    /// Whose the office is that the next bears: "prezes Granitu Jan Nowak".
    pub(super) owner: bool,
    /// A number behind it makes it a product or project, which is no entity of ours.
    pub(super) product: bool,
}

impl Candidate {
    fn new(tokens: TokenRange, kind: Option<EntityKind>) -> Self {
        Self { tokens, kind, phrase: None, role: None, doubtful: false, owner: false, product: false }
    }

    fn of_phrase(phrase: Phrase) -> Self {
        let new = Self::new(phrase.tokens.clone(), Some(phrase.kind));
        Self { phrase: Some(phrase), ..new }
    }
}

/// All candidates of a text, in order, without overlap.
pub(super) fn candidates(words: &Words<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(start) = words.find(index, Traits::CAPITAL) {
        index = start + 1;
        let Some(mut candidate) = candidate(words, start) else { continue };
        let floor = found.last().map_or(0, |last: &Candidate| last.tokens.end);
        take_particles(words, &mut candidate, floor);
        yield_role(&mut found, &candidate);
        index = candidate.tokens.end.max(index);
        found.push(candidate);
    }
    found
}

/// "tłumaczy de la Croix": small particles before a surname belong to it.
fn take_particles(words: &Words<'_>, candidate: &mut Candidate, floor: usize) {
    let start = candidate.tokens.start;
    let named = candidate.kind.is_none_or(|kind| kind == EntityKind::Person) && candidate.phrase.is_none();
    if !named || !goes_on_foreign(words, start) {
        return;
    }
    let particle = |index: usize| {
        index >= floor
            && words.together(index, start)
            && is_particle(words, index)
            && !is_polish(words, index)
    };
    while let Some(before) = candidate.tokens.start.checked_sub(1).filter(|before| particle(*before)) {
        candidate.tokens.start = before;
    }
}

/// A name inside the role of the next ("minister zdrowia Ostrawii Jan Nowak") has that role no longer.
fn yield_role(found: &mut [Candidate], next: &Candidate) {
    let Some(role) = &next.role else { return };
    if let Some(inner) = found.last_mut().filter(|inner| role.tokens.contains(&inner.tokens.start)) {
        inner.role = None;
        inner.owner = inner.tokens.end == role.tokens.end;
    }
}

/// The name that begins at a token.
pub(super) fn candidate(words: &Words<'_>, index: usize) -> Option<Candidate> {
    if !words.has(index, Traits::CAPITAL) {
        return None;
    }
    let nobody = [is_shouted, is_counted, is_feast, is_label];
    if nobody.iter().any(|is_nobody| is_nobody(words, index)) {
        return None;
    }
    if let Some(found) = acronym(words, index) {
        return found;
    }
    if let Some(phrase) = phrase::at(words, index) {
        if is_office(words, index) {
            return None;
        }
        let doubtful = phrase.doubtful;
        return Some(Candidate { doubtful, ..Candidate::of_phrase(phrase) });
    }
    if is_abbreviation(words, index) {
        return None;
    }
    let traits = words.traits(index);
    let next_capital = before_capital(words, index);
    // "Czesi" are many, or one Czesia.
    let given = traits.has(Traits::GIVEN) && (next_capital || !is_plural(words, index));
    if traits.has(Traits::NATION) && !traits.has(Traits::COUNTRY) && !given {
        return None;
    }
    // "Premier Nowak": the title is no part of the name.
    if traits.has(Traits::ROLE) && next_capital && !traits.has(Traits::GIVEN) {
        return None;
    }
    if traits.has(Traits::START) && traits.has(Traits::COMMON) && !opens_foreign(words, index) {
        return at_start(words, index, next_capital);
    }
    run(words, index)
}

/// Whether the next word of the sentence has a capital.
fn before_capital(words: &Words<'_>, index: usize) -> bool {
    words.has(index + 1, Traits::CAPITAL) && words.together(index, index + 1)
}

/// Whether context makes a plural of a word.
fn is_plural(words: &Words<'_>, index: usize) -> bool {
    words.readings(index).next().is_some_and(|reading| reading.tag.has(Tag::PL))
}

/// What an ombudsman is of, all with capitals: "Rzecznik Praw Obywatelskich".
fn is_office(words: &Words<'_>, index: usize) -> bool {
    words.key(index) == "praw" && index.checked_sub(1).is_some_and(|before| words.has(before, Traits::ROLE))
}

/// A common word in a line of capitals: "ROZMOWY O SZKOLE".
fn is_shouted(words: &Words<'_>, index: usize) -> bool {
    let upper = |index: usize| words.shape(index) == Shape::Upper && words.text(index).chars().count() > 2;
    let after = upper(index + 1) && words.together(index, index + 1);
    if words.text(index).len() == 1 {
        return after;
    }
    let single = |index: usize| words.text(index).len() == 1 && words.has(index, Traits::CAPITAL);
    let beside = after || single(index + 1) || index.checked_sub(1).is_some_and(|x| upper(x) || single(x));
    upper(index)
        && words.text(index).chars().count() > 3
        && beside
        && !words.has(index, Traits::GIVEN | Traits::INSTITUTION)
        && words.known_readings(index).any(|reading| reading.lemma.starts_with(char::is_lowercase))
}

/// An abbreviation with its point: "Prof.", "Fot.", "Ul.". A single letter is an initial.
fn is_abbreviation(words: &Words<'_>, index: usize) -> bool {
    words.text(index + 1) == "."
        && words.text(index).chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
        && !words.has(index, Traits::NAME)
        && words.readings(index).any(|reading| reading.tag.class() == Class::Brev)
}

/// A letter that tells which one of several is meant: "plan B", "grupa F", "punkt G". That of a title is its name: "serwis X".
fn is_label(words: &Words<'_>, index: usize) -> bool {
    let goes_on = |at: usize| words.has(at, Traits::CAPITAL) && !words.has(at, Traits::START);
    let is_initial = words.text(index + 1) == "." && goes_on(index + 2);
    let is_letter = words.text(index).len() == 1 && !is_initial;
    let Some(noun) = index.checked_sub(1).filter(|noun| is_letter && words.together(*noun, index)) else {
        return false;
    };
    let next_capital = before_capital(words, index);
    let titled = kind::cue_before(words, index).is_some_and(|cue| matches!(cue, Cue::Title));
    let is_noun =
        |reading: Reading<'_>| reading.name == NameClass::Common && reading.tag.class() == Class::Subst;
    let is_small = words.shape(noun) == Shape::Lower || words.has(noun, Traits::START);
    let told = is_small && words.known_readings(noun).any(is_noun);
    told && !next_capital && !titled
}

/// A word of the name of a feast: "Boże Ciało", "Wielkanoc", "Dzień Kobiet".
fn is_feast(words: &Words<'_>, index: usize) -> bool {
    if !words.has(index, Traits::FEAST) && !words.has(index.saturating_sub(1), Traits::FEAST) {
        return false;
    }
    let lemmas = |index: usize| words.known_readings(index).map(|reading| reading.lemma);
    let pair = |first: usize| {
        words.has(first, Traits::FEAST)
            && words.has(first + 1, Traits::COMMON)
            && words.together(first, first + 1)
            && lemmas(first).any(|a| lemmas(first + 1).any(|b| FEASTS.contains(&(a, b))))
    };
    let surname = words.has(index, Traits::SURNAME) && !words.has(index + 1, Traits::COMMON);
    let alone = words.has(index, Traits::FEAST)
        && !surname
        && !words.has(index, Traits::ADJECTIVE | Traits::GIVEN)
        && lemmas(index).any(|lemma| FEASTS.contains(&(lemma, "")));
    alone || pair(index) || index.checked_sub(1).is_some_and(pair)
}

/// What a number in the name of a street, a square or a feast counts: "ulica 3 Maja", "Święto 11 Listopada".
fn is_counted(words: &Words<'_>, index: usize) -> bool {
    let day =
        |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let before = index.checked_sub(1);
    before.is_some_and(|before| day(words.text(before)) && words.together(before, index))
        && words.known_readings(index).any(|reading| {
            let thing = reading.tag.class() == Class::Subst && reading.tag.has(Tag::M3);
            reading.name == NameClass::Common && thing && reading.tag.has(Tag::GEN)
        })
        && !words.has(index, Traits::INSTITUTION | Traits::FEATURE)
}

/// A word at the start of a sentence that is a common word as well as a name: "Maj", "Sam".
fn at_start(words: &Words<'_>, index: usize, next_capital: bool) -> Option<Candidate> {
    let traits = words.traits(index);
    let full = heads_long_name(words, index)
        || traits.has(Traits::GIVEN)
            && !traits.has(Traits::ADJECTIVE | Traits::FUNCTION)
            && words.has(index + 1, Traits::SURNAME | Traits::UNKNOWN);
    // "Kuś", "Sam": a verb or a pronoun that only the article's full names show to be a surname.
    let function = traits.has(Traits::FUNCTION) && !traits.has(Traits::SURNAME);
    let small = function && !is_country(words, index) || !traits.has(Traits::NAME) || next_capital;
    if small && !full {
        return common(words, index).map(|found| Candidate { doubtful: true, ..found });
    }
    Some(Candidate { doubtful: !full && !is_country(words, index), ..run(words, index)? })
}

/// "Polska", "Berlin" at the start of a sentence: the country or capital.
fn is_country(words: &Words<'_>, index: usize) -> bool {
    let place = |reading: Reading<'_>| reading.name == NameClass::Place && reading.tag.has(Tag::NOM);
    words.has(index, Traits::COUNTRY)
        && words.known_readings(index).any(place)
        && !goes_with_next(words, index)
}

/// "Polska szkoła": an adjective that looks like a country, with the noun behind it.
fn goes_with_next(words: &Words<'_>, index: usize) -> bool {
    let next = index + 1;
    let verb = words.known_readings(next).any(|reading| reading.tag.class() == Class::Fin);
    words.shape(next) == Shape::Lower
        && !verb
        && words.known_readings(index).filter(|reading| reading.tag.class() == Class::Adj).any(|adjective| {
            let noun = |noun: Reading<'_>| noun.tag.class() == Class::Subst && noun.tag.agrees(adjective.tag);
            words.known_readings(next).any(noun)
        })
}

/// "Kim Sung Ho": a given name that is also a pronoun, before two capitals of which the first begins no other name.
fn heads_long_name(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::GIVEN)
        && words.has(index + 1, Traits::CAPITAL)
        && !words.has(index + 1, Traits::GIVEN | Traits::FUNCTION)
        && words.has(index + 2, Traits::CAPITAL)
        && words.together(index, index + 2)
}

/// `ONZ`, `PiS-u`, `USA`: the outer `None` when the word is no acronym, the inner when it is one that names nothing.
#[expect(
    clippy::option_option,
    reason = "no acronym, and an acronym without an entity, are different answers"
)]
fn acronym(words: &Words<'_>, index: usize) -> Option<Option<Candidate>> {
    let (text, several) = (words.text(index), words.shape(index) != Shape::Title);
    let stem = if several { phrase::acronym_stem(text) } else { text };
    let known = ACRONYMS.get(stem).copied();
    if known.is_none() && !(several && is_acronym(words, index, stem)) {
        return None;
    }
    let kind = known.unwrap_or(Some(EntityKind::Organization));
    // A run of capitals that goes on is a name of its own: "ABC Group".
    let next = index + 1;
    let goes_on = words.shape(next) == Shape::Title
        && words.together(index, next)
        && (words.has(next, Traits::UNKNOWN) && !words.has(next + 1, Traits::CAPITAL)
            || words.has(next, Traits::ORGANIZATION_WORD));
    let joined = words.is_joint(next) && words.has(next + 1, Traits::CAPITAL);
    if known.is_none() && (goes_on || joined) {
        return None;
    }
    // "PKO BP", "RMF FM"
    let second = words.shape(next) == Shape::Upper
        && words.text(next).chars().filter(|c| c.is_alphabetic()).count() < 5
        && words.together(index, next)
        && !ACRONYMS.contains_key(phrase::acronym_stem(words.text(next)))
        && words.shape(index) == Shape::Upper
        && is_acronym(words, next, words.text(next));
    let end = if known.is_none() && second { next + 1 } else { next };
    Some(kind.map(|kind| Candidate::new(index..end, Some(kind))))
}

fn is_acronym(words: &Words<'_>, index: usize, stem: &str) -> bool {
    let letters = stem.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = stem.chars().filter(|c| c.is_uppercase()).count();
    let roman = words.readings(index).any(|reading| reading.tag.class() == Class::Romandig);
    if roman || capitals < 2 || letters > 9 || !stem.starts_with(char::is_uppercase) {
        return false;
    }
    let all = capitals == letters;
    // A shouted word of a headline is no acronym.
    if all && letters > 3 && words.has(index, Traits::COMMON) && !words.has(index, Traits::ORGANIZATION) {
        return false;
    }
    all || (letters <= 6 && capitals * 2 >= letters)
}

/// The name word by word that fills `tokens`.
pub(super) fn over(words: &Words<'_>, tokens: TokenRange) -> Option<Candidate> {
    named(words, tokens, false)
}

/// Names word by word: people, companies, foreign places.
fn run(words: &Words<'_>, start: usize) -> Option<Candidate> {
    let mut end = run_end(words, start);
    let mut product = false;
    if let Some(number) = numbered(words, end).filter(|_| words.has(end - 1, Traits::UNKNOWN)) {
        if words.has(number, Traits::ORGANIZATION_WORD) {
            end = number + 1;
        } else {
            product = true;
        }
    }
    if is_shortened(words, start, end) {
        end += 1;
    }
    named(words, start..end, product)
}

fn named(words: &Words<'_>, tokens: TokenRange, product: bool) -> Option<Candidate> {
    let start = tokens.start;
    let agreement = cases::name_agreement(words, start);
    if is_street(words, start) {
        let phrase = Some(Phrase::stiff(tokens.clone(), EntityKind::Place));
        let kind = Some(EntityKind::Place);
        return Some(Candidate { phrase, ..Candidate::new(tokens, kind) });
    }
    let role = role::before(words, start, agreement, tokens.len() == 1);
    let kind = kind::of_run(words, &tokens, role.is_some());
    let person = kind == Some(EntityKind::Person);
    let traits = words.traits(start);
    // A lone common word with a capital names nothing that the words show.
    if tokens.len() == 1 && kind.is_none() && !traits.has(Traits::NAME | Traits::UNKNOWN) {
        return common(words, start);
    }
    let role = role.filter(|_| person || kind.is_none());
    Some(Candidate { role, product: product && !person, ..Candidate::new(tokens, kind) })
}

/// A common noun that is written with a capital within a sentence: "Lewica", "Prawo i Sprawiedliwość".
fn common(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let phrase = phrase::common(words, index)?;
    if phrase.tokens.len() == 1 && kind::cue_before(words, index).is_none() && !phrase.is_brand() {
        return None;
    }
    Some(Candidate::of_phrase(phrase))
}

/// Whether a street or a square stands before a name, which then is in the genitive for good: "ul. Reja", "na placu Kossaka".
fn is_street(words: &Words<'_>, start: usize) -> bool {
    const STREETS: [&str; 6] = ["ulica", "aleja", "plac", "rondo", "osiedle", "skwer"];
    let Some(before) = start.checked_sub(1).filter(|before| words.together(*before, start)) else {
        return false;
    };
    let short = |word: usize| matches!(words.key(word), "ul" | "al" | "pl" | "os");
    let pointed = words.text(before) == "." && before.checked_sub(1).is_some_and(short);
    let noun = words.shape(before) == Shape::Lower
        && words.known_readings(before).any(|reading| STREETS.contains(&reading.lemma))
        && words.has(start, Traits::SURNAME | Traits::GIVEN)
        && !words.has(start, Traits::PLACE)
        && words.known_readings(start).any(|reading| reading.tag.has(Tag::GEN));
    pointed || noun
}

/// How many tokens a name word by word may have; a page of capitals is cut into pieces of this length.
const LONGEST: usize = 10;

fn run_end(words: &Words<'_>, start: usize) -> usize {
    let mut end = start + 1;
    let title = title_end(words, start).unwrap_or(start);
    loop {
        if end - start >= LONGEST {
            return end;
        }
        let next =
            |ahead: usize| words.has(end + ahead, Traits::CAPITAL) && words.together(start, end + ahead);
        let joined = words.is_joint(end) && (next(1) || is_foreign_half(words, end + 1));
        let initial = words.text(end) == "." && is_initial(words, end - 1) && next(1);
        let opens = end == start + 1 && is_particle(words, start);
        let particle = is_particle(words, end) && (goes_on_foreign(words, end - 1) || opens);
        let connected = is_connector(words, end) && words.has(end - 1, Traits::CAPITAL);
        end += if joined || initial || ((particle || connected) && next(1)) {
            2
        } else if (particle && is_particle(words, end + 1) || connected && words.key(end + 1) == "the")
            && next(2)
        {
            3
        } else if next(0) && (end < title || !breaks(words, start, end)) {
            1
        } else {
            return end;
        };
    }
}

/// Where a foreign title ends that no name inside it cuts: one that begins with its article or fills quotation marks.
pub(super) fn title_end(words: &Words<'_>, start: usize) -> Option<usize> {
    let capital = |index: usize| words.has(index, Traits::CAPITAL) && words.together(start, index);
    let end = (start..start + LONGEST).find(|index| !capital(*index))?;
    let article = words.text(start) == "The";
    let marked = start > 0 && opens_title(words.text(start - 1)) && closes_title(words.text(end));
    let several = end - start > 1 && !words.has(start, Traits::GIVEN);
    (several && (article || marked)).then_some(end)
}

/// The small half of a Korean or Chinese given name: "Dzong-un", "Jae-yong".
fn is_foreign_half(words: &Words<'_>, index: usize) -> bool {
    words.shape(index) == Shape::Lower && words.known_readings(index).next().is_none()
}

pub(super) fn is_initial(words: &Words<'_>, index: usize) -> bool {
    let letters = words.text(index).chars().filter(|c| c.is_alphabetic()).count();
    words.has(index, Traits::CAPITAL)
        && (letters == 1 || matches!(words.text(index), "Sz" | "Cz" | "Ch" | "St" | "Dz"))
}

/// "Jacka K.": a given name and the first letter of a surname, whose point belongs to the name.
fn is_shortened(words: &Words<'_>, start: usize, end: usize) -> bool {
    let first = words.has(start, Traits::GIVEN) || words.text(start).len() == 1;
    end > start + 1 && first && is_initial(words, end - 1) && words.text(end) == "."
}

/// A small word inside a name; one that begins a sentence is written large: "Van der Berg".
fn is_particle(words: &Words<'_>, index: usize) -> bool {
    (words.shape(index) == Shape::Lower || words.has(index, Traits::START))
        && words.has(index, Traits::PARTICLE)
}

/// A particle that begins a sentence and a name: "De Niro", "Von der Leyen"; none that is a Polish word of weight.
fn opens_foreign(words: &Words<'_>, index: usize) -> bool {
    let goes_on = words.has(index + 1, Traits::CAPITAL) || is_particle(words, index + 1);
    is_particle(words, index) && goes_on && !is_polish(words, index) && words.together(index, index + 1)
}

/// A particle that is a Polish word of weight too.
fn is_polish(words: &Words<'_>, index: usize) -> bool {
    matches!(
        words.key(index),
        "ten" | "da" | "y" | "zu" | "lo" | "tot" | "mac" | "das" | "di" | "le" | "la" | "den"
    ) && !words.text(index.saturating_sub(1)).eq("de")
}

fn is_connector(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::CONNECTOR)
}

fn goes_on_foreign(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::UNKNOWN | Traits::GIVEN | Traits::SURNAME)
}

/// Where the number behind a name ends: a run of capitals with a number names a product or a project ("Orion 7"), unless a
/// legal form follows ("Orion 7 AG").
fn numbered(words: &Words<'_>, end: usize) -> Option<usize> {
    let joint = usize::from(words.is_joint(end));
    let number = end + joint;
    let numbered_word = |text: &str| {
        text.rsplit_once(is_hyphen)
            .is_some_and(|(_, number)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    };
    if numbered_word(words.text(end - 1)) {
        return Some(end);
    }
    let short = words.text(number).len() <= 2 && words.text(number).bytes().all(|b| b.is_ascii_digit());
    (short && !words.text(number).is_empty() && words.together(end - 1, number)).then_some(number + 1)
}

/// Whether the capital at `index` begins something new rather than going on with the name from `start`.
fn breaks(words: &Words<'_>, start: usize, index: usize) -> bool {
    let traits = words.traits(index);
    let name = Traits::NAME | Traits::UNKNOWN;
    // Behind a word that nobody knows ("minister Ostrawii Jan Masłow") a surname may look like a place.
    let surname = Traits::SURNAME
        | Traits::UNKNOWN
        | if words.has(start, Traits::UNKNOWN) { Traits::PLACE } else { Traits::default() };
    let opens_full_name =
        traits.has(Traits::GIVEN) && words.has(index + 1, surname) && words.together(index, index + 1);
    if opens_full_name && !words.has(start, Traits::GIVEN) && !is_initial(words, start) {
        return true;
    }
    let club = index == start + 1 && kind::is_club(words, start) && !words.has(start, Traits::COUNTRY);
    if (traits.has(Traits::COUNTRY) && !club)
        || !words.has(start, Traits::GIVEN) && cases::clash(words, start, index) && !club
    {
        return true;
    }
    if is_shouted(words, index) && !traits.has(Traits::SURNAME) {
        return true;
    }
    let long = index - start >= 2;
    let person = words.has(start, Traits::GIVEN);
    if traits.has(Traits::INSTITUTION) && !traits.has(name) {
        return true;
    }
    if traits.has(Traits::NATION) && !traits.has(Traits::SURNAME | Traits::PLACE) {
        return true;
    }
    // "Nguyen Thi Van Anh"
    if person && words.has(index, Traits::PARTICLE) && words.has(index + 1, Traits::CAPITAL) {
        return false;
    }
    if person
        && long
        && (words.shape(index) == Shape::Upper
            || !traits.has(Traits::SURNAME | Traits::GIVEN | Traits::UNKNOWN))
    {
        return words.readings(index).all(|reading| reading.tag.class() != Class::Romandig);
    }
    if club {
        return false;
    }
    let place_alone =
        words.has(index - 1, Traits::PLACE) && !words.has(index - 1, Traits::SURNAME | Traits::GIVEN);
    // "mer Kowna Visvaldas Matijošaitis"
    let ruled = || {
        index == start + 1
            && words.has(index + 1, Traits::CAPITAL)
            && !words.has(index + 1, Traits::GIVEN)
            && !words.has(index + 2, Traits::CAPITAL)
            && start
                .checked_sub(1)
                .is_some_and(|before| words.has(before, Traits::OFFICE) && words.together(before, start))
    };
    place_alone && (!traits.has(Traits::UNKNOWN) || ruled())
}
