//! All readings of a form: dictionary, rules of writing, guesses, in this order.

pub(super) mod agglutinate;
mod closed;
mod rules;

pub(super) use self::rules::is_time;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::choice::{Follower, Seen, capital_score};
use super::prior::{Written, candidates, weigh};
use super::vocabulary::bundled;
use super::{Class, NameClass, Reading, Shape, Source, Tag};
use crate::lexicon::{Entry, Lexicon};
use crate::text::is_invisible;
use crate::token::TokenKind;

/// One reading of a form, owned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Analysis {
    /// Base form, in its own case.
    pub lemma: String,
    /// SGJP tag; several values of a category may be open.
    pub tag: Tag,
    /// Whether it is a name, and of what.
    pub name: NameClass,
    /// Where the reading comes from.
    pub source: Source,
}

/// The written form without invisible characters, composed, in its own case.
pub(super) fn composed(written: &str) -> std::borrow::Cow<'_, str> {
    if is_nfc_quick(written.chars()) == IsNormalized::Yes && !written.contains(is_invisible) {
        return written.into();
    }
    written.chars().filter(|c| !is_invisible(*c)).nfc().collect::<String>().into()
}

/// How a form is written.
pub(super) fn shape(form: &str) -> Shape {
    let mut letters = form.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Other };
    let (mut upper, mut lower) = (0, 0);
    letters.for_each(|c| if c.is_uppercase() { upper += 1 } else { lower += 1 });
    match (first.is_uppercase(), upper, lower) {
        (false, 0, _) => Shape::Lower,
        (true, 0, _) => Shape::Title,
        (true, _, 0) => Shape::Upper,
        _ => Shape::Mixed,
    }
}

/// Doubt of readings that the dictionary marks as old-fashioned, rare, dialectal or vulgar.
const MARKED: u8 = 75;

/// Guesses that are looked at: the right one is all but always among the first.
const MOST_GUESSES: usize = 12;

/// Receives the readings of one form.
pub(super) struct Sink<'a> {
    lexicon: Option<&'a Lexicon>,
    each: &'a mut dyn FnMut(Reading<'_>),
    lemma: String,
}

impl<'a> Sink<'a> {
    pub(super) fn new(lexicon: Option<&'a Lexicon>, each: &'a mut dyn FnMut(Reading<'_>)) -> Self {
        Self { lexicon, each, lemma: String::new() }
    }

    pub(super) fn push(&mut self, lemma: &str, tag: Tag, name: NameClass, source: Source) {
        self.push_doubtful(lemma, tag, name, source, 0);
    }

    pub(super) fn push_doubtful(
        &mut self,
        lemma: &str,
        tag: Tag,
        name: NameClass,
        source: Source,
        doubt: u8,
    ) {
        (self.each)(Reading { lemma, tag, name, source, doubt });
    }

    /// Readings of the closed classes, where there is no dictionary; whether there were any.
    fn closed(&mut self, key: &str) -> bool {
        let readings = if self.lexicon.is_none() { closed::readings(key) } else { &[] };
        for (lemma, tag) in readings {
            self.push(lemma, *tag, NameClass::Common, Source::Dictionary);
        }
        !readings.is_empty()
    }

    /// Readings that the dictionary lacks; whether there were any.
    fn supplement(&mut self, key: &str, form: &str) -> bool {
        let mut any = false;
        for (lemma, tag) in closed::supplement(key) {
            // "Zjednoczone" in the name of a country
            let fits = match shape(lemma) {
                Shape::Upper => form == *lemma,
                Shape::Title => form.starts_with(char::is_uppercase),
                _ => true,
            };
            if fits {
                self.push(lemma, *tag, NameClass::Common, Source::Dictionary);
                any = true;
            }
        }
        any
    }

    /// Guesses of the dictionary about a form it doesn't hold; each is in doubt by so much `more`.
    fn guesses(&mut self, form: &str, key: &str, more: u8) -> Guessed {
        let mut guessed = Guessed::default();
        for guess in self.lexicon.map(|lexicon| lexicon.guess(form)).into_iter().flatten().take(MOST_GUESSES)
        {
            self.lemma.clear();
            let entry = guess.entry();
            entry.lemma(key, &mut self.lemma);
            guessed.any = true;
            if self.lemma == form && entry.tag().has(Tag::NOM) {
                guessed.upright += guess.weight();
            }
            let unlikely = doubt(guess.weight() * frequency(entry.name()) / case_share(entry.tag()).sqrt());
            (self.each)(Reading {
                lemma: &self.lemma,
                tag: entry.tag(),
                name: entry.name(),
                source: Source::Guess,
                doubt: unlikely.saturating_add(more),
            });
        }
        guessed
    }

    /// What the dictionary has under a key and lets be written like `written`.
    pub(super) fn entries(&self, key: &str, written: &str) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        let written = written.to_owned();
        let entries = self.lexicon.map(|lexicon| lexicon.lookup(key));
        entries.into_iter().flatten().filter(move |entry| entry.fits(&written))
    }

    /// Readings of exactly this form in the dictionary.
    fn dictionary(&mut self, key: &str, written: &str) -> Known {
        let mut known = Known::default();
        for entry in self.lexicon.map(|lexicon| lexicon.lookup(key)).into_iter().flatten() {
            if !entry.fits(written) {
                continue;
            }
            known.any = true;
            known.firm |= !is_rare_cell(&entry);
            self.lemma.clear();
            entry.lemma(key, &mut self.lemma);
            if self.lemma == written && entry.tag().class() == Class::Subst {
                let tag = known.upright.map_or(entry.tag(), |(tag, _)| tag | entry.tag());
                known.upright = Some((tag, entry.name()));
            }
            (self.each)(Reading {
                lemma: &self.lemma,
                tag: entry.tag(),
                name: entry.name(),
                source: Source::Dictionary,
                doubt: if entry.is_marked() { MARKED } else { 0 },
            });
        }
        known
    }

    /// Readings of another form in the dictionary, their lemmas changed by a rule of writing.
    pub(super) fn derived(
        &mut self,
        form: &str,
        lemma: impl Fn(&str) -> String,
        keep: impl Fn(Tag) -> bool,
    ) -> bool {
        let key = form.to_lowercase();
        let mut any = false;
        for entry in self.entries(&key, form).filter(|entry| keep(entry.tag())) {
            any = true;
            self.lemma.clear();
            entry.lemma(&key, &mut self.lemma);
            let lemma = lemma(&self.lemma);
            self.push(&lemma, entry.tag(), entry.name(), Source::Rule);
        }
        any
    }
}

/// How often text has a name of a kind, against a surname: of these the dictionary lists most, and each is seldom met.
fn frequency(name: NameClass) -> f32 {
    match name {
        NameClass::GivenName | NameClass::Place => 2.0,
        _ => 1.0,
    }
}

/// How often text has a noun in the cases of a tag, against the nominative: the estimates that `lexicon/src/guess.rs` builds
/// the guesser with. It counts forms as often as text has them, and the choice in context weighs the cases once more: half of
/// the count is taken back.
fn case_share(tag: Tag) -> f32 {
    const SHARES: &[(Tag, f32)] = &[
        (Tag::NOM, 1.0),
        (Tag::GEN, 0.36),
        (Tag::LOC, 0.15),
        (Tag::INST, 0.13),
        (Tag::ACC, 0.09),
        (Tag::DAT, 0.055),
        (Tag::VOC, 0.004),
    ];
    if tag.has(Tag::CASES) { SHARES.iter().filter(|x| tag.has(x.0)).map(|x| x.1).sum() } else { 1.0 }
}

/// The doubt of a guess by its likelihood.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 200")]
pub(super) fn doubt(likelihood: f32) -> u8 {
    (-25.0 * likelihood.max(1e-3).ln()).clamp(0.0, 200.0) as u8
}

/// What the dictionary guesses about a form.
#[derive(Clone, Copy, Default)]
pub(super) struct Guessed {
    /// Whether it has a guess at all.
    pub(super) any: bool,
    /// How many of the names that end so are base forms: a share from 0 to 1.
    pub(super) upright: f32,
}

/// What the dictionary has of a form.
#[derive(Clone, Copy, Default)]
struct Known {
    any: bool,
    /// Whether some of it is not a name in a form that names hardly have.
    firm: bool,
    /// What its nouns are, all together, that have the form for their lemma.
    upright: Option<(Tag, NameClass)>,
}

/// Whether an entry is a vocative, a depreciative or a plural of a name: `Mario` is hardly Maria, nor `Apple` Appel.
fn is_rare_cell(entry: &Entry<'_>) -> bool {
    let tag = entry.tag();
    let is_plural = entry.name() == NameClass::GivenName && tag.is_plural();
    let is_vocative = tag.has(Tag::VOC) && tag.common(tag, Tag::CASES) == tag.common(Tag::VOC, Tag::CASES);
    entry.name() != NameClass::Common && (tag.class() == Class::Depr || is_plural || is_vocative)
}

/// Gives all readings of a composed form to `sink`; `key` is the form in small letters.
pub(super) fn readings(form: &str, key: &str, kind: TokenKind, sink: &mut Sink<'_>) {
    match kind {
        TokenKind::Word => word(form, key, sink),
        TokenKind::Number => rules::number(form, sink),
        // Unicode counts it among the marks, treebanks do not: "§ 2 ustawy".
        TokenKind::Punctuation if form == "§" => rules::symbol(form, sink),
        TokenKind::Punctuation => sink.push(form, Tag::of(Class::Interp), NameClass::Common, Source::Rule),
        TokenKind::Symbol | TokenKind::Emoji => rules::symbol(form, sink),
        _ => sink.push(form, Tag::of(Class::Ign), NameClass::Common, Source::Rule),
    }
}

fn word(form: &str, key: &str, sink: &mut Sink<'_>) {
    let shape = shape(form);
    let found = sink.dictionary(key, form);
    if let Some((known, name)) = found.upright.filter(|_| matches!(shape, Shape::Upper | Shape::Mixed)) {
        rules::undeclined(form, known, name, sink);
    }
    let mut known = found.any || sink.closed(key);
    known |= sink.supplement(key, form);
    known |= rules::roman(form, sink);
    known |= rules::abbreviated(form, shape, sink);
    known |= rules::first_of_two(key, sink);
    if !known {
        known = rules::apostrophe(form, sink) || rules::hyphenated(form, sink) || rules::prefixed(key, sink);
    }
    if known && found.any && !found.firm {
        rules::unchanged(form, shape, Guessed { any: true, upright: 1.0 }, sink);
    }
    if !known {
        // At the beginning of a sentence a capital is no sign of a name.
        let small = if shape == Shape::Title { sink.guesses(key, key, 45) } else { Guessed::default() };
        let mut guessed = sink.guesses(form, key, 0);
        if !guessed.any {
            guessed.upright = 1.0;
        }
        guessed.any |= small.any;
        rules::unchanged(form, shape, guessed, sink);
    }
}

/// All readings of a form, in no context. Never empty: what nobody knows is guessed.
///
/// ```
/// # #[cfg(feature = "lexicon")] {
/// let readings = depesza::morph::analyses("zamku");
/// assert!(readings.iter().any(|reading| reading.lemma == "zamek"));
/// # }
/// ```
pub fn analyses(form: &str) -> Vec<Analysis> {
    let mut analyses = Vec::new();
    let form = composed(form);
    let kind = crate::token::tokens(&form).next().map_or(TokenKind::Word, |token| token.kind);
    let mut each = |reading: Reading<'_>| {
        analyses.push(Analysis {
            lemma: reading.lemma.to_owned(),
            tag: reading.tag,
            name: reading.name,
            source: reading.source,
        });
    };
    readings(&form, &crate::text::key(&form), kind, &mut Sink::new(bundled().lexicon.as_ref(), &mut each));
    analyses
}

/// The likeliest base form of a form in no context: `Putinem` → Putin, `mam` → mieć. A text's own words are better
/// asked of [`Tagged`](super::Tagged), which sees their neighbours.
///
/// ```
/// # #[cfg(feature = "lexicon")] {
/// assert_eq!(depesza::morph::lemma("prezydentowi"), "prezydent");
/// assert_eq!(depesza::morph::lemma("Kennedy'ego"), "Kennedy");
/// # }
/// ```
pub fn lemma(form: &str) -> String {
    let analyses = analyses(form);
    let readings = analyses.iter().map(|analysis| Reading {
        lemma: &analysis.lemma,
        tag: analysis.tag,
        name: analysis.name,
        source: analysis.source,
        doubt: 0,
    });
    let form = composed(form);
    let key = crate::text::key(&form);
    let shape = shape(&form);
    let seen = Seen {
        shape,
        at: 0,
        initial: false,
        is_inside: false,
        loud: false,
        follower: Follower::Word,
        text: &key,
    };
    let (mut best, mut row) = (i16::MIN, 0);
    let mut n = 0;
    weigh(Written { key: &key, shape }, readings, |tag, prior| {
        candidates(tag, n, prior, |candidate| {
            let score = candidate.score.saturating_add(capital_score(seen, &candidate));
            if score > best {
                (best, row) = (score, n);
            }
        });
        n += 1;
    });
    analyses.into_iter().nth(row.into()).map_or_else(|| form.into_owned(), |analysis| analysis.lemma)
}
