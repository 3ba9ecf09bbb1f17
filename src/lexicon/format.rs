//! The file: magic, version, number of sections, then start and length of each section (all little-endian `u32`), then
//! the sections. Opening checks that the sections are where the header says; everything read later is checked as it is
//! read, so that damaged bytes can give wrong readings but no panic.

use std::borrow::Cow;
use std::ops::Range;

use crate::error::Error;

const MAGIC: &[u8; 8] = b"depesza\0";
const VERSION: u32 = 1;

/// The sections in their order in the file.
#[derive(Clone, Copy)]
pub(super) enum Section {
    /// Name of the release that the dictionary is made from.
    Source,
    /// The letters by code, as `u32`.
    Alphabet,
    /// The automaton: address of the root, then the states (see `automaton`).
    States,
    /// Sets of analyses.
    Sets,
    /// Analyses: rule `u16`, tag `u16`, kind `u8`.
    Analyses,
    /// Rules: characters cut in front, cut at the end, bytes added (`u8` each), their start among the additions (`u16`).
    Rules,
    /// What rules add, one after the other.
    Additions,
    /// Tags as `u64`.
    Tags,
    /// Kinds: name class, mark, case pattern of the form and of the lemma (`u8` each).
    Kinds,
    /// Case patterns: bit k stands for character k, as `u64`.
    Cases,
    /// Endings of words in small letters, reversed: an automaton like that of the forms.
    WordEndings,
    /// Endings of names, likewise.
    NameEndings,
    /// What the endings tell: lists of analyses with weights.
    Guesses,
}

const SECTIONS: usize = Section::Guesses as usize + 1;

/// The bytes of a dictionary and where its sections are.
#[derive(Clone)]
pub(super) struct File {
    bytes: Cow<'static, [u8]>,
    sections: [Range<usize>; SECTIONS],
}

impl File {
    pub(super) fn open(bytes: Cow<'static, [u8]>) -> Result<Self, Error> {
        let header = |at: usize| {
            read_u32(&bytes, at).ok_or(Error::Lexicon { offset: at, reason: "a truncated header" })
        };
        if !bytes.starts_with(MAGIC) {
            return Err(Error::Lexicon { offset: 0, reason: "not a dictionary" });
        }
        if header(8)? as usize != VERSION as usize {
            return Err(Error::Lexicon { offset: 8, reason: "another version of the format" });
        }
        if header(12)? as usize != SECTIONS {
            return Err(Error::Lexicon { offset: 12, reason: "another number of sections" });
        }
        let mut sections = [const { 0..0 }; SECTIONS];
        for (k, section) in sections.iter_mut().enumerate() {
            let at = 16 + 8 * k;
            let (start, len) = (header(at)? as usize, header(at + 4)? as usize);
            *section = start..start.saturating_add(len);
            if bytes.get(section.clone()).is_none() {
                return Err(Error::Lexicon { offset: at, reason: "a section past the end" });
            }
        }
        Ok(Self { bytes, sections })
    }

    pub(super) fn section(&self, section: Section) -> &[u8] {
        self.sections.get(section as usize).and_then(|x| self.bytes.get(x.clone())).unwrap_or_default()
    }

    /// An error about the start of a section.
    pub(super) fn error(&self, section: Section, reason: &'static str) -> Error {
        Error::Lexicon { offset: self.sections.get(section as usize).map_or(0, |x| x.start), reason }
    }
}

/// Record `index` of a table whose records are `N` bytes long.
pub(super) fn record<const N: usize>(table: &[u8], index: usize) -> Option<[u8; N]> {
    table.get(index.checked_mul(N)?..)?.first_chunk().copied()
}

fn read_u32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}

/// A number in little-endian groups of seven bits, and what follows it.
pub(super) fn varint(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (k, byte) in bytes.iter().take(4).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * k);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(k + 1..)?));
        }
    }
    None
}
