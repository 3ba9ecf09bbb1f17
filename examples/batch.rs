//! Analyses many articles: NDJSON in, NDJSON out, in the same order, with bounded memory.
//!
//!     cargo run --release --example batch [-- --threads N] < articles.ndjson > analyses.ndjson
//!
//! A line in: `{"id": "a1", "text": "…", "published": "2023-09-14"}`. A line out: `{"id": "a1", "analysis": {…}}`, or
//! `{"id": "a1", "error": {"kind": "…", "message": "line 7: …"}}`. A bad line never stops the run.
//!
//! Exit status: 0 when every line was answered, 1 when input or output failed, 2 for wrong options, 141 when the
//! reader of standard output went away (as for any filter in a pipe).

use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, SyncSender, TrySendError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;
use clap::Parser;
use depesza::Analyzer;
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressStyle};
use rayon::ThreadPool;
use rayon::prelude::*;

#[path = "support/ndjson.rs"]
mod ndjson;

use ndjson::{Cutter, Line};

/// Bytes of input per thread that are in memory before they are analysed.
const CHUNK_BYTES: usize = 1 << 19;
const EXIT_CLOSED_PIPE: u8 = 141;

/// Analyse Polish news articles: NDJSON on standard input, NDJSON on standard output.
#[derive(Parser)]
struct Options {
    /// Threads; 0 means one per core.
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// Longest line that is read, in bytes; a longer one gets an error as its answer.
    #[arg(long, value_name = "BYTES", default_value_t = 16 << 20)]
    max_line: usize,
}

/// Lines read together.
#[derive(Default)]
struct Chunk {
    lines: Vec<Line>,
    bytes: usize,
}

#[derive(Default)]
struct Summary {
    lines: usize,
    refused: usize,
    bytes: usize,
}

fn main() -> ExitCode {
    let options = Options::parse();
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed_pipe(&error) => ExitCode::from(EXIT_CLOSED_PIPE),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> anyhow::Result<()> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads).build().context("threads")?;
    let (limit, max_line) = (CHUNK_BYTES * pool.current_num_threads(), options.max_line);
    // One chunk waits while another is analysed: reading overlaps with work, and memory stays bounded.
    let (sender, receiver) = mpsc::sync_channel(1);
    let reader = thread::spawn(move || read(BufReader::new(io::stdin()), &sender, limit, max_line));
    let started = Instant::now();
    let summary = answer_all(&pool, receiver, &mut io::stdout().lock()).context("standard output")?;
    close(&summary, started.elapsed());
    reader.join().map_err(|_| anyhow::anyhow!("the reader stopped"))?.context("standard input")
}

/// Sends the input on in chunks: as soon as nobody has work, or when `limit` bytes have come together.
fn read(
    mut input: BufReader<impl io::Read>,
    sender: &SyncSender<Chunk>,
    limit: usize,
    max_line: usize,
) -> io::Result<()> {
    let (mut chunk, mut cutter) = (Chunk::default(), Cutter::new(max_line));
    while let Some(line) = read_line(&mut input, &mut cutter)? {
        chunk.bytes += match &line {
            Line::Whole(bytes) => bytes.len() + 1,
            Line::TooLong { .. } => 1,
        };
        chunk.lines.push(line);
        let sent = if chunk.bytes >= limit {
            sender.send(chunk).map_err(|_| ())
        } else if input.buffer().is_empty() {
            // The next read may wait for a slow writer: give what there is to whoever is free.
            match sender.try_send(chunk) {
                Err(TrySendError::Full(back)) => {
                    chunk = back;
                    continue;
                }
                other => other.map_err(|_| ()),
            }
        } else {
            continue;
        };
        if sent.is_err() {
            return Ok(()); // Nobody listens: the output failed, and says so itself.
        }
        chunk = Chunk::default();
    }
    // Ditto.
    let _ = sender.send(chunk);
    Ok(())
}

fn read_line(input: &mut impl BufRead, cutter: &mut Cutter) -> io::Result<Option<Line>> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(cutter.finish());
        }
        let (line, rest) = cutter.take(buffer);
        let used = buffer.len() - rest.len();
        input.consume(used);
        if line.is_some() {
            return Ok(line);
        }
    }
}

fn answer_all(pool: &ThreadPool, chunks: Receiver<Chunk>, out: &mut impl Write) -> io::Result<Summary> {
    let (analyzer, mut summary) = (Analyzer::new(), Summary::default());
    let progress = progress_bar();
    for chunk in chunks {
        let first = summary.lines + 1;
        let answer = |(k, line)| ndjson::answer(&analyzer, first + k, line);
        let answers: Vec<_> = pool.install(|| chunk.lines.par_iter().enumerate().map(answer).collect());
        for (bytes, analysed) in &answers {
            out.write_all(bytes)?;
            summary.refused += usize::from(!analysed);
        }
        out.flush()?;
        summary.lines += answers.len();
        summary.bytes += chunk.bytes;
        progress.set_position(summary.lines as u64);
    }
    progress.finish_and_clear();
    Ok(summary)
}

/// A spinner with counts; hidden when standard error is no terminal.
fn progress_bar() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{spinner} {human_pos} articles  {per_sec}  {elapsed}");
    let bar = ProgressBar::new_spinner().with_style(style.expect("the template is well formed"));
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

fn close(summary: &Summary, elapsed: Duration) {
    let bytes = summary.bytes as u64;
    let rate = bytes * 1000 / u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX).max(1);
    eprintln!(
        "{} lines ({} refused), {} in {:.2} s, {}/s",
        HumanCount(summary.lines as u64),
        summary.refused,
        HumanBytes(bytes),
        elapsed.as_secs_f64(),
        HumanBytes(rate),
    );
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kinds = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    kinds.into_iter().any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
