//! Tokens as the grammar sees them: each with the classes that it can be. A form is looked up once for all texts, and its
//! entry noted with it; most are no word of time, and their tokens cost one look into a column.

use super::entries::{Entries, Entry, Sort};
use super::grammar::Grammar;
use super::guard::Surnames;
use super::numerals;
use super::words::{Class, Reading};
use crate::morph::{Class as TagClass, Stage, Tag, Tagged, WrittenForm};
use crate::span::{Span, narrow};
use crate::text;
use crate::token::{self, Token, TokenKind};
use std::cell::OnceCell;
use std::ops::Range;

/// Whether an expression may begin here.
const STARTS: u32 = 1;
/// Whether a paragraph begins here.
const BREAKS: u32 = 1 << 1;
/// Where the number of an entry stands above these.
const ENTRY: u32 = 2;
/// What is noted of a form with an entry that each text makes itself, by the first number that none of the grammar has.
const NUMERAL: u32 = Entries::ROOM << ENTRY;

/// A form to be looked up.
#[derive(Clone, Copy)]
struct Form<'f> {
    written: &'f str,
    key: &'f str,
    kind: TokenKind,
}

impl<'f> Form<'f> {
    fn of(form: WrittenForm<'f>) -> Self {
        Self { written: form.written(), key: form.key(), kind: form.kind() }
    }

    /// What it is wherever it stands: its entry and whether it may begin an expression.
    fn noted(self, grammar: &Grammar) -> u32 {
        let may_be_known = matches!(
            self.kind,
            TokenKind::Number | TokenKind::Word | TokenKind::Punctuation | TokenKind::Symbol
        );
        if !may_be_known {
            return 0;
        }
        let mut numeral = Vec::new();
        self.numeral(grammar, &mut numeral);
        if !numeral.is_empty() {
            return NUMERAL;
        }
        let number = grammar.entries.number(self.key).unwrap_or_default();
        column(number, grammar.entries.get(number as usize).map(|entry| entry.sort))
    }

    /// Adds the readings of its digits or Roman numerals that no list holds.
    fn numeral(self, grammar: &Grammar, readings: &mut Vec<Reading>) {
        let Self { written, key, kind } = self;
        if kind == TokenKind::Number && grammar.entries.number(key).is_none() {
            numerals::digits(grammar, key, readings);
        } else if written.starts_with(['I', 'V', 'X']) {
            numerals::roman(grammar, written, key, readings);
        }
    }
}

/// An entry as it stands in the column of tokens.
fn column(number: u32, sort: Option<&Sort>) -> u32 {
    let starts = sort.is_some_and(|sort| sort.second.is_some());
    number << ENTRY | if starts { STARTS } else { 0 }
}

/// An entry of the text's own: which readings are its, and what sort they are.
#[derive(Debug)]
struct Own {
    readings: Range<usize>,
    sort: Sort,
}

/// The tokens of a text with what they can be.
#[derive(Debug)]
pub(super) struct Items<'t> {
    text: &'t str,
    /// The tokens with their tags, where these are known.
    tagged: Option<&'t Tagged<'t>>,
    grammar: &'t Grammar,
    /// The tokens, where no tags are known.
    tokens: Vec<Token>,
    /// Token → entry and its bits: one of the grammar, or behind those one of the text's own.
    column: Vec<u32>,
    /// The entries of numerals, and their readings one behind the other.
    own: Vec<Own>,
    own_readings: Vec<Reading>,
    surnames: OnceCell<Surnames>,
}

impl<'t> Items<'t> {
    fn new(grammar: &'t Grammar, text: &'t str, tagged: Option<&'t Tagged<'t>>, tokens: Vec<Token>) -> Self {
        let column = Vec::with_capacity(tagged.map_or(tokens.len(), Tagged::len));
        let (own, own_readings) = (Vec::new(), Vec::new());
        Self { text, tagged, grammar, tokens, column, own, own_readings, surnames: OnceCell::new() }
    }

    /// The tokens of a text whose lines are paragraphs.
    pub(super) fn of_text(grammar: &'t Grammar, text: &'t str) -> Self {
        let mut items = Self::new(grammar, text, None, token::tokens(text).collect());
        let mut end = 0;
        for index in 0..items.tokens.len() {
            let Some(token) = items.tokens.get(index).copied() else { break };
            let gap = text.get(end..token.span.start()).unwrap_or_default();
            let breaks = end == 0 || gap.contains(text::is_line_break);
            end = token.span.end();
            let written = token.text(text);
            let form = Form { written, key: &text::key(written), kind: token.kind };
            let entry = items.entered(form.noted(grammar), || form);
            items.column.push(entry | if breaks { BREAKS } else { 0 });
        }
        items
    }

    /// The tokens of a tagged text.
    pub(super) fn of_tagged(grammar: &'t Grammar, tagged: &'t Tagged<'t>, forms: &[WrittenForm<'_>]) -> Self {
        let mut items = Self::new(grammar, tagged.text(), Some(tagged), Vec::new());
        let entry = |form: &WrittenForm<'_>| {
            let noted = form.note(Stage::Dates, |form| Form::of(form).noted(grammar));
            items.entered(noted, || Form::of(*form))
        };
        let entries: Vec<_> = forms.iter().map(entry).collect();
        let entry = |form: &u32| entries.get(*form as usize).copied().unwrap_or_default();
        items.column.extend(tagged.form_of().iter().map(entry));
        for paragraph in tagged.paragraphs() {
            if let Some(first) = items.column.get_mut(paragraph.tokens.start) {
                *first |= BREAKS;
            }
        }
        items
    }

    /// What stands in the column for a form, by what is noted of it: a numeral gets an entry of its own.
    #[inline]
    fn entered<'f>(&mut self, noted: u32, form: impl FnOnce() -> Form<'f>) -> u32 {
        if noted == NUMERAL { self.numeral(form()) } else { noted }
    }

    fn numeral(&mut self, form: Form<'_>) -> u32 {
        let (grammar, number) = (self.grammar, self.grammar.entries.len() + self.own.len());
        let all = &mut self.own_readings;
        let first = all.len();
        form.numeral(grammar, all);
        all.extend_from_slice(grammar.entries.readings(form.key));
        let sort = grammar.sort(all.get(first..).unwrap_or_default());
        let column = column(narrow(number), Some(&sort));
        self.own.push(Own { readings: first..all.len(), sort });
        column
    }

    #[inline]
    fn numbered(&self, number: u32) -> Option<Entry<'_>> {
        let (number, entries) = (number as usize, &self.grammar.entries);
        entries.get(number).or_else(|| self.own_entry(number - entries.len()))
    }

    fn own_entry(&self, number: usize) -> Option<Entry<'_>> {
        let Own { readings, sort } = self.own.get(number)?;
        Some(Entry { readings: self.own_readings.get(readings.clone())?, sort })
    }

    /// The next token at or behind `at` with which an expression may begin.
    #[inline]
    pub(super) fn next_start(&self, at: usize) -> Option<usize> {
        let rest = self.column.get(at..)?;
        rest.iter().position(|entry| entry & STARTS != 0).map(|skipped| at + skipped)
    }

    /// What the token at `at` can be; behind the last one nothing.
    #[inline]
    pub(super) fn entry(&self, at: usize) -> Entry<'_> {
        let number = self.column.get(at).map_or(0, |entry| entry >> ENTRY);
        self.numbered(number).unwrap_or(Entry::NONE)
    }

    /// Whether an expression that the token at `at` begins may go on with the token behind it, or end.
    #[inline]
    pub(super) fn may_lead_on(&self, at: usize) -> bool {
        let second = self.entry(at).sort.second.as_ref();
        second.is_some_and(|second| second.admits(&self.entry(at + 1).sort.classes))
    }

    /// The number of the token at `at` in a class.
    pub(super) fn number(&self, at: usize, class: Class) -> Option<i32> {
        self.entry(at).number(class)
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.entry(at).sort.classes.has(class)
    }

    /// Whether a paragraph begins at the token, or the text ended before it.
    pub(super) fn breaks(&self, at: usize) -> bool {
        self.column.get(at).is_none_or(|entry| entry & BREAKS != 0)
    }

    /// The bytes of a token.
    pub(super) fn span(&self, at: usize) -> Option<Span> {
        match self.tagged {
            Some(tagged) => tagged.token_span(at),
            None => self.tokens.get(at).map(|token| token.span),
        }
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        match self.tagged {
            Some(tagged) => tagged.token_kind(at),
            None => self.tokens.get(at).map(|token| token.kind),
        }
    }

    /// The token as written.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.span(at).and_then(|span| span.slice(self.text)).unwrap_or_default()
    }

    /// The token as written where it is punctuation, else nothing.
    pub(super) fn mark(&self, at: usize) -> &'t str {
        if self.kind(at) == Some(TokenKind::Punctuation) { self.word(at) } else { "" }
    }

    /// Whether the token is a quotation mark.
    pub(super) fn is_quote(&self, at: usize) -> bool {
        self.mark(at).chars().next().is_some_and(text::is_quote)
    }

    /// The tag of the token at `at`, [`Tag::IGN`] where none is known.
    pub(super) fn tag(&self, at: usize) -> Tag {
        self.tagged.and_then(|tagged| tagged.tag(at)).unwrap_or(Tag::IGN)
    }

    /// Whether the token is tagged as a noun of a man.
    pub(super) fn is_personal_noun(&self, at: usize) -> bool {
        let tag = self.tag(at);
        tag.class() == TagClass::Subst
            && tag.common(Tag::GENDERS, Tag::GENDERS) == Tag::M1.common(Tag::M1, Tag::GENDERS)
    }

    /// Number of tokens.
    pub(super) fn len(&self) -> usize {
        self.column.len()
    }

    /// Months and weekdays that are surnames here.
    pub(super) fn surnames(&self) -> Surnames {
        *self.surnames.get_or_init(|| Surnames::of(self.grammar, self))
    }

    /// The token before, in the same paragraph.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        if self.breaks(at) { None } else { at.checked_sub(1) }
    }

    /// The tokens before, in the same paragraph, the nearest first.
    pub(super) fn all_before(&self, at: usize) -> impl Iterator<Item = usize> {
        let column = self.column.get(..=at).unwrap_or_default().iter().enumerate().rev();
        column.take_while(|(_, entry)| *entry & BREAKS == 0).filter_map(|(at, _)| at.checked_sub(1))
    }

    /// The token behind, in the same paragraph.
    pub(super) fn behind(&self, at: usize) -> Option<usize> {
        Some(at + 1).filter(|next| !self.breaks(*next))
    }

    /// Whether the token begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a sentence may begin at the token.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        self.before(at).is_none_or(|before| {
            let word = self.word(before);
            matches!(word, "." | "!" | "?" | "…" | ":" | "(")
                || word.chars().all(|c| text::is_quote(c) || text::is_dash(c))
        })
    }
}
