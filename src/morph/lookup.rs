//! Each distinct form of a text looked up once, with the priors of its readings.

use std::collections::HashMap;

use super::agglutinate;
use super::analysis::{Sink, composed, readings, shape};
use super::forms::{FormsBuilder, Part};
use super::prior::{Candidate, Prior, Written, candidates, weigh};
use super::{Reading, Shape, Source};
use crate::lexicon::Lexicon;
use crate::text::{self, Hasher};
use crate::token::TokenKind;

/// What each further form of an unknown name is worth to the base form that they may share.
const EVIDENCE: i16 = 50;

/// Candidates this much less likely than the form's best are not looked at.
const HOPELESS: i16 = 400;

/// The forms of a text as they come.
#[derive(Default)]
pub(super) struct Lookup<'t> {
    lexicon: Option<&'t Lexicon>,
    pub(super) forms: FormsBuilder,
    seen: HashMap<&'t str, u32, Hasher>,
    /// Words that are not the first of their token have readings of their own.
    endings: HashMap<&'t str, u32, Hasher>,
    /// Of each reading, in the order of the arena.
    priors: Vec<Prior>,
    /// Of each form.
    shapes: Vec<Shape>,
}

fn index(x: usize) -> u32 {
    u32::try_from(x).unwrap_or(u32::MAX)
}

impl<'t> Lookup<'t> {
    pub(super) fn new(lexicon: Option<&'t Lexicon>) -> Self {
        Self { lexicon, ..Self::default() }
    }

    /// The number of a form.
    pub(super) fn form(&mut self, written: &'t str, kind: TokenKind) -> u32 {
        self.seen.get(written).copied().unwrap_or_else(|| self.new_form(written, kind))
    }

    pub(super) fn shape(&self, form: u32) -> Shape {
        self.shapes.get(form as usize).copied().unwrap_or(Shape::Other)
    }

    fn new_form(&mut self, written: &'t str, kind: TokenKind) -> u32 {
        let key = text::key(written);
        let ends = if kind == TokenKind::Word { self.split(written, &key) } else { Vec::new() };
        if !ends.is_empty() {
            return self.agglutinate(written, &key, &ends);
        }
        let form = self.forms.open(&key);
        let composed = composed(written);
        let mut each = |reading: Reading<'_>| self.forms.push(reading);
        readings(&composed, &key, kind, &mut Sink::new(self.lexicon, &mut each));
        self.weigh(form, &key, shape(&composed));
        self.seen.insert(written, form);
        form
    }

    /// A form of several words: its first gives the form's own readings.
    fn agglutinate(&mut self, written: &'t str, key: &str, ends: &[usize]) -> u32 {
        let mut start = 0;
        let mut parts = Vec::with_capacity(ends.len());
        for end in ends {
            let part = written.get(start..*end).unwrap_or_default();
            let form = if start == 0 { self.host(part) } else { self.ending(part) };
            parts.push(Part { form, end: index(*end) });
            start = *end;
        }
        let form = self.forms.open(key);
        for part in parts {
            self.forms.push_part(form, part);
        }
        self.shapes.push(Shape::Other);
        self.seen.insert(written, form);
        form
    }

    fn host(&mut self, part: &'t str) -> u32 {
        let key = text::key(part);
        let form = self.forms.open(&key);
        let composed = composed(part);
        let mut has_verb = false;
        let mut look = |reading: Reading<'_>| has_verb |= agglutinate::is_host(reading.tag.class());
        readings(&composed, &key, TokenKind::Word, &mut Sink::new(self.lexicon, &mut look));
        let mut each = |reading: Reading<'_>| {
            if !has_verb || agglutinate::is_host(reading.tag.class()) {
                self.forms.push(reading);
            }
        };
        readings(&composed, &key, TokenKind::Word, &mut Sink::new(self.lexicon, &mut each));
        self.weigh(form, &key, shape(&composed));
        form
    }

    fn ending(&mut self, part: &'t str) -> u32 {
        if let Some(form) = self.endings.get(part) {
            return *form;
        }
        let key = text::key(part);
        let form = self.forms.open(&key);
        let mut each = |reading: Reading<'_>| self.forms.push(reading);
        agglutinate::ending(&key, &mut Sink::new(None, &mut each));
        self.weigh(form, &key, Shape::Lower);
        self.endings.insert(part, form);
        form
    }

    fn split(&self, written: &str, key: &str) -> Vec<usize> {
        let entries = |key: &str| self.lexicon.map(|lexicon| lexicon.lookup(key)).into_iter().flatten();
        let known =
            || entries(key).any(|entry| entry.fits(written) && !agglutinate::is_composite(entry.tag()));
        let hosts =
            |base: &str| entries(&text::key(base)).any(|entry| agglutinate::is_host(entry.tag().class()));
        agglutinate::ends(written, key, known, hosts)
    }

    fn weigh(&mut self, form: u32, key: &str, shape: Shape) {
        let readings = self.forms.forms.readings(form);
        weigh(Written { key, shape }, readings, |prior| self.priors.push(prior));
        debug_assert_eq!(self.shapes.len(), form as usize);
        self.shapes.push(shape);
    }

    /// The candidates of a form, in the place of what `out` held; never none.
    pub(super) fn candidates(&self, form: u32, out: &mut Vec<Candidate>) {
        out.clear();
        let forms = &self.forms.forms;
        let priors = self.priors.get(forms.first_row(form)..).unwrap_or_default();
        for (row, (tag, prior)) in (0..).zip(forms.tags(form).zip(priors)) {
            candidates(tag, row, *prior, |candidate| out.push(candidate));
        }
        let best = out.iter().map(|candidate| candidate.score).max().unwrap_or_default();
        out.retain(|candidate| candidate.score + HOPELESS >= best);
    }

    /// What the article shows of names that nobody knows: a base form which several of its forms may have, or which
    /// stands there itself, is likely the right one ("Zełenski … Zełenskiego").
    pub(super) fn weigh_evidence(&mut self) {
        let forms = &self.forms.forms;
        let mut seen: HashMap<&str, (u32, u16), Hasher> = HashMap::default();
        let guessed = |form| (0..).zip(forms.readings(form)).filter(|x| x.1.source == Source::Guess);
        let all = 0..index(self.shapes.len());
        for form in all.clone() {
            for (_, reading) in guessed(form) {
                let (last, count) = seen.entry(reading.lemma).or_insert((u32::MAX, 0));
                if *last != form {
                    (*last, *count) = (form, count.saturating_add(1));
                }
            }
        }
        for form in all.filter(|_| !seen.is_empty()) {
            for (row, reading) in guessed(form) {
                let row: usize = row;
                let others = seen.get(reading.lemma).map_or(0, |x| x.1.saturating_sub(1).min(3));
                if let Some(prior) = self.priors.get_mut(forms.first_row(form) + row) {
                    prior.score += i16::try_from(others).unwrap_or(0) * EVIDENCE;
                }
            }
        }
    }
}
