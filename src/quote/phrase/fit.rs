//! Whether a mention or a noun can be the subject of a verb: by case, number and gender.

use super::is_role;
use crate::morph::{Class, Tag};
use crate::name::Gender;
use crate::quote::role;
use crate::quote::sort::Sort;
use crate::quote::view::{Named, View};

/// Whether a mention can be a nominative and agrees with the verb.
pub(in crate::quote) fn nominative(view: &View<'_>, named: &Named<'_>, agreement: Tag) -> bool {
    let tokens = named.mention.tokens.clone();
    let first = named.tokens.start;
    let governed = first > 0 && view.is_preposition(first - 1);
    let abbreviated = view.key(first + 1) == ".";
    let acting = is_acting(view, if first < tokens.start { first } else { first.saturating_sub(1) });
    let oblique_role = first < tokens.start && !abbreviated && !acting && oblique(view, first);
    // "CERT" is no plural of a fish.
    let acronym = || {
        let text = view.text(tokens.start);
        text.starts_with(char::is_uppercase) && !text.contains(char::is_lowercase)
    };
    let oblique_name = !named.is_person() && oblique(view, tokens.start) && !acronym();
    // "z odpowiednikiem Taro Kono": a name without inflection has the case of the noun before it; "dziennikarzom Jan Kos" and
    // "komplementował rywala Shelton" have not.
    let apposed = first == tokens.start
        && first > 0
        && !acting
        && !view.is_finite(first - 1)
        && oblique(view, first - 1)
        && is_role(view, first - 1)
        && !view.nominal(first - 1).is_plural()
        && compatible(view.nominal(first), view.nominal(first - 1), Tag::CASES)
        && !shows_nominative(named);
    if governed || oblique_role || oblique_name || apposed && named.is_person() || !is_base_form(view, named)
    {
        return false;
    }
    let conjoined = matches!(view.key(named.tokens.end), "i" | "oraz" | "czy");
    if named.is_person() {
        let plural = agreement.is_plural() && !conjoined;
        return !plural && gender_agrees(named.entity.gender, agreement);
    }
    if named.is_organization() {
        // "podała w piątek KMP": no house belongs to a day.
        let noun = first > 0
            && match view.tag(first - 1).class() {
                Class::Subst | Class::Ger => !Sort::Time.has(view.noun(first - 1)),
                // "w oświadczeniu przesłanym PAP"
                Class::Ppas | Class::Pact => oblique(view, first - 1),
                _ => false,
            };
        return !noun || !(acronym() || is_house(view, first - 1));
    }
    // A country stands for its government: "Polska uważa, że".
    view.tag(tokens.start).has(Tag::NOM) && agrees(view, tokens.start, agreement)
}

/// "pełniący obowiązki prezesa Jan Kos", "p.o. prezesa Jan Kos": whether somebody stands in for the office at a token, whose case is
/// not the name's.
fn is_acting(view: &View<'_>, office: usize) -> bool {
    let Some(before) = office.checked_sub(1) else { return false };
    view.key(before) == "obowiązki" || view.key(before) == "." && before > 0 && view.key(before - 1) == "o"
}

/// Whether a name in its base form can be nothing but a nominative: that of a man whose surname ends in a consonant.
fn shows_nominative(named: &Named<'_>) -> bool {
    let last = named.mention.lemma.chars().next_back();
    let vowel = |c: char| "aeiouyąęóáéíúýäöü".contains(c);
    named.entity.gender == Some(Gender::Masculine) && last.is_some_and(|c| c.is_lowercase() && !vowel(c))
}

/// "w radiu Fala", "powiedział agencji Reuters": whether the name of an organization behind this noun says which one it is.
pub(super) fn is_house(view: &View<'_>, noun: usize) -> bool {
    role::is_body(view.noun(noun)) && oblique(view, noun)
}

/// Whether all that is known of a word's case says that it is no nominative.
pub(super) fn oblique(view: &View<'_>, at: usize) -> bool {
    let cases = view.nominal(at);
    cases.has(Tag::CASES) && !cases.has(Tag::NOM)
}

/// Whether the mention is written in its base form, capitals aside.
pub(super) fn is_base_form(view: &View<'_>, named: &Named<'_>) -> bool {
    let text = view.text_of(named.mention.tokens.clone());
    text == named.mention.lemma || lower_case(text).eq(lower_case(&named.mention.lemma))
}

fn lower_case(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

/// Whether a mention with a role is really the one whom the role serves: "rzeczniczka May" speaks for May. A full name
/// behind the role is the bearer's, and so is one whose role says whom it serves ("rzecznik rządu Nowak").
pub(super) fn serves(view: &View<'_>, named: &Named<'_>) -> bool {
    let role = named.tokens.start..named.mention.tokens.start;
    let first = named
        .entity
        .mentions
        .first()
        .is_some_and(|mention| mention.tokens.start >= named.mention.tokens.start);
    let short = named.mention.tokens.len() == 1;
    role.len() == 1 && short && !first && named.is_person() && role::belongs(view.noun(role.start))
}

/// Whether two words may stand in the same case; one that has none may stand beside any.
pub(in crate::quote) fn may_share_case(view: &View<'_>, first: usize, second: usize) -> bool {
    let first = view.nominal(first);
    !first.has(Tag::CASES) || !first.common(view.nominal(second), Tag::CASES).is_bare()
}

/// Whether a person of this gender can be the subject of a verb that asks for `agreement`.
pub(in crate::quote) fn gender_agrees(gender: Option<Gender>, agreement: Tag) -> bool {
    if !agreement.has(Tag::GENDERS) || agreement.has(Tag::PL) {
        return true;
    }
    match gender {
        Some(Gender::Masculine) => agreement.has(Tag::M1),
        Some(Gender::Feminine) => agreement.has(Tag::F),
        None => agreement.has(Tag::M1 | Tag::F),
    }
}

/// Whether a noun agrees with the verb; titles that women bear without inflection agree with both.
pub(in crate::quote) fn agrees(view: &View<'_>, noun: usize, agreement: Tag) -> bool {
    let tag = view.nominal(noun);
    let title = || agreement.has(Tag::F) && role::gender(view.noun(noun)).is_some_and(role::Bearer::any);
    compatible(tag, agreement, Tag::NUMBERS) && (compatible(tag, agreement, Tag::GENDERS) || title())
}

/// Whether two tags share one of these values, or one of them has none of these.
pub(in crate::quote) fn compatible(one: Tag, other: Tag, values: Tag) -> bool {
    !one.has(values) || !other.has(values) || !one.common(other, values).is_bare()
}
