//! The matrix of responses and formats: decodes responses by formats that are not their own.
//!
//! A caller may name the wrong format. The result then may lack fields, or be an error. A wrong value is a misreading:
//! milliseconds for seconds, an absent lifetime that means never, a token from another member.
//!
//! Each misreading is in the snapshot of one format. If a format misreads one of the [`FOREIGN`] cases, its own
//! snapshot shows it. All other misreadings of a case, those by a [`GENERIC`] format among them, are in the snapshot of
//! the case's format. If a new format adds such a line to the snapshot of another, a case of that kind is missing in
//! [`FOREIGN`].

use anytoken::{Adapter, Decoded, Expiry, Field, Outcome};

use crate::Fields;
use crate::corpus::Case;

/// The formats that accept members of every vendor.
pub const GENERIC: [&str; 2] = ["oauth2", "rfc6749"];

/// The cases that every format decodes. Formats differ on each of them.
pub const FOREIGN: [&str; 22] = [
    // An expiry that is not stated.
    "rfc6749/required-members-alone",
    "apigee/lifetime-of-zero-says-nothing",
    // A lifetime that is not a number of seconds.
    "oauth2/expires-in-zero",
    "oauth2/expires-in-minus-one",
    "oauth2/expires-in-epoch-seconds",
    "fiserv/milliseconds",
    "adobe-ims/milliseconds",
    "adobe-ims/more-than-a-day-is-milliseconds",
    "zoho/milliseconds-beside-seconds",
    "docker-registry-token/counts-from-issue",
    // An absolute expiry beside a longer lifetime.
    "oauth2/expires-at-beats-expires-in",
    "entra-v2/expires-on-beats-expires-in",
    "lightspeed-x/absolute-end-beats-lifetime",
    // An error beside a token.
    "oauth2/refused-beside-a-token",
    "oauth2/refused-list-beside-a-token",
    // A token that is not an access token, or one of several.
    "google-iam-credentials/id-token",
    "feishu-app/token",
    "nintendo/session-token-alone",
    "ory-kratos-session/native-login",
    "power-bi-embed-token/generate-token",
    // A body that is the token.
    "magento/bare-text",
    "fly-io-oidc/raw-token",
];

/// A value that a format decodes and the response does not state.
#[derive(Debug, PartialEq, Eq)]
pub struct Misreading {
    /// The kind of the misreading, for a snapshot.
    pub what: &'static str,
    value: String,
}

/// Returns the misreadings of a case by `reader`; `own` is the outcome by the case's own format.
pub fn misreadings(case: &Case, own: &Outcome, reader: &dyn Adapter) -> Vec<Misreading> {
    let Ok(Decoded { outcome: Outcome::Token(token), .. }) = case.response.read(Some(reader)) else {
        return Vec::new();
    };
    let Outcome::Token(own) = own else {
        return vec![Misreading { what: "a token beside an error", value: String::new() }];
    };
    let (own, read) = (Fields::of(own), Fields::of(&token));
    let end = match (own.expires(), read.expires()) {
        (Expiry::At(own), Expiry::At(read)) if read > own => Some("a later end"),
        (Expiry::At(_), Expiry::Never) => Some("never in place of an end"),
        (Expiry::Unknown, Expiry::Never) => Some("never"),
        _ => None,
    };
    let end = end.map(|what| Misreading { what, value: format!("{:?}", read.expires()) });
    let tokens = [
        ("another access_token", Field::AccessToken),
        ("another refresh_token", Field::RefreshToken),
        ("another id_token", Field::IdToken),
    ];
    let tokens = tokens.into_iter().filter_map(|(what, field)| {
        let value = read.text(field).filter(|read| own.text(field) != Some(read))?.to_owned();
        Some(Misreading { what, value })
    });
    tokens.chain(end).collect()
}

/// Returns the misreadings of the [`FOREIGN`] cases by `reader`.
pub fn foreign(reader: &dyn Adapter) -> Vec<(&'static str, Vec<Misreading>)> {
    let cases = FOREIGN.iter().map(|id| Case::find(id)).filter(|(_, own)| own.id() != reader.id());
    let misread = cases.map(|(case, own)| {
        let own = case.response.read(Some(own)).expect("a foreign case is understood by its own format");
        (case.id.as_str(), misreadings(case, &own.outcome, reader))
    });
    misread.filter(|(_, misreadings)| !misreadings.is_empty()).collect()
}
