//! Microsoft.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `yammer`: Yammer's token endpoint.
///
/// Dates are written as `2026/01/31 23:59:59 +0000`, and the expiry is `null`. Rights are flags such as
/// `view_messages`; there are no scopes.
///
/// ```json
/// {"access_token":{"user_id":1014216,"network_id":155465488,"token":"EXAMPLE-ACCESS","view_messages":true,
///  "created_at":"2026/01/01 00:00:00 +0000","expires_at":null}}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `Yammer/bundle.json`; simov/grant `lib/response.js`.
pub static YAMMER: Dialect = Dialect::bare("yammer", "Microsoft", Evidence::Tested)
    .with_quirks("access_token is an object; dates have slashes")
    .envelope("access_token")
    .access_token(paths!["token"])
    .subject(paths!["user_id"])
    .issued_at(&[TimeRule::rfc3339(paths!["created_at"])])
    .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])]);

/// `live`: `oauth20_token.srf` and `oauth20_authorize.srf` of login.live.com.
///
/// The token is opaque. The response to an implicit request is a form in the fragment of a URL.
///
/// ```json
/// {"token_type":"bearer","expires_in":86400,"scope":"service::user.auth.xboxlive.com::MBI_SSL",
///  "access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","user_id":"example"}
/// ```
///
/// Source: OpenXbox/xbox-webapi-python `tests/data/responses/auth_oauth2_token.json`; public Xbox clients.
pub static LIVE: Dialect = Dialect::oauth2("live", "Microsoft", Evidence::Tested)
    .with_quirks("JSON, or a form in a fragment; the subject is user_id")
    .subject(paths!["user_id"]);

/// `xbox-xsts`: a token of Xbox Live: of the user, or of the security token service for one party.
///
/// Times have seven digits after the second. The header is `XBL3.0 x=<uhs>;<token>`, with the user's hash from
/// `DisplayClaims`, so the token alone makes none. The service's token has the user's id among the claims. An error
/// response has an unsigned HRESULT in `XErr`, mostly no text, and a page for the user in `Redirect`.
///
/// ```json
/// {"IssueInstant":"2026-01-01T00:00:00.1234567Z","NotAfter":"2026-01-01T16:00:00.1234567Z","Token":"EXAMPLE-TOKEN",
///  "DisplayClaims":{"xui":[{"gtg":"example","xid":"2533274000000000","uhs":"example","agg":"Adult"}]}}
/// ```
///
/// Source: OpenXbox/xbox-webapi-python `tests/data/responses`; xboxoneresearch.github.io, "XBL token", "XSTS token"; public Minecraft launchers (the codes from 2148916233
/// to 2148916238).
pub static XBOX_XSTS: Dialect = Dialect::bare("xbox-xsts", "Microsoft", Evidence::Tested)
    .with_aliases(&["xbox-xbl"])
    .with_quirks(
        "PascalCase; the token alone makes no Authorization header; error responses have an HRESULT and a page",
    )
    .detected_by(&["XErr", "DisplayClaims+NotAfter"])
    .access_token(paths!["Token"])
    .subject(paths!["DisplayClaims/xui/0/xid"])
    .issued_at(&[TimeRule::rfc3339(paths!["IssueInstant"])])
    .expires_at(&[TimeRule::rfc3339(paths!["NotAfter"])])
    .authorization(Authorization::None)
    .errors(
        &ErrorShape::RFC6749.error_when(paths!["XErr"]).code(paths!["XErr"]).uri(paths!["Redirect"]).remedies(
            &[
                ("2148916229", Remedy::Interact),
                ("2148916233", Remedy::Interact),
                ("2148916234", Remedy::Interact),
                ("2148916236", Remedy::Interact),
                ("2148916237", Remedy::Interact),
                ("2148916238", Remedy::Interact),
            ],
        ),
    );

/// `minecraft`: `login_with_xbox` of Minecraft's services.
///
/// `username` is an internal id, neither the account's nor the player's.
///
/// ```json
/// {"username":"11111111-2222-3333-4444-555555555555","roles":[],"access_token":"EXAMPLE-ACCESS",
///  "token_type":"Bearer","expires_in":86400}
/// ```
///
/// Source: wiki.vg, "Microsoft Authentication Scheme".
pub static MINECRAFT: Dialect = Dialect::oauth2("minecraft", "Microsoft", Evidence::Unverified)
    .with_quirks("username is not the subject; error responses have errorMessage")
    .errors(&ErrorShape::RFC6749.error_when(paths!["errorMessage"]));
