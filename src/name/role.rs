//! Roles beside the names of people: "wiceprezes Orlicy" Anna Nowak; Jan Wilk, "szef biura".

use std::cmp::Ordering;

use super::base::nominative::adjective;
use super::kept::Kept;
use super::lists::{CUES, Cue, RELATIONS, ROLE_ABBREVIATIONS, ROLES};
use super::sort::Sort;
use super::words::{Traits, Words, is_known};
use crate::morph::{Class, NameClass, Reading, Shape, Tag, TokenRange, WrittenForm};

/// How far a role may reach, in tokens.
const REACH: usize = 9;

/// By how many bytes a nominative may be longer than the form in the text, as a rule.
const ROOM: usize = 8;

/// A role found beside a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Role {
    pub(super) tokens: TokenRange,
    /// In the nominative.
    pub(super) text: String,
    /// Who can bear it.
    pub(super) genders: Tag,
    /// Cases in which the name beside it must stand; all where the role says nothing.
    pub(super) cases: Tag,
    /// Whether it is an abbreviated title and no office.
    pub(super) rank: bool,
}

impl Role {
    /// "państwo": a couple, whose surname stands in the plural.
    pub(super) fn is_couple(&self) -> bool {
        self.text == "państwo"
    }
}

/// A noun of the list of roles that a form is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noun {
    lemma: &'static str,
    /// All its readings with that base form together.
    tag: Tag,
    sex: Tag,
}

impl Noun {
    /// The nouns that a form is, in the order of its readings.
    pub(super) fn all(form: WrittenForm<'_>) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for reading in form.readings().filter(|reading| Self::may_be(*reading)) {
            if let Some(noun) = found.iter_mut().find(|noun| noun.lemma == reading.lemma) {
                noun.tag = noun.tag | reading.tag;
            } else if let Some((lemma, sex)) = ROLES.get_key_value(reading.lemma) {
                found.push(Self { lemma, tag: reading.tag, sex: *sex });
            }
        }
        // "powiedziała ministra Anna Nowak": the dictionary has it as the genitive of a minister alone.
        if let Some((lemma, sex)) = ROLES.get_key_value(form.key()).filter(|_| is_minister(form.key())) {
            let tag = Tag::of(Class::Subst) | Tag::SG | Tag::NOM | Tag::F;
            found.push(Self { lemma, tag, sex: *sex });
        }
        found
    }

    fn may_be(reading: Reading<'_>) -> bool {
        is_known(reading)
            && matches!(reading.tag.class(), Class::Subst | Class::Adj)
            && reading.name == NameClass::Common
    }
}

/// A woman who is a minister, by that word for her which is a form of that for a man too.
fn is_minister(key: &str) -> bool {
    matches!(key, "ministra" | "wiceministra")
}

/// Such a noun at a token.
#[derive(Clone, Copy)]
struct Head {
    index: usize,
    lemma: &'static str,
    tag: Tag,
    sex: Tag,
}

/// The nouns at a token, the one that was chosen in context first.
fn heads(words: &Words<'_>, index: usize) -> impl Iterator<Item = Head> {
    let form = words.has(index, Traits::OFFICE).then(|| words.form(index)).flatten();
    let nouns = form.map(Kept::role_nouns).unwrap_or_default();
    let chosen = (nouns.len() > 1).then(|| words.likely_readings(index).next()).flatten();
    let chosen = chosen.filter(|reading| Noun::may_be(*reading)).map(|reading| reading.lemma);
    let is_chosen = move |noun: &&Noun| chosen == Some(noun.lemma);
    let others = nouns.iter().filter(move |noun| !is_chosen(noun));
    nouns.iter().filter(is_chosen).chain(others).map(move |noun| Head {
        index,
        lemma: noun.lemma,
        tag: noun.tag,
        sex: noun.sex,
    })
}

/// The role that ends right before the token `name`; `agreement` holds the cases and genders in which the name can
/// stand, `lone` is a name of one word.
pub(super) fn before(words: &Words<'_>, name: usize, agreement: Tag, lone: bool) -> Option<Role> {
    if let Some(rank) = abbreviated(words, name) {
        // "rzecznik straży kpt. Jan Nowak": the office says more than the rank.
        let office = by_noun(words, rank.tokens.start, agreement, lone);
        return Some(office.map_or(rank, |office| Role { tokens: office.tokens.start..name, ..office }));
    }
    by_noun(words, name, agreement, lone)
}

/// The same of a role that a noun heads.
fn by_noun(words: &Words<'_>, name: usize, agreement: Tag, lone: bool) -> Option<Role> {
    // "radny z Nowego Ładu": what a preposition governs bears no role.
    let before = name.checked_sub(1);
    // "premier „Halki”": what marks hold is no person's name with the role before them.
    let tight = |mark: usize| words.tagged.get(mark).is_some_and(|mark| !mark.space_after());
    let opens = |mark: usize| words.opens_title(mark) && tight(mark);
    if before.is_some_and(opens) {
        return None;
    }
    let governed = before.filter(|before| words.shape(*before) == Shape::Lower);
    if governed
        .is_some_and(|before| words.has(before, Traits::PREPOSITION) || is_whose(words, before, agreement))
    {
        return None;
    }
    let furthest = (name.saturating_sub(REACH)..name).find(|index| words.has(*index, Traits::OFFICE))?;
    let mut inner = None;
    // "prezes Budimeksu S.A. Jan Wilk"
    let form = words.legal_form_start(name).unwrap_or(name);
    for index in (furthest..name).rev().take_while(|index| words.together(*index, name)) {
        let fitting = heads(words, index)
            .filter(|_| !is_aspired_to(words, index))
            .find(|head| head.fits(words, name, agreement, lone) && !is_described_other(words, head, name));
        if let Some(head) = fitting.map(|head| head.narrowed(agreement)) {
            // "prawnik prezydenta Jan Wilk": where the name may be in the nominative, it is that of the outer role.
            if head.tag.has(Tag::NOM) || !agreement.has(Tag::NOM) {
                return Some(whole(words, &head, name, head.is_stiff(words, agreement)));
            }
            inner.get_or_insert(head);
        }
        if index < form && !continues(words, index) {
            break;
        }
    }
    inner.map(|head| whole(words, &head, name, head.is_stiff(words, agreement)))
}

/// "minister w rządzie Jana Wilka", "premiera „Halki” w reżyserii Anny Sowy": whether the name in the genitive says whose that is
/// which "w" leads to.
fn is_whose(words: &Words<'_>, noun: usize, agreement: Tag) -> bool {
    let inside = || noun.checked_sub(1).is_some_and(|at| matches!(words.key(at), "w" | "we"));
    let genitive = agreement.has(Tag::GEN) && !agreement.has(Tag::NOM);
    genitive && inside() && words.readings(noun).any(|reading| reading.tag.has(Tag::LOC))
}

impl Head {
    /// A masculine title that a woman bears stands uninflected: it says nothing about the case.
    fn is_stiff(&self, words: &Words<'_>, agreement: Tag) -> bool {
        let woman = agreement.has(Tag::F) || !agreement.has(Tag::GENDERS);
        woman && self.sex.has(Tag::F) && self.sex.has(Tag::M1) && self.lemma == words.key(self.index)
    }

    /// The head as one of that gender bears it, where both sexes do.
    fn of(&self, gender: Tag) -> Self {
        let either = self.sex.has(Tag::F) && self.sex.has(Tag::M1);
        Self { tag: if either { self.tag.with(Tag::GENDERS, gender) } else { self.tag }, ..*self }
    }

    /// The head with only what it shares with the name, where it shares something.
    fn narrowed(mut self, agreement: Tag) -> Self {
        for mask in [Tag::CASES, Tag::GENDERS] {
            let common = self.tag.common(agreement, mask);
            if !common.is_bare() {
                self.tag = self.tag.with(mask, common);
            }
        }
        self
    }

    /// Whether the role can be that of the name that begins at `name`.
    fn fits(&self, words: &Words<'_>, name: usize, agreement: Tag, lone: bool) -> bool {
        let beside = self.index + 1 == name;
        if lone && beside && RELATIONS.contains(self.lemma) {
            return false;
        }
        // Several people share a role only right before the first of them: "ministrowie Jan Wilk i Adam Sowa".
        if !self.tag.has(Tag::SG) && !(beside && (self.lemma == "państwo" || is_joined(words, name))) {
            return false;
        }
        let sex = !agreement.has(Tag::GENDERS) || self.sex.has(agreement);
        sex && (!agreement.has(Tag::CASES)
            || self.is_stiff(words, agreement)
            || self.tag.has(agreement.common(Tag::CASES, Tag::CASES)))
    }
}

/// "kandydat na nowego burmistrza Jan Nowak": whether an office is only what the bearer of the name wants.
fn is_aspired_to(words: &Words<'_>, office: usize) -> bool {
    let adjective = |index: &usize| {
        words.shape(*index) == Shape::Lower
            && words.known_readings(*index).any(|reading| reading.tag.class() == Class::Adj)
    };
    let before =
        (office.saturating_sub(ADJECTIVES)..office).rev().take_while(adjective).last().unwrap_or(office);
    before.checked_sub(1).is_some_and(|na| is_for_office(words, na))
}

/// Adjectives before an office, at most.
const ADJECTIVES: usize = 2;

/// "kandydat na", "kandydatka Nowej Lewicy na", before the office.
fn is_for_office(words: &Words<'_>, index: usize) -> bool {
    let candidate = |at: usize| words.together(at, index) && words.is_a(at, Sort::Candidate);
    words.key(index) == "na" && (index.saturating_sub(CANDIDACY)..index).any(candidate)
}

/// Tokens from a candidate to the office, at most: whose candidate it is.
const CANDIDACY: usize = 4;

/// "ojciec dwuletniego Leona": whether all between head and name is an adjective that goes with the name and not with the head.
fn is_described_other(words: &Words<'_>, head: &Head, name: usize) -> bool {
    let between = head.index + 1;
    between + 1 == name
        && words.shape(between) == Shape::Lower
        && words.has(name, Traits::GIVEN)
        && words.known_readings(between).next().is_some()
        && words.known_readings(between).all(|reading| {
            matches!(reading.tag.class(), Class::Adj | Class::Ppas | Class::Pact)
                && !reading.tag.common(Tag::CASES, Tag::CASES).is_bare()
                && ![head.tag, head.of(Tag::F).tag].iter().any(|tag| reading.tag.agrees(*tag))
        })
}

/// Whether another name is joined to the one that begins at a token: "ministrowie Jan Wilk i Adam Sowa", but "zdaniem ekspertów
/// Anna Wilk kłamie".
fn is_joined(words: &Words<'_>, name: usize) -> bool {
    let joins = |at: usize| matches!(words.text(at), "i" | "," | "oraz" | "czy" | "lub" | "albo");
    (name + 1..name + 5)
        .any(|at| joins(at) && words.has(at + 1, Traits::CAPITAL) && words.together(name, at + 1))
}

/// Whether a token can stand between the head of a role and the name behind it: "minister spraw zagranicznych", "szef
/// komisji ds. handlu", "sekretarz generalny ONZ", "szefowa Agencji Leków (EMA)".
fn continues(words: &Words<'_>, index: usize) -> bool {
    if words.has(index, Traits::CAPITAL) {
        // "ambasador Izraela", "szef NATO"
        return !words.has(index, Traits::GIVEN) || words.has(index, Traits::COUNTRY | Traits::ORGANIZATION);
    }
    let nominal = |reading: Reading<'_>| match reading.tag.class() {
        Class::Subst | Class::Ger => reading.tag.has(Tag::GEN | Tag::LOC),
        Class::Adj | Class::Adja | Class::Pact | Class::Ppas => true,
        _ => false,
    };
    if words.shape(index) == Shape::Lower {
        return words.readings(index).any(nominal)
            || is_joining(words, index)
            || matches!(words.text(index), "z" | "elekt")
            || is_for_office(words, index)
            // "ambasador przy ONZ"
            || words.text(index) == "przy" && words.before_capital(index);
    }
    match words.text(index) {
        "." => index > 0 && matches!(words.key(index - 1), "ds" | "s" | "spr" | "im"),
        // "redaktor naczelny „Kuriera” Jan Nowak"
        _ if words.opens_title(index) => words.has(index + 1, Traits::CAPITAL),
        _ if words.closes_title(index) => words.has(index - 1, Traits::CAPITAL),
        "(" => words.is(index + 2, ")"),
        ")" => index > 1 && words.is(index - 2, "(") && words.has(index - 1, Traits::CAPITAL),
        // "kujawsko-pomorski"
        _ if words.is_joint(index) => words.shape(index - 1) == Shape::Lower,
        text => text == "/",
    }
}

/// `prof. dr hab.`, `ks.`, `gen.`
fn abbreviated(words: &Words<'_>, name: usize) -> Option<Role> {
    let (mut start, mut parts) = (name, Vec::new());
    while start > 0 && name - start < REACH && words.together(start - 1, name) {
        let dotted = words.is_point(start - 1);
        let word = start.checked_sub(if dotted { 2 } else { 1 })?;
        // "o. Paweł", but "o Pawle"
        if !words.has(word, Traits::TITLE) || !dotted && words.is_letter(word) {
            break;
        }
        let Some(full) = ROLE_ABBREVIATIONS.get(words.key(word)) else { break };
        // "st. asp. Nowak", but "20 st. Celsjusza"
        if parts.is_empty() && matches!(*full, "starszy" | "młodszy") {
            break;
        }
        parts.push(*full);
        start = word;
    }
    parts.reverse();
    // "20 szt. Nowak"
    if parts.first().is_some_and(|first| matches!(*first, "sztabowy" | "rezerwy")) {
        return None;
    }
    (start < name).then(|| Role {
        tokens: start..name,
        text: parts.join(" "),
        genders: Tag::M1 | Tag::F,
        cases: Tag::CASES,
        rank: true,
    })
}

fn whole(words: &Words<'_>, head: &Head, end: usize, stiff: bool) -> Role {
    let start = first_adjective(words, head, end);
    let feminine = !head.sex.has(Tag::M1) || (stiff && has_feminine_adjective(words, start..head.index));
    let gender = if feminine { Tag::F } else { Tag::M1 };
    let mut text = String::with_capacity(words.tagged.span(start..end).len() + ROOM);
    for index in (start..end).filter(|index| !is_bracketed(words, *index)) {
        if index > start && words.tagged.get(index).is_some_and(crate::morph::TaggedToken::space_before) {
            text.push(' ');
        }
        // "sekretarzem generalnym", "wojewodzie opolskiej": what stands right behind the head and agrees with it or with the
        // woman who bears it follows it into the nominative.
        let joined = || index == head.index + 3 && words.is_joint(index - 1);
        let behind = (index == head.index + 1 || joined()).then_some([gender, Tag::F]);
        let agreed = behind.into_iter().flatten().find(|gender| agrees(words, index, &head.of(*gender)));
        match (index.cmp(&head.index), agreed) {
            (Ordering::Less, _) => text.push_str(&nominative_adjective(words, index, gender)),
            (Ordering::Equal, _) => text.push_str(head.lemma),
            (Ordering::Greater, Some(gender)) => text.push_str(&nominative_adjective(words, index, gender)),
            (Ordering::Greater, None) => text.push_str(words.text(index)),
        }
    }
    let cases = if stiff { Tag::CASES } else { head.tag.common(Tag::CASES, Tag::CASES) };
    let genders = if feminine { Tag::F } else { head.sex };
    Role { tokens: start..end, text, genders, cases, rank: false }
}

/// A bracket or the acronym in it.
fn is_bracketed(words: &Words<'_>, index: usize) -> bool {
    words.is(index, "(") || words.is(index, ")") || words.is(index + 1, ")")
}

fn adjectives<'a>(words: &Words<'a>, index: usize) -> impl Iterator<Item = Reading<'a>> + use<'a> {
    attributive(words.known_readings(index))
}

/// Those of the readings that are adjectives in a role.
fn attributive<'a>(readings: impl Iterator<Item = Reading<'a>>) -> impl Iterator<Item = Reading<'a>> {
    readings.filter(|reading| matches!(reading.tag.class(), Class::Adj | Class::Ppas | Class::Pact)).filter(
        |reading| {
            !matches!(reading.lemma, "ten" | "który" | "jaki" | "taki" | "inny" | "sam" | "mój" | "swój")
        },
    )
}

/// "Główny Inspektor Sanitarny": an office and its adjectives that are all written with capitals.
fn is_titled(words: &Words<'_>, head: &Head, adjective: usize) -> bool {
    let own = |index: usize| words.shape(index) == Shape::Title && !words.has(index, Traits::START);
    own(head.index) && own(adjective)
}

/// Whether an adjective shares number, case and gender with the head of a role and does not go with the genitive behind it.
fn agrees(words: &Words<'_>, index: usize, head: &Head) -> bool {
    (words.shape(index) == Shape::Lower || is_titled(words, head, index))
        && !words.known_readings(index + 1).any(|reading| {
            reading.is_common_noun()
                && adjectives(words, index).any(|x| x.tag.agrees(reading.tag) && reading.tag.has(Tag::GEN))
        })
        && adjectives(words, index)
            .any(|reading| reading.tag.class() == Class::Adj && reading.tag.agrees(head.tag))
}

fn first_adjective(words: &Words<'_>, head: &Head, end: usize) -> usize {
    let mut start = head.index;
    while start > 0 && end - start < REACH && words.together(start - 1, end - 1) {
        let before = start - 1;
        let starts = words.has(before, Traits::START)
            || words.shape(before) == Shape::Lower
            || is_titled(words, head, before);
        let agrees = adjectives(words, before)
            .any(|reading| reading.tag.class() == Class::Adj && reading.tag.agrees(head.tag));
        // "świadkiem była pani Krystyna"
        let verb = words.has(before, Traits::VERB)
            && words.tagged.tag(before).is_some_and(|tag| tag.class() == Class::Praet);
        if !(starts && agrees) || verb {
            break;
        }
        start = before;
    }
    start
}

fn has_feminine_adjective(words: &Words<'_>, range: TokenRange) -> bool {
    range.into_iter().any(|index| {
        let mut readings = adjectives(words, index).peekable();
        readings.peek().is_some() && readings.all(|reading| !reading.tag.has(Tag::M1))
    })
}

fn nominative_adjective(words: &Words<'_>, index: usize, gender: Tag) -> String {
    // "dyrektor zarządzający" has the participle's own lemma as an adjective.
    attributive(words.likely_readings(index))
        .find(|reading| reading.tag.class() == Class::Adj)
        .map_or_else(|| words.text(index).to_owned(), |reading| adjective(reading.lemma, Tag::SG, gender))
}

/// The role of one person without a name.
pub(super) struct Alone {
    pub(super) tokens: TokenRange,
    head: Head,
}

impl Alone {
    /// The role that begins at a token, with what belongs to it.
    pub(super) fn at(words: &Words<'_>, start: usize) -> Option<Self> {
        let small = !words.has(start, Traits::CAPITAL) || words.has(start, Traits::START);
        // A role in the instrumental is what somebody becomes: "został premierem".
        let spoken = Tag::CASES.with(Tag::INST, Tag::IGN).with(Tag::VOC, Tag::IGN);
        let fits = |head: &Head| small && head.tag.has(Tag::SG) && head.tag.has(spoken);
        let head = heads(words, start).find(fits)?;
        let mut end = start + 1;
        while end < start + REACH && words.together(start, end) && belongs(words, end) {
            end += 1;
        }
        Some(Self { tokens: start..end, head })
    }

    /// Its noun in the nominative.
    pub(super) fn noun(&self) -> &'static str {
        self.head.lemma
    }

    /// The whole in the nominative.
    pub(super) fn text(&self, words: &Words<'_>) -> String {
        whole(words, &self.head, self.tokens.end, false).text
    }
}

/// Whether a token is what a role is of: "prezydent Norlandii", "szef komisji spraw zagranicznych".
fn belongs(words: &Words<'_>, index: usize) -> bool {
    let wanted = Tag::GEN;
    words.readings(index).any(|reading| {
        let nominal = matches!(reading.tag.class(), Class::Subst | Class::Adj | Class::Ger);
        nominal
            && reading.tag.has(wanted)
            && (words.has(index, Traits::CAPITAL) || !reading.tag.has(Tag::NOM))
    })
}

/// The role in apposition after a name: ", szef MSZ,".
pub(super) fn after(words: &Words<'_>, name: &TokenRange, genders: Tag) -> Option<Role> {
    let start = name.end + 1;
    if !words.is(name.end, ",") || !words.together(name.end, start) {
        return None;
    }
    let mut head = None;
    for index in start..start + 3 {
        if words.has(index, Traits::CAPITAL) || !words.together(start, index) {
            return None;
        }
        head = heads(words, index).find(|head| head.sex.has(genders) && head.tag.has(Tag::SG));
        if head.is_some() {
            break;
        }
        adjectives(words, index).next()?;
    }
    let head = head?;
    // "pełnomocnik Nowaka, mecenas Jan Kos": who comes then is another.
    let next = head.index + 1;
    let other = words.has(next, Traits::GIVEN)
        && words.before_capital(next)
        && words.is_given_name_as_it_stands(next)
        && head.tag.has(Tag::NOM);
    // "oficer prasowy policji"
    let described =
        |index: usize| index == next && [head, head.of(Tag::F)].iter().any(|head| agrees(words, index, head));
    // "Granit, producent okien": the maker of things, who has no given name, is a company.
    let company = name.len() == 1
        && !words.has(name.start, Traits::GIVEN)
        && CUES.get(head.lemma) == Some(&Cue::Organization)
        && words.shape(next) == Shape::Lower
        && !described(next);
    if other || company {
        return None;
    }
    let mut end = next;
    while end < start + REACH && words.together(start, end) && (follows(words, end) || described(end)) {
        end += 1;
    }
    // "prezes i największy akcjonariusz": what joins another noun is no part of the first.
    while end > next && is_joining(words, end - 1) {
        end -= 1;
    }
    let mut role = whole(words, &head, end, false);
    role.tokens = start..end;
    Some(role)
}

/// Whether a token leads to another that belongs to the role: "i", "w".
fn is_joining(words: &Words<'_>, index: usize) -> bool {
    matches!(words.text(index), "ds" | "do" | "i" | "w" | "we" | "/")
}

/// Whether a token goes on with a role that stands in apposition.
fn follows(words: &Words<'_>, index: usize) -> bool {
    if words.has(index, Traits::CAPITAL) {
        return true;
    }
    match words.text(index) {
        "." => matches!(words.key(index - 1), "ds" | "s" | "im"),
        _ if is_joining(words, index) => true,
        _ => {
            words.shape(index) == Shape::Lower
                && words.readings(index).any(|reading| {
                    matches!(reading.tag.class(), Class::Subst | Class::Adj | Class::Ger)
                        && reading.tag.has(Tag::GEN)
                })
        }
    }
}
