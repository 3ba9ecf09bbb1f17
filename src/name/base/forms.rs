//! What base form a single word of a name may have: hypotheses from the dictionary, from the list of given names and from
//! the endings of Polish declension, each with the gender and the cases that it asks for.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::nominative::plural;
use super::{Hypotheses, Hypothesis, Of};
use crate::morph::{Class, NameClass, Reading, Source, Tag};
use crate::name::EntityKind;
use crate::name::lists::{COUNTRIES, ENDINGS, Ending, GIVEN_NAMES, THINGS, TOWNS};
use crate::name::sort::Sort;
use crate::text::{is_apostrophe, is_hyphen};

/// Cases other than the nominative and the vocative.
const OBLIQUE: Tag = Tag::CASES.with(Tag::NOM, Tag::IGN).with(Tag::VOC, Tag::IGN);
/// Weight of a reading that the dictionary holds as a name.
const KNOWN: i16 = 22;
/// … that the list of given names holds.
const LISTED: i16 = 24;

/// Everything that `form` can be a form of, as a word in a name.
pub(in crate::name) fn hypotheses<'a>(
    form: &str,
    readings: impl Iterator<Item = Reading<'a>>,
    of: Of,
) -> Hypotheses {
    let mut found = Hypotheses::default();
    if let Some((stem, ending)) = form.rsplit_once(is_apostrophe) {
        if !stem.is_empty() && !ending.starts_with(char::is_uppercase) {
            after_apostrophe(form, stem, ending, &mut found);
            return found;
        }
    }
    let mut given = Tag::IGN;
    let small = (of == Of::Person).then(|| with_small_article(form)).flatten();
    let readings = readings.filter(|reading| reading.source != Source::Guess && small.is_none());
    readings.for_each(|reading| {
        if of == Of::Person && reading.name == NameClass::GivenName && reading.lemma == form {
            given = given | reading.tag.common(Tag::M1 | Tag::F, Tag::GENDERS);
        }
        from_dictionary(form, reading, of, &mut found);
    });
    let known = found.are_known();
    let cased = (of == Of::Person && !known).then(|| quieter(form)).flatten().or(small);
    let form = cased.as_deref().unwrap_or(form);
    from_endings(form, of, known, &mut found);
    unchanged(form, of, known, given, &mut found);
    found
}

/// "MCERLANE" → "McErlane": a surname of a line of capitals as it is written elsewhere.
fn quieter(form: &str) -> Option<String> {
    let long = form.chars().nth(3).is_some() && form.chars().all(char::is_uppercase);
    let (first, rest) = match form.strip_prefix("MC") {
        Some(rest) => ("Mc", rest),
        None => ("", form),
    };
    let capital = rest.chars().next().filter(|_| long)?;
    let small = rest.chars().skip(1).flat_map(char::to_lowercase);
    Some(first.chars().chain([capital]).chain(small).collect())
}

/// "Al-Asad" → "al-Asad": a surname that begins a sentence, as it is written elsewhere.
fn with_small_article(form: &str) -> Option<String> {
    let (article, _) = form.split_once(is_hyphen).filter(|(_, name)| name.starts_with(char::is_uppercase))?;
    Sort::Article.has(article).then(|| article.to_lowercase() + form.get(article.len()..).unwrap_or_default())
}

/// Bytes of a form that is too short to be another than the base form, at most.
const SHORT: usize = 3;

/// Whether `form` is a form of a given name from the list.
pub(in crate::name) fn is_listed_given_name(form: &str) -> bool {
    let stem = form.rsplit_once(is_apostrophe).map_or(form, |(stem, _)| stem);
    let inflected = || {
        let endings = form.chars().next_back().and_then(|last| ENDINGS.get(&last));
        endings
            .into_iter()
            .flatten()
            .filter_map(|ending| Some((ending, ending.base_of(form)?)))
            .any(|(ending, base)| sex_of(&base).is_some_and(|sex| ending.tag.has(sex)))
    };
    let first = stem.split_once(is_hyphen).map_or(stem, |(first, _)| first);
    // "Sea" is of no Seo.
    sex_of(first).is_some() || form.len() > SHORT && inflected()
}

/// The sexes that bear a given name of the list. It holds most foreign names without their marks: "Stéphane" is "Stephane", and so is
/// "Bjoern", as agencies write "Bjørn", "Bjorn".
fn sex_of(name: &str) -> Option<Tag> {
    let listed = |plain: Option<String>| GIVEN_NAMES.get(plain?.as_str()).copied();
    let plain = || listed(without_marks(name));
    GIVEN_NAMES.get(name).copied().or_else(plain).or_else(|| listed(without_digraphs(name)))
}

/// A word with plain vowels for those that stand for vowels with marks: "Goeran" → "Goran"; `None` where it has none.
fn without_digraphs(word: &str) -> Option<String> {
    let (start, vowel) =
        ["ae", "oe", "ue"].iter().find_map(|pair| Some((word.find(pair)?, pair.get(..1)?)))?;
    let (before, behind) = word.split_at_checked(start)?;
    Some([before, vowel, behind.get(2..)?].concat())
}

/// A word without marks over and under its letters; `None` where it has none.
pub(in crate::name) fn without_marks(word: &str) -> Option<String> {
    let foreign = !word.is_ascii() && !word.contains(['ą', 'ć', 'ę', 'ń', 'ś', 'ź', 'ż']);
    let plain: String = foreign.then(|| word.nfd().filter(|c| !is_combining_mark(*c)).collect())?;
    (plain != word).then_some(plain)
}

/// What a form names by the lists of places and organizations.
pub(in crate::name) fn listed_thing(form: &str) -> Option<EntityKind> {
    // "Westinghouse'em"
    if let Some((stem, _)) =
        form.rsplit_once(is_apostrophe).filter(|(_, end)| end.starts_with(char::is_lowercase))
    {
        return THINGS.get(form).or_else(|| THINGS.get(stem)).copied();
    }
    let endings = || form.chars().next_back().and_then(|last| ENDINGS.get(&last)).into_iter().flatten();
    let listed = |ending: &Ending| {
        let base = ending.base_of(form).filter(|_| ending.tag.has(Tag::M3 | Tag::F))?;
        THINGS.get(base.as_str()).copied()
    };
    THINGS.get(form).copied().or_else(|| endings().find_map(listed))
}

fn from_dictionary(form: &str, reading: Reading<'_>, of: Of, found: &mut Hypotheses) {
    let Some(weight) = likelihood(form, reading, of) else { return };
    let plural_form = reading.tag.is_plural() && !reading.tag.has(Tag::PT);
    // "w Beskidach": the mountains go by their plural.
    let several = of == Of::Thing
        && reading.name == NameClass::Place
        && plural_form
        && ["ach", "ami", "om"].iter().any(|ending| form.ends_with(ending));
    if several {
        let base = plural(reading.lemma, reading.tag.common(Tag::GENDERS, Tag::GENDERS));
        let hypothesis = Hypothesis { known: true, ..Hypothesis::new(reading.tag | Tag::SG, weight) };
        return found.push(&base, hypothesis);
    }
    let tag = if reading.tag.has(Tag::PT) { reading.tag | Tag::SG } else { reading.tag };
    let weight = weight + preference(form, reading.lemma, of) - if plural_form { 14 } else { 0 };
    let given = reading.name == NameClass::GivenName;
    let hypothesis = Hypothesis { known: true, given, ..Hypothesis::new(tag, weight) };
    let people = plural_form && of == Of::Person && reading.tag.class() == Class::Subst;
    match people.then(|| couple(form)) {
        Some(Some(plural)) => found.push(&plural, hypothesis),
        Some(None) => {}
        None => found.push(reading.lemma, hypothesis),
    }
}

/// How likely a reading is one of a person or a thing; `None` where it is none.
fn likelihood(form: &str, reading: Reading<'_>, of: Of) -> Option<i16> {
    let nominal = matches!(reading.tag.class(), Class::Subst | Class::Adj | Class::Depr);
    match (of, reading.name) {
        // A rule that leaves the form as it is knows nothing of it: "O'Connora".
        _ if reading.source == Source::Rule && reading.lemma == form => None,
        _ if !nominal => None,
        (Of::Person, NameClass::GivenName) => Some(KNOWN + 3),
        _ if !reading.lemma.starts_with(char::is_uppercase) => None,
        // "Mars" is a god first, "Ziemia" no place of the dictionary.
        (Of::Thing, NameClass::Place | NameClass::OtherName | NameClass::Common)
            if COUNTRIES.contains(reading.lemma) =>
        {
            Some(KNOWN + 6)
        }
        (Of::Thing, NameClass::Place) if TOWNS.contains(reading.lemma) => Some(KNOWN + 5),
        (Of::Person, NameClass::Surname) | (Of::Thing, NameClass::Place | NameClass::Organization) => {
            Some(KNOWN)
        }
        (Of::Thing, NameClass::OtherName) => Some(KNOWN - 6),
        _ => None,
    }
}

/// How much likelier the base form is than others of the same form.
fn preference(form: &str, base: &str, of: Of) -> i16 {
    let inflected = form != base;
    // Rare base forms in -a, -o and -e shadow the common ones of the same form.
    let rare = if inflected && base.ends_with('o') && (form.ends_with('a') || !base.ends_with("ko")) {
        // "Bralka" is of Bralk.
        4
    } else if form.ends_with("kiem") && base.ends_with("kie") {
        // "Elonem Muskiem" is of Musk.
        16
    } else if inflected && of == Of::Person && base.ends_with("ko") && !base.ends_with("enko") {
        // "Sobotkę" is rather of Sobotka than of Sobotko; "Poroszenkę" is of Poroszenko.
        2
    } else {
        // "Zalesia" is rather of Zalesie than of Zaleś.
        i16::from(of == Of::Thing && form.ends_with("ia") && !base.ends_with('e'))
    };
    // "Jacka" is rather of Jacek than of Jack.
    let fleeting = i16::from(base.ends_with("ek"));
    if inflected { fleeting - rare } else { 2 - rare }
}

/// The nominative plural of a surname from another form of its plural: "Wilkom" → "Wilkowie", "Zalewskich" → "Zalewscy".
fn couple(form: &str) -> Option<String> {
    const NOUNS: [&str; 5] = ["owie", "ów", "om", "ami", "ach"];
    const ADJECTIVES: [&str; 3] = ["kich", "kimi", "kim"];
    if let Some(stem) = ADJECTIVES.iter().find_map(|ending| form.strip_suffix(ending)) {
        return Some(format!("{stem}cy"));
    }
    let stem = NOUNS.iter().find_map(|ending| form.strip_suffix(ending));
    stem.map(|stem| format!("{stem}owie")).or_else(|| form.ends_with("cy").then(|| form.to_owned()))
}

/// `Lafarge’em`, `Conroy'ego`: the apostrophe itself says where the base form ends.
fn after_apostrophe(form: &str, stem: &str, ending: &str, found: &mut Hypotheses) {
    let masculine = Tag::SG | Tag::M1 | Tag::M3;
    let cases = match ending {
        "a" | "ego" => Tag::GEN | Tag::ACC,
        "owi" | "emu" => Tag::DAT,
        "em" | "iem" => Tag::INST,
        "ym" | "im" | "m" => Tag::INST | Tag::LOC,
        "u" => Tag::GEN | Tag::LOC,
        "ie" | "cie" | "ze" | "rze" => Tag::LOC,
        "ów" | "owie" | "ami" | "om" | "ach" => {
            return found.push(stem, Hypothesis::new(Tag::PL | Tag::CASES | Tag::M1, 30));
        }
        _ => return found.push(form, Hypothesis::new(Tag::SG | Tag::CASES | masculine | Tag::F, 0)),
    };
    found.push(stem, Hypothesis::new(masculine | cases, 30));
}

fn from_endings(form: &str, of: Of, known: bool, found: &mut Hypotheses) {
    let Some(endings) = form.chars().next_back().and_then(|last| ENDINGS.get(&last)) else { return };
    for ending in endings {
        let Some(base) = ending.base_of(form) else { continue };
        if of == Of::Thing && THINGS.contains(base.as_str()) && ending.tag.has(Tag::M3 | Tag::F) {
            let weight = LISTED + ending.weight.min(0);
            found.push(&base, Hypothesis { known: true, ..Hypothesis::new(ending.tag, weight) });
            continue;
        }
        let listed = if of == Of::Person { sex_of(&base) } else { None };
        if of == Of::Person {
            if let Some(sex) = listed.filter(|sex| ending.tag.has(*sex)) {
                let tag = ending.tag.with(Tag::GENDERS, sex);
                let weight = LISTED + ending.weight.min(0);
                found.push(&base, Hypothesis { known: true, given: true, ..Hypothesis::new(tag, weight) });
                continue;
            }
        }
        let genders = match of {
            Of::Person => ending.tag.common(Tag::M1 | Tag::F, Tag::GENDERS),
            Of::Thing => ending.tag.common(Tag::M3 | Tag::F, Tag::GENDERS),
        };
        if genders.is_bare() || found.is_known(&base) {
            continue;
        }
        let weight = ending.weight - if known { 12 } else { 0 } - if is_unsayable(&base) { 15 } else { 0 };
        found.push(&base, Hypothesis::new(ending.tag.with(Tag::GENDERS, genders), weight));
    }
}

impl Ending {
    /// The base form of `form` if it ends so and enough of it is left.
    fn base_of(&self, form: &str) -> Option<String> {
        let stem = form.strip_suffix(self.form)?;
        let last = stem.chars().next_back()?;
        let short = stem.chars().nth(1).is_none() && self.base.len() < 2;
        if short || (self.after_consonant && !is_consonant(last)) {
            return None;
        }
        // k and g soften before the e of the instrumental: "Clarkiem", never "Clarkem".
        if self.form == "em" && matches!(last, 'k' | 'g') {
            return None;
        }
        let mut base = String::with_capacity(stem.len() + self.base.len());
        base.push_str(stem);
        base.push_str(self.base);
        Some(base)
    }
}

/// "Koubk" for "Koubkiem": hardly any name ends so, its last vowel is a fleeting one.
fn is_unsayable(base: &str) -> bool {
    base.strip_suffix('k').is_some_and(|stem| {
        stem.ends_with([
            'b', 'd', 'f', 'g', 'h', 'm', 'p', 't', 'v', 'w', 'z', 'ł', 'ś', 'ć', 'ź', 'ż', 'č', 'š', 'ž',
        ])
    })
}

fn is_consonant(c: char) -> bool {
    c.is_alphabetic() && !is_vowel(c)
}

fn is_vowel(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
        || "ąęóáéíúöüäåàèìòùâêîôûëïøőűýă".contains(c.to_lowercase().next().unwrap_or(c))
}

/// Weight of the name of a Russian or Bulgarian woman that is a form of a man's too: a verb that is said of a woman decides for it,
/// nothing else does.
const EASTERN: i16 = 9;

/// "Zacharowa", "Andriejewa": the surname of a woman whose husband is known by another one, "Zacharow".
fn is_eastern_woman(form: &str, found: &Hypotheses) -> bool {
    let husband = form.strip_suffix('a').filter(|man| man.ends_with("ow") || man.ends_with("ew"));
    husband.is_some_and(|man| {
        let polish = || man.strip_suffix("ow").map(|stem| format!("{stem}ów"));
        found.is_known(man) || polish().is_some_and(|man| found.is_known(&man))
    })
}

/// The form as its own base form: in the nominative, and in every other case where such a name does not inflect.
fn unchanged(form: &str, of: Of, known: bool, given: Tag, found: &mut Hypotheses) {
    let last = form.chars().next_back().unwrap_or(' ').to_lowercase().next().unwrap_or(' ');
    let listed = if of == Of::Person { sex_of(form) } else { None };
    if of == Of::Thing && THINGS.contains(form) {
        let tag = Tag::SG | Tag::NOM | Tag::M3 | Tag::F | Tag::N;
        found.push(form, Hypothesis { known: true, ..Hypothesis::new(tag, LISTED) });
    }
    if let (Of::Person, Some(sex)) = (of, listed) {
        let tag = Tag::SG | Tag::NOM | Tag::VOC | sex;
        found.push(form, Hypothesis { known: true, given: true, ..Hypothesis::new(tag, LISTED) });
    }
    let given = given | listed.unwrap_or(Tag::IGN);
    // A given name of the other sex is the likelier a surname the less the rest of the name says; it never changes sex first.
    let doubt = |sex: Tag| match () {
        () if !given.is_bare() && !given.has(sex) => 26,
        () if known || listed.is_some() => 12,
        () => 0,
    };
    let (masculine, feminine) = match of {
        Of::Person => (Tag::M1, Tag::F),
        Of::Thing => (Tag::M3 | Tag::N, Tag::F),
    };
    let consonant = if is_vowel(last) { 0 } else { 2 };
    // "Amodeiego": hardly any woman's name that no list holds ends so.
    let oddness = if form.ends_with("ego") || form.ends_with("emu") { -12 } else { 0 };
    found.push(form, Hypothesis::new(Tag::SG | Tag::NOM | masculine, consonant - doubt(Tag::M1)));
    let eastern = of == Of::Person && is_eastern_woman(form, found);
    let womans = if eastern { EASTERN } else { oddness - doubt(Tag::F) };
    found.push(form, Hypothesis::new(Tag::SG | Tag::NOM | feminine, womans));
    let stiff = if of == Of::Thing { 10 } else { 0 };
    let (masculine_stiff, feminine_stiff) = match last {
        'a' => (-34, -30),
        'ą' | 'ę' => (-30, -30),
        'y' | 'i' | 'e' => (-14, -4),
        c if is_vowel(c) => (-6, -2),
        _ => (-24, -1),
    };
    let listed_as = |sex: Tag| listed.is_some_and(|x| x.has(sex));
    let known = |sex| if listed_as(sex) { LISTED } else { -doubt(sex) };
    for (genders, sex, weight) in [(masculine, Tag::M1, masculine_stiff), (feminine, Tag::F, feminine_stiff)]
    {
        let oblique = Hypothesis::new(Tag::SG | OBLIQUE | genders, weight + stiff + known(sex));
        found.push(form, Hypothesis { given: listed_as(sex), ..oblique });
    }
}
