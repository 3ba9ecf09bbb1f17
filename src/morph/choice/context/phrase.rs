//! Nouns and pronouns: government, agreement, apposition, subjects.

use super::{
    Class, Context, Marks, NOWHERE, NUMBER_CASE_GENDER, NUMBER_GENDER, PERSONS, Phrase, Shape, Tag, Traits,
    Turn, Values,
};

/// What a name costs that stays in the nominative, whatever stands around it.
const UNINFLECTED: i32 = -100;

/// "na jego drodze", "cały ich dobytek": behind a preposition these forms are never what it governs.
pub(in crate::morph) fn is_possessive(tag: Tag) -> bool {
    const POSSESSIVE: Tag = Tag::of(Class::Ppron3).with(Tag::GEN, Tag::GEN).with(Tag::AKC, Tag::AKC);
    tag.is_of(POSSESSIVE) && !tag.has(Tag::PRAEP)
}

impl Context {
    /// How well a case fits where no preposition and no modifier calls for it.
    pub(super) fn free_case(&self, tag: Tag) -> i32 {
        let marks = self.marks;
        let counts = tag.class() == Class::Num && tag.has(Tag::REC) && tag.has(Tag::NOM);
        // "Wystąpiło siedem drużyn": the verb is in the neuter singular.
        let tag = if counts { tag.with(NUMBER_GENDER, Tag::SG | Tag::N) } else { tag };
        if !self.joined.is_none()
            && marks.has(Marks::JOINED | Marks::COMMA)
            && self.joined.has(tag.common(tag, Tag::CASES))
            && (!self.contrasts() || marks.has(Marks::NEGATED))
        {
            // A comma and "a" part clauses as well; how rare its case is what is joined has shown before.
            let rare = if tag.has(Tag::DAT) { 100 } else { 0 };
            // Each of several subjects would count once more that nominatives are frequent.
            let rare = rare - i32::from(tag.has(Tag::NOM)) * 10;
            return rare + if marks.has(Marks::JOINED) && !marks.has(Marks::CONTRAST) { 90 } else { 60 };
        }
        if tag.has(Tag::NOM) {
            return self.free_nominative(tag).max(self.joined_over(Marks::LAST_NOMINATIVE));
        }
        if tag.has(Tag::ACC) {
            return self.free_accusative(tag).max(self.joined_over(Marks::LAST_ACCUSATIVE));
        }
        if tag.has(Tag::GEN) {
            // "Nie ulega wątpliwości": what has no accusative has no genitive either.
            let dative = marks.has(Marks::DATIVE) && marks.has(Marks::OBJECTLESS);
            return if marks.has(Marks::NEGATED) && !dative {
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
        match self.last {
            Class::Interp if self.verb.is_none() => 50,
            Class::Interp => -50,
            _ => -150,
        }
    }

    /// How well a case fits that of the last free noun phrase, the one that `last` marks, where its genitive stands between.
    fn joined_over(&self, last: u32) -> i32 {
        let marks = self.marks;
        let joins = marks.has(last)
            && !marks.has(Marks::CONTRAST)
            && self.joined.has(Tag::GEN | Tag::LOC | Tag::INST);
        match (joins, marks.has(Marks::JOINED), marks.has(Marks::COMMA)) {
            (true, true, _) => 40,
            (true, false, true) => 0,
            _ => i32::MIN,
        }
    }

    fn free_nominative(&self, tag: Tag) -> i32 {
        let marks = self.marks;
        if !self.subject.is_none() && marks.has(Marks::JOINED | Marks::COMMA) && marks.has(Marks::VERB) {
            // Another clause, with a subject of its own.
            return if marks.has(Marks::CONTRAST) { 20 } else { -75 };
        }
        if self.subject.is_none() || (self.last == Class::Pred && marks.has(Marks::COPULA)) {
            let fit = match (self.verb.is_none(), marks.has(Marks::VERB) && !marks.has(Marks::COPULA)) {
                (false, _) => self.subject_fit(tag),
                // "Uwzględniając wniosek Komisji", "otwarto sklep": what has no subject has an object.
                (true, true) => -100,
                (true, false) => 20,
            };
            // "Jak dodał, rozmowy trwają": what does not fit the verb before the comma may fit the next.
            return match (self.contrasts(), self.opens_clause()) {
                (true, _) => -20,
                (false, true) => fit.max(-75),
                (false, false) => fit,
            };
        }
        if marks.has(Marks::COPULA) { -30 } else { -150 }
    }

    /// "wręczył uczniom": whether the verb before takes a dative and an object that has not come.
    fn awaits_object(&self) -> bool {
        self.marks.has(Marks::DATIVE) && !self.marks.has(Marks::OBJECT | Marks::OBJECTLESS | Marks::GENITIVE)
    }

    /// Whether another clause may begin here, with a subject of its own.
    fn opens_clause(&self) -> bool {
        self.marks.has(Marks::JOINED | Marks::COMMA) && self.marks.has(Marks::VERB)
    }

    /// "Lekcje odwołano, a uczniów odesłano do domu": whether a clause that contrasts with the one before has begun.
    fn contrasts(&self) -> bool {
        // "między rządem a opozycją": without a comma words are joined.
        self.opens_clause() && self.marks.has(Marks::CONTRAST) && self.marks.has(Marks::COMMA)
    }

    /// What parts and joins, and has done its work when a modifier has come, but where a clause contrasts.
    pub(super) fn joint_before_head(&self) -> u32 {
        if self.contrasts() { 0 } else { Marks::JOINT }
    }

    /// The same of a noun: the verb of a contrasting clause is still to follow where it does not begin with its subject.
    fn joint(&self, tag: Tag) -> u32 {
        if self.contrasts() && !tag.has(Tag::NOM | Tag::VOC) { 0 } else { Marks::JOINT }
    }

    /// Whether what comes now is the first word of a clause behind another.
    fn begins_clause(&self) -> bool {
        self.phrase == Phrase::Closed && self.last == Class::Interp && self.opens_clause()
    }

    fn free_accusative(&self, tag: Tag) -> i32 {
        let marks = self.marks;
        let object = if !marks.has(Marks::VERB) {
            -95
        } else if self.contrasts() {
            -80
        } else if marks.has(Marks::COPULA | Marks::OBJECT) {
            -130
        } else if marks.has(Marks::OBJECTLESS) {
            if self.is_impersonal() && tag.has(Tag::PL) { -50 } else { -100 }
        } else if marks.has(Marks::COMMA) {
            // No comma parts a verb from its object.
            -50
        } else if marks.has(Marks::GENITIVE | Marks::INSTRUMENTAL) {
            -40
        } else {
            50
        };
        if marks.has(Marks::NEGATED) { object - 100 } else { object }
    }

    /// "Zbiera się podpisy", "jadło się ryby": whether the verb may have no subject.
    fn is_impersonal(&self) -> bool {
        self.subject.is_none()
            && self.verb.has(Tag::SG)
            && !self.verb.has(Tag::PRI | Tag::SEC)
            && (!self.verb.has(Tag::GENDERS) || self.verb.has(Tag::N))
            && !self.marks.has(Marks::GENITIVE)
    }

    /// How well a nominative after the verb fits it.
    fn subject_fit(&self, tag: Tag) -> i32 {
        let person = !self.verb.has(PERSONS) || self.verb.has(Tag::TER);
        if !person || !self.verb_agrees(tag) {
            let one_of_several = self.verb.has(Tag::PL) && tag.has(Tag::SG) && tag.has(Tag::M1);
            // "Podpisali ją wójt i starosta"
            return if person && one_of_several { -120 } else { -250 };
        }
        if self.marks.has(Marks::INFINITIVE)
            && !self.marks.has(Marks::OBJECTLESS | Marks::COPULA)
            && !tag.has(Tag::M1)
        {
            // "Mogą obniżyć ceny"
            return -40;
        }
        let counts = tag.class() == Class::Num && tag.has(Tag::REC);
        let acts = tag.has(Tag::M1)
            || counts && self.verb.has(Tag::N)
            || self.marks.has(Marks::OBJECTLESS | Marks::SPEECH);
        if counts && !acts && !self.marks.has(Marks::COPULA) {
            return -60;
        }
        // "Ma broń", "otworzył właz": a thing behind a verb is rather what something is done to.
        if acts {
            90
        } else if tag.has(Tag::F | Tag::M2) && tag.has(Tag::SG) {
            60
        } else {
            30
        }
    }

    pub(super) fn verb_agrees(&self, tag: Tag) -> bool {
        let verb = self.verb.tag();
        (!verb.has(Tag::NUMBERS) || verb.common(tag, Tag::NUMBERS).has(Tag::NUMBERS))
            && (!verb.has(Tag::GENDERS) || verb.common(tag, Tag::GENDERS).has(Tag::GENDERS))
    }

    /// A nominative outside prepositions becomes the subject.
    fn take_subject(&mut self, turn: &mut Turn<'_>) {
        let tag = turn.tag;
        let joined = self.joined.has(Tag::NOM) || self.joined_over(Marks::LAST_NOMINATIVE) > 0;
        self.marks.clear(Marks::LAST);
        if tag.has(Tag::NOM) {
            self.marks.set(Marks::LAST_NOMINATIVE);
        } else if tag.has(Tag::ACC) {
            self.marks.set(Marks::LAST_ACCUSATIVE);
        }
        if !tag.has(Tag::NOM) {
            // "Dwa lata temu otwarto żłobek": a time is no object.
            if tag.has(Tag::ACC) && !turn.is(Traits::TIME) {
                self.marks.set(Marks::OBJECT);
            }
            let dated = turn.is(Traits::TIME) || turn.is(Traits::MONTH) || turn.is(Traits::YEAR);
            let possessive = is_possessive(tag) || dated;
            if tag.has(Tag::GEN) && !self.marks.has(Marks::VERB | Marks::BREV) && !possessive {
                self.marks.set(Marks::FREE_GENITIVE);
            }
            if tag.has(Tag::INST) && tag.has(Tag::SG) && tag.has(Tag::M1) && !self.marks.has(Marks::VERB) {
                self.marks.set(Marks::FREE_INSTRUMENTAL);
            }
            return;
        }
        let another = self.contrasts() || !self.verb.is_none() && !self.verb_agrees(tag);
        if self.opens_clause() && self.subject.is_none() && another {
            self.marks.clear(Marks::CLAUSE);
            self.verb = Values::NONE;
        }
        if self.subject.is_none() {
            if !self.verb.is_none() && turn.link == NOWHERE && self.verb_agrees(tag) {
                turn.link = turn.places.verb;
            }
            self.subject = Values::of(tag, NUMBER_GENDER);
            if tag.has(Tag::PRI | Tag::SEC) {
                self.subject = self.subject.and(tag, PERSONS);
            }
            turn.places.subject = turn.seen.at;
        } else if self.marks.has(Marks::JOINED) && joined && !self.contrasts() {
            let persons = Values::of(self.subject.tag(), PERSONS);
            self.subject = persons.and(Tag::PL, Tag::NUMBERS).and(Tag::GENDERS, Tag::GENDERS);
        } else if self.marks.has(Marks::JOINED | Marks::COMMA) && self.marks.has(Marks::VERB) {
            // "… drzemała, Maryla prowadziła": what follows is said of another subject.
            self.marks.clear(Marks::CLAUSE);
            self.verb = Values::NONE;
            self.subject = Values::of(tag, NUMBER_GENDER);
            turn.places.subject = turn.seen.at;
        }
    }

    pub(super) fn noun(&mut self, turn: &mut Turn<'_>) -> i32 {
        if is_possessive(turn.tag)
            && (!self.wanted.is_none() || self.phrase == Phrase::Open || self.begins_clause())
        {
            // The preposition and the modifiers wait on, and so does the clause: "…, ich dom spłonął".
            return 0;
        }
        if self.is_label(turn) {
            // The phrase goes on with what it names: "w gminie Kcynia, położonej", "sklepu „Zosia”, należącego".
            self.marks.set(Marks::LABELLED);
            return 80;
        }
        let acting = i32::from(self.acts(turn)) * 50 + i32::from(self.is_woman_in_office(turn)) * 80;
        let (fit, free) = self.noun_fit(turn);
        let score = fit + self.gerund(turn.tag) + acting
            - i32::from(self.is_said_of_subject(turn)) * 120
            - i32::from(self.is_rather_object(turn)) * 30
            - self.misplaced_pronoun(turn.tag)
            - self.misplaced_name(turn);
        if free || (self.phrase == Phrase::Open && !self.marks.has(Marks::GOVERNED)) {
            self.take_subject(turn);
        }
        if self.phrase == Phrase::Counting
            && !self.marks.has(Marks::GOVERNED)
            && self.agreement.has(Tag::NOM)
            && self.subject.is_none()
        {
            // "Pięciu posłów głosowało": the verb stands in the neuter singular.
            self.subject = Values::of(Tag::SG | Tag::N, NUMBER_GENDER);
        }
        self.take_head(turn);
        score
    }

    /// Whether a nominative is only the name of the noun before it: in quotation marks, or behind a noun that takes such names.
    fn is_label(&self, turn: &Turn<'_>) -> bool {
        let quoted = turn.seen.initial && turn.seen.shape != Shape::Lower;
        self.phrase == Phrase::Headed
            && turn.tag.has(Tag::NOM)
            && !self.marks.has(Marks::NAME | Marks::TITLE)
            && (quoted || self.marks.has(Marks::LABELLED) && turn.is_named())
    }

    /// How well a noun fits what stands before it, and whether it is free of prepositions and of other nouns.
    fn noun_fit(&mut self, turn: &mut Turn<'_>) -> (i32, bool) {
        let tag = turn.tag;
        let bound = |score| (score, false);
        match self.phrase {
            Phrase::Counting if tag.has(Tag::GEN) && (self.counts(tag) || self.marks.has(Marks::ORDINAL)) => {
                turn.link = turn.places.phrase;
                // "Sześć lat temu", "kilka dni leżał": a time is counted in the accusative.
                let lasts = turn.is(Traits::TIME) && self.agreement.has(Tag::ACC);
                // "Wiele funkcji", rather than "wiele energii".
                let several = i32::from(tag.has(Tag::PL)) * 10;
                bound(180 + several + i32::from(lasts && !self.marks.has(Marks::GOVERNED)) * 60)
            }
            Phrase::Counting => bound(-200),
            Phrase::Open | Phrase::Headed if self.is_object_of_participle(tag) => bound(40),
            Phrase::Open | Phrase::Headed if self.is_dative_of_modifier(tag) => bound(280),
            Phrase::Open => bound(self.head(turn) - self.is_no_person(tag)),
            _ if !self.wanted.is_none() => {
                let fit = self.governed(tag, 120) + i32::from(self.is_compared_object(tag)) * 30;
                if tag.class() == Class::Subst && self.is_question(turn) {
                    // "…, dzięki czemu wybuchł spór": a new clause, as behind "któremu".
                    self.subordinator(turn);
                }
                bound(fit)
            }
            Phrase::Headed if self.marks.has(Marks::HALVED) => {
                // "w Bielsku-Białej": both halves stand in the same case.
                bound(if self.agreement.has(tag.common(tag, Tag::CASES)) { 200 } else { -150 })
            }
            Phrase::Headed => self.apposition(turn),
            Phrase::Closed if tag.class() == Class::Subst && self.is_question(turn) => {
                self.subordinator(turn);
                (if tag.has(Tag::NOM | Tag::ACC) { 30 } else { self.free_case(tag) }, true)
            }
            Phrase::Closed if turn.is(Traits::TIME) && tag.has(Tag::ACC) => {
                (self.free_case(tag).max(-60), true)
            }
            Phrase::Closed => (self.free_case(tag), true),
        }
    }

    /// "Otwiera szpital", "ogłosiło ministerstwo", "chwycił mróz": whether a noun that people stand behind, or a force, may be the
    /// subject of the verb before.
    fn acts(&self, turn: &Turn<'_>) -> bool {
        turn.is(Traits::INSTITUTION | Traits::FORCE)
            && turn.tag.class() == Class::Subst
            && turn.tag.has(Tag::NOM)
            && self.subject.is_none()
            && !self.verb.is_none()
            && !self.marks.has(Marks::COPULA | Marks::GOVERNED)
            && self.verb_agrees(turn.tag)
    }

    /// "Jest podejrzany": behind a copula what may be an adjective is one, nouns stand in the instrumental there.
    fn is_said_of_subject(&self, turn: &Turn<'_>) -> bool {
        turn.is(Traits::NOUN)
            && turn.tag.has(Tag::NOM)
            && turn.tag.has(Tag::M1)
            && self.phrase == Phrase::Closed
            && self.wanted.is_none()
            && self.marks.has(Marks::COPULA)
            && !self.marks.has(Marks::JOINED)
            && self.last != Class::Pred
    }

    /// "Ma broń": a feminine noun that is the same in the accusative is the object of the verb before as other things are.
    fn is_rather_object(&self, turn: &Turn<'_>) -> bool {
        let tag = turn.tag;
        tag.has(Tag::NOM)
            && tag.has(Tag::F)
            && tag.has(Tag::SG)
            && !turn.seen.text.ends_with(['a', 'i'])
            && !turn.is_named()
            && self.phrase == Phrase::Closed
            && self.wanted.is_none()
            && self.subject.is_none()
            && !self.verb.is_none()
            && !self.verb.has(Tag::F)
            && !self.marks.has(Marks::OBJECTLESS | Marks::SPEECH | Marks::COPULA | Marks::JOINT)
    }

    /// "Głos zabrała wicemarszałek": whether the verb before shows that a woman bears an office.
    fn is_woman_in_office(&self, turn: &Turn<'_>) -> bool {
        let of_woman = || self.verb.tag().common(Tag::GENDERS, Tag::GENDERS) == Tag::F.common(Tag::F, Tag::F);
        turn.is(Traits::TITLE)
            && turn.tag.has(Tag::NOM)
            && turn.tag.has(Tag::M1)
            && self.subject.is_none()
            && of_woman()
    }

    /// "Miał mały plecak": what the modifier could say of a person, a thing behind the verb takes back.
    fn is_no_person(&self, tag: Tag) -> i32 {
        let subject = tag.has(Tag::NOM) && self.subject.is_none() && !self.verb.is_none();
        let kept = Marks::GOVERNED | Marks::OBJECTLESS | Marks::SPEECH | Marks::COPULA;
        let thing = self.agreement.has(Tag::M1) && !tag.has(Tag::M1);
        i32::from(subject && thing && !self.marks.has(kept)) * 90
    }

    /// Whether a number counts what has this tag: "dużo zdjęć", but "dużo pracy".
    pub(super) fn counts(&self, tag: Tag) -> bool {
        let is_pronoun = matches!(tag.class(), Class::Ppron12 | Class::Ppron3 | Class::Siebie);
        // "różnicą ośmiu punktów": some numerals count men alone.
        let men = self.agreement.tag().common(Tag::GENDERS, Tag::GENDERS) == Tag::M1;
        self.agreement.has(tag.common(tag, Tag::NUMBERS)) && (!men || tag.has(Tag::M1)) && !is_pronoun
    }

    /// How likely a gerund is here, beside a noun that shares its form: "po wydaniu wyroku", but "w badaniu", "badania".
    fn gerund(&self, tag: Tag) -> i32 {
        if tag.class() != Class::Ger {
            return 0;
        }
        let number = if tag.has(Tag::PL) { -180 } else { 0 };
        number
            + match self.phrase {
                Phrase::Open => 0,
                _ if self.marks.has(Marks::PURPOSE) => 100,
                _ if self.marks.has(Marks::LOCAL) => -60,
                _ => 20,
            }
    }

    /// "przepisy łamiące prawo": what an active participle does to something.
    pub(super) fn is_object_of_participle(&self, tag: Tag) -> bool {
        self.last == Class::Pact && tag.has(Tag::ACC) && !tag.agrees(self.agreement.tag())
    }

    /// "potrzebny krajowi", "pismo przekazane gminie": whether a modifier that governs the dative stands before one.
    pub(super) fn is_dative_of_modifier(&self, tag: Tag) -> bool {
        tag.has(Tag::DAT) && self.awaits_dative() && !tag.agrees(self.agreement.tag())
    }

    /// Whether what governs the dative may be the modifier before.
    pub(super) fn awaits_dative(&self) -> bool {
        self.marks.has(Marks::DATIVE) && matches!(self.last, Class::Adj | Class::Ppas)
    }

    /// How well a case fits the preposition that wants one.
    pub(super) fn governed(&self, tag: Tag, fits: i32) -> i32 {
        // "jedna z opcji"
        let several = i32::from(self.marks.has(Marks::PARTITIVE) && tag.has(Tag::PL)) * 30;
        if self.wanted.has(tag.common(tag, Tag::CASES)) { fits + several } else { -450 }
    }

    /// "Wolę kawę niż herbatę", "znano go jako kolekcjonera": what is compared to an object stands in its case.
    fn is_compared_object(&self, tag: Tag) -> bool {
        tag.has(Tag::ACC)
            && self.last == Class::Comp
            && self.marks.has(Marks::OPTIONAL)
            && self.marks.has(Marks::LAST_ACCUSATIVE)
    }

    /// "kto", "gdy" at the beginning of a clause.
    pub(super) fn is_question(&self, turn: &Turn<'_>) -> bool {
        turn.is(Traits::QUESTION) && (turn.seen.initial || self.marks.has(Marks::COMMA | Marks::JOINED))
    }

    /// "niego" without a preposition, "jego" behind one.
    fn misplaced_pronoun(&self, tag: Tag) -> i32 {
        let bare = self.wanted.is_none();
        if tag.class() != Class::Ppron3 || bare != tag.has(Tag::PRAEP) || bare == tag.has(Tag::NPRAEP) {
            return 0;
        }
        if bare { 400 } else { 200 }
    }

    /// "w Tucholi", "z Podkarpacia": what things are in and come from is hardly a person, nor do they go into a name.
    fn misplaced_name(&self, turn: &Turn<'_>) -> i32 {
        if !(self.marks.has(Marks::LOCAL) || self.joins_place(turn.tag)) || !turn.is(Traits::NAME) {
            return 0;
        }
        let person = turn.is(Traits::PERSON) && turn.tag.has(Tag::GEN | Tag::LOC);
        i32::from(person || turn.tag.has(Tag::ACC)) * 100
    }

    /// "w Weryni i Widełce": whether a case is that of a place which this word is joined to.
    fn joins_place(&self, tag: Tag) -> bool {
        self.marks.has(Marks::PLACED) && self.joined.has(tag.common(tag, Tag::CASES))
    }

    /// The phrase has its noun.
    fn take_head(&mut self, turn: &mut Turn<'_>) {
        if self.marks.has(Marks::LOCAL) || self.joins_place(turn.tag) {
            self.marks.set(Marks::PLACED);
        } else if self.phrase != Phrase::Headed {
            self.marks.clear(Marks::PLACED);
        }
        let pronoun = matches!(turn.tag.class(), Class::Ppron12 | Class::Ppron3 | Class::Siebie);
        self.wanted = Values::NONE;
        self.phrase = if pronoun { Phrase::Closed } else { Phrase::Headed };
        self.joined = Values::NONE;
        self.agreement = Values::of(turn.tag, NUMBER_CASE_GENDER);
        turn.places.phrase = turn.seen.at;
        self.marks.clear(Marks::PHRASE | self.joint(turn.tag) | Marks::BREV);
        if turn.is(Traits::NAME) {
            self.marks.set(Marks::NAME);
        }
        if turn.is(Traits::PARTITIVE) {
            self.marks.set(Marks::PARTITIVE);
        }
        if turn.is(Traits::TITLE) {
            self.marks.set(Marks::TITLE);
        }
        if turn.is(Traits::TIME) {
            self.marks.set(Marks::TIME);
        }
        if turn.is(Traits::ORGANISATION) {
            self.marks.set(Marks::LABELLED);
        }
        if turn.tag.class() == Class::Ger && turn.is(Traits::DATIVE) && turn.is(Traits::INTRANSITIVE) {
            // "zapobieganie przemocy"
            self.wanted = Values::of(Tag::DAT | Tag::INST, Tag::CASES);
            self.marks.set(Marks::OPTIONAL);
        }
    }

    /// A noun after its modifiers.
    fn head(&self, turn: &mut Turn<'_>) -> i32 {
        let tag = turn.tag;
        let ordinal = self.marks.has(Marks::ORDINAL);
        if ordinal && turn.is(Traits::MONTH) {
            // "12 września" without a preposition is a date in the genitive.
            let dated = self.agreement.has(Tag::GEN) || self.marks.has(Marks::GOVERNED);
            let fits = tag.has(Tag::GEN) && tag.has(Tag::SG);
            return if fits { 200 + i32::from(dated) * 160 } else { -100 };
        }
        if !tag.agrees(self.agreement.tag()) {
            return if tag.has(Tag::GEN) || self.agreement.has(Tag::NOM) { -130 } else { -220 };
        }
        turn.agree(self.agreement.tag(), NUMBER_CASE_GENDER, turn.places.phrase);
        match (ordinal, turn.is(Traits::YEAR)) {
            (true, true) => 310,
            (true, false) => 120,
            _ if turn.is(Traits::TIME) && tag.has(Tag::ACC) && !self.marks.has(Marks::GOVERNED) => 280,
            _ => 160,
        }
    }

    /// A noun right after a noun, and whether it is free of it.
    fn apposition(&self, turn: &mut Turn<'_>) -> (i32, bool) {
        let tag = turn.tag;
        let named = turn.is_named();
        let same = tag.agrees(self.agreement.tag());
        if tag.has(Tag::VOC) {
            // "panie pośle"
            return (if same { 350 } else { -150 }, false);
        }
        if named && self.marks.has(Marks::NAME | Marks::TITLE) {
            if same {
                turn.agree(self.agreement.tag(), NUMBER_CASE_GENDER, turn.places.phrase);
                return (200, false);
            }
            return (if tag.has(Tag::GEN) && !self.marks.has(Marks::NAME) { 20 } else { -100 }, false);
        }
        if self.marks.has(Marks::TITLE) && turn.is(Traits::TITLE) {
            if same {
                // "pani minister", "panem ministrem"
                turn.agree(self.agreement.tag(), NUMBER_CASE_GENDER, turn.places.phrase);
                return (200, false);
            }
            if self.agreement.has(Tag::F) && tag.has(Tag::NOM) && tag.has(Tag::M1) {
                // "panią prezes": the office of a woman may be called as that of a man, which nothing inflects.
                return (100, false);
            }
        }
        if tag.has(Tag::GEN) {
            return self.attribute(turn, named);
        }
        if named && same {
            // "prawnik Jeffrey Hobsby"
            return (i32::from(self.agreement.has(Tag::M1) && turn.is(Traits::PERSON)) * 100, false);
        }
        // "podał w czwartek GUS" has a subject, "sołtys Rutki-Tartak Danuta Szulc" a name that nothing inflects.
        let least = if named && tag.has(Tag::NOM) { UNINFLECTED } else { i32::MIN };
        (self.free_case(tag).max(least) - 20, true)
    }

    /// How well a noun in the genitive belongs to the one before it, and whether it is a phrase of its own.
    fn attribute(&self, turn: &mut Turn<'_>, named: bool) -> (i32, bool) {
        let tag = turn.tag;
        if named && self.marks.has(Marks::TIME) && turn.is(Traits::PERSON) {
            // "W ubiegłym roku Nowaka skazano": a time is nobody's.
            return (self.free_case(tag), true);
        }
        if self.has_modifier(turn) {
            turn.link = turn.places.phrase;
            return (100, false);
        }
        if tag.has(Tag::M1) && !named && self.marks.has(Marks::NAME) && self.marks.has(Marks::PLACED) {
            // "W Gdańsku kierowców czekają utrudnienia": nobody belongs to a place.
            return (self.free_case(tag), true);
        }
        if self.agreement.has(Tag::DAT) && self.awaits_object() {
            // "wypłaci rolnikom rekompensaty": behind whom something is given rather stands what is.
            return (20, false);
        }
        // What a gerund does is done to something: "wprowadzenie podatku".
        (if self.last == Class::Ger { 180 } else { 60 }, false)
    }
}
