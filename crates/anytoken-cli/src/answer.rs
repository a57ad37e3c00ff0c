//! The JSON answer to one response.

use anytoken::{Decoded, ErrorResponse, Note, NoteKind, Outcome, SecretBuf, Token};

use crate::Exit;
use crate::arrival::Arrival;
use crate::invalid::Invalid;
use crate::object::Object;

/// The answer to a line of a batch, or to a single response.
pub(crate) struct Answer<'a> {
    /// The id as JSON.
    pub(crate) id: Option<&'a str>,
    pub(crate) result: Result<&'a Decoded, &'a Invalid>,
    /// The arrival of the response, if it is not known to who asks.
    pub(crate) arrival: Option<Arrival>,
    /// True to print secrets unmasked.
    pub(crate) reveal: bool,
}

impl Answer<'_> {
    pub(crate) fn exit(&self) -> Exit {
        match self.result.map(|decoded| &decoded.outcome) {
            Ok(Outcome::Token(_)) => Exit::Success,
            Ok(Outcome::ErrorResponse(_)) => Exit::Rejected,
            Err(_) => Exit::Invalid,
        }
    }

    /// Appends the answer as JSON, without line ends.
    pub(crate) fn append_to(&self, text: &mut SecretBuf) {
        let mut answer = Object::new(text);
        if let Some(id) = self.id {
            let text = answer.member("id");
            // JSON has line ends only between its tokens.
            for (index, line) in id.split(['\n', '\r']).enumerate() {
                text.push(if index > 0 { " " } else { "" });
                text.push(line);
            }
        }
        match self.result {
            Ok(decoded) => {
                match &decoded.outcome {
                    Outcome::Token(token) => {
                        answer.text("outcome", "token");
                        self.append_token(answer.member("token"), token);
                    }
                    Outcome::ErrorResponse(error_response) => {
                        answer.text("outcome", "error");
                        self.append_error(answer.member("error"), error_response);
                    }
                }
                answer.list("notes", &decoded.notes, append_note);
                answer.list("related", &decoded.related, |text, token| self.append_token(text, token));
            }
            Err(invalid) => {
                answer.text("outcome", "invalid");
                invalid.append_to(answer.member("invalid"));
            }
        }
        if let Some(arrival) = self.arrival {
            arrival.append_to(answer.member("arrival"));
        }
        answer.end();
    }

    fn append_token(&self, text: &mut SecretBuf, token: &Token) {
        let token = if self.reveal { token.exposed() } else { token.redacted() };
        token.append_to(text);
    }

    fn append_error(&self, text: &mut SecretBuf, response: &ErrorResponse) {
        let mut error = Object::new(text);
        error.text("format", response.format().as_str());
        if self.reveal {
            error.text("code", response.code());
            error.text("description", response.description());
            error.text("uri", response.uri());
        } else {
            error.text("code", response.masked_code().map(|code| code.to_string()).as_deref());
            error.text("description", response.masked_description().map(|text| text.to_string()).as_deref());
            error.text("uri", response.masked_uri().map(|uri| uri.to_string()).as_deref());
        }
        error.number("status", response.status());
        error.text("remedy", response.remedy().as_str());
        error.number("retry_after", response.retry_after().map(|wait| wait.as_secs()));
        error.end();
    }
}

fn append_note(text: &mut SecretBuf, note: &Note) {
    let mut object = Object::new(text);
    object.text("kind", note.kind.as_str());
    object.text("field", Some(note.field.as_ref()).filter(|field| !field.is_empty()));
    object.json("at", &format!("[{},{}]", note.at.start(), note.at.end()));
    if let NoteKind::EndsDiffer { seconds } = note.kind {
        object.number("seconds", Some(seconds));
    }
    object.end();
}
