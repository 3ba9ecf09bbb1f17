//! Which nouns are said of people.

use crate::morph::{Class, NameClass, Reading, Tag};
use crate::quote::role::{self, Bearer};
use crate::quote::view::View;

/// Whether a noun is an office or a calling.
pub(in crate::quote) fn is_role(view: &View<'_>, noun: usize) -> bool {
    role::gender(view.noun(noun)).is_some()
}

/// Whether a noun is said of people.
pub(in crate::quote) fn is_human(view: &View<'_>, noun: usize) -> bool {
    bearer(view, noun).is_some()
}

/// Who a noun may be said of, where it is said of people.
pub(in crate::quote) fn bearer(view: &View<'_>, noun: usize) -> Option<Bearer> {
    let said = |of: fn(Reading<'_>) -> bool| {
        view.tag(noun).class() == Class::Subst
            && view.tagged.get(noun).is_some_and(|token| token.readings().any(of))
    };
    // A surname that is a common noun too is nobody where it opens a sentence: "Głos zabrał".
    let common = || !view.is_capital(noun) || noun == view.sentence(noun).start || is_nation(view, noun);
    // "Tysiące" may also be a numeral of men.
    let man = || said(is_man) && common();
    let woman = || said(is_woman_of_nation) && view.is_capital(noun) && view.named(noun).is_none();
    let other = || if man() { Some(Bearer::Man) } else { woman().then_some(Bearer::Woman) };
    role::gender(view.noun(noun)).or_else(other)
}

fn is_man(reading: Reading<'_>) -> bool {
    reading.tag.class() == Class::Subst && reading.tag.has(Tag::M1) && reading.name == NameClass::Common
}

/// "Polka", "Niemka"
fn is_woman_of_nation(reading: Reading<'_>) -> bool {
    reading.tag.has(Tag::F) && reading.is_common_with_capital()
}

/// "Węgier", "Szkot": a capital that is nobody's name.
fn is_nation(view: &View<'_>, noun: usize) -> bool {
    let nation = |reading: Reading<'_>| {
        reading.tag.has(Tag::M1) && !matches!(reading.name, NameClass::Surname | NameClass::GivenName)
    };
    view.named(noun).is_none_or(|named| !named.is_person())
        && view.tagged.get(noun).is_some_and(|token| token.readings().any(nation))
}

/// "Japończyk", "Polka": whether a noun says of what nation somebody is.
pub(in crate::quote) fn says_nation(view: &View<'_>, noun: usize) -> bool {
    let nation = |reading: Reading<'_>| reading.tag.has(Tag::M1 | Tag::F) && reading.is_common_with_capital();
    view.tag(noun).class() == Class::Subst && view.is_capital(noun) && view.readings(noun).any(nation)
}
