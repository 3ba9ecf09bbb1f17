//! The public items of the crate, as a list that changes only on purpose. After a change that is meant:
//!
//!     DEPESZA_WRITE=1 cargo test --test public_api
//!
//! The sources are read as text: `pub` in this crate means public, since the lint `unreachable_pub` refuses it elsewhere.

#[path = "support/sources.rs"]
mod sources;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sources::sources;

/// The room of a file: `src/morph/tagged.rs` is of `morph`. Where in its room an item stands is nobody's affair.
fn room(path: &Path) -> String {
    let first = path.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The public items of a source, each with the type that it belongs to.
fn items(source: &str) -> Vec<String> {
    let source = source.split("\n#[cfg(test)]").next().unwrap_or_default();
    let mut lines = source.lines();
    let (mut owner, mut in_enum, mut found) = (String::new(), false, Vec::new());
    while let Some(line) = lines.next() {
        let outside = !line.starts_with(' ');
        let trimmed = line.trim();
        if outside
            && (trimmed.starts_with("impl")
                || trimmed.starts_with("pub struct")
                || trimmed.starts_with("pub enum"))
        {
            owner = head(trimmed);
            in_enum = trimmed.starts_with("pub enum");
        } else if outside && trimmed.starts_with('}') {
            (owner, in_enum) = (String::new(), false);
        }
        let variant =
            in_enum && line.starts_with("    ") && line.chars().nth(4).is_some_and(char::is_uppercase);
        if !trimmed.starts_with("pub ") && !variant {
            continue;
        }
        // A signature may run over lines.
        let mut item = trimmed.to_owned();
        while item.matches('(').count() > item.matches(')').count()
            || item.starts_with("pub use") && !item.ends_with(';')
        {
            let Some(more) = lines.next() else { break };
            item.push(' ');
            item.push_str(more.trim());
        }
        let item = head(&item);
        found.push(if outside || owner.is_empty() { item } else { format!("{owner} :: {item}") });
    }
    found
}

/// An item without its body, with one blank between words.
fn head(item: &str) -> String {
    let end = if item.starts_with("pub use") { None } else { item.find(" {") };
    let item = item[..end.unwrap_or(item.len())].trim_end_matches([';', ',', '{']);
    item.replace("( ", "(").replace(", )", ")").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_public_items_are_those_of_the_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeSet::new();
    for path in sources(&root.join("src")) {
        let owner = room(path.strip_prefix(root.join("src")).unwrap());
        found.extend(
            items(&fs::read_to_string(&path).unwrap()).into_iter().map(|item| format!("{owner}: {item}")),
        );
    }
    let list = root.join("tests/public_api.txt");
    if std::env::var_os("DEPESZA_WRITE").is_some() {
        let lines: Vec<_> = found.iter().cloned().collect();
        fs::write(&list, lines.join("\n") + "\n").unwrap();
    }
    let written = fs::read_to_string(&list).unwrap_or_default();
    let written: BTreeSet<_> = written.lines().map(str::to_owned).collect();
    let added: Vec<_> = found.difference(&written).collect();
    let gone: Vec<_> = written.difference(&found).collect();
    assert!(
        added.is_empty() && gone.is_empty(),
        "new: {added:#?}\ngone: {gone:#?}\nsee the head of this file"
    );
}

#[test]
fn the_reader_of_items_sees_fields_variants_and_long_signatures() {
    let source = "pub enum Kind {\n    /// One.\n    One,\n    Two { at: usize },\n}\n\nimpl Kind {\n    pub fn name(\n        self,\n        long: bool,\n    ) -> &'static str {\n        \"\"\n    }\n    fn hidden(self) {}\n}\n\npub struct Place {\n    pub at: usize,\n    room: usize,\n}\n\n#[cfg(test)]\nmod tests { pub fn no() {} }\n";
    let expected = [
        "pub enum Kind",
        "pub enum Kind :: One",
        "pub enum Kind :: Two",
        "impl Kind :: pub fn name(self, long: bool) -> &'static str",
        "pub struct Place",
        "pub struct Place :: pub at: usize",
    ];
    assert_eq!(items(source), expected);
}
