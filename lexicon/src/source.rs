//! The pinned release: the shared library inside the `morfeusz2` wheel and the automaton inside the library.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use object::{Object, ObjectSection, ObjectSymbol};
use sha2::{Digest, Sha256};

/// `libmorfeusz2.so` of morfeusz2-1.99.15-20260601-cp310-abi3-manylinux_2_28_x86_64.whl.
const LIBRARY_SHA256: &str = "6ddbf61e3eb54730a3fbc88bef2349b3eded7f2d1af44b2b703194301bd56f1a";
/// The analyser's automaton; the generator has another one.
const SYMBOL: &str = "_ZN8morfeusz11DEFAULT_FSAE";

/// The bytes of the analyser's automaton with its tables, from the pinned library and no other.
pub fn automaton(library: &Path) -> Result<Vec<u8>> {
    let bytes = std::fs::read(library).with_context(|| format!("cannot read {}", library.display()))?;
    let digest = sha256(&bytes);
    ensure!(digest == LIBRARY_SHA256, "{} is not the pinned release (sha256 {digest})", library.display());
    let elf = object::File::parse(&*bytes)?;
    let symbol =
        elf.dynamic_symbols().find(|x| x.name() == Ok(SYMBOL)).context("no automaton in the library")?;
    let section = elf.section_by_index(symbol.section_index().context("the automaton is in no section")?)?;
    let data = section.data_range(symbol.address(), symbol.size())?;
    Ok(data.context("the automaton is outside its section")?.to_vec())
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|x| format!("{x:02x}")).collect()
}
