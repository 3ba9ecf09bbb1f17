//! What nouns say of those they name: offices and callings of people, and nouns that are sources of reports.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::name::Gender;
use crate::text::Hasher;

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

    pub(super) fn may_be(self, gender: Option<Gender>) -> bool {
        !matches!(
            (self, gender),
            (Self::Man, Some(Gender::Feminine)) | (Self::Woman, Some(Gender::Masculine))
        )
    }
}

static ROLES: LazyLock<HashMap<&'static str, Bearer, Hasher>> = LazyLock::new(|| {
    let lines = entries(include_str!("../name/lists/roles.txt"));
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

/// Sources without a name, each with whether it is a text rather than a body.
static SOURCES: LazyLock<HashMap<&'static str, bool>> = LazyLock::new(|| {
    let lines = entries(include_str!("sources.txt"));
    lines.map(|line| line.split_once(' ').map_or((line, false), |(noun, _)| (noun, true))).collect()
});

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Who bears this role; `None` when the noun is no role.
pub(super) fn gender(lemma: &str) -> Option<Bearer> {
    ROLES.get(lemma).copied()
}

/// Whether the noun can be the source of a report though it names no person ("komunikat", "władza").
pub(super) fn is_source(lemma: &str) -> bool {
    SOURCES.contains_key(lemma)
}

/// Whether the noun is a text or its content, which infers rather than speaks ("dane wskazują, że").
pub(super) fn is_text(lemma: &str) -> bool {
    SOURCES.get(lemma).is_some_and(|text| *text)
}

/// Whether the role is always somebody's, so that a name behind it is the one served: "rzeczniczka May".
pub(super) fn belongs(lemma: &str) -> bool {
    matches!(
        lemma,
        "rzecznik"
            | "rzeczniczka"
            | "żona"
            | "mąż"
            | "syn"
            | "córka"
            | "brat"
            | "siostra"
            | "ojciec"
            | "matka"
            | "adwokat"
            | "prawnik"
            | "doradca"
            | "doradczyni"
            | "współpracownik"
            | "współpracowniczka"
            | "obóz"
            | "sztab"
            | "otoczenie"
    )
}

/// Offices that news use for one another, as classes: "szef partii" is its "przewodniczący", "lider" or "prezes".
pub(super) fn same_office(a: &str, b: &str) -> bool {
    const HEADS: [&str; 12] = [
        "szef",
        "szefowa",
        "przewodniczący",
        "przewodnicząca",
        "prezes",
        "prezeska",
        "lider",
        "liderka",
        "dyrektor",
        "przywódca",
        "przywódczyni",
        "kierownik",
    ];
    const PARLIAMENT: [&str; 10] = [
        "poseł",
        "posłanka",
        "parlamentarzysta",
        "parlamentarzystka",
        "deputowany",
        "deputowana",
        "europoseł",
        "europosłanka",
        "eurodeputowany",
        "eurodeputowana",
    ];
    let stem = |word: &'static str| word;
    let both = |class: &[&'static str]| [a, b].iter().all(|x| class.iter().any(|word| stem(word) == *x));
    a == b || both(&HEADS) || both(&PARLIAMENT) || vice(a) == b || vice(b) == a
}

/// The office without "wice-", as news shorten it: "wiceminister" is "minister" later on.
fn vice(lemma: &str) -> &str {
    lemma.strip_prefix("wice").unwrap_or(lemma)
}

/// Whether the noun is a body that speaks for itself ("firma", "przewoźnik"), rather than a text or a rumour.
pub(super) fn is_body(lemma: &str) -> bool {
    matches!(
        lemma,
        "firma"
            | "spółka"
            | "przewoźnik"
            | "koncern"
            | "bank"
            | "przedsiębiorstwo"
            | "resort"
            | "ministerstwo"
            | "agencja"
            | "stacja"
            | "dziennik"
            | "gazeta"
            | "portal"
            | "tygodnik"
            | "instytut"
            | "urząd"
            | "partia"
            | "komisja"
            | "organizacja"
            | "stowarzyszenie"
            | "uczelnia"
            | "szpital"
            | "klub"
            | "rząd"
    )
}
