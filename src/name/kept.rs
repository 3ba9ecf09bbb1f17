//! What is worked out of a form for names once and kept with it for all articles.

use once_cell::race::OnceBox;

use super::base::{Hypotheses, Of, Part, forms};
use super::role::Noun;
use crate::morph::WrittenForm;

/// Each part is made when it is first asked for.
#[derive(Default)]
pub(super) struct Kept {
    person: OnceBox<Hypotheses>,
    thing: OnceBox<Hypotheses>,
    half_person: OnceBox<Hypotheses>,
    half_thing: OnceBox<Hypotheses>,
    role_nouns: OnceBox<Vec<Noun>>,
}

impl Kept {
    /// What a word with this form, or a part of one, can be.
    pub(super) fn hypotheses(form: WrittenForm<'_>, of: Of, part: Part) -> Option<&Hypotheses> {
        Some(form.kept::<Self>()?.get(form, of, part))
    }

    /// The nouns of the list of roles that it is.
    pub(super) fn role_nouns(form: WrittenForm<'_>) -> &[Noun] {
        let kept = form.kept::<Self>();
        kept.map_or(&[], |kept| kept.role_nouns.get_or_init(|| Box::new(Noun::all(form))))
    }

    fn get(&self, form: WrittenForm<'_>, of: Of, part: Part) -> &Hypotheses {
        let kept = match (part, of) {
            (Part::Whole, Of::Person) => &self.person,
            (Part::Whole, Of::Thing) => &self.thing,
            (Part::Half, Of::Person) => &self.half_person,
            (Part::Half, Of::Thing) => &self.half_thing,
        };
        kept.get_or_init(|| {
            let found = match part {
                Part::Whole => forms::hypotheses(form.written(), form.readings(), of),
                Part::Half => self.get(form, of, Part::Whole).halved(form.written(), of),
            };
            Box::new(found.finished(form.written(), of))
        })
    }
}
