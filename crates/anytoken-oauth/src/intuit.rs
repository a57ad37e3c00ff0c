//! Intuit.

use anytoken_core::dialect::{Body, Dialect, Evidence, Special, TimeRule, paths};
use anytoken_core::{Adapter, Decoded, Encoded, Entry, Result, Token};
use time::UtcDateTime;

/// `quickbooks`: Intuit's token endpoint, for QuickBooks Online.
///
/// Both lifetimes are perhaps strings. `realmId`, the company, is in the redirect and not in the body.
/// `x_refresh_token_hard_expires_in` is a second, later end of the refresh token, and is not decoded.
///
/// ```json
/// {"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":3600,"token_type":"bearer","x_refresh_token_expires_in":8726400,
///  "refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: intuit/oauth-jsclient `README.md`, `test/mocks/authResponse.json`.
pub static QUICKBOOKS: Dialect = Dialect::oauth2("quickbooks", "Intuit", Evidence::Tested)
    .with_quirks("the refresh token's lifetime is in x_refresh_token_expires_in")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["x_refresh_token_expires_in"])]);

/// `intuit-oauth-jsclient-token`: the token that Intuit's JavaScript client stores.
///
/// Both lifetimes count from `createdAt`, which is in milliseconds since 1970. Older versions of the client store
/// instants under the names of the lifetimes instead, and no `createdAt`.
///
/// ```json
/// {"token_type":"bearer","access_token":"EXAMPLE-ACCESS","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH",
///  "x_refresh_token_expires_in":8726400,"realmId":"1234567890","id_token":"","createdAt":1767225600000}
/// ```
///
/// Source: recorded from intuit-oauth 4.2.5; of older versions intuit/oauth-jsclient `test/mocks/authResponse.json`,
/// `src/access-token/Token.js`.
pub static INTUIT_OAUTH_JSCLIENT_TOKEN: IntuitOauthJsclientToken = IntuitOauthJsclientToken;

/// The adapter of the token that Intuit's JavaScript client stores.
#[derive(Clone, Copy, Debug)]
pub struct IntuitOauthJsclientToken;

static CREATED: Dialect = Dialect::oauth2("intuit-oauth-jsclient-token", "Intuit", Evidence::Recorded)
    .with_quirks(
        "both lifetimes count from createdAt; without it they are instants in milliseconds, and 0 is unknown",
    )
    .detected_by(&["realmId+createdAt"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["createdAt"])])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).from_issue()])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["x_refresh_token_expires_in"]).from_issue()]);

static INSTANTS: Dialect = Dialect::oauth2("intuit-oauth-jsclient-token", "Intuit", Evidence::Tested)
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expires_in"]).when(&[("0", Special::Unknown)])])
    .refresh_token_expires_at(&[
        TimeRule::epoch_milliseconds(paths!["x_refresh_token_expires_in"]).when(&[("0", Special::Unknown)])
    ]);

impl IntuitOauthJsclientToken {
    /// Returns the entry of the family.
    pub const fn entry(&'static self) -> Entry {
        CREATED.entry_of(self)
    }
}

impl Adapter for IntuitOauthJsclientToken {
    fn id(&self) -> &str {
        CREATED.id()
    }

    fn vendor(&self) -> &str {
        CREATED.vendor()
    }

    fn quirks(&self) -> &str {
        CREATED.quirks()
    }

    fn evidence(&self) -> Evidence {
        CREATED.evidence()
    }

    fn signature(&self) -> &'static [&'static str] {
        CREATED.signature()
    }

    fn claims(&self, name: &str) -> bool {
        CREATED.claims(name)
    }

    fn decode_body(&self, mut body: Body<'_>) -> Result<Decoded> {
        version_of(&mut body)?.decode_body(body)
    }

    fn encode(&self, token: &Token, at: UtcDateTime) -> Result<Encoded> {
        let created = || CREATED.encode_among(token, at, version_of);
        let instants = || INSTANTS.encode_among(token, at, version_of);
        match (token.validity().issued_at, token.extras().get("createdAt")) {
            (Some(_), _) => created(),
            // It states no instant, such as null: it stays beside the token if it decodes.
            (None, Some(_)) => created().or_else(|_| instants()),
            (None, None) => instants(),
        }
    }
}

/// Returns the dialect of the version that stored the token.
fn version_of(body: &mut Body<'_>) -> Result<&'static Dialect> {
    let has_creation = body.members().any(|member| member.name() == "createdAt");
    Ok(if has_creation { &CREATED } else { &INSTANTS })
}
