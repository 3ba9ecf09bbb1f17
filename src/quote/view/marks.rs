//! Pairs of quotation marks, with local recovery where one is missing.
//!
//! A mark opens or closes by its shape where Polish print leaves no choice (`„`), else by the white space around it. A
//! paragraph forgets what it left open, save a quotation that the next paragraphs go on with.

use super::View;
use super::noted::Glyph;
use crate::morph::TokenRange;
use crate::span::narrow;

/// Two marks that belong together, and what they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quote) struct Pair {
    open: u32,
    close: u32,
    /// The number of the pair around it.
    around: u32,
}

/// The number of no pair.
const NOTHING: u32 = u32::MAX;
/// The same where an opening mark stands around that nothing closes.
const UNPAIRED: u32 = NOTHING - 1;

impl Pair {
    /// Whether it lies inside other marks.
    pub(in crate::quote) fn is_inner(self) -> bool {
        self.around != NOTHING
    }

    /// Token of the opening mark.
    pub(in crate::quote) fn open(self) -> usize {
        self.open as usize
    }

    /// Token of the closing mark.
    pub(in crate::quote) fn close(self) -> usize {
        self.close as usize
    }

    /// The tokens between the marks.
    pub(in crate::quote) fn content(self) -> TokenRange {
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

/// All pairs in order of their opening marks.
pub(super) fn pairs(view: &View<'_>) -> Vec<Pair> {
    let marks = view.glyphs(&(0..view.tagged.len()), Glyph::Quote).count();
    let mut pairs = Vec::with_capacity(marks / 2);
    let mut stack: Vec<usize> = Vec::new();
    for (number, paragraph) in view.tagged.paragraphs().iter().enumerate() {
        if !view.is_prose(number) {
            stack.clear();
        }
        let carried = stack.len();
        let first = pairs.len();
        for mark in view.glyphs(&paragraph.tokens, Glyph::Quote) {
            match side(view, mark, paragraph.tokens.clone(), stack.len()) {
                // A quotation of several paragraphs repeats its opening mark at the head of each.
                Side::Opens if carried > 0 && mark == paragraph.tokens.start => {}
                Side::Opens if stack.len() < DEPTH => stack.push(mark),
                Side::Opens => {}
                Side::Closes => {
                    if let Some(open) = stack.pop() {
                        let around = if stack.is_empty() { NOTHING } else { UNPAIRED };
                        pairs.push(Pair { open: narrow(open), close: narrow(mark), around });
                    }
                }
            }
        }
        // Left open: kept for the next paragraph where it opened this one, or where it followed a colon and the next
        // paragraph goes on with a mark.
        let goes_on = view.glyph(paragraph.tokens.end) == Glyph::Quote;
        let begun = |open: usize| open > 0 && view.glyph(open - 1) == Glyph::Colon || carried > 0;
        let inside = pairs.get_mut(first..).unwrap_or_default();
        // "„To jest groźne. Podkreślił, że … „Nie ustąpimy” – dodał": the first mark has lost its other half.
        let stray = inside.iter().any(|pair| pair.around == UNPAIRED && is_given(view, pair.close()));
        stack.truncate(usize::from(!stray));
        stack.retain(|open| goes_on && begun(*open) || *open == paragraph.tokens.start && carried == 0);
        if stack.is_empty() {
            for pair in inside {
                pair.around = NOTHING;
            }
        }
    }
    pairs.sort_unstable_by_key(|pair| pair.open);
    nest(&mut pairs);
    pairs
}

/// Whether a dash with a cue behind a closing mark gives what it ends to somebody.
fn is_given(view: &View<'_>, close: usize) -> bool {
    let dash = if view.glyph(close + 1) == Glyph::Stop { close + 2 } else { close + 1 };
    view.glyph(dash) == Glyph::Dash && view.cue(dash + 1).is_some()
}

/// Notes which pair is around each.
fn nest(pairs: &mut [Pair]) {
    for number in 1..pairs.len() {
        let Some(open) = pairs.get(number).map(|pair| pair.open) else { return };
        // It is the last pair that was opened, or one of those around that.
        let mut around = number - 1;
        while let Some(pair) = pairs.get(around).filter(|pair| pair.close < open) {
            around = pair.around as usize;
        }
        if let Some(pair) = pairs.get_mut(number).filter(|_| around < UNPAIRED as usize) {
            pair.around = narrow(around);
        }
    }
}

/// The pair that a mark belongs to.
pub(super) fn pair_at(pairs: &[Pair], mark: usize) -> Option<Pair> {
    let mut number = pairs.partition_point(|pair| pair.open() <= mark).checked_sub(1)?;
    // The pair that was opened last is that of the mark, or lies in it. Marks nest only so deep.
    loop {
        let pair = *pairs.get(number)?;
        if pair.open() == mark || pair.close() == mark {
            return Some(pair);
        }
        number = pair.around as usize;
    }
}

/// The innermost pair around a token that is no mark.
pub(super) fn pair_around(pairs: &[Pair], at: usize) -> Option<Pair> {
    let mut number = pairs.partition_point(|pair| pair.open() <= at).checked_sub(1)?;
    loop {
        let pair = *pairs.get(number)?;
        if pair.close() > at {
            return Some(pair);
        }
        number = pair.around as usize;
    }
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
