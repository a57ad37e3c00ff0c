//! Adobe.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

use crate::standard::OAUTH1;

/// `adobe-ims`: Adobe's identity service.
///
/// Older endpoints send the lifetime in milliseconds, newer ones in seconds. A token lives for 24 hours at most, so a
/// larger number is in milliseconds. Members of the user's profile may be beside the token, with `email_verified` as a
/// string.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE","sub":"EXAMPLE@AdobeID",
///  "email_verified":"true","token_type":"bearer","expires_in":86399985}
/// ```
///
/// Source: AdobeDocs/adobeio-auth `OAuth/OAuth.md`; adobe/aio-lib-ims `src/ims.js`.
pub static ADOBE_IMS: Dialect = Dialect::oauth2("adobe-ims", "Adobe", Evidence::Documented)
    .with_quirks("expires_in above 86400 is in milliseconds; the subject is in sub")
    .subject(paths!["sub"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).milliseconds_above(86_400)]);

/// `marketo`: the identity endpoint of Marketo.
///
/// The server issues one token until it expires, so `expires_in` is its remaining lifetime. Error codes are digits in a
/// string.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS:int","token_type":"bearer","expires_in":3599,"scope":"user@example.com"}
/// ```
///
/// Source: experienceleague.adobe.com, "Authentication" and "Error Codes" of Marketo's REST API.
pub static MARKETO: Dialect = Dialect::oauth2("marketo", "Adobe", Evidence::Documented)
    .with_quirks("scope is the user, not the scopes; error responses have status 200 and success false")
    .scopes(paths![])
    .subject(paths!["scope"])
    .ok_when("success", &["true"])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("502", Remedy::Retry),
        ("600", Remedy::FixRequest),
        ("601", Remedy::Reauthenticate),
        ("602", Remedy::Reauthenticate),
        ("604", Remedy::Retry),
        ("606", Remedy::Retry),
        ("608", Remedy::Retry),
        ("611", Remedy::Retry),
        ("615", Remedy::Retry),
        ("unauthorized", Remedy::FixClient),
    ]));

/// `magento`: the token of a customer or an administrator of Adobe Commerce.
///
/// The body is a JSON string, bare text as in the documents, or XML whose root element has the token as its text. The
/// lifetime is a setting of the shop.
///
/// ```xml
/// <?xml version="1.0"?><response>EXAMPLE-ACCESS</response>
/// ```
///
/// Source: AdobeDocs/commerce-webapi `gs-authentication-token.md`.
pub static MAGENTO: Dialect = Dialect::bare("magento", "Adobe", Evidence::Documented)
    .with_quirks("the body is the token; no expiry; error responses are a message without a code")
    .access_token(paths!["#text", "response"])
    .errors(&ErrorShape::RFC6749.error_when(paths!["message"]));

/// `magento-oauth1`: an integration of Adobe Commerce, with OAuth 1.0a.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET
/// ```
///
/// Source: AdobeDocs/commerce-webapi `gs-authentication-oauth.md`.
pub static MAGENTO_OAUTH1: Dialect = Dialect::like(&OAUTH1, "magento-oauth1", Evidence::Documented)
    .by("Adobe")
    .with_quirks("a form; a second secret signs each request");
