//! The finished file, read by the crate's own reader, against the release.

use anyhow::{Result, ensure};
use depesza::lexicon::Lexicon;

use crate::sgjp::Sgjp;
use crate::trim::{Analysis, Trim};

/// Looks every form of the release up and compares what is found with what was kept of its records.
pub fn all(sgjp: &Sgjp<'_>, bytes: &[u8]) -> Result<()> {
    let lexicon = Lexicon::from_bytes(bytes.to_vec())?;
    let trim = Trim::new(sgjp);
    let (mut forms, mut analyses) = (0, 0);
    let mut lemma = String::new();
    sgjp.for_each(|form, records| {
        let kept = trim.analyses(form, &records)?;
        let mut entries = lexicon.lookup(form);
        for analysis in &kept {
            let entry = entries.next();
            let Some(entry) = entry else { anyhow::bail!("{form}: an analysis is missing") };
            lemma.clear();
            entry.lemma(form, &mut lemma);
            ensure!(lemma == lemma_of(form, analysis), "{form}: lemma {lemma}");
            let same = (entry.tag(), entry.name(), entry.is_marked())
                == (analysis.tag, analysis.name, analysis.marked);
            ensure!(same, "{form}: {entry:?} for {analysis:?}");
        }
        ensure!(entries.next().is_none(), "{form}: an analysis too many");
        forms += usize::from(!kept.is_empty());
        analyses += kept.len();
        Ok(())
    })?;
    println!("{forms} forms with {analyses} analyses found again");
    Ok(())
}

fn lemma_of(form: &str, analysis: &Analysis) -> String {
    let rule = &analysis.rule;
    let stem = form.chars().count() - usize::from(rule.suffix_cut);
    let letters = form.chars().take(stem).skip(rule.prefix_cut.into()).chain(rule.add.chars());
    let capital = |k: usize| k < 64 && analysis.lemma_case.0 >> k & 1 == 1;
    letters
        .enumerate()
        .map(|(k, c)| if capital(k) { c.to_uppercase().next().unwrap_or(c) } else { c })
        .collect()
}
