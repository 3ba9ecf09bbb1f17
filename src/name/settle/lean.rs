//! What one occurrence of a name says of its kind: the words themselves and the words beside them.

use super::Name;
use super::slots::Slots;
use crate::morph::{Class, NameClass, Reading, Shape, Tag, TokenRange};
use crate::name::base::Base;
use crate::name::detect::{Candidate, is_beside_street};
use crate::name::kind::is_related;
use crate::name::lists::{Cue, DEEDS, PLACE_ENDINGS};
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};
use crate::name::{EntityKind, cue, kind};
use crate::text::is_hyphen;

/// What a noun before a name that says what it is of counts for: "firma Wilk".
pub(super) const INTRODUCED: i32 = 8;

/// What an organization has ahead: names of which nothing tells are more often such.
pub(super) const UNTOLD: i32 = 3;
/// What it has ahead with each more occurrence of a single word: a surname stands alone many times, mostly untold.
pub(super) const AGAIN: i32 = 1;

/// How much speaks for each kind.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lean {
    pub(super) person: i32,
    pub(super) organization: i32,
    pub(super) place: i32,
    /// For a thing that is no entity of ours.
    pub(super) product: i32,
}

impl Lean {
    pub(super) fn add(&mut self, more: Self) {
        self.person += more.person;
        self.organization += more.organization;
        self.place += more.place;
        self.product += more.product;
    }

    /// The kind for which most speaks; `None` where that is none of ours.
    pub(super) fn elected(self) -> Option<EntityKind> {
        let most = self.person.max(self.organization).max(self.place);
        match most {
            _ if self.product > most => None,
            _ if self.person == most => Some(EntityKind::Person),
            _ if self.place == most => Some(EntityKind::Place),
            _ => Some(EntityKind::Organization),
        }
    }
}

/// What an occurrence says; `base` is its base form as that of a person.
pub(super) fn lean<'a>(slots: &Slots<'_, 'a>, name: &Name<'a>, base: &Base<'a>) -> Lean {
    let (words, candidate) = (slots.words, &name.candidate);
    let product = if candidate.product { 12 } else { 0 };
    let unknown = words.has(candidate.tokens.start, Traits::UNKNOWN);
    let surname = candidate.tokens.len() == 1 && unknown && may_be_person(words, candidate);
    let organization = if surname { AGAIN } else { UNTOLD };
    let mut lean = Lean { organization, product, ..Lean::default() };
    lean.add(by_words(words, candidate));
    lean.add(by_role(words, candidate));
    lean.add(by_surroundings(words, candidate));
    lean.add(by_ending(words, candidate));
    lean.person += surname_lean(words, candidate, base);
    lean.place += place_lean(slots, name);
    lean
}

/// What the dictionary and the lists hold of the first word, and what speaks against a person in the others.
fn by_words(words: &Words<'_>, candidate: &Candidate<'_>) -> Lean {
    let mut lean = Lean::default();
    let start = candidate.tokens.start;
    let traits = words.traits(start);
    // "Al-Dżazira": with a capital the article begins the name of a thing; people have a small one.
    if !may_be_person(words, candidate) || !traits.has(Traits::START) && words.text(start).starts_with("Al-")
    {
        lean.person -= 20;
    }
    if traits.has(Traits::GIVEN) {
        lean.person += 6;
    }
    if is_arab(words, &candidate.tokens) {
        lean.person += 8;
    }
    if is_foreign(words, &candidate.tokens) {
        lean.person += 4;
    }
    // "w Ząbkach i Markach": several people of one name are rare.
    let lone = candidate.tokens.len() == 1 && candidate.role.is_none();
    if traits.has(Traits::PLACE) && lone && is_of_several_people(words, start) {
        lean.person -= 6;
    }
    let surname = traits.has(Traits::PLACE)
        && (is_surname_in_the_nominative(words, start) || is_adjectival_surname(words, start));
    if traits.has(Traits::SURNAME) {
        lean.person += if traits.has(Traits::PLACE) && !surname { 2 } else { 5 };
    }
    if traits.has(Traits::PLACE) {
        lean.place += if candidate.tokens.len() == 1 && !surname { 5 } else { 1 };
    }
    // "Lwów": the town as it stands rather than several of something else.
    let base = |of: NameClass| {
        words.known_readings(start).any(|reading| reading.name == of && reading.lemma == words.text(start))
    };
    let town =
        || lone && base(NameClass::Place) && !base(NameClass::Organization) && !base(NameClass::OtherName);
    if traits.has(Traits::OTHER | Traits::ORGANIZATION) && !town() {
        lean.organization += 4;
    }
    // "Ford": a surname too.
    if traits.has(Traits::BRAND) && candidate.tokens.len() == 1 {
        lean.organization += 6;
    }
    lean
}

/// What a role beside the name says, its own or that of the next: "prezes Granitu Jan Nowak".
fn by_role(words: &Words<'_>, candidate: &Candidate<'_>) -> Lean {
    let mut lean = Lean::default();
    let start = candidate.tokens.start;
    let place = words.has(start, Traits::PLACE);
    // "pełnomocnik Orwicka Anna Lis", but "rzeczniczka Granitexa Anna Lis"
    let spokesman = || words.before(start).is_some_and(|before| words.is_a(before, Sort::Spokesman));
    let adjectival = || ["ego", "ej"].iter().any(|ending| words.text(start).ends_with(ending));
    let related = is_related(words, start) && (!candidate.owner || adjectival() || !spokesman());
    if candidate.owner && !related {
        lean.person -= 8;
        lean.place += if place && candidate.tokens.len() == 1 { 4 } else { 0 };
    }
    if candidate.role.is_some() {
        lean.person += if place && is_place_of(words, start) { 1 } else { 5 };
    } else if related || is_national(words, start) || is_apposed(words, &candidate.tokens) {
        lean.person += 5;
    }
    lean
}

/// "burmistrz Wilna", but "prokurator Wróbel": whether the name may be that of the place where one bears a role.
fn is_place_of(words: &Words<'_>, start: usize) -> bool {
    let mut places =
        words.known_readings(start).filter(|reading| reading.name == NameClass::Place).peekable();
    places.peek().is_none() || places.any(|reading| reading.tag.has(Tag::GEN))
}

/// What the words before and behind the name say.
fn by_surroundings(words: &Words<'_>, candidate: &Candidate<'_>) -> Lean {
    let mut lean = Lean::default();
    let start = candidate.tokens.start;
    let single = candidate.tokens.len() == 1;
    // "firma Wilka": whose it is if the article names a Wilk, its name otherwise.
    match cue::over(words, start) {
        Some(Cue::Organization) => lean.organization += INTRODUCED,
        Some(Cue::Place) => lean.place += INTRODUCED,
        _ => {}
    }
    lean.place += if locative_before(words, start) { 3 } else { 0 };
    lean.place += if single { lone_place_lean(words, &candidate.tokens) } else { 0 };
    if is_inside(words, start) {
        lean.person -= if single { 8 } else { 6 };
    }
    if beside_verb(words, &candidate.tokens) {
        lean.person += 5;
    }
    if is_headline_s(words, &candidate.tokens) || is_doer(words, start) || is_woman(words, &candidate.tokens)
    {
        lean.person += 5;
    }
    if !single && is_of_house(words, candidate.tokens.end) {
        lean.person += 4;
    }
    lean
}

/// What the words beside a single word say for a place.
fn lone_place_lean(words: &Words<'_>, tokens: &TokenRange) -> i32 {
    let start = tokens.start;
    let arab = || words.text(start).starts_with("Al-") && locative_before(words, start);
    [
        (is_gone_to(words, start), 8),
        (is_seat(words, start), 8),
        (is_near(words, start), 10),
        (is_abroad(words, start), 4),
        (is_in_part_of_country(words, tokens), 8),
        (is_beside_street(words, start), 9),
        (arab(), 6),
    ]
    .into_iter()
    .map(|(speaks, weight)| if speaks { weight } else { 0 })
    .sum()
}

/// What the case ending of a word that nobody knows says.
fn by_ending(words: &Words<'_>, candidate: &Candidate<'_>) -> Lean {
    let mut lean = Lean::default();
    let form = words.text(candidate.tokens.start);
    if candidate.tokens.len() > 1 || !words.has(candidate.tokens.start, Traits::UNKNOWN) {
        return lean;
    }
    // Companies and places take -u where people take -a.
    if form.ends_with('u') {
        lean.organization += 6;
    }
    if form.ends_with("owi") {
        lean.person += 3;
    }
    // "prezydent Norlandii": countries end so, hardly a surname.
    if form.ends_with("ii") {
        lean.place += 4;
        lean.person -= 8;
    }
    lean
}

/// What the last word says for a person: a surname's ending, or that it inflects as an adjective.
fn surname_lean(words: &Words<'_>, candidate: &Candidate<'_>, base: &Base<'_>) -> i32 {
    let last = candidate.tokens.end - 1;
    let Some(surname) = base.parts.last().filter(|_| words.has(last, Traits::UNKNOWN)) else { return 0 };
    let ending = kind::ends_as_surname(surname);
    let adjectival = words.text(last).ends_with("ego") || words.text(last).ends_with("emu");
    if ending || adjectival { 5 } else { 0 }
}

/// What the ending of a word that nobody knows says for a place: "Myrnohrad".
fn place_lean<'a>(slots: &Slots<'_, 'a>, name: &Name<'a>) -> i32 {
    let tokens = &name.candidate.tokens;
    let unknown = tokens.len() == 1 && slots.words.has(tokens.start, Traits::UNKNOWN);
    let base = unknown.then(|| slots.as_lone_thing(name)).flatten();
    if base.is_some_and(|base| kind::ends_in_one_of(&PLACE_ENDINGS, &base.text)) { 12 } else { 0 }
}

/// "Chalil al-Hajja": the small Arabic article stands before the last name of a person.
fn is_arab(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let behind = tokens.clone().skip(1);
    behind.filter(|index| words.shape(*index) == Shape::Mixed).any(|index| {
        let halves = words.text(index).split_once(is_hyphen);
        halves.is_some_and(|(article, name)| {
            article.len() > 1
                && article.starts_with(char::is_lowercase)
                && name.starts_with(char::is_uppercase)
        })
    })
}

/// "Mārtiņš Kazāks": two words that nobody knows, with letters that Polish lacks; companies go mostly without.
fn is_foreign(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let marked = |c: char| !c.is_ascii() && c.is_alphabetic() && !"ąćęłńóśźż".contains(c);
    tokens.len() == 2
        && tokens.clone().all(|index| words.has(index, Traits::UNKNOWN))
        && tokens.clone().any(|index| words.key(index).chars().skip(1).any(marked))
}

/// Whether the people of the dictionary that a word names are several: "Markach".
fn is_of_several_people(words: &Words<'_>, index: usize) -> bool {
    let mut people = words
        .known_readings(index)
        .filter(|reading| matches!(reading.name, NameClass::GivenName | NameClass::Surname))
        .peekable();
    people.peek().is_some() && people.all(|reading| !reading.tag.has(Tag::SG))
}

/// Whether no word of a name speaks against a person: an article, digits, a common word.
fn may_be_person(words: &Words<'_>, candidate: &Candidate<'_>) -> bool {
    let personal = Traits::GIVEN | Traits::SURNAME | Traits::UNKNOWN;
    candidate.tokens.clone().all(|index| {
        let text = words.text(index);
        // "ambasador Ha Hoang Hai", "komisarz Henna Aalto": a role makes a common word part of a name.
        let first = candidate.tokens.len() == 2 && index == candidate.tokens.start;
        let titled =
            candidate.role.is_some() && (text.chars().filter(|c| c.is_alphabetic()).count() < 4 || first);
        let common = words.has(index, Traits::COMMON) && !words.has(index, personal) && !titled;
        // "OTOZ Animals", "IMGW-PIB"
        let acronym = words.has(index, Traits::ACRONYM)
            && words.shape(index) == Shape::Upper
            && !words.has(index, Traits::GIVEN | Traits::SURNAME)
            && text.chars().nth(2).is_some()
            && candidate.tokens.len() > 1;
        text != "The" && !acronym && !common && !text.contains(|c: char| c.is_ascii_digit())
    })
}

/// "Nowak": a surname in the nominative, a place only in another case (the village of Nowaki).
fn is_surname_in_the_nominative(words: &Words<'_>, index: usize) -> bool {
    let cases = |of: NameClass| {
        let readings = words.known_readings(index).filter(|reading| reading.name == of);
        readings.map(|reading| reading.tag).reduce(|one, other| one | other).unwrap_or(Tag::IGN)
    };
    let governed = index.checked_sub(1).is_some_and(|before| words.has(before, Traits::PREPOSITION));
    let place = cases(NameClass::Place);
    !governed && cases(NameClass::Surname).has(Tag::NOM) && place.has(Tag::CASES) && !place.has(Tag::NOM)
}

/// "zastąpi Kowalskiego", "zdaniem Kowalskiego": hardly the village of Kowalskie, which one is in or goes to.
fn is_adjectival_surname(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::SURNAME)
        && words.ends_as_adjective_of_man(index)
        && (!words.is_behind_preposition(index) || Sort::Citing.has(words.key(index - 1)))
}

/// "żona Orwicka, Dilek Orwick, czekała": a relative between commas.
fn is_apposed(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let comma = |index: usize| words.is(index, ",");
    let Some(before) = words.before(tokens.start).filter(|before| comma(*before) && comma(tokens.end)) else {
        return false;
    };
    let near = (before.saturating_sub(APPOSITION)..before).rev();
    near.take_while(|index| words.shape(*index) != Shape::Other && words.together(*index, before)).any(
        |index| is_related(words, index + 1) && words.known_readings(index).any(|noun| noun.tag.has(Tag::SG)),
    )
}

/// How far before the comma the relative may stand, in tokens.
const APPOSITION: usize = 4;

/// "Orwick: Nie ustąpimy": who speaks in a headline; one of capitals would be an office.
fn is_headline_s(words: &Words<'_>, tokens: &TokenRange) -> bool {
    tokens.start == 0
        && tokens.len() == 1
        && words.is(tokens.end, ":")
        && words.shape(tokens.start) == Shape::Title
}

/// "słowa Orwicka": who speaks, dies or resigns is a person.
fn is_doer(words: &Words<'_>, start: usize) -> bool {
    words.before(start).is_some_and(|before| {
        (words.shape(before) == Shape::Lower || words.has(before, Traits::START))
            && words.known_readings(before).any(|reading| DEEDS.contains(reading.lemma))
    })
}

/// "Orwick odniosła się": what ends in a consonant and has a feminine verb is a woman's surname.
fn is_woman(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let last = tokens.end - 1;
    let next = tokens.end + usize::from(words.key(tokens.end) == "się");
    words.has(last, Traits::UNKNOWN)
        && words.has(next, Traits::VERB)
        && !words.text(last).ends_with(['a', 'e', 'o', 'i', 'y', 'u'])
        && words.known_readings(next).all(|reading| {
            reading.tag.class() == Class::Praet && reading.tag.has(Tag::F) && !reading.tag.has(Tag::M1)
        })
}

/// "Szwed Håkan Lindh": who is of a nation is a person.
fn is_national(words: &Words<'_>, start: usize) -> bool {
    let named = Traits::PLACE | Traits::GIVEN;
    words.before(start).is_some_and(|before| words.has(before, Traits::NATION) && !words.has(before, named))
}

/// "Olle Hjort z Uniwersytetu": who is of a house is a person.
fn is_of_house(words: &Words<'_>, next: usize) -> bool {
    matches!(words.key(next), "z" | "ze") && words.has(next + 1, Traits::INSTITUTION | Traits::ORGANIZATION)
}

/// `nieopodal`, `spod`: one is near a place.
fn is_near(words: &Words<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| Sort::Near.has(words.key(before)))
}

/// "koncern z Orwina", "spółka z Orwina": where a company is.
fn is_seat(words: &Words<'_>, start: usize) -> bool {
    let from = start.checked_sub(1).filter(|before| matches!(words.key(*before), "z" | "ze"));
    from.is_some_and(|from| cue::before(words, from) == Some(Cue::Organization))
}

/// "leci do Orwina", "udał się do Orwina": people, goods and trains go to places.
fn is_gone_to(words: &Words<'_>, start: usize) -> bool {
    let goes = |verb: usize| words.is_a(verb, Sort::Going);
    let preposition = start.checked_sub(1).filter(|before| words.key(*before) == "do");
    preposition.is_some_and(|at| (at.saturating_sub(GOING)..at).any(goes))
}

/// Tokens from a verb of motion to the preposition behind it, at most.
const GOING: usize = 2;

/// `w`: one is hardly ever inside a person.
fn is_inside(words: &Words<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| words.is_in(before))
}

/// "w holenderskim Noordwijk": behind the adjective of a country a place is likelier than a company.
fn is_abroad(words: &Words<'_>, start: usize) -> bool {
    let Some(adjective) = words.before(start) else { return false };
    let relational = |reading: Reading<'_>| {
        reading.tag.class() == Class::Adj
            && (reading.lemma.ends_with("ski") || reading.lemma.ends_with("cki"))
    };
    words.shape(adjective) == Shape::Lower
        && locative_before(words, adjective)
        && words.known_readings(adjective).any(relational)
}

/// "mieszka w Gers, w południowej Francji", "pochodził z Kerry w zachodniej Irlandii": where in a country something is.
fn is_in_part_of_country(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let inside = tokens.end + usize::from(words.is(tokens.end, ","));
    let quarter = |index: usize| words.is_a(index, Sort::Quarter) && words.has(index + 1, Traits::COUNTRY);
    words.is_behind_preposition(tokens.start)
        && matches!(words.key(inside), "w" | "we" | "na")
        && (inside + 1..=inside + QUARTER).any(quarter)
}

/// Tokens behind the preposition as far as "zachodniej" in "w południowo-zachodniej Francji".
const QUARTER: usize = 3;

/// `w`, `do`, `pod`: places stand behind them more often than people.
pub(super) fn locative_before(words: &Words<'_>, start: usize) -> bool {
    let is_one = |before: usize| matches!(words.key(before), "w" | "we" | "do" | "koło" | "pod" | "nad");
    start.checked_sub(1).is_some_and(is_one)
}

/// Whether a verb that asks for a person stands right before or after.
fn beside_verb(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let speaks = |index: usize| words.has(index, Traits::SPEECH);
    // "odwiedzi Gdynię": what stands behind the verb in another case is no subject.
    let mut known = words.known_readings(tokens.start).peekable();
    let subject = known.peek().is_none() || known.any(|reading| reading.tag.has(Tag::NOM));
    speaks(tokens.end) || subject && tokens.start.checked_sub(1).is_some_and(speaks)
}
