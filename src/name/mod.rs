//! People, organizations and places: mentions, roles, base forms, gender, linking within the article.

use serde::{Deserialize, Serialize};

use crate::morph::{Tagged, TokenRange};
use crate::span::Span;

/// Kinds of entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, institution, party, newspaper, …
    Organization,
    /// A country, town, river, …
    Place,
}

/// Gender of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Gender {
    /// A man.
    Masculine,
    /// A woman.
    Feminine,
}

/// Someone or something that the article speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entity {
    /// Its number in the article; its index among the entities.
    pub id: u32,
    /// What it is.
    pub kind: EntityKind,
    /// The nominative, as full as the article allows.
    pub name: String,
    /// Gender of a person where the text shows it.
    pub gender: Option<Gender>,
    /// Where it is mentioned, in text order.
    pub mentions: Vec<Mention>,
}

/// One mention of an entity by name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mention {
    /// Its bytes: the name without role or title.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Base form of this mention alone ("Putinem" → "Putin").
    pub lemma: String,
    /// Role beside the name, in the nominative ("wiceprezydent USA").
    pub role: Option<String>,
    /// Tokens of that role.
    pub role_tokens: Option<TokenRange>,
}

/// The entities of a tagged text, ordered by first mention.
pub fn find(_tagged: &Tagged<'_>) -> Vec<Entity> {
    Vec::new()
}
