//! Modifiers: adjectives, participles, numerals, relative pronouns.

use super::{
    Class, Context, FARTHER, Follower, Marks, NOWHERE, NUMBER_CASE_GENDER, NUMBER_GENDER, Phrase, Shape, Tag,
    Traits, Turn, Values,
};

impl Context {
    /// "powodu wrogiego nastawienia": whether the modifier before a genitive may be its own rather than that of the noun
    /// before them. "państwa członkowskiego Unii": names seldom have one.
    pub(super) fn has_modifier(&self, turn: &Turn<'_>) -> bool {
        let genders = match (self.agreement.has(Tag::PL), self.agreement.has(Tag::F)) {
            (true, _) => Tag::GENDERS,
            (false, true) => Tag::F,
            (false, false) => Tag::MASCULINE | Tag::N,
        };
        matches!(self.last, Class::Adj | Class::Ppas)
            && turn.seen.shape == Shape::Lower
            && self.agreement.has(Tag::GEN)
            && self.agreement.has(turn.tag.common(turn.tag, Tag::NUMBERS))
            && turn.tag.has(genders)
    }

    pub(super) fn modifier(&mut self, turn: &mut Turn<'_>) -> i32 {
        if turn.is(Traits::RELATIVE) && self.is_relative(turn) {
            return self.relative(turn);
        }
        let ordinal = turn.is(Traits::DIGITS) && turn.tag.class() == Class::Adj;
        let dated = if ordinal { Self::dated(turn) } else { 0 };
        let follows = self.phrase == Phrase::Headed && self.goes_on(turn);
        let score = self.modifier_fit(turn) - dated;
        let tag = turn.tag;
        if turn.link == NOWHERE && self.wanted.is_none() {
            turn.link = self.described(turn);
        }
        let agreement = if follows { self.agreement.tag() } else { NUMBER_CASE_GENDER };
        self.agreement = Values::of(tag, agreement);
        if !follows {
            let counting = tag.class() == Class::Num && tag.has(Tag::REC) && tag.has(Tag::NOM | Tag::ACC);
            self.phrase = if counting { Phrase::Counting } else { Phrase::Open };
            self.marks.clear(Marks::PHRASE & !Marks::LOCAL | self.joint_before_head() | Marks::BREV);
            self.joined =
                if self.joined.has(tag.common(tag, Tag::CASES)) { self.joined } else { Values::NONE };
        }
        if ordinal {
            self.marks.set(Marks::ORDINAL);
        }
        if turn.is(Traits::DATIVE) {
            // "potrzebny krajowi", "przekazany gminie"
            self.marks.set(Marks::DATIVE);
        }
        if turn.is(Traits::PARTITIVE) {
            self.marks.set(Marks::PARTITIVE);
        }
        turn.places.phrase = turn.seen.at;
        if !self.wanted.is_none() {
            // The preposition has its case; the noun must agree with the modifier.
            self.wanted = Values::NONE;
            self.marks.set(Marks::GOVERNED);
        }
        score
    }

    /// What speaks against an ordinal in figures.
    fn dated(turn: &Turn<'_>) -> i32 {
        if turn.seen.follower == Follower::Period && turn.has_figures() {
            // "zajął 3. miejsce"
            -60
        } else if turn.tag.has(Tag::GEN) {
            // Days and years stand in the genitive more often than not.
            50
        } else {
            100
        }
    }

    /// The word whose gender a modifier has that nothing governs: the verb that its noun will be the subject of, "wyszedł nowy
    /// album", or what a participle behind a comma or the second of two adjectives describes, "wdowa, opuszczona przez
    /// wszystkich", "uzasadnienie prawne i faktyczne".
    fn described(&self, turn: &Turn<'_>) -> u32 {
        let tag = turn.tag;
        let joined = self.joined.tag();
        let genders = joined.common(joined, Tag::GENDERS).bits();
        let second = tag.class() == Class::Adj && self.marks.has(Marks::JOINED) && genders.is_power_of_two();
        if self.is_parted(tag) || second && tag.agrees(joined) {
            turn.places.phrase
        } else if tag.has(Tag::NOM) && self.subject.is_none() && !self.verb.is_none() && self.verb_agrees(tag)
        {
            turn.places.verb
        } else {
            NOWHERE
        }
    }

    /// Whether a participle stands behind a comma and agrees with the noun before that.
    fn is_parted(&self, tag: Tag) -> bool {
        let participle = matches!(tag.class(), Class::Ppas | Class::Pact);
        participle && self.marks.has(Marks::COMMA) && tag.agrees(self.joined.tag())
    }

    /// Whether a modifier agrees with the phrase before it. "w życie 12 września": figures begin a phrase of their own.
    fn goes_on(&self, turn: &Turn<'_>) -> bool {
        let figures = turn.is(Traits::DIGITS) && turn.has_figures();
        // "zwołania statutowego zjazdu": so does what something is done to.
        let of_gerund = self.last == Class::Ger && turn.tag.has(Tag::GEN) && turn.tag.class() == Class::Adj;
        turn.tag.agrees(self.agreement.tag()) && !((figures || of_gerund) && self.phrase == Phrase::Headed)
    }

    /// "Powstania Warszawskiego": names of things are made of adjectives, those of people of surnames.
    fn is_part_of_name(&self, turn: &Turn<'_>) -> bool {
        turn.seen.shape == Shape::Title
            && self.last == Class::Subst
            && !turn.is(Traits::NAME | Traits::DIGITS)
            && !self.agreement.has(Tag::M1)
    }

    /// "powodu wrogiego nastawienia": whether a genitive behind a genitive may be that of a noun still to come, whose gender
    /// it then has.
    fn may_belong_to_next(turn: &Turn<'_>) -> bool {
        let class = matches!(turn.tag.class(), Class::Adj | Class::Ppas);
        class && turn.tag.has(Tag::GEN) && turn.seen.shape == Shape::Lower
    }

    /// How well a modifier fits what stands before it.
    fn modifier_fit(&self, turn: &mut Turn<'_>) -> i32 {
        let tag = turn.tag;
        match self.phrase {
            Phrase::Counting if tag.has(Tag::GEN) && self.counts(tag) => {
                turn.link = turn.places.phrase;
                100
            }
            Phrase::Headed if self.goes_on(turn) => {
                turn.link = turn.places.phrase;
                let named = match (self.is_part_of_name(turn), self.marks.has(Marks::LABELLED)) {
                    (false, _) => 0,
                    // "Politechnice Wrocławskiej"
                    (true, true) => 180,
                    (true, false) => 90,
                };
                if Self::may_belong_to_next(turn) {
                    return 90 + named;
                }
                turn.agree(self.agreement.tag(), NUMBER_CASE_GENDER, turn.places.phrase);
                match self.last {
                    Class::Ger => -30,
                    // "na drodze krajowej": rather than another phrase.
                    _ if turn.tag.has(Tag::LOC | Tag::DAT) && !turn.is(Traits::DIGITS) => 150 + named,
                    _ => 90 + named,
                }
            }
            Phrase::Open if self.goes_on(turn) => {
                turn.agree(self.agreement.tag(), NUMBER_CASE_GENDER, turn.places.phrase);
                100
            }
            Phrase::Open | Phrase::Headed if self.is_object_of_participle(tag) => 20,
            Phrase::Open | Phrase::Headed if self.is_dative_of_modifier(tag) => 180,
            Phrase::Open | Phrase::Counting => -150,
            _ if !self.wanted.is_none() => self.governed(tag, 110),
            Phrase::Headed if tag.has(Tag::GEN) && tag.has(Tag::N) && self.marks.has(Marks::PARTITIVE) => {
                // "coś dobrego"
                turn.link = turn.places.phrase;
                60
            }
            Phrase::Headed if tag.has(Tag::GEN) => match self.last {
                Class::Ger if tag.agrees(self.agreement.tag()) => 60,
                Class::Ger => 140,
                _ => 30,
            },
            _ => self.predicative(turn),
        }
    }

    /// A modifier on its own: behind a copula it says what the subject is.
    fn predicative(&self, turn: &mut Turn<'_>) -> i32 {
        let tag = turn.tag;
        if self.marks.has(Marks::COPULA) && tag.has(Tag::NOM) && !turn.is(Traits::DIGITS) {
            let same = |mask| self.subject.has(tag.common(tag, mask));
            if same(Tag::GENDERS) && same(Tag::NUMBERS) {
                turn.agree(self.subject.tag(), Tag::GENDERS, turn.places.subject);
                return 80;
            }
            if self.subject.is_none() && self.verb_agrees(tag) {
                if self.verb.has(Tag::PRI | Tag::SEC) && tag.has(Tag::M1) {
                    // "Jestem pewien"
                    turn.tag = tag.with(Tag::GENDERS, Tag::M1);
                }
                return 30;
            }
        }
        let beside = tag.class() != Class::Num && tag.has(Tag::NOM) && self.marks.has(Marks::OBJECTLESS);
        if beside && self.is_of_subject(tag) {
            // "Wrócił zmęczony", "czuje się oszukany": what is said of the subject beside what it does.
            turn.link = if self.subject.is_none() { turn.places.verb } else { turn.places.subject };
            return -40;
        }
        if self.is_parted(tag) {
            // "o firmach, działających w kraju": what a participle behind a comma describes stands before it.
            return if tag.has(Tag::DAT) { 180 } else { 110 };
        }
        if tag.class() == Class::Adj || self.marks.has(Marks::VERB) {
            // "Zagraża całej stolicy": the noun counts once more how rare this case is.
            let awaited = tag.has(Tag::DAT) && self.marks.has(Marks::DATIVE) && self.phrase == Phrase::Closed;
            return self.free_case(tag) + i32::from(awaited) * 80 - 10;
        }
        if tag.has(Tag::NOM) && Self::refers_to(self.subject, tag) {
            // "Dzieci z sal przynoszone są"
            turn.agree(self.subject.tag(), Tag::GENDERS, turn.places.subject);
            return -40;
        }
        // "Człowiek ubrany w kombinezon": what is done is rather said of the subject.
        self.free_case(tag) - if tag.has(Tag::ACC) { 35 } else { 10 }
    }

    /// Whether a modifier agrees with the subject, or with a verb that needs none: "czuję się oszukany".
    fn is_of_subject(&self, tag: Tag) -> bool {
        if self.subject.is_none() {
            self.verb.has(Tag::PRI | Tag::SEC) && self.verb_agrees(tag)
        } else {
            Self::refers_to(self.subject, tag)
        }
    }

    /// Whether a relative pronoun opens a clause here. "Pieniądze, jakie", but "nie wie, w jaki sposób".
    fn is_relative(&self, turn: &Turn<'_>) -> bool {
        let behind = self.marks.has(Marks::COMMA) || !self.wanted.is_none();
        behind && (!turn.is(Traits::QUESTION) || Self::refers_to(self.joined, turn.tag))
    }

    /// Whether a modifier may have its number and gender from the noun with these values.
    fn refers_to(noun: Values, modifier: Tag) -> bool {
        let both = modifier.common(noun.tag(), NUMBER_GENDER);
        both.has(Tag::NUMBERS) && both.has(Tag::GENDERS)
    }

    /// "który": a new clause, whose pronoun has number and gender of the noun before the comma.
    fn relative(&mut self, turn: &mut Turn<'_>) -> i32 {
        let bare = self.wanted.is_none();
        let mut score = if bare { 0 } else { self.governed(turn.tag, 120) };
        if !self.joined.is_none() {
            if Self::refers_to(self.joined, turn.tag) {
                turn.agree(self.joined.tag(), NUMBER_GENDER, turn.places.phrase);
                score += 60;
            } else {
                // "osoby w wieku emerytalnym, które"
                turn.link = FARTHER;
                score -= 60;
            }
        }
        self.subordinator(turn);
        if bare && turn.tag.has(Tag::NOM) {
            self.subject = Values::of(turn.tag, NUMBER_GENDER);
            turn.places.subject = turn.seen.at;
            score += 30;
        } else if bare && turn.tag.has(Tag::ACC) {
            // "ustawa, którą przygotował resort"
            self.marks.set(Marks::OBJECT);
        } else if bare && turn.tag.has(Tag::INST) {
            score -= 40;
        } else if bare && turn.tag.has(Tag::LOC) {
            score -= 500;
        }
        score
    }
}
