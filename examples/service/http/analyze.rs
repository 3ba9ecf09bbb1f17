//! `POST /analyze`: one article.

use std::sync::Arc;

use axum::body::{Bytes, HttpBody};
use axum::extract::{FromRequest, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use depesza::Analyzer;
use futures_util::stream;
use serde_json::Value;
use tokio::time::timeout;

use super::Service;
use super::load::Slot;
use super::ndjson::{self, Refusal};
use super::reply::{Failure, JSON};

pub(super) async fn analyze(
    State(service): State<Arc<Service>>,
    slot: Slot,
    Upload(body): Upload,
) -> Result<Response, Failure> {
    let worker = timeout(service.limits.queue, service.worker()).await;
    let worker = worker.map_err(|_| Failure::overloaded("no worker became free in time"))??;
    let document = service.work(worker, move |analyzer| document(analyzer, &body)).await??;
    let headers = [(CONTENT_TYPE, JSON), (CONTENT_LENGTH, document.len().into())];
    let answer = stream::iter([Ok::<_, Failure>(Bytes::from(document))]);
    Ok((headers, slot.hold(answer)).into_response())
}

fn document(analyzer: &Analyzer, body: &[u8]) -> Result<Vec<u8>, Refusal> {
    let article = ndjson::article(body, &mut Value::Null)?;
    let analysis = ndjson::analyze(analyzer, &article)?;
    Ok(ndjson::write(&analysis.document(&article)))
}

/// A whole body, in time and within the limit.
pub(super) struct Upload(Bytes);

impl FromRequest<Arc<Service>> for Upload {
    type Rejection = Failure;

    async fn from_request(request: Request, service: &Arc<Service>) -> Result<Self, Failure> {
        let limits = &service.limits;
        // An announced length is refused before the body is sent.
        if request.body().size_hint().lower() > limits.body as u64 {
            return Err(Failure::body_too_large(limits.body));
        }
        let body = timeout(limits.upload, Bytes::from_request(request, service)).await;
        let body = body.map_err(|_| Failure::timeout("the body did not arrive in time"))?;
        body.map(Self).map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Failure::body_too_large(limits.body),
            _ => Failure::incomplete_body(&rejection.body_text()),
        })
    }
}
