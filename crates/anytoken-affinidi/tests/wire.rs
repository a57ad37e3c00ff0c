//! `ConsumerAuthTokenEndpointOutput`: the vendor's schema, and the adapter behind it.

use anytoken_affinidi::{CONSUMER_AUTH, ConsumerAuthTokenEndpointOutput};
use anytoken_core::{Decoded, Error, Extras, Failure, Outcome, Received};
use serde_json::{from_reader, from_str, from_value, to_string, to_value};
use time::UtcDateTime;

type Outcomes = Result<(), Box<dyn std::error::Error>>;

const FIELDS: &[&str] = &[
    "access_token",
    "expires_in",
    "id_token",
    "refresh_token",
    "scope",
    "token_type",
    // Members without a field, which the adapter reads all the same.
    "name",
    "message",
    "error",
    "error_description",
    "httpStatusCode",
    "interval",
];

#[test]
fn the_struct_comes_to_what_its_adapter_comes_to() -> Outcomes {
    let mut bodies: Vec<String> = [
        "{}",
        r#"{"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","scope":""}"#,
        r#"{"refresh_token":"EXAMPLE-REFRESH"}"#,
        r#"{"name":"InvalidParameterError","message":"Invalid parameter: ${param}.","httpStatusCode":400,"details":[]}"#,
        r#"{"access_token":"EXAMPLE-ACCESS","details":[],"details":[1]}"#,
    ]
    .map(str::to_owned)
    .into();
    for value in values() {
        for field in FIELDS {
            bodies.push(format!(r#"{{"{field}":{value}}}"#));
            if *field != "access_token" {
                bodies.push(format!(r#"{{"{field}":{value},"access_token":"EXAMPLE-ACCESS"}}"#));
            }
            if *field != "name" {
                bodies.push(format!(r#"{{"a":1,"name":"UnauthorizedError","{field}":{value}}}"#));
            }
        }
    }
    let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
    for body in bodies {
        let adapter = CONSUMER_AUTH.decode(Received::new(body.as_bytes(), at));
        let output: ConsumerAuthTokenEndpointOutput =
            from_str(&body).map_err(|error| format!("{error}: {body}"))?;
        assert_eq!(view(&output.clone().decode(at), true), view(&adapter, true), "{body}");
        let token = output.clone().into_token(at);
        assert_eq!(
            token.is_ok(),
            matches!(&adapter, Ok(Decoded { outcome: Outcome::Granted(_), .. })),
            "{body}"
        );

        let written = to_string(&output)?;
        let again: ConsumerAuthTokenEndpointOutput = from_str(&written)?;
        assert_eq!(again, output, "{body}");
        assert_eq!(to_string(&again)?, written, "{body}");
        assert_eq!(view(&again.decode(at), false), view(&adapter, false), "{body}");
    }
    Ok(())
}

#[test]
fn an_id_token_is_a_string_or_kept_as_it_was_sent() -> Outcomes {
    for (json, field, unknown) in [
        (r#""EXAMPLE.EXAMPLE.EXAMPLE""#, Some("EXAMPLE.EXAMPLE.EXAMPLE"), None),
        ("0", None, Some("0")),
        ("12345678901234567890", None, Some("12345678901234567890")),
        ("null", None, Some("null")),
        (r#"{"a": 1}"#, None, Some(r#"{"a": 1}"#)),
    ] {
        let body = format!(r#"{{"access_token":"EXAMPLE-ACCESS","id_token":{json}}}"#);
        let output: ConsumerAuthTokenEndpointOutput = from_str(&body)?;
        assert_eq!(output.id_token.as_ref().map(|token| token.expose()), field);
        assert_eq!(output.unknown.get("id_token").map(|json| json.expose()), unknown);
        assert_eq!(to_string(&output)?, body);
        let token = output.into_token(UtcDateTime::UNIX_EPOCH)?;
        assert_eq!(token.access_token().map(|token| token.expose()), Some("EXAMPLE-ACCESS"));
        assert_eq!(token.id_token().map(|token| token.expose()), field);
    }
    Ok(())
}

#[test]
fn a_lifetime_is_written_as_a_number() -> Outcomes {
    for (sent, written) in [
        (r#"{"expires_in":3600}"#, r#"{"expires_in":3600}"#),
        (r#"{"expires_in":"3600"}"#, r#"{"expires_in":3600}"#),
        (r#"{"expires_in":" 3.6e3 "}"#, r#"{"expires_in":3600}"#),
        (r#"{"expires_in":"-1"}"#, r#"{"expires_in":-1}"#),
        (r#"{"expires_in":3599.9}"#, r#"{"expires_in":3599.9}"#),
        (r#"{"expires_in":"soon"}"#, r#"{"expires_in":"soon"}"#),
        (r#"{"expires_in":null}"#, r#"{"expires_in":null}"#),
    ] {
        assert_eq!(to_string(&from_str::<ConsumerAuthTokenEndpointOutput>(sent)?)?, written);
    }
    Ok(())
}

#[test]
fn an_error_of_the_api_is_a_refusal() -> Outcomes {
    let body =
        r#"{"name":"UnauthorizedError","message":"Unauthorized","httpStatusCode":403,"traceId":"EXAMPLE"}"#;
    let output: ConsumerAuthTokenEndpointOutput = from_str(body)?;
    assert_eq!(to_string(&output)?, body);
    match output.into_token(UtcDateTime::UNIX_EPOCH) {
        Err(Failure::Refused(refusal)) => {
            assert_eq!(
                refusal.to_string(),
                "affinidi-consumer-auth: refused: UnauthorizedError: Unauthorized"
            );
            assert_eq!(refusal.extras().get("httpStatusCode").map(|code| code.as_json()), Some("403"));
        }
        other => assert!(other.is_err(), "granted"),
    }
    Ok(())
}

#[test]
fn serde_json_reads_it_from_everywhere() -> Outcomes {
    let body = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","scope":"openid","traceId":null}"#;
    let output: ConsumerAuthTokenEndpointOutput = from_str(body)?;
    assert_eq!(from_reader::<_, ConsumerAuthTokenEndpointOutput>(body.as_bytes())?, output);
    assert_eq!(from_value::<ConsumerAuthTokenEndpointOutput>(from_str(body)?)?, output);
    assert_eq!(from_value::<ConsumerAuthTokenEndpointOutput>(to_value(&output)?)?, output);
    assert_eq!(
        from_str::<ConsumerAuthTokenEndpointOutput>("{}")?,
        ConsumerAuthTokenEndpointOutput::default()
    );
    Ok(())
}

#[test]
fn debug_shows_no_secret() -> Outcomes {
    let body = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"id_token":"EXAMPLE-ID",
        "refresh_token":"EXAMPLE-REFRESH","scope":"openid","token_type":"bearer","traceId":"EXAMPLE-TRACE"}"#;
    assert_eq!(
        format!("{:?}", from_str::<ConsumerAuthTokenEndpointOutput>(body)?),
        concat!(
            "ConsumerAuthTokenEndpointOutput { access_token: Some(***), expires_in: Some(3600), ",
            r#"id_token: Some(***), refresh_token: Some(***), scope: Some("openid"), "#,
            r#"token_type: Some("bearer"), unknown: {"traceId"} }"#,
        )
    );
    Ok(())
}

/// What a response came to, as text: the outcome, slots, lifetime, extras in their order, notes, or the error.
fn view(result: &Result<Decoded, Error>, with_extras: bool) -> String {
    let listed = |extras: Extras<'_>| {
        let shown = extras.iter().filter(|_| with_extras);
        shown.map(|(name, extra)| format!("{name}={}", extra.as_json())).collect::<Vec<_>>()
    };
    let decoded = match result {
        Ok(decoded) => decoded,
        Err(error) => return format!("{:?} {:?} {:?}", error.kind(), error.field(), error.format()),
    };
    let outcome = match &decoded.outcome {
        Outcome::Granted(token) => format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            token.access_token().map(|text| text.expose().to_owned()),
            token.refresh_token().map(|text| text.expose().to_owned()),
            token.id_token().map(|text| text.expose().to_owned()),
            token.token_type(),
            token.scopes(),
            token.resource(),
            token.client_id(),
            token.subject(),
            token.lifetime(),
            token.format(),
            listed(token.extras()),
        ),
        Outcome::Refused(refusal) => format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            refusal.code(),
            refusal.description(),
            refusal.uri(),
            refusal.remedy(),
            refusal.retry_after(),
            refusal.format(),
            listed(refusal.extras()),
        ),
    };
    let notes: Vec<_> = decoded.notes.iter().map(|note| (note.kind, note.field)).collect();
    format!("{outcome} {notes:?} {:?}", decoded.related)
}

/// Values that a server may put anywhere, as JSON, with bars between.
const VALUES: &str = r#"
null | true | false | {} | [] | {"a":1} | ["a","b"] | [1] | "" | " " | "soon" | "N/A" | "null" | "None" |
"EXAMPLE-TEXT" | "a b" | "a\/b" | "\u0041\n" | "é" | "\ud83d\ude00" | "\ud800" | "\"quoted\"" | 0 | -0 |
0.0 | "0" | "00" | -1 | "-1" | -1.0 | -0.5 | -103 | "-103" | 1 | 42 | 3600 | "3600" | " 3600 " | "+3600" |
"003600" | 3.6e3 | 36000e-1 | 3600.0 | 3599.9 | "3599.9" | 1.50 | 1e400 | "1e400" | 1e-400 | "3,600" |
"3600s" | "NaN" | 999999999 | 1000000000 | "999999999" | 1767225600 | "1767225600" | " 1767225600" |
1767225600.9 | "1767225600.0" | 1.7672256e9 | 1767225600000 | "1767225600123" | 1767225600123.5 |
99999999999 | 100000000000 | 99999999999999 | 100000000000000 | 253402300799 | 9223372036854775807 |
9223372036854775808 | 12345678901234567890 | 123456789012345678901234567890123456789 |
"00000000000000000000000000000000003600" | 3600.00000000000000000000000000000000 | "2026-01-01T00:00:00Z" |
"2026-01-01T00:00:00.0000000Z" | "2026-01-01T00:00:00.1234567Z" | "2026-01-01T01:00:00+01:00" |
"2026-01-01T00:59:60Z" | "2026-01-01 00:00:00" | "01/01/2026 00:00:00" | "1/1/2026 12:00:00 AM +00:00" |
"2026-01-01" | "Thu, 01 Jan 2026 00:00:00 GMT" | "/Date(1767225600000)/" | "/Date(1767225600123)/" |
"\/Date(1767225600000+0100)\/" | "/Date(-1)/" | "1990-01-01T00:00:00Z" | "1969-12-31T23:59:59Z" |
"9999-12-31T23:59:59Z" | "2026-02-30T00:00:00Z"
"#;

/// Each of them.
fn values() -> impl Iterator<Item = &'static str> {
    VALUES.split('|').map(str::trim)
}
