//! Dates beside the duckling crate (a port of Duckling, BSD-3-Clause) on the same paragraphs in the same run:
//!
//!     cargo run --release --manifest-path benches/peers/Cargo.toml [FILE]
//!
//! Without FILE the articles of the repository are read. Each figure is the best of five rounds on one core. Building the
//! peer takes a minute or two.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use chrono::{FixedOffset, TimeZone};
use depesza::date;
use duckling::{Context, DimensionKind, Lang, Locale, Options, parse};

const ROUNDS: usize = 5;

fn main() {
    let text =
        files().iter().map(|path| fs::read_to_string(path).expect("UTF-8")).collect::<Vec<_>>().join("\n\n");
    let paragraphs: Vec<&str> = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()).collect();

    let anchor = "2023-09-14".parse().ok();
    show("depesza date::find", &paragraphs, |paragraph| date::find(paragraph, anchor).len());

    let locale = Locale::new(Lang::PL, None);
    let noon =
        FixedOffset::east_opt(7200).and_then(|zone| zone.with_ymd_and_hms(2023, 9, 14, 12, 0, 0).single());
    let context = Context::new(noon.expect("a time that exists"), locale);
    let (kinds, options) = ([DimensionKind::Time, DimensionKind::Duration], Options::default());
    show("duckling Time and Duration", &paragraphs, |paragraph| {
        parse(paragraph, &locale, &kinds, &context, &options).len()
    });
}

fn files() -> Vec<PathBuf> {
    let given: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    if !given.is_empty() {
        return given;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/articles");
    let entries = fs::read_dir(folder).expect("the articles are in the repository");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths
}

fn show(name: &str, paragraphs: &[&str], count: impl Fn(&str) -> usize) {
    let (mut found, mut best) = (0, Duration::MAX);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        found = paragraphs.iter().map(|paragraph| count(black_box(paragraph))).sum();
        best = best.min(start.elapsed());
    }
    let bytes: usize = paragraphs.iter().map(|paragraph| paragraph.len()).sum();
    println!("{name:28} {found:5} found {best:>12.1?} {:8.3} MB/s", bytes as f64 / best.as_secs_f64() / 1e6);
}
