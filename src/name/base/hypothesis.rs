//! What base forms a word of a name may have: worked out once for each form and kept with it for all articles.

use once_cell::race::OnceBox;

use super::fit::{Cells, Fits, Weighed};
use crate::morph::{Class, Tag, WrittenForm};
use crate::name::kept::Kept;
use crate::span::narrow;

/// What the name is of: decides which endings and which genders can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::name) enum Of {
    Person,
    Thing,
}

/// How much of a name's word a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::name) enum Part {
    Whole,
    /// The first half of a double name.
    Half,
}

/// A base form that a word may have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::name) struct Hypothesis {
    /// Number, cases and genders in which the form is one of this base.
    pub(in crate::name) tag: Tag,
    /// The same as cells of what fits a name of one kind.
    pub(in crate::name) cells: Cells,
    /// The base form, by its number among those of the word.
    pub(in crate::name) base: u8,
    /// Higher is likelier; tenths.
    pub(in crate::name) weight: i16,
    /// Whether the dictionary or the list of given names holds it.
    pub(in crate::name) known: bool,
    /// Whether they hold it as a given name.
    pub(in crate::name) given: bool,
    /// Whether the base form is the form itself.
    pub(in crate::name) itself: bool,
}

/// All that a form may be as a word in a name.
#[derive(Debug, Default)]
pub(in crate::name) struct Hypotheses {
    bases: Bases,
    all: Vec<Hypothesis>,
    /// Whether some of them is a plural.
    plural: bool,
    /// Whether the dictionary or the list of given names holds some of them.
    known: bool,
    /// Whether the form is that of a Ukrainian surname.
    eastern: bool,
    agreement: Agreement,
    /// What fits best where the article says nothing.
    fits: Fits,
    /// The same where it is the first of several words, for each [`First`].
    first_fits: [OnceBox<Fits>; First::ALL],
}

static NONE: Hypotheses = Hypotheses {
    bases: Bases::NONE,
    all: Vec::new(),
    plural: false,
    known: false,
    eastern: false,
    agreement: Agreement::NONE,
    fits: Fits::NONE,
    first_fits: [const { OnceBox::new() }; First::ALL],
};

/// What the last word of a name says of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::name) struct First {
    /// The last word is one that nobody knows.
    pub(in crate::name) foreign: bool,
    /// The last word is a Ukrainian surname.
    pub(in crate::name) eastern: bool,
}

impl First {
    const ALL: usize = 4;

    fn number(self) -> usize {
        usize::from(self.foreign) + 2 * usize::from(self.eastern)
    }
}

/// Cases and genders of the hypotheses that the dictionary or the list of given names holds.
#[derive(Debug)]
struct Agreement {
    known: Tag,
    /// Of those that they hold as given names.
    given: Tag,
}

impl Agreement {
    const NONE: Self = Self { known: Tag::IGN, given: Tag::IGN };

    fn add(&mut self, x: &Hypothesis) {
        let wanted = Tag::CASES | Tag::GENDERS;
        for (of, counts) in [(&mut self.known, x.known), (&mut self.given, x.given)] {
            if counts {
                *of = *of | x.tag.common(wanted, wanted);
            }
        }
    }
}

impl Default for Agreement {
    fn default() -> Self {
        Self::NONE
    }
}

/// Base forms, one behind the other in one text.
#[derive(Debug, Default)]
struct Bases {
    text: String,
    ends: Vec<u32>,
}

impl Bases {
    const NONE: Self = Self { text: String::new(), ends: Vec::new() };

    fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let base = self.text.get(start..*end as usize).unwrap_or_default();
            start = *end as usize;
            base
        })
    }

    fn get(&self, number: usize) -> &str {
        let end = |number: usize| self.ends.get(number).map_or(0, |end| *end as usize);
        self.text.get(number.checked_sub(1).map_or(0, end)..end(number)).unwrap_or_default()
    }

    /// Adds one and gives its number.
    fn push(&mut self, base: &str) -> usize {
        self.text.push_str(base);
        self.ends.push(narrow(self.text.len()));
        self.ends.len() - 1
    }

    fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

impl Hypotheses {
    /// What a word with this form, or a part of one, can be.
    pub(in crate::name) fn of(form: Option<WrittenForm<'_>>, of: Of, part: Part) -> &Self {
        form.and_then(|form| Kept::hypotheses(form, of, part)).unwrap_or(&NONE)
    }

    pub(in crate::name) fn iter(&self) -> std::slice::Iter<'_, Hypothesis> {
        self.all.iter()
    }

    /// What fits best where the article says nothing.
    pub(in crate::name) fn fits(&self) -> &Fits {
        &self.fits
    }

    /// The same for the first of several words, worked out where nobody has asked before.
    pub(in crate::name) fn first_fits(&self, first: First, make: impl FnOnce() -> Fits) -> &Fits {
        let kept = self.first_fits.get(first.number());
        kept.map_or(&NONE.fits, |kept| kept.get_or_init(|| Box::new(make())))
    }

    /// The base forms by their numbers, each once.
    pub(in crate::name) fn bases(&self) -> impl ExactSizeIterator<Item = &str> {
        self.bases.iter()
    }

    /// The base form with a number.
    pub(in crate::name) fn base(&self, number: u8) -> &str {
        self.bases.get(number.into())
    }

    /// Whether some hypothesis is a plural.
    pub(in crate::name) fn may_be_plural(&self) -> bool {
        self.plural
    }

    /// Whether the dictionary or the list of given names holds some base form.
    pub(in crate::name) fn are_known(&self) -> bool {
        self.known
    }

    /// Whether the form is that of a Ukrainian surname.
    pub(in crate::name) fn are_eastern(&self) -> bool {
        self.eastern
    }

    /// Cases and genders of the base forms that the dictionary or the list of given names holds, `given` names alone.
    pub(in crate::name) fn agreement(&self, given: bool) -> Tag {
        if given { self.agreement.given } else { self.agreement.known }
    }

    /// Whether the dictionary or the list of given names holds this base form.
    pub(in crate::name) fn is_known(&self, base: &str) -> bool {
        self.all.iter().any(|x| x.known && self.base(x.base) == base)
    }

    /// Adds a hypothesis whose base form is `base`.
    pub(in crate::name) fn push(&mut self, base: &str, hypothesis: Hypothesis) {
        let known = self.bases.iter().position(|known| known == base);
        let number = known.unwrap_or_else(|| self.bases.push(base));
        self.plural |= hypothesis.tag.has(Tag::PL);
        self.known |= hypothesis.known;
        self.agreement.add(&hypothesis);
        self.all.push(Hypothesis { base: u8::try_from(number).unwrap_or(u8::MAX), ..hypothesis });
    }

    /// The same for the first part of a double name, which may stay uninflected: "Korwin-Mikkego".
    pub(in crate::name) fn halved(&self, form: &str, of: Of) -> Self {
        let mut half = Self::default();
        // The halves of a double town differ in gender: "Bielsko-Biała".
        let genders = if of == Of::Thing { Tag::GENDERS } else { Tag::IGN };
        for x in &self.all {
            let base = self.base(x.base);
            let joins = i16::from(of == Of::Thing && base.ends_with('o'));
            half.push(base, Hypothesis { tag: x.tag | genders, weight: x.weight + joins, ..*x });
        }
        let tag = Tag::of(Class::Subst) | Tag::SG | Tag::PL | Tag::CASES | Tag::GENDERS;
        half.push(form, Hypothesis::new(tag, -4));
        half
    }

    /// As it is kept with its form.
    pub(in crate::name) fn finished(mut self, form: &str, of: Of) -> Self {
        let itself = self.bases().position(|base| base == form);
        for x in &mut self.all {
            x.itself = Some(usize::from(x.base)) == itself;
            x.cells = Cells::of(x.tag, of);
        }
        self.bases.shrink();
        self.all.shrink_to_fit();
        let fits = Fits::of(self.all.iter().map(Hypothesis::unweighed), of);
        let eastern = ["enk", "czuk"].iter().any(|part| form.contains(part));
        Self { eastern, fits, ..self }
    }
}

impl Hypothesis {
    /// As it is where the article says nothing.
    pub(in crate::name) fn unweighed(&self) -> Weighed {
        Weighed { cells: self.cells, base: self.base, weight: self.weight, sex: Cells::NONE }
    }

    /// One that no list holds; its base form is still to be said.
    pub(in crate::name) fn new(tag: Tag, weight: i16) -> Self {
        let tag = Tag::of(Class::Subst) | tag;
        Self { tag, cells: Cells::NONE, base: 0, weight, known: false, given: false, itself: false }
    }
}
