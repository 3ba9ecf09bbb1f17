//! The people of an article as its quotations know them: roles that the text states, gender that verbs give away, and
//! who a description stands for.

use std::borrow::Cow;

use super::clause::Subject;
use super::cue::{self, Frames};
use super::draft::Draft;
use super::phrase::{Phrase, PhraseKind, gender_agrees, is_role, may_share_case, says_nation};
use super::role::{self, Bearer};
use super::sort::Sort;
use super::view::{Glyph, Named, View};
use super::{clause, relation};
use crate::morph::{Class, Tag, TokenRange};
use crate::name::{Entity, EntityKind, Gender};
use crate::text::key;

/// Words of roles that are kept of one entity.
const STATED: usize = 40;

/// See the module.
pub(super) struct Cast<'v, 'a> {
    view: &'v View<'a>,
    members: Vec<Member<'a>>,
}

#[derive(Clone, Default)]
struct Member<'a> {
    /// Words of the roles that the article states.
    stated: Vec<Stated<'a>>,
    /// "Polak": of what nation the article says that one is.
    nation: Option<Cow<'a, str>>,
    gender: Option<Gender>,
    /// A person, by the names or by how it speaks.
    human: bool,
    /// Whether the surname is no more than its first letter: "Jan K."
    withheld: bool,
}

/// A word of a role, as a lemma.
#[derive(Clone)]
struct Stated<'a> {
    word: Cow<'a, str>,
    is_role: bool,
    /// Understood of a description rather than said of the name.
    learned: bool,
}

impl<'a> Stated<'a> {
    fn new(lemma: &'a str, learned: bool) -> Self {
        let word = key(lemma);
        Self { is_role: role::gender(&word).is_some(), word, learned }
    }

    /// "niemiecki", "francuski": by its end, as a country's adjective has it, though not only that.
    fn is_of_country(&self) -> bool {
        self.word.ends_with("ski") || self.word.ends_with("cki")
    }
}

/// What is known besides the words when a description is to be understood.
#[derive(Clone, Copy, Default)]
pub(super) struct Context {
    /// Who spoke last and how many speakers ago.
    pub(super) last: Option<(u32, usize)>,
    /// The person whom the narration speaks of.
    pub(super) topic: Option<u32>,
    /// Whom it cannot mean: the one whose words hold the description.
    pub(super) not: Option<u32>,
    /// Whether the cue goes on with what the last speaker has said in the same paragraph: "dodał przyjaciel premiera".
    pub(super) adds: bool,
}

/// What is said of an office that is no longer held.
const FORMER: &str = "były";

/// What a description says besides the office.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// Nothing, or "resortu" in "szef resortu".
    Untold,
    /// Where the person comes from: "lekarka z zakopiańskiego szpitala".
    Home,
    /// Whose the office is: "rzecznik prokuratury".
    Whose,
}

/// Whom the head of a description cannot mean unless the article calls them so; asked once for all who may be meant.
struct Unlike {
    /// Anybody: somebody's neighbour is a new person, whoever spoke last.
    anybody: bool,
    /// Officials: a spokesman tells of the suspect.
    officials: bool,
    /// Who is known by any office: "Dziennikarz pytał, czy" reports what he says, "mówi taksówkarz" is not the mayor.
    known: bool,
}

impl Unlike {
    fn new(head: &str) -> Self {
        Self {
            anybody: Sort::Kin.has(head),
            officials: role::is_told_of(head),
            known: Sort::Trade.has(head) || relation::same_office("dziennikarz", head),
        }
    }
}

/// A description of a person: "szef resortu", "amerykańska polityk".
struct Description<'a> {
    head: Cow<'a, str>,
    unlike: Unlike,
    /// The offices that head and next noun may be together, the likeliest first.
    offices: &'static [&'static str],
    modifiers: Vec<Cow<'a, str>>,
    owner: Owner,
    /// Whether it says more than the office: "francuski prezydent".
    specific: bool,
    /// Whether it is another's: "jej agentka", "rzecznik prokuratury".
    served: bool,
    /// Whether it is of an office that is no longer held: "były premier".
    former: bool,
    /// Of what nation it says that one is: "Japończyk".
    nation: Option<Cow<'a, str>>,
}

impl<'v, 'a> Cast<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>, drafts: &[Draft<'a>]) -> Self {
        let member = |entity: &Entity| Member {
            gender: entity.gender,
            human: entity.kind == EntityKind::Person,
            withheld: entity.name.ends_with('.'),
            ..Member::default()
        };
        let mut cast = Self { view, members: view.entities.iter().map(member).collect() };
        cast.read_roles();
        cast.read_genders(drafts);
        cast
    }

    /// What the article says of each entity: roles before its names and in the apposition behind them, parties.
    fn read_roles(&mut self) {
        let view = self.view;
        for named in view.mentions() {
            let before = named.mention.role_tokens.clone().unwrap_or(0..0);
            let behind = apposition(view, named).or_else(|| party(view, named)).unwrap_or(0..0);
            let precedes = before.start < named.mention.tokens.start;
            let further = if precedes { first_role(view, before.start) } else { None }.unwrap_or(0..0);
            // "ks. Jan Nowak, dyrektor szkoły": the role is what the comma leads to.
            let titles = titles_start(view, named.mention.tokens.start)..named.mention.tokens.start;
            let words =
                further.chain(titles).chain(before).chain(behind).filter(|at| view.glyph(*at) == Glyph::Word);
            let does = deed(view, named.tokens.start);
            let words = words.map(|at| view.noun(at)).chain(does);
            self.state(named.entity.id, words.map(|word| Stated::new(word, false)));
            if let Some(member) = self.members.get_mut(named.entity.id as usize) {
                member.nation = member.nation.take().or_else(|| nation(view, named));
            }
        }
    }

    fn state(&mut self, id: u32, words: impl Iterator<Item = Stated<'a>>) {
        let Some(member) = self.members.get_mut(id as usize) else { return };
        let known = member.stated.len();
        member.stated.extend(words.take(STATED.saturating_sub(known)));
        let added = member.stated.get(known..).unwrap_or_default();
        // "szef MSZ", "szef niemieckiej dyplomacji"
        let pairs = added.windows(2).filter_map(|words| meant(words.first()?, words.last()?));
        let apart = added.windows(3).filter(|words| words.get(1).is_some_and(Stated::is_of_country));
        let apart = apart.filter_map(|words| meant(words.first()?, words.last()?));
        let offices: Vec<_> = pairs.chain(apart).collect();
        member.stated.extend(offices);
    }

    /// A role that was understood once describes its bearer from then on.
    pub(super) fn learn(&mut self, id: u32, phrase: &Phrase) {
        let view = self.view;
        self.state(id, phrase.tokens.clone().take(8).map(|at| Stated::new(view.noun(at), true)));
    }

    /// Verbs beside a name give away its gender: "powiedziała Nauert".
    fn read_genders(&mut self, drafts: &[Draft<'a>]) {
        for draft in drafts {
            let Subject::Phrase(phrase) = &draft.subject else { continue };
            let known = draft.agreement.has(Tag::SG) && draft.agreement.has(Tag::GENDERS);
            let named = self.view.named(phrase.head).filter(|_| known && phrase.kind == PhraseKind::Named);
            let Some(named) = named else { continue };
            let gender = match (draft.agreement.has(Tag::F), draft.agreement.has(Tag::M1)) {
                (true, false) => Some(Gender::Feminine),
                (false, true) => Some(Gender::Masculine),
                _ => None,
            };
            let Some(member) = self.members.get_mut(named.entity.id as usize) else { continue };
            member.gender = member.gender.or(gender);
            member.human |= gender.is_some() && talks(self.view, named, draft);
        }
    }

    /// Whether the article says the very word of somebody with a name.
    pub(super) fn is_borne(&self, role: &str, at: usize) -> bool {
        let word = key(role);
        self.near(at).any(|(_, member)| member.bears(&word))
    }

    /// Whether somebody with a name holds the office that a description says.
    pub(super) fn is_held(&self, phrase: &Phrase, draft: &Draft<'a>) -> bool {
        let Description { head, offices, .. } = describe(self.view, phrase, draft);
        let named = |role: &str| {
            relation::same_office(role, &head)
                || offices.iter().any(|office| relation::same_office(role, office))
        };
        self.near(draft.at).any(|(_, member)| member.human && member.roles().any(named))
    }

    /// Those of whom a text may speak at a place: all that it names; in a text of many hundreds those who are named for the
    /// first time near it.
    fn near(&self, at: usize) -> impl Iterator<Item = (&'v Entity, &Member<'a>)> {
        let entities = around(self.view.entities, at);
        let first = entities.first().map_or(0, |entity| entity.id as usize);
        entities.iter().zip(self.members.iter().skip(first))
    }

    /// Whether the article states an office of the kind of somebody else.
    fn holds_another(&self, id: u32, office: &str, at: usize) -> bool {
        let holds = |member: &Member<'_>| member.roles().any(|role| relation::same_office(role, office));
        let mut others = self.near(at).filter(|(other, _)| other.id != id);
        others.any(|(_, member)| member.human && holds(member))
    }

    /// Whether a noun may be said of somebody by the roles that the article states: none at all, or one of its kind.
    pub(super) fn may_be_called(&self, id: u32, noun: &str) -> bool {
        let Some(member) = self.members.get(id as usize) else { return false };
        let mut roles = member.roles().peekable();
        roles.peek().is_none()
            || roles.any(|role| relation::same_office(role, noun) || relation::kindred(role, noun))
    }

    pub(super) fn gender(&self, id: u32) -> Option<Gender> {
        self.members.get(id as usize).and_then(|member| member.gender)
    }

    pub(super) fn is_human(&self, id: u32) -> bool {
        self.members.get(id as usize).is_some_and(|member| member.human)
    }

    /// The person whom a description fits best, with a confidence: by stated roles, by gender, by who spoke last.
    pub(super) fn described(
        &self,
        phrase: &Phrase,
        bearer: Bearer,
        draft: &Draft<'a>,
        context: Context,
    ) -> Option<(u32, f32)> {
        let description = describe(self.view, phrase, draft);
        // News give women their first names, which tell.
        let untold = |id: u32| bearer == Bearer::Woman && self.gender(id).is_none();
        let context = Context { topic: context.topic.filter(|id| !untold(*id)), ..context };
        // "Minister podczas spotkania z Janem Nowakiem zapowiedział": whom the clause names is another.
        let between = draft.cue.as_ref().map(|(cue, _)| gap(&phrase.tokens, cue));
        let between = between.as_ref();
        let mut best: Option<((i32, usize), u32)> = None;
        let mut candidates = 0;
        for (entity, member) in self.near(draft.at) {
            let fits = bearer.may_be(member.gender) && gender_agrees(member.gender, draft.agreement);
            if !member.human
                || !fits
                || context.not == Some(entity.id)
                || between.is_some_and(|at| named_in(self.view, entity, at))
                // "szef kancelarii Andrzeja Wilka" is another.
                || named_in(self.view, entity, &phrase.tokens)
            {
                continue;
            }
            let Some(score) = self.score(entity, member, &description, draft, context) else { continue };
            let near = last_mention(entity, draft.at);
            let score = score - 2 * i32::from(near == 0) - 3 * i32::from(untold(entity.id));
            candidates += usize::from(near > 0);
            if best.is_none_or(|(most, _)| (score, near) > most) {
                best = Some(((score, near), entity.id));
            }
        }
        let ((score, near), id) = best?;
        let confidence = match score {
            5.. => 0.85,
            3..5 => 0.7,
            _ => 0.5,
        };
        // "rzeczniczka ministerstwa" is somebody new, though the article has named one woman.
        let new = description.owner != Owner::Untold && score <= 0 || role::belongs(&description.head);
        let alone = candidates == 1 && score >= 0 && !new && !description.unlike.known;
        // "Trzeci był Jan Nowak. Polak przyznał, że": the last who was named, unless he is of another nation.
        let bare = description.nation.is_some() && phrase.tokens.len() == 1 && score >= 0;
        let compatriot = bare && near + COMPATRIOT > draft.at;
        (score >= 2 || alone || compatriot).then_some((id, confidence))
    }

    /// How well a description fits a person by what is stated, and by who spoke last or is spoken of; `None` where it
    /// cannot be said of that person.
    fn score(
        &self,
        entity: &Entity,
        member: &Member<'_>,
        description: &Description<'_>,
        draft: &Draft<'a>,
        context: Context,
    ) -> Option<i32> {
        let goes_on = context.adds && context.last == Some((entity.id, 0));
        let mut score = member.fit(description, goes_on)?;
        let bears = member.bears(&description.head);
        let is_topic = context.topic == Some(entity.id);
        // "były minister" is not the minister, unless he has just been spoken of.
        let spoke = context.last.is_some_and(|(id, _)| id == entity.id) || is_topic;
        if description.former && !spoke && bears && !member.is_former() {
            return None;
        }
        // "– mówi związkowiec": who has been called so once is not the only one.
        let anyone_bears = || self.near(draft.at).any(|(_, member)| member.is_called(&description.head));
        // News vary what they call the one who has just spoken: "poseł" for "przewodniczący".
        let just = context.last == Some((entity.id, 0)) || is_topic;
        let is_other = || takes(draft, Frames::REPLIES) || anyone_bears();
        // "marszałek Sejmu" is one of a kind.
        let one_of_kind = description.owner == Owner::Whose && role::is_head(&description.head);
        let varied = !one_of_kind && member.is_kindred(description);
        if just && score <= 0 && varied && !is_other() {
            score = 2;
        }
        let last = context.last.filter(|(id, _)| *id == entity.id);
        let spoken = last.map_or(0, |(_, back)| {
            // "trener Stali" is somebody new where the last speaker is known as something else; "były szef BBN" goes on with
            // him, since who was nothing but that would have his name here.
            let known = back > 0 || !member.is_untold();
            let new =
                description.owner != Owner::Untold && score <= 0 && known && !description.former && !goes_on;
            // Where the narration has gone on to another, only the very word means the last speaker.
            let left = context.topic.is_some_and(|topic| topic != entity.id) && !bears;
            match () {
                () if left => 0,
                () if new || !bears && self.is_another(member, description, draft, back) => 1,
                () => 4 - i32::from(back > 0),
            }
        });
        let told = if is_topic { self.told(entity.id, member, &description.head, draft.at) } else { 0 };
        Some(score + spoken + told)
    }

    /// Whether "wójt", as the article calls another, is not whoever spoke last, so many quotations back. Who has just spoken by
    /// nothing but a name may be one "trener", before the article comes to the other.
    fn is_another(
        &self,
        member: &Member<'_>,
        description: &Description<'_>,
        draft: &Draft<'a>,
        back: usize,
    ) -> bool {
        let untold = back == 0 && member.is_untold();
        let comes = |other: &Entity| !untold || last_mention(other, draft.at) > 0;
        let mut near = self.near(draft.at);
        !takes(draft, Frames::ADDS)
            && !description.former
            && near.any(|(other, member)| comes(other) && member.is_called(&description.head))
    }

    /// What it says for somebody that the narration has come to him.
    fn told(&self, id: u32, member: &Member<'_>, head: &str, at: usize) -> i32 {
        // "reżyserka" is rather who directs the film than the actress of whom the last sentence tells, "ekspert" may be anybody.
        let untold = member.roles().next().is_none() && !relation::is_general(head);
        let another = untold && self.holds_another(id, head, at);
        if another { 3 } else { 5 }
    }
}

impl Member<'_> {
    /// Whether the article says the very word of this person.
    fn bears(&self, word: &str) -> bool {
        self.human && self.roles().any(|role| role == word)
    }

    /// Whether nothing is said of this person but how one is addressed: "pan Nowak".
    fn is_untold(&self) -> bool {
        self.stated.iter().all(|stated| Sort::Address.has(&stated.word))
    }

    /// Whether it says that an office is no longer held.
    fn is_former(&self) -> bool {
        self.stated.iter().any(|stated| stated.word == FORMER)
    }

    /// Whether it says so beside the name, rather than of somebody who was found to be this person.
    fn is_called(&self, word: &str) -> bool {
        self.human
            && self.stated.iter().any(|stated| stated.is_role && !stated.learned && stated.word == word)
    }

    /// Whether one of the stated roles is of the same kind as the one described.
    fn is_kindred(&self, description: &Description<'_>) -> bool {
        // "lider opozycji" is not of the government.
        let opposed = || description.modifiers.iter().any(|word| Sort::Opposed.has(word));
        let kindred = |role: &str| relation::kindred(role, &description.head);
        !description.served && !opposed() && self.roles().any(kindred)
    }

    /// How well a description fits what is stated; `None` where the two exclude each other.
    fn fit(&self, description: &Description<'_>, goes_on: bool) -> Option<i32> {
        let Description { head, unlike, offices, modifiers, owner, specific, former, .. } = description;
        let holds = |office: &str| self.roles().any(|role| relation::same_office(role, office));
        let known = |word: &&Cow<'_, str>| {
            self.stated.iter().any(|stated| relation::related(word, &stated.word))
                || abbreviates(word, &self.stated)
        };
        let fits = modifiers.iter().filter(known).count();
        let compatriot = description.nation.is_some() && self.nation == description.nation;
        // "szefowa resortu" is a minister, and no other "szefowa" unless of a ministry.
        let meant = offices.iter().any(|office| holds(office));
        let office = meant || (offices.is_empty() || fits > 0) && holds(head);
        // Whose surname is withheld is mostly one whom officials tell of.
        let office = office || self.withheld && unlike.officials;
        // "przewodniczący KE" is not the "przewodniczący Rady Europejskiej".
        let owned = self.stated.iter().any(|stated| !stated.is_role && stated.word != FORMER);
        let others =
            office && !former && fits == 0 && *owner == Owner::Whose && owned && !Sort::Besides.has(head);
        // "jej koleżanka dodaje" is of whoever has just spoken; "brat ministra" is not the minister.
        let akin = goes_on && fits == 0 && *owner == Owner::Whose && Sort::Kin.has(head);
        if others && !goes_on || !office && !akin && self.excludes(description) {
            return None;
        }
        // A judge is no attorney; who has another role is no likely bearer of this one.
        let named = offices.first().copied().unwrap_or(head);
        // Who was a premier once may be anything now.
        let now = !office && !former;
        let excluded = now && !self.is_former() && self.roles().any(|role| relation::differs(role, named));
        if excluded && fits == 0 {
            return None;
        }
        let other = now && fits == 0 && self.roles().next().is_some();
        // "prezydent Francji" is not the first president who comes along.
        let weight = if *specific && fits == 0 { 2 } else { 4 };
        let score = weight * i32::from(office) + 2 * i32::try_from(fits.min(3)).unwrap_or(0);
        let score = score + 6 * i32::from(compatriot);
        Some(score - 6 * i32::from(excluded) - i32::from(other))
    }

    /// The roles among the stated words.
    fn roles(&self) -> impl Iterator<Item = &str> {
        self.stated.iter().filter(|stated| stated.is_role).map(|stated| &*stated.word)
    }

    /// Whether one who has no such office cannot be meant.
    fn excludes(&self, description: &Description<'_>) -> bool {
        let Description { head, unlike, owner, served, .. } = description;
        // "Japończyk" is not the "Słoweniec".
        let foreign =
            || self.nation.is_some() && description.nation.is_some() && self.nation != description.nation;
        let known = || self.roles().next().is_some();
        // Who once held an office may be a suspect.
        let official = || self.roles().any(|word| Sort::Official.has(word)) && !self.is_former();
        unlike.anybody
            || unlike.officials && official()
            || unlike.known && known()
            || foreign()
            // "jej agentka" is not the one spoken of, nor "rzecznik prokuratury" the prosecutor.
            || *served && (*owner != Owner::Whose || known())
            // Who is accused, so that his surname is withheld, is nobody whom the article calls by another calling.
            || self.withheld && !unlike.officials
            || !description.former && self.roles().any(|role| relation::speaks_for(role, head))
    }
}

/// The office that two words of a role are together: "szef MON" is a "minister", "wiceszef resortu" a "wiceminister".
fn meant<'a>(head: &Stated<'a>, behind: &Stated<'_>) -> Option<Stated<'a>> {
    let meant = |head: &str| relation::means(head, &behind.word).first().copied();
    let vice =
        || head.word.strip_prefix("wice").and_then(meant).map(|office| Cow::Owned(format!("wice{office}")));
    let word = meant(&head.word).map(Cow::Borrowed).or_else(vice)?;
    Some(Stated { word, is_role: true, learned: head.learned })
}

/// Whether the cue of the words has one of these frames.
pub(super) fn takes(draft: &Draft<'_>, frames: Frames) -> bool {
    draft.cue.as_ref().is_some_and(|(_, lemma)| cue::takes(lemma, frames))
}

/// "szef urzędu, pełnomocnik rządu Jan Nowak": the role before the comma that the last one stands behind.
fn first_role(view: &View<'_>, role: usize) -> Option<TokenRange> {
    let comma = role.checked_sub(1).filter(|comma| view.glyph(*comma) == Glyph::Comma)?;
    let before = (comma.saturating_sub(FIRST_ROLE)..comma).rev();
    let mut words = before.take_while(|at| view.glyph(*at) == Glyph::Word && !view.is_finite(*at));
    words.find(|at| is_role(view, *at) && view.nominal(*at).has(Tag::SG)).map(|head| head..comma)
}

/// Tokens from a name to the word that says of what nation its bearer is, at most.
const COMPATRIOT: usize = 20;

/// Tokens that such a role has, at most.
const FIRST_ROLE: usize = 8;

fn describe<'a>(view: &View<'a>, phrase: &Phrase, draft: &Draft<'_>) -> Description<'a> {
    let words = phrase.tokens.clone().filter(|at| *at != phrase.head && view.glyph(*at) == Glyph::Word);
    // That an office is no longer held says nothing of whose it is.
    let modifiers =
        words.filter(|at| view.lemma(*at) != FORMER).map(|at| key(view.noun(at))).take(8).collect();
    // "polityk w Sejmie" says where, not whose.
    let mut behind = (phrase.head + 1..phrase.tokens.end).take_while(|at| !view.is_preposition(*at));
    // "marszałek Sejmu" is of the one that the capital names, "szef resortu" of the one spoken of.
    let known = |at: usize| role::is_body(view.noun(at)) && !view.is_capital(at);
    let whose = behind.any(|at| view.glyph(at) == Glyph::Word && !known(at));
    let head = key(view.noun(phrase.head));
    // "szef izraelskiego rządu"
    let adjectives =
        (phrase.head + 1..phrase.tokens.end).take_while(|at| view.tag(*at).class() == Class::Adj).count();
    let behind_adjectives = phrase.head + 1 + adjectives;
    let next = if behind_adjectives < phrase.tokens.end { behind_adjectives } else { phrase.head + 1 };
    // "Ojciec Święty" keeps its second word by the capital.
    let both = next < phrase.tokens.end || view.is_capital(next);
    let next = key(view.noun(next));
    let offices = if both { relation::means(&head, &next) } else { &[] };
    // "historyk sztuki": what somebody knows.
    let field = Sort::Field.has(&next);
    let whose = whose && !field && offices.is_empty() && !Sort::Guest.has(&head);
    let adjective = |at: usize| view.tag(at).class() == Class::Adj;
    let specific = whose || (phrase.tokens.start..phrase.head).any(adjective);
    let possessed = phrase.tokens.start.checked_sub(1).is_some_and(|at| view.is_possessive(at));
    let served = possessed || whose && role::belongs(&head);
    // "z ramienia", "ze strony" say for whom.
    let from = phrase.head + 1;
    let comes = view.is_from(from) && !matches!(view.key(from + 1), "ramienia" | "strony");
    let owner = if whose {
        Owner::Whose
    } else if comes && !takes(draft, Frames::ADDS) {
        Owner::Home
    } else {
        Owner::Untold
    };
    let former = (phrase.tokens.start.saturating_sub(1)..phrase.head).any(|at| view.lemma(at) == FORMER);
    let unlike = Unlike::new(&head);
    let nation = says_nation(view, phrase.head).then(|| head.clone());
    Description { head, unlike, offices, modifiers, owner, specific, served, former, nation }
}

/// Entities among which a description looks for whom it means, at most.
const NEAR: usize = 256;

/// The entities of a text, or as many of them whose first mentions lie around a place, most of them before it.
pub(super) fn around(entities: &[Entity], at: usize) -> &[Entity] {
    let named = |entity: &Entity| entity.mentions.first().is_some_and(|mention| mention.tokens.start < at);
    let start = match entities.len().checked_sub(NEAR) {
        None => 0,
        Some(last) => entities.partition_point(named).saturating_sub(NEAR * 3 / 4).min(last),
    };
    entities.get(start..).map_or(entities, |behind| behind.get(..NEAR).unwrap_or(behind))
}

/// End of the last mention before a place; 0 where there is none.
fn last_mention(entity: &Entity, at: usize) -> usize {
    let seen = entity.mentions.partition_point(|mention| mention.tokens.start < at);
    let last = seen.checked_sub(1).and_then(|k| entity.mentions.get(k));
    last.map_or(0, |mention| mention.tokens.end)
}

/// The tokens between two stretches.
fn gap(one: &TokenRange, other: &TokenRange) -> TokenRange {
    if one.end <= other.start { one.end..other.start } else { other.end..one.start }
}

/// Whether one of the mentions begins in the stretch and is in another case than what it might stand beside.
fn named_in(view: &View<'_>, entity: &Entity, stretch: &TokenRange) -> bool {
    let first = entity.mentions.partition_point(|mention| mention.tokens.start < stretch.start);
    let begin = entity.mentions.get(first).map(|mention| mention.tokens.start);
    begin.is_some_and(|begin| begin < stretch.end && !view.tag(begin).has(Tag::NOM))
}

/// Where the abbreviated titles right before a name begin: "ks. prof. Jan Nowak".
fn titles_start(view: &View<'_>, name: usize) -> usize {
    let title = |at: &usize| view.key(*at) == "." || view.tag(*at).class() == Class::Brev;
    (name.saturating_sub(TITLES)..name).rev().take_while(title).last().unwrap_or(name)
}

/// Tokens that such titles have, at most.
const TITLES: usize = 6;

/// "Słoweniec" Jan Nowak: the nation before a name.
fn nation<'a>(view: &View<'a>, named: &Named<'_>) -> Option<Cow<'a, str>> {
    let noun = named.tokens.start.checked_sub(1)?;
    (named.is_person() && says_nation(view, noun)).then(|| key(view.lemma(noun)))
}

/// The office of one of whom the words before the name say what he does: "w reżyserii Anny Nowak", "muzykę napisał Jan Nowak".
fn deed(view: &View<'_>, name: usize) -> Option<&'static str> {
    let before = name.checked_sub(1)?;
    let noun = if view.is_finite(before) { before.checked_sub(1)? } else { before };
    relation::does(view.lemma(noun))
}

/// The role behind a name and a comma: "Jan Nowak, nowy szef biura".
fn apposition(view: &View<'_>, named: &Named<'_>) -> Option<TokenRange> {
    let comma = named.tokens.end;
    let role = |at: usize| is_role(view, at);
    let adjective = view.tag(comma + 1).class() == Class::Adj;
    let apposed = view.glyph(comma) == Glyph::Comma && (role(comma + 1) || adjective && role(comma + 2));
    // "rozmawiał z Janem Nowakiem, gość Radia Fala": the guest is not Nowak.
    let noun = if role(comma + 1) { comma + 1 } else { comma + 2 };
    let alike = || may_share_case(view, named.mention.tokens.start, noun);
    (apposed && alike()).then(|| comma + 1..clause::end(view, comma + 1, comma + 10))
}

/// The organization behind a name: "Jan Nowak z Polskiej Partii", "Jan Nowak (PP)".
fn party(view: &View<'_>, named: &Named<'_>) -> Option<TokenRange> {
    let link = named.tokens.end;
    let party = view.named(link + 1).filter(|party| named.is_person() && party.is_organization())?;
    let linked = view.glyph(link) == Glyph::Open || view.is_from(link);
    linked.then(|| party.tokens.clone())
}

/// Whether an entity that passes for an organization speaks as people do: a lone surname that the article never
/// introduces, with "powiedział" beside its own words. Companies inform and announce.
fn talks(view: &View<'_>, named: &Named<'_>, draft: &Draft<'_>) -> bool {
    let surname = named.mention.tokens.len() == 1
        && view.text(named.mention.tokens.start).chars().skip(1).all(char::is_lowercase);
    let says = draft.cue.as_ref().is_some_and(|(_, lemma)| Sort::Speaking.has(lemma));
    surname && says && draft.kind == super::QuoteKind::Direct
}

/// Whether a word is made of the first letters of words that follow one another: "KE", "Komisja Europejska".
fn abbreviates(word: &str, stated: &[Stated<'_>]) -> bool {
    let letters = word.chars().count();
    let initials = |words: &[Stated<'_>]| {
        let named = words.iter().all(|stated| !stated.is_role);
        named && words.iter().filter_map(|stated| stated.word.chars().next()).eq(word.chars())
    };
    (2..6).contains(&letters) && stated.windows(letters).any(initials)
}
