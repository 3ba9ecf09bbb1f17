//! Finds the longest rule that matches at a token.

use super::frame::Frame;
use super::grammar::{Atom, Beside, Element, Grammar, Rule, Start};
use super::scan::Items;
use super::tense;

/// A match: the tokens of the expression and what they say.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    pub(super) frame: Frame,
}

/// The longest match that begins at the token; of equally long ones that of the last rule.
pub(super) fn longest(grammar: &Grammar, items: &Items<'_>, start: usize) -> Option<Match> {
    Attempt { grammar, items, start }.longest()
}

/// Tries the rules at one token. No rule names itself, so every match is of bounded length and the work per token is
/// bounded too.
struct Attempt<'a> {
    grammar: &'a Grammar,
    items: &'a Items<'a>,
    start: usize,
}

impl Attempt<'_> {
    fn longest(&self) -> Option<Match> {
        let start = self.start;
        let mut best: Option<(usize, Match)> = None;
        let readings = self.items.readings(start);
        let next = self.items.classes(start + 1);
        for (index, reading) in readings.iter().enumerate() {
            let is_known = readings.iter().take(index).any(|earlier| earlier.class == reading.class);
            if is_known {
                continue;
            }
            for &Start { rule: number, second } in self.grammar.starting_with(reading.class) {
                if !second.admits(next) {
                    continue;
                }
                let Some(rule) = self.grammar.rules.get(number) else { continue };
                if !self.stands_behind(rule.before) {
                    continue;
                }
                self.rule(rule, start, &Frame::default(), &mut |end, frame| {
                    let last = end.saturating_sub(1);
                    let is_better = best
                        .as_ref()
                        .is_none_or(|(rule, found)| end > found.end || (end == found.end && number > *rule));
                    if is_better && end > start && self.beside(rule.after, self.items.behind(last)) {
                        best = Some((number, Match { start, end, frame: *frame }));
                    }
                });
            }
        }
        best.map(|(_, found)| found)
    }

    /// Whether what stands before the expression is as the rule wants it.
    fn stands_behind(&self, beside: Option<Beside>) -> bool {
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

    fn rule(&self, rule: &Rule, at: usize, frame: &Frame, done: &mut dyn FnMut(usize, &Frame)) {
        let in_second = frame.in_second;
        self.sequence(&rule.elements, at, frame, &mut |end, frame| {
            if rule.settings.is_empty() {
                return done(end, frame);
            }
            let mut frame = *frame;
            for setting in &rule.settings {
                let slot = frame.slot_mut(in_second);
                if setting.adds {
                    slot.add(setting.field, setting.value);
                } else {
                    slot.set(setting.field, setting.value);
                }
            }
            done(end, &frame);
        });
    }

    /// Whether the elements may match at the token, as far as its classes tell.
    fn leads_on(&self, elements: &[Element], at: usize) -> bool {
        elements.first().is_none_or(|element| element.ahead.admits(self.items.classes(at)))
    }

    fn sequence(&self, elements: &[Element], at: usize, frame: &Frame, done: &mut dyn FnMut(usize, &Frame)) {
        let Some((element, rest)) = elements.split_first() else { return done(at, frame) };
        if !self.leads_on(elements, at) {
            return;
        }
        if element.is_optional {
            self.sequence(rest, at, frame, done);
        }
        match element.what {
            Atom::Slash => {
                let frame = Frame { in_second: true, ..*frame };
                self.sequence(rest, at, &frame, done);
            }
            Atom::Part(part) => {
                for rule in self.grammar.part(part).iter().filter(|rule| self.leads_on(&rule.elements, at)) {
                    self.rule(rule, at, frame, &mut |end, frame| self.sequence(rest, end, frame, done));
                }
            }
            Atom::Token { class, field, adds } => {
                let breaks = self.items.tokens.get(at).is_none_or(|item| item.breaks);
                let Some(number) = self.items.number(at, class) else { return };
                // An expression does not run over the end of a paragraph.
                if breaks && at > self.start {
                    return;
                }
                if !self.leads_on(rest, at + 1) {
                    return;
                }
                let Some(field) = field else { return self.sequence(rest, at + 1, frame, done) };
                let mut frame = *frame;
                let slot = frame.slot_mut(frame.in_second);
                if adds {
                    slot.add(field, number);
                } else {
                    slot.set(field, number);
                }
                self.sequence(rest, at + 1, &frame, done);
            }
        }
    }
}
