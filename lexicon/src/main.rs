//! Builds `src/lexicon/pl.dict` from the SGJP release: see README.md beside this program.

mod automaton;
mod evaluate;
mod forms;
mod guess;
mod layout;
mod sgjp;
mod source;
mod tables;
mod trim;
mod verify;
mod write;

use std::path::Path;

use anyhow::{Context, Result, bail};

/// What the pinned release holds before anything is trimmed.
const KEYS: usize = 4_939_584;
const RECORDS: usize = 7_498_386;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [library, dictionary] = arguments.as_slice() else {
        bail!("usage: depesza-lexicon-builder LIBRARY DICTIONARY")
    };
    let bytes = source::automaton(Path::new(library))?;
    let sgjp = sgjp::Sgjp::parse(&bytes)?;
    let forms = forms::collect(&sgjp)?;
    if dictionary == "--evaluate" {
        evaluate::print(&forms);
        return Ok(());
    }
    let bytes = write::dictionary(&sgjp, &forms)?;
    println!("{} bytes, sha256 {}", bytes.len(), source::sha256(&bytes));
    verify::all(&sgjp, &bytes)?;
    std::fs::write(dictionary, bytes).with_context(|| format!("cannot write {dictionary}"))?;
    let notice = Path::new(dictionary).with_file_name("LICENSE-SGJP");
    std::fs::write(&notice, sgjp.notice).with_context(|| format!("cannot write {}", notice.display()))
}
