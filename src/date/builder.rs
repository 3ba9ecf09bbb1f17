//! Reads the rules of `rules.txt` and `feasts.txt`.

use std::collections::HashMap;

use super::frame::Field;
use super::rule::{Atom, Beside, Element, Rule, Setting};
use super::words::{Class, Words, number};
use crate::calendar::Feast;
use crate::text::rows;

/// First and last day of a feast.
#[derive(Clone, Copy, Debug)]
pub(super) struct FeastDays {
    pub(super) first: Feast,
    pub(super) last: Option<Feast>,
    /// Whether the weekend is meant that the day makes longer.
    pub(super) is_weekend: bool,
}

/// Reads the files of the grammar.
pub(super) struct Builder {
    pub(super) words: Words,
    part_names: HashMap<String, u16>,
    pub(super) parts: Vec<Vec<Rule>>,
}

impl Builder {
    pub(super) fn new(words: Words) -> Self {
        Self { words, part_names: HashMap::new(), parts: Vec::new() }
    }

    fn part(&mut self, name: &str) -> u16 {
        if let Some(index) = self.part_names.get(name) {
            return *index;
        }
        let index = u16::try_from(self.parts.len()).unwrap_or(u16::MAX);
        self.parts.push(Vec::new());
        self.part_names.insert(name.to_owned(), index);
        index
    }

    /// Fills the parts and gives the rules under `[rules]`.
    pub(super) fn rules(&mut self, source: &str) -> Vec<Rule> {
        let (mut rules, mut current) = (Vec::new(), None);
        for line in source.lines().map(str::trim) {
            if line.is_empty() || line.starts_with(['#', '=']) {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                current = (name != "rules").then(|| self.part(name));
                continue;
            }
            let rule = self.rule(line);
            match current.and_then(|part| self.parts.get_mut(usize::from(part))) {
                Some(part) => part.push(rule),
                None => rules.push(rule),
            }
        }
        rules
    }

    fn rule(&mut self, line: &str) -> Rule {
        let (pattern, settings) = line.split_once("=>").unwrap_or((line, ""));
        let mut rule =
            Rule { settings: settings.split_whitespace().filter_map(setting).collect(), ..Rule::default() };
        for element in elements(pattern) {
            if let Some(beside) = element.strip_prefix('<') {
                rule.before = Some(self.beside(beside));
            } else if let Some(beside) = element.strip_prefix('>') {
                rule.after = Some(self.beside(beside));
            } else {
                rule.elements.push(self.element(element));
            }
        }
        rule
    }

    fn beside(&mut self, text: &str) -> Beside {
        let (is_wanted, text) = text.strip_prefix('!').map_or((true, text), |text| (false, text));
        Beside { class: self.class(text), is_wanted }
    }

    fn class(&mut self, text: &str) -> Class {
        match text.strip_prefix('{').and_then(|group| group.strip_suffix('}')) {
            Some(group) => self.words.group(group),
            None => self.words.class(text),
        }
    }

    fn element(&mut self, text: &str) -> Element {
        let (text, is_optional) = text.strip_suffix('?').map_or((text, false), |text| (text, true));
        if text == "/" {
            return Element::new(Atom::Slash, is_optional);
        }
        if text.starts_with(|c: char| c.is_ascii_lowercase()) && !text.contains('=') {
            return Element::new(Atom::Part(self.part(text)), is_optional);
        }
        let (field, adds, name) = if text.starts_with('{') {
            (None, false, text)
        } else if let Some((field, name)) = text.split_once("+=") {
            (Field::named(field), true, name)
        } else if let Some((field, name)) = text.split_once('=') {
            (Field::named(field), false, name)
        } else {
            (None, false, text)
        };
        Element::new(Atom::Token { class: self.class(name), field, adds }, is_optional)
    }

    /// The patterns of the feasts become the part `feast`; each sets the field to its number in the list.
    pub(super) fn feasts(&mut self, source: &str) -> Vec<FeastDays> {
        let part = self.part("feast");
        let mut feasts = Vec::new();
        for line in rows(source) {
            let Some((days, pattern)) = line.split_once('=') else { continue };
            let Some(days) = feast_days(days.trim()) else { continue };
            let mut rule = Rule::default();
            for element in bracketed(pattern) {
                let (text, is_optional) = match element.strip_prefix('[').and_then(|x| x.strip_suffix(']')) {
                    Some(text) => (text, true),
                    None => (element, false),
                };
                let class = self.words.group(&text.replace('|', " "));
                let what = Atom::Token { class, field: None, adds: false };
                rule.elements.push(Element::new(what, is_optional));
            }
            let value = i32::try_from(feasts.len()).unwrap_or_default();
            rule.settings.push(Setting { field: Field::Feast, value, adds: false });
            feasts.push(days);
            if let Some(rules) = self.parts.get_mut(usize::from(part)) {
                rules.push(rule);
            }
        }
        feasts
    }
}

/// The elements of a pattern: words between spaces, a group in braces whole.
fn elements(pattern: &str) -> Vec<&str> {
    split_outside(pattern, '{', '}')
}

fn bracketed(pattern: &str) -> Vec<&str> {
    split_outside(pattern, '[', ']')
}

/// Splits at spaces that stand outside brackets.
fn split_outside(text: &str, open: char, close: char) -> Vec<&str> {
    let mut depth = 0;
    text.split(|c: char| {
        depth += i32::from(c == open) - i32::from(c == close);
        depth == 0 && c == ' '
    })
    .filter(|piece| !piece.is_empty())
    .collect()
}

fn setting(text: &str) -> Option<Setting> {
    let (name, value) = text.split_once('=')?;
    let (name, adds) = name.strip_suffix('+').map_or((name, false), |name| (name, true));
    Some(Setting { field: Field::named(name)?, value: number(value)?, adds })
}

fn feast_days(text: &str) -> Option<FeastDays> {
    let (text, is_weekend) = text.strip_prefix("long-").map_or((text, false), |text| (text, true));
    let (first, last) = text.split_once('/').map_or((text, None), |(first, last)| (first, Some(last)));
    Some(FeastDays { first: feast_day(first)?, last: last.and_then(feast_day), is_weekend })
}

/// `05-03`, `easter+60`, `latest-7-12-03`
fn feast_day(text: &str) -> Option<Feast> {
    if let Some(days) = text.strip_prefix("easter") {
        return Some(Feast::Easter { days: days.parse().ok()? });
    }
    let month_day = |text: &str| {
        let (month, day) = text.split_once('-')?;
        Some((month.parse().ok()?, day.parse().ok()?))
    };
    if let Some((weekday, day)) = text.strip_prefix("latest-").and_then(|text| text.split_once('-')) {
        let weekday = crate::calendar::Weekday::from_number(weekday.parse().ok()?)?;
        let (month, day) = month_day(day)?;
        return Some(Feast::Latest { weekday, month, day });
    }
    let (month, day) = month_day(text)?;
    Some(Feast::Fixed { month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_read() {
        for line in include_str!("rules.txt").lines().filter(|line| !line.starts_with(['#', '='])) {
            let settings = line.split_once("=>").map_or("", |rule| rule.1).split_whitespace();
            assert_eq!(
                settings.filter(|text| setting(text).is_none()).collect::<Vec<_>>(),
                [""; 0],
                "{line}"
            );
        }
    }
}
