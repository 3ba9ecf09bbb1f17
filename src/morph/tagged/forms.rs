//! The distinct forms of a text.

use std::sync::Arc;

use super::{Reading, Shape, Tagged};
use crate::morph::Tag;
use crate::morph::form::{Form, Keep, Readings, ReadingsFrom, Stage};
use crate::morph::vocabulary::{Spelling, Vocabulary};
use crate::span::narrow;
use crate::token::TokenKind;

/// A distinct form of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WrittenForm<'a>(&'a Form);

impl<'a> WrittenForm<'a> {
    pub(crate) fn written(self) -> &'a str {
        self.0.written()
    }

    /// NFC, lower case, without invisible characters.
    pub(crate) fn key(self) -> &'a str {
        self.0.key()
    }

    pub(crate) fn kind(self) -> TokenKind {
        self.0.kind()
    }

    pub(crate) fn shape(self) -> Shape {
        self.0.shape()
    }

    /// All readings of its (first) word in an order that no context has changed.
    pub(crate) fn readings(self) -> Readings<'a> {
        self.0.word(0).readings()
    }

    /// The same, the one that was chosen for a token first.
    pub(crate) fn readings_at(self, tagged: &Tagged<'_>, token: usize) -> ReadingsFrom<'a> {
        self.0.word(0).readings_from(tagged.columns.row(token))
    }

    /// The reading that was chosen for a token.
    pub(crate) fn chosen(self, tagged: &Tagged<'_>, token: usize) -> Option<Reading<'a>> {
        self.0.word(0).reading(tagged.columns.row(token))
    }

    /// What a later stage keeps with the form for all articles; it must depend on nothing but the form.
    pub(crate) fn kept<T: Keep + Default>(self) -> Option<&'a T> {
        self.0.note().kept()
    }

    /// Bits that a later stage notes of the form by itself; `make` works them out where no article has asked before. They
    /// must depend on nothing but the form.
    #[inline]
    pub(crate) fn note(self, stage: Stage, make: impl FnOnce(Self) -> u32) -> u32 {
        self.0.note().bits(stage, || make(self))
    }
}

/// The distinct forms of a text: numbers of a vocabulary that many texts share, and forms that found no place there.
#[derive(Debug, Clone, Default)]
pub(in crate::morph) struct Forms {
    vocabulary: Option<Arc<Vocabulary>>,
    places: Vec<Place>,
    own: Vec<Form>,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    Shared(u32),
    Own(u32),
}

impl Forms {
    /// With room for as many forms as a text is likely to have.
    pub(in crate::morph) fn new(vocabulary: &Arc<Vocabulary>, likely: usize) -> Self {
        Self { vocabulary: Some(Arc::clone(vocabulary)), places: Vec::with_capacity(likely), own: Vec::new() }
    }

    /// Adds a form by its number in the vocabulary.
    #[inline]
    pub(in crate::morph) fn push_shared(&mut self, number: u32) -> u32 {
        self.push(Place::Shared(number))
    }

    /// Adds a form that has no place there.
    pub(in crate::morph) fn push_own(&mut self, form: Form) -> u32 {
        self.own.push(form);
        self.push(Place::Own(narrow(self.own.len() - 1)))
    }

    #[inline]
    fn push(&mut self, place: Place) -> u32 {
        self.places.push(place);
        narrow(self.places.len() - 1)
    }

    pub(in crate::morph) fn get(&self, form: u32) -> Option<&Form> {
        self.at(*self.places.get(form as usize)?)
    }

    #[inline]
    fn at(&self, place: Place) -> Option<&Form> {
        match place {
            Place::Shared(number) => self.vocabulary.as_ref()?.get(number),
            Place::Own(own) => self.own.get(own as usize),
        }
    }

    /// All forms as the later stages read them.
    pub(super) fn written(&self) -> Vec<WrittenForm<'_>> {
        let mut forms = Vec::with_capacity(self.places.len());
        forms.extend(self.iter().map(WrittenForm));
        forms
    }

    /// A tag and its features as they are written, where the vocabulary keeps them.
    pub(super) fn spelling(&self, tag: Tag, lemma: &str) -> Option<&Spelling> {
        self.vocabulary.as_ref()?.spelling(tag, lemma)
    }

    /// All forms by their numbers.
    pub(in crate::morph) fn iter(&self) -> impl Iterator<Item = &Form> {
        self.places.iter().filter_map(|place| self.at(*place))
    }
}
