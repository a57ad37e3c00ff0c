//! The output of Google's command line, and of executables for its client libraries.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `gcloud`: `gcloud config config-helper`.
///
/// ```json
/// {"configuration":{"active_configuration":"default"},"credential":{"access_token":"EXAMPLE-ACCESS",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_expiry":"2026-01-01T01:00:00Z"},
///  "sentinels":{"config_sentinel":"/home/user/.config/gcloud/config_sentinel"}}
/// ```
///
/// Source: google/go-containerregistry `pkg/v1/google/auth.go`.
pub static GCLOUD: Dialect = Dialect::bare("gcloud", "Google", Evidence::Documented)
    .with_quirks("the token is in credential")
    .detected_by(&["sentinels"])
    .envelope("credential")
    .access_token(paths!["access_token"])
    .id_token(paths!["id_token"])
    .expires_at(&[TimeRule::rfc3339(paths!["token_expiry"])]);

/// `google-adc-executable`: the output of a program that is configured as a source of credentials.
///
/// The token is the subject token of an exchange, and is not sent in a header. A SAML response is the access token.
/// `token_type` is a name of RFC 8693.
///
/// ```json
/// {"version":1,"success":true,"token_type":"urn:ietf:params:oauth:token-type:id_token",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","expiration_time":1767229200}
/// ```
///
/// Source: googleapis/google-auth-library-python `tests/test_pluggable.py`.
pub static ADC_EXECUTABLE: Dialect = Dialect::bare("google-adc-executable", "Google", Evidence::Tested)
    .with_quirks(
        "a subject token for an exchange; no Authorization header; success is false in error responses",
    )
    .detected_by(&["saml_response"])
    .access_token(paths!["saml_response"])
    .id_token(paths!["id_token"])
    .token_type(paths!["token_type"])
    .expires_at(&[TimeRule::epoch(paths!["expiration_time"])])
    .authorization(Authorization::None)
    .ok_when("success", &["true"]);

/// `oauth2client`: the file of oauth2client, Google's former client library for Python.
///
/// `token_response` is the response of the token endpoint, and `id_token` the claims of the ID token, which is in
/// `id_token_jwt`. `client_secret` is the secret of the client.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","client_id":"EXAMPLE-CLIENT","client_secret":"EXAMPLE-SECRET",
///  "refresh_token":"EXAMPLE-REFRESH","token_expiry":"2026-01-01T01:00:00Z","id_token":null,"id_token_jwt":null,
///  "token_response":{"access_token":"EXAMPLE-ACCESS","expires_in":3600},"scopes":["email"],"token_info_uri":null,
///  "_class":"OAuth2Credentials","_module":"oauth2client.client"}
/// ```
///
/// Source: recorded from oauth2client 4.1.3.
pub static OAUTH2CLIENT: Dialect = Dialect::bare("oauth2client", "Google", Evidence::Recorded)
    .with_quirks(
        "the expiry is in token_expiry; the client's secret and the whole response are beside the token",
    )
    .detected_by(&["_module", "id_token_jwt", "token_info_uri"])
    .access_token(paths!["access_token"])
    .refresh_token(paths!["refresh_token"])
    .id_token(paths!["id_token_jwt"])
    .scopes(paths!["scopes"])
    .client_id(paths!["client_id"])
    .expires_at(&[TimeRule::rfc3339(paths!["token_expiry"])]);
