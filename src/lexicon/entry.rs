//! What the dictionary says about a form.

use super::format::{Section, record, varint};
use super::{Data, NameClass, Tag};

/// How a word must be written to be what an entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Case {
    /// In small letters; capitals are allowed.
    Lower,
    /// With a capital at its beginning.
    Title,
    /// With other capitals, of which there may be many (`PAP`) or some (`PiS`, `McDonald`).
    Mixed,
}

/// One analysis of a form.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    data: &'a Data,
    rule: u16,
    tag: Tag,
    kind: [u8; 4],
}

impl<'a> Entry<'a> {
    /// Analysis `index` of the dictionary.
    pub(super) fn read(data: &'a Data, index: usize) -> Option<Self> {
        let [r0, r1, t0, t1, kind] = record(data.file.section(Section::Analyses), index)?;
        let tag = usize::from(u16::from_le_bytes([t0, t1]));
        let tag = Tag::from_bits(u64::from_le_bytes(record(data.file.section(Section::Tags), tag)?));
        let kind = record(data.file.section(Section::Kinds), kind.into())?;
        Some(Self { data, rule: u16::from_le_bytes([r0, r1]), tag, kind })
    }

    /// Its tag; several values of a category may be open.
    pub fn tag(&self) -> Tag {
        self.tag
    }

    /// Whether it is a name, and of what.
    pub fn name(&self) -> NameClass {
        NameClass::from_number(self.kind[0])
    }

    /// Whether SGJP marks it as old-fashioned, rare, dialectal, vulgar or otherwise unlikely in the news.
    pub fn is_marked(&self) -> bool {
        self.kind[1] != 0
    }

    /// How the form must be written.
    pub fn case(&self) -> Case {
        match self.capitals(self.kind[2]) {
            0 => Case::Lower,
            1 => Case::Title,
            _ => Case::Mixed,
        }
    }

    /// Whether a word written like this can be meant: it has a capital wherever the entry asks for one.
    pub fn fits(&self, written: &str) -> bool {
        let mut asked = self.capitals(self.kind[2]);
        for letter in written.chars() {
            if asked == 0 {
                return true;
            }
            if asked & 1 == 1 && !letter.is_uppercase() {
                return false;
            }
            asked >>= 1;
        }
        asked == 0
    }

    /// Writes the lemma behind what `out` holds; `form` is the form that was looked up.
    pub fn lemma(&self, form: &str, out: &mut String) {
        let rules = self.data.file.section(Section::Rules);
        let Some([prefix, suffix, len, s0, s1]) = record(rules, self.rule.into()) else { return };
        let start = usize::from(u16::from_le_bytes([s0, s1]));
        let addition = self.data.additions.get(start..start + usize::from(len)).unwrap_or_default();
        let stem = without_ends(form, prefix.into(), suffix.into());
        match self.capitals(self.kind[3]) {
            0 => out.extend([stem, addition]),
            mut capitals => {
                for letter in stem.chars().chain(addition.chars()) {
                    let upper = (capitals & 1 == 1).then(|| letter.to_uppercase().next()).flatten();
                    out.push(upper.unwrap_or(letter));
                    capitals >>= 1;
                }
            }
        }
    }

    fn capitals(&self, case: u8) -> u64 {
        record(self.data.file.section(Section::Cases), case.into()).map_or(0, u64::from_le_bytes)
    }
}

impl std::fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?}", self.tag, self.name())
    }
}

/// `form` without so many characters at its two ends.
fn without_ends(form: &str, prefix: usize, suffix: usize) -> &str {
    let mut letters = form.chars();
    for _ in 0..prefix {
        letters.next();
    }
    for _ in 0..suffix {
        letters.next_back();
    }
    letters.as_str()
}

/// The analyses of a form, the marked ones last. Made by [`Lexicon::lookup`](super::Lexicon::lookup).
#[derive(Clone)]
pub struct Entries<'a> {
    data: &'a Data,
    /// Numbers of analyses, doubled, plus one on the last.
    set: &'a [u8],
}

impl<'a> Entries<'a> {
    pub(super) fn at(data: &'a Data, offset: Option<usize>) -> Self {
        let sets = data.file.section(Section::Sets);
        Self { data, set: offset.and_then(|x| sets.get(x..)).unwrap_or_default() }
    }

    /// Whether the form is unknown.
    pub fn is_empty(&self) -> bool {
        self.set.is_empty()
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        let (number, rest) = varint(self.set)?;
        self.set = if number % 2 == 1 { &[] } else { rest };
        Entry::read(self.data, number / 2)
    }
}

impl std::iter::FusedIterator for Entries<'_> {}

impl std::fmt::Debug for Entries<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
