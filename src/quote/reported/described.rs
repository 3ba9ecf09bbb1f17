//! Where what describes a speaker ends: clauses and appositions between him and what he says.

use crate::morph::{Class, TokenRange};
use crate::quote::clause;
use crate::quote::phrase::{Phrase, PhraseKind, is_human, may_share_case};
use crate::quote::view::{CueAt, Glyph, Named, View};

/// Where what describes a source ends: the acronym in brackets behind it, a relative clause ("zdaniem eksperta, który badał
/// sprawę, …"), behind a name an apposition ("według Anny Nowak, szefowej biura, …"). `end` is where its clause ends without.
pub(super) fn described_until(view: &View<'_>, phrase: &Phrase, end: usize, limit: usize) -> usize {
    if view.glyph(end) == Glyph::Open {
        let close = (end..limit.min(end + 6)).find(|at| view.glyph(*at) == Glyph::Close);
        return close.map_or(end, |close| close + 1);
    }
    if view.glyph(end) != Glyph::Comma {
        return end;
    }
    let close = clause::end(view, end + 1, limit);
    let stretch = end + 1..close;
    let describes = match view.glyph(close) {
        Glyph::Comma | Glyph::Dash if is_relative(view, &stretch) || view.key(stretch.start) == "czyli" => {
            true
        }
        Glyph::Comma => phrase.kind == PhraseKind::Named && is_apposition(view, phrase, stretch),
        _ => false,
    };
    if describes { close } else { end }
}

/// Whether a stretch between commas is a relative clause: "który przygotował raport", "do którego dotarła PAP".
fn is_relative(view: &View<'_>, stretch: &TokenRange) -> bool {
    let pronoun = stretch.start + usize::from(view.tag(stretch.start).class() == Class::Prep);
    view.lemma(pronoun) == "który" && stretch.clone().any(|at| view.is_finite(at))
}

/// Whether a stretch between commas says what the named one before it is: a role in the same case, no verb of its own.
fn is_apposition(view: &View<'_>, phrase: &Phrase, stretch: TokenRange) -> bool {
    let role = stretch.clone().take(4).find(|at| is_human(view, *at));
    let modifies = |at: usize| {
        matches!(view.tag(at).class(), Class::Adj | Class::Ppas | Class::Pact | Class::Adv | Class::Part)
    };
    let named = view.named(phrase.head);
    let person = named.is_some_and(Named::is_person);
    let alike = |role: usize| may_share_case(view, phrase.head, role);
    let apposed = role.is_some_and(|role| {
        (stretch.start..role).all(modifies)
            && alike(role)
            && view.named(role).is_none_or(|x| x.tokens.start != role)
    });
    person && apposed && !stretch.clone().any(|at| view.is_finite(at))
}

/// End of the clause of an inserted cue: relative and participial clauses behind the subject belong to it.
pub(super) fn clause_end(view: &View<'_>, cue: &CueAt<'_>, limit: usize) -> usize {
    let mut end = clause::end(view, cue.end(), limit);
    for _ in 0..2 {
        let depends = view.lemma(end + 1) == "który" || view.tag(end + 1).class() == Class::Pcon;
        if view.glyph(end) == Glyph::Comma && depends {
            end = clause::end(view, end + 1, limit);
        }
    }
    end
}
