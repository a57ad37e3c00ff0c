//! The characters that the standards allow.

/// `1*VSCHAR`: a token (RFC 6749 A.12, A.17).
pub(super) fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, 0x20..=0x7E))
}

/// `1*NQSCHAR`: an error code and its description (A.7, A.8).
pub(super) fn is_error(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte == b' ' || is_nqchar(byte))
}

/// The characters of a URI reference (A.9).
pub(super) fn is_error_uri(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(is_nqchar)
}

/// `scope-token *( SP scope-token )` (A.4).
pub(super) fn is_scope(text: &str) -> bool {
    text.split(' ').all(|scope| !scope.is_empty() && scope.bytes().all(is_nqchar))
}

/// Returns true if a scope begins or ends with a comma.
pub(super) fn has_comma(text: &str) -> bool {
    text.split(' ').any(|scope| scope.starts_with(',') || scope.ends_with(','))
}

/// `type-name / URI-reference` (A.13).
pub(super) fn is_token_type(text: &str) -> bool {
    let of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    !text.is_empty() && (text.bytes().all(of_name) || is_uri(text))
}

/// A type of access token in the registry of RFC 6749 §11.1, or a URI of a vendor's own.
pub(super) fn is_registered_type(text: &str) -> bool {
    is_uri(text) || ["Bearer", "DPoP", "PoP", "N_A"].iter().any(|name| name.eq_ignore_ascii_case(text))
}

/// An absolute URI: only the scheme and visible ASCII are checked.
pub(super) fn is_uri(text: &str) -> bool {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// `b64token`: a bearer token in a header (RFC 6750 §2.1).
pub(super) fn is_b64token(text: &str) -> bool {
    let inside = text.trim_end_matches('=');
    !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
}

/// Three parts of a signed JWT or five of an encrypted one, in base64url (RFC 7515 §7.1, RFC 7516 §7.1).
pub(super) fn is_jwt(text: &str) -> bool {
    let of_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let parts: Vec<_> = text.split('.').collect();
    matches!(parts.len(), 3 | 5)
        && parts.iter().all(|part| part.bytes().all(of_part))
        && parts.first().is_some_and(|header| !header.is_empty())
}

/// A number in JSON or in a string.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok()
}

/// `%x21 / %x23-5B / %x5D-7E`.
fn is_nqchar(byte: u8) -> bool {
    matches!(byte, 0x21 | 0x23..=0x5B | 0x5D..=0x7E)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grammar_accepts_only_allowed_characters() {
        type Holds = fn(&str) -> bool;
        let cases: [(Holds, &[&str], &[&str]); 10] = [
            (is_token, &["a b~", "\"\\"], &["", "é", "a\n", "\u{7f}"]),
            (is_error, &["invalid_grant", "a b", "[]"], &["", "a\"", "a\\", "é", "\t"]),
            (is_error_uri, &["https://example.com/?a=b#c", "/a"], &["", "a b", "a\"", "é"]),
            (
                is_scope,
                &["a", "a b:c,d", "https://example.com/a"],
                &["", " ", "a  b", " a", "a ", "a\tb", "a\"", "é"],
            ),
            (has_comma, &["a, b", "a ,b", "a,"], &["a", "a b", "repository:x:pull,push"]),
            (is_token_type, &["Bearer", "N_A", "example:a/b"], &["", "a b", "é", ":a"]),
            (is_registered_type, &["bearer", "DPOP", "urn:example:a"], &["", "mac", "Bearer ", "bot", "JWT"]),
            (is_b64token, &["a", "a-._~+/b==", "a="], &["", "=", "a b", "a=b", "a,b"]),
            (
                is_jwt,
                &["a.b.c", "a.b.", "a.b.c.d.e", "a..c.d.e"],
                &["", "a", "a.b", "a.b.c.d", ".b.c", "a.b=.c", "a b.c.d"],
            ),
            (
                is_number,
                &["0", "-1", "+1", "1.5", "3.6e3"],
                &["", "-", "soon", "1s", "inf", "NaN", ".5", " 1"],
            ),
        ];
        for (index, (holds, right, wrong)) in cases.into_iter().enumerate() {
            for (texts, expected) in [(right, true), (wrong, false)] {
                for text in texts {
                    assert_eq!(holds(text), expected, "{index}: {text:?}");
                }
            }
        }
    }
}
