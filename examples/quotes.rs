//! Who said what in an article, with how each speaker was found and how certain that is.
//!
//!     cargo run --release --example quotes [FILE]

use anyhow::Context;
use depesza::quote::{Quote, QuoteKind};
use depesza::{Analyzer, Article};

const TEXT: &str = "\
Most w Nowej Wsi później niż planowano

Budowa mostu potrwa do wiosny, poinformował w poniedziałek wójt Adam Bielak.

– Rzeka wylała dwa razy – tłumaczył wójt. – Wykonawca nie mógł wejść na plac – dodał.

Zdaniem radnej Ewy Tur opóźnienie było do przewidzenia. Radna przypomniała, że już jesienią „ostrzegała przed tym terminem”.
";

fn main() -> anyhow::Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))?,
        None => TEXT.to_owned(),
    };
    let article = Article::parse(text);
    let analysis = Analyzer::new().analyze(&article)?;
    for quote in analysis.quotes() {
        println!("{}\n    {}", heading(quote), quote.text(&article));
    }
    Ok(())
}

fn heading(quote: &Quote) -> String {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        _ => "indirect",
    };
    let cue = quote.cue.as_ref().map_or("no cue", |cue| &cue.lemma);
    match &quote.speaker {
        Some(speaker) => {
            format!("{} ({kind}, {cue}, {:?}, {:.2})", speaker.name, speaker.resolution, speaker.confidence)
        }
        None => format!("nobody ({kind}, {cue})"),
    }
}
