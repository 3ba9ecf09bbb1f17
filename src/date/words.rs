//! The words of `words.txt` and of the rules: form → classes.

use std::collections::BTreeMap;

use super::coded::{Coded, Grain, Kind};
use super::value::{Modifier, Season, TimeOfDay};
use crate::text::rows;

/// Number of a class of words.
pub(super) type Class = u16;

/// What a token can be: a class and the number that the word stands for in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) class: Class,
    pub(super) number: i32,
}

/// Classes by name, and readings by form.
#[derive(Debug, Default)]
pub(super) struct Words {
    classes: BTreeMap<String, Class>,
    pub(super) forms: BTreeMap<String, Vec<Reading>>,
}

/// Endings of the adjectives: like "nowy", like "tani", like "drugi".
const DECLENSIONS: [(char, &[&str]); 3] = [
    ('y', &["y", "a", "e", "ego", "ej", "emu", "ą", "ym", "ych", "ymi", "i"]),
    ('i', &["i", "ia", "ie", "iego", "iej", "iemu", "ią", "im", "ich", "imi"]),
    ('k', &["i", "a", "ie", "iego", "iej", "iemu", "ą", "im", "ich", "imi"]),
];

impl Words {
    /// The words of `words.txt`.
    pub(super) fn load() -> Self {
        let mut words = Self::default();
        let (mut prefixes, mut units) = (Vec::new(), Vec::new());
        for line in rows(include_str!("words.txt")) {
            let Some((head, entries)) = line.split_once('|') else { continue };
            let Some((name, number)) = head.trim().split_once(' ') else { continue };
            let number = self::number(number.trim()).unwrap_or_default();
            let forms = entries.split_whitespace().flat_map(expand);
            match name {
                "COUNTPREFIX" => prefixes.extend(forms.map(|form| (form, number))),
                "UNITADJ" => units.extend(forms.map(|form| (form, number))),
                _ => {
                    let class = words.class(name);
                    forms.for_each(|form| words.add(form, class, number));
                }
            }
        }
        words.join_lengths(&prefixes, &units);
        words
    }

    /// `trzy` + `letni`: the length as hundreds, the unit below; 0 hundreds for an unknown number.
    fn join_lengths(&mut self, prefixes: &[(String, i32)], units: &[(String, i32)]) {
        let (length, suffix) = (self.class("LENGTHADJ"), self.class("LENGTHSUFFIX"));
        for (adjective, unit) in units {
            for (prefix, count) in prefixes {
                self.add(format!("{prefix}{adjective}"), length, (*count).max(0) * 100 + unit);
            }
            self.add(format!("-{adjective}"), suffix, *unit);
        }
    }

    /// Adds the words of the lists as they are typed without their marks, where that is no other word.
    pub(super) fn add_unmarked(&mut self) {
        let names = |words: &Self, list: &str| -> Vec<String> {
            let list = words.classes.get(list);
            let of_list = |readings: &Vec<Reading>| readings.iter().any(|x| Some(&x.class) == list);
            words
                .forms
                .iter()
                .filter(|(_, readings)| of_list(readings))
                .map(|(form, _)| form.clone())
                .collect()
        };
        let marked: Vec<Class> =
            names(self, "MARKED").iter().filter_map(|name| self.classes.get(name)).copied().collect();
        let kept = names(self, "KEEPMARKS");
        let bare = |form: &String| -> Option<String> {
            let bare: String = (!form.is_ascii()).then(|| form.chars().map(without_mark).collect())?;
            (!self.forms.contains_key(&bare) && !kept.contains(&bare)).then_some(bare)
        };
        let open = |reading: &&Reading| !marked.contains(&reading.class);
        let added = self.forms.iter().filter_map(|(form, readings)| Some((bare(form)?, readings)));
        let added = added.flat_map(|(bare, readings)| {
            readings.iter().filter(open).map(move |reading| (bare.clone(), reading.class, reading.number))
        });
        let added: Vec<_> = added.collect();
        for (form, class, number) in added {
            self.add(form, class, number);
        }
    }

    /// The class of that name, made when it is new.
    pub(super) fn class(&mut self, name: &str) -> Class {
        let next = Class::try_from(self.classes.len()).unwrap_or(Class::MAX);
        *self.classes.entry(name.to_owned()).or_insert(next)
    }

    /// The classes that no word is in, but for those of numbers.
    #[cfg(test)]
    pub(super) fn empty_classes(&self) -> Vec<String> {
        const NUMBERS: &[&str] = &[
            "INT",
            "DAYNUM",
            "MONTHNUM",
            "HOURNUM",
            "YEAR4",
            "YEAR3",
            "YY",
            "DMY",
            "YMD",
            "DM",
            "CLOCK",
            "CLOCKDOT",
            "ROMAN",
            "ROMANMONTH",
            "ROMANHALF",
            "ORDNUM",
            "HALFDEC",
            "YEARPAIR",
            "DAYPAIR",
            "CALENDARWORD",
            "TENNUM",
            "EDGE",
            "MONTHDAY",
            "MARKED",
            "KEEPMARKS",
            "PASTENDING",
        ];
        let used: Vec<Class> = self.forms.values().flatten().map(|reading| reading.class).collect();
        let classes = self
            .classes
            .iter()
            .filter(|(name, class)| !used.contains(class) && !NUMBERS.contains(&name.as_str()));
        let names: Vec<String> = classes.map(|(name, _)| name.clone()).collect();
        names
    }

    pub(super) fn class_count(&self) -> usize {
        self.classes.len()
    }

    pub(super) fn add(&mut self, form: String, class: Class, number: i32) {
        let readings = self.forms.entry(form).or_default();
        let reading = Reading { class, number };
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }

    /// The words of a class with their numbers, which are those of no other class any more.
    pub(super) fn take(&mut self, name: &str) -> BTreeMap<String, i32> {
        let class = self.class(name);
        let mut taken = BTreeMap::new();
        for (form, readings) in &mut self.forms {
            readings.retain(|reading| {
                let is_of_class = reading.class == class;
                if is_of_class {
                    taken.insert(form.clone(), reading.number);
                }
                !is_of_class
            });
        }
        self.forms.retain(|_, readings| !readings.is_empty());
        taken
    }

    /// A class of its own for the words of an inline group, `{w we}`.
    pub(super) fn group(&mut self, entries: &str) -> Class {
        let class = self.class(entries);
        for form in entries.split_whitespace().flat_map(expand) {
            self.add(form, class, 0);
        }
        class
    }
}

/// A number as the files of the grammar write it: in figures or by a code.
pub(super) fn number(text: &str) -> Option<i32> {
    text.parse()
        .ok()
        .or_else(|| Kind::number_of(text))
        .or_else(|| Grain::number_of(text))
        .or_else(|| Season::number_of(text))
        .or_else(|| TimeOfDay::number_of(text))
        .or_else(|| Modifier::number_of(text))
}

fn without_mark(letter: char) -> char {
    match letter {
        'ą' => 'a',
        'ć' => 'c',
        'ę' => 'e',
        'ł' => 'l',
        'ń' => 'n',
        'ó' => 'o',
        'ś' => 's',
        'ź' | 'ż' => 'z',
        other => other,
    }
}

/// The forms of an entry: `stycz:eń,nia`, `lipcow~y`, or the word itself.
fn expand(entry: &str) -> Vec<String> {
    if let Some((stem, endings)) = entry.split_once(':').filter(|(stem, _)| !stem.is_empty()) {
        return endings.split(',').map(|ending| format!("{stem}{ending}")).collect();
    }
    if let Some((stem, kind)) = entry.split_once('~') {
        let endings = DECLENSIONS.iter().find(|(name, _)| kind.starts_with(*name)).map_or(&[][..], |x| x.1);
        return endings.iter().map(|ending| format!("{stem}{ending}")).collect();
    }
    vec![entry.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_read() {
        let lines = rows(include_str!("words.txt"));
        for head in lines.filter_map(|line| line.split_once('|')).map(|line| line.0.trim()) {
            assert!(head.split_once(' ').is_some_and(|class| number(class.1).is_some()), "{head}");
        }
    }
}
