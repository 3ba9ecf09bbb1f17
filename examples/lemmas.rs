//! Base forms and tags of the words of a sentence, and all readings of a form.
//!
//!     cargo run --example lemmas -- "Premier spotkał się z Putinem w Moskwie."

use depesza::morph::{Tagged, analyses};

fn main() {
    let given = std::env::args().nth(1);
    let text = given.as_deref().unwrap_or("Zrobiłem to dla prezydenta Francji, choć nie chciałem.");
    let tagged = Tagged::new(text);
    for token in tagged.iter() {
        for word in token.words() {
            let (form, reading) = (word.span.slice(text).unwrap_or_default(), word.reading);
            println!(
                "{form:<16} {:<16} {:<6} {}",
                reading.lemma,
                reading.tag.upos(reading.lemma),
                reading.tag
            );
        }
    }
    println!("\nAll readings of \"mam\":");
    for analysis in analyses("mam") {
        println!("{:<16} {:<24} {:?}", analysis.lemma, analysis.tag.to_string(), analysis.source);
    }
}
