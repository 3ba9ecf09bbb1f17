//! The dictionary: what SGJP, the Grammatical Dictionary of Polish, knows about a form.
//!
//! Forms are looked up in lower case; each entry says how the form must be written (`Unia` the place, `unia` the word).
//!
//! ```
//! # #[cfg(feature = "lexicon")] {
//! use depesza::lexicon::Lexicon;
//!
//! let lexicon = Lexicon::bundled()?;
//! let mut lemma = String::new();
//! let putin = lexicon.lookup("putinem").find(|x| x.fits("Putinem")).unwrap();
//! putin.lemma("putinem", &mut lemma);
//! assert_eq!(lemma, "Putin");
//! assert_eq!(putin.tag().to_string(), "subst:sg:inst:m1");
//! # }
//! # Ok::<(), depesza::Error>(())
//! ```

use std::borrow::Cow;
use std::sync::Arc;

pub use entry::{Case, Entries, Entry};
pub use guess::{Guess, Guesses};
pub use tag::{Class, Tag, UnknownTag};

use crate::error::Error;
use automaton::Alphabet;
use format::{File, Section};
use user::UserForms;

mod automaton;
mod entry;
mod format;
mod guess;
mod tag;
mod user;

/// Whether a reading is a name, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum NameClass {
    /// No name.
    Common,
    /// Given name.
    GivenName,
    /// Surname.
    Surname,
    /// Geographical name.
    Place,
    /// Organization, company, institution.
    Organization,
    /// Any other name.
    OtherName,
}

impl NameClass {
    fn from_number(number: u8) -> Self {
        match number {
            0 => Self::Common,
            1 => Self::GivenName,
            2 => Self::Surname,
            3 => Self::Place,
            4 => Self::Organization,
            _ => Self::OtherName,
        }
    }
}

/// A dictionary. Cheap to clone: clones share the data.
#[derive(Clone)]
pub struct Lexicon {
    data: Arc<Data>,
    user: Arc<UserForms>,
}

struct Data {
    file: File,
    alphabet: Alphabet,
    additions: String,
    source: String,
}

impl Lexicon {
    /// The dictionary inside the crate: SGJP of June 2026, 4.9 million forms.
    ///
    /// # Errors
    /// [`Error::Lexicon`] as [`from_bytes`](Self::from_bytes), which would mean that the crate itself is damaged.
    #[cfg(feature = "lexicon")]
    #[cfg_attr(docsrs, doc(cfg(feature = "lexicon")))]
    pub fn bundled() -> Result<Self, Error> {
        Self::from_bytes(include_bytes!("pl.dict").as_slice())
    }

    /// A dictionary in the format of this crate's builder. Opening takes microseconds: it checks the structure of the file,
    /// not every byte of it.
    ///
    /// # Errors
    /// [`Error::Lexicon`] for bytes that are not a dictionary of this version or that are truncated. Damage inside a section
    /// shows as wrong or missing readings, never as a panic.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, Error> {
        let file = File::open(bytes.into())?;
        let alphabet = Alphabet::read(file.section(Section::Alphabet))
            .ok_or_else(|| file.error(Section::Alphabet, "a letter out of range"))?;
        let text = |section| {
            let text = std::str::from_utf8(file.section(section));
            text.map(str::to_owned).map_err(|_| file.error(section, "not UTF-8"))
        };
        let (additions, source) = (text(Section::Additions)?, text(Section::Source)?);
        Ok(Self { data: Arc::new(Data { file, alphabet, additions, source }), user: Arc::default() })
    }

    /// This dictionary with more words, each given as its lemma and a known lemma that it is inflected like. Forms with
    /// `naj-` and `nie-` in front are not made.
    ///
    /// ```
    /// # #[cfg(feature = "lexicon")] {
    /// use depesza::lexicon::Lexicon;
    ///
    /// let lexicon = Lexicon::bundled()?.with_words([("Zełenski", "Kowalski"), ("blogosfera", "atmosfera")])?;
    /// assert!(lexicon.lookup("zełenskiemu").all(|x| x.fits("Zełenskiemu")));
    /// assert!(!lexicon.lookup("blogosferze").is_empty());
    /// # }
    /// # Ok::<(), depesza::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::InvalidEntry`] if the known lemma is none, or if the new one ends in another way.
    pub fn with_words<'w>(&self, words: impl IntoIterator<Item = (&'w str, &'w str)>) -> Result<Self, Error> {
        let mut forms = UserForms::clone(&self.user);
        for (lemma, model) in words {
            user::add(self, lemma, model, &mut forms)?;
        }
        Ok(Self { data: Arc::clone(&self.data), user: Arc::new(forms) })
    }

    /// Name of the release that the dictionary is made from.
    pub fn source(&self) -> &str {
        &self.data.source
    }

    /// All analyses of a form, which is in lower case and composed (NFC), as [`text::key`](crate::text::key) makes it.
    /// Nothing is allocated.
    pub fn lookup(&self, form: &str) -> Entries<'_> {
        let set = automaton::find(self.data.file.section(Section::States), &self.data.alphabet, form);
        self.entries(form, set)
    }

    /// Calls `visit` with every form of the dictionary that begins so, in no particular order; words that were added are not
    /// among them.
    pub fn for_each_form(&self, beginning: &str, mut visit: impl FnMut(&str)) {
        self.walk(beginning, &mut |form, _| visit(form));
    }

    fn walk(&self, beginning: &str, visit: &mut dyn FnMut(&str, usize)) {
        // A walk that ends early is one over damaged bytes: what was found before stands.
        let _ =
            automaton::walk(self.data.file.section(Section::States), &self.data.alphabet, beginning, visit);
    }

    fn entries(&self, form: &str, set: Option<usize>) -> Entries<'_> {
        let user = if self.user.is_empty() { None } else { self.user.get(form) };
        Entries::new(&self.data, user.map_or(&[], Vec::as_slice), set)
    }

    /// What a form that is not in the dictionary may be, from the forms that end alike, the likeliest first. A form with a
    /// capital is taken for a name, one without for a word of an open class; a word at the beginning of a sentence should
    /// be asked for in both ways. Nothing is allocated.
    ///
    /// ```
    /// # #[cfg(feature = "lexicon")] {
    /// use depesza::lexicon::{Lexicon, Tag};
    ///
    /// let lexicon = Lexicon::bundled()?;
    /// let mut lemma = String::new();
    /// lexicon.guess("Zełenskiego").next().unwrap().entry().lemma("zełenskiego", &mut lemma);
    /// assert_eq!(lemma, "Zełenski");
    /// # }
    /// # Ok::<(), depesza::Error>(())
    /// ```
    pub fn guess(&self, form: &str) -> Guesses<'_> {
        let capital = form.chars().next().is_some_and(char::is_uppercase);
        let endings = if capital { Section::NameEndings } else { Section::WordEndings };
        let list = automaton::find_ending(self.data.file.section(endings), &self.data.alphabet, form);
        Guesses::at(&self.data, form, list)
    }
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("source", &self.source()).finish_non_exhaustive()
    }
}
