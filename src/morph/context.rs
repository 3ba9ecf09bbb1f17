//! What a partial reading of a clause remembers, and how well the next word fits it.
//!
//! The rules are those of any Polish grammar: prepositions govern cases, the parts of a noun phrase agree, the verb agrees
//! with its subject, numerals from five on govern the genitive. Each gives or takes hundredths of a natural logarithm.

use super::knowledge::Traits;
use super::prior::Candidate;
use super::{Class, Shape, Tag};

/// Word index that stands for none.
pub(super) const NOWHERE: u32 = u32::MAX;

/// No categories at all.
const NONE: Tag = Tag::of(Class::Ign);

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
struct Marks(u16);

impl Marks {
    const NEGATED: u16 = 1;
    const COPULA: u16 = 1 << 1;
    const MODAL: u16 = 1 << 2;
    const GENITIVE: u16 = 1 << 3;
    const INSTRUMENTAL: u16 = 1 << 4;
    const DATIVE: u16 = 1 << 5;
    const OBJECT: u16 = 1 << 6;
    /// A conjunction or comma came: a second verb or a noun of the same case may follow.
    const JOINED: u16 = 1 << 7;
    const COMMA: u16 = 1 << 8;
    const FUTURE: u16 = 1 << 9;
    const NAME: u16 = 1 << 10;
    const TITLE: u16 = 1 << 11;
    const ORDINAL: u16 = 1 << 12;
    const BREV: u16 = 1 << 13;
    const VERB: u16 = 1 << 14;
    /// The open phrase has its case from a preposition.
    const GOVERNED: u16 = 1 << 15;
    /// Of the noun phrase, to be dropped when it closes.
    const PHRASE: u16 = Self::NAME | Self::TITLE | Self::ORDINAL | Self::GOVERNED;
    /// Of the clause.
    const CLAUSE: u16 = Self::NEGATED
        | Self::COPULA
        | Self::MODAL
        | Self::GENITIVE
        | Self::INSTRUMENTAL
        | Self::DATIVE
        | Self::OBJECT
        | Self::FUTURE
        | Self::VERB;

    const fn has(self, any: u16) -> bool {
        self.0 & any != 0
    }

    fn set(&mut self, marks: u16) {
        self.0 |= marks;
    }

    fn clear(&mut self, marks: u16) {
        self.0 &= !marks;
    }
}

/// What is remembered of the words read so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Context {
    /// Class of the last word.
    last: Class,
    phrase: Phrase,
    marks: Marks,
    /// Cases that an open preposition wants.
    wanted: Tag,
    /// Number, case and gender of the current noun phrase.
    agreement: Tag,
    /// The noun phrase before a comma or conjunction.
    joined: Tag,
    /// Number, gender and person of the clause's nominative.
    subject: Tag,
    /// Number, gender and person of the clause's verb.
    verb: Tag,
}

impl Default for Context {
    fn default() -> Self {
        Self {
            last: Class::Interp,
            phrase: Phrase::Closed,
            marks: Marks::default(),
            wanted: NONE,
            agreement: NONE,
            joined: NONE,
            subject: NONE,
            verb: NONE,
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

/// A word as the rules see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'a> {
    pub(super) shape: Shape,
    /// Position among the words.
    pub(super) at: u32,
    /// Whether a sentence or a quotation begins here, where every word has a capital.
    pub(super) initial: bool,
    /// Whether the whole sentence is in capitals.
    pub(super) loud: bool,
    /// Whether it is the last word of its sentence.
    pub(super) last: bool,
    pub(super) text: &'a str,
}

/// What a step found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) score: i32,
    pub(super) context: Context,
    pub(super) places: Places,
    /// The tag, narrowed by agreement.
    pub(super) tag: Tag,
    /// The earlier word that it agreed with.
    pub(super) link: u32,
}

const NUMBER_CASE_GENDER: Tag = Tag::NUMBERS.with(Tag::CASES, Tag::CASES).with(Tag::GENDERS, Tag::GENDERS);
const NUMBER_GENDER: Tag = Tag::NUMBERS.with(Tag::GENDERS, Tag::GENDERS);
const PERSONS: Tag = Tag::PRI.with(Tag::SEC, Tag::SEC).with(Tag::TER, Tag::TER);

impl Context {
    /// Reads one more word.
    pub(super) fn step(mut self, mut places: Places, seen: Seen<'_>, candidate: &Candidate) -> Step {
        let mut tag = candidate.tag;
        let mut link = NOWHERE;
        let mut score = i32::from(candidate.score) + capital_score(seen, candidate);
        let class = tag.class();
        if self.marks.has(Marks::BREV) && self.last == Class::Brev && class != Class::Interp {
            score -= 200;
        }
        score += match class {
            Class::Subst | Class::Depr | Class::Ger | Class::Ppron12 | Class::Ppron3 | Class::Siebie => {
                self.noun(&mut places, &mut tag, &mut link, seen, candidate)
            }
            Class::Adj | Class::Ppas | Class::Pact | Class::Num => {
                self.modifier(&mut places, &mut tag, &mut link, seen, candidate)
            }
            Class::Fin
            | Class::Praet
            | Class::Bedzie
            | Class::Winien
            | Class::Impt
            | Class::Imps
            | Class::Cond
            | Class::Pred => self.verb(&mut places, &mut tag, &mut link, seen, candidate),
            Class::Inf | Class::Pcon | Class::Pant => self.infinitive(class, candidate),
            Class::Prep => self.preposition(tag, candidate.traits),
            Class::Conj => self.conjunction(candidate.traits),
            Class::Comp => self.complementizer(&mut places, seen, candidate.traits),
            Class::Interp => self.mark(&mut places, seen.text, seen.last),
            Class::Brev => {
                let year = candidate.traits.has(Traits::YEAR) && self.marks.has(Marks::ORDINAL);
                score += if year { 250 } else { 0 };
                if tag.has(Tag::PUN) {
                    self.marks.set(Marks::BREV);
                } else {
                    self.marks.clear(Marks::BREV);
                }
                self.phrase = if self.phrase == Phrase::Headed { Phrase::Closed } else { self.phrase };
                self.marks.clear(Marks::JOINED | Marks::COMMA);
                0
            }
            Class::Dig | Class::Romandig | Class::Ign | Class::Xxx | Class::Frag => {
                self.wanted = NONE;
                self.close();
                0
            }
            Class::Adjp => {
                if self.wanted.is_bare() {
                    -400
                } else {
                    self.wanted = NONE;
                    250
                }
            }
            Class::Adja => -100,
            _ => self.transparent(class, candidate),
        };
        self.last = class;
        Step { score, context: self, places, tag, link }
    }

    /// Equal contexts have equal fingerprints, and different ones all but never.
    pub(super) fn fingerprint(&self) -> u64 {
        let small = u64::from(self.marks.0) << 16 | (self.last as u64) << 8 | self.phrase as u64;
        let tags = [self.wanted, self.agreement, self.joined, self.subject, self.verb];
        tags.iter().fold(small, |hash, tag| {
            (hash.rotate_left(7) ^ tag.bits()).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
        })
    }

    fn close(&mut self) {
        self.phrase = Phrase::Closed;
        self.agreement = NONE;
        self.marks.clear(Marks::PHRASE | Marks::JOINED | Marks::COMMA);
        self.joined = NONE;
    }

    /// An open preposition or modifier that gets no noun.
    fn dangling(&self) -> i32 {
        let preposition = if self.wanted.is_bare() { 0 } else { -500 };
        preposition
            + match self.phrase {
                Phrase::Open if self.marks.has(Marks::ORDINAL) => -100,
                Phrase::Open if self.agreement.has(Tag::NOM) => -20,
                Phrase::Open => -60,
                Phrase::Counting => -110,
                _ => 0,
            }
    }

    /// How well a case fits where no preposition and no modifier calls for it.
    fn free_case(&self, tag: Tag) -> i32 {
        let marks = self.marks;
        if !self.joined.is_bare()
            && marks.has(Marks::JOINED | Marks::COMMA)
            && self.joined.has(tag.common(tag, Tag::CASES))
        {
            return 90;
        }
        if tag.has(Tag::NOM) {
            if !self.subject.is_bare() && marks.has(Marks::JOINED | Marks::COMMA) && marks.has(Marks::VERB) {
                // Another clause, with a subject of its own.
                return -50;
            }
            if self.subject.is_bare() || (self.last == Class::Pred && marks.has(Marks::COPULA)) {
                return if self.verb.is_bare() { 20 } else { self.subject_fit(tag) };
            }
            return if marks.has(Marks::COPULA) { -30 } else { -150 };
        }
        if tag.has(Tag::ACC) {
            let negated = if marks.has(Marks::NEGATED) { -100 } else { 0 };
            return negated
                + if !marks.has(Marks::VERB) {
                    -120
                } else if marks.has(Marks::COPULA | Marks::OBJECT) {
                    -130
                } else if marks.has(Marks::GENITIVE | Marks::INSTRUMENTAL) {
                    -40
                } else {
                    50
                };
        }
        if tag.has(Tag::GEN) {
            return if marks.has(Marks::NEGATED) {
                40
            } else if marks.has(Marks::GENITIVE) {
                80
            } else {
                -90
            };
        }
        if tag.has(Tag::INST) {
            return if marks.has(Marks::COPULA | Marks::INSTRUMENTAL) { 80 } else { -10 };
        }
        if tag.has(Tag::DAT) {
            return if marks.has(Marks::DATIVE) { 150 } else { 0 };
        }
        if tag.has(Tag::LOC) {
            return -500;
        }
        // The vocative opens a sentence or stands between commas.
        if self.last == Class::Interp && self.verb.is_bare() { 50 } else { -150 }
    }

    /// How well a nominative after the verb fits it.
    fn subject_fit(&self, tag: Tag) -> i32 {
        let person = !self.verb.has(PERSONS) || self.verb.has(Tag::TER);
        if person && self.verb_agrees(tag) { 90 } else { -250 }
    }

    fn verb_agrees(&self, tag: Tag) -> bool {
        let verb = self.verb;
        (!verb.has(Tag::NUMBERS) || verb.common(tag, Tag::NUMBERS).has(Tag::NUMBERS))
            && (!verb.has(Tag::GENDERS) || verb.common(tag, Tag::GENDERS).has(Tag::GENDERS))
    }

    /// A nominative outside prepositions becomes the subject.
    fn take_subject(&mut self, places: &mut Places, tag: Tag, at: u32, link: &mut u32) {
        if !tag.has(Tag::NOM) {
            if tag.has(Tag::ACC) {
                self.marks.set(Marks::OBJECT);
            }
            return;
        }
        if self.subject.is_bare() {
            if !self.verb.is_bare() && *link == NOWHERE && self.verb_agrees(tag) {
                *link = places.verb;
            }
            self.subject = tag.common(tag, NUMBER_GENDER);
            if tag.has(Tag::PRI | Tag::SEC) {
                self.subject = self.subject | tag.common(tag, PERSONS);
            }
            places.subject = at;
        } else if self.marks.has(Marks::JOINED) && !self.joined.is_bare() {
            self.subject = self.subject.with(Tag::NUMBERS, Tag::PL).with(Tag::GENDERS, Tag::GENDERS);
        }
    }

    fn noun(
        &mut self,
        places: &mut Places,
        tag: &mut Tag,
        link: &mut u32,
        seen: Seen<'_>,
        candidate: &Candidate,
    ) -> i32 {
        let pronoun = matches!(tag.class(), Class::Ppron12 | Class::Ppron3 | Class::Siebie);
        let name = candidate.traits.has(Traits::NAME);
        let mut free = false;
        let question = candidate.traits.has(Traits::QUESTION)
            && tag.class() == Class::Subst
            && self.wanted.is_bare()
            && (seen.initial || self.marks.has(Marks::COMMA | Marks::JOINED));
        let mut score = match self.phrase {
            Phrase::Counting => {
                let wanted = tag.has(Tag::GEN) && (tag.has(Tag::PL) || self.marks.has(Marks::ORDINAL));
                if wanted {
                    *link = places.phrase;
                    180
                } else {
                    -200
                }
            }
            Phrase::Open => self.head(places, tag, link, candidate),
            _ if !self.wanted.is_bare() => {
                if self.wanted.has(tag.common(*tag, Tag::CASES)) {
                    120
                } else {
                    -450
                }
            }
            Phrase::Headed => self.apposition(places, tag, link, seen, candidate, &mut free),
            Phrase::Closed if question => {
                self.subordinator(places);
                free = true;
                if tag.has(Tag::NOM | Tag::ACC) { 30 } else { self.free_case(*tag) }
            }
            Phrase::Closed => {
                free = true;
                self.free_case(*tag)
            }
        };
        if tag.class() == Class::Ppron3
            && self.wanted.is_bare() == tag.has(Tag::PRAEP)
            && tag.has(Tag::PRAEP) != tag.has(Tag::NPRAEP)
        {
            score -= if self.wanted.is_bare() { 400 } else { 200 };
        }
        if free || (self.phrase == Phrase::Open && !self.marks.has(Marks::GOVERNED)) {
            self.take_subject(places, *tag, seen.at, link);
        }
        if self.phrase == Phrase::Counting
            && !self.marks.has(Marks::GOVERNED)
            && self.agreement.has(Tag::NOM)
            && self.subject.is_bare()
        {
            // "Pięciu posłów głosowało": the verb stands in the neuter singular.
            self.subject = NONE | Tag::SG | Tag::N;
        }
        self.wanted = NONE;
        self.phrase = Phrase::Headed;
        self.joined = NONE;
        self.agreement = tag.common(*tag, NUMBER_CASE_GENDER);
        places.phrase = seen.at;
        self.marks.clear(Marks::PHRASE | Marks::JOINED | Marks::COMMA | Marks::BREV);
        if name {
            self.marks.set(Marks::NAME);
        }
        if candidate.traits.has(Traits::TITLE) {
            self.marks.set(Marks::TITLE);
        }
        if pronoun {
            self.phrase = Phrase::Closed;
        }
        score
    }

    /// A noun after its modifiers.
    fn head(&mut self, places: &Places, tag: &mut Tag, link: &mut u32, candidate: &Candidate) -> i32 {
        if self.marks.has(Marks::ORDINAL) && candidate.traits.has(Traits::MONTH) {
            return if tag.has(Tag::GEN) && tag.has(Tag::SG) { 250 } else { -100 };
        }
        let ordinal =
            if self.marks.has(Marks::ORDINAL) && !candidate.traits.has(Traits::YEAR) { -40 } else { 0 };
        if tag.agrees(self.agreement) {
            *link = places.phrase;
            let common = tag.common(self.agreement, NUMBER_CASE_GENDER);
            *tag = tag.with(NUMBER_CASE_GENDER, common);
            return 160
                + ordinal
                + if candidate.traits.has(Traits::YEAR) && self.marks.has(Marks::ORDINAL) { 150 } else { 0 };
        }
        if tag.has(Tag::GEN) || self.agreement.has(Tag::NOM) { -130 } else { -220 }
    }

    /// A noun right after a noun.
    fn apposition(
        &mut self,
        places: &Places,
        tag: &mut Tag,
        link: &mut u32,
        seen: Seen<'_>,
        candidate: &Candidate,
        free: &mut bool,
    ) -> i32 {
        let named = candidate.traits.has(Traits::NAME) || (seen.shape != Shape::Lower && !seen.initial);
        let same = tag.agrees(self.agreement);
        if tag.has(Tag::VOC) {
            // "panie pośle"
            return if same { 350 } else { -150 };
        }
        if named && self.marks.has(Marks::NAME | Marks::TITLE) {
            if same {
                *link = places.phrase;
                *tag = tag.with(NUMBER_CASE_GENDER, tag.common(self.agreement, NUMBER_CASE_GENDER));
                return 200;
            }
            return if tag.has(Tag::GEN) && !self.marks.has(Marks::NAME) { 20 } else { -100 };
        }
        if tag.has(Tag::GEN) {
            // What a gerund does is done to something: "wprowadzenie podatku".
            return if self.last == Class::Ger { 150 } else { 60 };
        }
        if named && (same || tag.has(Tag::NOM)) {
            return 0;
        }
        *free = true;
        self.free_case(*tag) - 20
    }

    fn modifier(
        &mut self,
        places: &mut Places,
        tag: &mut Tag,
        link: &mut u32,
        seen: Seen<'_>,
        candidate: &Candidate,
    ) -> i32 {
        let relative = candidate.traits.has(Traits::RELATIVE);
        if relative && (self.marks.has(Marks::COMMA) || !self.wanted.is_bare()) {
            return self.relative(places, tag, link, seen);
        }
        let digits = candidate.traits.has(Traits::DIGITS);
        let counting = tag.class() == Class::Num && tag.has(Tag::REC) && tag.has(Tag::NOM | Tag::ACC);
        let agrees = tag.agrees(self.agreement);
        let mut follows = false;
        let mut score = match self.phrase {
            Phrase::Counting if tag.has(Tag::GEN) && tag.has(Tag::PL) => {
                *link = places.phrase;
                100
            }
            Phrase::Open | Phrase::Headed if agrees => {
                *link = places.phrase;
                *tag = tag.with(NUMBER_CASE_GENDER, tag.common(self.agreement, NUMBER_CASE_GENDER));
                follows = self.phrase == Phrase::Headed;
                if follows { 90 } else { 100 }
            }
            Phrase::Open | Phrase::Counting => -150,
            _ if !self.wanted.is_bare() => {
                if self.wanted.has(tag.common(*tag, Tag::CASES)) {
                    110
                } else {
                    -450
                }
            }
            Phrase::Headed if tag.has(Tag::GEN) && self.last == Class::Ger => 110,
            Phrase::Headed if tag.has(Tag::GEN) => 30,
            _ => {
                let copula = self.marks.has(Marks::COPULA) && tag.has(Tag::NOM | Tag::INST) && !digits;
                if copula
                    && tag.has(Tag::NOM)
                    && !self.subject.is_bare()
                    && self.subject.has(tag.common(*tag, Tag::GENDERS))
                    && self.subject.has(tag.common(*tag, Tag::NUMBERS))
                {
                    *link = places.subject;
                    *tag = tag.with(Tag::GENDERS, tag.common(self.subject, Tag::GENDERS));
                    80
                } else if copula && tag.has(Tag::NOM) && self.subject.is_bare() && self.verb_agrees(*tag) {
                    30
                } else {
                    self.free_case(*tag) - 10
                }
            }
        };
        if digits && tag.class() == Class::Adj {
            score -= 100;
        }
        self.agreement = tag.common(*tag, NUMBER_CASE_GENDER);
        let ordinal = digits && tag.class() == Class::Adj;
        if !follows {
            self.phrase = if counting { Phrase::Counting } else { Phrase::Open };
            self.marks.clear(Marks::PHRASE | Marks::JOINED | Marks::COMMA | Marks::BREV);
            self.joined = if self.joined.has(tag.common(*tag, Tag::CASES)) { self.joined } else { NONE };
        }
        if ordinal {
            self.marks.set(Marks::ORDINAL);
        }
        places.phrase = seen.at;
        if !self.wanted.is_bare() {
            // The preposition has its case; the noun must agree with the modifier.
            self.wanted = NONE;
            self.marks.set(Marks::GOVERNED);
        }
        score
    }

    /// "który": a new clause, whose pronoun has number and gender of the noun before the comma.
    fn relative(&mut self, places: &mut Places, tag: &mut Tag, link: &mut u32, seen: Seen<'_>) -> i32 {
        let mut score = 0;
        if !self.wanted.is_bare() {
            score += if self.wanted.has(tag.common(*tag, Tag::CASES)) { 120 } else { -450 };
        }
        let noun = self.joined;
        if !noun.is_bare() {
            let both = tag.common(noun, NUMBER_GENDER);
            if both.has(Tag::NUMBERS) && both.has(Tag::GENDERS) {
                *tag = tag.with(NUMBER_GENDER, both);
                score += 60;
                *link = places.phrase;
            } else {
                score -= 60;
            }
        }
        let bare = self.wanted.is_bare();
        self.subordinator(places);
        if bare && tag.has(Tag::NOM) {
            self.subject = tag.common(*tag, NUMBER_GENDER);
            places.subject = seen.at;
            score += 30;
        } else if bare && tag.has(Tag::LOC) {
            score -= 500;
        }
        score
    }

    fn verb(
        &mut self,
        places: &mut Places,
        tag: &mut Tag,
        link: &mut u32,
        seen: Seen<'_>,
        candidate: &Candidate,
    ) -> i32 {
        let class = tag.class();
        let mut score = self.dangling();
        let joined = self.marks.has(Marks::JOINED | Marks::COMMA);
        if self.marks.has(Marks::VERB) && !joined && !(self.marks.has(Marks::FUTURE) && class == Class::Praet)
        {
            score -= 200;
        }
        if joined && self.marks.has(Marks::VERB) {
            // "przyszedł i powiedział": the subject stays, the rest is new.
            self.marks.clear(Marks::CLAUSE);
        }
        if class == Class::Pred && candidate.traits.has(Traits::COPULA) {
            // "Wolność to odpowiedzialność", "To dobry pomysł".
            score += if self.subject.is_bare() { -20 } else { 80 };
        }
        let personal = matches!(class, Class::Fin | Class::Praet | Class::Bedzie | Class::Winien);
        if personal && !self.subject.is_bare() {
            score += self.predicate(tag, link, places);
        }
        if class == Class::Impt && !self.subject.is_bare() {
            score -= 100;
        }
        self.close();
        self.wanted = NONE;
        self.verb = tag.common(*tag, NUMBER_GENDER.with(PERSONS, PERSONS));
        if matches!(class, Class::Imps | Class::Pred) {
            self.verb = NONE;
        }
        places.verb = seen.at;
        let negated = self.last == Class::Part && self.marks.has(Marks::NEGATED);
        self.marks.clear(Marks::CLAUSE);
        self.marks.set(Marks::VERB);
        if negated {
            self.marks.set(Marks::NEGATED);
        }
        if class == Class::Bedzie {
            self.marks.set(Marks::FUTURE);
        }
        self.govern(candidate.traits);
        score
    }

    fn govern(&mut self, traits: Traits) {
        const GOVERNMENT: &[(Traits, u16)] = &[
            (Traits::COPULA, Marks::COPULA),
            (Traits::MODAL, Marks::MODAL),
            (Traits::GENITIVE, Marks::GENITIVE),
            (Traits::INSTRUMENTAL, Marks::INSTRUMENTAL),
            (Traits::DATIVE, Marks::DATIVE),
        ];
        for (of, mark) in GOVERNMENT {
            if traits.has(*of) {
                self.marks.set(*mark);
            }
        }
    }

    /// A verb after its subject.
    fn predicate(&self, tag: &mut Tag, link: &mut u32, places: &Places) -> i32 {
        let subject = self.subject;
        let person = if subject.has(PERSONS) {
            subject.common(*tag, PERSONS).has(PERSONS) || !tag.has(PERSONS)
        } else {
            !tag.has(Tag::PRI | Tag::SEC)
        };
        let number = !tag.has(Tag::NUMBERS) || subject.common(*tag, Tag::NUMBERS).has(Tag::NUMBERS);
        let genders = subject.common(*tag, Tag::GENDERS);
        let gender = !tag.has(Tag::GENDERS) || genders.has(Tag::GENDERS);
        if person && number && gender {
            if tag.has(Tag::GENDERS) {
                *tag = tag.with(Tag::GENDERS, genders);
                *link = places.subject;
            }
            100
        } else {
            -200
        }
    }

    /// Infinitives and adverbial participles take objects like their verb.
    fn infinitive(&mut self, class: Class, candidate: &Candidate) -> i32 {
        let modal = class == Class::Inf && self.marks.has(Marks::MODAL | Marks::FUTURE);
        let score = self.dangling() + if modal { 80 } else { 0 };
        self.close();
        self.wanted = NONE;
        let negated = self.last == Class::Part && self.marks.has(Marks::NEGATED);
        self.marks
            .clear(Marks::OBJECT | Marks::COPULA | Marks::GENITIVE | Marks::INSTRUMENTAL | Marks::DATIVE);
        if class != Class::Inf && !negated {
            self.marks.clear(Marks::NEGATED);
        }
        self.marks.set(Marks::VERB);
        self.govern(candidate.traits);
        score
    }

    fn preposition(&mut self, tag: Tag, traits: Traits) -> i32 {
        if traits.has(Traits::POSTPOSITION) {
            // "dwa lata temu"
            return if self.phrase == Phrase::Headed { 200 } else { -150 };
        }
        let score = self.dangling();
        // "dom, w którym": the noun before the comma is still wanted.
        let (joined, comma) = (self.joined, self.marks.has(Marks::COMMA));
        self.close();
        if comma {
            self.joined = joined;
            self.marks.set(Marks::COMMA);
        }
        self.wanted = tag.common(tag, Tag::CASES);
        score
    }

    /// "że", "aby": a new clause; "jako", "niż" go on with the old one.
    fn complementizer(&mut self, places: &mut Places, seen: Seen<'_>, traits: Traits) -> i32 {
        if traits.has(Traits::COMPARISON) {
            let score = self.dangling();
            self.close();
            self.wanted = NONE;
            self.marks.set(Marks::COPULA);
            self.marks.clear(Marks::OBJECT);
            return score;
        }
        let opens = seen.initial || self.marks.has(Marks::COMMA);
        self.subordinator(places) + if opens { 50 } else { -50 }
    }

    fn conjunction(&mut self, traits: Traits) -> i32 {
        if self.lists_modifiers() {
            self.marks.set(Marks::JOINED);
            return 0;
        }
        let score = self.dangling() - if self.last == Class::Interp { 40 } else { 0 };
        self.join();
        if traits.has(Traits::ADVERSATIVE) && self.marks.has(Marks::VERB) {
            self.marks.clear(Marks::CLAUSE);
            self.subject = NONE;
            self.verb = NONE;
        }
        self.marks.set(Marks::JOINED);
        score
    }

    /// "mały, czarny pies", "stary i chory": modifiers in a row whose noun is still to come.
    fn lists_modifiers(&self) -> bool {
        self.phrase == Phrase::Open
            && !self.marks.has(Marks::ORDINAL)
            && matches!(self.last, Class::Adj | Class::Ppas | Class::Pact)
    }

    /// Remembers the noun phrase that a comma or conjunction follows.
    fn join(&mut self) {
        if self.phrase != Phrase::Closed {
            self.joined = self.agreement;
        }
        self.phrase = Phrase::Closed;
        self.agreement = NONE;
        self.wanted = NONE;
        self.marks.clear(Marks::PHRASE | Marks::BREV);
    }

    fn subordinator(&mut self, places: &mut Places) -> i32 {
        let score = self.dangling();
        *self = Self::default();
        *places = Places::default();
        score
    }

    fn mark(&mut self, places: &mut Places, mark: &str, last: bool) -> i32 {
        match mark {
            "," if self.lists_modifiers() => {
                self.marks.set(Marks::COMMA);
                0
            }
            "," => {
                let score = self.dangling() / 2;
                self.join();
                self.marks.set(Marks::COMMA);
                score
            }
            // After an abbreviation the phrase goes on: "prof. Nowak", "ul. Długiej".
            "." if self.last == Class::Brev => i32::from(self.marks.has(Marks::BREV)) * 120,
            "-" if self.last == Class::Adja => 400,
            "-" | "–" | "—" | "(" | ")" | ":" => {
                self.join();
                0
            }
            ";" | "." | "?" | "!" | "…" => {
                let early =
                    mark == "." && !last && !matches!(self.last, Class::Dig | Class::Interp | Class::Adj);
                let loose = matches!(self.last, Class::Conj | Class::Comp);
                let verbless = !self.marks.has(Marks::VERB);
                let score = self.dangling() / 2
                    - i32::from(loose) * 200
                    - i32::from(verbless) * 60
                    - i32::from(early) * 150;
                *self = Self::default();
                *places = Places::default();
                score
            }
            _ => 0,
        }
    }

    /// Adverbs and particles: the phrase around them goes on.
    fn transparent(&mut self, class: Class, candidate: &Candidate) -> i32 {
        if candidate.traits.has(Traits::NEGATION) {
            self.marks.set(Marks::NEGATED);
        }
        if self.phrase == Phrase::Headed {
            self.phrase = Phrase::Closed;
            self.agreement = NONE;
        }
        if !self.wanted.is_bare() && candidate.traits.has(Traits::FIXED) {
            // "na pewno", "od zawsze"
            self.wanted = NONE;
            return 60;
        }
        if self.wanted.is_bare() {
            0
        } else if class == Class::Adv {
            -60
        } else {
            -150
        }
    }
}

/// A capital inside a sentence belongs to a name; at its beginning it says nothing.
pub(super) fn capital_score(seen: Seen<'_>, candidate: &Candidate) -> i32 {
    match (seen.shape, seen.initial, candidate.traits.has(Traits::CAPITAL)) {
        _ if seen.loud => i32::from(candidate.traits.has(Traits::CAPITAL)) * 50,
        (Shape::Title, false, false) if candidate.traits.has(Traits::COMMON) => -100,
        (Shape::Title, false, false) => -180,
        (Shape::Title, true, true) => -60,
        (Shape::Upper, _, false) => -200,
        _ => 0,
    }
}
