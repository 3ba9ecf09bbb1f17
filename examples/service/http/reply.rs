//! Answers that are no analysis.

use std::fmt;

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Value, json};

use super::ndjson::{ErrorKind, Refusal};

pub(super) const JSON: HeaderValue = HeaderValue::from_static("application/json");

pub(super) fn json(status: StatusCode, body: &Value) -> Response {
    (status, [(CONTENT_TYPE, JSON)], Body::from(body.to_string())).into_response()
}

/// Why a request has no analysis.
#[derive(Debug)]
pub(super) struct Failure {
    status: StatusCode,
    error: Value,
}

impl Failure {
    pub(super) fn new(status: StatusCode, kind: impl Serialize, message: &str) -> Self {
        Self { status, error: json!({ "kind": kind, "message": message }) }
    }

    /// The service has more to do than it can.
    pub(super) fn overloaded(message: &str) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "overloaded", message)
    }

    pub(super) fn body_too_large(limit: usize) -> Self {
        let message = format!("the body is over the limit of {limit} bytes; split the article");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", &message)
    }

    pub(super) fn timeout(message: &str) -> Self {
        Self::new(StatusCode::REQUEST_TIMEOUT, "timeout", message)
    }

    pub(super) fn incomplete_body(message: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "incomplete_body", message)
    }

    pub(super) fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "the analysis stopped")
    }

    /// As a line of a batch, where the status has long been sent.
    pub(super) fn into_line(self) -> Vec<u8> {
        format!("{}\n", json!({ "id": null, "error": self.error })).into_bytes()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.error)
    }
}

impl std::error::Error for Failure {}

impl From<Refusal> for Failure {
    fn from(Refusal { kind, reason }: Refusal) -> Self {
        let status = match kind {
            ErrorKind::InvalidUtf8 | ErrorKind::InvalidJson => StatusCode::BAD_REQUEST,
            ErrorKind::LineTooLong | ErrorKind::TextTooLong => StatusCode::PAYLOAD_TOO_LARGE,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self::new(status, kind, &reason)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = json(self.status, &json!({ "error": self.error }));
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}
