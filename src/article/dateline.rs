//! Date lines: when an article appeared.

use regex::Captures;

use super::lines::trim;
use super::patterns::{AGENCY, BYLINE, BYLINE_TAIL, DATE_TAIL, DATELINE, captures};
use crate::calendar::PartialDate;
use crate::text::is_dash;

/// A date line at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Bytes of the line that belong to it.
    pub(super) len: usize,
    pub(super) date: PartialDate,
    /// The date of a change, not of publication.
    pub(super) is_update: bool,
    /// Whether a word says what the date is.
    pub(super) is_labelled: bool,
}

/// The date line that `line` begins with. `at_top` says that no prose stands before it: only there does a bare date
/// count, for further down it is a heading or a part of the story.
pub(super) fn dateline(line: &str, at_top: bool) -> Option<Dateline> {
    let Some(found) = captures(&DATELINE, line) else {
        return if at_top { behind_byline(line) } else { None };
    };
    let is_labelled = found.name("label").is_some();
    if !is_labelled && (!at_top || found.name("y4").is_some()) {
        return None;
    }
    dated(line, &found, |rest| begins_text(rest, &found))
}

/// "Ostrołęka, 17 listopada 2026 r. (PAP)": a place, an author or an agency before the date.
fn behind_byline(line: &str) -> Option<Dateline> {
    let byline = BYLINE.find(line)?.end();
    let line = line.get(byline..)?;
    let found = captures(&DATELINE, line).filter(|found| found.name("y4").is_none())?;
    let found = dated(line, &found, begins_release)?;
    let len = line.len() - release(line.get(found.len..)?).len();
    Some(Dateline { len: byline + len, ..found })
}

/// The date line of what was found where `line` begins, unless the line goes on in another way than `begins_story`.
fn dated(line: &str, found: &Captures<'_>, begins_story: impl Fn(&str) -> bool) -> Option<Dateline> {
    let end = found.name("time").or(found.name("date"))?.end();
    let era = line.get(end..)?.trim_start_matches(' ');
    let rest = era.trim_start_matches("r.").trim_start_matches("roku");
    let len = match rest {
        _ if ends_line(rest) => line.len(),
        _ if begins_story(rest) => line.len() - rest.len(),
        _ => return None,
    };
    let (is_update, is_labelled) = (found.name("update").is_some(), found.name("label").is_some());
    Some(Dateline { len, date: value(found)?, is_update, is_labelled })
}

/// Whether nothing of the story follows: nothing at all, or more data about the article.
fn ends_line(rest: &str) -> bool {
    let whole = trim(rest);
    let rest = whole.trim_start_matches(['.', ',', ';', '|', '-', '–', '•', '·', ' ']);
    rest.is_empty() || (rest.len() < 200 && (DATE_TAIL.is_match(rest) || BYLINE_TAIL.is_match(whole)))
}

/// Whether the story itself begins behind the date, and not a sentence that the date is part of.
fn begins_text(rest: &str, found: &Captures<'_>) -> bool {
    let has = |name| found.name(name).is_some();
    let text = rest.trim_start_matches(['.', ',', ';', '|', '-', '–', ' ', '\u{a0}']);
    let capital =
        text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let numeric = has("y1") || has("y2");
    // "12.01.2024, 7:30 | aktualizacja: 12.01.2024"
    let labelled = || captures(&DATELINE, text).is_some_and(|next| next.name("label").is_some());
    has("colon") || (capital && (has("label") || has("time") || numeric)) || labelled()
}

/// "Warszawa, 17 listopada 2026 r. – Spółka ogłosiła": the story of a press release.
fn begins_release(rest: &str) -> bool {
    let text = release(rest);
    text.len() < rest.trim_start().len() && text.starts_with(char::is_uppercase)
}

/// What stands behind the agency and the dash, which is no dialogue dash.
fn release(rest: &str) -> &str {
    let rest = rest.trim_start();
    let behind = AGENCY.find(rest).and_then(|agency| rest.get(agency.end()..));
    behind.unwrap_or(rest).trim_start().trim_start_matches(is_dash).trim_start()
}

fn value(found: &Captures<'_>) -> Option<PartialDate> {
    let number =
        |names: &[&str]| names.iter().find_map(|name| found.name(name)?.as_str().parse::<i16>().ok());
    let small = |names: &[&str]| number(names).and_then(|n| u8::try_from(n).ok());
    let year = number(&["y1", "y2", "y3", "y4"])?;
    let named = (1..=12).find(|month| found.name(&format!("month{month}")).is_some());
    match (named.or(small(&["m1", "m2"])), small(&["d1", "d2", "d3"])) {
        (Some(month), Some(day)) => PartialDate::from_day(year, month, day),
        (Some(month), None) => PartialDate::from_month(year, month),
        _ => PartialDate::from_year(year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(String, &str)> {
        dateline(line, true).map(|found| (found.date.to_string(), line[found.len..].trim()))
    }

    #[test]
    fn date_lines_of_many_pages() {
        for (line, date, rest) in [
            (
                "date 2023-09 Do spotkania może dojść we wtorek.",
                "2023-09",
                "Do spotkania może dojść we wtorek.",
            ),
            ("2023-09-11", "2023-09-11", ""),
            ("2023-09-11T14:05:00+02:00", "2023-09-11", ""),
            ("11.09.2023", "2023-09-11", ""),
            ("11.09.2023, godz. 14.05", "2023-09-11", ""),
            ("11 września 2023, 14:05", "2023-09-11", ""),
            ("Poniedziałek, 11 września 2023 r.", "2023-09-11", ""),
            ("Data publikacji: 2023-09-11", "2023-09-11", ""),
            ("Aktualizacja: 11.09.2023 18:40", "2023-09-11", ""),
            ("Data: 2023", "2023", ""),
            ("wrzesień 2023", "2023-09", ""),
            ("Data 05.04.2018; Autor Jan Nowak; Słowa kluczowe", "2018-04-05", ""),
            ("18.06.2018 Premier o reformie: zdążymy", "2018-06-18", "Premier o reformie: zdążymy"),
            ("Ostrołęka, 17 listopada 2026 r. (PAP)", "2026-11-17", ""),
            ("Jan Kos (IAR), 17.11.2026, 12:30", "2026-11-17", ""),
            ("17 listopada 2026, Nowy Jork", "2026-11-17", ""),
            ("Nysa, dnia 17 listopada 2026 r. – Spółka ogłosiła", "2026-11-17", "Spółka ogłosiła"),
            ("Gdynia, 12.09.2023 (PAP) - Port podał", "2023-09-12", "Port podał"),
            ("14.11.2023, 08:12 (aktualizacja: 14.11.2023, 11:40)", "2023-11-14", ""),
            ("12.11.2024 06:00 • 3 min czytania", "2024-11-12", ""),
            ("Publikacja: 04.07.2023 09:15 Dziewięć premier", "2023-07-04", "Dziewięć premier"),
        ] {
            assert_eq!(read(line), Some((date.to_owned(), rest)), "{line}");
        }
    }

    #[test]
    fn sentences_that_begin_with_a_date_are_none() {
        for line in [
            "12 maja 2022 r. podpisano umowę w Warszawie.",
            "12 maja 2022 Sejm przyjął ustawę.",
            "11.09.2023 doszło do wypadku.",
            "2023 był rokiem suszy.",
            "Londyn 2012",
            "Lotto 17.11.2026",
            "Horoskop 17 listopada 2026",
            "11 listopada 2026 – Święto Niepodległości",
            "Wrocław, 12 maja 2022 r. podpisano umowę.",
            "Polska – Niemcy 1:2, 12 maja 2022",
            "Rok 1989 przyniósł przełom.",
            "30.02.2023",
            "Opublikowano 12 maja 2022 r. raport o stanie dróg.",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
        assert_eq!(dateline("12 maja 2022", false), None);
    }
}
