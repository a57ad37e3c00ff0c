//! The rules of the token endpoint.
//!
//! Recommendations of the standards are not rules. Neither is `Pragma: no-cache`, which RFC 9111 §5.4 deprecates.

use super::grammar::{
    has_comma, is_b64token, is_error, is_error_uri, is_jwt, is_registered_type, is_scope, is_token,
    is_token_type, is_uri,
};
use super::response::{Fault, Kind, Place, Response};

/// A rule, and how to fix a violation of it.
pub(super) struct Rule {
    pub(super) id: &'static str,
    /// The responses it applies to.
    pub(super) scope: Scope,
    pub(super) section: &'static str,
    /// The message without its subject.
    pub(super) predicate: &'static str,
    pub(super) fix: &'static str,
    pub(super) find: fn(&Response<'_>) -> Vec<Place>,
}

/// The responses that a rule applies to.
#[derive(Clone, Copy)]
pub(super) enum Scope {
    All,
    Tokens,
    Errors,
    Devices,
    /// All but errors.
    Successes,
}

impl Scope {
    pub(super) fn includes(self, response: &Response<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Tokens => response.kind == Kind::Token,
            Self::Errors => response.kind == Kind::Error,
            Self::Devices => response.kind == Kind::Device,
            Self::Successes => response.kind != Kind::Error,
        }
    }
}

const fn rule(
    id: &'static str,
    scope: Scope,
    section: &'static str,
    predicate: &'static str,
    fix: &'static str,
    find: fn(&Response<'_>) -> Vec<Place>,
) -> Rule {
    Rule { id, scope, section, predicate, fix, find }
}

const NUMBERS: &[&str] = &["expires_in", "interval"];
const TEXTS: &[&str] = &[
    "access_token",
    "token_type",
    "refresh_token",
    "id_token",
    "issued_token_type",
    "error",
    "error_description",
    "error_uri",
    "device_code",
    "user_code",
    "verification_uri",
    "verification_uri_complete",
];
/// The codes of RFC 6749 §5.2, 8628 §3.5 and 8693 §2.2.2, except `invalid_client`, which may have status 401.
const CODES: &[&str] = &[
    "invalid_request",
    "invalid_grant",
    "unauthorized_client",
    "unsupported_grant_type",
    "invalid_scope",
    "authorization_pending",
    "slow_down",
    "access_denied",
    "expired_token",
    "invalid_target",
];

// Keep one rule in three columns.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // The envelope.
    rule("content_type", Scope::All, "RFC 6749 §5.1, §5.2",
        "does not say application/json", "send Content-Type: application/json",
        |r| r.header("content-type", "Content-Type", |value| {
            value.split(';').next().is_some_and(|essence| essence.trim_ascii().eq_ignore_ascii_case("application/json"))
        })),
    rule("cache_control", Scope::Successes, "RFC 6749 §5.1; OIDC Core §3.1.3.3",
        "does not say no-store", "send Cache-Control: no-store, so that no cache keeps the token",
        |r| r.header("cache-control", "Cache-Control", |value| {
            value.split(',').any(|directive| directive.trim_ascii().eq_ignore_ascii_case("no-store"))
        })),
    rule("token_status", Scope::Successes, "RFC 6749 §5.1; RFC 8628 §3.2",
        "of a success is not 200", "send status 200",
        |r| r.status(|status| status != 200)),
    rule("error_status", Scope::Errors, "RFC 6749 §5.2",
        "of an error is below 400", "send status 400, or 401 if the client is not authenticated",
        |r| r.status(|status| status < 400)),
    rule("code_status", Scope::Errors, "RFC 6749 §5.2; RFC 8628 §3.5; RFC 8693 §2.2.2",
        "of this error is not 400", "send status 400",
        |r| r.status(|status| status > 400 && r.has_text("error", |code| CODES.contains(&code)))),
    rule("client_status", Scope::Errors, "RFC 6749 §5.2",
        "of invalid_client is neither 400 nor 401", "send status 401 if the client used a header, else 400",
        |r| r.status(|status| status > 401 && r.has_text("error", |code| code == "invalid_client"))),
    rule("challenge", Scope::Errors, "RFC 6749 §5.2; RFC 9110 §15.5.2",
        "is missing from a response with status 401", "send WWW-Authenticate with the scheme that the client used",
        |r| if r.has_status(401) { r.header("www-authenticate", "WWW-Authenticate", |_| true) } else { Vec::new() }),

    // The body.
    rule("empty_body", Scope::All, "RFC 6749 §5.1, §5.2",
        "is empty", "send one JSON object",
        |r| r.body(|fault| fault == Fault::Empty)),
    rule("not_utf8", Scope::All, "RFC 8259 §8.1",
        "is not UTF-8", "encode JSON in UTF-8",
        |r| r.body(|fault| matches!(fault, Fault::NotUtf8(_)))),
    rule("byte_order_mark", Scope::All, "RFC 8259 §8.1",
        "begins with a byte order mark", "remove the byte order mark",
        |r| r.begins_with(b"\xEF\xBB\xBF")),
    rule("form_body", Scope::All, "RFC 6749 §5.1, §5.2",
        "is a form", "send one JSON object; only the request is a form",
        |r| r.body(|fault| fault == Fault::Form)),
    rule("no_object", Scope::All, "RFC 6749 §5.1, §5.2",
        "is not one JSON object", "send one JSON object, and nothing before it",
        |r| r.body(|fault| fault == Fault::NotAnObject)),
    rule("broken_json", Scope::All, "RFC 8259 §2",
        "is not valid JSON", "use a JSON library to write the body",
        |r| r.body(|fault| matches!(fault, Fault::Malformed(_)))),
    rule("deep_json", Scope::All, "RFC 8259 §9",
        "is nested too deeply", "nest members at most 128 levels deep: readers limit the depth",
        |r| r.body(|fault| matches!(fault, Fault::TooDeep(_)))),
    rule("repeated", Scope::All, "RFC 6749 §3.2",
        "occurs more than once", "send each member once",
        |r| r.repeated()),
    rule("envelope", Scope::Tokens, "RFC 6749 §5.1",
        "holds the token, which is not at the top level", "send the parameters at the top level of the object",
        |r| r.envelopes()),
    rule("spelling", Scope::All, "RFC 6749 §5.1, §5.2; RFC 8628 §3.2",
        "is misspelled", "use the registered name, in snake_case",
        |r| r.misnamed()),

    // Types.
    rule("number_in_string", Scope::All, "RFC 6749 §5.1; RFC 8628 §3.2",
        "is a number in a string", "send a JSON number, as in \"expires_in\": 3600",
        |r| r.members(NUMBERS, |member| member.is_text() && member.number().is_some())),
    rule("no_number", Scope::All, "RFC 6749 §5.1, A.14; RFC 8628 §3.2",
        "is not a number", "send a number of seconds, or omit the member",
        |r| r.members(NUMBERS, |member| member.number().is_none())),
    rule("no_string", Scope::All, "RFC 6749 §5.1, §5.2",
        "is not a string", "send a string, or omit the member if it is optional",
        |r| r.members(TEXTS, |member| !member.is_text())),
    rule("scope_list", Scope::All, "RFC 6749 §3.3",
        "is a list", "send one string with a space between scopes: \"read write\"",
        |r| r.members(&["scope"], |member| member.is_list())),
    rule("scope_no_string", Scope::All, "RFC 6749 §3.3, §5.1",
        "is not a string", "send one string, or omit the member if the scope is the requested one",
        |r| r.members(&["scope"], |member| !member.is_text() && !member.is_list())),

    // Lifetimes.
    rule("negative", Scope::All, "RFC 6749 A.14; RFC 8628 §3.2",
        "is negative", "send the remaining seconds, or omit the member if the expiry is unknown",
        |r| r.numbers(NUMBERS, |number| number.starts_with('-'))),
    rule("fraction", Scope::All, "RFC 6749 A.14; RFC 8628 §3.2",
        "has a fraction or an exponent", "send whole seconds in digits",
        |r| r.numbers(NUMBERS, |number| number.contains(['.', 'e', 'E']))),
    rule("instant", Scope::All, "RFC 6749 §5.1",
        "is an instant instead of a lifetime", "send the remaining seconds; clients add them to their clock",
        |r| r.numbers(NUMBERS, |number| number.parse().is_ok_and(|seconds: i64| seconds >= 1_000_000_000))),

    // Tokens.
    rule("no_access_token", Scope::Tokens, "RFC 6749 §5.1",
        "is missing", "send the token as \"access_token\"",
        |r| r.missing(&["access_token"])),
    rule("no_token_type", Scope::Tokens, "RFC 6749 §5.1, §7.1",
        "is missing", "send \"token_type\": \"Bearer\", or the type of the token",
        |r| r.missing(&["token_type"])),
    rule("token_characters", Scope::All, "RFC 6749 A.12, A.17",
        "is empty or has characters outside VSCHAR", "use visible ASCII, preferably base64url",
        |r| r.texts(&["access_token", "refresh_token"], |token| !is_token(token))),
    rule("bearer_characters", Scope::Tokens, "RFC 6750 §2.1",
        "has characters that a bearer token cannot have", "use letters, digits and -._~+/ with = at the end",
        |r| if r.has_text("token_type", |name| name.eq_ignore_ascii_case("bearer")) {
            r.texts(&["access_token"], |token| is_token(token) && !is_b64token(token))
        } else { Vec::new() }),
    rule("type_characters", Scope::All, "RFC 6749 A.13",
        "is neither a type name nor a URI", "send \"Bearer\"",
        |r| r.texts(&["token_type"], |name| !is_token_type(name))),
    rule("type_registered", Scope::All, "RFC 6749 §8.1, §11.1",
        "is not a registered type", "send \"Bearer\", \"DPoP\", \"N_A\", or a URI for a type of your own",
        |r| r.texts(&["token_type"], |name| is_token_type(name) && !is_registered_type(name))),
    rule("scope_characters", Scope::All, "RFC 6749 §3.3, A.4",
        "is not a list of scopes separated by one space", "omit an empty scope; use visible ASCII except \" and \\",
        |r| r.texts(&["scope"], |scope| !is_scope(scope))),
    rule("scope_commas", Scope::All, "RFC 6749 §3.3",
        "has commas between scopes", "put spaces between scopes: \"read write\"",
        |r| r.texts(&["scope"], |scope| is_scope(scope) && has_comma(scope))),
    rule("id_token_shape", Scope::All, "OIDC Core §2, §3.1.3.3",
        "is not a JWT", "send a signed JWT: three base64url parts separated by dots",
        |r| r.texts(&["id_token"], |token| !is_jwt(token))),
    rule("no_id_token", Scope::Tokens, "OIDC Core §3.1.3.3",
        "is missing, although the request had the scope openid", "send the ID token with the access token",
        |r| if r.requires_id_token() { r.missing(&["id_token"]) } else { Vec::new() }),
    rule("no_issued_token_type", Scope::Tokens, "RFC 8693 §2.2.1",
        "is missing in a token exchange",
        "send \"issued_token_type\": \"urn:ietf:params:oauth:token-type:access_token\", or the token's actual type",
        |r| if r.has_grant_type("token-exchange") || r.has_text("token_type", |name| name.eq_ignore_ascii_case("N_A")) {
            r.missing(&["issued_token_type"])
        } else { Vec::new() }),
    rule("issued_token_type_uri", Scope::Tokens, "RFC 8693 §2.2.1, §3",
        "is not a URI", "send a token type identifier, such as urn:ietf:params:oauth:token-type:jwt",
        |r| r.texts(&["issued_token_type"], |id| !is_uri(id))),
    rule("exchanged_type", Scope::Tokens, "RFC 8693 §2.2.1",
        "is not N_A, and a refresh token was issued", "send \"token_type\": \"N_A\"",
        |r| if r.has_text("issued_token_type", |id| id == "urn:ietf:params:oauth:token-type:refresh_token") {
            r.texts(&["token_type"], |name| !name.eq_ignore_ascii_case("N_A"))
        } else { Vec::new() }),

    // Device authorization responses.
    rule("device_members", Scope::Devices, "RFC 8628 §3.2",
        "is missing", "send device_code, user_code, verification_uri and expires_in",
        |r| r.missing(&["device_code", "user_code", "verification_uri", "expires_in"])),

    // Errors.
    rule("no_error", Scope::Errors, "RFC 6749 §5.2",
        "is missing", "send one of the registered codes, as in \"error\": \"invalid_request\"",
        |r| r.missing(&["error"])),
    rule("token_beside_error", Scope::Errors, "RFC 6749 §5.1, §5.2",
        "is sent with an error", "send either a token or an error",
        |r| r.members(&["access_token", "refresh_token", "id_token"], |member| !member.is_empty())),
    rule("error_characters", Scope::Errors, "RFC 6749 §5.2, A.7, A.8",
        "is empty or has characters that are not allowed", "use visible ASCII and spaces, except \" and \\",
        |r| r.texts(&["error", "error_description"], |text| !is_error(text))),
    rule("error_uri_characters", Scope::Errors, "RFC 6749 §5.2, A.9",
        "is not a URI reference", "percent-encode characters that a URI cannot have",
        |r| r.texts(&["error_uri"], |uri| !is_error_uri(uri))),
    rule("resource_code", Scope::Errors, "RFC 6750 §3.1; RFC 6749 §5.2",
        "is a code of resource servers", "send invalid_grant for a grant or refresh token, invalid_scope for a scope",
        |r| r.texts(&["error"], |code| ["invalid_token", "insufficient_scope"].contains(&code))),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn rules_have_unique_ids_and_all_texts() {
        let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), RULES.len());
        for rule in RULES {
            let texts = [rule.id, rule.section, rule.predicate, rule.fix];
            assert!(texts.iter().all(|text| !text.is_empty() && !text.ends_with('.')), "{}", rule.id);
            assert!(rule.section.contains('§') || rule.section.contains(" A."), "{}", rule.section);
        }
    }
}
