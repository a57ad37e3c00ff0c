//! Member names of the standards.

/// RFC 6749 §5, OpenID Connect Core §3.1.3.3, RFC 8693 §2.2 and RFC 8628 §3.2.
pub(crate) const NAMES: [&str; 15] = [
    "access_token",
    "token_type",
    "expires_in",
    "refresh_token",
    "scope",
    "id_token",
    "issued_token_type",
    "error",
    "error_description",
    "error_uri",
    "device_code",
    "user_code",
    "verification_uri",
    "verification_uri_complete",
    "interval",
];
