//! Closed classes, for a build without the dictionary, and readings that the dictionary lacks.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Tag;
use crate::text::Hasher;

/// Lemma and tag.
type Entry = (&'static str, Tag);

type Forms = HashMap<&'static str, Vec<Entry>, Hasher>;

static CLOSED: LazyLock<Forms> = LazyLock::new(|| read(include_str!("closed.txt")));
static SUPPLEMENT: LazyLock<Forms> = LazyLock::new(|| read(include_str!("supplement.txt")));

fn read(file: &'static str) -> Forms {
    let mut forms = Forms::default();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let Some((head, list)) = line.rsplit_once(':') else { continue };
        let (tag, lemma) =
            head.split_once('=').map_or((head, None), |(tag, lemma)| (tag, Some(lemma.trim())));
        let Ok(tag) = tag.trim().parse::<Tag>() else { continue };
        for form in list.split_whitespace() {
            forms.entry(form).or_default().push((lemma.unwrap_or(form), tag));
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
            for line in file.lines().filter(|x| !x.starts_with('#') && !x.is_empty()) {
                let (head, list) = line.rsplit_once(':').unwrap();
                let tag = head.split('=').next().unwrap().trim();
                assert!(tag.parse::<Tag>().is_ok(), "{line}");
                assert!(list.split_whitespace().all(|form| !find(form).is_empty()), "{line}");
            }
        }
    }
}
