//! What names have besides whole words: initials, particles, halves of Asian given names: "J. van der Berg", "Park Chan-dae".

use crate::morph::Shape;
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};

/// The small half of a Korean or Chinese given name: "Dzong-un", "Jae-yong".
pub(super) fn is_foreign_half(words: &Words<'_>, index: usize) -> bool {
    let short = || words.key(index).len() <= HALF && words.key(index - 2).len() <= HALF;
    words.shape(index) == Shape::Lower && (words.known_readings(index).next().is_none() || short())
}

/// Letters of half a Korean given name, at most.
const HALF: usize = 5;

/// "Park Chan-dae": a short family name before a given name in two short halves.
pub(in crate::name) fn is_korean(words: &Words<'_>, index: usize) -> bool {
    let given = index + 1;
    words.before_capital(index)
        && words.is_joint(given + 1)
        && words.together(index, given + 2)
        && [index, given, given + 2].into_iter().all(|part| words.key(part).len() <= HALF)
        && words.shape(given + 2) == Shape::Lower
}

/// A small word inside a name; one that begins a sentence is written large: "Van der Berg".
pub(super) fn is_particle(words: &Words<'_>, index: usize) -> bool {
    (words.shape(index) == Shape::Lower || words.has(index, Traits::START))
        && words.has(index, Traits::PARTICLE)
}

/// A particle that begins a sentence and a name: "De Niro", "Von der Leyen"; none that is a word too.
pub(super) fn opens_foreign(words: &Words<'_>, index: usize) -> bool {
    let goes_on = words.has(index + 1, Traits::CAPITAL) || is_particle(words, index + 1);
    is_particle(words, index) && goes_on && !is_ambiguous(words, index) && words.together(index, index + 1)
}

/// A particle that is a word too.
pub(super) fn is_ambiguous(words: &Words<'_>, index: usize) -> bool {
    Sort::Ambiguous.has(words.key(index)) && !words.is(index.saturating_sub(1), "de")
}

pub(super) fn goes_on_foreign(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::UNKNOWN | Traits::GIVEN | Traits::SURNAME)
}

/// "San Antonio Spurs", "Las Vegas": what begins the names of towns in America.
pub(in crate::name) fn is_saint(words: &Words<'_>, index: usize) -> bool {
    Sort::Saint.has(words.text(index))
        || words.is(index, "Las") && matches!(words.text(index + 1), "Vegas" | "Palmas")
}

pub(in crate::name) fn is_initial(words: &Words<'_>, index: usize) -> bool {
    let mut letters = words.text(index).chars().filter(|c| c.is_alphabetic());
    words.has(index, Traits::CAPITAL)
        && (letters.next().is_some() && letters.next().is_none()
            || matches!(words.text(index), "Sz" | "Cz" | "Ch" | "St" | "Dz"))
}
