//! The analysis as it is written: one record, schema 1.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Analysis;
use crate::article::BlockKind;
use crate::calendar::PartialDate;
use crate::date::TimexType;
use crate::morph::{self, Class, TaggedToken, TokenRange};
use crate::name::{EntityKind, Gender};
use crate::quote::{QuoteKind, Resolution};
use crate::span::Span;
use crate::token::TokenKind;

/// Number of the schema that this module writes. It is raised when a key is renamed or dropped.
pub const SCHEMA: u32 = 1;

/// An analysis as a record of the article's words and values. Words are borrowed from the article, so that writing it
/// copies no text; reading gives owned strings where the input has escapes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Document<'a> {
    /// Always 1.
    pub schema: u32,
    /// The date that relative expressions were resolved against.
    pub published: Option<PartialDate>,
    /// The article's blocks.
    pub blocks: Vec<Block>,
    /// Sentences with tokens and words.
    #[serde(borrow)]
    pub sentences: Vec<Sentence<'a>>,
    /// People, organizations, places.
    #[serde(borrow)]
    pub entities: Vec<Entity<'a>>,
    /// Quotations.
    #[serde(borrow)]
    pub quotes: Vec<Quote<'a>>,
    /// Temporal expressions.
    #[serde(borrow)]
    pub dates: Vec<Timex<'a>>,
}

/// A block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes.
    pub span: Span,
    /// For a related link: the title that it points to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Span>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Sentence<'a> {
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens.
    #[serde(borrow)]
    pub tokens: Vec<Token<'a>>,
}

/// An orthographic token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Token<'a> {
    /// Its bytes.
    pub span: Span,
    /// As written.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// What kind of token it is.
    #[serde(borrow)]
    pub kind: Cow<'a, str>,
    /// Its syntactic words, one or more.
    #[serde(borrow)]
    pub words: Vec<Word<'a>>,
}

/// A syntactic word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Word<'a> {
    /// As written, or its full form where the token shortens it.
    #[serde(borrow)]
    pub form: Cow<'a, str>,
    /// Base form.
    #[serde(borrow)]
    pub lemma: Option<Cow<'a, str>>,
    /// Part of speech of Universal Dependencies.
    #[serde(borrow)]
    pub upos: Option<Cow<'a, str>>,
    /// NKJP/SGJP positional tag.
    #[serde(borrow)]
    pub xpos: Option<Cow<'a, str>>,
    /// Features of Universal Dependencies.
    #[serde(borrow)]
    pub feats: Option<Cow<'a, str>>,
}

/// Someone or something named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entity<'a> {
    /// Its number in the article.
    pub id: u32,
    /// What it is.
    pub kind: EntityKind,
    /// The nominative, as full as the article allows.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    /// Gender of a person where the text shows it.
    pub gender: Option<Gender>,
    /// Whether the name is sure: `false` where the article leaves another nominative nearly as likely.
    #[serde(default = "yes")]
    pub certain: bool,
    /// Where it is mentioned.
    #[serde(borrow)]
    pub mentions: Vec<Mention<'a>>,
    /// Where a person is spoken of by a stated role alone.
    #[serde(default, borrow)]
    pub references: Vec<Reference<'a>>,
}

/// Analyses written before a key was added read as certain.
fn yes() -> bool {
    true
}

/// A role without a name that stands for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reference<'a> {
    /// Its bytes.
    pub span: Span,
    /// The role in the nominative.
    #[serde(borrow)]
    pub role: Cow<'a, str>,
}

/// A mention of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mention<'a> {
    /// Its bytes.
    pub span: Span,
    /// As written.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// Base form of this mention alone.
    #[serde(borrow)]
    pub lemma: Cow<'a, str>,
    /// Whether the base form is sure: `false` where another one fits nearly as well.
    #[serde(default = "yes")]
    pub certain: bool,
    /// Role beside the name, in the nominative.
    #[serde(borrow)]
    pub role: Option<Cow<'a, str>>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote<'a> {
    /// How it is reported.
    pub kind: QuoteKind,
    /// Its pieces; more than one where the cue interrupts it.
    pub content: Vec<Span>,
    /// What carries the report.
    #[serde(borrow)]
    pub cue: Option<Cue<'a>>,
    /// Who is quoted.
    #[serde(borrow)]
    pub speaker: Option<Speaker<'a>>,
}

/// The word that carries a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Cue<'a> {
    /// Its bytes.
    pub span: Span,
    /// Its lemma.
    #[serde(borrow)]
    pub lemma: Cow<'a, str>,
}

/// Who is quoted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Speaker<'a> {
    /// The nominative.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    /// The entity's number; `None` for an unnamed source.
    pub entity: Option<u32>,
    /// The mention in the cue's own clause.
    pub span: Option<Span>,
    /// How the speaker was found.
    pub resolution: Resolution,
    /// How certain the attribution is, from 0 to 1.
    pub confidence: f32,
}

/// A temporal expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Timex<'a> {
    /// Its bytes.
    pub span: Span,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: TimexType,
    /// TIMEX3 value, ranges as `START/END`.
    #[serde(borrow)]
    pub value: Cow<'a, str>,
    /// START, MID, END, APPROX, BEFORE, AFTER.
    #[serde(rename = "mod", borrow)]
    pub modifier: Option<Cow<'a, str>>,
    /// First calendar day that is certain.
    pub earliest: Option<PartialDate>,
    /// Last calendar day that is certain.
    pub latest: Option<PartialDate>,
}

impl<'a> Document<'a> {
    pub(super) fn new(analysis: &'a Analysis, text: &'a str) -> Self {
        let blocks = analysis.blocks.iter();
        Self {
            schema: SCHEMA,
            published: analysis.published,
            blocks: blocks.map(|b| Block { kind: b.kind, span: b.span, target: b.target }).collect(),
            sentences: analysis.sentences().iter().map(|range| sentence(analysis, text, range)).collect(),
            entities: analysis.entities.iter().map(|entity| Entity::new(entity, text)).collect(),
            quotes: analysis.quotes.iter().map(Quote::from).collect(),
            dates: analysis.dates.iter().map(Timex::from).collect(),
        }
    }
}

fn sentence<'a>(analysis: &'a Analysis, text: &'a str, range: &TokenRange) -> Sentence<'a> {
    let tokens = range.clone().filter_map(|index| analysis.columns.token(text, index));
    Sentence { span: analysis.span(range), tokens: tokens.map(Token::from).collect() }
}

impl<'a> From<TaggedToken<'a>> for Token<'a> {
    fn from(token: TaggedToken<'a>) -> Self {
        Self {
            span: token.span(),
            text: Cow::Borrowed(token.text()),
            kind: Cow::Borrowed(kind_name(token.kind())),
            words: token.words().map(|word| Word::new(word, token)).collect(),
        }
    }
}

impl<'a> Word<'a> {
    fn new(word: morph::Word<'a>, token: TaggedToken<'a>) -> Self {
        let (tag, lemma) = (word.reading.tag, word.reading.lemma);
        let spelled = (tag.class() != Class::Ign).then(|| token.spelled(word.reading));
        let (xpos, feats) = spelled.unzip();
        Self {
            form: Cow::Borrowed(word.span.slice(token.source_text()).unwrap_or_default()),
            lemma: Some(Cow::Borrowed(lemma)),
            upos: xpos.is_some().then(|| Cow::Borrowed(tag.upos(lemma).as_str())),
            xpos,
            feats: feats.filter(|feats| !feats.is_empty()),
        }
    }
}

fn kind_name(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Word => "word",
        TokenKind::Number => "number",
        TokenKind::Punctuation => "punctuation",
        TokenKind::Symbol => "symbol",
        TokenKind::Url => "url",
        TokenKind::Email => "email",
        TokenKind::Hashtag => "hashtag",
        TokenKind::Handle => "handle",
        TokenKind::Emoji => "emoji",
    }
}

impl<'a> Entity<'a> {
    fn new(entity: &'a crate::name::Entity, text: &'a str) -> Self {
        let mentions = entity.mentions.iter().map(|mention| Mention {
            span: mention.span,
            text: Cow::Borrowed(mention.span.slice(text).unwrap_or_default()),
            lemma: Cow::Borrowed(&mention.lemma),
            certain: mention.certain,
            role: mention.role.as_deref().map(Cow::Borrowed),
        });
        let references = entity
            .references
            .iter()
            .map(|reference| Reference { span: reference.span, role: Cow::Borrowed(&*reference.role) });
        Self {
            id: entity.id,
            kind: entity.kind,
            name: Cow::Borrowed(&entity.name),
            gender: entity.gender,
            certain: entity.certain,
            mentions: mentions.collect(),
            references: references.collect(),
        }
    }
}

impl<'a> From<&'a crate::quote::Quote> for Quote<'a> {
    fn from(quote: &'a crate::quote::Quote) -> Self {
        let speaker = quote.speaker.as_ref().map(|speaker| Speaker {
            name: Cow::Borrowed(&*speaker.name),
            entity: speaker.entity,
            span: speaker.span,
            resolution: speaker.resolution,
            confidence: speaker.confidence,
        });
        let cue = quote.cue.as_ref().map(|cue| Cue { span: cue.span, lemma: Cow::Borrowed(&*cue.lemma) });
        Self { kind: quote.kind, content: quote.content.clone(), cue, speaker }
    }
}

impl<'a> From<&'a crate::date::Timex> for Timex<'a> {
    fn from(timex: &'a crate::date::Timex) -> Self {
        Self {
            span: timex.span,
            kind: timex.kind,
            value: Cow::Owned(timex.value.to_string()),
            modifier: timex.modifier.map(|modifier| Cow::Borrowed(modifier.as_str())),
            earliest: timex.bounds.map(|bounds| bounds.0),
            latest: timex.bounds.map(|bounds| bounds.1),
        }
    }
}
