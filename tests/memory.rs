//! The peak heap of an analysis stays in proportion to the text.

#[path = "support/trouble.rs"]
mod trouble;

use depesza::{Analyzer, Article};
use peak_alloc::PeakAlloc;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Most heap that an analysis may hold for each byte of text.
const BYTES_PER_BYTE: usize = 20;

/// The same for a text made to be hard, where every byte may be a token and every word a name: each is owed a record.
const HARD_BYTES_PER_BYTE: usize = 30;

/// The same for a text of nothing but new words that no dictionary knows, each of which is owed its guesses.
const NEW_BYTES_PER_BYTE: usize = 130;

fn articles() -> Vec<String> {
    let files = std::fs::read_dir("examples/articles").unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// The peak of the analysis of a text that was analysed so many times before.
fn peak_of(text: &str, times: usize) -> usize {
    let article = Article::parse(text);
    let analyzer = Analyzer::new();
    for _ in 0..times {
        analyzer.analyze(&article).unwrap();
    }
    let before = HEAP.current_usage();
    HEAP.reset_peak_usage();
    let analysis = analyzer.analyze(&article).unwrap();
    let peak = HEAP.peak_usage() - before;
    drop(analysis);
    peak
}

/// Checks a text and says what it took, without what its forms take in the vocabulary that all articles share: they are
/// there when they have come twice.
fn check(name: &str, text: &str, bound: usize) {
    check_peak(name, text, peak_of(text, 2), bound);
}

fn check_peak(name: &str, text: &str, peak: usize, bound: usize) {
    println!("{name}: {peak} bytes of heap for {} of text", text.len());
    assert!(peak <= bound * text.len(), "{name}: {peak} bytes of heap for {} of text", text.len());
}

// One test but for those that are ignored, so that no other one allocates beside it.
#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
fn the_peak_of_an_analysis_is_bounded_by_its_text() {
    check("ordinary prose", &articles().concat(), BYTES_PER_BYTE);
    for (name, text) in trouble::inputs(100_000) {
        check(name, &text, HARD_BYTES_PER_BYTE);
    }
    let new: String = (0..10_000).map(unknown).collect();
    check_peak("new words", &new, peak_of(&new, 0), NEW_BYTES_PER_BYTE);
}

/// A word for each number that looks like a name and is none.
fn unknown(number: usize) -> String {
    const SYLLABLES: &[&str; 10] = &["ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu"];
    let syllable = |place: u32| SYLLABLES[number / 10_usize.pow(place) % 10];
    format!("T{}{}{}{} ", syllable(0), syllable(1), syllable(2), syllable(3))
}

/// 1 GB of articles through the `batch` program, which may never have more than 100 MB of memory resident:
///
///     cargo build --release --example batch && cargo test --release --test memory -- --ignored --nocapture
#[cfg(target_os = "linux")]
mod stream {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Child, ChildStdin, Command, Stdio};
    use std::thread;
    use std::time::Instant;

    use super::articles;

    const LENGTH: usize = 1_000_000_000;
    const RESIDENT: usize = 100_000_000;

    #[test]
    #[ignore = "takes minutes"]
    fn a_gigabyte_is_held_a_piece_at_a_time() {
        let mut child = batch();
        let stdin = child.stdin.take().unwrap();
        let answers = BufReader::new(child.stdout.take().unwrap()).split(b'\n');
        let started = Instant::now();
        let writer = thread::spawn(|| write(stdin));
        let (mut lines, mut bytes, mut resident) = (0, 0, 0);
        for answer in answers {
            (lines, bytes) = (lines + 1, bytes + answer.unwrap().len());
            if lines % 1000 == 0 {
                resident = peak_resident(&child).unwrap_or(resident);
            }
        }
        println!(
            "{lines} articles in {:?}: {bytes} bytes of answers, at most {resident} bytes resident",
            started.elapsed()
        );
        assert!(child.wait().unwrap().success());
        assert_eq!(lines, writer.join().unwrap());
        assert!(0 < resident && resident <= RESIDENT, "{resident} bytes resident");
    }

    /// The program that `cargo test` has built.
    fn batch() -> Child {
        let test = std::env::current_exe().unwrap();
        let program = test.parent().and_then(|deps| deps.parent()).unwrap().join("examples/batch");
        let mut command = Command::new(program);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
    }

    /// Writes articles, no two alike, and says how many.
    fn write(mut stdin: ChildStdin) -> usize {
        let articles = articles();
        let (mut sent, mut lines) = (0, 0);
        while sent < LENGTH {
            let text = format!("{}\n\nNakład: {lines} egzemplarzy.", articles[lines % articles.len()]);
            let line = serde_json::json!({ "id": lines, "text": text }).to_string() + "\n";
            stdin.write_all(line.as_bytes()).unwrap();
            (sent, lines) = (sent + line.len(), lines + 1);
        }
        lines
    }

    /// The most that a process has had resident; `None` once it has ended.
    fn peak_resident(process: &Child) -> Option<usize> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", process.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        Some(line.trim().trim_end_matches(" kB").parse::<usize>().ok()? * 1024)
    }
}
