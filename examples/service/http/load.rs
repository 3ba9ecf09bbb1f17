//! Who may come in, and who may compute.

use std::sync::Arc;

use axum::BoxError;
use axum::body::{Body, Bytes};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use depesza::Analyzer;
use futures_util::{Stream, StreamExt};
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::spawn_blocking;

use super::Service;
use super::reply::Failure;

/// A request's right to be in the service, from before its body is read until the last byte of the answer is taken:
/// so long it costs memory. (A layer such as tower's concurrency limit would end with the head of the answer.)
pub(super) struct Slot(#[expect(dead_code, reason = "held, not read")] OwnedSemaphorePermit);

impl FromRequestParts<Arc<Service>> for Slot {
    type Rejection = Failure;

    async fn from_request_parts(_: &mut Parts, service: &Arc<Service>) -> Result<Self, Failure> {
        let slot = Arc::clone(&service.slots).try_acquire_owned();
        slot.map(Self).map_err(|_| Failure::overloaded("as many requests as are allowed are in flight"))
    }
}

impl Slot {
    /// The answer as a body that keeps the slot.
    pub(super) fn hold<S, E>(self, answer: S) -> Body
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        Body::from_stream(answer.map(move |part| {
            let _ = &self;
            part
        }))
    }
}

/// The right to compute.
pub(super) struct Worker(#[expect(dead_code, reason = "held, not read")] OwnedSemaphorePermit);

impl Service {
    /// Waits for a worker. Whoever waits holds a slot, so the queue is bounded.
    pub(super) async fn worker(&self) -> Result<Worker, Failure> {
        Arc::clone(&self.workers).acquire_owned().await.map(Worker).map_err(|_| Failure::internal())
    }

    /// Runs `job` off the async threads. The worker stays taken until the job ends, also when nobody waits for its
    /// result any more.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        worker: Worker,
        job: impl FnOnce(&Analyzer) -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let analyzer = self.analyzer.clone();
        let result = spawn_blocking(move || {
            let _worker = worker;
            job(&analyzer)
        });
        result.await.map_err(|_| Failure::internal())
    }
}
