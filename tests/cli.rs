//! The two programs as their users call them. Faults at their edges are tested in `faults.rs`.
#![cfg(feature = "html")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::{Value, json};

const ARTICLE: &str = "Umowa od stycznia\n\nMinister Jan Kowalski podpisał w środę umowę z Litwą.\n\n– To dobra wiadomość – powiedział Kowalski. „Zrobiłem, co obiecałem” – dodał.\n";

/// Runs an example that `cargo test` has built.
fn run(name: &str, arguments: &[&str], input: &str) -> Output {
    let test = std::env::current_exe().unwrap();
    let program: PathBuf = test.parent().and_then(|deps| deps.parent()).unwrap().join("examples").join(name);
    let mut command = Command::new(program);
    let command = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    thread::scope(|scope| {
        // Whether the program reads all of it is its own affair.
        scope.spawn(move || drop(stdin.write_all(input.as_bytes())));
        child.wait_with_output().unwrap()
    })
}

fn analyze(arguments: &[&str], input: &str) -> String {
    let output = run("analyze", &[arguments, &["-"]].concat(), input);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The answers of `batch` to these requests.
fn batch(arguments: &[&str], requests: &[Value]) -> Vec<u8> {
    let lines: Vec<_> = requests.iter().map(Value::to_string).collect();
    let input = lines.join("\n");
    let output = run("batch", arguments, &input);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn the_report_is_for_reading() {
    let report = analyze(&["--published", "2023-09"], ARTICLE);
    assert!(report.starts_with("Umowa od stycznia\n"), "{report}");
    assert!(report.contains("published 2023-09") && !report.contains('\u{1b}'), "{report}");
}

#[test]
fn json_is_one_object_with_the_parts_of_the_contract() {
    for published in ["2023", "2023-09", "2023-09-14"] {
        let analysis: Value =
            serde_json::from_str(&analyze(&["--format", "json", "--published", published], ARTICLE)).unwrap();
        assert_eq!((&analysis["schema"], &analysis["published"]), (&json!(1), &json!(published)));
        for part in ["blocks", "sentences", "entities", "quotes", "dates"] {
            assert!(analysis[part].is_array(), "{part}");
        }
    }
}

#[test]
fn conllu_has_ten_columns_and_its_forms_rebuild_the_sentences() {
    let conllu = analyze(&["--format", "conllu"], ARTICLE);
    for sentence in conllu.split_terminator("\n\n") {
        let text = sentence.lines().find_map(|line| line.strip_prefix("# text = ")).unwrap();
        let (mut rebuilt, mut inside) = (String::new(), 0);
        for line in sentence.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<_> = line.split('\t').collect();
            assert!(columns.len() == 10 && columns.iter().all(|column| !column.is_empty()), "{line}");
            let last: usize = columns[0].rsplit('-').next().unwrap().parse().unwrap();
            if last > inside {
                rebuilt.push_str(columns[1]);
                rebuilt.push_str(if columns[9] == "SpaceAfter=No" { "" } else { " " });
                inside = last;
            }
        }
        assert_eq!(rebuilt.trim_end(), text);
    }
    assert!(conllu.contains("\tZrobiłem\t_\t"), "a token of two words has a range line");
}

#[test]
fn html_is_one_page() {
    let page = analyze(&["--format", "html"], ARTICLE);
    assert!(
        page.starts_with("<!doctype html>") && page.contains("<title>Umowa od stycznia</title>"),
        "{page}"
    );
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"));
}

#[test]
fn batch_and_analyze_agree() {
    let alone: Value =
        serde_json::from_str(&analyze(&["--format", "json", "--published", "2023-09"], ARTICLE)).unwrap();
    let answer = batch(&[], &[json!({"id": "a", "text": ARTICLE, "published": "2023-09"})]);
    let answer: Value = serde_json::from_slice(&answer).unwrap();
    assert_eq!(answer, json!({"id": "a", "analysis": alone}));
}

#[test]
fn answers_come_in_order_whatever_the_number_of_threads() {
    let requests: Vec<_> =
        (0..200).map(|k| json!({"id": k, "text": format!("{ARTICLE}\nAkapit {k}.")})).collect();
    let one = batch(&["--threads", "1"], &requests);
    assert_eq!(one, batch(&["--threads", "4"], &requests));
    let ids = one.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let ids: Vec<_> = ids.map(|line| serde_json::from_slice::<Value>(line).unwrap()["id"].clone()).collect();
    assert_eq!(ids, (0..200).map(|k| json!(k)).collect::<Vec<_>>());
}

#[test]
fn tokens_can_be_left_out() {
    let request = [json!({"id": "a", "text": ARTICLE})];
    let mut whole: Value = serde_json::from_slice(&batch(&[], &request)).unwrap();
    for sentence in whole["analysis"]["sentences"].as_array_mut().unwrap() {
        assert_ne!(sentence["tokens"], json!([]));
        sentence["tokens"] = json!([]);
    }
    let without: Value = serde_json::from_slice(&batch(&["--without-tokens"], &request)).unwrap();
    assert_eq!(without, whole);
}

#[test]
fn help_names_every_option() {
    let help = String::from_utf8(run("analyze", &["--help"], "").stdout).unwrap();
    assert!(help.contains("--published") && help.contains("--format"), "{help}");
    let help = String::from_utf8(run("batch", &["--help"], "").stdout).unwrap();
    assert!(help.contains("--threads") && help.contains("--without-tokens"), "{help}");
}
