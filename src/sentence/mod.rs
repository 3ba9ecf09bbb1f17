//! Sentences.
//!
//! A sentence ends at a line break, and at `.`, `?`, `!`, `…` with the quotation marks and brackets that close there,
//! unless what stands around speaks against it: an abbreviation, an ordinal, an initial, a title in quotation marks, a
//! small letter behind. `rules` weighs that, `clause` asks for a verb; `abbreviations.txt`, `cues.txt` and
//! `verbs.txt` hold the words.

mod abbreviations;
mod ahead;
mod clause;
mod context;
mod rules;
mod unmarked;
mod verbs;

use std::iter::FusedIterator;

pub use abbreviations::{Ending, Options};

use crate::span::Span;
use crate::token::{self, Token, Tokens};
use ahead::Ahead;
use context::Context;

/// The sentences of a text, each from the start of its first token to the end of its last.
///
/// ```
/// use depesza::sentence::sentences;
///
/// let text = "W 2022 r. Rosja zaatakowała Ukrainę. Prof. J. Nowak mówił o tym „wprost”. Kiedy? Wczoraj.";
/// let found: Vec<&str> = sentences(text).filter_map(|span| span.slice(text)).collect();
/// assert_eq!(found, [
///     "W 2022 r. Rosja zaatakowała Ukrainę.",
///     "Prof. J. Nowak mówił o tym „wprost”.",
///     "Kiedy?",
///     "Wczoraj.",
/// ]);
/// ```
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences { splitter: Splitter::new(text, token::tokens(text), None) }
}

/// The sentences of a text, with the abbreviations of `options`.
pub fn sentences_with<'t>(text: &'t str, options: &'t Options) -> Sentences<'t> {
    Sentences { splitter: Splitter::new(text, token::tokens(text), Some(options)) }
}

/// Where sentences end in tokens that are at hand: for each sentence the index one past its last token.
///
/// ```
/// use depesza::sentence::{Options, boundaries};
/// use depesza::token::tokens;
///
/// let text = "Kiedy? O godz. 12.";
/// let tokens: Vec<_> = tokens(text).collect();
/// assert_eq!(boundaries(text, &tokens, &Options::default()).collect::<Vec<_>>(), [2, 7]);
/// ```
pub fn boundaries<'t>(text: &'t str, tokens: &'t [Token], options: &'t Options) -> Boundaries<'t> {
    Boundaries { splitter: Splitter::new(text, tokens.iter().copied(), Some(options)), at: 0 }
}

/// Iterator over the sentences of a text; made by [`sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    splitter: Splitter<'t, Tokens<'t>>,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        Some(self.splitter.next_sentence()?.span)
    }
}

impl FusedIterator for Sentences<'_> {}

/// Iterator over the ends of sentences as token indices; made by [`boundaries`].
#[derive(Clone, Debug)]
pub struct Boundaries<'t> {
    splitter: Splitter<'t, std::iter::Copied<std::slice::Iter<'t, Token>>>,
    at: usize,
}

impl Iterator for Boundaries<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.at += self.splitter.next_sentence()?.len;
        Some(self.at)
    }
}

impl FusedIterator for Boundaries<'_> {}

/// A stretch of tokens that is one sentence.
struct Sentence {
    span: Span,
    len: usize,
}

/// The pass over tokens, whether they are at hand or made on the way.
#[derive(Clone, Debug)]
struct Splitter<'t, I> {
    /// The first token that is in no sentence yet.
    next: Option<Token>,
    /// Those behind it.
    behind: I,
    context: Context<'t>,
    options: Option<&'t Options>,
}

impl<'t, I: Iterator<Item = Token> + Clone> Splitter<'t, I> {
    fn new(text: &'t str, mut tokens: I, options: Option<&'t Options>) -> Self {
        Self { next: tokens.next(), behind: tokens, context: Context::new(text), options }
    }

    fn next_sentence(&mut self) -> Option<Sentence> {
        let first = self.next?;
        self.context.restart(first);
        self.next = loop {
            let Some(next) = self.context.pass_plain(&mut self.behind) else { break None };
            if self.context.breaks_before(next) || self.ends_before(next) {
                break Some(next);
            }
            self.context.push(next);
        };
        let span = Span::at(first.span.start(), self.context.end());
        Some(Sentence { span, len: self.context.len() })
    }

    /// Whether a sentence ends between the last token and the next one. Few places are worth a look.
    #[inline]
    fn ends_before(&self, next: Token) -> bool {
        match self.context.terminal() {
            Some(terminal) => {
                let ahead = Ahead::new(&self.context, next, self.behind.clone());
                rules::ends(&self.context, terminal, &ahead, self.options)
            }
            None => {
                unmarked::may_begin(&self.context, next) && unmarked::ends(&self.context, next, &self.behind)
            }
        }
    }
}
