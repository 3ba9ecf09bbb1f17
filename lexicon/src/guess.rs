//! The guesser for unknown words: which analyses forms with the same ending have.
//!
//! For every ending of up to [`LONGEST`] letters (the beginning of the word counts as a letter) the analyses of all forms
//! with it are added up, each weighed by how often running text has such a form, and mixed with those of the next shorter
//! ending. Endings that tell nothing new are left out.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use depesza::lexicon::{Class, NameClass, Tag};

use crate::forms::Forms;
use crate::layout::write_varint;
use crate::sgjp::Capitals;
use crate::trim::Analysis;

/// Letters of the longest ending.
const LONGEST: usize = 7;
/// Fewest forms of which an ending is learned.
const FEWEST: usize = 4;
/// Weight of the next shorter ending.
const SMOOTHING: f32 = 0.6;
/// Steps of weights: each is a factor of the square root of two.
const STEPS: u32 = 15;

/// An analysis by number, with its share.
pub type Weighed = Vec<(u32, f32)>;
/// Endings, reversed, each with its analyses.
pub type Endings = BTreeMap<Vec<u8>, Weighed>;

/// What a guesser is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words in small letters.
    Words,
    /// Words with a capital.
    Names,
}

/// Learns from the forms that `keep` lets through.
pub fn train(forms: &Forms, kind: Kind, keep: impl Fn(&[u8], &Analysis) -> bool) -> Endings {
    let by_set: Vec<Weighed> = (0..forms.sets.len()).map(|set| candidates(forms, set, kind)).collect();
    let mut items: Vec<(&[u8], Weighed)> = Vec::new();
    for (form, set) in &forms.coded {
        let weighed: Weighed =
            by_set[*set as usize].iter().filter(|x| keep(form, forms.sets.analysis(x.0))).copied().collect();
        if !weighed.is_empty() {
            items.push((form, weighed));
        }
    }
    items.sort_by(|a, b| a.0.iter().rev().cmp(b.0.iter().rev()));
    let mut learner = Learner { boundary: forms.boundary(), endings: Endings::new(), kind };
    learner.learn(&items, &mut Vec::new(), &Weighed::new(), &Weighed::new());
    learner.endings
}

impl Kind {
    /// How far the shares of an ending may be from those of the next shorter one and still be left out.
    fn tolerance(self) -> f32 {
        match self {
            Self::Words => 0.6,
            Self::Names => 0.4,
        }
    }

    /// How many analyses of an ending are kept.
    fn kept(self) -> usize {
        match self {
            Self::Words => 8,
            Self::Names => 14,
        }
    }
}

/// The analyses of a set that a guesser of this kind may give, weighed.
fn candidates(forms: &Forms, set: usize, kind: Kind) -> Weighed {
    let mut weighed = Weighed::new();
    for number in forms.sets.members(set) {
        let analysis = forms.sets.analysis(*number);
        let weight = match kind {
            Kind::Words if analysis.name == NameClass::Common && analysis.form_case == Capitals(0) => {
                word(analysis.tag)
            }
            Kind::Names if analysis.form_case == Capitals(1) && analysis.lemma_case == Capitals(1) => {
                name(analysis)
            }
            _ => 0.0,
        };
        // A marked analysis teaches its unmarked twin, and less.
        match forms.sets.find(&Analysis { marked: false, ..analysis.clone() }) {
            Some(twin) if weight > 0.0 => {
                weighed.push((twin, if analysis.marked { weight / 4.0 } else { weight }))
            }
            _ => {}
        }
    }
    weighed
}

/// How often running text has a name in this form: estimates, the same for all names.
pub fn name(analysis: &Analysis) -> f32 {
    let class = match analysis.name {
        NameClass::Surname | NameClass::Place => 1.0,
        NameClass::GivenName => 2.0,
        _ => return 0.0,
    };
    let gender =
        if analysis.name == NameClass::Surname && !analysis.tag.has(Tag::MASCULINE) { 0.35 } else { 1.0 };
    class * gender * cases(analysis.tag) * if analysis.tag.has(Tag::SG) { 1.0 } else { 0.08 }
}

/// How often running text has an unknown word of this kind.
fn word(tag: Tag) -> f32 {
    match tag.class() {
        Class::Subst => cases(tag) * if tag.has(Tag::SG) { 1.0 } else { 0.6 },
        Class::Adj => 0.5 * cases(tag) * if tag.has(Tag::POS) { 1.0 } else { 0.1 },
        Class::Ppas | Class::Pact => 0.15 * cases(tag) * if tag.has(Tag::AFF) { 1.0 } else { 0.1 },
        Class::Ger => 0.1 * cases(tag) * if tag.has(Tag::AFF) { 1.0 } else { 0.1 },
        Class::Adv => 0.5,
        Class::Fin | Class::Praet if tag.has(Tag::PRI | Tag::SEC) => 0.02,
        Class::Fin | Class::Praet | Class::Inf => 0.2,
        Class::Imps | Class::Pcon | Class::Pant => 0.1,
        Class::Adja | Class::Impt => 0.02,
        Class::Cond => 0.01,
        _ => 0.0,
    }
}

fn cases(tag: Tag) -> f32 {
    let weights = [
        (Tag::NOM, 0.55),
        (Tag::GEN, 0.2),
        (Tag::DAT, 0.03),
        (Tag::ACC, 0.05),
        (Tag::INST, 0.07),
        (Tag::LOC, 0.08),
        (Tag::VOC, 0.002),
    ];
    weights.iter().filter(|x| tag.has(x.0)).map(|x| x.1).sum()
}

struct Learner {
    boundary: u8,
    endings: Endings,
    kind: Kind,
}

impl Learner {
    /// Learns an ending from the forms that have it, then the longer ones. `shorter` is what the next shorter ending has,
    /// `written` what the last one has that was not left out.
    fn learn(
        &mut self,
        items: &[(&[u8], Weighed)],
        ending: &mut Vec<u8>,
        shorter: &Weighed,
        written: &Weighed,
    ) {
        let shares = shares(items, shorter);
        let kept: Weighed = shares.iter().take(self.kind.kept()).copied().collect();
        let news = ending.is_empty() || distance(&kept, written) > self.kind.tolerance();
        if news && !ending.is_empty() {
            self.endings.insert(ending.clone(), kept.clone());
        }
        let written = if news { &kept } else { written };
        if ending.len() == LONGEST || ending.last() == Some(&self.boundary) {
            return;
        }
        let depth = ending.len();
        let letter = |form: &[u8]| form.iter().rev().nth(depth).copied();
        for longer in items.chunk_by(|a, b| letter(a.0) == letter(b.0)) {
            if longer.len() >= FEWEST {
                ending.push(letter(longer[0].0).unwrap_or(self.boundary));
                self.learn(longer, ending, &shares, written);
                ending.pop();
            }
        }
    }
}

/// The analyses of the forms as shares, the largest first, mixed with those of the shorter ending.
fn shares(items: &[(&[u8], Weighed)], shorter: &Weighed) -> Weighed {
    let mut sums: HashMap<u32, f32> = HashMap::new();
    for (number, weight) in items.iter().flat_map(|x| &x.1) {
        *sums.entry(*number).or_default() += weight;
    }
    let mut sums: Weighed = sums.into_iter().collect();
    sums.sort_by_key(|x| x.0);
    let total: f32 = sums.iter().map(|x| x.1).sum::<f32>() + SMOOTHING;
    let mut mixed: BTreeMap<u32, f32> = shorter.iter().map(|x| (x.0, x.1 * SMOOTHING / total)).collect();
    for (number, weight) in sums {
        *mixed.entry(number).or_default() += weight / total;
    }
    let mut shares: Weighed = mixed.into_iter().filter(|x| x.1 > 0.0005).collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    shares
}

fn distance(a: &Weighed, b: &Weighed) -> f32 {
    let share = |list: &Weighed, number: u32| list.iter().find(|x| x.0 == number).map_or(0.0, |x| x.1);
    let differences = a.iter().map(|x| (x.1 - share(b, x.0)).abs());
    let missing = b.iter().filter(|x| share(a, x.0) == 0.0).map(|x| x.1);
    differences.chain(missing).sum()
}

/// The lists of several guessers as bytes, equal ones once: analyses, each with the step of its weight and a bit on the last.
#[derive(Default)]
pub struct Lists {
    /// The bytes.
    pub bytes: Vec<u8>,
    known: HashMap<Vec<u8>, u32>,
}

impl Lists {
    /// The offset of a list; `place` gives analyses their numbers in the file.
    pub fn add(&mut self, weighed: &Weighed, place: impl Fn(u32) -> u32) -> Result<u32> {
        let steps: Vec<(u32, u32)> =
            weighed.iter().map(|x| (place(x.0), step(x.1))).filter(|x| x.1 < STEPS).collect();
        let mut list = Vec::new();
        for (k, (number, step)) in steps.iter().enumerate() {
            let last = u32::from(k + 1 == steps.len());
            write_varint((number << 4 | step) << 1 | last, &mut list);
        }
        if let Some(offset) = self.known.get(&list) {
            return Ok(*offset);
        }
        let offset = u32::try_from(self.bytes.len())?;
        self.bytes.extend_from_slice(&list);
        self.known.insert(list, offset);
        Ok(offset)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is at most one")]
fn step(share: f32) -> u32 {
    (-2.0 * share.log2()).round().max(0.0) as u32
}
