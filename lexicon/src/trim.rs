//! What of SGJP goes into the dictionary: forms of letters, without homonym marks, qualifiers folded to one bit and name
//! classes to six.

use anyhow::{Context, Result};
use depesza::lexicon::{NameClass, Tag};

use crate::sgjp::{Capitals, Record, Sgjp};

/// One analysis of one form, without reference to the form itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Analysis {
    /// Old-fashioned, dialectal, rare, vulgar, incorrect: any reading that a news text uses last.
    pub marked: bool,
    /// Capitals that the form must have.
    pub form_case: Capitals,
    /// Kind of name.
    pub name: NameClass,
    /// Capitals of the lemma.
    pub lemma_case: Capitals,
    /// The tag.
    pub tag: Tag,
    /// From the form to the lemma.
    pub rule: Rule,
}

/// How the lower-case form becomes the lower-case lemma.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rule {
    /// Characters taken off the front.
    pub prefix_cut: u8,
    /// Characters taken off the end.
    pub suffix_cut: u8,
    /// What is added instead.
    pub add: String,
}

/// Qualifiers that make an analysis a marked one, by their beginning.
const MARKED: &[&str] = &[
    "arch.",
    "char.",
    "daw.",
    "gwar.",
    "indyw.",
    "iron.",
    "niepopr.",
    "niezal.",
    "po_",
    "podniosłe",
    "poet.",
    "przest.",
    "reg.",
    "rub.",
    "rzad.",
    "slang",
    "środ.",
    "wulg.",
    "z_d.",
    "żart.",
];

/// Letters of the languages whose names SGJP lists are below this one.
const END_OF_LATIN: char = '\u{250}';

/// Translates records into analyses.
pub struct Trim {
    tags: Vec<Option<Tag>>,
    names: Vec<Vec<NameClass>>,
    marked: Vec<bool>,
}

impl Trim {
    /// Prepares the tables of a release.
    pub fn new(sgjp: &Sgjp<'_>) -> Self {
        Self {
            tags: sgjp.tags.iter().map(|x| kept_tag(x)).collect(),
            names: sgjp.names.iter().map(|x| name_classes(x)).collect(),
            marked: sgjp.qualifiers.iter().map(|x| is_marked(x)).collect(),
        }
    }

    /// The analyses of a form in their fixed order; none for what is no word.
    pub fn analyses(&self, key: &str, records: &[Record<'_>]) -> Result<Vec<Analysis>> {
        if !is_word(key) {
            return Ok(Vec::new());
        }
        let mut analyses = Vec::new();
        for record in records {
            let Some(tag) = self.tags[usize::from(record.tag)] else { continue };
            let (rule, lemma_case) = rule(key, record)?;
            for name in &self.names[usize::from(record.name)] {
                let marked = self.marked[usize::from(record.qualifiers)];
                let rule = rule.clone();
                analyses.push(Analysis {
                    marked,
                    form_case: record.form_case,
                    name: *name,
                    lemma_case,
                    tag,
                    rule,
                });
            }
        }
        analyses.sort();
        // A reading that is listed both with and without a mark is not marked: the unmarked one stands first.
        let mut kept: Vec<Analysis> = Vec::new();
        for analysis in analyses {
            let same = |x: &Analysis| Analysis { marked: analysis.marked, ..x.clone() } == analysis;
            if !kept.iter().any(same) {
                kept.push(analysis);
            }
        }
        Ok(kept)
    }
}

fn is_word(key: &str) -> bool {
    key.chars().all(|c| c < END_OF_LATIN && c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
        && key.chars().any(char::is_alphabetic)
}

/// Composites of a past form and nothing (`praet:…:ter`) repeat the plain one; prefixes and symbols are no words.
fn kept_tag(tag: &str) -> Option<Tag> {
    let class = tag.split(':').next()?;
    let composite = class == "praet" && tag.split(':').any(|x| x == "ter");
    let no_word = matches!(class, "prefa" | "sym" | "ign" | "dig");
    if composite || no_word { None } else { tag.parse().ok() }
}

fn is_marked(qualifiers: &str) -> bool {
    qualifiers.split([',', '|']).any(|x| MARKED.iter().any(|y| x.starts_with(y)))
}

fn name_classes(name: &str) -> Vec<NameClass> {
    let mut classes: Vec<_> = name.split('|').map(name_class).collect();
    classes.sort();
    classes.dedup();
    classes
}

fn name_class(name: &str) -> NameClass {
    match name.trim_start_matches("człon_") {
        "" | "pospolita" | "nazwa_pospolita" | "nazwa pospolita" => NameClass::Common,
        "imię" => NameClass::GivenName,
        x if x.starts_with("nazwisk") => NameClass::Surname,
        "nazwa_geograficzna" | "nazwy_geograficznej" => NameClass::Place,
        "marka" | "nazwa_firmy" | "nazwy_firmy" | "nazwa_instytucji" | "nazwy_instytucji"
        | "nazwa_organizacji" | "nazwy_organizacji" => NameClass::Organization,
        _ => NameClass::OtherName,
    }
}

fn rule(key: &str, record: &Record<'_>) -> Result<(Rule, Capitals)> {
    let lemma = lemma(key, record)?;
    let lower: String = lemma.chars().flat_map(char::to_lowercase).collect();
    let capitals = lemma.chars().take(64).enumerate().filter(|(_, c)| c.is_uppercase());
    let form = key.chars().skip(record.prefix_cut.into());
    let shared = form.clone().zip(lower.chars()).take_while(|(a, b)| a == b).count();
    let rule = Rule {
        prefix_cut: record.prefix_cut,
        suffix_cut: u8::try_from(form.count() - shared)?,
        add: lower.chars().skip(shared).collect(),
    };
    Ok((rule, Capitals(capitals.fold(0, |sum, (k, _)| sum | 1 << k))))
}

/// The lemma as SGJP writes it, without the homonym's mark.
fn lemma(key: &str, record: &Record<'_>) -> Result<String> {
    let len =
        key.chars().count().checked_sub(record.suffix_cut.into()).context("a rule longer than its form")?;
    let stem = key.chars().take(len).skip(record.prefix_cut.into()).enumerate();
    let mut lemma: String = stem
        .map(
            |(k, c)| if record.lemma_case.0 >> k & 1 == 1 { c.to_uppercase().next().unwrap_or(c) } else { c },
        )
        .collect();
    lemma.push_str(record.suffix.split(':').next().unwrap_or_default());
    Ok(lemma)
}
