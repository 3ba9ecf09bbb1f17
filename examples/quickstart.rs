//! The library in a page: an article in; quotations with speakers, dates, people out.
//!
//!     cargo run --release --example quickstart

use depesza::{Analyzer, Article};

const TEXT: &str = "\
Data publikacji: 2023-09-14

Szybciej na Litwę

Minister infrastruktury Jan Kowalski podpisał w środę umowę z Litwą. Prace ruszą 2 stycznia przyszłego roku.

– To dobra wiadomość dla kierowców – powiedział Kowalski. Dodał, że droga będzie gotowa za trzy lata.

Czytaj też: Ile kosztuje kilometr drogi?
";

fn main() -> Result<(), depesza::Error> {
    let article = Article::parse(TEXT);
    let analysis = Analyzer::new().analyze(&article)?;

    for quote in analysis.quotes() {
        let speaker = quote.speaker.as_ref().map_or("ktoś", |speaker| &speaker.name);
        println!("{speaker}: {}", quote.text(&article));
    }
    for date in &analysis.document(&article).dates {
        println!("{} = {}", date.span.slice(article.text()).unwrap_or_default(), date.value);
    }
    for person in analysis.people() {
        println!("{}, {}×", person.name, person.mentions.len());
    }
    Ok(())
}
