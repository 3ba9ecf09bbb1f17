//! All forms of the dictionary, sorted, each with its set of analyses.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use crate::sgjp::Sgjp;
use crate::tables::Sets;
use crate::trim::Trim;

/// What is kept of a release.
pub struct Forms {
    /// The letters, the most frequent first: the code of a letter is its place.
    pub alphabet: Vec<char>,
    /// Forms as codes of letters, in order, each with the number of its set.
    pub coded: Vec<(Vec<u8>, u32)>,
    /// The sets.
    pub sets: Sets,
}

/// Stands in endings for the beginning of a word; it is the last letter of the alphabet.
const BOUNDARY: char = ' ';

impl Forms {
    /// The code of the beginning of a word.
    pub fn boundary(&self) -> u8 {
        u8::try_from(self.alphabet.len() - 1).unwrap_or(u8::MAX)
    }
}

/// Decodes and trims the release.
pub fn collect(sgjp: &Sgjp<'_>) -> Result<Forms> {
    let trim = Trim::new(sgjp);
    let mut sets = Sets::default();
    let mut forms: Vec<(String, u32)> = Vec::new();
    let (mut keys, mut records) = (0, 0);
    sgjp.for_each(|key, stored| {
        keys += 1;
        records += stored.len();
        let analyses = trim.analyses(key, &stored)?;
        if !analyses.is_empty() {
            forms.push((key.replace('’', "'"), sets.number(&analyses)));
        }
        Ok(())
    })?;
    ensure!(
        (keys, records) == (crate::KEYS, crate::RECORDS),
        "{keys} keys and {records} records in the release"
    );

    let alphabet = alphabet(&forms);
    let mut coded = Vec::with_capacity(forms.len());
    for (form, set) in forms {
        coded.push((code(&form, &alphabet)?, set));
    }
    coded.sort();
    coded.dedup_by(|a, b| a.0 == b.0);
    println!("{keys} keys, {records} records; {} forms kept", coded.len());
    Ok(Forms { alphabet, coded, sets })
}

fn alphabet(forms: &[(String, u32)]) -> Vec<char> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for letter in forms.iter().flat_map(|x| x.0.chars()) {
        *counts.entry(letter).or_default() += 1;
    }
    let mut alphabet: Vec<char> = counts.keys().copied().collect();
    alphabet.sort_by_key(|x| std::cmp::Reverse(counts[x]));
    alphabet.push(BOUNDARY);
    alphabet
}

fn code(form: &str, alphabet: &[char]) -> Result<Vec<u8>> {
    let place = |letter| alphabet.iter().position(|x| *x == letter).context("a letter outside the alphabet");
    form.chars().map(|letter| Ok(u8::try_from(place(letter)?)?)).collect()
}
