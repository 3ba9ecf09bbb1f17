//! Takes connections, and lets them end when the service stops.
//!
//! hyper is driven by hand instead of through `axum::serve`, which sets no time limit for heads and writes, drops clients
//! that close their sending side early, and waits for requests in flight without end.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;

use super::{Service, router};

/// Bytes read at a time: an analysis is many times longer than its article, so a part of a batch is kept small.
const READ_BYTES: usize = 64 << 10;

/// Serves until `stop` ends, then finishes what is in flight; `false` when that took longer than the grace period.
pub(crate) async fn serve(
    listener: TcpListener,
    service: Arc<Service>,
    stop: impl Future<Output = ()>,
) -> bool {
    let limits = service.limits.clone();
    let open = Arc::new(Semaphore::new(limits.connections));
    let service = TowerToHyperService::new(router(service));
    let graceful = GracefulShutdown::new();
    let mut server = http1::Builder::new();
    server
        .timer(TokioTimer::new())
        .header_read_timeout(limits.idle)
        .half_close(true)
        .max_buf_size(READ_BYTES);
    let mut stop = pin!(stop);
    loop {
        let (stream, permit) = tokio::select! {
            accepted = accept(&listener, &open) => accepted,
            () = &mut stop => break,
        };
        let mut stream = TimeoutStream::new(stream);
        // Only writes: hyper and the handlers know what they wait for when they read.
        stream.set_write_timeout(Some(limits.idle));
        let connection = server.serve_connection(TokioIo::new(Box::pin(stream)), service.clone());
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A connection that breaks is its client's affair.
            let _ = connection.await;
            drop(permit);
        });
    }
    drop(listener);
    timeout(limits.grace, graceful.shutdown()).await.is_ok()
}

/// The next connection, when one more may be open.
async fn accept(listener: &TcpListener, open: &Arc<Semaphore>) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    let permit = Arc::clone(open).acquire_owned().await.ok();
    loop {
        if let Ok((stream, _)) = listener.accept().await {
            // An answer is written at once; waiting to fill a packet only delays it.
            let _ = stream.set_nodelay(true);
            return (stream, permit);
        }
        // No file descriptors left, most likely: some will be closed.
        sleep(Duration::from_millis(100)).await;
    }
}
