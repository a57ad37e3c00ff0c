//! How a format is read that nobody has described.
//!
//! # In ten lines of Rust
//!
//! A [`Dialect`](crate::Dialect) states how a format departs from RFC 6749, and is read and written by the same engine as
//! all others:
//!
//! ```
//! use anytoken::{Dialect, Expiry, Received, Time, paths};
//! use time::{Duration, UtcDateTime};
//!
//! static ACME: Dialect = Dialect {
//!     id: "acme",
//!     vendor: "Acme",
//!     marks: &["acmeSession"],
//!     at: "data",
//!     access_token: paths!["accessToken", "token"],
//!     expires: &[Time::milliseconds(paths!["expiresIn"])],
//!     scope_separators: &[','],
//!     ..Dialect::STANDARD
//! };
//!
//! // Detected beside all others:
//! let formats = anytoken::registry_with(&[&ACME]);
//! let body = br#"{"data":{"token":"EXAMPLE-ACCESS","expiresIn":60000,"scope":"a,b"},"acmeSession":"EXAMPLE"}"#;
//! let token = formats.decode(Received::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
//! assert_eq!(token.format(), &"acme");
//! assert_eq!(token.lifetime().expires, Expiry::At(UtcDateTime::UNIX_EPOCH + Duration::minutes(1)));
//! # Ok::<(), anytoken::Failure>(())
//! ```
//!
//! The same at run time is [`Dialect::from_json`](crate::Dialect::from_json), and `--dialect FILE` on the command line. It
//! gives a `&'static Dialect`, which stands wherever a static of yours would: what is wrong with the file is said with the
//! dialect and the member, and one that does not read back what it writes is not given out.
//!
//! ```
//! use anytoken::{Dialect, Received};
//! use time::UtcDateTime;
//!
//! let acme = Dialect::from_json(
//!     r#"{
//!         "id": "acme",
//!         "vendor": "Acme",
//!         "marks": "acmeSession",
//!         "at": "data",
//!         "access_token": ["accessToken", "token"],
//!         "expires": {"milliseconds": "expiresIn"},
//!         "scope_separators": ","
//!     }"#,
//! )?;
//! let formats = anytoken::registry_with(&[acme]);
//! let body = br#"{"data":{"token":"EXAMPLE-ACCESS","expiresIn":60000}}"#;
//! let token = formats.decode_as("acme", Received::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
//! assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
//!
//! let wrong = Dialect::from_json(r#"{"id":"acme","vendor":"Acme","expires":{"seconds":"ttl","zone":"+08:00"}}"#);
//! assert_eq!(wrong.unwrap_err().to_string(), "dialect acme: expires/zone: is no option of this encoding");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What the vendor does, and the member that says so
//!
//! | the vendor … | in Rust | in JSON |
//! | --- | --- | --- |
//! | names a member otherwise | `access_token: paths!["token"]` | `"access_token": "token"` |
//! | has two names for it | `paths!["token", "jwt"]` | `["token", "jwt"]` |
//! | has no such member | `scope: paths![]` | `"scope": []` |
//! | puts all of it into an envelope | `at: "data"` | `"at": "data"` |
//! | … but for one member | `paths!["/session"]` | `"/session"` |
//! | sends an array of tokens | `at: "tokens/*"` | `"at": "tokens/*"` |
//! | sends a second token elsewhere | `also: &[Dialect { at: "user", …, ..Dialect::BARE }]` | `"also": {"at": "user", …}` |
//! | sends JSON in a string | `folded: "payload"` | `"folded": "payload"` |
//! | counts in milliseconds | `Time::milliseconds(paths!["ttl"])` | `{"milliseconds": "ttl"}` |
//! | sends an instant, written as text | `Time::epoch(paths!["exp"]).text()` | `{"epoch": "exp", "text": true}` |
//! | leaves the zone out | `Time::rfc3339(paths!["end"]).zone(offset)` | `{"rfc3339": "end", "zone": "+08:00"}` |
//! | does not let tokens end | `never: &[Never::Silence]` | `"never": "silence"` |
//! | puts commas between scopes | `scope_separators: &[',']` | `"scope_separators": ","` |
//! | calls a bearer token a bot | `bearer_words: &["bot"]` | `"bearer_words": "bot"` |
//! | says yes by a flag | `success: Some((Path::new("code"), &["0"]))` | `"success": {"path": "code", "values": [0]}` |
//! | says no by a member | `refusal: Refusals { signs: paths!["oops"], … }` | `"refusal": {"signs": "oops", …}` |
//! | has codes of its own | `remedies: &[("E7", Remedy::Retry)]` | `"remedies": {"E7": "retry"}` |
//!
//! Paths are names with `/` between them; a number is an index, `*` each element, and a `/` in front begins at the top.
//! Once a format needs a condition, implement [`Adapter`](crate::Adapter) in a file of its own.
//!
//! A format that others meet too belongs into the catalogue: CONTRIBUTING.md of the repository takes you there in ten
//! minutes.
