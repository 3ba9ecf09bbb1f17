//! Small words whose class their neighbours decide: "jak", "to", "co". The choice in context reads a sentence from the left
//! and knows nothing of what comes; here both sides are known.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::choice::{Choice, settled};
use super::form::Form;
use super::knowledge::{Traits, lines, traits};
use super::prior::Candidate;
use super::rules::is_time;
use super::words::Waiting;
use super::{Class, Tag};
use crate::text::Hasher;

/// Which of the words that the rules name a form is: its number from one on, 0 for all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Named(u8);

impl Named {
    /// Of a form by its key.
    pub(super) fn of(key: &str) -> Self {
        RULES.names.get(name(key)).copied().unwrap_or_default()
    }

    fn rules(self) -> &'static [Rule] {
        RULES.of.get(usize::from(self.0)).map_or(&[], Vec::as_slice)
    }
}

/// Names of numbers in figures: what may be a year, what may be a time of day, and all others. In the rules the last one
/// stands for any number.
const YEAR: &str = "1999";
const TIME: &str = "12.00";
const NUMBER: &str = "0";

/// What a form is called in the rules: numbers in figures share their names.
fn name(key: &str) -> &str {
    if !key.starts_with(|first: char| first.is_ascii_digit()) {
        key
    } else if is_year(key) {
        YEAR
    } else if is_time(key) {
        TIME
    } else {
        NUMBER
    }
}

/// "1683", "2024".
fn is_year(figures: &str) -> bool {
    figures.len() == 4 && figures.bytes().all(|b| b.is_ascii_digit()) && figures.starts_with(['1', '2'])
}

/// The rules as `neighbours.txt` has them.
#[derive(Default)]
struct Rules {
    names: HashMap<&'static str, Named, Hasher>,
    lists: HashMap<&'static str, &'static str>,
    /// Those of each word by its number.
    of: Vec<Vec<Rule>>,
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
    One(Kinds),
    Optional(Kinds),
    /// Any words.
    Gap,
    /// Any words with no mark among them.
    Row,
}

/// What a word may be.
#[derive(Default)]
struct Kinds {
    /// Bits of words by their numbers.
    named: [u64; 4],
    /// One of these classes, with all the values beside it.
    tags: Vec<Tag>,
    lemmas: Vec<&'static str>,
    traits: Option<Traits>,
}

/// How far a gap reaches, in words.
const REACH: usize = 40;

/// A word beside another, with what was chosen for it.
type Neighbour<'a> = (&'a Form, Choice);

impl Kinds {
    fn add(&mut self, Named(number): Named) {
        if let Some(bits) = self.named.get_mut(usize::from(number / 64)) {
            *bits |= 1 << (number % 64);
        }
    }

    fn has(&self, (form, choice): Neighbour<'_>) -> bool {
        let Named(number) = form.named();
        let named =
            self.named.get(usize::from(number / 64)).is_some_and(|bits| bits >> (number % 64) & 1 != 0);
        named
            || self.tags.iter().any(|tag| choice.tag.is_of(*tag))
            || (self.traits.is_some() || !self.lemmas.is_empty())
                && form.reading(choice.row).is_some_and(|reading| self.has_lemma(reading.lemma))
    }

    fn has_lemma(&self, lemma: &str) -> bool {
        self.lemmas.contains(&lemma) || self.traits.is_some_and(|any| traits(lemma).has(any))
    }
}

/// Whether the words that follow, away from the small word, are those of the steps.
fn fits<'a>(steps: &[Step], mut words: impl Iterator<Item = Neighbour<'a>> + Clone) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    match step {
        Step::One(kinds) => words.next().is_some_and(|word| kinds.has(word)) && fits(rest, words),
        Step::Optional(kinds) => {
            let mut behind = words.clone();
            behind.next().is_some_and(|word| kinds.has(word)) && fits(rest, behind) || fits(rest, words)
        }
        Step::Gap | Step::Row => {
            let goes_on =
                |word: Neighbour<'_>| matches!(step, Step::Gap) || word.1.tag.class() != Class::Interp;
            fits(rest, words.clone())
                || (0..REACH).any(|_| words.next().is_some_and(goes_on) && fits(rest, words.clone()))
        }
    }
}

/// Gives each small word of a sentence the class that the first rule which fits says.
pub(super) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    for (n, word) in words.iter().enumerate() {
        let rules = word.form.named().rules();
        if rules.is_empty() {
            continue;
        }
        let becomes = decide(rules, words, choices, n);
        if let (Some(tag), Some(choice)) = (becomes, choices.get_mut(n)) {
            let before = *choice;
            become_one(choice, tag, word.form);
            let now = *choice;
            let governs = [before, now].iter().all(|choice| choice.tag.class() == Class::Prep);
            if governs && before.tag != now.tag && !govern(words, choices, n, before.tag, now.tag) {
                if let Some(choice) = choices.get_mut(n) {
                    *choice = before;
                }
            }
        }
    }
}

/// Gives the phrase of preposition `n` the case that it `now` wants, "uważa sprawę za zakończoną"; whether it can have that.
fn govern(words: &[Waiting<'_>], choices: &mut [Choice], n: usize, before: Tag, now: Tag) -> bool {
    let phrase = words.iter().zip(choices).skip(n + 1);
    let mut is_first = true;
    for (word, choice) in phrase {
        let class = choice.tag.class();
        let is_noun = matches!(class, Class::Subst | Class::Ger | Class::Ppron3 | Class::Ppron12);
        let is_modifier = matches!(class, Class::Adj | Class::Ppas | Class::Pact | Class::Num);
        if !(is_noun || is_modifier) || !choice.tag.has(before.common(before, Tag::CASES)) {
            return true;
        }
        let same = |tag: Tag, mask| tag.common(tag, mask).has(choice.tag.common(choice.tag, mask));
        let fits = |candidate: &&Candidate| {
            let tag = candidate.tag;
            tag.class() == class
                && tag.has(now.common(now, Tag::CASES))
                && same(tag, Tag::NUMBERS)
                && same(tag, Tag::GENDERS)
        };
        let Some(candidate) = word.form.candidates().iter().find(fits) else { return !is_first };
        let genders = candidate.tag.common(choice.tag, Tag::GENDERS);
        *choice = Choice { row: candidate.row, tag: settled(candidate.tag.with(Tag::GENDERS, genders)) };
        if is_noun {
            return true;
        }
        is_first = false;
    }
    true
}

/// What the first rule that fits makes of word `n`.
fn decide(rules: &[Rule], words: &[Waiting<'_>], choices: &[Choice], n: usize) -> Option<Tag> {
    let initial = words.get(n)?.initial;
    let before = side(words.get(..n)?, choices.get(..n)?).rev();
    let behind = side(words.get(n + 1..)?, choices.get(n + 1..)?);
    let holds = |rule: &&Rule| {
        (!rule.initial || initial) && fits(&rule.before, before.clone()) && fits(&rule.behind, behind.clone())
    };
    rules.iter().find(holds)?.becomes
}

/// Words with what was chosen for them.
fn side<'a>(
    words: &'a [Waiting<'a>],
    choices: &'a [Choice],
) -> impl DoubleEndedIterator<Item = Neighbour<'a>> + ExactSizeIterator + Clone {
    words.iter().map(|word| word.form).zip(choices.iter().copied())
}

/// The names that a word of the rules stands for.
fn meant_by(word: &'static str) -> impl Iterator<Item = &'static str> {
    let more: &[&str] = if word == NUMBER { &[YEAR, TIME] } else { &[] };
    std::iter::once(word).chain(more.iter().copied())
}

/// Takes the likeliest reading of a class and its values, where the form has one.
fn become_one(choice: &mut Choice, becomes: Tag, form: &Form) {
    if choice.tag.is_of(becomes) {
        return;
    }
    let fits = |candidate: &&Candidate| candidate.tag.is_of(becomes);
    let mut same_case = form.candidates().iter().filter(fits);
    // So does the case.
    let candidate = same_case.find(|candidate| candidate.tag.has(choice.tag.common(choice.tag, Tag::CASES)));
    if let Some(candidate) = candidate.or_else(|| form.candidates().iter().find(fits)) {
        // The gender that it has from its neighbours stays where the other reading has it too.
        let genders = [becomes, choice.tag].map(|tag| candidate.tag.common(tag, Tag::GENDERS));
        let gender = genders.into_iter().find(|genders| genders.has(Tag::GENDERS)).unwrap_or(candidate.tag);
        *choice = Choice { row: candidate.row, tag: settled(candidate.tag.with(Tag::GENDERS, gender)) };
    }
}

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::read(include_str!("neighbours.txt")));

impl Rules {
    /// Reads the rules; a line that cannot be read is none, and a test holds that there is no such line.
    fn read(file: &'static str) -> Self {
        let mut rules = Self { of: vec![Vec::new()], ..Self::default() };
        for line in lines(file) {
            if let Some((name, lemmas)) = line.split_once('=').filter(|list| list.0.starts_with('@')) {
                rules.lists.insert(name.trim(), lemmas);
            } else if let Some((words, rule)) = line.split_once('|') {
                for word in words.split_whitespace().flat_map(meant_by) {
                    rules.add(word, rule);
                }
            }
        }
        rules
    }

    fn add(&mut self, word: &'static str, line: &'static str) {
        let Named(number) = self.named(word);
        if let (Some(rule), Some(rules)) = (self.rule(line), self.of.get_mut(usize::from(number))) {
            rules.push(rule);
        }
    }

    /// The number of a word, a new one where it was not named before.
    fn named(&mut self, word: &'static str) -> Named {
        if let Some(named) = self.names.get(word) {
            return *named;
        }
        let named = Named(u8::try_from(self.of.len()).unwrap_or_default());
        self.of.push(Vec::new());
        self.names.insert(word, named);
        named
    }

    fn rule(&mut self, line: &'static str) -> Option<Rule> {
        let mut columns = line.split('|').map(str::trim);
        let (before, behind, class) = (columns.next()?, columns.next()?, columns.next()?);
        let becomes = if class == "-" { None } else { Some(class.parse().ok()?) };
        let (initial, before) = before.strip_prefix('^').map_or((false, before), |rest| (true, rest));
        let before = before.split_whitespace().rev().map(|step| self.step(step)).collect::<Option<_>>()?;
        let behind = behind.split_whitespace().map(|step| self.step(step)).collect::<Option<_>>()?;
        Some(Rule { initial, before, behind, becomes })
    }

    fn step(&mut self, step: &'static str) -> Option<Step> {
        match step {
            "…" => return Some(Step::Gap),
            ".." => return Some(Step::Row),
            _ => {}
        }
        let optional = step.strip_prefix('(').and_then(|step| step.strip_suffix(')'));
        let mut kinds = Kinds::default();
        for kind in optional.unwrap_or(step).split('/') {
            self.kind(kind, &mut kinds)?;
        }
        Some(if optional.is_some() { Step::Optional(kinds) } else { Step::One(kinds) })
    }

    fn kind(&mut self, kind: &'static str, kinds: &mut Kinds) -> Option<()> {
        if kind.starts_with('@') {
            kinds.lemmas.extend(self.lists.get(kind)?.split_whitespace());
        } else if let Some(name) = kind.strip_prefix('+') {
            kinds.traits = Some(Traits::named(name)?);
        } else if let Some(tag) = kind.strip_prefix('<') {
            kinds.tags.push(tag.strip_suffix('>')?.parse().ok()?);
        } else {
            for word in meant_by(kind) {
                kinds.add(self.named(word));
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let file = include_str!("neighbours.txt");
        let lines = file.lines().filter(|line| !line.starts_with(['#', '@']) && !line.is_empty());
        let asked =
            lines.map(|line| line.split('|').next().unwrap().split_whitespace().flat_map(meant_by).count());
        assert_eq!(RULES.of.iter().map(Vec::len).sum::<usize>(), asked.sum::<usize>());
        assert!(u8::try_from(RULES.of.len()).is_ok());
    }
}
