//! WordPress.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `wordpress-jwt-auth`: the plugin JWT Authentication for WP REST API.
///
/// Codes of a failed login have the plugin's name in brackets before them.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE","user_email":"user@example.com","user_nicename":"example",
///  "user_display_name":"Example"}
/// ```
///
/// Source: Tmeister/wp-api-jwt-auth `public/class-jwt-auth-public.php`, as public clients and their tests quote it.
pub static WORDPRESS_JWT_AUTH: Dialect =
    Dialect::bare("wordpress-jwt-auth", "WordPress plugin", Evidence::Tested)
        .with_quirks(
            "the token is in token; no id of the user and no expiry; an error code may have a blank in it",
        )
        .detected_by(&["user_nicename"])
        .access_token(paths!["token"])
        .errors(&ErrorShape::RFC6749.code(paths!["code"]).remedies(&[
            ("[jwt_auth] empty_password", Remedy::FixRequest),
            ("[jwt_auth] empty_username", Remedy::FixRequest),
            ("[jwt_auth] incorrect_password", Remedy::Reauthenticate),
            ("[jwt_auth] invalid_email", Remedy::Reauthenticate),
            ("[jwt_auth] invalid_username", Remedy::Reauthenticate),
            ("jwt_auth_bad_auth_header", Remedy::FixRequest),
            ("jwt_auth_bad_config", Remedy::FixClient),
            ("jwt_auth_invalid_token", Remedy::Reauthenticate),
            ("jwt_auth_no_auth_header", Remedy::FixRequest),
        ]));
