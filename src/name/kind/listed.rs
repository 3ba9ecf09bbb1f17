//! Names of several words that a list has, of which the last may inflect: "Goldman Sachs", "w Addis Abebie".

use crate::morph::TokenRange;
use crate::name::lists::{COMPANIES, CONTESTS, PLACES};
use crate::name::words::{Traits, Words};
use crate::text::Listed;

/// "Goldman Sachs", "w Goldman Sachsie": the list has all of its words, of which the last may inflect.
pub(in crate::name) fn is_listed_company(words: &Words<'_>, tokens: &TokenRange) -> bool {
    is_listed(words, tokens, &COMPANIES)
}

/// "La Paz", "w Addis Abebie": where the place of the list that begins at a token ends.
pub(in crate::name) fn listed_place(words: &Words<'_>, start: usize) -> Option<usize> {
    listed_end(words, start, &PLACES)
}

/// "Tour de France": the same of a contest, which names nothing of ours.
pub(in crate::name) fn listed_contest(words: &Words<'_>, start: usize) -> Option<usize> {
    listed_end(words, start, &CONTESTS)
}

/// "Air Berlin", "w CD Projekcie": the same of a company.
pub(in crate::name) fn listed_company(words: &Words<'_>, start: usize) -> Option<usize> {
    listed_end(words, start, &COMPANIES)
}

/// Names of several words by the first of them.
type Followed = Listed<Vec<&'static str>>;

fn listed_end(words: &Words<'_>, start: usize, list: &Followed) -> Option<usize> {
    let rest = list.get(words.text(start))?;
    let ends = rest.iter().map(|rest| start + 1 + rest.split(' ').count());
    ends.filter(|end| words.together(start, end - 1) && words.has(end - 1, Traits::CAPITAL))
        .find(|end| is_listed(words, &(start..*end), list))
}

/// Bytes of the ending of an inflected foreign name, at most.
const ENDING: usize = 4;

fn is_listed(words: &Words<'_>, tokens: &TokenRange, list: &Followed) -> bool {
    let first = words.text(tokens.start);
    let rest = || words.tagged.span(tokens.start + 1..tokens.end).slice(words.tagged.text());
    let fits = |listed: &str| {
        // "Sri Lanki" is of Sri Lanka.
        let stem = listed.strip_suffix('a').unwrap_or(listed);
        let end = rest().and_then(|rest| rest.strip_prefix(stem));
        end.is_some_and(|end| end.len() <= ENDING || end.starts_with(' '))
    };
    list.get(first).is_some_and(|names| names.iter().any(|listed| fits(listed)))
}
