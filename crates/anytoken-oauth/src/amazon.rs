//! Amazon.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `amazon-lwa`: Login with Amazon, also for the Selling Partner API and Alexa.
///
/// The token contains `|`. The Selling Partner API takes it in the header `x-amz-access-token`, every other API as a
/// Bearer token.
///
/// ```json
/// {"access_token":"EXAMPLE|ACCESS","token_type":"bearer","expires_in":3600,"refresh_token":"EXAMPLE|REFRESH"}
/// ```
///
/// Source: developer.amazon.com, "Authorization Code Grant".
pub static AMAZON_LWA: Dialect =
    Dialect::oauth2("amazon-lwa", "Amazon", Evidence::Documented).with_quirks("follows RFC 6749");

/// `amazon-sp-api`: a restricted data token of the Selling Partner API.
///
/// The members are in `payload` in an older form. The token is sent in the header `x-amz-access-token`.
///
/// ```json
/// {"expiresIn":3600,"restrictedDataToken":"EXAMPLE|ACCESS"}
/// ```
///
/// Source: amzn/selling-partner-api-models `models/tokens-api-model/tokens_2021-03-01.json`;
/// amzn/selling-partner-api-docs, guides, for the older `payload`.
pub static AMAZON_SP_API: Dialect = Dialect::bare("amazon-sp-api", "Amazon", Evidence::Documented)
    .with_quirks(
        "camelCase, perhaps in payload; no Authorization header; error responses have a list of errors",
    )
    .detected_by(&["restrictedDataToken", "payload/restrictedDataToken"])
    .access_token(paths!["restrictedDataToken", "payload/restrictedDataToken"])
    .expires_at(&[TimeRule::seconds(paths!["expiresIn", "payload/expiresIn"])])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("InvalidInput", Remedy::FixRequest),
        ("InvalidRequest", Remedy::FixRequest),
        ("QuotaExceeded", Remedy::Retry),
        ("InternalFailure", Remedy::Retry),
        ("ServiceUnavailable", Remedy::Retry),
    ]));
