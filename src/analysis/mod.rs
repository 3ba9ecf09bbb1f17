//! The analysis of an article: what the stages found, with accessors and no logic of its own.

use crate::article::{Article, Block};
use crate::calendar::PartialDate;
use crate::date::Timex;
use crate::morph::{Columns, TaggedToken, TokenRange};
use crate::name::{Entity, EntityKind};
use crate::quote::Quote;
use crate::span::Span;

pub mod document;

pub use document::Document;

/// What was found in an article. It owns spans and short derived strings (lemmas, names, values), so it outlives the
/// article's text and moves between threads; methods that give words take the article again.
#[derive(Clone, Debug)]
pub struct Analysis {
    pub(crate) published: Option<PartialDate>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) columns: Columns,
    pub(crate) entities: Vec<Entity>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) dates: Vec<Timex>,
}

impl Analysis {
    /// The date that relative expressions were resolved against.
    pub fn published(&self) -> Option<PartialDate> {
        self.published
    }

    /// The article's blocks in text order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Everyone and everything named, ordered by first mention; an entity's `id` is its index here.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The people.
    pub fn people(&self) -> impl Iterator<Item = &Entity> {
        self.of_kind(EntityKind::Person)
    }

    /// Companies, institutions, parties, newspapers.
    pub fn organizations(&self) -> impl Iterator<Item = &Entity> {
        self.of_kind(EntityKind::Organization)
    }

    /// Countries, towns, rivers.
    pub fn places(&self) -> impl Iterator<Item = &Entity> {
        self.of_kind(EntityKind::Place)
    }

    fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = &Entity> {
        self.entities.iter().filter(move |entity| entity.kind == kind)
    }

    /// The quotations in text order.
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// The quotations of one speaker, by the entity's `id`.
    pub fn quotes_by(&self, entity: u32) -> impl Iterator<Item = &Quote> {
        self.quotes
            .iter()
            .filter(move |quote| quote.speaker.as_ref().is_some_and(|speaker| speaker.entity == Some(entity)))
    }

    /// The temporal expressions in text order.
    pub fn dates(&self) -> &[Timex] {
        &self.dates
    }

    /// The tokens in text order, with their words.
    pub fn tokens<'a>(
        &'a self,
        article: &'a Article,
    ) -> impl DoubleEndedIterator<Item = TaggedToken<'a>> + Clone {
        self.slice(article, 0..self.columns.len())
    }

    /// The sentences in text order as ranges of tokens.
    pub fn sentences(&self) -> &[TokenRange] {
        self.columns.sentences()
    }

    /// The tokens of a range, a sentence say; what is out of bounds is left out.
    pub fn slice<'a>(
        &'a self,
        article: &'a Article,
        range: TokenRange,
    ) -> impl DoubleEndedIterator<Item = TaggedToken<'a>> + Clone {
        range.filter_map(|index| self.columns.token(article.text(), index))
    }

    /// Span from the first to the last token of a range; empty for an empty range.
    pub fn span(&self, range: &TokenRange) -> Span {
        let at = |index| self.columns.token("", index).map(TaggedToken::span);
        match (at(range.start), range.end.checked_sub(1).and_then(at)) {
            (Some(first), Some(last)) => first.to(last),
            _ => Span::default(),
        }
    }

    /// The analysis as the record that is written as JSON.
    pub fn document<'a>(&'a self, article: &'a Article) -> Document<'a> {
        Document::new(self, article.text())
    }
}

impl Quote {
    /// Its words; pieces that a cue interrupts are joined by a space.
    pub fn text(&self, article: &Article) -> String {
        let pieces = self.content.iter().filter_map(|piece| piece.slice(article.text()));
        pieces.collect::<Vec<_>>().join(" ")
    }
}
