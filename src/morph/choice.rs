//! One reading per word: a beam search over a sentence with the rules of [`context`](super::context).

use super::context::{Context, NOWHERE, Places, Seen, Turn, capital_score};
use super::prior::Candidate;
use super::{Class, Tag};

/// Partial readings of a sentence that are kept side by side.
const WIDTH: usize = 5;

/// Few rules give more than this to one word: a path that needs more to catch up is not followed.
const MOST: i32 = 150;

/// Paths this much worse than the best one are not followed either.
const BEHIND: i32 = 350;

/// Words after which the best partial reading is taken for good, so that a text without sentence ends stays cheap.
pub(super) const LONGEST: usize = 400;

/// A partial reading of a sentence.
#[derive(Clone, Copy)]
struct Path {
    score: i32,
    context: Context,
    places: Places,
    node: u32,
}

/// A step of a path: the choice for one word.
#[derive(Clone, Copy)]
struct Node {
    back: u32,
    link: u32,
    row: u16,
    tag: Tag,
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
    paths: Vec<Path>,
    next: Vec<Path>,
    ranked: Vec<(i32, Candidate)>,
    nodes: Vec<Node>,
    links: Vec<u32>,
}

impl Chooser {
    /// Begins a sentence.
    pub(super) fn begin(&mut self) {
        self.nodes.clear();
        self.paths.clear();
        self.paths.push(Path {
            score: 0,
            context: Context::default(),
            places: Places::default(),
            node: NOWHERE,
        });
    }

    /// Goes on with the next word, which has at least one candidate.
    pub(super) fn advance(&mut self, seen: Seen<'_>, candidates: &[Candidate]) {
        self.next.clear();
        self.rank(seen, candidates);
        for path in &self.paths {
            for (own, candidate) in &self.ranked {
                let (score, floor) = (path.score + own, floor(&self.next));
                if score + MOST <= floor {
                    // The candidates that follow are no likelier.
                    break;
                }
                let mut next = *path;
                let mut turn = Turn::new(seen, candidate, &mut next.places);
                next.score = score + next.context.step(&mut turn);
                let node = Node { back: path.node, link: turn.link, row: candidate.row, tag: turn.tag };
                if next.score > floor {
                    keep(&mut self.next, &mut self.nodes, next, node);
                }
            }
        }
        std::mem::swap(&mut self.paths, &mut self.next);
    }

    /// The candidates with their own scores, the likeliest first.
    fn rank(&mut self, seen: Seen<'_>, candidates: &[Candidate]) {
        self.ranked.clear();
        let own = |candidate: &Candidate| i32::from(candidate.score) + capital_score(seen, candidate);
        self.ranked.extend(candidates.iter().map(|candidate| (own(candidate), *candidate)));
        if !self.ranked.is_sorted_by(|a, b| a.0 >= b.0) {
            self.ranked.sort_by_key(|x| std::cmp::Reverse(x.0));
        }
    }

    /// Ends the sentence: follows the best path back, lets words that agreed share their values, and settles what is still open.
    pub(super) fn end(&mut self, choices: &mut Vec<Choice>) {
        choices.clear();
        self.links.clear();
        let mut at = self.paths.iter().max_by_key(|path| path.score).map_or(NOWHERE, |path| path.node);
        while let Some(node) = self.nodes.get(at as usize) {
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
fn keep(paths: &mut Vec<Path>, nodes: &mut Vec<Node>, path: Path, node: Node) {
    if let Some(same) = paths.iter().position(|x| x.context == path.context) {
        if paths.get(same).is_some_and(|x| x.score >= path.score) {
            return;
        }
        paths.remove(same);
    }
    let place = paths.partition_point(|x| x.score >= path.score);
    paths.truncate(WIDTH - 1);
    nodes.push(node);
    let node = u32::try_from(nodes.len() - 1).unwrap_or(NOWHERE);
    paths.insert(place.min(paths.len()), Path { node, ..path });
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
    order.iter().find(|value| tag.has(**value)).map_or(tag, |value| tag.with(mask, *value))
}
