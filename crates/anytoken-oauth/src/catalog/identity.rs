//! Identity providers.

use anytoken_core::{Adapter, Dialect};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&OKTA_ID_JAG, &OPENIDDICT];

/// `okta-id-jag`: an identity assertion for another authorization server, in `access_token`.
///
/// The type is `N_A`: it is no access token and makes no header.
///
/// ```json
/// {"issued_token_type":"urn:ietf:params:oauth:token-type:id-jag","access_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "token_type":"N_A","scope":"chat.read","expires_in":300}
/// ```
///
/// Source: okta/okta-developer-docs, "Exchange token for ID-JAG".
pub static OKTA_ID_JAG: Dialect = Dialect {
    id: "okta-id-jag",
    vendor: "Okta",
    quirks: "an assertion, no access token",
    ..Dialect::STANDARD
};

/// `openiddict`: OpenIddict, whose refusals have an `error_uri`.
///
/// ```json
/// {"error":"invalid_grant","error_description":"The specified authorization code is invalid.",
///  "error_uri":"https://documentation.openiddict.com/errors/ID2001"}
/// ```
///
/// Source: openiddict/openiddict-core `OpenIddictResources.resx`.
pub static OPENIDDICT: Dialect =
    Dialect { id: "openiddict", vendor: "OpenIddict", quirks: "error_uri in refusals", ..Dialect::STANDARD };
