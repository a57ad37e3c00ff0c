//! `anytoken inspect`: an explanation of a response, for people.

mod bar;
mod fits;
mod notes;
mod span;
mod validity;

use std::cell::Cell;

use anytoken::{
    Error, ErrorKind, ErrorResponse, Extras, Field, FieldKind, FieldValue, Format, Outcome, Token,
};
use time::UtcDateTime;

use crate::Exit;
use crate::args::InspectArgs;
use crate::header;
use crate::hint;
use crate::known;
use crate::masked::{Masked, Shown};
use crate::output::{Output, Stop};
use crate::page::{Page, Tone};

pub(crate) fn run(args: &InspectArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let response = &args.response;
    let read = response.read(output)?;
    let sent = response.sent.sent(&read)?;
    let now = truncate_to_second(args.now.unwrap_or_else(UtcDateTime::now));
    let at = response.received_at.map_or(now, truncate_to_second);
    let decoded = response.decode(response.asked(), &sent, at);
    let mut report = Report {
        page: Page::new(output, args.color),
        asked: response.asked(),
        reveal: response.reveal,
        at,
        now,
    };
    let exit = match &decoded {
        Ok(decoded) => {
            let exit = report.outcome(&decoded.outcome);
            report.related(&decoded.related);
            let shown = Shown::decoded(decoded, at).or_all(response.reveal);
            notes::report(&mut report.page, &Masked::new(sent.body, shown), &decoded.notes);
            exit
        }
        Err(error) => {
            let shown = Shown::undecoded().or_all(response.reveal);
            report.error(error, &Masked::new(sent.body, shown));
            Exit::Invalid
        }
    };
    if response.asked().is_none() {
        fits::report(&mut report.page, &decoded, &sent, at);
    }
    match report.page.print(output) {
        // A reader that closes the pipe still gets the exit code.
        Ok(()) | Err(Stop::Closed) => Ok(exit),
        Err(stop) => Err(stop),
    }
}

/// The most extra names that are looked up in all formats. A lookup takes a millisecond, and a body can have tens of
/// thousands of names.
const MOST_LOOKUPS: usize = 256;

/// The report on one response.
struct Report<'a> {
    page: Page,
    /// The id of `--format` or `--dialect`.
    asked: Option<&'a str>,
    reveal: bool,
    at: UtcDateTime,
    now: UtcDateTime,
}

impl Report<'_> {
    fn outcome(&mut self, outcome: &Outcome) -> Exit {
        match outcome {
            Outcome::Token(token) => {
                self.row("granted", Tone::Good, &tokens(token));
                self.sender(token.format());
                self.token(token);
                Exit::Success
            }
            Outcome::ErrorResponse(error_response) => {
                self.error_response(error_response);
                Exit::Rejected
            }
        }
    }

    fn related(&mut self, tokens: &[Token]) {
        for token in tokens {
            self.page.line(0, Tone::Plain, "");
            self.row("also", Tone::Good, &self::tokens(token));
            self.token(token);
        }
    }

    /// Prints the format and vendor, and how they are known.
    fn sender(&mut self, format: &Format) {
        let how = match self.asked {
            Some(_) if known::own_id() == Some(format.as_str()) => "from --dialect",
            Some(_) => "from --format",
            None if *format == "oauth2" => "fallback",
            None => "detected",
        };
        self.row("format", Tone::Plain, &format!("{format} ({how})"));
        if let Some(adapter) = known::formats().get(format.as_str()) {
            self.row("vendor", Tone::Plain, adapter.vendor());
            if !adapter.quirks().is_empty() {
                self.row("quirks", Tone::Plain, adapter.quirks());
            }
        }
    }

    /// Prints the use of a token, its holder and scopes, and its validity.
    fn token(&mut self, token: &Token) {
        self.header(token);
        if self.reveal {
            for (name, secret) in [("refresh", token.refresh_token()), ("ID token", token.id_token())] {
                if let Some(secret) = secret {
                    self.row(name, Tone::Plain, secret.expose());
                }
            }
        }
        let mut absent = Vec::new();
        let has_row = |kind| matches!(kind, FieldKind::Text | FieldKind::Scopes);
        // The token type is in the header.
        for field in Field::ALL.iter().filter(|field| has_row(field.kind()) && **field != Field::TokenType) {
            let name = label(*field);
            match token.get(*field) {
                Some(FieldValue::Text(text)) => self.row(name, Tone::Plain, text),
                Some(FieldValue::Scopes(scopes)) if scopes.is_empty() => {
                    self.row(name, Tone::Plain, "none granted");
                }
                Some(FieldValue::Scopes(scopes)) => self.row(name, Tone::Plain, &scopes.to_string()),
                _ => absent.push(name),
            }
        }
        if !absent.is_empty() {
            self.row("not present", Tone::Plain, &absent.join(", "));
        }
        self.extras(token.extras());
        validity::report(&mut self.page, token, self.at, self.now);
    }

    fn header(&mut self, token: &Token) {
        match header::authorization(token, self.reveal) {
            Ok(line) => self.row("header", Tone::Plain, line.expose()),
            Err(_) => {
                let of_type = token.token_type().map(|token_type| match self.reveal {
                    true => format!(" of type {}", token_type.as_str()),
                    false => format!(" of type {token_type}"),
                });
                let text = format!("not available for a token{}", of_type.unwrap_or_default());
                self.row("header", Tone::Odd, &text);
            }
        }
    }

    /// Prints the extras: their names, and with `--reveal` their values.
    fn extras(&mut self, extras: Extras<'_>) {
        if self.reveal {
            for (name, extra) in extras.iter() {
                self.row("extra", Tone::Plain, name);
                self.row("", Tone::Plain, extra.expose_json());
            }
        } else if !extras.is_empty() {
            let lookups = Cell::new(0_usize);
            let is_known = |name: &str| {
                lookups.replace(lookups.get().saturating_add(1)) < MOST_LOOKUPS && known::has_name(name)
            };
            let names: Vec<_> = extras.shown(is_known).map(|(name, _)| name).collect();
            self.row("extras", Tone::Plain, &names.join(", "));
        }
    }

    fn error_response(&mut self, error_response: &ErrorResponse) {
        match (error_response.code(), error_response.masked_code()) {
            (Some(code), _) if self.reveal => self.row("error", Tone::Bad, code),
            (_, Some(masked)) => self.row("error", Tone::Bad, &masked.to_string()),
            _ => self.row("error", Tone::Bad, "no code"),
        }
        self.sender(error_response.format());
        if let Some(status) = error_response.status() {
            self.row("status", Tone::Plain, &status.to_string());
        }
        match (error_response.description(), error_response.masked_description()) {
            (Some(text), _) if self.reveal => self.row("description", Tone::Plain, text),
            (_, Some(masked)) => self.row("description", Tone::Plain, &masked.to_string()),
            _ => {}
        }
        match (error_response.uri(), error_response.masked_uri()) {
            (Some(uri), _) if self.reveal => self.row("uri", Tone::Plain, uri),
            (_, Some(masked)) => self.row("uri", Tone::Plain, &masked.to_string()),
            _ => {}
        }
        self.extras(error_response.extras());
        let remedy = error_response.remedy();
        self.row("remedy", Tone::Odd, &format!("{} ({})", hint::of_remedy(remedy), remedy.as_str()));
        if let Some(wait) = error_response.retry_after() {
            self.row("retry after", Tone::Plain, &span::words(wait.as_secs()));
        }
    }

    fn error(&mut self, error: &Error, body: &Masked<'_>) {
        self.row("invalid", Tone::Bad, &error.to_string());
        // A body without members has nothing to point at.
        let has_members = match error.kind() {
            ErrorKind::Empty | ErrorKind::Compressed | ErrorKind::Html | ErrorKind::Text => false,
            ErrorKind::NotUtf8 => error.offset() != Some(0),
            _ => true,
        };
        if let Some(at) = error.offset().filter(|_| has_members) {
            self.page.point(body, at, Tone::Bad);
        }
        if let Some(hint) = hint::of(error, self.asked) {
            self.row("remedy", Tone::Odd, hint);
        }
    }

    fn row(&mut self, label: &str, tone: Tone, text: &str) {
        self.page.row(label, tone, text);
    }
}

/// Truncates an instant to whole seconds, like those of a token.
fn truncate_to_second(at: UtcDateTime) -> UtcDateTime {
    at.replace_nanosecond(0).unwrap_or(at)
}

/// Returns the label of a field.
fn label(field: Field) -> &'static str {
    match field {
        Field::ApiUrl => "API URL",
        Field::ClientId => "client",
        field => field.as_str(),
    }
}

/// Lists the tokens that are present.
fn tokens(token: &Token) -> String {
    let tokens = [
        ("access token", token.access_token()),
        ("ID token", token.id_token()),
        ("refresh token", token.refresh_token()),
    ];
    let present = tokens.iter().filter(|(_, secret)| secret.is_some()).map(|(name, _)| *name);
    present.collect::<Vec<_>>().join(", ")
}
