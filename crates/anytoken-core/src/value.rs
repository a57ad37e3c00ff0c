//! Numbers and instants, read exactly.

pub(crate) mod date;
pub(crate) mod number;

pub(crate) use self::date::{Dated, seconds_between, truncate_to_second};
pub(crate) use self::number::Number;
