//! The tokens of APIs behind Google's Apigee.

use anytoken_core::dialect::{Dialect, TimeRule, paths};

/// The members that Apigee sends, with every number as a string.
pub(crate) const APIGEE: Dialect = Dialect::RFC6749
    .client_id(paths!["client_id"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["issued_at"]).text()])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"]).text()]);
