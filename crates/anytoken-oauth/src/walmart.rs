//! Walmart.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `walmart`: the Token API of the Walmart Marketplace.
///
/// The body is XML unless the client requests JSON. The token is sent in the header `WM_SEC.ACCESS_TOKEN`. In XML the
/// elements of an error response have a prefix.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":900}
/// ```
///
/// Source: walmartlabs/partnerapi_sdk_dotnet `V3/Payload/Token/TokenFeedResponse.cs`, `Http/AccessToken.cs`;
/// developer.walmart.com, "Error codes"; NangoHQ/nango `packages/shared/lib/clients/provider.client.ts`.
pub static WALMART: Dialect = Dialect::oauth2("walmart", "Walmart", Evidence::Documented)
    .with_quirks("XML with camelCase names, or JSON; no Authorization header; error responses are a list")
    .access_token(paths!["access_token", "accessToken"])
    .refresh_token(paths!["refresh_token", "refreshToken"])
    .token_type(paths!["token_type", "tokenType"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in", "expiresIn"])])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("UNAUTHORIZED.GMP_GATEWAY_API", Remedy::FixClient),
        ("SYSTEM_ERROR.GMP_GATEWAY_API", Remedy::Retry),
    ]));
