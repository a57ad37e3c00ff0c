//! Notes, error responses and errors: what each means, and how to react.
//!
//! # Notes
//!
//! A [`Note`](crate::Note) is something odd that was understood anyway: its kind, the member, and its position in the
//! body. The token is right even if you ignore its notes. They show what to report to a vendor, or that you named the
//! wrong format.
//!
//! | note | sent | decoded as | what to do |
//! | --- | --- | --- | --- |
//! | `ends_differ` | several expiries, 60 s or more apart | an absolute expiry before a lifetime, then the earliest | check the clocks, and the instant of arrival |
//! | `wrong_type` | a descriptive member of the wrong type, such as `"scope":5` | absent; the member is an extra | nothing, or name the format that uses this type |
//! | `minus_one` | a lifetime or an instant of −1 | an unknown expiry | refresh on the first 401 |
//! | `instant_for_lifetime` | a lifetime of 1,000,000,000 s or more | an absolute expiry | name the format if it is a lifetime |
//! | `no_zone` | a date without a zone, in a format that has none, where nothing else states the time | absent; the member is an extra | use another member of the response |
//! | `zero_date` | a date of the year 1, or 0 beside another expiry | not set; the member is an extra | nothing |
//! | `unit_unknown` | a lifetime that may be in seconds or in milliseconds, such as one of more than ten years | absent; the member is an extra | name the format |
//! | `unread_end` | a member whose name mentions an expiry | absent; the member is an extra | name the format, or describe it |
//! | `token_beside_error` | an error and a token | an error response | do not use the token |
//! | `no_code` | an error without a code | an error response without a code | use the remedy |
//! | `long_wait` | a wait of more than 31 days | a wait of 31 days | nothing |
//! | `assumed_token` | a token whose name may be that of another kind, such as `token` | an access token | name the format if the token is of another kind |
//! | `wrapped` | a token in an envelope that no format names | its object as the top | name the format if one reads the rest |
//!
//! ```
//! use anytoken::{NoteKind, Response, decode};
//! use time::UtcDateTime;
//!
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":-1,"scope":5}"#;
//! let decoded = decode(Response::new(body, UtcDateTime::UNIX_EPOCH))?;
//! let notes: Vec<_> = decoded.notes.iter().map(|note| (note.kind, &*note.field)).collect();
//! assert_eq!(notes, [(NoteKind::WrongType, "scope"), (NoteKind::MinusOne, "expires_in")]);
//! # Ok::<(), anytoken::Error>(())
//! ```
//!
//! # Error responses and remedies
//!
//! An [`ErrorResponse`](crate::ErrorResponse) is the server's no: its code and text as sent, and a
//! [`Remedy`](crate::Remedy), which says how to react in the same words for every vendor.
//!
//! | remedy | for example | what to do |
//! | --- | --- | --- |
//! | `Retry` | `temporarily_unavailable`, 429, 503 | wait for `retry_after()`, or with exponential backoff, then retry |
//! | `SlowDown` | `slow_down` | add 5 s to the polling interval (RFC 8628 §3.5) |
//! | `Pending` | `authorization_pending` | poll again after the interval |
//! | `Reauthenticate` | `invalid_grant`, AADSTS50173, errcode 40029 | discard the stored tokens and authorize again |
//! | `FixRequest` | `invalid_scope` | fix the request: the same one will be rejected again |
//! | `FixClient` | `invalid_client` | alert an operator: a client secret or registration is wrong |
//! | `Interact` | `interaction_required`, a second factor | send the user to the vendor's page |
//! | `Unknown` | an unknown code | show code and text, do not retry |
//!
//! ```
//! use anytoken::{Response, Remedy, decode_as};
//! use time::UtcDateTime;
//!
//! let body = br#"{"ok":false,"error":"token_expired"}"#;
//! let error_response = decode_as("slack", Response::new(body, UtcDateTime::UNIX_EPOCH))?.into_token().unwrap_err();
//! assert_eq!((error_response.code(), error_response.remedy()), (Some("token_expired"), Remedy::Reauthenticate));
//! # Ok::<(), anytoken::Error>(())
//! ```
//!
//! `Display` masks everything that may be a secret, so an error response can be logged. `description()` is the text as sent.
//!
//! # Errors
//!
//! An [`Error`](crate::Error) means that the response could not be understood: it is neither a token nor an error
//! response. It states kind, format, member and byte offset, never a value, so it can be logged. Decoding the same bytes
//! again gives the same error.
//!
//! | kind | usual fix |
//! | --- | --- |
//! | [`Ambiguous`](crate::ErrorKind::Ambiguous), [`Missing`](crate::ErrorKind::Missing) | name the format |
//! | [`Html`](crate::ErrorKind::Html) | check the address of the token endpoint |
//! | [`Invalid`](crate::ErrorKind::Invalid) | look at the member: a time that cannot be read exactly is never guessed |
