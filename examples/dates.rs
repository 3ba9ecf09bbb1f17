//! The temporal expressions of a text as a table.
//!
//!     cargo run --release --example dates -- [--published DATE] [FILE]
//!
//! Without a file a short article of its own is read; `-` is standard input.

use std::io::{self, Read, Write};

use anyhow::Context;
use clap::Parser;
use depesza::calendar::PartialDate;
use depesza::date;

const SAMPLE: &str = "Most nad Wartą zamknięto we wtorek o 17.30 i otworzą go najwcześniej za dwa tygodnie. Remont, który trwa od \
    półtora roku, miał się skończyć w lipcu. „Na początku października ruszą tramwaje” – zapowiedziano w ubiegłym tygodniu. \
    Przeprawę zbudowano w latach 90., a ostatni raz zamykano ją w Boże Ciało 2019 roku.";

#[derive(Parser)]
struct Options {
    /// Day, month or year of writing.
    #[arg(long, value_name = "DATE", default_value = "2023-09-14")]
    published: PartialDate,
    /// The text; `-` for standard input.
    file: Option<String>,
}

fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let text = match options.file.as_deref() {
        None => SAMPLE.to_owned(),
        Some("-") => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).context("standard input cannot be read")?;
            text
        }
        Some(file) => std::fs::read_to_string(file).with_context(|| format!("{file} cannot be read"))?,
    };
    let mut out = io::stdout().lock();
    writeln!(out, "{:<28} {:<9} {:<22} {:<10} from – to", "expression", "type", "value", "mod")?;
    for timex in date::find(&text, Some(options.published)) {
        let words = timex.span.slice(&text).unwrap_or_default().replace('\n', " ");
        let kind = format!("{:?}", timex.kind).to_uppercase();
        let modifier = timex.modifier.map_or("", date::Modifier::as_str);
        let bounds = timex.bounds.map_or(String::new(), |(first, last)| format!("{first} – {last}"));
        writeln!(out, "{words:<28} {kind:<9} {:<22} {modifier:<10} {bounds}", timex.value.to_string())?;
    }
    Ok(())
}
