//! The rules of `rules.txt` and `feasts.txt`, compiled.

use std::collections::{BTreeMap, HashMap};

use once_cell::sync::Lazy;

use super::ahead::{Ahead, Aheads, END};
use super::bits::Bits;
use super::builder::{Builder, FeastDays};
use super::entries::{Entries, Sort};
use super::numerals;
use super::rule::{Atom, Element, Rule, Rules, Start};
use super::words::{Class, Reading, Words};
use crate::text::Hasher;

/// The compiled grammar with its words.
#[derive(Debug)]
pub(super) struct Grammar {
    pub(super) entries: Entries,
    /// How verbs of the past end, and how long such a word is at least.
    pub(super) past_endings: HashMap<String, usize, Hasher>,
    /// Classes without a word.
    #[cfg(test)]
    empty_classes: Vec<String>,
    pub(super) numbers: NumberClasses,
    pub(super) guards: GuardClasses,
    pub(super) feasts: Vec<FeastDays>,
    /// Those of the expressions.
    pub(super) rules: Rules,
    parts: Vec<Rules>,
    pub(super) aheads: Aheads,
    /// What may stand behind the first token of some rule; each set once.
    seconds: Aheads,
    /// By class: what may stand behind it in the expressions that it begins.
    any_second: Vec<Option<Ahead>>,
    /// By class: the seconds that hold it.
    admitted: Vec<Bits>,
    /// The seconds that may be nothing.
    ending: Bits,
}

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
        dmy "DMY", ymd "YMD", dm "DM", clock "CLOCK", dotted "CLOCKDOT", roman "ROMAN", roman_month "ROMANMONTH", roman_half "ROMANHALF",
        ordinal "ORDNUM", half "HALFDEC", length "LENGTHADJ", pair "YEARPAIR", day_pair "DAYPAIR", suffix "LENGTHSUFFIX",
        calendar_word "CALENDARWORD", month_day "MONTHDAY", century "CENTURYADJ", century_suffix "CENTURYSUFFIX",
    }
}

classes! {
    /// Classes of words that the guards and the tense ask for.
    GuardClasses {
        street "STREET", measure "MEASURE", score "SCORE", history "HISTORY", month "MONTH",
        weekday "WEEKDAY", tense "TENSE", not_past "NOTPAST", preposition "PREPOSITION",
        end_of_phrase "ENDOFPHRASE", edge "EDGE", person "PERSON", month_adjective "MONTHADJ",
        weekday_adjective "WEEKDAYADJ", work "WORK", rise "RISE", moved "MOVED", planned "PLANNED",
        purpose "PURPOSE", than "THAN", weekdays "WDPL", lasting "LASTING",
    }
}

/// The grammar, built at the first use.
pub(super) static GRAMMAR: Lazy<Grammar> = Lazy::new(Grammar::load);

impl Grammar {
    fn load() -> Self {
        let mut words = Words::load();
        let numbers = NumberClasses::new(&mut words);
        let guards = GuardClasses::new(&mut words);
        let mut builder = Builder::new(words);
        let feasts = builder.feasts(include_str!("feasts.txt"));
        let rules = builder.rules(include_str!("rules.txt"));
        let Builder { mut words, parts, .. } = builder;
        words.add_unmarked();
        numerals::add_plain(&numbers, &mut words);
        let past_endings = words.take("PASTENDING").into_iter();
        let past_endings = past_endings
            .map(|(ending, least)| (ending, usize::try_from(least).unwrap_or_default()))
            .collect();
        let parts = parts.into_iter().map(Rules::new).collect();
        let (any_second, seconds, admitted, ending) = Default::default();
        let mut grammar = Self {
            aheads: Aheads::default(),
            entries: Entries::default(),
            past_endings,
            #[cfg(test)]
            empty_classes: words.empty_classes(),
            numbers,
            guards,
            feasts,
            rules: Rules::new(rules),
            parts,
            any_second,
            seconds,
            admitted,
            ending,
        };
        grammar.look_ahead();
        grammar.index(words.class_count());
        grammar.entries = Entries::new(words, |readings| grammar.sort(readings));
        grammar
    }

    pub(super) fn part(&self, number: u16) -> Option<&Rules> {
        self.parts.get(usize::from(number))
    }

    fn rules_of(&self, part: u16) -> &[Rule] {
        self.part(part).map_or(&[], |part| &part.all)
    }

    /// Classes without a word and parts without a rule: names that are spelled wrong somewhere.
    #[cfg(test)]
    pub(super) fn unknown(&self) -> Vec<String> {
        let empty = self.parts.iter().enumerate().filter(|(_, part)| part.all.is_empty());
        let parts = empty.map(|(index, _)| format!("part {index}"));
        self.empty_classes.iter().cloned().chain(parts).collect()
    }

    /// Sorts all rules by what they may begin with.
    fn index(&mut self, count: usize) {
        let mut seconds = Aheads::default();
        let all = std::iter::once(&self.rules).chain(&self.parts);
        let starts: Vec<_> = all.map(|rules| self.starts_of(rules, &mut seconds)).collect();
        let all = std::iter::once(&mut self.rules).chain(&mut self.parts);
        for (rules, starts) in all.zip(starts) {
            rules.index(starts, count);
        }
        self.admitted = vec![Bits::default(); count];
        for (number, second) in seconds.iter() {
            if second.may_end {
                self.ending.add(number);
            }
            for (class, admitted) in (0..).zip(&mut self.admitted) {
                if second.classes.has(class) {
                    admitted.add(number);
                }
            }
        }
        let second = |start: &Start| *seconds.get(start.second);
        let any = |class| self.rules.starting_with(class).iter().map(second).reduce(Ahead::or);
        self.any_second = (0..).take(count).map(any).collect();
        self.seconds = seconds;
    }

    /// What each rule may begin with, the number of what may stand behind that, and its own; sets of seconds that are new
    /// are added.
    fn starts_of(&self, rules: &Rules, seconds: &mut Aheads) -> Vec<(Class, u16, usize)> {
        let mut starts = Vec::new();
        for (rule, of_rule) in rules.all.iter().enumerate() {
            let of_rule = self.seconds_of(of_rule).into_iter();
            starts.extend(of_rule.map(|(class, second)| (class, seconds.number(second), rule)));
        }
        starts
    }

    /// What forms with these readings have in common.
    pub(super) fn sort(&self, readings: &[Reading]) -> Sort {
        let classes = || readings.iter().map(|reading| usize::from(reading.class));
        let second = |class| self.any_second.get(class).copied().flatten();
        let admitted = classes().filter_map(|class| self.admitted.get(class));
        Sort {
            classes: readings.iter().fold(Bits::NONE, |set, reading| set | Bits::of(reading.class)),
            second: classes().filter_map(second).reduce(Ahead::or),
            admitted: admitted.fold(self.ending, |bits, admitted| bits | *admitted),
        }
    }

    /// Whether there is room for all classes, rules and seconds in their sets, for the entries in notes, and for what may
    /// stand ahead in its numbers.
    #[cfg(test)]
    pub(super) fn has_room(&self) -> bool {
        let fit = |rules: &Rules, blocks: usize| rules.all.len() <= blocks * Rules::BLOCK;
        fit(&self.rules, Rules::ALL)
            && self.parts.iter().all(|part| fit(part, Rules::PART))
            && self.seconds.len().max(self.admitted.len()) <= Bits::SIZE
            && self.entries.len() <= Entries::ROOM as usize
            && self.aheads.len() <= Aheads::ROOM
    }

    fn seconds_of(&self, rule: &Rule) -> BTreeMap<Class, Ahead> {
        let mut seconds = BTreeMap::new();
        self.seconds(&rule.elements, END, &mut seconds);
        seconds
    }

    /// Sets what may stand at each element of each rule.
    fn look_ahead(&mut self) {
        let parts: Vec<Ahead> = (0..).take(self.parts.len()).map(|part| self.ahead_of_part(part)).collect();
        let all = std::iter::once(&mut self.rules).chain(&mut self.parts);
        for rule in all.flat_map(|rules| &mut rules.all) {
            let mut behind = END;
            for element in rule.elements.iter_mut().rev() {
                let part = |part| parts.get(usize::from(part)).copied().unwrap_or_default();
                behind = element.ahead(part, behind);
                element.ahead = self.aheads.number(behind);
            }
        }
    }

    fn ahead_of_part(&self, part: u16) -> Ahead {
        let mut any = Ahead::default();
        for rule in self.rules_of(part) {
            let whole = rule
                .elements
                .iter()
                .rev()
                .fold(END, |behind, element| element.ahead(|part| self.ahead_of_part(part), behind));
            any = any.or(whole);
        }
        any
    }

    /// What may stand behind a first token of each class, given what may stand behind all the elements.
    fn seconds(&self, elements: &[Element], behind: Ahead, seconds: &mut BTreeMap<Class, Ahead>) {
        let mut rest = elements;
        while let Some((element, others)) = rest.split_first() {
            rest = others;
            let then = rest.first().map_or(END, |next| *self.aheads.get(next.ahead)).then(behind);
            let mut may_be_empty = element.is_optional;
            match element.what {
                Atom::Token { class, .. } => {
                    let second = seconds.entry(class).or_default();
                    *second = second.or(then);
                }
                Atom::Part(part) => {
                    for rule in self.rules_of(part) {
                        self.seconds(&rule.elements, then, seconds);
                        may_be_empty |=
                            rule.elements.first().is_none_or(|first| self.aheads.get(first.ahead).may_end);
                    }
                }
                Atom::Slash => may_be_empty = true,
            }
            if !may_be_empty {
                break;
            }
        }
    }
}
