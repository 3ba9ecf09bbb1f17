//! What candidates are names, of which kind and with which base form, decided over the whole article.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::EntityKind;
use super::acronym;
use super::cases;
use super::context::{Context, context};
use super::detect::Candidate;
use super::evidence::Evidence;
use super::few::Few;
use super::hypothesis::Of;
use super::kind;
use super::lattice::{self, Lattice, Slot};
use super::lists::{Cue, PLACE_ENDINGS, RELATIONS, SURNAME_ENDINGS};
use super::phrase::is_polish_town;
use super::resolve::Base;
use super::role::{self, Role};
use super::words::{Traits, Words};
use crate::morph::{Class, NameClass, Reading, Shape, Tag, TokenRange};
use crate::span::narrow;
use crate::text::Hasher;

/// A candidate with what is known of it, by and by a name with everything decided about it.
#[derive(Debug)]
pub(super) struct Name<'a> {
    candidate: Candidate<'a>,
    /// Where its slots begin in those of the text: as those of a person's name where it may be one, behind them as those of
    /// a thing's name where it may be one.
    slots: u32,
    may_be_person: bool,
    may_be_thing: bool,
    context: Context,
    /// Its base form, where that is decided for good.
    base: Option<Base<'a>>,
    /// What stands for it by itself later: the head of an institution, the first word of a club.
    head: Option<Box<str>>,
}

/// What a noun before a name that says what it is of counts for: "firma Wilk".
const INTRODUCED: i32 = 8;

impl<'a> Name<'a> {
    pub(super) fn tokens(&self) -> &TokenRange {
        &self.candidate.tokens
    }

    /// What it names; `None` until the article decides.
    pub(super) fn kind(&self) -> Option<EntityKind> {
        self.candidate.kind
    }

    /// Its base form; nothing until the article decides.
    pub(super) fn base(&self) -> &Base<'a> {
        const UNDECIDED: &Base<'static> = &Base::NONE;
        self.base.as_ref().unwrap_or(UNDECIDED)
    }

    pub(super) fn role(&self) -> Option<&Role> {
        self.candidate.role.as_deref()
    }

    pub(super) fn head(&self) -> Option<&str> {
        self.head.as_deref()
    }

    /// Genders of the verb whose subject it seems to be.
    pub(super) fn verb(&self) -> Tag {
        self.context.verb
    }

    /// Frees the words of its base form, which nothing asks for once it is linked.
    pub(super) fn forget_words(&mut self) {
        if let Some(base) = &mut self.base {
            base.parts = Few::NONE;
        }
    }

    pub(super) fn into_parts(self) -> (TokenRange, Base<'a>, Option<Role>) {
        let Candidate { tokens, role, .. } = self.candidate;
        (tokens, self.base.unwrap_or(Base::NONE), role.map(|role| *role))
    }

    fn is_full_name(&self) -> bool {
        self.candidate.tokens.len() > 1 && self.may_be_person
    }

    /// A company of one word by the noun before it.
    fn is_introduced(&self, words: &Words<'_>) -> bool {
        self.candidate.kind == Some(EntityKind::Organization)
            && self.candidate.tokens.len() == 1
            && kind::cue_before(words, self.candidate.tokens.start) == Some(Cue::Organization)
    }
}

/// What the words of all candidates may be; each is worked out once.
struct Slots<'w, 'a> {
    words: &'w Words<'a>,
    all: Vec<Slot<'a>>,
}

impl<'a> Slots<'_, 'a> {
    /// A candidate, with its slots added to the others.
    fn name(&mut self, mut candidate: Candidate<'a>) -> Name<'a> {
        let (words, kind) = (self.words, candidate.kind);
        let word_by_word = candidate.phrase.is_none() && acronym::alone(words, &candidate.tokens).is_none();
        let may_be_person = word_by_word && kind.is_none_or(|kind| kind == EntityKind::Person);
        if may_be_person && candidate.role.is_none() {
            let agreement = cases::name_agreement(words, candidate.tokens.start);
            let genders = if agreement.has(Tag::GENDERS) { agreement } else { Tag::GENDERS };
            candidate.role = role::after(words, candidate.tokens.end, genders).map(Box::new);
        }
        let may_be_thing = word_by_word && kind != Some(EntityKind::Person);
        let slots = narrow(self.all.len());
        for (of, may_be) in [(Of::Person, may_be_person), (Of::Thing, may_be_thing)] {
            if may_be {
                lattice::add_slots(words, &candidate.tokens, of, &mut self.all);
            }
        }
        let role = candidate.role.as_deref().filter(|_| may_be_person);
        let context = context(words, &candidate.tokens, role);
        Name { candidate, slots, may_be_person, may_be_thing, context, base: None, head: None }
    }

    fn lattice(&self, name: &Name<'a>, of: Of, from: usize) -> Lattice<'_, 'a> {
        let tokens = &name.candidate.tokens;
        let slots = self.all.get(from..from + tokens.len()).unwrap_or_default();
        Lattice::new(self.words, of, tokens.start, slots)
    }

    /// Its words as those of a person's name; `None` where it cannot be one.
    fn person(&self, name: &Name<'a>) -> Option<Lattice<'_, 'a>> {
        name.may_be_person.then(|| self.lattice(name, Of::Person, name.slots as usize))
    }

    /// Its words as those of a thing's name; `None` where it cannot be one.
    fn thing(&self, name: &Name<'a>) -> Option<Lattice<'_, 'a>> {
        let behind = if name.may_be_person { name.candidate.tokens.len() } else { 0 };
        name.may_be_thing.then(|| self.lattice(name, Of::Thing, name.slots as usize + behind))
    }

    fn as_person(&self, name: &Name<'a>, people: &Evidence<'_>) -> Option<Base<'a>> {
        self.person(name).map(|lattice| lattice.choose(name.context, people))
    }

    /// What may stand for a name of several words by itself.
    fn head(&self, name: &Name<'a>) -> Option<Cow<'a, str>> {
        let organization = name.candidate.kind == Some(EntityKind::Organization);
        if !organization || name.candidate.tokens.len() < 2 {
            return None;
        }
        match &name.candidate.phrase {
            Some(phrase) => Some(phrase.head_alone(self.words).into()),
            None if kind::is_club(self.words, name.candidate.tokens.start) => {
                self.first_part(name).map(Cow::Borrowed)
            }
            None => None,
        }
    }

    /// What a club is called without its town.
    fn club(&self, name: &Name<'a>) -> Option<Cow<'a, str>> {
        let Candidate { tokens, kind, .. } = &name.candidate;
        let is_club =
            || kind::is_club(self.words, tokens.start) || is_polish_town(self.words, tokens.start + 1);
        let club = *kind == Some(EntityKind::Organization) && tokens.len() == 2 && is_club();
        if club { self.head(name) } else { None }
    }

    /// Base form of its first inflecting word as that of a thing's name.
    fn first_part(&self, name: &Name<'a>) -> Option<&'a str> {
        let thing = self.thing(name)?.choose(name.context, &Evidence::default());
        thing.parts.first().copied()
    }

    /// Whether it is a name; if so it is finished.
    fn finish(&self, name: &mut Name<'a>, people: &Evidence<'_>, things: &Evidence<'_>) -> bool {
        let Some(kind) = name.candidate.kind else { return false };
        let base = name.base.take().unwrap_or_else(|| self.chosen(name, kind, people, things));
        name.head = self.head(name).map(Box::from);
        let Candidate { tokens, role, phrase, .. } = &mut name.candidate;
        let uninflected = base.parts.last().is_some_and(|last| *last == self.words.text(tokens.end - 1));
        if !uninflected {
            name.context.verb = Tag::GENDERS;
        }
        if kind != EntityKind::Person {
            *role = None;
        }
        (*phrase, name.base) = (None, Some(base));
        true
    }

    /// Its base form as all of the article decides it.
    fn chosen(
        &self,
        name: &Name<'a>,
        kind: EntityKind,
        people: &Evidence<'_>,
        things: &Evidence<'_>,
    ) -> Base<'a> {
        if let Some(phrase) = &name.candidate.phrase {
            return Base::unchanged(phrase.base(self.words).into());
        }
        if let Some(acronym) = acronym::alone(self.words, &name.candidate.tokens) {
            return Base::unchanged(acronym.into());
        }
        let person = (kind == EntityKind::Person).then(|| self.as_person(name, people)).flatten();
        let thing = || self.thing(name).map(|lattice| lattice.choose(name.context, things));
        person.or_else(thing).unwrap_or(Base::NONE)
    }
}

/// Decides over all candidates of a text; the names are in text order.
pub(super) fn names<'a>(words: &Words<'a>, mut candidates: Vec<Candidate<'a>>) -> Vec<Name<'a>> {
    repeat_companies(words, &mut candidates);
    let mut slots = Slots { words, all: Vec::with_capacity(candidates.len()) };
    let mut names = Vec::with_capacity(candidates.len());
    names.extend(candidates.into_iter().map(|candidate| slots.name(candidate)));
    let mut people = Evidence::with_room(words.forms.len(), names.len());
    let mut things = Evidence::with_room(words.forms.len(), names.len());
    for name in &names {
        slots.person(name).into_iter().for_each(|person| people.add(&person));
        slots.thing(name).into_iter().for_each(|thing| things.add(&thing));
    }
    settle_full_names(&slots, &mut names, &mut people);
    decide(&slots, &mut names, &mut people, true);
    decide(&slots, &mut names, &mut people, false);
    names.retain_mut(|name| slots.finish(name, &people, &things));
    drop_doubtful(&mut names, &people);
    names
}

/// Drops the names that were doubtful and that no other name of the article shows to be one.
fn drop_doubtful(names: &mut Vec<Name<'_>>, people: &Evidence<'_>) {
    if !names.iter().any(|name| name.candidate.doubtful) {
        return;
    }
    let doubtful = names.iter().filter(|name| name.candidate.doubtful).map(|name| &*name.base().text);
    let mut shown: HashMap<_, _, Hasher> = doubtful.map(|text| (text, false)).collect();
    for name in names.iter() {
        let sure = (!name.candidate.doubtful).then_some(&*name.base().text);
        for text in sure.into_iter().chain(name.head()) {
            if let Some(shown) = shown.get_mut(text) {
                *shown = true;
            }
        }
    }
    let is_shown = |name: &Name<'_>| {
        let person = name.kind() == Some(EntityKind::Person);
        let bears = || person && name.base().parts.iter().any(|part| people.is_settled(part));
        !name.candidate.doubtful || bears() || shown.get(&*name.base().text) == Some(&true)
    };
    let mut shown = names.iter().map(is_shown).collect::<Vec<_>>().into_iter();
    names.retain(|_| shown.next().unwrap_or_default());
}

/// What a noun has shown to be a company ("kancelaria Clifford Chance") is one wherever the same words stand.
fn repeat_companies(words: &Words<'_>, candidates: &mut [Candidate<'_>]) {
    let text =
        |candidate: &Candidate<'_>| words.tagged.span(candidate.tokens.clone()).slice(words.tagged.text());
    let company = |candidate: &&Candidate<'_>| {
        candidate.kind == Some(EntityKind::Organization)
            && candidate.phrase.is_none()
            && words.has(candidate.tokens.start, Traits::GIVEN)
    };
    let companies: HashSet<_, Hasher> = candidates.iter().filter(company).filter_map(text).collect();
    for candidate in candidates.iter_mut().filter(|candidate| candidate.kind == Some(EntityKind::Person)) {
        if !companies.is_empty() && text(candidate).is_some_and(|text| companies.contains(text)) {
            candidate.kind = Some(EntityKind::Organization);
            candidate.role = None;
        }
    }
}

/// Records the words of the full names of people.
fn settle_full_names<'a>(slots: &Slots<'_, 'a>, names: &mut [Name<'a>], people: &mut Evidence<'a>) {
    let full = |name: &&mut Name<'_>| {
        name.is_full_name() && !name.candidate.doubtful && name.candidate.kind == Some(EntityKind::Person)
    };
    for name in names.iter_mut().filter(full) {
        name.base = slots.as_person(name, people);
    }
    for name in names {
        if let Some(base) = &name.base {
            people.settle(base);
        }
        // What is open is asked anew when all full names are known.
        name.base = name.base.take().filter(|base| base.is_certain() && !base.gender_open);
    }
}

/// For each name that only the article can tell: how much speaks for a person, an organization, a place, none of these.
type Votes<'a> = HashMap<Cow<'a, str>, [i32; 4], Hasher>;

/// Settles the kinds that the words themselves leave open: all occurrences of a name vote, first for names of several
/// words, then, with the people among them known, for single words.
fn decide<'a>(slots: &Slots<'_, 'a>, names: &mut [Name<'a>], people: &mut Evidence<'a>, several: bool) {
    let words = slots.words;
    let clubs: HashSet<Cow<'_, str>, Hasher> =
        names.iter().filter(|_| !several).filter_map(|name| slots.club(name)).collect();
    // "Wisła" is the club in an article on Wisła Płock, save where something happens in it.
    let called = |name: &&mut Name<'_>| {
        let Candidate { tokens, kind, .. } = &name.candidate;
        let river = *kind == Some(EntityKind::Place) && tokens.len() == 1;
        river && !locative_before(words, tokens.start)
    };
    for name in names.iter_mut().filter(|_| !clubs.is_empty()).filter(called) {
        if slots.first_part(name).is_some_and(|word| clubs.contains(word)) {
            name.candidate.kind = Some(EntityKind::Organization);
        }
    }
    let open: Vec<_> = names
        .iter()
        .enumerate()
        .filter(|(_, name)| name.candidate.kind.is_none() && (name.candidate.tokens.len() > 1) == several)
        .filter_map(|(index, name)| Some((index, slots.as_person(name, people)?)))
        .collect();
    let lasts = open.iter().filter(|_| several).filter_map(|(_, base)| base.parts.last().copied());
    let alone = alone(slots, names, &lasts.collect(), people);
    let mut votes = Votes::with_capacity_and_hasher(open.len(), Hasher::default());
    for name in names.iter().filter(|name| !several && name.is_introduced(words)) {
        if let Some(thing) = slots.thing(name) {
            let base = thing.choose(name.context, &Evidence::default()).text;
            votes.entry(base).or_default()[1] += INTRODUCED;
        }
    }
    for (index, base) in &open {
        let Some(name) = names.get(*index) else { continue };
        let mut lean = lean(words, &name.candidate);
        if several {
            lean[0] += full_name_lean(words, &name.candidate, base, &alone);
        }
        lean[0] += surname_lean(words, &name.candidate, base);
        lean[2] += place_lean(slots, name);
        if beside(words, names, *index, EntityKind::Person) {
            lean[0] += 4;
        }
        // "w Pszczynie i Knurowie"
        let known_place = words.has(name.candidate.tokens.start, Traits::PLACE);
        if !several && known_place && beside(words, names, *index, EntityKind::Place) {
            lean[2] += 6;
        }
        let sum = votes.entry(Cow::Borrowed(&*base.text)).or_default();
        sum.iter_mut().zip(lean).for_each(|(sum, more)| *sum += more);
    }
    for (index, base) in &open {
        let known = base.parts.last().is_some_and(|last| people.is_settled(last));
        let club = || names.get(*index).and_then(|name| slots.first_part(name));
        let kind = match () {
            () if known => Some(EntityKind::Person),
            () if !clubs.is_empty() && club().is_some_and(|word| clubs.contains(word)) => {
                Some(EntityKind::Organization)
            }
            () => elected(&votes, &base.text),
        };
        if several && kind == Some(EntityKind::Person) {
            people.settle(base);
        }
        if let Some(name) = names.get_mut(*index) {
            name.candidate.kind = kind;
            // Nothing is settled any more once single words are decided.
            name.base = (!several && kind == Some(EntityKind::Person)).then(|| base.clone());
        }
    }
}

/// Which of these words stand alone elsewhere, were they people.
fn alone<'a>(
    slots: &Slots<'_, 'a>,
    names: &[Name<'a>],
    lasts: &HashSet<&str, Hasher>,
    people: &Evidence<'_>,
) -> HashSet<Cow<'a, str>, Hasher> {
    if lasts.is_empty() {
        return HashSet::default();
    }
    let may_be =
        |lattice: &Lattice<'_, '_>| lattice.open().any(|x| x.1.bases().any(|base| lasts.contains(base)));
    names
        .iter()
        .filter(|name| {
            name.candidate.tokens.len() == 1 && slots.person(name).is_some_and(|person| may_be(&person))
        })
        .filter_map(|name| Some(slots.as_person(name, people)?.text))
        .collect()
}

fn elected(votes: &Votes<'_>, name: &str) -> Option<EntityKind> {
    let [person, organization, place, product] = votes.get(name).copied().unwrap_or_default();
    let most = person.max(organization).max(place);
    match most {
        _ if product > most => None,
        _ if person == most => Some(EntityKind::Person),
        _ if place == most => Some(EntityKind::Place),
        _ => Some(EntityKind::Organization),
    }
}

/// What one occurrence says: the words themselves and the words beside them.
fn lean(words: &Words<'_>, candidate: &Candidate<'_>) -> [i32; 4] {
    let start = candidate.tokens.start;
    let traits = words.traits(start);
    let single = candidate.tokens.len() == 1;
    let (mut person, mut organization, mut place) = (0, 3, 0);
    // "Al-Dżazira": with a capital the article begins the name of a thing; people have a small one.
    if !may_be_person(words, candidate) || !traits.has(Traits::START) && words.text(start).starts_with("Al-")
    {
        person -= 20;
    }
    if traits.has(Traits::GIVEN) {
        person += 6;
    }
    if traits.has(Traits::SURNAME) {
        person +=
            if traits.has(Traits::PLACE) && !is_surname_in_the_nominative(words, start) { 2 } else { 5 };
    }
    if candidate.owner {
        person -= 8;
    }
    if candidate.role.is_some() {
        person += if traits.has(Traits::PLACE) { 1 } else { 5 };
    } else if is_related(words, start) || is_national(words, start) {
        person += 5;
    }
    if traits.has(Traits::PLACE) {
        place += if single && !is_surname_in_the_nominative(words, start) { 5 } else { 1 };
    }
    if traits.has(Traits::OTHER | Traits::ORGANIZATION) {
        organization += 4;
    }
    // "firma Wilka": whose it is if the article names a Wilk, its name otherwise.
    match kind::cue_before(words, start) {
        Some(Cue::Organization) => organization += INTRODUCED,
        Some(Cue::Place) => place += INTRODUCED,
        _ => {}
    }
    if locative_before(words, start) {
        place += 3;
    }
    if single && is_inside(words, start) {
        person -= 8;
    }
    if single && is_abroad(words, start) {
        place += 4;
    }
    if single && candidate.owner && traits.has(Traits::PLACE) {
        place += 4;
    }
    if beside_verb(words, &candidate.tokens) {
        person += 5;
    }
    if !single && is_of_house(words, candidate.tokens.end) {
        person += 4;
    }
    if single && traits.has(Traits::UNKNOWN) {
        // Companies and places take -u where people take -a.
        let form = words.text(start);
        organization += if form.ends_with('u') { 6 } else { 0 };
        person += if form.ends_with("owi") { 3 } else { 0 };
        // "prezydent Norlandii": countries end so, hardly a surname.
        place += if form.ends_with("ii") { 4 } else { 0 };
        person -= if form.ends_with("ii") { 8 } else { 0 };
    }
    let product = if candidate.product { 12 } else { 0 };
    [person, organization, place, product]
}

/// What speaks for a person in a name of several words: that its first word inflects, that its last stands alone elsewhere.
fn full_name_lean(
    words: &Words<'_>,
    candidate: &Candidate<'_>,
    base: &Base<'_>,
    alone: &HashSet<Cow<'_, str>, Hasher>,
) -> i32 {
    let first_inflects = base.parts.first().is_some_and(|first| *first != words.text(candidate.tokens.start));
    let last_alone = base.parts.last().is_some_and(|last| alone.contains(*last));
    (if first_inflects { 6 } else { 0 }) + (if last_alone { 2 } else { 0 })
}

/// What the last word says for a person: a surname's ending, or that it inflects as an adjective.
fn surname_lean(words: &Words<'_>, candidate: &Candidate<'_>, base: &Base<'_>) -> i32 {
    let last = candidate.tokens.end - 1;
    let Some(surname) = base.parts.last().filter(|_| words.has(last, Traits::UNKNOWN)) else { return 0 };
    let ending = ends_in_one_of(&SURNAME_ENDINGS, surname);
    let adjectival = words.text(last).ends_with("ego") || words.text(last).ends_with("emu");
    if ending || adjectival { 5 } else { 0 }
}

/// What the ending of a word that nobody knows says for a place: "Myrnohrad".
fn place_lean<'a>(slots: &Slots<'_, 'a>, name: &Name<'a>) -> i32 {
    let tokens = &name.candidate.tokens;
    let unknown = tokens.len() == 1 && slots.words.has(tokens.start, Traits::UNKNOWN);
    let thing = slots.thing(name).filter(|_| unknown);
    let place = |thing: Lattice<'_, '_>| {
        ends_in_one_of(&PLACE_ENDINGS, &thing.choose(name.context, &Evidence::default()).text)
    };
    if thing.is_some_and(place) { 12 } else { 0 }
}

/// Whether a word ends in one of the endings, which stand by their last letters.
fn ends_in_one_of(endings: &HashMap<char, Vec<&str>, Hasher>, word: &str) -> bool {
    let last = word.chars().next_back().and_then(|last| endings.get(&last));
    last.into_iter().flatten().any(|end| word.len() > end.len() + 1 && word.ends_with(end))
}

/// Whether a conjunction or a comma joins a name to one of a kind.
fn beside(words: &Words<'_>, names: &[Name<'_>], index: usize, kind: EntityKind) -> bool {
    let Some(tokens) = names.get(index).map(|name| &name.candidate.tokens) else { return false };
    let joined = |first: usize, second: usize| {
        first + 1 == second && matches!(words.text(first), "i" | "oraz" | "," | "a" | "czy" | "lub")
    };
    let fits = |name: &&Name<'_>| name.candidate.kind == Some(kind);
    let before = index.checked_sub(1).and_then(|before| names.get(before)).filter(fits);
    let after = names.get(index + 1).filter(fits);
    before.is_some_and(|name| joined(name.candidate.tokens.end, tokens.start))
        || after.is_some_and(|name| joined(tokens.end, name.candidate.tokens.start))
}

/// Whether no word of a name speaks against a person: an article, digits, a common word.
fn may_be_person(words: &Words<'_>, candidate: &Candidate<'_>) -> bool {
    let personal = Traits::GIVEN | Traits::SURNAME | Traits::UNKNOWN;
    candidate.tokens.clone().all(|index| {
        let text = words.text(index);
        // "ambasador Ha Hoang Hai", "komisarz Henna Aalto": a role makes a common word part of a name.
        let first = candidate.tokens.len() == 2 && index == candidate.tokens.start;
        let titled =
            candidate.role.is_some() && (text.chars().filter(|c| c.is_alphabetic()).count() < 4 || first);
        let common = words.has(index, Traits::COMMON) && !words.has(index, personal) && !titled;
        text != "The" && !common && !text.contains(|c: char| c.is_ascii_digit())
    })
}

/// "Nowak": a surname in the nominative, a place only in another case (the village of Nowaki).
fn is_surname_in_the_nominative(words: &Words<'_>, index: usize) -> bool {
    let cases = |of: NameClass| {
        let readings = words.known_readings(index).filter(|reading| reading.name == of);
        readings.map(|reading| reading.tag).reduce(|one, other| one | other).unwrap_or(Tag::IGN)
    };
    let governed = index.checked_sub(1).is_some_and(|before| words.has(before, Traits::PREPOSITION));
    let place = cases(NameClass::Place);
    !governed && cases(NameClass::Surname).has(Tag::NOM) && place.has(Tag::CASES) && !place.has(Tag::NOM)
}

/// "mąż Orwick", "syn Orwicka": who has relatives is a person.
fn is_related(words: &Words<'_>, start: usize) -> bool {
    let related = |before: usize| {
        words.has(before, Traits::OFFICE)
            && words.together(before, start)
            && words.known_readings(before).any(|reading| RELATIONS.contains(reading.lemma))
    };
    start.checked_sub(1).is_some_and(related)
}

/// "Szwed Håkan Lindh": who is of a nation is a person.
fn is_national(words: &Words<'_>, start: usize) -> bool {
    let national = |before: usize| {
        let named = Traits::PLACE | Traits::SURNAME | Traits::GIVEN;
        words.has(before, Traits::NATION) && !words.has(before, named) && words.together(before, start)
    };
    start.checked_sub(1).is_some_and(national)
}

/// "Olle Hjort z Uniwersytetu": who is of a house is a person.
fn is_of_house(words: &Words<'_>, next: usize) -> bool {
    matches!(words.key(next), "z" | "ze") && words.has(next + 1, Traits::INSTITUTION | Traits::ORGANIZATION)
}

/// `w`: one is hardly ever inside a person.
fn is_inside(words: &Words<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| matches!(words.key(before), "w" | "we"))
}

/// "w holenderskim Noordwijk": behind the adjective of a country a place is likelier than a company.
fn is_abroad(words: &Words<'_>, start: usize) -> bool {
    let Some(adjective) = start.checked_sub(1).filter(|before| words.together(*before, start)) else {
        return false;
    };
    let relational = |reading: Reading<'_>| {
        reading.tag.class() == Class::Adj
            && (reading.lemma.ends_with("ski") || reading.lemma.ends_with("cki"))
    };
    words.shape(adjective) == Shape::Lower
        && locative_before(words, adjective)
        && words.known_readings(adjective).any(relational)
}

/// `w`, `do`, `pod`: places stand behind them more often than people.
fn locative_before(words: &Words<'_>, start: usize) -> bool {
    start
        .checked_sub(1)
        .is_some_and(|before| matches!(words.key(before), "w" | "we" | "do" | "koło" | "pod" | "nad"))
}

/// Whether a verb that asks for a person stands right before or after.
fn beside_verb(words: &Words<'_>, tokens: &TokenRange) -> bool {
    let speaks = |index: usize| words.has(index, Traits::SPEECH);
    speaks(tokens.end) || tokens.start.checked_sub(1).is_some_and(speaks)
}
