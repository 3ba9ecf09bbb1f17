//! Names word by word: where a run of capitals ends, and what it is.

use std::cell::LazyCell;

use super::Candidate;
use super::nothing::{is_shouted, is_small_word};
use super::street;
use crate::morph::{Class, NameClass, Reading, Shape, Tag, TaggedToken, TokenRange};
use crate::name::EntityKind;
use crate::name::base::Of;
use crate::name::base::cases;
use crate::name::kind::place::{self, is_polish_town};
use crate::name::kind::{self, club};
use crate::name::lists::{Cue, THINGS};
use crate::name::phrase::{self, Phrase};
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};
use crate::name::{cue, role};
use crate::text::is_hyphen;

/// The name word by word that fills `tokens`.
pub(in crate::name) fn over<'a>(words: &Words<'a>, tokens: TokenRange) -> Option<Candidate<'a>> {
    named(words, tokens, false)
}

/// Names word by word: people, companies, foreign places.
pub(super) fn run<'a>(words: &Words<'a>, start: usize) -> Option<Candidate<'a>> {
    let mut end = run_end(words, start);
    let mut product = false;
    let number = words.has(end - 1, Traits::UNKNOWN).then(|| numbered(words, end)).flatten();
    if let Some(number) = number {
        if words.has(number, Traits::ORGANIZATION_WORD) {
            end = number + 1;
        } else {
            product = true;
        }
    }
    if is_shortened(words, start, end) {
        end += 1;
    }
    // "Canal+", "Canal+ Sport"
    if words.shape(end) == Shape::Other && is_plus(words, start, end) {
        end += 1;
        while words.has(end, Traits::CAPITAL) && end - start < LONGEST && words.together(start, end) {
            end += 1;
        }
        return Some(Candidate::new(start..end, Some(EntityKind::Organization)));
    }
    named(words, start..end, product)
}

/// The plus that ends the name of a channel: none of those that agencies write for quotation marks, nor that of "B+R".
fn is_plus(words: &Words<'_>, start: usize, index: usize) -> bool {
    let plus = |at: usize| words.is(at, "+");
    let opens = |at: usize| plus(at) && words.tagged.get(at).is_some_and(|mark| !mark.space_after());
    let mark = words.tagged.get(index).filter(|_| plus(index));
    mark.is_some_and(|mark| {
        !mark.space_before() && (mark.space_after() || !words.has(index + 1, Traits::CAPITAL))
    }) && !(start.saturating_sub(MARKED)..start).any(opens)
}

/// Tokens that agencies' marks hold, as a rule.
const MARKED: usize = 8;

fn named<'a>(words: &Words<'a>, tokens: TokenRange, product: bool) -> Option<Candidate<'a>> {
    let start = tokens.start;
    let agreement = cases::name_agreement(words, start);
    if let Some(phrase) = street::name(words, &tokens) {
        return Some(Candidate::of_phrase(phrase));
    }
    let role = role::before(words, start, agreement, tokens.len() == 1);
    let joined = || (tokens.len() == 1 && street::is_joined(words, start)).then_some(EntityKind::Place);
    let kind = if tokens.len() == 1 && is_family(words, start) {
        Some(EntityKind::Person)
    } else {
        kind::of_run(words, &tokens, role.is_some()).or_else(joined)
    };
    let person = kind == Some(EntityKind::Person);
    let product = product || kind.is_none() && kind::is_title(words, &tokens);
    let traits = words.traits(start);
    // A lone common word with a capital names nothing that the words show.
    let lone = tokens.len() == 1
        && !traits.has(Traits::NAME | Traits::UNKNOWN)
        // "przy Marywilskiej": an adjective of the dictionary that is no surname.
        && !street::is_beside_street(words, start);
    // "szkoleniowiec Stali"
    if tokens.len() == 1 && club::is_athletes_club(words, start) {
        if let Some(club) = phrase::common(words, start).filter(Phrase::is_brand) {
            return Some(Candidate::of_phrase(club));
        }
    }
    // "klub Prawo i Sprawiedliwość"
    if lone && kind == Some(EntityKind::Organization) && words.is(tokens.end, "i") {
        if let Some(pair) = common(words, start).filter(|pair| pair.tokens.len() > 1) {
            return Some(pair);
        }
    }
    if lone && kind.is_none() {
        return common(words, start).or_else(|| verbal(words, tokens));
    }
    let role = role.filter(|_| person || kind.is_none()).map(Box::new);
    Some(Candidate { role, product: product && !person, ..Candidate::new(tokens, kind) })
}

/// "rodzina Kowalskich", "ród Orwicków": whether a word is the surname of several who are of one family.
pub(in crate::name) fn is_family(words: &Words<'_>, index: usize) -> bool {
    let several = ["ów", "ich", "ych"].iter().any(|ending| words.text(index).ends_with(ending));
    several
        && words.has(index, Traits::SURNAME | Traits::UNKNOWN)
        && words.before(index).is_some_and(|before| words.is_a(before, Sort::Family))
}

/// A common noun that is written with a capital within a sentence: "Lewica", "Prawo i Sprawiedliwość".
pub(super) fn common<'a>(words: &Words<'a>, index: usize) -> Option<Candidate<'a>> {
    let phrase = phrase::common(words, index)?;
    let introduced = cue::before(words, index).is_some_and(|cue| cue != Cue::Title);
    if phrase.tokens.len() == 1 && !introduced && !phrase.is_brand() {
        return None;
    }
    Some(Candidate::of_phrase(phrase))
}

/// "majątek Muska": a verb with a capital within a sentence, which only a full name of the article shows to be a surname.
fn verbal<'a>(words: &Words<'a>, tokens: TokenRange) -> Option<Candidate<'a>> {
    let index = tokens.start;
    let verb = words.has(index, Traits::FUNCTION)
        && words.has(index, Traits::VERB)
        && words.shape(index) == Shape::Title
        && !words.has(index, Traits::START);
    verb.then(|| Candidate { doubtful: true, ..Candidate::new(tokens, None) })
}

/// How many tokens a name word by word may have; a page of capitals is cut into pieces of this length.
const LONGEST: usize = 10;

fn run_end(words: &Words<'_>, start: usize) -> usize {
    let mut end = start + 1;
    let title =
        LazyCell::new(|| title_end(words, start).or_else(|| company_end(words, start)).unwrap_or(start));
    while end - start < LONGEST {
        let capital = || words.has(end, Traits::CAPITAL) && words.together(start, end);
        end += match joined(words, start, end).or_else(|| linked(words, start, end)) {
            Some(tokens) => tokens,
            None if capital() && (end < *title || !breaks(words, start, end)) => 1,
            None => return end,
        };
    }
    end
}

/// How many tokens a mark joins to the name before it: a hyphen or the point of an initial, with the capital behind it.
fn joined(words: &Words<'_>, start: usize, mark: usize) -> Option<usize> {
    let next = words.has(mark + 1, Traits::CAPITAL) && words.together(start, mark + 1);
    let hyphen =
        || words.is_joint(mark) && !is_pair(words, start, mark) && (next || is_foreign_half(words, mark + 1));
    let initial =
        || words.is_point(mark) && is_initial(words, mark - 1) && !is_cut_before_another(words, start, mark);
    (hyphen() || next && (initial() || is_dotted(words, mark))).then_some(2)
}

/// How many tokens one or two small foreign words join to the name before them, with the capital behind.
fn linked(words: &Words<'_>, start: usize, link: usize) -> Option<usize> {
    let opens = || link == start + 1 && is_particle(words, start);
    let particle = is_particle(words, link)
        && (goes_on_foreign(words, link - 1) || opens())
        && !words.has(link + 1, Traits::INSTITUTION);
    let connected = words.has(link, Traits::CONNECTOR) && words.has(link - 1, Traits::CAPITAL);
    if !particle && !connected {
        return None;
    }
    let capital = |at: usize| words.has(at, Traits::CAPITAL) && words.together(start, at);
    if capital(link + 1) {
        return Some(2);
    }
    let two = particle && is_particle(words, link + 1) || connected && words.key(link + 1) == "the";
    (two && capital(link + 2)).then_some(3)
}

/// "Orange Polska S.A.": where the capitals before a legal form end, which are all of a company's name.
fn company_end(words: &Words<'_>, start: usize) -> Option<usize> {
    let capital = |index: &usize| words.has(*index, Traits::CAPITAL) && words.together(start, *index);
    let end = (start..start + LONGEST).find(|index| !capital(index))?;
    words.legal_form_end(end).map(|_| end)
}

/// Where a foreign title ends that no name inside it cuts: one that begins with its article or fills quotation marks.
pub(in crate::name) fn title_end(words: &Words<'_>, start: usize) -> Option<usize> {
    let article = words.is(start, "The");
    let opened = start > 0 && words.opens_title(start - 1);
    if !(article || opened) || words.has(start, Traits::GIVEN) {
        return None;
    }
    let capital = |index: usize| words.has(index, Traits::CAPITAL) && words.together(start, index);
    let end = (start..start + LONGEST).find(|index| !capital(*index))?;
    let marked = || opened && words.closes_title(end);
    (end - start > 1 && (article || marked())).then_some(end)
}

/// "Leave.EU", "E.ON", "E.On": a point without spaces before capitals.
pub(in crate::name) fn is_dotted(words: &Words<'_>, point: usize) -> bool {
    let tight = |mark: TaggedToken<'_>| !mark.space_before() && !mark.space_after();
    words.is_point(point)
        && words.tagged.get(point).is_some_and(tight)
        && matches!(words.text(point + 1).len(), 2 | 3)
        && (words.shape(point + 1) == Shape::Upper || words.is(point + 1, "On") && words.is(point - 1, "E"))
}

/// "UE-USA", "Polska-Holandia", "PO-PSL": a hyphen between two that are names each by itself. Regions that bear one name of two
/// ("Badenia-Wirtembergia") are none of countries.
pub(in crate::name) fn is_pair(words: &Words<'_>, start: usize, joint: usize) -> bool {
    let acronym = |index: usize| {
        let word = words.text(index);
        words.has(index, Traits::ACRONYM)
            && !words.has(index, Traits::UNKNOWN | Traits::GIVEN | Traits::SURNAME)
            && word.chars().all(char::is_uppercase)
    };
    let country = |index: usize| words.has(index, Traits::COUNTRY) && !words.has(index, Traits::GIVEN);
    let alone = |index: usize| acronym(index) || country(index);
    joint == start + 1 && words.is_joint(joint) && alone(start) && alone(joint + 1)
}

/// The small half of a Korean or Chinese given name: "Dzong-un", "Jae-yong".
fn is_foreign_half(words: &Words<'_>, index: usize) -> bool {
    let short = || words.key(index).len() <= HALF && words.key(index - 2).len() <= HALF;
    words.shape(index) == Shape::Lower && (words.known_readings(index).next().is_none() || short())
}

/// Letters of half a Korean given name, at most.
const HALF: usize = 5;

/// "Park Chan-dae": a short family name before a given name in two short halves.
pub(in crate::name) fn is_korean(words: &Words<'_>, index: usize) -> bool {
    let given = index + 1;
    words.before_capital(index)
        && words.is_joint(given + 1)
        && words.together(index, given + 2)
        && [index, given, given + 2].into_iter().all(|part| words.key(part).len() <= HALF)
        && words.shape(given + 2) == Shape::Lower
}

pub(in crate::name) fn is_initial(words: &Words<'_>, index: usize) -> bool {
    let mut letters = words.text(index).chars().filter(|c| c.is_alphabetic());
    words.has(index, Traits::CAPITAL)
        && (letters.next().is_some() && letters.next().is_none()
            || matches!(words.text(index), "Sz" | "Cz" | "Ch" | "St" | "Dz"))
}

/// "Jacka K.": a given name and the first letter of a surname, whose point belongs to the name.
fn is_shortened(words: &Words<'_>, start: usize, end: usize) -> bool {
    let first = words.has(start, Traits::GIVEN) || words.is_letter(start);
    end > start + 1 && first && is_initial(words, end - 1) && words.is_point(end)
}

/// "Sąd uniewinnił Jana K. Anna S. trafiła do aresztu": behind the first letter of a surname, the given name of another or a
/// common word.
fn is_cut_before_another(words: &Words<'_>, start: usize, point: usize) -> bool {
    let next = point + 1;
    point == start + 2
        && words.has(start, Traits::GIVEN)
        && !words.has(next, Traits::SURNAME)
        && (words.has(next, Traits::GIVEN) || !words.has(next, Traits::NAME | Traits::UNKNOWN))
}

/// A small word inside a name; one that begins a sentence is written large: "Van der Berg".
pub(super) fn is_particle(words: &Words<'_>, index: usize) -> bool {
    (words.shape(index) == Shape::Lower || words.has(index, Traits::START))
        && words.has(index, Traits::PARTICLE)
}

/// A particle that begins a sentence and a name: "De Niro", "Von der Leyen"; none that is a word too.
pub(super) fn opens_foreign(words: &Words<'_>, index: usize) -> bool {
    let goes_on = words.has(index + 1, Traits::CAPITAL) || is_particle(words, index + 1);
    is_particle(words, index) && goes_on && !is_ambiguous(words, index) && words.together(index, index + 1)
}

/// A particle that is a word too.
pub(super) fn is_ambiguous(words: &Words<'_>, index: usize) -> bool {
    Sort::Ambiguous.has(words.key(index)) && !words.is(index.saturating_sub(1), "de")
}

pub(super) fn goes_on_foreign(words: &Words<'_>, index: usize) -> bool {
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
    // "przegrał z Djokoviciem 4:6"
    let is_score =
        || (words.is(number + 1, ":") || words.is_joint(number + 1)) && words.is_figure(number + 2);
    (words.is_figure(number) && words.together(end - 1, number) && !is_score()).then_some(number + 1)
}

/// "prezes Nvidii Jensen Huang": a company of the list that stands in another case than what follows it.
fn is_inflected_company(words: &Words<'_>, start: usize) -> bool {
    words.has(start, Traits::ORGANIZATION)
        && !words.has(start, Traits::GIVEN | Traits::SURNAME | Traits::ORGANIZATION_WORD)
        && words.known_readings(start).next().is_none()
        && !THINGS.contains(words.text(start))
}

/// "w Bundestagu Gyde Orwick": an organization of the dictionary in another case than the nominative before two words that may be
/// a full name.
fn is_house_of_next(words: &Words<'_>, house: usize) -> bool {
    let person = Traits::UNKNOWN | Traits::SURNAME;
    let mut cases = words.known_readings(house).map(|reading| reading.tag).peekable();
    words.has(house, Traits::ORGANIZATION)
        && !words.has(house, Traits::GIVEN | Traits::SURNAME)
        && words.has(house + 1, Traits::UNKNOWN)
        && words.has(house + 2, person)
        && !words.has(house + 2, Traits::ORGANIZATION_WORD)
        && words.together(house, house + 2)
        && cases.peek().is_some()
        && cases.all(|case| !case.has(Tag::NOM))
}

/// Whether the capital at `index` begins something new rather than going on with the name from `start`.
fn breaks(words: &Words<'_>, start: usize, index: usize) -> bool {
    let traits = words.traits(index);
    let person = words.has(start, Traits::GIVEN);
    if is_small_word(words, index) || phrase::is_country_of_two(words, index) {
        return true;
    }
    if index == start + 1 && words.is(start, "New") && traits.has(Traits::PLACE_WORD) {
        return false;
    }
    // "Śląsk Wrocław", but "na Śląsku Anglia".
    let club = index == start + 1
        && club::is_club(words, start)
        && (!words.has(start, Traits::COUNTRY) || is_polish_town(words, index))
        || club::ends_sponsored(words, start, index);
    // "trener Lecha Niels Frederiksen"
    let player = || index == start + 1 && !club && club::is_athletes_club(words, start);
    if index == start + 1 && (is_whose_official_follows(words, start) || is_cited(words, start))
        || opens_another(words, start, index, club)
        || !club && is_inflected_company(words, start)
        || index == start + 1 && is_house_of_next(words, start)
        || player()
    {
        return true;
    }
    // "Nguyen Thi Van Anh"
    if person && words.has(index, Traits::PARTICLE) && words.has(index + 1, Traits::CAPITAL) {
        return false;
    }
    let surname = traits.has(Traits::SURNAME | Traits::GIVEN | Traits::UNKNOWN);
    let word = traits.has(Traits::ORGANIZATION_WORD) && !traits.has(Traits::INSTITUTION);
    if person && index - start >= 2 && !word && (words.shape(index) == Shape::Upper || !surname) {
        // "Jan Paweł II"
        return words.readings(index).all(|reading| reading.tag.class() != Class::Romandig);
    }
    !club && ends_with_place(words, start, index) && !leads_to_house(words, start, index)
}

/// "szef Boston Consulting Group": whether a foreign word goes on from a place as it stands to one that shows a house.
fn leads_to_house(words: &Words<'_>, place: usize, index: usize) -> bool {
    let stands =
        |reading: Reading<'_>| reading.name == NameClass::Place && reading.lemma == words.text(place);
    let shows = |at: usize| words.has(at, Traits::ORGANIZATION_WORD) && !words.has(at, Traits::INSTITUTION);
    let goes_on = |at: &usize| words.has(*at, Traits::CAPITAL) && words.together(place, *at);
    index == place + 1
        && words.has(index, Traits::UNKNOWN | Traits::ORGANIZATION_WORD)
        && !words.is_behind_preposition(place)
        && words.known_readings(place).any(stands)
        && (index..place + LONGEST).take_while(goes_on).any(shows)
}

/// "sekretarz stanu Georgii Brad Orwick": a country or town in the genitive before a full name in the nominative.
fn is_whose_official_follows(words: &Words<'_>, place: usize) -> bool {
    let given = place + 1;
    let genitive = |reading: Reading<'_>| reading.name == NameClass::Place && reading.tag.has(Tag::GEN);
    words.has(place, Traits::PLACE)
        && !is_saint(words, place)
        && words.known_readings(place).any(genitive)
        && is_given_base(words, given)
        && !words.is_given_name_as_it_stands(place)
        && words.before_capital(given)
        && words
            .before(place)
            .is_some_and(|before| words.shape(before) == Shape::Lower || words.has(before, Traits::START))
}

/// "według Pentagonu Iran odmówił", "zdaniem premiera Orwickiego Lis kłamie": a name in the genitive behind a word that cites it, and
/// in the nominative the one of whom it says something. A club has its town behind it: "według Lecha Poznań".
pub(in crate::name) fn is_cited(words: &Words<'_>, cited: usize) -> bool {
    let subject = cited + 1;
    let says = |at: usize| words.has(at, Traits::VERB) && words.shape(at) == Shape::Lower;
    (says(subject + 1) || matches!(words.key(subject + 1), "nie" | "się") && says(subject + 2))
        && is_cited_at(words, cited)
        && !words.has(cited, Traits::GIVEN)
        && !is_polish_town(words, subject)
        && !club::is_real(words, cited)
        && is_only_genitive(words, cited)
        && is_no_genitive(words, subject)
}

/// Whether a word before a name cites it, with at most a few small ones between: "zdaniem szefa Pentagonu".
fn is_cited_at(words: &Words<'_>, cited: usize) -> bool {
    let small = |index: &usize| words.shape(*index) == Shape::Lower || words.has(*index, Traits::START);
    let before = (cited.saturating_sub(CITED)..cited).rev();
    let mut before = before.take_while(|index| small(index) && words.together(*index, cited));
    before.any(|index| Sort::Citing.has(words.key(index)))
}

/// Tokens from a word that cites to the name, at most.
const CITED: usize = 4;

/// Whether a name is a genitive and no nominative, by the dictionary or, where that does not know it, by its end. "Kijowa" is of
/// Kijów, whatever the adjective.
fn is_only_genitive(words: &Words<'_>, index: usize) -> bool {
    let cases =
        cases::of_readings(words.known_readings(index).filter(|reading| reading.name != NameClass::Common));
    let ends = || ["a", "u", "ego"].iter().any(|end| words.text(index).ends_with(end));
    if cases.is_bare() { ends() } else { cases.has(Tag::GEN) && !cases.has(Tag::NOM) }
}

/// Whether a name is no genitive, save of a woman whose surname does not inflect; one that nobody knows ends in a consonant as
/// men do.
fn is_no_genitive(words: &Words<'_>, index: usize) -> bool {
    let stiff = |reading: &Reading<'_>| reading.name == NameClass::Surname && reading.tag.has(Tag::F);
    let cases = cases::of_readings(words.known_readings(index).filter(|reading| !stiff(reading)));
    let vowel = || words.text(index).ends_with(['a', 'e', 'i', 'o', 'u', 'y', 'ą', 'ę', 'ó']);
    let plural = || words.text(index).ends_with("ów");
    if cases.is_bare() { !vowel() && !plural() } else { !cases.has(Tag::GEN) }
}

/// Whether a given name is written in its base form: "Maria", but not "Marii".
fn is_given_base(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::GIVEN)
        && words.hypotheses(index, Of::Person).iter().any(|x| x.itself && x.given && x.tag.has(Tag::NOM))
}

/// Whether a word begins what is never part of the name before it; `club` where both are a club's name.
fn opens_another(words: &Words<'_>, start: usize, index: usize, club: bool) -> bool {
    let traits = words.traits(index);
    let person = words.has(start, Traits::GIVEN);
    // "Akson Studio", but "zdaniem Kowalskiego Bank"
    let company = || {
        let noun = words.has(start, Traits::NOUN) && !words.has(start, Traits::START | Traits::NAME);
        let named = words.has(start, Traits::UNKNOWN) || noun;
        traits.has(Traits::ORGANIZATION_WORD) && index == start + 1 && named
    };
    // "firma Meraxon Bau Polska"
    let house = || {
        words.is(index, "Polska")
            && (matches!(cue::over(words, start), Some(Cue::Organization | Cue::Press))
                || is_house(words, start, index))
    };
    // "Jan Mazur": of the Mazury elsewhere.
    let surname = || person && traits.has(Traits::SURNAME) && !place::is_country_as_it_stands(words, index);
    let is_country = || traits.has(Traits::COUNTRY) && !house() && !surname();
    let clash = |with: usize| !is_saint(words, with) && cases::clash(words, with, index);
    // "prezes Lecha Piotr Nowak": two given names of one person stand in one case.
    let another =
        || index == start + 1 && words.is_given_name_as_it_stands(index) && !is_given_base(words, start);
    (!person || another()) && opens_full_name(words, start, index)
        // "szef Hyundaia Chung Eui-sun"
        || is_korean(words, index)
        || !club && (is_country() || !person && clash(start))
        || is_acronym_behind_adjective(words, index)
        || !club && index == start + 1 && is_behind_thing(words, index)
        || is_shouted(words, index) && !traits.has(Traits::SURNAME)
        // "Zdaniem Jana Nowaka Kowalska kłamie"
        || person && index - start >= 2 && traits.has(Traits::SURNAME) && clash(index - 1)
        || traits.has(Traits::INSTITUTION) && !traits.has(Traits::NAME | Traits::UNKNOWN) && !company()
        || traits.has(Traits::NATION) && !traits.has(Traits::SURNAME | Traits::PLACE)
}

/// "prezes Granitex Polska, Jan Nowak": the country in the nominative behind a company that stays as it is, where no subject is
/// looked for: before a mark.
fn is_house(words: &Words<'_>, start: usize, index: usize) -> bool {
    let named = Traits::UNKNOWN | Traits::ORGANIZATION | Traits::ORGANIZATION_WORD;
    let (last, next) = (index - 1, index + 1);
    let clause = || words.is(next, ",") && words.known_readings(next + 1).any(|x| x.lemma == "który");
    words.has(last, named)
        && words.shape(last) != Shape::Upper
        && !words.has(start, Traits::PLACE)
        // "Vardin Bank Polska zawiązał"
        && (words.has(last, Traits::ORGANIZATION_WORD) && last > start
            || words.shape(next) == Shape::Other && !words.is_joint(next) && !clause())
}

/// "zdaniem Orwickiego TK": a surname in a case that is not the nominative ends the name before an acronym.
fn is_acronym_behind_adjective(words: &Words<'_>, index: usize) -> bool {
    let others = Traits::ORGANIZATION_WORD | Traits::SURNAME;
    // "przy Długiej GKS Katowice"
    let oblique = || {
        let cases = cases::of_readings(words.known_readings(index - 1)).with(Tag::VOC, Tag::IGN);
        words.has(index - 1, Traits::ADJECTIVE)
            && !words.has(index - 1, Traits::GIVEN | Traits::SURNAME)
            && !cases.is_bare()
            && !cases.has(Tag::NOM)
    };
    words.has(index, Traits::ACRONYM)
        && !words.has(index, others)
        && (words.ends_as_adjective_of_man(index - 1) || oblique())
}

/// "na Twitterze Trump": a person's name behind an organization or product in a case that is not the nominative, and of which
/// it is no adjective.
fn is_behind_thing(words: &Words<'_>, index: usize) -> bool {
    let (thing, person) = (index - 1, Traits::SURNAME | Traits::GIVEN);
    if !words.has(index, person)
        || words.has(index, Traits::PLACE)
        || !words.has(thing, Traits::ORGANIZATION | Traits::OTHER)
        || words.has(thing, person)
    {
        return false;
    }
    // Nobody calls a company.
    let cases = cases::of_readings(words.known_readings(thing)).with(Tag::VOC, Tag::IGN);
    let adjectives = words.known_readings(index).filter(|reading| reading.tag.class() == Class::Adj);
    !cases.is_bare() && !cases.has(Tag::NOM) && !cases::of_readings(adjectives).has(cases)
}

/// Whether a given name and a surname stand at `index`, behind more than an initial.
fn opens_full_name(words: &Words<'_>, start: usize, index: usize) -> bool {
    let surname = Traits::SURNAME | Traits::UNKNOWN;
    // Behind a word that nobody knows ("minister Ostrawii Jan Masłow") a surname may look like a place.
    let surname = if words.has(start, Traits::UNKNOWN) { surname | Traits::PLACE } else { surname };
    words.has(index, Traits::GIVEN)
        && words.has(index + 1, surname)
        && !words.has(index + 1, Traits::ORGANIZATION_WORD)
        && words.together(index, index + 1)
        && !is_initial(words, start)
        && !is_saint(words, index - 1)
}

/// "San Antonio Spurs", "Las Vegas": what begins the names of towns in America.
pub(in crate::name) fn is_saint(words: &Words<'_>, index: usize) -> bool {
    Sort::Saint.has(words.text(index))
        || words.is(index, "Las") && matches!(words.text(index + 1), "Vegas" | "Palmas")
}

/// Whether the name ends with the place before `index`: no place goes on with a word that the dictionary knows.
fn ends_with_place(words: &Words<'_>, start: usize, index: usize) -> bool {
    let last = index - 1;
    if index == start + 1 && (club::is_town_united(words, start) || is_saint(words, start)) {
        return false;
    }
    let place = words.has(last, Traits::PLACE)
        && (!words.has(last, Traits::SURNAME | Traits::GIVEN)
            || words.has(last, Traits::COUNTRY) && is_inflected_place(words, start, index));
    // "mer Kowna Visvaldas Matijošaitis"
    let ruled = || {
        index == start + 1
            && words.has(index + 1, Traits::CAPITAL)
            && !words.has(index + 1, Traits::GIVEN)
            && !words.has(index + 2, Traits::CAPITAL)
            && words.before(start).is_some_and(|before| words.has(before, Traits::OFFICE))
    };
    place && (!words.has(index, Traits::UNKNOWN) || ruled() || is_inflected_place(words, start, index))
        || ends_with_street(words, start, index)
}

/// "w Genewie Santos odmówił": a place that a preposition has put into another case; foreign names of several words inflect
/// at their end alone.
fn is_inflected_place(words: &Words<'_>, start: usize, index: usize) -> bool {
    let places = || words.known_readings(start).filter(|reading| reading.name == NameClass::Place);
    index == start + 1
        && words.is_behind_preposition(start)
        && places().next().is_some()
        && !places().any(|reading| reading.tag.has(Tag::NOM))
}

/// "na Wall Street Nvidia": a street's name ends with the word for it.
fn ends_with_street(words: &Words<'_>, start: usize, index: usize) -> bool {
    let others = Traits::PLACE_WORD | Traits::ORGANIZATION_WORD;
    index > start + 1 && Sort::ForeignStreet.has(words.key(index - 1)) && !words.has(index, others)
}
