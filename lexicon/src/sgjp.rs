//! Decoder of the automaton in which Morfeusz keeps SGJP.
//!
//! Big-endian. A header (magic, version, implementation, length) is followed by a table of 256 short labels and by the
//! states; after the automaton come the tables of tags, name classes and qualifiers. Keys are forms in lower case. What is
//! stored at a key is decoded by [`Group`].

use anyhow::{Context, Result, bail, ensure};

const MAGIC: u32 = 0x8fc2_bc1b;
const VERSION: u8 = 21;
/// States with a variable number of bytes per transition.
const IMPLEMENTATION: u8 = 1;
const HEADER: usize = 10;
/// A short label for each byte and one byte whose meaning is not needed.
const LABELS: usize = 257;

/// One analysis of one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// Characters of the form that must be capitals.
    pub form_case: Capitals,
    /// Characters taken off the front of the form (nie-, naj-).
    pub prefix_cut: u8,
    /// Characters taken off its end.
    pub suffix_cut: u8,
    /// What is put there instead, with the homonym's mark (`:s1`).
    pub suffix: &'a str,
    /// Characters of the lemma's stem that are capitals.
    pub lemma_case: Capitals,
    /// Index of the tag.
    pub tag: u16,
    /// Index of the name class.
    pub name: u8,
    /// Index of the set of qualifiers.
    pub qualifiers: u16,
}

/// Which characters of a word are capitals: bit k stands for character k.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Capitals(pub u64);

impl Capitals {
    const FIRST: Self = Self(1);
}

/// The dictionary as it stands in the library.
pub struct Sgjp<'a> {
    states: &'a [u8],
    short_labels: &'a [u8],
    /// Name of the release.
    pub id: &'a str,
    /// Copyright and licence.
    pub notice: &'a str,
    /// Tags by index.
    pub tags: Vec<&'a str>,
    /// Name classes by index.
    pub names: Vec<&'a str>,
    /// Sets of qualifiers by index.
    pub qualifiers: Vec<&'a str>,
}

impl<'a> Sgjp<'a> {
    /// Reads the header and the tables.
    pub fn parse(bytes: &'a [u8]) -> Result<Self> {
        let mut header = Bytes(bytes);
        ensure!(header.u32()? == MAGIC, "not a Morfeusz dictionary");
        ensure!(
            header.u8()? == VERSION && header.u8()? == IMPLEMENTATION,
            "an unknown version of the format"
        );
        let len = usize::try_from(header.u32()?)?;
        let automaton = bytes.get(HEADER..HEADER + len).context("a truncated automaton")?;
        let (short_labels, states) = automaton.split_at_checked(LABELS).context("a truncated label table")?;

        let mut rest = Bytes(&bytes[HEADER + len..]);
        rest.u32()?;
        let (id, notice, _tagset) = (rest.string()?, rest.string()?, rest.string()?);
        let (tags, names, qualifiers) = (rest.table()?, rest.table()?, rest.table()?);
        Ok(Self { states, short_labels, id, notice, tags, names, qualifiers })
    }

    /// Calls `visit` with every key and what is stored there.
    pub fn for_each(&self, mut visit: impl FnMut(&str, Vec<Record<'a>>) -> Result<()>) -> Result<()> {
        let mut alphabet = vec![Vec::new(); 64];
        for (byte, short) in (0..=255).zip(self.short_labels) {
            if *short != 0 {
                alphabet[usize::from(*short)].push(byte);
            }
        }
        ensure!(alphabet.iter().all(|x| x.len() <= 1), "a short label of several bytes");
        let alphabet: Vec<u8> = alphabet.iter().map(|x| x.first().copied().unwrap_or(0)).collect();
        self.descend(0, &alphabet, &mut Vec::new(), &mut visit)
    }

    fn descend(
        &self,
        state: usize,
        alphabet: &[u8],
        key: &mut Vec<u8>,
        visit: &mut impl FnMut(&str, Vec<Record<'a>>) -> Result<()>,
    ) -> Result<()> {
        let mut bytes = Bytes(self.states.get(state..).context("a state outside the automaton")?);
        let head = bytes.u8()?;
        let mut transitions = head & 0x7f;
        if transitions == 0x7f {
            transitions = bytes.u8()?;
        }
        if head & 0x80 != 0 {
            let size = usize::from(bytes.u16()?);
            let records = groups(bytes.take(size)?)?;
            visit(std::str::from_utf8(key)?, records)?;
        }
        for _ in 0..transitions {
            let description = bytes.u8()?;
            let label = match description >> 2 {
                0 => bytes.u8()?,
                short => alphabet[usize::from(short)],
            };
            let offset = (0..description & 3)
                .try_fold(0, |sum, _| Ok::<_, anyhow::Error>(sum << 8 | usize::from(bytes.u8()?)))?;
            let after = self.states.len() - bytes.0.len();
            key.push(label);
            self.descend(after + offset, alphabet, key, visit)?;
            key.pop();
        }
        Ok(())
    }
}

/// The records of one key: groups by the kind of segment the form can be.
fn groups(bytes: &[u8]) -> Result<Vec<Record<'_>>> {
    let mut bytes = Bytes(bytes);
    let mut records = Vec::new();
    while !bytes.0.is_empty() {
        bytes.u8()?;
        let size = usize::from(bytes.u16()?);
        let mut group = Group::new(bytes.take(size)?)?;
        while !group.bytes.0.is_empty() {
            records.push(group.record()?);
        }
    }
    Ok(records)
}

/// Records that share a byte of flags.
struct Group<'a> {
    flags: u8,
    bytes: Bytes<'a>,
}

impl<'a> Group<'a> {
    const FORM_LOWER: u8 = 128;
    const FORM_TITLE: u8 = 64;
    const LEMMA_LOWER: u8 = 32;
    const LEMMA_TITLE: u8 = 16;
    const PREFIX_CUT: u8 = 15;

    fn new(bytes: &'a [u8]) -> Result<Self> {
        let mut bytes = Bytes(bytes);
        let flags = bytes.u8()?;
        if flags & (Self::FORM_LOWER | Self::FORM_TITLE) == 0 {
            // The patterns of all records together, for a quick refusal.
            for _ in 0..bytes.u8()? {
                bytes.capitals()?;
            }
        }
        Ok(Self { flags, bytes })
    }

    fn record(&mut self) -> Result<Record<'a>> {
        Ok(Record {
            form_case: self.case(Self::FORM_LOWER, Self::FORM_TITLE)?,
            prefix_cut: match self.flags & Self::PREFIX_CUT {
                Self::PREFIX_CUT => self.bytes.u8()?,
                cut => cut,
            },
            suffix_cut: self.bytes.u8()?,
            suffix: self.bytes.string()?,
            lemma_case: self.case(Self::LEMMA_LOWER, Self::LEMMA_TITLE)?,
            tag: self.bytes.u16()?,
            name: self.bytes.u8()?,
            qualifiers: self.bytes.u16()?,
        })
    }

    fn case(&mut self, lower: u8, title: u8) -> Result<Capitals> {
        match self.flags {
            x if x & lower != 0 => Ok(Capitals::default()),
            x if x & title != 0 => Ok(Capitals::FIRST),
            _ => self.bytes.capitals(),
        }
    }
}

/// A checked cursor.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, len: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len).context("truncated data")?;
        self.0 = rest;
        Ok(taken)
    }

    fn u8(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn u16(&mut self) -> Result<u16> {
        Ok(u16::from_be_bytes(self.take(2)?.try_into()?))
    }

    fn u32(&mut self) -> Result<u32> {
        Ok(u32::from_be_bytes(self.take(4)?.try_into()?))
    }

    fn string(&mut self) -> Result<&'a str> {
        let len = self.0.iter().position(|x| *x == 0).context("an unterminated string")?;
        let string = std::str::from_utf8(self.take(len)?)?;
        self.take(1)?;
        Ok(string)
    }

    /// A table of strings, each with its index; some indices are not used.
    fn table(&mut self) -> Result<Vec<&'a str>> {
        let mut table = Vec::new();
        for _ in 0..self.u16()? {
            let index = usize::from(self.u16()?);
            table.resize(table.len().max(index + 1), "");
            table[index] = self.string()?;
        }
        Ok(table)
    }

    fn capitals(&mut self) -> Result<Capitals> {
        match self.u8()? {
            0 => Ok(Capitals::default()),
            1 => {
                let len = self.u8()?;
                ensure!(len < 64, "a word of too many capitals");
                Ok(Capitals((1 << len) - 1))
            }
            2 => {
                let len = self.u8()?;
                (0..len).try_fold(Capitals::default(), |sum, _| Ok(Capitals(sum.0 | 1 << (self.u8()? & 63))))
            }
            other => bail!("case pattern of kind {other}"),
        }
    }
}
