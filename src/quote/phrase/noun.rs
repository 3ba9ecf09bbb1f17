//! Noun phrases: where one ends, what heads it, and whose name belongs to it.

use super::fit::{is_base_form, oblique};
use super::share::share_head;
use super::{Phrase, agrees, is_human, is_role, is_title, named_phrase, nominative};
use crate::morph::{Class, Shape, Tag};
use crate::name::Gender;
use crate::quote::role;
use crate::quote::sort::Sort;
use crate::quote::view::{Glyph, Named, View, is_nominal};

/// Modifiers before a head, at most.
const MODIFIERS: usize = 6;
/// Tokens behind a head, at most.
const LONGEST: usize = 24;

/// The noun phrase that begins here in the given case and agrees with the verb; `None` when none does.
pub(in crate::quote) fn noun_phrase(
    view: &View<'_>,
    start: usize,
    limit: usize,
    case: Tag,
    agreement: Tag,
) -> Option<Phrase> {
    if is_adverb(view, start) {
        return None;
    }
    if case != Tag::NOM && view.is_possessive(start) && start < limit {
        let owned = noun_phrase(view, start + 1, limit, case, agreement)?;
        return Some(Phrase { tokens: start..owned.tokens.end, ..owned });
    }
    let tag = view.tag(start);
    if tag.class() == Class::Ppron3 {
        let agrees = !agreement.has(Tag::GENDERS) || tag.has(agreement.common(agreement, Tag::GENDERS));
        // "go" is a game too, which has all cases.
        let stands = if case == Tag::NOM { tag.has(case) } else { view.nominal(start).has(case) };
        return (stands && agrees).then(|| Phrase::pronoun(start..start + 1));
    }
    demonstrative(view, start, case).or_else(|| headed(view, start, limit, case, agreement))
}

/// "ten drugi", "ta pierwsza", "sam zainteresowany"
fn demonstrative(view: &View<'_>, start: usize, case: Tag) -> Option<Phrase> {
    let ordinal = |at: usize| {
        matches!(view.key(at), "pierwszy" | "pierwsza" | "drugi" | "druga" | "ostatni" | "ostatnia")
    };
    let pointing = matches!(view.key(start), "ten" | "ta" | "ci" | "te" | "tego" | "tej")
        && ordinal(start + 1)
        && view.nominal(start).has(case);
    let bare = start + 2;
    let noun = view.tag(bare).class() == Class::Subst && view.nominal(bare).agrees(view.nominal(start));
    (pointing && !noun).then(|| Phrase::pronoun(start..start + 2))
}

/// The same of a phrase that a name or a noun heads.
fn headed(view: &View<'_>, start: usize, limit: usize, case: Tag, agreement: Tag) -> Option<Phrase> {
    let modifier = |at: usize| is_adverb(view, at) || is_adjectival(view, at) && fits(view, at, case);
    let mut words = start..limit.min(start + MODIFIERS);
    let found = words.find(|at| !modifier(*at) || view.named(*at).is_some());
    // "Prowadzący pytał, czy": where nothing but modifiers stands before the verb, the last may be somebody.
    let head = found.unwrap_or(limit.min(start + MODIFIERS));
    if let Some(named) = found.and_then(|head| view.named(head)).filter(|_| head > start) {
        let last = named.tokens.start.max(start + 1) - 1;
        // "według śledczych Nowak kłamał": several are no one, whose name begins the next clause.
        let several = || is_role(view, head - 1) && view.nominal(head - 1).is_plural();
        if case != Tag::NOM && named.is_person() && several() {
            return fits(view, last, case).then(|| expanded(view, start, last, last + 1, case));
        }
        // "niemiecka kanclerz Angela Merkel", "zwykle milczący Nowak"
        if case != Tag::NOM || nominative(view, named, agreement) {
            return Some(named_phrase(view, named, start));
        }
        // "skrzydłowy Pogoni Szczecin": an adjective that names a person, with whose he is behind it.
        let player = is_role(view, last) && fits(view, last, case) && agrees(view, last, agreement);
        return player.then(|| expanded(view, start, last, limit, case));
    }
    if view.lemma(start) == "jeden" && view.is_from(start + 1) && fits(view, start, case) {
        let group = noun_phrase(view, start + 2, limit, Tag::GEN, Tag::IGN)?;
        let end = group.tokens.end;
        // "jeden z posłów Jan Kos": who he is.
        let bearer = view.named(end).filter(|named| case == Tag::NOM && stands_in_full(view, named));
        let one = || Phrase::noun(start..end, start);
        return Some(bearer.map_or_else(one, |named| named_phrase(view, named, start)));
    }
    // "dodaje inna"
    let alone = case == Tag::NOM && start + 1 >= limit && Sort::Anyone.has(view.lemma(start));
    if alone && is_adjectival(view, start) && agrees(view, start, agreement) && fits(view, start, case) {
        return Some(Phrase::noun(start..start + 1, start));
    }
    // "zdaniem śledczych", "podejrzany": an adjective that names a person, with no noun behind it.
    let its_noun =
        |last: usize| is_noun(view, head) && (case == Tag::NOM || is_said_of(view, last, head, case));
    let last = head.checked_sub(1).filter(|last| *last >= start && !its_noun(*last));
    // "Towarzyszący mu minister powiedział": one speaks, and is named behind.
    let one = agreement.has(Tag::SG) && !agreement.has(Tag::PL);
    let several = |at: usize| !one && is_several(view, at, case);
    let names_people = |at: usize| is_role(view, at) || several(at);
    let head = last.filter(|last| names_people(*last)).unwrap_or(head);
    let class = view.tag(head).class();
    let adjective = matches!(class, Class::Adj | Class::Ppas | Class::Pact) && names_people(head);
    let goes_with = agrees(view, head, agreement) || agreement.is_plural() && is_one_of_two(view, head);
    let heads = (is_noun(view, head) || adjective) && fits(view, head, case) && goes_with;
    heads.then(|| expanded(view, start, head, limit, case))
}

/// "Policja i prokuratura podały": whether a noun that speaks is joined to another one, so that both have a verb of several.
fn is_one_of_two(view: &View<'_>, noun: usize) -> bool {
    let speaks = |at: usize| role::speaks(view.noun(at)) && view.nominal(at).has(Tag::NOM);
    view.joins(noun + 1) && speaks(noun) && speaks(noun + 2)
}

/// "protestujący", "zdaniem zgromadzonych": whether a participle names people by its plural.
fn is_several(view: &View<'_>, at: usize, case: Tag) -> bool {
    let tag = if case == Tag::NOM { view.tag(at) } else { view.nominal(at) };
    // "według pytanych przez nas mieszkańców": the noun comes behind what is said of it.
    let waits = case != Tag::NOM && view.tag(at + 1).class() == Class::Prep;
    is_participle(view, at)
        && !waits
        && [case, Tag::PL, Tag::M1].iter().all(|value| tag.has(*value))
        && !tag.has(Tag::SG)
}

/// Whether a word in this case may be said of the noun behind it: "protestujących rolników", not "protestujących ceny".
pub(in crate::quote) fn is_said_of(view: &View<'_>, modifier: usize, noun: usize, case: Tag) -> bool {
    let in_case =
        view.readings(noun).filter(|reading| is_nominal(reading.tag.class()) && reading.tag.has(case));
    let mut tags = in_case.map(|reading| reading.tag.with(Tag::CASES, case));
    tags.any(|tag| view.nominal(modifier).agrees(tag))
}

/// Whether a word may stand in this case. The nominative of a noun for a man is like no other case; elsewhere the choice in
/// context decides.
fn fits(view: &View<'_>, at: usize, case: Tag) -> bool {
    let (chosen, open) = (view.tag(at), view.nominal(at));
    // "umowy" may be said of nobody, whatever else the dictionary has for it.
    let man = open.has(Tag::M1) && (chosen.has(Tag::M1) || !chosen.has(Tag::F) || is_role(view, at));
    let distinct = !chosen.has(Tag::CASES) || case != Tag::NOM || man;
    // "ministra" is a nominative of the woman alone.
    let other = man && case == Tag::NOM && chosen.class() == Class::Subst && !chosen.has(case);
    match distinct {
        true if other => view.noun_tag(at, Tag::CASES).has(case),
        true => open.has(case),
        false => chosen.has(case),
    }
}

fn is_adverb(view: &View<'_>, at: usize) -> bool {
    view.tag(at).class() == Class::Adv
}

fn is_adjectival(view: &View<'_>, at: usize) -> bool {
    matches!(view.tag(at).class(), Class::Adj | Class::Ppas | Class::Pact | Class::Num)
}

pub(in crate::quote) fn is_noun(view: &View<'_>, at: usize) -> bool {
    let class = view.tag(at).class();
    matches!(class, Class::Subst | Class::Depr) || class == Class::Ign && view.text(at).len() > 2
}

fn is_acronym(view: &View<'_>, at: usize) -> bool {
    view.tagged.get(at).is_some_and(|token| matches!(token.shape(), Shape::Upper | Shape::Mixed))
}

/// A noun with what depends on it: genitives, names, "z" and "ds." phrases.
fn expanded(view: &View<'_>, start: usize, head: usize, limit: usize, case: Tag) -> Phrase {
    let mut end = head + 1;
    while end < limit.min(head + LONGEST) {
        let next = match view.named(end) {
            Some(named) if case != Tag::NOM && is_apart(view, head, named, end, case) => None,
            Some(named) if is_bearer(view, head, named, end, case) => {
                return named_phrase(view, named, start);
            }
            Some(named) => Some(named.tokens.end.max(end + 1)),
            None => dependent_end(view, head, end, limit, case),
        };
        let Some(next) = next else { break };
        end = next;
    }
    if let Some(named) = named_behind_brackets(view, head, end, case) {
        return named_phrase(view, named, start);
    }
    let phrase = Phrase::noun(start..end, head);
    if case == Tag::NOM { with_bearer(view, &phrase, limit).unwrap_or(phrase) } else { phrase }
}

/// "eksperta ds. psefologii (nauki o wyborach) Jana Nowaka": the name of the one whom the words before the brackets describe.
fn named_behind_brackets<'v, 'a>(
    view: &'v View<'a>,
    head: usize,
    open: usize,
    case: Tag,
) -> Option<&'v Named<'a>> {
    let close = view.closing_bracket(open)?;
    let named = view.named(close + 1).filter(|named| named.is_person())?;
    let apart = case != Tag::NOM && is_apart(view, head, named, close + 1, case);
    (!apart && is_bearer(view, head, named, close + 1, case)).then_some(named)
}

/// Whether a name behind an oblique noun begins something of its own.
fn is_apart(view: &View<'_>, head: usize, named: &Named<'_>, at: usize, case: Tag) -> bool {
    // "Według aktu oskarżenia Jan K. strzelał": a man in his base form is the next clause's subject, and so is whoever
    // stands behind a plural: "zdaniem śledczych Anna K. strzelała".
    let subject = named.is_person()
        && named.tokens.start >= head
        && (named.entity.gender == Some(Gender::Masculine) || view.nominal(head).is_plural())
        && is_base_form(view, named);
    // "zdaniem prezesa PZPN umowa": an acronym stands in any case. In "zdaniem rzecznika PO PiS kłamie" the second is the
    // subject.
    let acronym = is_acronym(view, named.tokens.start);
    let behind_head = at == head + 1;
    let second = acronym && !behind_head && is_acronym(view, at - 1);
    let first =
        if is_titled(view, named, at) { named.mention.tokens.start } else { named.tokens.start.max(at) };
    let first = view.nominal(first);
    let fits = !first.has(Tag::CASES) || first.has(case) || acronym && behind_head;
    second || subject || !fits
}

/// Whether a name behind a noun is that of the one whom the noun describes.
fn is_bearer(view: &View<'_>, head: usize, named: &Named<'_>, at: usize, case: Tag) -> bool {
    if named.is_person() && named.tokens.start >= head {
        let fits = case != Tag::NOM || is_base_form(view, named);
        // "rzeczniczka May" speaks for May; a full name is the bearer's.
        let full = named.mention.tokens.len() > 1 && (case == Tag::NOM || is_titled(view, named, at));
        return fits && (full || !role::belongs(view.noun(head))) && view.nominal(head).has(Tag::SG);
    }
    // "agencja Reuters", "spółka gazowa Fala": the name says which one it is. "Biuro prasowe Kancelarii" is of that office.
    let told = at == head + 1 || !role::is_office(view.noun(head)) || is_acronym(view, at);
    let whose = |between: usize| view.tag(between).has(Tag::GEN) && view.named(between).is_none();
    // "sieć sklepów Granit", but "związek pracowników PKP"
    let unlike = || !is_acronym(view, at) && is_base_form(view, named) && !view.nominal(at).has(Tag::GEN);
    named.is_organization()
        && role::is_body(view.noun(head))
        && told
        && ((head + 1..at).all(|between| view.tag(between).class() == Class::Adj)
            || (head + 1..at).all(whose) && unlike())
}

/// "rzecznika policji asp. Jana Kosa": whether the name that begins here has an abbreviated title of its own.
fn is_titled(view: &View<'_>, named: &Named<'_>, at: usize) -> bool {
    named.is_person()
        && named.tokens.start == at
        && at < named.mention.tokens.start
        && matches!(view.tag(at).class(), Class::Brev | Class::Ign)
}

/// Where what depends on the noun at `head` ends that begins at `at`; `None` where nothing does.
fn dependent_end(view: &View<'_>, head: usize, at: usize, limit: usize, case: Tag) -> Option<usize> {
    let next = at + 1;
    // "według badania CBOS 40 procent pytanych twierdzi": a number begins something of its own.
    let share = || share_head(view, at, limit).is_some() && view.tag(at).class() != Class::Num;
    if view.text(at).starts_with(|c: char| c.is_ascii_digit()) || share() {
        return None;
    }
    // "Rutki-Tartak": the tokens of a joined word stay together.
    if view.key(at) == "-" && !view.space_before(at) && !view.space_after(at) && next < limit {
        return Some(at + 2);
    }
    let behind_head = at == head + 1;
    // "recenzentka „Kuriera Filmowego”"
    if let Some(pair) = view.opened(at).filter(|pair| pair.close() < limit) {
        let house = || view.named(next).is_some_and(|named| !named.is_person());
        let works = behind_head && is_role(view, head) && is_title(view, pair.content()) && house();
        return works.then_some(pair.close() + 1);
    }
    match view.tag(at).class() {
        Class::Brev | Class::Ign => short_end(view, at, limit),
        Class::Prep => preposition_end(view, head, at, limit, case),
        Class::Pact => participle_end(view, at, limit).filter(|_| agrees_with(view, head, at, case)),
        _ => depends(view, head, at, limit, case).then_some(next),
    }
}

/// Whether a word depends on the noun at `head` that needs nothing behind it for that.
fn depends(view: &View<'_>, head: usize, at: usize, limit: usize, case: Tag) -> bool {
    let (chosen, open) = (view.tag(at), view.nominal(at));
    let (next, behind_head) = (at + 1, at == head + 1);
    match chosen.class() {
        Class::Adj | Class::Ppas if behind_head => open.has(Tag::GEN) || agrees_with(view, head, at, case),
        // "pani minister"
        Class::Subst if behind_head && matches!(view.lemma(head), "pan" | "pani") && is_role(view, at) => {
            true
        }
        Class::Subst | Class::Ger if chosen.has(Tag::CASES) => chosen.has(Tag::GEN),
        Class::Subst | Class::Adj | Class::Ppas | Class::Ger | Class::Num => open.has(Tag::GEN),
        // "aktorka i reżyserka Anna Nowak"
        Class::Conj if behind_head && titled_name(view, next).is_some_and(|name| name < limit) => true,
        Class::Conj => view.nominal(next).has(Tag::GEN) && !view.nominal(next).has(Tag::NOM),
        _ => view.key(at) == "." && view.tag(at - 1).class() == Class::Brev,
    }
}

/// Whether an adjective or participle agrees with the noun in its case.
fn agrees_with(view: &View<'_>, head: usize, at: usize, case: Tag) -> bool {
    let open = view.nominal(at);
    open.has(case) && open.agrees(view.nominal(head))
}

/// Where what an abbreviation or a word that nobody knows begins ends.
fn short_end(view: &View<'_>, at: usize, limit: usize) -> Option<usize> {
    let word = match view.tag(at).class() {
        Class::Brev => matches!(view.key(at), "ds" | "prof" | "dr" | "gen" | "m" | "st" | "tzw"),
        _ => view.glyph(at) == Glyph::Word,
    };
    titles_end(view, at, limit).or_else(|| word.then_some(at + 1))
}

/// Where what a preposition begins ends.
fn preposition_end(view: &View<'_>, head: usize, at: usize, limit: usize, case: Tag) -> Option<usize> {
    let next = at + 1;
    if is_participle(view, at - 1) || Sort::Anyone.has(view.noun(at - 1)) && view.is_from(at) {
        return complement_end(view, next, limit);
    }
    match view.key(at) {
        "w" | "z" => {
            let place = view.named(next).filter(|place| !place.is_person() && place.tokens.start == next)?;
            // "zdaniem leśników w Bieszczadach żyje": before its verb the place is the clause's own.
            let own = case != Tag::NOM && view.is_finite(place.tokens.end);
            (at == head + 1 && !own && place.tokens.end <= limit).then_some(place.tokens.end)
        }
        "do" => (view.key(next) == "spraw").then_some(next),
        _ => None,
    }
}

/// "oficer prasowy komendy w Lipnie podkom. Adam Wierzba": the full name that ends the stretch behind a role is its
/// bearer's, when nothing but places and titles lie between.
fn with_bearer(view: &View<'_>, phrase: &Phrase, limit: usize) -> Option<Phrase> {
    if !is_human(view, phrase.head) || !view.nominal(phrase.head).has(Tag::SG) {
        return None;
    }
    let between = |at: &usize| {
        let class = view.tag(*at).class();
        let abbreviated = view.key(*at) == "." && view.glyph(*at + 1) == Glyph::Word;
        // "opiekun „Pasów” Jan Kos"
        (matches!(view.glyph(*at), Glyph::Word | Glyph::Quote) || abbreviated)
            && !view.is_finite(*at)
            // "szef grupy w Parlamencie Europejskim i lider frakcji Jan Kos"
            && !matches!(class, Class::Comp | Class::Pcon)
            && (class != Class::Conj || is_role(view, at + 1))
    };
    let stretch = phrase.tokens.end..limit.min(phrase.tokens.end + 8);
    let full = |at: usize| view.named(at).filter(|named| named.is_full_name());
    let named = stretch.take_while(between).find_map(full)?;
    let governed = view.is_preposition(named.tokens.start.checked_sub(1)?);
    let behind = stands_in_full(view, named) && !governed && named.tokens.start >= phrase.tokens.end;
    behind.then(|| Phrase::name(phrase.tokens.start..named.tokens.end, named))
}

/// Whether a name is the full one of a person, in the nominative.
fn stands_in_full(view: &View<'_>, named: &Named<'_>) -> bool {
    let first = named.mention.tokens.start;
    named.is_full_name() && is_base_form(view, named) && !oblique(view, first)
}

/// Where a chain of abbreviated titles ends ("dyrektor szpitala dr n. med. Jan Nowak"), if the name of a person stands behind it.
fn titles_end(view: &View<'_>, start: usize, limit: usize) -> Option<usize> {
    let title =
        |at: &usize| view.tag(*at).class() == Class::Brev || view.key(*at) == "." || view.key(*at + 1) == ".";
    let end = (start..limit.min(start + 8)).find(|at| !title(at) || view.named(*at).is_some())?;
    view.named(end).filter(|named| named.is_person() && end > start).map(|_| end)
}

/// The name of the person whose role begins here.
fn titled_name(view: &View<'_>, at: usize) -> Option<usize> {
    let named = view.named(at).filter(|named| named.is_person() && named.tokens.start == at)?;
    let name = named.mention.tokens.start;
    (name > at).then_some(name)
}

pub(in crate::quote) fn is_participle(view: &View<'_>, at: usize) -> bool {
    matches!(view.tag(at).class(), Class::Ppas | Class::Pact)
}

/// Where what a preposition governs ends: "źródeł zbliżonych do resortu finansów".
fn complement_end(view: &View<'_>, start: usize, limit: usize) -> Option<usize> {
    let cases = Tag::GEN | Tag::INST | Tag::LOC | Tag::ACC;
    let named = view.named(start).filter(|named| named.tokens.start == start).map(|named| named.tokens.end);
    let noun = || noun_phrase(view, start, limit, cases, Tag::IGN).map(|phrase| phrase.tokens.end);
    named.or_else(noun).filter(|end| *end <= limit)
}

/// Where the objects of an active participle end: "związki reprezentujące załogę", "prawnicy zajmujący się prawem".
fn participle_end(view: &View<'_>, participle: usize, limit: usize) -> Option<usize> {
    let from = if view.key(participle + 1) == "się" { participle + 2 } else { participle + 1 };
    let object = |at: &usize| {
        let tag = view.tag(*at);
        is_nominal(tag.class())
            && tag.class() != Class::Ign
            && view.nominal(*at).has(Tag::ACC | Tag::GEN | Tag::INST)
            && !view.is_finite(*at)
    };
    let end = (from..limit.min(from + 6)).take_while(object).last()? + 1;
    Some(end)
}
