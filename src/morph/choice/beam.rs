//! The partial readings of a sentence that are followed side by side.
//!
//! How they rank changes from word to word as no processor foresees, and a branch that it guesses wrong takes as long as
//! dozens of instructions. So paths stay where they were written, their ranks are the bytes of one number, and what ranks
//! them has no branches.

use super::context::{Context, NOWHERE, Places};

/// Paths that are kept at most.
const WIDTH: usize = 6;

/// Paths this much worse than the best one are not followed either.
const BEHIND: i32 = 220;

/// Slots for paths: those that are kept, one for the next, and another that makes them a power of two.
const SLOTS: usize = 8;

/// The score of a slot without a path.
const FREE: i32 = i32::MIN;

/// The step before the first word.
pub(super) const BEGINNING: u32 = NOWHERE;

/// A partial reading of a sentence: what it has come to.
#[derive(Clone, Copy)]
pub(super) struct Path {
    /// The step that led here.
    pub(super) step: u32,
    pub(super) context: Context,
    pub(super) places: Places,
}

impl Default for Path {
    fn default() -> Self {
        Self { step: BEGINNING, context: Context::default(), places: Places::default() }
    }
}

/// The best paths, with their scores.
#[derive(Default)]
pub(super) struct Beam {
    paths: [Path; SLOTS],
    scores: Scores,
    /// Digests of the paths' contexts.
    digests: [u32; SLOTS],
    ranks: Ranks,
    kept: usize,
}

impl Beam {
    /// Drops all paths.
    pub(super) fn clear(&mut self) {
        self.scores = Scores::default();
        self.kept = 0;
    }

    /// The paths with their scores, the best one first.
    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = (i32, &Path)> {
        let slots = (0..self.kept).map(|rank| self.ranks.slot(rank));
        slots.filter_map(|slot| Some((self.scores.of(slot), self.paths.get(slot)?)))
    }

    /// Paths that score no more are not followed: others fill the room, or one is far better.
    #[inline]
    pub(super) fn floor(&self) -> i32 {
        let score = |rank| self.scores.of(self.ranks.slot(rank));
        score(0).saturating_sub(BEHIND).max(score(WIDTH - 1))
    }

    /// Adds a path whose score is above the [floor](Self::floor), behind those that are as good, unless a better one
    /// remembers the same; the worst of more than `WIDTH` is dropped.
    #[inline]
    pub(super) fn keep(&mut self, score: i32, path: &Path) -> bool {
        let digest = path.context.digest();
        let rank = match self.same(digest, &path.context) {
            Some(slot) if self.scores.of(slot) >= score => return false,
            Some(slot) => self.ranks.rank(slot),
            None => self.kept.min(WIDTH - 1),
        };
        let (slot, freed) = self.ranks.replace(rank, self.scores.better(score), self.kept);
        self.kept = self.kept.max(rank + 1);
        self.scores.set(freed, FREE);
        self.scores.set(slot, score);
        if let (Some(old), Some(known)) = (self.paths.get_mut(slot), self.digests.get_mut(slot)) {
            (*old, *known) = (*path, digest);
        }
        true
    }

    /// The slot of the path with this context.
    #[inline]
    fn same(&self, digest: u32, context: &Context) -> Option<usize> {
        // All of them, as that takes no branch for each.
        let likely: u32 = self.digests.iter().map(|known| u32::from(*known == digest)).sum();
        let is_same = |slot: &usize| {
            self.scores.of(*slot) != FREE
                && self.paths.get(*slot).is_some_and(|path| path.context == *context)
        };
        if likely > 0 { (0..SLOTS).find(is_same) } else { None }
    }
}

/// The scores of the slots.
struct Scores([i32; SLOTS]);

impl Default for Scores {
    fn default() -> Self {
        Self([FREE; SLOTS])
    }
}

impl Scores {
    fn of(&self, slot: usize) -> i32 {
        self.0.get(slot).copied().unwrap_or(FREE)
    }

    fn set(&mut self, slot: usize, score: i32) {
        if let Some(old) = self.0.get_mut(slot) {
            *old = score;
        }
    }

    /// How many are as good or better.
    #[inline]
    fn better(&self, score: i32) -> usize {
        self.0.iter().map(|other| u32::from(*other >= score)).sum::<u32>() as usize
    }
}

/// Which slots there are, by the ranks of their paths and behind these the free ones: a byte for each, the first one last.
#[derive(Clone, Copy)]
struct Ranks(u64);

impl Default for Ranks {
    fn default() -> Self {
        Self(u64::from_le_bytes([0, 1, 2, 3, 4, 5, 6, 7]))
    }
}

impl Ranks {
    #[inline]
    fn slot(self, rank: usize) -> usize {
        usize::from(self.0.to_le_bytes().get(rank).copied().unwrap_or(0)) % SLOTS
    }

    /// The rank of a slot.
    fn rank(self, slot: usize) -> usize {
        (0..SLOTS).find(|rank| self.slot(*rank) == slot).unwrap_or(0)
    }

    /// Takes the first free slot, which has the rank `free`, in the place of that with the rank `old`, and moves it up to the
    /// rank `new`. The one taken and the one freed, which is the first free one now, unless it is the one taken.
    #[inline]
    fn replace(&mut self, old: usize, new: usize, free: usize) -> (usize, usize) {
        let (slot, freed) = (self.slot(free), self.slot(old));
        let both = (slot ^ freed) as u64;
        let swapped = self.0 ^ both << (8 * old) ^ both << (8 * free);
        let below = |rank: usize| (1_u64 << (8 * rank)) - 1;
        let moved = below(old + 1) ^ below(new);
        self.0 = swapped & !moved | (swapped & moved) << 8 & moved | (slot as u64) << (8 * new);
        (slot, freed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::morph::choice::{Follower, Seen, Turn};
    use crate::morph::prior::{Candidate, Traits};
    use crate::morph::{Shape, Tag};

    /// What is remembered of one noun in this case.
    fn noun(case: &str) -> Path {
        let mut path = Path::default();
        let tag: Tag = format!("subst:sg:{case}:f").parse().unwrap();
        let candidate = Candidate { row: 0, score: 0, tag, traits: Traits::default() };
        let seen = Seen {
            shape: Shape::Lower,
            at: 0,
            initial: true,
            is_inside: false,
            loud: false,
            follower: Follower::Word,
            text: "woda",
        };
        path.context.step(&mut Turn::new(&seen, &candidate, &mut path.places));
        path
    }

    fn scores(beam: &Beam) -> Vec<i32> {
        beam.iter().map(|(score, _)| score).collect()
    }

    #[test]
    fn the_best_stands_first_and_the_worst_goes() {
        let mut beam = Beam::default();
        for (score, case) in [30, 10, 50, 20, 40, 60, 45].into_iter().zip(CASES) {
            assert!(score > beam.floor() && beam.keep(score, &noun(case)), "{case}");
        }
        assert_eq!(scores(&beam), [60, 50, 45, 40, 30, 20]);
        assert_eq!(beam.floor(), 20);
        let best = beam.iter().next().unwrap().1;
        assert!(best.context == noun(CASES[5]).context);
    }

    const CASES: [&str; 7] = ["nom", "gen", "dat", "acc", "inst", "loc", "voc"];

    #[test]
    fn of_those_that_are_as_good_the_earlier_one_stands_first() {
        let mut beam = Beam::default();
        for case in CASES.iter().take(3) {
            beam.keep(7, &noun(case));
        }
        let kept: Vec<_> = beam.iter().map(|(_, path)| path.context).collect();
        assert!(kept.iter().eq(CASES.map(|case| noun(case).context).iter().take(3)));
    }

    #[test]
    fn of_those_that_remember_the_same_the_better_one_stays() {
        let mut beam = Beam::default();
        beam.keep(20, &noun("nom"));
        beam.keep(30, &noun("gen"));
        assert!(!beam.keep(20, &Path { step: 1, ..noun("nom") }));
        assert!(beam.keep(40, &Path { step: 2, ..noun("nom") }));
        assert_eq!(scores(&beam), [40, 30]);
        assert_eq!(beam.iter().next().unwrap().1.step, 2);
        for (score, case) in (50..).step_by(10).zip(CASES) {
            beam.keep(score, &noun(case));
        }
        assert_eq!(scores(&beam), [110, 100, 90, 80, 70, 60]);
    }

    #[test]
    fn what_is_far_behind_the_best_is_not_followed() {
        let mut beam = Beam::default();
        assert_eq!(beam.floor(), FREE);
        beam.keep(1000, &noun("nom"));
        assert_eq!(beam.floor(), 1000 - BEHIND);
        beam.clear();
        assert_eq!((beam.floor(), beam.iter().count()), (FREE, 0));
    }

    #[test]
    fn slots_are_handed_on() {
        let mut ranks = Ranks::default();
        // One behind the others, one before them, one in the place of the second.
        assert_eq!(ranks.replace(0, 0, 0), (0, 0));
        assert_eq!(ranks.replace(1, 0, 1), (1, 1));
        assert_eq!(ranks.replace(1, 0, 2), (2, 0));
        assert_eq!((0..SLOTS).map(|rank| ranks.slot(rank)).collect::<Vec<_>>(), [2, 1, 0, 3, 4, 5, 6, 7]);
        assert_eq!(ranks.rank(0), 2);
    }
}
