//! The Security Token Service.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `aws-sts-web-identity`: `GetWebIdentityToken`.
///
/// The token is a JWT about the caller, for services outside AWS. It is XML from the service and JSON from the command
/// line.
///
/// ```json
/// {"WebIdentityToken":"EXAMPLE.EXAMPLE.EXAMPLE","Expiration":"2026-01-01T00:05:00+00:00"}
/// ```
///
/// Source: boto/botocore 1.44.8 `botocore/data/sts/2011-06-15/service-2.json` (GetWebIdentityTokenResponse).
pub static STS_WEB_IDENTITY: Dialect = Dialect::bare("aws-sts-web-identity", "Amazon", Evidence::Recorded)
    .with_quirks("an ID token, in XML or in JSON in PascalCase; error responses are XML")
    .detected_by(&["WebIdentityToken", "GetWebIdentityTokenResult"])
    .id_token(paths!["WebIdentityToken", "GetWebIdentityTokenResult/WebIdentityToken"])
    .expires_at(&[TimeRule::rfc3339(paths!["Expiration", "GetWebIdentityTokenResult/Expiration"])])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("ExpiredToken", Remedy::Reauthenticate),
        ("InvalidClientTokenId", Remedy::FixClient),
        ("OutboundWebIdentityFederationDisabledException", Remedy::FixClient),
        ("SignatureDoesNotMatch", Remedy::FixClient),
        ("JWTPayloadSizeExceededException", Remedy::FixRequest),
        ("SessionDurationEscalationException", Remedy::FixRequest),
        ("Throttling", Remedy::Retry),
    ]));
