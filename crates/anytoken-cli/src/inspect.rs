//! `anytoken inspect`: an explanation of a response, for people.

mod bar;
mod fits;
mod notes;
mod validity;

use std::cell::Cell;

use anytoken::{Error, ErrorResponse, Extras, Field, FieldKind, FieldValue, Format, Outcome, Token};
use time::UtcDateTime;

use self::validity::Received;
use crate::Exit;
use crate::args::InspectArgs;
use crate::arrival::truncated;
use crate::har::{self, Har, Place};
use crate::header;
use crate::hint;
use crate::input;
use crate::known::{self, FALLBACK};
use crate::masked::{Masked, Shown};
use crate::output::{Output, Stop};
use crate::page::{Page, Tone};
use crate::response::Read;
use crate::span;

pub(crate) fn run(args: &InspectArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let response = &args.response;
    let now = args.now.unwrap_or_else(UtcDateTime::now);
    let asked = response.asked();
    let mut report =
        Report { page: Page::new(output), asked, reveal: args.reveal, now: truncated(now), count: 0 };
    input::each(&args.files.files, output, |file, output| {
        let input = response.input(file, output)?;
        let name = file.filter(|_| args.files.files.len() > 1).map(|file| file.display().to_string());
        if har::is_har(input.bytes.as_slice()) {
            let har = Har::split(input.bytes.as_slice())?;
            let mut exit = Exit::Success;
            let nothing = response.read_har(&har, now, |place, read| {
                exit = exit.max(report.response(name.as_deref(), Some(place), &read.with_envelopes()));
                report.print(output)
            })?;
            if let Some(nothing) = nothing {
                output.report(nothing);
                exit = Exit::Invalid;
            }
            return Ok(exit);
        }
        let read = response.read(&input, asked, now)?.with_envelopes();
        let exit = report.response(name.as_deref(), None, &read);
        report.print(output)?;
        Ok(exit)
    })
}

/// The most extra names that are looked up in all formats. A lookup takes a millisecond, and a body can have tens of
/// thousands of names.
const MOST_LOOKUPS: usize = 256;

/// The report on responses.
struct Report<'a> {
    page: Page,
    /// The id of `--format` or `--dialect`.
    asked: Option<&'a str>,
    reveal: bool,
    now: UtcDateTime,
    /// The number of responses that were explained.
    count: usize,
}

impl Report<'_> {
    /// Prints what was explained since the last time.
    fn print(&mut self, output: &mut Output<'_>) -> Result<(), Stop> {
        match self.page.print(output) {
            // A reader that closes the pipe still gets the exit code.
            Ok(()) | Err(Stop::Closed) => Ok(()),
            Err(stop) => Err(stop),
        }
    }

    /// Explains a response: of a file if there are several, and of a place in a HAR file.
    fn response(&mut self, file: Option<&str>, place: Option<&Place>, read: &Read<'_>) -> Exit {
        self.heading(file, place);
        let at = read.arrival.map_or(self.now, |arrival| arrival.at);
        let exit = match &read.decoded {
            Ok(decoded) => {
                let received = Received {
                    arrival: read.arrival,
                    counts: read.counts_from_arrival(self.asked),
                    now: self.now,
                };
                let exit = self.outcome(&decoded.outcome, received);
                self.related(&decoded.related, received);
                let shown = Shown::decoded(decoded, at).or_all(self.reveal);
                notes::report(&mut self.page, read.sent.body, shown, &decoded.notes);
                exit
            }
            Err(error) => {
                self.error(error, read.sent.body);
                Exit::Invalid
            }
        };
        if self.asked.is_none() && read.arrival.is_some() {
            fits::report(&mut self.page, &read.decoded, &read.sent, at);
        }
        exit
    }

    fn heading(&mut self, file: Option<&str>, place: Option<&Place>) {
        if self.count > 0 {
            self.page.line(0, Tone::Plain, "");
        }
        self.count = self.count.saturating_add(1);
        if let Some(file) = file {
            self.row("file", Tone::Plain, file);
        }
        if let Some(Place { entry, host, path }) = place {
            self.row("entry", Tone::Plain, &format!("{entry}  {host}{path}"));
        }
    }

    fn outcome(&mut self, outcome: &Outcome, received: Received) -> Exit {
        match outcome {
            Outcome::Token(token) => {
                self.row("granted", Tone::Good, &tokens(token));
                self.sender(token.format(), received.arrival.is_none());
                self.token(token, received);
                Exit::Success
            }
            Outcome::ErrorResponse(error_response) => {
                self.error_response(error_response);
                Exit::Rejected
            }
        }
    }

    fn related(&mut self, tokens: &[Token], received: Received) {
        for token in tokens {
            self.page.line(0, Tone::Plain, "");
            self.row("also", Tone::Good, &self::tokens(token));
            self.token(token, received);
        }
    }

    /// Prints the format and how it is known, and its vendor and quirks, which a fallback does not have.
    fn sender(&mut self, format: &Format, is_stored: bool) {
        let is_fallback = self.asked.is_none() && *format == FALLBACK;
        let how = match self.asked {
            _ if is_stored => "as `normalize` says",
            Some(_) if known::own_id() == Some(format.as_str()) => "from --dialect",
            Some(_) => "from --format",
            None if is_fallback => "fallback",
            None => "detected",
        };
        self.row("format", Tone::Plain, &format!("{format} ({how})"));
        if let Some(adapter) = known::formats().get(format.as_str()).filter(|_| !is_fallback) {
            self.row("vendor", Tone::Plain, adapter.vendor());
            if !adapter.quirks().is_empty() {
                self.row("quirks", Tone::Plain, adapter.quirks());
            }
        }
    }

    /// Prints the use of a token, its holder and scopes, and its validity.
    fn token(&mut self, token: &Token, received: Received) {
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
        validity::report(&mut self.page, token, received);
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
        self.sender(error_response.format(), false);
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

    fn error(&mut self, error: &Error, body: &[u8]) {
        self.row("invalid", Tone::Bad, &hint::sentence(error, body));
        if let Some(at) = error.offset().filter(|_| hint::has_place(error)) {
            let shown = Shown::undecoded().or_all(self.reveal);
            self.page.point(&Masked::new(body, shown), at, Tone::Bad);
        }
        if let Some(hint) = hint::of(error, self.asked, body) {
            self.row("remedy", Tone::Odd, hint);
        }
    }

    fn row(&mut self, label: &str, tone: Tone, text: &str) {
        self.page.row(label, tone, text);
    }
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
