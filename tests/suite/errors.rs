//! Decode errors: the kind, the field, the offset and the message, without any value.

use std::error::Error as _;

use anytoken::{Decoded, Error, ErrorKind, Format, Response, Token, TokenBuilder};
use anytoken_tests::recorded::AT;
use anytoken_tests::secrets::{marker, shown};
use anytoken_tests::{Recorded, laws};
use serde_json::value::RawValue;

/// A token to plant.
const SECRET: &str = "Zq7Xw2Vb9Nk4Jd6Rf8Tg3Hy5";

struct Bad {
    body: Vec<u8>,
    kind: ErrorKind,
    field: Option<&'static str>,
    message: String,
}

fn bad(body: impl Into<Vec<u8>>, kind: ErrorKind, field: Option<&'static str>, message: &str) -> Bad {
    let message = message.to_owned();
    Bad { body: body.into(), kind, field, message }
}

fn with_member(member: &str) -> String {
    format!("{{\"access_token\":\"{SECRET}\",\"token_type\":\"Bearer\",{member}}}")
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
        .collect()
}

fn bodies() -> Vec<Bad> {
    use ErrorKind::{
        Ambiguous, Compressed, Duplicate, Empty, Html, Invalid, Limit, Missing, NotUtf8, Shape, Syntax, Text,
        Xml,
    };
    let text = format!("{{\"access_token\":\"{SECRET}\"}}");
    let array = format!("[\"{SECRET}\",3600]");
    let mut bodies = vec![
        bad("", Empty, None, "the body is empty at byte 0"),
        bad(" \r\n\t ", Empty, None, "the body is empty at byte 0"),
        bad("\u{FEFF} ", Empty, None, "the body is empty at byte 4"),
        bad(
            format!("<!DOCTYPE html><html><body>{SECRET}</body></html>"),
            Html,
            None,
            "the body is a web page at byte 0",
        ),
        bad(format!(" <HTML lang=\"en\">{SECRET}</HTML>"), Html, None, "the body is a web page at byte 1"),
        bad(format!("<token>{SECRET}"), Xml, None, "the body is XML that cannot be read at byte 31"),
        bad(
            format!("<!DOCTYPE a [<!ENTITY b \"{SECRET}\">]><a>&b;</a>"),
            Xml,
            None,
            "the body is XML that cannot be read at byte 0",
        ),
        bad(format!("Bearer {SECRET}"), Text, None, "the body is plain text at byte 0"),
        bad(SECRET, Text, None, "the body is plain text at byte 0"),
        bad(format!("\"{SECRET}\""), Shape, None, "the top level is not one object at byte 0"),
        bad(array, Shape, None, "the top level is not one object at byte 0"),
        bad(format!("={SECRET}"), Text, None, "the body is plain text at byte 0"),
        bad(" [1]", Shape, None, "the top level is not one object at byte 1"),
        bad(" []", Shape, None, "the top level is not one object at byte 1"),
        bad("[]", Shape, None, "the top level is not one object at byte 0"),
        bad(format!("[{text},{text}]"), Shape, None, "the top level is not one object at byte 0"),
        bad(format!("{{\"access_token\":\"{SECRET}"), Syntax, None, "the body is not valid JSON at byte 41"),
        bad(
            format!("{{\"access_token\":\"{SECRET}\""),
            Syntax,
            None,
            "the body is not valid JSON at byte 42",
        ),
        bad(format!("{text}{text}"), Syntax, None, "the body is not valid JSON at byte 43"),
        bad(format!("{text} {SECRET}"), Syntax, None, "the body is not valid JSON at byte 44"),
        bad(format!("{{access_token:\"{SECRET}\"}}"), Syntax, None, "the body is not valid JSON at byte 1"),
        bad("{}", Missing, Some("access_token"), "no token in the response: access_token"),
        bad(
            format!("{{\"value\":\"{SECRET}\"}}"),
            Missing,
            Some("access_token"),
            "no token in the response: access_token",
        ),
        bad(
            format!("{{\"a\":{{\"{SECRET}\":{{\"my_sid\":\"{SECRET}\"}}}}}}"),
            Missing,
            Some("access_token"),
            "no token in the response: access_token; a/***#1/my_sid looks like one",
        ),
        bad(
            format!("{{\"access_token\":\"{SECRET}\",\"access_token\":\"{SECRET}\"}}"),
            Duplicate,
            Some("access_token"),
            "duplicate member: access_token at byte 44",
        ),
        bad(
            format!("{{\"access_token\":\"{SECRET}\",\"access\\u005ftoken\":\"{SECRET}\"}}"),
            Duplicate,
            Some("access_token"),
            "duplicate member: access_token at byte 44",
        ),
        bad(
            format!("access_token={SECRET}&access_token={SECRET}"),
            Duplicate,
            Some("access_token"),
            "duplicate member: access_token at byte 38",
        ),
        bad(
            format!("access_token={SECRET}&access%5Ftoken={SECRET}"),
            Duplicate,
            Some("access_token"),
            "duplicate member: access_token at byte 38",
        ),
        bad(
            with_member("\"expires_in\":1,\"expires_in\":3600"),
            Duplicate,
            Some("expires_in"),
            "duplicate member: expires_in at byte 81",
        ),
        bad(
            format!("{{\"access_token\":\"{SECRET}\",\"accessToken\":\"EXAMPLE\"}}"),
            Ambiguous,
            Some("accessToken"),
            "ambiguous: several formats or tokens match: accessToken at byte 57",
        ),
        bad(
            format!("{{\"access_token\":[\"{SECRET}\"]}}"),
            Invalid,
            Some("access_token"),
            "invalid value: access_token (found an array) at byte 16",
        ),
        bad(
            format!("{{\"access_token\":{{\"a\":\"{SECRET}\"}}}}"),
            Missing,
            Some("access_token"),
            "no token in the response: access_token",
        ),
        bad(
            "{\"access_token\":12345678}",
            Invalid,
            Some("access_token"),
            "invalid value: access_token (found a number) at byte 16",
        ),
        bad(
            "{\"access_token\":true}",
            Invalid,
            Some("access_token"),
            "invalid value: access_token (found a boolean) at byte 16",
        ),
        bad(
            format!("{{\"access_token\":\"{SECRET}\\r\\nX-Injected: 1\"}}"),
            Invalid,
            Some("access_token"),
            "invalid value: access_token (found a string) at byte 16",
        ),
        bad(
            format!("{{\"access_token\":\"{SECRET}é\"}}"),
            Invalid,
            Some("access_token"),
            "invalid value: access_token (found a string) at byte 16",
        ),
        bad(
            format!("access_token={SECRET}%0D%0AX"),
            Invalid,
            Some("access_token"),
            "invalid value: access_token (found a string) at byte 0",
        ),
        bad(
            format!("{{\"access_token\":\"{SECRET}\",\"refresh_token\":\"{SECRET}\\u0000\"}}"),
            Invalid,
            Some("refresh_token"),
            "invalid value: refresh_token (found a string) at byte 59",
        ),
        bad(
            format!("{{\"access_token\":\"{SECRET}\",\"token_type\":5}}"),
            Invalid,
            Some("token_type"),
            "invalid value: token_type (found a number) at byte 56",
        ),
        bad(format!("access_token=%FF{SECRET}"), NotUtf8, None, "the body is not UTF-8 at byte 0"),
        bad(
            [b"{\"access_token\":\"\xFF", SECRET.as_bytes(), b"\"}"].concat(),
            NotUtf8,
            None,
            "the body is not UTF-8 at byte 17",
        ),
        bad(
            [b"\xFF\xFE".as_slice(), &utf16(&text, true)].concat(),
            NotUtf8,
            None,
            "the body is not UTF-8 at byte 0",
        ),
        bad(
            [b"\xFE\xFF".as_slice(), &utf16(&text, false)].concat(),
            NotUtf8,
            None,
            "the body is not UTF-8 at byte 0",
        ),
        bad(utf16(&text, true), NotUtf8, None, "the body is not UTF-8 at byte 0"),
        bad(utf16(&text, false), NotUtf8, None, "the body is not UTF-8 at byte 0"),
        bad(
            [b"\x1F\x8B\x08\0\0\0\0\0".as_slice(), SECRET.as_bytes()].concat(),
            Compressed,
            None,
            "the body is compressed at byte 0",
        ),
        bad(
            [b"\x78\x9C".as_slice(), SECRET.as_bytes()].concat(),
            Compressed,
            None,
            "the body is compressed at byte 0",
        ),
        bad(
            [b"\x28\xB5\x2F\xFD".as_slice(), SECRET.as_bytes()].concat(),
            Compressed,
            None,
            "the body is compressed at byte 0",
        ),
        bad(
            format!("{{\"access_token\":\"{SECRET}\"}}{}", " ".repeat(2 << 20)),
            Limit,
            None,
            "larger than the limits allow at byte 1048576",
        ),
        bad("[".repeat(100_000), Limit, None, "larger than the limits allow at byte 128"),
        bad("{\"a\":".repeat(100_000), Limit, None, "larger than the limits allow at byte 640"),
        bad(
            format!("{{\"access_token\":\"{SECRET}\",\"a\":{}", "[".repeat(100_000)),
            Limit,
            None,
            "larger than the limits allow at byte 174",
        ),
        bad(
            with_member(&format!("\"expires_in\":{}", "1".repeat(33))),
            Limit,
            Some("expires_in"),
            "larger than the limits allow: expires_in (found a number) at byte 78",
        ),
        bad(
            with_member(&format!("\"scope\":\"{}\"", "a ".repeat(1025))),
            Limit,
            Some("scope"),
            "larger than the limits allow: scope at byte 73",
        ),
    ];
    for (json, found) in [
        ("\"soon\"", "a string"),
        ("\"3600m\"", "a string"),
        ("\"s\"", "a string"),
        ("\"1e400 s\"", "a string"),
        ("\"3,600\"", "a string"),
        ("\"NaN\"", "a string"),
        ("\"0x10\"", "a string"),
        ("\"1e400\"", "a string"),
        ("\"Thu, 01 Jan 2026 01:00:00 GMT\"", "a string"),
        ("\"\\ud800\"", "a string"),
        ("1e400", "a number"),
        ("-1e400", "a number"),
        ("9223372036854775807", "a number"),
        ("-9223372036854775808", "a number"),
        ("9223372036854775808", "a number"),
        ("10000000000000", "a number"),
        ("-1800000000", "a number"),
        ("true", "a boolean"),
        ("false", "a boolean"),
        ("{}", "an object"),
        ("[]", "an array"),
        ("[3600]", "an array"),
    ] {
        let message = format!("invalid value: expires_in (found {found}) at byte 78");
        bodies.push(bad(
            with_member(&format!("\"expires_in\":{json}")),
            Invalid,
            Some("expires_in"),
            &message,
        ));
    }
    for (json, found) in [
        ("999999999", "a number"),
        ("1", "a number"),
        ("-2", "a number"),
        ("10000000000000", "a number"),
        ("\"3600s\"", "a string"),
        ("\"soon\"", "a string"),
        ("\"10000-01-01T00:00:00Z\"", "a string"),
        ("\"1969-12-31T23:59:59Z\"", "a string"),
    ] {
        let message = format!("invalid value: expires_at (found {found}) at byte 78");
        bodies.push(bad(
            with_member(&format!("\"expires_at\":{json}")),
            Invalid,
            Some("expires_at"),
            &message,
        ));
    }
    bodies
}

#[test]
fn bad_bodies_have_exact_error_messages() {
    crate::every(
        bodies(),
        |bad| bad.message.clone(),
        |bad| {
            let error = match Recorded::new(bad.body.clone()).read(None) {
                Err(error) => error,
                Ok(_) => panic!("understood"),
            };
            assert_eq!(error.kind(), bad.kind);
            assert_eq!(error.field(), bad.field);
            // The format is known only once the body has been split.
            let message = error.to_string();
            let message = message.strip_prefix("oauth2: ").unwrap_or(&message);
            assert_eq!(message, bad.message);
            assert_eq!(error.format().map(Format::as_str), Some("oauth2"), "the format is named");
            let offset = bad.message.rsplit_once(" at byte ").and_then(|(_, digits)| digits.parse().ok());
            assert_eq!(error.offset(), offset);
        },
    );
}

#[test]
fn errors_of_bad_bodies_show_no_secret() {
    for bad in bodies() {
        for status in [None, Some(200), Some(400), Some(503)] {
            let response = Recorded { status, ..Recorded::new(bad.body.clone()) };
            laws::silent_about(None, &response, SECRET, &bad.message);
            let error = response.read(None).map(|_| ());
            if let Err(error) = error {
                assert!(error.source().is_none(), "an error has no source");
                assert_eq!(shown(&format!("{error} {error:?} {error:#?}"), SECRET), None);
            }
        }
    }
}

#[test]
fn bad_body_with_status_400_is_an_error_response() {
    let unread = |bad: &Bad| !matches!(bad.kind, ErrorKind::Missing);
    crate::every(
        bodies().into_iter().filter(unread),
        |bad| bad.message.clone(),
        |bad| match Recorded::new(bad.body.clone()).status(400).read(None) {
            Ok(Decoded { outcome: anytoken::Outcome::ErrorResponse(error_response), .. }) => {
                assert_eq!(error_response.status(), Some(400));
                assert_eq!(error_response.code(), None);
            }
            Ok(_) => panic!("a token"),
            Err(error) => panic!("an error: {error}"),
        },
    );
}

#[test]
fn every_error_kind_has_its_message() {
    use ErrorKind as Kind;
    for (kind, word, message) in [
        (Kind::Empty, "empty", "the body is empty"),
        (Kind::NotUtf8, "not_utf8", "the body is not UTF-8"),
        (Kind::Compressed, "compressed", "the body is compressed"),
        (Kind::Html, "html", "the body is a web page"),
        (Kind::Xml, "xml", "the body is XML that cannot be read"),
        (Kind::Text, "text", "the body is plain text"),
        (Kind::Form, "form", "the body is a form that cannot be read"),
        (Kind::Syntax, "syntax", "the body is not valid JSON"),
        (Kind::Shape, "shape", "the top level is not one object"),
        (Kind::Missing, "missing", "no token in the response"),
        (Kind::Duplicate, "duplicate", "duplicate member"),
        (Kind::Invalid, "invalid", "invalid value"),
        (Kind::Ambiguous, "ambiguous", "ambiguous: several formats or tokens match"),
        (Kind::Limit, "limit", "larger than the limits allow"),
        (Kind::UnknownFormat, "unknown_format", "unknown format"),
        (Kind::Unusable, "unusable", "the token cannot be used this way"),
    ] {
        assert_eq!(kind.as_str(), word);
        assert_eq!(Error::new(kind).to_string(), message);
    }
    let error = Error::new(Kind::Invalid)
        .with_field("expires_in")
        .with_offset(7)
        .with_format(Format::from_static("azure-imds"));
    assert_eq!(error.to_string(), "azure-imds: invalid value: expires_in at byte 7");
    assert_eq!(format!("{error:#}"), "azure-imds: invalid value: expires_in");
}

#[test]
fn unknown_format_id_is_an_error() {
    let error = anytoken::decode_as("no-such-format", Response::new(b"{}", AT)).map(|_| ());
    assert_eq!(error.map_err(|error| error.kind()), Err(ErrorKind::UnknownFormat));
}

#[test]
fn description_cut_within_a_secret_does_not_show_it() {
    let secret = marker(3);
    for length in (4096 - 30)..=4096 {
        // Short words, so that the description itself is not masked.
        let before: String = "no, ".chars().cycle().take(length - 1).chain([' ']).collect();
        let body =
            format!("{{\"error\":\"invalid_grant\",\"error_description\":\"{before}{secret} is bad\"}}");
        laws::silent_about(None, &Recorded::new(body).status(400), &secret, "a long description");
    }
}

#[test]
fn unusable_token_says_why() {
    let reason = |builder: TokenBuilder<'_>| {
        builder.build().expect("a token").authorization().expect_err("unusable").to_string()
    };
    let prefix = "example: the token cannot be used this way: ";
    let access = || Token::builder("example").access_token("EXAMPLE");
    for (builder, expected) in [
        (Token::builder("example").refresh_token("EXAMPLE"), "no access token was granted"),
        (access().token_type("N_A"), "it does not go into an Authorization header"),
        (access().token_type("mac"), "its type needs more than the token in the header"),
        (
            Token::builder("example").access_token("EXAMPLE 1"),
            "it has a character that a header cannot carry",
        ),
    ] {
        assert_eq!(reason(builder), format!("{prefix}{expected}"));
    }
}

#[test]
fn extra_of_another_type_is_named() {
    let json = RawValue::from_string(r#"{"a":1}"#.to_owned()).expect("JSON");
    let long = "example1a2b3c4d5e6f7a8b9c0d";
    let token = Token::builder("example").access_token("EXAMPLE").extra("account", &json).extra(long, &json);
    let token = token.build().expect("a token");
    let message = |name| {
        let extra = token.extras().get(name).expect("an extra");
        extra.expose::<bool>().expect_err("no boolean").to_string()
    };
    assert_eq!(message("account"), "invalid value: account (found an object): expected bool");
    assert_eq!(message(long), "invalid value (found an object): expected bool");
}
