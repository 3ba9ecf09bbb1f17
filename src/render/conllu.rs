//! CoNLL-U.

use std::fmt::{self, Write};

use crate::analysis::Analysis;
use crate::article::Article;
use crate::morph::{Class, TaggedToken, Word};

/// The sentences as CoNLL-U.
pub fn conllu(article: &Article, analysis: &Analysis) -> String {
    let mut out = String::new();
    let written = write(&mut out, article, analysis);
    debug_assert!(written.is_ok(), "writing to a string does not fail");
    out
}

fn write(out: &mut String, article: &Article, analysis: &Analysis) -> fmt::Result {
    for (k, range) in analysis.sentences().iter().enumerate() {
        let text = analysis.span(range).slice(article.text()).unwrap_or_default();
        let text = text.split(['\n', '\r', '\t', '\u{b}', '\u{c}']).filter(|part| !part.is_empty());
        writeln!(out, "# sent_id = {}", k + 1)?;
        writeln!(out, "# text = {}", text.collect::<Vec<_>>().join(" "))?;
        let mut id = 1;
        for token in analysis.slice(article, range.clone()) {
            id += write_token(out, token, id)?;
        }
        out.push('\n');
    }
    Ok(())
}

/// Writes the lines of a token whose first word has number `id`; gives the number of its words.
fn write_token(out: &mut String, token: TaggedToken<'_>, id: usize) -> Result<usize, fmt::Error> {
    let words = token.words().count();
    let misc = if token.space_after() { "_" } else { "SpaceAfter=No" };
    if words > 1 {
        let last = id + words - 1;
        writeln!(out, "{id}-{last}\t{}\t_\t_\t_\t_\t_\t_\t_\t{misc}", token.text())?;
    }
    for (k, word) in token.words().enumerate() {
        write_word(out, token, &word, id + k, if words > 1 { "_" } else { misc })?;
    }
    Ok(words)
}

fn write_word(
    out: &mut String,
    token: TaggedToken<'_>,
    word: &Word<'_>,
    id: usize,
    misc: &str,
) -> fmt::Result {
    let form = word.span.slice(token.source_text()).unwrap_or_default();
    let (tag, lemma) = (word.reading.tag, word.reading.lemma);
    if tag.class() == Class::Ign {
        return writeln!(out, "{id}\t{form}\t{lemma}\t_\t_\t_\t_\t_\t_\t{misc}");
    }
    write!(out, "{id}\t{form}\t{lemma}\t{}\t{tag}\t", tag.upos(lemma))?;
    let before = out.len();
    write!(out, "{}", tag.feats(lemma))?;
    if out.len() == before {
        out.push('_');
    }
    writeln!(out, "\t_\t_\t_\t{misc}")
}
