//! What each token of a text may be in a name, read off its readings once.

mod legal;
mod look;
mod traits;

pub(super) use self::look::is_known;
pub(super) use self::traits::Traits;

use self::look::{Look, known};
use super::base::{Hypotheses, Of, Part};
use super::sort::Sort;
use crate::morph::{Class, NameClass, Reading, Shape, Tagged, WrittenForm};
use crate::text::is_hyphen;

/// The tokens of a text with their traits. Only capitals have traits of names; of small words only what rules look for beside
/// a name is noted.
pub(super) struct Words<'a> {
    pub(super) tagged: &'a Tagged<'a>,
    /// The distinct forms by their numbers.
    pub(super) forms: &'a [WrittenForm<'a>],
    columns: Vec<Column>,
}

/// What is asked of a token again and again.
#[derive(Clone, Copy)]
struct Column {
    traits: Traits,
    shape: Shape,
    /// The low bits of the number of its sentence, which tell sentences apart that a rule looks at together.
    sentence: u16,
}

impl<'a> Words<'a> {
    pub(super) fn of(tagged: &'a Tagged<'a>, forms: &'a [WrittenForm<'a>]) -> Self {
        let looks: Vec<_> = forms.iter().map(|form| Look::of(*form)).collect();
        let mut words = Self { tagged, forms, columns: Vec::with_capacity(tagged.len()) };
        let mut sentence: u16 = 0;
        for tokens in tagged.sentences() {
            let mut start = true;
            for number in tagged.form_of().get(tokens.clone()).unwrap_or_default() {
                let mut look = looks.get(*number as usize).copied().unwrap_or(Look::NOTHING);
                if start {
                    if look.traits.has(Traits::CAPITAL) && !words.opens_brackets_behind_name() {
                        look.traits.add(Traits::START);
                    }
                    start = look.shape == Shape::Other;
                } else {
                    start = look.traits.has(Traits::OPENS);
                }
                let Look { traits, shape } = look;
                words.columns.push(Column { traits, shape, sentence });
            }
            sentence = sentence.wrapping_add(1);
        }
        words.set_legal_forms_apart();
        words
    }

    /// "Jan Nowak (Lewica)": the capital in short brackets behind a name is that of another, not owed to its place. The
    /// capital is the next token whose column is still to come.
    fn opens_brackets_behind_name(&self) -> bool {
        let next = self.columns.len();
        let open = next.checked_sub(1).filter(|open| self.is(*open, "("));
        let name = open.and_then(|open| open.checked_sub(1));
        name.is_some_and(|name| self.has(name, Traits::CAPITAL))
            && (next..=next + SHORT).any(|close| self.is(close, ")"))
    }

    pub(super) fn traits(&self, index: usize) -> Traits {
        self.columns.get(index).map(|column| column.traits).unwrap_or_default()
    }

    pub(super) fn has(&self, index: usize, any: Traits) -> bool {
        self.traits(index).has(any)
    }

    /// The first token from `start` on for which at least one of `any` holds.
    pub(super) fn find(&self, start: usize, any: Traits) -> Option<usize> {
        let ahead = self.columns.get(start..)?.iter().position(|column| column.traits.has(any));
        ahead.map(|ahead| start + ahead)
    }

    pub(super) fn text(&self, index: usize) -> &'a str {
        self.tagged.token_text(index)
    }

    /// Whether a token is written so.
    pub(super) fn is(&self, index: usize, text: &str) -> bool {
        let span = self.tagged.token_span(index).filter(|span| span.len() == text.len());
        span.is_some_and(|span| span.slice(self.tagged.text()) == Some(text))
    }

    /// Whether a token is a full stop.
    pub(super) fn is_point(&self, index: usize) -> bool {
        self.shape(index) == Shape::Other && self.is(index, ".")
    }

    /// Whether a token is a number of one or two digits.
    pub(super) fn is_figure(&self, index: usize) -> bool {
        let text = self.text(index);
        (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether a token is a mark that opens a title.
    pub(super) fn opens_title(&self, index: usize) -> bool {
        self.has(index, Traits::OPENS) && matches!(self.text(index), "„" | "“" | "\"" | "»" | "«")
    }

    /// Whether a token is a mark that closes a title.
    pub(super) fn closes_title(&self, index: usize) -> bool {
        self.has(index, Traits::OPENS) && matches!(self.text(index), "”" | "“" | "\"" | "«" | "»")
    }

    /// Whether a token is a letter or mark of one byte.
    pub(super) fn is_letter(&self, index: usize) -> bool {
        self.tagged.token_span(index).is_some_and(|span| span.len() == 1)
    }

    pub(super) fn form(&self, index: usize) -> Option<WrittenForm<'a>> {
        self.forms.get(*self.tagged.form_of().get(index)? as usize).copied()
    }

    pub(super) fn key(&self, index: usize) -> &'a str {
        self.form(index).map_or("", WrittenForm::key)
    }

    pub(super) fn shape(&self, index: usize) -> Shape {
        self.columns.get(index).map_or(Shape::Other, |column| column.shape)
    }

    /// All readings, in an order that no context has changed.
    pub(super) fn readings(&self, index: usize) -> impl Iterator<Item = Reading<'a>> + Clone + use<'a> {
        self.form(index).map(WrittenForm::readings).unwrap_or_default()
    }

    /// The same, the one that was chosen in context first.
    fn chosen_first(&self, index: usize) -> impl Iterator<Item = Reading<'a>> + Clone + use<'a> {
        self.form(index).map(|form| form.readings_at(self.tagged, index)).unwrap_or_default()
    }

    /// What the token can be a form of, as a word in a name.
    pub(super) fn hypotheses(&self, index: usize, of: Of) -> &'a Hypotheses {
        Hypotheses::of(self.form(index), of, Part::Whole)
    }

    /// Readings as common words and names alike, guesses left out.
    pub(super) fn known_readings(&self, index: usize) -> impl Iterator<Item = Reading<'a>> + Clone + use<'a> {
        known(self.readings(index), self.has(index, Traits::OFFICE))
    }

    /// Whether a preposition stands right before a token.
    pub(super) fn is_behind_preposition(&self, index: usize) -> bool {
        self.before(index).is_some_and(|before| self.has(before, Traits::PREPOSITION))
    }

    /// "Orwickiego", "Nowackiemu": whether a word ends as adjectives and surnames of men do in the genitive or the dative.
    pub(super) fn ends_as_adjective_of_man(&self, index: usize) -> bool {
        ["skiego", "ckiego", "skiemu", "ckiemu"].iter().any(|end| self.text(index).ends_with(end))
    }

    /// Whether some reading is of a sort.
    pub(super) fn is_a(&self, index: usize, sort: Sort) -> bool {
        self.known_readings(index).any(|reading| sort.has(reading.lemma))
    }

    /// The same, the one that was chosen in context first.
    pub(super) fn likely_readings(
        &self,
        index: usize,
    ) -> impl Iterator<Item = Reading<'a>> + Clone + use<'a> {
        known(self.chosen_first(index), self.has(index, Traits::OFFICE))
    }

    /// Whether context makes an inhabitant of a word: "Polka", "Czesi".
    pub(super) fn is_inhabitant(&self, index: usize) -> bool {
        let chosen = self.chosen_first(index).next();
        chosen.is_some_and(|reading| reading.tag.class() == Class::Subst && reading.is_common_with_capital())
    }

    /// "Maja", "Roman": a given name in the nominative.
    pub(super) fn is_given_name_as_it_stands(&self, index: usize) -> bool {
        self.known_readings(index)
            .any(|reading| reading.name == NameClass::GivenName && reading.lemma == self.text(index))
    }

    /// Whether a hyphen joins the tokens before and after `index` without spaces.
    pub(super) fn is_joint(&self, index: usize) -> bool {
        self.shape(index) == Shape::Other
            && self.text(index).chars().all(is_hyphen)
            && self.tagged.get(index).is_some_and(|token| !token.space_before() && !token.space_after())
    }

    /// The token before in the same sentence.
    pub(super) fn before(&self, index: usize) -> Option<usize> {
        index.checked_sub(1).filter(|before| self.together(*before, index))
    }

    /// "w", "we"
    pub(super) fn is_in(&self, index: usize) -> bool {
        matches!(self.key(index), "w" | "we")
    }

    /// Whether the next word of the sentence has a capital.
    pub(super) fn before_capital(&self, index: usize) -> bool {
        self.has(index + 1, Traits::CAPITAL) && self.together(index, index + 1)
    }

    /// Whether both tokens, which are near one another, stand in one sentence.
    pub(super) fn together(&self, a: usize, b: usize) -> bool {
        let sentence = |index: usize| self.columns.get(index).map(|column| column.sentence);
        sentence(b).is_some_and(|b| sentence(a) == Some(b))
    }
}

/// Tokens in short brackets, at most.
const SHORT: usize = 4;
