//! Reports that are joined to the one before: "i dodał", ", dodając".

use super::complement::complement;
use crate::morph::{Class, Tag, TokenRange};
use crate::quote::view::{CueAt, Form, Glyph, View};

/// Where a report is joined to the one before.
pub(super) struct Joined {
    /// The first token of what joins it.
    pub(super) at: usize,
    /// Its verb.
    pub(super) verb: usize,
    /// Whether it is contrasted with the one before, by a subject of its own: ", a jej zastępca dodał".
    pub(super) contrast: bool,
}

/// All places where a report is joined to the one before, in order.
pub(super) fn joined(view: &View<'_>) -> Vec<Joined> {
    let at = |cue: &CueAt<'_>| {
        let (at, contrast) = match cue.form {
            Form::Participle => (joined_by_comma(view, cue.verb()), false),
            Form::Finite => joined_by_conjunction(view, cue.verb())?,
            _ => return None,
        };
        // "…, ale zaznaczyła: C"
        if view.glyph(cue.end()) != Glyph::Colon {
            complement(view, cue, view.sentence(cue.verb()).end)?;
        }
        Some(Joined { at, verb: cue.verb(), contrast })
    };
    view.cues().iter().filter_map(at).collect()
}

/// ", dodając"
fn joined_by_comma(view: &View<'_>, verb: usize) -> usize {
    let mut before = (verb.saturating_sub(3)..verb).rev();
    before.find(|at| view.glyph(*at) == Glyph::Comma).unwrap_or(verb)
}

/// Tokens between a conjunction and the verb of its report, at most.
const SUBJECT: usize = 10;

/// "i dodał", ", a jej zastępca dodał", "; jej zastępca dodał": where that begins, and whether it is a contrast.
fn joined_by_conjunction(view: &View<'_>, verb: usize) -> Option<(usize, bool)> {
    // "…, dodał jednak, że": nothing but a comma stands before the verb.
    let comma = verb.checked_sub(1).filter(|comma| view.glyph(*comma) == Glyph::Comma);
    if let Some(comma) = comma.filter(|_| matches!(view.key(verb + 1), "jednak" | "natomiast" | "zarazem")) {
        return Some((comma, false));
    }
    let mut near = (verb.saturating_sub(SUBJECT)..verb).rev().take_while(|at| !view.is_finite(*at));
    let mark = near.find(|at| matches!(view.glyph(*at), Glyph::Comma | Glyph::Semicolon));
    if let Some(semicolon) = mark.filter(|mark| view.glyph(*mark) == Glyph::Semicolon) {
        return Some((semicolon, true));
    }
    let before = (verb.saturating_sub(SUBJECT)..verb).rev();
    let mut before = before.take_while(|at| !view.is_finite(*at) && view.glyph(*at) != Glyph::Comma);
    let conjunction = before.find_map(|at| conjunction(view, at))?;
    let passed = |at: usize| {
        matches!(view.tag(at).class(), Class::Adv | Class::Part | Class::Conj | Class::Pred | Class::Prep)
            || view.key(at) == "jednocześnie"
    };
    let start = conjunction.start;
    let comma = start.checked_sub(1).filter(|comma| view.glyph(*comma) == Glyph::Comma);
    let contrast = matches!(view.key(start), "a" | "zaś" | "natomiast") && comma.is_some();
    let near = conjunction.end + NEAR > verb && (conjunction.end..verb).all(passed);
    (contrast || near).then(|| (comma.unwrap_or(start), contrast))
}

/// Tokens between a conjunction and its verb where nothing but small words stands there, at most.
const NEAR: usize = 4;

/// Last words of the conjunctions that join a report to another: "i", "po czym".
const JOINING: [&str; 8] = ["i", "oraz", "a", "ale", "lecz", "czym", "zaś", "natomiast"];

/// Those that join something behind a comma alone: "dodał jednak, że".
const JOINING_BEHIND_COMMA: [&str; 4] = ["choć", "chociaż", "aczkolwiek", "jednak"];

/// Whether a word, as its key, may join a report to another.
pub(in crate::quote) fn joins(key: &str) -> bool {
    JOINING.contains(&key) || JOINING_BEHIND_COMMA.contains(&key)
}

/// The conjunction that ends at a token: "i", "po czym".
fn conjunction(view: &View<'_>, at: usize) -> Option<TokenRange> {
    if !view.joins_reports(at) {
        return None;
    }
    let before = at.checked_sub(1);
    let key = view.key(at);
    if key == "czym" {
        return before.filter(|before| view.key(*before) == "po").map(|po| po..at + 1);
    }
    let behind_comma = before.is_some_and(|comma| view.glyph(comma) == Glyph::Comma);
    (behind_comma || !JOINING_BEHIND_COMMA.contains(&key)).then_some(at..at + 1)
}

/// Whether a joined verb goes on with the report of `cue`: it agrees with it in number, gender and tense; in tense alone where
/// it has a subject of its own.
pub(super) fn goes_on(view: &View<'_>, cue: &CueAt<'_>, joined: &Joined) -> bool {
    let verb = joined.verb;
    let Some(other) = view.cue(verb) else { return false };
    if other.form == Form::Participle || cue.form != Form::Finite {
        return true;
    }
    let same_tense = view.tag(cue.verb()).class() == view.tag(verb).class();
    let gender = Tag::GENDERS | Tag::NUMBERS;
    let (a, b) =
        (cue.agreement.common(cue.agreement, gender), other.agreement.common(other.agreement, gender));
    same_tense && (joined.contrast || a == b || a.is_bare() || b.is_bare())
}
