//! A report for a person.

use std::fmt::{self, Write};

use crate::analysis::Analysis;
use crate::article::Article;

/// A report for a person to read.
pub fn report(article: &Article, analysis: &Analysis) -> String {
    let mut out = String::new();
    let written = write(&mut out, article, analysis);
    debug_assert!(written.is_ok(), "writing to a string does not fail");
    out
}

fn write(out: &mut String, article: &Article, analysis: &Analysis) -> fmt::Result {
    match analysis.published() {
        Some(date) => writeln!(out, "published {date}")?,
        None => writeln!(out, "published ?")?,
    }
    for block in analysis.blocks() {
        let text = block.span.slice(article.text()).unwrap_or_default();
        writeln!(out, "{:?}: {}", block.kind, text.chars().take(80).collect::<String>())?;
    }
    for quote in analysis.quotes() {
        let speaker = quote.speaker.as_ref().map_or("?", |speaker| &*speaker.name);
        writeln!(out, "{speaker}: {}", quote.text(article))?;
    }
    for date in analysis.dates() {
        writeln!(out, "{}: {}", date.span.slice(article.text()).unwrap_or_default(), date.value)?;
    }
    for entity in analysis.entities() {
        writeln!(out, "{:?} {}", entity.kind, entity.name)?;
    }
    Ok(())
}
