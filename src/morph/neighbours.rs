//! Small words whose class their neighbours decide: "jak", "to", "co". The choice in context reads a sentence from the left
//! and knows nothing of what comes; here both sides are known.

use std::collections::HashMap;
use std::num::NonZeroU8;
use std::sync::LazyLock;

use super::choice::{Choice, settled};
use super::form::Form;
use super::knowledge::{Traits, traits};
use super::words::Waiting;
use super::{Class, Tag};
use crate::token::TokenKind;

/// Which of the small words a form is: its number from one on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Neighbours(Option<NonZeroU8>);

impl Neighbours {
    /// Of a form by its key.
    pub(super) fn of(key: &str) -> Self {
        let key = if key.starts_with(|first: char| first.is_ascii_digit()) { FIGURES } else { key };
        let at = WORDS.iter().position(|word| word.key == key);
        Self(at.and_then(|at| NonZeroU8::new(u8::try_from(at + 1).ok()?)))
    }

    fn rules(self) -> &'static [Rule] {
        let word = self.0.and_then(|number| WORDS.get(usize::from(number.get()) - 1));
        word.map_or(&[], |word| word.rules.as_slice())
    }
}

/// A small word.
struct Word {
    key: &'static str,
    rules: Vec<Rule>,
}

struct Rule {
    /// Whether a sentence or a quotation begins with the word.
    initial: bool,
    /// What stands before the word, the nearest first.
    before: Vec<Step>,
    /// What stands behind it, the nearest first.
    behind: Vec<Step>,
    /// The class that it then has, with values that it has too; none where it stays as it was chosen.
    becomes: Option<Tag>,
}

/// A part of what stands on one side of a word.
enum Step {
    One(Vec<Test>),
    Optional(Vec<Test>),
    /// Any words.
    Gap,
    /// Any words with no mark among them.
    Row,
}

/// What a word may be.
enum Test {
    Key(&'static str),
    Lemma(&'static str),
    /// One of this class that has all these values.
    Tag(Tag),
    Traits(Traits),
}

/// The key that all numbers in figures share.
const FIGURES: &str = "0";

/// How far a gap reaches, in words.
const REACH: usize = 40;

/// A word beside another, with what was chosen for it.
type Neighbour<'a> = (&'a Form, Choice);

impl Test {
    fn is_met(&self, (form, choice): Neighbour<'_>) -> bool {
        let lemma = || form.reading(choice.row).map(|reading| reading.lemma);
        match self {
            Self::Key(FIGURES) => form.kind() == TokenKind::Number,
            Self::Key(key) => form.key() == *key,
            Self::Lemma(is) => lemma() == Some(is),
            Self::Tag(tag) => choice.tag.is_of(*tag),
            Self::Traits(any) => lemma().is_some_and(|lemma| traits(lemma).has(*any)),
        }
    }
}

fn is_one(tests: &[Test], word: Neighbour<'_>) -> bool {
    tests.iter().any(|test| test.is_met(word))
}

/// Whether the words that follow, away from the small word, are those of the steps.
fn fits<'a>(steps: &[Step], mut words: impl Iterator<Item = Neighbour<'a>> + Clone) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    match step {
        Step::One(tests) => words.next().is_some_and(|word| is_one(tests, word)) && fits(rest, words),
        Step::Optional(tests) => {
            let mut behind = words.clone();
            behind.next().is_some_and(|word| is_one(tests, word)) && fits(rest, behind) || fits(rest, words)
        }
        Step::Gap | Step::Row => {
            let goes_on =
                |word: Neighbour<'_>| matches!(step, Step::Gap) || word.1.tag.class() != Class::Interp;
            fits(rest, words.clone())
                || (0..REACH).any(|_| words.next().is_some_and(goes_on) && fits(rest, words.clone()))
        }
    }
}

static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| read(include_str!("neighbours.txt")));

/// Reads the rules; a line that cannot be read is none, and a test holds that there is no such line.
fn read(file: &'static str) -> Vec<Word> {
    let mut lists = HashMap::new();
    let mut words: Vec<Word> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, lemmas)) = line.split_once('=').filter(|list| list.0.starts_with('@')) {
            lists.insert(name.trim(), lemmas);
        } else if let Some((keys, rule)) = line.split_once('|') {
            for key in keys.split_whitespace() {
                let Some(rule) = self::rule(rule, &lists) else { continue };
                match words.iter_mut().find(|word| word.key == key) {
                    Some(word) => word.rules.push(rule),
                    None => words.push(Word { key, rules: vec![rule] }),
                }
            }
        }
    }
    words
}

type Lists = HashMap<&'static str, &'static str>;

fn rule(line: &'static str, lists: &Lists) -> Option<Rule> {
    let mut columns = line.split('|').map(str::trim);
    let (before, behind, class) = (columns.next()?, columns.next()?, columns.next()?);
    let becomes = if class == "-" { None } else { Some(class.parse().ok()?) };
    let (initial, before) = before.strip_prefix('^').map_or((false, before), |rest| (true, rest));
    let steps = |column: &'static str| column.split_whitespace().map(|step| self::step(step, lists));
    let before = steps(before).rev().collect::<Option<_>>()?;
    let behind = steps(behind).collect::<Option<_>>()?;
    Some(Rule { initial, before, behind, becomes })
}

fn step(step: &'static str, lists: &Lists) -> Option<Step> {
    match step {
        "…" => return Some(Step::Gap),
        ".." => return Some(Step::Row),
        _ => {}
    }
    let optional = step.strip_prefix('(').and_then(|step| step.strip_suffix(')'));
    let mut tests = Vec::new();
    for word in optional.unwrap_or(step).split('/') {
        if word.starts_with('@') {
            tests.extend(lists.get(word)?.split_whitespace().map(Test::Lemma));
        } else {
            tests.push(test(word)?);
        }
    }
    Some(if optional.is_some() { Step::Optional(tests) } else { Step::One(tests) })
}

fn test(word: &'static str) -> Option<Test> {
    if let Some(lemma) = word.strip_prefix('=') {
        return Some(Test::Lemma(lemma));
    }
    if let Some(name) = word.strip_prefix('+') {
        return Traits::named(name).map(Test::Traits);
    }
    match word.strip_prefix('<').and_then(|tag| tag.strip_suffix('>')) {
        Some(tag) => tag.parse().ok().map(Test::Tag),
        None => Some(Test::Key(word)),
    }
}

/// Gives each small word of a sentence the class that the first rule which fits says.
pub(super) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for (n, word) in words.iter().enumerate() {
        let rules = word.form.neighbours().rules();
        if rules.is_empty() {
            continue;
        }
        let all = words.iter().map(|word| word.form).zip(choices.iter().copied());
        let (before, behind) = (all.clone().take(n).rev(), all.skip(n + 1));
        let holds = |rule: &&Rule| {
            (!rule.initial || word.initial)
                && fits(&rule.before, before.clone())
                && fits(&rule.behind, behind.clone())
        };
        let becomes = rules.iter().find(holds).and_then(|rule| rule.becomes);
        if let (Some(tag), Some(choice)) = (becomes, choices.get_mut(n)) {
            become_one(choice, tag, word.form);
        }
    }
}

/// Takes the likeliest reading of a class and its values, where the form has one.
fn become_one(choice: &mut Choice, becomes: Tag, form: &Form) {
    if choice.tag.is_of(becomes) {
        return;
    }
    if let Some(candidate) = form.candidates().iter().find(|candidate| candidate.tag.is_of(becomes)) {
        let genders = if becomes.has(Tag::GENDERS) { becomes } else { candidate.tag };
        let tag = candidate.tag.with(Tag::GENDERS, candidate.tag.common(genders, Tag::GENDERS));
        *choice = Choice { row: candidate.row, tag: settled(tag) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let file = include_str!("neighbours.txt");
        let rules = file.lines().filter(|line| !line.starts_with(['#', '@']) && !line.is_empty());
        let asked: usize =
            rules.map(|line| line.split('|').next().unwrap_or("").split_whitespace().count()).sum();
        assert_eq!(WORDS.iter().map(|word| word.rules.len()).sum::<usize>(), asked);
        assert!(WORDS.len() < usize::from(u8::MAX));
    }
}
