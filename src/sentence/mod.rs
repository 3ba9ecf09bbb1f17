//! Sentences.
//!
//! A sentence ends at a line break, and at `.`, `?`, `!`, `…` with the quotation marks and brackets that close there,
//! unless what stands around speaks against it: an abbreviation, an ordinal, an initial, a title in quotation marks, a
//! small letter behind. Nearly all tokens are passed over, since they can neither end a sentence nor begin one.
//!
//! | file | owns |
//! | --- | --- |
//! | `context` | the sentence so far, and the tokens around its end |
//! | `window` | those tokens, where they are made on the way |
//! | `beginnings` | which tokens are passed over, by their first bytes |
//! | `ahead` | what stands behind the place in question |
//! | `rules` | whether a sentence ends at a mark |
//! | `unmarked` | whether one ends without a mark |
//! | `clause` | whether the words so far are a clause |
//! | `verbs` | verbs by their endings: `verbs.txt` |
//! | `abbreviations` | `abbreviations.txt`, and words by what they are a sign of: `cues.txt` |

mod abbreviations;
mod ahead;
mod beginnings;
mod clause;
mod context;
mod rules;
mod unmarked;
mod verbs;
mod window;

use std::iter::FusedIterator;

pub use abbreviations::{Ending, Options};

use crate::span::Span;
use crate::token::Token;
use ahead::Ahead;
use context::Context;
use window::Window;

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
    Sentences { window: Window::new(text), options: None }
}

/// The sentences of a text, with the abbreviations of `options`.
pub fn sentences_with<'t>(text: &'t str, options: &'t Options) -> Sentences<'t> {
    Sentences { window: Window::new(text), options: Some(options) }
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
    Boundaries { text, tokens, options, at: 0 }
}

/// Iterator over the sentences of a text; made by [`sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    window: Window<'t>,
    options: Option<&'t Options>,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let Self { window, options } = self;
        window.fill();
        let mut context = Context::begin(window.text(), window.tokens(), window.at)?;
        while !read(&mut context, window.limit(), *options) && !window.is_last() {
            let sentence = context.sentence;
            window.at = context.at;
            window.fill();
            context = Context::go_on(window.text(), window.tokens(), window.at, sentence);
        }
        let span = Span::at(context.sentence.start, context.end());
        window.at = context.at;
        Some(span)
    }
}

impl FusedIterator for Sentences<'_> {}

/// Iterator over the ends of sentences as token indices; made by [`boundaries`].
#[derive(Clone, Debug)]
pub struct Boundaries<'t> {
    text: &'t str,
    tokens: &'t [Token],
    options: &'t Options,
    /// The first token that is in no sentence yet.
    at: usize,
}

impl Iterator for Boundaries<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let mut context = Context::begin(self.text, self.tokens, self.at)?;
        read(&mut context, self.tokens.len(), Some(self.options));
        self.at = context.at;
        Some(self.at)
    }
}

impl FusedIterator for Boundaries<'_> {}

/// Reads on to the end of the sentence, or else to the token `limit`; whether the end was found.
fn read(context: &mut Context<'_>, limit: usize, options: Option<&Options>) -> bool {
    while let Some(next) = context.pass_plain(limit) {
        if context.breaks_before(next) || ends_before(context, next, options) {
            return true;
        }
        context.push(next);
    }
    false
}

/// Whether a sentence ends between the last token and the next one. Few places are worth a look.
#[inline]
fn ends_before(context: &Context<'_>, next: Token, options: Option<&Options>) -> bool {
    match context.terminal() {
        Some(terminal) => rules::ends(context, terminal, &Ahead::new(context, next), options),
        None => unmarked::may_begin(context, next) && unmarked::ends(context, next),
    }
}
