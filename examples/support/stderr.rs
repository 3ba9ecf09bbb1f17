//! Words for the person at the terminal.

use std::fmt;
use std::io::{self, Write};

/// Tells whoever listens to standard error; `eprintln!` would panic when nobody can.
pub(crate) fn say(message: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{message}");
}
