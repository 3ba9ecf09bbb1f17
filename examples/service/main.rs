//! The analysis as an HTTP service.
//!
//!     cargo run --release --example service [-- --listen 127.0.0.1:8080]
//!     curl -d '{"text": "W środę minister podpisał umowę.", "published": "2023-09-14"}' localhost:8080/analyze
//!     curl -X POST -T articles.ndjson localhost:8080/batch
//!
//! `POST /analyze` takes `{"text": "…", "published": "2023-09-14"}` and gives the analysis. `POST /batch` takes and
//! gives NDJSON like the `batch` example, both ways at once: read while you write. `GET /health` says how busy it is.
//! Whatever goes wrong is answered with `{"error": {"kind": "…", "message": "…"}}`.
//!
//! Beyond `--requests` at a time the answer is 503 with `Retry-After: 1`, at once and before the body is read: nothing
//! waits in a queue. It is not 429, which tells one client that it asks too often; the service counts requests and not
//! clients, so only its own load can be the reason, and another instance behind the same balancer may be free.
//!
//! SIGTERM or ctrl-c: no new connections, requests in flight are finished, then exit status 0; 1 when some were still
//! open after the grace period.

use std::net::SocketAddr;
use std::num::NonZero;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use anyhow::Context;
use clap::Parser;
use depesza::Analyzer;
use tokio::net::TcpListener;

mod http;
#[path = "../support/stderr.rs"]
mod stderr;

use http::{Limits, Service};
use stderr::say;

/// Serve the analysis of Polish news articles over HTTP.
#[derive(Parser)]
struct Options {
    /// Address and port; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Analyses at a time; 0 means one per core.
    #[arg(long, default_value_t = 0)]
    workers: usize,
    /// Requests at a time; further ones are answered with 503.
    #[arg(long, default_value_t = 64)]
    requests: usize,
    /// Longest body of /analyze and longest line of /batch, in bytes.
    #[arg(long, value_name = "BYTES", default_value_t = 1 << 20)]
    max_body: usize,
    /// Seconds that requests in flight are given after SIGTERM.
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    grace: u64,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            say(format_args!("error: the grace period is over and requests were still open"));
            ExitCode::FAILURE
        }
        Err(error) => {
            say(format_args!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

async fn run(options: Options) -> anyhow::Result<bool> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let limits = Limits {
        body: options.max_body,
        requests: options.requests,
        workers: if options.workers == 0 { cores } else { options.workers },
        grace: Duration::from_secs(options.grace),
        ..Limits::default()
    };
    let stop = stop_signal().context("signals")?;
    let listener = TcpListener::bind(options.listen).await.with_context(|| options.listen.to_string())?;
    say(format_args!("listening on http://{}", listener.local_addr()?));
    Ok(http::serve(listener, Service::new(Analyzer::new(), limits), stop).await)
}

/// Ends at ctrl-c, or when a supervisor asks the process to stop.
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    Ok(async move {
        #[cfg(unix)]
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
        #[cfg(not(unix))]
        let _ = tokio::signal::ctrl_c().await;
        say(format_args!("stopping"));
    })
}
