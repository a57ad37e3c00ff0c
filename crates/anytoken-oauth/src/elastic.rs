//! Elastic.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `elasticsearch-token`: the token service of Elasticsearch.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","type":"Bearer","expires_in":1200,"refresh_token":"EXAMPLE-REFRESH",
///  "authentication":{"username":"example","roles":["superuser"],"authentication_type":"realm"}}
/// ```
///
/// Source: elastic/elasticsearch-js 9.4.3 `lib/api/types.d.ts` (SecurityGetTokenResponse); elastic.co, "Get a token".
pub static ELASTICSEARCH_TOKEN: Dialect = Dialect::oauth2("elasticsearch-token", "Elastic", Evidence::Tested)
    .with_quirks("the token type is in type; the subject is in authentication")
    .detected_by(&["authentication+type"])
    .token_type(paths!["type"])
    .subject(paths!["authentication/username"])
    .errors(&ERRORS);

/// `elasticsearch-api-key`: an API key of Elasticsearch.
///
/// `encoded` is the Base64 of the id and the key. Without `expiration` the key never expires.
///
/// ```json
/// {"id":"EXAMPLE-ID","name":"example","expiration":1767229200000,"api_key":"EXAMPLE-KEY","encoded":"RVhBTVBMRQ=="}
/// ```
///
/// Source: elastic/elasticsearch-js 9.4.3 `lib/api/types.d.ts` (SecurityCreateApiKeyResponse); elastic.co, "Create an
/// API key".
pub static ELASTICSEARCH_API_KEY: Dialect =
    Dialect::bare("elasticsearch-api-key", "Elastic", Evidence::Tested)
        .with_quirks("the key is in encoded; the scheme is ApiKey; no expiration means never")
        .detected_by(&["encoded+api_key"])
        .access_token(paths!["encoded"])
        .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiration"]).when_absent(Special::Never)])
        .authorization(Authorization::Scheme("ApiKey"))
        .errors(&ERRORS);

/// Error responses of Elasticsearch, whose codes are the names of exceptions.
const ERRORS: ErrorShape = ErrorShape::RFC6749.remedies(&[
    ("action_request_validation_exception", Remedy::FixRequest),
    ("es_rejected_execution_exception", Remedy::Retry),
    ("illegal_argument_exception", Remedy::FixRequest),
    ("parsing_exception", Remedy::FixRequest),
    ("security_exception", Remedy::Reauthenticate),
]);
