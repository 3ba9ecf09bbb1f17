//! The service on loopback, driven by a real HTTP client, and by raw sockets where a client behaves badly.

use std::future::pending;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use depesza::Analyzer;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

#[path = "../examples/service/http/mod.rs"]
mod http;

use http::ndjson::{self, Detail, Line};
use http::{Limits, Service};

const ARTICLE: &str = "Ministra Anna Zielińska odwiedziła w środę Gdańsk.\n\n– Port rozbudujemy do 2027 roku – \
    zapowiedziała Zielińska. Jej zdaniem prace zaczną się „najpóźniej w maju”.";

/// A running service.
struct Server {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<bool>,
    runtime: Runtime,
}

fn start(limits: Limits) -> Server {
    let runtime = Runtime::new().unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let stopped = async {
        if stopped.await.is_err() {
            pending::<()>().await;
        }
    };
    let served = runtime.spawn(http::serve(listener, Service::new(Analyzer::new(), limits), stopped));
    Server { address, stop, served, runtime }
}

impl Server {
    /// Status and body of a POST.
    fn post(&self, path: &str, body: impl AsRef<[u8]>) -> (u16, String) {
        let mut response = client().post(self.url(path)).send(body.as_ref()).unwrap();
        (response.status().as_u16(), response.body_mut().read_to_string().unwrap())
    }

    fn analyze(&self, body: &Value) -> (u16, Value) {
        let (status, body) = self.post("/analyze", body.to_string());
        (status, serde_json::from_str(&body).unwrap())
    }

    fn requests(&self) -> u64 {
        let mut response = client().get(self.url("/health")).call().unwrap();
        let health: Value = serde_json::from_reader(response.body_mut().as_reader()).unwrap();
        assert_eq!(health["status"], "ok");
        health["requests"].as_u64().unwrap()
    }

    /// Waits until so many requests are in the service.
    fn wait_for_requests(&self, wanted: u64) {
        let deadline = Instant::now() + Duration::from_secs(10);
        while self.requests() != wanted {
            assert!(Instant::now() < deadline, "never {wanted} requests, but {}", self.requests());
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// A connection with the beginning of a request.
    fn begin(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }
}

fn client() -> ureq::Agent {
    let timeout = Some(Duration::from_secs(60));
    ureq::Agent::config_builder().http_status_as_error(false).timeout_global(timeout).build().into()
}

/// The head of a POST whose body of `length` bytes is still to come.
fn head(path: &str, length: usize) -> String {
    format!("POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n")
}

/// All that the server says until it closes the connection.
fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What the library itself says about a request.
fn expected(body: &Value) -> Value {
    let line = Line::Whole(body.to_string().into_bytes());
    let (answer, analysed) = ndjson::answer(&Analyzer::new(), 1, &line, Detail::Everything);
    assert!(analysed);
    serde_json::from_slice::<Value>(&answer).unwrap()["analysis"].take()
}

#[test]
fn analyze_gives_what_the_library_gives() {
    let server = start(Limits::default());
    let request = json!({"id": "a1", "text": ARTICLE, "published": "2026-11-24"});
    let (status, analysis) = server.analyze(&request);
    assert_eq!(status, 200);
    assert_eq!(analysis, expected(&request));
    assert_eq!(analysis["published"], "2026-11-24");
}

#[test]
fn requests_that_cannot_be_answered() {
    let server = start(Limits { body: 1000, ..Limits::default() });
    let long = json!({ "text": "a".repeat(2000) }).to_string();
    let table: [(&str, &[u8], u16, &str); 9] = [
        ("/analyze", b"", 400, "invalid_json"),
        ("/analyze", b"{\"text\": \"W ", 400, "invalid_json"),
        ("/analyze", b"{\"text\": \"\xff\"}", 400, "invalid_utf8"),
        ("/analyze", b"[1]", 422, "invalid_request"),
        ("/analyze", b"{\"id\": 1}", 422, "missing_text"),
        ("/analyze", b"{\"text\": \"Tak.\", \"published\": \"2026-02-30\"}", 422, "invalid_date"),
        ("/analyze", long.as_bytes(), 413, "body_too_large"),
        ("/article", b"{}", 404, "not_found"),
        ("/health", b"{}", 405, "method_not_allowed"),
    ];
    for (path, body, status, kind) in table {
        let (seen, answer) = server.post(path, body);
        let error = serde_json::from_str::<Value>(&answer).unwrap()["error"].take();
        assert_eq!(
            (seen, &error["kind"]),
            (status, &json!(kind)),
            "{path} {}",
            String::from_utf8_lossy(body)
        );
        assert!(!error["message"].as_str().unwrap().is_empty());
    }
    // Nothing of this has harmed the service.
    assert_eq!(server.analyze(&json!({"text": "Tak."})).0, 200);
}

#[test]
fn body_without_announced_length_is_cut_at_the_limit() {
    let server = start(Limits { body: 1000, ..Limits::default() });
    let head = "POST /analyze HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    let stream = server.begin(&format!("{head}5dc\r\n{}", "a".repeat(1500)));
    let answer = rest(stream);
    assert!(answer.starts_with("HTTP/1.1 413 ") && answer.contains("body_too_large"), "{answer}");
}

#[test]
fn batch_answers_every_line_in_order() {
    let server = start(Limits { workers: 2, body: 2000, ..Limits::default() });
    let mut lines: Vec<Vec<u8>> = (0..300)
        .map(|n| {
            json!({"id": n, "text": format!("{ARTICLE} Nakład: {n}."), "published": null}).to_string().into()
        })
        .collect();
    lines[7] = b"{\"id\": 7".to_vec();
    lines[20] = b"\xff".to_vec();
    lines[21] = Vec::new();
    lines[150] = vec![b'a'; 5000];
    lines[299] = b"{\"id\": 299}".to_vec();
    let (status, body) = server.post("/batch", lines.join(&b'\n'));
    assert_eq!(status, 200);

    let analyzer = Analyzer::new();
    let mut answers = body.split_inclusive('\n');
    for (number, line) in (1..).zip(lines) {
        let len = line.len();
        let line = if len > 2000 { Line::TooLong { len, limit: 2000 } } else { Line::Whole(line) };
        let expected = ndjson::answer(&analyzer, number, &line, Detail::Everything).0;
        assert_eq!(answers.next().map(str::as_bytes), Some(&*expected), "line {number}");
    }
    assert_eq!(answers.next(), None);
}

#[test]
fn batch_flows_both_ways_at_once() {
    let server = start(Limits::default());
    let mut stream = server.begin(
        "POST /batch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    for id in ["pierwszy", "drugi"] {
        let line = json!({"id": id, "text": "Tak."}).to_string() + "\n";
        write!(stream, "{:x}\r\n{line}\r\n", line.len()).unwrap();
        // The answer comes although the body has not ended.
        let mut seen = String::new();
        while !seen.contains(&format!("{{\"id\":\"{id}\",\"analysis\"")) {
            let mut buffer = [0; 4096];
            let len = stream.read(&mut buffer).unwrap();
            assert!(len > 0, "{seen}");
            seen.push_str(&String::from_utf8_lossy(&buffer[..len]));
        }
    }
    stream.write_all(b"0\r\n\r\n").unwrap();
    assert!(rest(stream).ends_with("0\r\n\r\n"));
}

#[test]
fn batch_is_read_no_faster_than_its_answers_are_taken() {
    const LIMIT: usize = 256 << 20;
    let server = start(Limits::default());
    let mut writer = server.begin(&head("/batch", LIMIT));
    let mut reader = writer.try_clone().unwrap();
    // Nobody reads: the answers fill the buffers of the system, and then the service must stop taking lines.
    writer.set_write_timeout(Some(Duration::from_secs(1))).unwrap();
    let line = "?".repeat(99) + "\n";
    let lines = line.repeat(1000);
    let mut sent = 0;
    while sent < LIMIT {
        // A write may be taken in part: the next goes on where it ended.
        match writer.write(&lines.as_bytes()[sent % lines.len()..]) {
            Ok(len) => sent += len,
            Err(_) => break,
        }
    }
    assert!(sent < LIMIT / 4, "{sent} bytes were taken from a client that reads nothing");
    assert_eq!(server.requests(), 1);

    // Once it reads, every line that was sent is answered.
    let reading = thread::spawn(move || {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).unwrap();
        bytes
    });
    writer.shutdown(Shutdown::Write).unwrap();
    let answers = String::from_utf8(reading.join().unwrap()).unwrap();
    assert_eq!(answers.matches("invalid_json").count(), sent / line.len());
    assert!(answers.contains(&format!("\"line {}: ", sent / line.len())));
    assert!(answers.contains("incomplete_body"));
}

#[test]
fn parallel_load() {
    let server = start(Limits { workers: 2, ..Limits::default() });
    let request = |client: usize, n: usize| json!({"text": format!("{ARTICLE} Zgłoszeń: {client}{n}.")});
    thread::scope(|scope| {
        for client in 0..16 {
            let server = &server;
            scope.spawn(move || {
                let agent = self::client();
                for n in 0..25 {
                    let body = request(client, n).to_string();
                    let mut response = agent.post(server.url("/analyze")).send(&body).unwrap();
                    assert_eq!(response.status(), 200);
                    let analysis: Value = serde_json::from_reader(response.body_mut().as_reader()).unwrap();
                    assert_eq!(analysis, expected(&request(client, n)));
                }
            });
        }
    });
    server.wait_for_requests(0);
}

#[test]
fn overload_is_refused_at_once_and_passes() {
    let server = start(Limits { requests: 3, ..Limits::default() });
    let body = json!({ "text": "Tak." }).to_string();
    let held: Vec<_> = (0..3).map(|_| server.begin(&head("/analyze", body.len()))).collect();
    server.wait_for_requests(3);
    for path in ["/analyze", "/batch"] {
        let mut refused = client().post(server.url(path)).send(&body).unwrap();
        assert_eq!(refused.status(), 503);
        assert_eq!(refused.headers()["retry-after"], "1");
        assert!(refused.body_mut().read_to_string().unwrap().contains("\"overloaded\""));
    }
    for mut stream in held {
        stream.write_all(body.as_bytes()).unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
        assert!(rest(stream).starts_with("HTTP/1.1 200 "));
    }
    assert_eq!(server.analyze(&json!({"text": "Tak."})).0, 200);
}

#[test]
fn waiting_for_a_worker_has_an_end() {
    let server = start(Limits { workers: 0, queue: Duration::from_millis(100), ..Limits::default() });
    let (status, answer) = server.analyze(&json!({"text": "Tak."}));
    assert_eq!((status, &answer["error"]["kind"]), (503, &json!("overloaded")));
    server.wait_for_requests(0);
}

#[test]
fn slow_clients_are_cut_off() {
    let short = Duration::from_millis(300);
    let server = start(Limits { upload: short, idle: short, ..Limits::default() });
    // A byte at a time is still slow: the time is for the whole body.
    let mut slow = server.begin(&head("/analyze", 1000));
    for _ in 0..20 {
        thread::sleep(Duration::from_millis(25));
        if slow.write_all(b"a").is_err() {
            break;
        }
    }
    let answer = rest(slow);
    assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains("\"timeout\""), "{answer}");

    let batch = rest(server.begin(&(head("/batch", 1000) + "{\"text\": \"Tak.\"}\n{\"text\"")));
    assert!(batch.starts_with("HTTP/1.1 200 ") && batch.contains("\"analysis\""), "{batch}");
    assert!(batch.contains("line 2 did not arrive in time"), "{batch}");

    // Heads that never end get no answer, only an end.
    let head = rest(server.begin("POST /analyze HTTP/1.1\r\nHost:"));
    assert!(!head.starts_with("HTTP/1.1 200 "), "{head}");
    server.wait_for_requests(0);
}

#[test]
fn client_that_takes_no_answer_is_cut_off() {
    let server = start(Limits { idle: Duration::from_millis(300), ..Limits::default() });
    let mut stream = server.begin(&head("/batch", 64 << 20));
    stream.set_write_timeout(Some(Duration::from_secs(5))).unwrap();
    let lines = "?\n".repeat(10_000);
    while stream.write_all(lines.as_bytes()).is_ok() {}
    server.wait_for_requests(0);
}

#[test]
fn half_closed_client_gets_its_answer() {
    let server = start(Limits::default());
    let body = json!({ "text": ARTICLE }).to_string();
    for path in ["/analyze", "/batch"] {
        let stream = server.begin(&(head(path, body.len()) + &body));
        stream.shutdown(Shutdown::Write).unwrap();
        let answer = rest(stream);
        assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("\"quotes\""), "{answer}");
    }
}

#[test]
fn body_that_breaks_off() {
    let server = start(Limits::default());
    let broken = server.begin(&(head("/analyze", 1000) + "{\"text\""));
    broken.shutdown(Shutdown::Write).unwrap();
    let answer = rest(broken);
    assert!(answer.starts_with("HTTP/1.1 400 ") && answer.contains("incomplete_body"), "{answer}");

    let broken = server.begin(&(head("/batch", 1000) + "{\"text\": \"Tak.\"}\n{\"text\""));
    broken.shutdown(Shutdown::Write).unwrap();
    let answer = rest(broken);
    assert!(answer.contains("\"analysis\"") && answer.contains("broke off in line 2"), "{answer}");

    // Who goes away altogether leaves nothing behind.
    drop(server.begin(&(head("/analyze", 1000) + "{\"text\"")));
    server.wait_for_requests(0);
}

#[test]
fn stopping_finishes_what_is_in_flight() {
    let server = start(Limits { requests: 2, ..Limits::default() });
    let body = json!({ "text": ARTICLE }).to_string();
    let mut analyze = server.begin(&head("/analyze", body.len()));
    let mut batch = server.begin(&head("/batch", body.len()));
    server.wait_for_requests(2);
    let Server { address, stop, served, runtime } = server;
    stop.send(()).unwrap();
    let deadline = Instant::now() + Duration::from_secs(10);
    while TcpStream::connect(address).is_ok() {
        assert!(Instant::now() < deadline, "new connections are still taken");
        thread::sleep(Duration::from_millis(10));
    }
    for stream in [&mut analyze, &mut batch] {
        stream.write_all(body.as_bytes()).unwrap();
    }
    for stream in [analyze, batch] {
        let answer = rest(stream);
        assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("\"quotes\""), "{answer}");
    }
    assert!(runtime.block_on(served).unwrap(), "the grace period should not have been needed");
}

#[test]
fn stopping_does_not_wait_for_ever() {
    let server = start(Limits { grace: Duration::from_millis(200), ..Limits::default() });
    let _stuck = server.begin(&head("/analyze", 1000));
    server.wait_for_requests(1);
    server.stop.send(()).unwrap();
    assert!(!server.runtime.block_on(server.served).unwrap());
}
