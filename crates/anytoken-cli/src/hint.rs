//! Advice on responses without a token.

use anytoken::{Error, ErrorKind, Limits, Remedy};

use crate::envelope;
use crate::har;
use crate::known;
use crate::members;
use crate::place;

/// Returns a decode error in words, with its place.
pub(crate) fn sentence(error: &Error, body: &[u8]) -> String {
    let Some(at) = error.offset().filter(|_| has_place(error)) else { return format!("{error:#}") };
    format!("{error:#} at {}", place::line_and_column(body, at))
}

/// Returns true if an error is about a place in the body, and not about the body as a whole.
pub(crate) fn has_place(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Empty | ErrorKind::Compressed | ErrorKind::Html | ErrorKind::Text => false,
        ErrorKind::NotUtf8 | ErrorKind::Shape => error.offset() != Some(0),
        _ => true,
    }
}

/// Returns the advice on what is no response, but holds some.
pub(crate) fn of_other(body: &[u8]) -> Option<&'static str> {
    if har::is_har(body) {
        Some("this is a HAR file: `anytoken inspect` and `anytoken normalize` read its token responses")
    } else if envelope::is_line(body) {
        Some(
            "this is a line of a batch: `anytoken normalize --batch` reads it, with its received_at and status",
        )
    } else if is_trace(body) {
        Some("this is the output of `curl -v`: pass that of `curl -si`")
    } else {
        None
    }
}

/// Returns one line of advice on a decode error; `asked` is the format that was asked for.
pub(crate) fn of(error: &Error, asked: Option<&str>, body: &[u8]) -> Option<&'static str> {
    if let Some(advice) = of_other(body) {
        return Some(advice);
    }
    let advice = match error.kind() {
        ErrorKind::UnknownFormat => "`anytoken formats` lists all formats",
        ErrorKind::Empty => {
            "pass the response's body on standard input or in a FILE; of a redirection, what is behind the # of its Location"
        }
        ErrorKind::NotUtf8 => "convert it to UTF-8 first, for example with `iconv -f UTF-16 -t UTF-8`",
        ErrorKind::Compressed => "use `curl --compressed`, or decompress it with `gzip -d`",
        ErrorKind::Html => "check the URL, or add --status if the server answered 400 or above to a web page",
        ErrorKind::Text | ErrorKind::Syntax if are_variables(body) => {
            "these are variables, as in a .env file: pass the response in which the token came"
        }
        ErrorKind::Text if is_jwt(body) => "this is a JWT alone: pass the response in which it came",
        ErrorKind::Text => {
            "plain text needs the --format that sends it, or --status if the server answered 400 or above"
        }
        ErrorKind::Syntax if are_lines(body) => {
            "these are several responses: pass one, or with `anytoken normalize --batch` one envelope per line"
        }
        ErrorKind::Syntax => of_syntax(error, body),
        ErrorKind::Xml => "is it cut off?",
        ErrorKind::Form => "a form is one line, and control characters are written as %XX in it",
        ErrorKind::Shape => "is it the whole response, and is its --format right?",
        ErrorKind::Missing if asked.is_none() => {
            "name the --format that decodes it; `anytoken formats` lists all of them"
        }
        ErrorKind::Missing => "is the --format right, and is this the response to a token request?",
        ErrorKind::Duplicate => "a member occurs twice, and either could be meant",
        ErrorKind::Invalid if asked.is_none() => {
            "the value has no exact meaning and is not guessed; a --format may define its meaning"
        }
        ErrorKind::Invalid => "the value has no exact meaning and is not guessed",
        ErrorKind::Ambiguous => "name the --format",
        ErrorKind::Limit if body.len() > Limits::default().body => {
            "the body is larger than 1 MiB, which no token response is: is it the right file?"
        }
        ErrorKind::Limit => "no token response is that deep or has so long a list: is it the right file?",
        ErrorKind::Unusable => "its secrets are masked: print it with `anytoken normalize --reveal`",
        _ => return None,
    };
    Some(advice)
}

/// Returns the advice on broken JSON, by the bytes around the error.
fn of_syntax(error: &Error, body: &[u8]) -> &'static str {
    let (before, rest) = body.split_at_checked(error.offset().unwrap_or_default()).unwrap_or((body, &[]));
    match (before.trim_ascii_end().last(), rest.first()) {
        (_, Some(b'\'')) => "JSON has double quotes, not single ones",
        (Some(b','), Some(b'}' | b']')) => "JSON has no comma before a closing bracket",
        (Some(b'{' | b','), Some(first)) if first.is_ascii_alphabetic() => "JSON has names in double quotes",
        (_, None) => "it ends too early: is it cut off?",
        _ => "is it cut off, or is there other output before or after it?",
    }
}

/// Returns true if the first line is an object of JSON, and another one begins behind it.
fn are_lines(body: &[u8]) -> bool {
    let Some((first, rest)) = std::str::from_utf8(body).ok().and_then(|text| text.trim().split_once('\n'))
    else {
        return false;
    };
    rest.trim_start().starts_with('{') && members::named(first, []).is_some()
}

/// Returns true for what `curl -v` prints of a connection, a request or a response.
fn is_trace(body: &[u8]) -> bool {
    let is_of_trace = |line: &[u8]| [&b"* "[..], b"> ", b"< HTTP/"].iter().any(|mark| line.starts_with(mark));
    let mut lines = body.trim_ascii_start().split(|byte| *byte == b'\n');
    lines.next().is_some_and(is_of_trace)
        && lines.any(|line| line.starts_with(b"< HTTP/") || line.starts_with(b"> "))
}

/// Returns true for three parts of base64 with points between them, of which the first begins like a JSON object.
fn is_jwt(body: &[u8]) -> bool {
    let body = body.trim_ascii();
    let is_part = |part: &[u8]| part.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte));
    body.starts_with(b"eyJ")
        && body.split(|byte| *byte == b'.').count() == 3
        && body.split(|byte| *byte == b'.').all(is_part)
}

/// Returns true if each line that is not blank or a comment is `NAME=value`, perhaps behind `export`.
fn are_variables(body: &[u8]) -> bool {
    let is_name = |name: &[u8]| {
        let is_of_name = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'_';
        name.first().is_some_and(u8::is_ascii_uppercase) && name.iter().all(is_of_name)
    };
    let mut lines = body
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii)
        .filter(|line| !line.is_empty() && !line.starts_with(b"#"));
    let is_variable = |line: &[u8]| {
        let line = line.strip_prefix(b"export ").unwrap_or(line);
        let equals = line.iter().position(|byte| *byte == b'=');
        equals.and_then(|at| line.get(..at)).is_some_and(is_name)
    };
    lines.next().is_some_and(is_variable) && lines.all(is_variable)
}

/// Returns the instruction for a remedy.
pub(crate) fn of_remedy(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Retry => "send the same request again a little later",
        Remedy::SlowDown => "poll less often",
        Remedy::Pending => "keep polling: the user has not answered yet",
        Remedy::Reauthenticate => "the grant has ended: start a new authorization",
        Remedy::FixRequest => "the request is wrong: fix it before sending it again",
        Remedy::FixClient => "fix the client's registration or its credentials",
        Remedy::Interact => "the user must act: sign in, consent, or verify their identity",
        _ => "unknown: look the error up in the vendor's documentation",
    }
}

/// Returns the message for an unknown format. It does not repeat the id, which may be a secret.
pub(crate) fn unknown(asked: &str) -> String {
    let suggestion = known::formats().suggest(asked);
    let suggestion = suggestion.map_or_else(|| ":".to_owned(), |id| format!("; did you mean \"{id}\"?"));
    format!("unknown format{suggestion} `anytoken formats` lists all of them")
}
