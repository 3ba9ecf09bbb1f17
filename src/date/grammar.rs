//! The rules of `rules.txt` and `feasts.txt`, compiled.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::ahead::{Ahead, Aheads, END};
use super::bits::Bits;
use super::builder::Builder;
use super::entries::{Entries, Entry, Sort};
use super::frame::Field;
use super::numerals;
use super::words::{Class, Reading, Words};
use crate::span::narrow;
use crate::text::Hasher;

/// One element of a rule.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) what: Atom,
    pub(super) is_optional: bool,
    /// What may stand where the rule goes on with this element, as a number among [`Aheads`].
    pub(super) ahead: u16,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Atom {
    /// A token of a class; its number may go to a field.
    Token { class: Class, field: Option<Field>, adds: bool },
    /// A part of the grammar, by its number.
    Part(u16),
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

/// Rules of one block that may begin with a token of some class and want the same behind it.
#[derive(Clone, Copy, Debug)]
struct Start {
    /// A bit for each.
    rules: u128,
    block: u16,
    /// Number of the set of what may stand behind the token.
    second: u16,
}

/// Rules, those of the expressions themselves or of a part, by what they may begin with.
#[derive(Debug, Default)]
pub(super) struct Rules {
    all: Vec<Rule>,
    /// The starts of all classes, one class behind the other.
    starts: Vec<Start>,
    /// By class: where its starts begin and end.
    of_class: Vec<(u32, u32)>,
}

impl Rules {
    /// Rules whose bits are in one number.
    const BLOCK: usize = u128::BITS as usize;
    /// Blocks that there is room for, of the expressions and of a part; a test holds that no more are needed.
    pub(super) const ALL: usize = 6;
    pub(super) const PART: usize = 1;

    fn new(all: Vec<Rule>) -> Self {
        Self { all, ..Self::default() }
    }

    /// How rules may begin with a token of that class.
    #[inline]
    fn starting_with(&self, class: Class) -> &[Start] {
        let (from, to) = self.of_class.get(usize::from(class)).copied().unwrap_or_default();
        self.starts.get(from as usize..to as usize).unwrap_or_default()
    }

    /// Calls `each` with the rules that may begin with `first` before `second`, in order.
    #[inline]
    pub(super) fn for_begun<'a, const BLOCKS: usize>(
        &'a self,
        first: Entry<'_>,
        second: Entry<'_>,
        mut each: impl FnMut(&'a Rule),
    ) {
        let mut blocks = [0_u128; BLOCKS];
        for reading in first.readings {
            for start in self.starting_with(reading.class) {
                if second.sort.admitted.has(start.second) {
                    if let Some(block) = blocks.get_mut(usize::from(start.block)) {
                        *block |= start.rules;
                    }
                }
            }
        }
        for (rules, mut block) in self.all.chunks(Self::BLOCK).zip(blocks) {
            while let Some(rule) = rules.get(block.trailing_zeros() as usize) {
                each(rule);
                block &= block.wrapping_sub(1);
            }
        }
    }

    /// Sorts the rules by the classes that they may begin with and the numbers of what may stand behind those.
    fn index(&mut self, mut starts: Vec<(Class, u16, usize)>, class_count: usize) {
        starts.sort_unstable();
        self.of_class = vec![(0, 0); class_count];
        for of_class in starts.chunk_by(|a, b| a.0 == b.0) {
            let from = narrow(self.starts.len());
            let block = |rule: usize| rule / Self::BLOCK;
            for alike in of_class.chunk_by(|a, b| a.1 == b.1 && block(a.2) == block(b.2)) {
                let Some((_, second, rule)) = alike.first().copied() else { continue };
                let rules = alike.iter().fold(0, |rules, (.., rule)| rules | 1 << (rule % Self::BLOCK));
                let block = u16::try_from(block(rule)).unwrap_or(u16::MAX);
                self.starts.push(Start { rules, block, second });
            }
            let place = of_class.first().and_then(|start| self.of_class.get_mut(usize::from(start.0)));
            if let Some(place) = place {
                *place = (from, narrow(self.starts.len()));
            }
        }
    }
}

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

/// First and last day of a feast, as (base, days): base 0 is Easter, else month × 100 + day; a weekday asks for the last such day.
#[derive(Clone, Copy, Debug)]
pub(super) struct FeastDays {
    pub(super) first: FeastDay,
    pub(super) last: Option<FeastDay>,
    /// Whether the weekend is meant that the day makes longer.
    pub(super) is_weekend: bool,
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
        dmy "DMY", ymd "YMD", dm "DM", clock "CLOCK", dotted "CLOCKDOT", roman "ROMAN", roman_month "ROMANMONTH", roman_half "ROMANHALF",
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
        weekday_adjective "WEEKDAYADJ", work "WORK", rise "RISE", moved "MOVED", planned "PLANNED", purpose "PURPOSE", than "THAN", weekdays "WDPL", lasting "LASTING",
    }
}

/// The grammar, built at the first use.
pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(Grammar::load);

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

impl Element {
    pub(super) fn new(what: Atom, is_optional: bool) -> Self {
        Self { what, is_optional, ahead: 0 }
    }

    /// What may stand at this element, given what may stand behind it.
    fn ahead(&self, part: impl Fn(u16) -> Ahead, behind: Ahead) -> Ahead {
        let own = match self.what {
            Atom::Token { class, .. } => Ahead { classes: Bits::of(class), may_end: false },
            Atom::Part(number) => part(number),
            Atom::Slash => return behind,
        };
        Ahead { may_end: own.may_end || self.is_optional, ..own }.then(behind)
    }
}
