//! The patterns of `layout.txt`, compiled once.

use once_cell::sync::Lazy;
use regex::{Captures, Regex};

static LAYOUT: &str = include_str!("layout.txt");

/// A date line from its first character: label, weekday, date, time.
pub(super) static DATELINE: Lazy<Regex> = Lazy::new(|| {
    let (label, update, weekday) = (any_of("date-label"), any_of("update-label"), any_of("weekday"));
    let months: Vec<_> =
        lines("month").enumerate().map(|(k, month)| format!("(?P<month{}>{month})", k + 1)).collect();
    let months = months.join("|");
    compile(&format!(
        r"^(?:(?P<label>{label}|(?P<update>{update}))(?P<colon> ?:)? ?)?(?:(?:{weekday}),? )?(?P<date>\
(?P<y1>[12][0-9]{{3}})-(?P<m1>[0-9]{{2}})(?:-(?P<d1>[0-9]{{2}}))?\
|(?P<d2>[0-9]{{1,2}})[./-](?P<m2>[0-9]{{1,2}})[./-](?P<y2>[12][0-9]{{3}})\
|(?:(?P<d3>[0-9]{{1,2}})\.? )?(?:{months}) (?P<y3>[12][0-9]{{3}})\
|(?P<y4>[12][0-9]{{3}}))(?: ?r\.| roku)?\
(?P<time>[T ,;|–-]*(?:o )?(?:godz\.|godzina|g\.)? ?[0-9]{{1,2}}[:.][0-9]{{2}}(?::[0-9]{{2}})?(?:Z|[+][0-9:]{{4,5}})?)?(?:[^0-9\w]|$)"
    ))
});

/// What may stand before the date in a line of its own: place or author, agency. Something parts it from the date, for
/// "Lotto 17.11.2026" is a title.
pub(super) static BYLINE: Lazy<Regex> = Lazy::new(|| {
    let agency = any_of("agency");
    compile(&format!(
        r"^(?:autor(?:ka|zy)? ?: )?{NAME}(?: ?\((?-i:{agency})\) ?,? ?| ?[,|/•] ?| dnia )(?:dnia )?"
    ))
});

/// An agency in brackets or slashes where it begins.
pub(super) static AGENCY: Lazy<Regex> =
    Lazy::new(|| compile(&format!(r"^[(/](?-i:{})[)/]", any_of("agency"))));

/// What may stand behind it: agency, place or author.
pub(super) static BYLINE_TAIL: Lazy<Regex> =
    Lazy::new(|| compile(&format!(r"^(?: ?[,|/•]? ?\(?(?-i:{})\)?| ?[,|/•] ?{NAME})$", any_of("agency"))));

/// The name of an author or two, or initials, which are nothing else's.
pub(super) static AUTHOR: Lazy<Regex> = Lazy::new(|| {
    compile(&format!(
        r"^(?:{PERSON}(?:(?:,| i) {PERSON})?(?:, ?(?:opr|oprac)\. ?(?:{PERSON}|(?-i:[\p{{Lu}}\p{{Ll}}]{{2,4}})))?|\(?(?-i:\p{{Ll}}{{2,4}})\)?|(?-i:\p{{Lu}}{{2,3}}))$"
    ))
});

/// The same, or whom to ask: a name with an office.
pub(super) static CONTACT: Lazy<Regex> = Lazy::new(|| compile(&format!(r"^{PERSON}(?: ?,.{{2,80}})?$")));

/// Given names and a surname.
const PERSON: &str = r"(?-i:\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}.-]*){1,2})";

/// One to five words with capitals: `Nowy Jork`, `Jan van Eyck`.
const NAME: &str = r"(?-i:\p{Lu}[\p{L}.-]*(?:[ /](?:(?:i|nad|pod|van|de|von) )?\p{Lu}[\p{L}.-]*){0,4})";

/// Place, day and agency in front of the first sentence or in a line of their own: `Warszawa, 12 marca (PAP) – `.
pub(super) static AGENCY_LINE: Lazy<Regex> = Lazy::new(|| {
    let (agency, place) = (any_of("agency"), r"(?-i:\p{Lu}[\p{L} /-]{1,40})");
    let day = "(?:, ?[0-9]{1,2}[ .][\\p{L}0-9. ]{2,20})?";
    compile(&format!(r"^(?:{place}?{day} ?\((?-i:{agency})\) ?[–—-] |{NAME}{day} ?\((?-i:{agency})\)$)"))
});

/// What may follow a date in its line.
pub(super) static DATE_TAIL: Lazy<Regex> = Lazy::new(|| compile(&format!("^(?:{})", any_of("date-tail"))));

/// An invitation to another article where a line begins, behind an arrow or in brackets.
pub(super) static RELATED_START: Lazy<Regex> = Lazy::new(|| {
    let (related, bare) = (any_of("related"), any_of("related-bare"));
    compile(&format!(r"^(?:[>»›→▶►]+ ?|\[ ?)?(?:(?:{related}) ?(?::|>+|\]|$)|(?P<bare>{bare}) )"))
});

/// The same inside a line: with a colon, and a capital.
pub(super) static RELATED_INSIDE: Lazy<Regex> =
    Lazy::new(|| compile(&format!("(?:{}) ?:", any_of("related"))));

/// The end of a teaser that was cut off.
pub(super) static TEASER_END: Lazy<Regex> = Lazy::new(|| compile(r"(?:\.\.\.|…) ?(?:zobacz|czytaj) więcej"));

/// A credit, where a short line begins.
pub(super) static CREDIT: Lazy<Regex> = Lazy::new(|| compile(&format!("^(?:{})", any_of("credit-start"))));

/// A line of boilerplate.
pub(super) static BOILERPLATE: Lazy<Regex> = Lazy::new(|| {
    let line =
        any_of("boilerplate-line").replace("AGENCY", &any_of("agency")).replace("SHARE", &any_of("share"));
    let line = line.replace("MENU", &any_of("menu")).replace("NAME", NAME);
    compile(&format!("^(?:(?:{})|(?:{line})$)", any_of("boilerplate-start")))
});

/// Agency, initials, source or picture credit where a paragraph ends.
pub(super) static SIGNATURE: Lazy<Regex> = Lazy::new(|| {
    let agency = any_of("agency");
    compile(&format!(
        r"(?:(?P<credit>\((?:[^()]*[^()\w])?(?:fot|foto)[.:][^()]+\))\
|(?P<signature>\((?:(?-i:{agency})|(?-i:\p{{L}}{{2,4}}))(?: ?[,/] ?[\p{{L}}0-9.]{{2,12}})*\)\
|(?-i:{agency})(?: ?[,/] ?\p{{L}}{{2,4}})*\
|źródło ?: ?.+|(?:fot|oprac|opr)\. ?\p{{L}}.+|foto ?: ?.+|(?-i:Opracowała?) (?-i:\p{{Lu}}).+))\.?$"
    ))
});

/// What a pattern captures in a line; most lines do not match, and no room is made for them.
pub(super) fn captures<'t>(pattern: &Regex, line: &'t str) -> Option<Captures<'t>> {
    if pattern.is_match(line) { pattern.captures(line) } else { None }
}

/// The patterns of a section as one alternative.
fn any_of(section: &str) -> String {
    lines(section).collect::<Vec<_>>().join("|")
}

fn lines(section: &str) -> impl Iterator<Item = &'static str> {
    let header = format!("[{section}]");
    let all = LAYOUT.lines().map(str::trim_end).skip_while(move |line| *line != header).skip(1);
    let is_header = |line: &str| line.starts_with('[') && line.ends_with(']');
    all.take_while(move |line| !is_header(line)).filter(|line| !line.is_empty() && !line.starts_with("# "))
}

#[expect(clippy::expect_used, reason = "patterns are constants; a test compiles each")]
fn compile(pattern: &str) -> Regex {
    let pattern = pattern.replace("\\\n", "").replace(" ?", r"\s*").replace(' ', r"\s+");
    let pattern = CLASSES.iter().fold(pattern, |pattern, (class, letters)| pattern.replace(class, letters));
    Regex::new(&format!("(?i){pattern}")).expect("the patterns of layout.txt are well formed")
}

/// Classes of letters as those of Latin scripts alone: the automaton of all letters is a hundred times as large, and repeated
/// ones take a tenth of a second to compile.
static CLASSES: Lazy<[(&str, String); 5]> = Lazy::new(|| {
    let word = latin(char::is_alphabetic) + "0-9_";
    [
        (r"\p{Lu}", format!("[{}]", latin(char::is_uppercase))),
        (r"\p{Ll}", format!("[{}]", latin(char::is_lowercase))),
        (r"\p{L}", format!("[{}]", latin(char::is_alphabetic))),
        (r"\W", format!("[^{word}]")),
        (r"\w", format!("[{word}]")),
    ]
});

/// The Latin letters of a kind, as they stand between brackets.
fn latin(is_one: impl Fn(char) -> bool) -> String {
    let letters: Vec<char> = ('A'..='z').chain('À'..='ɏ').filter(|letter| is_one(*letter)).collect();
    let runs = letters.chunk_by(|one, next| u32::from(*one) + 1 == u32::from(*next));
    runs.filter_map(|run| Some(format!("{}-{}", run.first()?, run.last()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles() {
        let all = [
            &DATELINE,
            &AGENCY,
            &AUTHOR,
            &CONTACT,
            &BYLINE,
            &BYLINE_TAIL,
            &AGENCY_LINE,
            &DATE_TAIL,
            &RELATED_START,
            &RELATED_INSIDE,
            &TEASER_END,
            &CREDIT,
            &BOILERPLATE,
            &SIGNATURE,
        ];
        assert!(all.iter().all(|pattern| !pattern.as_str().is_empty()));
    }

    #[test]
    fn months_are_twelve() {
        assert_eq!(lines("month").count(), 12);
    }
}
