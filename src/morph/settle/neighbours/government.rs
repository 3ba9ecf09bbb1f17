//! What a preposition governs, once a rule has given it another case: "uważa sprawę za zakończoną".

use crate::morph::choice::{Choice, settled};
use crate::morph::form::Form;
use crate::morph::prior::Candidate;
use crate::morph::words::Waiting;
use crate::morph::{Class, Tag};

/// Gives the phrase behind preposition `n` the case of its tag `now`, where the phrase has that of the tag `before`; whether it
/// can have it.
pub(super) fn hand_on(
    words: &[Waiting<'_>],
    choices: &mut [Choice],
    n: usize,
    (before, now): (Tag, Tag),
) -> bool {
    let mut is_first = true;
    for (word, choice) in words.iter().zip(choices).skip(n + 1) {
        let is_head = is_head(choice.tag);
        if !(is_head || is_modifier(choice.tag)) || !choice.tag.has(before.common(before, Tag::CASES)) {
            return true;
        }
        let Some(other) = in_case(word.form, *choice, now, is_first && is_head) else { return !is_first };
        *choice = other;
        if is_head {
            return true;
        }
        is_first = false;
    }
    true
}

/// What ends the phrase of a preposition: a noun or a pronoun.
fn is_head(tag: Tag) -> bool {
    matches!(tag.class(), Class::Subst | Class::Ger | Class::Ppron3 | Class::Ppron12)
}

fn is_modifier(tag: Tag) -> bool {
    matches!(tag.class(), Class::Adj | Class::Ppas | Class::Pact | Class::Num)
}

/// The same reading of a form, or else the likeliest, that differs from what was chosen in nothing but the case, which is that
/// of `governor`; a noun `alone` may also be in another number: "w ręce".
pub(in crate::morph) fn in_case(form: &Form, chosen: Choice, governor: Tag, alone: bool) -> Option<Choice> {
    let same = |tag: Tag, mask| tag.common(tag, mask).has(chosen.tag.common(chosen.tag, mask));
    let fits = |candidate: &&Candidate| {
        let tag = candidate.tag;
        tag.class() == chosen.tag.class()
            && tag.has(governor.common(governor, Tag::CASES))
            && same(tag, Tag::GENDERS)
    };
    let same_number = |candidate: &&Candidate| same(candidate.tag, Tag::NUMBERS);
    let fitting = || form.candidates().iter().filter(fits);
    let same_row = |candidate: &&Candidate| candidate.row == chosen.row && same_number(candidate);
    let candidate = fitting().find(same_row).or_else(|| fitting().find(same_number));
    let candidate = candidate.or_else(|| fitting().next().filter(|_| alone))?;
    let genders = candidate.tag.common(chosen.tag, Tag::GENDERS);
    Some(Choice { row: candidate.row, tag: settled(candidate.tag.with(Tag::GENDERS, genders)) })
}
