//! What each token of a text may be in a name, read off its readings once.

use super::EntityKind;
use super::acronym;
use super::forms;
use super::hypothesis::{Hypotheses, Of, Part};
use super::lists::{
    BRANDS, CONNECTORS, COUNTRIES, CUES, FEASTS, FEATURES, INSTITUTIONS, ORGANIZATION_WORDS, OTHERS,
    PARTICLES, PLACE_WORDS, ROLE_ABBREVIATIONS, ROLES, SPEECH,
};
use super::nominative::relational_adjective;
use crate::morph::{Class, NameClass, Reading, Shape, Source, Stage, Tag, Tagged, WrittenForm};
use crate::text::is_hyphen;

/// Things that a token may be; several at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u32);

impl Traits {
    /// A capital that may begin a name.
    pub(super) const CAPITAL: Self = Self(1);
    /// The capital may be owed to the place at the start of a sentence, a quotation or an item: the one trait that is not the
    /// form's own.
    pub(super) const START: Self = Self(1 << 31);
    /// A common noun that is a maker with a capital.
    pub(super) const BRAND: Self = Self(1 << 1);
    pub(super) const GIVEN: Self = Self(1 << 2);
    pub(super) const SURNAME: Self = Self(1 << 3);
    pub(super) const PLACE: Self = Self(1 << 4);
    pub(super) const ORGANIZATION: Self = Self(1 << 5);
    /// A common word of the dictionary that is written small.
    pub(super) const COMMON: Self = Self(1 << 6);
    /// … one that is neither noun nor adjective: it never begins a name.
    pub(super) const FUNCTION: Self = Self(1 << 7);
    /// A common adjective or participle.
    pub(super) const ADJECTIVE: Self = Self(1 << 8);
    /// A member of a nation or inhabitant of a place: written with a capital, no name of a person.
    pub(super) const NATION: Self = Self(1 << 9);
    /// Head of the name of an organization.
    pub(super) const INSTITUTION: Self = Self(1 << 10);
    /// Head of the name of a place.
    pub(super) const FEATURE: Self = Self(1 << 11);
    /// A noun that says what a person is.
    pub(super) const ROLE: Self = Self(1 << 12);
    /// Neither the dictionary nor a list holds it.
    pub(super) const UNKNOWN: Self = Self(1 << 13);
    /// A common noun.
    pub(super) const NOUN: Self = Self(1 << 14);
    /// A country, region or capital, which is a place wherever it stands alone.
    pub(super) const COUNTRY: Self = Self(1 << 16);
    /// A name of some other kind.
    pub(super) const OTHER: Self = Self(1 << 15);

    /// Some reading is a noun that says what a person is.
    pub(super) const OFFICE: Self = Self(1 << 17);
    /// Some reading is a noun that says what a name behind it is of.
    pub(super) const CUE: Self = Self(1 << 18);
    /// Some reading is a verb whose subject is a person.
    pub(super) const SPEECH: Self = Self(1 << 19);
    /// An abbreviated title.
    pub(super) const TITLE: Self = Self(1 << 20);
    /// The first word of the name of a feast, or the head of a name of nothing of ours.
    pub(super) const FEAST: Self = Self(1 << 21);
    /// Some reading is a preposition.
    pub(super) const PREPOSITION: Self = Self(1 << 22);
    /// Some reading is a verb in the present or the past.
    pub(super) const VERB: Self = Self(1 << 23);
    /// A small word inside foreign names of people.
    pub(super) const PARTICLE: Self = Self(1 << 24);
    /// A small foreign word between the capitals of one name.
    pub(super) const CONNECTOR: Self = Self(1 << 25);
    /// A foreign word or a legal form in names of organizations.
    pub(super) const ORGANIZATION_WORD: Self = Self(1 << 26);
    /// A foreign word in names of places.
    pub(super) const PLACE_WORD: Self = Self(1 << 27);
    /// A mark behind which a capital may be owed to its place.
    pub(super) const OPENS: Self = Self(1 << 28);
    /// A word of capitals that is written as acronyms are, or that the list holds as one.
    pub(super) const ACRONYM: Self = Self(1 << 29);
    /// Nobody knows the word, but it ends as adjectives do.
    pub(super) const RELATIONAL: Self = Self(1 << 30);

    pub(super) const NAME: Self =
        Self(Self::GIVEN.0 | Self::SURNAME.0 | Self::PLACE.0 | Self::ORGANIZATION.0 | Self::OTHER.0);

    /// Whether at least one of `any` holds.
    pub(super) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    fn add(&mut self, more: Self) {
        self.0 |= more.0;
    }
}

impl std::ops::BitOr for Traits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

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

/// What a form is by itself.
#[derive(Clone, Copy)]
struct Look {
    traits: Traits,
    shape: Shape,
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

impl Look {
    const NOTHING: Self = Self { traits: Traits(0), shape: Shape::Other };

    fn of(form: WrittenForm<'_>) -> Self {
        Self { traits: Traits(form.note(Stage::Names, |form| traits_of(form).0)), shape: form.shape() }
    }
}

fn opens(mark: &str) -> bool {
    matches!(
        mark,
        "„" | "“" | "\"" | "»" | "«" | ":" | "–" | "—" | "-" | "(" | "•" | "*" | "‘" | "'" | "”" | ",,"
    )
}

fn is_capital(form: WrittenForm<'_>) -> bool {
    matches!(form.shape(), Shape::Title | Shape::Upper)
        || (form.shape() == Shape::Mixed && form.written().chars().filter(|c| c.is_uppercase()).count() > 0)
}

/// Whether a reading is no mere guess: the list of roles has feminines that the dictionary lacks ("premierka").
pub(super) fn is_known(reading: Reading<'_>) -> bool {
    reading.source != Source::Guess || ROLES.contains_key(reading.lemma)
}

/// Those of a form's readings that are known; the list of roles need be asked only where one of them is there.
fn known<'a>(
    readings: impl Iterator<Item = Reading<'a>> + Clone,
    office: bool,
) -> impl Iterator<Item = Reading<'a>> + Clone {
    readings.filter(move |reading| reading.source != Source::Guess || office && is_known(*reading))
}

/// What a word is to a name that it stands beside.
fn beside(form: WrittenForm<'_>) -> Traits {
    let mut traits = Traits::default();
    for reading in form.readings().filter(|reading| is_known(*reading)) {
        let class = reading.tag.class();
        if ROLES.contains_key(reading.lemma) {
            traits.add(Traits::OFFICE);
        }
        if CUES.contains_key(reading.lemma) {
            traits.add(Traits::CUE);
        }
        match class {
            Class::Prep => traits.add(Traits::PREPOSITION),
            Class::Praet | Class::Fin if SPEECH.contains(reading.lemma) => {
                traits.add(Traits::VERB | Traits::SPEECH);
            }
            Class::Praet | Class::Fin => traits.add(Traits::VERB),
            _ => {}
        }
    }
    traits
}

/// What the lists of written words say of one.
fn listed(form: WrittenForm<'_>) -> Traits {
    let mut traits = Traits::default();
    let key = form.key();
    for (is_listed, named) in [
        (ROLE_ABBREVIATIONS.contains_key(key), Traits::TITLE),
        (PARTICLES.contains(key), Traits::PARTICLE),
        (CONNECTORS.contains(form.written()), Traits::CONNECTOR),
        (ORGANIZATION_WORDS.contains(key), Traits::ORGANIZATION_WORD),
        (PLACE_WORDS.contains(key), Traits::PLACE_WORD),
    ] {
        if is_listed {
            traits.add(named);
        }
    }
    traits
}

fn traits_of(form: WrittenForm<'_>) -> Traits {
    let mut traits = beside(form) | listed(form);
    if form.shape() == Shape::Other && opens(form.written()) {
        traits.add(Traits::OPENS);
    }
    if is_capital(form) {
        traits.add(capital_traits(form));
        if acronym::may_be(form, traits) {
            traits.add(Traits::ACRONYM);
        }
        if traits.has(Traits::UNKNOWN) && relational_adjective(form.key()).is_some() {
            traits.add(Traits::RELATIONAL);
        }
    }
    traits
}

fn capital_traits(form: WrittenForm<'_>) -> Traits {
    let mut traits = Traits::CAPITAL;
    let (mut function_only, mut any) = (true, false);
    for reading in form.readings().filter(|reading| is_known(*reading)) {
        if FEASTS.contains_key(reading.lemma) || OTHERS.contains_key(reading.lemma) {
            traits.add(Traits::FEAST);
        }
        let class = reading.tag.class();
        if matches!(class, Class::Romandig | Class::Brev) {
            continue;
        }
        any = true;
        if class == Class::Adj && reading.source == Source::Rule {
            continue;
        }
        if reading.name != NameClass::Common || reading.lemma.starts_with(char::is_uppercase) {
            traits.add(name_trait(reading));
            if reading.name == NameClass::Place && COUNTRIES.contains(reading.lemma) {
                traits.add(Traits::COUNTRY);
            }
            continue;
        }
        if form.shape() == Shape::Upper && form.written().len() < 5 {
            continue;
        }
        traits.add(Traits::COMMON);
        function_only &= !is_nominal(class);
        match class {
            Class::Adj | Class::Ppas | Class::Pact => traits.add(Traits::ADJECTIVE),
            Class::Subst | Class::Ger => traits.add(noun_trait(reading.lemma)),
            _ => {}
        }
        if ROLES.contains_key(reading.lemma) {
            traits.add(Traits::ROLE);
        }
    }
    if traits.has(Traits::COMMON) && function_only {
        traits.add(Traits::FUNCTION);
    }
    if !traits.has(Traits::GIVEN) && forms::is_listed_given_name(form.written()) {
        any = true;
        traits.add(Traits::GIVEN);
    }
    if !traits.has(Traits::GIVEN | Traits::COUNTRY) {
        if let Some(kind) = forms::listed_thing(form.written()) {
            any = true;
            traits.add(if kind == EntityKind::Place { Traits::PLACE } else { Traits::ORGANIZATION });
        }
    }
    if !any {
        traits.add(Traits::UNKNOWN);
    }
    traits
}

fn is_nominal(class: Class) -> bool {
    matches!(class, Class::Subst | Class::Depr | Class::Ger | Class::Adj | Class::Ppas | Class::Pact)
}

fn name_trait(reading: Reading<'_>) -> Traits {
    match reading.name {
        NameClass::GivenName => Traits::GIVEN,
        NameClass::Surname => Traits::SURNAME,
        NameClass::Place => Traits::PLACE,
        NameClass::Organization => Traits::ORGANIZATION,
        NameClass::Common if reading.tag.class() == Class::Subst && reading.tag.has(Tag::M1 | Tag::F) => {
            Traits::NATION
        }
        _ => Traits::OTHER,
    }
}

fn noun_trait(lemma: &str) -> Traits {
    let mut traits = Traits::NOUN;
    if BRANDS.contains(lemma) {
        traits.add(Traits::BRAND);
    }
    if INSTITUTIONS.contains(lemma) {
        traits.add(Traits::INSTITUTION);
    }
    if FEATURES.contains(lemma) {
        traits.add(Traits::FEATURE);
    }
    traits
}
