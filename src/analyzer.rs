//! Which stages run, and in which order.

use std::sync::Arc;

use crate::analysis::Analysis;
use crate::article::{Article, BlockKind};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::morph::{ParagraphKind, Tagger};
use crate::sentence::{self, Ending};
use crate::{date, name, quote, token};

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
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    tagger: Tagger,
    max_len: usize,
}

impl Default for Analyzer {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyzer {
    /// An analyzer with default options.
    pub fn new() -> Self {
        Self { shared: Arc::new(Shared { tagger: Tagger::new(), max_len: DEFAULT_MAX_LEN }) }
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
        let (text, limit) = (article.text(), self.shared.max_len);
        if text.len() > limit {
            return Err(Error::TextTooLong { len: text.len(), limit });
        }
        let stretches = article.blocks().iter().map(|block| (block.span, paragraph_kind(block.kind)));
        let tagged = self.shared.tagger.tag(text, stretches);
        let forms = tagged.forms();
        let dates = date::find_with(&tagged, &forms, article.published());
        let entities = name::find_with(&tagged, &forms);
        let quotes = quote::find_with(&tagged, &forms, &entities);
        drop(forms);
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
///
/// ```
/// # #[cfg(feature = "lexicon")] {
/// use depesza::sentence::Ending;
/// use depesza::{Analyzer, Article};
///
/// let analyzer = Analyzer::builder()
///     .abbreviation("pdkom.", Ending::Never)
///     .protect("Canal+")
///     .word("Zełenski", "Kowalski")
///     .build()?;
/// let article = Article::parse("Zeznawał pdkom. Nowak, reporter Canal+ milczał.");
/// let analysis = analyzer.analyze(&article)?;
/// assert_eq!(analysis.sentences().len(), 1);
/// assert!(analysis.tokens(&article).any(|token| token.text() == "Canal+"));
/// # }
/// # Ok::<(), depesza::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct AnalyzerBuilder {
    max_len: usize,
    lexicon: Option<Lexicon>,
    abbreviations: Vec<(String, Ending)>,
    protected: Vec<String>,
    words: Vec<(String, String)>,
}

impl Default for AnalyzerBuilder {
    fn default() -> Self {
        Self {
            max_len: DEFAULT_MAX_LEN,
            lexicon: None,
            abbreviations: Vec::new(),
            protected: Vec::new(),
            words: Vec::new(),
        }
    }
}

impl AnalyzerBuilder {
    /// Longest text in bytes that is analysed; longer ones are refused. At most 4 GiB − 1, whatever is set.
    pub fn max_len(mut self, bytes: usize) -> Self {
        self.max_len = bytes.min(u32::MAX as usize);
        self
    }

    /// Another dictionary than the bundled one.
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicon = Some(lexicon);
        self
    }

    /// An abbreviation beyond the built-in ones, and when a sentence may end in it.
    pub fn abbreviation(mut self, entry: impl Into<String>, ending: Ending) -> Self {
        self.abbreviations.push((entry.into(), ending));
        self
    }

    /// A token that is kept whole wherever it stands as a word of its own: `Canal+`, `AC/DC`.
    pub fn protect(mut self, token: impl Into<String>) -> Self {
        self.protected.push(token.into());
        self
    }

    /// A word that the dictionary lacks, by its lemma, and a lemma of the dictionary that it is inflected like.
    pub fn word(mut self, lemma: impl Into<String>, model: impl Into<String>) -> Self {
        self.words.push((lemma.into(), model.into()));
        self
    }

    /// The analyzer.
    ///
    /// # Errors
    /// [`Error::InvalidEntry`] for an abbreviation or a protected token that is empty or holds white space, and for a word
    /// whose model is not in the dictionary or ends in another way.
    pub fn build(self) -> Result<Analyzer, Error> {
        let mut sentences = sentence::Options::default();
        for (entry, ending) in &self.abbreviations {
            sentences = sentences.abbreviation(entry, *ending)?;
        }
        let mut tokens = token::Options::default();
        for entry in &self.protected {
            tokens = tokens.protect(entry)?;
        }
        let mut tagger = Tagger::new().sentence_options(sentences).token_options(tokens);
        if let Some(lexicon) = self.lexicon {
            tagger = tagger.lexicon(lexicon);
        }
        tagger = tagger.words(self.words.iter().map(|(lemma, model)| (lemma.as_str(), model.as_str())))?;
        Ok(Analyzer { shared: Arc::new(Shared { tagger, max_len: self.max_len }) })
    }
}
