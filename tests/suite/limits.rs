//! Limits are exact: the limit and one less are accepted, one more is an error.

use anytoken::dialect::{Dialect, Evidence};
use anytoken::{Decoded, ErrorKind, Limits, Outcome, Response, Result};
use anytoken_tests::recorded::AT;

static LIST: Dialect = Dialect::like(&Dialect::OAUTH2, "list", Evidence::Documented).envelope("tokens/*");
static TOP: Dialect = Dialect::like(&Dialect::OAUTH2, "top", Evidence::Documented).envelope("*");
static FOLDED: Dialect =
    Dialect::like(&Dialect::OAUTH2, "folded", Evidence::Documented).json_string("a").envelope("a");

fn read(dialect: &Dialect, body: &str, limits: Limits) -> Result<Decoded> {
    let response = Response::new(body.as_bytes(), AT).with_limits(limits);
    let owned = Response::from_vec(body.into(), AT).with_limits(limits);
    let (result, taken) = (dialect.decode(response), dialect.decode(owned));
    assert_eq!(result.as_ref().err(), taken.as_ref().err(), "an owned body has other limits");
    result
}

/// Tries bodies with `cap` of something, one less and one more.
fn exact(what: &str, dialect: &Dialect, cap: usize, limits: Limits, body: impl Fn(usize) -> String) {
    for count in [cap - 1, cap, cap + 1] {
        let found = read(dialect, &body(count), limits).map(|_| ()).map_err(|error| error.kind());
        let expected = if count > cap { Err(ErrorKind::Limit) } else { Ok(()) };
        assert_eq!(found, expected, "{count} {what} where {cap} are allowed");
    }
}

#[test]
fn body_bytes_are_limited() {
    let of = |bytes: usize| format!("{{\"access_token\":\"{}\"}}", "a".repeat(bytes - 19));
    exact("bytes", &Dialect::OAUTH2, 1 << 20, Limits::default(), of);
    exact("bytes", &Dialect::OAUTH2, 100, Limits::default().with_body(100), of);
    exact("bytes", &Dialect::OAUTH2, 2 << 20, Limits::default().with_body(2 << 20), of);
    let blank = |bytes: usize| format!("{:bytes$}", "{\"access_token\":\"a\"}");
    exact("bytes with blanks", &Dialect::OAUTH2, 100, Limits::default().with_body(100), blank);
    let form = |bytes: usize| format!("access_token={}", "a".repeat(bytes - 13));
    exact("bytes of a form", &Dialect::OAUTH2, 100, Limits::default().with_body(100), form);
}

#[test]
fn levels_are_limited() {
    for cap in [4, 128] {
        let limits = Limits::default().with_levels(u32::try_from(cap).expect("few levels"));
        let within = |open: &str, close: &str, levels: usize| {
            format!(
                "{{\"access_token\":\"a\",\"x\":{}1{}}}",
                open.repeat(levels - 1),
                close.repeat(levels - 1)
            )
        };
        exact("levels of arrays", &Dialect::OAUTH2, cap, limits, |levels| within("[", "]", levels));
        exact("levels of objects", &Dialect::OAUTH2, cap, limits, |levels| within("{\"a\":", "}", levels));
        exact("levels of a folded object", &FOLDED, cap, limits, |levels| {
            // The string itself is on the second level.
            let inside = within("[", "]", levels - 1);
            format!("{{\"a\":{}}}", anytoken_tests::json::quoted(&inside))
        });
        exact("levels of XML", &Dialect::OAUTH2, cap, limits, |levels| {
            let (open, close) = ("<x>".repeat(levels - 1), "</x>".repeat(levels - 1));
            format!("<o><access_token>a</access_token>{open}{close}</o>")
        });
    }
    let more = Limits::default().with_levels(u32::MAX);
    exact("levels where more were asked for", &Dialect::OAUTH2, 128, more, |levels| {
        format!("{{\"access_token\":\"a\",\"x\":{}1{}}}", "[".repeat(levels - 1), "]".repeat(levels - 1))
    });
}

#[test]
fn number_characters_are_limited() {
    let whole = |characters: usize| format!("6{}", "0".repeat(characters - 1));
    // A number of many digits is only valid as a fraction.
    let fraction = |characters: usize| format!("6.{}", "0".repeat(characters - 2));
    let numbers: [(usize, &dyn Fn(usize) -> String); 3] = [(3, &whole), (4, &fraction), (32, &fraction)];
    for (cap, number) in numbers {
        let limits = Limits::default().with_number(cap);
        exact("characters", &Dialect::OAUTH2, cap, limits, |count| {
            format!("{{\"access_token\":\"a\",\"expires_in\":{}}}", number(count))
        });
        exact("characters of text", &Dialect::OAUTH2, cap, limits, |count| {
            format!("{{\"access_token\":\"a\",\"expires_in\":\" {}\\t\"}}", number(count))
        });
        exact("characters in a form", &Dialect::OAUTH2, cap, limits, |count| {
            format!("access_token=a&expires_in={}", number(count))
        });
    }
    // Only times are parsed as numbers.
    let extra = format!("{{\"access_token\":\"a\",\"x\":{}}}", "1".repeat(10_000));
    assert!(read(&Dialect::OAUTH2, &extra, Limits::default()).is_ok());
}

#[test]
fn scopes_are_limited() {
    for cap in [2, 1_024] {
        let limits = Limits::default().with_scopes(cap);
        exact("scopes", &Dialect::OAUTH2, cap, limits, |count| {
            format!("{{\"access_token\":\"a\",\"scope\":\" {}\"}}", "a  ".repeat(count))
        });
        exact("scopes with escapes", &Dialect::OAUTH2, cap, limits, |count| {
            format!("{{\"access_token\":\"a\",\"scope\":\"{}\"}}", "\\u0061\\u0020".repeat(count))
        });
        exact("scopes of an array", &Dialect::OAUTH2, cap, limits, |count| {
            format!("{{\"access_token\":\"a\",\"scope\":[{}]}}", vec!["\"a\""; count].join(","))
        });
        exact("scopes of a form", &Dialect::OAUTH2, cap, limits, |count| {
            format!("access_token=a&scope={}", vec!["a"; count].join("+"))
        });
    }
}

#[test]
fn tokens_are_limited() {
    for cap in [2, 64] {
        let limits = Limits::default().with_tokens(cap);
        let all = |count: usize| vec!["{\"access_token\":\"a\"}"; count].join(",");
        exact("tokens", &LIST, cap, limits, |count| format!("{{\"tokens\":[{}]}}", all(count)));
        exact("tokens at the top", &TOP, cap, limits, |count| format!("[{}]", all(count)));
    }
    let body = format!("[{}]", vec!["{\"access_token\":\"a\"}"; 64].join(","));
    let decoded = read(&TOP, &body, Limits::default()).expect("tokens");
    assert!(matches!(decoded.outcome, Outcome::Token(_)));
    assert_eq!(decoded.related.len(), 63, "all of them are there");
}

#[test]
fn extreme_limits_do_not_panic() {
    let body = "{\"access_token\":\"a\",\"expires_in\":60,\"scope\":\"a b\",\"x\":[[1]]}";
    for most in [0, 1, usize::MAX] {
        let levels = u32::try_from(most).unwrap_or(u32::MAX);
        for limits in [
            Limits::default().with_body(most),
            Limits::default().with_levels(levels),
            Limits::default().with_number(most),
            Limits::default().with_scopes(most),
            Limits::default().with_tokens(most),
            Limits::default()
                .with_body(most)
                .with_levels(levels)
                .with_number(most)
                .with_scopes(most)
                .with_tokens(most),
        ] {
            let fits = read(&Dialect::OAUTH2, body, limits).is_ok();
            assert!(fits || most < 2, "{limits:?}");
        }
    }
}

#[test]
fn limit_of_zero_rejects_everything() {
    for body in ["{}", "{\"access_token\":\"a\"}", "[{\"access_token\":\"a\"}]", "<a>b</a>", "a=b"] {
        let error = read(&Dialect::OAUTH2, body, Limits::default().with_levels(0)).err();
        assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::Limit), "{body}");
        let error = read(&Dialect::OAUTH2, body, Limits::default().with_body(0)).err();
        assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::Limit), "{body}");
    }
}
