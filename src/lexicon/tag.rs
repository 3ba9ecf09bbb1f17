//! SGJP/NKJP positional tags as one word of bits.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// Grammatical class: the first position of an SGJP tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[repr(u8)]
#[expect(missing_docs, reason = "each variant is the SGJP class of the same name, listed in CLASSES")]
pub enum Class {
    Ign,
    Subst,
    Depr,
    Adj,
    Adja,
    Adjp,
    Adjc,
    Adv,
    Num,
    Numcomp,
    Ppron12,
    Ppron3,
    Siebie,
    Fin,
    Bedzie,
    Aglt,
    Praet,
    Cond,
    Impt,
    Imps,
    Inf,
    Pcon,
    Pant,
    Ger,
    Pact,
    Ppas,
    Winien,
    Pred,
    Prep,
    Conj,
    Comp,
    Part,
    Brev,
    Frag,
    Interj,
    Interp,
    Xxx,
    Dig,
    Romandig,
    Prefa,
    Sym,
}

/// The written form of each class and the order in which its categories are written.
const CLASSES: &[(Class, &str, &[Category])] = {
    use Category::{
        Accent, Accom, Agglutination, Aspect, Case, Collectivity, Degree, Gender, Negation, Number, Person,
        PostPrep, Stop, Vocality,
    };
    &[
        (Class::Ign, "ign", &[]),
        (Class::Subst, "subst", &[Number, Case, Gender, Collectivity]),
        (Class::Depr, "depr", &[Number, Case, Gender]),
        (Class::Adj, "adj", &[Number, Case, Gender, Degree]),
        (Class::Adja, "adja", &[]),
        (Class::Adjp, "adjp", &[Case]),
        (Class::Adjc, "adjc", &[]),
        (Class::Adv, "adv", &[Degree]),
        (Class::Num, "num", &[Number, Case, Gender, Accom, Collectivity]),
        (Class::Numcomp, "numcomp", &[]),
        (Class::Ppron12, "ppron12", &[Number, Case, Gender, Person, Accent]),
        (Class::Ppron3, "ppron3", &[Number, Case, Gender, Person, Accent, PostPrep]),
        (Class::Siebie, "siebie", &[Case]),
        (Class::Fin, "fin", &[Number, Person, Aspect]),
        (Class::Bedzie, "bedzie", &[Number, Person, Aspect]),
        (Class::Aglt, "aglt", &[Number, Person, Aspect, Vocality]),
        (Class::Praet, "praet", &[Number, Gender, Person, Aspect, Agglutination]),
        (Class::Cond, "cond", &[Number, Gender, Person, Aspect]),
        (Class::Impt, "impt", &[Number, Person, Aspect]),
        (Class::Imps, "imps", &[Aspect]),
        (Class::Inf, "inf", &[Aspect]),
        (Class::Pcon, "pcon", &[Aspect]),
        (Class::Pant, "pant", &[Aspect]),
        (Class::Ger, "ger", &[Number, Case, Gender, Aspect, Negation]),
        (Class::Pact, "pact", &[Number, Case, Gender, Aspect, Negation]),
        (Class::Ppas, "ppas", &[Number, Case, Gender, Aspect, Negation]),
        (Class::Winien, "winien", &[Number, Gender, Person, Aspect, Agglutination]),
        (Class::Pred, "pred", &[]),
        (Class::Prep, "prep", &[Case, Vocality]),
        (Class::Conj, "conj", &[]),
        (Class::Comp, "comp", &[]),
        (Class::Part, "part", &[Vocality]),
        (Class::Brev, "brev", &[Stop]),
        (Class::Frag, "frag", &[]),
        (Class::Interj, "interj", &[]),
        (Class::Interp, "interp", &[]),
        (Class::Xxx, "xxx", &[]),
        (Class::Dig, "dig", &[]),
        (Class::Romandig, "romandig", &[]),
        (Class::Prefa, "prefa", &[]),
        (Class::Sym, "sym", &[]),
    ]
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Category {
    Number,
    Case,
    Gender,
    Person,
    Degree,
    Aspect,
    Negation,
    Accent,
    PostPrep,
    Accom,
    Agglutination,
    Vocality,
    Stop,
    Collectivity,
}

/// Each value: its written form, its category and its bit. Values of one category stand in tagset order.
const VALUES: &[(&str, Category, u32)] = &[
    ("sg", Category::Number, 6),
    ("pl", Category::Number, 7),
    ("nom", Category::Case, 8),
    ("gen", Category::Case, 9),
    ("dat", Category::Case, 10),
    ("acc", Category::Case, 11),
    ("inst", Category::Case, 12),
    ("loc", Category::Case, 13),
    ("voc", Category::Case, 14),
    ("m1", Category::Gender, 15),
    ("m2", Category::Gender, 16),
    ("m3", Category::Gender, 17),
    ("n", Category::Gender, 18),
    ("f", Category::Gender, 19),
    ("pri", Category::Person, 20),
    ("sec", Category::Person, 21),
    ("ter", Category::Person, 22),
    ("pos", Category::Degree, 23),
    ("com", Category::Degree, 24),
    ("sup", Category::Degree, 25),
    ("imperf", Category::Aspect, 26),
    ("perf", Category::Aspect, 27),
    ("aff", Category::Negation, 28),
    ("neg", Category::Negation, 29),
    ("akc", Category::Accent, 30),
    ("nakc", Category::Accent, 31),
    ("praep", Category::PostPrep, 32),
    ("npraep", Category::PostPrep, 33),
    ("congr", Category::Accom, 34),
    ("rec", Category::Accom, 35),
    ("agl", Category::Agglutination, 36),
    ("nagl", Category::Agglutination, 37),
    ("wok", Category::Vocality, 38),
    ("nwok", Category::Vocality, 39),
    ("pun", Category::Stop, 40),
    ("npun", Category::Stop, 41),
    ("col", Category::Collectivity, 42),
    ("ncol", Category::Collectivity, 43),
    ("pt", Category::Collectivity, 44),
];

/// A morphosyntactic tag. One tag may allow several values of a category (`subst:sg:nom.acc:m3`), so that agreement of
/// two words is an intersection of bits.
///
/// ```
/// use depesza::morph::{Class, Tag};
///
/// let tag: Tag = "subst:sg:nom.acc:m3".parse().unwrap();
/// assert_eq!(tag.class(), Class::Subst);
/// assert!(tag.has(Tag::ACC) && !tag.has(Tag::GEN));
/// assert_eq!(tag.to_string(), "subst:sg:nom.acc:m3");
/// ```
#[derive(Clone, Copy)]
pub struct Tag(u64);

/// As they are written: what is only remembered of a word in its sentence makes no difference.
impl PartialEq for Tag {
    fn eq(&self, other: &Self) -> bool {
        self.as_written() == other.as_written()
    }
}

impl Eq for Tag {}

impl Hash for Tag {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_written().hash(state);
    }
}

impl PartialOrd for Tag {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Tag {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_written().cmp(&other.as_written())
    }
}

macro_rules! bits {
    ($($(#[$doc:meta])* $name:ident = $($bit:literal)|+;)*) => { $($(#[$doc])* pub const $name: Self = Self($(1 << $bit)|+);)* };
}

impl Tag {
    /// A tag about which nothing is known (`ign`).
    pub const IGN: Self = Self(Class::Ign as u64);
    const CLASS_MASK: u64 = 0x3f;
    /// Bits that a tag has; a test holds that no value stands above them.
    pub(crate) const SIZE: u32 = 46;
    /// "Być" that is neither copula nor auxiliary, which the tagset does not tell apart: it is never written.
    pub(crate) const FULL: Self = Self(1 << 45);

    /// The bits that are written.
    const fn as_written(self) -> u64 {
        self.0 & !Self::FULL.0
    }

    bits! {
        /// Singular.
        SG = 6;
        /// Plural.
        PL = 7;
        /// Both numbers.
        NUMBERS = 6 | 7;
        /// Nominative.
        NOM = 8;
        /// Genitive.
        GEN = 9;
        /// Dative.
        DAT = 10;
        /// Accusative.
        ACC = 11;
        /// Instrumental.
        INST = 12;
        /// Locative.
        LOC = 13;
        /// Vocative.
        VOC = 14;
        /// All seven cases.
        CASES = 8 | 9 | 10 | 11 | 12 | 13 | 14;
        /// Masculine personal.
        M1 = 15;
        /// Masculine animate.
        M2 = 16;
        /// Masculine inanimate.
        M3 = 17;
        /// The three masculine genders.
        MASCULINE = 15 | 16 | 17;
        /// Neuter.
        N = 18;
        /// Feminine.
        F = 19;
        /// All five genders.
        GENDERS = 15 | 16 | 17 | 18 | 19;
        /// First person.
        PRI = 20;
        /// Second person.
        SEC = 21;
        /// Third person.
        TER = 22;
        /// Positive degree.
        POS = 23;
        /// Comparative.
        COM = 24;
        /// Superlative.
        SUP = 25;
        /// Imperfective.
        IMPERF = 26;
        /// Perfective.
        PERF = 27;
        /// Affirmative.
        AFF = 28;
        /// Negated.
        NEG = 29;
        /// Accented, long form of a pronoun.
        AKC = 30;
        /// Unaccented, short form of a pronoun.
        NAKC = 31;
        /// Pronoun form after a preposition.
        PRAEP = 32;
        /// Pronoun form elsewhere.
        NPRAEP = 33;
        /// Numeral that agrees with what it counts.
        CONGR = 34;
        /// Numeral that governs the genitive.
        REC = 35;
        /// Form with a support vowel.
        WOK = 38;
        /// Form without one.
        NWOK = 39;
        /// Abbreviation with a full stop.
        PUN = 40;
        /// Abbreviation without one.
        NPUN = 41;
        /// Collective.
        COL = 42;
        /// Not collective.
        NCOL = 43;
        /// Plurale tantum.
        PT = 44;
    }

    /// A tag of this class with no categories set.
    pub const fn of(class: Class) -> Self {
        Self(class as u64)
    }

    /// The grammatical class.
    pub fn class(self) -> Class {
        /// By number, and no class where there is none of that number.
        #[expect(clippy::indexing_slicing, reason = "what is out of bounds here would not compile")]
        const BY_NUMBER: [Class; 64] = {
            let mut classes = [Class::Ign; 64];
            let mut n = 0;
            while n < CLASSES.len() {
                classes[n] = CLASSES[n].0;
                n += 1;
            }
            classes
        };
        let [low, ..] = (self.0 & Self::CLASS_MASK).to_le_bytes();
        BY_NUMBER.get(usize::from(low)).map_or(Class::Ign, |class| *class)
    }

    /// The same categories without the class.
    #[must_use]
    pub const fn categories(self) -> Self {
        Self(self.0 & !Self::CLASS_MASK)
    }

    /// Whether at least one of the values of `any` is allowed.
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 & !Self::CLASS_MASK != 0
    }

    /// The values allowed by both, restricted to `mask` (`Tag::CASES`, `Tag::GENDERS`, …); the class is dropped.
    #[must_use]
    pub const fn common(self, other: Self, mask: Self) -> Self {
        Self(self.0 & other.0 & mask.0 & !Self::CLASS_MASK)
    }

    /// This tag with the values of `mask` replaced by those of `values`.
    #[must_use]
    pub const fn with(self, mask: Self, values: Self) -> Self {
        Self((self.0 & !mask.0) | (values.0 & mask.0))
    }

    /// Whether it is of the class of `kind` and has all the values that stand beside the class there.
    pub(crate) const fn is_of(self, kind: Self) -> bool {
        let values = kind.0 & !Self::CLASS_MASK;
        (self.0 ^ kind.0) & (Self::CLASS_MASK | values) == 0
    }

    /// Whether of the numbers it has the plural alone.
    pub(crate) const fn is_plural(self) -> bool {
        self.has(Self::PL) && !self.has(Self::SG)
    }

    /// Whether no category is set.
    pub const fn is_bare(self) -> bool {
        self.categories().0 == 0
    }

    /// Whether both share a number, a case and a gender: agreement inside a noun phrase.
    #[expect(
        clippy::needless_bitwise_bool,
        reason = "no processor foresees which of the three lets a word down"
    )]
    pub const fn agrees(self, other: Self) -> bool {
        let both = self.0 & other.0;
        (both & Self::NUMBERS.0 != 0) & (both & Self::CASES.0 != 0) & (both & Self::GENDERS.0 != 0)
    }

    /// The bits, for storage.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The tag that [`bits`](Self::bits) stored.
    pub(crate) const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }
}

impl std::ops::BitOr for Tag {
    type Output = Self;

    /// Joins categories; the class of the left side is kept.
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.categories().0)
    }
}

impl FromStr for Tag {
    type Err = UnknownTag;

    fn from_str(tag: &str) -> Result<Self, UnknownTag> {
        let mut parts = tag.split(':');
        let class = parts.next().unwrap_or_default();
        let (class, _, _) = CLASSES.iter().find(|x| x.1 == class).ok_or(UnknownTag)?;
        let mut bits = *class as u64;
        for value in parts.flat_map(|part| part.split('.')) {
            bits |= 1 << VALUES.iter().find(|x| x.0 == value).ok_or(UnknownTag)?.2;
        }
        Ok(Self(bits))
    }
}

/// A string that is no SGJP tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an SGJP tag")]
pub struct UnknownTag;

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let class = self.class();
        let Some((_, name, order)) = CLASSES.iter().find(|x| x.0 == class) else { return Ok(()) };
        f.write_str(name)?;
        for category in *order {
            let mut separator = ":";
            for (value, _, _) in VALUES.iter().filter(|x| x.1 == *category && self.0 & (1 << x.2) != 0) {
                write!(f, "{separator}{value}")?;
                separator = ".";
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_stand_in_the_order_of_their_numbers() {
        for (k, (class, _, _)) in CLASSES.iter().enumerate() {
            assert_eq!(*class as usize, k);
        }
    }

    #[test]
    fn values_stand_below_the_size() {
        assert!(VALUES.iter().all(|(_, _, bit)| *bit < Tag::SIZE));
    }

    #[test]
    fn written_tags_are_read_back() {
        for tag in
            ["fin:sg:ter:imperf", "ppron3:sg:gen.acc:m1.m2.m3:ter:nakc:npraep", "praet:pl:m1:perf", "interp"]
        {
            assert_eq!(tag.parse::<Tag>().unwrap().to_string(), tag);
        }
    }
}
