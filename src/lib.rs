//! Polish news text to a typed model: clean blocks, tokens, sentences, lemmas, people and organizations with nominative
//! names, every quotation with its resolved speaker, every date as a calendar value.
//!
//! Pure Rust, no model to download, no network, no clock. Any `&str` is analysed without panic, in time linear in its length.
//!
//! # An article
//!
//! ```
//! # #[cfg(feature = "lexicon")] {
//! use depesza::{Analyzer, Article};
//!
//! let article = Article::parse(
//!     "Data publikacji: 2023-09-14\n\n\
//!      Minister Jan Kowalski podpisał w środę umowę z Litwą. – To dobra wiadomość – powiedział Kowalski.",
//! );
//! let analysis = Analyzer::new().analyze(&article)?;
//!
//! let quote = &analysis.quotes()[0];
//! assert_eq!(quote.text(&article), "To dobra wiadomość");
//! assert_eq!(quote.speaker.as_ref().unwrap().name, "Jan Kowalski");
//! assert_eq!(analysis.dates()[0].value.to_string(), "2023-09-13");
//! assert_eq!(analysis.people().next().unwrap().mentions[0].role.as_deref(), Some("minister"));
//! # }
//! # Ok::<(), depesza::Error>(())
//! ```
//!
//! # One stage alone
//!
//! Every stage is a function of a text, usable without the rest:
//!
//! ```
//! # #[cfg(feature = "lexicon")] {
//! use depesza::{date, morph, name, quote, sentence, token};
//!
//! assert_eq!(token::tokens("m.in. 5-letni").count(), 3); // m.in + . + 5-letni
//! assert_eq!(sentence::sentences("Przyszedł prof. Nowak. Wyszedł.").count(), 2);
//! assert_eq!(morph::lemma("Putinem"), "Putin");
//! assert_eq!(name::base_form("Kamali Harris"), "Kamala Harris");
//! let anchor = "2023-09-14".parse().ok();
//! assert_eq!(date::find("Wróci za dwa dni.", anchor)[0].value.to_string(), "2023-09-16");
//! assert_eq!(quote::find("„Nie ma zgody” – powiedziała Anna Nowak.").len(), 1);
//! # }
//! ```
//!
//! # More
//!
//! The [`cookbook`] has recipes for every module.
//!
//! # Offsets
//!
//! A [`Span`] is a pair of byte offsets into the text that was passed in, never into a normalised copy; it falls on character
//! boundaries. [`text::TextIndex`] turns bytes into code points, UTF-16 units and lines.
//!
//! # Crate features
//!
//! * `lexicon` (default): the SGJP dictionary of Polish inside the crate. Without it, and without a dictionary of your own
//!   ([`AnalyzerBuilder::lexicon`]), layout, tokens and sentences are the same; most dates are found, but the tense of a verb
//!   no longer tells which "sobota" is meant; a word outside the closed lists is its own base form, so that few names and
//!   quotations are recognized.
//! * `html` (default): [`render::html`](render), the analysis as a self-contained page.
//! * `jiff`: conversions to and from jiff's civil types.
//! * `schemars`: the JSON Schema of [`analysis::Document`].
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod analysis;
pub mod analyzer;
pub mod article;
pub mod calendar;
pub mod date;
pub mod error;
pub mod lexicon;
pub mod morph;
pub mod name;
pub mod quote;
pub mod render;
pub mod sentence;
pub mod span;
pub mod text;
pub mod token;

pub use analysis::Analysis;
pub use analyzer::{Analyzer, AnalyzerBuilder};
pub use article::Article;
pub use error::Error;
pub use span::Span;

/// Recipes, a page for each module; every one of them is run as a test where the default features are there.
#[cfg(any(doc, doctest))]
#[cfg(any(not(doctest), all(feature = "html", feature = "lexicon")))]
pub mod cookbook {
    #[doc = include_str!("cookbook/analysis.md")]
    pub mod analysis {}
    #[doc = include_str!("cookbook/article.md")]
    pub mod article {}
    #[doc = include_str!("cookbook/calendar.md")]
    pub mod calendar {}
    #[doc = include_str!("cookbook/date.md")]
    pub mod date {}
    #[doc = include_str!("cookbook/lexicon.md")]
    pub mod lexicon {}
    #[doc = include_str!("cookbook/morph.md")]
    pub mod morph {}
    #[doc = include_str!("cookbook/name.md")]
    pub mod name {}
    #[doc = include_str!("cookbook/quote.md")]
    pub mod quote {}
    #[doc = include_str!("cookbook/render.md")]
    pub mod render {}
    #[doc = include_str!("cookbook/sentence.md")]
    pub mod sentence {}
    #[doc = include_str!("cookbook/text.md")]
    pub mod text {}
    #[doc = include_str!("cookbook/token.md")]
    pub mod token {}
}

/// The README's code is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
