//! The words of `words.txt` and of the rules: form → classes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Number of a class of words.
pub(super) type Class = u16;

/// Classes, some of which share a bit: what is not in it is surely none of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ClassSet(u64);

impl ClassSet {
    pub(super) const NONE: Self = Self(0);

    pub(super) fn of(class: Class) -> Self {
        Self(1 << (class % 61))
    }

    /// Whether the two may have a class in common.
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for ClassSet {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a token can be: a class and the number that the word stands for in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) class: Class,
    pub(super) number: i32,
}

/// Classes by name, and readings by form.
#[derive(Debug, Default)]
pub(super) struct Words {
    classes: HashMap<String, Class>,
    forms: HashMap<String, Vec<Reading>, BuildHasherDefault<Fx>>,
}

/// Endings of the adjectives: like "nowy", like "tani", like "drugi".
const DECLENSIONS: [(char, &[&str]); 3] = [
    ('y', &["y", "a", "e", "ego", "ej", "emu", "ą", "ym", "ych", "ymi"]),
    ('i', &["i", "ia", "ie", "iego", "iej", "iemu", "ią", "im", "ich", "imi"]),
    ('k', &["i", "a", "ie", "iego", "iej", "iemu", "ą", "im", "ich", "imi"]),
];

impl Words {
    /// The words of `words.txt`.
    pub(super) fn load() -> Self {
        let mut words = Self::default();
        let (mut prefixes, mut units) = (Vec::new(), Vec::new());
        for line in include_str!("words.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((head, entries)) = line.split_once('|') else { continue };
            let Some((name, number)) = head.trim().split_once(' ') else { continue };
            let number = number.trim().parse().unwrap_or_default();
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
            let bare: String = form.chars().map(without_mark).collect();
            (!self.forms.contains_key(&bare) && !kept.contains(&bare)).then_some(bare)
        };
        let open = |reading: &&Reading| !marked.contains(&reading.class);
        let added = self.forms.iter().filter_map(|(form, readings)| Some((bare(form)?, readings)));
        let added = added.flat_map(|(bare, readings)| {
            readings.iter().filter(open).map(move |reading| (bare.clone(), reading.class, reading.number))
        });
        let mut added: Vec<_> = added.collect();
        added.sort_unstable();
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
            "ORDNUM",
            "HALFDEC",
            "YEARPAIR",
            "CALENDARWORD",
            "TENNUM",
            "EDGE",
            "MONTHDAY",
            "MARKED",
            "KEEPMARKS",
        ];
        let used: Vec<Class> = self.forms.values().flatten().map(|reading| reading.class).collect();
        let classes = self
            .classes
            .iter()
            .filter(|(name, class)| !used.contains(class) && !NUMBERS.contains(&name.as_str()));
        let mut names: Vec<String> = classes.map(|(name, _)| name.clone()).collect();
        names.sort();
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

    /// A class of its own for the words of an inline group, `{w we}`.
    pub(super) fn group(&mut self, entries: &str) -> Class {
        let class = self.class(entries);
        for form in entries.split_whitespace().flat_map(expand) {
            self.add(form, class, 0);
        }
        class
    }

    /// What a form, folded as a key, can be.
    #[inline]
    pub(super) fn readings(&self, form: &str) -> &[Reading] {
        // The longest word of the lists; longer tokens need no hashing.
        if form.len() > 40 {
            return &[];
        }
        self.forms.get(form).map_or(&[], Vec::as_slice)
    }
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

/// The hash of the Firefox and rustc code bases: a multiplication for every eight bytes. The table is fixed, so no
/// text can make its words collide.
#[derive(Default)]
pub(super) struct Fx(u64);

impl Fx {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95);
    }
}

impl Hasher for Fx {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.mix(u64::from_le_bytes(chunk.try_into().unwrap_or_default()));
        }
        let mut rest = [0; 8];
        for (place, byte) in rest.iter_mut().zip(chunks.remainder()) {
            *place = *byte;
        }
        self.mix(u64::from_le_bytes(rest));
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The table looks at the high bits and at the low ones; a product leaves the low ones poor.
        self.0 ^ (self.0 >> 32)
    }
}
