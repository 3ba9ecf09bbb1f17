//! The words of a source without a name, in the nominative.

use once_cell::sync::Lazy;

use super::phrase::Phrase;
use super::view::View;
use crate::morph::{Class, Tag};
use crate::name::base::nominative::{adjective, plural};
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
    let mut name = String::new();
    for at in phrase.tokens.start..phrase.head {
        let modifier = matches!(view.tag(at).class(), Class::Adj | Class::Ppas | Class::Pact | Class::Num);
        if modifier && view.nominal(at).agrees(view.nominal(phrase.head)) {
            name.push_str(&adjective(view.lemma(at), number, chosen));
            name.push(' ');
        }
    }
    name.push_str(&noun(view, phrase.head, number));
    // A participle behind the noun has its case, and is left out rather than left oblique.
    let participle = |at: &usize| matches!(view.tag(*at).class(), Class::Pact | Class::Ppas);
    let end = (phrase.head + 1..phrase.tokens.end).find(participle).unwrap_or(phrase.tokens.end);
    let rest = view.text_of(phrase.head + 1..end);
    if !rest.is_empty() {
        name.push(' ');
        name.push_str(rest);
    }
    name
}

/// Whether a phrase is the genitive of a source, whatever context makes of it: "zdaniem ekspertki".
fn is_governed(view: &View<'_>, phrase: &Phrase) -> bool {
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
        return adjective(view.lemma(at), number, if woman { Tag::F } else { Tag::M1 });
    }
    if !number.has(Tag::PL) || number.has(Tag::SG) || tag.has(Tag::PT) {
        return lemma.to_owned();
    }
    if tag.has(Tag::M1) { people(lemma) } else { plural(lemma, tag) }
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
