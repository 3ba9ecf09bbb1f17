//! Closed classes, for a build without the dictionary, and readings that the dictionary lacks.

use once_cell::sync::Lazy;

use crate::morph::Tag;
use crate::text::{Listed, rows};

/// Lemma and tag.
type Entry = (&'static str, Tag);

type Forms = Listed<Vec<Entry>>;

static CLOSED: Lazy<Forms> = Lazy::new(|| read(include_str!("closed.txt")));
static SUPPLEMENT: Lazy<Forms> = Lazy::new(|| read(include_str!("supplement.txt")));

fn read(file: &'static str) -> Forms {
    let mut forms = Forms::default();
    for line in rows(file) {
        let Some((head, list)) = line.rsplit_once(':') else { continue };
        let (tag, lemma) =
            head.split_once('=').map_or((head, None), |(tag, lemma)| (tag, Some(lemma.trim())));
        let Ok(tag) = tag.trim().parse::<Tag>() else { continue };
        for form in list.split_whitespace() {
            forms.entry(form).push((lemma.unwrap_or(form), tag));
        }
    }
    forms
}

/// Readings of a form in small letters that belongs to a closed class.
pub(super) fn readings(key: &str) -> &'static [Entry] {
    CLOSED.get(key).map_or(&[], Vec::as_slice)
}

/// Readings of a form in small letters that the dictionary lacks.
pub(super) fn supplement(key: &str) -> &'static [Entry] {
    SUPPLEMENT.get(key).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        for (file, find) in [
            (include_str!("closed.txt"), readings as fn(&str) -> &'static [Entry]),
            (include_str!("supplement.txt"), supplement),
        ] {
            for line in rows(file) {
                let (head, list) = line.rsplit_once(':').unwrap();
                let tag = head.split('=').next().unwrap().trim();
                assert!(tag.parse::<Tag>().is_ok(), "{line}");
                assert!(list.split_whitespace().all(|form| !find(form).is_empty()), "{line}");
            }
        }
    }
}
