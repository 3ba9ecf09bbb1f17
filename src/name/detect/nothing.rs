//! Words with a capital that name nothing of ours: shouted words, labels, abbreviations, feasts, what a number counts.

use crate::morph::{Class, NameClass, Reading, Shape, Tag};
use crate::name::base::cases;
use crate::name::cue;
use crate::name::lists::{ACRONYMS, Cue, FEASTS, PORTFOLIOS, ROLES};
use crate::name::phrase::{self, Phrase};
use crate::name::sort::Sort;
use crate::name::words::{Traits, Words};
use crate::text::is_hyphen;

/// What the noun of an office has behind it, all with capitals: "Rzecznik Praw Obywatelskich", "Główny Inspektor Sanitarny".
pub(super) fn is_office(words: &Words<'_>, index: usize) -> bool {
    let title = index.checked_sub(1).filter(|title| words.has(*title, Traits::ROLE));
    title.is_some_and(|title| {
        words.together(title, index) && (is_portfolio(words, index) || is_field(words, title, index))
    })
}

/// "Zarząd Krajowej Spółki Cukrowej", but "Zarząd Transportu Miejskiego": what runs a company whose own name follows is a part of
/// it, and has its capital from the start of the sentence.
pub(super) fn is_organ(words: &Words<'_>, index: usize) -> bool {
    let is_company = |name: Phrase<'_>| name.tokens.clone().any(|token| words.is_a(token, Sort::Company));
    words.has(index, Traits::START)
        && Sort::Organ.has(words.key(index))
        && words.before_capital(index)
        && phrase::at(words, index + 1).is_some_and(is_company)
}

/// What an ombudsman or a minister is of: "Rzecznik Praw Obywatelskich", "Minister Spraw Zagranicznych".
fn is_portfolio(words: &Words<'_>, index: usize) -> bool {
    let listed = |reading: Reading<'_>| {
        reading.name == NameClass::Common && reading.tag.has(Tag::GEN) && PORTFOLIOS.contains(reading.lemma)
    };
    words.key(index) == "praw" || words.known_readings(index).any(listed)
}

/// An adjective that says what an office is in charge of or how high it is: "Inspektor Sanitarny", but "Prezes Krajowej Izby".
fn is_field(words: &Words<'_>, title: usize, index: usize) -> bool {
    let fits = |reading: Reading<'_>| {
        let mut nouns = words.known_readings(title).filter(|noun| ROLES.contains(noun.lemma));
        reading.tag.class() == Class::Adj
            && Sort::Rank.has(reading.lemma)
            && nouns.any(|noun| noun.tag.agrees(reading.tag))
    };
    words.shape(title) == Shape::Title
        && !words.has(index + 1, Traits::INSTITUTION)
        && words.known_readings(index).any(fits)
}

/// A common word in a line of capitals: "ROZMOWY O SZKOLE".
pub(super) fn is_shouted(words: &Words<'_>, index: usize) -> bool {
    let upper = |index: usize| words.shape(index) == Shape::Upper && words.text(index).chars().count() > 2;
    let after = || upper(index + 1) && words.together(index, index + 1);
    if words.is_letter(index) {
        return after();
    }
    let single = |index: usize| words.is_letter(index) && words.has(index, Traits::CAPITAL);
    let beside =
        || after() || single(index + 1) || index.checked_sub(1).is_some_and(|x| upper(x) || single(x));
    words.shape(index) == Shape::Upper
        && words.text(index).chars().count() > 3
        && beside()
        && !words.has(index, Traits::GIVEN | Traits::INSTITUTION)
        && words.known_readings(index).any(|reading| reading.lemma.starts_with(char::is_lowercase))
}

/// A small word in a line of capitals: "RELACJA NA ŻYWO", "ZOBACZ TEŻ". The acronyms that are written like one ("PO") are names.
pub(super) fn is_small_shouted(words: &Words<'_>, index: usize) -> bool {
    let upper = |index: usize| {
        words.shape(index) == Shape::Upper || words.is_letter(index) && words.has(index, Traits::CAPITAL)
    };
    let is_small = |reading: Reading<'_>| {
        matches!(
            reading.tag.class(),
            Class::Prep
                | Class::Conj
                | Class::Comp
                | Class::Part
                | Class::Adv
                | Class::Ppron12
                | Class::Ppron3
                | Class::Siebie
        )
    };
    words.shape(index) == Shape::Upper
        && !ACRONYMS.contains(words.text(index))
        && (upper(index + 1) || index.checked_sub(1).is_some_and(upper))
        && words.known_readings(index).any(is_small)
}

/// An abbreviation with its point: "Prof.", "Fot.", "Ul.". A single letter is an initial.
pub(super) fn is_abbreviation(words: &Words<'_>, index: usize) -> bool {
    let short = || words.readings(index).any(|reading| reading.tag.class() == Class::Brev);
    words.is_point(index + 1)
        && words.text(index).chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
        && (words.has(index, Traits::TITLE) || !words.has(index, Traits::NAME) && short())
}

/// "Fot: Jan Nowak", "wydatki na B+R", "grupa „O”", "serwis.pl/dział": a label, a letter of a sum or between marks, an address
/// with its path.
pub(super) fn is_sign(words: &Words<'_>, index: usize) -> bool {
    let plus = |at: usize| words.shape(at) == Shape::Other && words.is(at, "+");
    match words.text(index) {
        "Fot" | "Foto" => words.is(index + 1, ":"),
        "B" => plus(index + 1),
        "R" => index > 0 && plus(index - 1),
        _ if words.is_letter(index) => {
            index > 0 && words.opens_title(index - 1) && words.closes_title(index + 1)
        }
        text => words.shape(index) == Shape::Mixed && text.contains('/') && text.contains('.'),
    }
}

/// "P.o. dyrektora": a letter with a capital before a small one, which a point joins to it.
pub(super) fn is_shortened_word(words: &Words<'_>, index: usize) -> bool {
    let tight = || words.tagged.get(index + 1).is_some_and(|point| !point.space_after());
    words.is_letter(index) && words.is_point(index + 1) && tight() && words.shape(index + 2) == Shape::Lower
}

/// "Samorządowczyni": a woman's calling that the dictionary lacks, with the capital of its sentence.
pub(super) fn is_calling(words: &Words<'_>, index: usize) -> bool {
    let woman = || ["czyni", "lożka", "gożka"].iter().any(|ending| words.text(index).ends_with(ending));
    // "Peronista Axel Kicillof"
    let believer = || {
        ["ista", "istka", "ysta", "ystka"].iter().any(|ending| words.text(index).ends_with(ending))
            && words.before_capital(index)
            && words.has(index + 1, Traits::GIVEN)
    };
    words.has(index, Traits::UNKNOWN) && words.has(index, Traits::START) && (woman() || believer())
}

/// "Główny Inspektor", "Naczelny Dyrektor": an adjective before the noun of one who holds an office, both with capitals.
pub(super) fn begins_office(words: &Words<'_>, index: usize) -> bool {
    let next = index + 1;
    let agrees = |adjective: Reading<'_>| {
        adjective.tag.class() == Class::Adj
            && words.known_readings(next).any(|noun| {
                ROLES.contains(noun.lemma) && noun.tag.has(Tag::SG) && noun.tag.agrees(adjective.tag)
            })
    };
    words.has(index, Traits::ADJECTIVE)
        && !words.has(index, Traits::NAME)
        && words.before_capital(index)
        && words.has(next, Traits::ROLE)
        && !words.has(next, Traits::NAME | Traits::INSTITUTION)
        && words.known_readings(index).any(agrees)
}

/// "Włoch dodał", "ocenił Czech": one of a nation, whose form is that of the country in the genitive too.
pub(super) fn is_compatriot(words: &Words<'_>, index: usize) -> bool {
    let one = |reading: Reading<'_>| {
        reading.is_common_with_capital()
            && [Tag::M1, Tag::SG, Tag::NOM].iter().all(|value| reading.tag.has(*value))
    };
    let country = |reading: Reading<'_>| reading.name == NameClass::Place && reading.tag.has(Tag::NOM);
    let told = || words.before(index).is_some_and(|before| words.has(before, Traits::SPEECH));
    words.has(index, Traits::COUNTRY)
        && words.has(index, Traits::NATION)
        && (words.has(index, Traits::START) || told())
        && words.known_readings(index).any(one)
        && !words.known_readings(index).any(country)
}

/// "Biało-Czerwoni": colours that a team is called by.
pub(super) fn is_colours(words: &Words<'_>, index: usize) -> bool {
    let second = index + 2;
    let joined = |reading: Reading<'_>| reading.tag.class() == Class::Adja;
    let many = |reading: Reading<'_>| reading.tag.class() == Class::Adj && reading.tag.has(Tag::PL);
    words.is_joint(index + 1)
        && words.has(second, Traits::ADJECTIVE)
        && !words.has(second + 1, Traits::CAPITAL)
        && words.known_readings(index).any(joined)
        && words.known_readings(second).any(many)
}

/// "1520 MW", "737 MAX": letters behind a number that is no year are a measure or a type.
pub(super) fn is_measure(words: &Words<'_>, index: usize) -> bool {
    let number = |before: &usize| {
        let text = words.text(*before);
        let year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
        text.starts_with(|c: char| c.is_ascii_digit()) && !year
    };
    words.shape(index) == Shape::Upper && words.before(index).is_some_and(|before| number(&before))
}

/// A road or a row of Roman numerals: "S7", "DK91", "w I-III kwartale".
pub(super) fn is_numbered(words: &Words<'_>, index: usize) -> bool {
    let text = words.text(index);
    if text.ends_with(|c: char| c.is_ascii_digit()) {
        let road = ["DK", "DW", "A", "S", "E"].iter().find_map(|road| text.strip_prefix(road));
        return road
            .is_some_and(|digits| digits.len() < 4 && digits.bytes().all(|byte| byte.is_ascii_digit()));
    }
    let numeral = |c: char| "IVX".contains(c) || is_hyphen(c);
    words.shape(index) == Shape::Upper && text.contains(is_hyphen) && text.chars().all(numeral)
}

/// A letter that tells which one of several is meant: "plan B", "grupa F", "punkt G". That of a title is its name: "serwis X".
pub(super) fn is_label(words: &Words<'_>, index: usize) -> bool {
    let goes_on = |at: usize| words.has(at, Traits::CAPITAL) && !words.has(at, Traits::START);
    let is_initial = || words.is_point(index + 1) && goes_on(index + 2);
    if !words.is_letter(index) || is_initial() {
        return false;
    }
    let Some(noun) = words.before(index) else { return false };
    // "5 st. C"
    if words.is_point(noun) && noun.checked_sub(1).is_some_and(|degrees| words.key(degrees) == "st") {
        return true;
    }
    let next_capital = words.before_capital(index);
    let titled = cue::before(words, index).is_some_and(|cue| matches!(cue, Cue::Title | Cue::Press));
    let is_small = words.shape(noun) == Shape::Lower || words.has(noun, Traits::START);
    let told = is_small && words.known_readings(noun).any(Reading::is_common_noun);
    told && !next_capital && !titled
}

/// "S. Anna Nowak" where a sentence begins: a nun's title before a full name rather than an initial.
pub(super) fn is_sister(words: &Words<'_>, index: usize) -> bool {
    let given = index + 2;
    words.is(index, "S")
        && words.has(index, Traits::START)
        && words.is_point(index + 1)
        && words.has(given, Traits::GIVEN)
        && words.before_capital(given)
        && cases::name_agreement(words, given).common(Tag::GENDERS, Tag::GENDERS).has(Tag::F)
}

/// "o. Jan Nowak OP", "ks. Adam Lis SJ": the letters of an order right behind the name of one who bears a title of the Church.
pub(super) fn is_order(words: &Words<'_>, index: usize) -> bool {
    let letters = words.text(index).chars().take_while(|c| c.is_uppercase()).count();
    if letters < 2 || words.text(index).len() > ORDER {
        return false;
    }
    let surname = Traits::SURNAME | Traits::UNKNOWN | Traits::GIVEN;
    let Some(last) = words.before(index).filter(|last| words.has(*last, surname)) else { return false };
    let name = (last.saturating_sub(NAME)..=last).rev().take_while(|word| words.has(*word, Traits::CAPITAL));
    let point = name.last().and_then(|first| words.before(first)).filter(|point| words.is_point(*point));
    let title = point.and_then(|point| words.before(point));
    title.is_some_and(|title| words.has(title, Traits::TITLE) && Sort::Clerical.has(words.key(title)))
}

/// Words of a name behind its first, at most.
const NAME: usize = 3;
/// Bytes that the letters of an order have, at most: `OFMConv`.
const ORDER: usize = 7;

/// A word of the name of a feast: "Boże Ciało", "Wielkanoc", "Dzień Kobiet".
pub(super) fn is_feast(words: &Words<'_>, index: usize) -> bool {
    if !words.has(index, Traits::FEAST) && !words.has(index.saturating_sub(1), Traits::FEAST) {
        return false;
    }
    // Readings of one lemma come together.
    let lemmas = |index: usize| {
        let mut last = "";
        let all = words.known_readings(index).map(|reading| reading.lemma);
        all.filter(move |lemma| std::mem::replace(&mut last, lemma) != *lemma)
    };
    let is_one_of = |index: usize, wanted: &[&str]| lemmas(index).any(|lemma| wanted.contains(&lemma));
    let pair = |first: usize| {
        words.has(first, Traits::FEAST)
            && words.has(first + 1, Traits::COMMON)
            && words.together(first, first + 1)
            && lemmas(first)
                .filter_map(|lemma| FEASTS.get(lemma))
                .any(|seconds| is_one_of(first + 1, seconds))
    };
    let surname = words.has(index, Traits::SURNAME) && !words.has(index + 1, Traits::COMMON);
    let alone = words.has(index, Traits::FEAST)
        && !surname
        && !words.has(index, Traits::ADJECTIVE | Traits::GIVEN)
        && lemmas(index).filter_map(|lemma| FEASTS.get(lemma)).any(|seconds| seconds.contains(&""));
    alone || pair(index) || index.checked_sub(1).is_some_and(pair)
}

/// What a number in the name of a street, a square or a feast counts: "ulica 3 Maja", "Święto 11 Listopada".
pub(super) fn is_counted(words: &Words<'_>, index: usize) -> bool {
    let counts = |before: usize| words.shape(before) == Shape::Other && words.is_figure(before);
    words.before(index).is_some_and(counts)
        && words
            .known_readings(index)
            .any(|reading| reading.is_common_noun() && reading.tag.has(Tag::M3) && reading.tag.has(Tag::GEN))
        && !words.has(index, Traits::INSTITUTION | Traits::FEATURE)
}

/// "Gdyby", "Jeśli" in a heading that runs into the text: a conjunction begins no name, whatever follows; no title does either.
pub(super) fn is_small_word(words: &Words<'_>, index: usize) -> bool {
    words.has(index, Traits::FUNCTION)
        && !words.has(index, Traits::NAME | Traits::PARTICLE)
        && words.shape(index) == Shape::Title
        && !index.checked_sub(1).is_some_and(|mark| words.opens_title(mark))
        && words
            .known_readings(index)
            .all(|reading| matches!(reading.tag.class(), Class::Comp | Class::Conj | Class::Part))
}
