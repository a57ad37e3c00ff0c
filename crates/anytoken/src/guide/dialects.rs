//! Adding a format of your own.
//!
//! # In ten lines of Rust
//!
//! A [`Dialect`](crate::dialect::Dialect) states how a format deviates from RFC 6749. The engine that decodes and encodes every
//! other format does it for yours too:
//!
//! ```
//! use anytoken::{Expiry, Response};
//! use anytoken::dialect::{Dialect, TimeRule, paths};
//! use time::{Duration, UtcDateTime};
//!
//! static ACME: Dialect = Dialect {
//!     id: "acme",
//!     vendor: "Acme",
//!     signature: &["acmeSession"],
//!     at: "data",
//!     access_token: paths!["accessToken", "token"],
//!     expires: &[TimeRule::milliseconds(paths!["expiresIn"])],
//!     scope_separators: &[','],
//!     ..Dialect::STANDARD
//! };
//!
//! // The registry detects it beside all other formats.
//! let formats = anytoken::registry_with(&[&ACME]);
//! let body = br#"{"data":{"token":"EXAMPLE-ACCESS","expiresIn":60000,"scope":"a,b"},"acmeSession":"EXAMPLE"}"#;
//! let token = formats.decode(Response::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
//! assert_eq!(token.format(), &"acme");
//! assert_eq!(token.validity().expires, Expiry::At(UtcDateTime::UNIX_EPOCH + Duration::minutes(1)));
//! # Ok::<(), anytoken::TokenError>(())
//! ```
//!
//! # At run time
//!
//! [`Dialect::from_json`](crate::dialect::Dialect::from_json), and `--dialect FILE` on the command line, read a dialect from JSON.
//! It returns a `&'static Dialect`, which works wherever your own static would. Its errors name the dialect and the
//! member. It rejects a dialect that does not decode what it encodes.
//!
//! ```
//! use anytoken::Response;
//! use anytoken::dialect::Dialect;
//! use time::UtcDateTime;
//!
//! let acme = Dialect::from_json(
//!     r#"{
//!         "id": "acme",
//!         "vendor": "Acme",
//!         "signature": "acmeSession",
//!         "at": "data",
//!         "access_token": ["accessToken", "token"],
//!         "expires": {"milliseconds": "expiresIn"},
//!         "scope_separators": ","
//!     }"#,
//! )?;
//! let formats = anytoken::registry_with(&[acme]);
//! let body = br#"{"data":{"token":"EXAMPLE-ACCESS","expiresIn":60000}}"#;
//! let token = formats.decode_as("acme", Response::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
//! assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
//!
//! let wrong = Dialect::from_json(r#"{"id":"acme","vendor":"Acme","expires":{"seconds":"ttl","zone":"+08:00"}}"#);
//! assert!(wrong.unwrap_err().to_string().starts_with("dialect acme: expires/zone: "));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Deviations and their members
//!
//! | the vendor … | in Rust | in JSON |
//! | --- | --- | --- |
//! | uses another name for a member | `access_token: paths!["token"]` | `"access_token": "token"` |
//! | has two names for a member | `paths!["token", "jwt"]` | `["token", "jwt"]` |
//! | has no scopes | `scope: paths![]` | `"scope": []` |
//! | says where to call its API | `api_url: paths!["instance_url"]` | `"api_url": "instance_url"` |
//! | wraps everything in an envelope | `at: "data"` | `"at": "data"` |
//! | … except one member | `paths!["/session"]` | `"/session"` |
//! | sends an array of tokens | `at: "tokens/*"` | `"at": "tokens/*"` |
//! | sends a second token elsewhere | `also: &[Dialect { at: "user", …, ..Dialect::BARE }]` | `"also": {"at": "user", …}` |
//! | sends JSON in a string | `folded: "payload"` | `"folded": "payload"` |
//! | states a lifetime in milliseconds | `TimeRule::milliseconds(paths!["ttl"])` | `{"milliseconds": "ttl"}` |
//! | sends an instant as a string | `TimeRule::epoch(paths!["exp"]).text()` | `{"epoch": "exp", "text": true}` |
//! | omits the time zone | `TimeRule::rfc3339(paths!["end"]).zone(offset)` | `{"rfc3339": "end", "zone": "+08:00"}` |
//! | issues tokens that never expire | `never: &[Never::Silence]` | `"never": "silence"` |
//! | separates scopes by commas | `scope_separators: &[',']` | `"scope_separators": ","` |
//! | calls a bearer token a bot | `bearer_words: &["bot"]` | `"bearer_words": "bot"` |
//! | shows success by a flag | `success: Some((FieldPath::new("code"), &["0"]))` | `"success": {"path": "code", "values": [0]}` |
//! | shows an error response by a member | `errors: ErrorShape { signs: paths!["oops"], … }` | `"errors": {"signs": "oops", …}` |
//! | has its own error codes | `remedies: &[("E7", Remedy::Retry)]` | `"remedies": {"E7": "retry"}` |
//!
//! A path is a list of names separated by `/`. A number is an array index, `*` matches each element, and a leading `/`
//! starts at the top of the document. If a format needs a condition, implement [`Adapter`](crate::Adapter) instead.
//!
//! If others use the format too, please add it to the catalogue: CONTRIBUTING.md in the repository shows how.
