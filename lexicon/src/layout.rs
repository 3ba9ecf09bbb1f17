//! States as bytes; the format is described where it is read, in `src/lexicon/automaton.rs` of the crate.

use std::cmp::Reverse;

use anyhow::{Context, Result, ensure};

use crate::automaton::{State, StateId};

/// Bits of a pointer's length beside the letter.
const LENGTH_BITS: u32 = 2;
/// The target stands right behind the state.
const NEXT: u8 = 0;
const FINAL: u8 = 0x80;

/// A transition as it is written.
struct Arrow {
    letter: u8,
    target: StateId,
    /// Bytes of its pointer.
    length: u8,
}

/// States in the order in which they are written.
struct Layout<'a> {
    states: &'a [State],
    set_offsets: &'a [u32],
    arrows: Vec<Vec<Arrow>>,
    order: Vec<usize>,
    address: Vec<usize>,
}

/// The states as bytes and the address of the root. `set_offsets` tells where each set of analyses stands.
pub fn encode(states: &[State], set_offsets: &[u32]) -> Result<(Vec<u8>, u32)> {
    let mut layout = Layout::new(states, set_offsets);
    while layout.place() {}
    let mut bytes = Vec::new();
    for state in &layout.order {
        ensure!(bytes.len() == layout.address[*state], "a state off its place");
        layout.write(*state, &mut bytes)?;
    }
    let root = layout.address.last().context("no states")?;
    Ok((bytes, u32::try_from(*root)?))
}

impl<'a> Layout<'a> {
    /// States that many transitions lead to come first, where addresses are short. A state with one way in stands right
    /// behind the state that leads to it where that is possible.
    fn new(states: &'a [State], set_offsets: &'a [u32]) -> Self {
        let incoming = incoming(states);
        let weight = forms_below(states);
        let mut arrows: Vec<Vec<Arrow>> = Vec::with_capacity(states.len());
        let mut follows = vec![false; states.len()];
        for state in states {
            let mut from: Vec<Arrow> = state
                .transitions
                .iter()
                .map(|(letter, target)| Arrow { letter: *letter, target: *target, length: 1 })
                .collect();
            // The reader looks at them in this order.
            from.sort_by_key(|x| Reverse(weight[x.target as usize]));
            let next = from
                .iter()
                .rposition(|x| incoming[x.target as usize] == 1 && !is_leaf(&states[x.target as usize]));
            if let Some(next) = next {
                let mut arrow = from.remove(next);
                arrow.length = NEXT;
                follows[arrow.target as usize] = true;
                from.push(arrow);
            }
            arrows.push(from);
        }
        let mut heads: Vec<usize> =
            (0..states.len()).filter(|k| !follows[*k] && !is_leaf(&states[*k])).collect();
        heads.sort_by_key(|k| Reverse((incoming[*k], *k)));
        let mut order = Vec::with_capacity(states.len());
        for head in heads {
            let mut at = Some(head);
            while let Some(state) = at {
                order.push(state);
                at = arrows[state].last().filter(|x| x.length == NEXT).map(|x| x.target as usize);
            }
        }
        Self { states, set_offsets, arrows, order, address: vec![0; states.len()] }
    }

    /// Gives each state its address, then each pointer the length it needs. True if a pointer had to grow.
    fn place(&mut self) -> bool {
        let mut at = 0;
        for state in &self.order {
            self.address[*state] = at;
            let set = self.states[*state].set.map_or(0, |set| varint_len(self.set_offsets[set as usize]));
            at += 1 + set + self.arrows[*state].iter().map(|x| 1 + usize::from(x.length)).sum::<usize>();
        }
        let mut grown = false;
        for state in 0..self.arrows.len() {
            for k in 0..self.arrows[state].len() {
                let needed = bytes_for(self.pointer(&self.arrows[state][k]));
                let arrow = &mut self.arrows[state][k];
                if arrow.length != NEXT && arrow.length < needed {
                    arrow.length = needed;
                    grown = true;
                }
            }
        }
        grown
    }

    /// Twice the address of a state, or twice the offset of the set of a state without transitions, plus one.
    fn pointer(&self, arrow: &Arrow) -> u32 {
        let target = &self.states[arrow.target as usize];
        match target.set {
            Some(set) if is_leaf(target) => self.set_offsets[set as usize] * 2 + 1,
            _ => u32::try_from(self.address[arrow.target as usize] * 2).unwrap_or(u32::MAX),
        }
    }

    fn write(&self, state: usize, bytes: &mut Vec<u8>) -> Result<()> {
        let arrows = &self.arrows[state];
        let set = self.states[state].set;
        bytes.push(u8::try_from(arrows.len())? | if set.is_some() { FINAL } else { 0 });
        if let Some(set) = set {
            write_varint(self.set_offsets[set as usize], bytes);
        }
        for arrow in arrows {
            bytes.push(arrow.letter << LENGTH_BITS | arrow.length);
        }
        for arrow in arrows.iter().filter(|x| x.length != NEXT) {
            let pointer = self.pointer(arrow).to_le_bytes();
            ensure!(
                pointer[usize::from(arrow.length)..].iter().all(|x| *x == 0),
                "a pointer longer than its place"
            );
            bytes.extend_from_slice(&pointer[..usize::from(arrow.length)]);
        }
        Ok(())
    }
}

fn is_leaf(state: &State) -> bool {
    state.transitions.is_empty()
}

/// Transitions into each state.
fn incoming(states: &[State]) -> Vec<u32> {
    let mut incoming = vec![0; states.len()];
    for (_, target) in states.iter().flat_map(|x| &x.transitions) {
        incoming[*target as usize] += 1;
    }
    incoming
}

/// Forms that end at or below each state; targets stand before the states that lead to them.
fn forms_below(states: &[State]) -> Vec<u32> {
    let mut forms: Vec<u32> = Vec::with_capacity(states.len());
    for state in states {
        let below: u32 = state.transitions.iter().map(|x| forms[x.1 as usize]).sum();
        forms.push(below + u32::from(state.set.is_some()));
    }
    forms
}

fn bytes_for(value: u32) -> u8 {
    match value {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        0x1_0000..=0xff_ffff => 3,
        _ => 4,
    }
}

/// Little-endian groups of seven bits, the top bit set on all but the last.
pub fn write_varint(mut value: u32, bytes: &mut Vec<u8>) {
    while value >= 0x80 {
        bytes.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    bytes.push(value.to_le_bytes()[0]);
}

fn varint_len(value: u32) -> usize {
    let mut bytes = Vec::new();
    write_varint(value, &mut bytes);
    bytes.len()
}
