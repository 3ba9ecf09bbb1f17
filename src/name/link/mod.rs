//! Which mentions are of one entity: full name and surname, full name and the acronym in brackets behind it.

mod reference;

pub(super) use self::reference::add_references;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use super::base::forms::without_marks;
use super::few::Few;
use super::role::Role;
use super::settle::Name;
use super::words::Words;
use super::{Entity, EntityKind, Gender, Mention};
use crate::span::{Span, narrow};
use crate::text::{Hasher, is_hyphen};

/// Groups names into entities, ordered by first mention.
pub(super) fn entities(words: &Words<'_>, mut names: Vec<Name<'_>>) -> Vec<Entity> {
    let groups = Groups::of(words, &names);
    let mut drafts = vec![Draft::NEW; groups.iter().max().map_or(0, |last| *last as usize + 1)];
    for (name, group) in names.iter_mut().zip(&groups) {
        if let Some(draft) = drafts.get_mut(*group as usize) {
            draft.count(name);
        }
        // Of many names this is much, and their mentions are still to come.
        name.forget_words();
    }
    let mut entities: Vec<_> = (0..).zip(&drafts).map(|(id, draft)| draft.entity(id)).collect();
    for (name, group) in names.into_iter().zip(groups) {
        if let Some(entity) = entities.get_mut(group as usize) {
            entity.mentions.push(mention(words, name, entity.gender));
        }
    }
    for (entity, draft) in entities.iter_mut().zip(drafts) {
        if let Some(fullest) = entity.mentions.get(draft.fullest) {
            (entity.name, entity.certain) = (fullest.lemma.clone(), fullest.certain);
        }
    }
    entities
}

/// Gender of a name as a key; a word whose gender is open goes with both.
fn sex(name: &Name<'_>) -> Option<Gender> {
    name.base().gender.filter(|_| !name.base().gender_open)
}

/// What a name is of; every name is decided.
fn kind(name: &Name<'_>) -> EntityKind {
    name.kind().unwrap_or(EntityKind::Organization)
}

/// The names of more than one word, by each of their words.
struct FullNames<'n> {
    by_part: HashMap<&'n str, Few<Bearer<'n>>, Hasher>,
    /// Surnames with foreign marks, by their letters alone: "Orban" is "Orbán".
    marked: Vec<(String, &'n str)>,
}

/// How many surnames with marks are remembered.
const MARKED: usize = 8;

/// A full name that holds a word.
struct Bearer<'n> {
    text: &'n str,
    gender: Option<Gender>,
    standing: Standing,
}

/// What a word is in a full name; the greater is the likelier to stand for the name by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Given,
    /// Half of a hyphenated surname.
    Half,
    Surname,
}

/// Names that there is room for from the start at most: more than most articles have.
const ROOM: usize = 256;

/// How many bearers of one word are remembered.
const BEARERS: usize = 8;

/// Whether a person's name has more than a surname and its particles.
fn is_full(name: &Name<'_>) -> bool {
    name.kind() == Some(EntityKind::Person) && bare(&name.base().text).contains(' ')
}

/// A name without the particles before it.
fn bare(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_lowercase() || c == ' ')
}

impl<'n> FullNames<'n> {
    fn of(names: &'n [Name<'_>]) -> Self {
        let mut full = Self {
            by_part: HashMap::with_capacity_and_hasher(names.len().min(ROOM) / 2, Hasher::default()),
            marked: Vec::new(),
        };
        for name in names.iter().filter(|name| is_full(name)) {
            let Some((_, surname)) = name.base().text.rsplit_once(' ') else { continue };
            let double = surname.contains(is_hyphen);
            full.add(surname, name, Standing::Surname);
            let is_new = || full.marked.iter().all(|(_, known)| *known != surname);
            if full.marked.len() < MARKED && is_new() {
                full.marked.extend(without_marks(surname).map(|plain| (plain, surname)));
            }
            let others = name.base().parts.iter().enumerate().filter(|(_, part)| **part != surname);
            for (at, part) in others {
                let standing = match double && surname.split(is_hyphen).any(|half| half == *part) {
                    true => Standing::Half,
                    _ if at + 1 == name.base().parts.len() => Standing::Surname,
                    _ => Standing::Given,
                };
                full.add(part, name, standing);
            }
        }
        full
    }

    /// The one full name that ends with these words: "Jan Borja Santos" for "Borja Santos".
    fn fuller(&self, surname: &str, text: &str) -> Option<&'n str> {
        let ends =
            |bearer: &&Bearer<'_>| bearer.text.strip_suffix(text).is_some_and(|given| given.ends_with(' '));
        let mut fuller = self.by_part.get(surname)?.iter().filter(ends);
        fuller.next().filter(|_| fuller.next().is_none()).map(|bearer| bearer.text)
    }

    fn add(&mut self, word: &'n str, name: &'n Name<'_>, standing: Standing) {
        let bearers = self.by_part.entry(word).or_default();
        let text = &*name.base().text;
        if bearers.len() < BEARERS && bearers.iter().all(|bearer| bearer.text != text) {
            bearers.push(Bearer { text, gender: sex(name), standing });
        }
    }

    /// The full name that a mention stands for; itself where the article has none.
    fn key(&self, name: &'n Name<'_>, latest: &mut HashMap<&'n str, &'n str, Hasher>) -> &'n str {
        let text = &*name.base().text;
        let word = match bare(text).rsplit_once(' ') {
            None => name.base().parts.only().copied().unwrap_or(text),
            Some((_, surname)) => {
                if let Some(fuller) = self.fuller(surname, text) {
                    return fuller;
                }
                latest.insert(surname, text);
                let others = name.base().parts.iter().filter(|part| **part != surname);
                latest.extend(others.map(|part| (*part, text)));
                return text;
            }
        };
        let marked = || self.marked.iter().find(|(plain, _)| plain == word);
        let bearers = self.by_part.get(word).or_else(|| self.by_part.get(marked()?.1));
        let bearers = bearers.into_iter().flat_map(Few::iter);
        let last = latest.get(word).copied();
        // Best: the word is the surname, nothing shows another gender, and the name was mentioned last.
        let chosen = bearers.enumerate().max_by_key(|(rank, bearer)| {
            let clash = bearer.gender.is_some() && sex(name).is_some() && bearer.gender != sex(name);
            let clash = clash && name.role().is_some();
            (bearer.standing, !clash, Some(bearer.text) == last, Reverse(*rank))
        });
        chosen.map_or(text, |(_, bearer)| bearer.text)
    }
}

/// Entities as they come up, by their numbers.
struct Groups<'n> {
    people: HashMap<&'n str, u32, Hasher>,
    things: HashMap<(EntityKind, Folded<'n>), u32, Hasher>,
    /// The full name that bore a word last.
    latest: HashMap<&'n str, &'n str, Hasher>,
    /// What stands for a fuller name later: acronyms, in brackets behind it or of its first letters, and its head alone.
    short: HashMap<Cow<'n, str>, &'n str, Hasher>,
    /// Whether an office with its town is among them.
    seated: bool,
}

impl<'n> Groups<'n> {
    /// The number of the entity that each name is a mention of.
    fn of(words: &Words<'_>, names: &'n [Name<'_>]) -> Vec<u32> {
        let full = FullNames::of(names);
        let (half, all) = (names.len().min(ROOM) / 2, names.len().min(ROOM));
        let mut groups = Self {
            people: HashMap::with_capacity_and_hasher(half, Hasher::default()),
            things: HashMap::with_capacity_and_hasher(all, Hasher::default()),
            latest: HashMap::with_capacity_and_hasher(full.by_part.len(), Hasher::default()),
            short: HashMap::with_capacity_and_hasher(half, Hasher::default()),
            seated: false,
        };
        // An acronym may stand in the headline, long before the name.
        for name in names.iter().filter(|name| is_long(name)) {
            let text = &*name.base().text;
            // "RIO": an office that has its town has its acronym without it.
            let office = seated(text).map(initials).into_iter().flatten();
            for initials in initials(text).into_iter().chain(office).flatten() {
                groups.short.entry(initials.into()).or_insert(text);
            }
        }
        let mut previous = None;
        let group = |name: &'n Name<'_>| {
            let next = narrow(groups.people.len() + groups.things.len());
            let before = previous.replace(name);
            match kind(name) {
                EntityKind::Person => {
                    *groups.people.entry(full.key(name, &mut groups.latest)).or_insert(next)
                }
                kind => {
                    let key = groups.thing_key(words, before, name);
                    *groups.things.entry((kind, Folded(key))).or_insert(next)
                }
            }
        };
        names.iter().map(group).collect()
    }

    fn thing_key(&mut self, words: &Words<'_>, before: Option<&'n Name<'_>>, name: &'n Name<'_>) -> &'n str {
        let text = &*name.base().text;
        let start = name.tokens().start;
        let bracketed = start > 0 && words.is(start - 1, "(") && words.is(name.tokens().end, ")");
        let explained = |x: &&Name<'_>| bracketed && x.tokens().end + 1 == start && x.kind() == name.kind();
        if let Some(before) = before.filter(explained) {
            self.short.insert(text.into(), &before.base().text);
        }
        // "Sąd Okręgowy" later stands for "Sąd Okręgowy w Krakowie".
        let office = self.seated && is_long(name);
        if let Some(key) = (office || name.tokens().len() == 1).then(|| self.short.get(text)).flatten() {
            return key;
        }
        let is_in = |index: usize| words.is(index, "w") || words.is(index, "we");
        if is_long(name) && name.tokens().len() > 3 && name.tokens().clone().any(is_in) {
            if let Some(office) = seated(text) {
                self.short.insert(office.into(), text);
                self.seated = true;
            }
        }
        if let Some(head) = name.head().filter(|_| is_long(name)) {
            self.short.insert(head.into(), text);
        }
        text
    }
}

/// A name without its town.
fn seated(name: &str) -> Option<&str> {
    let (office, _) = name.split_once(" w ").or_else(|| name.split_once(" we "))?;
    Some(office)
}

/// Whether an organization's name has several words.
fn is_long(name: &Name<'_>) -> bool {
    name.kind() == Some(EntityKind::Organization) && name.tokens().len() > 1
}

/// A name in any mix of capitals and small letters.
#[derive(Clone, Copy)]
struct Folded<'n>(&'n str);

impl Folded<'_> {
    fn letters(&self) -> impl Iterator<Item = char> {
        self.0.chars().flat_map(char::to_lowercase)
    }
}

impl PartialEq for Folded<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.letters().eq(other.letters())
    }
}

impl Eq for Folded<'_> {}

impl Hash for Folded<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        let mut packed = 1;
        for c in self.0.chars() {
            // A letter of ASCII needs no table.
            packed = if c.is_ascii() {
                packed_with(packed, c.to_ascii_lowercase(), state)
            } else {
                c.to_lowercase().fold(packed, |packed, c| packed_with(packed, c, state))
            };
        }
        state.write_u64(packed);
    }
}

/// Letters behind a mark that tells how many there are, with one more; three are hashed at a time.
fn packed_with(packed: u64, letter: char, state: &mut impl std::hash::Hasher) -> u64 {
    let packed = packed << 21 | u64::from(letter);
    if packed >> 63 == 0 {
        return packed;
    }
    state.write_u64(packed);
    1
}

/// The acronyms that the first letters of a name make, without and with its small words: `GDDK`, `GDDKiA`.
fn initials(name: &str) -> [Option<String>; 2] {
    let firsts = || name.split(' ').filter_map(|word| word.chars().next());
    let large = firsts().filter(|c| c.is_uppercase()).count();
    if large < 2 {
        return [None, None];
    }
    let mut all = String::with_capacity(2 * large);
    all.extend(firsts());
    let capitals = || all.chars().filter(|c| c.is_uppercase()).collect();
    [(all.chars().count() > large).then(capitals), Some(all)]
}

/// What the names of an entity say of it together.
#[derive(Clone)]
struct Draft {
    kind: EntityKind,
    mentions: usize,
    /// The fullest mention, and how full it is.
    fullest: usize,
    fullness: Fullness,
    /// By how many the mentions that show a woman outnumber those that show a man, for each way of showing it.
    women: [i32; 4],
}

/// Words that inflect, tokens, where it stands: the earlier of equals is the fuller one.
type Fullness = (usize, usize, Reverse<usize>);

impl Draft {
    const NEW: Self = Self {
        kind: EntityKind::Person,
        mentions: 0,
        fullest: 0,
        fullness: (0, 0, Reverse(0)),
        women: [0; 4],
    };

    /// Takes one more name into account.
    fn count(&mut self, name: &Name<'_>) {
        if self.mentions == 0 {
            self.kind = kind(name);
        }
        let fullness = (name.base().parts.len().max(1), name.tokens().len(), Reverse(name.tokens().start));
        if fullness > self.fullness {
            (self.fullest, self.fullness) = (self.mentions, fullness);
        }
        for (women, shown) in self.women.iter_mut().zip(shown_genders(name)) {
            *women += match shown {
                Some(Gender::Feminine) => 1,
                Some(Gender::Masculine) => -1,
                None => 0,
            };
        }
        self.mentions += 1;
    }

    /// An entity with room for its mentions.
    fn entity(&self, id: u32) -> Entity {
        let women = self.women.into_iter().find(|women| *women != 0 && self.kind == EntityKind::Person);
        Entity {
            id,
            kind: self.kind,
            name: String::new(),
            gender: women.map(|women| if women > 0 { Gender::Feminine } else { Gender::Masculine }),
            certain: true,
            mentions: Vec::with_capacity(self.mentions),
            references: Vec::new(),
        }
    }
}

/// The gender that a mention shows: as a full name, since a given name says most, by its role, by a verb, as a lone name.
fn shown_genders(name: &Name<'_>) -> [Option<Gender>; 4] {
    let by_name = sex(name);
    let by_role = name.role().and_then(|role| Gender::of(role.genders));
    [by_name.filter(|_| name.base().parts.len() > 1), by_role, Gender::of(name.verb()), by_name]
}

/// A mention of an entity of this gender.
fn mention(words: &Words<'_>, name: Name<'_>, gender: Option<Gender>) -> Mention {
    let company = kind(&name) == EntityKind::Organization;
    // "trener Świątek był": hers, where the article names a woman.
    let shown = Gender::of(name.verb());
    let (mut tokens, base, role) = name.into_parts();
    let differs = |sex: Option<Gender>| sex.is_some() && gender.is_some() && sex != gender;
    let another = |role: &Role| differs(Gender::of(role.genders)) || differs(shown);
    let role = role.filter(|role| tokens.len() > 1 || !another(role));
    let (role, role_tokens) = role.map(|role| (role.text, role.tokens)).unzip();
    let (certain, mut lemma) = (base.is_certain(), base.text.into_owned());
    let core = words.tagged.span(tokens.clone());
    tokens.end = words.legal_form_end(tokens.end).filter(|_| company).unwrap_or(tokens.end);
    let span = words.tagged.span(tokens.clone());
    // The legal form stands in the base form as it is written.
    lemma.push_str(Span::at(core.end(), span.end()).slice(words.tagged.text()).unwrap_or_default());
    Mention { span, tokens, lemma, certain, role, role_tokens }
}
