//! Inputs made to be hard: whatever a stage might scan twice, is here many times over.

/// Names and texts of about `len` bytes each.
pub(crate) fn inputs(len: usize) -> Vec<(&'static str, String)> {
    let mut inputs: Vec<_> = REPEATED.iter().map(|(name, piece)| (*name, fill(piece, len))).collect();
    inputs.push(("one word", "a".repeat(len)));
    inputs.push(("one number", "7".repeat(len)));
    inputs.push(("every scalar", ('\0'..=char::MAX).take(len / 4).collect()));
    inputs.push(("owners", format!("zdaniem {}", fill("jego ", len))));
    inputs.push(("unclosed", fill("„Kim » ( [ – « \"", len)));
    let cast = |name: String| format!("– Tak – powiedział prezes Adam {name}. – Nie – dodał trener. ");
    inputs.push(("a cast of thousands", (0..len / 72).map(surname).map(cast).collect()));
    inputs
}

/// A surname for each number.
fn surname(number: usize) -> String {
    const LETTERS: &[u8; 20] = b"bcdefghjklmnoprstuwz";
    let letter = |place: u32| char::from(LETTERS[number / 20_usize.pow(place) % 20]);
    format!("K{}a{}o{}owski", letter(0), letter(1), letter(2))
}

/// A piece repeated up to `len` bytes.
pub(crate) fn fill(piece: &str, len: usize) -> String {
    piece.repeat(len.div_ceil(piece.len()))
}

const REPEATED: &[(&str, &str)] = &[
    ("straight marks", "\""),
    ("dashes", "– "),
    ("opening marks", "„"),
    ("closing marks", "”"),
    ("apostrophes", "'a"),
    ("initials", "a.a.a."),
    ("numbers", "1 "),
    ("dotted numbers", "1.1."),
    ("ordinals", "3. "),
    ("one name", "Kim "),
    ("names that differ in case", "Kim KIM kim "),
    ("cues", "powiedział, że "),
    ("cues without end", "– powiedział Kim – dodał "),
    ("speakers without speech", "– A – powiedział "),
    ("nested marks", "„a „b “ ” "),
    ("sources", "zdaniem według "),
    ("sources of relative clauses", "prezes, którego zdaniem, "),
    ("marked words", "„a” "),
    ("dates", "we wtorek 12 maja "),
    ("months", "maja "),
    ("durations", "od 3 do "),
    ("all capitals", "PREZYDENT ROSJI "),
    ("hyphens", "a-"),
    ("addresses", "http://a@"),
    ("handles", "#a@b"),
    ("line ends", "\n"),
    ("blank lines", "\n\n"),
    ("headings", "Rozmowy\n\n"),
    ("links", "Czytaj też:\n"),
    ("tables of contents", "Spis treści\nRozdział I\nRozdział II\n"),
    ("links in a line", "Czytaj też: A "),
    ("combining marks", "a\u{301}\u{301}"),
    ("lone marks", "\u{301}"),
    ("joiners", "\u{200d}👩"),
    ("flags", "🇵"),
    ("soft hyphens", "po\u{ad}wie\u{ad}dział "),
    ("bidi controls", "\u{202e}a\u{2066} "),
    ("brackets", "("),
    ("NUL", "\0"),
    ("conjunctions", "i "),
    ("courts", "Sąd Okręgowy w "),
    ("hard words", "niezapowiedziawszyby "),
];
