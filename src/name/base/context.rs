//! What the words beside a name say of its case, its gender and its number.

use super::cases;
use super::fit::case_bits;
use crate::morph::{Class, Reading, Shape, Tag, TokenRange};
use crate::name::cue;
use crate::name::detect::is_family;
use crate::name::lists::{CUES, SPEECH};
use crate::name::role::Role;
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};

/// What is known of a name from the words around it.
#[derive(Clone, Copy, Debug)]
pub(in crate::name) struct Context {
    /// Cases that the words before allow, and genders that a role allows.
    pub(in crate::name) allowed: Tag,
    /// Whether a role is that of several: "państwo Wilkowie".
    pub(in crate::name) plural: bool,
    /// Genders of a verb beside the name, whose subject the name may be.
    pub(in crate::name) verb: Tag,
    /// How much speaks for the nominative, in tenths.
    pub(in crate::name) nominative: i16,
    /// The case that the choice in context has given the name as a bit, and how much that speaks for it.
    pub(in crate::name) chosen: (u8, i8),
}

impl Context {
    /// What speaks for and against a case before the words themselves are asked.
    pub(in crate::name) fn case_score(self, case: Tag) -> i16 {
        let score = if case == Tag::NOM {
            self.nominative
        } else if case == Tag::VOC {
            -30
        } else {
            0
        };
        if !self.allowed.has(case) {
            return score - 25;
        }
        let (chosen, weight) = self.chosen;
        score + if chosen & case_bits(case) == 0 { 0 } else { weight.into() }
    }

    /// Leaves what an adjective of the name has too, where they share something.
    fn narrow(&mut self, adjective: Tag) {
        for values in [Tag::CASES, Tag::GENDERS] {
            let shared = self.allowed.common(adjective, values);
            if !shared.is_bare() {
                self.allowed = self.allowed.with(values, shared);
            }
        }
    }

    /// The same of a number with a gender.
    pub(in crate::name) fn row_score(self, number: Tag, gender: Tag) -> i16 {
        let mut score = 0;
        if (number == Tag::PL) != self.plural {
            score -= 14;
        }
        if !self.allowed.has(gender) {
            score -= 25;
        }
        if !self.verb.has(gender) {
            score -= 7;
        }
        score
    }
}

impl Default for Context {
    fn default() -> Self {
        let allowed = Tag::CASES | Tag::GENDERS;
        Self { allowed, plural: false, verb: Tag::GENDERS, nominative: 8, chosen: (0, 0) }
    }
}

/// What the words before and after a name say of its case and gender.
pub(in crate::name) fn context(words: &Words<'_>, tokens: &TokenRange, role: Option<&Role>) -> Context {
    let mut context = Context { chosen: chosen(words, tokens), ..Context::default() };
    let start =
        role.filter(|role| role.tokens.end == tokens.start).map_or(tokens.start, |role| role.tokens.start);
    // "Abd al-Fattah": the servant of his lord is a man.
    if tokens.len() > 1 && words.key(tokens.start) == "abd" {
        context.allowed = context.allowed.with(Tag::GENDERS, Tag::M1);
    }
    context.plural = tokens.len() == 1 && is_family(words, tokens.start);
    if let Some(role) = role {
        context.allowed = context.allowed.with(Tag::GENDERS, role.genders);
        context.plural |= role.is_couple();
        if role.tokens.end == tokens.start {
            context.allowed = context.allowed.with(Tag::CASES, role.cases);
        }
    }
    let before = start.checked_sub(1).filter(|before| words.together(*before, tokens.start));
    // "według „Kuriera”": what stands before the marks governs what they hold.
    let outside = |before| if words.opens_title(before) { words.before(before) } else { Some(before) };
    if let Some(before) = before.and_then(outside) {
        let governed = governed(words, before);
        if !governed.is_bare() {
            let both = context.allowed.common(governed, Tag::CASES);
            let cases = if both.is_bare() { governed } else { both };
            context.allowed = context.allowed.with(Tag::CASES, cases);
            return context;
        }
        if is_of_place(words, before) {
            context.allowed = context.allowed.with(Tag::CASES, Tag::GEN);
            return context;
        }
        if let Some(cases) = beside_cue(words, tokens) {
            context.allowed = context.allowed.with(Tag::CASES, cases);
        }
        if role.is_none() && tokens.len() == 1 && words.has(tokens.start, Traits::GIVEN) {
            context.narrow(attribute(words, before));
        }
        subject_of(words, before, &mut context, 4);
        // "zdaniem gen. Nowaka": an abbreviated title leaves the case to the noun before it.
        if role.is_none_or(|role| role.rank) && is_noun(words, before) {
            context.nominative -= 6;
        }
    }
    if words.together(tokens.start, tokens.end) {
        subject_of(words, tokens.end, &mut context, 6);
    }
    context
}

/// The case that the choice in context has given both ends of a name, bare where they differ; the first letter of a surname
/// has none. It says most where a given name does not inflect ("zwycięstwo Joe Bidena") or inflects as another does
/// ("zatrzymano Jana K."). A foreign name without one may stand beside the noun before it: "grupa Copa Cogeca".
fn chosen(words: &Words<'_>, tokens: &TokenRange) -> (u8, i8) {
    let tag = |index: usize| words.tagged.tag(index).unwrap_or(Tag::IGN);
    let inflects = |index: &usize| !matches!(tag(*index).class(), Class::Brev | Class::Interp);
    let last = tokens.clone().rev().find(inflects).unwrap_or(tokens.start);
    let case = case_bits(tag(tokens.start)) & case_bits(tag(last));
    let weight = match tokens.len() {
        1 => 4,
        _ if words.has(tokens.start, Traits::GIVEN) => 14,
        _ => 0,
    };
    (case, weight)
}

/// "trzyletniego Filipa", "mama małego Stasia": what an adjective before a given name says of it; bare where the word is none, or
/// may belong to the noun before it.
fn attribute(words: &Words<'_>, before: usize) -> Tag {
    let is_adjective = |reading: &Reading<'_>| matches!(reading.tag.class(), Class::Adj | Class::Ppas);
    let adjectives = || words.likely_readings(before).filter(is_adjective);
    let noun = words.before(before).map(|noun| words.known_readings(noun));
    let mut nouns = noun.into_iter().flatten().filter(|noun| noun.tag.class() == Class::Subst);
    let is_own = words.shape(before) == Shape::Lower
        && words.likely_readings(before).next().as_ref().is_some_and(is_adjective)
        && !nouns.any(|noun| adjectives().any(|adjective| adjective.tag.agrees(noun.tag)));
    if is_own { adjectives().fold(Tag::IGN, |all, adjective| all | adjective.tag) } else { Tag::IGN }
}

/// Cases that a preposition asks for; bare where a word is none.
fn governed(words: &Words<'_>, index: usize) -> Tag {
    if !words.has(index, Traits::PREPOSITION) {
        return Tag::IGN;
    }
    cases::of_readings(words.known_readings(index).filter(|reading| reading.tag.class() == Class::Prep))
}

/// "właściciel firmy Budrem": beside the noun that says what it is of, a name stands in the nominative or in the case of the
/// noun; in the genitive it is whose the thing is.
fn beside_cue(words: &Words<'_>, tokens: &TokenRange) -> Option<Tag> {
    cue::before(words, tokens.start)?;
    let noun = words.before(tokens.start)?;
    let nouns = words.known_readings(noun).filter(|reading| reading.tag.class() == Class::Subst);
    let cases = cases::of_readings(nouns);
    (!cases.is_bare()).then(|| cases | Tag::NOM | Tag::GEN)
}

/// "mieszkańcy Zalesia", "w rejonie Głuszkowa": a noun behind which a place stands in the genitive alone.
fn is_of_place(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::CUE) && words.is_a(index, Sort::Inhabited)
}

/// A common noun, whose attribute the name may be in the genitive; nouns that a name stands beside in apposition do not count.
fn is_noun(words: &Words<'_>, index: usize) -> bool {
    let is_cue = |reading: Reading<'_>| words.has(index, Traits::CUE) && CUES.contains(reading.lemma);
    (words.shape(index) == Shape::Lower || words.has(index, Traits::START))
        && words
            .likely_readings(index)
            .next()
            .is_some_and(|reading| reading.tag.class() == Class::Subst && !is_cue(reading))
}

/// A finite verb beside a name speaks for the nominative, and its gender for that of the name.
fn subject_of(words: &Words<'_>, verb: usize, context: &mut Context, weight: i16) {
    if !words.has(verb, Traits::VERB) {
        return;
    }
    for reading in words.likely_readings(verb) {
        let class = reading.tag.class();
        if class == Class::Praet && reading.tag.has(Tag::SG) {
            // "Franciszka pożegnało sto tysięcy osób": a neuter is of no person.
            let neuter = !reading.tag.has(Tag::M1 | Tag::F);
            context.nominative += if neuter { -weight } else { weight };
            let genders = reading.tag.common(context.allowed, Tag::M1 | Tag::F);
            // A verb before a name has it as its subject for sure only where it reports: "dodała Wilk".
            if !genders.is_bare() && (weight > 4 || SPEECH.contains(reading.lemma)) {
                context.verb = genders;
            }
            return;
        }
        if class == Class::Fin && reading.tag.has(Tag::TER) {
            context.nominative += weight;
            return;
        }
    }
}
