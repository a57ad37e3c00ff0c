//! HH.ru.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `hh-ru`: the token endpoint and the API of HH.ru.
///
/// A refresh before the expiry is an error: `invalid_grant` with `token not expired` means that the token at hand is
/// still valid, so that signing in again is no remedy. So is a second token of an app within five minutes. The API has
/// a list of errors, whose `value` is more precise than their `type`.
///
/// ```json
/// {"errors":[{"type":"oauth","value":"token_expired"}]}
/// ```
///
/// Source: hhru/api `docs_eng/errors.md`.
pub static HH_RU: Dialect = Dialect::oauth2("hh-ru", "HH.ru", Evidence::Documented)
    .with_quirks("a refresh before the expiry is invalid_grant; the API has a list of errors")
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["errors/0/value", "errors/0/type"])
            .subcode(paths!["error_description"])
            .remedies(&[
                ("token not expired", Remedy::Unknown),
                ("app token refresh too early", Remedy::Retry),
                ("application_not_found", Remedy::FixClient),
                ("bad_authorization", Remedy::Reauthenticate),
            ]),
    );
