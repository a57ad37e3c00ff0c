//! Numbers and instants, parsed exactly from their text, and the names of expiries.

pub(crate) mod date;
pub(crate) mod end_name;
pub(crate) mod number;

pub(crate) use self::date::{ParsedDate, seconds_between, truncate_to_second};
pub(crate) use self::end_name::{EndName, Letters, letters_of};
pub use self::number::Number;
