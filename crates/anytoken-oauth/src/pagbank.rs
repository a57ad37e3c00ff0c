//! PagBank.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `pagbank`: PagBank Connect.
///
/// The code of an error response is a number; the word of RFC 6749 is its description.
///
/// ```json
/// {"error_messages":[{"code":"41012","description":"token_is_no_longer_active"}]}
/// ```
///
/// Source: developer.pagbank.com.br, "Connect", error codes; public clients.
pub static PAGBANK: Dialect = Dialect::oauth2("pagbank", "PagBank", Evidence::Tested)
    .with_quirks("error responses are a list of codes and words")
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["error_messages"])
            .code(paths!["error_messages/0/code"])
            .description(paths!["error_messages/0/description"])
            .remedies(&[
                ("41001", Remedy::FixRequest),
                ("41002", Remedy::FixRequest),
                ("41003", Remedy::FixClient),
                ("41004", Remedy::Reauthenticate),
                ("41005", Remedy::FixRequest),
                ("41006", Remedy::FixClient),
                ("41008", Remedy::Reauthenticate),
                ("41012", Remedy::Reauthenticate),
            ]),
    );
