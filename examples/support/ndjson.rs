//! Lines of NDJSON: a request in, an answer out.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead};

use depesza::analysis::Document;
use depesza::calendar::PartialDate;
use depesza::{Analyzer, Article};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A line of the input.
pub(crate) enum Line {
    /// As it stands, without its line break.
    Whole(Vec<u8>),
    /// Over the limit; its bytes are thrown away.
    TooLong { len: usize, limit: usize },
}

/// The next line, never holding more than `limit` bytes of it; `None` at the end.
pub(crate) fn read_line(input: &mut impl BufRead, limit: usize) -> io::Result<Option<Line>> {
    let (mut line, mut len) = (Vec::new(), 0);
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let part = &buffer[..end.unwrap_or(buffer.len())];
        let at_end = buffer.is_empty();
        len += part.len();
        if len <= limit {
            line.extend_from_slice(part);
        } else {
            line = Vec::new();
        }
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() || (at_end && len > 0) {
            let whole = len <= limit;
            return Ok(Some(if whole { Line::Whole(line) } else { Line::TooLong { len, limit } }));
        }
        if at_end {
            return Ok(None);
        }
    }
}

/// A request as it is written.
#[derive(Deserialize)]
struct Request<'a> {
    #[serde(default)]
    id: Value,
    #[serde(borrow)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow)]
    published: Option<Cow<'a, str>>,
}

/// The answer to a line.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    #[serde(flatten)]
    outcome: Outcome<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Outcome<'a> {
    Analysis(Document<'a>),
    Error { kind: ErrorKind, message: String },
}

/// Why a line has no analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ErrorKind {
    /// The line is not UTF-8.
    InvalidUtf8,
    /// The line is not JSON.
    InvalidJson,
    /// The line is JSON but no object with the fields of a request.
    InvalidRequest,
    /// There is no text.
    MissingText,
    /// `published` is no date.
    InvalidDate,
    /// The line is over the limit.
    LineTooLong,
    /// The text is over the limit.
    TextTooLong,
}

/// What went wrong with a line, and what its sender can do.
struct Refusal {
    kind: ErrorKind,
    reason: String,
}

impl Refusal {
    fn new(kind: ErrorKind, reason: impl fmt::Display) -> Self {
        Self { kind, reason: reason.to_string() }
    }
}

/// The answer to line `number` with its line break, and whether it is an analysis.
pub(crate) fn answer(analyzer: &Analyzer, number: usize, line: &Line) -> (Vec<u8>, bool) {
    let mut id = Value::Null;
    let outcome = parse(line, &mut id).and_then(|article| {
        let analysis = analyzer.analyze(&article).map_err(|error| {
            Refusal::new(ErrorKind::TextTooLong, format!("{error}; split the text or raise the limit"))
        })?;
        Ok(write(&Answer { id: &id, outcome: Outcome::Analysis(analysis.document(&article)) }))
    });
    match outcome {
        Ok(bytes) => (bytes, true),
        Err(Refusal { kind, reason }) => {
            let message = format!("line {number}: {reason}");
            (write(&Answer { id: &id, outcome: Outcome::Error { kind, message } }), false)
        }
    }
}

fn write(answer: &Answer<'_>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(1024);
    serde_json::to_writer(&mut bytes, answer).expect("an answer has string keys and is written to memory");
    bytes.push(b'\n');
    bytes
}

/// The article of a request; its id is kept as soon as it is known.
fn parse(line: &Line, id: &mut Value) -> Result<Article, Refusal> {
    let bytes = match line {
        Line::Whole(bytes) => bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes),
        Line::TooLong { len, limit } => {
            let reason =
                format!("{len} bytes are over the limit of {limit}; split the article or raise --max-line");
            return Err(Refusal::new(ErrorKind::LineTooLong, reason));
        }
    };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let reason =
            format!("not UTF-8 at byte {} of the line; write the file as UTF-8", error.valid_up_to());
        Refusal::new(ErrorKind::InvalidUtf8, reason)
    })?;
    let request = serde_json::from_str::<Request>(text).map_err(|error| refusal(text, &error, id))?;
    *id = request.id;
    let text = request.text.ok_or_else(|| {
        Refusal::new(ErrorKind::MissingText, "no \"text\"; give the article as {\"id\": …, \"text\": …}")
    })?;
    let published = request.published.map(|date| date.parse::<PartialDate>()).transpose();
    let published =
        published.map_err(|error| Refusal::new(ErrorKind::InvalidDate, format!("\"published\": {error}")))?;
    let article = Article::parse(text);
    Ok(match published {
        Some(date) => article.published_on(date),
        None => article,
    })
}

/// Why a line is no request; keeps its id when the line is an object that has one.
fn refusal(text: &str, error: &serde_json::Error, id: &mut Value) -> Refusal {
    if error.is_data() {
        if let Ok(Value::Object(mut object)) = serde_json::from_str(text) {
            *id = object.remove("id").unwrap_or_default();
        }
        return Refusal::new(
            ErrorKind::InvalidRequest,
            format!("{error}; \"text\" and \"published\" are strings"),
        );
    }
    Refusal::new(ErrorKind::InvalidJson, format!("{error}; write one JSON object on a line"))
}
