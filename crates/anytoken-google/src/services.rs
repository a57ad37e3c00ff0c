//! Google Cloud services with an endpoint of their own.

use anytoken_core::dialect::{
    Authorization, Body, Dialect, ErrorShape, Evidence, Part, TimeRule, Wire, paths,
};
use anytoken_core::{Remedy, Result};

/// `gce-metadata`: the metadata server of Compute Engine, Cloud Run and the like.
///
/// It returns a cached token, so `expires_in` counts down. There is no scope. An error response is a page or plain
/// text.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"token_type":"Bearer"}
/// ```
///
/// Source: cloud.google.com, "Authenticate applications directly with access tokens"; snowflakedb/gosnowflake
/// `test_data/wiremock/mappings/auth/wif/gcp`.
pub static GCE_METADATA: Dialect = Dialect::oauth2("gce-metadata", "Google", Evidence::Tested)
    .with_quirks("an ID token is bare text; no scope; error responses are not JSON")
    .wire(Wire::Text)
    .id_token(paths!["#text"]);

/// `gemini-live-auth-token`: an ephemeral token of the Gemini API, which `authTokens.create` returns.
///
/// The token is the name of a resource. Its expiries are in the request only.
///
/// ```json
/// {"name":"auth_tokens/EXAMPLE-ACCESS"}
/// ```
///
/// Source: google-genai 3.6.1 `types.py` (AuthToken).
pub static GEMINI_LIVE_AUTH_TOKEN: Dialect =
    Dialect::bare("gemini-live-auth-token", "Google", Evidence::Tested)
        .with_quirks("the token is in name; the scheme is Token; no expiry")
        .access_token(paths!["name"])
        .authorization(Authorization::Scheme("Token"))
        .errors(&IAM_ERRORS);

/// `google-iam-credentials`: `generateAccessToken` and `generateIdToken` of the service account credentials API.
///
/// `token` is an ID token and has no expiry. The expiry of an access token has up to nine digits after the second.
/// Cloud Workstations and Vertex AI's feature views return access tokens in this form too. `error/code` repeats the
/// HTTP status.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","expireTime":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: cloud.google.com, "IAM Service Account Credentials API"; googleapis/googleapis `google/rpc/code.proto`; the
/// discovery documents of `workstations.googleapis.com` and `aiplatform.googleapis.com`.
pub static IAM_CREDENTIALS: Dialect = Dialect::bare("google-iam-credentials", "Google", Evidence::Documented)
    .with_quirks("camelCase; token is an ID token; the error code is in error/status")
    .detected_by(&["expireTime+accessToken"])
    .access_token(paths!["accessToken"])
    .id_token(paths!["token"])
    .expires_at(&[TimeRule::rfc3339(paths!["expireTime"])])
    .errors(&IAM_ERRORS);

/// The error responses of Google's services.
pub(crate) const IAM_ERRORS: ErrorShape = ErrorShape::RFC6749.code(paths!["error/status"]).remedies(&[
    ("INVALID_ARGUMENT", Remedy::FixRequest),
    ("UNAUTHENTICATED", Remedy::Reauthenticate),
    ("RESOURCE_EXHAUSTED", Remedy::Retry),
    ("UNAVAILABLE", Remedy::Retry),
]);

/// `google-agent-identity`: a third party's token for an agent.
///
/// `success` has the token, and `header` in it the header that it is sent in. The other outcomes have status 200 as
/// well, and an object that may be empty: their names are the codes, `uriConsentRequired`, `pending` and
/// `consentRejected`. The exchange has no envelope. Without `expireTime` the token is permanent or its expiry is
/// unknown.
///
/// ```json
/// {"success":{"token":"EXAMPLE-ACCESS","header":"Authorization","expireTime":"2026-01-01T01:00:00Z",
///  "scopes":["calendar.read"]}}
/// ```
///
/// Source: the discovery documents of `agentidentitycredentials.googleapis.com`, `RetrieveCredentialsResponse`,
/// `ExchangeCredentialsResponse`.
pub static AGENT_IDENTITY: Dialect = Dialect::bare("google-agent-identity", "Google", Evidence::Documented)
    .with_quirks("the token is in success; the other outcomes are errors with status 200")
    .detected_by(&["uriConsentRequired", "consentRejected"])
    .before_decode(name_outcome)
    .access_token(paths!["success/token", "token"])
    .scopes(paths!["success/scopes", "scopes"])
    .expires_at(&[TimeRule::rfc3339(paths!["success/expireTime", "expireTime"])])
    .errors(&IAM_ERRORS.challenge_when(paths!["uriConsentRequired"]).remedies(&[
        ("pending", Remedy::Pending),
        ("INVALID_ARGUMENT", Remedy::FixRequest),
        ("UNAUTHENTICATED", Remedy::Reauthenticate),
    ]));

/// `google-developer-connect`: a token for a repository's host, by Developer Connect and Cloud Build.
///
/// A token without an expiry does not expire, or its expiry is unknown. If the host refuses the exchange, its error
/// response is in `exchangeError`, with status 200.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","expirationTime":"2026-01-01T01:00:00Z","gitUsername":"x-access-token"}
/// ```
///
/// Source: cloud.google.com, Developer Connect API, `fetchReadToken`, `fetchAccessToken`; Cloud Build API v2,
/// `accessReadToken`.
pub static DEVELOPER_CONNECT: Dialect =
    Dialect::bare("google-developer-connect", "Google", Evidence::Documented)
        .with_quirks("the token is in token, its expiry in expirationTime; scopes is an array")
        .detected_by(&["gitUsername"])
        .access_token(paths!["token"])
        .scopes(paths!["scopes"])
        .expires_at(&[TimeRule::rfc3339(paths!["expirationTime"])])
        .errors(
            &IAM_ERRORS
                .error_when(paths!["exchangeError"])
                .code(paths!["error/status", "exchangeError/code"])
                .description(paths!["exchangeError/description"]),
        );

/// `google-colab-runtime`: the token of a runtime's proxy.
///
/// The token is sent to `url` in the header `X-Colab-Runtime-Proxy-Token`.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","url":"https://runtime.example.com","expireTime":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: the discovery document of `colab.googleapis.com`.
pub static COLAB_RUNTIME: Dialect = Dialect::like(&TOKEN, "google-colab-runtime", Evidence::Documented)
    .with_quirks("the token is in token, its expiry in expireTime; no Authorization header")
    .api_url(paths!["url"])
    .authorization(Authorization::None);

/// `google-backupdr-token`: the token of a backup's storage.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","readLocation":"gs://example-read","writeLocation":"gs://example-write",
///  "expireTime":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: the discovery document of `backupdr.googleapis.com`, `FetchAccessTokenResponse`.
pub static BACKUPDR_TOKEN: Dialect = Dialect::like(&TOKEN, "google-backupdr-token", Evidence::Documented)
    .with_quirks("the token is in token, its expiry in expireTime")
    .detected_by(&["readLocation+writeLocation"]);

/// `google-ces-chat-token`: the token of a chat with an agent.
///
/// ```json
/// {"chatToken":"EXAMPLE-ACCESS","expireTime":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: the discovery document of `ces.googleapis.com`, `GenerateChatTokenResponse`.
pub static CES_CHAT_TOKEN: Dialect = Dialect::like(&TOKEN, "google-ces-chat-token", Evidence::Documented)
    .with_quirks("the token is in chatToken, its expiry in expireTime")
    .detected_by(&["chatToken"])
    .access_token(paths!["chatToken"]);

/// A token and the instant at which it expires.
const TOKEN: Dialect = Dialect::BARE
    .by("Google")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::rfc3339(paths!["expireTime"])])
    .errors(&IAM_ERRORS);

/// Makes the name of an outcome other than `success` the code of an error response.
fn name_outcome(body: &mut Body<'_>) -> Result<()> {
    let has = |name: &str| body.members().any(|member| member.name() == name);
    let outcome = ["uriConsentRequired", "consentRejected", "pending"].into_iter().find(|name| has(name));
    let Some(outcome) = outcome else { return Ok(()) };
    let members = body.members().count();
    body.rebuild(|write| {
        write(Part::Json(&format!("{{\"error\":\"{outcome}\"")));
        for index in 0..members {
            write(Part::Json(","));
            write(Part::Member(index));
        }
        write(Part::Json("}"));
    })
}
