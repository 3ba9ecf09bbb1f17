//! Names word by word: what a run of capitals is, and how far it may go.

use std::cell::LazyCell;

use super::breaks::{breaks, is_cut_before_another};
use super::parts::{goes_on_foreign, is_foreign_half, is_initial, is_particle};
use super::{Candidate, street};
use crate::morph::{Shape, TaggedToken, TokenRange};
use crate::name::base::cases;
use crate::name::kind::{self, club};
use crate::name::lists::Cue;
use crate::name::phrase::{self, Phrase};
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};
use crate::name::{EntityKind, cue, role};
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
pub(super) const LONGEST: usize = 10;

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
    // "La Gazzetta dello Sport"
    let small = |index: usize| words.has(index, Traits::PARTICLE) && words.has(index + 1, Traits::CAPITAL);
    let goes_on =
        |index: usize| (words.has(index, Traits::CAPITAL) || small(index)) && words.together(start, index);
    let end = (start..start + LONGEST).find(|index| !goes_on(*index))?;
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

/// "Jacka K.": a given name and the first letter of a surname, whose point belongs to the name.
fn is_shortened(words: &Words<'_>, start: usize, end: usize) -> bool {
    let first = words.has(start, Traits::GIVEN) || words.is_letter(start);
    end > start + 1 && first && is_initial(words, end - 1) && words.is_point(end)
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
