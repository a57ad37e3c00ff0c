//! The login packages of Django.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `django-simplejwt`: Simple JWT.
///
/// A sliding token is in `token`. An error response for a wrong password has no code, one for a missing member is an
/// object of the members with lists of texts.
///
/// ```json
/// {"refresh":"EXAMPLE.REFRESH.EXAMPLE","access":"EXAMPLE.ACCESS.EXAMPLE"}
/// ```
///
/// Source: recorded from djangorestframework-simplejwt 5.5.1.
pub static DJANGO_SIMPLEJWT: Dialect = Dialect::bare("django-simplejwt", "Jazzband", Evidence::Recorded)
    .with_quirks("access and refresh, or token; no expiry")
    .access_token(paths!["access", "token"])
    .refresh_token(paths!["refresh"]);

/// `dj-rest-auth`: a login through dj-rest-auth.
///
/// The expiries have the server's offset after a login and `Z` after a refresh.
///
/// ```json
/// {"access":"EXAMPLE.ACCESS.EXAMPLE","refresh":"EXAMPLE.REFRESH.EXAMPLE","user":{"pk":1,"username":"example"},
///  "access_expiration":"2026-01-01T01:00:00.346135-06:00","refresh_expiration":"2026-01-02T01:00:00.346143-06:00"}
/// ```
///
/// Source: recorded from dj-rest-auth 7.2.0.
pub static DJ_REST_AUTH: Dialect = Dialect::like(&DJANGO_SIMPLEJWT, "dj-rest-auth", Evidence::Recorded)
    .by("iMerica")
    .with_quirks("the tokens of Simple JWT, with their expiries and the user beside them")
    .detected_by(&["access_expiration", "refresh_expiration"])
    .subject(paths!["user/pk"])
    .expires_at(&[TimeRule::rfc3339(paths!["access_expiration"])])
    .refresh_token_expires_at(&[TimeRule::rfc3339(paths!["refresh_expiration"])]);

/// `django-rest-framework-token`: the token of Django REST framework.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: recorded from djangorestframework 3.18.3.
pub static DJANGO_REST_FRAMEWORK_TOKEN: Dialect =
    Dialect::bare("django-rest-framework-token", "Encode", Evidence::Recorded)
        .with_quirks("token alone; the scheme is Token; error responses have a list of texts and no code")
        .access_token(paths!["token"])
        .authorization(Authorization::Scheme("Token"))
        .errors(&ErrorShape::RFC6749.description(paths!["non_field_errors/0"]));

/// `djoser`: the token of djoser.
///
/// ```json
/// {"auth_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: recorded from djoser 2.3.5.
pub static DJOSER: Dialect = Dialect::like(&DJANGO_REST_FRAMEWORK_TOKEN, "djoser", Evidence::Recorded)
    .by("Sunscrapers")
    .with_quirks("auth_token alone; the scheme is Token; error responses have a list of texts and no code")
    .access_token(paths!["auth_token"]);
