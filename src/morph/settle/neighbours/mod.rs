//! Small words whose class their neighbours decide: "jak", "to", "co". The choice in context reads a sentence from the left
//! and knows nothing of what comes; here both sides are known.

mod government;
mod list;
mod pattern;

pub(in crate::morph) use self::government::in_case;
pub(in crate::morph) use self::list::Named;
use self::list::Rule;
use self::pattern::{Near, fits};
use crate::morph::choice::{Choice, NUMBER_CASE_GENDER, is_noun, settled};
use crate::morph::form::Form;
use crate::morph::prior::Candidate;
use crate::morph::settle::Chosen;
use crate::morph::words::Waiting;
use crate::morph::{Class, Tag};

/// Gives each small word of a sentence the class that the first rule which fits says.
pub(in crate::morph) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for (n, word) in words.iter().enumerate() {
        let rules = word.form.named().rules();
        if rules.is_empty() {
            continue;
        }
        let class = decide(rules, words, choices, n);
        let (Some(class), Some(before)) = (class, choices.get(n).copied()) else { continue };
        let now = reread(before, class, word.form);
        let governs = [before, now].iter().all(|choice| choice.tag.class() == Class::Prep);
        let stays = governs
            && before.tag != now.tag
            && !government::hand_on(words, choices, n, (before.tag, now.tag));
        if let Some(choice) = choices.get_mut(n).filter(|_| !stays) {
            *choice = now;
        }
    }
}

/// What the first rule that fits makes of word `n`.
fn decide(rules: &[Rule], words: &[Waiting<'_>], choices: &[Choice], n: usize) -> Option<Tag> {
    let initial = words.get(n)?.initial;
    let before = side(words.get(..n)?, choices.get(..n)?).rev();
    let behind = side(words.get(n + 1..)?, choices.get(n + 1..)?);
    let (last, next) = (Near::at(before.clone().next()), Near::at(behind.clone().next()));
    let holds = |rule: &&Rule| {
        (!rule.initial | initial) & rule.last.admits(last) & rule.next.admits(next)
            && fits(&rule.before, before.clone())
            && fits(&rule.behind, behind.clone())
    };
    let rule = rules.iter().find(holds)?;
    let noun = if rule.agrees { behind.map(|one| one.choice.tag).find(|tag| is_noun(*tag)) } else { None };
    rule.becomes.map(|class| noun.map_or(class, |noun| class | noun.common(noun, NUMBER_CASE_GENDER)))
}

/// Words with what was chosen for them.
fn side<'a>(
    words: &'a [Waiting<'a>],
    choices: &'a [Choice],
) -> impl DoubleEndedIterator<Item = Chosen<'a>> + ExactSizeIterator + Clone {
    words.iter().zip(choices).map(|(word, choice)| Chosen { form: word.form, choice: *choice })
}

/// The likeliest reading of a form with a class and its values; what was chosen where the form has none.
fn reread(choice: Choice, class: Tag, form: &Form) -> Choice {
    if choice.tag.is_of(class) {
        return choice;
    }
    let fits = |candidate: &&Candidate| candidate.tag.is_of(class);
    let cases = choice.tag.common(choice.tag, Tag::CASES);
    // The case and the gender that it has from its neighbours stay where the other reading has them too.
    let same_case = form.candidates().iter().filter(fits).find(|candidate| candidate.tag.has(cases));
    let Some(candidate) = same_case.or_else(|| form.candidates().iter().find(fits)) else { return choice };
    let genders = [class, choice.tag].map(|tag| candidate.tag.common(tag, Tag::GENDERS));
    let gender = genders.into_iter().find(|genders| genders.has(Tag::GENDERS)).unwrap_or(candidate.tag);
    Choice { row: candidate.row, tag: settled(candidate.tag.with(Tag::GENDERS, gender)) }
}
