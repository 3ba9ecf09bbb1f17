//! SGJP tags in Universal Dependencies terms: part of speech and features, after the conventions of the Polish treebanks.

use std::collections::HashMap;
use std::fmt;

use once_cell::sync::Lazy;

use super::{Class, Tag};
use crate::text::{Hasher, rows};

/// Universal part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the seventeen classes of Universal Dependencies under their own names")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Upos {
    const ALL: [(Self, &'static str); 17] = [
        (Self::Adj, "ADJ"),
        (Self::Adp, "ADP"),
        (Self::Adv, "ADV"),
        (Self::Aux, "AUX"),
        (Self::Cconj, "CCONJ"),
        (Self::Det, "DET"),
        (Self::Intj, "INTJ"),
        (Self::Noun, "NOUN"),
        (Self::Num, "NUM"),
        (Self::Part, "PART"),
        (Self::Pron, "PRON"),
        (Self::Propn, "PROPN"),
        (Self::Punct, "PUNCT"),
        (Self::Sconj, "SCONJ"),
        (Self::Sym, "SYM"),
        (Self::Verb, "VERB"),
        (Self::X, "X"),
    ];

    /// The written form: `NOUN`, `CCONJ`, …
    pub fn as_str(self) -> &'static str {
        Self::ALL.get(self as usize).map_or("X", |x| x.1)
    }
}

impl fmt::Display for Upos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What `ud.txt` says of a lemma in a class.
struct Lexical {
    upos: Option<Upos>,
    features: Vec<(&'static str, &'static str)>,
}

static LEXICAL: Lazy<HashMap<(Class, &'static str), Lexical, Hasher>> = Lazy::new(|| {
    let mut lexical = HashMap::default();
    for line in rows(include_str!("ud.txt")) {
        let mut columns = line.split('|').map(str::trim);
        let (Some(class), Some(upos), Some(features), Some(lemmas)) =
            (columns.next(), columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let class = class.parse::<Tag>().map_or(Class::Ign, Tag::class);
        let upos = Upos::ALL.iter().find(|x| x.1 == upos).map(|x| x.0);
        for lemma in lemmas.split_whitespace() {
            let features = features.split(',').filter_map(|feature| feature.split_once('=')).collect();
            lexical.insert((class, lemma), Lexical { upos, features });
        }
    }
    lexical
});

impl Tag {
    /// The universal part of speech of a word with this tag and lemma.
    ///
    /// ```
    /// use depesza::morph::{Tag, Upos};
    ///
    /// let tag: Tag = "adj:sg:nom:m3:pos".parse().unwrap();
    /// assert_eq!((tag.upos("nowy"), tag.upos("ten")), (Upos::Adj, Upos::Det));
    /// ```
    pub fn upos(self, lemma: &str) -> Upos {
        use Class::{
            Adj, Adja, Adjc, Adjp, Adv, Aglt, Bedzie, Brev, Comp, Cond, Conj, Depr, Fin, Ger, Imps, Impt,
            Inf, Interj, Interp, Num, Numcomp, Pact, Pant, Part, Pcon, Ppas, Ppron3, Ppron12, Praet, Pred,
            Prefa, Prep, Siebie, Subst, Sym, Winien,
        };
        if self.has(Self::FULL) {
            return Upos::Verb;
        }
        if let Some(upos) = LEXICAL.get(&(self.class(), lemma)).and_then(|entry| entry.upos) {
            return upos;
        }
        let capital = || lemma.chars().next().is_some_and(char::is_uppercase);
        match self.class() {
            Subst | Depr if capital() => Upos::Propn,
            Brev if capital() && lemma.chars().count() <= 2 => Upos::Propn,
            Subst | Depr | Ger | Brev => Upos::Noun,
            Adj | Adja | Adjc | Adjp | Pact | Ppas | Numcomp | Prefa => Upos::Adj,
            Adv => Upos::Adv,
            Num => Upos::Num,
            Ppron12 | Ppron3 | Siebie => Upos::Pron,
            Aglt | Bedzie => Upos::Aux,
            Fin | Praet | Cond | Impt | Imps | Inf | Pcon | Pant | Winien | Pred => Upos::Verb,
            Prep => Upos::Adp,
            Conj => Upos::Cconj,
            Comp => Upos::Sconj,
            Part => Upos::Part,
            Interj => Upos::Intj,
            Interp => Upos::Punct,
            Sym => Upos::Sym,
            _ => Upos::X,
        }
    }

    /// The universal features of a word with this tag and lemma, to be written with [`Display`](fmt::Display):
    /// `Case=Nom|Gender=Fem|Number=Sing`. Nothing is written where there are none.
    ///
    /// ```
    /// use depesza::morph::Tag;
    ///
    /// let tag: Tag = "subst:sg:nom:m1".parse().unwrap();
    /// assert_eq!(tag.feats("premier").to_string(), "Animacy=Hum|Case=Nom|Gender=Masc|Number=Sing");
    /// ```
    pub fn feats(self, lemma: &str) -> Feats<'_> {
        Feats { tag: self, lemma }
    }

    /// A lemma that has the same features with this tag, the empty one for nearly all.
    pub(super) fn like(self, lemma: &str) -> &str {
        match self.class() {
            class if class == Class::Interp || LEXICAL.contains_key(&(class, lemma)) => lemma,
            Class::Num | Class::Adj if is_in_digits(lemma) => "1",
            Class::Adj if is_roman(lemma) => "I",
            _ => "",
        }
    }
}

/// The features of a word; see [`Tag::feats`].
#[derive(Clone, Copy, Debug)]
pub struct Feats<'a> {
    tag: Tag,
    lemma: &'a str,
}

/// Values of a category as features. An ambiguous tag gives several values: `Case=Acc,Nom`.
const VALUES: &[(Tag, &str, &str)] = &[
    (Tag::M1, "Animacy", "Hum"),
    (Tag::M3, "Animacy", "Inan"),
    (Tag::M2, "Animacy", "Nhum"),
    (Tag::IMPERF, "Aspect", "Imp"),
    (Tag::PERF, "Aspect", "Perf"),
    (Tag::ACC, "Case", "Acc"),
    (Tag::DAT, "Case", "Dat"),
    (Tag::GEN, "Case", "Gen"),
    (Tag::INST, "Case", "Ins"),
    (Tag::LOC, "Case", "Loc"),
    (Tag::NOM, "Case", "Nom"),
    (Tag::VOC, "Case", "Voc"),
    (Tag::COM, "Degree", "Cmp"),
    (Tag::POS, "Degree", "Pos"),
    (Tag::SUP, "Degree", "Sup"),
    (Tag::F, "Gender", "Fem"),
    (Tag::MASCULINE, "Gender", "Masc"),
    (Tag::N, "Gender", "Neut"),
    (Tag::PL, "Number", "Plur"),
    (Tag::SG, "Number", "Sing"),
    (Tag::PRI, "Person", "1"),
    (Tag::SEC, "Person", "2"),
    (Tag::TER, "Person", "3"),
    (Tag::AFF, "Polarity", "Pos"),
    (Tag::NEG, "Polarity", "Neg"),
    (Tag::PRAEP, "PrepCase", "Pre"),
    (Tag::NPRAEP, "PrepCase", "Npr"),
    (Tag::AKC, "Variant", "Long"),
    (Tag::NAKC, "Variant", "Short"),
    (Tag::WOK, "Variant", "Long"),
    (Tag::NWOK, "Variant", "Short"),
];

impl Feats<'_> {
    /// Name and value pairs, unordered, a name once per value.
    fn pairs(self) -> Vec<(&'static str, &'static str)> {
        let Self { tag, lemma } = self;
        let mut pairs = Vec::with_capacity(16);
        pairs.extend(VALUES.iter().filter(|(value, _, _)| tag.has(*value)).map(|x| (x.1, x.2)));
        if tag.has(Tag::PT) {
            pairs.retain(|pair| pair.0 != "Number");
            pairs.push(("Number", "Ptan"));
        }
        if tag.class() == Class::Prep {
            pairs.retain(|pair| pair.0 != "Case");
        }
        if tag.has(Tag::COL) {
            pairs.push(("NumType", "Sets"));
        }
        let lexical = LEXICAL.get(&(tag.class(), lemma)).map_or(&[][..], |entry| &entry.features);
        let replaced = |name| lexical.iter().any(|x| x.0 == name);
        pairs.retain(|pair| !replaced(pair.0));
        pairs.extend(class_features(tag).iter().filter(|pair| !replaced(pair.0)));
        pairs.extend(lexical);
        pairs.extend(numeral_features(tag, lemma));
        if tag.class() == Class::Interp {
            pairs.extend(mark_features(lemma));
        }
        if tag.upos(lemma) == Upos::Det {
            pairs.retain(|pair| pair.0 != "Degree");
        }
        pairs
    }
}

/// Features that the class alone gives.
fn class_features(tag: Tag) -> &'static [(&'static str, &'static str)] {
    const ACTIVE: (&str, &str) = ("Voice", "Act");
    const FINITE: (&str, &str) = ("VerbForm", "Fin");
    const INDICATIVE: (&str, &str) = ("Mood", "Ind");
    const PAST: (&str, &str) = ("Tense", "Past");
    const PRESENT: (&str, &str) = ("Tense", "Pres");
    match tag.class() {
        Class::Fin if tag.has(Tag::PERF) => &[INDICATIVE, ("Tense", "Fut"), FINITE, ACTIVE],
        Class::Fin => &[INDICATIVE, PRESENT, FINITE, ACTIVE],
        Class::Bedzie => &[INDICATIVE, ("Tense", "Fut"), FINITE],
        Class::Praet => &[INDICATIVE, PAST, FINITE, ACTIVE],
        Class::Cond => &[("Mood", "Cnd"), FINITE, ACTIVE],
        Class::Imps => &[INDICATIVE, ("Person", "0"), PAST, FINITE, ACTIVE],
        Class::Impt => &[("Mood", "Imp"), FINITE, ACTIVE],
        Class::Inf => &[("VerbForm", "Inf"), ACTIVE],
        Class::Pcon => &[PRESENT, ("VerbForm", "Conv"), ACTIVE],
        Class::Pant => &[PAST, ("VerbForm", "Conv"), ACTIVE],
        Class::Pact => &[("VerbForm", "Part"), ACTIVE],
        Class::Ppas => &[("VerbForm", "Part"), ("Voice", "Pass")],
        Class::Ger => &[("VerbForm", "Vnoun")],
        Class::Winien => &[INDICATIVE, PRESENT, FINITE, ("VerbType", "Mod"), ACTIVE],
        Class::Pred => &[INDICATIVE, PRESENT, FINITE, ("VerbType", "Quasi")],
        Class::Prep => &[("AdpType", "Prep")],
        Class::Adja => &[("Hyph", "Yes")],
        Class::Adjp => &[("PrepCase", "Pre")],
        Class::Adjc => &[("Variant", "Short")],
        Class::Depr => &[("Polite", "Depr")],
        Class::Brev => &[("Abbr", "Yes")],
        Class::Ign => &[("Foreign", "Yes")],
        Class::Ppron12 | Class::Ppron3 => &[("PronType", "Prs")],
        Class::Siebie => &[("PronType", "Prs"), ("Reflex", "Yes")],
        _ => &[],
    }
}

fn is_in_digits(lemma: &str) -> bool {
    lemma.starts_with(|c: char| c.is_ascii_digit()) && !lemma.contains(char::is_alphabetic)
}

fn is_roman(lemma: &str) -> bool {
    !lemma.is_empty() && lemma.chars().all(|c| "IVXLCDM".contains(c))
}

/// How a number is written and what it counts.
fn numeral_features(tag: Tag, lemma: &str) -> Vec<(&'static str, &'static str)> {
    match tag.class() {
        Class::Dig => vec![("NumForm", "Digit")],
        Class::Romandig => vec![("NumForm", "Roman")],
        Class::Num if is_in_digits(lemma) => vec![("NumForm", "Digit"), ("NumType", "Card")],
        Class::Num if tag.upos(lemma) == Upos::Num => vec![("NumForm", "Word")],
        Class::Adj if is_in_digits(lemma) => vec![("NumForm", "Digit"), ("NumType", "Ord")],
        Class::Adj if is_roman(lemma) => vec![("NumForm", "Roman"), ("NumType", "Ord")],
        _ => vec![],
    }
}

/// Kind and side of a punctuation mark.
fn mark_features(mark: &str) -> Vec<(&'static str, &'static str)> {
    const INITIAL: (&str, &str) = ("PunctSide", "Ini");
    const FINAL: (&str, &str) = ("PunctSide", "Fin");
    let kind = |kind| ("PunctType", kind);
    match mark {
        "." => vec![kind("Peri")],
        "," => vec![kind("Comm")],
        "-" | "–" | "—" | "―" | "‐" | "‑" => vec![kind("Dash")],
        "(" | "[" | "{" => vec![INITIAL, kind("Brck")],
        ")" | "]" | "}" => vec![FINAL, kind("Brck")],
        "„" | "“" | "«" | "‘" | "‚" | ",," => vec![INITIAL, kind("Quot")],
        "”" | "’" | "»" | "’’" | "''" => vec![FINAL, kind("Quot")],
        "\"" | "'" | "`" => vec![kind("Quot")],
        ":" => vec![kind("Colo")],
        ";" => vec![kind("Semi")],
        "?" => vec![kind("Qest")],
        "!" => vec![kind("Excl")],
        "…" => vec![kind("Elip")],
        "/" => vec![kind("Slsh")],
        _ => vec![],
    }
}

impl fmt::Display for Feats<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs = self.pairs();
        // By name without regard to case, as the CoNLL-U format asks.
        let caseless = |name: &'static str| name.bytes().map(|letter| letter.to_ascii_lowercase());
        pairs.sort_unstable_by(|a, b| caseless(a.0).cmp(caseless(b.0)).then(a.1.cmp(b.1)));
        pairs.dedup();
        let mut last = "";
        for (name, value) in pairs {
            if last == name {
                f.write_str(",")?;
            } else {
                f.write_str(if last.is_empty() { "" } else { "|" })?;
                f.write_str(name)?;
                f.write_str("=")?;
            }
            f.write_str(value)?;
            last = name;
        }
        Ok(())
    }
}
