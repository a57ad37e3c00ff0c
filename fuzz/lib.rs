//! The fuzz targets: bytes into the laws of `anytoken-tests`.

use std::io::Cursor;

use anytoken::dialect::Dialect;
use anytoken::{Adapter, registry};
use anytoken_cli::Streams;
use anytoken_tests::fields::stored;
use anytoken_tests::json::Json;
use anytoken_tests::planted::planted;
use anytoken_tests::recorded::AT;
use anytoken_tests::secrets::{Printed, marker};
use anytoken_tests::{Recorded, laws, oracles};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Decodes a body by detection, with and without a failing status, and compares it with other readers.
pub fn decode(data: &[u8]) {
    std::str::from_utf8(data).into_iter().for_each(oracles::all);
    laws::all(None, &Recorded::new(data), seed(data));
    let rejected = Recorded::new(data).status(400);
    laws::calm(None, &rejected);
    laws::silent(None, &rejected);
    laws::silent_planted(None, &rejected, seed(data));
}

/// Decodes a body in the format that its first line names.
pub fn decode_as(data: &[u8]) {
    let (adapter, body) = named(data);
    laws::all(Some(adapter), &Recorded::new(body), seed(data));
}

/// Encodes a token in canonical form in the format that the first line names.
pub fn encode(data: &[u8]) {
    let (adapter, text) = named(data);
    let Some(token) = std::str::from_utf8(text).ok().and_then(stored) else { return };
    laws::monotone(&token.validity(), AT);
    laws::translatable(&token, adapter, AT);
    if let Ok(encoded) = adapter.encode(&token, AT) {
        laws::silent_planted(Some(adapter), &Recorded::of(&encoded, AT), seed(data));
    }
    let own = registry().get(token.format().as_str());
    laws::kept(&token, own, AT);
    if let Some(own) = own {
        laws::settled(own, &token, AT);
    }
}

/// Decodes each line of a batch as the command line does.
pub fn batch(data: &[u8]) {
    for line in data.split(|byte| *byte == b'\n').take(64) {
        let Some(line) = std::str::from_utf8(line).ok().and_then(Json::parse) else { continue };
        let text = |name| line.get(name).and_then(Json::text);
        let Some(body) = line.get("body") else { continue };
        let body = body.text().map_or_else(|| body.to_text(), str::to_owned);
        let at = |text| OffsetDateTime::parse(text, &Rfc3339).ok()?.checked_to_utc();
        let at = text("received_at").and_then(at).unwrap_or(AT);
        let mut response = Recorded::new(body).at(at);
        if let Some(Json::Number(status)) = line.get("status") {
            response.status = status.parse().ok();
        }
        if let Some(content_type) = text("content_type") {
            response.headers.push(("content-type".to_owned(), content_type.to_owned()));
        }
        if let Some(Json::Object(headers)) = line.get("headers") {
            let headers =
                headers.iter().filter_map(|(name, value)| Some((name.clone(), value.text()?.to_owned())));
            response.headers.extend(headers);
        }
        let adapter = match text("format") {
            Some(id) => registry().get(id),
            None => None,
        };
        laws::calm(adapter, &response);
        laws::silent(adapter, &response);
        laws::silent_planted(adapter, &response, seed(data));
    }
}

/// Runs `anytoken inspect` on the output of `curl -i`, or on a body alone.
pub fn inspect(data: &[u8]) {
    let options = ["--received-at=1767225600", "--now=1767227400"];
    command("inspect", &options, &["--reveal"], data);
}

/// Runs `anytoken check` on the output of `curl -i`, or on a body alone.
pub fn check(data: &[u8]) {
    command("check", &["--scope=openid"], &["--output=json"], data);
}

/// Runs commands on a HAR file. Of a request they print the host and the path at most, even with `--reveal`.
pub fn har(data: &[u8]) {
    let commands = [&["inspect"][..], &["normalize", "--batch"]];
    for command in commands {
        printed(command, data);
        printed(&[command, &["--reveal"]].concat(), data);
    }
    let Some(file) = std::str::from_utf8(data).ok().and_then(Json::parse) else { return };
    let marker = marker(seed(data));
    let in_request = |name: &str, value: Json| match value {
        Json::String(text) if name == "url" => Json::String(format!("{text}?code={marker}")),
        Json::String(text) => Json::String(text + &marker),
        value => value,
    };
    let with_marker = file.mapped(&mut |name, value| match name {
        "request" => value.mapped(&mut |name, value| in_request(name, value)),
        _ => value,
    });
    for command in commands {
        let text = printed(&[command, &["--reveal"]].concat(), with_marker.to_text().as_bytes());
        assert_eq!(Printed::of(&text).shows(&marker, &|_| false), None, "{command:?} shows a request");
    }
}

/// Runs commands on the output of `curl -i`, whose first line is added. They show no header that no format reads.
pub fn head(data: &[u8]) {
    let marker = marker(seed(data));
    let commands = [&["inspect"][..], &["check"], &["normalize"]];
    let output = [format!("HTTP/1.1 200 OK\r\nx-session: {marker}\r\n").as_bytes(), data].concat();
    for command in commands {
        let text = printed(command, &output);
        assert_eq!(Printed::of(&text).shows(&marker, &|_| false), None, "{command:?} shows a header");
        printed(&[command, &["--status=401"]].concat(), &output);
    }
}

/// Parses a dialect in the first line, and decodes and encodes the rest with it.
pub fn dialect(data: &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (line, rest) = data.split_at(end);
    let Ok(description) = std::str::from_utf8(line) else { return };
    if let Ok(dialect) = Dialect::from_json(description) {
        let body = rest.strip_prefix(b"\n").unwrap_or(rest);
        return laws::all(Some(dialect), &Recorded::new(body), seed(data));
    }
    let Some(description) = Json::parse(description) else { return };
    let marker = marker(seed(data));
    // An id may be shown.
    let marked = |name: &str, value| match value {
        Json::String(_) if name != "id" => Json::String(marker.clone()),
        value => value,
    };
    let description = description.mapped(&mut |name, value| marked(name, value)).to_text();
    if let Err(error) = Dialect::from_json(&description) {
        let text = format!("{error} {error:?}");
        assert_eq!(Printed::of(&text).shows(&marker, &|_| false), None, "an error shows a value");
    }
}

/// Checks that a command ends, prints a bounded amount, and shows no marker of the body without `--reveal`.
fn command(name: &str, options: &[&str], others: &[&str], data: &[u8]) {
    let marker = marker(seed(data));
    for status in [None, Some(401)] {
        let option = status.map(|status| format!("--status={status}"));
        let args = [&[name], options, option.as_deref().as_slice()].concat();
        printed(&args, data);
        printed(&[&args, others].concat(), data);
        // A body with an HTTP head is skipped: the marker belongs in the body alone.
        let response = Recorded { status, ..Recorded::new(data) };
        let with_marker = planted(None, &response, &marker, seed(data));
        let Some(response) = with_marker.filter(|response| !response.body.starts_with(b"HTTP/")) else {
            continue;
        };
        let allowed = laws::may_show(&response.read(None));
        let allowed = Printed::of(&allowed);
        let text = printed(&args, &response.body);
        let encoding = Printed::of(&text).shows(&marker, &|window| allowed.holds(window));
        assert_eq!(encoding, None, "{name} shows the marker");
    }
}

/// Runs a command and returns its output on both streams.
fn printed(args: &[&str], input: &[u8]) -> String {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let streams = Streams {
        stdin: Box::new(Cursor::new(input.to_vec())),
        modified: None,
        stdout: &mut stdout,
        stderr: &mut stderr,
        terminals: [false; 3],
    };
    anytoken_cli::run(["anytoken"].iter().chain(args).map(Into::into), streams);
    stdout.append(&mut stderr);
    assert!(stdout.len() <= (1 << 16) + 16 * input.len(), "{args:?} prints {} bytes", stdout.len());
    String::from_utf8(stdout).expect("the output is UTF-8")
}

/// Splits off the first line, and returns the format that it names; an unknown name picks any format.
fn named(data: &[u8]) -> (&'static dyn Adapter, &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (line, rest) = data.split_at(end);
    let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    let known = std::str::from_utf8(line).ok().and_then(|id| registry().get(id));
    let adapter = known.unwrap_or_else(|| {
        let adapters: Vec<_> = registry().iter().collect();
        adapters[seed(line) as usize % adapters.len()]
    });
    (adapter, rest)
}

/// Hashes the bytes (FNV-1a), so that the same bytes are tried the same way.
fn seed(data: &[u8]) -> u64 {
    data.iter()
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}
