//! A self-contained page: no script, no outside request, every word of the article escaped by the template engine.

use std::fmt;

use askama::Template;

use crate::analysis::document::Entity;
use crate::analysis::{Analysis, Document};
use crate::article::Article;
use crate::render::speakers::{self, Speaker};
use passages::{Mark, Section};
use timeline::Timeline;

mod passages;
mod timeline;

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    title: &'a str,
    published: Option<String>,
    sections: Vec<Section<'a>>,
    speakers: Vec<SpeakerEntry<'a>>,
    names: Vec<NameGroup<'a>>,
    timeline: Option<Timeline<'a>>,
}

/// A speaker in the list beside the article.
struct SpeakerEntry<'a> {
    name: Option<&'a str>,
    colour: usize,
    quotes: Vec<Quotation<'a>>,
}

/// A quotation in that list.
struct Quotation<'a> {
    number: usize,
    kind: &'static str,
    pieces: Vec<&'a str>,
    cue: Option<&'a str>,
}

/// The names of one kind.
struct NameGroup<'a> {
    label: &'static str,
    class: &'static str,
    names: Vec<Name<'a>>,
}

/// A name in the list beside the article.
struct Name<'a> {
    words: &'a str,
    /// The first role that the article gives to it.
    role: Option<&'a str>,
    /// How often it is mentioned.
    count: usize,
}

/// The article as a page: quotations coloured by speaker, names, dates with their values on hover and in the margin, a
/// list of speakers with their quotations, a timeline of the dates.
///
/// ```
/// use depesza::{Analyzer, Article, render};
///
/// let article = Article::parse("– Zima <wraca> – powiedział wójt Jan Lis.");
/// let analysis = Analyzer::new().analyze(&article)?;
/// let page = render::html(&article, &analysis);
/// assert!(page.starts_with("<!doctype html>") && !page.contains("<wraca>"));
/// # Ok::<(), depesza::Error>(())
/// ```
pub fn html(article: &Article, analysis: &Analysis) -> String {
    let document = analysis.document(article);
    let mut page = String::new();
    let written = write(&mut page, article.text(), &document);
    debug_assert!(written.is_ok(), "writing to a string does not fail");
    page
}

fn write(page: &mut String, text: &str, document: &Document<'_>) -> fmt::Result {
    let speakers = speakers::speakers(document);
    let template = Page {
        title: passages::title(text, document),
        published: document.published.map(|date| date.to_string()),
        sections: passages::sections(text, document, &speakers),
        names: names(document),
        timeline: timeline::timeline(text, document),
        speakers: speakers.iter().map(|speaker| entry(text, document, speaker)).collect(),
    };
    template.render_into(page).map_err(|_| fmt::Error)
}

fn entry<'a>(text: &'a str, document: &'a Document<'_>, speaker: &Speaker<'a>) -> SpeakerEntry<'a> {
    let quotation = |number: &usize| {
        let quote = document.quotes.get(*number)?;
        Some(Quotation {
            number: *number,
            kind: speakers::kind_name(quote.kind),
            pieces: quote.content.iter().filter_map(|piece| piece.slice(text)).collect(),
            cue: quote.cue.as_ref().map(|cue| &*cue.lemma),
        })
    };
    let quotes = speaker.quotes.iter().filter_map(quotation).collect();
    SpeakerEntry { name: speaker.name, colour: speaker.colour, quotes }
}

/// The names of the article by kind.
fn names<'a>(document: &'a Document<'_>) -> Vec<NameGroup<'a>> {
    use crate::name::EntityKind::{Organization, Person, Place};
    let kinds = [
        ("People", "person", Person),
        ("Organizations", "organization", Organization),
        ("Places", "place", Place),
    ];
    let groups = kinds.map(|(label, class, kind)| {
        let entities = document.entities.iter().filter(|entity| entity.kind == kind);
        let name = |entity: &'a Entity<'_>| Name {
            words: &entity.name,
            role: entity.mentions.iter().find_map(|mention| mention.role.as_deref()),
            count: entity.mentions.len(),
        };
        NameGroup { label, class, names: entities.map(name).collect() }
    });
    groups.into_iter().filter(|group| !group.names.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str = r#"</style><script>alert(1)</script>" onmouseover='x' & <img src=x onerror=y>"#;

    /// A page whose every word is hostile: the text, names, roles, cues, values.
    fn hostile_page() -> String {
        let end = HOSTILE.len();
        let document = serde_json::json!({
            "schema": 1,
            "published": "2023-09",
            "blocks": [{"kind": "title", "span": [0, 10]}, {"kind": "paragraph", "span": [10, end]}],
            "sentences": [],
            "entities": [{"id": 0, "kind": "person", "name": HOSTILE, "gender": null, "mentions": [
                {"span": [8, 20], "text": "", "lemma": "", "role": HOSTILE}]}],
            "quotes": [
                {"kind": "direct", "content": [[0, 9], [12, 30]], "cue": {"span": [31, 33], "lemma": HOSTILE},
                 "speaker": {"name": HOSTILE, "entity": 0, "span": null, "resolution": "named", "confidence": 1.0}},
                {"kind": "mixed", "content": [[40, end]], "cue": null, "speaker": null}],
            "dates": [
                {"span": [22, 28], "type": "DATE", "value": HOSTILE, "mod": null, "earliest": "2023-09-01",
                 "latest": "2023-09-30"},
                {"span": [33, 38], "type": "DATE", "value": "2023", "mod": null, "earliest": "2023-01-01",
                 "latest": "2023-12-31"}]
        })
        .to_string();
        let document: Document<'_> = serde_json::from_str(&document).unwrap();
        let mut page = String::new();
        write(&mut page, HOSTILE, &document).unwrap();
        page
    }

    #[test]
    fn every_word_is_escaped() {
        let page = hostile_page();
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("' onmouseover"));
        assert_eq!(page.matches("</style>").count(), 1);
        // Attributes stay closed: no quotation mark of the text is left as it was.
        assert!(!page.contains(r#"" onmouseover"#));
        assert!(page.contains("onmouseover"), "the words are there, as text");
    }

    #[test]
    fn words_are_kept_and_marks_point_to_each_other() {
        let page = hostile_page();
        for anchor in ["quote-0", "quote-1", "date-0", "date-1", "speaker-0", "speaker-1"] {
            assert_eq!(page.matches(&format!("id=\"{anchor}\"")).count(), 1, "{anchor}");
            if !anchor.starts_with("date") {
                assert!(page.contains(&format!("href=\"#{anchor}\"")), "{anchor}");
            }
        }
    }
}
