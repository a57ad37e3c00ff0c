//! The characters that a token and a header may have.

use anytoken::dialect::{Authorization, Dialect};
use anytoken::{ErrorKind, Token};
use anytoken_tests::Recorded;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Request};

/// Puts a byte at the start, in the middle and at the end of a token, with no hex digit beside it.
fn at_three_places(byte: &[u8]) -> [Vec<u8>; 3] {
    [[byte, b"TOKEN"].concat(), [b"TOK", byte, b"XEN"].concat(), [b"TOKEN", byte].concat()]
}

/// Decodes a body to its token, or the kind of the error.
fn read(body: Vec<u8>) -> Result<String, ErrorKind> {
    let decoded = Recorded::new(body).read(None).map_err(|error| error.kind())?;
    let token = decoded.into_token().expect("a token");
    Ok(token.access_token().expect("an access token").expose().to_owned())
}

/// Returns true for the characters of RFC 6749 A.12 and the blank, which RFC 6750 excludes from headers only.
fn is_of_token(byte: u8) -> bool {
    (b' '..=b'~').contains(&byte)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("ASCII")
}

#[test]
fn json_byte_is_itself_or_an_error() {
    for byte in 0..=u8::MAX {
        for token in at_three_places(&[byte]) {
            let found = read([b"{\"access_token\":\"", token.as_slice(), b"\"}"].concat());
            let expected = match byte {
                b'"' | b'\\' | 0..b' ' => Err(ErrorKind::Syntax),
                0x80.. => Err(ErrorKind::NotUtf8),
                0x7F => Err(ErrorKind::Invalid),
                _ => Ok(text(&token)),
            };
            assert_eq!(found, expected, "byte {byte:#04x}");
        }
    }
}

#[test]
fn json_escape_is_its_character_or_an_error() {
    for byte in 0..=u8::MAX {
        let plain = at_three_places(&[byte]);
        for (token, plain) in at_three_places(format!("\\u{byte:04x}").as_bytes()).into_iter().zip(plain) {
            let found = read([b"{\"access_token\":\"", token.as_slice(), b"\"}"].concat());
            let expected = if is_of_token(byte) { Ok(text(&plain)) } else { Err(ErrorKind::Invalid) };
            assert_eq!(found, expected, "character {byte:#04x}");
        }
    }
}

#[test]
fn form_byte_follows_the_url_standard_or_is_an_error() {
    for byte in 0..=u8::MAX {
        for (place, token) in at_three_places(&[byte]).into_iter().enumerate() {
            let found = read([b"x=y&access_token=", token.as_slice()].concat());
            let expected = match byte {
                // White space after a form is not part of it.
                b'\t' | b'\n' | b'\r' | 0x0C | b' ' if place == 2 => Ok("TOKEN".to_owned()),
                0..b' ' => Err(ErrorKind::Form),
                0x80.. => Err(ErrorKind::NotUtf8),
                0x7F => Err(ErrorKind::Invalid),
                b'&' if place == 0 => Err(ErrorKind::Missing),
                b'&' => Ok(["TOK", "TOKEN"][place - 1].to_owned()),
                b'+' => Ok(text(&token).replace('+', " ")),
                _ => Ok(text(&token)),
            };
            assert_eq!(found, expected, "byte {byte:#04x} at place {place}");
        }
    }
}

#[test]
fn form_escape_is_its_byte_or_an_error() {
    for byte in 0..=u8::MAX {
        let plain = at_three_places(&[byte]);
        for (token, plain) in at_three_places(format!("%{byte:02X}").as_bytes()).into_iter().zip(plain) {
            let found = read([b"access_token=", token.as_slice(), b"&x=y"].concat());
            let expected = match byte {
                0x80.. => Err(ErrorKind::NotUtf8),
                _ if is_of_token(byte) => Ok(text(&plain)),
                _ => Err(ErrorKind::Invalid),
            };
            assert_eq!(found, expected, "byte {byte:#04x}");
        }
    }
}

#[test]
fn builder_checks_every_character() {
    for byte in 0..=u8::MAX {
        for text in at_three_places(char::from(byte).to_string().as_bytes()) {
            let text = String::from_utf8(text).expect("characters");
            let built = Token::builder("oauth2").access_token(&text).build();
            let expected = if is_of_token(byte) { Ok(()) } else { Err(ErrorKind::Invalid) };
            assert_eq!(built.map(|_| ()).map_err(|error| error.kind()), expected, "character {byte:#04x}");
        }
    }
}

fn with_type(token: &str, token_type: &str) -> Token {
    Token::builder("oauth2").access_token(token).token_type(token_type).build().expect("a token")
}

#[test]
fn header_takes_each_visible_character_but_no_blank() {
    for byte in b' '..=b'~' {
        for token in at_three_places(&[byte]) {
            let token = text(&token);
            for (token_type, scheme) in [("bearer", "Bearer"), ("dpop", "DPoP")] {
                let authorization = with_type(&token, token_type).authorization();
                if byte == b' ' {
                    let kind = authorization.map(|_| ()).map_err(|error| error.kind());
                    assert_eq!(kind, Err(ErrorKind::Unusable), "a blank ends a token");
                    continue;
                }
                let authorization = authorization.expect("a header");
                let mut value = HeaderValue::from_str(authorization.expose()).expect("a value");
                value.set_sensitive(true);
                assert_eq!(value.to_str().ok(), Some(format!("{scheme} {token}").as_str()), "{byte:#04x}");
                assert!(!format!("{value:?} {authorization:?}").contains("TOK"), "a value is shown");
                let request = Request::builder().header(AUTHORIZATION, value).body(()).expect("a request");
                assert!(request.headers()[AUTHORIZATION].is_sensitive());
            }
        }
    }
}

#[test]
fn header_takes_all_visible_characters_at_once() {
    let all: String = (b'!'..=b'~').map(char::from).collect();
    let body = format!("{{\"access_token\":{}}}", anytoken_tests::json::quoted(&all));
    let token = Recorded::new(body).read(None).expect("a token").into_token().expect("a token");
    let authorization = token.authorization().expect("a header");
    let value = HeaderValue::from_str(authorization.expose()).expect("a value");
    assert_eq!(value.to_str().ok(), Some(format!("Bearer {all}").as_str()));
}

#[test]
fn header_without_scheme_is_the_token() {
    let response = Recorded::new("{\"token\":\"EXAMPLE.7\"}".to_owned());
    let token =
        response.read(anytoken::registry().get("etcd")).expect("a token").into_token().expect("a token");
    assert_eq!(token.authorization().expect("a header").expose(), "EXAMPLE.7");
}

#[test]
fn no_value_breaks_out_of_a_header() {
    let schemes: [&Dialect; 3] = [
        &Dialect::OAUTH2,
        &Dialect::OAUTH2.authorization(Authorization::Scheme("EmbedToken")),
        &Dialect::OAUTH2.authorization(Authorization::Bare),
    ];
    for dialect in schemes {
        for end in ["\\r\\nX: y", "\\n", "\\r", "\\u0000", "\\u0085", "\\u2028", "\\u007f", "\\t"] {
            let body = format!("{{\"access_token\":\"TOKEN{end}\"}}");
            let error = Recorded::new(body).read(Some(dialect)).map(|_| ()).map_err(|error| error.kind());
            assert_eq!(error, Err(ErrorKind::Invalid), "{end}");
        }
    }
}
