//! Shares of those who were asked: "67 proc. badanych", "ponad połowa ankietowanych", "co piąty Polak", "wielu ekspertów".

use super::{Phrase, is_human, noun_phrase};
use crate::morph::{Class, Tag};
use crate::quote::sort::Sort;
use crate::quote::view::View;

/// The share that begins here, if it can be the subject.
pub(super) fn share(view: &View<'_>, start: usize, limit: usize, agreement: Tag) -> Option<Phrase> {
    let head = share_head(view, start, limit)?;
    let every = view.key(start) == "co";
    // "67 proc. uważało", "połowa uważała": only "co piąty uważał" is masculine.
    let masculine = agreement.has(Tag::GENDERS) && !agreement.has(Tag::F | Tag::N);
    if agreement.is_plural() || !every && masculine {
        return None;
    }
    let end = if view.key(head + 1) == "." { head + 2 } else { head + 1 };
    let whose = if end < limit { noun_phrase(view, end, limit, Tag::GEN, Tag::IGN) } else { None };
    let whose = whose.filter(|whose| !every && whose.tokens.start == end);
    Some(Phrase::noun(start..whose.map_or(end, |whose| whose.tokens.end), head))
}

/// Whether several people stand behind a numeral that governs them: "wielu ekspertów", "kilku miejscowych radnych".
fn counts_people(view: &View<'_>, behind: usize) -> bool {
    let noun = (behind..behind + 3).find(|at| view.tag(*at).class() != Class::Adj).unwrap_or(behind);
    let open = view.nominal(noun);
    is_human(view, noun) && open.has(Tag::GEN) && open.has(Tag::PL)
}

/// What heads a share that begins here.
pub(in crate::quote) fn share_head(view: &View<'_>, start: usize, limit: usize) -> Option<usize> {
    let about = Sort::About.has(view.key(start));
    let first = if about { start + 1 } else { start };
    let number = || view.text(first).starts_with(|c: char| c.is_ascii_digit());
    let (head, fits) = match view.key(first) {
        "co" => (first + 2, Sort::Every.has(view.lemma(first + 1))),
        "połowa" => (first, about),
        _ if number() => (first + 1, matches!(view.key(first + 1), "proc" | "procent" | "%")),
        _ if view.tag(first).class() == Class::Num => {
            // "dwie trzecie badanych"
            let head = if Sort::Every.has(view.lemma(first + 1)) { first + 1 } else { first };
            (head, counts_people(view, head + 1))
        }
        _ => return None,
    };
    (fits && head < limit).then_some(head)
}
