//! Analyses of whole articles are what the schema says, and the schema refuses what is not.

use std::fs;
use std::path::Path;

use depesza::{Analyzer, Article};
use jsonschema::Validator;
use serde_json::Value;

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(include_str!("analysis.v1.json")).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn analyses() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/articles");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let analyse = |path: std::path::PathBuf| {
        let article = Article::parse(fs::read_to_string(&path).unwrap());
        let analysis = Analyzer::new().analyze(&article).unwrap();
        (path.display().to_string(), serde_json::to_value(analysis.document(&article)).unwrap())
    };
    files.map(analyse).collect()
}

#[test]
fn outputs_are_what_the_schema_says() {
    let (validator, analyses) = (validator(), analyses());
    assert!(analyses.len() > 5);
    for (name, analysis) in analyses {
        let errors: Vec<_> = validator.iter_errors(&analysis).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let validator = validator();
    let (_, analysis) = analyses().remove(0);
    for (pointer, wrong) in [
        ("/schema", Value::from("one")),
        ("/published", Value::from(2023)),
        ("/blocks/0/kind", Value::from("poem")),
        ("/blocks/0/span", Value::from(vec![1])),
        ("/blocks/0/span", Value::from("1-2")),
        ("/sentences/0/tokens/0/text", Value::Null),
        ("/entities", Value::Null),
    ] {
        let mut changed = analysis.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong.clone();
        assert!(!validator.is_valid(&changed), "{pointer} = {wrong}");
    }
}
