//! Quotations: what is said, by which cue, by whom.
//!
//! | file | owns |
//! | --- | --- |
//! | `view` | the tagged text as this stage reads it: |
//! | … `noted`, `notable` | a few bits a token; the tokens that a rule may begin with |
//! | … `named`, `cues` | where mentions and the verbs of cues stand |
//! | … `marks` | pairs of quotation marks, local recovery |
//! | `cue`, `cues.txt` | verbs and phrases that carry a report, and their frames |
//! | `direct` | direct speech: what its layouts have in common |
//! | `dialogue`, `marked` | behind dialogue dashes; in quotation marks |
//! | `interview` | turns with a name before each, questions in bold |
//! | `inferred` | verbs in the place of a cue that no list holds |
//! | `reported` | reported speech: clauses behind "że", "jak powiedział" |
//! | … `complement`, `joined` | where the clause of a cue begins; reports joined to the one before |
//! | … `sourced`, `described` | what a source phrase reports; where what describes a speaker ends |
//! | `source`, `sources.txt` | "zdaniem", "według", "z raportu wynika" |
//! | `clause` | the clause of a cue, and where its subject stands |
//! | `phrase` | noun phrases and titles: |
//! | … `scan`, `noun` | the phrase in a stretch; where a noun's ends and what heads it |
//! | … `fit`, `human` | what can be a subject; which nouns are said of people |
//! | `draft` | a quotation before its speaker is known |
//! | `role`, `relations.txt`, `callings.txt` | offices, callings and other nouns that speak, how they relate |
//! | `cast` | what the article says of its people, who a description stands for |
//! | `narration` | whom the narration speaks of |
//! | `speaker` | from the subject to the speaker: |
//! | … `noun`, `pronoun`, `carried` | whom a noun, a pronoun, a verb without subject stands for |
//! | `nominative` | base form of a source without a name |

mod cast;
mod clause;
mod cue;
mod dialogue;
mod direct;
mod draft;
mod inferred;
mod interview;
mod marked;
mod narration;
mod nominative;
mod phrase;
mod relation;
mod reported;
mod role;
mod sort;
mod source;
mod speaker;
mod view;

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::morph::{Tagged, WrittenForm};
use crate::name::{self, Entity};
use crate::span::Span;
use draft::Draft;
use view::View;

/// How a quotation is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuoteKind {
    /// The speaker's own words, behind a dialogue dash or in marks.
    Direct,
    /// A reported clause with a verbatim fragment of three words or more.
    Mixed,
    /// A reported clause.
    Indirect,
}

/// How the speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Resolution {
    /// A name stands at the cue.
    Named,
    /// A role or description stands at the cue ("szef resortu").
    Role,
    /// A pronoun stands at the cue.
    Pronoun,
    /// The cue has no subject; the speaker is taken from context.
    Carried,
    /// An organization, newspaper or agency.
    Organization,
}

/// The word that carries the report: a verb, noun or preposition.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cue {
    /// Its bytes.
    pub span: Span,
    /// Its lemma ("powiedzieć", "według").
    pub lemma: String,
}

/// Who is quoted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Speaker {
    /// The nominative, as full as the article allows.
    pub name: String,
    /// The entity; `None` for an unnamed source ("urzędnik").
    pub entity: Option<u32>,
    /// The mention in the cue's own clause; `None` when the cue has no subject of its own.
    pub span: Option<Span>,
    /// How it was found.
    pub resolution: Resolution,
    /// How certain the attribution is, from 0 to 1: 0.9 and more where a name stands at the cue, 0.85 where the last
    /// speaker goes on or the article states the role, 0.7 where a description fits one candidate best or is itself the
    /// name, 0.6 and less where one of several was taken. Below 0.6 read it as a guess. The steps are an order, measured
    /// on no corpus.
    pub confidence: f32,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quote {
    /// How it is reported.
    pub kind: QuoteKind,
    /// Its pieces; more than one where the cue interrupts it.
    pub content: Vec<Span>,
    /// What carries the report.
    pub cue: Option<Cue>,
    /// Who is quoted; `None` when nobody can be named.
    pub speaker: Option<Speaker>,
}

/// The quotations of a text whose paragraphs are its lines.
///
/// ```
/// # #[cfg(feature = "lexicon")] {
/// let text = "Minister Anna Nowak powiedziała, że rozmowy trwają.";
/// let quotes = depesza::quote::find(text);
/// assert_eq!(quotes[0].content[0].slice(text), Some("rozmowy trwają"));
/// # }
/// ```
pub fn find(text: &str) -> Vec<Quote> {
    let tagged = Tagged::new(text);
    find_in(&tagged, &name::find(&tagged))
}

/// The quotations of a tagged text with its entities, in text order. Headings and asides hold none.
pub fn find_in(tagged: &Tagged<'_>, entities: &[Entity]) -> Vec<Quote> {
    find_with(tagged, &tagged.forms(), entities)
}

/// The same with the distinct forms of the text.
pub(crate) fn find_with(tagged: &Tagged<'_>, forms: &[WrittenForm<'_>], entities: &[Entity]) -> Vec<Quote> {
    let view = View::new(tagged, forms, entities);
    let mut drafts = drafts(&view);
    // Two cues before one clause: the nearer one reports it.
    drafts.sort_unstable_by_key(|draft| (draft.start(), Reverse(draft.at)));
    drafts.dedup_by(|next, kept| next.pieces == kept.pieces);
    drafts.sort_unstable_by_key(|draft| (draft.at, draft.start()));
    let mut attribution = speaker::Attribution::new(&view, &drafts);
    let mut quotes = Vec::with_capacity(drafts.len());
    quotes.extend(drafts.into_iter().map(|draft| quote(&view, &mut attribution, &draft)));
    quotes.sort_unstable_by_key(place);
    quotes
}

/// Reported and direct speech.
fn drafts<'a>(view: &View<'a>) -> Vec<Draft<'a>> {
    let direct = direct::find(view);
    let mut drafts = reported::find(view, &direct);
    drafts.extend(direct.drafts);
    drafts
}

/// Where a quotation stands among the others: by its first piece, the longer one first, and by its cue.
fn place(quote: &Quote) -> (Option<(usize, Reverse<usize>)>, Option<usize>) {
    let first = quote.content.first().map(|span| (span.start(), Reverse(span.end())));
    (first, quote.cue.as_ref().map(|cue| cue.span.start()))
}

fn quote<'a>(view: &View<'a>, attribution: &mut speaker::Attribution<'_, 'a>, draft: &Draft<'a>) -> Quote {
    let span = |tokens: &std::ops::Range<usize>| view.tagged.span(tokens.clone());
    let mut content = Vec::with_capacity(draft.pieces.len());
    content.extend(draft.pieces.iter().map(span).filter(|span| !span.is_empty()));
    Quote {
        kind: draft.kind,
        content,
        cue: draft.cue.as_ref().map(|(tokens, lemma)| Cue { span: span(tokens), lemma: (*lemma).to_owned() }),
        speaker: attribution.speaker(draft),
    }
}
