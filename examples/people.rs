//! The people of an article: their names in the nominative, their roles, and how often they are mentioned.
//!
//! ```text
//! cargo run --release --example people -- ARTICLE.txt
//! ```

use std::process::ExitCode;

use depesza::name::{Entity, Gender};
use depesza::{Analyzer, Article};

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("people: which article?");
        return ExitCode::from(2);
    };
    match people(&path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("people: {path}: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn people(path: &str) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let analysis = Analyzer::new().analyze(&Article::parse(&text))?;
    for person in analysis.people() {
        println!("{}", line(person));
    }
    Ok(())
}

/// `Anna Nowak (kobieta), minister zdrowia: 4 ×`
fn line(person: &Entity) -> String {
    let gender = match person.gender {
        Some(Gender::Feminine) => " (kobieta)",
        Some(Gender::Masculine) => " (mężczyzna)",
        _ => "",
    };
    let role = person.mentions.iter().find_map(|mention| mention.role.as_deref());
    let role = role.map(|role| format!(", {role}")).unwrap_or_default();
    format!("{}{gender}{role}: {} ×", person.name, person.mentions.len())
}
