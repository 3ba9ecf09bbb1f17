//! Noun phrases: government, agreement, apposition, numerals, relative pronouns.

use super::{
    Candidate, Class, Context, Marks, NONE, NOWHERE, NUMBER_CASE_GENDER, NUMBER_GENDER, PERSONS, Phrase,
    Places, Seen, Shape, Tag, Traits,
};

impl Context {
    /// How well a case fits where no preposition and no modifier calls for it.
    pub(super) fn free_case(&self, tag: Tag) -> i32 {
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
    pub(super) fn subject_fit(&self, tag: Tag) -> i32 {
        let person = !self.verb.has(PERSONS) || self.verb.has(Tag::TER);
        if person && self.verb_agrees(tag) { 90 } else { -250 }
    }

    pub(super) fn verb_agrees(&self, tag: Tag) -> bool {
        let verb = self.verb;
        (!verb.has(Tag::NUMBERS) || verb.common(tag, Tag::NUMBERS).has(Tag::NUMBERS))
            && (!verb.has(Tag::GENDERS) || verb.common(tag, Tag::GENDERS).has(Tag::GENDERS))
    }

    /// A nominative outside prepositions becomes the subject.
    pub(super) fn take_subject(&mut self, places: &mut Places, tag: Tag, at: u32, link: &mut u32) {
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

    pub(super) fn noun(
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
    pub(super) fn head(
        &mut self,
        places: &Places,
        tag: &mut Tag,
        link: &mut u32,
        candidate: &Candidate,
    ) -> i32 {
        if self.marks.has(Marks::ORDINAL) && candidate.traits.has(Traits::MONTH) {
            // "12 września" without a preposition is a date in the genitive.
            let dated = self.agreement.has(Tag::GEN) || self.marks.has(Marks::GOVERNED);
            let fits = tag.has(Tag::GEN) && tag.has(Tag::SG);
            return if fits { 200 + i32::from(dated) * 160 } else { -100 };
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
    pub(super) fn apposition(
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

    pub(super) fn modifier(
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
        // "w życie 12 września": figures begin a phrase of their own.
        let arabic = digits && seen.text.starts_with(|c: char| c.is_ascii_digit());
        let agrees = tag.agrees(self.agreement);
        let mut follows = false;
        let mut score = match self.phrase {
            Phrase::Counting if tag.has(Tag::GEN) && tag.has(Tag::PL) => {
                *link = places.phrase;
                100
            }
            Phrase::Open | Phrase::Headed if agrees && !(arabic && self.phrase == Phrase::Headed) => {
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
            // Days and years stand in the genitive more often than not.
            score -= if tag.has(Tag::GEN) { 50 } else { 100 };
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
    pub(super) fn relative(
        &mut self,
        places: &mut Places,
        tag: &mut Tag,
        link: &mut u32,
        seen: Seen<'_>,
    ) -> i32 {
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
}
