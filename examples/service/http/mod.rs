//! The service without its command line: routes, limits, connections.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use depesza::Analyzer;
use serde_json::json;
use tokio::sync::Semaphore;

mod analyze;
mod batch;
mod connections;
mod load;
#[path = "../../support/ndjson.rs"]
pub(crate) mod ndjson;
mod reply;

pub(crate) use connections::serve;
use reply::Failure;

/// What the service takes on. Memory is bounded by `requests` times the answer to the longest body.
#[derive(Clone, Debug)]
pub(crate) struct Limits {
    /// Open connections; further ones wait in the system's backlog.
    pub connections: usize,
    /// Requests that are read, worked on or written at a time; further ones get 503.
    pub requests: usize,
    /// Analyses at a time.
    pub workers: usize,
    /// Longest body of `/analyze` and longest line of `/batch`, in bytes.
    pub body: usize,
    /// For the whole body of `/analyze` to arrive.
    pub upload: Duration,
    /// For a worker to become free.
    pub queue: Duration,
    /// For a head to arrive, for the next part of a batch to arrive, for the client to take a part of an answer.
    pub idle: Duration,
    /// For requests in flight to end after the signal to stop.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            requests: 64,
            workers: 1,
            body: 1 << 20,
            upload: Duration::from_secs(10),
            queue: Duration::from_secs(5),
            idle: Duration::from_secs(30),
            grace: Duration::from_secs(30),
        }
    }
}

/// What all requests share.
pub(crate) struct Service {
    analyzer: Analyzer,
    limits: Limits,
    slots: Arc<Semaphore>,
    workers: Arc<Semaphore>,
}

impl Service {
    pub(crate) fn new(analyzer: Analyzer, limits: Limits) -> Arc<Self> {
        let slots = Arc::new(Semaphore::new(limits.requests));
        let workers = Arc::new(Semaphore::new(limits.workers));
        Arc::new(Self { analyzer, limits, slots, workers })
    }
}

fn router(service: Arc<Service>) -> Router {
    Router::new()
        .route("/analyze", post(analyze::analyze))
        .route("/batch", post(batch::batch))
        .route("/health", get(health))
        .fallback(async || Failure::new(StatusCode::NOT_FOUND, "not_found", "see /analyze, /batch, /health"))
        .method_not_allowed_fallback(async || {
            Failure::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "POST articles, GET /health")
        })
        .layer(DefaultBodyLimit::max(service.limits.body))
        .with_state(service)
}

/// Answers without a slot, so that a full service still shows that it is alive.
async fn health(State(service): State<Arc<Service>>) -> Response {
    let requests = service.limits.requests - service.slots.available_permits();
    reply::json(
        StatusCode::OK,
        &json!({
            "status": "ok",
            "version": env!("CARGO_PKG_VERSION"),
            "requests": requests,
            "limit": service.limits.requests,
        }),
    )
}
