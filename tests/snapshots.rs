//! What the analyzer makes of whole articles, as the report that a person reads. After a change that is meant:
//!
//!     INSTA_UPDATE=always cargo test --test snapshots

use std::fs;
use std::path::Path;

use depesza::render::{self, ReportOptions};
use depesza::{Analyzer, Article};

#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
fn articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 6);
    let analyzer = Analyzer::new();
    let mut changed = Vec::new();
    for path in files {
        let article = Article::parse(fs::read_to_string(&path).unwrap());
        let report = render::report(&article, &analyzer.analyze(&article).unwrap(), ReportOptions::default());
        let name = path.file_stem().unwrap().to_str().unwrap();
        // Every article is compared, so that one run shows all that a change does.
        let compare =
            || insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(name, report) });
        if std::panic::catch_unwind(compare).is_err() {
            changed.push(name.to_owned());
        }
    }
    assert!(changed.is_empty(), "{changed:?}");
}
