//! What the names of an article say of one another's base forms.

use std::collections::HashMap;

use super::hypothesis::Hypotheses;
use super::lattice::Lattice;
use super::resolve::Base;
use crate::morph::Tag;
use crate::text::Hasher;

/// What the article says of a base form.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// How many forms of it the article's names have.
    forms: u32,
    /// Whether the base form itself is one of them.
    itself: bool,
    /// Genders of the full names that have it.
    pub(super) sex: Tag,
    /// Whether there is one.
    settled: bool,
    /// Whether one of them has it as its surname.
    pub(super) surname: bool,
}

/// What it says where it says nothing.
static NOTHING: Known = Known { forms: 0, itself: false, sex: Tag::IGN, settled: false, surname: false };

/// What the article's names say of each base form that their words may have.
#[derive(Debug, Default)]
pub(super) struct Evidence<'a> {
    known: Vec<Known>,
    /// Base form → its place in `known`.
    by_base: HashMap<&'a str, u32, Hasher>,
    /// Form → where the places of its base forms begin in `places`.
    forms: HashMap<&'a str, u32, Hasher>,
    places: Vec<u32>,
    /// Last words by the words before them: "Sung Ho" beside "Sung Hoa" shows what the ending is.
    by_lead: HashMap<&'a str, Vec<&'a str>, Hasher>,
}

/// Where the evidence on the base forms of a form begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Exhibit(u32);

impl Known {
    /// Whether no other form and no full name has the base form.
    fn is_silent(&self) -> bool {
        self.forms < 2 && !self.settled
    }

    /// What the other forms of the article say for a base form of one of them; `itself` where that is no other than the form.
    pub(super) fn weight(&self, itself: bool) -> i16 {
        let others = i16::try_from(self.forms.saturating_sub(1).min(2)).unwrap_or(2);
        6 * others + if self.itself && !itself { 8 } else { 0 }
    }
}

impl<'a> Evidence<'a> {
    /// Adds the forms of a name's words to those seen.
    pub(super) fn add(&mut self, lattice: &mut Lattice<'a>) {
        let lead = lattice.lead;
        let mut last = None;
        for (form, hypotheses, exhibit) in lattice.open_mut() {
            last = Some(form);
            *exhibit = self.add_form(form, hypotheses);
        }
        if let Some(last) = last.filter(|_| !lead.is_empty()) {
            let lasts = self.by_lead.entry(lead).or_default();
            if !lasts.contains(&last) {
                lasts.push(last);
            }
        }
    }

    fn add_form(&mut self, form: &'a str, hypotheses: &'a Hypotheses) -> Exhibit {
        if let Some(start) = self.forms.get(form) {
            return Exhibit(*start);
        }
        let start = narrow(self.places.len());
        self.forms.insert(form, start);
        for base in hypotheses.bases() {
            let place = self.place(base);
            self.places.push(place);
            if let Some(known) = self.known.get_mut(place as usize) {
                known.forms += 1;
                known.itself |= base == form;
            }
        }
        Exhibit(start)
    }

    fn place(&mut self, base: &'a str) -> u32 {
        let known = &mut self.known;
        *self.by_base.entry(base).or_insert_with(|| {
            known.push(NOTHING.clone());
            narrow(known.len() - 1)
        })
    }

    /// Records the words of a full name whose base form is decided.
    pub(super) fn settle(&mut self, base: &Base<'a>) {
        for (at, part) in base.parts.iter().enumerate() {
            let place = self.place(part);
            let Some(known) = self.known.get_mut(place as usize) else { continue };
            known.sex = known.sex | base.gender;
            known.settled = true;
            known.surname |= at > 0 && at + 1 == base.parts.len();
        }
    }

    /// Whether some full name of the article has this word.
    pub(super) fn is_settled(&self, base: &str) -> bool {
        let known = self.by_base.get(base).and_then(|place| self.known.get(*place as usize));
        known.is_some_and(|known| known.settled)
    }

    /// What is known of base form number `base` of a form.
    pub(super) fn of(&self, Exhibit(start): Exhibit, base: u8) -> &Known {
        let place = self.places.get(start as usize + usize::from(base));
        place.and_then(|place| self.known.get(*place as usize)).unwrap_or(&NOTHING)
    }

    /// Whether the article says nothing of the base forms of a form, of which there are so many.
    pub(super) fn is_silent(&self, Exhibit(start): Exhibit, bases: usize) -> bool {
        let start = start as usize;
        let places = self.places.get(start..start + bases).unwrap_or_default();
        places.iter().filter_map(|place| self.known.get(*place as usize)).all(Known::is_silent)
    }

    /// The words that stand behind these in the article's names.
    pub(super) fn behind(&self, lead: &str) -> &[&'a str] {
        self.by_lead.get(lead).map(Vec::as_slice).unwrap_or_default()
    }
}

fn narrow(x: usize) -> u32 {
    u32::try_from(x).unwrap_or(u32::MAX)
}
