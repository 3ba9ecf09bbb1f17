//! From text to [`Tagged`]: tokens, sentences, each distinct form looked up once, one reading chosen per word.

use std::collections::HashMap;

use super::agglutinate;
use super::analysis::{Sink, bundled, composed, readings, shape};
use super::choice::{Choice, Chooser, LONGEST};
use super::context::Seen;
use super::forms::{FormsBuilder, Hasher, Part};
use super::prior::{Candidate, Written, candidates};
use super::{Columns, Paragraph, ParagraphKind, Reading, Shape, Tagged};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::sentence;
use crate::span::Span;
use crate::text;
use crate::token::{self, TokenKind};

/// Annotates texts.
///
/// ```
/// use depesza::Span;
/// use depesza::morph::{ParagraphKind, Tagger};
///
/// let text = "Mam psa.";
/// let all = (Span::new(0, text.len()).unwrap(), ParagraphKind::Prose);
/// let tagged = Tagger::new().tag(text, [all]);
/// assert_eq!(tagged.get(0).unwrap().lemma(), "mieć");
/// ```
#[derive(Clone, Debug)]
pub struct Tagger {
    lexicon: Option<Lexicon>,
    sentences: sentence::Options,
    tokens: token::Options,
}

impl Default for Tagger {
    fn default() -> Self {
        Self {
            lexicon: bundled().cloned(),
            sentences: sentence::Options::default(),
            tokens: token::Options::default(),
        }
    }
}

impl Tagger {
    /// A tagger with the bundled dictionary.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with another dictionary.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicon = Some(lexicon);
        self
    }

    /// The same with more words; see [`Lexicon::with_words`].
    ///
    /// # Errors
    /// [`Error::InvalidEntry`] as there, and for any word where there is no dictionary to take the model from.
    pub fn words<'w>(mut self, words: impl IntoIterator<Item = (&'w str, &'w str)>) -> Result<Self, Error> {
        let mut words = words.into_iter().peekable();
        if let Some((lemma, _)) = words.peek() {
            let reason = "there is no dictionary with the word that it is inflected like";
            let without = Error::InvalidEntry { entry: (*lemma).to_owned(), reason };
            self.lexicon = Some(self.lexicon.ok_or(without)?.with_words(words)?);
        }
        Ok(self)
    }

    /// The same with these options for sentence ends.
    #[must_use]
    pub fn sentence_options(mut self, options: sentence::Options) -> Self {
        self.sentences = options;
        self
    }

    /// The same with these options for tokens.
    #[must_use]
    pub fn token_options(mut self, options: token::Options) -> Self {
        self.tokens = options;
        self
    }

    /// Annotates the given stretches of a text; they are in order and do not overlap.
    pub fn tag<'t>(
        &self,
        text: &'t str,
        stretches: impl IntoIterator<Item = (Span, ParagraphKind)>,
    ) -> Tagged<'t> {
        let mut work = Work { text, lexicon: self.lexicon.as_ref(), ..Work::default() };
        for (span, kind) in stretches {
            work.paragraph(span, kind, self);
        }
        work.choose();
        let columns = Columns { forms: work.forms.forms, ..work.columns };
        Tagged::from_columns(text, columns)
    }
}

/// Candidates of a form: a range of the common list, and how the form is written.
#[derive(Clone, Copy)]
struct Weighed {
    start: u32,
    end: u32,
    shape: Shape,
}

#[derive(Default)]
struct Work<'t> {
    text: &'t str,
    lexicon: Option<&'t Lexicon>,
    columns: Columns,
    forms: FormsBuilder,
    seen: HashMap<&'t str, u32, Hasher>,
    /// Words that are not the first of their token have readings of their own.
    endings: HashMap<&'t str, u32, Hasher>,
    weighed: Vec<Weighed>,
    candidates: Vec<Candidate>,
}

fn index(x: usize) -> u32 {
    u32::try_from(x).unwrap_or(u32::MAX)
}

impl<'t> Work<'t> {
    fn paragraph(&mut self, span: Span, kind: ParagraphKind, options: &Tagger) {
        let start = self.columns.tokens.len();
        for mut token in token::tokens_with(span.slice(self.text).unwrap_or_default(), &options.tokens) {
            token.span = Span::at(token.span.start() + span.start(), token.span.end() + span.start());
            let written = token.text(self.text);
            let form = self.seen.get(written).copied().unwrap_or_else(|| self.form(written, token.kind));
            self.columns.tokens.push(token);
            self.columns.form_of.push(form);
        }
        let tokens = self.columns.tokens.get(start..).unwrap_or_default();
        let mut from = start;
        for end in sentence::boundaries(self.text, tokens, &options.sentences) {
            self.columns.sentences.push(from..start + end);
            from = start + end;
        }
        if self.columns.tokens.len() > start {
            self.columns.paragraphs.push(Paragraph { tokens: start..self.columns.tokens.len(), kind });
        }
    }

    /// Looks a new form up.
    fn form(&mut self, written: &'t str, kind: TokenKind) -> u32 {
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
        self.weighed.push(Weighed { start: 0, end: 0, shape: Shape::Other });
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
        let start = index(self.candidates.len());
        let written = Written { key, shape };
        candidates(written, self.forms.forms.readings(form), |candidate| self.candidates.push(candidate));
        debug_assert_eq!(self.weighed.len(), form as usize);
        self.weighed.push(Weighed { start, end: index(self.candidates.len()), shape });
    }

    /// Fills the columns of words.
    fn choose(&mut self) {
        let mut chooser = Chooser::default();
        let mut words: Vec<(u32, u32, bool)> = Vec::new();
        let mut choices: Vec<Choice> = Vec::new();
        for sentence in 0..self.columns.sentences.len() {
            let sentence = self.columns.sentences.get(sentence).cloned().unwrap_or_default();
            words.clear();
            let mut initial = true;
            for token in sentence {
                let form = self.columns.form_of.get(token).copied().unwrap_or_default();
                let parts = self.forms.forms.parts(form);
                if parts.is_empty() {
                    words.push((form, index(token), initial));
                } else {
                    words.extend(parts.iter().map(|part| (part.form, index(token), initial)));
                }
                let kind = self.columns.tokens.get(token).map(|token| token.kind);
                initial =
                    kind == Some(TokenKind::Punctuation) && (initial || opens(self.forms.forms.key(form)));
            }
            let shapes = || {
                let weighed = words.iter().filter_map(|word| self.weighed.get(word.0 as usize));
                weighed.map(|weighed| weighed.shape)
            };
            let upper = shapes().filter(|shape| *shape == Shape::Upper).count();
            let lower = shapes().filter(|shape| *shape == Shape::Lower).count();
            let loud = upper > 1 && upper > lower;
            for chunk in words.chunks(LONGEST) {
                choices.clear();
                let word = |n: usize| {
                    let (form, token, initial) = chunk.get(n).copied().unwrap_or_default();
                    let weighed = self.weighed.get(form as usize).copied();
                    let (start, end) = weighed.map_or((0, 0), |w| (w.start as usize, w.end as usize));
                    let shape = weighed.map_or(Shape::Other, |w| w.shape);
                    let seen = Seen { shape, at: 0, initial, loud, text: self.forms.forms.key(form) };
                    let _ = token;
                    (seen, self.candidates.get(start..end).unwrap_or_default())
                };
                chooser.choose(chunk.len(), word, &mut choices);
                for ((form, token, _), choice) in chunk.iter().zip(&choices) {
                    self.columns.push_word(*form, *token, choice.row, self.forms.tag(choice.tag));
                }
            }
        }
    }
}

/// Whether a sentence may begin after this mark.
fn opens(mark: &str) -> bool {
    text::is_quote(mark.chars().next().unwrap_or(' '))
        || matches!(mark, ":" | "-" | "–" | "—" | "(" | "•" | "." | "?" | "!")
}
