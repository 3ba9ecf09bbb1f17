//! Where the verbs of cues stand in the text, in which form, and which words beside the verb belong to the cue.

use super::View;
use super::noted::{Glyph, Noted};
use crate::morph::{Class, Reading, Tag, TaggedToken, TokenRange};
use crate::quote::cue::{Entry, Frames, entries};
use crate::span::narrow;
use crate::text::make_room;

/// Cues that there is room for at first.
const FEWEST: usize = 8;

/// Form of a cue verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quote) enum Form {
    /// Third person.
    Finite,
    /// "czytamy"
    FirstPlural,
    /// "napisano"
    Impersonal,
    /// "dodając"
    Participle,
    /// "mówiący"
    Adjectival,
    /// "powiedzieć"
    Infinitive,
}

/// A cue in the text.
#[derive(Clone, Debug)]
pub(in crate::quote) struct CueAt<'a> {
    verb: u32,
    extent: Extent,
    pub(in crate::quote) lemma: &'a str,
    pub(in crate::quote) frames: Frames,
    pub(in crate::quote) form: Form,
    /// Number and gender that the verb asks of its subject; bare where it says nothing.
    pub(in crate::quote) agreement: Tag,
}

/// How many tokens of a cue stand before its verb, and how many from the verb on, both few: half a byte for each, as some texts
/// have a cue for every second word.
#[derive(Clone, Copy, Debug)]
struct Extent(u8);

impl Extent {
    const HALF: u8 = 16;
    const VERB: Self = Self(1);

    fn new(ahead: usize, behind: usize) -> Option<Self> {
        let half = |tokens| u8::try_from(tokens).ok().filter(|tokens| *tokens < Self::HALF);
        Some(Self(half(ahead)? * Self::HALF + half(behind)?))
    }

    fn ahead(self) -> usize {
        usize::from(self.0 / Self::HALF)
    }

    fn behind(self) -> usize {
        usize::from(self.0 % Self::HALF)
    }
}

impl<'a> CueAt<'a> {
    /// A finite verb by itself as a cue of direct speech.
    pub(in crate::quote) fn of_direct_speech(verb: usize, lemma: &'a str, agreement: Tag) -> Self {
        Self {
            verb: narrow(verb),
            extent: Extent::VERB,
            lemma,
            frames: Frames::DIRECT,
            form: Form::Finite,
            agreement,
        }
    }

    /// Token of the verb.
    pub(in crate::quote) fn verb(&self) -> usize {
        self.verb as usize
    }

    /// Behind the last fixed word beside the verb.
    pub(in crate::quote) fn end(&self) -> usize {
        self.verb() + self.extent.behind()
    }

    /// The verb with the fixed words beside it.
    pub(in crate::quote) fn tokens(&self) -> TokenRange {
        self.verb() - self.extent.ahead()..self.end()
    }
}

impl<'a> View<'a> {
    /// Notes the cues in text order.
    pub(super) fn find_cues(&mut self) {
        let able = |at: &usize| {
            self.noted(*at).has(Noted::CUE)
                && self.named(*at).is_none()
                && may_be_verbal(self.tag(*at).class())
        };
        let mut cues = Vec::new();
        for verb in self.notable.within(0, self.noted.len()).filter(able) {
            if let Some(cue) = self.tagged.get(verb).and_then(|verb| self.cue_of(verb)) {
                make_room(&mut cues, verb, self.noted.len(), FEWEST);
                cues.push(cue);
            }
        }
        self.cues = cues;
    }

    fn cue_of(&self, token: TaggedToken<'a>) -> Option<CueAt<'a>> {
        let (reading, list) = token.readings().find_map(|reading| Some((reading, cues_of(reading)?)))?;
        let form = form(reading.tag, token)?;
        let verb = token.index();
        let negated = self.negated(verb);
        // "mówi się, że" says nobody who.
        let reflexive = self.key(verb + 1) == "się" || verb > 0 && self.key(verb - 1) == "się";
        let able = |entry: &&Entry| {
            !entry.frames.has(Frames::NEVER)
                && (!entry.frames.has(Frames::OURS) || form == Form::FirstPlural)
                && entry.negated == negated
                && (!reflexive || entry.tail.contains(&"się"))
        };
        let (entry, whole) = list.iter().filter(able).find_map(|entry| {
            let whole = self.with_tail(entry, verb)?;
            Some((entry, whole))
        })?;
        Some(CueAt {
            verb: narrow(verb),
            extent: Extent::new(verb - whole.start, whole.end - verb)?,
            lemma: reading.lemma,
            frames: entry.frames,
            form,
            agreement: agreement(reading.tag, form),
        })
    }

    /// Whether "nie" stands before the verb, at most one word away ("nie do końca" is none).
    fn negated(&self, verb: usize) -> bool {
        verb > 0 && self.key(verb - 1) == "nie"
    }

    /// A verb with the fixed words of a cue; `None` when they are not there.
    fn with_tail(&self, entry: &Entry, verb: usize) -> Option<TokenRange> {
        let Some(first) = entry.tail.first() else { return Some(verb..verb + 1) };
        if entry.tail.len() == 1 && verb > 0 && self.key(verb - 1) == *first {
            return Some(verb - 1..verb + 1);
        }
        let found = (verb + 1..verb + 6).find(|at| self.key(*at) == *first)?;
        if (verb + 1..found).any(|at| !matches!(self.glyph(at), Glyph::Word | Glyph::Other)) {
            return None;
        }
        let matches = entry.tail.iter().enumerate().all(|(k, word)| self.key(found + k) == *word);
        matches.then_some(verb..found + entry.tail.len())
    }
}

/// What the lexicon of cues holds of a reading.
pub(super) fn cues_of(reading: Reading<'_>) -> Option<&'static [Entry]> {
    if !verbal(reading.tag.class()) {
        return None;
    }
    Some(entries(reading.lemma)).filter(|list| !list.is_empty())
}

/// Whether a token of this class may be a verb: one that was chosen to be, or one that verbs are taken for ("radzi" as
/// an adjective). Nouns are left out: what looks like a verb among them seldom is one, and they are many.
fn may_be_verbal(class: Class) -> bool {
    !matches!(
        class,
        Class::Subst
            | Class::Depr
            | Class::Ger
            | Class::Num
            | Class::Prep
            | Class::Conj
            | Class::Comp
            | Class::Part
            | Class::Interp
            | Class::Adv
            | Class::Ppron12
            | Class::Ppron3
            | Class::Brev
    )
}

/// Whether a cue's verb has readings of this class.
fn verbal(class: Class) -> bool {
    matches!(
        class,
        Class::Fin | Class::Praet | Class::Imps | Class::Pcon | Class::Pact | Class::Inf | Class::Bedzie
    )
}

/// The form of a cue verb; `None` for persons that report nothing ("mówię").
fn form(tag: Tag, token: TaggedToken<'_>) -> Option<Form> {
    let agglutinate = || token.words().skip(1).any(|word| word.reading.tag.class() == Class::Aglt);
    match tag.class() {
        Class::Fin if tag.has(Tag::TER) => Some(Form::Finite),
        Class::Fin if tag.has(Tag::PRI) && tag.has(Tag::PL) => Some(Form::FirstPlural),
        Class::Praet if tag.has(Tag::PRI | Tag::SEC) && !tag.has(Tag::TER) => None,
        Class::Praet if token.has_parts() && agglutinate() => None,
        Class::Praet => Some(Form::Finite),
        Class::Imps => Some(Form::Impersonal),
        Class::Pcon => Some(Form::Participle),
        Class::Pact => Some(Form::Adjectival),
        Class::Inf => Some(Form::Infinitive),
        _ => None,
    }
}

fn agreement(tag: Tag, form: Form) -> Tag {
    match form {
        Form::Finite => asked_of_subject(tag),
        _ => Tag::IGN,
    }
}

/// Number and gender that a verb asks of its subject. The masculine singular is one form for men, animals and things.
pub(in crate::quote) fn asked_of_subject(tag: Tag) -> Tag {
    let asked = Tag::IGN | tag.common(tag, Tag::NUMBERS | Tag::GENDERS);
    if asked.has(Tag::SG) && asked.has(Tag::MASCULINE) { asked | Tag::MASCULINE } else { asked }
}
