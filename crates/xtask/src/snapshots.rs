//! A snapshot of each format: what it writes, to the byte, what it misreads, and who misreads it.
//!
//! The laws hold whatever is written as long as it reads back. Users see the bytes: a line that changes is a change for
//! them. No line depends on how many other formats there are.

use std::collections::{BTreeMap, BTreeSet};

use anytoken::{Adapter, Encoded, Expiry, Lifetime, REGISTRY, Token};
use anytoken_tests::corpus::{CORPUS, Case};
use anytoken_tests::matrix::{GENERIC, Misreading, foreign, misreadings};
use anytoken_tests::response::AT;
use serde_json::value::RawValue;
use time::Duration;

/// The format that the others are compared with.
const STANDARD: &str = "rfc6749";

/// Columns that a line takes at most, unless a member is longer.
const WIDTH: usize = 120;

/// The kinds of misreading that a format's snapshot shows of the foreign cases, by format.
type Known = BTreeMap<&'static str, BTreeSet<&'static str>>;

/// The snapshot of every format, by file.
pub(crate) fn all() -> BTreeMap<String, String> {
    let kinds = |reader| foreign(reader).into_iter().flat_map(|(_, kinds)| kinds).map(|kind| kind.what);
    let known: Known = REGISTRY.iter().map(|reader| (reader.id(), kinds(reader).collect())).collect();
    let standard = REGISTRY.get(STANDARD).expect("the standard is a format");
    let standard = Snapshot::of(standard, &known);
    let snapshot = |adapter: &'static dyn Adapter| {
        (format!("tests/snapshots/{}.txt", adapter.id()), Snapshot::of(adapter, &known).text(&standard))
    };
    REGISTRY.iter().map(snapshot).collect()
}

/// What is said of one format.
struct Snapshot {
    id: &'static str,
    /// Each token of [`tokens`] as it is written.
    written: Vec<(&'static str, String)>,
    /// Cases of other formats that this one misreads, a line each.
    misreads: String,
    /// Cases of this format that a generic one misreads, or one whose own snapshot does not show it, a line each.
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

    /// The snapshot, in which what is as the standard has it is not repeated.
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

/// The lines of a case: who misreads it in a way that no other line implies.
fn misread(case: &Case, own: &dyn Adapter, known: &Known) -> Vec<String> {
    let Ok(decoded) = case.response.read(Some(own)) else { return Vec::new() };
    let read_by = |reader| misreadings(case, &decoded.outcome, reader);
    let readers = || REGISTRY.iter().filter(|reader| reader.id() != own.id());
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

/// A token with all that a response may state, one whose scopes hold separators, one without an end, and one of each kind
/// alone.
fn tokens(id: &str) -> Vec<(&'static str, Token)> {
    let builder = || Token::builder(id.to_owned());
    let after = |minutes| AT + Duration::minutes(minutes);
    let lifetime = |expires| {
        let mut lifetime = Lifetime::default();
        lifetime.expires = expires;
        lifetime
    };
    let mut full = lifetime(Expiry::At(after(60)));
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
        .client_id("EXAMPLE-CLIENT")
        .subject("EXAMPLE-SUBJECT")
        .extra("example_extra", &extra)
        .lifetime(full);
    let access = || builder().access_token("EXAMPLE ~\"");
    let tokens = [
        ("full", full),
        ("scopes", access().scopes(["a b", "c,d", "e"]).token_type("mac").lifetime(lifetime(Expiry::At(AT)))),
        ("endless", access().lifetime(lifetime(Expiry::Never)).scopes([])),
        ("id", builder().id_token("EXAMPLE-ID").lifetime(lifetime(Expiry::At(after(1))))),
        ("refresh", builder().refresh_token("EXAMPLE-REFRESH")),
    ];
    tokens.map(|(name, token)| (name, token.build().expect("a token"))).into()
}

/// The media type, the body, the headers, and what is left out.
fn written_as(adapter: &dyn Adapter, token: &Token) -> String {
    let Encoded { body, headers, dropped, content_type, .. } = match adapter.write(token, AT) {
        Ok(written) => written,
        Err(error) => return format!("{:?}\n", error.kind()),
    };
    let mut lines = broken(body.expose());
    lines.extend(headers.iter().map(|(name, value)| format!("{name}: {}", value.expose())));
    if !dropped.is_empty() {
        let dropped: Vec<_> = dropped.iter().map(|slot| slot.as_str()).collect();
        let dropped = broken(&format!("without {}", dropped.join(", ")));
        lines.extend(dropped.iter().map(|line| line.trim().to_owned()));
    }
    let lines: String = lines.iter().map(|line| format!("    {line}\n")).collect();
    format!("{content_type}\n{lines}")
}

/// A text in lines, each of which ends behind a member.
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
