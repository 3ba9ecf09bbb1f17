//! Analyses one article: a report for a person, or JSON, CoNLL-U, HTML.
//!
//!     cargo run --release --example analyze -- [--published DATE] [--format text|json|conllu|html] FILE
//!
//! Exit status: 0 when the analysis was written, 2 when it could not be made (one line on standard error says why).

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context, bail};
use clap::{Parser, ValueEnum};
use console::Term;
use depesza::analyzer::DEFAULT_MAX_LEN;
use depesza::calendar::PartialDate;
use depesza::render::ReportOptions;
use depesza::{Analysis, Analyzer, Article, render};

#[path = "support/stderr.rs"]
mod stderr;

use stderr::say;

/// Analyse a Polish news article.
#[derive(Parser)]
struct Options {
    /// Date of publication: 2023-09-14, 2023-09 or 2023; without it a date line in the text counts.
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// UTF-8 text of the article; `-` is standard input.
    file: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Conllu,
    Html,
}

fn main() -> ExitCode {
    let options = match Options::try_parse() {
        Ok(options) => options,
        Err(error) if !error.use_stderr() => error.exit(),
        Err(error) => {
            let message = error.to_string();
            let line = message.lines().next().unwrap_or_default();
            say(format_args!("{line} (see --help)"));
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            say(format_args!("error: {}", format!("{error:#}").replace(['\n', '\r'], " ")));
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> anyhow::Result<()> {
    let published = options.published.as_deref().map(str::parse::<PartialDate>).transpose();
    let published = published.context("--published")?;
    let mut article = Article::parse(read(&options.file)?);
    if let Some(date) = published {
        article = article.published_on(date);
    }
    let analysis = Analyzer::new().analyze(&article)?;
    print(options.format, &article, &analysis)
}

/// The text of a file; of one that is too long, or endless, no more is read than shows that.
fn read(path: &Path) -> anyhow::Result<String> {
    let from_stdin = path == Path::new("-");
    let name = if from_stdin { "standard input".into() } else { path.display().to_string() };
    let mut bytes = Vec::new();
    let mut read = |input: &mut dyn Read| input.take(DEFAULT_MAX_LEN as u64 + 1).read_to_end(&mut bytes);
    let len =
        if from_stdin { read(&mut io::stdin()) } else { File::open(path).and_then(|mut f| read(&mut f)) };
    if len.with_context(|| format!("{name} cannot be read"))? > DEFAULT_MAX_LEN {
        bail!("{name} is over the limit of {DEFAULT_MAX_LEN} bytes; split the text");
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].split(|byte| *byte == b'\n').count();
        anyhow::anyhow!("{name} is not UTF-8: byte {at}, line {line}")
    })
}

fn print(format: Format, article: &Article, analysis: &Analysis) -> anyhow::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match format {
        Format::Text => out.write_all(render::report(article, analysis, report_options()).as_bytes())?,
        Format::Conllu => out.write_all(render::conllu(article, analysis).as_bytes())?,
        Format::Json => {
            serde_json::to_writer(&mut out, &analysis.document(article))?;
            out.write_all(b"\n")?;
        }
        Format::Html => out.write_all(render::html(article, analysis).as_bytes())?,
    }
    Ok(out.flush()?)
}

/// Colour and width of the terminal; plain and of fixed width where there is none, or where `NO_COLOR` asks for it.
fn report_options() -> ReportOptions {
    let colour = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
    let options = ReportOptions::default().colour(colour);
    match Term::stdout().size_checked() {
        Some((_, columns)) => options.width(usize::from(columns).min(120)),
        None => options,
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}
