//! Nominatives of Polish adjectives and nouns from their base forms, where a phrase needs another gender or number than
//! the dictionary's base form has.

use crate::morph::Tag;

/// Nominative of an adjective with the base form `lemma` ("europejski") in one number and gender ("europejska").
pub(crate) fn adjective(lemma: &str, number: Tag, gender: Tag) -> String {
    let plural = number.is_plural();
    let personal = plural && gender.has(Tag::M1);
    if let Some((_, [feminine, neuter, many, men])) = PRONOUNS.iter().find(|row| row.0 == lemma) {
        return match () {
            () if personal => men,
            () if plural => many,
            () if gender.has(Tag::N) => neuter,
            () if gender.has(Tag::F) => feminine,
            () => lemma,
        }
        .to_owned();
    }
    let Some(stem) = lemma.strip_suffix(['y', 'i']) else { return lemma.to_owned() };
    let after_i = lemma.ends_with('i');
    // "polski" → "polska", "orli" → "orla", "ostatni" → "ostatnia"
    let hard = stem.ends_with(['k', 'g', 'l']);
    let soft = if after_i && !hard { "i" } else { "" };
    if personal {
        return personal_plural(lemma);
    }
    if plural || gender.has(Tag::N) {
        return if after_i && !stem.ends_with('l') { format!("{stem}ie") } else { format!("{stem}e") };
    }
    if gender.has(Tag::F) {
        return format!("{stem}{soft}a");
    }
    lemma.to_owned()
}

/// Adjectives of their own declension: feminine, neuter, plural and plural for men.
const PRONOUNS: [(&str, [&str; 4]); 12] = [
    ("jeden", ["jedna", "jedno", "jedne", "jedni"]),
    ("mój", ["moja", "moje", "moje", "moi"]),
    ("nasz", ["nasza", "nasze", "nasze", "nasi"]),
    ("pewien", ["pewna", "pewne", "pewne", "pewni"]),
    ("sam", ["sama", "samo", "same", "sami"]),
    ("swój", ["swoja", "swoje", "swoje", "swoi"]),
    ("tamten", ["tamta", "tamto", "tamte", "tamci"]),
    ("ten", ["ta", "to", "te", "ci"]),
    ("twój", ["twoja", "twoje", "twoje", "twoi"]),
    ("wasz", ["wasza", "wasze", "wasze", "wasi"]),
    ("ów", ["owa", "owo", "owe", "owi"]),
    ("żaden", ["żadna", "żadne", "żadne", "żadni"]),
];

/// Base form of a participle by an oblique form of it: "przyjętych" → "przyjęty", "śpiewających" → "śpiewający".
pub(crate) fn participle_of(key: &str) -> Option<String> {
    let oblique = ["ego", "emu", "ych", "ymi", "ym", "ej", "ą"];
    oblique.iter().find_map(|ending| key.strip_suffix(ending)).map(|stem| format!("{stem}y"))
}

/// Base form of an adjective in -ski, -cki or -czny that the dictionary lacks: "południowochińskiego".
pub(in crate::name) fn relational_adjective(key: &str) -> Option<String> {
    let hard = ["ego", "emu", "ych", "ymi", "ym", "ej", "e", "ą", "a", "y"];
    let relational =
        hard.iter().find_map(|ending| key.strip_suffix(ending)).filter(|stem| stem.ends_with("czn"));
    if let Some(stem) = relational {
        return Some(format!("{stem}y"));
    }
    let soft = ["iego", "iemu", "ich", "imi", "im", "iej", "ie", "ą", "a", "i"];
    let stem = soft.iter().find_map(|ending| key.strip_suffix(ending))?;
    (stem.ends_with("sk") || stem.ends_with("ck") || stem.ends_with("dzk")).then(|| format!("{stem}i"))
}

/// Endings of adjectives, the longer before the shorter, and the numbers, genders and cases that each stands for.
const ADJECTIVAL: &[(&str, &[Tag])] = &[
    ("ego", &[Tag::SG, Tag::MASCULINE, Tag::N, Tag::GEN, Tag::ACC]),
    ("emu", &[Tag::SG, Tag::MASCULINE, Tag::N, Tag::DAT]),
    ("ich", &[Tag::PL, Tag::GENDERS, Tag::GEN, Tag::ACC, Tag::LOC]),
    ("ych", &[Tag::PL, Tag::GENDERS, Tag::GEN, Tag::ACC, Tag::LOC]),
    ("imi", &[Tag::PL, Tag::GENDERS, Tag::INST]),
    ("ymi", &[Tag::PL, Tag::GENDERS, Tag::INST]),
    ("im", &[Tag::NUMBERS, Tag::GENDERS, Tag::INST, Tag::LOC, Tag::DAT]),
    ("ym", &[Tag::NUMBERS, Tag::GENDERS, Tag::INST, Tag::LOC, Tag::DAT]),
    ("ej", &[Tag::SG, Tag::F, Tag::GEN, Tag::DAT, Tag::LOC]),
    ("e", &[Tag::NUMBERS, Tag::GENDERS, Tag::NOM, Tag::ACC]),
    ("ą", &[Tag::SG, Tag::F, Tag::ACC, Tag::INST]),
    ("a", &[Tag::SG, Tag::F, Tag::NOM]),
    ("i", &[Tag::SG, Tag::MASCULINE, Tag::NOM, Tag::ACC]),
    ("y", &[Tag::SG, Tag::MASCULINE, Tag::NOM, Tag::ACC]),
];

/// Number, case and gender that the ending of such an adjective may stand for.
pub(in crate::name) fn relational_values(key: &str) -> Tag {
    let told = ADJECTIVAL.iter().find(|(ending, _)| key.ends_with(ending)).map(|(_, values)| *values);
    told.unwrap_or_default().iter().fold(Tag::IGN, |all, value| all | *value)
}

/// Endings of adjectives and of their plural for men: "liberalny" → "liberalni".
const PERSONAL: &[(&str, &str)] = &[
    ("ski", "scy"),
    ("cki", "ccy"),
    ("ki", "cy"),
    ("gi", "dzy"),
    ("chy", "si"),
    ("ony", "eni"),
    ("rzy", "rzy"),
    ("ry", "rzy"),
    ("ły", "li"),
    ("ty", "ci"),
    ("dy", "dzi"),
    ("szy", "si"),
    ("ży", "zi"),
    ("czy", "czy"),
    ("cy", "cy"),
    ("y", "i"),
];

fn personal_plural(lemma: &str) -> String {
    let ending = PERSONAL.iter().find_map(|(ending, plural)| Some((lemma.strip_suffix(ending)?, plural)));
    ending.map_or_else(|| lemma.to_owned(), |(stem, plural)| format!("{stem}{plural}"))
}

/// Endings of nouns for men and of their plural: "demokrata" → "demokraci".
const MEN: &[(&str, &str)] = &[
    ("sta", "ści"),
    ("ta", "ci"),
    ("ca", "cy"),
    ("owiec", "owcy"),
    ("ec", "cy"),
    ("anin", "anie"),
    ("ik", "icy"),
    ("yk", "ycy"),
    ("ak", "acy"),
    ("at", "aci"),
    ("ent", "enci"),
    ("er", "erzy"),
    ("or", "orzy"),
    ("ał", "ałowie"),
    ("an", "ani"),
];

/// Nominative plural of a noun with the base form `lemma`: "stan" → "stany", "linia" → "linie".
pub(crate) fn plural(lemma: &str, gender: Tag) -> String {
    if gender.has(Tag::M1) && !gender.has(Tag::M3) {
        let ending = MEN.iter().find_map(|(ending, plural)| Some((lemma.strip_suffix(ending)?, plural)));
        if let Some((stem, plural)) = ending {
            return format!("{stem}{plural}");
        }
    }
    if let Some(stem) = lemma.strip_suffix("um") {
        return format!("{stem}a");
    }
    if gender.has(Tag::N) {
        if let Some(stem) = lemma.strip_suffix(['o', 'e']) {
            return format!("{stem}a");
        }
    }
    if let Some(stem) = lemma.strip_suffix('a') {
        return with_plural_ending(stem);
    }
    if let Some(stem) = lemma.strip_suffix("ek") {
        return format!("{stem}ki");
    }
    // "sąd" → "sądy", "dzień" → "dnie" is left to the dictionary; "kolej" → "koleje", "sieć" → "sieci".
    for (ending, plural) in
        [("ść", "ści"), ("eć", "eci"), ("ć", "cie"), ("ń", "nie"), ("ś", "sie"), ("ź", "zie")]
    {
        if let Some(stem) = lemma.strip_suffix(ending) {
            return format!("{stem}{plural}");
        }
    }
    // "zespół" → "zespoły", "naród" → "narody", "obóz" → "obozy", "zbiór" → "zbiory"
    for (ending, plural) in [("ół", "oły"), ("ód", "ody"), ("óz", "ozy"), ("ór", "ory")] {
        if let Some(stem) = lemma.strip_suffix(ending) {
            return format!("{stem}{plural}");
        }
    }
    with_plural_ending(lemma)
}

fn with_plural_ending(stem: &str) -> String {
    let soft = ["sz", "cz", "rz", "ż", "c", "l", "j", "dz"].iter().any(|ending| stem.ends_with(ending));
    if stem.ends_with(['k', 'g']) {
        format!("{stem}i")
    } else if soft || stem.ends_with('i') {
        format!("{stem}e")
    } else {
        format!("{stem}y")
    }
}

/// Adds `word` with a capital first letter when `model` has one, all capitals when it has several and nothing else.
pub(in crate::name) fn push_cased_like(text: &mut String, word: &str, model: &str) {
    let mut letters = model.chars().filter(|c| c.is_alphabetic());
    if !letters.next().is_some_and(char::is_uppercase) {
        return text.push_str(word);
    }
    if letters.all(char::is_uppercase) && model.chars().filter(|c| c.is_alphabetic()).count() > 2 {
        return text.push_str(&word.to_uppercase());
    }
    let mut rest = word.chars();
    text.extend(rest.next().into_iter().flat_map(char::to_uppercase));
    text.push_str(rest.as_str());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives_agree() {
        for (lemma, number, gender, expected) in [
            ("europejski", Tag::SG, Tag::F, "europejska"),
            ("europejski", Tag::SG, Tag::N, "europejskie"),
            ("światowy", Tag::SG, Tag::N, "światowe"),
            ("zjednoczony", Tag::PL, Tag::M3, "zjednoczone"),
            ("ostatni", Tag::SG, Tag::F, "ostatnia"),
            ("orli", Tag::SG, Tag::F, "orla"),
            ("orli", Tag::SG, Tag::N, "orle"),
            ("jeden", Tag::SG, Tag::F, "jedna"),
            ("nasz", Tag::SG, Tag::N, "nasze"),
            ("ten", Tag::PL, Tag::F, "te"),
            ("ten", Tag::PL, Tag::M1, "ci"),
            ("pewien", Tag::SG, Tag::F, "pewna"),
            ("liberalny", Tag::PL, Tag::M1, "liberalni"),
            ("szwedzki", Tag::PL, Tag::M1, "szwedzcy"),
        ] {
            assert_eq!(adjective(lemma, number, gender), expected, "{lemma}");
        }
    }

    #[test]
    fn nouns_have_plurals() {
        for (lemma, gender, expected) in [
            ("stan", Tag::M3, "stany"),
            ("linia", Tag::F, "linie"),
            ("wyspa", Tag::F, "wyspy"),
            ("siła", Tag::F, "siły"),
            ("kolej", Tag::F, "koleje"),
            ("wojsko", Tag::N, "wojska"),
            ("zakład", Tag::M3, "zakłady"),
            ("naród", Tag::M3, "narody"),
            ("demokrata", Tag::M1, "demokraci"),
        ] {
            assert_eq!(plural(lemma, gender), expected);
        }
    }
}
