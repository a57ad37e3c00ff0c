//! What each note means, what each refusal asks for, and what an error is.
//!
//! # Notes
//!
//! A [`Note`](crate::Note) is something odd that was understood all the same: its kind, the member, and the bytes of the
//! body where it stands. The token is right without looking at them; they tell what to report to a vendor, or that another
//! format was meant.
//!
//! | note | what was sent | what it was read as | what to do |
//! | --- | --- | --- | --- |
//! | `ends_differ` | a lifetime and an absolute end, 60 s or more apart | the absolute end | look at the clocks, or at `received_at` |
//! | `wrong_type` | a describing member that cannot hold its meaning, as `"scope":5` | not said; the member is an extra | nothing, or name the format that knows it |
//! | `minus_one` | a lifetime of −1 | an end that is not known | refresh on the first 401 |
//! | `instant_for_lifetime` | a lifetime of 1,000,000,000 s or more | an absolute end | name the format if it is not |
//! | `no_zone` | a date without a zone, in a format that has none | not said; the member is an extra | take another member of the response |
//! | `token_beside_refusal` | an error and a token | a refusal | treat the token as not granted |
//! | `no_code` | a status from 400 up, and no code | a refusal without a code | go by the remedy |
//!
//! ```
//! use anytoken::{NoteKind, Received, decode};
//! use time::UtcDateTime;
//!
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":-1,"scope":5}"#;
//! let decoded = decode(Received::new(body, UtcDateTime::UNIX_EPOCH))?;
//! let notes: Vec<_> = decoded.notes.iter().map(|note| (note.kind, note.field)).collect();
//! assert_eq!(notes, [(NoteKind::WrongType, "scope"), (NoteKind::MinusOne, "expires_in")]);
//! # Ok::<(), anytoken::Error>(())
//! ```
//!
//! # Refusals and remedies
//!
//! A [`Refusal`](crate::Refusal) is the server's no: its code and text as sent, and the one thing that every caller needs
//! and no two vendors say alike, a [`Remedy`](crate::Remedy).
//!
//! | remedy | for example | what a program does |
//! | --- | --- | --- |
//! | `Retry` | `temporarily_unavailable`, 429, 503 | waits for `retry_after()`, or a while that doubles, and asks again |
//! | `SlowDown` | `slow_down` | adds 5 s to its interval for good (RFC 8628 §3.5) |
//! | `Pending` | `authorization_pending` | asks again after the interval |
//! | `Reauthenticate` | `invalid_grant`, AADSTS50173, errcode 40029 | drops what it has stored, and begins anew |
//! | `FixRequest` | `invalid_scope` | reports a defect of its own: the same request will not be granted |
//! | `FixClient` | `invalid_client` | tells an operator: a secret or a registration is wrong |
//! | `Interact` | `interaction_required`, a second factor | sends a person to the vendor's page |
//! | `Unknown` | a code that nobody has described | shows code and text, and does not retry |
//!
//! ```
//! use anytoken::{Received, Remedy, decode_as};
//! use time::UtcDateTime;
//!
//! let body = br#"{"ok":false,"error":"token_expired"}"#;
//! let refusal = decode_as("slack", Received::new(body, UtcDateTime::UNIX_EPOCH))?.into_token().unwrap_err();
//! assert_eq!((refusal.code(), refusal.remedy()), (Some("token_expired"), Remedy::Reauthenticate));
//! # Ok::<(), anytoken::Error>(())
//! ```
//!
//! `Display` masks what may be a secret in the text, so that a refusal can be logged; `description()` is the text as sent.
//!
//! # Errors
//!
//! An [`Error`](crate::Error) says that the response was not understood: neither yes nor no. It knows kind, format, member
//! and byte, never a value, so that it can be logged. It is not to be retried as it is: the same bytes are read the same.
//! [`ErrorKind::Ambiguous`](crate::ErrorKind::Ambiguous) and [`Missing`](crate::ErrorKind::Missing) mostly ask for the name
//! of the format, [`Html`](crate::ErrorKind::Html) for the right address, [`Invalid`](crate::ErrorKind::Invalid) for a look
//! at the member: a time that cannot be read exactly is never guessed.
