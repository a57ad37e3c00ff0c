//! Advice on responses without a token.

use anytoken::{Error, ErrorKind, Remedy};

use crate::known;

/// Returns one line of advice on a decode error; `asked` is the format that was asked for.
pub(crate) fn of(error: &Error, asked: Option<&str>) -> Option<&'static str> {
    let advice = match error.kind() {
        ErrorKind::UnknownFormat => "`anytoken formats` lists all formats",
        ErrorKind::Empty => "no input: pass the response's body on standard input, or name a FILE",
        ErrorKind::NotUtf8 => {
            "the body is not UTF-8: convert it first, for example with `iconv -f UTF-16 -t UTF-8`"
        }
        ErrorKind::Compressed => {
            "the body is compressed: use `curl --compressed`, or decompress it with `gzip -d`"
        }
        ErrorKind::Html => {
            "the body is a web page: check the URL, or add --status if the server answered 400 or above"
        }
        ErrorKind::Text => {
            "the body is plain text: name its --format, or add --status if the server answered 400 or above"
        }
        ErrorKind::Syntax => {
            "the body is malformed: is it cut off, or is there other output before or after it?"
        }
        ErrorKind::Xml => "the XML is malformed: is it cut off?",
        ErrorKind::Form => "a form is one line, and control characters are written as %XX in it",
        ErrorKind::Shape => {
            "the body is not one object: is it the whole response, and is its --format right?"
        }
        ErrorKind::Missing if asked.is_none() => {
            "no known token member: name the --format; `anytoken formats` lists all of them"
        }
        ErrorKind::Missing => {
            "the token's member is missing: is the --format right, and is this the response to a token request?"
        }
        ErrorKind::Duplicate => "a member occurs twice, and either could be meant",
        ErrorKind::Invalid if asked.is_none() => {
            "the value has no exact meaning and is not guessed; a --format may define its meaning"
        }
        ErrorKind::Invalid => "the value has no exact meaning and is not guessed",
        ErrorKind::Ambiguous => "several formats match: name the --format",
        ErrorKind::Limit => "the body is larger or deeper than any token response: is it the right file?",
        _ => return None,
    };
    Some(advice)
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
