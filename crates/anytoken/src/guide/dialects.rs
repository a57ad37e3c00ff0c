//! Adding a format of your own.
//!
//! # In ten lines of Rust
//!
//! A [`Dialect`](crate::dialect::Dialect) states how a format deviates from RFC 6749. The engine that decodes and encodes every
//! other format does it for yours too:
//!
//! ```
//! use anytoken::dialect::{Dialect, Evidence, TimeRule, paths};
//! use anytoken::{Expiry, Response};
//! use time::{Duration, UtcDateTime};
//!
//! static ACME: Dialect = Dialect::oauth2("acme", "Acme", Evidence::Documented)
//!     .detected_by(&["acmeSession"])
//!     .envelope("data")
//!     .access_token(paths!["accessToken", "token"])
//!     .scopes_separated_by(&[','])
//!     .expires_at(&[TimeRule::milliseconds(paths!["expiresIn"])]);
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
//! A dialect is a `static` or a `const`: its lists are kept for the life of the program. [`Dialect::like`] derives a
//! variant of another one.
//!
//! [`Dialect::like`]: crate::dialect::Dialect::like
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
//!         "detected_by": "acmeSession",
//!         "envelope": "data",
//!         "access_token": ["accessToken", "token"],
//!         "expires_at": {"milliseconds": "expiresIn"},
//!         "scopes_separated_by": ","
//!     }"#,
//! )?;
//! let formats = anytoken::registry_with(&[acme]);
//! let body = br#"{"data":{"token":"EXAMPLE-ACCESS","expiresIn":60000}}"#;
//! let token = formats.decode_as("acme", Response::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
//! assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
//!
//! let wrong = Dialect::from_json(r#"{"id":"acme","vendor":"Acme","expires_at":{"seconds":"ttl","zone":"+08:00"}}"#);
//! assert!(wrong.unwrap_err().to_string().starts_with("dialect acme: expires_at/zone at line 1, column 67: "));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Deviations and their members
//!
//! A method of the builder and a member in JSON have the same name, but for `with_quirks`, which is `quirks` in JSON. A method
//! replaces what was set before, lists included.
//!
//! | the vendor … | in Rust | in JSON |
//! | --- | --- | --- |
//! | uses another name for a member | `.access_token(paths!["token"])` | `"access_token": "token"` |
//! | has two names for a member | `paths!["token", "jwt"]` | `["token", "jwt"]` |
//! | has no scopes | `.scopes(paths![])` | `"scopes": []` |
//! | has no member of RFC 6749 | `Dialect::bare(…)` | `"base": "bare"` |
//! | says where to call its API | `.api_url(paths!["instance_url"])` | `"api_url": "instance_url"` |
//! | wraps everything in an envelope | `.envelope("data")` | `"envelope": "data"` |
//! | … except one member | `paths!["/session"]` | `"/session"` |
//! | sends an array of tokens | `.envelope("tokens/*")` | `"envelope": "tokens/*"` |
//! | sends a second token elsewhere | `.related(&[Place::OAUTH2.envelope("user")])` | `"related": {"base": "rfc6749", "envelope": "user"}` |
//! | sends JSON in a string | `.json_string("payload")` | `"json_string": "payload"` |
//! | sends a token in a header | `.headers(&["X-Token"])` | `"headers": "X-Token"` |
//! | states a lifetime in milliseconds | `TimeRule::milliseconds(paths!["ttl"])` | `{"milliseconds": "ttl"}` |
//! | sends the number of an instant as a string | `TimeRule::epoch(paths!["exp"]).text()` | `{"epoch": "exp", "text": true}` |
//! | omits the time zone | `TimeRule::rfc3339(paths!["end"]).zone(offset)` | `{"rfc3339": "end", "zone": "+08:00"}` |
//! | means never if it sends no expiry | `TimeRule::seconds(…).when_absent(Special::Never)` | `{"seconds": …, "when_absent": "never"}` |
//! | sends 0 for never | `TimeRule::seconds(…).when(&[("0", Special::Never)])` | `{"seconds": …, "when": {"0": "never"}}` |
//! | documents a lifetime of a minute and sends none | `TimeRule::seconds(…).when_absent(Special::Seconds(60))` | `{"seconds": …, "when_absent": 60}` |
//! | separates scopes by commas | `.scopes_separated_by(&[','])` | `"scopes_separated_by": ","` |
//! | calls a bearer token a bot | `.token_type_aliases(&[("bot", TokenTypeKind::Bearer)])` | `"token_type_aliases": {"bot": "Bearer"}` |
//! | has a scheme of its own | `.authorization(Authorization::Scheme("Key"))` | `"authorization": {"scheme": "Key"}` |
//! | signals success by a flag | `.ok_when("code", &["0"])` | `"ok_when": {"path": "code", "values": [0]}` |
//! | signals an error by a member | `.errors(&ErrorShape::RFC6749.error_when(paths!["oops"]))` | `"errors": {"error_when": "oops"}` |
//! | has its own names for the code and the text | `.errors(&ErrorShape::RFC6749.code(paths!["errno"]).description(paths!["why"]))` | `"errors": {"code": "errno", "description": "why"}` |
//! | has its own error codes | `.errors(&ErrorShape::RFC6749.remedies(&[("E7", Remedy::Retry)]))` | `"errors": {"remedies": {"E7": "retry"}}` |
//! | asks the user for a further step | `.errors(&ErrorShape::RFC6749.challenge_when(paths!["mfa"]))` | `"errors": {"challenge_when": "mfa"}` |
//! | says how long to wait | `.errors(&ErrorShape::RFC6749.retry_after(paths!["wait"]))` | `"errors": {"retry_after": "wait"}` |
//! | sends a form | `.wire(Wire::Form)` | `"wire": "form"` |
//! | always sends a member | `.constant_members(&[("success", "true")])` | `"constant_members": {"success": true}` |
//! | has a member that no other format has | `.detected_by(&["acmeSession"])` | `"detected_by": "acmeSession"` |
//! | … in its envelope | `.detected_by(&["data/acmeSession"])` | `"detected_by": "data/acmeSession"` |
//! | … has two members together | `.detected_by(&["session+acme"])` | `"detected_by": "session+acme"` |
//! | does something else to the body | `.before_decode(\|body\| …)` | |
//!
//! A path is a list of names separated by `/`. A number is an array index, `*` matches each element, and a leading `/`
//! starts at the top of the document. The paths of `errors`, `ok_when` and `related` start at the top, even if there is an
//! envelope. If a format needs a condition, give it a hook, or implement [`Adapter`](crate::Adapter)
//! instead.
//!
//! If others use the format too, please add it to the catalogue: CONTRIBUTING.md in the repository shows how.
