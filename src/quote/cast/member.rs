//! One whom an article names, by what it says of him, and how well a description fits that.

use std::borrow::Cow;

use super::description::{Description, FORMER, Owner};
use crate::name::Gender;
use crate::quote::sort::Sort;
use crate::quote::{relation, role};
use crate::text::key;

#[derive(Clone, Default)]
pub(super) struct Member<'a> {
    /// Words of the roles that the article states.
    pub(super) stated: Vec<Stated<'a>>,
    /// "Polak": of what nation the article says that one is.
    pub(super) nation: Option<Cow<'a, str>>,
    pub(super) gender: Option<Gender>,
    /// A person, by the names or by how it speaks.
    pub(super) human: bool,
    /// Whether the surname is no more than its first letter: "Jan K."
    pub(super) withheld: bool,
}

/// A word of a role, as a lemma.
#[derive(Clone)]
pub(super) struct Stated<'a> {
    pub(super) word: Cow<'a, str>,
    pub(super) is_role: bool,
    /// Understood of a description rather than said of the name.
    pub(super) learned: bool,
}

impl<'a> Stated<'a> {
    pub(super) fn new(lemma: &'a str, learned: bool) -> Self {
        let word = key(lemma);
        Self { is_role: role::gender(&word).is_some(), word, learned }
    }

    /// "niemiecki", "francuski": by its end, as a country's adjective has it, though not only that.
    pub(super) fn is_of_country(&self) -> bool {
        self.word.ends_with("ski") || self.word.ends_with("cki")
    }
}

impl Member<'_> {
    /// Whether the article says the very word of this person.
    pub(super) fn bears(&self, word: &str) -> bool {
        self.human && self.roles().any(|role| role == word)
    }

    /// Whether nothing is said of this person but how one is addressed: "pan Nowak".
    pub(super) fn is_untold(&self) -> bool {
        self.stated.iter().all(|stated| Sort::Address.has(&stated.word))
    }

    /// Whether it says that an office is no longer held.
    pub(super) fn is_former(&self) -> bool {
        self.stated.iter().any(|stated| stated.word == FORMER)
    }

    /// Whether it says so beside the name, rather than of somebody who was found to be this person.
    pub(super) fn is_called(&self, word: &str) -> bool {
        self.human
            && self.stated.iter().any(|stated| stated.is_role && !stated.learned && stated.word == word)
    }

    /// Whether one of the stated roles is of the same kind as the one described.
    pub(super) fn is_kindred(&self, description: &Description<'_>) -> bool {
        // "lider opozycji" is not of the government.
        let opposed = || description.modifiers.iter().any(|word| Sort::Opposed.has(word));
        let kindred = |role: &str| relation::kindred(role, &description.head);
        !description.served && !opposed() && self.roles().any(kindred)
    }

    /// How well a description fits what is stated; `None` where the two exclude each other.
    pub(super) fn fit(&self, description: &Description<'_>, goes_on: bool) -> Option<i32> {
        let Description { head, unlike, offices, modifiers, owner, specific, former, .. } = description;
        let holds = |office: &str| self.roles().any(|role| relation::same_office(role, office));
        let known = |word: &&Cow<'_, str>| {
            self.stated.iter().any(|stated| relation::related(word, &stated.word))
                || abbreviates(word, &self.stated)
        };
        let fits = modifiers.iter().filter(known).count();
        let compatriot = description.nation.is_some() && self.nation == description.nation;
        // "szefowa resortu" is a minister, and no other "szefowa" unless of a ministry.
        let meant = offices.iter().any(|office| holds(office));
        let office = meant || (offices.is_empty() || fits > 0) && holds(head);
        // Whose surname is withheld is mostly one whom officials tell of.
        let office = office || self.withheld && unlike.officials;
        // "przewodniczący KE" is not the "przewodniczący Rady Europejskiej".
        let owned = self.stated.iter().any(|stated| !stated.is_role && stated.word != FORMER);
        let others =
            office && !former && fits == 0 && *owner == Owner::Whose && owned && !Sort::Besides.has(head);
        // "jej koleżanka dodaje" is of whoever has just spoken; "brat ministra" is not the minister.
        let akin = goes_on && fits == 0 && *owner == Owner::Whose && Sort::Kin.has(head);
        if others && !goes_on || !office && !akin && self.excludes(description) {
            return None;
        }
        // A judge is no attorney; who has another role is no likely bearer of this one.
        let named = offices.first().copied().unwrap_or(head);
        // Who was a premier once may be anything now.
        let now = !office && !former;
        let excluded = now && !self.is_former() && self.roles().any(|role| relation::differs(role, named));
        if excluded && fits == 0 {
            return None;
        }
        let other = now && fits == 0 && self.roles().next().is_some();
        // "prezydent Francji" is not the first president who comes along.
        let weight = if *specific && fits == 0 { 2 } else { 4 };
        let score = weight * i32::from(office) + 2 * i32::try_from(fits.min(3)).unwrap_or(0);
        let score = score + 6 * i32::from(compatriot);
        Some(score - 6 * i32::from(excluded) - i32::from(other))
    }

    /// The roles among the stated words.
    pub(super) fn roles(&self) -> impl Iterator<Item = &str> {
        self.stated.iter().filter(|stated| stated.is_role).map(|stated| &*stated.word)
    }

    /// Whether one who has no such office cannot be meant.
    fn excludes(&self, description: &Description<'_>) -> bool {
        let Description { head, unlike, owner, served, .. } = description;
        // "Japończyk" is not the "Słoweniec".
        let foreign =
            || self.nation.is_some() && description.nation.is_some() && self.nation != description.nation;
        let known = || self.roles().next().is_some();
        // Who once held an office may be a suspect.
        let official = || self.roles().any(|word| Sort::Official.has(word)) && !self.is_former();
        unlike.anybody
            || unlike.officials && official()
            || unlike.known && known()
            || foreign()
            // "jej agentka" is not the one spoken of, nor "rzecznik prokuratury" the prosecutor.
            || *served && (*owner != Owner::Whose || known())
            // Who is accused, so that his surname is withheld, is nobody whom the article calls by another calling.
            || self.withheld && !unlike.officials
            || !description.former && self.roles().any(|role| relation::speaks_for(role, head))
    }
}

/// The office that two words of a role are together: "szef MON" is a "minister", "wiceszef resortu" a "wiceminister".
pub(super) fn meant<'a>(head: &Stated<'a>, behind: &Stated<'_>) -> Option<Stated<'a>> {
    let office = relation::means(&head.word, &behind.word).first()?;
    Some(Stated { word: Cow::Borrowed(office), is_role: true, learned: head.learned })
}

/// Whether a word is made of the first letters of words that follow one another: "KE", "Komisja Europejska".
fn abbreviates(word: &str, stated: &[Stated<'_>]) -> bool {
    let letters = word.chars().count();
    let initials = |words: &[Stated<'_>]| {
        let named = words.iter().all(|stated| !stated.is_role);
        named && words.iter().filter_map(|stated| stated.word.chars().next()).eq(word.chars())
    };
    (2..6).contains(&letters) && stated.windows(letters).any(initials)
}
