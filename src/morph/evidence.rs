//! What an article shows of words that nobody knows.
//!
//! A base form which several forms of the article may have is likely the right one: "Zełenski … Zełenskiego".

use std::collections::HashMap;

use super::form::{Form, drop_hopeless};
use super::prior::Candidate;
use crate::text::Hasher;

/// What each further form of an unknown word is worth to the base form that they may share.
const EACH: i16 = 50;

/// Further forms that count.
const COUNTED: i16 = 3;

/// The most that evidence gives to a reading.
pub(super) const MOST: i16 = EACH * COUNTED;

/// How many guessed forms of an article may have a base form.
#[derive(Default)]
pub(super) struct Evidence<'a> {
    counts: HashMap<&'a str, Count, Hasher>,
}

#[derive(Clone, Copy)]
struct Count {
    forms: i16,
    /// Number of the form counted last.
    last: u32,
}

impl<'a> Evidence<'a> {
    /// Of forms with their numbers.
    pub(super) fn of(forms: impl Iterator<Item = (u32, &'a Form)>) -> Self {
        let mut evidence = Self::default();
        for (number, form) in forms.filter(|x| x.1.is_guessed()) {
            for reading in form.guesses().map(|x| x.1) {
                let count =
                    evidence.counts.entry(reading.lemma).or_insert(Count { forms: 0, last: u32::MAX });
                if count.last != number {
                    *count = Count { forms: count.forms.saturating_add(1), last: number };
                }
            }
        }
        evidence
    }

    /// The candidates of a form with guesses, with the article's evidence, in the place of what `out` held.
    pub(super) fn candidates(&self, form: &Form, out: &mut Vec<Candidate>) {
        out.clear();
        out.extend_from_slice(form.candidates());
        for (row, reading) in form.guesses() {
            let forms = self.counts.get(reading.lemma).map_or(0, |count| count.forms);
            let gain = EACH * (forms - 1).clamp(0, COUNTED);
            let of_row = out.iter_mut().filter(|candidate| candidate.row == row);
            of_row.for_each(|candidate| candidate.score += gain);
        }
        drop_hopeless(out, 0);
    }
}
