//! Characters that are rare in a text, found many bytes at a time.

/// How many bytes are looked at together.
const STRIDE: usize = 16;

/// The characters of a text that pass a test, with their offsets. `may_begin` tells of a byte whether it can be the first
/// of such a character; where it is so of few, most of the text is passed over fast.
pub(crate) fn rare_chars(
    text: &str,
    may_begin: impl Fn(u8) -> bool,
    is_one: impl Fn(char) -> bool,
) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.as_bytes().get(at..)?;
            // Without a branch for every byte, which lets the compiler compare all of a stride at once.
            let is_clear = |stride: &&[u8]| !stride.iter().fold(false, |any, byte| any | may_begin(*byte));
            let clear = STRIDE * rest.chunks_exact(STRIDE).take_while(is_clear).count();
            let next = rest.iter().skip(clear).position(|byte| may_begin(*byte))?;
            let found = at + clear + next;
            // The first bytes of longer characters are none that go on with one.
            let c = text.get(found..)?.chars().next()?;
            at = found + c.len_utf8();
            if is_one(c) {
                return Some((found, c));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_found_wherever_they_stand() {
        let text = "ab\u{2028}żółw – «cytat» i dłuższe zdanie bez niczego\u{85}\n\n".repeat(3);
        let breaks = |c: char| matches!(c, '\n' | '\u{85}' | '\u{2028}');
        let may_begin = |byte: u8| matches!(byte, b'\n' | 0xC2 | 0xE2);
        let plain: Vec<_> = text.char_indices().filter(|(_, c)| breaks(*c)).collect();
        assert_eq!(rare_chars(&text, may_begin, breaks).collect::<Vec<_>>(), plain);
        assert_eq!(rare_chars("", may_begin, breaks).next(), None);
    }
}
