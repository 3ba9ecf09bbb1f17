//! The text as it looks: invisible characters left out and accents put on their letters, with the way back.

use std::borrow::Cow;

use unicode_normalization::char::compose;

use crate::span::Span;
use crate::text::{is_invisible, is_mark, rare_chars};

/// A text as a reader sees it, and where each of its bytes stands in the original.
#[derive(Debug)]
pub(super) struct View<'t> {
    pub(super) text: Cow<'t, str>,
    /// Where the two texts part: an offset here, the offset there. From one entry to the next they run together.
    steps: Vec<(usize, usize)>,
}

impl<'t> View<'t> {
    /// The view of a text; most texts look as they are.
    pub(super) fn new(original: &'t str) -> Self {
        // The first bytes in UTF-8 of the soft hyphen and of all characters from U+0300 on.
        let may_begin = |byte| byte == 0xC2 || byte >= 0xCC;
        if rare_chars(original, may_begin, is_special).next().is_none() {
            return Self { text: Cow::Borrowed(original), steps: Vec::new() };
        }
        let (mut text, mut steps) = (String::with_capacity(original.len()), Vec::new());
        for (at, c) in original.char_indices() {
            let end = at + c.len_utf8();
            let composed = text.chars().next_back().filter(|_| is_mark(c)).and_then(|last| compose(last, c));
            if let Some(letter) = composed {
                text.pop();
                // The step is inside the letter: what ends behind the letter ends behind its accent.
                let inside = text.len() + 1;
                while steps.last().is_some_and(|step: &(usize, usize)| step.0 > inside) {
                    steps.pop();
                }
                text.push(letter);
                steps.push((inside, end + inside - text.len()));
            } else if is_invisible(c) {
                steps.push((text.len(), end));
            } else {
                text.push(c);
            }
        }
        Self { text: Cow::Owned(text), steps }
    }

    /// The same stretch in the original, without invisible characters at its ends.
    pub(super) fn original(&self, span: Span) -> Span {
        let start = self.steps.partition_point(|step| step.0 <= span.start());
        // Where characters were left out, a stretch that ends there ends before them.
        let end = self.steps.partition_point(|step| step.0 < span.end());
        let [start, end] = [(start, span.start()), (end, span.end())].map(|(steps, offset)| {
            let (here, there) =
                steps.checked_sub(1).and_then(|last| self.steps.get(last)).copied().unwrap_or_default();
            there + (offset - here)
        });
        Span::at(start, end.max(start))
    }
}

fn is_special(c: char) -> bool {
    is_invisible(c) || is_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(original: &str, words: &str) -> String {
        let view = View::new(original);
        let start = view.text.find(words).unwrap();
        view.original(Span::at(start, start + words.len())).slice(original).unwrap().to_owned()
    }

    #[test]
    fn words_are_found_in_the_original() {
        let original = "\u{feff}Czy\u{ad}taj\u{200b} tez\u{307}: Ła\u{328}ka o\u{301}\u{200b}d";
        assert_eq!(View::new(original).text, "Czytaj też: Łąka ód");
        assert_eq!(seen(original, "Czytaj"), "Czy\u{ad}taj");
        assert_eq!(seen(original, "też"), "tez\u{307}");
        assert_eq!(seen(original, "Łąka"), "Ła\u{328}ka");
        assert_eq!(seen(original, "ód"), "o\u{301}\u{200b}d");
        assert_eq!(seen(original, "Czytaj też: Łąka ód"), original.trim_start_matches('\u{feff}'));
    }

    #[test]
    fn accents_without_a_composed_letter_stay() {
        assert_eq!(View::new("q\u{301}a").text, "q\u{301}a");
        assert_eq!(seen("\u{301}b", "b"), "b");
    }
}
