//! The rules of `neighbours.txt`, read once.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::pattern::{Kinds, Near, Step};
use crate::morph::Tag;
use crate::morph::analysis::is_time;
use crate::morph::prior::Traits;
use crate::text::{Listed, rows};

/// Which of the words that the rules name a form is: its number from one on, 0 for all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::morph) struct Named(pub(super) u8);

impl Named {
    /// Of a form by its key.
    pub(in crate::morph) fn of(key: &str) -> Self {
        RULES.names.get(name(key)).copied().unwrap_or_default()
    }

    /// Its rules, the first of which that fits holds.
    pub(super) fn rules(self) -> &'static [Rule] {
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

/// The names that a word of the rules stands for.
fn meant_by(word: &'static str) -> impl Iterator<Item = &'static str> {
    let more: &[&str] = if word == NUMBER { &[YEAR, TIME] } else { &[] };
    std::iter::once(word).chain(more.iter().copied())
}

/// The rules as `neighbours.txt` has them.
#[derive(Default)]
struct Rules {
    names: Listed<Named>,
    lists: HashMap<&'static str, &'static str>,
    /// Those of each word by its number.
    of: Vec<Vec<Rule>>,
}

/// What makes a word one of a class.
pub(super) struct Rule {
    /// Whether a sentence or a quotation begins with the word.
    pub(super) initial: bool,
    /// What the words right before it and right behind it may be.
    pub(super) last: Near,
    pub(super) next: Near,
    /// What stands before the word, the nearest first.
    pub(super) before: Vec<Step>,
    /// What stands behind it, the nearest first.
    pub(super) behind: Vec<Step>,
    /// The class that it then has, with values that it has too; none where it stays as it was chosen.
    pub(super) becomes: Option<Tag>,
    /// Whether it also has the values of the noun that stands behind it.
    pub(super) agrees: bool,
}

static RULES: Lazy<Rules> = Lazy::new(|| Rules::read(include_str!("neighbours.txt")));

impl Rules {
    /// Reads the rules; a line that cannot be read is none, and a test holds that there is no such line.
    fn read(file: &'static str) -> Self {
        let mut rules = Self { of: vec![Vec::new()], ..Self::default() };
        for line in rows(file) {
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

    /// Adds a rule of a word.
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
        *self.names.entry(word) = named;
        named
    }

    /// A rule without its word: what stands before, what stands behind, the class.
    fn rule(&mut self, line: &'static str) -> Option<Rule> {
        let mut columns = line.split('|').map(str::trim);
        let (before, behind, class) = (columns.next()?, columns.next()?, columns.next()?);
        let (class, agrees) = class.strip_suffix(":=").map_or((class, false), |class| (class, true));
        let becomes = if class == "-" { None } else { Some(class.parse().ok()?) };
        let (initial, before) = before.strip_prefix('^').map_or((false, before), |rest| (true, rest));
        let before =
            before.split_whitespace().rev().map(|step| self.step(step)).collect::<Option<Vec<_>>>()?;
        let behind = behind.split_whitespace().map(|step| self.step(step)).collect::<Option<Vec<_>>>()?;
        let (last, next) = (Near::of(&before), Near::of(&behind));
        Some(Rule { initial, last, next, before, behind, becomes, agrees })
    }

    /// A step of a side: "…", "..", or what one word may be, in brackets where it may be missing.
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

    /// Adds one of the alternatives of a step.
    fn kind(&mut self, kind: &'static str, kinds: &mut Kinds) -> Option<()> {
        if kind.starts_with('@') {
            self.lists.get(kind)?.split_whitespace().for_each(|lemma| kinds.lemmas.add(lemma));
        } else if let Some(name) = kind.strip_prefix('+') {
            kinds.traits = Some(Traits::named(name)?);
        } else if let Some(tag) = kind.strip_prefix('<') {
            kinds.add_tag(tag.strip_suffix('>')?.parse().ok()?);
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
        let lines = rows(file).filter(|line| !line.starts_with('@'));
        let asked =
            lines.map(|line| line.split('|').next().unwrap().split_whitespace().flat_map(meant_by).count());
        assert_eq!(RULES.of.iter().map(Vec::len).sum::<usize>(), asked.sum::<usize>());
        assert!(u8::try_from(RULES.of.len()).is_ok());
    }
}
