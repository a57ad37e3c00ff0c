//! Numbers and instants, parsed exactly from their text, and the names of expiries.

pub(crate) mod date;
pub(crate) mod end_name;
pub(crate) mod number;
mod stamp;

pub(crate) use self::date::{ParsedDate, seconds_between, truncate_to_second};
pub(crate) use self::end_name::{EndName, letters_of};
pub(crate) use self::number::Number;
pub(crate) use self::stamp::Stamp;
