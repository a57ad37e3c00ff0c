//! Sber.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `gigachat`: the token endpoint of GigaChat.
///
/// The sign-in with a password has the older names `tok` and `exp`.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_at":1767227400000}
/// ```
///
/// Source: gigachat 0.2.3 for Python, `models/auth.py`, `api/auth.py`; the codes from clients and their tests.
pub static GIGACHAT: Dialect = Dialect::bare("gigachat", "Sber", Evidence::Documented)
    .with_quirks("the expiry is an instant in milliseconds; two sets of names")
    .detected_by(&["tok+exp"])
    .access_token(paths!["access_token", "tok"])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expires_at", "exp"])])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("5", Remedy::FixRequest),
        ("6", Remedy::FixClient),
        ("7", Remedy::FixRequest),
    ]));
