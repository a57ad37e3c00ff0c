//! Readers of other makes, which the library is held to: `serde_json`, `form_urlencoded`, and the wire structs.

use anytoken::affinidi::{CONSUMER_AUTH, ConsumerAuthTokenEndpointOutput};
use anytoken::azure::{IMDS, IdentityTokenResponse};
use anytoken::{Decoded, Dialect, ErrorKind, Outcome, Refusals, paths};

use crate::Response;
use crate::json::Members;
use crate::slots::canonical;

/// Larger bodies are past a limit, which the others do not have.
const LARGEST: usize = 1 << 19;

/// The member that a token is read from, so that all others are extras.
const PROBE: &str = "x_anytoken_probe";

static READER: Dialect = Dialect {
    id: "probe",
    access_token: paths!["x_anytoken_probe"],
    refusal: Refusals { signs: paths![], ..Refusals::STANDARD },
    ..Dialect::BARE
};

/// Every oracle that has a word to say about the text.
pub fn all(text: &str) {
    json(text);
    form(text);
    wire_structs(&Response::new(text));
}

/// An object has the members that `serde_json` finds in it, value by value, and is none where it finds none.
pub fn json(text: &str) {
    let Some(rest) = text.trim_ascii_start().strip_prefix('{').filter(|_| text.len() < LARGEST) else {
        return;
    };
    let is_empty = rest.trim_start_matches([' ', '\n', '\r', '\t']).starts_with('}');
    let text = format!("{{\"{PROBE}\":\"EXAMPLE\"{}{rest}", if is_empty { "" } else { "," });
    // It has no limit of depth where it reads raw values.
    let members = serde_json::from_str::<Members<'_>>(&text).ok().filter(|_| depth(&text) <= 128);
    match (read(&text), members) {
        (Ok(decoded), Some(Members(members))) => {
            let sent = members.into_iter().skip(1).map(|(name, raw)| (name, raw.get().to_owned())).collect();
            assert!(left(&decoded) == Some(sent), "json: serde_json finds other members");
        }
        (Err(ErrorKind::Duplicate), Some(Members(members))) => {
            let probes = members.iter().filter(|(name, _)| name == PROBE).count();
            assert!(probes > 1, "json: serde_json finds nothing twice");
        }
        (Err(ErrorKind::Syntax | ErrorKind::Limit), None) => {}
        (ours, theirs) => {
            panic!("json: {:?} where serde_json accepts it: {}", ours.map(|_| ()), theirs.is_some())
        }
    }
}

/// How deep the brackets of a text are nested.
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

/// A form has the pairs that `form_urlencoded` finds in it; what that one replaces is an error.
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
            assert!(probes > 1, "form: form_urlencoded finds nothing twice");
        }
        Err(ErrorKind::NotUtf8) => {
            let replaced = |text: &str| text.contains(char::REPLACEMENT_CHARACTER);
            let replaced = pairs.iter().any(|(name, value)| replaced(name) || replaced(value));
            assert!(replaced, "form: form_urlencoded replaces nothing");
        }
        Err(ErrorKind::Syntax) => {
            assert!(text.bytes().any(|byte| byte < b' '), "form: there is no control character");
        }
        Err(kind) => panic!("form: {kind:?} where form_urlencoded accepts all"),
    }
}

/// A wire struct comes to what its adapter comes to.
pub fn wire_structs(response: &Response) {
    // A struct knows neither status nor headers.
    let response = Response { status: None, headers: Vec::new(), ..response.clone() };
    let Some(text) = response.text().filter(|text| text.starts_with('{') && text.len() < LARGEST) else {
        return;
    };
    if let Ok(imds) = serde_json::from_str::<IdentityTokenResponse>(text) {
        let (by_struct, by_adapter) = (imds.decode(response.at), response.read(Some(&IMDS)));
        assert!(told(by_struct) == told(by_adapter), "wire: IdentityTokenResponse says otherwise");
    }
    if let Ok(output) = serde_json::from_str::<ConsumerAuthTokenEndpointOutput>(text) {
        let (by_struct, by_adapter) = (output.decode(response.at), response.read(Some(&CONSUMER_AUTH)));
        assert!(told(by_struct) == told(by_adapter), "wire: ConsumerAuthTokenEndpointOutput says otherwise");
    }
}

/// All that an outcome says, but for places in the body.
fn told(result: anytoken::Result<Decoded>) -> (String, usize) {
    let notes = result.as_ref().map_or(0, |decoded| decoded.notes.len());
    let outcome = match result.map(Decoded::into_token) {
        Ok(Ok(token)) => canonical(&token),
        Ok(Err(refusal)) => {
            let extras: Vec<_> =
                refusal.extras().iter().map(|(name, extra)| (name, extra.as_json())).collect();
            format!("{refusal:?} {:?} {:?} {extras:?}", refusal.description(), refusal.remedy())
        }
        Err(error) => format!("{:?} {:?}", error.kind(), error.field()),
    };
    (outcome, notes)
}

fn read(text: &str) -> Result<Decoded, ErrorKind> {
    Response::new(text).read(Some(&READER)).map_err(|error| error.kind())
}

/// The extras of a token; `None` where none was granted.
fn left(decoded: &Decoded) -> Option<Vec<(String, String)>> {
    let Outcome::Granted(token) = &decoded.outcome else { return None };
    Some(token.extras().iter().map(|(name, extra)| (name.to_owned(), extra.as_json().to_owned())).collect())
}
