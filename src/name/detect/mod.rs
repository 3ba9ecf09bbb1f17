//! Where names stand: stretches of tokens with what the words themselves say about the kind of name.

pub(super) use self::breaks::is_cited;
use self::nothing::{
    begins_office, is_abbreviation, is_calling, is_colours, is_compatriot, is_counted, is_feast, is_label,
    is_measure, is_numbered, is_office, is_order, is_organ, is_shortened_word, is_shouted, is_sign,
    is_sister, is_small_shouted, is_small_word,
};
use self::parts::{goes_on_foreign, is_ambiguous, is_particle, opens_foreign};
pub(super) use self::parts::{is_initial, is_korean, is_saint};
use self::run::{common, run};
pub(super) use self::run::{is_dotted, is_family, is_pair, over, title_end};
pub(super) use self::split::apart;
pub(super) use self::street::is_beside_street;
use super::kind::{acronym, club, listed, place};
use super::lists::{CLUBS, Cue};
use super::phrase::{self, Phrase};
use super::role::Role;
use super::sort::Sort;
use super::words::{Traits, Words};
use super::{EntityKind, cue};
use crate::morph::{Class, NameClass, Reading, Shape, Tag, TokenRange};

mod breaks;
mod nothing;
mod parts;
mod run;
mod split;
mod street;

/// A stretch of text that may be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) tokens: TokenRange,
    /// `None` until the article decides.
    pub(super) kind: Option<EntityKind>,
    /// How a Polish phrase is built; `None` for names word by word.
    pub(super) phrase: Option<Box<Phrase<'a>>>,
    pub(super) role: Option<Box<Role>>,
    /// Only a name if the article shows so elsewhere.
    pub(super) doubtful: bool,
    /// Whose the office is that the next bears: "prezes Granitu Jan Nowak".
    pub(super) owner: bool,
    /// A number behind it makes it a product or project, which is no entity of ours.
    pub(super) product: bool,
}

impl<'a> Candidate<'a> {
    pub(super) fn new(tokens: TokenRange, kind: Option<EntityKind>) -> Self {
        Self { tokens, kind, phrase: None, role: None, doubtful: false, owner: false, product: false }
    }

    pub(super) fn of_phrase(phrase: Phrase<'a>) -> Self {
        let new = Self::new(phrase.tokens.clone(), Some(phrase.kind));
        Self { phrase: Some(Box::new(phrase)), ..new }
    }

    /// Its legal form says that it is a company.
    fn make_company(&mut self) {
        self.kind = Some(EntityKind::Organization);
        if let Some(phrase) = &mut self.phrase {
            phrase.kind = EntityKind::Organization;
        }
        (self.role, self.doubtful, self.product) = (None, false, false);
    }
}

/// How many tokens of a text there are for each name at least, as a rule.
const TOKENS_PER_NAME: usize = 12;

/// Names that there is room for at first, at most.
const MOST_NAMES: usize = 1 << 10;

/// All candidates of a text, in order, without overlap.
pub(super) fn candidates<'a>(words: &Words<'a>) -> Vec<Candidate<'a>> {
    let mut found = Vec::with_capacity((words.tagged.len() / TOKENS_PER_NAME).min(MOST_NAMES));
    let mut index = 0;
    while let Some(start) = words.find(index, Traits::CAPITAL) {
        index = start + 1;
        let Some(mut candidate) = candidate(words, start).or_else(|| of_legal_form(words, start)) else {
            continue;
        };
        let floor = found.last().map_or(0, |last: &Candidate<'_>| last.tokens.end);
        take_particles(words, &mut candidate, floor);
        let end = words.legal_form_end(candidate.tokens.end);
        if end.is_some() {
            candidate.make_company();
        }
        yield_role(&mut found, &candidate);
        index = end.unwrap_or(candidate.tokens.end).max(index);
        found.push(candidate);
    }
    found
}

/// "tłumaczy de la Croix": small particles before a surname belong to it.
fn take_particles(words: &Words<'_>, candidate: &mut Candidate<'_>, floor: usize) {
    let start = candidate.tokens.start;
    let named = candidate.kind.is_none_or(|kind| kind == EntityKind::Person) && candidate.phrase.is_none();
    if !named || !goes_on_foreign(words, start) {
        return;
    }
    let particle = |index: usize| {
        index >= floor
            && words.together(index, start)
            && is_particle(words, index)
            && !is_ambiguous(words, index)
    };
    while let Some(before) = candidate.tokens.start.checked_sub(1).filter(|before| particle(*before)) {
        candidate.tokens.start = before;
    }
}

/// A name inside the role of the next ("minister zdrowia Ostrawii Jan Nowak") has that role no longer.
fn yield_role(found: &mut [Candidate<'_>], next: &Candidate<'_>) {
    let Some(role) = &next.role else { return };
    if let Some(inner) = found.last_mut().filter(|inner| role.tokens.contains(&inner.tokens.start)) {
        inner.role = None;
        inner.owner = inner.tokens.end == role.tokens.end;
    }
}

/// The name that begins at a token.
pub(super) fn candidate<'a>(words: &Words<'a>, index: usize) -> Option<Candidate<'a>> {
    if !words.has(index, Traits::CAPITAL) || begins_plainly(words, index) || is_nothing(words, index) {
        return None;
    }
    if let Some(listed) = of_list(words, index) {
        return Some(listed);
    }
    if let Some(found) = acronym::at(words, index) {
        return found;
    }
    if words.shape(index + 2) == Shape::Other && is_korean(words, index) {
        return run(words, index);
    }
    if is_office(words, index) || begins_office(words, index) || is_organ(words, index) {
        return None;
    }
    if let Some(found) = as_phrase(words, index) {
        return Some(found);
    }
    if is_abbreviation(words, index) {
        return None;
    }
    word_by_word(words, index)
}

/// "Trakcja S.A.": any capital before a legal form is a company.
fn of_legal_form<'a>(words: &Words<'a>, index: usize) -> Option<Candidate<'a>> {
    words.legal_form_end(index + 1)?;
    Some(Candidate::new(index..index + 1, Some(EntityKind::Organization)))
}

/// Whether a word with a capital names nothing of ours, whatever follows.
fn is_nothing(words: &Words<'_>, index: usize) -> bool {
    is_shouted(words, index)
        || is_small_shouted(words, index)
        || is_counted(words, index)
        || is_feast(words, index)
        || is_label(words, index)
        || is_sister(words, index)
        || is_order(words, index)
        || is_calling(words, index)
        || is_shortened_word(words, index)
        || is_sign(words, index)
        || words.has(index, Traits::UNKNOWN | Traits::ACRONYM)
            && (is_numbered(words, index) || is_measure(words, index))
        || is_small_word(words, index)
        || is_compatriot(words, index)
        || is_colours(words, index)
}

/// A place, a contest or a company of several words that a list has.
fn of_list<'a>(words: &Words<'a>, index: usize) -> Option<Candidate<'a>> {
    if let Some(end) = listed::listed_place(words, index) {
        return Some(Candidate::new(index..end, Some(EntityKind::Place)));
    }
    if let Some(end) = listed::listed_contest(words, index) {
        return Some(Candidate { product: true, ..Candidate::new(index..end, None) });
    }
    // "Air Berlin", "Red Bull", "Super Express": one of the words is a place elsewhere, or the first a common word.
    let place =
        |end: &usize| words.has(index, Traits::PLACE | Traits::COMMON) || words.has(end - 1, Traits::PLACE);
    let company = listed::listed_company(words, index).filter(place);
    let end = company.filter(|end| !words.has(*end, Traits::CAPITAL))?;
    Some(Candidate::new(index..end, Some(EntityKind::Organization)))
}

/// A name that is a Polish phrase, or stays as it is written.
fn as_phrase<'a>(words: &Words<'a>, index: usize) -> Option<Candidate<'a>> {
    if is_party_in_brackets(words, index)
        || is_party_of_member(words, index)
        || words.is_letter(index) && is_network(words, index)
    {
        let name = Phrase::stiff(index..index + 1, EntityKind::Organization);
        return Some(Candidate::of_phrase(name));
    }
    if let Some(street) = street::of_several(words, index) {
        return Some(Candidate::of_phrase(street));
    }
    if let Some(marked) = phrase::marked(words, index) {
        return Some(Candidate::of_phrase(marked));
    }
    if let Some(other) = phrase::other(words, index) {
        return Some(Candidate { kind: None, ..Candidate::of_phrase(other) });
    }
    let mut phrase = phrase::at(words, index)?;
    // "klub Wspólna Ziemia", "stowarzyszenie Nasze Miasto"
    let calls_itself = phrase.tokens.len() > 1
        && phrase.is_only_nominative()
        && cue::before(words, index) == Some(Cue::Organization);
    if calls_itself {
        phrase.kind = EntityKind::Organization;
    }
    let doubtful = phrase.doubtful;
    // "festiwal Boska Komedia"
    let titled = || {
        let head = Traits::INSTITUTION | Traits::FEATURE | Traits::PLACE;
        // „serial „Ulica Jasna””: what fills the marks is what the work is called.
        let marked = || words.opens_title(index - 1) && words.closes_title(phrase.tokens.end);
        cue::before(words, index) == Some(Cue::Title)
            && phrase.tokens.len() > 1
            && (marked() || !phrase.tokens.clone().any(|token| words.has(token, head)))
    };
    let kind = Some(phrase.kind).filter(|_| !phrase.is_of_nothing(words) && !titled());
    Some(Candidate { kind, doubtful, ..Candidate::of_phrase(phrase) })
}

/// A name that is no phrase, unless its first word is one of a people, a title or what begins a sentence.
fn word_by_word<'a>(words: &Words<'a>, index: usize) -> Option<Candidate<'a>> {
    let traits = words.traits(index);
    let next_capital = words.before_capital(index);
    // "Czesi" are many, or one Czesia; "Polka" is from Poland, or of one Polek. "Maja Lis" is no Maya.
    let given = traits.has(Traits::GIVEN)
        && (!words.is_inhabitant(index) || next_capital && words.is_given_name_as_it_stands(index));
    // "Raków": of some called Rak, but a club before a town.
    if traits.has(Traits::NATION)
        && !traits.has(Traits::COUNTRY)
        && !given
        && !club::is_club(words, index)
        && !is_town(words, index)
        && !is_club_that_does(words, index)
    {
        return None;
    }
    // "Premier Nowak", "Pan Nowak": the title is no part of the name.
    let title = traits.has(Traits::ROLE) && !traits.has(Traits::GIVEN);
    if next_capital && (title || traits.has(Traits::START) && words.is_a(index, Sort::Address)) {
        return None;
    }
    if traits.has(Traits::START)
        && traits.has(Traits::COMMON)
        && !opens_foreign(words, index)
        && !is_connected(words, index)
        && words.legal_form_end(index + 1).is_none()
        && !is_dotted(words, index + 1)
        && !is_club_of_town(words, index)
        && !is_titled(words, index)
    {
        return at_start(words, index, next_capital);
    }
    run(words, index)
}

/// "dziennik „Hamburger Kurier”", "gazeta „La Voce”": a title that fills its marks, behind a noun that says whose it is.
fn is_titled(words: &Words<'_>, index: usize) -> bool {
    let called = || matches!(cue::before(words, index), Some(Cue::Press | Cue::Organization));
    title_end(words, index).is_some() && called()
}

/// "Transport for London", "Bank of England": a small foreign word and a capital follow.
fn is_connected(words: &Words<'_>, index: usize) -> bool {
    words.has(index + 1, Traits::CONNECTOR)
        && words.has(index + 2, Traits::CAPITAL)
        && words.together(index, index + 2)
}

/// "Raków Częstochowa", "Real Madryt" at the start of a sentence: a place that is a common word too, or what foreign clubs are called,
/// and the town of its club.
fn is_club_of_town(words: &Words<'_>, index: usize) -> bool {
    let called = words.has(index, Traits::PLACE) && place::is_polish_town(words, index + 1);
    (called || club::is_real(words, index)) && club::is_club(words, index)
}

/// "w Turku": one is in a town, hardly in a Turk.
fn is_town(words: &Words<'_>, index: usize) -> bool {
    let town = |reading: Reading<'_>| reading.name == NameClass::Place && reading.tag.has(Tag::LOC);
    words.has(index, Traits::PLACE)
        && index.checked_sub(1).is_some_and(|before| words.is_in(before))
        && words.known_readings(index).any(town)
}

/// "Raków wygrał": a club of the list before a verb.
fn is_club_that_does(words: &Words<'_>, index: usize) -> bool {
    words.has(index + 1, Traits::VERB)
        && words
            .known_readings(index)
            .any(|reading| reading.lemma == words.text(index) && CLUBS.contains(reading.lemma))
}

/// A common word at the start of a sentence before a small one: most capitals are of this kind, and nothing that is asked
/// of others makes a name of it.
fn begins_plainly(words: &Words<'_>, index: usize) -> bool {
    let heads = Traits::INSTITUTION | Traits::FEATURE | Traits::BRAND;
    let more = Traits::NAME | Traits::ACRONYM | Traits::PARTICLE | heads;
    let traits = words.traits(index);
    traits.has(Traits::START)
        && traits.has(Traits::COMMON)
        && !traits.has(more)
        && words.shape(index + 1) == Shape::Lower
        && !is_connected(words, index)
        && words.legal_form_end(index + 1).is_none()
        // "Reporterzy bez Granic"
        && !(words.is(index + 1, "bez") && words.has(index + 2, Traits::CAPITAL))
}

/// "poseł Jan Nowak (Nowoczesna)": the word in brackets right behind a surname is that of a party, whatever it is elsewhere.
fn is_party_in_brackets(words: &Words<'_>, index: usize) -> bool {
    let others = Traits::NAME | Traits::ROLE | Traits::NATION | Traits::NOUN | Traits::UNKNOWN;
    let behind =
        || index.checked_sub(2).is_some_and(|name| words.has(name, Traits::SURNAME | Traits::UNKNOWN));
    words.has(index, Traits::COMMON)
        && !words.has(index, others | Traits::START)
        && words.is(index - 1, "(")
        && words.is(index + 1, ")")
        && behind()
}

/// "posłanka Razem": an adverb with a capital behind a noun that says of whom it is the party.
fn is_party_of_member(words: &Words<'_>, index: usize) -> bool {
    let adverb = |reading: Reading<'_>| matches!(reading.tag.class(), Class::Adv | Class::Part);
    words.has(index, Traits::COMMON)
        && !words.has(index, Traits::START)
        && words.shape(index) == Shape::Title
        // "klub Razem dla Opola"
        && !words.is(index + 1, "dla")
        && words.before(index).is_some_and(|before| words.is_a(before, Sort::Partisan))
        && words.known_readings(index).any(adverb)
}

/// "na X", "na platformie X": the network, where no numeral before a noun is meant.
fn is_network(words: &Words<'_>, index: usize) -> bool {
    let on = || words.before(index).is_some_and(|before| words.key(before) == "na");
    let ends = || {
        words.shape(index + 1) == Shape::Other
            || words.has(index + 1, Traits::VERB | Traits::OFFICE | Traits::GIVEN)
    };
    words.is(index, "X") && (cue::before(words, index) == Some(Cue::Press) || on() && ends())
}

/// A word at the start of a sentence that is a common word as well as a name: "Maj", "Sam".
fn at_start<'a>(words: &Words<'a>, index: usize, next_capital: bool) -> Option<Candidate<'a>> {
    let traits = words.traits(index);
    let full = heads_long_name(words, index)
        || traits.has(Traits::GIVEN)
            && !traits.has(Traits::FUNCTION)
            // "Rudy Giuliani"
            && !(traits.has(Traits::ADJECTIVE)
                && (words.has(index + 1, Traits::COMMON | Traits::PLACE)
                    || matches!(words.key(index), "sam" | "jaki" | "taki")))
            && words.has(index + 1, Traits::SURNAME | Traits::UNKNOWN);
    // "Kuś", "Sam": a verb or a pronoun that only the article's full names show to be a surname.
    let function = traits.has(Traits::FUNCTION) && !traits.has(Traits::SURNAME);
    let small = function && !is_country(words, index) || !traits.has(Traits::NAME) || next_capital;
    // "Boeing zapowiedział", but "Boeing wylądował"
    let maker = traits.has(Traits::BRAND) && words.is_a(index + 1, Sort::Business);
    // "Polski urząd": no country, whatever else the article speaks of.
    if !full && words.has(index, Traits::COUNTRY) && goes_with_next(words, index) {
        return None;
    }
    if small && !full {
        return common(words, index).map(|found| Candidate { doubtful: !maker, ..found });
    }
    Some(Candidate { doubtful: !full && !maker && !is_country(words, index), ..run(words, index)? })
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
            let mut known = words.known_readings(next);
            known.clone().next().is_none() || known.any(noun)
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
