//! Tokens from outside the program.

mod error;
mod place;
mod refreshing;
mod thread;

use std::ffi::OsString;
use std::path::PathBuf;

use anytoken::dialect::Body;
use anytoken::{Adapter, Decoded, ErrorKind, Outcome, Response, Result, State, Token, Validity, registry};
use time::{Duration, UtcDateTime};

pub use self::error::SourceError;
use self::place::{Place, Reading};
pub use self::refreshing::Refreshing;
use crate::clock::{Clock, SYSTEM};

/// A file, an environment variable or a command that holds a token in any format.
///
/// A lifetime counts from the arrival of the response. For a command, that is the instant at which it starts. For a file
/// or a variable it is unknown, so a response with a lifetime is an error, even if it also states an absolute expiry. To
/// avoid it, set [`received_at`](Self::received_at) or [`received_when_modified`](Self::received_when_modified).
///
/// ```
/// # #[cfg(unix)] {
/// use anytoken_interop::Source;
///
/// let source = Source::command("echo", [r#"{"accessToken":"EXAMPLE-ACCESS","expires_on":4102444800}"#]);
/// let token = source.with_format("azure-cli")?.token()?;
/// assert_eq!(token.credential().expose(), "EXAMPLE-ACCESS");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Source {
    place: Place,
    adapter: Option<&'static dyn Adapter>,
    received: Arrival,
    clock: Clock,
}

/// The instant at which the text of a file or a variable arrived.
#[derive(Clone, Copy, Debug)]
enum Arrival {
    Unknown,
    At(UtcDateTime),
    Modified,
}

impl Source {
    /// Reads a file: a response, or a tool's cache.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self::of(Place::File(path.into()))
    }

    /// Reads an environment variable.
    pub fn variable(name: impl Into<OsString>) -> Self {
        Self::of(Place::Variable(name.into()))
    }

    /// Reads the output of a program, which runs without a shell or input. Its standard error is ignored.
    ///
    /// `{scopes}` in an argument is replaced by the requested scopes, separated by spaces.
    pub fn command<A: Into<OsString>>(
        program: impl Into<OsString>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        Self::of(Place::Command(program.into(), arguments.into_iter().map(Into::into).collect()))
    }

    fn of(place: Place) -> Self {
        Self { place, adapter: None, received: Arrival::Unknown, clock: SYSTEM }
    }

    /// Names the format of the text instead of detecting it.
    ///
    /// # Errors
    ///
    /// `UnknownFormat` if no format has this id.
    pub fn with_format(mut self, id: &str) -> Result<Self> {
        self.adapter = Some(registry().get(id).ok_or(ErrorKind::UnknownFormat)?);
        Ok(self)
    }

    /// Decodes the text with your own adapter.
    #[must_use]
    pub fn with_adapter(mut self, adapter: &'static dyn Adapter) -> Self {
        self.adapter = Some(adapter);
        self
    }

    /// Counts a lifetime from this instant.
    #[must_use]
    pub fn received_at(mut self, at: UtcDateTime) -> Self {
        self.received = Arrival::At(at);
        self
    }

    /// Counts a lifetime from the modification time of the file.
    ///
    /// If the file was copied or touched later, the token seems to live longer than it does.
    #[must_use]
    pub fn received_when_modified(mut self) -> Self {
        self.received = Arrival::Modified;
        self
    }

    /// Uses this clock instead of the system's.
    #[must_use]
    pub fn with_clock(mut self, clock: fn() -> UtcDateTime) -> Self {
        self.clock = clock;
        self
    }

    /// Reads the token, and blocks until the file is read or the command has finished.
    ///
    /// # Errors
    ///
    /// A [`SourceError`], also if the token has expired.
    pub fn token(&self) -> Result<Token, SourceError> {
        self.token_for("")
    }

    /// Reads the token for scopes separated by spaces.
    fn token_for(&self, scopes: &str) -> Result<Token, SourceError> {
        let started = self.now();
        let mut reading = self.place.read(scopes)?;
        let received_at = self.arrival(&reading, started);
        // If the arrival is unknown, lifetimes count from 1970, where `is_counted_from_1970` recognizes them.
        let body = std::mem::take(&mut *reading.body);
        let response = Response::from_vec(body, received_at.unwrap_or(UtcDateTime::UNIX_EPOCH));
        let decoded = match self.adapter {
            Some(adapter) => adapter.decode_body(Body::split(response)),
            None => anytoken::decode(response),
        };
        let token = match decoded {
            Ok(Decoded { outcome: Outcome::ErrorResponse(error_response), .. }) => {
                return Err(error_response.into());
            }
            _ if reading.failed => return Err(SourceError::command_failed()),
            Ok(Decoded { outcome: Outcome::Token(token), .. }) => token,
            Err(error) => return Err(error.into()),
        };
        if received_at.is_none() && is_counted_from_1970(&token.validity()) {
            return Err(SourceError::no_arrival());
        }
        if token.state_at(self.now(), Duration::ZERO) == State::Expired {
            return Err(SourceError::expired());
        }
        Ok(token)
    }

    /// The instant of arrival, if known.
    fn arrival(&self, reading: &Reading, started: UtcDateTime) -> Option<UtcDateTime> {
        match (&self.place, self.received) {
            (_, Arrival::At(at)) => Some(at),
            (Place::Command(..), _) => Some(started),
            // A modification time in the future would make the token live too long.
            (_, Arrival::Modified) => reading.modified.map(|modified| modified.min(started)),
            (_, Arrival::Unknown) => None,
        }
    }

    fn now(&self) -> UtcDateTime {
        (self.clock)()
    }

    /// The key of a requested token: its scopes, if the command takes them.
    fn key(&self, scopes: &[&str]) -> String {
        if self.place.takes_scopes() { scopes.join(" ") } else { String::new() }
    }
}

/// Returns true if an instant was counted from 1970: it is in the range of lifetimes, before every plausible instant.
fn is_counted_from_1970(validity: &Validity) -> bool {
    let instants = [
        validity.expires.at(),
        validity.refresh_at,
        validity.extended_expires_at,
        validity.refresh_token_expires.at(),
    ];
    instants.into_iter().flatten().any(|at| at.unix_timestamp() < 1_000_000_000)
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source")
            .field("place", &self.place)
            .field("format", &self.adapter.map(Adapter::id))
            .field("received", &self.received)
            .finish_non_exhaustive()
    }
}
