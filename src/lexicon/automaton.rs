//! The automaton that maps a form to its set of analyses.
//!
//! A state is a byte (top bit: a form ends here; the rest: number of transitions), the offset of the set if a form ends
//! here (varint), one byte per transition (code of the letter, then in two bits the length of the pointer), and the
//! pointers. A pointer is twice the address of the target; or, odd, twice the offset of a set plus one where the target
//! has no transitions. A transition without a pointer leads to the state that stands right behind this one. Frequent
//! letters stand first.

use super::format::{record, varint};

const FINAL: u8 = 0x80;
const LENGTH: u8 = 3;
/// Letters at and above this code point are in no form.
const LETTERS: usize = 0x250;
/// No code: more than six bits.
const NO_CODE: u8 = u8::MAX;

/// Letter → code.
#[derive(Clone)]
pub(super) struct Alphabet([u8; LETTERS]);

impl Alphabet {
    /// Reads letters in the order of their codes.
    pub(super) fn read(letters: &[u8]) -> Option<Self> {
        let mut codes = [NO_CODE; LETTERS];
        for (code, letter) in letters.chunks_exact(4).enumerate() {
            let letter = u32::from_le_bytes(record(letter, 0)?);
            *codes.get_mut(usize::try_from(letter).ok()?)? = u8::try_from(code).ok()?;
        }
        Some(Self(codes))
    }

    fn code(&self, letter: char) -> Option<u8> {
        let letter = if letter == '’' { '\'' } else { letter };
        self.0.get(letter as usize).copied()
    }
}

/// Where a walk has come to.
enum Place<'a> {
    /// At a state: its bytes and all that follows.
    State(&'a [u8]),
    /// At the end of a form from which no way leads on: the offset of its set.
    Set(usize),
}

/// The offset of the set of analyses of `form`.
pub(super) fn find(states: &[u8], alphabet: &Alphabet, form: &str) -> Option<usize> {
    let (root, states) = states.split_first_chunk()?;
    let mut at = states.get(u32::from_le_bytes(*root) as usize..)?;
    let mut letters = form.chars();
    while let Some(letter) = letters.next() {
        match step(states, at, alphabet.code(letter)?)? {
            Place::State(next) => at = next,
            Place::Set(set) => return letters.next().is_none().then_some(set),
        }
    }
    set(at)
}

/// The set of a form that ends at a state.
fn set(state: &[u8]) -> Option<usize> {
    let (head, rest) = state.split_first()?;
    if head & FINAL == 0 {
        return None;
    }
    varint(rest).map(|x| x.0)
}

/// Follows the transition of a letter.
fn step<'a>(states: &'a [u8], state: &'a [u8], code: u8) -> Option<Place<'a>> {
    let (head, mut rest) = state.split_first()?;
    if head & FINAL != 0 {
        rest = varint(rest)?.1;
    }
    let (transitions, pointers) = rest.split_at_checked(usize::from(head & !FINAL))?;
    let mut skipped = 0;
    for transition in transitions {
        if transition >> 2 == code {
            return target(states, pointers.get(skipped..)?, transition & LENGTH);
        }
        skipped += usize::from(transition & LENGTH);
    }
    None
}

fn target<'a>(states: &'a [u8], pointer: &'a [u8], length: u8) -> Option<Place<'a>> {
    let value = match (length, pointer) {
        (0, _) => return Some(Place::State(pointer)),
        (1, [a, ..]) => usize::from(*a),
        (2, [a, b, ..]) => usize::from(u16::from_le_bytes([*a, *b])),
        (_, [a, b, c, ..]) => u32::from_le_bytes([*a, *b, *c, 0]) as usize,
        _ => return None,
    };
    if value % 2 == 1 { Some(Place::Set(value / 2)) } else { states.get(value / 2..).map(Place::State) }
}
