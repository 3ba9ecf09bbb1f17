//! The words of a source without a name, in the nominative.

use once_cell::sync::Lazy;

use super::phrase::{Phrase, PhraseKind, is_participle, noun_phrase};
use super::role;
use super::sort::Sort;
use super::view::View;
use crate::morph::{Class, Tag};
use crate::name::nominative::{adjective, participle_of, plural};
use crate::text::rows;

/// A noun phrase as an entry would have it: "amerykańskich mediów" gives "amerykańskie media".
pub(super) fn of(view: &View<'_>, phrase: &Phrase) -> String {
    let chosen = view.tag(phrase.head);
    if chosen.has(Tag::NOM) && !is_governed(view, phrase)
        || view.nominal(phrase.head).has(Tag::NOM) && !chosen.has(Tag::CASES)
    {
        return uncapitalized(view.text_of(phrase.tokens.clone()), view.lemma(phrase.tokens.start));
    }
    let number = number(view, phrase);
    let behind = modifiers_end(view, phrase);
    let mut words = Vec::new();
    for at in phrase.tokens.start..behind {
        if at == phrase.head {
            words.push(noun(view, at, number));
        } else if modifies(view, at, phrase.head) {
            words.push(modifier(view, at, number, chosen));
        } else if at > phrase.head {
            words.push(view.text(at).to_owned());
        }
    }
    if let Some(second) = joined(view, phrase, behind) {
        return [&words.join(" "), view.text(behind), &of(view, &second)].join(" ");
    }
    // A participle behind the noun has its case, and is left out rather than left oblique.
    let end = (behind..phrase.tokens.end).find(|at| is_participle(view, *at)).unwrap_or(phrase.tokens.end);
    let rest = view.text_of(behind..end);
    words.extend((!rest.is_empty()).then(|| rest.to_owned()));
    words.join(" ")
}

/// "posłów i senatorów": the second of two nouns that speak, joined at `joins`.
fn joined(view: &View<'_>, first: &Phrase, joins: usize) -> Option<Phrase> {
    let joined = joins < first.tokens.end && view.joins(joins);
    let second = noun_phrase(view, joins + 1, first.tokens.end, Tag::GEN, Tag::IGN).filter(|_| joined)?;
    let speaks = second.kind == PhraseKind::Noun && role::speaks(view.noun(second.head));
    (speaks && second.tokens.start == joins + 1).then_some(second)
}

/// Whether a word agrees with the noun of its phrase.
fn modifies(view: &View<'_>, at: usize, noun: usize) -> bool {
    let modifier = matches!(view.tag(at).class(), Class::Adj | Class::Ppas | Class::Pact | Class::Num);
    modifier && view.nominal(at).agrees(view.nominal(noun))
}

/// Where the adjectives end that belong to the noun before them: "sądu okręgowego w Lipnie", "rzecznika prasowego szpitala",
/// but not "lekarza wojewódzkiego szpitala".
fn modifiers_end(view: &View<'_>, phrase: &Phrase) -> usize {
    let behind = phrase.head + 1;
    let is_adjective = |at: usize| view.tag(at).class() == Class::Adj && modifies(view, at, phrase.head);
    let joins = |at: usize| at > behind && view.joins(at) && is_adjective(at + 1);
    let goes_on = |at: &usize| is_adjective(*at) || joins(*at);
    let end = (behind..phrase.tokens.end).find(|at| !goes_on(at)).unwrap_or(phrase.tokens.end);
    let of_next = end < phrase.tokens.end && !view.is_capital(end) && is_noun_of(view, end, end - 1);
    if !of_next {
        return end;
    }
    let ranked = Sort::Ranked.has(view.noun(phrase.head));
    (behind..end).find(|at| !(ranked && Sort::Rank.has(view.lemma(*at)))).unwrap_or(end)
}

/// Whether a word is a noun that the adjective before it may belong to.
fn is_noun_of(view: &View<'_>, at: usize, adjective: usize) -> bool {
    matches!(view.tag(at).class(), Class::Subst | Class::Ger) && view.nominal(adjective).agrees(view.tag(at))
}

/// The nominative of a modifier.
fn modifier(view: &View<'_>, at: usize, number: Tag, gender: Tag) -> String {
    let base = if is_participle(view, at) { participle_of(view.key(at)) } else { None };
    adjective(base.as_deref().unwrap_or(view.lemma(at)), number, gender)
}

/// Whether a phrase is the genitive of a source, whatever context makes of it: "zdaniem ekspertki".
pub(super) fn is_governed(view: &View<'_>, phrase: &Phrase) -> bool {
    phrase.tokens.start.checked_sub(1).is_some_and(|before| view.opens_source(before))
}

/// The number that head and modifiers have in common.
pub(super) fn number(view: &View<'_>, phrase: &Phrase) -> Tag {
    let chosen = view.tag(phrase.head);
    let agreeing = (phrase.tokens.start..phrase.head).filter(|at| view.tag(*at).class() == Class::Adj);
    let governed = is_governed(view, phrase);
    let open = view.noun_tag(phrase.head, if governed { Tag::GEN } else { Tag::CASES });
    let open = open.common(Tag::NUMBERS, Tag::NUMBERS);
    let common = agreeing.fold(open, |number, at| number.common(view.nominal(at), Tag::NUMBERS));
    let both = common.has(Tag::SG) && common.has(Tag::PL);
    if common.is_bare() || both && chosen.has(Tag::NUMBERS) { chosen } else { common }
}

fn noun(view: &View<'_>, at: usize, number: Tag) -> String {
    let (lemma, tag) = (view.noun(at), view.tag(at));
    // "śledczych" is "śledczy", one or many; "jednej" of several is "jedna".
    if matches!(tag.class(), Class::Adj | Class::Ppas | Class::Pact) {
        let woman = tag.has(Tag::F) && !tag.has(Tag::MASCULINE);
        return modifier(view, at, number, if woman { Tag::F } else { Tag::M1 });
    }
    if !number.has(Tag::PL) || number.has(Tag::SG) || tag.has(Tag::PT) {
        return lemma.to_owned();
    }
    // "wytycznych": a noun with the endings of an adjective
    let adjectival = || ["ych", "ymi"].iter().any(|ending| view.key(at).ends_with(ending));
    match lemma.strip_suffix('a').filter(|_| adjectival()) {
        Some(stem) => format!("{stem}e"),
        None if tag.has(Tag::M1) => people(lemma),
        None => plural(lemma, tag),
    }
}

/// Endings of nouns for people and of their plural, as `plurals.txt` has them.
static PEOPLE: Lazy<Vec<(&str, &str)>> =
    Lazy::new(|| rows(include_str!("plurals.txt")).filter_map(|row| row.split_once(' ')).collect());

/// Nominative plural of a noun for men: "ekspert" gives "eksperci".
fn people(lemma: &str) -> String {
    let stem = PEOPLE.iter().find_map(|(ending, plural)| Some((lemma.strip_suffix(ending)?, plural)));
    stem.map_or_else(|| format!("{lemma}e"), |(stem, plural)| format!("{stem}{plural}"))
}

/// With a small first letter where the first word is a common one.
pub(super) fn uncapitalized(text: &str, first: &str) -> String {
    if first.starts_with(char::is_uppercase) {
        return text.to_owned();
    }
    let mut chars = text.chars();
    let letter = chars.next().into_iter().flat_map(char::to_lowercase);
    letter.chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::people;

    #[test]
    fn nouns_for_men_have_plurals() {
        for (lemma, plural) in [
            ("ekspert", "eksperci"),
            ("prawnik", "prawnicy"),
            ("specjalista", "specjaliści"),
            ("lekarz", "lekarze"),
            ("mieszkaniec", "mieszkańcy"),
            ("doradca", "doradcy"),
            ("senator", "senatorowie"),
            ("śledczy", "śledczy"),
            ("radny", "radni"),
            ("świadek", "świadkowie"),
            ("poseł", "posłowie"),
            ("generał", "generałowie"),
            ("kolega", "koledzy"),
            ("mężczyzna", "mężczyźni"),
            ("wiceminister", "wiceministrowie"),
            ("biskup", "biskupi"),
            ("Włoch", "Włosi"),
            ("Rosjanin", "Rosjanie"),
            ("Hiszpan", "Hiszpanie"),
            ("uczeń", "uczniowie"),
            ("gość", "goście"),
            ("kibic", "kibice"),
        ] {
            assert_eq!(people(lemma), plural);
        }
    }
}
