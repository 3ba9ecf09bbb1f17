//! From a written form to all that is known of it.

use std::borrow::Cow;

use crate::lexicon::Lexicon;
use crate::morph::analysis::{Sink, agglutinate, composed, readings, shape};
use crate::morph::form::{Draft, Form, Part};
use crate::morph::vocabulary::Vocabulary;
use crate::morph::{Reading, Shape};
use crate::span::narrow;
use crate::text;
use crate::token::TokenKind;

/// Looks up forms, with buffers kept from form to form.
pub(in crate::morph) struct Lookup<'a> {
    lexicon: Option<&'a Lexicon>,
    draft: Draft<'a>,
}

/// A word or a part of one in the ways that it is compared.
struct Spelling<'w> {
    written: &'w str,
    composed: Cow<'w, str>,
    key: Cow<'w, str>,
}

impl<'w> Spelling<'w> {
    fn new(written: &'w str) -> Self {
        Self { written, composed: composed(written), key: text::key(written) }
    }
}

impl<'a> Lookup<'a> {
    pub(in crate::morph) fn new(vocabulary: &'a Vocabulary) -> Self {
        Self { lexicon: vocabulary.lexicon.as_ref(), draft: Draft::new(&vocabulary.pools) }
    }

    /// What is known of a token's form.
    pub(in crate::morph) fn form(&mut self, written: &str, kind: TokenKind) -> Form {
        let spelling = Spelling::new(written);
        let ends = if kind == TokenKind::Word { self.split(&spelling) } else { Vec::new() };
        if ends.is_empty() { self.whole(&spelling, kind) } else { self.agglutinate(&spelling, &ends) }
    }

    fn whole(&mut self, spelling: &Spelling<'_>, kind: TokenKind) -> Form {
        self.draft.begin(spelling.written, &spelling.key);
        let mut each = |reading: Reading<'_>| self.draft.push(reading);
        readings(&spelling.composed, &spelling.key, kind, &mut Sink::new(self.lexicon, &mut each));
        self.draft.word(kind, shape(&spelling.composed))
    }

    /// A form of several words: its first gives the form's own readings.
    fn agglutinate(&mut self, spelling: &Spelling<'_>, ends: &[usize]) -> Form {
        let mut start = 0;
        let mut parts = Vec::with_capacity(ends.len());
        for end in ends {
            let part = Spelling::new(spelling.written.get(start..*end).unwrap_or_default());
            let form = if start == 0 { self.host(&part) } else { self.ending(&part) };
            parts.push(Part { form, end: narrow(*end) });
            start = *end;
        }
        self.draft.begin(spelling.written, &spelling.key);
        self.draft.words(shape(&spelling.composed), parts)
    }

    fn host(&mut self, part: &Spelling<'_>) -> Form {
        let mut has_verb = false;
        let mut look = |reading: Reading<'_>| has_verb |= agglutinate::is_host(reading.tag.class());
        let kind = TokenKind::Word;
        readings(&part.composed, &part.key, kind, &mut Sink::new(self.lexicon, &mut look));
        self.draft.begin(part.written, &part.key);
        let mut each = |reading: Reading<'_>| {
            if !has_verb || agglutinate::is_host(reading.tag.class()) {
                self.draft.push(reading);
            }
        };
        readings(&part.composed, &part.key, kind, &mut Sink::new(self.lexicon, &mut each));
        self.draft.word(kind, shape(&part.composed))
    }

    fn ending(&mut self, part: &Spelling<'_>) -> Form {
        self.draft.begin(part.written, &part.key);
        agglutinate::ending(&part.key, &mut Sink::new(None, &mut |reading| self.draft.push(reading)));
        self.draft.word(TokenKind::Word, Shape::Lower)
    }

    fn split(&self, spelling: &Spelling<'_>) -> Vec<usize> {
        let Spelling { written, key, .. } = spelling;
        let entries = |key: &str| self.lexicon.map(|lexicon| lexicon.lookup(key)).into_iter().flatten();
        let known =
            || entries(key).any(|entry| entry.fits(written) && !agglutinate::is_composite(entry.tag()));
        let hosts =
            |base: &str| entries(&text::key(base)).any(|entry| agglutinate::is_host(entry.tag().class()));
        agglutinate::ends(written, key, known, hosts)
    }
}
