//! Roles beside the names of people: "wiceprezes Orlicy" Anna Nowak; Jan Wilk, "szef biura".

use std::cmp::Ordering;

use super::lists::{ROLE_ABBREVIATIONS, ROLES};
use super::nominative::adjective;
use super::words::{Traits, Words};
use crate::morph::{Class, NameClass, Reading, Shape, Tag, TokenRange};

/// How far a role may reach, in tokens.
const REACH: usize = 9;

/// A role found beside a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Role {
    pub(super) tokens: TokenRange,
    /// In the nominative.
    pub(super) text: String,
    /// Who can bear it.
    pub(super) genders: Tag,
    /// Cases in which the name beside it must stand; all where the role says nothing.
    pub(super) cases: Tag,
}

/// A noun of the list of roles, read at one token.
struct Head {
    index: usize,
    lemma: String,
    tag: Tag,
    sex: Tag,
}

fn heads(words: &Words<'_>, index: usize) -> Option<Head> {
    let mut found: Option<Head> = None;
    for reading in words.known_readings(index) {
        if !matches!(reading.tag.class(), Class::Subst | Class::Adj) || reading.name != NameClass::Common {
            continue;
        }
        let Some(sex) = ROLES.get(reading.lemma) else { continue };
        match &mut found {
            Some(head) if head.lemma == reading.lemma => head.tag = head.tag | reading.tag,
            Some(_) => {}
            None => {
                found = Some(Head { index, lemma: reading.lemma.to_owned(), tag: reading.tag, sex: *sex });
            }
        }
    }
    found
}

/// The role that ends right before the token `name`; `cases` are those in which the name can stand.
pub(super) fn before(words: &Words<'_>, name: usize, cases: Tag) -> Option<Role> {
    if let Some(role) = abbreviated(words, name) {
        return Some(role);
    }
    let mut index = name;
    while index > 0 && name - index < REACH && words.together(index - 1, name) {
        index -= 1;
        if let Some(head) = heads(words, index) {
            // A masculine title that a woman bears stands uninflected: it says nothing about the case.
            let stiff = head.sex.has(Tag::F) && head.sex.has(Tag::M1) && head.lemma == words.key(index);
            if stiff || cases.is_bare() || head.tag.has(cases) {
                return Some(whole(words, &head, name, stiff));
            }
        }
        if !continues(words, index) {
            return None;
        }
    }
    None
}

/// Whether a token can stand between the head of a role and the name behind it: "minister spraw zagranicznych", "szef
/// komisji ds. handlu".
fn continues(words: &Words<'_>, index: usize) -> bool {
    if words.has(index, Traits::CAPITAL) {
        return !words.has(index, Traits::GIVEN);
    }
    match words.text(index) {
        "." => index > 0 && matches!(words.key(index - 1), "ds" | "s" | "spr" | "im"),
        "ds" | "do" | "i" | "w" | "we" | "z" | "/" => true,
        _ => {
            words.shape(index) == Shape::Lower
                && words.readings(index).any(|reading| {
                    let class = reading.tag.class();
                    matches!(class, Class::Subst | Class::Adj | Class::Ger | Class::Pact | Class::Ppas)
                        && reading.tag.has(Tag::GEN | Tag::LOC)
                })
        }
    }
}

/// `prof. dr hab.`, `ks.`, `gen.`
fn abbreviated(words: &Words<'_>, name: usize) -> Option<Role> {
    let (mut start, mut parts) = (name, Vec::new());
    while start > 0 && name - start < REACH && words.together(start - 1, name) {
        let dotted = words.text(start - 1) == ".";
        let word = start.checked_sub(if dotted { 2 } else { 1 })?;
        let Some(full) = ROLE_ABBREVIATIONS.get(words.key(word)) else { break };
        parts.push(*full);
        start = word;
    }
    parts.reverse();
    (start < name).then(|| Role {
        tokens: start..name,
        text: parts.join(" "),
        genders: Tag::M1 | Tag::F,
        cases: Tag::CASES,
    })
}

fn whole(words: &Words<'_>, head: &Head, end: usize, stiff: bool) -> Role {
    let start = first_adjective(words, head, end);
    let feminine = !head.sex.has(Tag::M1) || (stiff && has_feminine_adjective(words, start..head.index));
    let gender = if feminine { Tag::F } else { Tag::M1 };
    let mut text = String::new();
    for index in start..end {
        if index > start && words.tagged.get(index).is_some_and(crate::morph::TaggedToken::space_before) {
            text.push(' ');
        }
        match index.cmp(&head.index) {
            Ordering::Less => text.push_str(&nominative_adjective(words, index, gender)),
            Ordering::Equal => text.push_str(&head.lemma),
            Ordering::Greater => text.push_str(words.text(index)),
        }
    }
    let cases = if stiff { Tag::CASES } else { head.tag.common(Tag::CASES, Tag::CASES) };
    let genders = if feminine { Tag::F } else { head.sex };
    Role { tokens: start..end, text, genders, cases }
}

fn adjectives<'a>(words: &Words<'a>, index: usize) -> impl Iterator<Item = Reading<'a>> + use<'a> {
    words
        .known_readings(index)
        .filter(|reading| matches!(reading.tag.class(), Class::Adj | Class::Ppas | Class::Pact))
        .filter(|reading| {
            !matches!(reading.lemma, "ten" | "który" | "jaki" | "taki" | "inny" | "sam" | "mój" | "swój")
        })
}

fn first_adjective(words: &Words<'_>, head: &Head, end: usize) -> usize {
    let mut start = head.index;
    while start > 0 && end - start < REACH && words.together(start - 1, end - 1) {
        let before = start - 1;
        let starts = words.has(before, Traits::START) || words.shape(before) == Shape::Lower;
        let agrees = adjectives(words, before).any(|reading| {
            reading.tag.class() == Class::Adj
                && reading.tag.common(head.tag, Tag::CASES | Tag::NUMBERS).has(Tag::CASES)
        });
        if !(starts && agrees) {
            break;
        }
        start = before;
    }
    start
}

fn has_feminine_adjective(words: &Words<'_>, range: TokenRange) -> bool {
    range.into_iter().any(|index| {
        let mut readings = adjectives(words, index).peekable();
        readings.peek().is_some() && readings.all(|reading| !reading.tag.has(Tag::M1))
    })
}

fn nominative_adjective(words: &Words<'_>, index: usize, gender: Tag) -> String {
    adjectives(words, index)
        .next()
        .map_or_else(|| words.text(index).to_owned(), |reading| adjective(reading.lemma, Tag::SG, gender))
}

/// The role in apposition after a name: ", szef MSZ,".
pub(super) fn after(words: &Words<'_>, name_end: usize) -> Option<Role> {
    let start = name_end + 1;
    if words.text(name_end) != "," || !words.together(name_end, start) {
        return None;
    }
    let mut head = None;
    for index in start..start + 3 {
        if words.has(index, Traits::CAPITAL) || !words.together(start, index) {
            return None;
        }
        head = heads(words, index);
        if head.is_some() {
            break;
        }
        adjectives(words, index).next()?;
    }
    let head = head?;
    let mut end = head.index + 1;
    while end < start + REACH && words.together(start, end) && follows(words, end) {
        end += 1;
    }
    let mut role = whole(words, &Head { index: head.index, ..head }, end, false);
    role.tokens = start..end;
    Some(role)
}

/// Whether a token goes on with a role that stands in apposition.
fn follows(words: &Words<'_>, index: usize) -> bool {
    if words.has(index, Traits::CAPITAL) {
        return true;
    }
    match words.text(index) {
        "." => matches!(words.key(index - 1), "ds" | "s" | "im"),
        "ds" | "do" | "i" | "w" | "we" | "/" => true,
        _ => {
            let mut readings = words.readings(index).peekable();
            words.shape(index) == Shape::Lower
                && readings.peek().is_some()
                && readings.any(|reading| {
                    matches!(reading.tag.class(), Class::Subst | Class::Adj | Class::Ger)
                        && reading.tag.has(Tag::GEN)
                })
        }
    }
}
