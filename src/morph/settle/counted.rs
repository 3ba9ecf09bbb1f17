//! What shortened numbers count: "272 tys. dzieci", "52 proc. wyborców".

use super::turn::turn_to;
use crate::morph::choice::{Choice, is_noun};
use crate::morph::words::Waiting;
use crate::morph::{Class, Tag};

/// Gives it the genitive, where it looks like an object.
pub(in crate::morph) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for n in 1..choices.len() {
        let class = |n: usize| choices.get(n).map(|choice| choice.tag.class());
        if class(n) != Some(Class::Brev) || !matches!(class(n - 1), Some(Class::Num | Class::Dig)) {
            continue;
        }
        let period = words.get(n + 1).is_some_and(|word| word.form.key() == ".");
        let noun = n + 1 + usize::from(period);
        if choices.get(noun).is_some_and(|choice| is_noun(choice.tag) && choice.tag.has(Tag::ACC)) {
            turn_to(Tag::GEN, words, choices, noun);
        }
    }
}
