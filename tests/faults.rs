//! Faults at the edges of the programs: what a user sees when input or output goes wrong, and that nothing which was
//! already answered is lost.
//!
//! The programs are those in `target/*/examples`, which `cargo test` builds.
#![cfg(feature = "html")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::Value;

const GOOD: &str = "{\"id\": \"a\", \"text\": \"W środę minister podpisał umowę.\"}";

/// An example program, with a command of the shell where a fault needs one.
fn program(name: &str) -> Command {
    Command::new(path(name))
}

fn path(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let path = test.parent().and_then(|deps| deps.parent()).unwrap().join("examples").join(name);
    assert!(path.exists(), "no {}: cargo build --examples", path.display());
    path
}

/// Runs with `input` on standard input.
fn run(command: &mut Command, input: &[u8]) -> Output {
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    thread::scope(|scope| {
        // Whether all of it is taken is the program's affair.
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().unwrap()
    })
}

fn answered(command: &mut Command, input: &[u8]) -> Output {
    run(command.stdout(Stdio::piped()), input)
}

/// The kind of error of every answer; `analysis` where there is one.
fn kinds(output: &Output) -> Vec<String> {
    let lines = output.stdout.split_inclusive(|byte| *byte == b'\n');
    let answers = lines.map(|line| serde_json::from_slice::<Value>(line).unwrap());
    answers.map(|answer| answer["error"]["kind"].as_str().unwrap_or("analysis").to_owned()).collect()
}

fn one_line(stderr: &[u8], wanted: &str) {
    let message = String::from_utf8_lossy(stderr);
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains(wanted), "{message}");
}

fn lines(middle: &[u8]) -> Vec<u8> {
    [GOOD.as_bytes(), b"\n", middle, b"\n", GOOD.as_bytes(), b"\n"].concat()
}

/// A line of so many bytes.
fn long_line(len: usize) -> Vec<u8> {
    let text = "Słowo ".repeat(len / 7);
    format!("{{\"id\": \"long\", \"text\": \"{text}\"}}").into_bytes()
}

#[test]
fn batch_answers_bad_lines_and_goes_on() {
    let (fifty, nested) = (long_line(50_000_000), vec![b'['; 100_000]);
    let table: &[(&str, &[u8], &str)] = &[
        ("not UTF-8", b"{\"id\": 1, \"text\": \"\xc5\"}", "invalid_utf8"),
        ("UTF-16", b"\xff\xfe{\0\"\0i\0d\0", "invalid_utf8"),
        ("NUL bytes in the line", b"\0\0\0", "invalid_json"),
        ("raw NUL in a string", b"{\"text\": \"a\0b\"}", "invalid_json"),
        ("escaped NUL in a string", b"{\"text\": \"a\\u0000b\"}", "analysis"),
        ("half of a surrogate pair", b"{\"text\": \"\\ud800\"}", "invalid_json"),
        ("empty line", b"", "invalid_json"),
        ("nested beyond reason", &nested, "invalid_json"),
        ("50 MB in a line", &fifty, "line_too_long"),
    ];
    for (fault, line, kind) in table {
        let output = answered(&mut program("batch"), &lines(line));
        assert_eq!(kinds(&output), ["analysis", kind, "analysis"], "{fault}");
        assert!(output.status.success(), "{fault}: {}", output.status);
    }
    let output = answered(&mut program("batch"), &lines(&long_line(5_000_000)));
    assert_eq!(kinds(&output), ["analysis", "text_too_long", "analysis"]);
}

#[test]
fn batch_whose_input_breaks_off() {
    // The writer died in the middle of a line: what came is answered.
    let input = lines(GOOD.as_bytes());
    let output = answered(&mut program("batch"), &input[..input.len() - 10]);
    assert_eq!(kinds(&output), ["analysis", "analysis", "invalid_json"]);
    assert!(output.status.success());

    // Input that cannot be read at all.
    let directory = std::fs::File::open("/").unwrap();
    let output = program("batch").stdin(directory).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("error: standard input: "), "{message}");
}

/// A program that asks and waits for the answer before it goes on must not wait for ever.
#[test]
fn batch_answers_without_waiting_for_more() {
    let mut child = program("batch")
        .args(["--threads", "1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (mut stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let (sender, answers) = mpsc::channel();
    thread::spawn(move || {
        BufReader::new(stdout).lines().map_while(Result::ok).try_for_each(|one| sender.send(one))
    });
    // The first keeps it busy while the others arrive one by one.
    let busy = [&*long_line(30_000), b"\n"].concat();
    stdin.write_all(&busy).unwrap();
    for _ in 0..5 {
        thread::sleep(Duration::from_millis(5));
        stdin.write_all(format!("{GOOD}\n").as_bytes()).unwrap();
    }
    for n in 0..6 {
        let answer = answers.recv_timeout(Duration::from_secs(180));
        assert!(answer.is_ok(), "answer {n} does not come before more is asked");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn batch_whose_reader_goes_away() {
    let mut child =
        program("batch").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let writer = thread::spawn(move || while stdin.write_all(format!("{GOOD}\n").as_bytes()).is_ok() {});
    let mut first = String::new();
    let mut stdout = BufReader::new(stdout);
    stdout.read_line(&mut first).unwrap();
    assert!(first.starts_with("{\"id\":\"a\",\"analysis\""), "{first}");
    drop(stdout);
    writer.join().unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(141));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(target_os = "linux")]
mod devices {
    use std::fs::File;

    use super::*;

    fn full() -> Stdio {
        File::options().write(true).open("/dev/full").unwrap().into()
    }

    #[test]
    fn full_disk() {
        let output = run(program("batch").stdout(full()), &lines(GOOD.as_bytes()));
        assert_eq!(output.status.code(), Some(1));
        one_line(&output.stderr, "error: standard output: No space left on device");
        for format in ["text", "json", "conllu"] {
            let output = run(program("analyze").args(["--format", format, "-"]).stdout(full()), b"Tak.");
            assert_eq!(output.status.code(), Some(2), "{format}");
            one_line(&output.stderr, "No space left on device");
        }
    }

    #[test]
    fn input_without_end() {
        let output = program("analyze").arg("/dev/zero").output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        one_line(&output.stderr, "/dev/zero is over the limit of");
    }

    /// Who cannot be told is not told: that changes nothing about the answers.
    #[test]
    fn standard_error_that_cannot_be_written() {
        for fault in ["2>/dev/full", "2>&-"] {
            let shell = |command: &str| {
                let mut shell = Command::new("sh");
                shell.args(["-c", &format!("exec \"$0\" {command} {fault}")]);
                shell
            };
            let output = answered(shell("").arg(path("batch")), &lines(b"?"));
            assert_eq!(kinds(&output), ["analysis", "invalid_json", "analysis"], "{fault}");
            assert_eq!(output.status.code(), Some(0), "{fault}");
            let output = answered(shell("/nowhere").arg(path("analyze")), b"");
            assert_eq!(output.status.code(), Some(2), "{fault}");
        }
    }

    /// As with any Rust program, standard output that was closed before the start is /dev/null.
    #[test]
    fn standard_output_closed_before_the_start() {
        let mut shell = Command::new("sh");
        let output = answered(shell.args(["-c", "exec \"$0\" >&-"]).arg(path("batch")), &lines(b"?"));
        assert_eq!(output.status.code(), Some(0));
        one_line(&output.stderr, "3 lines (1 refused)");
    }
}

#[test]
fn analyze_of_input_that_is_no_article() {
    let fifty = "Słowo ".repeat(50_000_000 / 7);
    let table: &[(&str, &[&str], &[u8], &str)] = &[
        ("not UTF-8", &["-"], b"Zi\nmn\xff", "standard input is not UTF-8: byte 5, line 2"),
        ("50 MB", &["-"], fifty.as_bytes(), "standard input is over the limit of 4194304 bytes"),
        ("missing file", &["/nowhere.txt"], b"", "/nowhere.txt cannot be read: No such file"),
        ("directory", &["/"], b"", "/ cannot be read: Is a directory"),
        ("impossible date", &["--published", "2023-02-30", "-"], b"Tak.", "2023-02-30"),
    ];
    for (fault, arguments, input, wanted) in table {
        let output = answered(program("analyze").args(*arguments), input);
        assert_eq!(output.status.code(), Some(2), "{fault}");
        assert!(output.stdout.is_empty(), "{fault}");
        one_line(&output.stderr, wanted);
    }
    for input in [&b""[..], b"\0", b"\0Ala\0ma\0kota.\0", "\u{feff}Tak.".as_bytes(), b"\r\n\r\n"] {
        for format in ["text", "json", "conllu"] {
            let output = answered(program("analyze").args(["--format", format, "-"]), input);
            assert!(
                output.status.success(),
                "{format} of {input:?}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
    }
}

#[test]
fn service_that_cannot_start() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = answered(program("service").args(["--listen", &address]), b"");
    assert_eq!(output.status.code(), Some(1));
    one_line(&output.stderr, &address);
}

#[cfg(unix)]
#[test]
fn service_that_is_asked_to_stop() {
    for signal in ["TERM", "INT"] {
        let mut child = Service::start();
        let address = child.address.clone();
        let mut response =
            ureq::post(format!("http://{address}/analyze")).send("{\"text\": \"Tak.\"}").unwrap();
        assert!(response.body_mut().read_to_string().unwrap().contains("\"schema\":1"));
        let stopped =
            Command::new("kill").args(["-s", signal, &child.process.id().to_string()]).status().unwrap();
        assert!(stopped.success());
        assert_eq!(child.process.wait().unwrap().code(), Some(0), "{signal}");
        let mut rest = String::new();
        child.stderr.take().unwrap().read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "stopping\n");
    }
}

/// The reader of its log died: it still serves, and still stops in order.
#[cfg(unix)]
#[test]
fn service_whose_log_nobody_reads() {
    let mut child = Service::start();
    child.stderr = None;
    let response = ureq::get(format!("http://{}/health", child.address)).call().unwrap();
    assert_eq!(response.status(), 200);
    child.signal("TERM");
    assert_eq!(child.process.wait().unwrap().code(), Some(0));
}

/// The program of the service on a free port; ended when a test fails.
#[cfg(unix)]
struct Service {
    process: Child,
    stderr: Option<BufReader<std::process::ChildStderr>>,
    address: String,
}

#[cfg(unix)]
impl Service {
    fn start() -> Self {
        let mut command = program("service");
        let mut process = command.args(["--listen", "127.0.0.1:0"]).stderr(Stdio::piped()).spawn().unwrap();
        let mut stderr = BufReader::new(process.stderr.take().unwrap());
        let mut line = String::new();
        stderr.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://").unwrap().to_owned();
        Self { process, stderr: Some(stderr), address }
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.process.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }
}

#[cfg(unix)]
impl Drop for Service {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
