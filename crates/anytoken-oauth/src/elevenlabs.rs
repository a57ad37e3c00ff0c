//! ElevenLabs.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `elevenlabs-single-use-token`: a token for one connection of a client in a browser.
///
/// It is a parameter of an address, not a header. By the documentation it is valid for 15 minutes.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: elevenlabs/elevenlabs-python 2.78.0 `types/single_use_token_response_model.py`; public clients' tests of
/// error responses.
pub static ELEVENLABS_SINGLE_USE_TOKEN: Dialect =
    Dialect::bare("elevenlabs-single-use-token", "ElevenLabs", Evidence::Tested)
        .with_quirks(
            "the token is in token, alone; no expiry; no Authorization header; the error code is in detail",
        )
        .access_token(paths!["token"])
        .authorization(Authorization::None)
        .errors(
            &ErrorShape::RFC6749.code(paths!["detail/status"]).remedies(&[
                ("invalid_api_key", Remedy::FixClient),
                ("missing_permissions", Remedy::FixClient),
            ]),
        );
