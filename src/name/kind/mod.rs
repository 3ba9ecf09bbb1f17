//! The kind of a name word by word, as its words and the noun before it show.

pub(super) mod acronym;
pub(super) mod club;
pub(super) mod listed;
pub(super) mod place;

use std::collections::HashMap;

use self::club::{
    is_athletes_club, is_club, is_club_of_double_town, is_club_of_sponsor, is_club_of_town_of_two,
    is_town_united,
};
use self::listed::is_listed_company;
use self::place::{is_double_town, is_polish_town};
use super::base::Of;
use super::detect::{is_dotted, is_initial, is_korean, is_saint, title_end};
use super::lists::{Cue, RELATIONS, SURNAME_ENDINGS, THINGS};
use super::words::{Traits, Words};
use super::{EntityKind, cue};
use crate::morph::{Class, NameClass, Shape, Tag, TokenRange};
use crate::text::{Hasher, is_apostrophe, is_hyphen};

/// The kind of a run as its words show it; `None` where only the article can tell.
pub(super) fn of_run(words: &Words<'_>, tokens: &TokenRange, role: bool) -> Option<EntityKind> {
    let (start, count) = (tokens.start, tokens.len());
    if count == 4 && is_korean(words, start) {
        return Some(EntityKind::Person);
    }
    if has_word_of_organization(words, tokens) {
        return Some(EntityKind::Organization);
    }
    // "spółka Nova Park"
    if has_word_of_place(words, tokens, role) && cue::before(words, start) != Some(Cue::Organization) {
        return Some(EntityKind::Place);
    }
    if is_organization_by_form(words, tokens) {
        return Some(EntityKind::Organization);
    }
    let first = words.traits(start);
    // "wujek Kuby": hardly the country's.
    let nobody_s = || !first.has(Traits::GIVEN) || !is_related(words, start);
    if first.has(Traits::COUNTRY) && (count == 1 && nobody_s() || !first.has(Traits::GIVEN)) {
        return Some(EntityKind::Place);
    }
    let person = first.has(Traits::GIVEN | Traits::SURNAME);
    if role && person && !first.has(Traits::PLACE | Traits::ORGANIZATION) {
        return Some(EntityKind::Person);
    }
    if count == 2 && is_club(words, start)
        || is_club_of_sponsor(words, tokens)
        || is_club_of_double_town(words, tokens)
        || is_club_of_town_of_two(words, tokens)
    {
        return Some(EntityKind::Organization);
    }
    by_cue(words, tokens, role)
}

/// "mąż Orwick", "syn Orwicka": who has relatives is a person.
pub(in crate::name) fn is_related(words: &Words<'_>, start: usize) -> bool {
    words.before(start).is_some_and(|before| {
        words.has(before, Traits::OFFICE)
            && words.known_readings(before).any(|reading| RELATIONS.contains(reading.lemma))
    })
}

fn has_any(words: &Words<'_>, tokens: &TokenRange, wanted: Traits) -> bool {
    tokens.clone().any(|index| words.has(index, wanted))
}

/// Whether one of the words is an organization's: "Goldman Sachs", "w Alior Banku", "Manchester United".
fn has_word_of_organization(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let (start, last) = (tokens.start, tokens.end - 1);
    if tokens.len() == 1 {
        return is_athletes_club(words, start);
    }
    has_any(words, tokens, Traits::ORGANIZATION_WORD)
        || is_listed_company(words, tokens)
        || words.has(last, Traits::INSTITUTION) && !words.has(start, Traits::GIVEN | Traits::SURNAME)
        || tokens.len() == 2 && is_town_united(words, start)
        || !words.has(last, Traits::PLACE_WORD) && title_end(words, start) == Some(tokens.end)
}

/// Whether one of the words is a place's: "Park City", "San Antonio".
fn has_word_of_place(words: &Words<'_>, tokens: &TokenRange, role: bool) -> bool {
    let start = tokens.start;
    let saint = || is_saint(words, start) && !words.has(start, Traits::GIVEN);
    // "Sylwia Bator", "premier António Costa": the word is a surname too.
    let surname = || words.has(start, Traits::GIVEN) && (role || words.has(tokens.end - 1, Traits::SURNAME));
    let person = || tokens.len() == 2 && surname() && !words.is_behind_preposition(start);
    tokens.len() > 1 && has_any(words, tokens, Traits::PLACE_WORD) && !person()
        || tokens.len() == 2 && saint()
}

/// Whether the words are put together as those of an organization: "Leave.EU", "Siemens Polska", "Wendy's", "Bank of England",
/// "Śląsk Wrocław".
fn is_organization_by_form(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let (start, count) = (tokens.start, tokens.len());
    let house = || words.is(tokens.end - 1, "Polska") && !words.has(start, Traits::COUNTRY | Traits::FEATURE);
    let connected =
        || has_any(words, tokens, Traits::CONNECTOR) && cue::before(words, start) != Some(Cue::Title);
    let club =
        || words.has(start, Traits::COUNTRY) && is_club(words, start) && is_polish_town(words, start + 1);
    count == 3 && is_dotted(words, start + 1)
        || count > 1 && house()
        || is_saxon(words, tokens)
        || connected()
        || count == 2 && club()
}

/// The kind of a run as the noun before it says, and as its words do where there is none.
fn by_cue(words: &Words<'_>, tokens: &TokenRange, role: bool) -> Option<EntityKind> {
    let (start, count) = (tokens.start, tokens.len());
    let cue = cue_of(words, tokens);
    if count > 1 && words.has(start, Traits::GIVEN) && !is_double_town(words, tokens) {
        return of_full_name(words, tokens, role, cue);
    }
    match cue {
        Some(Cue::Place) => Some(EntityKind::Place),
        // "szef koncernu Eiji Hashimoto"
        Some(Cue::Organization) if role && count == 2 && ends_with_surname(words, tokens) => {
            Some(EntityKind::Person)
        }
        Some(Cue::Organization | Cue::Press) => Some(EntityKind::Organization),
        Some(Cue::Title) if !is_owner(words, start) => None,
        Some(Cue::Title) | None => without_cue(words, tokens),
    }
}

/// What the noun before a run says of it, unless it may be a person's whose the noun's thing is: "film Holland", "partia Wilka".
fn cue_of(words: &Words<'_>, tokens: &TokenRange) -> Option<Cue> {
    let owned = || tokens.len() == 1 && may_own(words, tokens.start);
    let near = cue::before(words, tokens.start).filter(|cue| *cue == Cue::Press || !owned());
    near.or_else(|| cue::distant(words, tokens.start).filter(|_| !owned() && !may_be_genitive(words, tokens)))
}

/// What begins with a given name is a person, or what an organization calls itself: "kancelaria Clifford Chance".
fn of_full_name(words: &Words<'_>, tokens: &TokenRange, role: bool, cue: Option<Cue>) -> Option<EntityKind> {
    let start = tokens.start;
    let marked = start > 0 && words.opens_title(start - 1) && words.closes_title(tokens.end);
    let maker = match cue {
        Some(Cue::Organization) => {
            marked || !role && is_uninflected(words, tokens) && cue::is_described(words, start)
        }
        Some(Cue::Title) if marked => return None,
        Some(Cue::Press) => marked,
        _ => false,
    };
    Some(if maker { EntityKind::Organization } else { EntityKind::Person })
}

/// The kind of a run that no noun introduces and no word of its own settles.
fn without_cue(words: &Words<'_>, tokens: &TokenRange) -> Option<EntityKind> {
    let (start, count) = (tokens.start, tokens.len());
    if count > 1 && is_initial(words, start) && words.is_point(start + 1) {
        return Some(EntityKind::Person);
    }
    if is_double_town(words, tokens) {
        return Some(EntityKind::Place);
    }
    if count == 1 {
        let branded = words.shape(start) == Shape::Mixed && is_branded(words.text(start));
        return if branded { Some(EntityKind::Organization) } else { single_kind(words, start) };
    }
    let people = tokens.clone().filter(|index| words.has(*index, Traits::SURNAME | Traits::GIVEN)).count();
    (people > 1).then_some(EntityKind::Person)
}

/// "Wendy's": an English genitive that stands alone is a house, called after whom it belongs to.
fn is_saxon(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let owner = words.text(tokens.start).strip_suffix('s').and_then(|stem| stem.strip_suffix(is_apostrophe));
    let next = tokens.end;
    let foreign = || words.shape(next) == Shape::Lower && words.known_readings(next).next().is_none();
    tokens.len() == 1 && owner.is_some_and(|owner| !owner.is_empty()) && !foreign()
}

/// `BioNTech`, `PayPal`, `mBank`: a capital inside a word behind a small letter is a company's, save behind "Mc" and its kin.
fn is_branded(text: &str) -> bool {
    let stem = text.rsplit_once(is_apostrophe).map_or(text, |(stem, _)| stem);
    let inner = stem.char_indices().skip(1).find(|(_, c)| c.is_uppercase());
    let Some((before, after)) = inner.and_then(|(at, _)| stem.split_at_checked(at)) else { return false };
    // Marks of decomposed letters do not count.
    let letters = |text: &'_ str| text.chars().filter(|c| c.is_alphabetic()).count();
    // "mBank", "eToro"; what has "i" before it is a product.
    if matches!(before, "m" | "e") {
        return letters(after) > 3 && after.chars().skip(1).all(char::is_lowercase);
    }
    let scots = matches!(before, "Mc" | "Mac" | "De" | "Di" | "Du" | "Le" | "La" | "Fitz" | "Van");
    // "Al-Asad": behind a hyphen another word begins.
    let small = before.chars().next_back().is_some_and(|c| !is_hyphen(c))
        && before.chars().rfind(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    !scots && small && stem.starts_with(char::is_uppercase) && letters(after) > 1
}

/// "statek Aurora", „spektakl „Dziady””: a name behind a noun that says it is a work's or a product's; in "film Spielberga" it
/// may be a person's.
pub(super) fn is_title(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let (start, last) = (tokens.start, words.text(tokens.end - 1));
    let marked = || start > 0 && words.opens_title(start - 1);
    let genitive = || tokens.len() == 1 && (last.ends_with('a') || last.ends_with("ego"));
    cue::before(words, start) == Some(Cue::Title) && (marked() || !genitive())
}

/// "statek Maersku", but not "statek Aurora": a company, town or country in the genitive behind the noun that it owns.
fn is_owner(words: &Words<'_>, start: usize) -> bool {
    let nominative = || {
        let mut names = words.known_readings(start).filter(|reading| reading.name != NameClass::Common);
        names.any(|reading| reading.tag.has(Tag::NOM)) || THINGS.contains(words.text(start))
    };
    words.has(start, Traits::COUNTRY)
        || words.has(start, Traits::ORGANIZATION | Traits::PLACE) && !nominative()
}

/// "zespół prawny Orwicka": a name that ends as genitives do, which no list has as a company.
fn may_be_genitive(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let last = tokens.end - 1;
    let ending = ["a", "ego", "ej", "i", "y", "ów"].iter().any(|ending| words.text(last).ends_with(ending));
    // "biuro podróży Itaka"
    let mut known =
        words.known_readings(last).filter(|reading| reading.tag.class() == Class::Subst).peekable();
    let nominative = known.peek().is_some() && known.all(|reading| !reading.tag.has(Tag::GEN));
    ending && !nominative && !words.has(tokens.start, Traits::ORGANIZATION)
}

/// "partia Wilka", "film Holland", "partia Macrona": a surname behind a noun that may be whose the noun's thing is.
fn may_own(words: &Words<'_>, start: usize) -> bool {
    let unknown = words.has(start, Traits::UNKNOWN) && words.text(start).ends_with('a');
    let mut surnames = words.known_readings(start).filter(|reading| reading.name == NameClass::Surname);
    unknown || words.has(start, Traits::SURNAME) && surnames.any(|reading| reading.tag.has(Tag::GEN))
}

/// "kancelaria Clifford Chance": what stands in the nominative behind a noun that says what it is, and is no subject of
/// its own as in "w imieniu klubu Jan Nowak".
fn is_uninflected(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let form = words.text(tokens.start);
    let hypotheses = words.hypotheses(tokens.start, Of::Person);
    let nominative = hypotheses.iter().filter(|x| x.given).all(|x| hypotheses.base(x.base) == form);
    let mut nouns = tokens.start.checked_sub(1).into_iter().flat_map(|before| words.known_readings(before));
    let beside = nouns.any(|reading| {
        reading.tag.class() == Class::Subst && reading.tag.has(Tag::SG) && reading.tag.has(Tag::NOM)
    });
    nominative && (beside || !words.has(tokens.end - 1, Traits::SURNAME))
}

fn ends_with_surname(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let last = tokens.end - 1;
    words.has(last, Traits::UNKNOWN) && ends_as_surname(words.text(last))
}

/// Whether a word that nobody knows ends as surnames do.
pub(super) fn ends_as_surname(word: &str) -> bool {
    ends_in_one_of(&SURNAME_ENDINGS, word)
}

/// Whether a word ends in one of the endings, which stand by their last letters.
pub(super) fn ends_in_one_of(endings: &HashMap<char, Vec<&str>, Hasher>, word: &str) -> bool {
    let last = word.chars().next_back().and_then(|last| endings.get(&last));
    last.into_iter().flatten().any(|end| word.len() > end.len() + 1 && word.ends_with(end))
}

fn single_kind(words: &Words<'_>, index: usize) -> Option<EntityKind> {
    let traits = words.traits(index);
    let person = traits.has(Traits::SURNAME | Traits::GIVEN);
    if traits.has(Traits::ORGANIZATION) && !person {
        return Some(EntityKind::Organization);
    }
    // The head of a foreign name stands for the whole: "City".
    let head = !person && words.has(index, Traits::PLACE_WORD);
    if head || traits.has(Traits::PLACE) && !person {
        return Some(EntityKind::Place);
    }
    None
}
