//! The canonical form: a token as one JSON object, whatever its vendor sent.
//!
//! A [`StoredToken`](crate::StoredToken) serializes to it and deserializes from it, and `anytoken normalize` prints it.
//! Members come in this order, and what a token does not have is left out:
//!
//! | member | value |
//! | --- | --- |
//! | `v` | the version of this form, `1`; another one is an error |
//! | `format` | the id of the format that decoded the response |
//! | `access_token` | the access token: a secret |
//! | `assumed` | `true` if no format describes the token: it was found by a common name or in a common envelope |
//! | `token_type` | the type in its canonical spelling, such as `Bearer` |
//! | `token_type_sent` | the type as sent, if the server spells it otherwise |
//! | `scheme` | the scheme of the `Authorization` header, if the format names one; `""` if the header is the token alone |
//! | `issued_at` | the instant of issue |
//! | `not_before` | the instant from which the token is valid |
//! | `refresh_at` | the instant from which the server advises a refresh |
//! | `expires_at` | the expiry |
//! | `never_expires` | `true`, in place of `expires_at`, if the token never expires |
//! | `extended_expires_at` | the expiry that applies while the issuer is down |
//! | `refresh_token` | the refresh token: a secret |
//! | `refresh_token_expires_at` | the expiry of the refresh token |
//! | `refresh_token_never_expires` | `true`, in place of that expiry, if the refresh token never expires |
//! | `id_token` | the ID token: a secret |
//! | `scopes` | what was granted, as an array in the order sent |
//! | `resource` | the resource or audience that the token is for |
//! | `api_url` | the address at which the token is to be used, as the response states it |
//! | `client_id` | the client that the token was issued to |
//! | `subject` | the user, account or service that the token speaks for |
//! | `place`, `element` | where in a response with several tokens this one is from; only where secrets are exposed |
//! | `extras` | an object of every member without a field, as it was sent: each may be a secret |
//!
//! Instants are RFC 3339 in UTC, in whole seconds. Neither an expiry nor `never_expires` means that nobody knows how long
//! the token lives. [`redacted`](crate::Token::redacted) and `anytoken normalize` without `--reveal` print `"***"` for
//! each secret and for the value of each extra; such a text is not read back.
//!
//! # The lines of `anytoken normalize`
//!
//! Each response gives one line, and `outcome` names the member that has the result:
//!
//! | member | value |
//! | --- | --- |
//! | `id` | the `id` of the line that is answered, in a batch |
//! | `outcome` | `token`, `error` or `invalid` |
//! | `token` | the token in canonical form |
//! | `error` | the error response: `format`, `code`, `description`, `uri`, `status`, `remedy`, `retry_after` in seconds |
//! | `invalid` | why the response is not understood: `kind`, `message`, and as far as known `format`, `field`, `offset` in the body, `line` of the batch |
//! | `notes` | what is odd about the response: `kind`, `field`, and `at`, the range of bytes of its value; [`outcomes`](super::outcomes) explains each kind |
//! | `related` | further tokens of the response |
//!
//! [`SCHEMA`] describes both for programs: the document describes a token, its `#/$defs/answer` a line.

/// The JSON Schema of the canonical form, and in `#/$defs/answer` of a line of `anytoken normalize`.
///
/// ```
/// assert!(anytoken::guide::canonical::SCHEMA.contains(r#""refresh_token_expires_at""#));
/// ```
pub const SCHEMA: &str = include_str!("../../canonical.schema.json");
