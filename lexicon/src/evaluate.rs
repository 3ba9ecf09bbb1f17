//! How good the guesser for names is on names it has not seen: one lemma in ten is left out of its training.

use std::collections::BTreeMap;

use depesza::lexicon::{NameClass, Tag};

use crate::forms::Forms;
use crate::guess::{self, Endings, Kind};
use crate::sgjp::Capitals;
use crate::trim::{Analysis, Rule};

/// Shares of right lemmas, every form weighed by how often text has it.
#[derive(Default)]
struct Score {
    total: f64,
    unchanged: f64,
    first: f64,
    with_tag: f64,
    in_three: f64,
}

/// Prints the figures.
pub fn print(forms: &Forms) {
    let names = guess::train(forms, Kind::Names, |form, analysis| !held_out(forms, form, &analysis.rule));
    let mut score = Score::default();
    for (form, set) in &forms.coded {
        for number in forms.sets.members(*set as usize) {
            let analysis = forms.sets.analysis(*number);
            let is_name =
                matches!(analysis.name, NameClass::GivenName | NameClass::Surname | NameClass::Place);
            if is_name
                && analysis.form_case == Capitals(1)
                && !analysis.marked
                && held_out(forms, form, &analysis.rule)
            {
                score.add(forms, &names, form, analysis);
            }
        }
    }
    let percent = |x: f64| 100.0 * x / score.total;
    println!("held-out names: form as lemma {:.1} %", percent(score.unchanged));
    println!(
        "first guess {:.1} %, in the first three lemmas {:.1} %",
        percent(score.first),
        percent(score.in_three)
    );
    println!("first guess when gender, number and case are known {:.1} %", percent(score.with_tag));
}

impl Score {
    fn add(&mut self, forms: &Forms, names: &Endings, form: &[u8], analysis: &Analysis) {
        let weight = f64::from(guess::name(analysis));
        let guesses = longest(names, forms.boundary(), form);
        let all = ranked(forms, guesses, |_| true);
        let fitting = ranked(forms, guesses, |tag| tag.agrees(analysis.tag));
        let hit = |is: bool| if is { weight } else { 0.0 };
        self.total += weight;
        self.unchanged += hit(analysis.rule.suffix_cut == 0 && analysis.rule.add.is_empty());
        self.first += hit(all.first() == Some(&&analysis.rule));
        self.in_three += hit(all.iter().take(3).any(|x| **x == analysis.rule));
        self.with_tag += hit(fitting.first() == Some(&&analysis.rule));
    }
}

/// The rules of the guesses by the sum of their weights.
fn ranked<'a>(forms: &'a Forms, guesses: &[(u32, f32)], fits: impl Fn(Tag) -> bool) -> Vec<&'a Rule> {
    let mut sums: BTreeMap<&Rule, f32> = BTreeMap::new();
    for (number, weight) in guesses {
        let analysis = forms.sets.analysis(*number);
        if fits(analysis.tag) {
            *sums.entry(&analysis.rule).or_default() += weight;
        }
    }
    let mut rules: Vec<_> = sums.into_iter().collect();
    rules.sort_by(|a, b| b.1.total_cmp(&a.1));
    rules.into_iter().map(|x| x.0).collect()
}

fn longest<'a>(names: &'a Endings, boundary: u8, form: &[u8]) -> &'a [(u32, f32)] {
    let reversed: Vec<u8> = form.iter().rev().copied().chain([boundary]).collect();
    (1..=reversed.len()).rev().find_map(|k| names.get(&reversed[..k])).map_or(&[], |x| x.as_slice())
}

/// Every tenth lemma, by a hash that does not change.
fn held_out(forms: &Forms, form: &[u8], rule: &Rule) -> bool {
    let stem =
        form.get(usize::from(rule.prefix_cut)..form.len() - usize::from(rule.suffix_cut)).unwrap_or_default();
    let stem = stem.iter().map(|x| forms.alphabet[usize::from(*x)]);
    let hash = stem.chain(rule.add.chars()).fold(0xcbf2_9ce4_8422_2325_u64, |hash, letter| {
        (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 32) % 10 == 0
}
