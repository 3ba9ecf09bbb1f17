//! Lines of NDJSON: a request in, an answer out.

use std::borrow::Cow;
use std::fmt;

use depesza::analysis::Document;
use depesza::calendar::PartialDate;
use depesza::{Analysis, Analyzer, Article};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A line of the input.
pub(crate) enum Line {
    /// As it stands, without its line break.
    Whole(Vec<u8>),
    /// Over the limit; its bytes are thrown away.
    TooLong { len: usize, limit: usize },
}

/// Cuts bytes that arrive in pieces into lines, never holding more than `limit` bytes of a line.
pub(crate) struct Cutter {
    line: Vec<u8>,
    len: usize,
    limit: usize,
}

impl Cutter {
    pub(crate) fn new(limit: usize) -> Self {
        Self { line: Vec::new(), len: 0, limit }
    }

    /// Takes bytes up to the first line break: the line, if it has ended, and the bytes after it.
    pub(crate) fn take<'a>(&mut self, piece: &'a [u8]) -> (Option<Line>, &'a [u8]) {
        let end = piece.iter().position(|byte| *byte == b'\n');
        let part = &piece[..end.unwrap_or(piece.len())];
        self.len += part.len();
        if self.len <= self.limit {
            self.line.extend_from_slice(part);
        } else {
            self.line = Vec::new();
        }
        let line = end.map(|_| self.cut());
        (line, &piece[end.map_or(piece.len(), |end| end + 1)..])
    }

    /// The last line, when the input does not end with a line break.
    pub(crate) fn finish(&mut self) -> Option<Line> {
        (self.len > 0).then(|| self.cut())
    }

    fn cut(&mut self) -> Line {
        let (line, len) = (std::mem::take(&mut self.line), std::mem::take(&mut self.len));
        if len <= self.limit { Line::Whole(line) } else { Line::TooLong { len, limit: self.limit } }
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
pub(crate) struct Refusal {
    pub kind: ErrorKind,
    pub reason: String,
}

impl Refusal {
    fn new(kind: ErrorKind, reason: impl fmt::Display) -> Self {
        Self { kind, reason: reason.to_string() }
    }
}

/// How much of an analysis is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    Everything,
    /// Sentences are spans without tokens, which are by far the most of an analysis.
    WithoutTokens,
}

/// The answer to line `number` with its line break, and whether it is an analysis.
pub(crate) fn answer(analyzer: &Analyzer, number: usize, line: &Line, detail: Detail) -> (Vec<u8>, bool) {
    let mut id = Value::Null;
    let outcome = whole(line).and_then(|bytes| article(bytes, &mut id)).and_then(|article| {
        let analysis = analyze(analyzer, &article)?;
        let mut document = analysis.document(&article);
        if detail == Detail::WithoutTokens {
            document.sentences.iter_mut().for_each(|sentence| sentence.tokens.clear());
        }
        Ok(write(&Answer { id: &id, outcome: Outcome::Analysis(document) }))
    });
    match outcome {
        Ok(bytes) => (bytes, true),
        Err(Refusal { kind, reason }) => {
            let message = format!("line {number}: {reason}");
            (write(&Answer { id: &id, outcome: Outcome::Error { kind, message } }), false)
        }
    }
}

/// A record on a line of its own.
pub(crate) fn write(record: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(1024);
    serde_json::to_writer(&mut bytes, record).expect("a record has string keys and is written to memory");
    bytes.push(b'\n');
    bytes
}

fn whole(line: &Line) -> Result<&[u8], Refusal> {
    match line {
        Line::Whole(bytes) => Ok(bytes),
        Line::TooLong { len, limit } => {
            let reason =
                format!("{len} bytes are over the limit of {limit}; split the article or raise the limit");
            Err(Refusal::new(ErrorKind::LineTooLong, reason))
        }
    }
}

/// The analysis of an article that is not too long.
pub(crate) fn analyze(analyzer: &Analyzer, article: &Article) -> Result<Analysis, Refusal> {
    analyzer.analyze(article).map_err(|error| {
        Refusal::new(ErrorKind::TextTooLong, format!("{error}; split the text or raise the limit"))
    })
}

/// The article of a request; its id is kept as soon as it is known.
pub(crate) fn article(request: &[u8], id: &mut Value) -> Result<Article, Refusal> {
    let bytes = request.strip_prefix(b"\xef\xbb\xbf").unwrap_or(request);
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
    // The line is the only one that its reader knows; which one of the input it is, the answer says.
    let error = error.to_string().replacen(" at line 1 column ", " at column ", 1);
    Refusal::new(ErrorKind::InvalidJson, format!("{error}; write one JSON object on a line"))
}
