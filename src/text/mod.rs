//! Characters of Polish print and the coordinates of a text: nothing here knows a word.
//!
//! * [`is_quote`], [`is_dash`], [`is_apostrophe`], … classify single characters;
//! * [`key`] folds a word to the form in which word lists are searched;
//! * [`TextIndex`] turns byte offsets into characters, UTF-16 units and lines, and back.

mod classes;
mod ending;
mod find;
mod index;
mod key;
mod list;
mod listed;
mod room;
mod sorts;

pub use classes::{
    is_apostrophe, is_closing, is_dash, is_hyphen, is_invisible, is_line_break, is_mark, is_opening,
    is_quote, is_space,
};
pub(crate) use ending::{ending_at, ends_in_one};
pub(crate) use find::rare_chars;
/// Hashing of words: fast for short ones, and seeded, so that no text can be made whose words collide.
pub(crate) use foldhash::fast::RandomState as Hasher;
pub use index::{LineColumn, TextIndex};
pub use key::key;
#[cfg(test)]
pub(crate) use list::check;
pub(crate) use list::{WordList, rows, words_of};
pub(crate) use listed::Listed;
pub(crate) use room::{extend, make_room};
#[cfg(test)]
pub(crate) use sorts::check_sorts;
pub(crate) use sorts::{Sorted, sorts};
