//! The article: one unchanged text, its parts as spans.

use serde::{Deserialize, Serialize};

use crate::calendar::PartialDate;
use crate::span::Span;

mod builder;
mod byline;
mod dateline;
mod layout;
mod lines;
mod parts;
mod patterns;
mod roles;
mod view;

pub use builder::ArticleBuilder;

/// Kinds of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BlockKind {
    /// When the article appeared or was changed.
    Dateline,
    /// The headline.
    Title,
    /// The first paragraph of the story.
    Lead,
    /// A short line between paragraphs that names what follows.
    Heading,
    /// Running prose.
    Paragraph,
    /// A link to another article ("Czytaj też: …").
    Related,
    /// Signatures, sources, captions, share and cookie lines.
    Boilerplate,
}

/// A part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes, without the white space around.
    pub span: Span,
    /// For a related link: the title that it points to.
    pub target: Option<Span>,
}

/// A news article: one text as the caller passed it in, its blocks, its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    text: String,
    blocks: Vec<Block>,
    published: Option<PartialDate>,
}

impl Article {
    /// Finds the parts of an article in its text. Any text is an article; a blank one has no blocks.
    ///
    /// ```
    /// use depesza::Article;
    ///
    /// let article = Article::parse("date 2023-09 Do spotkania może dojść we wtorek.");
    /// assert_eq!(article.published().unwrap().to_string(), "2023-09");
    /// assert_eq!(article.blocks().len(), 2);
    /// ```
    pub fn parse(text: impl Into<String>) -> Self {
        let text = text.into();
        let layout::Layout { blocks, published } = layout::parse(&text, 0, layout::Given::default());
        Self { text, blocks, published }
    }

    /// For callers who have title, lead and body apart.
    ///
    /// ```
    /// use depesza::Article;
    ///
    /// let article = Article::builder()
    ///     .title("Umowa od stycznia")
    ///     .body("Minister podpisał umowę.\n\nCzytaj też: Budżet przyjęty")
    ///     .published("2023-09-14".parse()?)
    ///     .build();
    /// let kinds: Vec<_> = article.blocks().iter().map(|block| block.kind).collect();
    /// use depesza::article::BlockKind::{Lead, Related, Title};
    /// assert_eq!(kinds, [Title, Lead, Related]);
    /// # Ok::<(), depesza::Error>(())
    /// ```
    pub fn builder() -> ArticleBuilder {
        ArticleBuilder::default()
    }

    /// The same article with the date of publication set by the caller.
    #[must_use]
    pub fn published_on(mut self, date: PartialDate) -> Self {
        self.published = Some(date);
        self
    }

    /// The text as the caller passed it in.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its blocks in text order. They cover all that is not blank and do not overlap.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// When it appeared: as the caller says, else as its date line says.
    pub fn published(&self) -> Option<PartialDate> {
        self.published
    }
}
