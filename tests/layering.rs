//! A module imports only from modules above it: the list of ARCHITECTURE.md, held by reading the sources.

#[path = "support/sources.rs"]
mod sources;

use std::fs;
use std::path::Path;

use sources::sources;

/// The modules from the ground up.
const LAYERS: [&str; 15] = [
    "span", "error", "calendar", "text", "token", "sentence", "lexicon", "morph", "date", "name", "quote",
    "article", "analysis", "analyzer", "render",
];

/// Imports across the order that are meant, with the reason.
const EXCEPTIONS: [(&str, &str, &str); 1] = [("span", "error", "a reversed span is reported as an error")];

/// The modules that a source names as `crate::module`, outside comments.
fn imports(source: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: String = code.collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        // `use crate::{a, b::c}` names several.
        let named: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => top_level(list.split_once("};").map_or(list, |list| list.0)),
            None => vec![rest],
        };
        for name in named {
            let name: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.push(name);
        }
    }
    found
}

/// The items of a list that stand outside inner braces.
fn top_level(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(&list[start..]);
    items
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == module)
}

#[test]
fn modules_import_only_from_above() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for path in sources(&src) {
        let inside = path.strip_prefix(&src).unwrap();
        let module =
            inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs");
        if module == "lib" {
            continue;
        }
        let own = layer(module).unwrap_or_else(|| panic!("{module} has no place in the list of layers"));
        for import in imports(&fs::read_to_string(&path).unwrap()) {
            let allowed = EXCEPTIONS.iter().any(|(from, to, _)| (*from, *to) == (module, import.as_str()));
            match layer(&import) {
                Some(imported) if imported > own && !allowed => {
                    wrong.push(format!("{} imports {import}", path.display()));
                }
                None if import.chars().next().is_none_or(char::is_lowercase) => {
                    wrong.push(format!("{} imports {import}, which is no layer", path.display()));
                }
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn lib_declares_exactly_the_layers() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let mut declared: Vec<_> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut expected = LAYERS.to_vec();
    declared.sort_unstable();
    expected.sort_unstable();
    assert_eq!(declared, expected);
}

#[test]
fn the_reader_of_imports_sees_lists() {
    let source =
        "use crate::{date, name::{self, Entity}, quote};\n// use crate::render;\nuse crate::span::Span;";
    assert_eq!(imports(source), ["date", "name", "quote", "span"]);
}
