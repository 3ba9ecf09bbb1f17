//! Which base form of a word fits each number, gender and case best.

use super::context::Context;
use super::hypothesis::Of;
use crate::morph::Tag;

const CASES: [Tag; 7] = [Tag::NOM, Tag::GEN, Tag::DAT, Tag::ACC, Tag::INST, Tag::LOC, Tag::VOC];
/// How far behind another base form is where there is none.
pub(super) const FAR: i32 = 99;
/// Less than any score.
const LEAST: i32 = -100_000;
/// A word that cannot stand in the case that the rest stands in.
const MISFIT: i32 = -60;

/// A hypothesis with what the article says for it.
#[derive(Clone, Copy)]
pub(super) struct Weighed {
    pub(super) tag: Tag,
    pub(super) base: u16,
    pub(super) weight: i32,
    /// Genders of the full names of the article that have this base form.
    pub(super) sex: Tag,
}

impl Weighed {
    fn as_of(&self, gender: Tag) -> i32 {
        self.weight + if self.sex.has(gender) { 14 } else { 0 }
    }
}

/// The base form that fits a number, a gender and a case best, and how far the next other one is behind.
#[derive(Clone, Copy)]
pub(super) struct Fit {
    pub(super) base: u16,
    pub(super) weight: i32,
    pub(super) lead: i32,
}

impl Fit {
    /// Takes another base form where that has more for it; the later of equals.
    fn take(&mut self, base: u16, weight: i32) {
        let ahead = weight - self.weight;
        if ahead < 0 && -ahead >= self.lead {
            return;
        }
        match (ahead >= 0, self.base == base) {
            (true, true) => self.lead = (self.lead + ahead).min(FAR),
            (true, false) => self.lead = ahead,
            (false, true) => return,
            (false, false) => self.lead = -ahead,
        }
        if ahead >= 0 {
            (self.weight, self.base) = (weight, base);
        }
    }
}

/// Most cells that a word can have: two numbers, four genders.
const CELLS: usize = 2 * 4 * CASES.len();

/// The words of a name in each number and gender, which make a row, and case.
pub(super) struct Grid {
    numbers: &'static [Tag],
    genders: &'static [Tag],
    /// Row by row, word by word.
    fits: Vec<Fit>,
    /// What the words together have for each cell.
    sums: [i32; CELLS],
}

impl Grid {
    pub(super) fn new(of: Of, plural: bool, words: usize) -> Self {
        let genders: &[Tag] = match of {
            Of::Person => &[Tag::M1, Tag::F],
            Of::Thing => &[Tag::M3, Tag::F, Tag::N, Tag::M1],
        };
        let numbers: &[Tag] = if plural { &[Tag::SG, Tag::PL] } else { &[Tag::SG] };
        let cells = numbers.len() * genders.len() * CASES.len();
        Self { numbers, genders, fits: Vec::with_capacity(words * cells), sums: [0; CELLS] }
    }

    /// Number and gender of each row.
    fn rows(&self) -> impl Iterator<Item = (Tag, Tag)> + use<> {
        let Self { numbers, genders, .. } = *self;
        numbers.iter().flat_map(move |number| genders.iter().map(|gender| (*number, *gender)))
    }

    /// Adds a word.
    pub(super) fn add(&mut self, word: &[Weighed]) {
        let rows = self.rows();
        for ((number, gender), sums) in rows.zip(self.sums.chunks_exact_mut(CASES.len())) {
            let row = row(word, number, gender);
            sums.iter_mut().zip(&row).for_each(|(sum, fit)| *sum += fit.weight);
            self.fits.extend(row);
        }
    }

    /// The fits of all words in one cell.
    pub(super) fn fits(&self, cell: usize) -> impl Iterator<Item = Fit> {
        self.fits.iter().skip(cell).step_by(self.cells()).copied()
    }

    fn cells(&self) -> usize {
        self.numbers.len() * self.genders.len() * CASES.len()
    }

    /// The cell that has most for it, the first of equals.
    pub(super) fn choose(&self, context: Context) -> Choice {
        let totals = self.totals(context);
        let scores = || totals.iter().copied().take(self.cells()).enumerate();
        let (cell, best) = scores().rev().max_by_key(|x| x.1).unwrap_or_default();
        let bases = |cell| self.fits(cell).map(|fit| fit.base);
        let mut lead = FAR;
        for (at, score) in scores() {
            if best - score < lead && !bases(at).eq(bases(cell)) {
                lead = best - score;
            }
        }
        let gender = self.rows().nth(cell / CASES.len()).map_or(Tag::M1, |row| row.1);
        Choice { cell, gender, gender_open: self.is_open(&totals), lead }
    }

    /// What words and context together have for each cell.
    fn totals(&self, context: Context) -> [i32; CELLS] {
        let by_case = CASES.map(|case| context.case_score(case));
        let mut totals = self.sums;
        for ((number, gender), row) in self.rows().zip(totals.chunks_exact_mut(CASES.len())) {
            let score = context.row_score(number, gender);
            row.iter_mut().zip(by_case).for_each(|(total, case)| *total += score + case);
        }
        totals
    }

    /// Whether the second gender would do nearly as well as the first, or the other way round.
    fn is_open(&self, totals: &[i32; CELLS]) -> bool {
        let mut tops = [LEAST; 2];
        for (row, totals) in totals.chunks_exact(CASES.len()).take(self.cells() / CASES.len()).enumerate() {
            if let Some(top) = tops.get_mut(row % self.genders.len()) {
                *top = totals.iter().copied().fold(*top, i32::max);
            }
        }
        tops[0].abs_diff(tops[1]) < 8
    }
}

/// What fits best in each case.
fn row(word: &[Weighed], number: Tag, gender: Tag) -> [Fit; CASES.len()] {
    let fallback = word.iter().map(|x| (x.as_of(gender), x.base)).max_by_key(|x| x.0);
    let (weight, base) = fallback.unwrap_or_default();
    let mut row = [Fit { base, weight: weight + MISFIT, lead: FAR }; CASES.len()];
    for x in word.iter().filter(|x| x.tag.has(number) && x.tag.has(gender)) {
        let weight = x.as_of(gender);
        for (fit, case) in row.iter_mut().zip(CASES) {
            if x.tag.has(case) {
                fit.take(x.base, weight);
            }
        }
    }
    row
}

/// What was chosen.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) cell: usize,
    pub(super) gender: Tag,
    /// Whether another gender would do as well.
    pub(super) gender_open: bool,
    /// How far the best cell with other base forms is behind.
    pub(super) lead: i32,
}
