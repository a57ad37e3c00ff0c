//! NuGet.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `nuget-trusted-publishing`: the gallery's exchange of a CI's ID token for a temporary API key.
///
/// The key goes into the header `X-NuGet-ApiKey`. The gallery's source sends names in snake_case, its own client reads
/// `apiKey`. `token_type` repeats the request. The error text is also the reason phrase of the status.
///
/// ```json
/// {"token_type":"api_key","expires":"2026-01-01T00:15:00.0000000+00:00","api_key":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: NuGet/NuGetGallery `src/NuGetGallery/Controllers/TokenApiController.cs`; NuGet/login `src/index.ts`.
pub static NUGET_TRUSTED_PUBLISHING: Dialect =
    Dialect::bare("nuget-trusted-publishing", "NuGet", Evidence::Tested)
        .with_quirks("the token is in api_key or apiKey; token_type is no type; no Authorization header")
        .access_token(paths!["api_key", "apiKey"])
        .token_type(paths![])
        .expires_at(&[TimeRule::rfc3339(paths!["expires"])])
        .authorization(Authorization::None);
