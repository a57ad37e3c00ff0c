//! Wire structs: the vendors' schemas, and the adapters behind them.

mod affinidi;
mod aws;
mod azure;
mod cluster;
mod google;

use std::fmt::Debug;

use anytoken::dialect::Dialect;
use anytoken::{Adapter, Decoded, Error, Extras, Outcome, Response, Result};
use anytoken_tests::corpus::cases;
use anytoken_tests::recorded::AT;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{from_reader, from_slice, from_str, from_value, to_string, to_value};
use time::UtcDateTime;

type Outcomes = std::result::Result<(), Box<dyn std::error::Error>>;

/// Checks that the struct decodes every body as its adapter does, and serializes to the same response.
///
/// The bodies are the format's own cases, `odd` ones, and `templates` with every value for every member in place of
/// `@`.
fn comes_to_what_its_adapter_comes_to<T>(
    adapter: &Dialect,
    decode: fn(T, UtcDateTime) -> Result<Decoded>,
    odd: &[&str],
    templates: &[&str],
    members: &[&str],
) -> Outcomes
where
    T: Clone + Debug + PartialEq + Serialize + DeserializeOwned,
{
    let own = cases().filter(|(case, _)| case.format == adapter.id());
    let own = own.filter_map(|(case, _)| case.response.text().map(str::to_owned));
    let own: Vec<_> = own.filter(|body| from_str::<T>(body).is_ok()).collect();
    assert!(!own.is_empty(), "no case of {}", adapter.id());
    let deep = [126, 127, 128, 129, 500].map(|depth| (depth, "[".repeat(depth), "]".repeat(depth)));
    let deep = deep.map(|(depth, open, close)| format!(r#"{{"deep-{depth}":{open}{close}}}"#));
    let odd = odd.iter().map(|body| (*body).to_owned());
    for body in own.into_iter().chain(deep).chain(odd).chain(filled(templates, members)) {
        let wanted = adapter.decode(Response::new(body.as_bytes(), AT));
        let read: T = from_str(&body).map_err(|error| format!("{error}: {body}"))?;
        assert_eq!(view(&decode(read.clone(), AT), true), view(&wanted, true), "{body}");

        let serialized = to_string(&read)?;
        let again: T = from_str(&serialized)?;
        assert_eq!(again, read, "{body}");
        assert_eq!(to_string(&again)?, serialized, "{body}");
        assert_eq!(view(&decode(again, AT), false), view(&wanted, false), "{body}");
    }
    Ok(())
}

/// Combines each template with each value of each member that it does not have.
fn filled(templates: &[&str], members: &[&str]) -> Vec<String> {
    let mut bodies = Vec::new();
    for template in templates {
        for member in members.iter().filter(|member| !template.contains(&format!(r#""{member}":"#))) {
            bodies.extend(values().map(|value| template.replace('@', &format!(r#""{member}":{value}"#))));
        }
    }
    bodies
}

/// Checks that a struct deserializes from every source of serde_json.
fn is_read_from_everywhere<T>(body: &str) -> Outcomes
where
    T: Debug + Default + PartialEq + Serialize + DeserializeOwned,
{
    let read: T = from_str(body)?;
    assert_eq!(from_slice::<T>(body.as_bytes())?, read);
    assert_eq!(from_reader::<_, T>(body.as_bytes())?, read);
    assert_eq!(from_value::<T>(from_str(body)?)?, read);
    assert_eq!(from_value::<T>(to_value(&read)?)?, read);
    assert_eq!(from_str::<T>("{}")?, T::default());
    assert_eq!(from_str::<Vec<T>>("[{},{}]")?.len(), 2);
    assert_eq!(from_str::<Option<T>>("null")?, None);
    Ok(())
}

/// Describes a result as text: outcome, fields, validity, extras in order, notes, or the error.
fn view(result: &Result<Decoded, Error>, with_extras: bool) -> String {
    let listed = |extras: Extras<'_>| {
        let shown = extras.iter().filter(|_| with_extras);
        shown.map(|(name, extra)| format!("{name}={}", extra.expose_json())).collect::<Vec<_>>()
    };
    let decoded = match result {
        Ok(decoded) => decoded,
        Err(error) => return format!("{:?} {:?} {:?}", error.kind(), error.field(), error.format()),
    };
    let outcome = match &decoded.outcome {
        Outcome::Token(token) => format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            token.access_token().map(|text| text.expose().to_owned()),
            token.refresh_token().map(|text| text.expose().to_owned()),
            token.id_token().map(|text| text.expose().to_owned()),
            token.token_type(),
            token.scopes(),
            token.resource(),
            token.api_url(),
            token.client_id(),
            token.subject(),
            token.validity(),
            token.format(),
            listed(token.extras()),
        ),
        Outcome::ErrorResponse(error_response) => format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            error_response.code(),
            error_response.description(),
            error_response.uri(),
            error_response.remedy(),
            error_response.retry_after(),
            error_response.format(),
            listed(error_response.extras()),
        ),
    };
    let notes: Vec<_> = decoded.notes.iter().map(|note| (note.kind, &*note.field)).collect();
    format!("{outcome} {notes:?} {:?}", decoded.related)
}

/// JSON values that a server may send for any member, separated by bars.
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

/// Returns each of these values.
fn values() -> impl Iterator<Item = &'static str> {
    VALUES.split('|').map(str::trim)
}
