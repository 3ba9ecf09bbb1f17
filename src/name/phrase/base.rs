//! The nominative of a phrase: head and adjectives in it, the tail as it is written.

use std::borrow::Cow;

use super::{Phrase, is_adjectival};
use crate::morph::{Class, Reading, Source, Tag, TaggedToken};
use crate::name::base::nominative::{adjective, plural, push_cased_like, relational_adjective};
use crate::name::kind::acronym;
use crate::name::words::Words;

/// By how many bytes a nominative may be longer than the form in the text, as a rule.
const ROOM: usize = 8;

impl Phrase<'_> {
    /// The name in the nominative.
    pub(in crate::name) fn base(&self, words: &Words<'_>) -> String {
        let tag = self.narrowed(words);
        let is_plural = tag.is_plural();
        let number = if is_plural { Tag::PL } else { Tag::SG };
        let gender = tag.common(Tag::GENDERS, Tag::GENDERS);
        let mut base = String::with_capacity(words.tagged.span(self.tokens.clone()).len() + ROOM);
        for token in words.tagged.slice(self.tokens.clone()) {
            let index = token.index();
            if index > self.tokens.start && token.space_before() {
                base.push(' ');
            }
            if index == self.head {
                push_noun(&mut base, token, self.lemma, tag);
            } else if self.inflected.contains(&index) {
                push_agreeing(&mut base, token, tag, number, gender);
            } else {
                base.push_str(acronym::bare(token.text(), token.shape()));
            }
        }
        base
    }

    /// The agreement, with a number that the preposition before it or the absence of a plural asks for.
    fn narrowed(&self, words: &Words<'_>) -> Tag {
        let mut tag = self.tag;
        if tag.has(Tag::SG) && tag.has(Tag::PL) && !tag.has(Tag::PT) {
            let mut singular = Tag::IGN;
            for reading in words.known_readings(self.head) {
                if reading.lemma == self.lemma && reading.tag.has(Tag::SG) {
                    singular = singular | reading.tag;
                }
            }
            if singular.common(tag, Tag::CASES).has(Tag::CASES) {
                tag = tag.with(Tag::NUMBERS, Tag::SG);
            }
        }
        tag
    }
}

/// Adds the nominative of a word that agrees with the head: an adjective, or the second noun of a pair.
fn push_agreeing(base: &mut String, token: TaggedToken<'_>, tag: Tag, number: Tag, gender: Tag) {
    let mut readings = token.readings().filter(|reading| reading.source != Source::Guess);
    let noun = |reading: &Reading<'_>| {
        reading.is_common_noun() && reading.tag.common(tag, Tag::CASES).has(Tag::CASES)
    };
    if token.text() == "i" {
        return base.push('i');
    }
    let adjectival = readings.clone().any(|reading| is_adjectival(reading.tag));
    match readings.find(noun).filter(|_| !adjectival) {
        Some(reading) => push_noun(base, token, reading.lemma, tag),
        None => push_adjective(base, token, tag, number, gender),
    }
}

/// Nominative of a noun by its lemma, in the number of the phrase.
fn push_noun(base: &mut String, token: TaggedToken<'_>, lemma: &str, tag: Tag) {
    let is_plural = tag.is_plural() && !tag.has(Tag::PT);
    let lemma = match is_plural {
        true if tag.has(Tag::NOM) => token.text().into(),
        true => plural(lemma, tag.common(Tag::GENDERS, Tag::GENDERS)).into(),
        false => Cow::Borrowed(lemma),
    };
    push_cased_like(base, &lemma, token.text());
}

fn push_adjective(base: &mut String, token: TaggedToken<'_>, tag: Tag, number: Tag, gender: Tag) {
    let reading = token
        .readings()
        .filter(|reading| reading.source != Source::Guess)
        .find(|reading| is_adjectival(reading.tag) && reading.tag.agrees(tag));
    let lemma = match reading {
        Some(reading) if reading.tag.class() == Class::Adj && !reading.tag.has(Tag::SUP | Tag::COM) => {
            Cow::Borrowed(reading.lemma)
        }
        Some(_) => participle(token.key()).into(),
        None => match relational_adjective(token.key()) {
            Some(lemma) => lemma.into(),
            None => return base.push_str(token.text()),
        },
    };
    push_cased_like(base, &adjective(&lemma, number, gender), token.text());
}

/// Nominative of a participle, whose lemma is its verb, or of a superlative: "zjednoczonych" → "zjednoczony".
fn participle(form: &str) -> String {
    let endings = ["ego", "emu", "ych", "ymi", "ym", "ej", "ą", "e", "a", "y", "ich", "imi", "im", "i"];
    let stem = endings.iter().find_map(|ending| form.strip_suffix(ending)).unwrap_or(form);
    format!("{stem}y")
}
