//! What nouns say of those they name: offices and callings of people, nouns that are sources, and how they relate.

use std::collections::{HashMap, HashSet};
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

type Map<V> = HashMap<&'static str, V, Hasher>;
type Set = HashSet<&'static str, Hasher>;

/// The names' list of roles, and the callings that seldom stand before a name.
const ROLE_LISTS: [&str; 2] = [include_str!("../name/lists/roles.txt"), include_str!("callings.txt")];

static ROLES: LazyLock<Map<Bearer>> = LazyLock::new(|| {
    let lines = ROLE_LISTS.into_iter().flat_map(entries);
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
static SOURCES: LazyLock<Map<&'static str>> = LazyLock::new(|| {
    let lines = entries(include_str!("sources.txt"));
    lines.map(|line| line.split_once(' ').unwrap_or((line, ""))).collect()
});

fn has_flag(noun: &str, flag: &str) -> bool {
    SOURCES.get(noun).is_some_and(|flags| flags.split(' ').any(|word| word == flag))
}

/// `relations.txt`
#[derive(Default)]
struct Relations {
    /// Numbers of the classes that an office belongs to.
    same: Map<Vec<usize>>,
    /// Those whose classes exclude one another.
    callings: Set,
    /// What a general word may stand for.
    kinds: Map<Set>,
    /// By the first noun: the second, and what both mean.
    means: Map<Vec<(&'static str, &'static str)>>,
    served: Set,
    kin: Set,
    trades: Set,
    anyone: Set,
    another: Set,
    general: Set,
    besides: Set,
    times: Set,
    guests: Set,
    chiefs: Set,
    accused: Set,
    officials: Set,
    claims: Set,
    /// Words in the names of organizations that say by which nouns they are called.
    houses: Set,
    /// By an adjective, its countries and parties; by a noun, the words in the names of what it is said of.
    said_of: Map<Vec<&'static str>>,
}

static RELATIONS: LazyLock<Relations> = LazyLock::new(|| {
    let mut relations = Relations::default();
    for (number, line) in entries(include_str!("relations.txt")).enumerate() {
        let Some((key, words)) = line.split_once(':') else { continue };
        let mut words = words.split_whitespace();
        match key {
            "same" | "calling" => words.for_each(|word| {
                relations.same.entry(word).or_default().push(number);
                if key == "calling" {
                    relations.callings.insert(word);
                }
            }),
            "served" => relations.served.extend(words),
            "kin" => {
                relations.served.extend(words.clone());
                relations.kin.extend(words);
            }
            "trade" => relations.trades.extend(words),
            "guest" => relations.guests.extend(words),
            "chief" => relations.chiefs.extend(words),
            "accused" => relations.accused.extend(words),
            "official" => relations.officials.extend(words),
            "anyone" => relations.anyone.extend(words),
            "another" => relations.another.extend(words),
            "general" => relations.general.extend(words),
            "besides" => relations.besides.extend(words),
            "time" => relations.times.extend(words),
            "claim" => relations.claims.extend(words),
            "kind" => {
                let Some(general) = words.next() else { continue };
                relations.kinds.entry(general).or_default().extend(words);
            }
            "country" | "party" | "house" => {
                let Some(adjective) = words.next() else { continue };
                if key == "house" {
                    relations.houses.extend(words.clone());
                }
                relations.said_of.entry(adjective).or_default().extend(words);
            }
            "means" => {
                let Some(head) = words.next() else { continue };
                relations.means.entry(head).or_default().extend(words.next().zip(words.next()));
            }
            _ => {}
        }
    }
    relations
});

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
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
    RELATIONS.served.contains(lemma)
}

/// Whether the noun tells only whose it is and nothing of a calling: "żona", "sąsiad".
pub(super) fn is_kin(lemma: &str) -> bool {
    RELATIONS.kin.contains(lemma)
}

/// Whether the noun is a trade that nobody has besides another calling: "taksówkarz".
pub(super) fn is_trade(lemma: &str) -> bool {
    RELATIONS.trades.contains(lemma)
}

/// Whether the noun says only that an outlet talks with somebody.
pub(super) fn is_guest(lemma: &str) -> bool {
    RELATIONS.guests.contains(lemma)
}

/// Whether the word is said of a person but points at nobody in particular ("ktoś").
pub(super) fn is_anyone(lemma: &str) -> bool {
    RELATIONS.anyone.contains(lemma)
}

/// Whether the adjective says that a noun means nobody whom the article has named ("pewien", "sąsiedni").
pub(super) fn is_another(lemma: &str) -> bool {
    RELATIONS.another.contains(lemma)
}

/// Whether the noun says no more than that it is a man or a woman.
pub(super) fn is_general(lemma: &str) -> bool {
    RELATIONS.general.contains(lemma) || lemma.ends_with("-latek") || lemma.ends_with("-latka")
}

/// Whether one has the office beside another of the same class: "reprezentant Polski" and "kapitan Stali".
pub(super) fn is_besides(lemma: &str) -> bool {
    RELATIONS.besides.contains(lemma)
}

/// Whether the noun is a time, which is nobody's: "podała w piątek PAP".
pub(super) fn is_time(lemma: &str) -> bool {
    RELATIONS.times.contains(lemma)
}

/// Whether one speaks for the other, so that nobody is both: "rzecznik" and "starosta".
pub(super) fn speaks_for(a: &str, b: &str) -> bool {
    let spokesman = |word: &str| same_office(word, "rzecznik");
    let chief = |word: &str| RELATIONS.chiefs.contains(word);
    spokesman(a) && chief(b) || chief(a) && spokesman(b)
}

/// Whether the noun is said of those whom an official tells of: "podejrzany", "34-latek".
pub(super) fn is_told_of(lemma: &str) -> bool {
    RELATIONS.accused.contains(lemma) || is_general(lemma)
}

/// Whether who bears the office tells of those and is none of them.
pub(super) fn is_official(lemma: &str) -> bool {
    RELATIONS.officials.contains(lemma)
}

/// Whether a clause with "że" behind the noun is the noun's own.
pub(super) fn is_claim(lemma: &str) -> bool {
    RELATIONS.claims.contains(lemma)
}

/// Whether two offices may be one person's: the same, used for one another, or one a vice of the other.
pub(super) fn same_office(a: &str, b: &str) -> bool {
    let classes = |word: &str| RELATIONS.same.get(word).map_or(&[][..], Vec::as_slice);
    let shared = classes(a).iter().any(|class| classes(b).contains(class));
    a == b || shared || is_kind(a, b) || is_kind(b, a) || vice(a) == b || vice(b) == a
}

/// Whether two offices are of one kind, so that one person may be called by both: "poseł" and "przewodniczący", "profesor" and
/// "biofizyk".
pub(super) fn kindred(a: &str, b: &str) -> bool {
    let of_kind = |(general, offices): (&&str, &Set)| {
        let holds = |word: &str| *general == word || offices.contains(word);
        holds(a) && holds(b)
    };
    let scholar = |word: &str| matches!(word, "profesor" | "doktor" | "badacz" | "badaczka");
    let learned = |word: &str| LEARNED.iter().any(|ending| word.ends_with(ending));
    !differs(a, b)
        && (scholar(a) && learned(b) || scholar(b) && learned(a) || RELATIONS.kinds.iter().any(of_kind))
}

/// Endings of the names of scientists.
const LEARNED: [&str; 8] = ["log", "lożka", "fizyk", "fizyczka", "chemik", "chemiczka", "tyk", "tyczka"];

/// Whether two callings exclude one another: a judge is no attorney.
pub(super) fn differs(a: &str, b: &str) -> bool {
    let calling = |word: &str| RELATIONS.callings.contains(word);
    calling(a) && calling(b) && !same_office(a, b)
}

/// Whether a general word may stand for an office: "polityk" for "poseł".
fn is_kind(general: &str, office: &str) -> bool {
    RELATIONS.kinds.get(general).is_some_and(|offices| offices.contains(office))
}

/// The office without "wice-", as news shorten it: "wiceminister" is "minister" later on.
fn vice(lemma: &str) -> &str {
    lemma.strip_prefix("wice").unwrap_or(lemma)
}

/// The office that a noun and the one behind it are together: "szef resortu" is a "minister".
pub(super) fn means(head: &str, behind: &str) -> Option<&'static str> {
    RELATIONS.means.get(head)?.iter().find(|(noun, _)| *noun == behind).map(|(_, office)| *office)
}

/// Whether a word in the name of an organization says by which nouns it is called.
pub(super) fn has_house(word: &str) -> bool {
    RELATIONS.houses.contains(word)
}

/// Whether a word is said of what the other names: "ukraiński" of "Ukraina", "resort" of "MSZ", "uczelnia" of "Uniwersytet".
pub(super) fn is_said_of(word: &str, other: &str) -> bool {
    RELATIONS.said_of.get(word).is_some_and(|words| words.contains(&other))
}

/// Whether two words of roles speak of the same: equal, or a country and its adjective ("ukraiński", "Ukraina").
pub(super) fn related(a: &str, b: &str) -> bool {
    if a == b {
        return a.chars().count() > 1;
    }
    if is_said_of(a, b) || is_said_of(b, a) {
        return true;
    }
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    common >= 4 && common + 4 >= a.chars().count().min(b.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_stand_for_one_another() {
        assert!(same_office("szef", "lider"));
        assert!(same_office("wiceminister", "minister"));
        assert!(same_office("polityk", "posłanka"));
        assert!(!same_office("sędzia", "adwokat"));
        assert_eq!(means("szef", "resort"), Some("minister"));
        assert_eq!(means("szef", "firma"), None);
    }

    #[test]
    fn countries_have_adjectives() {
        assert!(
            related("amerykański", "usa") && related("ukraiński", "ukraina") && related("polska", "polski")
        );
        assert!(!related("czeski", "czeladź"));
    }

    #[test]
    fn a_role_stands_in_one_list() {
        assert_eq!(ROLE_LISTS.into_iter().flat_map(entries).count(), ROLES.len());
    }

    #[test]
    fn every_related_office_is_a_role() {
        let of_classes = RELATIONS.same.keys().chain(RELATIONS.kinds.keys());
        let unknown: Vec<_> = of_classes.filter(|noun| gender(noun).is_none()).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
