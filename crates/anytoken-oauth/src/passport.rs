//! Laravel Passport and the PHP League's OAuth server, on which it is built.

use anytoken_core::dialect::Dialect;

/// The base of tokens by that server. Its older versions send `message` instead of `error_description`.
pub(crate) const PASSPORT: Dialect = Dialect::RFC6749;
