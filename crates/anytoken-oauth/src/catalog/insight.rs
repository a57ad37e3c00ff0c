//! Reports, surveys and links.

use anytoken_core::dialect::{Dialect, ErrorShape, Wire, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&TABLEAU, &SURVEYMONKEY, &BITLY];

/// `tableau`: signing in to Tableau.
///
/// XML unless JSON is asked for: the token and the ids are attributes then. It is sent as `X-Tableau-Auth`.
/// `estimatedTimeToExpiration` has a form that nobody documents, and is kept.
///
/// ```json
/// {"credentials":{"site":{"id":"EXAMPLE-SITE","contentUrl":"example"},"user":{"id":"EXAMPLE-USER"},
///  "token":"EXAMPLE-ACCESS","estimatedTimeToExpiration":"177:05:38"}}
/// ```
///
/// Source: Tableau REST API, "Authentication Methods"; NangoHQ/nango `packages/shared/lib/utils/utils.ts`.
pub static TABLEAU: Dialect = Dialect {
    id: "tableau",
    vendor: "Tableau",
    quirks: "XML attributes, or JSON, in credentials; no Authorization header",
    at: "credentials",
    access_token: paths!["token", "@token"],
    subject: paths!["user/id", "user/@id"],
    scheme: Some(""),
    errors: ErrorShape {
        code: paths!["error/code", "error/@code", "error"],
        description: paths!["error/detail", "error/summary", "error_description"],
        remedies: &[("401000", Remedy::Reauthenticate), ("401002", Remedy::Reauthenticate)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `surveymonkey`: SurveyMonkey's OAuth.
///
/// `access_url` is the host to call.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","access_url":"https://api.example.com","token_type":"bearer"}
/// ```
///
/// Source: python-social-auth/social-core `test_surveymonkey.py`.
pub static SURVEYMONKEY: Dialect = Dialect {
    id: "surveymonkey",
    vendor: "SurveyMonkey",
    quirks: "access_url is the host to call; no expiry",
    api_url: paths!["access_url"],
    ..Dialect::STANDARD
};

/// `bitly`: Bitly's OAuth.
///
/// A form unless JSON is asked for. `apiKey` is a second, older credential.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&login=example&apiKey=EXAMPLE-KEY
/// ```
///
/// Source: dev.bitly.com, "Authentication", from memory.
pub static BITLY: Dialect = Dialect {
    id: "bitly",
    vendor: "Bitly",
    quirks: "a form; an older key beside the token; no expiry",
    wire: Wire::Form,
    subject: paths!["login"],
    ..Dialect::STANDARD
};
