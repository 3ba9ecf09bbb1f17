//! Names that are Polish phrases: an inflected head with its adjectives, and a tail that stays as it is. "Komisji
//! Europejskiej" → "Komisja Europejska", "Ministerstwem Spraw Zagranicznych" → "Ministerstwo Spraw Zagranicznych".

pub(super) use self::form::marked;
use super::base::nominative::{push_cased_like, relational_values};
use super::detect::{is_cited, is_saint};
use super::kind::club;
use super::kind::place::is_polish_town;
use super::lists::{BRANDS, CLUBS, Cue, FEATURES, INSTITUTIONS, OTHERS, POINTS, ROLES, STANDING};
use super::sort::Sort;
use super::words::{Traits, Words};
use super::{EntityKind, cue};
use crate::morph::{Class, NameClass, Reading, Shape, Tag, TokenRange};
use crate::text::Listed;

mod base;
mod form;
mod led;
mod tail;

/// How many adjectives a head may have before it.
const ADJECTIVES: usize = 3;
/// How many tokens a phrase may have.
const LONGEST: usize = 14;

/// A Polish phrase that names something.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Phrase<'a> {
    pub(super) tokens: TokenRange,
    pub(super) kind: EntityKind,
    /// Tokens that inflect together: the head and its adjectives.
    inflected: TokenRange,
    head: usize,
    lemma: &'a str,
    /// What head and adjectives agree in.
    tag: Tag,
    /// Only a name if the article shows so elsewhere: a lone noun at the start of a sentence.
    pub(super) doubtful: bool,
}

/// Lemma of a head, what it agrees in with its adjectives, and what it names.
type Named<'a> = (&'a str, Tag, EntityKind);

/// The phrase that begins at a capital, with as many adjectives as can be.
pub(super) fn at<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    if words.has(start, Traits::START) && is_pointing(words, start)
        || is_club_of_place(words, start)
        // "według Kijowa Rosja kłamie"
        || words.has(start, Traits::PLACE) && is_cited(words, start)
        || words.has(start, Traits::FEATURE) && is_saint(words, start)
        // "San" is a river too.
        || words.has(start, Traits::PLACE) && is_saint(words, start) && words.before_capital(start)
    {
        return None;
    }
    pointed(words, start)
        .or_else(|| form::at(words, start))
        .or_else(|| with_most_adjectives(words, start, |_| true))
}

/// The place that begins at a capital within another name. No organization is looked for there: its own place might be
/// one again, and so on without end.
pub(super) fn place<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    let is_place = |kind| kind == EntityKind::Place;
    pointed(words, start).or_else(|| with_most_adjectives(words, start, is_place))
}

/// "po wyjściu z Unii Wielka Brytania": whether a country of two words begins at a token in the nominative, which goes on with no
/// name before it.
pub(super) fn is_country_of_two(words: &Words<'_>, start: usize) -> bool {
    words.has(start, Traits::ADJECTIVE)
        && words.has(start + 1, Traits::COUNTRY)
        && words.is_a(start, Sort::CountryAdjective)
        && place(words, start).is_some_and(|country| {
            country.tokens.len() > 1 && country.tag.has(Tag::NOM) && !country.tag.has(Tag::GEN)
        })
}

/// The phrase of a kind with as many adjectives before its head as can be.
fn with_most_adjectives<'a>(
    words: &Words<'a>,
    start: usize,
    fits: impl Fn(EntityKind) -> bool,
) -> Option<Phrase<'a>> {
    // "Rada Naczelna": no council is glad.
    let heads = |index: usize| {
        let noun = words.tagged.tag(index).is_some_and(|tag| tag.class() == Class::Subst);
        noun && words.has(index, Traits::INSTITUTION)
    };
    let adjective = |index: &usize| is_adjective(words, *index) && !heads(*index);
    let adjectives = (start..start + ADJECTIVES).take_while(adjective).count();
    (0..=adjectives).rev().find_map(|count| with_adjectives(words, start, count, &fits))
}

/// "Rakowa Częstochowa": a club that is called after one place before the town that it is in; no adjective with a town.
fn is_club_of_place(words: &Words<'_>, start: usize) -> bool {
    let oblique = |reading: Reading<'_>| {
        reading.name == NameClass::Place && reading.tag.class() == Class::Subst && !reading.tag.has(Tag::NOM)
    };
    words.has(start, Traits::PLACE)
        && words.has(start, Traits::ADJECTIVE)
        && is_polish_town(words, start + 1)
        && club::is_club(words, start)
        && words.known_readings(start).any(oblique)
}

/// "Cała Polska", "Nasza Polska": what only its place gives a capital.
fn is_pointing(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::ADJECTIVE)
        && words
            .known_readings(index)
            .any(|reading| Sort::Pointing.has(reading.lemma) || is_of_nation(words, index, reading.lemma))
}

/// "Brytyjska Izba Gmin", "Nowy Sejm": houses and ministries are the same for whatever nation and time, so that the adjective is no
/// part of their names.
fn is_of_nation(words: &Words<'_>, adjective: usize, lemma: &str) -> bool {
    let house = adjective + 1;
    let whose = || words.has(house + 1, Traits::CAPITAL) && words.is_a(house + 1, Sort::Chamber);
    let nation = matches!(lemma, "nowy" | "obecny")
        || lemma != "europejski" && (lemma.ends_with("ski") || lemma.ends_with("cki"));
    nation
        && words.before_capital(adjective)
        && words.has(house, Traits::INSTITUTION)
        && words
            .known_readings(house)
            .any(|reading| Sort::House.has(reading.lemma) && (reading.lemma != "izba" || whose()))
}

/// `W. Brytania`, `Wlk. Brytania`.
fn pointed<'a>(words: &Words<'a>, start: usize) -> Option<Phrase<'a>> {
    let head = start + 2;
    let fits = words.is_point(start + 1)
        && POINTS.contains(words.key(start))
        && words.has(head, Traits::PLACE)
        && !words.has(head, Traits::GIVEN);
    let named = fits.then(|| head_of(words, head, head)).flatten()?;
    Some(Phrase::new(start..head + 1, head..head + 1, head, named))
}

/// The phrase whose head stands behind so many adjectives.
fn with_adjectives<'a>(
    words: &Words<'a>,
    start: usize,
    count: usize,
    fits: impl Fn(EntityKind) -> bool,
) -> Option<Phrase<'a>> {
    let head = start + count;
    // What stands alone is a phrase only by a noun that heads names.
    let may_stand_alone = words.has(head, Traits::INSTITUTION | Traits::FEATURE);
    if start == head && is_plain(words, head) {
        return None;
    }
    if !words.together(start, head) || count == 0 && !may_stand_alone && !words.before_capital(head) {
        return None;
    }
    let named = standing(words, start, head)
        .or_else(|| head_of(words, start, head))
        .or_else(|| common_of(words, start, head))
        .filter(|(_, _, kind)| fits(*kind))?;
    let mut phrase = Phrase::new(start..head + 1, start..head + 1, head, named);
    // "Wielka Orkiestra Świątecznej Pomocy"
    if let Some(fixed) = form::fixed(words, head) {
        phrase.tokens.end = fixed.tokens.end;
        return Some(phrase);
    }
    phrase.take_adjectives(words);
    phrase.take_kind(words);
    let bare = phrase.tokens.len() == 1;
    let is_place = words.has(head, Traits::PLACE) && phrase.kind == EntityKind::Place;
    let feature = words.has(head, Traits::FEATURE) && !words.has(head, Traits::START);
    if !is_place || phrase.is_port() || bare && feature && is_called(words, head + 1) {
        phrase.take_tail(words);
    }
    let alone = bare && phrase.tokens.len() == 1;
    let next = phrase.tokens.end;
    if words.has(next, Traits::CONNECTOR) && words.has(next + 1, Traits::CAPITAL) {
        return None;
    }
    if alone
        && !feature
        && (is_place || words.has(head, Traits::SURNAME | Traits::GIVEN))
        && !words.has(head, Traits::INSTITUTION)
    {
        return None;
    }
    // "Sejm" is one, whatever begins with it, as is what marks hold behind one of its members: „szef „Solidarności””.
    let sure = || matches!(phrase.lemma, "sejm" | "senat") || is_of_member(words, start);
    phrase.doubtful = alone && words.has(start, Traits::START) && !sure();
    Some(phrase)
}

/// „przewodniczący śląskiej „Solidarności””: whether marks hold a word alone behind a noun for one of a house, or that with an
/// adjective.
fn is_of_member(words: &Words<'_>, start: usize) -> bool {
    let mark = start.checked_sub(1).filter(|mark| words.opens_title(*mark) && words.closes_title(start + 1));
    let member = |at: usize| words.has(at, Traits::OFFICE);
    mark.and_then(|mark| words.before(mark))
        .is_some_and(|noun| member(noun) || words.before(noun).is_some_and(member))
}

/// "Dolina Bekaa": what a valley is called, which is not the village of Dolina.
fn is_called(words: &Words<'_>, behind: usize) -> bool {
    words.has(behind, Traits::UNKNOWN | Traits::COMMON | Traits::SURNAME)
        && !words.has(behind, Traits::GIVEN | Traits::PLACE)
        && words.shape(behind) == Shape::Title
}

/// "Rząd Orwicka", "Kraje OPEC", "Organizacja Human Rights Watch" where a sentence begins: the name is that of whoever leads the
/// government, of what the countries are in, of what calls itself so. That of a country is one by itself.
fn is_plain(words: &Words<'_>, head: usize) -> bool {
    let next = head + 1;
    let country = || {
        words.has(next, Traits::COUNTRY)
            || words.has(next, Traits::ADJECTIVE) && words.has(next + 1, Traits::COUNTRY)
    };
    let own = || {
        let foreign = Traits::UNKNOWN | Traits::ACRONYM | Traits::ORGANIZATION_WORD | Traits::ORGANIZATION;
        words.has(next, foreign) && !words.has(next, Traits::COMMON) || club::is_athletes_club(words, next)
    };
    words.has(head, Traits::START)
        && words.before_capital(head)
        && words.known_readings(head).any(|reading| {
            reading.lemma == "kraj"
                || Sort::Owned.has(reading.lemma) && !country()
                || Sort::Plain.has(reading.lemma) && own()
        })
}

/// A name of nothing of ours that its head begins: "Nagroda Nobla", "Puchar Polski". Where a sentence begins, a small word would
/// have a capital too, so that another common word with one must follow.
pub(super) fn other<'a>(words: &Words<'a>, head: usize) -> Option<Phrase<'a>> {
    if !words.has(head, Traits::FEAST) || !words.before_capital(head) {
        return None;
    }
    let common = words.has(head + 1, Traits::COMMON) && !words.has(head + 1, Traits::NAME);
    if words.has(head, Traits::START) && !common && !words.is_a(head, Sort::Prize) {
        return None;
    }
    let of_nothing = |reading: &Reading<'_>| {
        reading.is_common_noun()
            && OTHERS.get(reading.lemma).is_some_and(|adjectives| adjectives.contains(&""))
    };
    let reading = words.likely_readings(head).find(of_nothing)?;
    let named = (reading.lemma, reading.tag, EntityKind::Organization);
    let mut phrase = Phrase::new(head..head + 1, head..head + 1, head, named);
    phrase.take_adjectives(words);
    phrase.take_tail(words);
    (phrase.tokens.len() > 1).then_some(phrase)
}

/// A common noun that only its capital within a sentence makes a name, with another that "i" joins to it.
pub(super) fn common<'a>(words: &Words<'a>, head: usize) -> Option<Phrase<'a>> {
    let start = words.has(head, Traits::START);
    if !is_noun_name(words, head)
        || start && !words.has(head, Traits::BRAND) && !words.has(head + 1, Traits::VERB)
    {
        return None;
    }
    let second = head + 2;
    let pair = !start
        && !words.has(head, Traits::BRAND)
        && words.is(head + 1, "i")
        && words.together(head, second)
        && words.has(second, Traits::CAPITAL)
        && words.has(second, Traits::NOUN)
        && !words.has(second, Traits::ORGANIZATION)
        && !(words.has(second, Traits::INSTITUTION) && words.before_capital(second));
    let inflected = if pair { head..second + 1 } else { head..head + 1 };
    words.likely_readings(head).find_map(|reading| {
        let fits = reading.is_common_noun() && reading.lemma.starts_with(char::is_lowercase);
        let named = (reading.lemma, reading.tag, EntityKind::Organization);
        let subject = || CLUBS.contains(reading.lemma) && words.has(head + 1, Traits::VERB);
        (fits && (!start || BRANDS.contains(reading.lemma) || subject()))
            .then(|| Phrase::new(inflected.clone(), inflected.clone(), head, named))
    })
}

fn is_noun_name(words: &Words<'_>, index: usize) -> bool {
    let others = Traits::ROLE | Traits::NATION | Traits::FEATURE;
    words.has(index, Traits::NOUN) && !words.has(index, others) && words.shape(index) == Shape::Title
}

fn is_adjective(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::ADJECTIVE | Traits::RELATIONAL)
}

/// An adjective that is never a noun: "podmiejski", "kolejowy".
fn is_relational(words: &Words<'_>, index: usize) -> bool {
    let endings = ["ski", "cki", "owy"];
    words.has(index, Traits::ADJECTIVE)
        && words.known_readings(index).any(|reading| {
            is_adjectival(reading.tag) && endings.iter().any(|ending| reading.lemma.ends_with(ending))
        })
}

/// What the noun at `head` with all adjectives from `start` on names.
fn head_of<'a>(words: &Words<'a>, start: usize, head: usize) -> Option<Named<'a>> {
    let traits = words.traits(head);
    let named = Traits::INSTITUTION | Traits::FEATURE | Traits::PLACE;
    let house = traits.has(Traits::NOUN) && is_house(words, head);
    // A given name that is a village too: "Julia Zalewska".
    let given =
        traits.has(Traits::GIVEN) && !traits.has(Traits::COUNTRY | Traits::INSTITUTION | Traits::FEATURE);
    if !(traits.has(named) || house) || given || words.shape(head) == Shape::Upper {
        return None;
    }
    let mut best: Option<(i32, &str, Tag, EntityKind)> = None;
    for reading in words.likely_readings(head).filter(|reading| reading.tag.class() == Class::Subst) {
        let listed = |of: Traits, list: &Listed<()>| traits.has(of) && list.contains(reading.lemma);
        let kind = match reading.name {
            NameClass::Place => EntityKind::Place,
            NameClass::Common if listed(Traits::INSTITUTION, &INSTITUTIONS) => EntityKind::Organization,
            NameClass::Common if reading.lemma == "dom" && is_house(words, head) => EntityKind::Organization,
            NameClass::Common if listed(Traits::FEATURE, &FEATURES) => EntityKind::Place,
            _ => continue,
        };
        let mut tag = reading.tag;
        if tag.has(Tag::PT) {
            tag = tag.with(Tag::NUMBERS, Tag::PL);
        }
        let agreed = (start..head).try_fold(tag, |tag, index| agreement(words, index, tag));
        let Some(agreed) = agreed else { continue };
        // A lone plural is a place ("Wyspy"); elsewhere the singular is likelier.
        let lone = kind == EntityKind::Place && start == head && !words.has(head + 1, Traits::CAPITAL);
        let number = if lone { Tag::NOM } else { Tag::SG };
        let score = i32::from(agreed.has(number))
            + 2 * i32::from(reading.name == NameClass::Common)
            + 2 * i32::from(is_told_by_adjective(words, head, agreed));
        match &mut best {
            Some((top, lemma, tag, _)) if *top == score && *lemma == reading.lemma => *tag = *tag | agreed,
            Some((top, ..)) if *top >= score => {}
            _ => best = Some((score, reading.lemma, agreed, kind)),
        }
    }
    best.map(|(_, lemma, tag, kind)| (lemma, tag, kind))
}

/// "Linii Podmiejskich", "Wydawnictwa Szkolne": whether the adjective behind a head tells its number.
fn is_told_by_adjective(words: &Words<'_>, head: usize, tag: Tag) -> bool {
    let next = head + 1;
    let behind = is_adjective(words, next).then(|| agreement(words, next, tag)).flatten();
    let capital = words.has(next, Traits::CAPITAL);
    behind.is_some_and(|behind| is_relational(words, next) || behind.has(Tag::NOM) && capital)
}

/// "Dom Kultury", "Domu Pomocy Społecznej": what a house is for.
fn is_house(words: &Words<'_>, head: usize) -> bool {
    words.before_capital(head)
        && words.known_readings(head).any(|reading| reading.lemma == "dom")
        && words.is_a(head + 1, Sort::Service)
}

/// An adjective and a noun that are a name by themselves, wherever they stand: "Biały Dom", "Morskie Oko".
fn standing<'a>(words: &Words<'a>, start: usize, head: usize) -> Option<Named<'a>> {
    // "Państwo Islamskie": behind a noun that heads no names the adjective may follow.
    let behind = start == head && !words.has(head, Traits::INSTITUTION | Traits::FEATURE | Traits::COUNTRY);
    let adjective = if behind { head + 1 } else { head.checked_sub(1).filter(|before| *before >= start)? };
    if !words.has(head, Traits::NOUN | Traits::COUNTRY | Traits::GIVEN)
        || words.shape(head) != Shape::Title
        || behind && !words.before_capital(head)
    {
        return None;
    }
    words.known_readings(head).filter(|reading| reading.tag.class() == Class::Subst).find_map(|reading| {
        let tag = (start..head).try_fold(reading.tag, |tag, index| agreement(words, index, tag))?;
        let kind = standing_kind(words, reading.lemma, adjective)?;
        agreement(words, adjective, tag).map(|tag| (reading.lemma, tag, kind))
    })
}

/// What a noun of the list with the adjective at a token names.
fn standing_kind(words: &Words<'_>, noun: &str, adjective: usize) -> Option<EntityKind> {
    let is_it = |wanted: &str| {
        words.known_readings(adjective).any(|reading| is_adjectival(reading.tag) && reading.lemma == wanted)
    };
    STANDING.get(noun)?.iter().find(|(wanted, _)| is_it(wanted)).map(|(_, kind)| *kind)
}

/// A common noun with an adjective, both with capitals within a sentence: "Liberalni Demokraci", "Dziennik Zachodni".
fn common_of<'a>(words: &Words<'a>, start: usize, head: usize) -> Option<Named<'a>> {
    if !words.has(head, Traits::NOUN) {
        return None;
    }
    let after = head + 1;
    let adjective_after =
        words.together(head, after) && words.has(after, Traits::CAPITAL) && is_adjective(words, after);
    // "Dziennik", "Głos": surnames too, but hardly where an adjective follows and context has them for nouns.
    let surname = words.has(head, Traits::SURNAME)
        && words.likely_readings(head).next().is_none_or(|reading| reading.name != NameClass::Common);
    let personal = surname || words.has(head, Traits::GIVEN | Traits::ROLE);
    // In marks of its own the first capital is that of a title, not of a sentence.
    let end = if start == head { after } else { head };
    let marked = start > 0 && words.opens_title(start - 1) && words.closes_title(end + 1);
    // "Rozwój Rzeszowa"
    let place = |case: Tag| {
        words.known_readings(after).any(|reading| reading.name == NameClass::Place && reading.tag.has(case))
    };
    let owned = words.together(head, after)
        && words.has(after, Traits::PLACE)
        && place(Tag::GEN)
        && !place(Tag::NOM)
        && !words.has(after, Traits::GIVEN | Traits::SURNAME);
    // "Liberalni Demokraci" where a sentence begins: the noun has a capital of its own.
    let other = Traits::ROLE | Traits::NATION | Traits::NAME | Traits::FEATURE | Traits::FEAST;
    let own = || start < head && words.shape(head) == Shape::Title && !words.has(head, other);
    if (start == head && !adjective_after && !owned)
        || (words.has(start, Traits::START) && !marked && !own())
        || (start == head && personal)
    {
        return None;
    }
    let placed = cue::before(words, start) == Some(Cue::Place);
    let kind = if placed { EntityKind::Place } else { EntityKind::Organization };
    words.likely_readings(head).find_map(|reading| {
        let before = (start..head).try_fold(reading.tag, |tag, index| agreement(words, index, tag));
        // "Główny Inspektor": one who holds an office.
        let holder = ROLES.contains(reading.lemma) && reading.tag.has(Tag::SG);
        let tag = before.filter(|_| reading.is_common_noun() && !holder)?;
        let agreed = start < head || owned || agreement(words, after, tag).is_some();
        agreed.then_some((reading.lemma, tag, kind))
    })
}

/// `tag` narrowed to what it shares with an adjective reading of the token; `None` when there is no such reading.
fn agreement(words: &Words<'_>, index: usize, tag: Tag) -> Option<Tag> {
    let values = Tag::NUMBERS | Tag::CASES | Tag::GENDERS;
    let mut shared = Tag::IGN;
    for reading in words.known_readings(index) {
        let adjectival = is_adjectival(reading.tag);
        // Nobody is called by a vocative.
        let common = reading.tag.common(tag, Tag::CASES).with(Tag::VOC, Tag::IGN);
        if adjectival && reading.tag.agrees(tag) && !common.is_bare() {
            shared = shared | reading.tag.common(tag, values);
        }
    }
    if shared.is_bare() && words.has(index, Traits::UNKNOWN) && words.has(index, Traits::RELATIONAL) {
        let told = relational_values(words.key(index));
        shared = if told.agrees(tag) { told.common(tag, values) } else { Tag::IGN };
    }
    (!shared.is_bare()).then(|| tag.with(values, shared))
}

impl<'a> Phrase<'a> {
    fn new(tokens: TokenRange, inflected: TokenRange, head: usize, (lemma, tag, kind): Named<'a>) -> Self {
        Self { tokens, kind, inflected, head, lemma, tag, doubtful: false }
    }

    /// A name that stays as it is written.
    pub(super) fn stiff(tokens: TokenRange, kind: EntityKind) -> Self {
        let head = tokens.end;
        Self::new(tokens, head..head, head, ("", Tag::IGN, kind))
    }

    /// An adjective that agrees with a noun before it, which is no part of the name: "ulicy Długiej" → "Długa".
    pub(super) fn adjective(words: &Words<'a>, index: usize, noun: Tag, kind: EntityKind) -> Option<Self> {
        let tag = if noun.has(Tag::CASES) { noun } else { noun | Tag::CASES };
        let agreed = is_adjective(words, index).then(|| agreement(words, index, tag)).flatten()?;
        let tokens = index..index + 1;
        Some(Self::new(tokens.clone(), tokens, index + 1, ("", agreed, kind)))
    }

    /// The head alone in the nominative: what the name is called later.
    /// Nothing stands for a common noun that only its adjective makes a name: "woda" is not the "Wody Polskie".
    pub(super) fn head_alone(&self, words: &Words<'_>) -> Option<String> {
        if STANDING.contains(self.lemma) && !words.has(self.head, Traits::INSTITUTION) {
            return None;
        }
        let mut head = String::with_capacity(self.lemma.len());
        push_cased_like(&mut head, self.lemma, words.text(self.head));
        Some(head)
    }

    /// "Zielony Ład", "Forum Ekonomiczne", "Złota Palma": what is neither an organization nor a place.
    pub(super) fn is_of_nothing(&self, words: &Words<'_>) -> bool {
        let prize = || {
            // "otrzymał Złotą Lipę": a village elsewhere.
            let won =
                || words.before(self.tokens.start).is_some_and(|before| words.is_a(before, Sort::Winning));
            self.inflected.len() == 2
                && self.inflected.end == self.head + 1
                && !words.has(self.head, Traits::INSTITUTION | Traits::FEATURE)
                && self.has_adjective(words, |lemma| Sort::Metal.has(lemma))
                && (self.kind == EntityKind::Organization || won())
        };
        let listed = |reading: Reading<'_>| {
            let wanted = OTHERS.get(reading.lemma);
            wanted.is_some_and(|wanted| {
                wanted.contains(&"") || self.has_adjective(words, |lemma| wanted.contains(&lemma))
            })
        };
        let other = || words.has(self.head, Traits::FEAST) && words.known_readings(self.head).any(listed);
        self.tokens.len() > 1 && (other() || prize())
    }

    /// Whether one of the words that inflect is an adjective that is wanted.
    fn has_adjective(&self, words: &Words<'_>, wanted: impl Fn(&str) -> bool) -> bool {
        let mut readings = self.inflected.clone().flat_map(|index| words.known_readings(index));
        readings.any(|reading| reading.tag.class() == Class::Adj && wanted(reading.lemma))
    }

    /// Whether head and adjectives may stand in the nominative.
    pub(super) fn is_nominative(&self) -> bool {
        self.tag.has(Tag::NOM)
    }

    /// Whether they are nothing that somebody has or is in.
    pub(super) fn is_only_nominative(&self) -> bool {
        self.is_nominative() && !self.tag.has(Tag::GEN | Tag::LOC)
    }

    /// "Boeing", "Legia": a maker or a club whose name is a common noun too.
    pub(super) fn is_brand(&self) -> bool {
        self.tokens.len() == 1 && (BRANDS.contains(self.lemma) || CLUBS.contains(self.lemma))
    }

    /// What calls itself after its town: "Port Lotniczy Wrocław".
    fn is_port(&self) -> bool {
        matches!(self.lemma, "port" | "lotnisko")
    }

    /// "Fundacja Zielona Dolina": the adjective rather goes with the noun behind it, which is what the association calls itself.
    fn is_title_of_noun(&self, words: &Words<'_>, adjective: usize) -> bool {
        let noun = adjective + 1;
        let nominative = |noun: Reading<'_>| {
            noun.tag.class() == Class::Subst
                && noun.tag.has(Tag::NOM)
                && agreement(words, adjective, noun.tag).is_some_and(|tag| tag.has(Tag::NOM))
        };
        Sort::Society.has(self.lemma)
            && adjective == self.head + 1
            && words.before_capital(adjective)
            && words.has(noun, Traits::NOUN)
            && !words.has(noun, Traits::INSTITUTION | Traits::GIVEN | Traits::ROLE)
            && words.known_readings(noun).any(nominative)
    }

    /// "Federacja Rosyjska": what the adjective behind the head makes of it.
    fn take_kind(&mut self, words: &Words<'_>) {
        let behind = self.head + 1;
        if self.inflected.end > behind {
            self.kind = standing_kind(words, self.lemma, behind).unwrap_or(self.kind);
        }
    }

    /// Adjectives behind the head that agree with it: "Morze Bałtyckie", "Europa Środkowo-Wschodnia".
    fn take_adjectives(&mut self, words: &Words<'_>) {
        loop {
            let mut next = self.tokens.end;
            // "Wydawnictwa Szkolne i Pedagogiczne"
            let second = self.kind == EntityKind::Organization
                && words.is(next, "i")
                && next > self.head + 1
                && self.inflected.end == next;
            if second && !words.before_capital(next + 1) {
                next += 1;
            }
            if !words.together(self.head, next) || !words.has(next, Traits::CAPITAL) {
                return;
            }
            if self.kind == EntityKind::Place && words.is_point(next + 1) && POINTS.contains(words.key(next))
            {
                self.tokens.end = next + 2;
                return;
            }
            let joined = words.is_joint(next + 1);
            let adjective = if joined { next + 2 } else { next };
            let Some(shared) =
                is_adjective(words, adjective).then(|| agreement(words, adjective, self.tag)).flatten()
            else {
                return;
            };
            if self.is_title_of_noun(words, adjective) || is_place_of_two(words, adjective) {
                return;
            }
            self.tag = shared;
            self.tokens.end = adjective + 1;
            self.inflected.end = adjective + 1;
        }
    }
}

/// "Uniwersytetu Nowego Meksyku": the adjective goes with the place behind it, which what is named belongs to.
fn is_place_of_two(words: &Words<'_>, adjective: usize) -> bool {
    words.has(adjective + 1, Traits::PLACE)
        && words.is_a(adjective, Sort::CountryAdjective)
        && place(words, adjective).is_some_and(|place| place.tokens.len() > 1 && place.tag.has(Tag::GEN))
}

fn is_adjectival(tag: Tag) -> bool {
    matches!(tag.class(), Class::Adj | Class::Ppas | Class::Pact)
}
