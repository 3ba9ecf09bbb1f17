//! The people of an article as its quotations know them: roles that the text states, gender that verbs give away, and
//! who a description stands for.

mod description;
mod member;

use std::borrow::Cow;

pub(super) use self::description::takes;
use self::description::{Description, Owner, describe};
use self::member::{Member, Stated, meant};
use super::clause::Subject;
use super::cue::Frames;
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
