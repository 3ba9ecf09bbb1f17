//! Clauses: verbs with their subjects and objects, prepositions, conjunctions, marks.

use super::{
    Class, Context, FARTHER, Follower, Marks, NOWHERE, NUMBER_GENDER, PERSONS, Phrase, Places, Shape, Tag,
    Traits, Turn, Values,
};

impl Context {
    pub(super) fn verb(&mut self, turn: &mut Turn<'_>) -> i32 {
        let class = turn.tag.class();
        let mut score = self.dangling() + self.predicate_before(turn);
        let joined = self.marks.has(Marks::JOINED | Marks::COMMA);
        if self.marks.has(Marks::VERB) && !joined && !(self.marks.has(Marks::FUTURE) && class == Class::Praet)
        {
            score -= 200;
        }
        let negated = self.last == Class::Part && self.marks.has(Marks::NEGATED);
        let further = joined && self.marks.has(Marks::VERB);
        if further {
            // "przyszedł i powiedział": the subject stays, the rest is new.
            self.marks.clear(Marks::CLAUSE);
        }
        score += self.subject_before(turn, further);
        score -= self.dative_before(turn);
        self.close();
        self.wanted = Values::NONE;
        self.verb = Values::of(turn.tag, NUMBER_GENDER.with(PERSONS, PERSONS));
        if matches!(class, Class::Imps | Class::Pred) {
            self.verb = Values::NONE;
        }
        turn.places.verb = turn.seen.at;
        if self.marks.has(Marks::FREE_GENITIVE) && !negated && !turn.is(Traits::GENITIVE) {
            // "Piotrka znała od lat": without a negation it is an accusative; "Grecji grozi bankructwo": or a dative.
            score -= if turn.is(Traits::DATIVE) { 140 } else { 60 };
        }
        // "się zmienił", "decyzję podjął": what came before the verb is said of it too.
        let before = match (self.marks.has(Marks::VERB), self.subject.is_none()) {
            (true, _) => 0,
            (false, true) => Marks::OBJECTLESS | Marks::OBJECT,
            (false, false) => Marks::OBJECTLESS,
        };
        self.marks.clear(Marks::CLAUSE & !before);
        self.marks.set(Marks::VERB);
        if negated {
            self.marks.set(Marks::NEGATED);
        }
        if class == Class::Bedzie {
            self.marks.set(Marks::FUTURE);
        }
        self.govern(turn.traits);
        score
    }

    /// "Oskarżonym grozi dożywocie": whom a verb with a dative has before it are several rather than one in the instrumental.
    fn dative_before(&self, turn: &Turn<'_>) -> i32 {
        let open = self.phrase == Phrase::Open
            && self.agreement.has(Tag::INST)
            && self.agreement.has(Tag::SG)
            && !self.marks.has(Marks::GOVERNED);
        let instrumental = open || self.marks.has(Marks::FREE_INSTRUMENTAL);
        i32::from(instrumental && turn.is(Traits::DATIVE) && !turn.is(Traits::COPULA)) * 150
    }

    /// How well a verb fits the subject before it, or that there is none; `further` where another verb of the clause has had it.
    fn subject_before(&mut self, turn: &mut Turn<'_>, further: bool) -> i32 {
        let class = turn.tag.class();
        let mut score = 0;
        if class == Class::Pred && turn.is(Traits::COPULA) {
            // "Wolność to odpowiedzialność", "To dobry pomysł".
            score += if self.subject.is_none() { -20 } else { 80 };
        }
        let personal = matches!(class, Class::Fin | Class::Praet | Class::Bedzie | Class::Winien);
        if personal && !self.subject.is_none() {
            let fits = self.predicate(turn);
            let behind_comma = further && self.last == Class::Interp && self.marks.has(Marks::COMMA);
            if behind_comma && fits < 0 {
                // "Dom, który kupił wójt, wymaga remontu": behind a comma the clause before it goes on, whose subject is farther
                // back.
                self.subject = Values::NONE;
                if turn.tag.has(Tag::GENDERS) {
                    turn.link = FARTHER;
                }
                return score - 60;
            }
            // What has no subject goes on without one.
            score += if further { fits.min(0) } else { fits };
            let Places { subject, verb, .. } = *turn.places;
            let inverted = subject != NOWHERE && verb != NOWHERE && subject > verb;
            let contrasts = self.marks.has(Marks::CONTRAST);
            if inverted && (behind_comma || further && (contrasts || turn.is(Traits::INTRANSITIVE))) {
                // "Wzrosły koszty, spadły zyski", "padał deszcz i wiał wiatr", "biegłych powoła sąd, a koszty pokryje gmina":
                // another subject may follow.
                self.subject = Values::NONE;
            }
            if self.marks.has(Marks::COMMA) && !self.marks.has(Marks::VERB) {
                // "Oprócz utworów Chopina, będzie …": a comma seldom parts a subject from its verb.
                score -= 100;
            }
        }
        if class == Class::Impt && !self.subject.is_none() {
            score -= 100;
        }
        if turn.is_impersonal() && !self.subject.is_none() && !self.marks.has(Marks::VERB) {
            // "Nowe przepisy uchwalono": what has no subject has an object.
            score -= 200;
        }
        score
    }

    /// "Wyznaczone zostaną miejsca": what stands before its copula has the copula's number and gender.
    fn predicate_before(&self, turn: &mut Turn<'_>) -> i32 {
        let open = self.phrase == Phrase::Open && self.agreement.has(Tag::NOM);
        if !open || self.marks.has(Marks::GOVERNED) || !turn.tag.has(Tag::NUMBERS) {
            return 0;
        }
        let same = |mask| !turn.tag.has(mask) || self.agreement.has(turn.tag.common(turn.tag, mask));
        let copula = turn.is(Traits::COPULA);
        if !same(Tag::NUMBERS) || !same(Tag::GENDERS) {
            // "Ostatni gasi światło": so has what stands for its subject.
            return if copula { -100 } else { i32::from(self.subject.is_none()) * -60 };
        }
        if !copula {
            return 0;
        }
        if turn.tag.has(Tag::GENDERS) {
            turn.agree(self.agreement.tag(), Tag::GENDERS, turn.places.phrase);
        }
        0
    }

    pub(super) fn govern(&mut self, traits: Traits) {
        const GOVERNMENT: &[(Traits, u32)] = &[
            (Traits::COPULA, Marks::COPULA),
            (Traits::MODAL, Marks::MODAL),
            (Traits::GENITIVE, Marks::GENITIVE),
            (Traits::INSTRUMENTAL, Marks::INSTRUMENTAL),
            (Traits::DATIVE, Marks::DATIVE),
            (Traits::INTRANSITIVE, Marks::OBJECTLESS),
            (Traits::SPEECH, Marks::SPEECH),
        ];
        for (of, mark) in GOVERNMENT {
            if traits.has(*of) {
                self.marks.set(*mark);
            }
        }
    }

    /// A verb after its subject.
    fn predicate(&self, turn: &mut Turn<'_>) -> i32 {
        let (subject, tag) = (self.subject.tag(), turn.tag);
        let person = if turn.seen.follower == Follower::Person {
            // "Ten wniosek złożyłem": a noun is no subject of the first person.
            subject.has(Tag::PRI | Tag::SEC)
        } else if subject.has(PERSONS) {
            subject.common(tag, PERSONS).has(PERSONS) || !tag.has(PERSONS)
        } else {
            !tag.has(Tag::PRI | Tag::SEC)
        };
        let number = !tag.has(Tag::NUMBERS) || subject.common(tag, Tag::NUMBERS).has(Tag::NUMBERS);
        let genders = subject.common(tag, Tag::GENDERS);
        let gender = !tag.has(Tag::GENDERS) || genders.has(Tag::GENDERS);
        if person && number && gender {
            if tag.has(Tag::GENDERS) {
                turn.agree(subject, Tag::GENDERS, turn.places.subject);
            }
            100
        } else {
            -200
        }
    }

    /// Infinitives and adverbial participles take objects like their verb.
    pub(super) fn infinitive(&mut self, turn: &Turn<'_>) -> i32 {
        let class = turn.tag.class();
        let modal = class == Class::Inf && self.marks.has(Marks::MODAL | Marks::FUTURE);
        let score = self.dangling() + if modal { 80 } else { 0 };
        if self.marks.has(Marks::JOINED | Marks::COMMA) {
            // "trzeba poczekać, znaleźć powód"
            self.marks.clear(Marks::OBJECTLESS);
        }
        self.close();
        self.wanted = Values::NONE;
        let negated = self.last == Class::Part && self.marks.has(Marks::NEGATED);
        self.marks
            .clear(Marks::OBJECT | Marks::COPULA | Marks::GENITIVE | Marks::INSTRUMENTAL | Marks::DATIVE);
        self.marks.set(Marks::INFINITIVE);
        if class != Class::Inf && !negated {
            self.marks.clear(Marks::NEGATED);
        }
        self.marks.set(Marks::VERB);
        self.govern(turn.traits);
        score
    }

    pub(super) fn preposition(&mut self, turn: &Turn<'_>) -> i32 {
        if turn.is(Traits::DISTANCE) {
            // "dwa lata temu"
            return match self.phrase {
                Phrase::Headed if self.agreement.has(Tag::ACC) => 400,
                Phrase::Headed => 200,
                _ => -150,
            };
        }
        let partitive = turn.is(Traits::LOCAL) && turn.tag.has(Tag::GEN) && self.marks.has(Marks::PARTITIVE);
        // "kryteria określone w ustawie": participles have complements more often than adjectives.
        let score = self.dangling() + i32::from(self.last == Class::Ppas) * 100;
        // "dom, w którym": the noun before the comma is still wanted.
        let (joined, comma) = (self.joined, self.marks.has(Marks::COMMA));
        self.close();
        if comma {
            self.joined = joined;
            self.marks.set(Marks::COMMA);
        }
        self.wanted = Values::of(turn.tag, Tag::CASES);
        if turn.is(Traits::LOCAL) {
            self.marks.set(Marks::LOCAL);
        }
        if partitive {
            self.marks.set(Marks::PARTITIVE);
        }
        if turn.is(Traits::PURPOSE) {
            self.marks.set(Marks::PURPOSE);
        }
        score
    }

    /// "że", "aby": a new clause; "jako", "niż" go on with the old one.
    pub(super) fn complementizer(&mut self, turn: &mut Turn<'_>) -> i32 {
        if turn.is(Traits::COMPARISON) {
            let score = self.dangling();
            if matches!(self.last, Class::Adj | Class::Adv) {
                // "ma dom większy niż szkoła"
                self.marks.clear(Marks::LAST);
            } else if matches!(self.last, Class::Pcon | Class::Imps) && !self.marks.has(Marks::OBJECTLESS) {
                // "podając jako powód chorobę": the object is to come.
                self.marks.set(Marks::LAST_ACCUSATIVE);
            }
            self.close();
            self.wanted = Values::of(Tag::CASES, Tag::CASES.with(Tag::LOC | Tag::VOC, Tag::IGN));
            self.marks.set(Marks::OPTIONAL);
            return score;
        }
        let opens = turn.seen.initial || self.marks.has(Marks::COMMA);
        if turn.is(Traits::ADVERSATIVE) && !opens {
            // "Sprawdźmy więc ceny": inside of a clause it joins nothing.
            return self.transparent(turn);
        }
        self.subordinator(turn) + if opens { 50 } else { -50 }
    }

    pub(super) fn conjunction(&mut self, turn: &Turn<'_>) -> i32 {
        if self.lists_modifiers() {
            self.marks.set(Marks::JOINED);
            return 0;
        }
        let misplaced = self.last == Class::Interp && !turn.is(Traits::ADVERSATIVE);
        let score = self.dangling() - i32::from(misplaced) * 40;
        self.join();
        self.marks.set(Marks::JOINED);
        if !turn.is(Traits::ADVERSATIVE) {
            return score;
        }
        self.marks.set(Marks::CONTRAST);
        // "Jednak rząd odmówił": at the beginning it joins sentences, inside of one it is a particle.
        score + i32::from(turn.seen.initial) * 120
    }

    /// "mały, czarny pies", "stary i chory": modifiers in a row whose noun is still to come.
    pub(super) fn lists_modifiers(&self) -> bool {
        self.phrase == Phrase::Open
            && !self.marks.has(Marks::ORDINAL)
            && matches!(self.last, Class::Adj | Class::Ppas | Class::Pact)
    }

    /// Remembers the noun phrase that a comma or conjunction follows.
    pub(super) fn join(&mut self) {
        if self.phrase != Phrase::Closed {
            self.joined = self.agreement;
        }
        self.phrase = Phrase::Closed;
        self.agreement = Values::NONE;
        self.wanted = Values::NONE;
        self.marks.clear(Marks::PHRASE | Marks::BREV);
    }

    pub(super) fn subordinator(&mut self, turn: &mut Turn<'_>) -> i32 {
        let score = self.dangling();
        *self = Self::default();
        *turn.places = Places::default();
        score
    }

    pub(super) fn mark(&mut self, turn: &mut Turn<'_>) -> i32 {
        match turn.seen.text {
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
            "." if self.last == Class::Brev => {
                i32::from(self.marks.has(Marks::BREV) && !turn.is_last()) * 120
            }
            // "w 68. minucie": an ordinal in figures waits for its noun.
            "." if !turn.is_last() && self.phrase == Phrase::Open && self.marks.has(Marks::ORDINAL) => 0,
            "-" if self.last == Class::Adja => 260,
            _ if turn.seen.is_inside && self.phrase == Phrase::Headed => {
                self.marks.set(Marks::HALVED);
                0
            }
            "-" | "–" | "—" => {
                // "… – mówi rzecznik – …": another clause, with another subject.
                self.join();
                self.subject = Values::NONE;
                self.verb = Values::NONE;
                self.marks.clear(Marks::CLAUSE);
                *turn.places = Places { phrase: turn.places.phrase, ..Places::default() };
                0
            }
            "(" | ")" | ":" => {
                // "(1918)", "2:0", "1)": figures that count nothing.
                let uncounted = self.last == Class::Num;
                self.join();
                self.marks.set(Marks::COMMA);
                i32::from(uncounted) * -150
            }
            ";" | "." | "?" | "!" | "…" => self.stop(turn),
            _ => 0,
        }
    }

    /// The mark behind a clause that ends for good.
    fn stop(&mut self, turn: &mut Turn<'_>) -> i32 {
        // "Zajął 3. miejsce": figures with a period inside of a sentence are an ordinal, unless they number it.
        let numbers_it = self.last == Class::Dig && !self.marks.has(Marks::VERB);
        let early = turn.seen.text == "."
            && !turn.is_last()
            && !numbers_it
            && !matches!(self.last, Class::Interp | Class::Adj);
        let loose = matches!(self.last, Class::Conj | Class::Comp);
        let verbless = !self.marks.has(Marks::VERB);
        // "Odpadło koło": a preposition may hardly be the last word.
        let dangling = if self.last == Class::Prep { self.dangling() } else { self.dangling() / 2 };
        let score = dangling - i32::from(loose) * 200 - i32::from(verbless) * 60 - i32::from(early) * 150;
        *self = Self::default();
        *turn.places = Places::default();
        score
    }

    /// "12 września 2020 r.": the year stands in the phrase of its ordinal; figures count what is shortened behind them.
    pub(super) fn abbreviation(&mut self, turn: &mut Turn<'_>) -> i32 {
        let year = turn.is(Traits::YEAR) && self.marks.has(Marks::ORDINAL);
        // "5 tys. zł"
        let counted = self.last == Class::Num && !turn.is(Traits::YEAR | Traits::ADJECTIVE);
        if counted {
            // "4,5 tys. osób": the figures have the gender of the thousands.
            turn.places.phrase = NOWHERE;
        }
        if turn.tag.has(Tag::PUN) {
            self.marks.set(Marks::BREV);
        } else {
            self.marks.clear(Marks::BREV);
        }
        if self.phrase == Phrase::Headed && !turn.is(Traits::TITLE) {
            self.phrase = Phrase::Closed;
        }
        self.marks.clear(Marks::JOINT);
        i32::from(year) * 250 + i32::from(counted) * 150 - Self::lacks_period(turn, counted)
    }

    /// What speaks against an abbreviation that should have a period; `counted` behind figures.
    fn lacks_period(turn: &Turn<'_>, counted: bool) -> i32 {
        // Initials have it or have it not: "M: Nie umiem".
        if !turn.tag.has(Tag::PUN) || turn.seen.shape != Shape::Lower {
            return 0;
        }
        match turn.seen.follower {
            Follower::Period => 0,
            // "o 2 gr.": units have no period of their own.
            Follower::End => i32::from(counted) * 50,
            // "był tłum, a"
            Follower::Nothing | Follower::Word | Follower::Person => 200,
        }
    }

    /// Adverbs and particles: the phrase around them goes on.
    pub(super) fn transparent(&mut self, turn: &mut Turn<'_>) -> i32 {
        if self.is_question(turn) && self.wanted.is_none() {
            // "wczoraj, gdy": a new clause.
            return self.subordinator(turn) + 50;
        }
        if turn.is(Traits::NEGATION) {
            self.marks.set(Marks::NEGATED);
        } else if self.last == Class::Conj && turn.tag.class() == Class::Part {
            // "kupił dom, a także działkę": what is joined so contrasts with nothing.
            self.marks.clear(Marks::CONTRAST);
        }
        let score = self.settles_noun(turn);
        if turn.is(Traits::REFLEXIVE) {
            self.marks.set(Marks::OBJECTLESS);
        }
        // "w miastach nie będących stolicami": a participle may follow.
        if self.phrase == Phrase::Headed && !turn.is(Traits::NEGATION) {
            self.phrase = Phrase::Closed;
            self.agreement = Values::NONE;
        }
        if self.wanted.is_none() {
            return score;
        }
        if turn.is(Traits::FIXED) {
            // "na pewno", "od zawsze"
            self.wanted = Values::NONE;
            return 60;
        }
        if turn.tag.class() == Class::Adv { -60 } else { -150 }
    }

    /// What an adverb or particle says of the noun before it: "uczenie się" is a gerund, "rok później" an accusative.
    fn settles_noun(&self, turn: &Turn<'_>) -> i32 {
        let gerund = turn.is(Traits::REFLEXIVE) && self.last == Class::Ger;
        let time = turn.is(Traits::DISTANCE)
            && self.marks.has(Marks::TIME)
            && self.phrase == Phrase::Headed
            && self.agreement.has(Tag::ACC);
        i32::from(gerund || time) * 200
    }
}
