//! What a partial reading of a clause remembers, and how well the next word fits it.
//!
//! The rules are those of any Polish grammar: prepositions govern cases, the parts of a noun phrase agree, the verb agrees
//! with its subject, numerals from five on govern the genitive. Each gives or takes hundredths of a natural logarithm.

use crate::morph::prior::{Candidate, Traits};
use crate::morph::{Class, Shape, Tag};
pub(in crate::morph) use phrase::is_possessive;
use values::Values;

mod clause;
mod modifier;
mod phrase;
mod values;

/// Word index that stands for none.
pub(super) const NOWHERE: u32 = u32::MAX;

/// Word index that stands for a noun farther back than the last one.
pub(super) const FARTHER: u32 = NOWHERE - 1;

/// How far the current noun phrase has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phrase {
    /// There is none.
    #[default]
    Closed,
    /// Modifiers that wait for their noun.
    Open,
    /// A numeral that wants a genitive.
    Counting,
    /// The noun has come; modifiers and genitives may follow.
    Headed,
}

/// Marks of the clause so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Marks(u32);

impl Marks {
    const NEGATED: u32 = 1;
    const COPULA: u32 = 1 << 1;
    const MODAL: u32 = 1 << 2;
    const GENITIVE: u32 = 1 << 3;
    const INSTRUMENTAL: u32 = 1 << 4;
    const DATIVE: u32 = 1 << 5;
    const OBJECT: u32 = 1 << 6;
    /// A conjunction or comma came: a second verb or a noun of the same case may follow.
    const JOINED: u32 = 1 << 7;
    const COMMA: u32 = 1 << 8;
    const FUTURE: u32 = 1 << 9;
    const NAME: u32 = 1 << 10;
    const TITLE: u32 = 1 << 11;
    const ORDINAL: u32 = 1 << 12;
    const BREV: u32 = 1 << 13;
    const VERB: u32 = 1 << 14;
    /// The open phrase has its case from a preposition.
    const GOVERNED: u32 = 1 << 15;
    /// The case that is wanted need not come: "niż" may have a clause behind it.
    const OPTIONAL: u32 = 1 << 16;
    /// A preposition came that says where something is.
    const LOCAL: u32 = 1 << 17;
    /// The noun that came may be labelled by a name: "gmina Kcynia".
    const LABELLED: u32 = 1 << 18;
    /// The noun that came stands behind such a preposition: what is joined to it does so too.
    const PLACED: u32 = 1 << 19;
    /// A conjunction came that joins clauses rather than words: "a", "ale".
    const CONTRAST: u32 = 1 << 20;
    /// The verb has seldom an object: "zmieniło się", "nastąpiła".
    const OBJECTLESS: u32 = 1 << 21;
    /// The verb is one of speech.
    const SPEECH: u32 = 1 << 22;
    /// The noun that came says when or how long.
    const TIME: u32 = 1 << 23;
    /// A preposition came that says what for.
    const PURPOSE: u32 = 1 << 24;
    /// The verb has an infinitive.
    const INFINITIVE: u32 = 1 << 25;
    /// A genitive came before the verb that neither a preposition nor a noun calls for.
    const FREE_GENITIVE: u32 = 1 << 26;
    /// One of several is spoken of: "jedna z opcji".
    const PARTITIVE: u32 = 1 << 27;
    /// An instrumental of a person came before the verb, which may be a dative of several: "oskarżonym".
    const FREE_INSTRUMENTAL: u32 = 1 << 28;
    /// The last noun phrase that nothing governs was a nominative, or an accusative: one joined to it is so too, though a
    /// genitive stands between, "obniżkę podatków i zniesienie opłat".
    const LAST_NOMINATIVE: u32 = 1 << 29;
    const LAST_ACCUSATIVE: u32 = 1 << 30;
    const LAST: u32 = Self::LAST_NOMINATIVE | Self::LAST_ACCUSATIVE;
    /// A hyphen came inside of a name: what follows is its other half.
    const HALVED: u32 = 1 << 31;
    /// What parts and joins, to be dropped with the next word of a phrase.
    const JOINT: u32 = Self::JOINED | Self::COMMA | Self::CONTRAST;
    /// Of the noun phrase, to be dropped when it closes.
    const PHRASE: u32 = Self::NAME
        | Self::TITLE
        | Self::ORDINAL
        | Self::GOVERNED
        | Self::OPTIONAL
        | Self::LOCAL
        | Self::LABELLED
        | Self::TIME
        | Self::PURPOSE
        | Self::PARTITIVE
        | Self::HALVED;
    /// Of the clause.
    const CLAUSE: u32 = Self::NEGATED
        | Self::COPULA
        | Self::MODAL
        | Self::GENITIVE
        | Self::INSTRUMENTAL
        | Self::DATIVE
        | Self::OBJECT
        | Self::FUTURE
        | Self::OBJECTLESS
        | Self::SPEECH
        | Self::VERB
        | Self::FREE_GENITIVE
        | Self::FREE_INSTRUMENTAL
        | Self::INFINITIVE
        | Self::LAST;

    const fn has(self, any: u32) -> bool {
        self.0 & any != 0
    }

    fn set(&mut self, marks: u32) {
        self.0 |= marks;
    }

    fn clear(&mut self, marks: u32) {
        self.0 &= !marks;
    }
}

/// What is remembered of the words read so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Context {
    /// Number, case and gender of the current noun phrase.
    agreement: Values,
    /// Cases that an open preposition wants.
    wanted: Values,
    /// The noun phrase before a comma or conjunction.
    joined: Values,
    /// Number, gender and person of the clause's nominative.
    subject: Values,
    /// Number, gender and person of the clause's verb.
    verb: Values,
    marks: Marks,
    phrase: Phrase,
    /// Class of the last word.
    last: Class,
}

impl Default for Context {
    fn default() -> Self {
        Self {
            agreement: Values::NONE,
            wanted: Values::NONE,
            joined: Values::NONE,
            subject: Values::NONE,
            verb: Values::NONE,
            marks: Marks::default(),
            phrase: Phrase::Closed,
            last: Class::Interp,
        }
    }
}

/// Which earlier words a word agreed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) phrase: u32,
    pub(super) subject: u32,
    pub(super) verb: u32,
}

impl Default for Places {
    fn default() -> Self {
        Self { phrase: NOWHERE, subject: NOWHERE, verb: NOWHERE }
    }
}

/// What stands behind a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::morph) enum Follower {
    /// Nothing: it is the last one of its sentence.
    Nothing,
    /// The period that ends the sentence.
    End,
    /// A period that does not: "3. miejsce".
    Period,
    /// The ending of the first or second person that is written in one with it: "złożył" in "złożyłem".
    Person,
    /// Anything else.
    Word,
}

/// A word as the rules see it.
#[derive(Clone, Copy, Debug)]
pub(in crate::morph) struct Seen<'a> {
    pub(in crate::morph) shape: Shape,
    /// Position among the words.
    pub(in crate::morph) at: u32,
    /// Whether a sentence or a quotation begins here, where every word has a capital.
    pub(in crate::morph) initial: bool,
    /// Whether it is a hyphen inside of a name: "Bielsko-Biała".
    pub(in crate::morph) is_inside: bool,
    /// Whether the whole sentence is in capitals.
    pub(in crate::morph) loud: bool,
    pub(in crate::morph) follower: Follower,
    pub(in crate::morph) text: &'a str,
}

impl Seen<'_> {
    /// Whether its letters say something of it: see [`capital_score`].
    pub(super) fn has_capitals(&self) -> bool {
        self.loud || matches!(self.shape, Shape::Title | Shape::Upper)
    }
}

/// The word whose turn it is: a candidate among its neighbours, and what agreement makes of it.
#[derive(Debug)]
pub(super) struct Turn<'a> {
    seen: &'a Seen<'a>,
    traits: Traits,
    /// Where the words stand that later ones may agree with.
    places: &'a mut Places,
    /// The tag, narrowed by agreement.
    pub(super) tag: Tag,
    /// The earlier word that it agreed with.
    pub(super) link: u32,
}

impl<'a> Turn<'a> {
    pub(super) fn new(seen: &'a Seen<'a>, candidate: &Candidate, places: &'a mut Places) -> Self {
        Self { seen, traits: candidate.traits, places, tag: candidate.tag, link: NOWHERE }
    }

    fn is(&self, traits: Traits) -> bool {
        self.traits.has(traits)
    }

    /// Whether it is the last word of its sentence.
    fn is_last(&self) -> bool {
        self.seen.follower == Follower::Nothing
    }

    /// Whether it is written in figures.
    fn has_figures(&self) -> bool {
        self.seen.text.starts_with(|first: char| first.is_ascii_digit())
    }

    /// Whether it is a name, or is written like one.
    fn is_named(&self) -> bool {
        self.is(Traits::NAME) || (self.seen.shape != Shape::Lower && !self.seen.initial)
    }

    /// "uchwalono", "można": whether it is a verb without a subject.
    fn is_impersonal(&self) -> bool {
        matches!(self.tag.class(), Class::Imps | Class::Pred) && !self.is(Traits::COPULA)
    }

    /// Narrows the values of `mask` to those that it shares with the word at `place`.
    fn agree(&mut self, with: Tag, mask: Tag, place: u32) {
        self.tag = self.tag.with(mask, self.tag.common(with, mask));
        self.link = place;
    }
}

/// What the rules give to a word at most, but for a few: a reading that needs more to catch up is not followed.
pub(super) struct Most {
    any: i32,
    /// Cases that an open preposition does not want.
    refused: Tag,
    /// What they give to a word that does not agree with the modifiers before it.
    strange: i32,
    agreement: Tag,
}

impl Most {
    /// What they give to any word at most.
    #[inline]
    pub(super) fn of_any(&self) -> i32 {
        self.any.max(self.strange)
    }

    /// The same for a word with this tag, which has one case.
    #[inline]
    pub(super) fn of(&self, tag: Tag) -> i32 {
        let refused = tag.has(self.refused) & !is_possessive(tag);
        let most = if tag.agrees(self.agreement) { self.any } else { self.strange };
        if refused { -390 } else { most }
    }
}

pub(in crate::morph) const NUMBER_CASE_GENDER: Tag =
    Tag::NUMBERS.with(Tag::CASES, Tag::CASES).with(Tag::GENDERS, Tag::GENDERS);
const NUMBER_GENDER: Tag = Tag::NUMBERS.with(Tag::GENDERS, Tag::GENDERS);
const PERSONS: Tag = Tag::PRI.with(Tag::SEC, Tag::SEC).with(Tag::TER, Tag::TER);

impl Context {
    /// A number that other contexts seldom have as well.
    #[inline]
    pub(super) fn digest(&self) -> u32 {
        let Self { agreement, wanted, joined, subject, verb, marks, phrase, last } = *self;
        let both = |one: u32, other: u32| u64::from(one) << 32 | u64::from(other);
        let kinds = (phrase as u32) << 8 | last as u32;
        let sum = both(agreement.bits(), wanted.bits())
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .wrapping_add(both(joined.bits(), subject.bits()).wrapping_mul(0xC2B2_AE3D_27D4_EB4F))
            .wrapping_add(both(verb.bits(), marks.0).wrapping_mul(0x1656_67B1_9E37_79F9))
            .wrapping_add(u64::from(kinds).wrapping_mul(0x85EB_CA77_C2B2_AE63));
        (sum >> 32) as u32
    }

    /// Reads one more word; the score is what the rules give, without the word's own.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call costs a sixth of a step")]
    pub(super) fn step(&mut self, turn: &mut Turn<'_>) -> i32 {
        let class = turn.tag.class();
        // What an abbreviation with a period wants next is the period.
        let cut_short = self.last == Class::Brev && self.marks.has(Marks::BREV) && class != Class::Interp;
        let score = match class {
            Class::Subst | Class::Depr | Class::Ger | Class::Ppron12 | Class::Ppron3 | Class::Siebie => {
                self.noun(turn)
            }
            Class::Adj | Class::Ppas | Class::Pact | Class::Num => self.modifier(turn),
            Class::Fin
            | Class::Praet
            | Class::Bedzie
            | Class::Winien
            | Class::Impt
            | Class::Imps
            | Class::Cond
            | Class::Pred => self.verb(turn),
            Class::Inf | Class::Pcon | Class::Pant => self.infinitive(turn),
            Class::Prep => self.preposition(turn),
            Class::Conj => self.conjunction(turn),
            Class::Comp => self.complementizer(turn),
            Class::Interp => self.mark(turn),
            Class::Brev => self.abbreviation(turn),
            Class::Dig | Class::Romandig | Class::Ign | Class::Xxx | Class::Frag => {
                self.wanted = Values::NONE;
                self.close();
                0
            }
            // "po polsku"
            Class::Adjp if self.wanted.is_none() => -400,
            Class::Adjp => {
                self.wanted = Values::NONE;
                250
            }
            Class::Adja => -20,
            Class::Aglt => {
                // "Postawiłem wniosek": I am the subject, no noun is.
                let verb = Values::of(self.verb.tag(), NUMBER_GENDER);
                self.verb = verb.and(turn.tag, PERSONS);
                0
            }
            _ => self.transparent(turn),
        };
        // The first half of "biało-czerwony" wants its hyphen.
        let cut_short = cut_short || self.last == Class::Adja && !turn.seen.text.starts_with(['-', '–']);
        self.last = class;
        score - i32::from(cut_short) * 200
    }

    /// What the rules give to the next word at most.
    #[inline]
    pub(super) fn most(&self) -> Most {
        let governed = !self.wanted.is_none();
        let refused = Tag::CASES.with(self.wanted.tag(), Tag::IGN);
        let any = if governed { self.most_governed() } else { self.most_free() };
        Most {
            any,
            refused: if governed && !self.marks.has(Marks::OPTIONAL) { refused } else { Tag::IGN },
            agreement: self.agreement.tag(),
            strange: match self.phrase {
                Phrase::Open if !governed => i32::from(self.awaits_dative()) * 240 + 40,
                _ => any,
            },
        }
    }

    fn most_governed(&self) -> i32 {
        // "o odwołanie": gerunds have more behind such a preposition.
        if self.marks.has(Marks::PURPOSE) { 140 } else { 40 }
    }

    fn most_free(&self) -> i32 {
        let headed = if self.marks.has(Marks::TIME) {
            // "tydzień temu"
            400
        } else if self.awaits_dative() {
            // "przekazane komisji"
            280
        } else if self.last == Class::Ger {
            // "odwołanie wojewody"
            180
        } else if self.marks.has(Marks::LABELLED) {
            // "Politechnice Wrocławskiej"
            330
        } else if self.marks.has(Marks::HALVED) {
            // "Kidawa-Błońska"
            200
        } else {
            40
        };
        // Little speaks for one word rather than another where no preposition, modifier or noun stands before it.
        i32::from(self.phrase == Phrase::Closed) * -70
            + i32::from(self.phrase == Phrase::Open) * 160
            // "pół roku"
            + i32::from(self.phrase == Phrase::Counting) * 250
            + i32::from(self.phrase == Phrase::Headed) * headed
    }

    fn close(&mut self) {
        self.phrase = Phrase::Closed;
        self.agreement = Values::NONE;
        self.marks.clear(Marks::PHRASE | Marks::JOINT | Marks::PLACED);
        self.joined = Values::NONE;
    }

    /// An open preposition or modifier that gets no noun.
    fn dangling(&self) -> i32 {
        let preposition = if self.wanted.is_none() || self.marks.has(Marks::OPTIONAL) { 0 } else { -500 };
        preposition
            + match self.phrase {
                Phrase::Open if self.marks.has(Marks::ORDINAL) => -100,
                Phrase::Open if self.agreement.has(Tag::NOM) => -20,
                // The noun would have counted how rare this case is.
                Phrase::Open if self.agreement.has(Tag::DAT) => -160,
                Phrase::Open => -60,
                Phrase::Counting => -110,
                _ => 0,
            }
    }
}

/// A capital inside a sentence belongs to a name; at its beginning it says nothing.
pub(in crate::morph) fn capital_score(seen: Seen<'_>, candidate: &Candidate) -> i16 {
    match (seen.shape, seen.initial, candidate.traits.has(Traits::CAPITAL)) {
        _ if seen.loud => i16::from(candidate.traits.has(Traits::CAPITAL)) * 50,
        // "Elżbieta I": a numeral, no conjunction.
        (Shape::Title, false, false) if seen.text == "i" => -250,
        (Shape::Title, false, false)
            if candidate.traits.has(Traits::COMMON) && candidate.tag.class() != Class::Ger =>
        {
            -100
        }
        (Shape::Title, false, false) => -180,
        (Shape::Title, true, true) => -60,
        (Shape::Upper, _, false) => -200,
        _ => 0,
    }
}
