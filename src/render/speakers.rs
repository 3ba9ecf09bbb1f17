//! Who speaks in the article, and what they say.

use std::collections::HashMap;

use crate::analysis::Document;
use crate::quote::QuoteKind;

/// Colours for speakers; speakers beyond them share the last one.
pub(super) const COLOURS: usize = 7;

/// A speaker with the quotations that the article gives them.
#[derive(Debug)]
pub(super) struct Speaker<'a> {
    /// `None` for quotations that nobody could be named for.
    pub(super) name: Option<&'a str>,
    /// Number of a colour, 0 for nobody.
    pub(super) colour: usize,
    /// Their numbers among the quotations of the article.
    pub(super) quotes: Vec<usize>,
}

/// The speakers in the order of their first words; unattributed quotations come last. Quotations of one entity are of one
/// speaker, and so are those of one name.
pub(super) fn speakers<'a>(document: &'a Document<'_>) -> Vec<Speaker<'a>> {
    let mut speakers: Vec<Speaker<'a>> = Vec::new();
    let (mut by_entity, mut by_name) = (HashMap::new(), HashMap::new());
    for (number, quote) in document.quotes.iter().enumerate() {
        let speaker = quote.speaker.as_ref();
        let (name, entity) = (speaker.map(|x| &*x.name), speaker.and_then(|x| x.entity));
        let known = entity.and_then(|entity| by_entity.get(&entity)).or_else(|| by_name.get(&name)).copied();
        let at = known.unwrap_or(speakers.len());
        by_name.entry(name).or_insert(at);
        if let Some(entity) = entity {
            by_entity.entry(entity).or_insert(at);
        }
        match speakers.get_mut(at) {
            Some(speaker) => speaker.quotes.push(number),
            None => speakers.push(Speaker { name, colour: 0, quotes: vec![number] }),
        }
    }
    speakers.sort_by_key(|speaker| speaker.name.is_none());
    for (k, speaker) in speakers.iter_mut().filter(|speaker| speaker.name.is_some()).enumerate() {
        speaker.colour = (k + 1).min(COLOURS);
    }
    speakers
}

/// How a quotation is reported, in a word.
pub(super) fn kind_name(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        QuoteKind::Indirect => "indirect",
    }
}
