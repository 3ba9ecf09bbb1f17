//! Interviews as pages print them: "Anna Nowak: …" at the head of each paragraph, or questions between asterisks.

use super::clause::Subject;
use super::draft::{self, Draft, trimmed, words};
use super::phrase::{Phrase, PhraseKind};
use super::view::{Glyph, View};
use crate::morph::{Paragraph, ParagraphKind, TokenRange};

/// Paragraphs that have to begin with labels before they are an interview.
const TURNS: usize = 3;
/// Tokens of a label before its colon.
const LABEL: usize = 6;

/// … with what he is behind his name.
const APPOSED: usize = 16;

/// Who speaks in a turn, and what is said.
type Turn = (Phrase, TokenRange);

/// The turns of an interview, each a direct quotation without a cue.
pub(super) fn find<'a>(view: &View<'a>) -> Vec<Draft<'a>> {
    let labelled = labelled(view);
    if labelled.is_empty() { answers(view) } else { labelled }
}

/// "Anna Nowak: Tak." in several paragraphs, with more than one name, one of them again and again.
fn labelled<'a>(view: &View<'a>) -> Vec<Draft<'a>> {
    let paragraphs =
        view.tagged.paragraphs().iter().filter(|paragraph| paragraph.kind != ParagraphKind::Aside);
    let mut labels: Vec<Turn> = Vec::new();
    for paragraph in paragraphs {
        let label = initials(view, &paragraph.tokens, &labels).or_else(|| label(view, &paragraph.tokens));
        labels.extend(label);
    }
    let who = |(phrase, _): &Turn| match phrase.kind {
        PhraseKind::Named => view.named(phrase.head).map_or("", |named| named.entity.name.as_str()),
        _ => view.text(phrase.tokens.end - 1),
    };
    let first = labels.first().map(who);
    let two = labels.iter().any(|label| Some(who(label)) != first);
    if let [asker, answerer] = labels.as_slice() {
        let rest = unlabelled(view, asker, answerer);
        labels.extend(rest);
    }
    let again = labels.iter().skip(1).any(|label| Some(who(label)) == first);
    let answers = || labels.iter().filter(|label| is_asked(view, label)).count() + 1 >= TURNS;
    if labels.len() < TURNS || !(two && again || answers()) {
        return Vec::new();
    }
    let turn = |(phrase, content): Turn| {
        let mut draft = Draft::without_cue(trimmed(view, content));
        draft.subject = Subject::Phrase(phrase);
        draft
    };
    labels.into_iter().map(turn).collect()
}

/// Whether somebody answers what the paragraph before asks, which need have no label: "Kiedy?", "Jan Kos: – W maju."
fn is_asked(view: &View<'_>, (phrase, _): &Turn) -> bool {
    let asked = phrase.tokens.start.checked_sub(1).is_some_and(|end| view.key(end) == "?");
    asked && phrase.kind == PhraseKind::Named
}

/// The turns behind the first two where those alone have labels: who asks goes on with questions, the other answers them.
/// Nothing where no more is asked.
fn unlabelled(view: &View<'_>, asker: &Turn, answerer: &Turn) -> Vec<Turn> {
    let asks = |content: &TokenRange| content.end > content.start && view.key(content.end - 1) == "?";
    let last = view.paragraph_of(answerer.1.start);
    let behind = view.tagged.paragraphs().get(last + 1..).unwrap_or_default();
    // A short question passes for a heading.
    let speech = |paragraph: &&Paragraph| match paragraph.kind {
        ParagraphKind::Prose => true,
        ParagraphKind::Heading => asks(&paragraph.tokens),
        ParagraphKind::Aside => false,
    };
    let turns = || behind.iter().filter(speech);
    let opens = view.paragraph_of(asker.1.start) + 1 == last && asks(&asker.1) && !asks(&answerer.1);
    if !opens || !turns().any(|paragraph| asks(&paragraph.tokens)) {
        return Vec::new();
    }
    let who = |content: &TokenRange| if asks(content) { &asker.0 } else { &answerer.0 };
    turns().map(|paragraph| (who(&paragraph.tokens).clone(), paragraph.tokens.clone())).collect()
}

/// The name before a colon at the head of a paragraph, and the words behind it.
fn label(view: &View<'_>, paragraph: &TokenRange) -> Option<Turn> {
    let start = paragraph.start;
    // "Jan Kos, prezes fundacji:"
    let apposed = view.named(start).filter(|named| named.is_full_name());
    let apposed = apposed.filter(|named| view.glyph(named.tokens.end) == Glyph::Comma);
    let reach = if apposed.is_some() { APPOSED } else { LABEL };
    let colon = (start + 1..paragraph.end.min(start + reach)).find(|at| view.glyph(*at) == Glyph::Colon)?;
    let content = colon + 1..paragraph.end;
    let apposed = apposed.filter(|named| !(named.tokens.end..colon).any(|at| view.is_finite(at)));
    // "Prof. Jan Kos:"
    let named = view.named(start).filter(|named| named.tokens.end == colon).or(apposed);
    let words_only = || (start..colon).all(|at| view.glyph(at) == Glyph::Word && !view.is_finite(at));
    if words(view, content.clone(), 1) == 0 || !view.is_capital(start) || named.is_none() && !words_only() {
        return None;
    }
    let (head, kind) =
        named.map_or((start, PhraseKind::Title), |named| (named.mention.tokens.start, PhraseKind::Named));
    Some((Phrase { tokens: start..colon, head, kind }, content))
}

/// "J.K.:" or "JK:" at the head of a paragraph, for one whom a label has named in full: "Jan Kos:".
fn initials(view: &View<'_>, paragraph: &TokenRange, labels: &[Turn]) -> Option<Turn> {
    let start = paragraph.start;
    let colon = (start + 1..paragraph.end.min(start + LABEL)).find(|at| view.glyph(*at) == Glyph::Colon)?;
    let letters = || {
        let words = (start..colon).filter(|at| view.glyph(*at) == Glyph::Word);
        words.flat_map(|at| view.text(at).chars()).take(LABEL)
    };
    let means = |(phrase, _): &&Turn| {
        let name = view.named(phrase.head).filter(|_| phrase.kind == PhraseKind::Named);
        let firsts = name.map(|named| view.text_of(named.mention.tokens.clone()).split_whitespace());
        firsts.is_some_and(|mut words| {
            letters().all(|letter| words.next().is_some_and(|word| word.starts_with(letter)))
                && words.next().is_none()
        })
    };
    let stops = (start..colon).all(|at| matches!(view.glyph(at), Glyph::Word | Glyph::Stop));
    let short = letters().count() > 1 && letters().all(char::is_uppercase);
    let (phrase, _) = labels.iter().take(LABEL).find(means).filter(|_| stops && short)?;
    Some((Phrase { tokens: start..colon, ..phrase.clone() }, colon + 1..paragraph.end))
}

/// The paragraphs between questions that asterisks enclose.
fn answers<'a>(view: &View<'a>) -> Vec<Draft<'a>> {
    let paragraphs = view.tagged.paragraphs();
    let asks = |paragraph: &&Paragraph| is_bold(view, &paragraph.tokens);
    if paragraphs.iter().filter(asks).count() < 2 {
        return Vec::new();
    }
    let from = paragraphs.iter().skip_while(|paragraph| !asks(paragraph));
    let prose = from.filter(|paragraph| paragraph.kind == ParagraphKind::Prose && !asks(paragraph));
    let answer = |paragraph: &Paragraph| {
        let mut draft = Draft::without_cue(trimmed(view, paragraph.tokens.clone()));
        draft.turn = draft::Turn::Answer;
        draft
    };
    prose.map(answer).collect()
}

/// "**Co dalej?**"
fn is_bold(view: &View<'_>, paragraph: &TokenRange) -> bool {
    let star = |at: usize| view.key(at) == "*";
    let (first, last) = (paragraph.start, paragraph.end.saturating_sub(1));
    paragraph.len() > 4 && star(first) && star(first + 1) && star(last) && star(last - 1)
}
