//! The file: a header, then sections in the order in which `src/lexicon/format.rs` of the crate names them.

use anyhow::{Result, ensure};

use crate::automaton::{Builder, State};
use crate::forms::Forms;
use crate::guess::{self, Kind, Lists};
use crate::layout;
use crate::sgjp::Sgjp;
use crate::tables::Tables;

const MAGIC: &[u8; 8] = b"depesza\0";
const VERSION: u32 = 1;
/// Letters are coded in six bits.
const LETTERS: usize = 64;

/// The bytes of the dictionary.
pub fn dictionary(sgjp: &Sgjp<'_>, forms: &Forms) -> Result<Vec<u8>> {
    ensure!(forms.alphabet.len() <= LETTERS, "{} letters", forms.alphabet.len());
    let mut builder = Builder::default();
    for (form, set) in &forms.coded {
        builder.add(form, *set);
    }
    let states = builder.finish();
    let tables = forms.sets.encode(&mentions(&states))?;
    let mut lists = Lists::default();
    let words = guesser(forms, &tables, Kind::Words, &mut lists)?;
    let names = guesser(forms, &tables, Kind::Names, &mut lists)?;
    let (rules, additions) = tables.rules()?;
    let alphabet = forms.alphabet.iter().flat_map(|x| u32::from(*x).to_le_bytes()).collect();
    file(&[
        ("source", sgjp.id.as_bytes().to_vec()),
        ("alphabet", alphabet),
        ("states", encode(&states, &tables.set_offsets)?),
        ("sets", tables.sets.clone()),
        ("analyses", tables.analyses.clone()),
        ("rules", rules),
        ("additions", additions),
        ("tags", tables.tags()),
        ("kinds", tables.kinds()),
        ("cases", tables.cases()),
        ("endings of words", words),
        ("endings of names", names),
        ("guesses", lists.bytes),
    ])
}

/// Address of the root, then the states.
fn encode(states: &[State], offsets: &[u32]) -> Result<Vec<u8>> {
    let (bytes, root) = layout::encode(states, offsets)?;
    Ok([root.to_le_bytes().to_vec(), bytes].concat())
}

/// The automaton of a guesser; its lists are added to `lists`.
fn guesser(forms: &Forms, tables: &Tables, kind: Kind, lists: &mut Lists) -> Result<Vec<u8>> {
    let mut builder = Builder::default();
    let mut offsets = Vec::new();
    let endings = guess::train(forms, kind, |_, _| true);
    for (ending, weighed) in &endings {
        builder.add(ending, u32::try_from(offsets.len())?);
        offsets.push(lists.add(weighed, |x| tables.places[x as usize])?);
    }
    println!("{} endings", endings.len());
    encode(&builder.finish(), &offsets)
}

/// How often each set is written into the automaton.
fn mentions(states: &[State]) -> Vec<u32> {
    let mut mentions = Vec::new();
    let leaves = states
        .iter()
        .flat_map(|x| &x.transitions)
        .map(|x| &states[x.1 as usize])
        .filter(|x| x.transitions.is_empty());
    let inner = states.iter().filter(|x| !x.transitions.is_empty());
    for set in leaves.chain(inner).filter_map(|x| x.set) {
        let set = set as usize;
        mentions.resize(mentions.len().max(set + 1), 0);
        mentions[set] += 1;
    }
    mentions
}

fn file(sections: &[(&str, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&u32::try_from(sections.len())?.to_le_bytes());
    let mut start = bytes.len() + 8 * sections.len();
    for (name, section) in sections {
        println!("{name}: {} bytes", section.len());
        bytes.extend_from_slice(&u32::try_from(start)?.to_le_bytes());
        bytes.extend_from_slice(&u32::try_from(section.len())?.to_le_bytes());
        start += section.len();
    }
    bytes.extend(sections.iter().flat_map(|x| &x.1));
    Ok(bytes)
}
