//! Tags as they are written.

use super::Tag;

/// A tag and its features as text, which is made once for all words that have them.
#[derive(Debug)]
pub(super) struct Spelling {
    tag: Tag,
    /// A lemma that has these features; see [`Tag::like`].
    lemma: Box<str>,
    pub(super) xpos: Box<str>,
    pub(super) feats: Box<str>,
}

impl Spelling {
    pub(super) fn new(tag: Tag, lemma: &str) -> Self {
        let (xpos, feats) = (tag.to_string().into(), tag.feats(lemma).to_string().into());
        Self { tag, lemma: lemma.into(), xpos, feats }
    }

    pub(super) fn is_of(&self, tag: Tag, lemma: &str) -> bool {
        self.tag == tag && *self.lemma == *lemma
    }
}
