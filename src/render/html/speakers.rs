//! Who speaks in the article, and what they say.

use crate::analysis::Document;
use crate::analysis::document::Quote;

/// Colours of the page; speakers beyond them share the last one.
const COLOURS: usize = 7;

/// A speaker with the quotations that the article gives them.
#[derive(Debug)]
pub(super) struct Speaker<'a> {
    /// `None` for quotations that nobody could be named for.
    pub(super) name: Option<&'a str>,
    entity: Option<u32>,
    /// Number of a colour, 0 for nobody.
    pub(super) colour: usize,
    pub(super) quotes: Vec<Quotation<'a>>,
}

/// A quotation in the list of speakers.
#[derive(Debug)]
pub(super) struct Quotation<'a> {
    /// Its number among the quotations.
    pub(super) number: usize,
    pub(super) kind: &'static str,
    pub(super) pieces: Vec<&'a str>,
    pub(super) cue: Option<&'a str>,
}

/// The speakers in the order of their first words; unattributed quotations come last.
pub(super) fn speakers<'a>(text: &'a str, document: &'a Document<'_>) -> Vec<Speaker<'a>> {
    let mut speakers: Vec<Speaker<'a>> = Vec::new();
    for (number, quote) in document.quotes.iter().enumerate() {
        let quotation = quotation(text, number, quote);
        if let Some(speaker) = speakers.iter_mut().find(|speaker| speaker.says(quote)) {
            speaker.quotes.push(quotation);
            continue;
        }
        let speaker = quote.speaker.as_ref();
        speakers.push(Speaker {
            name: speaker.map(|speaker| &*speaker.name),
            entity: speaker.and_then(|speaker| speaker.entity),
            colour: 0,
            quotes: vec![quotation],
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
        match &quote.speaker {
            Some(speaker) if speaker.entity.is_some() => self.entity == speaker.entity,
            Some(speaker) => self.entity.is_none() && self.name == Some(&*speaker.name),
            None => self.name.is_none(),
        }
    }
}

fn quotation<'a>(text: &'a str, number: usize, quote: &'a Quote<'_>) -> Quotation<'a> {
    use crate::quote::QuoteKind::{Direct, Indirect, Mixed};
    let kind = match quote.kind {
        Direct => "direct",
        Mixed => "mixed",
        Indirect => "indirect",
    };
    let pieces = quote.content.iter().filter_map(|piece| piece.slice(text)).collect();
    Quotation { number, kind, pieces, cue: quote.cue.as_ref().map(|cue| &*cue.lemma) }
}
