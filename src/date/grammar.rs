//! The rules of `rules.txt` and `feasts.txt`, compiled.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::frame::Field;
use super::words::{Class, ClassSet, Words};

/// One element of a rule.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) what: Atom,
    pub(super) is_optional: bool,
    /// What may stand where the rule goes on with this element.
    pub(super) ahead: Ahead,
}

/// The classes that a sequence of elements may begin with, so that most tokens are turned away before anything is tried.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ahead {
    pub(super) classes: ClassSet,
    /// Whether the sequence may be empty.
    pub(super) may_end: bool,
}

/// What stands at the end of a rule: nothing more.
const END: Ahead = Ahead { classes: ClassSet::NONE, may_end: true };

impl Ahead {
    fn or(self, other: Self) -> Self {
        Self { classes: self.classes | other.classes, may_end: self.may_end || other.may_end }
    }

    /// The same before something else.
    fn then(self, behind: Self) -> Self {
        if self.may_end {
            Self { classes: self.classes | behind.classes, may_end: behind.may_end }
        } else {
            self
        }
    }

    /// Whether nothing or a token of these classes may stand here.
    pub(super) fn admits(self, classes: ClassSet) -> bool {
        self.may_end || self.classes.meets(classes)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Atom {
    /// A token of a class; its number may go to a field.
    Token { class: Class, field: Option<Field>, adds: bool },
    /// A part of the grammar, by its number.
    Part(usize),
    /// What follows belongs to the second slot.
    Slash,
}

/// A field that a rule sets itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub(super) field: Field,
    pub(super) value: i32,
    pub(super) adds: bool,
}

/// What must or must not stand beside the expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside {
    pub(super) class: Class,
    pub(super) is_wanted: bool,
}

#[derive(Debug, Default)]
pub(super) struct Rule {
    pub(super) before: Option<Beside>,
    pub(super) elements: Vec<Element>,
    pub(super) after: Option<Beside>,
    pub(super) settings: Vec<Setting>,
}

/// A rule that may begin with a token of some class.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// Number of the rule.
    pub(super) rule: usize,
    /// What may stand behind the first token.
    pub(super) second: Ahead,
}

/// The compiled grammar with its words.
#[derive(Debug)]
pub(super) struct Grammar {
    pub(super) words: Words,
    pub(super) numbers: NumberClasses,
    pub(super) guards: GuardClasses,
    pub(super) feasts: Vec<FeastDays>,
    pub(super) rules: Vec<Rule>,
    parts: Vec<Vec<Rule>>,
    /// The rules that may begin with a token of a class.
    starts: Vec<Vec<Start>>,
}

/// First and last day of a feast, as (base, days): base 0 is Easter, else month × 100 + day; a weekday asks for the last such day.
#[derive(Clone, Copy, Debug)]
pub(super) struct FeastDays {
    pub(super) first: FeastDay,
    pub(super) last: Option<FeastDay>,
}

pub(super) type FeastDay = crate::calendar::Feast;

/// Declares classes that code fills or asks for, by their name in the rules.
macro_rules! classes {
    ($(#[$doc:meta])* $type:ident { $($field:ident $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub(super) struct $type { $(pub(super) $field: Class,)* }

        impl $type {
            fn new(words: &mut Words) -> Self {
                Self { $($field: words.class($name),)* }
            }
        }
    };
}

classes! {
    /// Classes of tokens made of digits or Roman numerals.
    NumberClasses {
        int "INT", day "DAYNUM", month "MONTHNUM", hour "HOURNUM", year "YEAR4", hundreds "YEAR3", two "YY", ten "TENNUM",
        dmy "DMY", ymd "YMD", dm "DM", clock "CLOCK", dotted "CLOCKDOT", roman "ROMAN", roman_month "ROMANMONTH",
        ordinal "ORDNUM", half "HALFDEC", length "LENGTHADJ", pair "YEARPAIR", suffix "LENGTHSUFFIX",
        calendar_word "CALENDARWORD", month_day "MONTHDAY", century "CENTURYADJ", century_suffix "CENTURYSUFFIX",
    }
}

classes! {
    /// Classes of words that the guards and the tense ask for.
    GuardClasses {
        street "STREET", measure "MEASURE", score "SCORE", history "HISTORY", month "MONTH",
        weekday "WEEKDAY", tense "TENSE", not_past "NOTPAST", preposition "PREPOSITION",
        end_of_phrase "ENDOFPHRASE", edge "EDGE", person "PERSON", month_adjective "MONTHADJ",
        weekday_adjective "WEEKDAYADJ", work "WORK", rise "RISE",
    }
}

/// The grammar, built at the first use.
pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(Grammar::load);

impl Grammar {
    fn load() -> Self {
        let mut words = Words::load();
        let numbers = NumberClasses::new(&mut words);
        let guards = GuardClasses::new(&mut words);
        let mut builder = Builder { words, part_names: HashMap::new(), parts: Vec::new() };
        let feasts = builder.feasts(include_str!("feasts.txt"));
        let rules = builder.rules(include_str!("rules.txt"));
        let Builder { mut words, parts, .. } = builder;
        words.add_unmarked();
        let mut grammar = Self { starts: Vec::new(), words, numbers, guards, feasts, rules, parts };
        grammar.look_ahead();
        grammar.starts = grammar.first_classes();
        grammar
    }

    pub(super) fn part(&self, index: usize) -> &[Rule] {
        self.parts.get(index).map_or(&[], Vec::as_slice)
    }

    /// The rules that may begin with a token of that class.
    #[inline]
    pub(super) fn starting_with(&self, class: Class) -> &[Start] {
        self.starts.get(usize::from(class)).map_or(&[], Vec::as_slice)
    }

    /// Classes without a word and parts without a rule: names that are spelled wrong somewhere.
    #[cfg(test)]
    pub(super) fn unknown(&self) -> Vec<String> {
        let empty = self.parts.iter().enumerate().filter(|(_, rules)| rules.is_empty());
        let parts = empty.map(|(index, _)| format!("part {index}"));
        self.words.empty_classes().into_iter().chain(parts).collect()
    }

    fn first_classes(&self) -> Vec<Vec<Start>> {
        let mut starts = vec![Vec::new(); self.words.class_count()];
        for (index, rule) in self.rules.iter().enumerate() {
            let mut classes = Vec::new();
            self.first_of(rule, &mut classes);
            classes.sort_unstable();
            classes.dedup();
            let second = self.second_of(&rule.elements, END);
            for class in classes {
                if let Some(rules) = starts.get_mut(usize::from(class)) {
                    rules.push(Start { rule: index, second });
                }
            }
        }
        starts
    }

    /// Sets what may stand at each element of each rule.
    fn look_ahead(&mut self) {
        let parts: Vec<Ahead> = (0..self.parts.len()).map(|part| self.ahead_of_part(part)).collect();
        for rule in self.rules.iter_mut().chain(self.parts.iter_mut().flatten()) {
            let mut behind = END;
            for element in rule.elements.iter_mut().rev() {
                let part = |part: usize| parts.get(part).copied().unwrap_or_default();
                behind = element.ahead(part, behind);
                element.ahead = behind;
            }
        }
    }

    fn ahead_of_part(&self, part: usize) -> Ahead {
        let mut any = Ahead::default();
        for rule in self.part(part) {
            let whole = rule
                .elements
                .iter()
                .rev()
                .fold(END, |behind, element| element.ahead(|part| self.ahead_of_part(part), behind));
            any = any.or(whole);
        }
        any
    }

    /// What may stand behind the first token of the elements, given what may stand behind them all.
    fn second_of(&self, elements: &[Element], behind: Ahead) -> Ahead {
        let mut any = Ahead::default();
        let mut rest = elements;
        while let Some((element, others)) = rest.split_first() {
            rest = others;
            let then = rest.first().map_or(END, |next| next.ahead).then(behind);
            let mut is_optional = element.is_optional;
            match element.what {
                Atom::Token { .. } => any = any.or(then),
                Atom::Part(part) => {
                    for rule in self.part(part) {
                        any = any.or(self.second_of(&rule.elements, then));
                        is_optional |= rule.elements.first().is_none_or(|first| first.ahead.may_end);
                    }
                }
                Atom::Slash => is_optional = true,
            }
            if !is_optional {
                break;
            }
        }
        any
    }

    fn first_of(&self, rule: &Rule, classes: &mut Vec<Class>) {
        for element in &rule.elements {
            match element.what {
                Atom::Token { class, .. } => classes.push(class),
                Atom::Part(part) => self.part(part).iter().for_each(|rule| self.first_of(rule, classes)),
                Atom::Slash => continue,
            }
            if !element.is_optional {
                return;
            }
        }
    }
}

impl Element {
    fn new(what: Atom, is_optional: bool) -> Self {
        Self { what, is_optional, ahead: Ahead::default() }
    }

    /// What may stand at this element, given what may stand behind it.
    fn ahead(&self, part: impl Fn(usize) -> Ahead, behind: Ahead) -> Ahead {
        let own = match self.what {
            Atom::Token { class, .. } => Ahead { classes: ClassSet::of(class), may_end: false },
            Atom::Part(number) => part(number),
            Atom::Slash => return behind,
        };
        Ahead { may_end: own.may_end || self.is_optional, ..own }.then(behind)
    }
}

/// Reads the files of the grammar.
struct Builder {
    words: Words,
    part_names: HashMap<String, usize>,
    parts: Vec<Vec<Rule>>,
}

impl Builder {
    fn part(&mut self, name: &str) -> usize {
        if let Some(index) = self.part_names.get(name) {
            return *index;
        }
        self.parts.push(Vec::new());
        self.part_names.insert(name.to_owned(), self.parts.len() - 1);
        self.parts.len() - 1
    }

    /// Fills the parts and gives the rules under `[rules]`.
    fn rules(&mut self, source: &str) -> Vec<Rule> {
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
            match current.and_then(|part| self.parts.get_mut(part)) {
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
    fn feasts(&mut self, source: &str) -> Vec<FeastDays> {
        let part = self.part("feast");
        let mut feasts = Vec::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
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
            if let Some(rules) = self.parts.get_mut(part) {
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
    Some(Setting { field: Field::named(name)?, value: value.parse().ok()?, adds })
}

fn feast_days(text: &str) -> Option<FeastDays> {
    let (first, last) = text.split_once('/').map_or((text, None), |(first, last)| (first, Some(last)));
    Some(FeastDays { first: feast_day(first)?, last: last.and_then(feast_day) })
}

/// `05-03`, `easter+60`, `latest-7-12-03`
fn feast_day(text: &str) -> Option<FeastDay> {
    if let Some(days) = text.strip_prefix("easter") {
        return Some(FeastDay::Easter { days: days.parse().ok()? });
    }
    let month_day = |text: &str| {
        let (month, day) = text.split_once('-')?;
        Some((month.parse().ok()?, day.parse().ok()?))
    };
    if let Some((weekday, day)) = text.strip_prefix("latest-").and_then(|text| text.split_once('-')) {
        let weekday = crate::calendar::Weekday::from_number(weekday.parse().ok()?)?;
        let (month, day) = month_day(day)?;
        return Some(FeastDay::Latest { weekday, month, day });
    }
    let (month, day) = month_day(text)?;
    Some(FeastDay::Fixed { month, day })
}
