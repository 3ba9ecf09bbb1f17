//! Readings that follow from how a form is written: numbers, Roman numerals, symbols, abbreviations, apostrophes,
//! hyphens and prefixes.

use once_cell::sync::Lazy;

use crate::morph::analysis::{Guessed, Sink, doubt, shape};
use crate::morph::{Class, NameClass, Shape, Source, Tag};
use crate::text::{is_apostrophe, is_hyphen, rows};

const COMMON: NameClass = NameClass::Common;
const RULE: Source = Source::Rule;

/// All cases but the vocative, which neither numbers nor foreign words show.
pub(super) const SIX_CASES: Tag = Tag::CASES.with(Tag::VOC, Tag::of(Class::Ign));

fn noun(number: Tag, cases: Tag, genders: Tag) -> Tag {
    Tag::of(Class::Subst) | number | cases | genders
}

/// `5`, `0,05`, `2019`, also `14-letni` and `6-9-letni`.
pub(super) fn number(form: &str, sink: &mut Sink<'_>) {
    if form.contains(char::is_alphabetic) {
        let tail = form.rsplit(is_hyphen).next().unwrap_or_default();
        if tail.len() < form.len() && (aged(form, tail, sink) || compound(form, tail, sink)) {
            return;
        }
        let tag = noun(Tag::SG, SIX_CASES, Tag::M3);
        return sink.push(form, tag, COMMON, RULE);
    }
    sink.push(form, Tag::of(Class::Dig), COMMON, RULE);
    let one = matches!(form, "1");
    let number = if one { Tag::SG } else { Tag::PL };
    let counted = Tag::of(Class::Num) | number | Tag::GENDERS;
    let small = form.ends_with(['2', '3', '4'])
        && !form.ends_with("12")
        && !form.ends_with("13")
        && !form.ends_with("14");
    if one || (small && !form.contains(',')) {
        sink.push(form, counted | Tag::NOM | Tag::ACC | Tag::CONGR | Tag::NCOL, COMMON, RULE);
    } else {
        sink.push(form, counted | Tag::NOM | Tag::ACC | Tag::REC, COMMON, RULE);
    }
    sink.push(form, counted | Tag::GEN | Tag::DAT | Tag::INST | Tag::LOC | Tag::CONGR, COMMON, RULE);
    let ordinal = Tag::of(Class::Adj) | SIX_CASES | Tag::GENDERS | Tag::POS;
    if form.bytes().all(|b| b.is_ascii_digit()) {
        sink.push(form, ordinal | Tag::SG, COMMON, RULE);
    }
    if form.len() == 2 && form.ends_with('0') {
        // "lata 90.": behind its noun alone, which the rules of neighbours see.
        sink.push_doubtful(form, ordinal | Tag::PL, COMMON, RULE, 60);
    }
    if is_time(form) {
        sink.push(form, ordinal.with(Tag::GENDERS, Tag::F) | Tag::SG, COMMON, RULE);
    }
}

/// `34-latek`, `18-latka`: people by their age have the cases of "nastolatek".
fn aged(form: &str, tail: &str, sink: &mut Sink<'_>) -> bool {
    let Some(head) = form.strip_suffix(tail).filter(|_| tail.starts_with("lat")) else { return false };
    let lemma = |teenager: &str| format!("{head}{}", teenager.trim_start_matches("nasto"));
    // "18-latek" is a man, and hardly ever a number of women.
    let keep = |tag: Tag| tag.class() == Class::Subst && (tag.has(Tag::SG) || tail != "latek");
    sink.derived(&format!("nasto{tail}"), lemma, keep)
}

/// `8.00`, `17:15`: an hour of the day and its minutes.
pub(in crate::morph) fn is_time(form: &str) -> bool {
    let Some((hour, minutes)) = form.split_once(['.', ':']) else { return false };
    let below = |figures: &str, end| figures.parse::<u8>().is_ok_and(|number| number < end);
    hour.len() <= 2 && minutes.len() == 2 && below(hour, 25) && below(minutes, 60)
}

/// `%`, `+`, `€`, an emoji.
pub(super) fn symbol(form: &str, sink: &mut Sink<'_>) {
    match form {
        "%" => sink.push("procent", Tag::of(Class::Brev) | Tag::NPUN, COMMON, RULE),
        "€" => sink.push("euro", Tag::of(Class::Brev) | Tag::NPUN, COMMON, RULE),
        "$" => sink.push("dolar", Tag::of(Class::Brev) | Tag::NPUN, COMMON, RULE),
        "§" => sink.push("paragraf", Tag::of(Class::Brev) | Tag::NPUN, COMMON, RULE),
        "°C" => sink.push("stopień_Celsjusza", Tag::of(Class::Brev) | Tag::NPUN, COMMON, RULE),
        _ => sink.push(form, Tag::of(Class::Sym), COMMON, RULE),
    }
}

/// Whether the letters are a Roman number in its usual form, below 4000.
pub(super) fn is_roman(form: &str) -> bool {
    let mut rest = form;
    for (one, five, ten) in [("M", "", ""), ("C", "D", "M"), ("X", "L", "C"), ("I", "V", "X")] {
        let nine = format!("{one}{ten}");
        let four = format!("{one}{five}");
        if !ten.is_empty() && rest.starts_with(&nine) {
            rest = rest.get(nine.len()..).unwrap_or_default();
        } else if !five.is_empty() && rest.starts_with(&four) {
            rest = rest.get(four.len()..).unwrap_or_default();
        } else {
            if !five.is_empty() {
                rest = rest.strip_prefix(five).unwrap_or(rest);
            }
            for _ in 0..3 {
                rest = rest.strip_prefix(one).unwrap_or(rest);
            }
        }
    }
    rest.is_empty() && !form.is_empty()
}

/// `XIX`, `II`: an ordinal that agrees with its noun, or a bare number.
pub(super) fn roman(form: &str, sink: &mut Sink<'_>) -> bool {
    if !form.starts_with(['I', 'V', 'X', 'L', 'C', 'D', 'M']) || !is_roman(form) {
        return false;
    }
    sink.push(form, Tag::of(Class::Adj) | Tag::SG | SIX_CASES | Tag::GENDERS | Tag::POS, COMMON, RULE);
    sink.push(form, Tag::of(Class::Romandig), COMMON, RULE);
    true
}

/// A single capital is somebody's initial.
pub(super) fn abbreviated(form: &str, shape: Shape, sink: &mut Sink<'_>) -> bool {
    let single =
        form.chars().nth(1).is_none() || matches!(form, "Sz" | "Cz" | "Ch" | "Rz" | "Dz" | "Kr" | "St");
    if shape == Shape::Title && single {
        sink.push(form, Tag::of(Class::Brev) | Tag::PUN, NameClass::GivenName, RULE);
    }
    shape == Shape::Title && single
}

/// `białorusko` of `białorusko-polski`: the dictionary has this form of some adjectives only.
pub(super) fn first_of_two(key: &str, sink: &mut Sink<'_>) -> bool {
    let Some(stem) = key.strip_suffix('o').filter(|stem| stem.len() > 3) else { return false };
    let adjective = |lemma: &String| {
        let mut entries = sink.entries(lemma, lemma);
        let mut base = String::new();
        entries.any(|entry| {
            let fits = entry.tag().class() == Class::Adj && entry.tag().has(Tag::NOM);
            if fits {
                base.clear();
                entry.lemma(lemma, &mut base);
            }
            fits && base == *lemma
        })
    };
    let Some(lemma) = ["i", "y"].map(|ending| format!("{stem}{ending}")).into_iter().find(adjective) else {
        return false;
    };
    sink.push(&lemma, Tag::of(Class::Adja), COMMON, RULE);
    true
}

/// Endings that Polish adds to foreign names behind an apostrophe, and the cases that they stand for.
const APOSTROPHE: &[(&[&str], Tag, Tag)] = &[
    (&["a", "ego"], Tag::SG, Tag::GEN),
    (&["owi", "emu"], Tag::SG, Tag::DAT),
    (&["em", "iem", "ym", "im"], Tag::SG, Tag::INST),
    (&["u", "ie", "ym", "im", "cie"], Tag::SG, Tag::LOC),
    (&["owie", "y", "i"], Tag::PL, Tag::NOM),
    (&["ów", "ch", "ych"], Tag::PL, Tag::GEN),
    (&["om"], Tag::PL, Tag::DAT),
    (&["ami"], Tag::PL, Tag::INST),
    (&["ach"], Tag::PL, Tag::LOC),
];

/// `Kennedy'ego` → Kennedy, `Joyce’a` → Joyce.
pub(super) fn apostrophe(form: &str, sink: &mut Sink<'_>) -> bool {
    let Some((stem, ending)) = form.rsplit_once(is_apostrophe) else { return false };
    if stem.is_empty() {
        return false;
    }
    let mut found = false;
    for (endings, number, case) in APOSTROPHE {
        if endings.contains(&ending) {
            found = true;
            let (gender, name) = name_of(stem);
            sink.push(stem, noun(*number, *case, gender), name, RULE);
            if *case == Tag::GEN && *number == Tag::SG && name != COMMON {
                sink.push(stem, noun(*number, Tag::ACC, Tag::M1), name, RULE);
            }
        }
    }
    if !found && form.starts_with(char::is_uppercase) {
        // O'Neill, d'Estaing
        sink.push(form, noun(Tag::SG, SIX_CASES, Tag::M1 | Tag::F), NameClass::Surname, RULE);
        found = true;
    }
    found
}

fn name_of(stem: &str) -> (Tag, NameClass) {
    match shape(stem) {
        Shape::Title => (Tag::M1, NameClass::Surname),
        Shape::Upper | Shape::Mixed => (Tag::M3, NameClass::Organization),
        _ => (Tag::M3, COMMON),
    }
}

/// Endings that Polish adds to acronyms behind a hyphen.
const ACRONYM: &[(&str, Tag)] = &[
    ("u", Tag::GEN),
    ("u", Tag::LOC),
    ("owi", Tag::DAT),
    ("em", Tag::INST),
    ("ie", Tag::LOC),
    ("a", Tag::GEN),
    ("cie", Tag::LOC),
    ("y", Tag::GEN),
    ("ą", Tag::INST),
    ("ę", Tag::ACC),
    ("i", Tag::GEN),
];

/// `PRL-owski`, `PiS-u`, `Kórniku-Bninie`, `al-Qaidy`, `e-sporcie`, `biało-czerwony`.
pub(super) fn hyphenated(form: &str, sink: &mut Sink<'_>) -> bool {
    let Some(at) = form.rfind(is_hyphen) else { return false };
    let (Some(head), Some(mark), Some(tail)) =
        (form.get(..at), form.get(at..).and_then(|rest| rest.chars().next()), form.get(at..))
    else {
        return false;
    };
    let tail = tail.get(mark.len_utf8()..).unwrap_or_default();
    let acronym = matches!(shape(head), Shape::Upper | Shape::Mixed);
    let mut found = false;
    if acronym && tail.starts_with("owsk") {
        // The pattern of "krakowski" gives the cases of every adjective in -owski.
        let model = format!("krak{tail}");
        let lemma = format!("{head}{mark}owski");
        return sink.derived(&model, |_| lemma.clone(), |tag| tag.class() == Class::Adj);
    }
    if acronym && tail.chars().all(char::is_lowercase) {
        for (_, case) in ACRONYM.iter().filter(|x| x.0 == tail) {
            let gender = if matches!(tail, "y" | "ą" | "ę" | "i") { Tag::F } else { Tag::M3 };
            sink.push(head, noun(Tag::SG, *case, gender), NameClass::Organization, RULE);
            found = true;
        }
    }
    found || compound(form, tail, sink)
}

/// "Według GUS", "o PZPN": acronyms need not inflect; these are the cases that the dictionary does not let them have so. `known`
/// has what it does.
pub(super) fn undeclined(form: &str, known: Tag, name: NameClass, sink: &mut Sink<'_>) {
    let cases = SIX_CASES.with(known.common(known, Tag::CASES), Tag::of(Class::Ign));
    if cases.has(Tag::CASES) && !form.contains(char::is_numeric) {
        sink.push(form, noun(Tag::SG, cases, known.common(known, Tag::GENDERS)), name, RULE);
    }
}

/// A word whose last part inflects: the part before is taken over, or put into its base form when it inflects too.
fn compound(form: &str, tail: &str, sink: &mut Sink<'_>) -> bool {
    let Some(head) = form.get(..form.len() - tail.len()) else { return false };
    let word = head.trim_end_matches(is_hyphen);
    let mut base = head.to_owned();
    if shape(word) == Shape::Title && shape(tail) == Shape::Title {
        let key = word.to_lowercase();
        let mut place =
            sink.entries(&key, word).filter(|x| x.name() != COMMON && x.tag().class() == Class::Subst);
        if let Some(entry) = place.next() {
            base.clear();
            entry.lemma(&key, &mut base);
            base.push_str(head.get(word.len()..).unwrap_or_default());
        }
    }
    let keep = |tag: Tag| matches!(tag.class(), Class::Subst | Class::Adj);
    sink.derived(tail, |lemma| format!("{base}{lemma}"), keep)
}

/// Prefixes of news Polish, longest first; `nie` stands only before adjectives and participles.
static PREFIXES: Lazy<Vec<&str>> = Lazy::new(|| rows(include_str!("prefixes.txt")).collect());

/// `antyrosyjski`, `superbohater`, `współautor`, `nieuznawany`.
pub(super) fn prefixed(key: &str, sink: &mut Sink<'_>) -> bool {
    PREFIXES.iter().any(|prefix| {
        let Some(rest) = key.strip_prefix(prefix) else { return false };
        if rest.chars().count() < 4 {
            return false;
        }
        let participle = |tag: Tag| matches!(tag.class(), Class::Pact | Class::Ppas | Class::Ger);
        let keep =
            |tag: Tag| matches!(tag.class(), Class::Subst | Class::Adj | Class::Adv) || participle(tag);
        let nominal = *prefix != "nie";
        sink.derived(
            rest,
            |lemma| format!("{prefix}{lemma}"),
            |tag| if nominal { keep(tag) } else { matches!(tag.class(), Class::Adj | Class::Adv) },
        )
    })
}

/// How a name that the dictionary lacks is spelt and ends, as far as that tells whether it is inflected.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    /// As Polish words are not spelt, or as no case of a Polish noun ends: such names often keep their form.
    Foreign,
    /// As cases of Polish nouns end and nominatives hardly ever: "Netanjahu", but also "Rzymu".
    Oblique,
    Native,
}

/// "Nikkei", "Dubai": "alei" and "Korei" end so too, but few names. "Agbegnenou": the case ending -u stands behind consonants.
const FOREIGN_ENDS: [&str; 10] = ["o", "é", "è", "ai", "ei", "oi", "ui", "au", "eu", "ou"];

fn spelling(form: &str) -> Spelling {
    if form.contains(['x', 'q', 'v', 'X', 'Q', 'V']) || FOREIGN_ENDS.iter().any(|end| form.ends_with(end)) {
        Spelling::Foreign
    } else if form.ends_with(['u', 'y', 'i', 'ą', 'ę']) {
        Spelling::Oblique
    } else {
        Spelling::Native
    }
}

/// Foreign names and words: the form itself in every case, the gender by its ending. Guesses of the dictionary are better
/// but where the word is foreign; where base forms do end so ("-hu" and not "-iemu"), a case ending is no sign of a Polish
/// word.
pub(super) fn unchanged(form: &str, shape: Shape, guessed: Guessed, sink: &mut Sink<'_>) {
    let (genders, name) = match shape {
        Shape::Title if form.ends_with('a') => (Tag::F, NameClass::Surname),
        Shape::Title => (Tag::M1 | Tag::F, NameClass::Surname),
        Shape::Upper => (Tag::M3 | Tag::N | Tag::F, NameClass::Organization),
        Shape::Mixed => (Tag::M3, NameClass::OtherName),
        Shape::Lower | Shape::Other => {
            let doubt = if guessed.any { 60 } else { 0 };
            return sink.push_doubtful(form, Tag::of(Class::Ign), COMMON, Source::Guess, doubt);
        }
    };
    // The dictionary lists few foreign names: of those that it lacks, more keep their form than its own say.
    let rare = doubt(guessed.upright.sqrt());
    let (upright, oblique) = match spelling(form) {
        _ if !guessed.any || shape != Shape::Title => (0, 0),
        _ if guessed.upright == 0.0 => (100, 120),
        Spelling::Foreign => (15, 25),
        Spelling::Oblique => (rare, rare.saturating_add(20)),
        Spelling::Native => (40, 70),
    };
    let others = SIX_CASES.with(Tag::NOM, Tag::of(Class::Ign));
    sink.push_doubtful(form, noun(Tag::SG, Tag::NOM, genders), name, Source::Guess, upright);
    sink.push_doubtful(form, noun(Tag::SG, others, genders), name, Source::Guess, oblique);
}
