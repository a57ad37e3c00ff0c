//! Servers that are built with ASP.NET.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `aspnet-owin`: a server that is built with Katana, Microsoft's OAuth server for OWIN.
///
/// The instants of issue and of expiry are HTTP dates, in members whose names begin with a dot. The host may add
/// members.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3599,"refresh_token":"EXAMPLE-REFRESH",
///  "as:client_id":"EXAMPLE-CLIENT","userName":"example",".issued":"Thu, 01 Jan 2026 00:00:00 GMT",
///  ".expires":"Thu, 01 Jan 2026 01:00:00 GMT"}
/// ```
///
/// Source: aspnet/AspNetKatana `OAuthAuthorizationServerHandler.cs`; tests of public clients.
pub static ASPNET_OWIN: Dialect = Dialect::oauth2("aspnet-owin", "Microsoft", Evidence::Tested)
    .with_quirks("the expiry is an HTTP date beside the lifetime, in .expires")
    .detected_by(&[".expires"])
    .client_id(paths!["as:client_id"])
    .subject(paths!["userName"])
    .issued_at(&[TimeRule::rfc3339(paths![".issued"])])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]), TimeRule::rfc3339(paths![".expires"])]);

/// `aspnetcore-identity-api`: the login and refresh of ASP.NET Core's identity endpoints.
///
/// An error response is a problem of RFC 9457, whose `detail` is a word: `Failed`, `LockedOut`, `NotAllowed`, or
/// `RequiresTwoFactor`.
///
/// ```json
/// {"tokenType":"Bearer","accessToken":"EXAMPLE-ACCESS","expiresIn":3600,"refreshToken":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: dotnet/aspnetcore `AccessTokenResponse`, `IdentityApiEndpointRouteBuilderExtensions`.
pub static ASPNETCORE_IDENTITY_API: Dialect =
    Dialect::bare("aspnetcore-identity-api", "Microsoft", Evidence::Documented)
        .with_quirks("camelCase; error responses are RFC 9457 problems")
        .access_token(paths!["accessToken"])
        .refresh_token(paths!["refreshToken"])
        .token_type(paths!["tokenType"])
        .expires_at(&[TimeRule::seconds(paths!["expiresIn"])])
        .errors(&ErrorShape::RFC6749.subcode(paths!["detail"]).remedies(&[
            ("Failed", Remedy::Reauthenticate),
            ("LockedOut", Remedy::Interact),
            ("NotAllowed", Remedy::Interact),
            ("RequiresTwoFactor", Remedy::Interact),
        ]));
