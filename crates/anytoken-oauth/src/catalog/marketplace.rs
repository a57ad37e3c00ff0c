//! Marketplaces.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&ETSY, &EBAY, &AMAZON_LWA, &AMAZON_SP_API, &WALMART, &ALLEGRO, &MERCADOLIBRE, &MERCADOPAGO];

/// `etsy`: Etsy's Open API.
///
/// The token begins with the user's id and a dot, and is sent with both.
///
/// ```json
/// {"access_token":"12345678.EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600,
///  "refresh_token":"12345678.EXAMPLE-REFRESH"}
/// ```
///
/// Source: developers.etsy.com, "Authentication"; python-social-auth/social-core `test_etsy.py`.
pub static ETSY: Dialect = Dialect {
    id: "etsy",
    vendor: "Etsy",
    quirks: "the token begins with the user's id",
    ..Dialect::STANDARD
};

/// `ebay`: eBay's identity service.
///
/// The types `User Access Token` and `Application Access Token` mean Bearer. The token holds `^` and `#`. A refresh
/// brings no new refresh token.
///
/// ```json
/// {"access_token":"v^1.1#EXAMPLE-ACCESS","expires_in":7200,"refresh_token":"v^1.1#EXAMPLE-REFRESH",
///  "refresh_token_expires_in":47304000,"token_type":"User Access Token"}
/// ```
///
/// Source: developer.ebay.com, "Exchanging the authorization code for a User access token".
pub static EBAY: Dialect = Dialect {
    id: "ebay",
    vendor: "eBay",
    quirks: "User Access Token and Application Access Token mean Bearer",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    bearer_words: &["User Access Token", "Application Access Token"],
    ..Dialect::STANDARD
};

/// `amazon-lwa`: Login with Amazon, also for the Selling Partner API and Alexa.
///
/// The token holds `|`. The Selling Partner API takes it as `x-amz-access-token`, all others as a Bearer token.
///
/// ```json
/// {"access_token":"EXAMPLE|ACCESS","token_type":"bearer","expires_in":3600,"refresh_token":"EXAMPLE|REFRESH"}
/// ```
///
/// Source: developer.amazon.com, "Authorization Code Grant".
pub static AMAZON_LWA: Dialect =
    Dialect { id: "amazon-lwa", vendor: "Amazon", quirks: "", ..Dialect::STANDARD };

/// `amazon-sp-api`: a restricted data token of the Selling Partner API.
///
/// In an older form the members are in `payload`. It is sent as `x-amz-access-token`. An error response is a list.
///
/// ```json
/// {"expiresIn":3600,"restrictedDataToken":"EXAMPLE|ACCESS"}
/// ```
///
/// Source: developer-docs.amazon.com, "Tokens API", "SP-API errors", from memory.
pub static AMAZON_SP_API: Dialect = Dialect {
    id: "amazon-sp-api",
    vendor: "Amazon",
    quirks: "camelCase, perhaps in payload; no Authorization header; errors are a list",
    signature: &["restrictedDataToken"],
    access_token: paths!["restrictedDataToken", "payload/restrictedDataToken"],
    expires: &[TimeRule::seconds(paths!["expiresIn", "payload/expiresIn"])],
    scheme: Some(""),
    errors: ErrorShape {
        signs: paths!["errors", "error"],
        code: paths!["errors/0/code", "error", "error/code"],
        description: paths!["errors/0/message", "error_description", "error/message"],
        remedies: &[
            ("InvalidInput", Remedy::FixRequest),
            ("QuotaExceeded", Remedy::Retry),
            ("InternalFailure", Remedy::Retry),
            ("ServiceUnavailable", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `walmart`: the Token API of the Walmart Marketplace.
///
/// XML unless JSON is asked for, and then with names in camelCase. The token is sent as `WM_SEC.ACCESS_TOKEN`. A
/// error response is a list; in XML each element has a namespace's prefix.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":900}
/// ```
///
/// Source: developer.walmart.com, "Token API", from memory, "Error codes"; NangoHQ/nango
/// `packages/shared/lib/clients/provider.client.ts`.
pub static WALMART: Dialect = Dialect {
    id: "walmart",
    vendor: "Walmart",
    quirks: "XML, and camelCase there, or JSON; no Authorization header; errors are a list",
    access_token: paths!["access_token", "accessToken"],
    refresh_token: paths!["refresh_token", "refreshToken"],
    token_type: paths!["token_type", "tokenType"],
    expires: &[TimeRule::seconds(paths!["expires_in", "expiresIn"])],
    scheme: Some(""),
    errors: ErrorShape {
        signs: paths!["error", "errors"],
        code: paths!["error/code", "error/0/code", "errors/0/code", "error"],
        description: paths![
            "error/description",
            "error/0/description",
            "errors/0/description",
            "errors/0/message",
            "error_description",
        ],
        remedies: &[
            ("UNAUTHORIZED.GMP_GATEWAY_API", Remedy::FixClient),
            ("SYSTEM_ERROR.GMP_GATEWAY_API", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `allegro`: Allegro's REST API.
///
/// `allegro_api` is a member with the name of a scope, and says no more than `scope` does.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"bearer","refresh_token":"EXAMPLE.REFRESH.EXAMPLE",
///  "expires_in":43199,"scope":"allegro_api","allegro_api":true,"jti":"11111111-2222-3333-4444-555555555555"}
/// ```
///
/// Source: developer.allegro.pl, "Authentication".
pub static ALLEGRO: Dialect =
    Dialect { id: "allegro", vendor: "Allegro", quirks: "a scope's name is a member", ..Dialect::STANDARD };

/// `mercadolibre`: Mercado Libre's token endpoint.
///
/// A refresh token works once. An error response's text is in `error_description` or in `message`, with `status` and
/// `cause`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":21600,"scope":"offline_access read write",
///  "user_id":1234567,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: developers.mercadolibre.com, "Authentication and Authorization".
pub static MERCADOLIBRE: Dialect = Dialect {
    id: "mercadolibre",
    quirks: "the subject is user_id, a number; message for the description",
    ..MERCADO
};

/// `mercadopago`: Mercado Pago's token endpoint.
///
/// `live_mode` distinguishes production from test, and `public_key` is beside the token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":15552000,"scope":"read write offline_access",
///  "user_id":1234567,"refresh_token":"EXAMPLE-REFRESH","public_key":"EXAMPLE-PUBLIC","live_mode":true}
/// ```
///
/// Source: mercadopago.com, "OAuth", "Create token".
pub static MERCADOPAGO: Dialect = Dialect {
    id: "mercadopago",
    quirks: "the subject is user_id, a number; live_mode and public_key beside the token",
    ..MERCADO
};

/// The base of Mercado Libre and Mercado Pago.
const MERCADO: Dialect = Dialect {
    vendor: "Mercado Libre",
    subject: paths!["user_id"],
    errors: ErrorShape {
        description: paths!["error_description", "error/message", "message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
