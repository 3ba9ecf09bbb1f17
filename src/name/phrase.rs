//! Names that are Polish phrases: an inflected head with its adjectives, and a tail that stays as it is. "Komisji
//! Europejskiej" → "Komisja Europejska", "Ministerstwem Spraw Zagranicznych" → "Ministerstwo Spraw Zagranicznych".

use super::EntityKind;
use super::cases::{common_genitive, follows, is_genitive};
use super::lists::{BRANDS, PATRONS, POINTS};
use super::nominative::{adjective, cased_like, plural};
use super::words::{Traits, Words};
use crate::morph::{Class, NameClass, Reading, Shape, Source, Tag, TaggedToken, TokenRange};
use crate::text::is_hyphen;

/// How many adjectives a head may have before it.
const ADJECTIVES: usize = 3;
/// How many tokens a phrase may have.
const LONGEST: usize = 14;

/// A Polish phrase that names something.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Phrase {
    pub(super) tokens: TokenRange,
    pub(super) kind: EntityKind,
    /// Tokens that inflect together: the head and its adjectives.
    inflected: TokenRange,
    head: usize,
    lemma: String,
    /// What head and adjectives agree in.
    tag: Tag,
    /// Only a name if the article shows so elsewhere: a lone noun at the start of a sentence.
    pub(super) doubtful: bool,
}

/// The phrase that begins at a capital, with as many adjectives as can be.
pub(super) fn at(words: &Words<'_>, start: usize) -> Option<Phrase> {
    let adjectives = (start..start + ADJECTIVES).take_while(|index| is_adjective(words, *index)).count();
    pointed(words, start)
        .or_else(|| (0..=adjectives).rev().find_map(|count| with_adjectives(words, start, count)))
}

/// `W. Brytania`, `Wlk. Brytania`.
fn pointed(words: &Words<'_>, start: usize) -> Option<Phrase> {
    let head = start + 2;
    let fits = words.text(start + 1) == "."
        && POINTS.contains(words.key(start))
        && words.has(head, Traits::PLACE)
        && !words.has(head, Traits::GIVEN);
    let (lemma, tag, kind) = fits.then(|| head_of(words, head, head)).flatten()?;
    Some(Phrase {
        tokens: start..head + 1,
        kind,
        inflected: head..head + 1,
        head,
        lemma,
        tag,
        doubtful: false,
    })
}

/// The phrase whose head stands behind so many adjectives.
fn with_adjectives(words: &Words<'_>, start: usize, count: usize) -> Option<Phrase> {
    let head = start + count;
    if !words.together(start, head) {
        return None;
    }
    let (lemma, tag, kind) = head_of(words, start, head).or_else(|| common_of(words, start, head))?;
    let mut phrase = Phrase {
        tokens: start..head + 1,
        kind,
        inflected: start..head + 1,
        head,
        lemma,
        tag,
        doubtful: false,
    };
    phrase.take_adjectives(words);
    let bare = phrase.tokens.len() == 1;
    let named = words.has(head, Traits::PLACE) && kind == EntityKind::Place;
    if !named {
        phrase.take_tail(words);
    }
    let alone = bare && phrase.tokens.len() == 1;
    let next = phrase.tokens.end;
    if words.has(next, Traits::CONNECTOR) && words.has(next + 1, Traits::CAPITAL) {
        return None;
    }
    let feature = words.has(head, Traits::FEATURE) && !words.has(head, Traits::START);
    if alone
        && !feature
        && (named || words.has(head, Traits::SURNAME | Traits::GIVEN))
        && !words.has(head, Traits::INSTITUTION)
    {
        return None;
    }
    phrase.doubtful = alone && words.has(start, Traits::START);
    Some(phrase)
}

/// A common noun that only its capital within a sentence makes a name, with another that "i" joins to it.
pub(super) fn common(words: &Words<'_>, head: usize) -> Option<Phrase> {
    let start = words.has(head, Traits::START);
    if !is_noun_name(words, head) {
        return None;
    }
    let second = head + 2;
    let pair = !start
        && words.text(head + 1) == "i"
        && words.together(head, second)
        && words.has(second, Traits::CAPITAL)
        && words.has(second, Traits::NOUN);
    let inflected = if pair { head..second + 1 } else { head..head + 1 };
    words.known_readings(head).find_map(|reading| {
        let noun = reading.tag.class() == Class::Subst && reading.name == NameClass::Common;
        let fits = noun && reading.lemma.starts_with(char::is_lowercase);
        (fits && (!start || BRANDS.contains(reading.lemma))).then(|| Phrase {
            tokens: inflected.clone(),
            kind: EntityKind::Organization,
            inflected: inflected.clone(),
            head,
            lemma: reading.lemma.to_owned(),
            tag: reading.tag,
            doubtful: false,
        })
    })
}

fn is_noun_name(words: &Words<'_>, index: usize) -> bool {
    let others = Traits::ROLE | Traits::NATION | Traits::FEATURE;
    words.has(index, Traits::NOUN) && !words.has(index, others) && words.shape(index) == Shape::Title
}

fn is_adjective(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::ADJECTIVE)
        || (words.has(index, Traits::UNKNOWN) && relational_adjective(words.key(index)).is_some())
}

/// Base form of an adjective in -ski, -cki or -czny that the dictionary lacks: "południowochińskiego".
fn relational_adjective(key: &str) -> Option<String> {
    let hard = ["ego", "emu", "ych", "ymi", "ym", "ej", "e", "ą", "a", "y"];
    let relational =
        hard.iter().find_map(|ending| key.strip_suffix(ending)).filter(|stem| stem.ends_with("czn"));
    if let Some(stem) = relational {
        return Some(format!("{stem}y"));
    }
    let soft = ["iego", "iemu", "ich", "imi", "im", "iej", "ie", "ą", "a", "i"];
    let stem = soft.iter().find_map(|ending| key.strip_suffix(ending))?;
    (stem.ends_with("sk") || stem.ends_with("ck") || stem.ends_with("dzk")).then(|| format!("{stem}i"))
}

/// Lemma, agreement and kind of the noun at `head` with all adjectives from `start` on.
fn head_of(words: &Words<'_>, start: usize, head: usize) -> Option<(String, Tag, EntityKind)> {
    let traits = words.traits(head);
    let named = Traits::INSTITUTION | Traits::FEATURE | Traits::PLACE;
    // A given name that is a village too: "Julia Zalewska".
    let given =
        traits.has(Traits::GIVEN) && !traits.has(Traits::COUNTRY | Traits::INSTITUTION | Traits::FEATURE);
    if !traits.has(named) || given || words.shape(head) == Shape::Upper {
        return None;
    }
    let mut best: Option<(i32, String, Tag, EntityKind)> = None;
    for reading in words.known_readings(head).filter(|reading| reading.tag.class() == Class::Subst) {
        let kind = match reading.name {
            NameClass::Place => EntityKind::Place,
            NameClass::Common if super::lists::INSTITUTIONS.contains(reading.lemma) => {
                EntityKind::Organization
            }
            NameClass::Common if super::lists::FEATURES.contains(reading.lemma) => EntityKind::Place,
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
        let score = i32::from(agreed.has(number)) + 2 * i32::from(reading.name == NameClass::Common);
        match &mut best {
            Some((top, lemma, tag, _)) if *top == score && *lemma == reading.lemma => *tag = *tag | agreed,
            Some((top, ..)) if *top >= score => {}
            _ => best = Some((score, reading.lemma.to_owned(), agreed, kind)),
        }
    }
    best.map(|(_, lemma, tag, kind)| (lemma, tag, kind))
}

/// A common noun with an adjective, both with capitals within a sentence: "Liberalni Demokraci", "Dziennik Zachodni".
fn common_of(words: &Words<'_>, start: usize, head: usize) -> Option<(String, Tag, EntityKind)> {
    let after = head + 1;
    let adjective_after =
        words.together(head, after) && words.has(after, Traits::CAPITAL) && is_adjective(words, after);
    let personal = Traits::GIVEN | Traits::SURNAME | Traits::ROLE;
    // In marks of its own the first capital is that of a title, not of a sentence.
    let end = if start == head { after } else { head };
    let marked = start > 0 && opens_title(words.text(start - 1)) && closes_title(words.text(end + 1));
    if (start == head && !adjective_after)
        || (words.has(start, Traits::START) && !marked)
        || !words.has(head, Traits::NOUN)
        || (start == head && words.has(head, personal))
    {
        return None;
    }
    words.known_readings(head).find_map(|reading| {
        let noun = reading.tag.class() == Class::Subst && reading.name == NameClass::Common;
        let before = (start..head).try_fold(reading.tag, |tag, index| agreement(words, index, tag));
        let tag = before.filter(|_| noun)?;
        let agreed = start < head || agreement(words, after, tag).is_some();
        agreed.then(|| (reading.lemma.to_owned(), tag, EntityKind::Organization))
    })
}

pub(super) fn opens_title(mark: &str) -> bool {
    matches!(mark, "„" | "“" | "\"" | "»" | "«")
}

pub(super) fn closes_title(mark: &str) -> bool {
    matches!(mark, "”" | "“" | "\"" | "«" | "»")
}

/// `tag` narrowed to what it shares with an adjective reading of the token; `None` when there is no such reading.
fn agreement(words: &Words<'_>, index: usize, tag: Tag) -> Option<Tag> {
    let mut shared = Tag::IGN;
    for reading in words.known_readings(index) {
        let adjectival = is_adjectival(reading.tag);
        // Nobody is called by a vocative.
        let common = reading.tag.common(tag, Tag::CASES).with(Tag::VOC, Tag::IGN);
        if adjectival && reading.tag.agrees(tag) && !common.is_bare() {
            shared = shared | reading.tag.common(tag, Tag::NUMBERS | Tag::CASES | Tag::GENDERS);
        }
    }
    if shared.is_bare() && words.has(index, Traits::UNKNOWN) {
        return relational_adjective(words.key(index)).map(|_| tag);
    }
    (!shared.is_bare()).then(|| tag.with(Tag::NUMBERS | Tag::CASES | Tag::GENDERS, shared))
}

impl Phrase {
    /// A name that stays as it is written.
    pub(super) fn stiff(tokens: TokenRange, kind: EntityKind) -> Self {
        let (head, inflected) = (tokens.end, tokens.end..tokens.end);
        Self { tokens, kind, inflected, head, lemma: String::new(), tag: Tag::IGN, doubtful: false }
    }

    /// The head alone in the nominative: what the name is called later.
    pub(super) fn head_alone(&self, words: &Words<'_>) -> String {
        cased_like(&self.lemma, words.text(self.head))
    }

    /// "Boeing", "Toyota": a maker whose name is a common noun too.
    pub(super) fn is_brand(&self) -> bool {
        self.tokens.len() == 1 && BRANDS.contains(self.lemma.as_str())
    }

    /// Adjectives behind the head that agree with it: "Morze Bałtyckie", "Europa Środkowo-Wschodnia".
    fn take_adjectives(&mut self, words: &Words<'_>) {
        loop {
            let next = self.tokens.end;
            if !words.together(self.head, next) || !words.has(next, Traits::CAPITAL) {
                return;
            }
            if self.kind == EntityKind::Place
                && words.text(next + 1) == "."
                && POINTS.contains(words.key(next))
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
            self.tag = shared;
            self.tokens.end = adjective + 1;
            self.inflected.end = adjective + 1;
        }
    }

    /// What follows the head and its adjectives unchanged.
    fn take_tail(&mut self, words: &Words<'_>) {
        while self.tokens.len() < LONGEST {
            let next = self.tokens.end;
            let taken = self.take_affairs(words, next)
                || self.take_word(words, next)
                || self.take_coordinated(words, next)
                || self.take_title(words, next)
                || self.take_patron(words, next);
            if !taken {
                return;
            }
        }
    }

    /// One more word with a capital.
    fn take_word(&mut self, words: &Words<'_>, next: usize) -> bool {
        let fits =
            words.together(self.head, next) && words.has(next, Traits::CAPITAL) && follows(words, next);
        // A full name behind more than the head is that of a person: "Rady Europejskiej Jana Nowaka".
        let person = words.has(next, Traits::GIVEN | Traits::UNKNOWN)
            && words.shape(next) != Shape::Upper
            && words.has(next + 1, Traits::GIVEN | Traits::SURNAME | Traits::UNKNOWN)
            && words.together(next, next + 1)
            && (self.tokens.end > self.head + 1 || self.is_ruled(words) || self.is_somebody_s(words, next));
        let fits = fits && !person || self.is_apposition(words, next) || self.is_district(words, next);
        if fits {
            self.tokens.end = next + 1;
        }
        if fits && words.is_joint(next + 1) && words.has(next + 2, Traits::CAPITAL) {
            self.tokens.end = next + 3;
        }
        fits
    }

    /// "rząd Theresy May": a full name in the genitive behind a head that is called after nobody.
    fn is_somebody_s(&self, words: &Words<'_>, next: usize) -> bool {
        words.has(next, Traits::GIVEN) && !PATRONS.contains(self.lemma.as_str())
    }

    /// "rzecznik Komisji Markus Lammert", "przewodniczący Sejmu Juozas Olekas": a role before a bare head in the genitive.
    fn is_ruled(&self, words: &Words<'_>) -> bool {
        let role = |before: usize| words.has(before, Traits::OFFICE) && words.together(before, self.head);
        self.tag.has(Tag::GEN)
            && self.tokens.len() == 1
            && !words.has(self.head, Traits::START)
            && self.head.checked_sub(1).is_some_and(role)
    }

    /// A common noun with a capital right behind the head: "Grupa Granit", "Fundacja Latarnia".
    fn is_apposition(&self, words: &Words<'_>, next: usize) -> bool {
        let others = Traits::GIVEN
            | Traits::SURNAME
            | Traits::NATION
            | Traits::ROLE
            | Traits::PLACE
            | Traits::INSTITUTION;
        let beside = next == self.head + 1 && words.together(self.head, next);
        // "Radio Białystok" broadcasts from there.
        let station = self.lemma == "radio"
            && words.has(next, Traits::PLACE)
            && !words.has(next, Traits::GIVEN)
            && words.known_readings(next).any(|reading| reading.tag.has(Tag::NOM));
        let noun = words.has(next, Traits::NOUN | Traits::OTHER)
            && !words.has(next, others | Traits::FUNCTION | Traits::ADJECTIVE);
        self.kind == EntityKind::Organization && beside && (noun || station)
    }

    /// "Sąd Rejonowy Gdańsk-Północ", "Prokuratura Rejonowa Kraków-Krowodrza": the town and its district.
    fn is_district(&self, words: &Words<'_>, next: usize) -> bool {
        self.kind == EntityKind::Organization
            && words.together(self.head, next)
            && words.has(next, Traits::PLACE)
            && words.is_joint(next + 1)
            && words.has(next + 2, Traits::CAPITAL)
            && matches!(self.lemma.as_str(), "sąd" | "prokuratura" | "komisariat" | "komenda")
    }

    /// "Stowarzyszenie Zielone Wzgórza": an adjective and a noun in the nominative right behind the head.
    fn take_title(&mut self, words: &Words<'_>, next: usize) -> bool {
        let noun = next + 1;
        let nominative = |tag: Tag| tag.has(Tag::NOM) && tag.class() == Class::Subst;
        let fits = self.kind == EntityKind::Organization
            && next == self.head + 1
            && words.together(self.head, noun)
            && words.has(next, Traits::CAPITAL)
            && words.has(noun, Traits::CAPITAL)
            && !words.has(noun, Traits::GIVEN | Traits::INSTITUTION)
            && is_adjective(words, next)
            && words.known_readings(noun).any(|noun| {
                nominative(noun.tag) && agreement(words, next, noun.tag).is_some_and(|tag| tag.has(Tag::NOM))
            });
        if fits {
            self.tokens.end = noun + 1;
        }
        fits
    }

    /// `i Konsumentów`, `, Pracy i Polityki Społecznej`, `w Europie` are not reached by a capital alone.
    fn take_coordinated(&mut self, words: &Words<'_>, next: usize) -> bool {
        let tail = self.tokens.end > self.inflected.end;
        let genitive = |index: usize| {
            words.has(index, Traits::CAPITAL)
                && words.together(self.head, index)
                && words.has(index, Traits::COMMON)
                && !words.has(index, Traits::INSTITUTION | Traits::GIVEN)
                && common_genitive(words, index)
        };
        let fits = match words.text(next) {
            "i" | "oraz" => tail && genitive(next + 1),
            "," => {
                tail && genitive(next + 1)
                    && (next + 2..next + 5).any(|index| matches!(words.text(index), "i" | "oraz"))
            }
            "w" | "na" | "dla" => {
                let bare = self.tokens.len() == 1;
                let seated = match self.lemma.as_str() {
                    "organizacja" => tail,
                    "uniwersytet" | "akademia" | "politechnika" => bare,
                    _ => false,
                };
                seated && words.has(next + 1, Traits::PLACE) && self.kind == EntityKind::Organization
            }
            _ => false,
        };
        if fits {
            self.tokens.end = next + 2;
        }
        fits
    }

    /// `ds. Równości`, `spraw zagranicznych`, `do spraw wyjścia z Unii Europejskiej`: a tail of small letters.
    fn take_affairs(&mut self, words: &Words<'_>, next: usize) -> bool {
        let start = match (words.key(next), words.key(next + 1), words.key(next + 2)) {
            ("ds", ".", _) | ("do", "spraw", _) => next + 2,
            ("d", "/", "s") => next + 3,
            ("ds", _, _) => next + 1,
            ("spraw", _, _) if words.shape(next) == Shape::Lower => next + 1,
            _ => return false,
        };
        if self.kind != EntityKind::Organization || !words.together(self.head, start) {
            return false;
        }
        let mut end = start;
        while end < start + 6 && words.together(self.head, end) {
            let joins = matches!(words.text(end), "i" | "z" | "oraz") && is_genitive(words, end + 1);
            if !(joins || is_genitive(words, end)) {
                break;
            }
            end += 1;
        }
        if end > start {
            self.tokens.end = end;
        }
        end > start
    }

    /// `im. Adama Mickiewicza`.
    fn take_patron(&mut self, words: &Words<'_>, next: usize) -> bool {
        let patron =
            words.key(next) == "im" && words.text(next + 1) == "." && words.has(next + 2, Traits::CAPITAL);
        if !patron {
            return false;
        }
        self.tokens.end = next + 3;
        while self.tokens.len() < LONGEST
            && words.has(self.tokens.end, Traits::CAPITAL)
            && words.together(self.head, self.tokens.end)
        {
            self.tokens.end += 1;
        }
        true
    }

    /// The name in the nominative.
    pub(super) fn base(&self, words: &Words<'_>) -> String {
        let tag = self.narrowed(words);
        let is_plural = tag.has(Tag::PL) && !tag.has(Tag::SG);
        let number = if is_plural { Tag::PL } else { Tag::SG };
        let gender = tag.common(Tag::GENDERS, Tag::GENDERS);
        let mut base = String::new();
        for token in words.tagged.slice(self.tokens.clone()) {
            let index = token.index();
            if index > self.tokens.start && token.space_before() {
                base.push(' ');
            }
            if index == self.head {
                let lemma = match is_plural && !tag.has(Tag::PT) {
                    true if tag.has(Tag::NOM) => token.text().to_owned(),
                    true => plural(&self.lemma, gender),
                    false => self.lemma.clone(),
                };
                base.push_str(&cased_like(&lemma, token.text()));
            } else if self.inflected.contains(&index) {
                base.push_str(&agreeing_base(token, tag, number, gender));
            } else {
                base.push_str(if index + 1 == self.tokens.end {
                    acronym_stem(token.text())
                } else {
                    token.text()
                });
            }
        }
        base
    }

    /// The agreement, with a number that the preposition before it or the absence of a plural asks for.
    fn narrowed(&self, words: &Words<'_>) -> Tag {
        let mut tag = self.tag;
        if tag.has(Tag::SG) && tag.has(Tag::PL) && !tag.has(Tag::PT) {
            let mut singular = Tag::IGN;
            for reading in words.known_readings(self.head) {
                if reading.lemma == self.lemma && reading.tag.has(Tag::SG) {
                    singular = singular | reading.tag;
                }
            }
            if singular.common(tag, Tag::CASES).has(Tag::CASES) {
                tag = tag.with(Tag::NUMBERS, Tag::SG);
            }
        }
        tag
    }
}

/// Nominative of a word that agrees with the head: an adjective, or the second noun of a pair.
fn agreeing_base(token: TaggedToken<'_>, tag: Tag, number: Tag, gender: Tag) -> String {
    let mut readings = token.readings().filter(|reading| reading.source != Source::Guess);
    let noun = |reading: &Reading<'_>| {
        reading.tag.class() == Class::Subst
            && reading.name == NameClass::Common
            && reading.tag.common(tag, Tag::CASES).has(Tag::CASES)
    };
    if token.text() == "i" {
        return "i".to_owned();
    }
    let adjectival = readings.clone().any(|reading| is_adjectival(reading.tag));
    match readings.find(noun).filter(|_| !adjectival) {
        Some(reading) => cased_like(reading.lemma, token.text()),
        None => adjective_base(token, tag, number, gender),
    }
}

fn is_adjectival(tag: Tag) -> bool {
    matches!(tag.class(), Class::Adj | Class::Ppas | Class::Pact)
}

fn adjective_base(token: TaggedToken<'_>, tag: Tag, number: Tag, gender: Tag) -> String {
    let reading = token
        .readings()
        .filter(|reading| reading.source != Source::Guess)
        .find(|reading| is_adjectival(reading.tag) && reading.tag.agrees(tag));
    let lemma = match reading {
        Some(reading) if reading.tag.class() == Class::Adj && !reading.tag.has(Tag::SUP | Tag::COM) => {
            reading.lemma.to_owned()
        }
        Some(_) => participle(token.key()),
        None => match relational_adjective(token.key()) {
            Some(lemma) => lemma,
            None => return token.text().to_owned(),
        },
    };
    cased_like(&adjective(&lemma, number, gender), token.text())
}

/// Nominative of a participle, whose lemma is its verb, or of a superlative: "zjednoczonych" → "zjednoczony".
fn participle(form: &str) -> String {
    let endings = ["ego", "emu", "ych", "ymi", "ym", "ej", "ą", "e", "a", "y", "ich", "imi", "im", "i"];
    let stem = endings.iter().find_map(|ending| form.strip_suffix(ending)).unwrap_or(form);
    format!("{stem}y")
}

/// An acronym without its Polish ending: `PiS-u`, `ONZ-etu`, `PiSu`.
pub(super) fn acronym_stem(text: &str) -> &str {
    let capitals = |stem: &str| stem.chars().filter(|c| c.is_uppercase()).count();
    if let Some(at) = text.rfind(is_hyphen) {
        let (stem, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        let ending = rest.trim_start_matches(is_hyphen);
        let small =
            !ending.is_empty() && ending.chars().count() <= 4 && ending.chars().all(char::is_lowercase);
        return if small && capitals(stem) >= 2 { stem } else { text };
    }
    for ending in ["owi", "em", "ie", "u", "a"] {
        if let Some(stem) = text.strip_suffix(ending) {
            if capitals(stem) >= 2 && stem.ends_with(char::is_uppercase) {
                return stem;
            }
        }
    }
    text
}
