//! Noun phrases: where one begins and ends, what heads it, whether it can be the subject of a verb.

use super::draft::words;
use super::role::Bearer;
use super::view::{Glyph, Named, View};
use super::{role, view};
use crate::morph::{Class, NameClass, Reading, Shape, Tag, TokenRange};
use crate::name::Gender;

/// A noun phrase at a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// With title and modifiers.
    pub(super) tokens: TokenRange,
    /// The noun or pronoun that heads it; of a name its first token.
    pub(super) head: usize,
    pub(super) kind: PhraseKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhraseKind {
    /// A mention of an entity covers the head.
    Named,
    /// "szef resortu"
    Noun,
    /// "on", "jego", "ten pierwszy"
    Pronoun,
    /// "który": its antecedent ends right before.
    Relative,
    /// A title in quotation marks.
    Title,
}

pub(super) fn is_person(view: &View<'_>, phrase: &Phrase) -> bool {
    match phrase.kind {
        PhraseKind::Named => view.named(phrase.head).is_some_and(Named::is_person),
        PhraseKind::Noun => role::gender(view.noun(phrase.head)).is_some(),
        _ => false,
    }
}

/// "dyrektor biura, Jan Nowak": the name behind the comma belongs to the role before it.
pub(super) fn with_apposition(view: &View<'_>, phrase: Phrase, limit: usize, agreement: Tag) -> Phrase {
    let next = phrase.tokens.end + 1;
    // "dyrektor biura Zefiru, Jan Nowak": one word before the comma may be whose office it is.
    let role = phrase.kind == PhraseKind::Noun
        || phrase.kind == PhraseKind::Named
            && phrase.head > phrase.tokens.start
            && phrase.head + 1 == phrase.tokens.end;
    if !role || next >= limit || view.glyph(phrase.tokens.end) != Glyph::Comma {
        return phrase;
    }
    let name = view.named(next).filter(|named| {
        let full = phrase.kind == PhraseKind::Noun || named.mention.tokens.len() > 1;
        full && named.is_person() && named.tokens.start == next && nominative(view, named, agreement)
    });
    name.map_or_else(
        || phrase.clone(),
        |named| Phrase {
            tokens: phrase.tokens.start..named.tokens.end,
            head: named.mention.tokens.start,
            kind: PhraseKind::Named,
        },
    )
}

/// The first phrase of a stretch that can be the subject; prepositional phrases are passed over.
pub(super) fn scan(view: &View<'_>, range: TokenRange, agreement: Tag) -> Option<Phrase> {
    let mut at = range.start;
    let mut governed = false;
    while at < range.end {
        if let Some(named) = view.named(at) {
            if !governed && serves(view, named) && agrees(view, at, agreement) && !oblique(view, at) {
                return Some(Phrase { tokens: at..named.tokens.end, head: at, kind: PhraseKind::Noun });
            }
            if !governed && nominative(view, named, agreement) {
                return Some(named_phrase(view, named, at));
            }
            let people =
                view.nominal(at).has(Tag::M1) && view.nominal(at).has(Tag::PL) && view.tag(at).has(Tag::NOM);
            // "analitycy banku Morgan": several speak, the name says for whom.
            let role = at < named.mention.tokens.start;
            if !governed && people && (role || !named.is_person()) && agrees(view, at, agreement) {
                let end = if role { named.tokens.end } else { at + 1 };
                return Some(Phrase { tokens: at..end, head: at, kind: PhraseKind::Noun });
            }
            (at, governed) = (named.tokens.end.max(at + 1), false);
            continue;
        }
        match view.glyph(at) {
            Glyph::Quote => {
                let pair = view.pair(at).filter(|pair| pair.open() == at && pair.close() < range.end);
                match pair {
                    Some(pair) if !governed && is_title(view, pair.content()) => {
                        // A quoted subheading may stand before the real subject.
                        let title =
                            Phrase { tokens: at..pair.close() + 1, head: at + 1, kind: PhraseKind::Title };
                        return scan(view, pair.close() + 1..range.end, agreement).or(Some(title));
                    }
                    Some(pair) => at = pair.close(),
                    None => {}
                }
                governed = false;
            }
            Glyph::Open => at = closing(view, at, range.end),
            Glyph::Word => {
                let class = view.tag(at).class();
                if view.is_preposition(at) {
                    governed = true;
                } else if governed {
                    governed = !matches!(
                        class,
                        Class::Subst | Class::Ger | Class::Ppron3 | Class::Ppron12 | Class::Num
                    ) && view::is_nominal(class);
                } else if let Some(phrase) = noun_phrase(view, at, range.end, Tag::NOM, agreement) {
                    return titled(view, &phrase, range.end).or(Some(phrase));
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// The title behind a noun of the press: "dziennik „Kurier Nadwiślański”".
fn titled(view: &View<'_>, noun: &Phrase, limit: usize) -> Option<Phrase> {
    let open = noun.tokens.end;
    let pair = view.pair(open).filter(|pair| pair.open() == open && pair.close() < limit)?;
    let titled = role::is_press(view.noun(noun.head)) && is_title(view, pair.content());
    titled.then(|| Phrase { tokens: open..pair.close() + 1, head: open + 1, kind: PhraseKind::Title })
}

/// Whether marked words are the title of a newspaper or work: short, with a capital, without a verb.
pub(super) fn is_title(view: &View<'_>, content: TokenRange) -> bool {
    let capital = view.is_capital(content.start);
    capital && words(view, content.clone(), 6) < 6 && !content.into_iter().any(|at| view.is_finite(at))
}

fn closing(view: &View<'_>, open: usize, limit: usize) -> usize {
    (open..limit).find(|at| view.glyph(*at) == Glyph::Close).unwrap_or(open)
}

pub(super) fn named_phrase(view: &View<'_>, named: &Named<'_>, from: usize) -> Phrase {
    let start = named.tokens.start.min(from);
    let mut end = named.tokens.end;
    // "Jan Nowak z Polskiej Partii", "dr Anna Nowak z Uniwersytetu"
    if named.is_person() && view.is_from(end) {
        let from = end + 1;
        let institution = view.is_capital(from) && role::is_source(view.noun(from));
        end = view
            .named(from)
            .filter(|home| !home.is_person())
            .map_or(if institution { from + 1 } else { end }, |home| home.tokens.end);
    }
    Phrase { tokens: start..end, head: named.mention.tokens.start, kind: PhraseKind::Named }
}

/// Whether a mention can be a nominative and agrees with the verb.
pub(super) fn nominative(view: &View<'_>, named: &Named<'_>, agreement: Tag) -> bool {
    let tokens = named.mention.tokens.clone();
    let first = named.tokens.start;
    let governed = first > 0 && view.is_preposition(first - 1);
    let abbreviated = view.key(first + 1) == ".";
    let oblique_role = first < tokens.start && !abbreviated && oblique(view, first);
    let oblique_name = !named.is_person() && oblique(view, tokens.start);
    // "z odpowiednikiem Taro Kono": a name without inflection has the case of the noun before it.
    let apposed = first == tokens.start
        && first > 0
        && !view.is_finite(first - 1)
        && oblique(view, first - 1)
        && role::gender(view.noun(first - 1)).is_some();
    if governed || oblique_role || oblique_name || apposed && named.is_person() || !is_base_form(view, named)
    {
        return false;
    }
    let conjoined = matches!(view.key(named.tokens.end), "i" | "oraz" | "czy");
    if named.is_person() {
        let plural = agreement.has(Tag::PL) && !agreement.has(Tag::SG) && !conjoined;
        return !plural && gender_agrees(named.entity.gender, agreement);
    }
    let acronym = view.text(tokens.start).chars().all(char::is_uppercase);
    let dependent = first > 0 && matches!(view.tag(first - 1).class(), Class::Subst | Class::Ger) && acronym;
    if named.is_organization() {
        return !dependent;
    }
    // A country stands for its government: "Polska uważa, że".
    view.tag(tokens.start).has(Tag::NOM) && agrees(view, tokens.start, agreement)
}

/// Whether all that is known of a word's case says that it is no nominative.
fn oblique(view: &View<'_>, at: usize) -> bool {
    let cases = view.nominal(at);
    cases.has(Tag::CASES) && !cases.has(Tag::NOM)
}

/// Whether the mention is written in its base form, case aside.
fn is_base_form(view: &View<'_>, named: &Named<'_>) -> bool {
    let text = view.text_of(named.mention.tokens.clone());
    text == named.mention.lemma || lower_case(text).eq(lower_case(&named.mention.lemma))
}

fn lower_case(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

/// Whether a mention with a role is really the one whom the role serves: "rzeczniczka May" speaks for May. A full name
/// behind the role is the bearer's, and so is one whose role says whom it serves ("rzecznik rządu Nowak").
fn serves(view: &View<'_>, named: &Named<'_>) -> bool {
    let role = named.tokens.start..named.mention.tokens.start;
    let first = named
        .entity
        .mentions
        .first()
        .is_some_and(|mention| mention.tokens.start >= named.mention.tokens.start);
    let short = named.mention.tokens.len() == 1;
    role.len() == 1 && short && !first && named.is_person() && role::belongs(view.noun(role.start))
}

/// Whether a person of this gender can be the subject of a verb that asks for `agreement`.
pub(super) fn gender_agrees(gender: Option<Gender>, agreement: Tag) -> bool {
    if !agreement.has(Tag::GENDERS) || agreement.has(Tag::PL) {
        return true;
    }
    match gender {
        Some(Gender::Masculine) => agreement.has(Tag::M1),
        Some(Gender::Feminine) => agreement.has(Tag::F),
        None => agreement.has(Tag::M1 | Tag::F),
    }
}

/// The noun phrase that begins here in the given case and agrees with the verb; `None` when none does.
pub(super) fn noun_phrase(
    view: &View<'_>,
    start: usize,
    limit: usize,
    case: Tag,
    agreement: Tag,
) -> Option<Phrase> {
    if is_adverbial(view, start) {
        return None;
    }
    let tag = view.tag(start);
    let fits = |at: usize| {
        let (chosen, open) = (view.tag(at), view.nominal(at));
        let known = chosen.has(Tag::CASES);
        // The nominative of a noun for a man is like no other case; elsewhere the choice in context decides.
        let distinct = !known || case != Tag::NOM || open.has(Tag::M1);
        if distinct { open.has(case) } else { chosen.has(case) }
    };
    let owned = case != Tag::NOM && view.is_possessive(start);
    if owned && start < limit {
        let mut phrase = noun_phrase(view, start + 1, limit, case, agreement)?;
        phrase.tokens.start = start;
        return Some(phrase);
    }
    if tag.class() == Class::Ppron3 {
        let agrees = !agreement.has(Tag::GENDERS) || tag.has(agreement.common(agreement, Tag::GENDERS));
        return (view.nominal(start).has(case) && agrees).then(|| Phrase {
            tokens: start..start + 1,
            head: start,
            kind: PhraseKind::Pronoun,
        });
    }
    if let Some(phrase) = demonstrative(view, start, case) {
        return Some(phrase);
    }
    let modifier = |at: usize| {
        matches!(view.tag(at).class(), Class::Adj | Class::Ppas | Class::Pact | Class::Num) && fits(at)
    };
    let head = (start..limit.min(start + 6))
        .find(|at| !modifier(*at) && !is_adverbial(view, *at) || view.named(*at).is_some())?;
    // "według śledczych Nowak kłamał": several are no one, whose name begins the next clause.
    let several = |last: usize| {
        let tag = view.nominal(last);
        role::gender(view.noun(last)).is_some() && tag.has(Tag::PL) && !tag.has(Tag::SG)
    };
    let apart = |named: &Named<'_>| case != Tag::NOM && named.is_person() && several(head - 1);
    let name = view.named(head).filter(|_| head > start);
    if let Some(named) = name.filter(|named| apart(named)) {
        let last = named.tokens.start.max(start + 1) - 1;
        return fits(last).then(|| expanded(view, start, last, last + 1, case));
    }
    if let Some(named) = name {
        // "niemiecka kanclerz Angela Merkel", "zwykle milczący Nowak"
        return (case != Tag::NOM || nominative(view, named, agreement))
            .then(|| named_phrase(view, named, start));
    }
    // "zdaniem śledczych", "podejrzany": an adjective that names a person, with no noun behind it.
    let head = match head.checked_sub(1).filter(|last| *last >= start && !is_noun(view, head)) {
        Some(last) if role::gender(view.noun(last)).is_some() => last,
        _ => head,
    };
    if view.lemma(start) == "jeden" && view.is_from(start + 1) && fits(start) {
        let group = noun_phrase(view, start + 2, limit, Tag::GEN, Tag::IGN)?;
        return Some(Phrase { tokens: start..group.tokens.end, head: start, kind: PhraseKind::Noun });
    }
    let class = view.tag(head).class();
    let named_by =
        matches!(class, Class::Adj | Class::Ppas | Class::Pact) && role::gender(view.noun(head)).is_some();
    if !(is_noun(view, head) || named_by) || !fits(head) || !agrees(view, head, agreement) {
        return None;
    }
    Some(expanded(view, start, head, limit, case))
}

fn is_noun(view: &View<'_>, at: usize) -> bool {
    let class = view.tag(at).class();
    matches!(class, Class::Subst | Class::Depr) || class == Class::Ign && view.text(at).len() > 2
}

/// "ten drugi", "ta pierwsza", "sam zainteresowany"
fn demonstrative(view: &View<'_>, start: usize, case: Tag) -> Option<Phrase> {
    let ordinal = |at: usize| {
        matches!(view.key(at), "pierwszy" | "pierwsza" | "drugi" | "druga" | "ostatni" | "ostatnia")
    };
    let pronoun = matches!(view.key(start), "ten" | "ta" | "ci" | "te" | "tego" | "tej")
        && ordinal(start + 1)
        && view.nominal(start).has(case);
    let bare = start + 2;
    let noun = view.tag(bare).class() == Class::Subst && view.nominal(bare).agrees(view.nominal(start));
    (pronoun && !noun).then(|| Phrase { tokens: start..start + 2, head: start, kind: PhraseKind::Pronoun })
}

fn is_adverbial(view: &View<'_>, at: usize) -> bool {
    matches!(view.tag(at).class(), Class::Adv)
}

/// Whether a noun agrees with the verb; titles that women bear without inflection agree with both.
pub(super) fn agrees(view: &View<'_>, noun: usize, agreement: Tag) -> bool {
    let tag = view.nominal(noun);
    if tag.has(Tag::NUMBERS) && agreement.has(Tag::NUMBERS) && tag.common(agreement, Tag::NUMBERS).is_bare() {
        return false;
    }
    if !agreement.has(Tag::GENDERS)
        || !tag.has(Tag::GENDERS)
        || !tag.common(agreement, Tag::GENDERS).is_bare()
    {
        return true;
    }
    agreement.has(Tag::F) && role::gender(view.noun(noun)).is_some_and(role::Bearer::any)
}

fn is_acronym(view: &View<'_>, at: usize) -> bool {
    view.tagged.get(at).is_some_and(|token| matches!(token.shape(), Shape::Upper | Shape::Mixed))
}

/// A noun with what depends on it: genitives, names, "z" and "ds." phrases.
fn expanded(view: &View<'_>, start: usize, head: usize, limit: usize, case: Tag) -> Phrase {
    let mut end = head + 1;
    while end < limit.min(head + 24) {
        if let Some(named) = view.named(end) {
            let person = named.is_person() && named.tokens.start >= head;
            let first = view.nominal(named.tokens.start.max(end));
            // "Według aktu oskarżenia Jan K. strzelał": a man in his base form is the next clause's subject, and so is whoever
            // stands behind a plural: "zdaniem śledczych Anna K. strzelała".
            let several = view.nominal(head).has(Tag::PL) && !view.nominal(head).has(Tag::SG);
            let subject = person
                && (named.entity.gender == Some(Gender::Masculine) || several)
                && is_base_form(view, named);
            if case != Tag::NOM {
                // "zdaniem prezesa PZPN umowa": an acronym stands in any case. In "zdaniem rzecznika PO PiS kłamie" the
                // second is the subject.
                let acronym = is_acronym(view, named.tokens.start);
                let behind_head = end == head + 1;
                let second = acronym && !behind_head && is_acronym(view, end - 1);
                let fits = !first.has(Tag::CASES) || first.has(case) || acronym && behind_head;
                if second || subject || !fits {
                    break;
                }
            }
            let fits = case != Tag::NOM || is_base_form(view, named);
            // "rzeczniczka May" speaks for May; a full name is the bearer's.
            let bears = !role::belongs(view.noun(head)) || named.mention.tokens.len() > 1 && case == Tag::NOM;
            let bears = bears && view.nominal(head).has(Tag::SG);
            if person && fits && bears {
                let tokens = start..named.tokens.end;
                return Phrase { tokens, head: named.mention.tokens.start, kind: PhraseKind::Named };
            }
            // "agencja Reuters": the name says which one it is.
            if named.is_organization() && end == head + 1 && role::is_body(view.noun(head)) {
                let tokens = start..named.tokens.end;
                return Phrase { tokens, head: named.mention.tokens.start, kind: PhraseKind::Named };
            }
            end = named.tokens.end.max(end + 1);
            continue;
        }
        // "Rutki-Tartak": the tokens of a joined word stay together.
        if view.key(end) == "-" && !view.space_before(end) && !view.space_after(end) && end + 1 < limit {
            end += 2;
            continue;
        }
        let (class, tag) = (view.tag(end).class(), view.nominal(end));
        let agreeing = |at: usize| view.nominal(at).has(case) && view.nominal(at).agrees(view.nominal(head));
        let dependent = match class {
            Class::Adj | Class::Ppas if end == head + 1 => tag.has(Tag::GEN) || agreeing(end),
            Class::Subst | Class::Ger if view.tag(end).has(Tag::CASES) => view.tag(end).has(Tag::GEN),
            Class::Subst | Class::Adj | Class::Ppas | Class::Ger | Class::Num => tag.has(Tag::GEN),
            Class::Pact => {
                if let Some(object) = participle_end(view, end, limit).filter(|_| agreeing(end)) {
                    end = object;
                    continue;
                }
                false
            }
            // "dyrektor szpitala dr n. med. Jan Nowak"
            Class::Brev | Class::Ign if titles_end(view, end, limit).is_some() => {
                end = titles_end(view, end, limit).unwrap_or(end + 1);
                continue;
            }
            Class::Brev => matches!(view.key(end), "ds" | "prof" | "dr" | "gen" | "m" | "st"),
            Class::Prep if matches!(view.key(end), "w" | "z") => {
                let place =
                    view.named(end + 1).filter(|named| !named.is_person() && named.tokens.start == end + 1);
                if let Some(place) = place.filter(|place| end == head + 1 && place.tokens.end <= limit) {
                    end = place.tokens.end;
                    continue;
                }
                false
            }
            Class::Prep => view.key(end) == "do" && view.key(end + 1) == "spraw",
            // "aktorka i reżyserka Anna Nowak"
            Class::Conj if end == head + 1 && titled_name(view, end + 1).is_some_and(|name| name < limit) => {
                end += 1;
                continue;
            }
            Class::Conj => view.nominal(end + 1).has(Tag::GEN) && !view.nominal(end + 1).has(Tag::NOM),
            Class::Ign => view.glyph(end) == Glyph::Word,
            _ => view.key(end) == "." && end > 0 && view.tag(end - 1).class() == Class::Brev,
        };
        if !dependent {
            break;
        }
        end += 1;
    }
    let phrase = Phrase { tokens: start..end, head, kind: PhraseKind::Noun };
    if case == Tag::NOM { with_bearer(view, &phrase, limit).unwrap_or(phrase) } else { phrase }
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
        (view.glyph(*at) == Glyph::Word || abbreviated)
            && !view.is_finite(*at)
            && !matches!(class, Class::Conj | Class::Comp | Class::Pcon)
    };
    let stretch = phrase.tokens.end..limit.min(phrase.tokens.end + 8);
    let named = stretch
        .take_while(between)
        .find_map(|at| view.named(at).filter(|named| named.is_person() && named.mention.tokens.len() > 1))?;
    let governed = view.is_preposition(named.tokens.start.checked_sub(1)?);
    let base = is_base_form(view, named) && !oblique(view, named.mention.tokens.start);
    (base && !governed && named.tokens.start >= phrase.tokens.end).then_some(Phrase {
        tokens: phrase.tokens.start..named.tokens.end,
        head: named.mention.tokens.start,
        kind: PhraseKind::Named,
    })
}

/// Where a chain of abbreviated titles ends, if the name of a person stands behind it.
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

/// Where the objects of an active participle end: "związki reprezentujące załogę", "prawnicy zajmujący się prawem".
fn participle_end(view: &View<'_>, participle: usize, limit: usize) -> Option<usize> {
    let from = if view.key(participle + 1) == "się" { participle + 2 } else { participle + 1 };
    let object = |at: &usize| {
        let tag = view.tag(*at);
        view::is_nominal(tag.class())
            && tag.class() != Class::Ign
            && view.nominal(*at).has(Tag::ACC | Tag::GEN | Tag::INST)
            && !view.is_finite(*at)
    };
    let end = (from..limit.min(from + 6)).take_while(object).last()? + 1;
    Some(end)
}

/// Whether a noun is said of people.
pub(super) fn is_human(view: &View<'_>, noun: usize) -> bool {
    bearer(view, noun).is_some()
}

/// Who a noun may be said of, where it is said of people.
pub(super) fn bearer(view: &View<'_>, noun: usize) -> Option<Bearer> {
    let said = |of: fn(Reading<'_>) -> bool| {
        view.tag(noun).class() == Class::Subst
            && view.tagged.get(noun).is_some_and(|token| token.readings().any(of))
    };
    // A surname that is a common noun too is nobody where it opens a sentence: "Głos zabrał".
    let common = || !view.is_capital(noun) || noun == view.sentence(noun).start || is_nation(view, noun);
    let man = || said(|reading| reading.tag.has(Tag::M1) && reading.name == NameClass::Common) && common();
    let woman = || said(is_woman_of_nation) && view.is_capital(noun) && view.named(noun).is_none();
    let other = || if man() { Some(Bearer::Man) } else { woman().then_some(Bearer::Woman) };
    role::gender(view.noun(noun)).or_else(other)
}

/// "Polka", "Niemka"
fn is_woman_of_nation(reading: Reading<'_>) -> bool {
    reading.tag.has(Tag::F) && reading.is_common_with_capital()
}

/// "Węgier", "Szkot": a capital that is nobody's name.
fn is_nation(view: &View<'_>, noun: usize) -> bool {
    let nation = |reading: Reading<'_>| {
        reading.tag.has(Tag::M1) && !matches!(reading.name, NameClass::Surname | NameClass::GivenName)
    };
    view.named(noun).is_none_or(|named| !named.is_person())
        && view.tagged.get(noun).is_some_and(|token| token.readings().any(nation))
}
