//! How nouns that speak stand to one another: `relations.txt`.

use once_cell::sync::Lazy;

use super::role::{Map, Set};
use super::sort::Sort;
use crate::text::rows;

#[derive(Default)]
struct Relations {
    /// Numbers of the classes that an office belongs to.
    same: Map<Vec<usize>>,
    /// Those whose classes exclude one another.
    callings: Set,
    /// What a general word may stand for.
    kinds: Map<Set>,
    /// By the first noun: the second, and the offices that both may mean.
    means: Map<Vec<(&'static str, Vec<&'static str>)>>,
    /// By what somebody does, the office that says so.
    does: Map<&'static str>,
    /// Words in the names of organizations that say by which nouns they are called.
    houses: Set,
    /// By an adjective, its countries and parties; by a noun, the words in the names of what it is said of.
    said_of: Map<Vec<&'static str>>,
}

static RELATIONS: Lazy<Relations> = Lazy::new(|| {
    let mut relations = Relations::default();
    for (number, line) in rows(include_str!("relations.txt")).enumerate() {
        let Some((key, words)) = line.split_once(':') else { continue };
        let mut words = words.split_whitespace();
        match key {
            "same" | "calling" => words.for_each(|word| {
                relations.same.entry(word).or_default().push(number);
                if key == "calling" {
                    relations.callings.insert(word);
                }
            }),
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
            "does" => relations.does.extend(words.next().zip(words.next())),
            "means" => {
                let Some(head) = words.next() else { continue };
                let Some(behind) = words.next() else { continue };
                relations.means.entry(head).or_default().push((behind, words.collect()));
            }
            _ => {}
        }
    }
    relations
});

/// Whether two offices may be one person's: the same, used for one another, or one a vice of the other.
pub(super) fn same_office(a: &str, b: &str) -> bool {
    let classes = |word: &str| RELATIONS.same.get(word).map_or(&[][..], Vec::as_slice);
    let share = || {
        let (one, other) = (classes(a), classes(b));
        one.iter().any(|class| other.contains(class))
    };
    a == b
        || share()
        || is_kind(a, b)
        || is_kind(b, a)
        || vice(a) == b
        || vice(b) == a
        || is_pair(a, b)
        || is_pair(b, a)
}

/// Whether one noun is said of men and the other, formed from it, of women: "prezydent" and "prezydentka".
fn is_pair(man: &str, woman: &str) -> bool {
    let Some(stem) = woman.strip_suffix("ka") else { return false };
    let other = |(his, hers): &(&str, &str)| matches!((man.strip_suffix(his), woman.strip_suffix(hers)), (Some(one), Some(other)) if one == other);
    stem == man || PAIRS.iter().any(other)
}

/// Endings of such nouns where hers is not his with "ka" behind it.
const PAIRS: [(&str, &str); 6] = [
    ("log", "lożka"),
    ("yk", "yczka"),
    ("ik", "iczka"),
    ("arz", "arka"),
    ("ista", "istka"),
    ("ysta", "ystka"),
];

/// Whether two offices are of one kind, so that one person may be called by both: "poseł" and "przewodniczący", "profesor" and
/// "biofizyk".
pub(super) fn kindred(a: &str, b: &str) -> bool {
    let of_kind = |(general, offices): (&&str, &Set)| {
        let holds = |word: &str| *general == word || offices.contains(word);
        holds(a) && holds(b)
    };
    let scholar = |word: &str| Sort::Scholar.has(word);
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

/// Whether a word is a general one, which may stand for many offices: "polityk", "ekspert".
pub(super) fn is_general(word: &str) -> bool {
    RELATIONS.kinds.contains_key(word)
}

/// The office without "wice-", as news shorten it: "wiceminister" is "minister" later on.
fn vice(lemma: &str) -> &str {
    lemma.strip_prefix("wice").unwrap_or(lemma)
}

/// Whether one speaks for the other, so that nobody is both: "rzecznik" and "starosta".
pub(super) fn speaks_for(a: &str, b: &str) -> bool {
    let spokesman = |word: &str| same_office(word, "rzecznik");
    let chief = |word: &str| Sort::Chief.has(word);
    chief(b) && spokesman(a) || chief(a) && spokesman(b)
}

/// The offices that a noun and the one behind it may be together, the likeliest first: "szef resortu" is a "minister", as is
/// "szef MSZ".
pub(super) fn means(head: &str, behind: &str) -> &'static [&'static str] {
    let behind = if is_said_of(MINISTRY, behind) { MINISTRY } else { behind };
    let mut pairs = RELATIONS.means.get(head).into_iter().flatten();
    pairs.find(|(noun, _)| *noun == behind).map_or(&[], |(_, offices)| offices.as_slice())
}

/// What any ministry is called.
const MINISTRY: &str = "resort";

/// The office of one of whom the noun says what he does: "reżyseria" is a "reżyser"'s.
pub(super) fn does(noun: &str) -> Option<&'static str> {
    RELATIONS.does.get(noun).copied()
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
    use crate::quote::role::gender;

    #[test]
    fn offices_stand_for_one_another() {
        assert!(same_office("szef", "lider"));
        assert!(same_office("wiceminister", "minister"));
        assert!(same_office("polityk", "posłanka"));
        assert!(same_office("prezydent", "prezydentka") && same_office("lekarka", "lekarz"));
        assert!(same_office("politolożka", "politolog") && same_office("analityczka", "analityk"));
        assert!(!same_office("sędzia", "adwokat"));
        assert_eq!(means("szef", "resort"), ["minister"]);
        assert!(means("szef", "firma").is_empty());
    }

    #[test]
    fn countries_have_adjectives() {
        assert!(
            related("amerykański", "usa") && related("ukraiński", "ukraina") && related("polska", "polski")
        );
        assert!(!related("czeski", "czeladź"));
    }

    #[test]
    fn every_related_office_is_a_role() {
        let of_classes = RELATIONS.same.keys().chain(RELATIONS.kinds.keys());
        let unknown: Vec<_> = of_classes.filter(|noun| gender(noun).is_none()).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
