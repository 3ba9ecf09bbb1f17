//! What the names of an article say of one another's base forms.

use std::collections::HashMap;

use super::fit::Cells;
use super::{Base, Hypotheses, Lattice, Of};
use crate::morph::Tag;
use crate::name::Gender;
use crate::name::few::Few;
use crate::span::narrow;
use crate::text::Hasher;

/// Base forms that a name adds, as a rule.
const BASES: usize = 4;
/// Base forms that there is room for from the start at most: more than most articles have. The forms of many names share
/// theirs, so that room for all of them would hold more than it saves.
const ROOM: usize = 256;

/// What the article says of a base form.
#[derive(Clone, Debug)]
pub(in crate::name) struct Known {
    /// How many forms of it the article's names have.
    forms: u32,
    /// Whether the base form itself is one of them.
    itself: bool,
    /// Cells of the genders of the full names of people that have it.
    pub(in crate::name) sex: Cells,
    /// Whether there is one.
    settled: bool,
    /// Whether one of them has it as its surname.
    pub(in crate::name) surname: bool,
}

/// What it says where it says nothing.
static NOTHING: Known = Known { forms: 0, itself: false, sex: Cells::NONE, settled: false, surname: false };

/// What the article's names say of each base form that their words may have.
#[derive(Debug, Default)]
pub(in crate::name) struct Evidence<'a> {
    known: Vec<Known>,
    /// Base form → its place in `known`.
    by_base: HashMap<&'a str, u32, Hasher>,
    /// By the numbers of the forms: where the places of the base forms of each begin in `places`, one more; 0 for a form
    /// that no name has.
    exhibits: Vec<u32>,
    places: Vec<u32>,
    /// Last words by the words before them: "Sung Ho" beside "Sung Hoa" shows what the ending is.
    by_lead: HashMap<&'a str, Few<&'a str>, Hasher>,
    /// Whether some words stand before several last words.
    is_led: bool,
}

/// What the article says of the base forms of one form.
#[derive(Clone, Copy)]
pub(in crate::name) struct Exhibit<'e> {
    /// The places of its base forms, and of those of later forms.
    places: &'e [u32],
    known: &'e [Known],
}

impl Known {
    /// Whether no other form and no full name has the base form.
    fn is_silent(&self) -> bool {
        self.forms < 2 && !self.settled
    }

    /// What the other forms of the article say for a base form of one of them; `itself` where that is no other than the form.
    pub(in crate::name) fn weight(&self, itself: bool) -> i16 {
        let others = i16::try_from(self.forms.saturating_sub(1).min(2)).unwrap_or(2);
        6 * others + if self.itself && !itself { 8 } else { 0 }
    }
}

impl<'a> Evidence<'a> {
    /// Nothing yet, with room for what so many names of a text of so many forms are likely to say.
    pub(in crate::name) fn with_room(forms: usize, names: usize) -> Self {
        let bases = names.saturating_mul(BASES).min(ROOM);
        Self {
            known: Vec::with_capacity(bases),
            by_base: HashMap::with_capacity_and_hasher(bases, Hasher::default()),
            exhibits: vec![0; forms],
            places: Vec::with_capacity(bases),
            by_lead: HashMap::with_capacity_and_hasher(names.min(ROOM) / 2, Hasher::default()),
            is_led: false,
        }
    }

    /// Adds the forms of a name's words to those seen.
    pub(in crate::name) fn add(&mut self, lattice: &Lattice<'_, 'a>) {
        for (index, hypotheses) in lattice.open() {
            self.add_form(lattice, index, hypotheses);
        }
        let lead = lattice.lead();
        let last = lattice.open().next_back().map(|(index, _)| lattice.form(index));
        let Some(last) = last.filter(|_| !lead.is_empty()) else { return };
        let lasts = self.by_lead.entry(lead).or_default();
        if !lasts.iter().any(|known| *known == last) {
            lasts.push(last);
            self.is_led |= lasts.len() > 1;
        }
    }

    fn add_form(&mut self, lattice: &Lattice<'_, 'a>, index: usize, hypotheses: &'a Hypotheses) {
        let Some(exhibit @ 0) = self.exhibits.get_mut(lattice.form_number(index) as usize) else { return };
        *exhibit = narrow(self.places.len() + 1);
        let form = lattice.form(index);
        for base in hypotheses.bases() {
            let place = self.place(base);
            self.places.push(place);
            if let Some(known) = self.known.get_mut(place as usize) {
                known.forms += 1;
                known.itself |= base == form;
            }
        }
    }

    fn place(&mut self, base: &'a str) -> u32 {
        let known = &mut self.known;
        *self.by_base.entry(base).or_insert_with(|| {
            known.push(NOTHING.clone());
            narrow(known.len() - 1)
        })
    }

    /// Records the words of a full name whose base form is decided.
    pub(in crate::name) fn settle(&mut self, base: &Base<'a>) {
        let gender = base.gender.map_or(Tag::IGN, Gender::tag);
        let sex = Cells::of_genders(gender, Of::Person);
        for (at, part) in base.parts.iter().enumerate() {
            let place = self.place(part);
            let Some(known) = self.known.get_mut(place as usize) else { continue };
            known.sex.add(sex);
            known.settled = true;
            known.surname |= at > 0 && at + 1 == base.parts.len();
        }
    }

    /// Whether some full name of the article has this word.
    pub(in crate::name) fn is_settled(&self, base: &str) -> bool {
        let known = self.by_base.get(base).and_then(|place| self.known.get(*place as usize));
        known.is_some_and(|known| known.settled)
    }

    /// What is known of the base forms of a form.
    pub(in crate::name) fn on(&self, form_number: u32) -> Exhibit<'_> {
        let start = self.exhibits.get(form_number as usize).and_then(|start| start.checked_sub(1));
        let places = start.and_then(|start| self.places.get(start as usize..)).unwrap_or_default();
        Exhibit { places, known: &self.known }
    }

    /// The words that stand in the article's names behind the same words as the last of this one, where there are several.
    pub(in crate::name) fn behind(&self, lattice: &Lattice<'_, '_>) -> Option<&Few<&'a str>> {
        if !self.is_led || lattice.len() < 2 {
            return None;
        }
        self.by_lead.get(lattice.lead()).filter(|lasts| lasts.only().is_none())
    }
}

impl<'e> Exhibit<'e> {
    fn known(&self, place: u32) -> &'e Known {
        self.known.get(place as usize).unwrap_or(&NOTHING)
    }

    /// What is known of a base form by its number among those of the form.
    pub(in crate::name) fn of(&self, base: u8) -> &'e Known {
        self.places.get(usize::from(base)).map_or(&NOTHING, |place| self.known(*place))
    }

    /// Whether the article says nothing of the base forms of the form, of which there are so many.
    pub(in crate::name) fn is_silent(&self, bases: usize) -> bool {
        self.places.iter().take(bases).all(|place| self.known(*place).is_silent())
    }
}
