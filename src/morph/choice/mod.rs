//! One reading per word: a beam search over a sentence with the rules of [`context`].

mod beam;
mod context;
mod evidence;

pub(super) use self::context::{Follower, NUMBER_CASE_GENDER, Seen, capital_score, is_possessive};
pub(super) use self::evidence::{Evidence, MOST};

use self::beam::{BEGINNING, Beam, Path};
use self::context::{FARTHER, NOWHERE, Turn};
use super::prior::Candidate;
use super::{Class, Tag};
use crate::span::narrow;

/// Words after which the best partial reading is taken for good, so that a text without sentence ends stays cheap.
pub(super) const LONGEST: usize = 400;

/// One word of a partial reading.
#[derive(Clone, Copy)]
struct Step {
    /// The step of the word before.
    back: u32,
    link: u32,
    choice: Choice,
}

/// What was chosen for a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) row: u16,
    pub(super) tag: Tag,
}

/// The search, with its buffers kept from sentence to sentence.
#[derive(Default)]
pub(super) struct Chooser {
    /// The readings up to the last word.
    paths: Box<Beam>,
    /// Those up to the word whose turn it is.
    next: Box<Beam>,
    ranked: Vec<Candidate>,
    steps: Vec<Step>,
    links: Vec<u32>,
    /// Words with the earlier ones that they agreed with.
    linked: Vec<(u32, u32)>,
}

impl Chooser {
    /// Begins a sentence.
    pub(super) fn begin(&mut self) {
        self.steps.clear();
        self.paths.clear();
        self.paths.keep(0, &Path::default());
    }

    /// Goes on with the next word, which has at least one candidate.
    #[inline]
    pub(super) fn advance(&mut self, seen: Seen<'_>, candidates: &[Candidate]) {
        self.next.clear();
        let Self { paths, next, ranked, steps, .. } = self;
        // What capitals make of the only candidate, they make of all paths alike.
        let capitals = seen.has_capitals() && candidates.len() > 1;
        let candidates = if capitals { rank(seen, candidates, ranked) } else { candidates };
        let mut floor = i32::MIN;
        for (so_far, path) in paths.iter() {
            let most = path.context.most();
            for candidate in candidates {
                let score = so_far + i32::from(candidate.score);
                if score + most.of_any() <= floor {
                    // The rest is less likely still.
                    break;
                }
                if score + most.of(candidate.tag) <= floor {
                    continue;
                }
                let mut reached = *path;
                let mut turn = Turn::new(&seen, candidate, &mut reached.places);
                let score = score + reached.context.step(&mut turn);
                let (link, tag) = (turn.link, turn.tag);
                reached.step = narrow(steps.len());
                if score > floor && next.keep(score, &reached) {
                    steps.push(Step { back: path.step, link, choice: Choice { row: candidate.row, tag } });
                    floor = next.floor();
                }
            }
        }
        std::mem::swap(&mut self.paths, &mut self.next);
    }

    /// Ends the sentence: follows the best path back, lets words that agreed share their values, and settles what is still open.
    #[inline]
    pub(super) fn end(&mut self, choices: &mut Vec<Choice>) {
        choices.clear();
        self.links.clear();
        let mut at = self.paths.iter().next().map_or(BEGINNING, |(_, path)| path.step);
        while let Some(step) = self.steps.get(at as usize) {
            choices.push(step.choice);
            self.links.push(step.link);
            at = step.back;
        }
        choices.reverse();
        self.links.reverse();
        self.agree(choices);
        for n in 0..choices.len() {
            let Some(tag) = choices.get(n).map(|choice| choice.tag) else { return };
            let person = || self.is_said_of_verb(choices, n) || is_said_of_infinitive(choices, n);
            let tag = settled_for(tag, person);
            if let Some(choice) = choices.get_mut(n) {
                choice.tag = tag;
            }
        }
    }

    /// Lets words that agreed share their values, from the end to the beginning and back, and modifiers that no noun has
    /// taken those of the noun that they mean.
    fn agree(&mut self, choices: &mut [Choice]) {
        for (n, link) in self.links.iter_mut().enumerate().filter(|(_, link)| **link == FARTHER) {
            *link = antecedent(choices, n).map_or(NOWHERE, narrow);
        }
        self.link();
        for (one, other) in self.linked.iter().rev() {
            share(choices, *one, *other);
        }
        for (one, other) in &self.linked {
            share(choices, *one, *other);
        }
        for n in 0..choices.len() {
            if let Some(noun) = noun_meant(choices, n) {
                if let Some(link) = self.links.get_mut(n) {
                    *link = narrow(noun);
                }
                share(choices, narrow(n), narrow(noun));
            }
        }
    }

    /// Notes which words are linked, without a branch for each.
    fn link(&mut self) {
        self.linked.resize(self.links.len(), (NOWHERE, NOWHERE));
        let mut linked = 0;
        for (n, link) in self.links.iter().enumerate() {
            if let Some(free) = self.linked.get_mut(linked) {
                *free = (narrow(n), *link);
            }
            linked += usize::from(*link != NOWHERE);
        }
        self.linked.truncate(linked);
    }

    /// "Nie został odrzucony", "jest uważany za winnego": whether word `n` says what a verb's subject is that is not there.
    fn is_said_of_verb(&self, choices: &[Choice], n: usize) -> bool {
        let class = |n: usize| choices.get(n).map(|choice: &Choice| choice.tag.class());
        let verb = self.links.get(n).and_then(|link| class(*link as usize));
        matches!(class(n), Some(Class::Adj | Class::Ppas | Class::Pact))
            && matches!(verb, Some(Class::Fin | Class::Praet | Class::Bedzie | Class::Winien))
    }
}

/// "Trzeba być ostrożnym": whether word `n` says what somebody is to be of whom nothing else is said.
fn is_said_of_infinitive(choices: &[Choice], n: usize) -> bool {
    let class = |n: usize| choices.get(n).map(|choice| choice.tag.class());
    let adjective =
        choices.get(n).is_some_and(|choice| choice.tag.class() == Class::Adj && choice.tag.has(Tag::INST));
    adjective && n.checked_sub(1).and_then(class) == Some(Class::Inf)
}

/// The candidates with what capitals make of them, the likeliest first, in the place of what `ranked` held.
fn rank<'a>(seen: Seen<'_>, candidates: &[Candidate], ranked: &'a mut Vec<Candidate>) -> &'a [Candidate] {
    ranked.clear();
    ranked.extend(candidates.iter().map(|candidate| Candidate {
        score: candidate.score.saturating_add(capital_score(seen, candidate)),
        ..*candidate
    }));
    ranked.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
    ranked
}

/// Gives a word and the one that it agreed with the genders that both allow.
fn share(choices: &mut [Choice], one: u32, other: u32) {
    let (one, other) = (one as usize, other as usize);
    let (Some(a), Some(b)) = (choices.get(one), choices.get(other)) else { return };
    let both = a.tag.common(b.tag, Tag::GENDERS);
    // Where they allow none in common, nothing is changed.
    let mask = if both.has(Tag::GENDERS) { Tag::GENDERS } else { both };
    for n in [one, other] {
        if let Some(choice) = choices.get_mut(n) {
            choice.tag = choice.tag.with(mask, both);
        }
    }
}

/// Words that lie between a relative pronoun and its noun, at most.
const ANTECEDENT: usize = 15;

/// Words that lie between a modifier and its noun, at most.
const APART: usize = 8;

/// The noun of a modifier whose gender is still open: "ubrany na czarno mężczyzna", "dozwolony jest przywóz".
fn noun_meant(choices: &[Choice], n: usize) -> Option<usize> {
    let tag = choices.get(n)?.tag;
    let genders = tag.common(tag, Tag::GENDERS).bits();
    let is_open = matches!(tag.class(), Class::Adj | Class::Ppas | Class::Pact) && genders.count_ones() > 1;
    if !is_open {
        return None;
    }
    let in_clause =
        |other: &usize| choices.get(*other).is_some_and(|other| other.tag.class() != Class::Interp);
    let agrees =
        |other: &usize| choices.get(*other).is_some_and(|other| is_noun(other.tag) && other.tag.agrees(tag));
    let behind = || (n + 1..=n + APART).take_while(in_clause).find(agrees);
    let before = |n: usize| (n.saturating_sub(APART)..n).rev().take_while(in_clause).find(agrees);
    // "zjawisko, mające swoje źródła": a participle behind a comma has its noun before it.
    let comma = n.checked_sub(1).filter(|mark| tag.class() != Class::Adj && !in_clause(mark));
    let noun = comma.and_then(before).or_else(behind);
    noun.or_else(|| tag.has(Tag::NOM).then(|| before(n)).flatten()).or_else(|| noun_farther(choices, n))
}

/// Words behind a pronoun among which its verb stands.
const NEAR: usize = 2;

/// The noun in a clause before that a predicate without a noun is said of: "Dom, choć stary, jest ładny". Somebody who is
/// named nearer is meant rather: "Autobus odjechał, a ja zostałem sam".
fn noun_farther(choices: &[Choice], n: usize) -> Option<usize> {
    let tag = choices.get(n).map(|choice| choice.tag).filter(|tag| tag.has(Tag::NOM) && tag.has(Tag::SG))?;
    let first = n.saturating_sub(ANTECEDENT);
    let agrees = |noun: Tag| is_noun(noun) && noun.has(Tag::NOM) && noun.agrees(tag);
    // "…, bo każdy sobie pomyśli": what has a verb is a subject of its own.
    let behind = choices.iter().skip(n + 1).take(NEAR).map(|choice| choice.tag.class());
    if behind
        .take_while(|class| *class != Class::Interp)
        .any(|class| matches!(class, Class::Fin | Class::Praet))
    {
        return None;
    }
    let is_somebody = |tag: Tag| matches!(tag.class(), Class::Ppron12 | Class::Ppron3 | Class::Aglt);
    let mut before = choices.get(first..n)?.iter().enumerate().rev();
    let (at, found) = before.find(|(_, choice)| agrees(choice.tag) || is_somebody(choice.tag))?;
    agrees(found.tag).then_some(first + at)
}

/// The noun of a relative pronoun that agrees with none right before it: "osoby w wieku emerytalnym, które". The subject of a
/// verb behind a relative clause: "umowy, jakie zawarła spółka, były nieważne".
fn antecedent(choices: &[Choice], n: usize) -> Option<usize> {
    let tag = choices.get(n)?.tag;
    let is_verb = tag.class() != Class::Adj;
    let both = |other: Tag, mask| tag.has(other.common(other, mask));
    let agrees = |other: &Choice| {
        is_noun(other.tag)
            && (other.tag.has(Tag::NOM) || !is_verb)
            && both(other.tag, Tag::NUMBERS)
            && both(other.tag, Tag::GENDERS)
    };
    let first = n.saturating_sub(ANTECEDENT);
    choices.get(first..n)?.iter().rposition(agrees).map(|at| first + at)
}

/// A noun, as modifiers agree with it.
pub(super) fn is_noun(tag: Tag) -> bool {
    matches!(tag.class(), Class::Subst | Class::Ger | Class::Depr)
}

/// One value for each category: what is still open takes the likeliest.
pub(super) fn settled(tag: Tag) -> Tag {
    settled_for(tag, || false)
}

/// The same; what is said of a `person` is masculine personal rather than inanimate. "Zrażony do kelnerów, zapędzał się do
/// kuchni", "przyznał rację protestującym": so is a participle without a noun.
fn settled_for(tag: Tag, person: impl FnOnce() -> bool) -> Tag {
    const ASPECTS: Tag = Tag::IMPERF.with(Tag::PERF, Tag::PERF);
    const ACCENTS: Tag = Tag::AKC.with(Tag::NAKC, Tag::NAKC);
    const AFTER_PREPOSITION: Tag = Tag::PRAEP.with(Tag::NPRAEP, Tag::NPRAEP);
    let tag = first(tag, Tag::GENDERS, || {
        let participle = matches!(tag.class(), Class::Ppas | Class::Pact);
        let person = person()
            || (participle || tag.class() == Class::Adj) && tag.has(Tag::SG) && tag.has(Tag::NOM)
            || (participle || tag.class() == Class::Adj) && tag.has(Tag::PL) && !tag.has(Tag::NOM | Tag::ACC)
            || matches!(
                tag.class(),
                Class::Ppron12 | Class::Ppron3 | Class::Praet | Class::Winien | Class::Subst | Class::Cond
            );
        if person {
            [Tag::M1, Tag::M3, Tag::M2, Tag::F, Tag::N]
        } else {
            [Tag::M3, Tag::M1, Tag::F, Tag::N, Tag::M2]
        }
    });
    // "Potrafi", "deklarował": where a verb has both aspects, what goes on is meant more often than what is done.
    let tag = first(tag, ASPECTS, || [Tag::IMPERF, Tag::PERF]);
    let tag = first(tag, ACCENTS, || [Tag::AKC, Tag::NAKC]);
    first(tag, AFTER_PREPOSITION, || {
        if tag.has(Tag::NOM) { [Tag::NPRAEP, Tag::PRAEP] } else { [Tag::PRAEP, Tag::NPRAEP] }
    })
}

/// The tag with the first in order of the values of `mask` that it has.
fn first<const N: usize>(tag: Tag, mask: Tag, order: impl FnOnce() -> [Tag; N]) -> Tag {
    let open = tag.common(tag, mask).bits();
    if open & open.wrapping_sub(1) == 0 {
        return tag;
    }
    order().iter().find(|value| tag.has(**value)).map_or(tag, |value| tag.with(mask, *value))
}
