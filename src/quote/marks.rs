//! Pairs of quotation marks, with local recovery where one is missing.
//!
//! A mark opens or closes by its shape where Polish print leaves no choice (`„`), else by the white space around it. A
//! paragraph forgets what it left open, save a quotation that the next paragraphs go on with.

use super::view::{Glyph, View};
use crate::morph::TokenRange;
use crate::span::narrow;
use crate::text::make_room;

/// Two marks that belong together, and what they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    open: u32,
    close: u32,
    /// Whether it lies inside another pair.
    pub(super) inner: bool,
}

impl Pair {
    /// Token of the opening mark.
    pub(super) fn open(self) -> usize {
        self.open as usize
    }

    /// Token of the closing mark.
    pub(super) fn close(self) -> usize {
        self.close as usize
    }

    /// The tokens between the marks.
    pub(super) fn content(self) -> TokenRange {
        self.open() + 1..self.close()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
}

/// How deep marks nest in print; deeper ones are stray.
const DEPTH: usize = 4;

/// Pairs that there is room for at first.
const FEWEST: usize = 8;

/// All pairs in order of their opening marks.
pub(super) fn pairs(view: &View<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut stack: Vec<usize> = Vec::new();
    for (number, paragraph) in view.tagged.paragraphs().iter().enumerate() {
        if !view.is_prose(number) {
            stack.clear();
        }
        let carried = stack.len();
        for mark in view.glyphs(&paragraph.tokens, Glyph::Quote) {
            match side(view, mark, paragraph.tokens.clone(), stack.len()) {
                // A quotation of several paragraphs repeats its opening mark at the head of each.
                Side::Opens if carried > 0 && mark == paragraph.tokens.start => {}
                Side::Opens if stack.len() < DEPTH => stack.push(mark),
                Side::Opens => {}
                Side::Closes => {
                    if let Some(open) = stack.pop() {
                        make_room(&mut pairs, mark, view.tagged.len(), FEWEST);
                        pairs.push(Pair {
                            open: narrow(open),
                            close: narrow(mark),
                            inner: !stack.is_empty(),
                        });
                    }
                }
            }
        }
        // Left open: kept for the next paragraph where it opened this one, or where it followed a colon and the next
        // paragraph goes on with a mark.
        let goes_on = view.glyph(paragraph.tokens.end) == Glyph::Quote;
        let begun = |open: usize| open > 0 && view.glyph(open - 1) == Glyph::Colon || carried > 0;
        stack.truncate(1);
        stack.retain(|open| goes_on && begun(*open) || *open == paragraph.tokens.start && carried == 0);
    }
    pairs.sort_unstable_by_key(|pair| pair.open);
    pairs
}

fn side(view: &View<'_>, mark: usize, paragraph: TokenRange, depth: usize) -> Side {
    let (before, after) = (view.space_before(mark), view.space_after(mark));
    match view.text(mark) {
        "„" | ",," | "‚" => Side::Opens,
        _ if mark == paragraph.start => Side::Opens,
        _ if before && !after => Side::Opens,
        _ if after && !before => Side::Closes,
        // Room on both sides or on none: after a bracket or dash it opens, else it closes what is open.
        _ if depth == 0 => Side::Opens,
        _ if mark > 0 && view.glyph(mark - 1) == Glyph::Open => Side::Opens,
        _ => Side::Closes,
    }
}
