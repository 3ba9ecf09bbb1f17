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
/// How far ahead of the next a base form is that is certain.
const SURE: i32 = 5;
/// How far behind another base form is where there is none.
const FAR: i32 = 99;
/// A lone word that a full name of the article has as its surname: outweighs what the dictionary makes of it.
const BORNE: i32 = 16;
/// The first of several words, where the dictionary or the list of given names holds it.
const FIRST: i32 = 20;

/// One word of a name, or what stands between two.
#[derive(Debug)]
enum Slot<'a> {
    /// Stays as it is: particles, initials, numerals, hyphens.
    Fixed(&'a str),
    /// May inflect.
    Open { form: &'a str, hypotheses: Rc<[Hypothesis]> },
}

/// A name split into words with all that each may be.
#[derive(Debug)]
pub(super) struct Lattice<'a> {
    slots: Vec<(bool, Slot<'a>)>,
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
    pub(super) parts: Vec<Rc<str>>,
    pub(super) gender: Tag,
    /// Whether another gender would do as well.
    pub(super) gender_open: bool,
    /// How far the next other base form is behind, in tenths.
    pub(super) lead: i32,
}

impl Base {
    /// Whether no other base form comes near.
    pub(super) fn is_certain(&self) -> bool {
        self.lead >= SURE
    }
}

/// What the article says of a base form.
#[derive(Debug)]
struct Known<'a> {
    /// How many forms of it the article's names have.
    forms: u32,
    /// The last of them.
    last: &'a str,
    /// Whether the base form itself is one of them.
    itself: bool,
    /// Genders of the full names that have it.
    sex: Tag,
    /// Whether there is one.
    settled: bool,
    /// Whether one of them has it as its surname.
    surname: bool,
}

impl Default for Known<'_> {
    fn default() -> Self {
        Self { forms: 0, last: "", itself: false, sex: Tag::IGN, settled: false, surname: false }
    }
}

/// What the article's names say of each base form that their words may have.
#[derive(Debug, Default)]
pub(super) struct Evidence<'a> {
    known: HashMap<Rc<str>, Known<'a>, Hasher>,
    /// Forms that were added.
    forms: HashSet<&'a str, Hasher>,
    /// Last words by the words before them: "Sung Ho" beside "Sung Hoa" shows what the ending is.
    by_lead: HashMap<String, HashSet<&'a str, Hasher>, Hasher>,
}

/// A hypothesis with what the article says for it.
#[derive(Clone, Copy)]
struct Weighed<'h> {
    weight: i32,
    /// Genders of the full names of the article that have this base form.
    sex: Tag,
    hypothesis: &'h Hypothesis,
}

/// The hypothesis that fits a number, a gender and a case best, and how far the next other base form is behind.
#[derive(Clone, Copy)]
struct Fit<'h> {
    weight: i32,
    lead: i32,
    hypothesis: &'h Hypothesis,
}

/// What fits a word best, by gender, in the order of the genders asked for, and case, in the order of [`CASES`].
type Fits<'h> = [[Option<Fit<'h>>; CASES.len()]; 4];

/// The best fits of a word in one number; the later of equals.
fn fits<'h>(word: &[Weighed<'h>], number: Tag, genders: &[Tag]) -> Fits<'h> {
    let mut fits: Fits<'h> = Default::default();
    for (row, gender) in fits.iter_mut().zip(genders) {
        let settled = |x: &Weighed<'_>| x.weight + if x.sex.has(*gender) { 14 } else { 0 };
        let fallback = word.iter().map(|x| (settled(x) + MISFIT, x.hypothesis)).max_by_key(|x| x.0);
        *row = [fallback.map(|(weight, hypothesis)| Fit { weight, lead: FAR, hypothesis }); CASES.len()];
        for x in word.iter().filter(|x| x.hypothesis.tag.has(number) && x.hypothesis.tag.has(*gender)) {
            let weight = settled(x);
            let cells = row.iter_mut().flatten().zip(CASES);
            cells
                .filter(|cell| x.hypothesis.tag.has(cell.1))
                .for_each(|cell| cell.0.take(weight, x.hypothesis));
        }
    }
    fits
}

fn cell<'h>(fits: &Fits<'h>, gender: usize, case: usize) -> Option<Fit<'h>> {
    fits.get(gender).and_then(|row| row.get(case).copied().flatten())
}

impl<'h> Fit<'h> {
    fn take(&mut self, weight: i32, hypothesis: &'h Hypothesis) {
        let ahead = weight - self.weight;
        if ahead < 0 && -ahead >= self.lead {
            return;
        }
        let same = self.hypothesis.base == hypothesis.base;
        match (ahead >= 0, same) {
            (true, true) => self.lead = (self.lead + ahead).min(FAR),
            (true, false) => self.lead = ahead,
            (false, true) => return,
            (false, false) => self.lead = -ahead,
        }
        if ahead >= 0 {
            (self.weight, self.hypothesis) = (weight, hypothesis);
        }
    }
}

impl<'a> Lattice<'a> {
    pub(super) fn of(words: &Words<'a>, tokens: &TokenRange, of: Of) -> Self {
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
                Slot::Fixed(form)
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
                Slot::Open { form, hypotheses }
            };
            let space = index > tokens.start
                && words.tagged.get(index).is_some_and(crate::morph::TaggedToken::space_before);
            (space, slot)
        };
        let last = tokens.end.saturating_sub(1);
        let mut lead = String::new();
        for index in tokens.start..last {
            lead.push_str(words.text(index));
            lead.push(' ');
        }
        Self { slots: tokens.clone().map(slot).collect(), lead }
    }

    fn open(&self) -> impl Iterator<Item = (&'a str, &[Hypothesis])> {
        self.slots.iter().filter_map(|(_, slot)| match slot {
            Slot::Open { form, hypotheses } => Some((*form, &**hypotheses)),
            Slot::Fixed(_) => None,
        })
    }

    /// The assignment of one case, gender and number to all words that has most for it.
    pub(super) fn choose(&self, context: Context, of: Of, evidence: &Evidence<'_>) -> Base {
        let genders: &[Tag] = match of {
            Of::Person => &[Tag::M1, Tag::F],
            Of::Thing => &[Tag::M3, Tag::F, Tag::N, Tag::M1],
        };
        let weighed = self.weighed(of, evidence);
        let plural = weighed.iter().flatten().any(|x| x.hypothesis.tag.has(Tag::PL));
        let numbers: &[Tag] = if plural { &[Tag::SG, Tag::PL] } else { &[Tag::SG] };
        let mut best: Option<Choice<'_>> = None;
        let mut by_gender = [i32::MIN; 2];
        for number in numbers {
            let fits: Vec<_> = weighed.iter().map(|word| fits(word, *number, genders)).collect();
            for (rank, gender) in genders.iter().enumerate() {
                for (at, case) in CASES.into_iter().enumerate() {
                    let chosen = || fits.iter().filter_map(|fits| cell(fits, rank, at));
                    let sum: i32 = chosen().map(|fit| fit.weight).sum();
                    let score = context.score([*number, *gender, case]) + sum;
                    if let Some(top) = by_gender.get_mut(rank) {
                        *top = score.max(*top);
                    }
                    match &mut best {
                        Some(best) => best.challenge(score, *gender, chosen()),
                        None => {
                            best =
                                Some(Choice { score, gender: *gender, fits: chosen().collect(), lead: FAR });
                        }
                    }
                }
            }
        }
        let best = best.unwrap_or(Choice { score: 0, gender: Tag::M1, fits: Vec::new(), lead: FAR });
        let inner = best.fits.iter().map(|fit| fit.lead).min().unwrap_or(FAR);
        let [masculine, feminine] = by_gender;
        Base {
            text: self.written(&best.fits),
            parts: best.fits.iter().map(|fit| Rc::clone(&fit.hypothesis.base)).collect(),
            gender: best.gender,
            gender_open: masculine.abs_diff(feminine) < 8,
            lead: inner.min(best.lead),
        }
    }

    /// The hypotheses of each inflecting word with what the article says for them: looked up once, asked for each case.
    fn weighed<'h>(&'h self, of: Of, evidence: &Evidence<'_>) -> Vec<Vec<Weighed<'h>>> {
        let lone = self.slots.len() == 1;
        let weigh = |form: &str, hypothesis: &'h Hypothesis| {
            let known = evidence.known.get(&*hypothesis.base);
            let borne = if lone && known.is_some_and(|known| known.surname) { BORNE } else { 0 };
            let weight =
                hypothesis.weight + borne + known.map_or(0, |known| known.weight(&hypothesis.base, form));
            Weighed { weight, sex: known.map_or(Tag::IGN, |known| known.sex), hypothesis }
        };
        let weigh = |(form, all): (&str, &'h [Hypothesis])| all.iter().map(|x| weigh(form, x)).collect();
        let mut words: Vec<Vec<_>> = self.open().map(weigh).collect();
        if lone {
            return words;
        }
        // What stands first says more of the sex than a surname that is a given name too: "Maria Tomasz".
        if let ([first, _, ..], false) = (&mut *words, self.lead.is_empty()) {
            first.iter_mut().filter(|x| x.hypothesis.given).for_each(|x| x.weight += FIRST);
            // A given name in -a that nobody knows is a woman's.
            let woman = |x: &&mut Weighed<'_>| !x.hypothesis.known && x.hypothesis.base.ends_with('a');
            let unknown = of == Of::Person
                && !first.iter().any(|x| x.hypothesis.known)
                && self.open().next().is_some_and(|(form, _)| form.ends_with(['a', 'ą', 'ę']));
            first.iter_mut().filter(|x| unknown && woman(x)).for_each(|x| x.sex = x.sex | Tag::F);
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

    fn written(&self, chosen: &[Fit<'_>]) -> String {
        let mut chosen = chosen.iter();
        let mut text = String::new();
        for (space, slot) in &self.slots {
            if *space {
                text.push(' ');
            }
            match slot {
                Slot::Fixed(form) => text.push_str(form),
                Slot::Open { form, .. } => text.push_str(chosen.next().map_or(form, |x| &x.hypothesis.base)),
            }
        }
        text
    }
}

/// `II` in "Jan Paweł II".
fn is_numeral(words: &Words<'_>, index: usize) -> bool {
    words.text(index).chars().all(|c| "IVX".contains(c))
}

/// The best assignment so far.
struct Choice<'h> {
    score: i32,
    gender: Tag,
    fits: Vec<Fit<'h>>,
    /// How far the best with other base forms is behind.
    lead: i32,
}

impl<'h> Choice<'h> {
    /// Takes another assignment where that has more for it; the earlier of equals.
    fn challenge(&mut self, score: i32, gender: Tag, fits: impl Iterator<Item = Fit<'h>> + Clone) {
        let ahead = score - self.score;
        if ahead <= 0 && -ahead >= self.lead {
            return;
        }
        let own = self.fits.iter().map(|fit| &fit.hypothesis.base);
        let same = own.eq(fits.clone().map(|fit| &fit.hypothesis.base));
        match (ahead > 0, same) {
            (true, true) => self.lead = (self.lead + ahead).min(FAR),
            (true, false) => self.lead = ahead,
            (false, true) => return,
            (false, false) => self.lead = -ahead,
        }
        if ahead > 0 {
            (self.score, self.gender) = (score, gender);
            self.fits.clear();
            self.fits.extend(fits);
        }
    }
}

impl Known<'_> {
    /// What the other forms of the article say for a base form of `form`.
    fn weight(&self, base: &str, form: &str) -> i32 {
        let others = i32::try_from(self.forms.saturating_sub(1).min(2)).unwrap_or(2);
        let itself = base != form && self.itself;
        6 * others + if itself { 8 } else { 0 }
    }
}

impl<'a> Evidence<'a> {
    /// Adds the forms of a name's words to those seen.
    pub(super) fn add(&mut self, lattice: &Lattice<'a>) {
        if let Some((last, _)) = lattice.open().last().filter(|_| !lattice.lead.is_empty()) {
            self.by_lead.entry(lattice.lead.clone()).or_default().insert(last);
        }
        for (form, hypotheses) in lattice.open() {
            if !self.forms.insert(form) {
                continue;
            }
            for hypothesis in hypotheses {
                let known = self.known.entry(Rc::clone(&hypothesis.base)).or_default();
                if known.last != form {
                    known.forms += 1;
                    known.last = form;
                    known.itself |= *hypothesis.base == *form;
                }
            }
        }
    }

    /// Records the words of a full name whose base form is decided.
    pub(super) fn settle(&mut self, base: &Base) {
        for (at, part) in base.parts.iter().enumerate() {
            let known = self.known.entry(Rc::clone(part)).or_default();
            known.sex = known.sex | base.gender;
            known.settled = true;
            known.surname |= at > 0 && at + 1 == base.parts.len();
        }
    }

    /// Whether some full name of the article has this word.
    pub(super) fn is_settled(&self, base: &str) -> bool {
        self.known.get(base).is_some_and(|known| known.settled)
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
