//! The Python Package Index.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `pypi-mint-token`: PyPI's exchange of a CI's ID token, for trusted publishing.
///
/// The token is the password of Basic. `expires` is absent in responses from before 2025. The `message` of an error
/// response is always the same; the first error has the text.
///
/// ```json
/// {"success":true,"token":"EXAMPLE-ACCESS","expires":1767226500}
/// ```
///
/// Source: pypi/warehouse `warehouse/oidc/views.py`, `tests/unit/oidc/test_views.py`.
pub static PYPI_MINT_TOKEN: Dialect = Dialect::bare("pypi-mint-token", "PyPI", Evidence::Tested)
    .with_quirks(
        "the token is in token; expires is an epoch; no Authorization header; error responses are a list",
    )
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::epoch(paths!["expires"])])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("invalid-payload", Remedy::FixRequest),
        ("invalid-pending-publisher", Remedy::FixClient),
        ("invalid-publisher", Remedy::FixClient),
        ("invalid-reuse-token", Remedy::Reauthenticate),
        ("invalid-token", Remedy::Reauthenticate),
        ("not-enabled", Remedy::Retry),
    ]));
