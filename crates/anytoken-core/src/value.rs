//! Numbers and instants, parsed exactly from their text, the names of expiries, and words in any spelling.

pub(crate) mod date;
#[cfg(test)]
mod differential;
pub(crate) mod end_name;
pub(crate) mod number;
mod stamp;
mod words;

pub(crate) use self::date::{ParsedDate, truncate_to_second};
pub(crate) use self::end_name::{EndName, Letters, is_spelling, letters_of};
pub use self::number::Number;
pub(crate) use self::stamp::Stamp;
pub(crate) use self::words::Words;
