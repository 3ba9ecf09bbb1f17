//! The committed JSON Schema is the one of the types. After a change that is meant:
//!
//!     DEPESZA_WRITE=1 cargo test --features schemars --test schema
#![cfg(feature = "schemars")]

use std::fs;
use std::path::Path;

use depesza::analysis::Document;

#[test]
fn the_schema_file_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schema/analysis.v1.json");
    let schema = schemars::schema_for!(Document<'static>);
    let generated = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("DEPESZA_WRITE").is_some() {
        fs::write(&path, &generated).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), generated, "see the head of this file");
}
