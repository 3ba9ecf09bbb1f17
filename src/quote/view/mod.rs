//! The tagged text as this stage reads it: a few bits a token, noted with its form once for all texts, and the tokens that a
//! rule may begin with. Tags, keys and readings are read where a rule comes to them.

mod cues;
mod marks;
mod named;
mod notable;
mod noted;

pub(super) use self::cues::{CueAt, Form, asked_of_subject};
pub(super) use self::marks::Pair;
pub(super) use self::named::Named;
pub(super) use self::noted::Glyph;

use self::notable::Notable;
use self::noted::{Noted, noted, speaks};
use crate::morph::{Class, ParagraphKind, Reading, Tag, Tagged, TaggedToken, TokenRange, WrittenForm};
use crate::name::Entity;

/// How far a rule looks from its anchor, in tokens. It bounds the work on any text.
pub(super) const REACH: usize = 60;

/// Tokens between brackets that say more of somebody, at most.
const BRACKETED: usize = 12;

/// See the module.
pub(super) struct View<'a> {
    pub(super) tagged: &'a Tagged<'a>,
    pub(super) entities: &'a [Entity],
    pub(super) pairs: Vec<Pair>,
    /// The distinct forms by their numbers.
    forms: &'a [WrittenForm<'a>],
    /// What is looked at of every token; the rest is asked for where a rule wants it.
    noted: Vec<Noted>,
    /// Verbs of cues, words of sources, dashes and quotation marks.
    notable: Notable,
    cues: Vec<CueAt<'a>>,
    named: Vec<Named<'a>>,
    /// Token → index of the mention that covers it, plus one, 0 where none does; empty where there are no mentions.
    named_at: Vec<u32>,
}

impl<'a> View<'a> {
    pub(super) fn new(tagged: &'a Tagged<'a>, forms: &'a [WrittenForm<'a>], entities: &'a [Entity]) -> Self {
        let (noted, notable) = noted(tagged, forms);
        let mut view = Self {
            tagged,
            entities,
            pairs: Vec::new(),
            forms,
            noted,
            notable,
            cues: Vec::new(),
            named: Vec::new(),
            named_at: Vec::new(),
        };
        view.find_names();
        view.find_cues();
        view.pairs = marks::pairs(&view);
        view
    }

    pub(super) fn glyph(&self, at: usize) -> Glyph {
        self.noted(at).glyph()
    }

    pub(super) fn tag(&self, at: usize) -> Tag {
        self.tagged.tag(at).unwrap_or(Tag::IGN)
    }

    /// Number, case and gender of all nominal readings together.
    pub(super) fn nominal(&self, at: usize) -> Tag {
        if self.glyph(at) != Glyph::Word {
            return Tag::IGN;
        }
        let nominal = self.readings(at).filter(|reading| is_nominal(reading.tag.class()));
        nominal.fold(Tag::IGN, |all, reading| all | reading.tag)
    }

    fn form(&self, at: usize) -> Option<WrittenForm<'a>> {
        self.forms.get(*self.tagged.form_of().get(at)? as usize).copied()
    }

    /// All readings of a token, the one that was chosen first.
    pub(super) fn readings(&self, at: usize) -> impl Iterator<Item = Reading<'a>> + use<'a> {
        self.form(at).map(|form| form.readings_at(self.tagged, at)).unwrap_or_default()
    }

    pub(super) fn key(&self, at: usize) -> &'a str {
        self.form(at).map_or("", WrittenForm::key)
    }

    pub(super) fn lemma(&self, at: usize) -> &'a str {
        let Some(form) = self.form(at) else { return "" };
        form.chosen(self.tagged, at).map_or_else(|| form.key(), |reading| reading.lemma)
    }

    /// Whether a word joins what stands around it: "i".
    pub(super) fn joins(&self, at: usize) -> bool {
        matches!(self.key(at), "i" | "oraz")
    }

    /// Base form of a noun: of the reading that can name a speaker, if there is one ("polityk" rather than "polityka"); of several
    /// the one that was chosen ("ministra" rather than "minister").
    pub(super) fn noun(&self, at: usize) -> &'a str {
        let chosen = || self.form(at)?.chosen(self.tagged, at).filter(|reading| speaks(*reading));
        let first = || self.readings(at).find(|reading| speaks(*reading));
        let speaking = || chosen().or_else(first).map(|reading| reading.lemma);
        let speaking = if self.noted(at).has(Noted::SPEAKS) { speaking() } else { None };
        speaking.unwrap_or_else(|| self.lemma(at))
    }

    /// Numbers and genders of a noun in the readings in one of some cases with the base form that [`Self::noun`] gives.
    pub(super) fn noun_tag(&self, at: usize, cases: Tag) -> Tag {
        let noun = self.noun(at);
        let readings = self.readings(at).filter(|reading| reading.lemma == noun && reading.tag.has(cases));
        readings.fold(Tag::IGN, |all, reading| all | reading.tag)
    }

    pub(super) fn text(&self, at: usize) -> &'a str {
        self.tagged.token_text(at)
    }

    /// The tokens of a range as they are written.
    pub(super) fn text_of(&self, tokens: TokenRange) -> &'a str {
        self.tagged.span(tokens).slice(self.tagged.text()).unwrap_or_default()
    }

    /// The cue whose verb stands here.
    pub(super) fn cue(&self, at: usize) -> Option<&CueAt<'a>> {
        if !self.noted(at).has(Noted::CUE) {
            return None;
        }
        let number = self.cues.binary_search_by_key(&at, CueAt::verb);
        number.ok().and_then(|number| self.cues.get(number))
    }

    pub(super) fn cues(&self) -> &[CueAt<'a>] {
        &self.cues
    }

    /// The tokens of a range that a rule may begin with.
    pub(super) fn notable(&self, range: &TokenRange) -> impl Iterator<Item = usize> {
        self.notable.within(range.start, range.end)
    }

    /// The tokens of a range that are such marks.
    pub(super) fn glyphs(&self, range: &TokenRange, glyph: Glyph) -> impl Iterator<Item = usize> {
        self.notable(range).filter(move |at| self.glyph(*at) == glyph)
    }

    fn noted(&self, at: usize) -> Noted {
        self.noted.get(at).copied().unwrap_or(Noted::NOTHING)
    }

    /// Whether the token may open the phrase of a source.
    pub(super) fn opens_source(&self, at: usize) -> bool {
        self.noted(at).has(Noted::SOURCE)
    }

    /// Whether the token may join a report to the one before.
    pub(super) fn joins_reports(&self, at: usize) -> bool {
        self.noted(at).has(Noted::JOINS)
    }

    /// The mention, or its role, that covers this token.
    pub(super) fn named(&self, at: usize) -> Option<&Named<'a>> {
        let number = *self.named_at.get(at)?;
        self.named.get((number as usize).checked_sub(1)?)
    }

    /// The bracket that another closes, if it is near.
    pub(super) fn opening_bracket(&self, floor: usize, close: usize) -> Option<usize> {
        (floor.max(close.saturating_sub(BRACKETED))..close).rev().find(|at| self.glyph(*at) == Glyph::Open)
    }

    /// The bracket that closes another, if it is near.
    pub(super) fn closing_bracket(&self, open: usize) -> Option<usize> {
        let opens = self.glyph(open) == Glyph::Open;
        (open..open + BRACKETED).filter(|_| opens).find(|at| self.glyph(*at) == Glyph::Close)
    }

    /// All mentions in text order.
    pub(super) fn mentions(&self) -> &[Named<'a>] {
        &self.named
    }

    /// The pair that the quotation mark at this token belongs to.
    pub(super) fn pair(&self, mark: usize) -> Option<Pair> {
        if self.glyph(mark) != Glyph::Quote {
            return None;
        }
        marks::pair_at(&self.pairs, mark)
    }

    /// The innermost pair of marks around a token.
    pub(super) fn around(&self, at: usize) -> Option<Pair> {
        marks::pair_around(&self.pairs, at)
    }

    /// The pair that the quotation mark at this token opens.
    pub(super) fn opened(&self, mark: usize) -> Option<Pair> {
        self.pair(mark).filter(|pair| pair.open() == mark)
    }

    pub(super) fn sentence(&self, at: usize) -> TokenRange {
        self.tagged.sentences().get(self.tagged.sentence_of(at)).cloned().unwrap_or(at..at)
    }

    pub(super) fn is_prose(&self, paragraph: usize) -> bool {
        self.tagged.paragraphs().get(paragraph).is_some_and(|p| p.kind == ParagraphKind::Prose)
    }

    /// Index of the paragraph that holds a token.
    pub(super) fn paragraph_of(&self, at: usize) -> usize {
        self.tagged.paragraphs().partition_point(|paragraph| paragraph.tokens.end <= at)
    }

    /// "że", "iż"
    pub(super) fn is_that(&self, at: usize) -> bool {
        matches!(self.key(at), "że" | "iż")
    }

    /// "z", "ze"
    pub(super) fn is_from(&self, at: usize) -> bool {
        matches!(self.key(at), "z" | "ze")
    }

    /// "jego", "jej", "ich"
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        matches!(self.key(at), "jego" | "jej" | "ich")
    }

    /// Whether the token governs a case; "z" and its like count even where another reading was chosen.
    pub(super) fn is_preposition(&self, at: usize) -> bool {
        self.noted(at).has(Noted::GOVERNS) || self.tag(at).class() == Class::Prep
    }

    pub(super) fn is_finite(&self, at: usize) -> bool {
        matches!(
            self.tag(at).class(),
            Class::Fin
                | Class::Praet
                | Class::Cond
                | Class::Bedzie
                | Class::Imps
                | Class::Impt
                | Class::Winien
                | Class::Pred
        )
    }

    /// Tag and base form of a token as a verb in the third person of the present, whatever reading was chosen.
    pub(super) fn third(&self, at: usize) -> Option<(Tag, &'a str)> {
        let is_verb = |reading: &Reading<'_>| reading.tag.class() == Class::Fin && reading.tag.has(Tag::TER);
        self.readings(at).find(is_verb).map(|reading| (reading.tag, reading.lemma))
    }

    /// Whether the token begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// Whether the token begins with a capital or is a number or mark that may begin a sentence.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        match self.glyph(at) {
            Glyph::Word => !self.text(at).starts_with(char::is_lowercase),
            Glyph::Quote | Glyph::Open | Glyph::Stop => true,
            _ => false,
        }
    }

    /// Whether nothing but white space stands after the token.
    pub(super) fn space_after(&self, at: usize) -> bool {
        self.tagged.get(at).is_some_and(TaggedToken::space_after)
    }

    pub(super) fn space_before(&self, at: usize) -> bool {
        self.tagged.get(at).is_some_and(TaggedToken::space_before)
    }

    /// Whether a token stands at the head of a line of its own.
    pub(super) fn opens_line(&self, at: usize) -> bool {
        let between = at.checked_sub(1).map(|before| self.tagged.span(before..at + 1));
        let text = between.and_then(|span| span.slice(self.tagged.text()));
        let gap = text.and_then(|text| text.strip_suffix(self.text(at)));
        gap.is_some_and(|gap| gap.trim_start_matches(|c: char| !c.is_whitespace()).contains('\n'))
    }
}

pub(super) fn is_nominal(class: Class) -> bool {
    matches!(
        class,
        Class::Subst
            | Class::Depr
            | Class::Adj
            | Class::Num
            | Class::Ppron3
            | Class::Ger
            | Class::Pact
            | Class::Ppas
            | Class::Ign
    )
}
