//! An article from fields that the caller has apart.

use super::layout::{self, Given};
use super::{Article, Block, BlockKind, lines};
use crate::calendar::PartialDate;
use crate::span::Span;

/// What stands between two fields in the joined text.
const GAP: &str = "\n\n";

/// Joins title, lead and body into an article of one text, with a blank line between them.
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ArticleBuilder {
    title: String,
    lead: String,
    body: String,
    published: Option<PartialDate>,
}

impl ArticleBuilder {
    /// The headline.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// The first paragraph, where it is kept apart from the body.
    pub fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = lead.into();
        self
    }

    /// Everything else. Its parts are found as [`Article::parse`] finds them.
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = body.into();
        self
    }

    /// When the article appeared; without it a date line in the body counts.
    pub fn published(mut self, date: PartialDate) -> Self {
        self.published = Some(date);
        self
    }

    /// The article. Spans of an analysis refer to [`Article::text`], the joined text.
    #[must_use]
    pub fn build(self) -> Article {
        let (mut text, mut blocks) = (String::new(), Vec::new());
        for (field, kind) in [(&self.title, BlockKind::Title), (&self.lead, BlockKind::Lead)] {
            let body = lines::trim(field);
            if !body.is_empty() {
                blocks.push(Block {
                    kind,
                    span: Span::at(text.len(), text.len() + body.len()),
                    target: None,
                });
                text.push_str(body);
                text.push_str(GAP);
            }
        }
        let given =
            Given { title: !lines::trim(&self.title).is_empty(), lead: !lines::trim(&self.lead).is_empty() };
        let from = text.len();
        text.push_str(&self.body);
        let layout = layout::parse(&text, from, given);
        blocks.extend(layout.blocks);
        Article { text, blocks, published: self.published.or(layout.published) }
    }
}
