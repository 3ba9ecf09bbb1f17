//! How likely each reading of a form is before its neighbours are asked. Scores are hundredths of a natural logarithm.

mod knowledge;

pub(super) use self::knowledge::{Traits, traits};

use self::knowledge::Ranking;
use super::{Class, NameClass, Reading, Shape, Source, Tag};

/// A reading with one case and one number, as the choice weighs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Candidate {
    /// Index among the form's readings.
    pub(super) row: u16,
    pub(super) score: i16,
    pub(super) tag: Tag,
    pub(super) traits: Traits,
}

/// Likelihood of the classes of one form against each other.
fn class_score(class: Class) -> i16 {
    match class {
        Class::Prep | Class::Conj | Class::Comp | Class::Ppron12 | Class::Ppron3 | Class::Siebie => 250,
        Class::Winien | Class::Bedzie | Class::Num => 180,
        Class::Part | Class::Inf | Class::Praet | Class::Imps | Class::Pcon => 120,
        Class::Adv | Class::Aglt => 80,
        Class::Fin => 50,
        Class::Adj => 40,
        Class::Ppas | Class::Pact | Class::Brev | Class::Dig => 20,
        Class::Ger => -20,
        Class::Adja => -90,
        Class::Interj => -150,
        Class::Adjp | Class::Impt | Class::Romandig => -250,
        Class::Depr | Class::Frag | Class::Adjc | Class::Prefa => -400,
        Class::Ign => -300,
        _ => 0,
    }
}

/// Likelihood of the cases of nouns.
fn case_score(case: Tag) -> i16 {
    const SCORES: &[(Tag, i16)] = &[
        (Tag::GEN, 0),
        (Tag::NOM, 10),
        (Tag::ACC, 0),
        (Tag::LOC, -60),
        (Tag::INST, -60),
        (Tag::DAT, -200),
        (Tag::VOC, -300),
    ];
    SCORES.iter().find(|x| case.has(x.0)).map_or(0, |x| x.1)
}

const CASES: [Tag; 7] = [Tag::NOM, Tag::GEN, Tag::DAT, Tag::ACC, Tag::INST, Tag::LOC, Tag::VOC];

/// A form as written, for the priors of its readings.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    pub(super) key: &'a str,
    pub(super) shape: Shape,
}

/// How likely a reading is among those of its form, and what is known of its lemma.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prior {
    pub(super) score: i16,
    pub(super) traits: Traits,
}

/// Gives the prior of each reading of a form.
pub(super) fn weigh<'a>(
    written: Written<'_>,
    readings: impl Iterator<Item = Reading<'a>> + Clone,
    mut each: impl FnMut(Tag, Prior),
) {
    let ranking = Ranking::of(written.key);
    let mut rivals = Rivals::default();
    readings.clone().for_each(|reading| rivals.add(reading));
    for reading in readings {
        let (score, traits) = reading_score(written, ranking, rivals, reading);
        let capital = reading.lemma.chars().next().is_some_and(char::is_uppercase);
        each(reading.tag, Prior { score, traits: if capital { traits | Traits::CAPITAL } else { traits } });
    }
}

/// Gives the candidates of a reading, one for each number and case.
pub(super) fn candidates(tag: Tag, row: u16, prior: Prior, mut each: impl FnMut(Candidate)) {
    let Prior { score, traits } = prior;
    let class = tag.class();
    for number in [Tag::SG, Tag::PL] {
        if !tag.has(number) && (tag.has(Tag::NUMBERS) || number == Tag::PL) {
            continue;
        }
        let tag = if tag.has(number) { tag.with(Tag::NUMBERS, number) } else { tag };
        if !tag.has(Tag::CASES) {
            each(Candidate { row, score, tag, traits });
            continue;
        }
        for case in CASES.into_iter().filter(|case| tag.has(*case)) {
            let score = score
                + match class {
                    Class::Ppron12 | Class::Ppron3 | Class::Siebie => 0,
                    // "w domu" is more frequent than "w dom".
                    Class::Prep => i16::from(!case.has(Tag::ACC)) * 80,
                    // "Mario" calls no Maria.
                    _ if case.has(Tag::VOC) && traits.has(Traits::NAME) => -400,
                    // "Panie pośle": who is called is called by a title.
                    _ if case.has(Tag::VOC) && traits.has(Traits::TITLE) => -100,
                    // Half of what the cases say is in the doubt of a guess.
                    _ if traits.has(Traits::GUESS) => case_score(case) / 2,
                    // The case of a modifier is that of its noun, which counts it once more.
                    Class::Adj | Class::Num | Class::Ppas | Class::Pact
                        if case.has(Tag::DAT) && !traits.has(Traits::DIGITS) =>
                    {
                        case_score(case) / 2
                    }
                    _ => case_score(case),
                };
            each(Candidate { row, score, tag: tag.with(Tag::CASES, case), traits });
        }
    }
}

/// Endings of nouns for who does something: of the people and the animals that they name the people are meant.
const AGENTS: [&str; 8] = ["nt", "acz", "nik", "er", "or", "arz", "ista", "ca"];

/// What the readings of a form are, all together.
#[derive(Clone, Copy, Default)]
struct Rivals(u16);

impl Rivals {
    /// Participles and past tenses.
    const VERBAL: u16 = 1;
    const GERUND: u16 = 1 << 1;
    const GIVEN_NAME: u16 = 1 << 2;
    /// A masculine noun in the dative: "rządowi" is hardly ever a plural of "rządowy", but "młodzi" is one of "młody".
    const DATIVE: u16 = 1 << 3;
    const NEGATED: u16 = 1 << 4;
    /// A common noun for an animal, and one for a thing.
    const ANIMAL: u16 = 1 << 5;
    const THING: u16 = 1 << 6;
    const ADJECTIVE: u16 = 1 << 7;
    const SURNAME: u16 = 1 << 8;
    const PAST: u16 = 1 << 9;

    fn has(self, any: u16) -> bool {
        self.0 & any != 0
    }

    fn add(&mut self, reading: Reading<'_>) {
        self.0 |= match reading.name {
            NameClass::GivenName => Self::GIVEN_NAME,
            NameClass::Surname => Self::SURNAME,
            _ => 0,
        };
        self.0 |= match reading.tag.class() {
            Class::Ppas | Class::Pact if reading.tag.has(Tag::NEG) => Self::VERBAL | Self::NEGATED,
            Class::Praet => Self::VERBAL | Self::PAST,
            Class::Ppas | Class::Pact => Self::VERBAL,
            Class::Ger => Self::GERUND,
            Class::Adj => Self::ADJECTIVE,
            Class::Subst if reading.tag.has(Tag::DAT) && !reading.tag.has(Tag::NOM | Tag::F) => Self::DATIVE,
            _ => 0,
        };
        if reading.tag.class() == Class::Subst && reading.name == NameClass::Common {
            self.0 |= if reading.tag.has(Tag::M2) { Self::ANIMAL } else { 0 };
            self.0 |= if reading.tag.has(Tag::M3) { Self::THING } else { 0 };
        }
    }

    /// How much less likely a reading is for having these rivals: adjectives made of verb forms are listed, and so are
    /// nouns made of gerunds; the rest is still the verb's.
    fn score(self, reading: Reading<'_>, traits: Traits) -> i16 {
        match reading.tag.class() {
            Class::Adj => self.adjective(reading, traits),
            Class::Subst => {
                let is_common = reading.name == NameClass::Common && !traits.has(Traits::TITLE);
                self.of_adjective(reading, traits, is_common)
                    .or_else(|| self.of_being(reading, traits, is_common))
                    .unwrap_or_else(|| self.of_verb(reading, traits, is_common))
            }
            _ => 0,
        }
    }

    fn adjective(self, reading: Reading<'_>, traits: Traits) -> i16 {
        let (tag, lemma) = (reading.tag, reading.lemma);
        let is_known = traits.has(Traits::COMMON);
        match () {
            () if traits.has(Traits::ADJECTIVE) => 60,
            // "Kowalski" is a man, unless a noun follows.
            () if self.has(Self::SURNAME) && lemma.ends_with("ski") && !is_known => -120,
            () if self.has(Self::NEGATED) && lemma.starts_with("nie") => 60,
            // "Wzrosły", "przestała": of verbs in the past few adjectives are made.
            () if self.has(Self::PAST) && !is_known => -250,
            () if self.has(Self::VERBAL) => -110,
            () if self.has(Self::DATIVE) && tag.has(Tag::PL) && tag.has(Tag::NOM) => -250,
            () => 0,
        }
    }

    /// A noun that may be an adjective or a participle.
    fn of_adjective(self, reading: Reading<'_>, traits: Traits, is_common: bool) -> Option<i16> {
        let tag = reading.tag;
        let is_adjectival = self.has(Self::ADJECTIVE) && is_common && lemma_is_adjectival(reading.lemma);
        let is_thing = tag.has(Tag::M2) || tag.has(Tag::M3) && tag.has(Tag::PL);
        // "Polskich rolników", "po pierwsze": a language is one, and hardly any animal is called by an adjective.
        if is_adjectival && is_thing && !traits.has(Traits::NOUN | Traits::THING) {
            return Some(-250);
        }
        // "Wymagające", "rządzących": nouns made of participles are mostly men's.
        let is_womans = tag.has(Tag::F) && self.has(Self::VERBAL) && reading.lemma.ends_with("ąca");
        if is_womans && is_common && !traits.has(Traits::NOUN) {
            return Some(-150);
        }
        // "Inny", "uczciwy": adjectives that may stand for people, of which few are nouns of their own.
        is_adjectival.then(|| match (traits.has(Traits::NOUN), tag.has(Tag::NOM)) {
            (false, _) => -70,
            // "Jest podejrzany"
            (true, true) => 0,
            (true, false) => 40,
        })
    }

    /// A noun for somebody or an animal that may be a thing, or one for somebody that may be an animal.
    fn of_being(self, reading: Reading<'_>, traits: Traits, is_common: bool) -> Option<i16> {
        let (tag, thing) = (reading.tag, self.has(Self::THING));
        // "Z tych powodów" speaks of no plaintiffs.
        if tag.has(Tag::M1) && thing && traits.has(Traits::THING) {
            return Some(-60);
        }
        // "Pies" is no policeman, "kwiatek" no living being.
        let is_agent = || AGENTS.iter().any(|ending| reading.lemma.ends_with(ending));
        if tag.has(Tag::M1) && self.has(Self::ANIMAL) && !thing && is_common && !is_agent() {
            return Some(-40);
        }
        let animal = tag.has(Tag::M2) && thing && is_common;
        animal.then(|| if traits.has(Traits::ANIMATE) { 20 } else { -50 })
    }

    /// A noun that may be a form of a verb.
    fn of_verb(self, reading: Reading<'_>, traits: Traits, is_common: bool) -> i16 {
        let gerund = self.has(Self::GERUND);
        match () {
            // Every verb has a gerund, few of them are nouns of their own: what is guessed is a verb's.
            () if gerund && reading.source == Source::Guess && is_common => -150,
            () if gerund && traits.has(Traits::NOUN) => 200,
            () if gerund && traits.has(Traits::DEVERBAL) => 60,
            () if gerund && is_common && !traits.has(Traits::COMMON) => -50,
            () if self.has(Self::VERBAL) && !traits.has(Traits::COMMON) => -60,
            () => 0,
        }
    }
}

/// Whether a noun's lemma ends as those of adjectives do.
fn lemma_is_adjectival(lemma: &str) -> bool {
    lemma.ends_with(['y', 'i'])
}

/// Capitals inside the word: `PiS` is the party and not a form of the town of Pisa.
fn capitals_score(shape: Shape, lemma: &str) -> i16 {
    if !matches!(shape, Shape::Mixed | Shape::Upper) {
        return 0;
    }
    if lemma.chars().filter(|c| c.is_uppercase()).nth(1).is_some() { 100 } else { -150 }
}

/// What is known of a reading's lemma, by the list and by where the reading is from.
fn known_traits(reading: Reading<'_>) -> Traits {
    let Reading { lemma, tag, name, source, .. } = reading;
    let is_ordinal = source == Source::Rule && tag.class() == Class::Adj;
    let more = [
        (name != NameClass::Common, Traits::NAME),
        (source == Source::Guess, Traits::GUESS),
        (matches!(name, NameClass::GivenName | NameClass::Surname), Traits::PERSON),
        (is_ordinal || lemma.starts_with(|c: char| c.is_ascii_digit()), Traits::DIGITS),
    ];
    more.into_iter().filter(|(holds, _)| *holds).fold(traits(lemma), |traits, (_, more)| traits | more)
}

/// The prior of a reading: the sum of what is said by its class, its rivals, its lemma, the form as it is written, what it
/// names and where it is from.
fn reading_score(
    written: Written<'_>,
    ranking: Ranking,
    rivals: Rivals,
    reading: Reading<'_>,
) -> (i16, Traits) {
    let traits = known_traits(reading);
    let score = usual_score(ranking, reading)
        + rivals.score(reading, traits)
        + lemma_score(ranking, reading, traits)
        + written_score(written, ranking, reading)
        + name_score(rivals, reading)
        + number_score(written, reading)
        + guess_score(written, reading);
    (score, traits)
}

/// Whether the reading is the form's usual one, or its class is.
fn usual_score(ranking: Ranking, reading: Reading<'_>) -> i16 {
    let Reading { tag, name, source, .. } = reading;
    let class = tag.class();
    let score = match ranking.place(reading) {
        Some(place) if ranking.is_known() => 150 - 100 * place,
        None if source != Source::Rule && name == NameClass::Common => class_score(class) - 400,
        _ => class_score(class),
    };
    // Figures may be ordinals and labels too.
    if class == Class::Num && source == Source::Rule { score - 200 } else { score }
}

/// Frequent lemmas, rare ones, and those that the dictionary has for dated or doubtful.
fn lemma_score(ranking: Ranking, reading: Reading<'_>, traits: Traits) -> i16 {
    let verbal = matches!(reading.tag.class(), Class::Ppas | Class::Pact | Class::Ger);
    let frequent = if traits.has(Traits::COMMON) && !verbal { 120 } else { 0 };
    let rare = if traits.has(Traits::RARE) { 300 } else { 0 };
    // What a list names is not in doubt, whatever the dictionary says of its style.
    let is_listed = ranking.is_known() && ranking.place(reading).is_some();
    let undoubted = traits.has(Traits::ADJECTIVE) || is_listed;
    let doubt = if undoubted { 0 } else { 4 * i16::from(reading.doubt) };
    frequent - rare - doubt
}

/// What the form as it is written says of a reading: its capitals, and whether it is no more than the lemma or a letter.
fn written_score(written: Written<'_>, ranking: Ranking, reading: Reading<'_>) -> i16 {
    let Reading { lemma, tag, source, .. } = reading;
    let Written { key, shape } = written;
    let unlikely = match tag.class() {
        // Names of letters and notes, indeclinable nouns of the form itself.
        Class::Subst
            if tag.has(Tag::NCOL)
                && !ranking.is_known()
                && lemma.chars().count() <= 2
                && shape == Shape::Lower =>
        {
            400
        }
        // "Biało" of "biało-czerwony" belongs to "biały", though the dictionary also has it for itself.
        Class::Adja if lemma == key => 100,
        // "C." in a name is not "córka".
        Class::Brev
            if shape == Shape::Title && key.chars().nth(1).is_none() && source == Source::Dictionary =>
        {
            250
        }
        _ => 0,
    };
    capitals_score(shape, lemma) - unlikely
}

/// Names are rarer than common nouns, and some kinds of names than others.
fn name_score(rivals: Rivals, reading: Reading<'_>) -> i16 {
    let name = reading.name;
    let of_kind = match name {
        NameClass::Common => 0,
        NameClass::GivenName | NameClass::Place => -10,
        NameClass::Organization => -20,
        NameClass::Surname => -60,
        _ => -80,
    };
    let given = rivals.has(Rivals::GIVEN_NAME) && matches!(name, NameClass::Place | NameClass::Surname);
    // "Kowalskiego" is a man rather than a village.
    let village = rivals.has(Rivals::SURNAME) && name == NameClass::Place && reading.lemma.ends_with("kie");
    if given || village { of_kind - 80 } else { of_kind }
}

/// Numbers and genders that a noun or a name seldom has.
fn number_score(written: Written<'_>, reading: Reading<'_>) -> i16 {
    let Reading { tag, name, .. } = reading;
    let mut score = 0;
    // "Ramy", "warunki", "studia": where a noun has no singular in this sense, the plural is mostly meant so.
    if tag.has(Tag::PT) {
        score += if name == NameClass::Common { 20 } else { -60 };
    }
    // "Lem" is a man unless a woman's name stands before it, and a minister is one unless a verb says that it is a woman.
    // Acronyms are no people: "NIK".
    if tag.has(Tag::F) && tag.has(Tag::NOM) && tag.has(Tag::GEN) && tag.has(Tag::INST) {
        let is_office = tag.class() == Class::Subst && name == NameClass::Common;
        score -= match written.shape {
            Shape::Upper | Shape::Mixed => 5,
            _ if is_office => 220,
            _ => 100,
        };
    }
    // "Tożsamości": one, where the genitive is that of both numbers.
    if tag.has(Tag::PL)
        && tag.has(Tag::GEN)
        && tag.has(Tag::F)
        && !tag.has(Tag::PT)
        && written.key.ends_with('i')
    {
        score -= 5;
    }
    // "Paweł" is seldom several women called Pawła.
    if tag.has(Tag::PL) && !tag.has(Tag::SG | Tag::PT) && name != NameClass::Common {
        score -= if name == NameClass::Surname { 80 } else { 220 };
    }
    score
}

fn guess_score(written: Written<'_>, reading: Reading<'_>) -> i16 {
    if reading.source != Source::Guess {
        return 0;
    }
    // An unknown word with a capital is likelier a name than a rare noun.
    let noun = written.shape == Shape::Title && reading.lemma.starts_with(char::is_lowercase);
    if noun { -230 } else { -100 }
}
