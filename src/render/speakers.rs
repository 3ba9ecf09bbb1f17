//! Who speaks in the article, and what they say.

use crate::analysis::Document;
use crate::analysis::document::Quote;
use crate::quote::QuoteKind;

/// Colours for speakers; speakers beyond them share the last one.
pub(super) const COLOURS: usize = 7;

/// A speaker with the quotations that the article gives them.
#[derive(Debug)]
pub(super) struct Speaker<'a> {
    /// `None` for quotations that nobody could be named for.
    pub(super) name: Option<&'a str>,
    entity: Option<u32>,
    /// Number of a colour, 0 for nobody.
    pub(super) colour: usize,
    /// Their numbers among the quotations of the article.
    pub(super) quotes: Vec<usize>,
}

/// The speakers in the order of their first words; unattributed quotations come last.
pub(super) fn speakers<'a>(document: &'a Document<'_>) -> Vec<Speaker<'a>> {
    let mut speakers: Vec<Speaker<'a>> = Vec::new();
    for (number, quote) in document.quotes.iter().enumerate() {
        if let Some(speaker) = speakers.iter_mut().find(|speaker| speaker.says(quote)) {
            speaker.quotes.push(number);
            continue;
        }
        let speaker = quote.speaker.as_ref();
        speakers.push(Speaker {
            name: speaker.map(|speaker| &*speaker.name),
            entity: speaker.and_then(|speaker| speaker.entity),
            colour: 0,
            quotes: vec![number],
        });
    }
    speakers.sort_by_key(|speaker| speaker.name.is_none());
    for (k, speaker) in speakers.iter_mut().filter(|speaker| speaker.name.is_some()).enumerate() {
        speaker.colour = (k + 1).min(COLOURS);
    }
    speakers
}

impl Speaker<'_> {
    fn says(&self, quote: &Quote<'_>) -> bool {
        let speaker = quote.speaker.as_ref();
        let same_entity = self.entity.is_some() && self.entity == speaker.and_then(|speaker| speaker.entity);
        same_entity || self.name == speaker.map(|speaker| &*speaker.name)
    }
}

/// How a quotation is reported, in a word.
pub(super) fn kind_name(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        QuoteKind::Indirect => "indirect",
    }
}
