//! From text to [`Tagged`]: tokens, sentences, each distinct form looked up once, one reading chosen per word.

use super::analysis::bundled;
use super::choice::{Choice, Chooser, LONGEST};
use super::context::Seen;
use super::lookup::Lookup;
use super::{Columns, Paragraph, ParagraphKind, Shape, Tagged};
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
        let lookup = Lookup::new(self.lexicon.as_ref());
        let mut work = Work { text, columns: Columns::default(), lookup };
        for (span, kind) in stretches {
            work.paragraph(span, kind, self);
        }
        work.lookup.weigh_evidence();
        work.choose();
        let mut columns = Columns { forms: work.lookup.forms.forms, ..work.columns };
        columns.shrink();
        Tagged::from_columns(text, columns)
    }
}

struct Work<'t> {
    text: &'t str,
    columns: Columns,
    lookup: Lookup<'t>,
}

/// A word of a sentence before the choice.
#[derive(Clone, Copy)]
struct Waiting {
    form: u32,
    token: u32,
    /// Whether a sentence or quotation begins with it.
    initial: bool,
}

fn index(x: usize) -> u32 {
    u32::try_from(x).unwrap_or(u32::MAX)
}

impl Work<'_> {
    fn paragraph(&mut self, span: Span, kind: ParagraphKind, options: &Tagger) {
        let start = self.columns.tokens.len();
        for mut token in token::tokens_with(span.slice(self.text).unwrap_or_default(), &options.tokens) {
            token.span = Span::at(token.span.start() + span.start(), token.span.end() + span.start());
            let written = token.text(self.text);
            let form = self.lookup.form(written, token.kind);
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

    /// Fills the columns of words.
    fn choose(&mut self) {
        let mut chooser = Chooser::default();
        let (mut words, mut candidates, mut choices) = (Vec::new(), Vec::new(), Vec::<Choice>::new());
        for sentence in 0..self.columns.sentences.len() {
            self.words(sentence, &mut words);
            let loud = self.is_loud(&words);
            for chunk in words.chunks(LONGEST) {
                chooser.begin();
                for (n, word) in chunk.iter().enumerate() {
                    self.lookup.candidates(word.form, &mut candidates);
                    let seen = Seen {
                        shape: self.lookup.shape(word.form),
                        at: index(n),
                        initial: word.initial,
                        loud,
                        last: n + 1 == chunk.len(),
                        text: self.lookup.forms.forms.key(word.form),
                    };
                    chooser.advance(seen, &candidates);
                }
                chooser.end(&mut choices);
                for (word, choice) in chunk.iter().zip(&choices) {
                    let tag = self.lookup.forms.tag(choice.tag);
                    self.columns.push_word(word.form, word.token, choice.row, tag);
                }
            }
        }
    }

    /// The words of a sentence, in the place of what `words` held.
    fn words(&self, sentence: usize, words: &mut Vec<Waiting>) {
        words.clear();
        let forms = &self.lookup.forms.forms;
        let mut initial = true;
        for token in self.columns.sentences.get(sentence).cloned().unwrap_or_default() {
            let form = self.columns.form_of.get(token).copied().unwrap_or_default();
            let parts = forms.parts(form);
            let waiting = |form| Waiting { form, token: index(token), initial };
            if parts.is_empty() {
                words.push(waiting(form));
            } else {
                words.extend(parts.iter().map(|part| waiting(part.form)));
            }
            let kind = self.columns.tokens.get(token).map(|token| token.kind);
            initial = kind == Some(TokenKind::Punctuation) && (initial || opens(forms.key(form)));
        }
    }

    /// Whether a sentence is written in capitals.
    fn is_loud(&self, words: &[Waiting]) -> bool {
        let count = |shape| words.iter().filter(|word| self.lookup.shape(word.form) == shape).count();
        let upper = count(Shape::Upper);
        upper > 1 && upper > count(Shape::Lower)
    }
}

/// Whether a sentence may begin after this mark.
fn opens(mark: &str) -> bool {
    text::is_quote(mark.chars().next().unwrap_or(' '))
        || matches!(mark, ":" | "-" | "–" | "—" | "(" | "•" | "." | "?" | "!")
}
