//! `POST /batch`: NDJSON both ways at once, in order, a part of the body in memory at a time.
//!
//! Answers flow while the body is still being sent, and the body is read no faster than answers are taken. A client
//! that sends everything before it reads anything is held up once the system's buffers are full, and cut off after
//! `Limits::idle`.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use depesza::Analyzer;
use futures_util::{Stream, StreamExt, stream};
use tokio::time::timeout;

use super::Service;
use super::load::Slot;
use super::ndjson::{self, Cutter, Detail, Line};
use super::reply::Failure;

pub(super) async fn batch(State(service): State<Arc<Service>>, slot: Slot, body: Body) -> Response {
    let ahead = service.limits.workers.max(1);
    let answers = parts(Reader::new(body, &service))
        .map(move |part| {
            let service = Arc::clone(&service);
            async move { part.answers(&service).await }
        })
        .buffered(ahead);
    ([(CONTENT_TYPE, "application/x-ndjson")], slot.hold(answers)).into_response()
}

/// The lines that came together, and why no more will come.
#[derive(Default)]
struct Part {
    /// Number of the first line.
    first: usize,
    lines: Vec<Line>,
    failure: Option<Failure>,
}

impl Part {
    /// An error breaks the answer off: lines would be missing from it.
    async fn answers(self, service: &Service) -> Result<Bytes, Failure> {
        let Self { first, lines, failure } = self;
        let worker = service.worker().await?;
        let job = move |analyzer: &Analyzer| {
            let mut answers = Vec::new();
            for (number, line) in (first..).zip(&lines) {
                answers.extend_from_slice(&ndjson::answer(analyzer, number, line, Detail::Everything).0);
            }
            answers
        };
        let mut answers = service.work(worker, job).await?;
        answers.extend(failure.map(Failure::into_line).unwrap_or_default());
        Ok(answers.into())
    }
}

/// Reads a body and cuts it into lines.
struct Reader {
    body: BodyDataStream,
    cutter: Cutter,
    lines: usize,
    idle: Duration,
}

fn parts(reader: Reader) -> impl Stream<Item = Part> {
    stream::unfold(Some(reader), |reader| async {
        let mut reader = reader?;
        let (part, at_end) = reader.next().await;
        Some((part, (!at_end).then_some(reader)))
    })
}

impl Reader {
    fn new(body: Body, service: &Service) -> Self {
        let cutter = Cutter::new(service.limits.body);
        Self { body: body.into_data_stream(), cutter, lines: 0, idle: service.limits.idle }
    }

    /// The next part that has anything in it, and whether it is the last.
    async fn next(&mut self) -> (Part, bool) {
        let mut part = Part { first: self.lines + 1, ..Part::default() };
        while part.lines.is_empty() {
            match timeout(self.idle, self.body.next()).await {
                Ok(Some(Ok(piece))) => part.lines = lines(&mut self.cutter, &piece),
                Ok(None) => {
                    part.lines.extend(self.cutter.finish());
                    return (part, true);
                }
                Ok(Some(Err(error))) => {
                    let message = format!("the body broke off in line {}: {error}", part.first);
                    part.failure = Some(Failure::incomplete_body(&message));
                    return (part, true);
                }
                Err(_) => {
                    let message = format!("line {} did not arrive in time", part.first);
                    part.failure = Some(Failure::timeout(&message));
                    return (part, true);
                }
            }
        }
        self.lines += part.lines.len();
        (part, false)
    }
}

fn lines(cutter: &mut Cutter, mut piece: &[u8]) -> Vec<Line> {
    let mut lines = Vec::new();
    while !piece.is_empty() {
        let line;
        (line, piece) = cutter.take(piece);
        lines.extend(line);
    }
    lines
}
