//! From text to [`Tagged`]: tokens, sentences, each distinct form looked up once, one reading chosen per word.

use std::sync::Arc;

use super::choice::{Choice, Chooser, Evidence, Follower, Seen};
use super::tagged::Forms;
use super::vocabulary::{Index, Lookup, Vocabulary, bundled};
use super::words::{Sentence, Waiting};
use super::{Class, Columns, Paragraph, ParagraphKind, Tagged, settle};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::sentence;
use crate::span::{Span, narrow};
use crate::text::make_room;
use crate::token::{self, Token};

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
        let guessed;
        (columns.forms, guessed) = meeting.finished();
        columns.shrink();
        choose(&mut columns, &guessed);
        Tagged::from_columns(text, columns)
    }
}

/// A distinct form comes about this often in an article; in long texts less often.
const BYTES_PER_FORM: usize = 9;

/// Forms that there is room for at first, at most.
const MOST_FORMS: usize = 1 << 12;

/// Tokens that there is room for at first: enough of them to tell how many more there will be.
const FEWEST: usize = 256;

/// The forms of a text as they are met.
struct Meeting<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    lookup: Lookup<'a>,
    seen: Index,
    forms: Forms,
    /// The tokens of the paragraph.
    tokens: Vec<Token>,
    /// Those of the forms with guesses.
    guessed: Vec<u32>,
}

impl<'a> Meeting<'a> {
    fn new(text: &'a str, vocabulary: &'a Arc<Vocabulary>) -> Self {
        let lookup = Lookup::new(vocabulary);
        let likely = (text.len() / BYTES_PER_FORM).min(MOST_FORMS);
        let (seen, forms) = (Index::with_room(likely), Forms::new(vocabulary, likely));
        Self { text, vocabulary, lookup, seen, forms, tokens: Vec::new(), guessed: Vec::new() }
    }

    /// The forms, and the numbers of those with guesses; what they were found by is freed.
    fn finished(self) -> (Forms, Vec<u32>) {
        (self.forms, self.guessed)
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
    let start = columns.len();
    let mut tokens = std::mem::take(&mut meeting.tokens);
    tokens.clear();
    for mut token in token::tokens_with(span.slice(meeting.text).unwrap_or_default(), &options.tokens) {
        if tokens.len() == tokens.capacity() {
            make_room(&mut tokens, token.span.start(), span.len(), FEWEST);
            columns.form_of.reserve_exact(tokens.capacity() - tokens.len());
        }
        token.span = Span::at(token.span.start() + span.start(), token.span.end() + span.start());
        tokens.push(token);
        columns.form_of.push(meeting.form(token));
    }
    columns.push_tokens(&tokens, span.end(), meeting.text.len());
    let mut from = start;
    for end in sentence::boundaries(meeting.text, &tokens, &options.sentences) {
        columns.sentences.push(from..start + end);
        from = start + end;
    }
    if columns.len() > start {
        columns.paragraphs.push(Paragraph { tokens: start..columns.len(), kind });
    }
    meeting.tokens = tokens;
}

/// "złożył|em", "złożył|by|m": whether an ending of the first or second person stands behind word `n` in its token.
fn has_person(words: &[Waiting<'_>], n: usize) -> bool {
    let is_ending = |word: &Waiting<'_>| {
        word.form.candidates().first().is_some_and(|candidate| candidate.tag.class() == Class::Aglt)
    };
    let rest = words.iter().skip(n + 1).take_while(|word| !word.is_first);
    rest.last().is_some_and(is_ending)
}

/// What stands behind word `n`.
fn follower(words: &[Waiting<'_>], n: usize) -> Follower {
    match words.get(n + 1..).unwrap_or_default() {
        [] => Follower::Nothing,
        [next, ..] if !next.is_first && has_person(words, n) => Follower::Person,
        [next, ..] if next.form.key() != "." => Follower::Word,
        [_] => Follower::End,
        [_, ..] => Follower::Period,
    }
}

/// Fills the columns of words.
fn choose(columns: &mut Columns, guessed: &[u32]) {
    columns.make_room_for_words();
    let (forms, form_of) = (std::mem::take(&mut columns.forms), std::mem::take(&mut columns.form_of));
    let spans = std::mem::take(&mut columns.spans);
    let evidence = Evidence::of(guessed.iter().filter_map(|form| Some((*form, forms.get(*form)?))));
    let mut chooser = Chooser::default();
    let (mut chunk, mut supported, mut choices) = (Vec::new(), Vec::new(), Vec::<Choice>::new());
    for n in 0..columns.sentences.len() {
        let tokens = columns.sentences.get(n).cloned().unwrap_or_default();
        let bytes = spans.get(tokens.clone()).unwrap_or_default();
        let mut sentence = Sentence::new(form_of.get(tokens).unwrap_or_default(), bytes, &forms);
        sentence.read(&mut chunk);
        let loud = sentence.clone().finished().is_loud();
        while !chunk.is_empty() {
            chooser.begin();
            for (n, word) in chunk.iter().enumerate() {
                let seen = Seen {
                    shape: word.form.shape(),
                    at: narrow(n),
                    initial: word.initial,
                    is_inside: word.is_inside,
                    loud,
                    follower: follower(&chunk, n),
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
            settle::settle(&chunk, &mut choices);
            for (word, choice) in chunk.iter().zip(&choices) {
                columns.push_word(word.is_first, *choice);
            }
            sentence.read(&mut chunk);
        }
    }
    (columns.forms, columns.form_of, columns.spans) = (forms, form_of, spans);
}
