//! Closed classes, for a build without the dictionary.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Tag;
use crate::text::Hasher;

/// Lemma and tag.
type Entry = (&'static str, Tag);

static FORMS: LazyLock<HashMap<&'static str, Vec<Entry>, Hasher>> = LazyLock::new(|| {
    let mut forms: HashMap<_, Vec<_>, Hasher> = HashMap::default();
    for line in include_str!("closed.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((head, list)) = line.rsplit_once(':') else { continue };
        let (tag, lemma) =
            head.split_once('=').map_or((head, None), |(tag, lemma)| (tag, Some(lemma.trim())));
        let Ok(tag) = tag.trim().parse::<Tag>() else { continue };
        for form in list.split_whitespace() {
            forms.entry(form).or_default().push((lemma.unwrap_or(form), tag));
        }
    }
    forms
});

/// Readings of a form in small letters that belongs to a closed class.
pub(super) fn readings(key: &str) -> &'static [Entry] {
    FORMS.get(key).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let lines = include_str!("closed.txt").lines().filter(|x| !x.starts_with('#') && !x.is_empty());
        for line in lines {
            let (head, list) = line.rsplit_once(':').unwrap();
            let tag = head.split('=').next().unwrap().trim();
            assert!(tag.parse::<Tag>().is_ok(), "{line}");
            assert!(list.split_whitespace().all(|form| !readings(form).is_empty()), "{line}");
        }
    }
}
