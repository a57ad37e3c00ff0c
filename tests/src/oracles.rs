//! Compares the library with other readers: `serde_json`, `form_urlencoded` and the wire structs.

use anytoken::affinidi::{CONSUMER_AUTH, ConsumerAuthTokenEndpointOutput};
use anytoken::azure::{IMDS, IdentityTokenResponse};
use anytoken::dialect::{Dialect, ErrorShape, Evidence, paths};
use anytoken::{Decoded, ErrorKind, Outcome};

use crate::Recorded;
use crate::fields::canonical;
use crate::json::Members;

/// Bodies of this size exceed a limit that the other readers do not have.
const LARGEST: usize = 1 << 19;

/// The member that holds the token, so that all others are extras.
const PROBE: &str = "x_anytoken_probe";

static READER: Dialect = Dialect::bare("probe", "IETF", Evidence::Documented)
    .access_token(paths!["x_anytoken_probe"])
    .token_type(paths![])
    .errors(
        &ErrorShape::NONE
            .code(paths!["error", "error/code"])
            .description(paths!["error_description", "error/message"])
            .uri(paths!["error_uri"])
            .retry_after(paths!["interval"]),
    );

/// Compares a text with every oracle that accepts it.
pub fn all(text: &str) {
    json(text);
    form(text);
    wire_structs(&Recorded::new(text));
}

/// Checks that an object has the members that `serde_json` finds, value by value, or is an error for both.
pub fn json(text: &str) {
    let Some(rest) = text.trim_ascii_start().strip_prefix('{').filter(|_| text.len() < LARGEST) else {
        return;
    };
    let is_empty = rest.trim_start_matches([' ', '\n', '\r', '\t']).starts_with('}');
    let text = format!("{{\"{PROBE}\":\"EXAMPLE\"{}{rest}", if is_empty { "" } else { "," });
    // serde_json has no depth limit for raw values.
    let members = serde_json::from_str::<Members<'_>>(&text).ok().filter(|_| depth(&text) <= 128);
    match (read(&text), members) {
        (Ok(decoded), Some(Members(members))) => {
            let sent = members.into_iter().skip(1).map(|(name, raw)| (name, raw.get().to_owned())).collect();
            assert!(left(&decoded) == Some(sent), "json: serde_json finds other members");
        }
        (Err(ErrorKind::Duplicate), Some(Members(members))) => {
            let probes = members.iter().filter(|(name, _)| name == PROBE).count();
            assert!(probes > 1, "json: serde_json finds no duplicate");
        }
        (Err(ErrorKind::Syntax | ErrorKind::Limit), None) => {}
        (ours, theirs) => {
            panic!("json: {:?} where serde_json accepts it: {}", ours.map(|_| ()), theirs.is_some())
        }
    }
}

/// Returns the depth of the brackets of a text.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut inside, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b'{' | b'[' if !inside => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !inside => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Checks that a form has the pairs that `form_urlencoded` finds. Bytes that it replaces are an error here.
pub fn form(text: &str) {
    if text.len() >= LARGEST {
        return;
    }
    let text = format!("{PROBE}=EXAMPLE&{}", text.trim_ascii_end());
    let pairs: Vec<_> = form_urlencoded::parse(text.as_bytes()).into_owned().collect();
    match read(&text) {
        Ok(decoded) => {
            let of_text = |(name, json): (String, String)| Some((name, serde_json::from_str(&json).ok()?));
            let left = left(&decoded).map(|left| left.into_iter().map(of_text).collect::<Option<Vec<_>>>());
            assert!(left.flatten().as_deref() == pairs.get(1..), "form: form_urlencoded finds other pairs");
        }
        Err(ErrorKind::Duplicate) => {
            let probes = pairs.iter().filter(|(name, _)| name == PROBE).count();
            assert!(probes > 1, "form: form_urlencoded finds no duplicate");
        }
        Err(ErrorKind::NotUtf8) => {
            let replaced = |text: &str| text.contains(char::REPLACEMENT_CHARACTER);
            let replaced = pairs.iter().any(|(name, value)| replaced(name) || replaced(value));
            assert!(replaced, "form: form_urlencoded replaces nothing");
        }
        Err(ErrorKind::Form) => {
            assert!(text.bytes().any(|byte| byte < b' '), "form: an error without a control character");
        }
        Err(kind) => panic!("form: {kind:?} where form_urlencoded accepts all"),
    }
}

/// Checks that a wire struct decodes as its adapter does.
pub fn wire_structs(response: &Recorded) {
    // A struct has neither status nor headers.
    let response = Recorded { status: None, headers: Vec::new(), ..response.clone() };
    let Some(text) = response.text().filter(|text| text.starts_with('{') && text.len() < LARGEST) else {
        return;
    };
    if let Ok(imds) = serde_json::from_str::<IdentityTokenResponse>(text) {
        let (by_struct, by_adapter) = (imds.decode(response.at), response.read(Some(&IMDS)));
        assert!(
            described(by_struct) == described(by_adapter),
            "wire: IdentityTokenResponse differs from its adapter"
        );
    }
    if let Ok(output) = serde_json::from_str::<ConsumerAuthTokenEndpointOutput>(text) {
        let (by_struct, by_adapter) = (output.decode(response.at), response.read(Some(&CONSUMER_AUTH)));
        assert!(
            described(by_struct) == described(by_adapter),
            "wire: ConsumerAuthTokenEndpointOutput differs from its adapter"
        );
    }
}

/// Describes an outcome, without offsets in the body.
fn described(result: anytoken::Result<Decoded>) -> (String, usize) {
    let notes = result.as_ref().map_or(0, |decoded| decoded.notes.len());
    let outcome = match result.map(Decoded::into_token) {
        Ok(Ok(token)) => canonical(&token),
        Ok(Err(error_response)) => {
            let extras: Vec<_> =
                error_response.extras().iter().map(|(name, extra)| (name, extra.expose_json())).collect();
            format!(
                "{error_response:?} {:?} {:?} {extras:?}",
                error_response.description(),
                error_response.remedy()
            )
        }
        Err(error) => format!("{:?} {:?}", error.kind(), error.field()),
    };
    (outcome, notes)
}

fn read(text: &str) -> Result<Decoded, ErrorKind> {
    Recorded::new(text).read(Some(&READER)).map_err(|error| error.kind())
}

/// Returns the extras of a token; `None` for an error response.
fn left(decoded: &Decoded) -> Option<Vec<(String, String)>> {
    let Outcome::Token(token) = &decoded.outcome else { return None };
    Some(
        token
            .extras()
            .iter()
            .map(|(name, extra)| (name.to_owned(), extra.expose_json().to_owned()))
            .collect(),
    )
}
