//! The corpus: a file for each format, a line for each response and its meaning.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anytoken::{Adapter, Expiry, FieldKind, registry};
use time::UtcDateTime;
use time::format_description::well_known::Rfc3339;

use crate::fields::Value;
use crate::json::Json;
use crate::{Fields, Recorded};

/// A response of the corpus and its meaning.
pub struct Case {
    pub id: String,
    pub format: String,
    pub response: Recorded,
    pub meaning: Meaning,
    /// True if the body cannot be decoded correctly without the name of its format.
    pub undecidable: bool,
    /// The software that made the bytes, with its version; `None` if they were written from a source.
    pub recorded: Option<String>,
}

/// The expected outcome of a response.
pub enum Meaning {
    Token {
        fields: Box<Fields>,
        /// The members without a field; `None` if the line does not list them.
        extras: Option<Json>,
        related: Vec<Fields>,
    },
    Error {
        code: Option<String>,
        description: Option<String>,
        uri: Option<String>,
        /// `None` if the line does not state it.
        remedy: Option<String>,
    },
    Invalid {
        kind: String,
        /// `None` if the line does not state it.
        field: Option<String>,
    },
}

/// The folder of the corpus.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// All cases, by the name of their file without its extension.
pub static CORPUS: LazyLock<BTreeMap<String, Vec<Case>>> = LazyLock::new(|| {
    let entries = std::fs::read_dir(folder()).expect("tests/corpus is there");
    let mut files = BTreeMap::new();
    for entry in entries {
        let path = entry.expect("a file of tests/corpus").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name in UTF-8").to_owned();
        let text = std::fs::read_to_string(&path).expect("a file of tests/corpus is text");
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let cases = lines.map(|(index, line)| Case::of(line, &format!("{name}.jsonl:{}", index + 1)));
        files.insert(name.clone(), cases.collect());
    }
    files
});

/// Returns every case whose format is in the registry, with its adapter.
pub fn cases() -> impl Iterator<Item = (&'static Case, &'static dyn Adapter)> {
    let all = CORPUS.values().flatten();
    all.filter_map(|case| registry().get(&case.format).map(|adapter| (case, adapter)))
}

/// Returns every case that is a token, with its adapter.
pub fn granted() -> impl Iterator<Item = (&'static Case, &'static dyn Adapter)> {
    cases().filter(|(case, _)| matches!(case.meaning, Meaning::Token { .. }))
}

impl Case {
    /// Parses the line at `place`.
    pub fn of(line: &str, place: &str) -> Self {
        let Some(Json::Object(members)) = Json::parse(line) else { panic!("{place}: not one JSON object") };
        let mut line = Line { members, place };
        let id = line.text("id");
        let format = line.text("format");
        assert!(id.starts_with(&format!("{format}/")), "{place}: the id does not begin with the format");
        let mut response = Recorded::new(line.text("body")).at(line.instant("received_at"));
        response.status = line.take("status").and_then(|status| status.to_text().parse().ok());
        if let Some(content_type) = line.optional("content_type") {
            response.headers.push(("content-type".to_owned(), content_type));
        }
        if let Some(Json::Object(headers)) = line.take("headers") {
            let owned =
                |(name, value): (String, Json)| (name, value.text().expect("a header is text").to_owned());
            response.headers.extend(headers.into_iter().map(owned));
        }
        let detect = line.optional("detect");
        assert!(
            detect.as_deref().is_none_or(|detect| detect == "undecidable"),
            "{place}: detect is not undecidable"
        );
        let undecidable = detect.is_some();
        let mut expect = line.object("expect");
        let meaning = match line.text("outcome").as_str() {
            "token" => Meaning::Token {
                fields: Box::new(expect.fields()),
                extras: line.take("extras"),
                related: match line.take("related") {
                    Some(Json::Array(tokens)) => {
                        tokens.into_iter().map(|token| Line::nested(token, place).finished_fields()).collect()
                    }
                    _ => Vec::new(),
                },
            },
            "error" => {
                let mut error = expect.object("error");
                let meaning = Meaning::Error {
                    code: error.optional("code"),
                    description: error.optional("description"),
                    uri: error.optional("uri"),
                    remedy: error.optional("remedy"),
                };
                error.finish();
                // No test compares the extras of an error response.
                line.take("extras");
                line.take("related");
                meaning
            }
            "invalid" => Meaning::Invalid { kind: expect.text("kind"), field: expect.optional("field") },
            other => panic!("{place}: no such outcome: {other}"),
        };
        expect.finish();
        assert!(!line.text("source").trim().is_empty(), "{place}: a case has a source");
        let recorded = line.optional("recorded");
        line.finish();
        Self { id, format, response, meaning, undecidable, recorded }
    }

    /// Finds the case of an id, with its adapter. Panics if the corpus has none.
    pub fn find(id: &str) -> (&'static Self, &'static dyn Adapter) {
        let case = cases().find(|(case, _)| case.id == id);
        case.unwrap_or_else(|| panic!("the corpus has no case {id}"))
    }

    /// Returns the expected fields. Panics if the case is not a token.
    pub fn fields(&self) -> &Fields {
        match &self.meaning {
            Meaning::Token { fields, .. } => fields,
            _ => panic!("{} is not a token", self.id),
        }
    }
}

/// The members of a line that are not consumed yet. A member that is never consumed is a mistake.
struct Line<'a> {
    members: Vec<(String, Json)>,
    place: &'a str,
}

impl<'a> Line<'a> {
    fn nested(value: Json, place: &'a str) -> Self {
        let Json::Object(members) = value else { panic!("{place}: not an object") };
        Self { members, place }
    }

    fn take(&mut self, name: &str) -> Option<Json> {
        let index = self.members.iter().position(|(key, _)| key == name)?;
        Some(self.members.remove(index).1).filter(|value| *value != Json::Null)
    }

    fn optional(&mut self, name: &str) -> Option<String> {
        let value = self.take(name)?;
        Some(value.text().unwrap_or_else(|| panic!("{}: {name} is not a string", self.place)).to_owned())
    }

    fn text(&mut self, name: &str) -> String {
        self.optional(name).unwrap_or_else(|| panic!("{}: no {name}", self.place))
    }

    fn object(&mut self, name: &str) -> Self {
        let value = self.take(name).unwrap_or_else(|| panic!("{}: no {name}", self.place));
        Self::nested(value, self.place)
    }

    fn optional_instant(&mut self, name: &str) -> Option<UtcDateTime> {
        let text = self.optional(name)?;
        let at = UtcDateTime::parse(&text, &Rfc3339);
        Some(at.unwrap_or_else(|_| panic!("{}: {name} is not an instant", self.place)))
    }

    fn instant(&mut self, name: &str) -> UtcDateTime {
        self.optional_instant(name).unwrap_or_else(|| panic!("{}: no {name}", self.place))
    }

    /// Takes an instant, or the flag of a token that never expires.
    fn expiry(&mut self, at: &str) -> Option<Expiry> {
        let never = at.replace("expires_at", "never_expires");
        match (self.optional_instant(at), self.take(&never)) {
            (None, Some(Json::Bool(true))) => Some(Expiry::Never),
            (Some(at), None) => Some(Expiry::At(at)),
            (None, None) => None,
            _ => panic!("{}: {at} and {never} contradict each other", self.place),
        }
    }

    fn scopes(&mut self, name: &str) -> Option<Vec<String>> {
        let Json::Array(scopes) = self.take(name)? else { panic!("{}: scopes are not an array", self.place) };
        let scope = |scope: &Json| scope.text().expect("a scope is text").to_owned();
        Some(scopes.iter().map(scope).collect())
    }

    fn fields(&mut self) -> Fields {
        Fields::from_fn(|field| match field.kind() {
            FieldKind::Secret | FieldKind::Text => self.optional(field.as_str()).map(Value::Text),
            FieldKind::Scopes => self.scopes(field.as_str()).map(Value::Scopes),
            FieldKind::Instant => self.optional_instant(field.as_str()).map(|at| Value::Time(Expiry::At(at))),
            FieldKind::Expiry => self.expiry(field.as_str()).map(Value::Time),
            // The extras of a line are beside its fields.
            _ => None,
        })
    }

    fn finished_fields(mut self) -> Fields {
        let fields = self.fields();
        self.finish();
        fields
    }

    fn finish(&self) {
        if let Some((name, _)) = self.members.first() {
            panic!("{}: a case has no {name}", self.place);
        }
    }
}
