//! From the phrase at a cue to the speaker: names, roles, pronouns, and subjects that the verb drops.
//!
//! Drafts come in text order. What has been said so far, and whom the narration speaks of, decides who a verb without a
//! subject belongs to.

mod carried;
mod noun;
mod pronoun;

use super::cast::{Cast, Context, takes};
use super::clause::Subject;
use super::cue::Frames;
use super::direct::{begun, covers};
use super::draft::{Draft, Turn};
use super::phrase::{Phrase, PhraseKind, share_head};
use super::sort::Sort;
use super::view::{Glyph, Named, View};
use super::{Resolution, Speaker, nominative, role};
use crate::morph::{Tag, TokenRange};
use crate::name::EntityKind;

/// Who is quoted: an entity, or a source that has no name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    Entity(u32),
    Unnamed(String),
}

/// Who it is, how that was found, how certain it is.
type Found = (Who, Resolution, f32);

/// One who spoke, with what later verbs may agree with.
#[derive(Clone, Debug)]
struct Spoken<'a> {
    who: Who,
    /// Number and gender that verbs gave away.
    agreement: Tag,
    /// The last piece of what was said.
    content: TokenRange,
    /// Token after which nothing of the quotation or its cue's sentence stands.
    end: usize,
    /// The noun that described a source without a name.
    noun: Option<&'a str>,
    /// A title in quotation marks.
    titled: bool,
    asked: bool,
    /// Whether it was said in writing.
    wrote: bool,
}

/// The memory of an article as its quotations are read.
pub(super) struct Attribution<'v, 'a> {
    view: &'v View<'a>,
    cast: Cast<'v, 'a>,
    spoken: Vec<Spoken<'a>>,
    /// Heads of the names and nouns at cues, in text order.
    subjects: Vec<usize>,
    /// The tokens of all contents, sorted by start.
    contents: Vec<TokenRange>,
    /// The named subject of each content's cue, as `contents`.
    owners: Vec<Option<u32>>,
    /// Whether somebody asks again and again.
    interview: bool,
    /// Whom the interview is with.
    answers: Option<Who>,
}

impl<'v, 'a> Attribution<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>, drafts: &[Draft<'a>]) -> Self {
        let owner = |draft: &Draft<'_>| match &draft.subject {
            Subject::Phrase(phrase) if phrase.kind == PhraseKind::Named => {
                view.named(phrase.head).map(|named| named.entity.id)
            }
            _ => None,
        };
        let pieces =
            drafts.iter().flat_map(|draft| draft.pieces.iter().map(move |piece| (piece, owner(draft))));
        let mut pieces: Vec<_> = pieces.collect();
        pieces.sort_by_key(|(piece, _)| piece.start);
        let (contents, owners) = pieces.into_iter().map(|(piece, owner)| (piece.clone(), owner)).unzip();
        let heads = drafts.iter().filter_map(|draft| match &draft.subject {
            Subject::Phrase(phrase) if matches!(phrase.kind, PhraseKind::Named | PhraseKind::Noun) => {
                Some(phrase.head)
            }
            _ => None,
        });
        let mut subjects: Vec<_> = heads.collect();
        subjects.sort_unstable();
        let interview = drafts.iter().filter(|draft| draft.turn == Turn::Question).count() > 1;
        let cast = Cast::new(view, drafts);
        Self { view, cast, spoken: Vec::new(), subjects, contents, owners, interview, answers: None }
    }

    /// The speaker of a draft; `None` when nobody can be named. Drafts are to be asked for in text order.
    pub(super) fn speaker(&mut self, draft: &Draft<'a>) -> Option<Speaker> {
        let (found, span) = match &draft.subject {
            Subject::Phrase(phrase) => {
                (self.of_phrase(phrase, draft), Some(self.view.tagged.span(phrase.tokens.clone())))
            }
            Subject::Dropped => (self.carried(draft), None),
        };
        let (who, resolution, confidence) = found?;
        if let (Subject::Phrase(phrase), Resolution::Role, Who::Entity(id)) =
            (&draft.subject, resolution, &who)
        {
            self.cast.learn(*id, phrase);
        }
        if draft.turn == Turn::Answer {
            self.answers = Some(who.clone());
        }
        // Whom the one that is spoken of cites says nothing more.
        let cited = draft.cue.as_ref().is_some_and(|(_, lemma)| role::is_utterance(lemma));
        if !self.is_nested(draft) && !cited {
            self.remember(&who, draft);
        }
        let (name, entity) = match who {
            Who::Entity(id) => (self.view.entities.get(id as usize)?.name.clone(), Some(id)),
            Who::Unnamed(name) => (name, None),
        };
        Some(Speaker { name, entity, span, resolution, confidence })
    }

    /// Whether another's words hold the cue.
    fn is_nested(&self, draft: &Draft<'a>) -> bool {
        draft.cue.is_some() && covers(&self.contents, draft.at)
    }

    fn remember(&mut self, who: &Who, draft: &Draft<'a>) {
        let view = self.view;
        let content = draft.pieces.last().map_or(draft.at, |piece| piece.end);
        let clause = draft.cue.as_ref().map_or(0, |_| view.sentence(draft.at).end);
        let asked = content > 0 && view.key(content - 1) == "?";
        let noun = match &draft.subject {
            Subject::Phrase(phrase) if phrase.kind == PhraseKind::Noun => Some(view.noun(phrase.head)),
            _ => self.spoken.last().filter(|last| last.who == *who).and_then(|last| last.noun),
        };
        // "według śledczych": what no verb says of the number, the noun does.
        let several = matches!(&draft.subject, Subject::Phrase(phrase)
            if phrase.kind == PhraseKind::Noun && nominative::number(view, phrase).is_plural());
        // "Część posłów uważa, że", "wielu sądziło, że": "Dodają" may follow.
        let part = noun.is_some_and(|noun| Sort::Portion.has(noun))
            || matches!(&draft.subject, Subject::Phrase(phrase)
                if share_head(view, phrase.tokens.start, phrase.tokens.end).is_some());
        let agreement = match () {
            () if part => Tag::IGN | Tag::PL,
            () if several => draft.agreement | Tag::PL,
            () => draft.agreement,
        };
        let end = content.max(clause).max(draft.at + 1);
        let titled = matches!(&draft.subject, Subject::Phrase(phrase) if phrase.kind == PhraseKind::Title);
        let content = draft.pieces.last().cloned().unwrap_or(0..0);
        let wrote = draft.cue.as_ref().is_some_and(|(_, lemma)| Sort::Writing.has(lemma));
        self.spoken.push(Spoken { who: who.clone(), agreement, content, end, noun, titled, asked, wrote });
    }

    fn of_phrase(&self, phrase: &Phrase, draft: &Draft<'a>) -> Option<Found> {
        match phrase.kind {
            PhraseKind::Named => {
                let named = self.view.named(phrase.head)?;
                Some(self.joint(named, draft).unwrap_or_else(|| Self::of_name(named)))
            }
            PhraseKind::Title => {
                let named = self.view.named(phrase.head).filter(|named| fills(named, phrase));
                let title = || (Who::Unnamed(self.title(phrase)), Resolution::Organization, 0.9);
                Some(named.map_or_else(title, Self::of_name))
            }
            PhraseKind::Noun => Some(self.of_noun(phrase, draft)),
            PhraseKind::Pronoun => self.of_pronoun(phrase, draft),
            PhraseKind::Relative => self.antecedent(phrase.head, draft),
        }
    }

    /// "Jan Kos i minister Ewa Lis oświadczyli": two who say it together, whom no entity stands for.
    fn joint(&self, first: &Named<'_>, draft: &Draft<'_>) -> Option<Found> {
        let (view, joins) = (self.view, first.tokens.end);
        let mentions = view.mentions();
        let next = mentions.partition_point(|named| named.tokens.start < joins);
        let second = mentions.get(next).filter(|_| self.joins_another(joins, draft))?;
        let alike = second.is_person() == first.is_person() && second.entity.id != first.entity.id;
        let both = || self.both_of(&first.entity.name, joins, &second.entity.name);
        // "i kandydat na dyrektora Adam Rak"
        let mut between = joins + 1..second.tokens.start;
        let beside =
            between.len() <= JOINED && between.all(|at| view.glyph(at) == Glyph::Word && !view.is_finite(at));
        (alike && beside).then(|| (both(), Resolution::Named, 0.9))
    }

    /// Whether several say it, and another follows at `joins`: "Jan Kos i …".
    fn joins_another(&self, joins: usize, draft: &Draft<'_>) -> bool {
        draft.agreement.is_plural() && self.view.joins(joins)
    }

    /// Two by their names and the word at `joins` between them.
    fn both_of(&self, first: &str, joins: usize, second: &str) -> Who {
        Who::Unnamed([first, self.view.text(joins), second].join(" "))
    }

    fn of_name(named: &Named<'_>) -> Found {
        let who = Who::Entity(named.entity.id);
        match named.entity.kind {
            EntityKind::Person => (who, Resolution::Named, 0.95),
            _ => (who, Resolution::Organization, 0.9),
        }
    }

    /// The words between the marks, or the address that stands for a title.
    fn title(&self, phrase: &Phrase) -> String {
        let Phrase { tokens, .. } = phrase;
        let marked = self.view.glyph(tokens.start) == Glyph::Quote;
        let inner = if marked { tokens.start + 1..tokens.end.saturating_sub(1) } else { tokens.clone() };
        // "ustaleń „Kuriera”": the noun before the marks is no part of the title.
        let inner = match self.view.opened(phrase.head.saturating_sub(1)) {
            Some(pair) if pair.close() < tokens.end => pair.content(),
            _ => inner,
        };
        self.view.text_of(inner).to_owned()
    }

    /// Who spoke last, and whom the narration speaks of. Whom a speaker quotes is not the speaker.
    fn context(&self, draft: &Draft<'a>, head: &str) -> Context {
        if self.is_nested(draft) {
            return Context { not: self.owner(draft.at), ..Context::default() };
        }
        let topic = match self.narrated(draft) {
            Some((Who::Entity(id), _)) => Some(id),
            Some(_) => None,
            None => self.introduced(draft).filter(|_| !Sort::Official.has(head) || Sort::Chief.has(head)),
        };
        let adds = takes(draft, Frames::ADDS) && !self.opens_paragraph(draft);
        Context { last: self.last_person(), topic, not: None, adds }
    }

    /// The one person whom the narration has named since the last quotation, for the first time: "Co innego słychać od Anny Lis.
    /// Liderka ruchu twierdzi".
    fn introduced(&self, draft: &Draft<'a>) -> Option<u32> {
        let stretch = self.narration(draft);
        let mentions = self.view.mentions();
        let begin = mentions.partition_point(|named| named.tokens.start < stretch.start);
        let inside = mentions.get(begin..).unwrap_or_default().iter().take(INTRODUCED);
        let inside = inside.take_while(|named| named.tokens.start < stretch.end);
        let is_first = |named: &Named<'_>| {
            named.entity.mentions.first().is_some_and(|first| first.tokens == named.mention.tokens)
        };
        let mut new = inside.filter(|named| named.is_person() && is_first(named));
        let one = new.next()?;
        new.next().is_none().then_some(one.entity.id)
    }

    /// The person who spoke last, if shortly before, and how many speakers ago.
    fn last_person(&self) -> Option<(u32, usize)> {
        let recent = self.spoken.iter().rev().take(3).enumerate();
        let mut people = recent.filter_map(|(back, spoken)| match spoken.who {
            Who::Entity(id) if self.cast.is_human(id) => Some((id, back)),
            _ => None,
        });
        people.next()
    }

    /// The one named at the cue of the content that holds a token.
    fn owner(&self, at: usize) -> Option<u32> {
        begun(&self.contents, at).and_then(|number| self.owners.get(number)).copied().flatten()
    }
}

/// Mentions among which one is looked for that is new, at most.
const INTRODUCED: usize = 12;

/// Tokens of a role between two who say something together, at most.
const JOINED: usize = 6;

/// Whether an organization is all that the marks of a title hold.
fn fills(named: &Named<'_>, title: &Phrase) -> bool {
    named.is_organization() && named.tokens.start == title.head && named.tokens.end + 1 == title.tokens.end
}
