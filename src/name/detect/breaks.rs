//! Where a run of capitals that stand side by side is two names: "według Pentagonu Iran odmówił".

use super::nothing::{is_shouted, is_small_word};
use super::parts::{is_initial, is_korean, is_saint};
use super::run::LONGEST;
use crate::morph::{Class, NameClass, Reading, Shape, Tag};
use crate::name::base::{Of, cases};
use crate::name::cue;
use crate::name::kind::club;
use crate::name::kind::place::{self, is_polish_town};
use crate::name::lists::{Cue, THINGS};
use crate::name::phrase::{self};
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};

/// "Sąd uniewinnił Jana K. Anna S. trafiła do aresztu": behind the first letter of a surname, the given name of another or a
/// common word.
pub(super) fn is_cut_before_another(words: &Words<'_>, start: usize, point: usize) -> bool {
    let next = point + 1;
    point == start + 2
        && words.has(start, Traits::GIVEN)
        && !words.has(next, Traits::SURNAME)
        && (words.has(next, Traits::GIVEN) || !words.has(next, Traits::NAME | Traits::UNKNOWN))
}

/// "prezes Nvidii Jensen Huang": a company of the list that stands in another case than what follows it.
pub(super) fn is_inflected_company(words: &Words<'_>, start: usize) -> bool {
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
pub(super) fn breaks(words: &Words<'_>, start: usize, index: usize) -> bool {
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
    if is_cited_in_full(words, start, index)
        || index == start + 1 && (is_whose_official_follows(words, start) || is_cited(words, start))
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

/// "zdaniem Jana Wilka Lis kłamie", "zdaniem Jana Wilka Adam Lis kłamie": behind the full name of one who is cited, of whom that is
/// said.
fn is_cited_in_full(words: &Words<'_>, start: usize, subject: usize) -> bool {
    subject >= start + 2
        // "zdaniem Adama Lisa": "Lisa" is a nominative too, but not behind "Adama".
        && (is_man_in_genitive(words, start) && cited_cases(words, subject - 1).has(Tag::GEN)
            || subject == start + 2 && is_woman_before_man(words, start, subject))
        && is_cited_at(words, start)
        && is_no_genitive(words, subject)
        && (acts(words, subject) || words.before_capital(subject) && acts(words, subject + 1))
}

/// Whether a given name may be a man's in the genitive.
fn is_man_in_genitive(words: &Words<'_>, given: usize) -> bool {
    words.known_readings(given).any(|reading| is_name(reading, NameClass::GivenName, Tag::M1, Tag::GEN))
}

/// "zdaniem Anny Kos Lis kłamie": whether a woman in the genitive, whose surname does not inflect, stands before the surname of a man
/// in the nominative.
fn is_woman_before_man(words: &Words<'_>, given: usize, man: usize) -> bool {
    let readings = |index: usize, name: NameClass, gender: Tag, case: Tag| {
        words.known_readings(index).any(|reading| is_name(reading, name, gender, case))
    };
    readings(given, NameClass::GivenName, Tag::F, Tag::GEN)
        && !is_given_base(words, given)
        && readings(given + 1, NameClass::Surname, Tag::F, Tag::GEN)
        && readings(man, NameClass::Surname, Tag::M1, Tag::NOM)
}

/// Whether a reading is of such a name in the singular.
fn is_name(reading: Reading<'_>, name: NameClass, gender: Tag, case: Tag) -> bool {
    reading.name == name && [Tag::SG, gender, case].iter().all(|value| reading.tag.has(*value))
}

/// Whether the verb of a name stands behind it.
fn acts(words: &Words<'_>, name: usize) -> bool {
    let says = |at: usize| words.has(at, Traits::VERB) && words.shape(at) == Shape::Lower;
    says(name + 1) || matches!(words.key(name + 1), "nie" | "się") && says(name + 2)
}

/// "według Pentagonu Iran odmówił", "zdaniem premiera Orwickiego Lis kłamie": a name in the genitive behind a word that cites it, and
/// in the nominative the one of whom it says something. A club has its town behind it: "według Lecha Poznań".
pub(in crate::name) fn is_cited(words: &Words<'_>, cited: usize) -> bool {
    let subject = cited + 1;
    // "zdaniem Orwickiego Unia Europejska zwleka"
    let adjective = words.has(subject + 1, Traits::CAPITAL) && words.has(subject + 1, Traits::ADJECTIVE);
    acts(words, if adjective { subject + 1 } else { subject })
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

/// Cases of the surname of one man or of a woman whose surname inflects: "Dudy" is a place as well and are many, "Lis" is of many
/// things, but hardly where somebody is cited.
fn surname_cases(words: &Words<'_>, index: usize) -> Option<Tag> {
    let form = words.text(index);
    let one = |reading: &Reading<'_>| {
        let stiff = reading.tag.has(Tag::F) && reading.lemma == form;
        reading.name == NameClass::Surname && !reading.tag.is_plural() && !stiff
    };
    let cases = cases::of_readings(words.known_readings(index).filter(one));
    (!cases.is_bare()).then_some(cases)
}

/// Cases of a name where somebody is cited, by the dictionary or, where that does not know it, by its end. "Kijowa" is of Kijów,
/// whatever the adjective.
fn cited_cases(words: &Words<'_>, index: usize) -> Tag {
    let names = words.known_readings(index).filter(|reading| reading.name != NameClass::Common);
    let cases = surname_cases(words, index).unwrap_or_else(|| cases::of_readings(names));
    let ends = || ["a", "u", "ego"].iter().any(|end| words.text(index).ends_with(end));
    if cases.is_bare() && ends() { Tag::GEN } else { cases }
}

/// Whether a name is a genitive and no nominative.
fn is_only_genitive(words: &Words<'_>, index: usize) -> bool {
    let cases = cited_cases(words, index);
    cases.has(Tag::GEN) && !cases.has(Tag::NOM)
}

/// Whether a name is no genitive, save of a woman whose surname does not inflect; one that nobody knows ends in a consonant as
/// men do.
fn is_no_genitive(words: &Words<'_>, index: usize) -> bool {
    let stiff = |reading: &Reading<'_>| reading.name == NameClass::Surname && reading.tag.has(Tag::F);
    let others = words.known_readings(index).filter(|reading| !stiff(reading));
    let cases = surname_cases(words, index).unwrap_or_else(|| cases::of_readings(others));
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
    // … and so do "Jana Krzysztofa", though "Krzysztofa" is a woman too.
    let men = || [start, index].iter().all(|given| is_man_in_genitive(words, *given));
    let another = || {
        let stands = index == start + 1 && words.is_given_name_as_it_stands(index);
        stands && !is_given_base(words, start) && !men()
    };
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
