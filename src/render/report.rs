//! A report for a person at a terminal.

use std::fmt::{self, Write};

use anstyle::{AnsiColor, Color, Style};
use unicode_width::UnicodeWidthStr;

use super::block_name;
use super::speakers::{Speaker, kind_name, speakers};
use crate::analysis::document::{Entity, Quote, Timex};
use crate::analysis::{Analysis, Document};
use crate::article::{Article, BlockKind};
use crate::name::EntityKind;

/// How a report is written.
#[derive(Clone, Copy, Debug)]
#[must_use = "options do nothing until they are given to `report`"]
pub struct ReportOptions {
    width: usize,
    colour: bool,
}

impl Default for ReportOptions {
    /// 100 columns, no colour.
    fn default() -> Self {
        Self { width: 100, colour: false }
    }
}

impl ReportOptions {
    /// Columns of the terminal; fewer than 40 count as 40.
    pub fn width(mut self, columns: usize) -> Self {
        self.width = columns.max(40);
        self
    }

    /// Whether ANSI escape codes colour the report. Ask for them only where they are understood.
    pub fn colour(mut self, colour: bool) -> Self {
        self.colour = colour;
        self
    }
}

/// A report: title and date, quotations by speaker, dates with values, names, blocks. Widths are those of a terminal:
/// wide characters take two columns, combining ones none. Control characters of the article are left out.
///
/// ```
/// use depesza::render::{self, ReportOptions};
/// use depesza::{Analyzer, Article};
///
/// let article = Article::parse("Zima wraca\n\nWójt odwołał w piątek lekcje.");
/// let analysis = Analyzer::new().analyze(&article)?;
/// let report = render::report(&article, &analysis, ReportOptions::default().width(60));
/// assert!(report.starts_with("Zima wraca\n"));
/// # Ok::<(), depesza::Error>(())
/// ```
pub fn report(article: &Article, analysis: &Analysis, options: ReportOptions) -> String {
    let document = analysis.document(article);
    let mut report = Report { out: String::new(), text: article.text(), options };
    let written = report.write(&document);
    debug_assert!(written.is_ok(), "writing to a string does not fail");
    report.out
}

struct Report<'a> {
    out: String,
    text: &'a str,
    options: ReportOptions,
}

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const DATE: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Yellow)));
/// Colours of speakers; the first is for nobody.
const SPEAKERS: [AnsiColor; super::speakers::COLOURS + 1] = [
    AnsiColor::White,
    AnsiColor::Blue,
    AnsiColor::Red,
    AnsiColor::Green,
    AnsiColor::Magenta,
    AnsiColor::Cyan,
    AnsiColor::BrightBlue,
    AnsiColor::BrightGreen,
];

impl Report<'_> {
    fn write(&mut self, document: &Document<'_>) -> fmt::Result {
        self.head(document)?;
        self.quotations(document)?;
        self.dates(&document.dates)?;
        for (title, kind) in [
            ("People", EntityKind::Person),
            ("Organizations", EntityKind::Organization),
            ("Places", EntityKind::Place),
        ] {
            let entities = document.entities.iter().filter(|entity| entity.kind == kind);
            self.names(title, &entities.collect::<Vec<_>>())?;
        }
        self.blocks(document)
    }

    fn head(&mut self, document: &Document<'_>) -> fmt::Result {
        let title = document.blocks.iter().find(|block| block.kind == BlockKind::Title);
        if let Some(title) = title.and_then(|block| block.span.slice(self.text)) {
            for line in wrap(&clean(title), self.options.width) {
                self.styled(BOLD, &line)?;
                self.out.push('\n');
            }
        }
        let published = document
            .published
            .map_or_else(|| "publication date not known".to_owned(), |date| format!("published {date}"));
        let tokens: usize = document.sentences.iter().map(|sentence| sentence.tokens.len()).sum();
        let (sentences, tokens) = (counted(document.sentences.len(), "sentence"), counted(tokens, "token"));
        let counts = format!("{published}, {sentences}, {tokens}");
        self.styled(FAINT, &counts)?;
        self.out.push('\n');
        Ok(())
    }

    fn section(&mut self, title: &str, count: usize) -> fmt::Result {
        self.out.push('\n');
        self.styled(BOLD, title)?;
        self.styled(FAINT, &format!(" {count}"))?;
        self.out.push('\n');
        Ok(())
    }

    fn quotations(&mut self, document: &Document<'_>) -> fmt::Result {
        if document.quotes.is_empty() {
            return Ok(());
        }
        self.section("Quotations", document.quotes.len())?;
        for speaker in speakers(document) {
            self.speaker(&speaker)?;
            for quote in speaker.quotes.iter().filter_map(|number| document.quotes.get(*number)) {
                self.quotation(quote)?;
            }
        }
        Ok(())
    }

    fn speaker(&mut self, speaker: &Speaker<'_>) -> fmt::Result {
        let colour = SPEAKERS.get(speaker.colour).copied().unwrap_or(AnsiColor::White);
        self.out.push_str("  ");
        self.styled(
            BOLD.fg_color(Some(Color::Ansi(colour))),
            &clean(speaker.name.unwrap_or("nobody named")),
        )?;
        self.out.push('\n');
        Ok(())
    }

    fn quotation(&mut self, quote: &Quote<'_>) -> fmt::Result {
        let pieces: Vec<String> =
            quote.content.iter().filter_map(|piece| piece.slice(self.text)).map(clean).collect();
        for (k, line) in wrap(&pieces.join(" […] "), self.options.width - 6).into_iter().enumerate() {
            writeln!(self.out, "{}{line}", if k == 0 { "    · " } else { "      " })?;
        }
        let cue = quote.cue.as_ref().map(|cue| format!(", {}", clean(&cue.lemma))).unwrap_or_default();
        self.out.push_str("      ");
        self.styled(FAINT, &format!("{}{cue}", kind_name(quote.kind)))?;
        self.out.push('\n');
        Ok(())
    }

    fn dates(&mut self, dates: &[Timex<'_>]) -> fmt::Result {
        if dates.is_empty() {
            return Ok(());
        }
        self.section("Dates", dates.len())?;
        let words: Vec<String> =
            dates.iter().map(|date| clean(date.span.slice(self.text).unwrap_or_default())).collect();
        let [words_width, value_width] = [
            column(words.iter().map(String::as_str), self.options.width / 2),
            column(dates.iter().map(|date| &*date.value), self.options.width / 2),
        ];
        for (date, words) in dates.iter().zip(&words) {
            write!(self.out, "  {}  ", padded(words, words_width))?;
            let value = clean(&date.value);
            let bounds = match (date.earliest, date.latest) {
                (Some(first), Some(last)) if first == last => String::new(),
                (Some(first), Some(last)) => format!("  {first} – {last}"),
                (Some(first), None) => format!("  from {first}"),
                (None, Some(last)) => format!("  to {last}"),
                (None, None) => String::new(),
            };
            let value = if bounds.is_empty() { value } else { padded(&value, value_width) };
            self.styled(DATE, &value)?;
            self.styled(FAINT, &bounds)?;
            self.out.push('\n');
        }
        Ok(())
    }

    fn names(&mut self, title: &str, entities: &[&Entity<'_>]) -> fmt::Result {
        if entities.is_empty() {
            return Ok(());
        }
        self.section(title, entities.len())?;
        let width = column(entities.iter().map(|entity| &*entity.name), self.options.width / 2);
        for entity in entities {
            let role = entity.mentions.iter().find_map(|mention| mention.role.as_deref());
            write!(self.out, "  {}", padded(&clean(&entity.name), width))?;
            self.styled(FAINT, &format!("  {:>3}×", entity.mentions.len()))?;
            if let Some(role) = role {
                let room = self.options.width.saturating_sub(width + 12);
                write!(self.out, "  {}", shortened(&clean(role), room))?;
            }
            self.out.push('\n');
        }
        Ok(())
    }

    fn blocks(&mut self, document: &Document<'_>) -> fmt::Result {
        self.section("Blocks", document.blocks.len())?;
        for block in &document.blocks {
            let words = clean(block.span.slice(self.text).unwrap_or_default());
            self.styled(FAINT, &format!("  {:11}  ", block_name(block.kind)))?;
            writeln!(self.out, "{}", shortened(&words, self.options.width - 15))?;
        }
        Ok(())
    }

    fn styled(&mut self, style: Style, words: &str) -> fmt::Result {
        if self.options.colour && !words.is_empty() {
            write!(self.out, "{style}{words}{style:#}")
        } else {
            self.out.write_str(words)
        }
    }
}

/// Words on one line: white space runs as one blank, no control characters.
fn clean(words: &str) -> String {
    let visible = |c: &char| !c.is_control();
    let words = words.split_whitespace().map(|word| word.chars().filter(visible).collect::<String>());
    words.collect::<Vec<_>>().join(" ")
}

/// Lines of at most `width` columns; a longer word stands alone.
fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in words.split(' ') {
        let needed = word.width();
        if used > 0 && used + 1 + needed > width {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
            }
            line.push_str(word);
        }
        used += needed + usize::from(used > 0);
    }
    lines
}

/// A number of things.
fn counted(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// Width of the widest of `words`, at most `limit`.
fn column<'a>(words: impl Iterator<Item = &'a str>, limit: usize) -> usize {
    words.map(UnicodeWidthStr::width).max().unwrap_or(0).min(limit)
}

fn padded(words: &str, width: usize) -> String {
    let words = shortened(words, width);
    let blanks = width.saturating_sub(words.width());
    words + &" ".repeat(blanks)
}

/// The words, cut to `width` columns with an ellipsis.
fn shortened(words: &str, width: usize) -> String {
    if words.width() <= width {
        return words.to_owned();
    }
    let mut short = String::new();
    for c in words.chars() {
        let mut buffer = [0; 4];
        if short.width() + (*c.encode_utf8(&mut buffer)).width() + 1 > width {
            break;
        }
        short.push(c);
    }
    short + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_wide_and_combining_characters() {
        assert_eq!(padded("中文", 6), "中文  ");
        assert_eq!(padded("o\u{301}", 3), "o\u{301}  ");
        assert_eq!(shortened("中文中文", 5), "中文…");
        assert_eq!(wrap("aa bb cc", 5), ["aa bb", "cc"]);
    }

    #[test]
    fn no_line_ends_in_blanks_with_or_without_colour() {
        let article = Article::parse("Jan Lis i wójt Ewa Mazur wyjechali w środę, wrócą w maju.");
        let analysis = crate::Analyzer::new().analyze(&article).unwrap();
        for colour in [false, true] {
            let report = report(&article, &analysis, ReportOptions::default().colour(colour));
            assert_eq!(report.contains('\u{1b}'), colour);
            let plain = report.replace("\u{1b}[0m", "");
            assert!(plain.lines().all(|line| !line.ends_with(' ')), "{plain}");
            assert!(plain.contains(", 1 sentence, 14 tokens"), "{plain}");
        }
    }

    #[test]
    fn escape_codes_of_an_article_do_not_reach_the_terminal() {
        assert_eq!(clean("a\u{1b}[31m\r\n b\u{7}"), "a[31m b");
    }
}
