//! Numbers and instants, parsed exactly from their text.

pub(crate) mod date;
pub(crate) mod number;

pub(crate) use self::date::{ParsedDate, seconds_between, truncate_to_second};
pub(crate) use self::number::Number;
