//! Genders that pronouns of the third person have from their antecedents.
//!
//! "Nich" and "jego" say little of it, and people are meant most often; but in a sentence that has named a thing and nobody,
//! the thing is.

use crate::morph::choice::{Choice, is_noun, is_possessive};
use crate::morph::prior::Traits;
use crate::morph::settle::Chosen;
use crate::morph::words::Waiting;
use crate::morph::{Class, Tag};

/// What a sentence has named so far.
#[derive(Default)]
struct Antecedents {
    one: Nouns,
    several: Nouns,
    /// The gender of the clause's subject: "Sąd uznał go za winnego" does not speak of the court, nor "Sędzia przerwał go"
    /// of the referee.
    subject: Option<Tag>,
}

/// Nouns of one number.
#[derive(Default)]
struct Nouns {
    /// Whether men are among them.
    people: bool,
    /// The gender of the last one that is no man.
    thing: Option<Tag>,
}

/// Gives the pronouns of a sentence the genders of what they stand for: things that it names, and who speaks or is spoken to.
pub(in crate::morph) fn settle(words: &[Waiting<'_>], choices: &mut [Choice]) {
    if choices.iter().any(|choice| choice.tag.class() == Class::Ppron12) {
        settle_speakers(choices);
    }
    settle_things(words, choices);
}

/// "Wspomniałam, że mnie pytali": a verb of the first or second person tells the gender of who speaks or is spoken to.
fn settle_speakers(choices: &mut [Choice]) {
    for person in [Tag::PRI, Tag::SEC] {
        let is_one = |choice: &Choice| choice.tag.has(person) && choice.tag.has(Tag::SG);
        let is_ending = |choice: &Choice| choice.tag.class() == Class::Aglt && is_one(choice);
        let is_feminine = |choice: &Choice| choice.tag.class() == Class::Praet && choice.tag.has(Tag::F);
        // "wspomniała|m", "wspomniała|by|m"
        let speaks = |(n, _): (usize, &Choice)| match choices.get(..n) {
            Some([.., verb, by]) if by.tag.class() == Class::Part => is_feminine(verb),
            Some([.., verb]) => is_feminine(verb),
            _ => false,
        };
        if choices.iter().enumerate().filter(|(_, choice)| is_ending(choice)).any(speaks) {
            for choice in choices.iter_mut().filter(|choice| choice.tag.class() == Class::Ppron12) {
                if is_one(choice) {
                    choice.tag = choice.tag.with(Tag::GENDERS, Tag::F);
                }
            }
        }
    }
}

/// Gives the pronouns of a sentence the genders of the things that they stand for.
fn settle_things(words: &[Waiting<'_>], choices: &mut [Choice]) {
    if !choices.iter().any(|choice| choice.tag.class() == Class::Ppron3) {
        return;
    }
    let mut antecedents = Antecedents::default();
    for (word, choice) in words.iter().zip(choices) {
        let allowed = word.form.reading(choice.row).map_or(choice.tag, |reading| reading.tag);
        if let Some(gender) = antecedents.gender(choice.tag).filter(|gender| allowed.has(*gender)) {
            choice.tag = choice.tag.with(Tag::GENDERS, gender);
        }
        if !is_time(Chosen { form: word.form, choice: *choice }) {
            antecedents.add(choice.tag);
        }
    }
}

/// "Ostatni raz widziano go": a time is not who was seen.
fn is_time(one: Chosen<'_>) -> bool {
    is_noun(one.choice.tag) && one.is(Traits::TIME | Traits::MONTH)
}

impl Nouns {
    fn add(&mut self, class: Class, tag: Tag) {
        match class {
            Class::Subst | Class::Depr | Class::Ger | Class::Praet | Class::Ppron3 | Class::Winien
                if tag.has(Tag::M1) =>
            {
                self.people = true;
            }
            // "Go", "nim": one that is feminine is no "on", and "ono" is hardly ever meant.
            Class::Subst | Class::Ger if tag.has(Tag::PL | Tag::MASCULINE) => {
                self.thing = Some(tag.common(tag, Tag::GENDERS));
            }
            _ => {}
        }
    }
}

impl Antecedents {
    fn add(&mut self, tag: Tag) {
        match tag.class() {
            Class::Interp | Class::Comp => self.end_clause(),
            Class::Subst | Class::Ger if tag.has(Tag::NOM) && tag.has(Tag::SG) && tag.has(Tag::MASCULINE) => {
                self.subject = Some(tag.common(tag, Tag::GENDERS));
            }
            // Somebody has done something.
            Class::Praet | Class::Winien if tag.has(Tag::SG) && tag.has(Tag::M1) => {
                self.subject = Some(tag.common(tag, Tag::GENDERS));
            }
            class => {
                let of_number = if tag.has(Tag::PL) { &mut self.several } else { &mut self.one };
                of_number.add(class, tag);
            }
        }
    }

    /// What was the subject of a clause may be meant in the next.
    fn end_clause(&mut self) {
        if let Some(subject) = self.subject.take() {
            self.one.add(Class::Subst, subject);
        }
    }

    /// The gender of a pronoun, where a thing's is likely. "One" goes back to the sentence before, and who something is given
    /// to, "mu", is a person.
    fn gender(&self, tag: Tag) -> Option<Tag> {
        if tag.class() != Class::Ppron3 || tag.has(Tag::NOM) {
            return None;
        }
        if tag.has(Tag::PL) {
            // "Je" is no men, whoever is named beside.
            return self.several.thing.filter(|_| !self.several.people || !tag.has(Tag::M1));
        }
        let may_be_thing = tag.has(Tag::MASCULINE) && !tag.has(Tag::DAT);
        // "Sąd i jego prezes", "sąd, a w nim"
        let subject = self.subject.filter(|_| tag.has(Tag::PRAEP) || is_possessive(tag));
        subject.or(self.one.thing).filter(|_| may_be_thing && !self.one.people)
    }
}
