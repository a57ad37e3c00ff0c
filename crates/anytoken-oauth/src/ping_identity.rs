//! Ping Identity.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `forgerock-am-oauth2`: the token endpoint of PingAM, formerly ForgeRock AM.
///
/// The lifetime is rounded down: 3599 for an hour.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"openid profile","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "token_type":"Bearer","expires_in":3599}
/// ```
///
/// Source: jianmingli.com, "OpenAM OpenID Connect authorization flow"; api-evangelist/forgerock.
pub static FORGEROCK_AM_OAUTH2: Dialect =
    Dialect::oauth2("forgerock-am-oauth2", "Ping Identity", Evidence::Unverified)
        .with_quirks("follows RFC 6749");

/// `forgerock-authenticate`: `/json/authenticate` of PingAM, formerly ForgeRock AM.
///
/// The token of a session is sent as a cookie, and no expiry is stated. Until the login is finished the response has
/// `authId` and `callbacks` instead, with status 200: an error response whose code is the type of the first callback.
/// The code of any other error response is its status, unless `detail` has one.
///
/// ```json
/// {"tokenId":"EXAMPLE-SESSION.*EXAMPLE*","successUrl":"/am/console","realm":"/alpha"}
/// ```
///
/// Source: docs.pingidentity.com, "Log in to AM over REST"; api-evangelist/forgerock "AuthenticationResponse"; the
/// code 110 from memory.
pub static FORGEROCK_AUTHENTICATE: Dialect =
    Dialect::bare("forgerock-authenticate", "Ping Identity", Evidence::Documented)
        .with_quirks("tokenId is a cookie; callbacks ask for another step, with status 200")
        .detected_by(&["authId", "successUrl"])
        .access_token(paths!["tokenId"])
        .authorization(Authorization::None)
        .errors(
            &ErrorShape::RFC6749
                .error_when(paths!["authId", "code"])
                .code(paths!["detail/errorCode", "code", "callbacks/0/type"])
                .remedies(&[
                    ("110", Remedy::Reauthenticate),
                    ("ChoiceCallback", Remedy::Interact),
                    ("ConfirmationCallback", Remedy::Interact),
                    ("HiddenValueCallback", Remedy::Interact),
                    ("MetadataCallback", Remedy::Interact),
                    ("NameCallback", Remedy::Interact),
                    ("PasswordCallback", Remedy::Interact),
                    ("PollingWaitCallback", Remedy::Pending),
                    ("RedirectCallback", Remedy::Interact),
                    ("TextInputCallback", Remedy::Interact),
                    ("TextOutputCallback", Remedy::Interact),
                ]),
        );

/// `pingfederate`: PingFederate's token endpoint.
///
/// The lifetime is absent if the token has none.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "token_type":"Bearer","expires_in":7199}
/// ```
///
/// Source: from memory.
pub static PINGFEDERATE: Dialect =
    Dialect::oauth2("pingfederate", "Ping Identity", Evidence::Unverified).with_quirks("follows RFC 6749");
