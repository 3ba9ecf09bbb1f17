//! Where the clause that a cue reports begins.

use crate::morph::{Class, Tag};
use crate::quote::cue::Frames;
use crate::quote::sort::Sort;
use crate::quote::view::{CueAt, Form, Glyph, REACH, View};

/// Where the clause that a cue reports begins, behind the complementizer.
pub(super) fn complement(view: &View<'_>, cue: &CueAt<'_>, limit: usize) -> Option<usize> {
    // Whether a clause that depends on the cue's own stands between.
    let mut relative = false;
    for at in cue.end()..limit.min(cue.end() + REACH) {
        match view.glyph(at) {
            Glyph::Comma => {
                // "pytał, „ile to potrwa”"
                let quoted = view.opened(at + 1).and_then(|pair| question(view, cue, pair.open() + 1));
                if let Some(begin) = complementizer(view, cue, at + 1).or(quoted) {
                    return (!has_correlate(view, cue, at)).then_some(begin);
                }
                relative = depends(view, at + 1);
            }
            Glyph::Colon | Glyph::Semicolon => return None,
            Glyph::Dash if !relative => return None,
            Glyph::Word if relative && is_finite_cue(view, at) => return None,
            Glyph::Word if relative => {}
            Glyph::Word if view.is_that(at) => return complementizer(view, cue, at),
            Glyph::Word if view.is_finite(at) && view.named(at).is_none() => return None,
            _ => {}
        }
    }
    None
}

fn is_finite_cue(view: &View<'_>, at: usize) -> bool {
    view.cue(at).is_some_and(|cue| cue.form == Form::Finite)
}

/// Whether a relative or a participial clause begins here.
fn depends(view: &View<'_>, at: usize) -> bool {
    view.lemma(at) == "który" || view.lemma(at + 1) == "który" || view.tag(at).class() == Class::Pcon
}

/// Tokens from a verb to the comma behind "o tym", at most.
const TOLD: usize = 5;

/// Whether the clause behind a comma is that of the word before it: "odniósł się do tego, że", "zaprzeczył sugestiom, że".
fn has_correlate(view: &View<'_>, cue: &CueAt<'_>, comma: usize) -> bool {
    let pointing = matches!(view.key(comma - 1), "tym" | "tego" | "to" | "temu" | "tyle" | "tak");
    // "zaznacza przy tym, że", "informuje też o tym, że"; farther from the verb a noun may have the clause.
    let told = view.key(comma - 1) == "tym"
        && matches!(view.key(comma.saturating_sub(2)), "przy" | "o")
        && comma <= cue.end() + TOLD
        && cue.form != Form::Impersonal;
    let noun = comma > cue.end() && (is_reported_noun(view, comma - 1) || is_fact(view, comma - 1));
    cue.tokens().len() == 1 && (pointing && !told || noun)
}

/// Whether a clause behind the noun is its own: "zaprzeczył sugestiom, że".
fn is_reported_noun(view: &View<'_>, at: usize) -> bool {
    !view.nominal(at).has(Tag::NOM) && Sort::Claim.has(view.noun(at))
}

/// "mimo faktu, że": whether the clause says what fact a preposition speaks of.
fn is_fact(view: &View<'_>, at: usize) -> bool {
    view.lemma(at) == "fakt" && view.is_preposition(at - 1)
}

/// The token behind the complementizer that stands at `at`, if the cue takes it. Question words are content.
fn complementizer(view: &View<'_>, cue: &CueAt<'_>, at: usize) -> Option<usize> {
    let frames = cue.frames;
    match view.key(at) {
        "że" | "iż" | "jakoby" if frames.has(Frames::CLAUSE) => Some(at + 1),
        "czy" if frames.has(Frames::CLAUSE) || frames.has(Frames::QUESTION) => Some(at + 1),
        _ if frames.has(Frames::WISH) && is_wish(view, at) => Some(at + 1),
        _ => question(view, cue, at),
    }
}

/// The question word at `at`, if the cue asks.
fn question(view: &View<'_>, cue: &CueAt<'_>, at: usize) -> Option<usize> {
    let asks = match view.key(at) {
        "dlaczego" | "kto" | "kiedy" | "gdzie" | "ile" | "skąd" | "jak" | "co" => true,
        "po" => view.key(at + 1) == "co",
        _ => false,
    };
    (asks && cue.frames.has(Frames::QUESTION)).then_some(at)
}

/// "aby", "żebyśmy": whether a clause of wish begins here, in any person.
pub(super) fn is_wish(view: &View<'_>, at: usize) -> bool {
    view.glyph(at) == Glyph::Word && matches!(view.lemma(at), "by" | "aby" | "żeby" | "ażeby" | "iżby")
}
