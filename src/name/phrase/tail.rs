//! What follows the head of a phrase and its adjectives unchanged: "Ministerstwo Spraw Zagranicznych", "Uniwersytet im. Adama
//! Mickiewicza".

use super::form::fixed;
use super::{ADJECTIVES, LONGEST, Phrase, agreement, is_adjective, is_country_of_two, place, standing_kind};
use crate::morph::{Class, NameClass, Reading, Shape, Tag};
use crate::name::EntityKind;
use crate::name::base::cases::{common_genitive, follows, is_genitive};
use crate::name::kind::listed::listed_place;
use crate::name::lists::{PATRONS, SEATED};
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};

/// How far from "im." the name of a patron with titles begins, in tokens.
const TITLES: usize = 8;

impl Phrase<'_> {
    /// What follows the head and its adjectives unchanged.
    pub(super) fn take_tail(&mut self, words: &Words<'_>) {
        while self.tokens.len() < LONGEST {
            let next = self.tokens.end;
            let taken = self.take_affairs(words, next)
                || self.take_listed(words, next)
                || self.take_fixed(words, next)
                || self.take_standing(words, next)
                || self.take_word(words, next)
                || self.take_coordinated(words, next)
                || self.take_title(words, next)
                || self.take_patron(words, next)
                || self.take_number(words, next)
                || self.take_field(words, next)
                || self.take_motto(words, next);
            if !taken {
                return;
            }
        }
    }

    /// "Kanał La Manche": a place of the list.
    fn take_listed(&mut self, words: &Words<'_>, next: usize) -> bool {
        let near = self.kind == EntityKind::Place && next == self.head + 1 && words.together(self.head, next);
        let end = if near { listed_place(words, next) } else { None };
        self.tokens.end = end.unwrap_or(self.tokens.end);
        end.is_some()
    }

    /// "Fundacja Pomoc Kościołowi w Potrzebie": a name of the list.
    fn take_fixed(&mut self, words: &Words<'_>, next: usize) -> bool {
        let named = || fixed(words, next).filter(|_| words.together(self.head, next));
        let end = if words.has(next, Traits::CAPITAL) { named().map(|name| name.tokens.end) } else { None };
        self.tokens.end = end.unwrap_or(self.tokens.end);
        end.is_some()
    }

    /// "Państwowe Gospodarstwo Wodne Wody Polskie": a name of a noun and its adjective in the nominative.
    fn take_standing(&mut self, words: &Words<'_>, next: usize) -> bool {
        let listed = |reading: Reading<'_>| standing_kind(words, reading.lemma, next + 1).is_some();
        let fits = self.kind == EntityKind::Organization
            && self.tokens.end > self.head + 1
            && words.has(next, Traits::CAPITAL)
            && words.before_capital(next)
            && words.together(self.head, next)
            && words.known_readings(next).any(listed);
        if fits {
            self.tokens.end = next + 2;
        }
        fits
    }

    /// One more word with a capital.
    fn take_word(&mut self, words: &Words<'_>, next: usize) -> bool {
        let fits = self.is_followed(words, next) && !self.is_somebody(words, next)
            || self.is_double_adjective(words, next)
            || self.is_company(words, next)
            || self.is_apposition(words, next)
            || self.is_double_patron(words, next)
            || self.is_district(words, next)
            || self.is_seat(words, next);
        if fits {
            let double = words.is_joint(next + 1) && words.has(next + 2, Traits::CAPITAL);
            self.tokens.end = next + if double { 3 } else { 1 };
        }
        fits
    }

    /// "Uniwersytetu Warszawskiego", "Rady Ministrów": a capital in a form that may follow a name.
    fn is_followed(&self, words: &Words<'_>, next: usize) -> bool {
        words.together(self.head, next)
            && words.has(next, Traits::CAPITAL)
            && follows(words, next)
            && !is_country_of_two(words, next)
    }

    /// "Izb Przemysłowo-Handlowych": two adjectives in one, of which the second has the case of the tail.
    fn is_double_adjective(&self, words: &Words<'_>, next: usize) -> bool {
        self.tokens.end > self.inflected.end
            && words.has(next, Traits::CAPITAL)
            && words.is_joint(next + 1)
            && is_adjective(words, next + 2)
            && self.is_followed(words, next + 2)
    }

    /// "Rady Europejskiej Jana Nowaka": a full name behind more than the head is that of a person.
    fn is_somebody(&self, words: &Words<'_>, next: usize) -> bool {
        // "Karla-Heinza Nowaka"
        let double = words.is_joint(next + 1) && words.has(next, Traits::GIVEN);
        let second = if double { next + 3 } else { next + 1 };
        let full = words.has(next, Traits::GIVEN | Traits::UNKNOWN)
            && words.shape(next) != Shape::Upper
            && words.has(second, Traits::GIVEN | Traits::SURNAME | Traits::UNKNOWN)
            && words.together(next, second);
        let long = self.tokens.end > self.head + 1;
        full && (long || self.is_ruled(words) || self.is_somebody_s(words, next))
            || self.is_house(words, next)
    }

    /// "Fundusz KLM Capital Partners": foreign words of companies behind one that is none of Polish.
    fn is_company(&self, words: &Words<'_>, next: usize) -> bool {
        self.tokens.end > self.head + 1
            && self.tag.has(Tag::SG)
            && words.has(next, Traits::CAPITAL)
            && words.has(next, Traits::ORGANIZATION_WORD)
            && words.has(next - 1, Traits::UNKNOWN | Traits::ACRONYM | Traits::ORGANIZATION_WORD)
            && words.together(self.head, next)
    }

    /// "W Sejmie Czarnka skrytykowała": houses of parliament are named after countries alone.
    fn is_house(&self, words: &Words<'_>, next: usize) -> bool {
        Sort::Parliament.has(self.lemma)
            && next == self.head + 1
            && words.has(next, Traits::SURNAME | Traits::GIVEN | Traits::UNKNOWN)
            && !words.has(
                next,
                Traits::PLACE | Traits::ADJECTIVE | Traits::RELATIONAL | Traits::ACRONYM | Traits::ROLE,
            )
    }

    /// "rząd Theresy May": a full name in the genitive behind a head that is called after nobody.
    fn is_somebody_s(&self, words: &Words<'_>, next: usize) -> bool {
        words.has(next, Traits::GIVEN) && !PATRONS.contains(self.lemma)
    }

    /// "Uniwersytet Marii Curie-Skłodowskiej": two surnames of a patron, of which the first may be foreign.
    fn is_double_patron(&self, words: &Words<'_>, next: usize) -> bool {
        PATRONS.contains(self.lemma)
            && next > self.head + 1
            && words.has(next - 1, Traits::GIVEN)
            && words.has(next, Traits::CAPITAL)
            && words.is_joint(next + 1)
            && words.has(next + 2, Traits::CAPITAL)
            && words.together(self.head, next + 2)
            && is_genitive(words, next + 2)
    }

    /// "rzecznik Komisji Markus Lammert", "przewodniczący Sejmu Juozas Olekas": a role before a bare head in the genitive.
    fn is_ruled(&self, words: &Words<'_>) -> bool {
        // "rektor Uniwersytetu Adama Mickiewicza": the rector stands in another case than the patron.
        let genitive = |role: usize| {
            let mut readings = words.likely_readings(role);
            readings.find(|x| x.name == NameClass::Common).is_some_and(|x| x.tag.has(Tag::GEN))
        };
        let rules = |role: usize| {
            words.has(role, Traits::OFFICE) && (!PATRONS.contains(self.lemma) || genitive(role))
        };
        self.tag.has(Tag::GEN)
            && self.tokens.len() == 1
            && !words.has(self.head, Traits::START)
            && words.before(self.head).is_some_and(rules)
    }

    /// A common noun with a capital right behind the head: "Grupa Granit", "Fundacja Latarnia"; behind what calls itself after its
    /// company that company too: "Grupa Maspex".
    fn is_apposition(&self, words: &Words<'_>, next: usize) -> bool {
        let beside = next == self.head + 1 && words.together(self.head, next);
        let mut others = Traits::GIVEN | Traits::INSTITUTION;
        // "Kino Świat": whoever bears the noun.
        if !Sort::Stage.has(self.lemma) {
            others = others | Traits::NATION;
            // "Grupa Granica": a common noun that villages are called by too; "Fundacja Gwiazda Nadziei", but "prezes Fundacji Aktor
            // Jan Nowak".
            let society = Sort::Society.has(self.lemma) && words.has(next, Traits::NOUN);
            if !society {
                others = others | Traits::SURNAME | Traits::PLACE;
            }
            if !society || !common_genitive(words, next + 1) {
                others = others | Traits::ROLE;
            }
        }
        let noun = || {
            words.has(next, Traits::NOUN | Traits::OTHER)
                && !words.has(next, Traits::FUNCTION | Traits::ADJECTIVE)
        };
        let company = || Sort::Holding.has(self.lemma) && words.has(next, Traits::ORGANIZATION);
        self.kind == EntityKind::Organization && beside && !words.has(next, others) && (noun() || company())
    }

    /// "Zakłady Azotowe Puławy", "Radio Białystok": a town in the nominative. A country or capital is more likely the subject:
    /// "według Komisji Europejskiej Polska zwleka".
    fn is_seat(&self, words: &Words<'_>, next: usize) -> bool {
        // A station calls itself after its town, whatever else that may be.
        let others = if Sort::Station.has(self.lemma) {
            Traits::GIVEN
        } else {
            Traits::GIVEN | Traits::SURNAME | Traits::COUNTRY | Traits::INSTITUTION
        };
        let place = || words.known_readings(next).filter(|reading| reading.name == NameClass::Place);
        (self.kind == EntityKind::Organization || self.is_port())
            && words.together(self.head, next)
            && words.has(next, Traits::PLACE)
            && !words.has(next, others)
            && place().any(|reading| reading.tag.has(Tag::NOM))
            && !place().any(|reading| reading.tag.has(Tag::GEN))
    }

    /// "Sąd Rejonowy Gdańsk-Północ", "Prokuratura Rejonowa Kraków-Krowodrza": the town and its district.
    fn is_district(&self, words: &Words<'_>, next: usize) -> bool {
        self.kind == EntityKind::Organization
            && words.together(self.head, next)
            && words.has(next, Traits::PLACE)
            && words.is_joint(next + 1)
            && words.has(next + 2, Traits::CAPITAL)
            && Sort::Precinct.has(self.lemma)
    }

    /// "Stowarzyszenie Zielone Wzgórza": an adjective and a noun in the nominative right behind the head.
    fn take_title(&mut self, words: &Words<'_>, next: usize) -> bool {
        let noun = next + 1;
        let nominative = |tag: Tag| tag.has(Tag::NOM) && tag.class() == Class::Subst;
        let fits = self.kind == EntityKind::Organization
            && next == self.head + 1
            && words.together(self.head, noun)
            && !is_country_of_two(words, next)
            && words.has(next, Traits::CAPITAL)
            && words.has(noun, Traits::CAPITAL)
            && !words.has(noun, Traits::GIVEN | Traits::INSTITUTION)
            && is_adjective(words, next)
            && words.known_readings(noun).any(|noun| {
                nominative(noun.tag) && agreement(words, next, noun.tag).is_some_and(|tag| tag.has(Tag::NOM))
            });
        if fits {
            self.tokens.end = noun + 1;
        }
        fits
    }

    /// `i Konsumentów`, `, Pracy i Polityki Społecznej`, `w Europie` are not reached by a capital alone.
    fn take_coordinated(&mut self, words: &Words<'_>, next: usize) -> bool {
        let tail = self.tokens.end > self.inflected.end;
        // "Rady Bezpieczeństwa Narodowego i Obrony Ukrainy", "i Obrony Jan Nowak"
        let ends = Traits::COUNTRY | Traits::GIVEN;
        let is_last = |index: usize| !words.before_capital(index) || words.has(index + 1, ends);
        let is_field = |index: usize| words.is_a(index, Sort::Field) && is_last(index);
        let genitive = |index: usize| {
            words.has(index, Traits::CAPITAL)
                && words.together(self.head, index)
                && words.has(index, Traits::COMMON)
                && !words.has(index, Traits::GIVEN)
                && !is_holder(words, index)
                && (!words.has(index, Traits::INSTITUTION) || is_field(index))
                && common_genitive(words, index)
        };
        let fits = match words.text(next) {
            "i" | "oraz" => tail && genitive(next + 1),
            "," => {
                tail && genitive(next + 1)
                    && (next + 2..next + 5).any(|index| matches!(words.text(index), "i" | "oraz"))
            }
            "w" | "na" | "dla" => {
                let bare = self.tokens.len() == 1;
                let seated = match self.lemma {
                    // "Organizacja Bezpieczeństwa i Współpracy w Europie": towns have no such thing.
                    "organizacja" => tail && words.is_in(next) && words.has(next + 1, Traits::COUNTRY),
                    lemma => bare && Sort::School.has(lemma),
                };
                seated && words.has(next + 1, Traits::PLACE) && self.kind == EntityKind::Organization
            }
            _ => false,
        };
        if fits {
            self.tokens.end = next + 2;
        }
        fits || self.take_seat(words, next)
    }

    /// "Sąd Okręgowy w Nowym Sączu", "Sąd Rejonowy dla Łodzi-Śródmieścia": of offices that each town has one of its own, the
    /// town belongs to the name.
    fn take_seat(&mut self, words: &Words<'_>, next: usize) -> bool {
        let own = || self.inflected.end > self.head + 1 && SEATED.contains(self.lemma);
        let local = self.kind == EntityKind::Organization
            && (own() || self.is_of_level(words))
            && !self.tokens.clone().any(|index| words.is_in(index));
        let joined = words.is_in(next) || self.lemma == "sąd" && words.key(next) == "dla";
        let town = next + 1;
        if !local || !joined || !words.has(town, Traits::CAPITAL) || !words.together(self.head, town) {
            return false;
        }
        if words.is_a(self.head + 1, Sort::National) {
            return false;
        }
        let joint = || words.is_joint(town + 1) && words.has(town + 2, Traits::CAPITAL);
        let end = match place(words, town) {
            Some(town) => town.tokens.end,
            None if !words.has(town, Traits::PLACE) => return false,
            None if joint() => town + 3,
            None => town + 1,
        };
        self.tokens.end = end;
        true
    }

    /// "Okręgowa Komisja Egzaminacyjna", "Izba Administracji Skarbowej": an adjective tells that there is one in each part of the
    /// country.
    fn is_of_level(&self, words: &Words<'_>) -> bool {
        Sort::Branch.has(self.lemma) && self.tokens.clone().any(|index| words.is_a(index, Sort::Level))
    }

    /// "Szkoła Podstawowa nr 33".
    fn take_number(&mut self, words: &Words<'_>, next: usize) -> bool {
        let number = next + 1;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = self.kind == EntityKind::Organization
            && words.key(next) == "nr"
            && words.together(self.head, number)
            && digits(words.text(number));
        if fits {
            self.tokens.end = number + 1;
        }
        fits
    }

    /// "Instytut Badań nad Gospodarką Rynkową", "Fundacja na rzecz Nauki Polskiej": what is worked on, for whom.
    fn take_field(&mut self, words: &Words<'_>, next: usize) -> bool {
        let (first, case) = match (words.key(next), words.key(next + 1)) {
            ("nad", _) if words.is_a(next - 1, Sort::Research) => (next + 1, Tag::INST),
            ("na", "rzecz") => (next + 2, Tag::GEN),
            // "Polski Związek Hokeja na Lodzie"
            ("na", _) if self.lemma == "związek" && words.has(next + 1, Traits::COMMON) => {
                (next + 1, Tag::LOC)
            }
            _ => return false,
        };
        let goes_on = |index: &usize| {
            words.has(*index, Traits::CAPITAL)
                && words.together(self.head, *index)
                && (case == Tag::LOC || !words.has(*index, Traits::INSTITUTION | Traits::GIVEN))
                && words.known_readings(*index).any(|reading| reading.tag.has(case))
        };
        let longest = if case == Tag::LOC { 1 } else { ADJECTIVES };
        let end = (first..first + longest).take_while(goes_on).last();
        if let Some(last) = end.filter(|_| self.kind == EntityKind::Organization) {
            self.tokens.end = last + 1;
            return true;
        }
        false
    }

    /// "Fundacja Rodzić po Ludzku", "Fundacja Dajemy Radość": a motto, which begins with a verb or the like.
    fn take_motto(&mut self, words: &Words<'_>, next: usize) -> bool {
        let capital = |index: usize| words.has(index, Traits::CAPITAL) && words.together(self.head, index);
        let fits = matches!(self.lemma, "fundacja" | "stowarzyszenie")
            && next == self.head + 1
            && capital(next)
            && words.has(next, Traits::FUNCTION)
            && !words.has(next, Traits::NAME);
        if !fits {
            return false;
        }
        self.tokens.end = next + 1;
        let goes_on = |index: usize| capital(index) && !words.has(index, Traits::INSTITUTION);
        while self.tokens.len() < LONGEST {
            let end = self.tokens.end;
            let small = words.shape(end) == Shape::Lower && words.text(end).chars().count() < 4;
            match () {
                () if goes_on(end) => self.tokens.end = end + 1,
                () if small && goes_on(end + 1) => self.tokens.end = end + 2,
                () => break,
            }
        }
        true
    }

    /// `ds. Równości`, `spraw zagranicznych`, `do spraw wyjścia z Unii Europejskiej`: a tail of small letters.
    fn take_affairs(&mut self, words: &Words<'_>, next: usize) -> bool {
        let start = match (words.key(next), words.key(next + 1), words.key(next + 2)) {
            ("ds", ".", _) | ("do", "spraw", _) => next + 2,
            ("d", "/", "s") => next + 3,
            ("ds", _, _) => next + 1,
            ("spraw", _, _) if words.shape(next) == Shape::Lower => next + 1,
            _ => return false,
        };
        // "komisarz Narodów Zjednoczonych do spraw Uchodźców"
        if self.kind != EntityKind::Organization || self.lemma == "naród" || !words.together(self.head, start)
        {
            return false;
        }
        let mut end = start;
        while end < start + 6 && words.together(self.head, end) {
            let joins = matches!(words.text(end), "i" | "z" | "oraz") && is_genitive(words, end + 1);
            if !(joins || is_genitive(words, end)) {
                break;
            }
            end += 1;
        }
        if end > start {
            self.tokens.end = end;
        }
        end > start
    }

    /// `im. Adama Mickiewicza`, `im. gen. Józefa Bema`, `pw. św. Jana`.
    fn take_patron(&mut self, words: &Words<'_>, next: usize) -> bool {
        if !matches!(words.key(next), "im" | "pw") || !words.is_point(next + 1) {
            return false;
        }
        let titled = |at: usize| words.has(at, Traits::TITLE) && words.is_point(at + 1);
        let mut name = next + 2;
        while name < next + TITLES && titled(name) {
            name += 2;
        }
        if !words.has(name, Traits::CAPITAL) || !words.together(self.head, name) {
            return false;
        }
        self.tokens.end = name + 1;
        while self.tokens.len() < LONGEST
            && words.has(self.tokens.end, Traits::CAPITAL)
            && words.together(self.head, self.tokens.end)
        {
            self.tokens.end += 1;
        }
        true
    }
}

/// "Rzecznik", "Prezes": who holds an office, in the nominative.
fn is_holder(words: &Words<'_>, index: usize) -> bool {
    let holder = |reading: Reading<'_>| reading.tag.has(Tag::NOM) && reading.tag.has(Tag::SG);
    words.has(index, Traits::ROLE) && words.known_readings(index).any(holder)
}
