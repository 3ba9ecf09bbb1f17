//! A name split into words with all that each may be.

use super::{Hypotheses, Of, Part, cases};
use crate::morph::{NameClass, Shape, TaggedToken, TokenRange};
use crate::name::detect::is_korean;
use crate::name::kind::club;
use crate::name::words::{Traits, Words};
use crate::text::is_hyphen;

/// What a word of a name, or what stands between two, may be; `None` where it stays as it is: particles, initials, numerals,
/// hyphens.
pub(in crate::name) type Slot<'a> = Option<&'a Hypotheses>;

/// A name split into words with all that each may be.
pub(in crate::name) struct Lattice<'w, 'a> {
    words: &'w Words<'a>,
    pub(in crate::name) of: Of,
    /// Its first token.
    pub(in crate::name) start: usize,
    slots: &'w [Slot<'a>],
}

/// Adds what the tokens of a name may be.
pub(in crate::name) fn add_slots<'a>(
    words: &Words<'a>,
    tokens: &TokenRange,
    of: Of,
    slots: &mut Vec<Slot<'a>>,
) {
    let two = tokens.len() == 2;
    let club = of == Of::Thing
        && (two && (club::is_club(words, tokens.start) || club::is_town_united(words, tokens.start))
            || club::is_club_of_double_town(words, tokens)
            || club::is_club_of_town_of_two(words, tokens));
    slots.extend(tokens.clone().map(|index| hypotheses(words, tokens, index, of, club)));
}

impl<'w, 'a> Lattice<'w, 'a> {
    /// The name that begins at a token, and what each of its tokens may be.
    pub(in crate::name) fn new(words: &'w Words<'a>, of: Of, start: usize, slots: &'w [Slot<'a>]) -> Self {
        Self { words, of, start, slots }
    }

    /// The words that may inflect, each with what it may be.
    pub(in crate::name) fn open(
        &self,
    ) -> impl DoubleEndedIterator<Item = (usize, &'a Hypotheses)> + use<'w, 'a> {
        self.indices().zip(self.slots).filter_map(|(index, slot)| Some((index, (*slot)?)))
    }

    /// Number of its tokens.
    pub(in crate::name) fn len(&self) -> usize {
        self.slots.len()
    }

    /// All its tokens.
    pub(in crate::name) fn indices(&self) -> TokenRange {
        self.start..self.start + self.slots.len()
    }

    /// All its tokens with what they may be.
    pub(in crate::name) fn slots(&self) -> impl Iterator<Item = (usize, Slot<'a>)> + use<'w, 'a> {
        self.indices().zip(self.slots.iter().copied())
    }

    /// A token as it is written in the name.
    pub(in crate::name) fn form(&self, index: usize) -> &'a str {
        form(self.words, &self.indices(), index, self.of)
    }

    /// The number of the form of a token.
    pub(in crate::name) fn form_number(&self, index: usize) -> u32 {
        self.words.tagged.form_of().get(index).copied().unwrap_or_default()
    }

    /// Whether a space stands before a token within the name.
    pub(in crate::name) fn is_spaced(&self, index: usize) -> bool {
        index > self.start && self.words.tagged.get(index).is_some_and(TaggedToken::space_before)
    }

    /// All its words but the last, as they are written; empty for names of one word.
    pub(in crate::name) fn lead(&self) -> &'a str {
        let last = self.indices().end.saturating_sub(1);
        if last <= self.start {
            return "";
        }
        let span = self.words.tagged.span(self.start..last);
        self.words.tagged.text().get(span.range()).unwrap_or_default()
    }
}

/// A particle that begins a sentence is small elsewhere: "Von der Leyen".
fn form<'a>(words: &Words<'a>, tokens: &TokenRange, index: usize, of: Of) -> &'a str {
    let von = of == Of::Person && index + 1 < tokens.end && words.key(index) == "von";
    if von { words.key(index) } else { words.text(index) }
}

/// What a word of a name may be; `None` where it stays as it is.
fn hypotheses<'a>(words: &Words<'a>, tokens: &TokenRange, index: usize, of: Of, club: bool) -> Slot<'a> {
    let form = form(words, tokens, index, of);
    let last = index + 1 == tokens.end;
    let next_joined = index + 2 < tokens.end && words.is_joint(index + 1);
    let inflects = match of {
        // "Choi Sang-mok": but the last half of a Korean name stays.
        Of::Person if tokens.len() == 4 && is_korean(words, tokens.start) => last,
        Of::Person if is_servant(words, index) => last,
        Of::Person => last || !words.has(index, Traits::PARTICLE),
        Of::Thing if club => index == tokens.start,
        Of::Thing => last || next_joined && is_town_half(words, index),
    };
    // "Siemens Energy" beside "Energa"
    let foreign = of == Of::Thing && tokens.len() > 1 && words.has(index, Traits::ORGANIZATION_WORD);
    let fixed = !inflects
        || foreign
        || words.shape(index) == Shape::Other
        || !(is_written_large(form) || is_small_half(words, tokens, index))
        || is_initial(words, index)
        || (tokens.len() > 1 && is_numeral(form));
    let part = if next_joined { Part::Half } else { Part::Whole };
    (!fixed).then(|| Hypotheses::of(words.form(index), of, part))
}

/// "Abd al-Fattah": the servant stays as he is before his lord.
fn is_servant(words: &Words<'_>, index: usize) -> bool {
    matches!(words.key(index), "abd" | "abu" | "umm") && words.before_capital(index)
}

/// The first half of a double town, which stands in a case of the second: "Kędzierzynem-Koźlem", but "Bud-Trans".
fn is_town_half(words: &Words<'_>, index: usize) -> bool {
    let stands = |index: usize, place: bool| {
        let readings = words.known_readings(index);
        cases::of_readings(readings.filter(move |reading| !place || reading.name == NameClass::Place))
    };
    let known = words.has(index, Traits::PLACE) && words.has(index + 2, Traits::PLACE | Traits::COMMON);
    known && stands(index, true).has(stands(index + 2, false))
}

/// The half of a Korean given name that takes the ending: "Jae-myunga".
fn is_small_half(words: &Words<'_>, tokens: &TokenRange, index: usize) -> bool {
    index > tokens.start + 1 && index + 1 == tokens.end && words.is_joint(index - 1)
}

/// A capital that begins a word, or stands behind the Arabic article or a first letter: "al-Asadem", "mBanku".
fn is_written_large(form: &str) -> bool {
    form.trim_start_matches(['m', 'e']).starts_with(char::is_uppercase)
        || form.split_once(is_hyphen).is_some_and(|(_, rest)| rest.starts_with(char::is_uppercase))
}

/// `J.`
fn is_initial(words: &Words<'_>, index: usize) -> bool {
    words.is_point(index + 1) && words.text(index).chars().filter(|c| c.is_alphabetic()).nth(1).is_none()
}

/// `II` in "Jan Paweł II".
fn is_numeral(form: &str) -> bool {
    form.chars().all(|c| "IVX".contains(c))
}
