//! Which base form of a word fits each number, gender and case best.

use std::borrow::Cow;

use super::{Context, Of};
use crate::morph::Tag;

const CASES: [Tag; 7] = [Tag::NOM, Tag::GEN, Tag::DAT, Tag::ACC, Tag::INST, Tag::LOC, Tag::VOC];
/// How far behind another base form is where there is none.
pub(in crate::name) const FAR: i8 = 99;
/// Less than any score.
const LEAST: i16 = i16::MIN / 2;
/// A word that cannot stand in the case that the rest stands in.
const MISFIT: i16 = -60;

/// Cells of a row: one for each case and one that nothing stands in, so that a row is a power of two.
const ROW: usize = 8;
/// Most cells that a word can have: two numbers, four genders, all cases.
const CELLS: usize = 2 * 4 * ROW;

/// The cases of a tag as bits in the order of [`CASES`], side by side as they are in the tag.
pub(in crate::name) fn case_bits(tag: Tag) -> u8 {
    let [bits, ..] = (tag.common(tag, Tag::CASES).bits() >> Tag::NOM.bits().trailing_zeros()).to_le_bytes();
    bits
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

/// Number and gender of each row, in order.
fn rows(of: Of) -> impl Iterator<Item = (Tag, Tag)> {
    numbers(true).iter().flat_map(move |number| genders(of).iter().map(|gender| (*number, *gender)))
}

/// Cells as bits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::name) struct Cells(u64);

impl Cells {
    pub(in crate::name) const NONE: Self = Self(0);

    /// Those of a tag that names numbers, genders and cases.
    pub(in crate::name) fn of(tag: Tag, of: Of) -> Self {
        Self::rows(
            of,
            |number, gender| if tag.has(number) && tag.has(gender) { case_bits(tag).into() } else { 0 },
        )
    }

    /// Those of some genders in every number and case.
    pub(in crate::name) fn of_genders(genders: Tag, of: Of) -> Self {
        Self::rows(of, |_, gender| if genders.has(gender) { (1 << ROW) - 1 } else { 0 })
    }

    fn rows(of: Of, row: impl Fn(Tag, Tag) -> u64) -> Self {
        let rows = (0..).step_by(ROW).zip(rows(of));
        Self(rows.fold(0, |cells, (at, (number, gender))| cells | row(number, gender) << at))
    }

    pub(in crate::name) fn add(&mut self, more: Self) {
        self.0 |= more.0;
    }

    fn has(self, cell: usize) -> bool {
        self.0 >> cell & 1 == 1
    }

    fn for_each(self, mut each: impl FnMut(usize)) {
        let mut rest = self.0;
        while rest != 0 {
            each(rest.trailing_zeros() as usize);
            rest &= rest - 1;
        }
    }
}

/// A hypothesis with what the article says for it.
#[derive(Clone, Copy)]
pub(in crate::name) struct Weighed {
    pub(in crate::name) cells: Cells,
    pub(in crate::name) base: u8,
    pub(in crate::name) weight: i16,
    /// Cells of the genders of the full names of the article that have this base form.
    pub(in crate::name) sex: Cells,
}

impl Weighed {
    fn weight_in(&self, cell: usize) -> i16 {
        self.weight + if self.sex.has(cell) { 14 } else { 0 }
    }
}

/// For each number, gender and case the base form that fits it best, and how far the next other one is behind. The columns
/// stand apart, since each is gone through by itself.
#[derive(Clone, Debug)]
pub(in crate::name) struct Fits {
    weights: [i16; CELLS],
    bases: [u8; CELLS],
    leads: [i8; CELLS],
}

impl Default for Fits {
    fn default() -> Self {
        Self::NONE
    }
}

impl Fits {
    pub(in crate::name) const NONE: Self =
        Self { weights: [0; CELLS], bases: [0; CELLS], leads: [FAR; CELLS] };

    /// The fits of a word in a name of this kind.
    pub(in crate::name) fn of(word: impl Iterator<Item = Weighed> + Clone, of: Of) -> Self {
        let mut fits = Self::NONE;
        // Where no full name tells a gender, one base form is the likeliest in all of them.
        let is_told = word.clone().any(|x| x.sex != Cells::NONE);
        let genders = if is_told { genders(of).len() } else { 1 };
        for gender in 0..genders {
            fits.expect(word.clone(), gender, genders);
        }
        for x in word {
            x.cells.for_each(|cell| fits.take(cell, x.base, x.weight_in(cell)));
        }
        fits
    }

    /// What stands in a gender where nothing fits: the likeliest base form.
    fn expect(&mut self, word: impl Iterator<Item = Weighed>, gender: usize, genders: usize) {
        let likeliest = word.map(|x| (x.weight_in(gender * ROW), x.base)).max_by_key(|x| x.0);
        let (weight, base) = likeliest.unwrap_or_default();
        let weights = self.weights.chunks_exact_mut(ROW).skip(gender).step_by(genders);
        let bases = self.bases.chunks_exact_mut(ROW).skip(gender).step_by(genders);
        for (weights, bases) in weights.zip(bases) {
            weights.fill(weight + MISFIT);
            bases.fill(base);
        }
    }

    /// Takes another base form for a cell where that has more for it; the later of equals.
    fn take(&mut self, cell: usize, new_base: u8, new_weight: i16) {
        let Some(((weight, base), lead)) =
            self.weights.get_mut(cell).zip(self.bases.get_mut(cell)).zip(self.leads.get_mut(cell))
        else {
            return;
        };
        let ahead = new_weight - *weight;
        if ahead < 0 && -ahead >= (*lead).into() {
            return;
        }
        let new_lead = match (ahead >= 0, *base == new_base) {
            (true, true) => ahead.saturating_add((*lead).into()),
            (false, true) => return,
            (_, false) => ahead.abs(),
        };
        *lead = i8::try_from(new_lead.min(FAR.into())).unwrap_or(FAR);
        if ahead >= 0 {
            (*weight, *base) = (new_weight, new_base);
        }
    }

    /// Base form and lead in one cell.
    pub(in crate::name) fn at(&self, cell: usize) -> Option<(u8, i8)> {
        Some((*self.bases.get(cell)?, *self.leads.get(cell)?))
    }

    /// How far behind the best score the best of the cells is where the word has another base form than in `cell`.
    fn behind(&self, cell: usize, scores: &[i16], best: i16) -> i16 {
        let base = self.bases.get(cell).copied().unwrap_or_default();
        let scores = self.bases.iter().zip(scores);
        let other =
            scores.map(|(other, score)| if *other == base { LEAST } else { *score }).fold(LEAST, i16::max);
        (best - other).min(FAR.into())
    }
}

/// The cell in which the words of a name together have most for them, the first of equals.
pub(in crate::name) fn choose(words: &[Cow<'_, Fits>], of: Of, plural: bool, context: Context) -> Choice {
    let (numbers, genders) = (numbers(plural), genders(of));
    let mut totals = context_scores(numbers, genders, context);
    for word in words {
        totals.iter_mut().zip(&word.weights).for_each(|(total, weight)| *total += weight);
    }
    let scores = totals.get(..numbers.len() * genders.len() * ROW).unwrap_or_default();
    let best = scores.iter().copied().fold(LEAST, i16::max);
    let cell = scores.iter().position(|score| *score == best).unwrap_or_default();
    let lead = words.iter().map(|word| word.behind(cell, scores, best)).fold(FAR.into(), i16::min);
    let gender = genders.get(cell / ROW % genders.len()).copied().unwrap_or(Tag::M1);
    Choice { cell, gender, gender_open: is_open(scores, genders.len()), lead }
}

/// What the context has for each cell.
fn context_scores(numbers: &[Tag], genders: &[Tag], context: Context) -> [i16; CELLS] {
    let mut by_case = [LEAST; ROW];
    by_case.iter_mut().zip(CASES).for_each(|(score, case)| *score = context.case_score(case));
    let mut scores = [0; CELLS];
    for (number, rows) in numbers.iter().zip(scores.chunks_exact_mut(genders.len() * ROW)) {
        for (gender, row) in genders.iter().zip(rows.chunks_exact_mut(ROW)) {
            let by_row = context.row_score(*number, *gender);
            row.iter_mut().zip(&by_case).for_each(|(score, by_case)| *score = by_row + by_case);
        }
    }
    scores
}

/// Whether a person's other gender would do nearly as well.
fn is_open(scores: &[i16], genders: usize) -> bool {
    let mut tops = [LEAST; 2];
    for rows in scores.chunks_exact(genders * ROW) {
        for (top, row) in tops.iter_mut().zip(rows.chunks_exact(ROW)) {
            *top = row.iter().copied().fold(*top, i16::max);
        }
    }
    let [first, second] = tops;
    first.abs_diff(second) < 8
}

/// What was chosen.
#[derive(Clone, Copy)]
pub(in crate::name) struct Choice {
    pub(in crate::name) cell: usize,
    pub(in crate::name) gender: Tag,
    /// Whether another gender would do as well.
    pub(in crate::name) gender_open: bool,
    /// How far the best cell with other base forms is behind.
    pub(in crate::name) lead: i16,
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
