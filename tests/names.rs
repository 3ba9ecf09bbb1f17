//! Names, their base forms, roles and entities, by the tables in `tests/data/names.toml`, and what holds for any text.

use std::collections::BTreeMap;

use depesza::morph::Tagged;
use depesza::name::{Entity, EntityKind, Gender, base_form, find};
use proptest::prelude::*;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

#[derive(Deserialize)]
struct Table {
    base_forms: BTreeMap<String, String>,
    text: Vec<Case>,
    gender: Vec<Shown>,
}

/// A text that shows the gender of the only person in it: `m`, `f`, or nothing where it leaves it open.
#[derive(Deserialize)]
struct Shown {
    text: String,
    gender: String,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
    entities: Vec<String>,
}

fn table() -> Table {
    toml::from_str(include_str!("data/names.toml")).expect("the table is well formed")
}

/// An entity as the table writes it.
fn written(entity: &Entity, text: &str) -> String {
    let kind = match entity.kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        _ => "place",
    };
    let gender = match entity.gender {
        Some(Gender::Masculine) => " (m)",
        Some(Gender::Feminine) => " (f)",
        _ => "",
    };
    let role = entity.mentions.iter().find_map(|mention| mention.role.as_deref());
    let role = role.map(|role| format!(" = {role}")).unwrap_or_default();
    let mentions: Vec<_> = entity.mentions.iter().filter_map(|mention| mention.span.slice(text)).collect();
    format!("{kind}: {}{gender}{role} | {}", entity.name, mentions.join(", "))
}

#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
fn names_by_themselves_have_these_base_forms() {
    for (name, base) in table().base_forms {
        assert_eq!(base_form(&name), base, "{name}");
    }
}

#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
fn texts_hold_these_entities() {
    let mut wrong = Vec::new();
    for Case { name, text, entities } in table().text {
        let found: Vec<_> = find(&Tagged::new(&text)).iter().map(|entity| written(entity, &text)).collect();
        if found != entities {
            wrong.push(format!("{name}\n  expected {entities:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
fn genders_are_those_that_the_text_shows() {
    let rows = table().gender;
    let wrong: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            let entities = find(&Tagged::new(&row.text));
            let mut people = entities.iter().filter(|entity| entity.kind == EntityKind::Person);
            let found = match people.next().map(|person| person.gender) {
                Some(Some(Gender::Masculine)) => "m",
                Some(Some(Gender::Feminine)) => "f",
                Some(_) => "",
                None => "nobody",
            };
            (found != row.gender).then(|| format!("{} {found:?}", row.text))
        })
        .collect();
    assert!(rows.len() >= 30);
    assert!(wrong.len() * 50 <= rows.len(), "{} of {}: {wrong:#?}", wrong.len(), rows.len());
}

/// The people of a text.
fn people(text: &str) -> Vec<Entity> {
    let mut entities = find(&Tagged::new(text));
    entities.retain(|entity| entity.kind == EntityKind::Person);
    entities
}

#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
fn a_stated_role_alone_stands_for_its_bearer() {
    let text = "Przemawiał prezydent Norlandii Jan Wilk. Prezydent Norlandii mówił długo, a prezydent Francji milczał. \
                Prezydent wyszedł. Ewa Sowa została prezydentem.";
    let people = people(text);
    let references: Vec<_> =
        people[0].references.iter().map(|x| x.span.slice(text).unwrap_or_default()).collect();
    assert_eq!(people[0].name, "Jan Wilk");
    assert_eq!(references, ["Prezydent Norlandii", "Prezydent"]);
    assert_eq!(people[0].references[0].role, "prezydent Norlandii");
    assert!(people[1].references.is_empty());
}

#[test]
fn a_role_that_two_people_bear_stands_for_neither() {
    let text = "Przyszli minister Jan Wilk i minister Ewa Sowa. Minister milczał.";
    assert!(people(text).iter().all(|person| person.references.is_empty()));
}

#[test]
#[cfg_attr(not(feature = "lexicon"), ignore = "wants the dictionary")]
fn a_base_form_that_another_comes_near_is_not_certain() {
    let certain = |text: &str| people(text)[0].mentions[0].certain;
    assert!(certain("Rozmawiano z premier Anną Nowak."));
    assert!(certain("Rozmawiano z Dmytrem Hołubenkiem. Hołubenek milczał."));
    assert!(!certain("Mówiono o ministrze Lukardzie."));
}

proptest! {
    #[test]
    fn mentions_lie_in_the_text_and_belong_to_one_entity(
        text in r"((Jan|Annie|Nowak(a|iem)?|premier|Rad[ay]|UE|w|W\.|Polsce|ds\.|i|von|Ab-Cd'a|\(X[A-Z]\)|II|[ .,„”-]) ?){0,40}"
    ) {
        let entities = find(&Tagged::new(&text));
        let mut ends = Vec::new();
        for (index, entity) in entities.iter().enumerate() {
            prop_assert_eq!(entity.id as usize, index);
            prop_assert!(!entity.name.is_empty() && !entity.mentions.is_empty());
            for mention in &entity.mentions {
                prop_assert!(mention.span.slice(&text).is_some_and(|words| !words.is_empty()));
                ends.push((mention.tokens.start, mention.tokens.end));
            }
        }
        ends.sort_unstable();
        prop_assert!(ends.windows(2).all(|pair| pair[0].1 <= pair[1].0));
    }

    #[test]
    fn any_text_is_analysed(text in r"\PC{0,80}") {
        find(&Tagged::new(&text));
        base_form(&text);
    }
}

#[test]
fn foreign_letters_that_are_decomposed_show_people_too() {
    let text: String = "W raporcie są Jõul Sääsk oraz inni.".nfd().collect();
    let entities = find(&Tagged::new(&text));
    assert_eq!(entities.iter().map(|entity| entity.kind).collect::<Vec<_>>(), [EntityKind::Person]);
}
