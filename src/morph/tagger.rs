//! From text to [`Tagged`]: tokens, sentences, each distinct form looked up once, one reading chosen per word.

use std::sync::Arc;

use super::choice::{Choice, Chooser, LONGEST};
use super::context::Seen;
use super::evidence::Evidence;
use super::form::Form;
use super::index::Index;
use super::lookup::Lookup;
use super::tagged::Forms;
use super::vocabulary::{Vocabulary, bundled};
use super::{Columns, Paragraph, ParagraphKind, Shape, Tagged};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::sentence;
use crate::span::{Span, narrow};
use crate::text;
use crate::token::{self, Token, TokenKind};

/// Annotates texts.
///
/// ```
/// # #[cfg(feature = "lexicon")] {
/// use depesza::Span;
/// use depesza::morph::{ParagraphKind, Tagger};
///
/// let text = "Mam psa.";
/// let all = (Span::new(0, text.len()).unwrap(), ParagraphKind::Prose);
/// let tagged = Tagger::new().tag(text, [all]);
/// assert_eq!(tagged.get(0).unwrap().lemma(), "mieć");
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Tagger {
    vocabulary: Arc<Vocabulary>,
    sentences: sentence::Options,
    tokens: token::Options,
}

impl Default for Tagger {
    fn default() -> Self {
        Self {
            vocabulary: Arc::clone(bundled()),
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
        self.vocabulary = Arc::new(Vocabulary::new(Some(lexicon)));
        self
    }

    /// The same with more words; see [`Lexicon::with_words`].
    ///
    /// # Errors
    /// [`Error::InvalidEntry`] as there, and for any word where there is no dictionary to take the model from.
    pub fn words<'w>(self, words: impl IntoIterator<Item = (&'w str, &'w str)>) -> Result<Self, Error> {
        let mut words = words.into_iter().peekable();
        if let Some((lemma, _)) = words.peek() {
            let reason = "there is no dictionary with the word that it is inflected like";
            let without = Error::InvalidEntry { entry: (*lemma).to_owned(), reason };
            let lexicon = self.vocabulary.lexicon.as_ref().ok_or(without)?.with_words(words)?;
            return Ok(self.lexicon(lexicon));
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
        let mut columns = Columns::default();
        let mut meeting = Meeting::new(text, &self.vocabulary);
        for (span, kind) in stretches {
            paragraph(span, kind, self, &mut meeting, &mut columns);
        }
        columns.forms = meeting.forms;
        choose(&mut columns, &meeting.guessed);
        columns.shrink();
        Tagged::from_columns(text, columns)
    }
}

/// A distinct form comes about this often in an article; in long texts less often.
const BYTES_PER_FORM: usize = 9;

/// Forms that there is room for at first, at most.
const MOST_FORMS: usize = 1 << 12;

/// The forms of a text as they are met.
struct Meeting<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    lookup: Lookup<'a>,
    seen: Index,
    forms: Forms,
    /// Those of the forms with guesses.
    guessed: Vec<u32>,
}

impl<'a> Meeting<'a> {
    fn new(text: &'a str, vocabulary: &'a Arc<Vocabulary>) -> Self {
        let lookup = Lookup::new(vocabulary.lexicon.as_ref());
        let likely = (text.len() / BYTES_PER_FORM).min(MOST_FORMS);
        let (seen, forms) = (Index::with_room(likely), Forms::new(vocabulary, likely));
        Self { text, vocabulary, lookup, seen, forms, guessed: Vec::new() }
    }

    /// The number of a token's form.
    fn form(&mut self, token: Token) -> u32 {
        let Self { vocabulary, lookup, forms, guessed, .. } = self;
        let written = token.text(self.text);
        let hash = vocabulary.hash(written);
        let is_it = |form: u32| forms.get(form).is_some_and(|form| form.written() == written);
        if let Some(form) = self.seen.get(hash, is_it) {
            return form;
        }
        let make = || lookup.form(written, token.kind);
        let (form, is_guessed) = match vocabulary.find(hash, written, token.kind, make) {
            Ok((number, form)) => (forms.push_shared(number), form.is_guessed()),
            Err(form) => {
                let is_guessed = form.is_guessed();
                (forms.push_own(form), is_guessed)
            }
        };
        if is_guessed {
            guessed.push(form);
        }
        self.seen.insert(hash, form);
        form
    }
}

/// Adds the tokens and sentences of a paragraph.
fn paragraph(
    span: Span,
    kind: ParagraphKind,
    options: &Tagger,
    meeting: &mut Meeting<'_>,
    columns: &mut Columns,
) {
    let start = columns.tokens.len();
    for mut token in token::tokens_with(span.slice(meeting.text).unwrap_or_default(), &options.tokens) {
        token.span = Span::at(token.span.start() + span.start(), token.span.end() + span.start());
        columns.make_room(token.span.start(), meeting.text.len());
        columns.tokens.push(token);
        columns.form_of.push(meeting.form(token));
    }
    let tokens = columns.tokens.get(start..).unwrap_or_default();
    let mut from = start;
    for end in sentence::boundaries(meeting.text, tokens, &options.sentences) {
        columns.sentences.push(from..start + end);
        from = start + end;
    }
    if columns.tokens.len() > start {
        columns.paragraphs.push(Paragraph { tokens: start..columns.tokens.len(), kind });
    }
}

/// Fills the columns of words.
fn choose(columns: &mut Columns, guessed: &[u32]) {
    columns.make_room_for_words();
    let forms = std::mem::take(&mut columns.forms);
    let evidence = Evidence::of(guessed.iter().filter_map(|form| Some((*form, forms.get(*form)?))));
    let mut chooser = Chooser::default();
    let mut sentence = Sentence::default();
    let (mut supported, mut choices) = (Vec::new(), Vec::<Choice>::new());
    for n in 0..columns.sentences.len() {
        sentence.read(columns, &forms, n);
        let loud = sentence.is_loud();
        for chunk in sentence.words.chunks(LONGEST) {
            chooser.begin();
            for (n, word) in chunk.iter().enumerate() {
                let seen = Seen {
                    shape: word.form.shape(),
                    at: narrow(n),
                    initial: word.initial,
                    loud,
                    last: n + 1 == chunk.len(),
                    text: word.form.key(),
                };
                let candidates = if word.form.is_guessed() {
                    evidence.candidates(word.form, &mut supported)
                } else {
                    word.form.candidates()
                };
                chooser.advance(seen, candidates);
            }
            chooser.end(&mut choices);
            for (word, choice) in chunk.iter().zip(&choices) {
                columns.push_word(word.is_first, *choice);
            }
        }
    }
    columns.forms = forms;
}

/// A sentence before the choice.
#[derive(Default)]
struct Sentence<'a> {
    words: Vec<Waiting<'a>>,
    /// Words in capitals and words in small letters.
    upper: usize,
    lower: usize,
}

/// A word of a sentence before the choice.
#[derive(Clone, Copy)]
struct Waiting<'a> {
    form: &'a Form,
    /// Whether it is the first of its token.
    is_first: bool,
    /// Whether a sentence or quotation begins with it.
    initial: bool,
}

impl<'a> Sentence<'a> {
    /// Reads sentence `n`, in the place of the one before.
    fn read(&mut self, columns: &Columns, forms: &'a Forms, n: usize) {
        self.words.clear();
        (self.upper, self.lower) = (0, 0);
        let tokens = columns.sentences.get(n).cloned().unwrap_or_default();
        self.words.reserve(tokens.len());
        let (mut initial, mut is_number) = (true, false);
        for number in columns.form_of.get(tokens).unwrap_or_default() {
            let Some(form) = forms.get(*number) else { continue };
            for n in 0..form.parts().len().max(1) {
                self.push(Waiting { form: form.word(n), is_first: n == 0, initial });
            }
            // The period of an abbreviation stands before a name, that of a number may count an item.
            let opens = |mark| if mark == "." { is_number } else { opens(mark) };
            initial = form.kind() == TokenKind::Punctuation && (initial || opens(form.key()));
            is_number = form.kind() == TokenKind::Number;
        }
    }

    fn push(&mut self, word: Waiting<'a>) {
        match word.form.shape() {
            Shape::Upper => self.upper += 1,
            Shape::Lower => self.lower += 1,
            _ => {}
        }
        self.words.push(word);
    }

    /// Whether it is written in capitals.
    fn is_loud(&self) -> bool {
        self.upper > 1 && self.upper > self.lower
    }
}

/// Whether a sentence may begin after this mark.
fn opens(mark: &str) -> bool {
    text::is_quote(mark.chars().next().unwrap_or(' '))
        || matches!(mark, ":" | "-" | "–" | "—" | "(" | "•" | "?" | "!")
}
