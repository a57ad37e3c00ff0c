//! The matrix of responses and formats: what a format reads of a response of another's.
//!
//! A caller may name the wrong format. What comes out then may be less, or nothing. Where it is more, it is a misreading:
//! milliseconds for seconds, an absent lifetime that means never, a token in a member that is another's.
//!
//! Each misreading is in the snapshot of one format. A format that misreads in a way of its own does so for one of the
//! [`FOREIGN`] cases, and is the one whose snapshot says so. A case that a [`GENERIC`] format misreads is in the snapshot of
//! its own format: whoever reads it as the standard does misreads it too. So is any other misreading of a case. Where a new
//! format brings such a line into the snapshot of another, its kind is missing among the foreign cases.

use anytoken::{Adapter, Decoded, Expiry, Outcome};

use crate::Slots;
use crate::corpus::Case;

/// The formats that read what everybody sends.
pub const GENERIC: [&str; 2] = ["oauth2", "rfc6749"];

/// The cases that every format is tried on: each asks what formats answer differently.
pub const FOREIGN: [&str; 22] = [
    // An end that is not stated.
    "rfc6749/required-members-alone",
    "apigee/lifetime-of-zero-says-nothing",
    // A lifetime that is no number of seconds.
    "oauth2/expires-in-zero",
    "oauth2/expires-in-minus-one",
    "oauth2/expires-in-epoch-seconds",
    "fiserv/milliseconds",
    "adobe-ims/milliseconds",
    "adobe-ims/more-than-a-day-is-milliseconds",
    "zoho/milliseconds-beside-seconds",
    "docker-registry-token/counts-from-issue",
    // An end beside a lifetime that is longer.
    "oauth2/expires-at-beats-expires-in",
    "entra-v2/expires-on-beats-expires-in",
    "lightspeed-x/absolute-end-beats-lifetime",
    // An error beside a token.
    "oauth2/refused-beside-a-token",
    "oauth2/refused-list-beside-a-token",
    // A token that is no access token, or is one of several.
    "google-iam-credentials/id-token",
    "feishu-app/token",
    "nintendo/session-token-alone",
    "ory-kratos-session/native-login",
    "power-bi-embed-token/generate-token",
    // A body that is the token.
    "magento/bare-text",
    "fly-io-oidc/raw-token",
];

/// What a format reads that the response does not say.
#[derive(Debug, PartialEq, Eq)]
pub struct Misreading {
    /// Its kind, in words.
    pub what: &'static str,
    value: String,
}

/// What a reader misreads of a case, of which its own format makes `own`.
pub fn misreadings(case: &Case, own: &Outcome, reader: &dyn Adapter) -> Vec<Misreading> {
    let Ok(Decoded { outcome: Outcome::Granted(token), .. }) = case.response.read(Some(reader)) else {
        return Vec::new();
    };
    let Outcome::Granted(own) = own else {
        return vec![Misreading { what: "a token beside an error", value: String::new() }];
    };
    let (own, read) = (Slots::of(own), Slots::of(&token));
    let end = match (own.lifetime.expires, read.lifetime.expires) {
        (Expiry::At(own), Expiry::At(read)) if read > own => Some("a later end"),
        (Expiry::At(_), Expiry::Never) => Some("never in place of an end"),
        (Expiry::Unstated, Expiry::Never) => Some("never"),
        _ => None,
    };
    let end = end.map(|what| Misreading { what, value: format!("{:?}", read.lifetime.expires) });
    let tokens = [
        ("another access_token", own.access_token, read.access_token),
        ("another refresh_token", own.refresh_token, read.refresh_token),
        ("another id_token", own.id_token, read.id_token),
    ];
    let tokens = tokens.into_iter().filter_map(|(what, own, read)| {
        let value = read.filter(|read| own.as_ref() != Some(read))?;
        Some(Misreading { what, value })
    });
    tokens.chain(end).collect()
}

/// What a reader misreads of the [`FOREIGN`] cases, by case.
pub fn foreign(reader: &dyn Adapter) -> Vec<(&'static str, Vec<Misreading>)> {
    let cases = FOREIGN.iter().map(|id| Case::find(id)).filter(|(_, own)| own.id() != reader.id());
    let misread = cases.map(|(case, own)| {
        let own = case.response.read(Some(own)).expect("a foreign case is understood by its own format");
        (case.id.as_str(), misreadings(case, &own.outcome, reader))
    });
    misread.filter(|(_, misreadings)| !misreadings.is_empty()).collect()
}
