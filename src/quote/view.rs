//! The tagged text as this stage reads it: a few bits a token, noted with its form once for all texts, and the tokens that a
//! rule may begin with. Tags, keys and readings are read where a rule comes to them.

use super::cue::{Entry, Frames, entries};
use super::marks::{self, Pair};
use super::notable::Notable;
use super::{reported, role, source};
use crate::morph::{Class, ParagraphKind, Reading, Stage, Tag, Tagged, TaggedToken, TokenRange, WrittenForm};
use crate::name::{Entity, EntityKind, Mention};
use crate::span::narrow;
use crate::text::make_room;
use crate::token::TokenKind;

/// How far a rule looks from its anchor, in tokens. It bounds the work on any text.
pub(super) const REACH: usize = 60;

/// Cues that there is room for at first.
const FEWEST: usize = 8;

/// What a token is to punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    Other,
    Word,
    /// A dash with room on both sides, or one that opens a paragraph or a marked text.
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

/// Form of a cue verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Third person.
    Finite,
    /// "czytamy"
    FirstPlural,
    /// "napisano"
    Impersonal,
    /// "dodając"
    Participle,
    /// "mówiący"
    Adjectival,
    /// "powiedzieć"
    Infinitive,
}

/// A cue in the text.
#[derive(Clone, Debug)]
pub(super) struct CueAt<'a> {
    verb: u32,
    /// Tokens from the verb to the last fixed word beside it, which are few.
    len: u8,
    pub(super) lemma: &'a str,
    pub(super) frames: Frames,
    pub(super) form: Form,
    /// Number and gender that the verb asks of its subject; bare where it says nothing.
    pub(super) agreement: Tag,
}

impl<'a> CueAt<'a> {
    /// A finite verb by itself as a cue of direct speech.
    pub(super) fn of_direct_speech(verb: usize, lemma: &'a str, agreement: Tag) -> Self {
        Self { verb: narrow(verb), len: 1, lemma, frames: Frames::DIRECT, form: Form::Finite, agreement }
    }

    /// Token of the verb.
    pub(super) fn verb(&self) -> usize {
        self.verb as usize
    }

    /// Behind the last fixed word beside the verb.
    pub(super) fn end(&self) -> usize {
        self.verb() + usize::from(self.len)
    }

    /// From the verb to the last fixed word beside it.
    pub(super) fn tokens(&self) -> TokenRange {
        self.verb()..self.end()
    }
}

/// A mention of an entity.
#[derive(Clone, Debug)]
pub(super) struct Named<'a> {
    pub(super) entity: &'a Entity,
    pub(super) mention: &'a Mention,
    /// The mention with its role.
    pub(super) tokens: TokenRange,
}

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
    /// Token → index of the mention that covers it, plus one; empty where there are no mentions.
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

    fn find_names(&mut self) {
        let people = self.entities.iter();
        let all = people.flat_map(|entity| entity.mentions.iter().map(move |mention| (entity, mention)));
        self.named = all
            .map(|(entity, mention)| {
                let role = mention.role_tokens.clone().unwrap_or(mention.tokens.clone());
                let near = entity.kind == EntityKind::Person
                    && role.end <= mention.tokens.start
                    && role.end + 2 > mention.tokens.start;
                let start = if near { self.role_start(role) } else { None };
                Named { entity, mention, tokens: start.unwrap_or(mention.tokens.start)..mention.tokens.end }
            })
            .collect();
        self.named.sort_by_key(|named| (named.tokens.start, named.tokens.end));
        if self.named.is_empty() {
            return;
        }
        self.named_at = vec![0; self.noted.len()];
        for (number, named) in (1..).zip(&self.named) {
            self.named_at.get_mut(named.tokens.clone()).unwrap_or_default().fill(number);
        }
    }

    /// Where a role really begins: "na konferencji prasowej minister" leaves the adjective to the noun before it. `None`
    /// where a preposition parts it from the name: "napastnik w rozmowie z".
    fn role_start(&self, role: TokenRange) -> Option<usize> {
        let last = role.end.checked_sub(1)?;
        let foreign = |at: &usize| {
            let adjective = self.tag(*at).class() == Class::Adj && *at < last;
            adjective
                && *at > 0
                && self.tag(*at - 1).class() == Class::Subst
                && self.tag(*at).agrees(self.tag(*at - 1))
        };
        // "tłumaczy de la Croix": the verb looks like a calling.
        let verb = role.clone().rev().find(|at| self.is_finite(*at));
        let start = (verb.map_or(role.start, |verb| verb + 1)..role.end).find(|at| !foreign(at))?;
        (verb.is_some() || !self.is_preposition(last)).then_some(start)
    }

    fn find_cues(&mut self) {
        let able = |at: &usize| {
            self.noted(*at).has(Noted::CUE)
                && self.named(*at).is_none()
                && may_be_verbal(self.tag(*at).class())
        };
        let mut cues = Vec::new();
        for verb in self.notable.within(0, self.noted.len()).filter(able) {
            if let Some(cue) = self.tagged.get(verb).and_then(|verb| self.cue_of(verb)) {
                make_room(&mut cues, verb, self.noted.len(), FEWEST);
                cues.push(cue);
            }
        }
        self.cues = cues;
    }

    fn cue_of(&self, token: TaggedToken<'a>) -> Option<CueAt<'a>> {
        let (reading, list) = token.readings().find_map(|reading| Some((reading, cues_of(reading)?)))?;
        let form = form(reading.tag, token)?;
        let verb = token.index();
        let negated = self.negated(verb);
        // "mówi się, że" says nobody who.
        let reflexive = self.key(verb + 1) == "się" || verb > 0 && self.key(verb - 1) == "się";
        let able = |entry: &&Entry| {
            !entry.frames.has(Frames::NEVER)
                && entry.negated == negated
                && (!reflexive || entry.tail.contains(&"się"))
        };
        let (entry, end) = list.iter().filter(able).find_map(|entry| {
            let end = self.tail_end(entry, verb)?;
            Some((entry, end))
        })?;
        Some(CueAt {
            verb: narrow(verb),
            len: u8::try_from(end - verb).ok()?,
            lemma: reading.lemma,
            frames: entry.frames,
            form,
            agreement: agreement(reading.tag, form),
        })
    }

    /// Whether "nie" stands before the verb, at most one word away ("nie do końca" is none).
    fn negated(&self, verb: usize) -> bool {
        verb > 0 && self.key(verb - 1) == "nie"
    }

    /// Where the fixed words of a cue end; `None` when they are not there.
    fn tail_end(&self, entry: &Entry, verb: usize) -> Option<usize> {
        let Some(first) = entry.tail.first() else { return Some(verb + 1) };
        if entry.tail.len() == 1 && verb > 0 && self.key(verb - 1) == *first {
            return Some(verb + 1);
        }
        let found = (verb + 1..verb + 6).find(|at| self.key(*at) == *first)?;
        if (verb + 1..found).any(|at| matches!(self.glyph(at), Glyph::Comma | Glyph::Stop)) {
            return None;
        }
        let matches = entry.tail.iter().enumerate().all(|(k, word)| self.key(found + k) == *word);
        matches.then_some(found + entry.tail.len())
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
    fn readings(&self, at: usize) -> impl Iterator<Item = Reading<'a>> + use<'a> {
        self.form(at).map(|form| form.readings_at(self.tagged, at)).unwrap_or_default()
    }

    pub(super) fn key(&self, at: usize) -> &'a str {
        self.form(at).map_or("", WrittenForm::key)
    }

    pub(super) fn lemma(&self, at: usize) -> &'a str {
        let Some(form) = self.form(at) else { return "" };
        form.chosen(self.tagged, at).map_or_else(|| form.key(), |reading| reading.lemma)
    }

    /// Base form of a noun: of the reading that can name a speaker, if there is one ("polityk" rather than "polityka").
    pub(super) fn noun(&self, at: usize) -> &'a str {
        let speaking = || self.readings(at).find(|reading| speaks(*reading)).map(|reading| reading.lemma);
        let speaking = if self.noted(at).has(Noted::SPEAKS) { speaking() } else { None };
        speaking.unwrap_or_else(|| self.lemma(at))
    }

    /// Numbers and genders of a noun in the readings with the base form that [`Self::noun`] gives.
    pub(super) fn noun_tag(&self, at: usize) -> Tag {
        let noun = self.noun(at);
        let readings = self.readings(at).filter(|reading| reading.lemma == noun);
        readings.fold(Tag::IGN, |all, reading| all | reading.tag)
    }

    pub(super) fn text(&self, at: usize) -> &'a str {
        self.tagged.token_text(at)
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
        self.noted.get(at).copied().unwrap_or(Noted(0))
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

    /// Whether the token begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.text(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the token begins with a capital or is a number or mark that may begin a sentence.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        match self.glyph(at) {
            Glyph::Word => !self.text(at).chars().next().is_some_and(char::is_lowercase),
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
}

impl Named<'_> {
    pub(super) fn is_person(&self) -> bool {
        self.entity.kind == EntityKind::Person
    }

    pub(super) fn is_organization(&self) -> bool {
        self.entity.kind == EntityKind::Organization
    }
}

/// What is looked at of each token, and the tokens that a rule may begin with.
fn noted(tagged: &Tagged<'_>, forms: &[WrittenForm<'_>]) -> (Vec<Noted>, Notable) {
    let forms: Vec<_> = forms.iter().copied().map(Noted::of).collect();
    let noted = |form: &u32| forms.get(*form as usize).copied().unwrap_or(Noted(0));
    let mut noted: Vec<_> = tagged.form_of().iter().map(noted).collect();
    let notable = Notable::of(&noted, |noted| noted.has(Noted::NOTABLE));
    for at in notable.within(0, noted.len()) {
        let Some(noted) = noted.get_mut(at).filter(|noted| noted.glyph() == Glyph::Dash) else { continue };
        // What stands between letters or figures joins them.
        let joins = |dash: TaggedToken<'_>| !dash.space_before() && !dash.space_after();
        if tagged.get(at).is_some_and(joins) {
            *noted = Noted(0);
        }
    }
    (noted, notable)
}

/// What is true of a form wherever it stands.
#[derive(Clone, Copy)]
struct Noted(u16);

impl Noted {
    /// Number of a glyph.
    const GLYPH: u16 = (1 << 4) - 1;
    /// One of its readings is a cue's verb.
    const CUE: u16 = 1 << 4;
    /// One of its readings can name a speaker.
    const SPEAKS: u16 = 1 << 5;
    /// A rule may begin with it.
    const NOTABLE: u16 = 1 << 6;
    /// It governs a case whatever reading was chosen.
    const GOVERNS: u16 = 1 << 7;
    /// It may open the phrase of a source.
    const SOURCE: u16 = 1 << 8;
    /// It may join a report to another.
    const JOINS: u16 = 1 << 9;

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

    fn glyph(self) -> Glyph {
        Glyph::ALL.get(usize::from(self.0 & Self::GLYPH)).copied().unwrap_or(Glyph::Other)
    }

    fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }
}

/// Whether a reading is a noun that can name a speaker.
fn speaks(reading: Reading<'_>) -> bool {
    reading.tag.class() == Class::Subst
        && (role::gender(reading.lemma).is_some() || role::is_source(reading.lemma))
}

/// What the lexicon of cues holds of a reading.
fn cues_of(reading: Reading<'_>) -> Option<&'static [Entry]> {
    if !verbal(reading.tag.class()) {
        return None;
    }
    Some(entries(reading.lemma)).filter(|list| !list.is_empty())
}

/// Whether a token of this class may be a verb: one that was chosen to be, or one that verbs are taken for ("radzi" as
/// an adjective). Nouns are left out: what looks like a verb among them seldom is one, and they are many.
fn may_be_verbal(class: Class) -> bool {
    !matches!(
        class,
        Class::Subst
            | Class::Depr
            | Class::Ger
            | Class::Num
            | Class::Prep
            | Class::Conj
            | Class::Comp
            | Class::Part
            | Class::Interp
            | Class::Adv
            | Class::Ppron12
            | Class::Ppron3
            | Class::Brev
    )
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
        text if text.chars().all(crate::text::is_dash) => Glyph::Dash,
        text if text.chars().all(crate::text::is_quote) || text == ",," => Glyph::Quote,
        _ => Glyph::Other,
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

fn verbal(class: Class) -> bool {
    matches!(
        class,
        Class::Fin | Class::Praet | Class::Imps | Class::Pcon | Class::Pact | Class::Inf | Class::Bedzie
    )
}

/// The form of a cue verb; `None` for persons that report nothing ("mówię").
fn form(tag: Tag, token: TaggedToken<'_>) -> Option<Form> {
    let agglutinate = || token.words().skip(1).any(|word| word.reading.tag.class() == Class::Aglt);
    match tag.class() {
        Class::Fin if tag.has(Tag::TER) => Some(Form::Finite),
        Class::Fin if tag.has(Tag::PRI) && tag.has(Tag::PL) => Some(Form::FirstPlural),
        Class::Praet if tag.has(Tag::PRI | Tag::SEC) && !tag.has(Tag::TER) => None,
        Class::Praet if token.has_parts() && agglutinate() => None,
        Class::Praet => Some(Form::Finite),
        Class::Imps => Some(Form::Impersonal),
        Class::Pcon => Some(Form::Participle),
        Class::Pact => Some(Form::Adjectival),
        Class::Inf => Some(Form::Infinitive),
        _ => None,
    }
}

fn agreement(tag: Tag, form: Form) -> Tag {
    match form {
        Form::Finite => asked_of_subject(tag),
        _ => Tag::IGN,
    }
}

/// Number and gender that a verb asks of its subject. The masculine singular is one form for men, animals and things.
pub(super) fn asked_of_subject(tag: Tag) -> Tag {
    let asked = Tag::IGN | tag.common(tag, Tag::NUMBERS | Tag::GENDERS);
    if asked.has(Tag::SG) && asked.has(Tag::MASCULINE) { asked | Tag::MASCULINE } else { asked }
}
