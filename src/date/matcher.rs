//! Finds the longest rule that matches at a token.
//!
//! A part of the grammar is matched at most once at a token, whatever number of rules name it; what it found is kept until
//! the next start. No part names itself, so every match is of bounded length and the work per token is bounded too.

use super::frame::{Field, Frame};
use super::grammar::Grammar;
use super::rule::{Atom, Beside, Element, Rule, Rules};
use super::scan::Items;
use super::tense;
use crate::span::narrow;

/// A match: the tokens of the expression and what they say.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    pub(super) frame: Frame,
}

/// What was matched so far.
#[derive(Clone, Copy, Debug)]
struct State {
    end: usize,
    /// The last step of the list that tells what was read; 0 for none.
    steps: u32,
    /// Whether what follows belongs to the second slot.
    in_second: bool,
}

/// A step of a match. Lists of steps share their beginnings.
#[derive(Clone, Copy, Debug)]
struct Step {
    before: u32,
    in_second: bool,
    what: What,
}

impl Step {
    /// Adds the step to all; its number.
    #[inline]
    fn added(self, all: &mut Vec<Self>) -> u32 {
        all.push(self);
        narrow(all.len())
    }
}

#[derive(Clone, Copy, Debug)]
enum What {
    /// A number for a field.
    Read { field: Field, number: i32, adds: bool },
    /// The steps of a part.
    Part(u32),
}

/// What a part found at a token: a stretch of the results.
#[derive(Clone, Copy, Debug)]
struct Found {
    part: u16,
    at: usize,
    first: u32,
    count: u32,
}

/// Steps, results and ends that there is room for at first: more than most starts have.
const ROOM: usize = 32;

/// Tries the rules at one token after the other.
pub(super) struct Matcher<'a> {
    grammar: &'a Grammar,
    items: &'a Items<'a>,
    start: usize,
    steps: Vec<Step>,
    results: Vec<State>,
    /// What was looked up since the start: few parts at few tokens.
    found: Vec<Found>,
    /// The ends of the rule or part that is being matched, behind those of what it is a part of.
    ends: Vec<State>,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(grammar: &'a Grammar, items: &'a Items<'a>) -> Self {
        Self {
            grammar,
            items,
            start: 0,
            steps: Vec::with_capacity(ROOM),
            results: Vec::with_capacity(ROOM),
            found: Vec::with_capacity(ROOM),
            ends: Vec::with_capacity(ROOM),
        }
    }

    /// The longest match that begins at the token and ends before another; of equally long ones that of the last rule.
    pub(super) fn longest(&mut self, start: usize, limit: usize) -> Option<Match> {
        let Self { grammar, items, .. } = *self;
        if !items.may_lead_on(start) {
            return None;
        }
        self.start = start;
        self.steps.clear();
        self.results.clear();
        self.found.clear();
        let mut best: Option<(usize, State)> = None;
        let (first, second) = (items.entry(start), items.entry(start + 1));
        let mut number = 0;
        grammar.rules.for_begun::<{ Rules::ALL }>(first, second, |rule| {
            number += 1;
            if !self.stands_behind(rule.before) {
                return;
            }
            self.ends.clear();
            self.rule(rule, start);
            for state in self.ends.iter().copied().filter(|state| state.end > start && state.end < limit) {
                let is_better = best.is_none_or(|(rule, found)| {
                    state.end > found.end || (state.end == found.end && number > rule)
                });
                if is_better && self.beside(rule.after, items.behind(state.end - 1)) {
                    best = Some((number, state));
                }
            }
        });
        let (_, state) = best?;
        let mut frame = Frame::default();
        self.replay(state.steps, false, &mut frame);
        Some(Match { start, end: state.end, frame })
    }

    /// Whether what stands before the expression is as the rule wants it.
    fn stands_behind(&self, beside: Option<Beside>) -> bool {
        if beside.is_none() {
            return true;
        }
        let guards = &self.grammar.guards;
        let before = self.items.before(self.start);
        let opens = |at| self.items.is(at, guards.preposition) && self.items.before(at).is_none();
        let is_edge = beside.is_some_and(|beside| beside.class == guards.edge);
        (is_edge && before.is_some_and(opens)) || self.beside(beside, before)
    }

    /// Whether the neighbour is as the rule wants it. Where the paragraph ends there is nothing, which also ends a phrase,
    /// as a verb does.
    fn beside(&self, beside: Option<Beside>, neighbour: Option<usize>) -> bool {
        let Some(Beside { class, is_wanted }) = beside else { return true };
        let guards = &self.grammar.guards;
        let is_end_of_phrase = class == guards.end_of_phrase;
        let is_so = match neighbour {
            None => is_end_of_phrase || class == guards.edge,
            Some(at) => {
                self.items.is(at, class) || (is_end_of_phrase && tense::is_verb(self.grammar, self.items, at))
            }
        };
        is_so == is_wanted
    }

    /// Adds the ends of a rule that begins at the token.
    fn rule(&mut self, rule: &'a Rule, at: usize) {
        let known = self.ends.len();
        self.sequence(&rule.elements, State { end: at, steps: 0, in_second: false });
        for state in self.ends.iter_mut().skip(known) {
            for setting in &rule.settings {
                let what = What::Read { field: setting.field, number: setting.value, adds: setting.adds };
                state.steps = Step { before: state.steps, in_second: false, what }.added(&mut self.steps);
            }
        }
    }

    /// Adds the ends of the elements behind what was matched so far; the token there is one that they may begin with.
    fn sequence(&mut self, mut elements: &'a [Element], mut state: State) {
        while let Some((element, rest)) = elements.split_first() {
            let at = state.end;
            if element.is_optional && self.leads_on(rest, at) {
                self.sequence(rest, state);
            }
            match element.what {
                Atom::Slash => state.in_second = true,
                Atom::Token { class, field, adds } => {
                    let Some(number) = self.items.number(at, class) else { return };
                    // An expression does not run over the end of a paragraph.
                    if (at > self.start && self.items.breaks(at)) || !self.leads_on(rest, at + 1) {
                        return;
                    }
                    state.end = at + 1;
                    if let Some(field) = field {
                        self.read(&mut state, What::Read { field, number, adds });
                    }
                }
                Atom::Part(part) => return self.behind_part(part, rest, state),
            }
            elements = rest;
        }
        self.ends.push(state);
    }

    /// Adds the ends of the elements behind a part that stands behind what was matched so far.
    fn behind_part(&mut self, part: u16, rest: &'a [Element], before: State) {
        let Found { first, count, .. } = self.part(part, before.end);
        for index in first..first + count {
            let Some(inner) = self.results.get(index as usize).copied() else { break };
            if !self.leads_on(rest, inner.end) {
                continue;
            }
            let mut state = State { end: inner.end, ..before };
            if inner.steps != 0 {
                self.read(&mut state, What::Part(inner.steps));
            }
            state.in_second |= inner.in_second;
            self.sequence(rest, state);
        }
    }

    /// Notes what was read last.
    #[inline]
    fn read(&mut self, state: &mut State, what: What) {
        let step = Step { before: state.steps, in_second: state.in_second, what };
        state.steps = step.added(&mut self.steps);
    }

    /// What a part finds at a token.
    fn part(&mut self, part: u16, at: usize) -> Found {
        if let Some(known) = self.found.iter().find(|found| found.part == part && found.at == at) {
            return *known;
        }
        let Self { grammar, items, .. } = *self;
        let known = self.ends.len();
        if let Some(rules) = grammar.part(part) {
            let (first, second) = (items.entry(at), items.entry(at + 1));
            rules.for_begun::<{ Rules::PART }>(first, second, |rule| self.rule(rule, at));
        }
        let count = narrow(self.ends.len() - known);
        let found = Found { part, at, first: narrow(self.results.len()), count };
        self.results.extend_from_slice(self.ends.get(known..).unwrap_or_default());
        self.ends.truncate(known);
        self.found.push(found);
        found
    }

    /// Whether the elements may match at the token, as far as its classes tell.
    fn leads_on(&self, elements: &[Element], at: usize) -> bool {
        match elements.first() {
            None => true,
            Some(Element { what: Atom::Token { class, .. }, is_optional: false, .. }) => {
                self.items.is(at, *class)
            }
            Some(element) => {
                self.grammar.aheads.get(element.ahead).admits(&self.items.entry(at).sort.classes)
            }
        }
    }

    /// Fills the frame with what the steps read.
    fn replay(&self, last: u32, in_second: bool, frame: &mut Frame) {
        let Some(step) = (last as usize).checked_sub(1).and_then(|last| self.steps.get(last)) else { return };
        self.replay(step.before, in_second, frame);
        let in_second = in_second || step.in_second;
        match step.what {
            What::Part(steps) => self.replay(steps, in_second, frame),
            What::Read { field, number, adds } => {
                let slot = frame.slot_mut(in_second);
                if adds { slot.add(field, number) } else { slot.set(field, number) }
            }
        }
    }
}
