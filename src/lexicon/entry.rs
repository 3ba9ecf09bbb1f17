//! What the dictionary says about a form.

use super::format::{Section, record, varint};
use super::user::UserForm;
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
    tag: Tag,
    origin: Origin<'a>,
}

#[derive(Clone, Copy)]
enum Origin<'a> {
    Dictionary {
        data: &'a Data,
        rule: u16,
        /// Name class, mark, case of the form, case of the lemma.
        kind: [u8; 4],
    },
    User(&'a UserForm),
}

impl<'a> Entry<'a> {
    /// Analysis `index` of the dictionary.
    pub(super) fn read(data: &'a Data, index: usize) -> Option<Self> {
        let [r0, r1, t0, t1, kind] = record(data.file.section(Section::Analyses), index)?;
        let tag = usize::from(u16::from_le_bytes([t0, t1]));
        let tag = Tag::from_bits(u64::from_le_bytes(record(data.file.section(Section::Tags), tag)?));
        let kind = record(data.file.section(Section::Kinds), kind.into())?;
        Some(Self { tag, origin: Origin::Dictionary { data, rule: u16::from_le_bytes([r0, r1]), kind } })
    }

    fn of_user(form: &'a UserForm) -> Self {
        Self { tag: form.tag, origin: Origin::User(form) }
    }

    /// Its tag; several values of a category may be open.
    pub fn tag(&self) -> Tag {
        self.tag
    }

    /// Whether it is a name, and of what.
    pub fn name(&self) -> NameClass {
        match self.origin {
            Origin::Dictionary { kind: [name, ..], .. } => NameClass::from_number(name),
            Origin::User(form) => form.name,
        }
    }

    /// Whether SGJP marks it as old-fashioned, rare, dialectal, vulgar or otherwise unlikely in the news.
    pub fn is_marked(&self) -> bool {
        matches!(self.origin, Origin::Dictionary { kind: [_, marked, ..], .. } if marked != 0)
    }

    /// How the form must be written.
    pub fn case(&self) -> Case {
        match self.form_capitals() {
            0 => Case::Lower,
            1 => Case::Title,
            _ => Case::Mixed,
        }
    }

    /// Whether a word written like this can be meant: it has a capital wherever the entry asks for one.
    pub fn fits(&self, written: &str) -> bool {
        let mut asked = self.form_capitals();
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
        let (data, rule, case) = match self.origin {
            Origin::Dictionary { data, rule, kind: [.., case] } => (data, rule, case),
            Origin::User(form) => return out.push_str(&form.lemma),
        };
        let Some(Rule { prefix, suffix, addition }) = Rule::read(data, rule) else { return };
        let stem = without_ends(form, prefix, suffix);
        match data.capitals(case) {
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

    /// The ending of the form and what stands for it in the lemma; none if the form begins otherwise than its lemma.
    pub(super) fn ending<'f>(&self, form: &'f str) -> Option<(&'f str, &'a str)> {
        let rule = self.rule().filter(|x| x.prefix == 0)?;
        Some((form.strip_prefix(without_ends(form, 0, rule.suffix))?, rule.addition))
    }

    /// How many letters of the form are not in the lemma.
    pub(super) fn letters_cut(&self) -> usize {
        self.rule().map_or(0, |x| x.prefix + x.suffix)
    }

    fn rule(&self) -> Option<Rule<'a>> {
        match self.origin {
            Origin::Dictionary { data, rule, .. } => Rule::read(data, rule),
            Origin::User(_) => None,
        }
    }

    /// Capitals that the form must have.
    fn form_capitals(&self) -> u64 {
        match self.origin {
            Origin::Dictionary { data, kind: [_, _, case, _], .. } => data.capitals(case),
            Origin::User(form) => form.capitals,
        }
    }
}

/// How a form becomes its lemma.
struct Rule<'a> {
    /// Characters cut in front.
    prefix: usize,
    /// Characters cut at the end.
    suffix: usize,
    /// What is added at the end.
    addition: &'a str,
}

impl<'a> Rule<'a> {
    fn read(data: &'a Data, index: u16) -> Option<Self> {
        let [prefix, suffix, len, s0, s1] = record(data.file.section(Section::Rules), index.into())?;
        let start = usize::from(u16::from_le_bytes([s0, s1]));
        let addition = data.additions.get(start..start + usize::from(len))?;
        Some(Self { prefix: prefix.into(), suffix: suffix.into(), addition })
    }
}

impl Data {
    /// A case pattern: bit k stands for character k.
    fn capitals(&self, case: u8) -> u64 {
        record(self.file.section(Section::Cases), case.into()).map_or(0, u64::from_le_bytes)
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

/// The analyses of a form: the user's own, then those of the dictionary, the marked ones last. Made by
/// [`Lexicon::lookup`](super::Lexicon::lookup).
#[derive(Clone)]
pub struct Entries<'a> {
    data: &'a Data,
    user: std::slice::Iter<'a, UserForm>,
    /// Numbers of analyses, doubled, plus one on the last.
    set: &'a [u8],
}

impl<'a> Entries<'a> {
    pub(super) fn new(data: &'a Data, user: &'a [UserForm], set: Option<usize>) -> Self {
        let sets = data.file.section(Section::Sets);
        Self { data, user: user.iter(), set: set.and_then(|x| sets.get(x..)).unwrap_or_default() }
    }

    /// Whether the form is unknown.
    pub fn is_empty(&self) -> bool {
        self.set.is_empty() && self.user.len() == 0
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        if let Some(form) = self.user.next() {
            return Some(Entry::of_user(form));
        }
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
