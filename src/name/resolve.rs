//! Base forms of names word by word: the words of a name agree in case, gender and number; the article's other forms and
//! the words around decide what the endings leave open.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::detect;
use super::forms::{Hypothesis, Of};
use super::lists::{CUES, PARTICLES, SPEECH};
use super::words::{Traits, Words};
use crate::morph::{Class, Shape, Tag, TokenRange};
use crate::text::Hasher;

const CASES: [Tag; 7] = [Tag::NOM, Tag::GEN, Tag::DAT, Tag::ACC, Tag::INST, Tag::LOC, Tag::VOC];
/// A word that cannot stand in the case that the rest stands in.
const MISFIT: i32 = -60;
/// The article has the same words before the base form itself: outweighs that words in a consonant should inflect too.
const SAME_LEAD: i32 = 50;
/// A lone word that a full name of the article has as its surname: outweighs what the dictionary makes of it.
const BORNE: i32 = 16;
/// The first of several words, where the dictionary or the list of given names holds it.
const FIRST: i32 = 20;

/// One word of a name, or what stands between two.
#[derive(Debug)]
enum Slot {
    /// Stays as it is: particles, initials, numerals, hyphens.
    Fixed(String),
    /// May inflect.
    Open { form: String, hypotheses: Rc<[Hypothesis]> },
}

/// A name split into words with all that each may be.
#[derive(Debug)]
pub(super) struct Lattice {
    slots: Vec<(bool, Slot)>,
    /// All its words but the last, as they are written; empty for names of one word.
    lead: String,
}

/// What is known of a name from the words around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// Cases that the words before allow.
    pub(super) cases: Tag,
    /// Genders that a role or a verb allows.
    pub(super) genders: Tag,
    /// Whether a role is that of several: "państwo Wilkowie".
    pub(super) plural: bool,
    /// Genders of a verb beside the name, whose subject the name may be.
    pub(super) verb: Tag,
    /// How much speaks for the nominative, in tenths.
    pub(super) nominative: i32,
}

impl Context {
    /// What speaks for and against these values before the words themselves are asked.
    fn score(self, [number, gender, case]: [Tag; 3]) -> i32 {
        let mut score = match case {
            Tag::NOM => self.nominative,
            Tag::VOC => -30,
            _ => 0,
        };
        if (number == Tag::PL) != self.plural {
            score -= 14;
        }
        if !self.cases.has(case) {
            score -= 25;
        }
        if !self.genders.has(gender) {
            score -= 25;
        }
        if !self.verb.has(gender) {
            score -= 7;
        }
        score
    }
}

impl Default for Context {
    fn default() -> Self {
        Self { cases: Tag::CASES, genders: Tag::GENDERS, plural: false, verb: Tag::GENDERS, nominative: 8 }
    }
}

/// The base form chosen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Base {
    pub(super) text: String,
    /// Base forms of its inflecting words, in order.
    pub(super) parts: Vec<String>,
    pub(super) gender: Tag,
    /// Whether another gender would do as well.
    pub(super) gender_open: bool,
}

/// Forms seen for each base form in the article's names.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    forms: HashMap<Rc<str>, Vec<Rc<str>>, Hasher>,
    /// Base forms of the words of full names, with how often.
    settled: HashMap<String, Tag, Hasher>,
    /// Those of them that are surnames.
    surnames: HashSet<String, Hasher>,
    /// Last words by the words before them: "Sung Ho" beside "Sung Hoa" shows what the ending is.
    by_lead: HashMap<String, HashSet<String, Hasher>, Hasher>,
}

/// A hypothesis with what the article says for it.
struct Weighed<'h> {
    weight: i32,
    /// Genders of the full names of the article that have this base form.
    sex: Tag,
    hypothesis: &'h Hypothesis,
}

/// The hypothesis that fits a number, a gender and a case best; the later of equals.
fn likeliest<'h>(word: &[Weighed<'h>], [number, gender, case]: [Tag; 3]) -> Option<(i32, &'h Hypothesis)> {
    let weight = |x: &Weighed<'h>| {
        let tag = x.hypothesis.tag;
        let fits = tag.has(number) && tag.has(gender) && tag.has(case);
        let settled = if x.sex.has(gender) { 14 } else { 0 };
        (x.weight + settled + if fits { 0 } else { MISFIT }, x.hypothesis)
    };
    word.iter().map(weight).max_by_key(|x| x.0)
}

impl Lattice {
    pub(super) fn of(words: &Words<'_>, tokens: &TokenRange, of: Of) -> Self {
        let club = of == Of::Thing && tokens.len() == 2 && detect::is_club(words, tokens.start);
        let slot = |index: usize| {
            let form = words.text(index);
            let next_joined = words.is_joint(index + 1) && index + 2 < tokens.end;
            // A particle that begins a sentence is small elsewhere: "Von der Leyen".
            let particle = index + 1 < tokens.end && of == Of::Person && PARTICLES.contains(words.key(index));
            let form = if particle && words.key(index) == "von" { words.key(index) } else { form };
            let fixed = !words.text(index).starts_with(char::is_uppercase)
                || particle
                || (form.chars().filter(|c| c.is_alphabetic()).count() == 1 && words.text(index + 1) == ".")
                || (tokens.len() > 1 && is_numeral(words, index))
                || words.shape(index) == Shape::Other
                || (of == Of::Thing && club && index > tokens.start)
                || (of == Of::Thing
                    && index + 1 < tokens.end
                    && !(next_joined && words.has(index, Traits::PLACE))
                    && !club);
            let slot = if fixed {
                Slot::Fixed(form.to_owned())
            } else {
                let mut hypotheses = words.hypotheses(index, of);
                if next_joined {
                    // The first part of a double name may stay uninflected: "Korwin-Mikkego".
                    let tag = Tag::of(Class::Subst) | Tag::SG | Tag::PL | Tag::CASES | Tag::GENDERS;
                    let whole = Hypothesis { base: form.into(), tag, weight: -4, known: false, given: false };
                    // The halves of a double town differ in gender: "Bielsko-Biała".
                    let genders = if of == Of::Thing { Tag::GENDERS } else { Tag::IGN };
                    let joins = |x: &Hypothesis| i32::from(of == Of::Thing && x.base.ends_with('o'));
                    let half = |x: &Hypothesis| Hypothesis {
                        tag: x.tag | genders,
                        weight: x.weight + joins(x),
                        ..x.clone()
                    };
                    hypotheses = hypotheses.iter().map(half).chain([whole]).collect();
                }
                Slot::Open { form: form.to_owned(), hypotheses }
            };
            let space = index > tokens.start
                && words.tagged.get(index).is_some_and(crate::morph::TaggedToken::space_before);
            (space, slot)
        };
        let last = tokens.end.saturating_sub(1);
        let lead: Vec<_> = (tokens.start..last).map(|index| words.text(index)).collect();
        Self { slots: tokens.clone().map(slot).collect(), lead: lead.join(" ") }
    }

    fn open(&self) -> impl Iterator<Item = (&str, &[Hypothesis])> {
        self.slots.iter().filter_map(|(_, slot)| match slot {
            Slot::Open { form, hypotheses } => Some((form.as_str(), &**hypotheses)),
            Slot::Fixed(_) => None,
        })
    }

    /// The assignment of one case, gender and number to all words that has most for it.
    pub(super) fn choose(&self, context: Context, of: Of, evidence: &Evidence) -> Base {
        let genders: &[Tag] = match of {
            Of::Person => &[Tag::M1, Tag::F],
            Of::Thing => &[Tag::M3, Tag::F, Tag::N, Tag::M1],
        };
        let weighed = self.weighed(evidence);
        let mut best: Option<(i32, [Tag; 3])> = None;
        let mut by_gender = [i32::MIN; 2];
        for number in [Tag::SG, Tag::PL] {
            for (rank, gender) in genders.iter().enumerate() {
                for case in CASES {
                    let values = [number, *gender, case];
                    let words = weighed.iter().filter_map(|word| likeliest(word, values));
                    let score = context.score(values) + words.map(|(weight, _)| weight).sum::<i32>();
                    if let Some(top) = by_gender.get_mut(rank) {
                        *top = score.max(*top);
                    }
                    if best.is_none_or(|(top, _)| score > top) {
                        best = Some((score, values));
                    }
                }
            }
        }
        let values = best.map_or([Tag::SG, Tag::M1, Tag::NOM], |x| x.1);
        let chosen: Vec<_> = weighed.iter().filter_map(|word| likeliest(word, values)).map(|x| x.1).collect();
        let [_, gender, _] = values;
        let [masculine, feminine] = by_gender;
        Base {
            text: self.written(&chosen),
            parts: chosen.iter().map(|x| x.base.to_string()).collect(),
            gender,
            gender_open: masculine.abs_diff(feminine) < 8,
        }
    }

    /// The hypotheses of each inflecting word with what the article says for them: looked up once, asked for each case.
    fn weighed<'h>(&'h self, evidence: &Evidence) -> Vec<Vec<Weighed<'h>>> {
        let lone = self.slots.len() == 1;
        let weigh = |form: &str, hypothesis: &'h Hypothesis| Weighed {
            weight: hypothesis.weight
                + evidence.weight(&hypothesis.base, form)
                + if lone && evidence.surnames.contains(&*hypothesis.base) { BORNE } else { 0 },
            sex: evidence.settled.get(&*hypothesis.base).copied().unwrap_or(Tag::IGN),
            hypothesis,
        };
        let weigh = |(form, all): (&str, &'h [Hypothesis])| all.iter().map(|x| weigh(form, x)).collect();
        let mut words: Vec<Vec<_>> = self.open().map(weigh).collect();
        // What stands first says more of the sex than a surname that is a given name too: "Maria Tomasz".
        if let ([first, _, ..], false) = (&mut *words, self.lead.is_empty()) {
            first.iter_mut().filter(|x| x.hypothesis.given).for_each(|x| x.weight += FIRST);
        }
        // … and a foreign surname rather follows a foreign given name: "Marka Zuckermanna" is of Mark, not of Marek.
        let foreign = words.last().is_some_and(|last| !last.iter().any(|x| x.hypothesis.known));
        if let ([first, _, ..], true) = (&mut *words, foreign) {
            let fleeting = |x: &&mut Weighed<'_>| x.hypothesis.given && x.hypothesis.base.ends_with("ek");
            first.iter_mut().filter(fleeting).for_each(|x| x.weight -= 4);
        }
        if let (Some(lasts), Some((form, _))) = (evidence.by_lead.get(&self.lead), self.open().last()) {
            let shown = |base: &str| base != form && form.starts_with(base) && lasts.contains(base);
            let last = words.last_mut().into_iter().flatten();
            last.filter(|x| shown(&x.hypothesis.base)).for_each(|x| x.weight += SAME_LEAD);
        }
        words
    }

    fn written(&self, chosen: &[&Hypothesis]) -> String {
        let mut chosen = chosen.iter();
        let mut text = String::new();
        for (space, slot) in &self.slots {
            if *space {
                text.push(' ');
            }
            match slot {
                Slot::Fixed(form) => text.push_str(form),
                Slot::Open { form, .. } => text.push_str(chosen.next().map_or(form, |x| &x.base)),
            }
        }
        text
    }
}

/// `II` in "Jan Paweł II".
fn is_numeral(words: &Words<'_>, index: usize) -> bool {
    words.text(index).chars().all(|c| "IVX".contains(c))
}

impl Evidence {
    /// Adds the forms of a name's words to those seen.
    pub(super) fn add(&mut self, lattice: &Lattice) {
        if let Some((last, _)) = lattice.open().last().filter(|_| !lattice.lead.is_empty()) {
            self.by_lead.entry(lattice.lead.clone()).or_default().insert(last.to_owned());
        }
        for (form, hypotheses) in lattice.open() {
            let shared: Rc<str> = form.into();
            for hypothesis in hypotheses {
                let forms = self.forms.entry(Rc::clone(&hypothesis.base)).or_default();
                // A base form has as many forms as there are endings, so looking through them is cheap.
                if !forms.iter().any(|known| **known == *form) {
                    forms.reserve_exact(1);
                    forms.push(Rc::clone(&shared));
                }
            }
        }
    }

    /// Records the words of a full name whose base form is decided.
    pub(super) fn settle(&mut self, base: &Base) {
        for part in &base.parts {
            let sex = self.settled.entry(part.clone()).or_insert(Tag::IGN);
            *sex = *sex | base.gender;
        }
        if let [_, .., surname] = base.parts.as_slice() {
            self.surnames.insert(surname.clone());
        }
    }

    /// Whether some full name of the article has this word.
    pub(super) fn is_settled(&self, base: &str) -> bool {
        self.settled.contains_key(base)
    }

    /// What the other forms of the article say for a base form of `form`.
    fn weight(&self, base: &str, form: &str) -> i32 {
        let Some(forms) = self.forms.get(base) else { return 0 };
        let others = i32::try_from(forms.len()).unwrap_or(i32::MAX).saturating_sub(1).min(2);
        let itself = base != form && forms.iter().any(|known| **known == *base);
        6 * others + if itself { 8 } else { 0 }
    }
}

/// What the words before and after a name say of its case and gender.
pub(super) fn context(words: &Words<'_>, tokens: &TokenRange, role: Option<&super::role::Role>) -> Context {
    let mut context = Context::default();
    let start =
        role.filter(|role| role.tokens.end == tokens.start).map_or(tokens.start, |role| role.tokens.start);
    if let Some(role) = role {
        context.genders = role.genders;
        context.plural = role.is_couple();
        if role.tokens.end == tokens.start {
            context.cases = role.cases;
        }
    }
    let before = start.checked_sub(1).filter(|before| words.together(*before, tokens.start));
    if let Some(before) = before {
        let mut governed = Tag::IGN;
        for reading in words.known_readings(before).filter(|reading| reading.tag.class() == Class::Prep) {
            governed = governed | reading.tag.common(Tag::CASES, Tag::CASES);
        }
        if !governed.is_bare() {
            context.cases = context.cases.common(governed, Tag::CASES);
            if context.cases.is_bare() {
                context.cases = governed;
            }
            return context;
        }
        subject_of(words, before, &mut context, 4);
        if role.is_none() && is_noun(words, before) {
            context.nominative -= 6;
        }
    }
    if words.together(tokens.start, tokens.end) {
        subject_of(words, tokens.end, &mut context, 6);
    }
    context
}

/// A common noun, whose attribute the name may be in the genitive; nouns that a name stands beside in apposition do not count.
fn is_noun(words: &Words<'_>, index: usize) -> bool {
    words.shape(index) == Shape::Lower
        && words
            .known_readings(index)
            .next()
            .is_some_and(|reading| reading.tag.class() == Class::Subst && !CUES.contains_key(reading.lemma))
}

/// A finite verb beside a name speaks for the nominative, and its gender for that of the name.
fn subject_of(words: &Words<'_>, verb: usize, context: &mut Context, weight: i32) {
    for reading in words.known_readings(verb) {
        let class = reading.tag.class();
        if class == Class::Praet && reading.tag.has(Tag::SG) {
            context.nominative += weight;
            let genders = reading.tag.common(context.genders, Tag::M1 | Tag::F);
            // A verb before a name has it as its subject for sure only where it reports: "dodała Wilk".
            if !genders.is_bare() && (weight > 4 || SPEECH.contains(reading.lemma)) {
                context.verb = genders;
            }
            return;
        }
        if class == Class::Fin && reading.tag.has(Tag::TER) {
            context.nominative += weight;
            return;
        }
    }
}
