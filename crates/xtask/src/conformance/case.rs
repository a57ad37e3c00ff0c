//! The cases of the suite, as `tests/conformance/README.md` describes them.

use anytoken::registry;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::path;

/// The version of the lines: a member that is added keeps it.
pub const VERSION: u32 = 1;

/// A response and what it means.
#[derive(Serialize)]
pub struct Case {
    v: u32,
    /// The format's id and a short title.
    pub id: String,
    format: String,
    vendor: String,
    /// How well the format is known.
    evidence: &'static str,
    /// The software and its version that made the bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    recorded: Option<String>,
    source: String,
    /// True if RFC 6749's own members carry the token or the error.
    pub(super) standard: bool,
    /// True if nobody can read the response correctly without the name of its format.
    pub(super) undecidable: bool,
    /// The members of a batch line but for `id` and `format`.
    response: Map<String, Value>,
    /// `token`, `error` or `invalid`; the member of that name says more.
    pub outcome: String,
    #[serde(flatten)]
    pub(super) expected: Map<String, Value>,
}

/// Returns every case of the corpus, in order of the formats' ids.
///
/// # Panics
///
/// Panics if a line of the corpus is not one.
pub fn cases() -> Vec<Case> {
    let folder = std::fs::read_dir(path("tests/corpus")).expect("tests/corpus is there");
    let mut files: Vec<_> = folder.map(|entry| entry.expect("a file of tests/corpus").path()).collect();
    files.sort();
    let texts =
        files.iter().map(|file| std::fs::read_to_string(file).expect("a file of tests/corpus is text"));
    texts.flat_map(|text| text.lines().filter_map(Case::of).collect::<Vec<_>>()).collect()
}

impl Case {
    /// Parses a line of the corpus; `None` if it is blank.
    fn of(line: &str) -> Option<Self> {
        if line.trim().is_empty() {
            return None;
        }
        let mut line: Map<String, Value> =
            serde_json::from_str(line).expect("a line of the corpus is an object");
        let mut take = |name: &str| line.remove(name).filter(|value| !value.is_null());
        let text = |value: Option<Value>| value.and_then(|value| value.as_str().map(str::to_owned));
        let format = text(take("format")).expect("a case has a format");
        let adapter = registry().get(&format).expect("the format of a case is in the registry");
        let names = ["received_at", "status", "content_type", "headers", "body"];
        let response: Map<_, _> =
            names.iter().filter_map(|name| Some(((*name).to_owned(), take(name)?))).collect();
        let outcome = text(take("outcome")).expect("a case has an outcome");
        let expect = take("expect").expect("a case has an expectation");
        let meaning = match outcome.as_str() {
            "error" => expect.get("error").cloned().unwrap_or_else(|| json!({})),
            _ => expect,
        };
        let mut expected = Map::from_iter([(outcome.clone(), meaning)]);
        for name in ["extras", "related"] {
            if let Some(more) = take(name).filter(|_| outcome == "token") {
                expected.insert(name.to_owned(), more);
            }
        }
        Some(Self {
            v: VERSION,
            id: text(take("id")).expect("a case has an id"),
            vendor: adapter.vendor().to_owned(),
            evidence: adapter.evidence().as_str(),
            recorded: text(take("recorded")),
            source: text(take("source")).expect("a case has a source"),
            standard: is_standard(&response, &outcome, &expected),
            undecidable: take("detect").is_some(),
            format,
            response,
            outcome,
            expected,
        })
    }

    /// Returns the case as a batch line.
    pub(super) fn request(&self, with_format: bool) -> String {
        let mut request = self.response.clone();
        request.insert("id".to_owned(), json!(self.id));
        if with_format {
            request.insert("format".to_owned(), json!(self.format));
        }
        Value::Object(request).to_string()
    }

    /// Returns true if the body is a JSON object with this member at the top.
    pub(super) fn has_member(&self, name: &str) -> bool {
        body_of(&self.response).is_some_and(|body| body.contains_key(name))
    }

    /// Returns a member of what is expected.
    pub(super) fn expected(&self, name: &str) -> Option<&Value> {
        self.expected.get(&self.outcome)?.get(name)
    }
}

/// Returns true if a JSON object has what RFC 6749 requires: its access token in `access_token` and a `token_type`, or
/// its error code in `error` and a status of 400 or more.
fn is_standard(response: &Map<String, Value>, outcome: &str, expected: &Map<String, Value>) -> bool {
    let Some(body) = body_of(response) else { return false };
    let expected = |name: &str| expected.get(outcome).and_then(|expected| expected.get(name));
    let status = response.get("status").and_then(Value::as_u64).unwrap_or(200);
    let has = |name: &str, expected: Option<&Value>| expected.is_some() && body.get(name) == expected;
    match outcome {
        "token" => {
            let has_type = body.get("token_type").is_some_and(Value::is_string);
            status < 300 && has_type && has("access_token", expected("access_token"))
        }
        "error" => status >= 400 && has("error", expected("code")),
        _ => false,
    }
}

/// Returns the members of a body that is a JSON object.
fn body_of(response: &Map<String, Value>) -> Option<Map<String, Value>> {
    serde_json::from_str(response.get("body")?.as_str()?).ok()
}
