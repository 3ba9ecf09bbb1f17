//! What is looked at of every token: a few bits, noted with its form once for all texts.

use super::cues::cues_of;
use super::notable::Notable;
use crate::morph::{Class, Reading, Stage, Tagged, TaggedToken, WrittenForm};
use crate::quote::{reported, role, source};
use crate::text::{is_dash, is_quote};
use crate::token::TokenKind;

/// What a token is to punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quote) enum Glyph {
    Other,
    Word,
    /// A dash with white space on one side at least: what stands between letters or figures joins them.
    Dash,
    Quote,
    Comma,
    /// `.`, `!`, `?`, `…`
    Stop,
    Colon,
    Semicolon,
    Open,
    Close,
}

impl Glyph {
    /// By number; what has none of these is another. One for each value of the four bits that [`Noted`] keeps it in.
    const ALL: [Self; 16] = [
        Self::Other,
        Self::Word,
        Self::Dash,
        Self::Quote,
        Self::Comma,
        Self::Stop,
        Self::Colon,
        Self::Semicolon,
        Self::Open,
        Self::Close,
        Self::Other,
        Self::Other,
        Self::Other,
        Self::Other,
        Self::Other,
        Self::Other,
    ];
}

/// What is looked at of each token, and the tokens that a rule may begin with.
pub(super) fn noted(tagged: &Tagged<'_>, forms: &[WrittenForm<'_>]) -> (Vec<Noted>, Notable) {
    let forms: Vec<_> = forms.iter().copied().map(Noted::of).collect();
    let noted = |form: &u32| forms.get(*form as usize).copied().unwrap_or(Noted::NOTHING);
    let mut noted: Vec<_> = tagged.form_of().iter().map(noted).collect();
    let notable = Notable::of(&noted, |noted| noted.has(Noted::NOTABLE));
    for at in notable.within(0, noted.len()) {
        // `„Jest dobrze”-mówi`: what follows a mark joins nothing to it.
        let before = at.checked_sub(1).and_then(|before| noted.get(before));
        if before.is_some_and(|before| before.glyph() == Glyph::Quote) {
            continue;
        }
        let Some(noted) = noted.get_mut(at).filter(|noted| noted.glyph() == Glyph::Dash) else { continue };
        let joins = |dash: TaggedToken<'_>| !dash.space_before() && !dash.space_after();
        if tagged.get(at).is_some_and(joins) {
            *noted = Noted::NOTHING;
        }
    }
    (noted, notable)
}

/// What is true of a form wherever it stands.
#[derive(Clone, Copy)]
pub(super) struct Noted(u16);

impl Noted {
    /// Nothing of these.
    pub(super) const NOTHING: Self = Self(0);
    /// Number of a glyph.
    const GLYPH: u16 = (1 << 4) - 1;
    /// One of its readings is a cue's verb.
    pub(super) const CUE: u16 = 1 << 4;
    /// One of its readings can name a speaker.
    pub(super) const SPEAKS: u16 = 1 << 5;
    /// A rule may begin with it.
    const NOTABLE: u16 = 1 << 6;
    /// It governs a case whatever reading was chosen.
    pub(super) const GOVERNS: u16 = 1 << 7;
    /// It may open the phrase of a source.
    pub(super) const SOURCE: u16 = 1 << 8;
    /// It may join a report to another.
    pub(super) const JOINS: u16 = 1 << 9;

    /// As it is noted with the form.
    fn of(form: WrittenForm<'_>) -> Self {
        let [low, high, ..] = form.note(Stage::Quotations, |form| Self::made(form).0.into()).to_le_bytes();
        Self(u16::from_le_bytes([low, high]))
    }

    fn made(form: WrittenForm<'_>) -> Self {
        let is_word = matches!(form.kind(), TokenKind::Word | TokenKind::Number);
        let glyph = if is_word { Glyph::Word } else { glyph(form.written()) };
        let is_cue =
            form.kind() == TokenKind::Word && form.readings().any(|reading| cues_of(reading).is_some());
        let is_source = source::opens(form.key());
        let governs =
            matches!(form.key(), "z" | "ze" | "w" | "we" | "do" | "na" | "od" | "u" | "przy" | "dla");
        let bits = [
            (is_cue, Self::CUE),
            (form.readings().any(speaks), Self::SPEAKS),
            (governs, Self::GOVERNS),
            (is_source, Self::SOURCE),
            (reported::joins(form.key()), Self::JOINS),
            (is_cue || is_source || matches!(glyph, Glyph::Dash | Glyph::Quote), Self::NOTABLE),
        ];
        let bits = bits.into_iter().filter_map(|(is_so, bit)| is_so.then_some(bit));
        Self(bits.fold(glyph as u16, |all, bit| all | bit))
    }

    pub(super) fn glyph(self) -> Glyph {
        Glyph::ALL.get(usize::from(self.0 & Self::GLYPH)).copied().unwrap_or(Glyph::Other)
    }

    pub(super) fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }
}

/// Whether a reading is a noun that can name a speaker.
pub(super) fn speaks(reading: Reading<'_>) -> bool {
    reading.tag.class() == Class::Subst && role::speaks(reading.lemma)
}

/// What a form that is no word is.
fn glyph(written: &str) -> Glyph {
    match written {
        "," => Glyph::Comma,
        "." | "!" | "?" | "…" | "..." => Glyph::Stop,
        ":" => Glyph::Colon,
        ";" => Glyph::Semicolon,
        "(" | "[" => Glyph::Open,
        ")" | "]" => Glyph::Close,
        text if text.chars().all(is_dash) => Glyph::Dash,
        text if text.chars().all(is_quote) || text == ",," => Glyph::Quote,
        _ => Glyph::Other,
    }
}
