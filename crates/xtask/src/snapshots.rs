//! A snapshot of each format: the bytes that it encodes, what it misreads, and which formats misread it.
//!
//! The laws accept every encoding that decodes to the same token, but users see the bytes: a changed line is a change
//! for them. No line depends on the number of other formats.

use std::collections::{BTreeMap, BTreeSet};

use anytoken::{Adapter, Encoded, Expiry, Token, Validity, registry};
use anytoken_tests::corpus::{CORPUS, Case};
use anytoken_tests::matrix::{GENERIC, Misreading, foreign, misreadings};
use anytoken_tests::parallel;
use anytoken_tests::recorded::AT;
use serde_json::value::RawValue;
use time::Duration;

/// The format with which the others are compared.
const STANDARD: &str = "rfc6749";

/// The width of a line, unless a member is longer.
const WIDTH: usize = 120;

/// The kinds of misreading of foreign cases in each format's snapshot.
type Known = BTreeMap<&'static str, BTreeSet<&'static str>>;

/// The snapshot of every format, by file.
pub(crate) fn all() -> BTreeMap<String, String> {
    let kinds = |reader| foreign(reader).into_iter().flat_map(|(_, kinds)| kinds).map(|kind| kind.what);
    let formats: Vec<_> = registry().iter().collect();
    let known = parallel::map(&formats, |reader| (reader.id(), kinds(*reader).collect()));
    let known: Known = known.into_iter().collect();
    let standard = registry().get(STANDARD).expect("the standard is a format");
    let standard = Snapshot::of(standard, &known);
    let snapshot = |adapter: &&'static dyn Adapter| {
        (format!("tests/snapshots/{}.txt", adapter.id()), Snapshot::of(*adapter, &known).text(&standard))
    };
    parallel::map(&formats, snapshot).into_iter().collect()
}

/// The snapshot of one format.
struct Snapshot {
    id: &'static str,
    /// Each token of [`tokens`], encoded.
    written: Vec<(&'static str, String)>,
    /// The cases of other formats that this one misreads, one a line.
    misreads: String,
    /// The cases of this format that another misreads, one a line, except those implied by the other's snapshot.
    misread: String,
}

impl Snapshot {
    fn of(adapter: &'static dyn Adapter, known: &Known) -> Self {
        let written = tokens(adapter.id());
        let written = written.into_iter().map(|(name, token)| (name, written_as(adapter, &token)));
        let misreads = foreign(adapter).into_iter().map(|(case, kinds)| line(case, &kinds));
        let cases = CORPUS.get(adapter.id()).into_iter().flatten();
        let misread = cases.flat_map(|case| misread(case, adapter, known));
        Self {
            id: adapter.id(),
            written: written.collect(),
            misreads: misreads.collect(),
            misread: misread.collect(),
        }
    }

    /// The text of the snapshot; parts equal to the standard's are not repeated.
    fn text(&self, standard: &Self) -> String {
        let is_other = self.id != STANDARD;
        let mut text = if is_other && self.written == standard.written {
            format!("writes as {STANDARD}\n")
        } else {
            let tokens = self.written.iter().zip(&standard.written);
            let tokens = tokens.map(|(token, standard)| match token {
                (name, _) if is_other && token == standard => format!("  {name}: as {STANDARD}\n"),
                (name, written) => format!("  {name}: {written}"),
            });
            format!("writes\n{}", tokens.collect::<String>())
        };
        text += &match &*self.misreads {
            "" => "misreads none of the foreign cases\n".to_owned(),
            misreads if is_other && misreads == standard.misreads => format!("misreads as {STANDARD}\n"),
            misreads => format!("misreads\n{misreads}"),
        };
        if !self.misread.is_empty() {
            text += &format!("is misread\n{}", self.misread);
        }
        text
    }
}

/// The lines of a case: the formats that misread it in a way that no other line implies.
fn misread(case: &Case, own: &dyn Adapter, known: &Known) -> Vec<String> {
    let Ok(decoded) = case.response.read(Some(own)) else { return Vec::new() };
    let read_by = |reader| misreadings(case, &decoded.outcome, reader);
    let readers = || registry().iter().filter(|reader| reader.id() != own.id());
    let is_generic = |reader: &dyn Adapter| GENERIC.contains(&reader.id());
    let by_generic: Vec<_> = readers().filter(|reader| is_generic(*reader)).flat_map(read_by).collect();
    let lines = readers().map(|reader| {
        let mut kinds = read_by(reader);
        if !is_generic(reader) {
            kinds.retain(|kind| !by_generic.contains(kind) && !known[reader.id()].contains(kind.what));
        }
        (reader.id(), kinds)
    });
    let lines = lines.filter(|(_, kinds)| !kinds.is_empty());
    lines.map(|(reader, kinds)| line(&format!("{} as {reader}", case.id), &kinds)).collect()
}

fn line(what: &str, kinds: &[Misreading]) -> String {
    let kinds: Vec<_> = kinds.iter().map(|kind| kind.what).collect();
    format!("  {what}: {}\n", kinds.join(", "))
}

/// A token with every field, one whose scopes contain separators, one that never expires, and one of each other kind.
fn tokens(id: &str) -> Vec<(&'static str, Token)> {
    let builder = || Token::builder(id.to_owned());
    let after = |minutes| AT + Duration::minutes(minutes);
    let validity = |expires| {
        let mut validity = Validity::default();
        validity.expires = expires;
        validity
    };
    let mut full = validity(Expiry::At(after(60)));
    (full.issued_at, full.not_before, full.refresh_at) = (Some(AT), Some(AT), Some(after(30)));
    full.extended_expires_at = Some(after(120));
    full.refresh_token_expires = Expiry::At(after(1440));
    let extra = RawValue::from_string(r#"[1.50,"é"]"#.to_owned()).expect("JSON");
    let full = builder()
        .access_token("EXAMPLE-ACCESS")
        .refresh_token("EXAMPLE-REFRESH")
        .id_token("EXAMPLE-ID")
        .token_type("Bearer")
        .scopes(["EXAMPLE-A", "EXAMPLE-B"])
        .resource("EXAMPLE-RESOURCE")
        .api_url("EXAMPLE-API")
        .client_id("EXAMPLE-CLIENT")
        .subject("EXAMPLE-SUBJECT")
        .extra("example_extra", &extra)
        .validity(full);
    let access = || builder().access_token("EXAMPLE ~\"");
    let tokens = [
        ("full", full),
        ("scopes", access().scopes(["a b", "c,d", "e"]).token_type("mac").validity(validity(Expiry::At(AT)))),
        ("endless", access().validity(validity(Expiry::Never)).scopes([])),
        ("id", builder().id_token("EXAMPLE-ID").validity(validity(Expiry::At(after(1))))),
        ("refresh", builder().refresh_token("EXAMPLE-REFRESH")),
    ];
    tokens.map(|(name, token)| (name, token.build().expect("a token"))).into()
}

/// The media type, the body, the headers, and the dropped fields.
fn written_as(adapter: &dyn Adapter, token: &Token) -> String {
    let Encoded { body, headers, dropped, content_type, .. } = match adapter.encode(token, AT) {
        Ok(written) => written,
        Err(error) => return format!("{:?}\n", error.kind()),
    };
    let mut lines = broken(body.expose());
    lines.extend(headers.iter().map(|(name, value)| format!("{name}: {}", value.expose())));
    if !dropped.is_empty() {
        let dropped: Vec<_> = dropped.iter().map(|field| field.as_str()).collect();
        let dropped = broken(&format!("without {}", dropped.join(", ")));
        lines.extend(dropped.iter().map(|line| line.trim().to_owned()));
    }
    let lines: String = lines.iter().map(|line| format!("    {line}\n")).collect();
    format!("{content_type}\n{lines}")
}

/// Breaks a text into lines at the ends of members.
fn broken(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in text.split_inclusive([',', '&']) {
        match lines.last_mut() {
            Some(line) if line.is_empty() || line.len() + piece.len() <= WIDTH => *line += piece,
            _ => lines.push(piece.to_owned()),
        }
    }
    lines
}
