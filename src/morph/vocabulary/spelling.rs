//! Tags as they are written.

use crate::morph::Tag;

/// A tag and its features as text, which is made once for all words that have them.
#[derive(Debug)]
pub(in crate::morph) struct Spelling {
    tag: Tag,
    /// A lemma that has these features; see [`Tag::like`].
    lemma: Box<str>,
    pub(in crate::morph) xpos: Box<str>,
    pub(in crate::morph) feats: Box<str>,
}

impl Spelling {
    pub(in crate::morph) fn new(tag: Tag, lemma: &str) -> Self {
        let (xpos, feats) = (tag.to_string().into(), tag.feats(lemma).to_string().into());
        Self { tag, lemma: lemma.into(), xpos, feats }
    }

    pub(in crate::morph) fn is_of(&self, tag: Tag, lemma: &str) -> bool {
        self.tag == tag && *self.lemma == *lemma
    }
}
