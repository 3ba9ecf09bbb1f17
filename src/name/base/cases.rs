//! What the words of a name say of their case: which can stand in the genitive behind a head, which cannot be of one name.

use super::Of;
use crate::morph::{Class, NameClass, Reading, Shape, Tag};
use crate::name::words::{Traits, Words};

/// Whether a word with a capital can go on with the tail of an institution's name.
pub(in crate::name) fn follows(words: &Words<'_>, index: usize) -> bool {
    let traits = words.traits(index);
    if traits.has(Traits::NATION) && !traits.has(Traits::PLACE | Traits::COMMON) {
        return is_genitive(words, index);
    }
    // A town of the list may be uninflected: "Uniwersytet Cardiff".
    let foreign = traits.has(Traits::PLACE) && words.known_readings(index).next().is_none();
    if words.shape(index) == Shape::Upper || traits.has(Traits::UNKNOWN) || foreign {
        return !words.text(index).ends_with(['ą', 'ę']);
    }
    is_genitive(words, index)
}

/// Whether a word can be a genitive as anything but an uninflected surname.
pub(in crate::name) fn is_genitive(words: &Words<'_>, index: usize) -> bool {
    words.known_readings(index).any(|reading| {
        let nominal = matches!(
            reading.tag.class(),
            Class::Subst | Class::Adj | Class::Ger | Class::Ppas | Class::Pact | Class::Depr | Class::Num
        );
        nominal && reading.tag.has(Tag::GEN) && !(is_personal(reading) && reading.tag.has(Tag::NOM))
    }) && !is_man(words, index)
        || is_listed_genitive(words, index)
}

fn is_personal(reading: Reading<'_>) -> bool {
    matches!(reading.name, NameClass::Surname | NameClass::GivenName)
}

/// "Henryk": a man's given name in the nominative, though it is the genitive of a woman's plural too.
fn is_man(words: &Words<'_>, index: usize) -> bool {
    words.known_readings(index).any(|reading| {
        reading.name == NameClass::GivenName && reading.tag.has(Tag::NOM) && reading.tag.has(Tag::M1)
    })
}

/// "Instytut Maxa Plancka": a given name of the list in the genitive.
fn is_listed_genitive(words: &Words<'_>, index: usize) -> bool {
    let cases = || name_agreement(words, index);
    words.has(index, Traits::GIVEN) && cases().has(Tag::GEN) && !cases().has(Tag::NOM)
}

pub(in crate::name) fn common_genitive(words: &Words<'_>, index: usize) -> bool {
    words.known_readings(index).any(|reading| {
        reading.name == NameClass::Common
            && matches!(reading.tag.class(), Class::Subst | Class::Adj | Class::Ger)
            && reading.tag.has(Tag::GEN)
    })
}

/// The cases that some of these readings have.
pub(in crate::name) fn of_readings<'a>(readings: impl Iterator<Item = Reading<'a>>) -> Tag {
    readings.fold(Tag::IGN, |cases, reading| cases | reading.tag.common(Tag::CASES, Tag::CASES))
}

/// Whether two capitals side by side cannot be words of one name: the dictionary knows both and they have no case in common.
pub(in crate::name) fn clash(words: &Words<'_>, first: usize, second: usize) -> bool {
    let named = Traits::ADJECTIVE | Traits::SURNAME | Traits::GIVEN;
    if first + 1 != second || !words.has(second, named) {
        return false;
    }
    let (first, second) =
        (of_readings(words.known_readings(first)), of_readings(words.known_readings(second)));
    !first.is_bare() && !second.is_bare() && !first.has(second)
}

/// Cases and genders of the name of a person that begins at a token, as far as the dictionary or the list of given names
/// knows the word; bare when neither does.
pub(in crate::name) fn name_agreement(words: &Words<'_>, index: usize) -> Tag {
    if !words.has(index, Traits::GIVEN | Traits::SURNAME) {
        return Tag::IGN;
    }
    words.hypotheses(index, Of::Person).agreement(words.has(index, Traits::GIVEN))
}
