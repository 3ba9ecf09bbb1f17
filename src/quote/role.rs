//! What nouns say of those they name: offices and callings of people, nouns that are sources.

use std::collections::{HashMap, HashSet};

use once_cell::sync::Lazy;

use super::sort::Sort;
use crate::name::Gender;
use crate::text::{Hasher, rows};

/// Who may bear a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearer {
    Man,
    Woman,
    /// A masculine title that women bear without inflection ("premier May powiedziała").
    Either,
}

impl Bearer {
    pub(super) fn any(self) -> bool {
        self == Self::Either
    }

    /// Whether one person may bear both roles.
    pub(super) fn agrees(self, other: Self) -> bool {
        self == other || self.any() || other.any()
    }

    pub(super) fn may_be(self, gender: Option<Gender>) -> bool {
        !matches!(
            (self, gender),
            (Self::Man, Some(Gender::Feminine)) | (Self::Woman, Some(Gender::Masculine))
        )
    }
}

pub(super) type Map<V> = HashMap<&'static str, V, Hasher>;
pub(super) type Set = HashSet<&'static str, Hasher>;

/// The names' list of roles, and the callings that seldom stand before a name.
const ROLE_LISTS: [&str; 2] = [include_str!("../name/lists/roles.txt"), include_str!("callings.txt")];

static ROLES: Lazy<Map<Bearer>> = Lazy::new(|| {
    let lines = ROLE_LISTS.into_iter().flat_map(rows);
    lines
        .filter_map(|line| {
            let (noun, sex) = line.rsplit_once(' ')?;
            let bearer = match sex {
                "f" => Bearer::Woman,
                "mf" => Bearer::Either,
                _ => Bearer::Man,
            };
            Some((noun, bearer))
        })
        .collect()
});

/// What else `sources.txt` says of a noun that is a source.
static SOURCES: Lazy<Map<&'static str>> = Lazy::new(|| {
    let lines = rows(include_str!("sources.txt"));
    lines.map(|line| line.split_once(' ').unwrap_or((line, ""))).collect()
});

/// What introduces names, from the names' list: nouns, and what each says that the name behind it is of.
static CALLED: Lazy<Map<&'static str>> = Lazy::new(|| {
    rows(include_str!("../name/lists/cues.txt")).filter_map(|line| line.split_once(' ')).collect()
});

fn has_flag(noun: &str, flag: &str) -> bool {
    SOURCES.get(noun).is_some_and(|flags| flags.split(' ').any(|word| word == flag))
}

/// Who bears this role; `None` when the noun is no role.
pub(super) fn gender(lemma: &str) -> Option<Bearer> {
    // "33-latka", "biolożka", "raszynianka", "wychowawczyni"
    const ENDINGS: [(&str, Bearer); 10] = [
        ("-latek", Bearer::Man),
        ("-latka", Bearer::Woman),
        ("lożka", Bearer::Woman),
        ("fizyczka", Bearer::Woman),
        ("chemiczka", Bearer::Woman),
        ("istka", Bearer::Woman),
        ("nianka", Bearer::Woman),
        ("wianka", Bearer::Woman),
        ("szczanka", Bearer::Woman),
        ("czyni", Bearer::Woman),
    ];
    let told = || ENDINGS.iter().find(|(ending, _)| lemma.ends_with(ending)).map(|(_, bearer)| *bearer);
    let may_be_told = || matches!(lemma.as_bytes(), [.., b'k', b'a'] | [.., b'e', b'k'] | [.., b'n', b'i']);
    ROLES.get(lemma).copied().or_else(|| may_be_told().then(told).flatten())
}

/// Whether the noun can be the source of a report though it names no person ("komunikat", "władza").
pub(super) fn is_source(lemma: &str) -> bool {
    SOURCES.contains_key(lemma)
}

/// Whether the noun can name a speaker or a source.
pub(super) fn speaks(lemma: &str) -> bool {
    gender(lemma).is_some() || is_source(lemma)
}

/// Whether the noun is a text or its content, which infers rather than speaks ("dane wskazują, że").
pub(super) fn is_text(lemma: &str) -> bool {
    has_flag(lemma, "text")
}

/// Whether the noun may stand alone for an organization that the article has named ("firma", "przewoźnik").
pub(super) fn is_body(lemma: &str) -> bool {
    has_flag(lemma, "body")
}

/// Whether a body is an office or a house, and no name is said to be one unless it says so itself.
pub(super) fn is_office(lemma: &str) -> bool {
    has_flag(lemma, "office")
}

/// Whether a body is one of the press, which an article names because it quotes it.
pub(super) fn is_press(lemma: &str) -> bool {
    has_flag(lemma, "press")
}

/// Whether the noun is a work, which a title in marks behind it names: "program „Debata”".
pub(super) fn is_work(lemma: &str) -> bool {
    CALLED.get(lemma) == Some(&"title")
}

/// Whether the noun is a house, which a name behind it calls: "firma Granit".
pub(super) fn is_house(lemma: &str) -> bool {
    matches!(CALLED.get(lemma), Some(&("organization" | "press")))
}

/// Whether the noun means what somebody said, word for word: "słowa premiera: „…”".
pub(super) fn is_utterance(lemma: &str) -> bool {
    has_flag(lemma, "utterance")
}

/// Whether the noun passes on what another said: "według informacji BBC".
pub(super) fn relays(lemma: &str) -> bool {
    has_flag(lemma, "relays")
}

/// Whether the role is always somebody's, so that a name behind it is the one served: "rzeczniczka May".
pub(super) fn belongs(lemma: &str) -> bool {
    Sort::Served.has(lemma) || Sort::Kin.has(lemma)
}

/// "Kto powiedział, że", "nikt nie mówi, że": whether the word names nobody who might have said anything.
pub(super) fn is_nobody(lemma: &str) -> bool {
    matches!(lemma, "kto" | "nikt")
}

/// Whether a house or a body has but one of this office, or one who speaks for it: "prezeska", "rzecznik".
pub(super) fn is_head(lemma: &str) -> bool {
    Sort::Chief.has(lemma) || Sort::Ranked.has(lemma) || super::relation::same_office(lemma, "szef")
}

/// Whether the noun says no more than that it is a man or a woman.
pub(super) fn is_general(lemma: &str) -> bool {
    Sort::General.has(lemma) || lemma.ends_with("-latek") || lemma.ends_with("-latka")
}

/// Whether the noun is said of those whom an official tells of: "podejrzany", "34-latek".
pub(super) fn is_told_of(lemma: &str) -> bool {
    Sort::Accused.has(lemma) || is_general(lemma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_stands_in_one_list() {
        assert_eq!(ROLE_LISTS.into_iter().flat_map(rows).count(), ROLES.len());
    }
}
