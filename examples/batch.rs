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
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};
use std::{mem, thread};

use anyhow::Context;
use clap::Parser;
use depesza::Analyzer;
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressStyle};
use rayon::ThreadPool;
use rayon::prelude::*;

#[path = "support/ndjson.rs"]
mod ndjson;
#[path = "support/stderr.rs"]
mod stderr;

use ndjson::{Cutter, Detail, Line};
use stderr::say;

/// Bytes of input per thread that are in memory before they are analysed.
const CHUNK_BYTES: usize = 1 << 17;
const EXIT_CLOSED_PIPE: u8 = 141;
const UNPOISONED: &str = "no thread panics while it holds the inbox";

/// Analyse Polish news articles: NDJSON on standard input, NDJSON on standard output.
#[derive(Parser)]
struct Options {
    /// Threads; 0 means one per core.
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// Longest line that is read, in bytes; a longer one gets an error as its answer.
    #[arg(long, value_name = "BYTES", default_value_t = 16 << 20)]
    max_line: usize,
    /// Leave the tokens of sentences empty; they are by far the most of an analysis.
    #[arg(long)]
    without_tokens: bool,
}

/// Lines answered together.
#[derive(Default)]
struct Chunk {
    lines: Vec<Line>,
    bytes: usize,
}

/// Where lines come together while earlier ones are being answered. Whoever is free takes all there is, so that no line
/// waits for the next one; a full inbox holds up the reader, so that memory stays bounded.
struct Inbox {
    waiting: Mutex<(Chunk, Input)>,
    changed: Condvar,
    limit: usize,
}

#[derive(PartialEq)]
enum Input {
    Open,
    Ended,
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
            say(format_args!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> anyhow::Result<()> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads).build().context("threads")?;
    let inbox = Arc::new(Inbox::new(CHUNK_BYTES * pool.current_num_threads()));
    let reader = thread::spawn({
        let (inbox, max_line) = (Arc::clone(&inbox), options.max_line);
        move || {
            let read = read(BufReader::new(io::stdin()), &inbox, max_line);
            inbox.end();
            read
        }
    });
    let started = Instant::now();
    let detail = if options.without_tokens { Detail::WithoutTokens } else { Detail::Everything };
    let summary = answer_all(&pool, &inbox, detail).context("standard output")?;
    close(&summary, started.elapsed());
    reader.join().map_err(|_| anyhow::anyhow!("the reader stopped"))?.context("standard input")
}

impl Inbox {
    fn new(limit: usize) -> Self {
        Self { waiting: Mutex::new((Chunk::default(), Input::Open)), changed: Condvar::new(), limit }
    }

    /// Adds a line, once there is room.
    fn put(&self, line: Line) {
        let waiting = self.waiting.lock().expect(UNPOISONED);
        let full = |waiting: &mut (Chunk, Input)| waiting.0.bytes >= self.limit;
        let mut waiting = self.changed.wait_while(waiting, full).expect(UNPOISONED);
        waiting.0.bytes += match &line {
            Line::Whole(bytes) => bytes.len() + 1,
            Line::TooLong { .. } => 1,
        };
        waiting.0.lines.push(line);
        self.changed.notify_all();
    }

    fn end(&self) {
        self.waiting.lock().expect(UNPOISONED).1 = Input::Ended;
        self.changed.notify_all();
    }

    /// All lines that wait, once there are any; `None` when no more will come.
    fn take(&self) -> Option<Chunk> {
        let waiting = self.waiting.lock().expect(UNPOISONED);
        let idle = |(chunk, input): &mut (Chunk, Input)| chunk.lines.is_empty() && *input == Input::Open;
        let mut waiting = self.changed.wait_while(waiting, idle).expect(UNPOISONED);
        self.changed.notify_all();
        let chunk = mem::take(&mut waiting.0);
        (!chunk.lines.is_empty()).then_some(chunk)
    }
}

fn read(mut input: impl BufRead, inbox: &Inbox, max_line: usize) -> io::Result<()> {
    let mut cutter = Cutter::new(max_line);
    while let Some(line) = read_line(&mut input, &mut cutter)? {
        inbox.put(line);
    }
    Ok(())
}

fn read_line(input: &mut impl BufRead, cutter: &mut Cutter) -> io::Result<Option<Line>> {
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
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

/// Answers all lines; while the answers to some are written, the next ones are made.
fn answer_all(pool: &ThreadPool, inbox: &Inbox, detail: Detail) -> io::Result<Summary> {
    let (analyzer, mut summary) = (Analyzer::new(), Summary::default());
    let progress = progress_bar();
    // No room in the channel: one chunk of answers is being written, one is being made, and no third is in memory.
    let (answered, answers) = mpsc::sync_channel(0);
    let writer = thread::spawn(move || write(&answers, &mut io::stdout().lock()));
    while let Some(chunk) = inbox.take() {
        let first = summary.lines + 1;
        let answer = |(k, line)| ndjson::answer(&analyzer, first + k, line, detail);
        // Line by line, so that no thread waits at the end of a chunk while another one has several left.
        let lines = chunk.lines.par_iter().enumerate().with_max_len(1);
        let answers: Vec<_> = pool.install(|| lines.map(answer).collect());
        summary.lines += answers.len();
        summary.bytes += chunk.bytes;
        summary.refused += answers.iter().filter(|(_, analysed)| !analysed).count();
        if answered.send(answers).is_err() {
            // Nothing more can be written; the writer says why.
            break;
        }
        progress.set_position(summary.lines as u64);
    }
    drop(answered);
    writer.join().map_err(|_| io::Error::other("the writer stopped"))??;
    progress.finish_and_clear();
    Ok(summary)
}

fn write(answers: &Receiver<Vec<(Vec<u8>, bool)>>, out: &mut impl Write) -> io::Result<()> {
    for answers in answers {
        for (bytes, _) in answers {
            out.write_all(&bytes)?;
        }
        out.flush()?;
    }
    Ok(())
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
    say(format_args!(
        "{} lines ({} refused), {} in {:.2} s, {}/s",
        HumanCount(summary.lines as u64),
        summary.refused,
        HumanBytes(bytes),
        elapsed.as_secs_f64(),
        HumanBytes(rate),
    ));
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kinds = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    kinds.into_iter().any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
