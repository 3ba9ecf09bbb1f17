//! What the word lists say of lemmas and of frequent forms.

use once_cell::sync::Lazy;

use crate::morph::{Reading, Tag};
use crate::text::{Listed, rows};

/// Properties of a lemma that the choice in context looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::morph) struct Traits(u32);

macro_rules! traits {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $word:literal;)*) => {
        impl Traits {
            $($(#[$doc])* pub(in crate::morph) const $name: Self = Self(1 << $bit);)*
            /// As `lemmas.txt` names them.
            const NAMES: &[(&str, Self)] = &[$(($word, Self::$name)),*];
        }
    };
}

traits! {
    /// A name of a month.
    MONTH = 0, "month";
    /// "Rok": ordinal numbers stand before it.
    YEAR = 1, "year";
    /// Joins a subject with what it is.
    COPULA = 2, "copula";
    /// Takes an infinitive.
    MODAL = 3, "modal";
    /// A noun that is a thing first and names people seldom: what verbs have as [`MODAL`](Self::MODAL), in nouns.
    THING = 3, "thing";
    /// Governs the genitive.
    GENITIVE = 4, "genitive";
    /// A noun that inflects like those for animals: what verbs have as [`GENITIVE`](Self::GENITIVE), in nouns.
    ANIMATE = 4, "animate";
    /// Governs the instrumental.
    INSTRUMENTAL = 5, "instrumental";
    /// A force of nature or a feeling: what verbs have as [`INSTRUMENTAL`](Self::INSTRUMENTAL), in nouns.
    FORCE = 5, "force";
    /// Governs the dative.
    DATIVE = 6, "dative";
    /// Stands before a personal name in the same case.
    TITLE = 7, "title";
    /// Stands before a name that need not take its case.
    ORGANISATION = 8, "organisation";
    /// Opens a relative clause.
    RELATIVE = 9, "relative";
    /// A noun, and hardly ever a gerund.
    NOUN = 10, "noun";
    /// A noun first, and only then a gerund.
    DEVERBAL = 20, "deverbal";
    /// An adjective first, and only then a participle.
    ADJECTIVE = 11, "adjective";
    /// Much rarer than what shares its forms.
    RARE = 12, "rare";
    /// Frequent in news.
    COMMON = 13, "common";
    /// "Nie": turns the object into a genitive.
    NEGATION = 16, "negation";
    /// Opens a question or a clause: "co", "kto".
    QUESTION = 17, "question";
    /// A verb that takes its object along when "się" leaves it without a subject: what pronouns and adverbs have as
    /// [`QUESTION`](Self::QUESTION), in verbs.
    IMPERSONAL = 17, "impersonal";
    /// Compares without opening a clause: "jako", "niż".
    COMPARISON = 18, "comparison";
    /// Joins clauses rather than words.
    ADVERSATIVE = 19, "adversative";
    /// An adverb that a preposition may stand before: "na pewno".
    FIXED = 21, "fixed";
    /// A preposition that says where something is: "w".
    LOCAL = 23, "local";
    /// What only people do, and always to something: what prepositions have as [`LOCAL`](Self::LOCAL), in verbs.
    DEED = 23, "deed";
    /// "Się": the verb or gerund before it seldom has an object.
    REFLEXIVE = 26, "reflexive";
    /// A verb that takes no accusative: "nastąpić".
    INTRANSITIVE = 27, "intransitive";
    /// One of several: what verbs have as [`INTRANSITIVE`](Self::INTRANSITIVE), in pronouns.
    PARTITIVE = 27, "partitive";
    /// A verb of speech: what stands behind it is mostly who speaks.
    SPEECH = 28, "speech";
    /// A noun for people who act together: what verbs have as [`SPEECH`](Self::SPEECH), in nouns.
    INSTITUTION = 28, "institution";
    /// A noun that says when or how long in the accusative: "dwa tygodnie".
    TIME = 29, "time";
    /// Stands behind a time that it is counted from: "rok później".
    DISTANCE = 30, "distance";
    /// A preposition that says what for, and when: gerunds rather than nouns stand behind it.
    PURPOSE = 31, "purpose";
    /// Asks somebody for something: what prepositions have as [`PURPOSE`](Self::PURPOSE), in verbs.
    REQUEST = 31, "request";
    /// A given name or surname (set by the reading, not by the list).
    PERSON = 24, "person";
    /// A guess (set by the reading, not by the list).
    GUESS = 25, "guess";
    /// A lemma with a capital (set by the reading, not by the list).
    CAPITAL = 22, "capital";
    /// Written with digits or Roman numerals (set by the form, not by the list).
    DIGITS = 14, "digits";
    /// A personal name or a name of anything (set by the reading, not by the list).
    NAME = 15, "name";
}

impl Traits {
    pub(in crate::morph) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// The one that `lemmas.txt` gives this name.
    pub(in crate::morph) fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|x| x.0 == name).map(|x| x.1)
    }
}

impl std::ops::BitOr for Traits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static LEMMAS: Lazy<Listed<Traits>> = Lazy::new(|| {
    let mut lemmas = Listed::<Traits>::default();
    for (name, list) in rows(include_str!("lemmas.txt")).filter_map(|line| line.split_once(':')) {
        let traits = Traits::named(name).unwrap_or_default();
        for lemma in list.split_whitespace() {
            let entry = lemmas.entry(lemma);
            *entry = *entry | traits;
        }
    }
    for (_, list) in rows(include_str!("common.txt")).filter_map(|line| line.split_once(':')) {
        for lemma in list.split_whitespace() {
            let entry = lemmas.entry(lemma);
            *entry = *entry | Traits::COMMON;
        }
    }
    lemmas
});

/// What is known of a lemma.
pub(in crate::morph) fn traits(lemma: &str) -> Traits {
    LEMMAS.get(lemma).copied().unwrap_or_default()
}

/// One place in the order of a form's readings.
struct Selector {
    place: i16,
    /// A class, with values that the reading has too.
    tag: Option<Tag>,
    lemma: Option<&'static str>,
}

static FORMS: Lazy<Listed<Vec<Selector>>> = Lazy::new(|| {
    rows(include_str!("forms.txt"))
        .filter_map(|line| line.split_once('|'))
        .map(|(form, readings)| (form.trim(), selectors(readings)))
        .collect()
});

fn selectors(readings: &'static str) -> Vec<Selector> {
    let mut place = -1;
    let select = |selector: &'static str| {
        let (selector, tie) = selector.strip_prefix('~').map_or((selector, false), |rest| (rest, true));
        place += i16::from(!tie);
        let (tag, lemma) =
            selector.split_once('=').map_or((selector, None), |(tag, lemma)| (tag, Some(lemma)));
        // A dash only makes what follows less likely.
        (selector != "-").then(|| Selector { place, tag: tag.parse().ok(), lemma })
    };
    readings.split_whitespace().filter_map(select).collect()
}

/// The order of likelihood of a form's readings, where the list has one.
#[derive(Clone, Copy)]
pub(in crate::morph) struct Ranking(Option<&'static [Selector]>);

impl Ranking {
    /// Of a form by its key.
    pub(in crate::morph) fn of(key: &str) -> Self {
        Self(FORMS.get(key).map(Vec::as_slice))
    }

    /// Whether the list has the form.
    pub(in crate::morph) fn is_known(self) -> bool {
        self.0.is_some()
    }

    /// The place of a reading: 0 is the most likely; `None` when the list knows the form but not this reading.
    /// Forms that the list doesn't know rank all readings 0.
    pub(in crate::morph) fn place(self, reading: Reading<'_>) -> Option<i16> {
        let Some(selectors) = self.0 else { return Some(0) };
        let fits = |s: &Selector| {
            s.tag.is_none_or(|tag| reading.tag.is_of(tag)) && s.lemma.is_none_or(|x| x == reading.lemma)
        };
        selectors.iter().find(|selector| fits(selector)).map(|selector| selector.place)
    }
}
