//! Polish prose for benches: made from the articles of the repository, every paragraph different.

use std::path::{Path, PathBuf};

/// Words that are put in place of one another, so that no sentence comes twice: names, numbers, months, adjectives.
const SWAPPED: &[&[&str]] = &[
    &[
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
    ],
    &["poniedziałek", "wtorek", "środę", "czwartek", "piątek", "sobotę", "niedzielę"],
    &[
        "Warszawie",
        "Krakowie",
        "Gdańsku",
        "Poznaniu",
        "Łodzi",
        "Szczecinie",
        "Lublinie",
        "Białymstoku",
        "Kielcach",
    ],
    &[
        "powiedział",
        "dodał",
        "stwierdził",
        "podkreślił",
        "zaznaczył",
        "ocenił",
        "przyznał",
        "zapewnił",
        "przypomniał",
    ],
    &["nowy", "dawny", "wspólny", "główny", "kolejny", "ważny", "lokalny", "trudny", "skuteczny"],
    &["nowe", "dawne", "wspólne", "główne", "kolejne", "ważne", "lokalne", "trudne", "skuteczne"],
    &["jednak", "zatem", "ponadto", "również", "natomiast", "przecież", "wkrótce", "niedawno"],
];

const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/// Text for a bench: the file named in `DEPESZA_BENCH_TEXT`, or at least `len` bytes of made prose.
pub(crate) fn text(len: usize) -> String {
    match std::env::var_os("DEPESZA_BENCH_TEXT") {
        Some(path) => std::fs::read_to_string(&path).expect("DEPESZA_BENCH_TEXT is a UTF-8 file"),
        None => made(len),
    }
}

/// At least `len` bytes of paragraphs of sentences drawn from the articles, with words and numbers changed; the same in
/// every run.
pub(crate) fn made(len: usize) -> String {
    let articles: Vec<_> = articles().into_iter().map(|(_, text)| text).collect();
    let articles = articles.join("\n");
    let sentences: Vec<&str> = articles.lines().flat_map(|line| line.split_inclusive(". ")).collect();
    let (mut random, mut text) = (Random(0x5EED), String::with_capacity(len + 4096));
    while text.len() < len {
        for _ in 0..random.below(5) + 2 {
            let sentence = sentences[random.below(sentences.len())].trim();
            for word in sentence.split(' ') {
                push_changed(&mut text, word, &mut random);
                text.push(' ');
            }
        }
        text.pop();
        text.push_str("\n\n");
    }
    text
}

/// All articles of the repository with their names, in the order of these.
pub(crate) fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let entries = std::fs::read_dir(folder).expect("the articles are in the repository");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let named = |path: &PathBuf| {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).expect("articles are UTF-8"))
    };
    paths.iter().map(named).collect()
}

/// A word, or another one of its group; digits at random but for the first.
fn push_changed(text: &mut String, word: &str, random: &mut Random) {
    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    if let Some(group) = SWAPPED.iter().find(|group| group.contains(&bare)) {
        text.push_str(group[random.below(group.len())]);
        text.push_str(&word[bare.len()..]);
        return;
    }
    for (at, c) in word.char_indices() {
        let is_changed = at > 0 && c.is_ascii_digit();
        text.push(if is_changed { DIGITS[random.below(DIGITS.len())] } else { c });
    }
}

/// Splitmix64: small, seeded, good enough to shuffle.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % limit as u64).expect("below a usize")
    }
}
