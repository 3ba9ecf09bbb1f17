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

    /// The letters by code.
    fn letters(&self) -> [char; 64] {
        let mut letters = ['\0'; 64];
        for (code, letter) in self.0.iter().zip('\0'..) {
            if let Some(place) = letters.get_mut(usize::from(*code)) {
                *place = letter;
            }
        }
        letters
    }

    fn code(&self, letter: char) -> Option<u8> {
        let letter = if letter == '’' { '\'' } else { letter };
        self.0.get(letter as usize).copied()
    }
}

/// Stands in endings for the beginning of a word.
const BOUNDARY: char = ' ';

/// The offset of the list of the longest known ending of `form`.
pub(super) fn find_ending(states: &[u8], alphabet: &Alphabet, form: &str) -> Option<usize> {
    let (states, mut at) = root(states)?;
    let mut longest = None;
    let letters = form.chars().rev().flat_map(char::to_lowercase).chain([BOUNDARY]);
    for code in letters.map_while(|x| alphabet.code(x)) {
        match step(states, at, code) {
            Some(Place::State(next)) => at = next,
            Some(Place::Set(list)) => return Some(list),
            None => break,
        }
        longest = set(at).or(longest);
    }
    longest
}

/// The states and the first of them, from a section that begins with its address.
fn root(section: &[u8]) -> Option<(&[u8], &[u8])> {
    let (root, states) = section.split_first_chunk()?;
    Some((states, states.get(u32::from_le_bytes(*root) as usize..)?))
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
    let (states, mut at) = root(states)?;
    let mut letters = form.chars();
    while let Some(letter) = letters.next() {
        match step(states, at, alphabet.code(letter)?)? {
            Place::State(next) => at = next,
            Place::Set(set) => return letters.next().is_none().then_some(set),
        }
    }
    set(at)
}

/// Calls `visit` with all forms that begin so and with the offsets of their sets.
pub(super) fn walk(
    states: &[u8],
    alphabet: &Alphabet,
    beginning: &str,
    visit: &mut dyn FnMut(&str, usize),
) -> Option<()> {
    let (states, root) = root(states)?;
    let mut place = Place::State(root);
    for letter in beginning.chars() {
        let Place::State(state) = place else { return None };
        place = step(states, state, alphabet.code(letter)?)?;
    }
    let mut walk =
        Walk { states, letters: alphabet.letters(), form: beginning.to_owned(), steps: STEPS, visit };
    walk.from(&place)
}

/// Letters of the longest form and steps of the longest walk: damaged bytes may lead in circles.
const LONGEST: usize = 64;
const STEPS: usize = 1 << 26;

struct Walk<'a> {
    states: &'a [u8],
    letters: [char; 64],
    form: String,
    steps: usize,
    visit: &'a mut dyn FnMut(&str, usize),
}

impl Walk<'_> {
    /// Visits the forms at a place and behind it. None when the walk is too long.
    fn from(&mut self, place: &Place<'_>) -> Option<()> {
        self.steps = self.steps.checked_sub(1)?;
        let state = match place {
            Place::Set(set) => {
                (self.visit)(&self.form, *set);
                return Some(());
            }
            Place::State(_) if self.form.len() > LONGEST => return None,
            Place::State(state) => *state,
        };
        if let Some(set) = set(state) {
            (self.visit)(&self.form, set);
        }
        let (transitions, mut pointers) = transitions(state)?;
        for transition in transitions {
            let (code, length) = (transition >> 2, transition & LENGTH);
            let next = target(self.states, pointers, length)?;
            pointers = pointers.get(usize::from(length)..)?;
            self.form.push(*self.letters.get(usize::from(code))?);
            self.from(&next)?;
            self.form.pop();
        }
        Some(())
    }
}

/// The set of a form that ends at a state.
fn set(state: &[u8]) -> Option<usize> {
    let (head, rest) = state.split_first()?;
    if head & FINAL == 0 {
        return None;
    }
    varint(rest).map(|x| x.0)
}

/// The transitions of a state and, behind them, their pointers.
fn transitions(state: &[u8]) -> Option<(&[u8], &[u8])> {
    let (head, mut rest) = state.split_first()?;
    if head & FINAL != 0 {
        rest = varint(rest)?.1;
    }
    rest.split_at_checked(usize::from(head & !FINAL))
}

/// Follows the transition of a letter.
fn step<'a>(states: &'a [u8], state: &'a [u8], code: u8) -> Option<Place<'a>> {
    let (transitions, pointers) = transitions(state)?;
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
