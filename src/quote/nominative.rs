//! The words of a source without a name, in the nominative.

use super::clause::Phrase;
use super::view::View;
use crate::morph::Tag;

/// A noun phrase as an entry would have it: "amerykańskich mediów" gives "amerykańskie media".
pub(super) fn of(view: &View<'_>, phrase: &Phrase) -> String {
    let text = view.tagged.span(phrase.tokens.clone()).slice(view.tagged.text()).unwrap_or_default();
    let chosen = view.tag(phrase.head);
    if chosen.has(Tag::NOM) || view.nominal(phrase.head).has(Tag::NOM) && !chosen.has(Tag::CASES) {
        return uncapitalized(text);
    }
    view.lemma(phrase.head).to_owned()
}

/// With a small first letter, unless the first word is an abbreviation or a name.
fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    let acronym = chars.clone().next().is_some_and(char::is_uppercase);
    if acronym { text.to_owned() } else { first.chain(chars).collect() }
}
