//! People, organizations and places: mentions, roles, base forms, gender, linking within the article.

pub(crate) use self::base::nominative;

use serde::{Deserialize, Serialize};

use self::base::{Context, Evidence, Lattice, Of};
use self::words::Words;
use crate::morph::{Tag, Tagged, TokenRange, WrittenForm};
use crate::span::Span;

mod base;
mod cue;
mod detect;
mod few;
mod kept;
mod kind;
mod link;
mod lists;
mod phrase;
mod role;
mod settle;
mod sort;
mod words;

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

impl Gender {
    /// That of a tag which leaves one of them only.
    fn of(tag: Tag) -> Option<Self> {
        match (tag.has(Tag::M1), tag.has(Tag::F)) {
            (true, false) => Some(Self::Masculine),
            (false, true) => Some(Self::Feminine),
            _ => None,
        }
    }

    fn tag(self) -> Tag {
        match self {
            Self::Masculine => Tag::M1,
            Self::Feminine => Tag::F,
        }
    }
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
    /// Whether the name is sure: `false` where the article leaves another nominative nearly as likely.
    pub certain: bool,
    /// Where it is mentioned, in text order.
    pub mentions: Vec<Mention>,
    /// Where a person is spoken of by a role alone that the article states of them ("prezydent Norlandii"), in text order.
    pub references: Vec<Reference>,
}

/// One mention of an entity by name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mention {
    /// Its bytes: the name without role or title.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Base form of this mention alone ("Nowakiem" → "Nowak").
    pub lemma: String,
    /// Whether the base form is sure: `false` where another one fits the form and its surroundings nearly as well.
    pub certain: bool,
    /// Role beside the name, in the nominative ("wiceprezydent USA").
    pub role: Option<String>,
    /// Tokens of that role.
    pub role_tokens: Option<TokenRange>,
}

/// A role without a name that stands for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reference {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The role in the nominative.
    pub role: String,
}

/// The entities of a tagged text, ordered by first mention.
///
/// ```
/// # #[cfg(feature = "lexicon")] {
/// use depesza::morph::Tagged;
/// use depesza::name;
///
/// let entities = name::find(&Tagged::new("Rozmawiał z premier Anną Nowak. Nowak wyjechała wczoraj."));
/// assert_eq!(entities[0].name, "Anna Nowak");
/// assert_eq!(entities[0].mentions.len(), 2);
/// assert_eq!(entities[0].mentions[0].role.as_deref(), Some("premier"));
/// # }
/// ```
pub fn find(tagged: &Tagged<'_>) -> Vec<Entity> {
    find_with(tagged, &tagged.forms())
}

/// The same with the distinct forms of the text.
pub(crate) fn find_with(tagged: &Tagged<'_>, forms: &[WrittenForm<'_>]) -> Vec<Entity> {
    let words = Words::of(tagged, forms);
    let candidates = detect::apart(&words, detect::candidates(&words));
    let mut entities = link::entities(&words, settle::names(&words, candidates));
    link::add_references(&words, &mut entities);
    entities
}

/// Base form of a person's name by itself: its words agree in case and gender.
///
/// ```
/// assert_eq!(depesza::name::base_form("Kamali Harris"), "Kamala Harris");
/// ```
pub fn base_form(name: &str) -> String {
    let tagged = Tagged::new(name);
    let forms = tagged.forms();
    let words = Words::of(&tagged, &forms);
    let mut slots = Vec::new();
    base::lattice::add_slots(&words, &(0..tagged.len()), Of::Person, &mut slots);
    let lattice = Lattice::new(&words, Of::Person, 0, &slots);
    lattice.choose(Context::default(), &Evidence::default()).text.into_owned()
}
