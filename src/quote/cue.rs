//! The cue lexicon: which verbs and phrases carry a report, and how they are built.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use crate::text::{Hasher, rows};

/// What a cue takes; see `cues.txt`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames(u16);

impl Frames {
    pub(super) const CLAUSE: Self = Self(1);
    pub(super) const QUESTION: Self = Self(1 << 1);
    pub(super) const WISH: Self = Self(1 << 2);
    pub(super) const DIRECT: Self = Self(1 << 3);
    pub(super) const PERSON: Self = Self(1 << 4);
    pub(super) const THING: Self = Self(1 << 5);
    pub(super) const NESTED: Self = Self(1 << 6);
    /// Carries no report, even where only cues stand.
    pub(super) const NEVER: Self = Self(1 << 7);
    pub(super) const OURS: Self = Self(1 << 8);
    /// Goes on with what the same person said.
    pub(super) const ADDS: Self = Self(1 << 9);
    /// Answers what another said.
    pub(super) const REPLIES: Self = Self(1 << 10);

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn parse(words: &str) -> Self {
        words.split_whitespace().fold(Self::default(), |frames, word| {
            let frame = match word {
                "że" | "jakoby" => Self::CLAUSE,
                "czy" => Self::QUESTION,
                "by" => Self::WISH,
                "direct" => Self::DIRECT,
                "person" => Self::PERSON,
                "thing" => Self::THING,
                "nested" => Self::NESTED,
                "never" => Self::NEVER,
                "ours" => Self::OURS,
                "adds" => Self::ADDS,
                "replies" => Self::REPLIES,
                _ => Self::default(),
            };
            Self(frames.0 | frame.0)
        })
    }
}

/// One cue: what stands beside the verb, and what the whole takes.
#[derive(Debug)]
pub(super) struct Entry {
    /// Fixed words beside the verb ("uwagę"), as keys.
    pub(super) tail: Vec<&'static str>,
    /// Whether it is a cue only with "nie".
    pub(super) negated: bool,
    pub(super) frames: Frames,
}

static LEXICON: Lazy<HashMap<&'static str, Vec<Entry>, Hasher>> = Lazy::new(|| {
    let mut lexicon: HashMap<&'static str, Vec<Entry>, Hasher> = HashMap::default();
    for line in rows(include_str!("cues.txt")) {
        let Some((cue, frames)) = line.split_once(':') else { continue };
        let (verbs, tail) = cue.split_once('+').unwrap_or((cue, ""));
        let affirmed = verbs.trim().strip_prefix("nie ");
        for verb in affirmed.unwrap_or(verbs).split('/') {
            let entries = lexicon.entry(verb.trim()).or_default();
            let tail: Vec<_> = tail.split_whitespace().collect();
            // The longest phrase first, so that "zwrócić uwagę" wins over "zwrócić".
            let place = entries.partition_point(|entry| entry.tail.len() >= tail.len());
            entries.insert(place, Entry { tail, negated: affirmed.is_some(), frames: Frames::parse(frames) });
        }
    }
    lexicon
});

/// The cues that begin with this verb, phrases before the bare verb.
pub(super) fn entries(lemma: &str) -> &'static [Entry] {
    LEXICON.get(lemma).map_or(&[], Vec::as_slice)
}

/// Whether a verb has one of these frames, by itself or in one of its phrases.
pub(super) fn takes(lemma: &str, frames: Frames) -> bool {
    entries(lemma).iter().any(|entry| entry.frames.has(frames))
}

/// Whether a verb is no cue even where only cues stand.
pub(super) fn is_never(lemma: &str) -> bool {
    takes(lemma, Frames::NEVER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_least_250_cues() {
        assert!(LEXICON.values().map(Vec::len).sum::<usize>() >= 250);
    }

    #[test]
    fn every_cue_takes_something() {
        assert!(LEXICON.values().flatten().all(|entry| entry.frames != Frames::default()));
    }

    #[test]
    fn phrases_come_before_the_bare_verb() {
        assert_eq!(entries("zwrócić").first().unwrap().tail.len(), 3);
        assert!(entries("ukrywać").iter().all(|entry| entry.negated));
        assert!(entries("świecić").is_empty());
    }
}
