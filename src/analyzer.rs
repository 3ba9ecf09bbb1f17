//! Which stages run, and in which order.

use std::sync::Arc;

use crate::analysis::Analysis;
use crate::article::{Article, BlockKind};
use crate::error::Error;
use crate::morph::{ParagraphKind, Tagged};
use crate::{date, name, quote};

/// Longest text that is analysed unless the builder says otherwise: 4 MiB.
pub const DEFAULT_MAX_LEN: usize = 4 << 20;

/// Analyses articles. Cheap to clone; one is enough for all threads.
///
/// ```
/// use depesza::{Analyzer, Article};
///
/// let article = Article::parse("W środę minister podpisał umowę.");
/// let analysis = Analyzer::new().analyze(&article)?;
/// assert_eq!(analysis.sentences().len(), 1);
/// # Ok::<(), depesza::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Analyzer {
    options: Arc<Options>,
}

#[derive(Clone, Debug)]
struct Options {
    max_len: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_len: DEFAULT_MAX_LEN }
    }
}

impl Default for Analyzer {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyzer {
    /// An analyzer with default options.
    pub fn new() -> Self {
        Self { options: Arc::default() }
    }

    /// To set options.
    pub fn builder() -> AnalyzerBuilder {
        AnalyzerBuilder::default()
    }

    /// Analyses an article.
    ///
    /// # Errors
    /// [`Error::TextTooLong`] when the text is over the limit; nothing else can fail.
    pub fn analyze(&self, article: &Article) -> Result<Analysis, Error> {
        let (text, limit) = (article.text(), self.options.max_len);
        if text.len() > limit {
            return Err(Error::TextTooLong { len: text.len(), limit });
        }
        let stretches = article.blocks().iter().map(|block| (block.span, paragraph_kind(block.kind)));
        let tagged = Tagged::with_paragraphs(text, stretches);
        let dates = date::find_in(&tagged, article.published());
        let entities = name::find(&tagged);
        let quotes = quote::find_in(&tagged, &entities);
        Ok(Analysis {
            published: article.published(),
            blocks: article.blocks().to_vec(),
            columns: tagged.into_columns(),
            entities,
            quotes,
            dates,
        })
    }
}

/// What the stages may do with a block.
fn paragraph_kind(kind: BlockKind) -> ParagraphKind {
    match kind {
        BlockKind::Title | BlockKind::Heading => ParagraphKind::Heading,
        BlockKind::Lead | BlockKind::Paragraph => ParagraphKind::Prose,
        BlockKind::Dateline | BlockKind::Related | BlockKind::Boilerplate => ParagraphKind::Aside,
    }
}

/// Options of an [`Analyzer`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct AnalyzerBuilder {
    options: Options,
}

impl AnalyzerBuilder {
    /// Longest text in bytes that is analysed; longer ones are refused. At most 4 GiB − 1, whatever is set.
    pub fn max_len(mut self, bytes: usize) -> Self {
        self.options.max_len = bytes.min(u32::MAX as usize);
        self
    }

    /// The analyzer.
    ///
    /// # Errors
    /// When an option cannot be honoured; no option can fail yet.
    pub fn build(self) -> Result<Analyzer, Error> {
        Ok(Analyzer { options: Arc::new(self.options) })
    }
}
