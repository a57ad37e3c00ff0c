//! The rules of the token endpoint.
//!
//! What the standards only recommend is no rule, and `Pragma: no-cache` is none either: RFC 9111 §5.4 retires it.

use super::grammar::{
    has_comma, is_b64token, is_error, is_error_uri, is_jwt, is_registered_type, is_scope, is_token,
    is_token_type, is_uri,
};
use super::response::{Fault, Place, Response, Says};

/// A rule, and how to mend what breaks it.
pub(super) struct Rule {
    pub(super) id: &'static str,
    /// What it holds for.
    pub(super) of: Of,
    pub(super) section: &'static str,
    /// What is wrong, behind the name of what departs.
    pub(super) what: &'static str,
    pub(super) mend: &'static str,
    pub(super) breaks: fn(&Response<'_>) -> Vec<Place>,
}

/// The responses that a rule holds for.
#[derive(Clone, Copy)]
pub(super) enum Of {
    All,
    Tokens,
    Errors,
    Devices,
    /// What grants something: all but errors.
    Granted,
}

impl Of {
    pub(super) fn holds(self, response: &Response<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Tokens => response.says == Says::Token,
            Self::Errors => response.says == Says::Error,
            Self::Devices => response.says == Says::Device,
            Self::Granted => response.says != Says::Error,
        }
    }
}

const fn rule(
    id: &'static str,
    of: Of,
    section: &'static str,
    what: &'static str,
    mend: &'static str,
    breaks: fn(&Response<'_>) -> Vec<Place>,
) -> Rule {
    Rule { id, of, section, what, mend, breaks }
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
/// The codes of RFC 6749 §5.2, 8628 §3.5 and 8693 §2.2.2, but for invalid_client, which may have status 401.
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

// A table is read by its columns.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // The envelope.
    rule("content_type", Of::All, "RFC 6749 §5.1, §5.2",
        "does not say application/json", "send Content-Type: application/json",
        |r| r.header("content-type", "Content-Type", |value| {
            value.split(';').next().is_some_and(|essence| essence.trim_ascii().eq_ignore_ascii_case("application/json"))
        })),
    rule("cache_control", Of::Granted, "RFC 6749 §5.1; OIDC Core §3.1.3.3",
        "does not say no-store", "send Cache-Control: no-store, so that no cache keeps the token",
        |r| r.header("cache-control", "Cache-Control", |value| {
            value.split(',').any(|directive| directive.trim_ascii().eq_ignore_ascii_case("no-store"))
        })),
    rule("granted_status", Of::Granted, "RFC 6749 §5.1; RFC 8628 §3.2",
        "of what is granted is not 200", "send status 200",
        |r| r.status(|status| status != 200)),
    rule("error_status", Of::Errors, "RFC 6749 §5.2",
        "of an error is not from 400 up", "send status 400, or 401 where the client is not authenticated",
        |r| r.status(|status| status < 400)),
    rule("code_status", Of::Errors, "RFC 6749 §5.2; RFC 8628 §3.5; RFC 8693 §2.2.2",
        "of this error is not 400", "send status 400",
        |r| r.status(|status| status > 400 && r.says("error", |code| CODES.contains(&code)))),
    rule("client_status", Of::Errors, "RFC 6749 §5.2",
        "of invalid_client is neither 400 nor 401", "send status 401 to a client that used a header, else 400",
        |r| r.status(|status| status > 401 && r.says("error", |code| code == "invalid_client"))),
    rule("challenge", Of::Errors, "RFC 6749 §5.2; RFC 9110 §15.5.2",
        "is missing beside status 401", "send WWW-Authenticate with the scheme that the client used",
        |r| if r.has_status(401) { r.header("www-authenticate", "WWW-Authenticate", |_| true) } else { Vec::new() }),

    // The body.
    rule("empty_body", Of::All, "RFC 6749 §5.1, §5.2",
        "is empty", "send one JSON object",
        |r| r.body(|fault| fault == Fault::Empty)),
    rule("not_utf8", Of::All, "RFC 8259 §8.1",
        "is not UTF-8", "encode JSON in UTF-8",
        |r| r.body(|fault| matches!(fault, Fault::NotUtf8(_)))),
    rule("byte_order_mark", Of::All, "RFC 8259 §8.1",
        "begins with a byte order mark", "leave the mark out",
        |r| r.begins_with(b"\xEF\xBB\xBF")),
    rule("form_body", Of::All, "RFC 6749 §5.1, §5.2",
        "is a form", "send one JSON object; a form is what the request is",
        |r| r.body(|fault| fault == Fault::Form)),
    rule("no_object", Of::All, "RFC 6749 §5.1, §5.2",
        "is not one JSON object", "send one JSON object, and nothing before it",
        |r| r.body(|fault| fault == Fault::NoObject)),
    rule("broken_json", Of::All, "RFC 8259 §2",
        "is not valid JSON", "let a JSON library write the body",
        |r| r.body(|fault| matches!(fault, Fault::Broken(_)))),
    rule("repeated", Of::All, "RFC 6749 §3.2",
        "is there more than once", "send each member once",
        |r| r.repeated()),
    rule("envelope", Of::Tokens, "RFC 6749 §5.1",
        "holds the token, which is not at the top level", "send the parameters at the highest level of the object",
        |r| r.envelopes()),
    rule("spelling", Of::All, "RFC 6749 §5.1, §5.2; RFC 8628 §3.2",
        "is spelled otherwise", "give it the name that is registered, in snake_case",
        |r| r.misnamed()),

    // Types.
    rule("number_in_string", Of::All, "RFC 6749 §5.1; RFC 8628 §3.2",
        "is a number in a string", "send a JSON number, as in \"expires_in\": 3600",
        |r| r.members(NUMBERS, |member| member.is_text() && member.number().is_some())),
    rule("no_number", Of::All, "RFC 6749 §5.1, A.14; RFC 8628 §3.2",
        "is no number", "send a number of seconds, or leave the member out",
        |r| r.members(NUMBERS, |member| member.number().is_none())),
    rule("no_string", Of::All, "RFC 6749 §5.1, §5.2",
        "is no string", "send a string, or leave the member out where it may be missing",
        |r| r.members(TEXTS, |member| !member.is_text())),
    rule("scope_list", Of::All, "RFC 6749 §3.3",
        "is a list", "send one string with a blank between scopes: \"read write\"",
        |r| r.members(&["scope"], |member| member.is_list())),
    rule("scope_no_string", Of::All, "RFC 6749 §3.3, §5.1",
        "is no string", "send one string, or leave the member out where the scope is the one asked for",
        |r| r.members(&["scope"], |member| !member.is_text() && !member.is_list())),

    // Lifetimes.
    rule("negative", Of::All, "RFC 6749 A.14; RFC 8628 §3.2",
        "is negative", "send the seconds that are left; leave the member out where no end is known",
        |r| r.numbers(NUMBERS, |number| number.starts_with('-'))),
    rule("fraction", Of::All, "RFC 6749 A.14; RFC 8628 §3.2",
        "has a fraction or an exponent", "send whole seconds in digits",
        |r| r.numbers(NUMBERS, |number| number.contains(['.', 'e', 'E']))),
    rule("instant", Of::All, "RFC 6749 §5.1",
        "is an instant under the name of a lifetime", "send the seconds from now on; clients add them to their clock",
        |r| r.numbers(NUMBERS, |number| number.parse().is_ok_and(|seconds: i64| seconds >= 1_000_000_000))),

    // Tokens.
    rule("no_access_token", Of::Tokens, "RFC 6749 §5.1",
        "is missing", "send the token as \"access_token\"",
        |r| r.missing(&["access_token"])),
    rule("no_token_type", Of::Tokens, "RFC 6749 §5.1, §7.1",
        "is missing", "send \"token_type\": \"Bearer\", or how else the token is used",
        |r| r.missing(&["token_type"])),
    rule("token_characters", Of::All, "RFC 6749 A.12, A.17",
        "is empty or has characters outside of VSCHAR", "use visible ASCII, best of base64url",
        |r| r.texts(&["access_token", "refresh_token"], |token| !is_token(token))),
    rule("bearer_characters", Of::Tokens, "RFC 6750 §2.1",
        "cannot stand in a header as a bearer token", "use letters, digits and -._~+/ with = at the end",
        |r| if r.says("token_type", |name| name.eq_ignore_ascii_case("bearer")) {
            r.texts(&["access_token"], |token| is_token(token) && !is_b64token(token))
        } else { Vec::new() }),
    rule("type_characters", Of::All, "RFC 6749 A.13",
        "is neither a name nor a URI", "send \"Bearer\"",
        |r| r.texts(&["token_type"], |name| !is_token_type(name))),
    rule("type_registered", Of::All, "RFC 6749 §8.1, §11.1",
        "is no registered type", "send \"Bearer\", \"DPoP\" or \"N_A\"; a type of your own is a URI",
        |r| r.texts(&["token_type"], |name| is_token_type(name) && !is_registered_type(name))),
    rule("scope_characters", Of::All, "RFC 6749 §3.3, A.4",
        "is no list of scopes with one blank between", "leave an empty scope out; use visible ASCII but for \" and \\",
        |r| r.texts(&["scope"], |scope| !is_scope(scope))),
    rule("scope_commas", Of::All, "RFC 6749 §3.3",
        "has commas between scopes", "put blanks between scopes: \"read write\"",
        |r| r.texts(&["scope"], |scope| is_scope(scope) && has_comma(scope))),
    rule("id_token_shape", Of::All, "OIDC Core §2, §3.1.3.3",
        "is no JWT", "send a signed JWT: three parts in base64url with dots between",
        |r| r.texts(&["id_token"], |token| !is_jwt(token))),
    rule("no_id_token", Of::Tokens, "OIDC Core §3.1.3.3",
        "is missing, though the scope openid was asked for", "send the ID token beside the access token",
        |r| if r.is_to_bring_id_token() { r.missing(&["id_token"]) } else { Vec::new() }),
    rule("no_issued_token_type", Of::Tokens, "RFC 8693 §2.2.1",
        "is missing in a token exchange",
        "send \"issued_token_type\": \"urn:ietf:params:oauth:token-type:access_token\", or what else it is",
        |r| if r.is_answer_to("token-exchange") || r.says("token_type", |name| name.eq_ignore_ascii_case("N_A")) {
            r.missing(&["issued_token_type"])
        } else { Vec::new() }),
    rule("issued_token_type_uri", Of::Tokens, "RFC 8693 §2.2.1, §3",
        "is no URI", "send a token type identifier, such as urn:ietf:params:oauth:token-type:jwt",
        |r| r.texts(&["issued_token_type"], |id| !is_uri(id))),
    rule("exchanged_type", Of::Tokens, "RFC 8693 §2.2.1",
        "is not N_A, and a refresh token was issued", "send \"token_type\": \"N_A\"",
        |r| if r.says("issued_token_type", |id| id == "urn:ietf:params:oauth:token-type:refresh_token") {
            r.texts(&["token_type"], |name| !name.eq_ignore_ascii_case("N_A"))
        } else { Vec::new() }),

    // The codes of a device.
    rule("device_members", Of::Devices, "RFC 8628 §3.2",
        "is missing", "send device_code, user_code, verification_uri and expires_in",
        |r| r.missing(&["device_code", "user_code", "verification_uri", "expires_in"])),

    // Errors.
    rule("no_error", Of::Errors, "RFC 6749 §5.2",
        "is missing", "send one of the registered codes, as in \"error\": \"invalid_request\"",
        |r| r.missing(&["error"])),
    rule("token_beside_error", Of::Errors, "RFC 6749 §5.1, §5.2",
        "stands beside an error", "send either a token or an error",
        |r| r.members(&["access_token", "refresh_token", "id_token"], |member| !member.is_empty())),
    rule("error_characters", Of::Errors, "RFC 6749 §5.2, A.7, A.8",
        "is empty or has characters outside of the set", "use visible ASCII and blanks, but for \" and \\",
        |r| r.texts(&["error", "error_description"], |text| !is_error(text))),
    rule("error_uri_characters", Of::Errors, "RFC 6749 §5.2, A.9",
        "is no URI reference", "percent-encode what a URI cannot hold",
        |r| r.texts(&["error_uri"], |uri| !is_error_uri(uri))),
    rule("resource_code", Of::Errors, "RFC 6750 §3.1; RFC 6749 §5.2",
        "is a code of resources", "send invalid_grant for a grant or refresh token, invalid_scope for a scope",
        |r| r.texts(&["error"], |code| ["invalid_token", "insufficient_scope"].contains(&code))),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_rule_has_an_id_of_its_own_and_all_its_texts() {
        let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), RULES.len());
        for rule in RULES {
            let texts = [rule.id, rule.section, rule.what, rule.mend];
            assert!(texts.iter().all(|text| !text.is_empty() && !text.ends_with('.')), "{}", rule.id);
            assert!(rule.section.contains('§') || rule.section.contains(" A."), "{}", rule.section);
        }
    }
}
