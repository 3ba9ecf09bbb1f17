//! Which base form of a word fits each number, gender and case best.

use std::borrow::Cow;

use super::context::Context;
use super::hypothesis::Of;
use crate::morph::Tag;

const CASES: [Tag; 7] = [Tag::NOM, Tag::GEN, Tag::DAT, Tag::ACC, Tag::INST, Tag::LOC, Tag::VOC];
/// How far behind another base form is where there is none.
pub(super) const FAR: i8 = 99;
/// Less than any score.
const LEAST: i16 = i16::MIN / 2;
/// A word that cannot stand in the case that the rest stands in.
const MISFIT: i16 = -60;

/// The cases of a tag as bits in the order of [`CASES`], side by side as they are in the tag.
fn case_bits(tag: Tag) -> u64 {
    tag.common(tag, Tag::CASES).bits() >> Tag::NOM.bits().trailing_zeros()
}

/// A hypothesis with what the article says for it.
#[derive(Clone, Copy)]
pub(super) struct Weighed {
    pub(super) tag: Tag,
    pub(super) base: u8,
    pub(super) weight: i16,
    /// Genders of the full names of the article that have this base form.
    pub(super) sex: Tag,
}

impl Weighed {
    fn as_of(&self, gender: Tag) -> i16 {
        self.weight + if self.sex.has(gender) { 14 } else { 0 }
    }
}

/// The base form that fits a number, a gender and a case best, and how far the next other one is behind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    weight: i16,
    pub(super) base: u8,
    pub(super) lead: i8,
}

impl Fit {
    /// Takes another base form where that has more for it; the later of equals.
    fn take(&mut self, base: u8, weight: i16) {
        let ahead = weight - self.weight;
        if ahead < 0 && -ahead >= self.lead.into() {
            return;
        }
        let lead = match (ahead >= 0, self.base == base) {
            (true, true) => ahead.saturating_add(self.lead.into()),
            (false, true) => return,
            (_, false) => ahead.abs(),
        };
        self.lead = i8::try_from(lead.min(FAR.into())).unwrap_or(FAR);
        if ahead >= 0 {
            (self.weight, self.base) = (weight, base);
        }
    }
}

fn numbers(plural: bool) -> &'static [Tag] {
    if plural { &[Tag::SG, Tag::PL] } else { &[Tag::SG] }
}

fn genders(of: Of) -> &'static [Tag] {
    match of {
        Of::Person => &[Tag::M1, Tag::F],
        Of::Thing => &[Tag::M3, Tag::F, Tag::N, Tag::M1],
    }
}

/// Most cells that a word can have: two numbers, four genders, all cases.
const CELLS: usize = 2 * 4 * CASES.len();

/// What fits a word best: a row of [`CASES`] for each number and gender.
#[derive(Clone, Debug)]
pub(super) struct Fits([Fit; CELLS]);

impl Default for Fits {
    fn default() -> Self {
        Self::NONE
    }
}

impl Fits {
    pub(super) const NONE: Self = Self([Fit { base: 0, weight: 0, lead: FAR }; CELLS]);

    /// The fits of a word in a name of this kind; those of a plural only where one is asked for.
    pub(super) fn of(word: &[Weighed], of: Of, plural: bool) -> Self {
        let mut fits = Self::NONE;
        let (numbers, genders) = (numbers(plural), genders(of));
        for (rank, gender) in genders.iter().enumerate() {
            let rows = fits.0.chunks_exact_mut(CASES.len()).skip(rank).step_by(genders.len());
            fill(rows.zip(numbers), word, *gender);
        }
        fits
    }
}

/// Finds what fits best in each case of a gender, a row for each number.
fn fill<'f>(rows: impl Iterator<Item = (&'f mut [Fit], &'static Tag)>, word: &[Weighed], gender: Tag) {
    // What stands where nothing fits: the likeliest base form.
    let likeliest = word.iter().map(|x| (x.as_of(gender), x.base)).max_by_key(|x| x.0);
    let (weight, base) = likeliest.unwrap_or_default();
    for (row, number) in rows {
        row.fill(Fit { base, weight: weight + MISFIT, lead: FAR });
        for x in word.iter().filter(|x| x.tag.has(*number) && x.tag.has(gender)) {
            let (weight, mut cases) = (x.as_of(gender), case_bits(x.tag));
            while cases != 0 {
                if let Some(fit) = row.get_mut(cases.trailing_zeros() as usize) {
                    fit.take(x.base, weight);
                }
                cases &= cases - 1;
            }
        }
    }
}

/// The words of a name in each number, gender and case.
pub(super) struct Grid<'w> {
    numbers: &'static [Tag],
    genders: &'static [Tag],
    words: Vec<Cow<'w, Fits>>,
    /// What the words together have for each cell.
    sums: [i16; CELLS],
}

impl<'w> Grid<'w> {
    pub(super) fn new(of: Of, plural: bool, words: usize) -> Self {
        let words = Vec::with_capacity(words);
        Self { numbers: numbers(plural), genders: genders(of), words, sums: [0; CELLS] }
    }

    fn cells(&self) -> usize {
        self.numbers.len() * self.genders.len() * CASES.len()
    }

    /// Number and gender of each row.
    fn rows(&self) -> impl Iterator<Item = (Tag, Tag)> + use<> {
        let Self { numbers, genders, .. } = *self;
        numbers.iter().flat_map(move |number| genders.iter().map(|gender| (*number, *gender)))
    }

    /// Adds a word.
    pub(super) fn add(&mut self, word: Cow<'w, Fits>) {
        self.sums.iter_mut().zip(&word.0).for_each(|(sum, fit)| *sum += fit.weight);
        self.words.push(word);
    }

    /// The fits of all words in one cell.
    pub(super) fn fits(&self, cell: usize) -> impl Iterator<Item = &Fit> {
        self.words.iter().filter_map(move |word| word.0.get(cell))
    }

    /// The cell that has most for it, the first of equals.
    pub(super) fn choose(&self, context: Context) -> Choice {
        let totals = self.totals(context);
        let scores = totals.get(..self.cells()).unwrap_or_default();
        let best = scores.iter().copied().fold(LEAST, i16::max);
        let cell = scores.iter().position(|score| *score == best).unwrap_or_default();
        let lead =
            self.words.iter().map(|word| behind(&word.0, cell, scores, best)).fold(FAR.into(), i16::min);
        let gender = self.rows().nth(cell / CASES.len()).map_or(Tag::M1, |row| row.1);
        Choice { cell, gender, gender_open: self.is_open(&totals), lead }
    }

    /// What words and context together have for each cell.
    fn totals(&self, context: Context) -> [i16; CELLS] {
        let by_case = CASES.map(|case| context.case_score(case));
        let mut totals = self.sums;
        for ((number, gender), row) in self.rows().zip(totals.chunks_exact_mut(CASES.len())) {
            let score = context.row_score(number, gender);
            row.iter_mut().zip(by_case).for_each(|(total, case)| *total += score + case);
        }
        totals
    }

    /// Whether a person's other gender would do nearly as well.
    fn is_open(&self, totals: &[i16; CELLS]) -> bool {
        let rows = || totals.get(..self.cells()).unwrap_or_default().chunks_exact(CASES.len());
        let top = |rank| rows().skip(rank).step_by(self.genders.len()).flatten().max();
        let (Some(first), Some(second)) = (top(0), top(1)) else { return true };
        first.abs_diff(*second) < 8
    }
}

/// How far behind the best score the best of the cells is where a word has another base form than in `cell`.
fn behind(fits: &[Fit], cell: usize, scores: &[i16], best: i16) -> i16 {
    let base = fits.get(cell).map_or(0, |fit| fit.base);
    let others = fits.iter().zip(scores).filter(|(fit, _)| fit.base != base);
    others.map(|(_, score)| best - score).fold(FAR.into(), i16::min)
}

/// What was chosen.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) cell: usize,
    pub(super) gender: Tag,
    /// Whether another gender would do as well.
    pub(super) gender_open: bool,
    /// How far the best cell with other base forms is behind.
    pub(super) lead: i16,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_bits_in_their_order() {
        for (at, case) in CASES.into_iter().enumerate() {
            assert_eq!(case_bits(Tag::SG | case | Tag::F), 1 << at);
        }
    }
}
