//! Words that the user adds, inflected like words that the dictionary knows.

use std::collections::HashMap;

use super::{Lexicon, NameClass, Tag};
use crate::error::Error;
use crate::text::key;

/// Letters at the end of a word that inflection may change.
const CHANGING: usize = 4;

/// One analysis of one form of an added word.
#[derive(Clone)]
pub(super) struct UserForm {
    pub(super) lemma: String,
    pub(super) tag: Tag,
    pub(super) name: NameClass,
    /// Capitals that the form must have.
    pub(super) capitals: u64,
}

/// Added forms in lower case.
pub(super) type UserForms = HashMap<String, Vec<UserForm>>;

/// Adds all forms that `lemma` has if it is inflected like `model`.
pub(super) fn add(lexicon: &Lexicon, lemma: &str, model: &str, forms: &mut UserForms) -> Result<(), Error> {
    let refuse = |reason| Error::InvalidEntry { entry: lemma.to_owned(), reason };
    let (word, capitals) = (key(lemma), capitals(lemma));
    if word.is_empty() || word.contains(char::is_whitespace) {
        return Err(refuse("not a single word"));
    }
    let mut found = false;
    for (form, set) in forms_like(lexicon, &key(model)) {
        let mut its_lemma = String::new();
        for entry in lexicon.entries(&form, Some(set)) {
            its_lemma.clear();
            entry.lemma(&form, &mut its_lemma);
            let Some((ending, replaced)) = entry.ending(&form).filter(|_| its_lemma == model) else {
                continue;
            };
            found = true;
            let stem = word
                .strip_suffix(replaced)
                .ok_or_else(|| refuse("it does not end like the word it is to follow"))?;
            let added = UserForm { lemma: lemma.to_owned(), tag: entry.tag(), name: entry.name(), capitals };
            forms.entry(format!("{stem}{ending}")).or_default().push(added);
        }
    }
    if found { Ok(()) } else { Err(refuse("the word it is to follow is not in the dictionary")) }
}

/// The forms of the dictionary that begin like `model`, with their sets.
fn forms_like(lexicon: &Lexicon, model: &str) -> Vec<(String, usize)> {
    let letters = model.chars().count();
    let beginning: String = model.chars().take(letters.saturating_sub(CHANGING).max(1)).collect();
    let mut forms = Vec::new();
    lexicon.walk(&beginning, &mut |form, set| forms.push((form.to_owned(), set)));
    forms
}

fn capitals(word: &str) -> u64 {
    let capitals = word.chars().take(64).enumerate().filter(|x| x.1.is_uppercase());
    capitals.fold(0, |sum, (k, _)| sum | 1 << k)
}
