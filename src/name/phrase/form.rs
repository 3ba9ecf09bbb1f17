//! Names by a form of their own rather than by a head noun that the lists hold: parties by a year or by their members,
//! newspapers and associations between marks, clubs with their town.

use super::{Phrase, is_adjective, with_most_adjectives};
use crate::morph::{Class, NameClass, Reading, Shape, Tag};
use crate::name::base::cases::common_genitive;
use crate::name::kind::place::is_polish_town;
use crate::name::lists::{CLUBS, Cue, FIXED, MEMBERS, PRESS, WATERSIDE};
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};
use crate::name::{EntityKind, cue};
use crate::text::is_dash;

/// The name of such a form that begins at a capital.
pub(super) fn at<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    fixed(words, start)
        .or_else(|| members(words, start))
        .or_else(|| dated_party(words, start))
        .or_else(|| without(words, start))
        .or_else(|| for_country(words, start))
        .or_else(|| for_people(words, start))
        .or_else(|| for_place(words, start))
        .or_else(|| with_compound(words, start))
        .or_else(|| titled(words, start))
        .or_else(|| press(words, start))
        .or_else(|| journal(words, start))
        .or_else(|| club(words, start))
        .or_else(|| waterside(words, start))
}

/// "Frankfurt nad Menem": a town of the list with its water, which stays as it is.
fn waterside<'a>(words: &Words<'a>, town: usize) -> Option<Phrase<'a>> {
    let water = town + 2;
    if !words.has(town, Traits::PLACE) || words.key(town + 1) != "nad" || !words.together(town, water) {
        return None;
    }
    let behind = |rest: &&str| rest.split(' ').next_back() == Some(words.text(water));
    let listed = |lemma: &str| WATERSIDE.get(lemma).is_some_and(|waters| waters.iter().any(behind));
    let reading =
        words.known_readings(town).find(|town| town.name == NameClass::Place && listed(town.lemma))?;
    let named = (reading.lemma, reading.tag, EntityKind::Place);
    Some(Phrase::new(town..water + 1, town..town + 1, town, named))
}

/// "Polska 2050": the party, by its year.
fn dated_party<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    let year = start + 1;
    let fits = words.has(start, Traits::COUNTRY) && words.is(year, "2050") && words.together(start, year);
    let reading = fits.then(|| {
        let mut readings = words.likely_readings(start);
        readings.find(|x| x.name == NameClass::Place && x.tag.class() == Class::Subst)
    });
    let reading = reading.flatten()?;
    let named = (reading.lemma, reading.tag, EntityKind::Organization);
    Some(Phrase::new(start..year + 1, start..year, start, named))
}

/// "Pomoc Kościołowi w Potrzebie": a name of the list, whose head alone inflects.
pub(super) fn fixed<'a>(words: &Words<'a>, head: usize) -> Option<Phrase<'a>> {
    if !words.has(head, Traits::NOUN) || !words.before_capital(head) {
        return None;
    }
    words.likely_readings(head).filter(|reading| reading.tag.class() == Class::Subst).find_map(|reading| {
        let fits = |rest: &&str| {
            let mut index = head;
            rest.split(' ').all(|word| {
                index += 1;
                words.is(index, word)
            })
        };
        let rest = FIXED.get(reading.lemma)?.iter().find(|rest| fits(rest))?;
        let end = head + 1 + rest.split(' ').count();
        let named = (reading.lemma, reading.tag, EntityKind::Organization);
        Some(Phrase::new(head..end, head..head + 1, head, named))
    })
}

/// "kandydat Demokratów", "Zieloni": a party that is called after its members, all of them, with a capital within a sentence.
fn members<'a>(words: &Words<'a>, head: usize) -> Option<Phrase<'a>> {
    let within = words
        .before(head)
        .is_some_and(|before| words.has(before, Traits::CAPITAL) && !words.has(before, Traits::START));
    // "Socjaliści i Demokraci": one group in the European Parliament.
    let pair = || words.is(head + 1, "i") && words.known_readings(head).any(|x| x.lemma == "socjalista");
    // "kandydatka Demokratów Anna Nowak"
    let ends = !words.before_capital(head) || words.has(head + 1, Traits::GIVEN);
    let nominal = words.has(head, Traits::NOUN | Traits::ADJECTIVE);
    let alone = nominal && words.shape(head) == Shape::Title && ends && !within && !pair();
    let several = |reading: &Reading<'_>| reading.tag.has(Tag::PL) && reading.tag.has(Tag::M1);
    let reading = alone.then(|| words.likely_readings(head).find(|reading| MEMBERS.contains(reading.lemma)));
    let reading = reading.flatten().filter(several)?;
    let named = (*MEMBERS.get(reading.lemma)?, Tag::of(Class::Subst) | Tag::SG, EntityKind::Organization);
    let mut phrase = Phrase::new(head..head + 1, head..head + 1, head, named);
    // "dwie partie: Zieloni i Lewica"
    let listed = words.before(head).is_some_and(|before| words.is(before, ":"));
    phrase.doubtful = words.has(head, Traits::START) && !listed;
    Some(phrase)
}

/// "Polsko-Czeska Izba Handlowa": the first half of an adjective of two stays as it is.
fn with_compound<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    let adjective = start + 2;
    let fits =
        words.is_joint(start + 1) && words.text(start).ends_with('o') && is_adjective(words, adjective);
    let phrase = fits.then(|| with_most_adjectives(words, adjective, |_| true)).flatten()?;
    let whole = Phrase { tokens: start..phrase.tokens.end, ..phrase };
    (whole.head > adjective).then_some(whole)
}

/// "Lekarze bez Granic", "raport Reporterów bez Granic": people who call themselves after what they do without.
fn without<'a>(words: &Words<'a>, head: usize) -> Option<Phrase<'a>> {
    let what = head + 2;
    let fits = words.has(head, Traits::NOUN)
        && words.is(head + 1, "bez")
        && words.has(what, Traits::CAPITAL)
        && words.has(what, Traits::COMMON)
        && words.together(head, what);
    let several = |reading: &Reading<'_>| {
        reading.is_common_noun() && reading.tag.has(Tag::PL) && reading.tag.has(Tag::M1)
    };
    let reading = fits.then(|| words.likely_readings(head).find(several)).flatten()?;
    let named = (reading.lemma, reading.tag, EntityKind::Organization);
    Some(Phrase::new(head..what + 1, head..head + 1, head, named))
}

/// "Alternatywa dla Niemiec", "Nadzieja dla Europy": a common noun with a capital within a sentence, and the country that it
/// is for.
fn for_country<'a>(words: &Words<'a>, head: usize) -> Option<Phrase<'a>> {
    let country = head + 2;
    let fits = words.has(head, Traits::NOUN)
        && words.is(head + 1, "dla")
        && words.has(country, Traits::COUNTRY)
        && words.together(head, country)
        && !words.has(head, Traits::ROLE | Traits::FEAST | Traits::NAME)
        && !words.before_capital(country);
    let noun = |reading: &Reading<'_>| {
        let within = !words.has(head, Traits::START) || reading.lemma == "alternatywa";
        reading.is_common_noun() && within
    };
    let reading = fits.then(|| words.likely_readings(head).find(noun)).flatten()?;
    Some(for_whom(reading, head))
}

/// "Gdynia dla Mieszkańców": a town, and the people that it is for.
fn for_people<'a>(words: &Words<'a>, head: usize) -> Option<Phrase<'a>> {
    let people = head + 2;
    let fits = words.has(head, Traits::PLACE)
        && words.is(head + 1, "dla")
        && words.together(head, people)
        && words.has(people, Traits::CAPITAL)
        && words.has(people, Traits::COMMON)
        && !words.has(people, Traits::INSTITUTION | Traits::NAME)
        && common_genitive(words, people);
    let town =
        |reading: &Reading<'_>| reading.name == NameClass::Place && reading.tag.class() == Class::Subst;
    let reading = fits.then(|| words.likely_readings(head).find(town)).flatten()?;
    Some(for_whom(reading, head))
}

/// "klub Razem dla Opola": what those call themselves who are for a town or a country, behind the noun that says what they are.
fn for_place<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    let place = start + 2;
    let fits = words.is(start + 1, "dla")
        && words.has(place, Traits::PLACE)
        && words.together(start, place)
        && cue::before(words, start) == Some(Cue::Organization);
    let end = || super::place(words, place).map_or(place + 1, |place| place.tokens.end);
    fits.then(|| Phrase::stiff(start..end(), EntityKind::Organization))
}

/// The name of a head with "dla" and one more word behind it.
fn for_whom(reading: Reading<'_>, head: usize) -> Phrase<'_> {
    let named = (reading.lemma, reading.tag, EntityKind::Organization);
    Phrase::new(head..head + 3, head..head + 1, head, named)
}

/// "Świat Książki", "Sługa Narodu": two common nouns with capitals within a sentence, the second in the genitive, and no
/// other capital beside them.
fn titled<'a>(words: &Words<'a>, head: usize) -> Option<Phrase<'a>> {
    let after = head + 1;
    let noun = |case: Tag| {
        words.known_readings(after).any(|reading| reading.is_common_noun() && reading.tag.has(case))
    };
    let others = Traits::GIVEN
        | Traits::ROLE
        | Traits::NATION
        | Traits::INSTITUTION
        | Traits::FEATURE
        | Traits::ADJECTIVE;
    let alone = !words.before_capital(after)
        && words
            .before(head)
            .is_some_and(|before| !words.has(before, Traits::CAPITAL) && !words.opens_title(before));
    let titled = |index: usize| words.has(index, Traits::NOUN) && words.shape(index) == Shape::Title;
    // "Land Rovera" is a car, and "a" ends the genitive of many.
    let product = words.text(after).ends_with('a');
    let fits = words.before_capital(head)
        && !words.has(head, others | Traits::FEAST | Traits::START | Traits::COUNTRY)
        && !words.has(after, others | Traits::SURNAME | Traits::PLACE)
        && titled(head)
        && titled(after)
        && noun(Tag::GEN)
        && !noun(Tag::NOM)
        && !product;
    let common = || words.likely_readings(head).find(|reading| reading.is_common_noun());
    let reading = (fits && alone).then(common).flatten()?;
    let named = (reading.lemma, reading.tag, EntityKind::Organization);
    Some(Phrase::new(head..after + 1, head..after, head, named))
}

/// A newspaper between marks: „Rzeczpospolitej”, „Pulsu Biznesu”.
fn press<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    let opened = || start.checked_sub(1).is_some_and(|mark| words.opens_title(mark));
    if !words.has(start, Traits::NOUN | Traits::OTHER) || !opened() {
        return None;
    }
    let large = |index: &usize| words.has(*index, Traits::CAPITAL);
    let end =
        (start..start + LONGEST_TITLE).find(|index| !large(index)).filter(|end| words.closes_title(*end))?;
    let reading = words
        .likely_readings(start)
        .find(|reading| reading.tag.class() == Class::Subst && PRESS.contains(reading.lemma))?;
    let named = (reading.lemma, reading.tag, EntityKind::Organization);
    let mut phrase = Phrase::new(start..start + 1, start..start + 1, start, named);
    phrase.take_adjectives(words);
    phrase.tokens.end = end;
    Some(phrase)
}

/// „publicysta „Więzi””: the common noun that fills the marks behind one who writes for it, in the genitive.
fn journal<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    let mark =
        start.checked_sub(1).filter(|mark| words.opens_title(*mark) && words.closes_title(start + 1))?;
    let writes = words.before(mark).is_some_and(|before| words.is_a(before, Sort::Journalist));
    let noun = |reading: &Reading<'_>| reading.is_common_noun() && reading.tag.has(Tag::GEN);
    let reading = writes.then(|| words.likely_readings(start).find(noun)).flatten()?;
    let named = (reading.lemma, reading.tag, EntityKind::Organization);
    Some(Phrase::new(start..start + 1, start..start + 1, start, named))
}

/// Words of a newspaper's title, at most.
const LONGEST_TITLE: usize = 4;

/// „fundacja „Pomocna Dłoń””, „związek zawodowy „Nurt””: what fills the marks behind the noun of an organization is what it calls
/// itself, and stays as it is.
pub(in crate::name) fn marked<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    let mark = start.checked_sub(1).filter(|mark| words.opens_title(*mark))?;
    let inside = |index: &usize| {
        words.together(start, *index) && (words.shape(*index) != Shape::Other || words.is_joint(*index))
    };
    let end = (start..=start + LONGEST_MOTTO).find(|index| !inside(index))?;
    let fills = words.closes_title(end) && words.together(mark, end) && end <= start + LONGEST_MOTTO;
    (fills && cue::calls_itself(words, start)).then(|| Phrase::stiff(start..end, EntityKind::Organization))
}

/// Tokens of what an organization calls itself, at most.
const LONGEST_MOTTO: usize = 6;

/// "Legia Warszawa", "z Pogonią Szczecin": a noun with a Polish town in the nominative behind it.
fn club<'a>(words: &Words<'a>, head: usize) -> Option<Phrase<'a>> {
    let (town, next) = (head + 1, head + 2);
    let others = Traits::NATION | Traits::INSTITUTION | Traits::FEATURE | Traits::CUE;
    // "Puszcza Niepołomice", but "Port Gdańsk"
    let noun = words.has(head, Traits::NOUN)
        && (!words.has(head, others) || words.has(head, Traits::FEATURE | Traits::CUE) && words.is_a(head, Sort::Namesake))
        // "Arka" is of Arek too, but a man's town stands in his case.
        && !(words.has(head, Traits::GIVEN) && words.is_given_name_as_it_stands(head));
    // "Trener Piła"
    let person = words.has(head, Traits::ROLE) && words.has(town, Traits::SURNAME | Traits::COMMON);
    if !noun || person || !is_polish_town(words, town) || !words.together(head, town) {
        return None;
    }
    // "Trasa Lublin – Warszawa", but "Piast Gliwice – Lech Poznań"
    if !words.has(head, Traits::NAME) && words.together(town, next) && words.text(next).chars().all(is_dash) {
        return None;
    }
    let mut readings = words.likely_readings(head);
    let reading = if words.has(head, Traits::START) {
        // Where a sentence begins the noun is its subject: in "Zimą Zakopane" it is none.
        let subject = |tag: Tag| tag.class() == Class::Subst && tag.has(Tag::NOM) && tag.has(Tag::SG);
        readings.next().filter(|reading| subject(reading.tag))
    } else {
        readings.find(|reading| reading.is_common_noun())
    }?;
    // "Lecha Poznań": of Lech, though a "lecha" is a bed of flowers.
    let reading = words.known_readings(head).find(|club| CLUBS.contains(club.lemma)).unwrap_or(reading);
    let named = (reading.lemma, reading.tag, EntityKind::Organization);
    Some(Phrase::new(head..next, head..town, head, named))
}
