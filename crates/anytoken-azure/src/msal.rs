//! Caches and messages of Microsoft's client libraries.

use anytoken_core::dialect::{Body, Dialect, Evidence, Place, TimeRule, paths};
use anytoken_core::{Adapter, CredentialKind, Decoded, Encoded, Entry, Result, Token};
use time::UtcDateTime;

/// `msal-cache`: an entry of the token cache that all MSAL libraries write.
///
/// `secret` holds an access, a refresh or an ID token: `credential_type` says which. All times are epochs in text;
/// thirteen digits are milliseconds. `ext_expires_on` is an old name of `extended_expires_on`.
///
/// ```json
/// {"credential_type":"AccessToken","secret":"EXAMPLE-ACCESS","target":"User.Read openid","realm":"contoso",
///  "client_id":"11111111-2222-3333-4444-555555555555","home_account_id":"uid.utid","cached_at":"1767225600",
///  "expires_on":"1767229200","extended_expires_on":"1767232800"}
/// ```
///
/// Source: AzureAD/microsoft-authentication-library-for-java `src/test/resources/cache_data`; MSAL Python
/// `token_cache.py`.
pub static MSAL_CACHE: MsalCache = MsalCache;

/// The adapter of an entry of the MSAL cache.
#[derive(Clone, Copy, Debug)]
pub struct MsalCache;

/// `msal-cache-file`: the token cache that an MSAL library serializes.
///
/// Entries of each kind are in an object by their keys. The first access token is the token. The others, the refresh
/// tokens and the ID tokens are related: a cache can be of several accounts, so no refresh token is taken for the access
/// token's. `home_account_id`, an extra, is the same for the entries of one account.
///
/// ```json
/// {"AccessToken":{"EXAMPLE-KEY":{"credential_type":"AccessToken","secret":"EXAMPLE-ACCESS","target":"User.Read",
///   "client_id":"11111111-2222-3333-4444-555555555555","cached_at":"1767225600","expires_on":"1767229200"}},
///  "RefreshToken":{"EXAMPLE-KEY":{"credential_type":"RefreshToken","secret":"EXAMPLE-REFRESH",
///   "client_id":"11111111-2222-3333-4444-555555555555"}},"IdToken":{},"Account":{},"AppMetadata":{}}
/// ```
///
/// Source: recorded from msal 1.39.0 for Python and @azure/msal-node 7.2.3.
pub static MSAL_CACHE_FILE: Dialect = Dialect::like(&ACCESS, "msal-cache-file", Evidence::Recorded)
    .with_quirks(
        "entries by kind and key; each refresh and ID token is a token of its own; epochs as strings",
    )
    .detected_by(&["AccessToken+AppMetadata"])
    .constant_members(&[])
    .envelope("AccessToken/*")
    .related(&[
        Place::like(&REFRESH).constant_members(&[]).envelope("RefreshToken/*"),
        Place::like(&ID).constant_members(&[]).envelope("IdToken/*"),
    ]);

/// `msal-android-broker`: the response of the broker on Android to an app.
///
/// Even `ext_expires_on` is an epoch.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","id_token":"EXAMPLE.EXAMPLE.EXAMPLE","scopes":"User.Read openid",
///  "client_id":"11111111-2222-3333-4444-555555555555","local_account_id":"66666666-7777-8888-9999-000000000000",
///  "cached_at":1767225600,"expires_on":1767229200,"ext_expires_on":1767232800}
/// ```
///
/// Source: MSAL.NET `TestConstants.cs`.
pub static MSAL_ANDROID_BROKER: Dialect = Dialect::bare("msal-android-broker", "Microsoft", Evidence::Tested)
    .with_quirks("every time is an epoch; no refresh token; the subject is local_account_id")
    .detected_by(&["local_account_id"])
    .access_token(paths!["access_token"])
    .id_token(paths!["id_token"])
    .token_type(paths!["token_type"])
    .scopes(paths!["scopes"])
    .client_id(paths!["client_id"])
    .subject(paths!["local_account_id"])
    .issued_at(&[TimeRule::epoch(paths!["cached_at"])])
    .expires_at(&[TimeRule::epoch(paths!["expires_on"])])
    .extended_expires_at(&[TimeRule::epoch(paths!["ext_expires_on"])]);

/// An entry of a kind that holds no token: the members of all entries.
static ENTRY: Dialect = Dialect::bare("msal-cache", "Microsoft", Evidence::Recorded)
    .with_quirks("credential_type says which token secret is; every time is an epoch, as a string")
    .detected_by(&["credential_type"])
    .scopes(paths!["target"])
    .client_id(paths!["client_id"])
    .issued_at(&[TimeRule::epoch(paths!["cached_at"]).text()]);

static ACCESS: Dialect = Dialect::like(&ENTRY, "msal-cache", Evidence::Recorded)
    .constant_members(&[("credential_type", "\"AccessToken\"")])
    .access_token(paths!["secret"])
    .token_type(paths!["token_type"])
    .refresh_at(&[TimeRule::epoch(paths!["refresh_on"]).text()])
    .expires_at(&[TimeRule::epoch(paths!["expires_on"]).text()])
    .extended_expires_at(&[TimeRule::epoch(paths!["extended_expires_on", "ext_expires_on"]).text()]);

static REFRESH: Dialect = Dialect::like(&ENTRY, "msal-cache", Evidence::Recorded)
    .constant_members(&[("credential_type", "\"RefreshToken\"")])
    .refresh_token(paths!["secret"])
    .refresh_token_is_grant();

static ID: Dialect = Dialect::like(&ENTRY, "msal-cache", Evidence::Recorded)
    .constant_members(&[("credential_type", "\"IdToken\"")])
    .id_token(paths!["secret"]);

impl MsalCache {
    /// Returns the entry of the family.
    pub const fn entry(&'static self) -> Entry {
        ENTRY.entry_of(self)
    }
}

impl Adapter for MsalCache {
    fn id(&self) -> &str {
        ENTRY.id()
    }

    fn vendor(&self) -> &str {
        ENTRY.vendor()
    }

    fn quirks(&self) -> &str {
        ENTRY.quirks()
    }

    fn evidence(&self) -> Evidence {
        ENTRY.evidence()
    }

    fn signature(&self) -> &'static [&'static str] {
        ENTRY.signature()
    }

    fn claims(&self, name: &str) -> bool {
        name == "credential_type" || [&ACCESS, &REFRESH, &ID].into_iter().any(|entry| entry.claims(name))
    }

    fn decode_body(&self, mut body: Body<'_>) -> Result<Decoded> {
        entry_of(&mut body)?.decode_body(body)
    }

    fn encode(&self, token: &Token, at: UtcDateTime) -> Result<Encoded> {
        let entry = match token.credential_kind() {
            CredentialKind::Access => &ACCESS,
            CredentialKind::Id => &ID,
            CredentialKind::Refresh => &REFRESH,
        };
        entry.encode_among(token, at, entry_of)
    }
}

/// Returns the dialect of the kind that an entry names.
fn entry_of(body: &mut Body<'_>) -> Result<&'static Dialect> {
    let kind = body.text_at("credential_type").map_err(|error| error.with_format(ENTRY.format()))?;
    Ok(match kind.as_ref().map(|kind| kind.expose()) {
        Some("RefreshToken") => &REFRESH,
        Some("IdToken") => &ID,
        // AccessToken_With_AuthScheme is an access token that is bound to a key.
        Some("AccessToken" | "AccessToken_With_AuthScheme") => &ACCESS,
        // An entry of another kind, or none, is not a token.
        _ => &ENTRY,
    })
}
