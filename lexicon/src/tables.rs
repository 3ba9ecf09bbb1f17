//! Analyses as numbers, sets of them as bytes.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use anyhow::{Context, Result, ensure};
use depesza::lexicon::Tag;

use crate::layout::write_varint;
use crate::sgjp::Capitals;
use crate::trim::{Analysis, Rule};

/// Values in the order of their first appearance, each with its number.
struct Numbered<T> {
    values: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { values: Vec::new(), numbers: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Numbered<T> {
    fn number(&mut self, value: &T) -> u32 {
        if let Some(number) = self.numbers.get(value) {
            return *number;
        }
        let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.values.push(value.clone());
        self.numbers.insert(value.clone(), number);
        number
    }
}

/// The sets of analyses met so far.
#[derive(Default)]
pub struct Sets {
    analyses: Numbered<Analysis>,
    sets: Numbered<Vec<u32>>,
}

impl Sets {
    /// The number of a set.
    pub fn number(&mut self, analyses: &[Analysis]) -> u32 {
        let set = analyses.iter().map(|x| self.analyses.number(x)).collect();
        self.sets.number(&set)
    }

    /// How many sets there are.
    pub fn len(&self) -> usize {
        self.sets.values.len()
    }

    /// The numbers of the analyses of a set.
    pub fn members(&self, set: usize) -> &[u32] {
        &self.sets.values[set]
    }

    /// An analysis by its number.
    pub fn analysis(&self, number: u32) -> &Analysis {
        &self.analyses.values[number as usize]
    }

    /// The number of an analysis that is in some set.
    pub fn find(&self, analysis: &Analysis) -> Option<u32> {
        self.analyses.numbers.get(analysis).copied()
    }

    /// Encodes everything; `mentions` counts how often each set is mentioned in the automaton.
    pub fn encode(&self, mentions: &[u32]) -> Result<Tables> {
        let order = by_frequency(&self.uses());
        let mut tables = Tables { places: vec![0; order.len()], ..Tables::default() };
        for (k, analysis) in order.iter().enumerate() {
            tables.places[*analysis] = u32::try_from(k)?;
            tables.push(&self.analyses.values[*analysis])?;
        }
        tables.set_offsets = vec![0; self.sets.values.len()];
        for set in by_frequency(mentions) {
            tables.set_offsets[set] = u32::try_from(tables.sets.len())?;
            let members = &self.sets.values[set];
            for (k, analysis) in members.iter().enumerate() {
                let last = u32::from(k + 1 == members.len());
                write_varint(tables.places[*analysis as usize] * 2 + last, &mut tables.sets);
            }
        }
        Ok(tables)
    }

    fn uses(&self) -> Vec<u32> {
        let mut uses = vec![0; self.analyses.values.len()];
        for analysis in self.sets.values.iter().flatten() {
            uses[*analysis as usize] += 1;
        }
        uses
    }
}

fn by_frequency(counts: &[u32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|k| (std::cmp::Reverse(counts[*k]), *k));
    order
}

/// The tables of the file.
#[derive(Default)]
pub struct Tables {
    /// Where each set stands in `sets`.
    pub set_offsets: Vec<u32>,
    /// Where each analysis stands in `analyses`.
    pub places: Vec<u32>,
    /// Sets: numbers of analyses, doubled, plus one on the last of a set.
    pub sets: Vec<u8>,
    /// Analyses: rule, tag, kind.
    pub analyses: Vec<u8>,
    rules: Numbered<Rule>,
    tags: Numbered<Tag>,
    kinds: Numbered<(u8, bool, u8, u8)>,
    cases: Numbered<Capitals>,
}

impl Tables {
    /// Writes one analysis.
    pub fn push(&mut self, analysis: &Analysis) -> Result<()> {
        let case = u8::try_from(self.cases.number(&analysis.form_case))?;
        let lemma_case = u8::try_from(self.cases.number(&analysis.lemma_case))?;
        let kind = self.kinds.number(&(analysis.name as u8, analysis.marked, case, lemma_case));
        let rule = u16::try_from(self.rules.number(&analysis.rule))?;
        let tag = u16::try_from(self.tags.number(&analysis.tag))?;
        self.analyses.extend_from_slice(&rule.to_le_bytes());
        self.analyses.extend_from_slice(&tag.to_le_bytes());
        self.analyses.push(u8::try_from(kind).context("too many kinds")?);
        Ok(())
    }

    /// Rules: characters cut in front and at the end, bytes added and where they stand among the additions.
    pub fn rules(&self) -> Result<(Vec<u8>, Vec<u8>)> {
        let (mut rules, mut additions) = (Vec::new(), String::new());
        let mut starts: BTreeMap<&str, u16> = BTreeMap::new();
        for rule in &self.rules.values {
            let start = match starts.get(rule.add.as_str()) {
                Some(start) => *start,
                None => {
                    let start = u16::try_from(additions.len())?;
                    additions.push_str(&rule.add);
                    starts.insert(&rule.add, start);
                    start
                }
            };
            rules.extend_from_slice(&[rule.prefix_cut, rule.suffix_cut, u8::try_from(rule.add.len())?]);
            rules.extend_from_slice(&start.to_le_bytes());
        }
        ensure!(additions.len() < 0x1_0000, "too many additions");
        Ok((rules, additions.into_bytes()))
    }

    /// Tags as bits.
    pub fn tags(&self) -> Vec<u8> {
        self.tags.values.iter().flat_map(|x| x.bits().to_le_bytes()).collect()
    }

    /// Kinds: name class, mark, case pattern of the form and of the lemma.
    pub fn kinds(&self) -> Vec<u8> {
        self.kinds.values.iter().flat_map(|x| [x.0, u8::from(x.1), x.2, x.3]).collect()
    }

    /// Case patterns as bits.
    pub fn cases(&self) -> Vec<u8> {
        self.cases.values.iter().flat_map(|x| x.0.to_le_bytes()).collect()
    }
}
