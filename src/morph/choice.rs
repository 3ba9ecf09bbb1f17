//! One reading per word: a beam search over a sentence with the rules of [`context`](super::context).

use super::context::{Context, NOWHERE, Places, Seen, Turn, capital_score};
use super::prior::Candidate;
use super::{Class, Tag};

/// Partial readings of a sentence that are kept side by side.
const WIDTH: usize = 6;

/// Few rules give more than this to one word: a path that needs more to catch up is not followed.
const MOST: i32 = 40;

/// Paths this much worse than the best one are not followed either.
const BEHIND: i32 = 220;

/// Words after which the best partial reading is taken for good, so that a text without sentence ends stays cheap.
pub(super) const LONGEST: usize = 400;

/// A partial reading of a sentence, by its last word.
#[derive(Clone, Copy)]
struct Node {
    /// Node of the word before.
    back: u32,
    link: u32,
    row: u16,
    tag: Tag,
    context: Context,
    places: Places,
}

/// The node before the first word.
const BEGINNING: u32 = 0;

impl Default for Node {
    fn default() -> Self {
        let (context, places) = (Context::default(), Places::default());
        Self { back: BEGINNING, link: NOWHERE, row: 0, tag: Tag::IGN, context, places }
    }
}

/// A partial reading that is followed.
#[derive(Clone, Copy)]
struct Path {
    score: i32,
    node: u32,
}

/// What was chosen for a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) row: u16,
    pub(super) tag: Tag,
}

/// The search, with its buffers kept from sentence to sentence.
#[derive(Default)]
pub(super) struct Chooser {
    /// Those that are followed, the best one first.
    paths: Vec<Path>,
    next: Vec<Path>,
    ranked: Vec<Candidate>,
    nodes: Vec<Node>,
    links: Vec<u32>,
}

impl Chooser {
    /// Begins a sentence.
    pub(super) fn begin(&mut self) {
        self.nodes.clear();
        self.paths.clear();
        self.nodes.push(Node::default());
        self.paths.push(Path { score: 0, node: BEGINNING });
    }

    /// Goes on with the next word, which has at least one candidate.
    pub(super) fn advance(&mut self, seen: Seen<'_>, candidates: &[Candidate]) {
        self.next.clear();
        let Self { paths, next, ranked, nodes, .. } = self;
        let candidates = if seen.has_capitals() { rank(seen, candidates, ranked) } else { candidates };
        for path in paths.iter() {
            for candidate in candidates {
                let (score, floor) = (path.score + i32::from(candidate.score), floor(next));
                if score + MOST <= floor {
                    // The candidates that follow are no likelier.
                    break;
                }
                let mut node = nodes.get(path.node as usize).copied().unwrap_or_default();
                let mut turn = Turn::new(&seen, candidate, &mut node.places);
                let score = score + node.context.step(&mut turn);
                if score > floor {
                    (node.link, node.tag) = (turn.link, turn.tag);
                    (node.back, node.row) = (path.node, candidate.row);
                    keep(next, nodes, score, node);
                }
            }
        }
        std::mem::swap(&mut self.paths, &mut self.next);
    }

    /// Ends the sentence: follows the best path back, lets words that agreed share their values, and settles what is still open.
    pub(super) fn end(&mut self, choices: &mut Vec<Choice>) {
        choices.clear();
        self.links.clear();
        let mut at = self.paths.first().map_or(BEGINNING, |path| path.node);
        while let Some(node) = self.nodes.get(at as usize).filter(|_| at != BEGINNING) {
            choices.push(Choice { row: node.row, tag: node.tag });
            self.links.push(node.link);
            at = node.back;
        }
        choices.reverse();
        self.links.reverse();
        for n in (0..choices.len()).rev() {
            let link = self.links.get(n).map_or(usize::MAX, |link| *link as usize);
            share(choices, n, link);
        }
        for n in 0..choices.len() {
            let link = self.links.get(n).map_or(usize::MAX, |link| *link as usize);
            share(choices, n, link);
        }
        for choice in choices.iter_mut() {
            choice.tag = settled(choice.tag);
        }
    }
}

/// Paths that score no more are not followed: others fill the room, or one is far better.
fn floor(paths: &[Path]) -> i32 {
    let far = paths.first().map_or(i32::MIN, |best| best.score - BEHIND);
    paths.get(WIDTH - 1).map_or(far, |worst| worst.score.max(far))
}

/// Adds a path unless a better one remembers the same; the worst of more than `WIDTH` is dropped.
fn keep(paths: &mut Vec<Path>, nodes: &mut Vec<Node>, score: i32, node: Node) {
    let remembers_same =
        |path: &Path| nodes.get(path.node as usize).is_some_and(|x| x.context == node.context);
    if let Some(same) = paths.iter().position(remembers_same) {
        if paths.get(same).is_some_and(|path| path.score >= score) {
            return;
        }
        paths.remove(same);
    }
    let place = paths.partition_point(|path| path.score >= score);
    paths.truncate(WIDTH - 1);
    let number = u32::try_from(nodes.len()).unwrap_or(NOWHERE);
    nodes.push(node);
    paths.insert(place.min(paths.len()), Path { score, node: number });
}

/// The candidates with what capitals make of them, the likeliest first, in the place of what `ranked` held.
fn rank<'a>(seen: Seen<'_>, candidates: &[Candidate], ranked: &'a mut Vec<Candidate>) -> &'a [Candidate] {
    ranked.clear();
    ranked.extend(candidates.iter().map(|candidate| Candidate {
        score: candidate.score.saturating_add(capital_score(seen, candidate)),
        ..*candidate
    }));
    ranked.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
    ranked
}

/// Gives two words that agree the genders that both allow.
fn share(choices: &mut [Choice], one: usize, other: usize) {
    let (Some(a), Some(b)) = (choices.get(one), choices.get(other)) else { return };
    let both = a.tag.common(b.tag, Tag::GENDERS);
    if !both.has(Tag::GENDERS) {
        return;
    }
    for n in [one, other] {
        if let Some(choice) = choices.get_mut(n) {
            if choice.tag.has(Tag::GENDERS) {
                choice.tag = choice.tag.with(Tag::GENDERS, both);
            }
        }
    }
}

/// One value for each category: what is still open takes the likeliest.
fn settled(tag: Tag) -> Tag {
    let person = matches!(
        tag.class(),
        Class::Ppron12 | Class::Ppron3 | Class::Praet | Class::Winien | Class::Subst | Class::Cond
    );
    let genders = if person {
        [Tag::M1, Tag::M3, Tag::M2, Tag::F, Tag::N]
    } else {
        [Tag::M3, Tag::M1, Tag::F, Tag::N, Tag::M2]
    };
    let tag = first(tag, Tag::GENDERS, &genders);
    let tag = first(tag, Tag::AKC.with(Tag::NAKC, Tag::NAKC), &[Tag::AKC, Tag::NAKC]);
    let order = if tag.has(Tag::NOM) { [Tag::NPRAEP, Tag::PRAEP] } else { [Tag::PRAEP, Tag::NPRAEP] };
    first(tag, Tag::PRAEP.with(Tag::NPRAEP, Tag::NPRAEP), &order)
}

fn first(tag: Tag, mask: Tag, order: &[Tag]) -> Tag {
    if tag.common(tag, mask).bits().count_ones() < 2 {
        return tag;
    }
    order.iter().find(|value| tag.has(**value)).map_or(tag, |value| tag.with(mask, *value))
}
