//! Which words take a period that need not end a sentence, and which words begin one.

use std::collections::BTreeMap;

use once_cell::sync::Lazy;

use super::beginnings::Beginnings;
use crate::error::Error;
use crate::text::{WordList, ends_in_one, is_space, key, words_of};

/// How often the period of an abbreviation ends the sentence before a capital letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Ending {
    /// Never: a name, a title or a number follows (`prof.`, `ul.`, `np.`).
    Never,
    /// Only where the next word is one that begins sentences (`tys.`, `im.`).
    Rarely,
    /// Where the next word is one that begins sentences, or the sentence already has a verb (`r.`, `itd.`).
    Often,
    /// Always: no abbreviation, though it may look like one (`zł`, `km`).
    Always,
}

/// Abbreviations beyond the built-in ones, for [`sentences_with`](super::sentences_with) and
/// [`boundaries`](super::boundaries).
///
/// ```
/// use depesza::sentence::{Ending, Options, sentences_with};
///
/// let options = Options::default().abbreviation("pdkom.", Ending::Never)?;
/// let text = "Przyjechał pdkom. Nowak. Zabrał głos.";
/// assert_eq!(sentences_with(text, &options).count(), 2);
/// # Ok::<(), depesza::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    abbreviations: BTreeMap<String, Ending>,
}

impl Options {
    /// Adds an abbreviation, with or without its period; case does not matter.
    ///
    /// # Errors
    /// [`Error::InvalidEntry`] for an entry that is empty or holds white space.
    pub fn abbreviation(mut self, entry: &str, ending: Ending) -> Result<Self, Error> {
        let refuse = |reason| Err(Error::InvalidEntry { entry: entry.to_owned(), reason });
        let word = key(entry.strip_suffix('.').unwrap_or(entry)).into_owned();
        if word.is_empty() {
            return refuse("an abbreviation has at least one letter");
        }
        if word.contains(is_space) {
            return refuse("an abbreviation is one word");
        }
        self.abbreviations.insert(word, ending);
        Ok(self)
    }

    fn ending(&self, word: &str) -> Option<Ending> {
        // Nothing is folded for those who have added nothing.
        if self.abbreviations.is_empty() { None } else { self.abbreviations.get(&*key(word)).copied() }
    }
}

static BUILT_IN: Lazy<WordList<Ending>> = Lazy::new(|| {
    let mut ending = Ending::Never;
    WordList::new(words_of(include_str!("abbreviations.txt")).filter_map(|word| {
        match word {
            "[never]" => ending = Ending::Never,
            "[rarely]" => ending = Ending::Rarely,
            "[often]" => ending = Ending::Often,
            "[always]" => ending = Ending::Always,
            _ => return Some((word, ending)),
        }
        None
    }))
});

/// How the period of `word` ends sentences.
pub(super) fn ending(word: &str, options: Option<&Options>) -> Ending {
    let listed = options.and_then(|options| options.ending(word)).or_else(|| BUILT_IN.get(word));
    listed
        .unwrap_or_else(|| if has_vowel(word) || is_acronym(word) { Ending::Always } else { Ending::Rarely })
}

fn has_vowel(word: &str) -> bool {
    word.chars().any(|c| {
        !c.is_ascii()
            && !matches!(
                c,
                'ł' | 'ś' | 'ć' | 'ż' | 'ź' | 'ń' | 'Ł' | 'Ś' | 'Ć' | 'Ż' | 'Ź' | '\u{301}' | '\u{307}'
            )
            || matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | '0'..='9')
    })
}

/// One character, with its marks where the letter is decomposed.
pub(super) fn is_single(word: &str) -> bool {
    word.chars().skip(1).all(crate::text::is_mark)
}

/// `PZPN`: two capitals or more.
fn is_acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
}

// What `cues.txt` says of a word, as bits.
const STARTER: u16 = 1;
const OPENER: u16 = 1 << 1;
const SUBORDINATOR: u16 = 1 << 2;
const OF_DATE: u16 = 1 << 3;
const TAKES_ORDINAL: u16 = 1 << 4;
const HAS_ORDINAL: u16 = 1 << 5;
const TAKES_LETTER: u16 = 1 << 6;
const DECADE: u16 = 1 << 7;
const NAMES_WORK: u16 = 1 << 8;
const LIST_ITEM: u16 = 1 << 9;
const OF_SUSPECT: u16 = 1 << 10;
const COUNTED: u16 = 1 << 11;
const SCALE: u16 = 1 << 12;
const NAMES: u16 = 1 << 13;
const MEASURED: u16 = 1 << 14;
const QUANTITY: u16 = 1 << 15;

const SECTIONS: [(&str, u16); 16] = [
    ("[starter]", STARTER),
    ("[opener]", STARTER | OPENER),
    ("[subordinator]", SUBORDINATOR),
    ("[date]", OF_DATE),
    ("[takes-ordinal]", TAKES_ORDINAL),
    ("[has-ordinal]", HAS_ORDINAL),
    ("[takes-letter]", TAKES_LETTER),
    ("[decade]", DECADE),
    ("[names-work]", NAMES_WORK),
    ("[list-item]", LIST_ITEM),
    ("[of-suspect]", OF_SUSPECT),
    ("[counted]", COUNTED),
    ("[scale]", SCALE),
    ("[names]", NAMES),
    ("[measured]", MEASURED),
    ("[quantity]", QUANTITY),
];

static CUES: Lazy<WordList<u16>> = Lazy::new(|| {
    let mut section = 0;
    let mut cues = BTreeMap::<&str, u16>::new();
    for word in words_of(include_str!("cues.txt")) {
        match SECTIONS.iter().find(|(name, _)| *name == word) {
            Some((_, found)) => section = *found,
            None => *cues.entry(word).or_default() |= section,
        }
    }
    WordList::new(cues)
});

/// How what may end a sentence or begin another begins: marks, and the words that are proof of a new one.
pub(super) static BEGINNINGS: Lazy<Beginnings> =
    Lazy::new(|| Beginnings::of(CUES.entries().filter(|(_, cues)| cues & OPENER != 0).map(|(word, _)| word)));

fn is(word: &str, cue: u16) -> bool {
    CUES.get(word).is_some_and(|cues| cues & cue != 0)
}

/// Whether a capitalised word begins a sentence rather than a name.
pub(super) fn is_starter(word: &str) -> bool {
    is(word, STARTER)
}

/// Whether a capitalised word is proof of a new sentence even where no mark closed the last.
pub(super) fn is_opener(word: &str) -> bool {
    is(word, OPENER)
}

/// Whether a word opens a clause that needs a verb of its own.
pub(super) fn is_subordinator(word: &str) -> bool {
    is(word, SUBORDINATOR)
}

/// Whether a word may stand in a date between a verb and the year.
pub(super) fn is_of_date(word: &str) -> bool {
    is(word, OF_DATE)
}

/// Whether an ordinal may follow: `w 1. Lidze`.
pub(super) fn takes_ordinal(word: &str) -> bool {
    is(word, TAKES_ORDINAL)
}

/// Whether a capitalised noun has its ordinal in its name: `2. Korpus`.
pub(super) fn has_ordinal(word: &str) -> bool {
    is(word, HAS_ORDINAL)
}

/// Whether a single letter may follow that is no initial: `grupa A.`
pub(super) fn takes_letter(word: &str) -> bool {
    is(word, TAKES_LETTER)
}

/// Whether the number of a decade may follow: `lata 90.`
pub(super) fn is_decade(word: &str) -> bool {
    is(word, DECADE)
}

/// Whether an unquoted title may follow: `film Nie ma jutra`.
pub(super) fn names_work(word: &str) -> bool {
    is(word, NAMES_WORK)
}

/// Whether a capitalised noun tells what comes of a suspect, behind the letter that hides the surname.
pub(super) fn is_of_suspect(word: &str) -> bool {
    is(word, OF_SUSPECT)
}

/// Whether a word is a unit that is counted and shortened: `40 st.`, `2 godz.`
pub(super) fn is_counted(word: &str) -> bool {
    is(word, COUNTED)
}

/// Whether a name follows a word even where a number stands before it: `nr 3 im. Kopernika`.
pub(super) fn is_before_name(word: &str) -> bool {
    is(word, NAMES)
}

/// Whether an acronym is what quantities are measured of: `3 proc. PKB`.
pub(super) fn is_measured(word: &str) -> bool {
    is(word, MEASURED)
}

/// Whether a word counts what a unit behind it shortens: `kilka godz.`
pub(super) fn is_quantity(word: &str) -> bool {
    is(word, QUANTITY)
}

/// Whether a word says by whose scale degrees are counted: `40 st. Celsjusza`.
pub(super) fn is_scale(word: &str) -> bool {
    is(word, SCALE)
}

/// Whether a word in small letters behind a dash opens the item of a list, by its form.
pub(super) fn opens_list_item(word: &str) -> bool {
    is(word, LIST_ITEM) || word.len() > 6 && ends_in_one(word, &["nie", "cie", "ych", "ich", "ów", "ość"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::check;

    #[test]
    fn lists_are_in_order() {
        check(&BUILT_IN);
        check(&CUES);
        assert!(BUILT_IN.entries().all(|(word, _)| !word.ends_with('.')));
    }

    #[test]
    fn entries_that_cannot_be_abbreviations_are_refused() {
        for entry in ["", ".", "sp. z"] {
            assert!(Options::default().abbreviation(entry, Ending::Never).is_err(), "{entry}");
        }
    }
}
