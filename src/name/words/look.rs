//! What a form is by itself, noted with it once for all texts: its traits, from its readings and the lists.

use super::traits::Traits;
use crate::morph::{Class, NameClass, Reading, Shape, Source, Stage, Tag, WrittenForm};
use crate::name::EntityKind;
use crate::name::base::forms;
use crate::name::base::nominative::relational_adjective;
use crate::name::kind::acronym;
use crate::name::lists::{
    BRANDS, CONNECTORS, COUNTRIES, CUES, FEASTS, FEATURES, INSTITUTIONS, ORGANIZATION_WORDS, OTHERS,
    PARTICLES, PLACE_WORDS, ROLE_ABBREVIATIONS, ROLES, SPEECH, THINGS,
};

/// What a form is by itself.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) traits: Traits,
    pub(super) shape: Shape,
}

impl Look {
    pub(super) const NOTHING: Self = Self { traits: Traits::from_bits(0), shape: Shape::Other };

    pub(super) fn of(form: WrittenForm<'_>) -> Self {
        let bits = form.note(Stage::Names, |form| traits_of(form).bits());
        Self { traits: Traits::from_bits(bits), shape: form.shape() }
    }
}

/// Whether a capital behind a mark may be owed to its place.
fn opens(mark: &str) -> bool {
    matches!(
        mark,
        "„" | "“" | "\"" | "»" | "«" | ":" | "–" | "—" | "-" | "(" | "•" | "*" | "‘" | "'" | "”" | ",,"
    )
}

fn is_capital(form: WrittenForm<'_>) -> bool {
    matches!(form.shape(), Shape::Title | Shape::Upper)
        || form.shape() == Shape::Mixed && form.written().contains(char::is_uppercase)
        // "dpa": what calls itself so is as good as written large.
        || form.shape() == Shape::Lower && THINGS.contains(form.written())
}

/// Whether a reading is no mere guess: the list of roles has feminines that the dictionary lacks ("premierka").
pub(in crate::name) fn is_known(reading: Reading<'_>) -> bool {
    reading.source != Source::Guess || ROLES.contains(reading.lemma)
}

/// Those of a form's readings that are known; the list of roles need be asked only where one of them is there.
pub(super) fn known<'a>(
    readings: impl Iterator<Item = Reading<'a>> + Clone,
    office: bool,
) -> impl Iterator<Item = Reading<'a>> + Clone {
    readings.filter(move |reading| reading.source != Source::Guess || office && is_known(*reading))
}

/// What a word is to a name that it stands beside.
fn beside(form: WrittenForm<'_>) -> Traits {
    let mut traits = Traits::default();
    let mut lemma = "";
    for reading in form.readings().filter(|reading| is_known(*reading)) {
        // Readings of one lemma come together.
        if std::mem::replace(&mut lemma, reading.lemma) != reading.lemma {
            if ROLES.contains(lemma) {
                traits.add(Traits::OFFICE);
            }
            if CUES.contains(lemma) {
                traits.add(Traits::CUE);
            }
        }
        match reading.tag.class() {
            Class::Prep => traits.add(Traits::PREPOSITION),
            Class::Praet | Class::Fin if SPEECH.contains(reading.lemma) => {
                traits.add(Traits::VERB | Traits::SPEECH);
            }
            Class::Praet | Class::Fin => traits.add(Traits::VERB),
            _ => {}
        }
    }
    traits
}

/// What the lists of written words say of one.
fn listed(form: WrittenForm<'_>) -> Traits {
    let mut traits = Traits::default();
    let key = form.key();
    for (is_listed, named) in [
        (ROLE_ABBREVIATIONS.contains(key), Traits::TITLE),
        (PARTICLES.contains(key), Traits::PARTICLE),
        (CONNECTORS.contains(form.written()), Traits::CONNECTOR),
        (ORGANIZATION_WORDS.contains(key), Traits::ORGANIZATION_WORD),
        (PLACE_WORDS.contains(key), Traits::PLACE_WORD),
    ] {
        if is_listed {
            traits.add(named);
        }
    }
    traits
}

/// All that a form may be.
fn traits_of(form: WrittenForm<'_>) -> Traits {
    let mut traits = beside(form) | listed(form);
    if form.shape() == Shape::Other && opens(form.written()) {
        traits.add(Traits::OPENS);
    }
    if is_capital(form) {
        traits.add(capital_traits(form));
        if acronym::may_be(form, traits) {
            traits.add(Traits::ACRONYM);
        }
        if traits.has(Traits::UNKNOWN) && relational_adjective(form.key()).is_some() {
            traits.add(Traits::RELATIONAL);
        }
    }
    traits
}

/// What a word with a capital may be, as a name or as a common word.
fn capital_traits(form: WrittenForm<'_>) -> Traits {
    let mut traits = Traits::CAPITAL;
    // A short word of capitals is an acronym rather than a common word.
    let is_short = form.shape() == Shape::Upper && form.key().len() < 5;
    let (mut is_read, mut is_nominal) = (false, false);
    for reading in form.readings().filter(|reading| is_known(*reading)) {
        if FEASTS.contains(reading.lemma) || OTHERS.contains(reading.lemma) {
            traits.add(Traits::FEAST);
        }
        let class = reading.tag.class();
        if matches!(class, Class::Romandig | Class::Brev) {
            continue;
        }
        is_read = true;
        if class == Class::Adj && reading.source == Source::Rule {
            continue;
        }
        if reading.name != NameClass::Common || reading.lemma.starts_with(char::is_uppercase) {
            traits.add(name_traits(reading));
        } else if !is_short {
            traits.add(common_traits(reading));
            is_nominal |= nominal(class);
        }
    }
    if traits.has(Traits::COMMON) && !is_nominal {
        traits.add(Traits::FUNCTION);
    }
    let listed = listed_name(form.written(), traits);
    traits.add(listed);
    if !is_read && !listed.has(Traits::NAME) {
        traits.add(Traits::UNKNOWN);
    }
    traits
}

/// What the lists of names make of a word besides its other `traits`.
fn listed_name(written: &str, traits: Traits) -> Traits {
    if traits.has(Traits::GIVEN) {
        return Traits::default();
    }
    if forms::is_listed_given_name(written) {
        return Traits::GIVEN;
    }
    let thing = if traits.has(Traits::COUNTRY) { None } else { forms::listed_thing(written) };
    match thing {
        Some(EntityKind::Place) => Traits::PLACE,
        Some(_) => Traits::ORGANIZATION,
        None => Traits::default(),
    }
}

fn nominal(class: Class) -> bool {
    matches!(class, Class::Subst | Class::Depr | Class::Ger | Class::Adj | Class::Ppas | Class::Pact)
}

/// What a reading as a name says.
fn name_traits(reading: Reading<'_>) -> Traits {
    match reading.name {
        NameClass::GivenName => Traits::GIVEN,
        NameClass::Surname => Traits::SURNAME,
        _ if COUNTRIES.contains(reading.lemma) => Traits::PLACE | Traits::COUNTRY,
        NameClass::Place => Traits::PLACE,
        NameClass::Organization => Traits::ORGANIZATION,
        NameClass::Common if reading.tag.class() == Class::Subst && reading.tag.has(Tag::M1 | Tag::F) => {
            Traits::NATION
        }
        _ => Traits::OTHER,
    }
}

/// What a reading as a common word says.
fn common_traits(reading: Reading<'_>) -> Traits {
    let mut traits = match reading.tag.class() {
        Class::Adj | Class::Ppas | Class::Pact => Traits::COMMON | Traits::ADJECTIVE,
        Class::Subst | Class::Ger => Traits::COMMON | noun_traits(reading.lemma),
        _ => Traits::COMMON,
    };
    if ROLES.contains(reading.lemma) {
        traits.add(Traits::ROLE);
    }
    traits
}

/// What a noun may head.
fn noun_traits(lemma: &str) -> Traits {
    let mut traits = Traits::NOUN;
    if BRANDS.contains(lemma) {
        traits.add(Traits::BRAND);
    }
    if INSTITUTIONS.contains(lemma) {
        traits.add(Traits::INSTITUTION);
    }
    if FEATURES.contains(lemma) {
        traits.add(Traits::FEATURE);
    }
    traits
}
