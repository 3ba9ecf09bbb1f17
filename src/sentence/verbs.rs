//! Verbs by their endings, as `verbs.txt` has them.

use once_cell::sync::Lazy;

use crate::text::{WordList, ends_in_one, words_of};

/// What `verbs.txt` says of words.
struct Verbs {
    /// By the last byte.
    endings: [Vec<&'static str>; 256],
    words: WordList<u8>,
}

const VERB: u8 = 1;
const NOUN: u8 = 1 << 1;
const INTRANSITIVE: u8 = 1 << 2;
const CLITIC: u8 = 1 << 3;
const FRONT: u8 = 1 << 4;

const SECTIONS: [(&str, u8); 5] = [
    ("[verb]", VERB),
    ("[noun]", NOUN),
    ("[intransitive]", INTRANSITIVE),
    ("[clitic]", CLITIC),
    ("[front]", FRONT),
];

static VERBS: Lazy<Verbs> = Lazy::new(|| {
    let mut section = VERB;
    let mut endings = [const { Vec::new() }; 256];
    let mut words = std::collections::BTreeMap::<&str, u8>::new();
    for word in words_of(include_str!("verbs.txt")) {
        if let Some((_, found)) = SECTIONS.iter().find(|(name, _)| *name == word) {
            section = *found;
        } else if let Some(ending) = word.strip_prefix('-') {
            let last = ending.bytes().next_back().unwrap_or_default();
            if let Some(alike) = endings.get_mut(usize::from(last)) {
                alike.push(ending);
            }
        } else {
            *words.entry(word).or_default() |= section;
        }
    }
    Verbs { endings, words: WordList::new(words) }
});

fn is(word: &str, what: u8) -> bool {
    VERBS.words.get(word).is_some_and(|found| found & what != 0)
}

/// Whether a word looks like a finite verb or an infinitive.
pub(super) fn is_verb(word: &str) -> bool {
    is(word, VERB) || (has_ending(word) && !is(word, NOUN))
}

fn has_ending(word: &str) -> bool {
    let last = word.bytes().next_back().unwrap_or_default();
    let alike = VERBS.endings.get(usize::from(last)).map_or(&[][..], Vec::as_slice);
    // Capitals and letters in two pieces end in other bytes.
    let is_unusual = alike.is_empty() && (last.is_ascii_uppercase() || !last.is_ascii());
    ends_in_one(word, alike) || (is_unusual && VERBS.endings.iter().any(|endings| ends_in_one(word, endings)))
}

/// Whether a verb is a past form that takes an object or a subject behind it.
pub(super) fn takes_object(word: &str) -> bool {
    ends_in_one(word, &["ł", "ła", "ło", "li", "ły"]) && !is(word, INTRANSITIVE)
}

/// Whether a word is a pronoun that leans on the verb before it.
pub(super) fn is_clitic(word: &str) -> bool {
    is(word, CLITIC)
}

/// Whether a word at the start leaves a clause without its verb: a preposition, an adverb.
pub(super) fn is_front(word: &str) -> bool {
    word.starts_with(|c: char| c.is_numeric()) || is(word, FRONT)
}

/// Whether a word looks like a participle: `wydany`, `założona`, `rządzący`.
pub(super) fn is_participle(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "any", "ana", "ane", "ani", "ony", "ona", "one", "eni", "anej", "onej", "anego", "onego", "ący",
        "ąca", "ące", "ęty", "ęta", "ęte", "arty", "arta", "arte", "łe", "yty", "yta", "yte",
    ];
    word.len() > 5 && ends_in_one(word, ENDINGS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::check;

    #[test]
    fn words_are_in_order() {
        check(&VERBS.words);
    }

    #[test]
    fn nouns_that_end_like_verbs_are_none() {
        for word in ["chwili", "szkoły", "oddział", "artykuły", "umowa", "forma", "rano", "młodzi"] {
            assert!(!is_verb(word), "{word}");
        }
        for word in ["zmarł", "otrzymali", "wzniesiono", "pochodzi", "jest", "zbudować"] {
            assert!(is_verb(word), "{word}");
        }
    }

    #[test]
    fn endings_are_found_in_any_writing() {
        for word in ["ZMARŁ", "OTRZYMALI", "kieruja\u{328}", "budowac\u{301}"] {
            assert!(is_verb(word), "{word}");
        }
    }
}
