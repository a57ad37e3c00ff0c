//! Books, invoices and expenses.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use time::UtcOffset;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &QUICKBOOKS,
    &INTUIT_OAUTH_JSCLIENT_TOKEN,
    &XERO,
    &FRESHBOOKS,
    &MYOB,
    &NETSUITE,
    &SAGE_ACCOUNTING,
    &SAP_CONCUR_LEGACY,
];

/// `quickbooks`: Intuit, for QuickBooks Online.
///
/// Both lifetimes are perhaps strings. The company, `realmId`, is in the redirect and not here.
///
/// ```json
/// {"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":3600,"token_type":"bearer","x_refresh_token_expires_in":8726400,
///  "refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: intuit/oauth-jsclient `README.md`, `test/mocks/authResponse.json`.
pub static QUICKBOOKS: Dialect = Dialect {
    id: "quickbooks",
    vendor: "Intuit",
    quirks: "the refresh token's lifetime is x_refresh_token_expires_in",
    refresh_token_expires: &[TimeRule::seconds(paths!["x_refresh_token_expires_in"])],
    ..Dialect::STANDARD
};

/// `intuit-oauth-jsclient-token`: the token that Intuit's JavaScript client stores.
///
/// `expires_in` and `x_refresh_token_expires_in` are instants, in milliseconds since 1970; 0 is sent where the client
/// knows none.
///
/// ```json
/// {"realmId":"1234567890","token_type":"bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "expires_in":1767229200000,"x_refresh_token_expires_in":1775952000000,"latency":60000}
/// ```
///
/// Source: intuit/oauth-jsclient `test/mocks/authResponse.json`, `src/access-token/Token.js`.
pub static INTUIT_OAUTH_JSCLIENT_TOKEN: Dialect = Dialect {
    id: "intuit-oauth-jsclient-token",
    vendor: "Intuit",
    quirks: "expires_in is an instant in milliseconds; 0 means unknown",
    expires: &[TimeRule::epoch_milliseconds(paths!["expires_in"]).silent(&["0"])],
    refresh_token_expires: &[
        TimeRule::epoch_milliseconds(paths!["x_refresh_token_expires_in"]).silent(&["0"])
    ],
    ..Dialect::STANDARD
};

/// `xero`: Xero, whose `scope` is a string from the token endpoint and an array in the token set of its SDK.
///
/// ```json
/// {"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":1800,
///  "token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH","scope":["openid","offline_access"]}
/// ```
///
/// Source: developer.xero.com, "The standard authorization code flow"; XeroAPI/xero-node `README.md`.
pub static XERO: Dialect =
    Dialect { id: "xero", vendor: "Xero", quirks: "scope is perhaps an array", ..Dialect::STANDARD };

/// `freshbooks`: FreshBooks.
///
/// `created_at` is when the token was first issued; `expires_in` is its remaining lifetime. `direct_buy_tokens` holds
/// further tokens, if any, by names of their own; it is kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":43200,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user:profile:read","created_at":1767225600,"direct_buy_tokens":{}}
/// ```
///
/// Source: freshbooks.com/api, "Authentication"; public code with a response.
pub static FRESHBOOKS: Dialect = Dialect {
    id: "freshbooks",
    vendor: "FreshBooks",
    quirks: "created_at is an epoch; direct_buy_tokens is kept",
    signature: &["direct_buy_tokens"],
    issued: &[TimeRule::epoch(paths!["created_at"])],
    ..Dialect::STANDARD
};

/// `myob`: MYOB.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":"1200","refresh_token":"EXAMPLE-REFRESH",
///  "scope":"CompanyFile","user":{"uid":"11111111-2222-3333-4444-555555555555","username":"user@example.com"}}
/// ```
///
/// Source: developer.myob.com, "Authentication".
pub static MYOB: Dialect = Dialect {
    id: "myob",
    vendor: "MYOB",
    quirks: "expires_in is a string; the user is nested",
    subject: paths!["user/uid"],
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    ..Dialect::STANDARD
};

/// `netsuite`: NetSuite.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":"3600",
///  "token_type":"bearer"}
/// ```
///
/// Source: docs.oracle.com, "OAuth 2.0 Authorization Code Grant Flow, Step Two", from memory; amp-labs/connectors
/// `providers/netsuite/m2m/m2m.go`.
pub static NETSUITE: Dialect = Dialect {
    id: "netsuite",
    vendor: "Oracle",
    quirks: "expires_in is a string",
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    ..Dialect::STANDARD
};

/// `sage-accounting`: Sage Accounting, whose access tokens live for minutes.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":300,"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":2678400,"scope":"full_access","requested_by_id":"11111111-2222-3333-4444-555555555555"}
/// ```
///
/// Source: developer.sage.com, "Authentication" of Accounting, from memory.
pub static SAGE_ACCOUNTING: Dialect = Dialect {
    id: "sage-accounting",
    vendor: "Sage",
    quirks: "requested_by_id is the user",
    signature: &["requested_by_id"],
    subject: paths!["requested_by_id"],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    ..Dialect::STANDARD
};

/// `sap-concur-legacy`: SAP Concur's authorization before 2017.
///
/// XML with its own member names. The expiry is in UTC, as `M/d/yyyy h:mm:ss` and AM or PM. The token goes out under
/// the scheme `OAuth`. An error response is a document with a message and no code.
///
/// ```xml
/// <Access_Token>
///   <Instance_Url>https://www.concursolutions.com/</Instance_Url>
///   <Token>EXAMPLE-ACCESS</Token>
///   <Expiration_date>1/1/2027 12:00:00 AM</Expiration_date>
///   <Refresh_Token>EXAMPLE-REFRESH</Refresh_Token>
/// </Access_Token>
/// ```
///
/// Source: developer.concur.com, "Pre-2017 Authorization (Deprecated)".
pub static SAP_CONCUR_LEGACY: Dialect = Dialect {
    id: "sap-concur-legacy",
    vendor: "SAP",
    quirks: "XML; the expiry is a US date in UTC; the scheme is OAuth",
    signature: &["Instance_Url", "Expiration_date"],
    access_token: paths!["Token"],
    refresh_token: paths!["Refresh_Token"],
    api_url: paths!["Instance_Url"],
    expires: &[TimeRule::month_first(paths!["Expiration_date"]).zone(UtcOffset::UTC)],
    scheme: Some("OAuth"),
    errors: ErrorShape {
        signs: paths!["error", "Message"],
        description: paths!["Message", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};
