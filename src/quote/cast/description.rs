//! What a description says of the one whom it means: "szef resortu", "amerykańska polityk".

use std::borrow::Cow;

use crate::morph::Class;
use crate::quote::cue::{self, Frames};
use crate::quote::draft::Draft;
use crate::quote::phrase::{Phrase, says_nation};
use crate::quote::sort::Sort;
use crate::quote::view::{Glyph, View};
use crate::quote::{relation, role};
use crate::text::key;

/// What is said of an office that is no longer held.
pub(super) const FORMER: &str = "były";

/// What a description says besides the office.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// Nothing, or "resortu" in "szef resortu".
    Untold,
    /// Where the person comes from: "lekarka z zakopiańskiego szpitala".
    Home,
    /// Whose the office is: "rzecznik prokuratury".
    Whose,
}

/// Whom the head of a description cannot mean unless the article calls them so; asked once for all who may be meant.
pub(super) struct Unlike {
    /// Anybody: somebody's neighbour is a new person, whoever spoke last.
    pub(super) anybody: bool,
    /// Officials: a spokesman tells of the suspect.
    pub(super) officials: bool,
    /// Who is known by any office: "Dziennikarz pytał, czy" reports what he says, "mówi taksówkarz" is not the mayor.
    pub(super) known: bool,
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
pub(super) struct Description<'a> {
    pub(super) head: Cow<'a, str>,
    pub(super) unlike: Unlike,
    /// The offices that head and next noun may be together, the likeliest first.
    pub(super) offices: &'static [&'static str],
    pub(super) modifiers: Vec<Cow<'a, str>>,
    pub(super) owner: Owner,
    /// Whether it says more than the office: "francuski prezydent".
    pub(super) specific: bool,
    /// Whether it is another's: "jej agentka", "rzecznik prokuratury".
    pub(super) served: bool,
    /// Whether it is of an office that is no longer held: "były premier".
    pub(super) former: bool,
    /// Of what nation it says that one is: "Japończyk".
    pub(super) nation: Option<Cow<'a, str>>,
}

pub(super) fn describe<'a>(view: &View<'a>, phrase: &Phrase, draft: &Draft<'_>) -> Description<'a> {
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

/// Whether the cue of the words has one of these frames.
pub(in crate::quote) fn takes(draft: &Draft<'_>, frames: Frames) -> bool {
    draft.cue.as_ref().is_some_and(|(_, lemma)| cue::takes(lemma, frames))
}
