//! What an article shows of words that nobody knows.
//!
//! A base form which several forms of the article may have is likely the right one: "Zełenski … Zełenskiego".

use std::collections::HashMap;

use crate::morph::form::{Form, HOPELESS};
use crate::morph::prior::Candidate;
use crate::text::Hasher;

/// What each further form of an unknown word is worth to the base form that they may share.
const EACH: i16 = 50;

/// Further forms that count.
const COUNTED: i16 = 3;

/// The most that evidence gives to a reading.
pub(in crate::morph) const MOST: i16 = EACH * COUNTED;

/// How many guessed forms of an article may have a base form.
#[derive(Default)]
pub(in crate::morph) struct Evidence<'a> {
    counts: HashMap<&'a str, Count, Hasher>,
}

#[derive(Clone, Copy)]
struct Count {
    forms: i16,
    /// Number of the form counted last.
    last: u32,
}

/// Those of candidates, the likeliest first, that are not hopeless.
fn likely(candidates: &[Candidate]) -> &[Candidate] {
    let best = candidates.first().map_or(0, |candidate| candidate.score);
    candidates.get(..candidates.partition_point(|x| x.score + HOPELESS >= best)).unwrap_or_default()
}

impl<'a> Evidence<'a> {
    /// Of forms with guesses, with their numbers.
    pub(in crate::morph) fn of(forms: impl Iterator<Item = (u32, &'a Form)>) -> Self {
        let mut evidence = Self::default();
        for (number, form) in forms {
            let mut lemma = "";
            for reading in form.guesses().map(|x| x.1) {
                // Readings of one lemma come together.
                if std::mem::replace(&mut lemma, reading.lemma) == reading.lemma {
                    continue;
                }
                let count =
                    evidence.counts.entry(reading.lemma).or_insert(Count { forms: 0, last: u32::MAX });
                if count.last != number {
                    *count = Count { forms: count.forms.saturating_add(1), last: number };
                }
            }
        }
        evidence
    }

    /// The candidates of a form with guesses, with the article's evidence, the likeliest first; `out` is there to hold them.
    pub(in crate::morph) fn candidates<'b>(
        &self,
        form: &'b Form,
        out: &'b mut Vec<Candidate>,
    ) -> &'b [Candidate] {
        out.clear();
        let (mut lemma, mut gain) = ("", 0);
        for (row, reading) in form.guesses() {
            // Readings of one lemma come together.
            if reading.lemma != lemma {
                (lemma, gain) = (reading.lemma, self.gain(reading.lemma));
            }
            if gain > 0 {
                if out.is_empty() {
                    out.extend_from_slice(form.candidates());
                }
                let of_row = out.iter_mut().filter(|candidate| candidate.row == row);
                of_row.for_each(|candidate| candidate.score += gain);
            }
        }
        if out.is_empty() {
            return likely(form.candidates());
        }
        out.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
        likely(out)
    }

    /// What the article's other forms are worth to a base form.
    fn gain(&self, lemma: &str) -> i16 {
        let forms = self.counts.get(lemma).map_or(0, |count| count.forms);
        EACH * (forms - 1).clamp(0, COUNTED)
    }
}
