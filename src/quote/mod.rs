//! Quotations: what is said, by which cue, by whom.

use serde::{Deserialize, Serialize};

use crate::morph::Tagged;
use crate::name::Entity;
use crate::span::Span;

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
    /// How certain the attribution is, from 0 to 1.
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

/// The quotations of a tagged text with its entities, in text order.
pub fn find_in(_tagged: &Tagged<'_>, _entities: &[Entity]) -> Vec<Quote> {
    Vec::new()
}
