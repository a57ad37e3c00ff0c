//! Where a token is read from again and again.

mod elsewhere;
mod error;
mod place;
mod renewing;

use std::ffi::OsString;
use std::path::PathBuf;

use anytoken::{
    Adapter, Body, Decoded, ErrorKind, Lifetime, Outcome, REGISTRY, Received, Result, State, Token,
};
use time::{Duration, UtcDateTime};

pub use self::error::SourceError;
use self::place::{Place, Reading};
pub use self::renewing::Renewing;
use crate::clock::{Clock, SYSTEM};

/// A file, a variable of the environment, or a command, whose text any adapter reads.
///
/// A lifetime counts from the instant at which the response was received. That of a command is the instant at which
/// it is started. Of a file and a variable nobody knows it: what states a lifetime is refused, though it be beside an
/// absolute end, unless [`received_at`](Self::received_at) or [`received_when_modified`](Self::received_when_modified) says from
/// when on it counts.
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
    received: Receipt,
    clock: Clock,
}

/// What is known of the instant at which the text of a file or a variable was received.
#[derive(Clone, Copy, Debug)]
enum Receipt {
    Unknown,
    At(UtcDateTime),
    Modified,
}

/// What stands for the scopes in the arguments of a command.
const SCOPES: &str = "{scopes}";

impl Source {
    /// A file that holds a response, or a tool's cache of one.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self::of(Place::File(path.into()))
    }

    /// A variable of the environment.
    pub fn variable(name: impl Into<OsString>) -> Self {
        Self::of(Place::Variable(name.into()))
    }

    /// The output of a program, which is run without a shell, without input, and with its complaints passed over.
    ///
    /// `{scopes}` in an argument stands for the scopes that are asked for, with blanks between them.
    pub fn command<A: Into<OsString>>(
        program: impl Into<OsString>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        Self::of(Place::Command(program.into(), arguments.into_iter().map(Into::into).collect()))
    }

    fn of(place: Place) -> Self {
        Self { place, adapter: None, received: Receipt::Unknown, clock: SYSTEM }
    }

    /// Names the format of the text, which is detected otherwise.
    ///
    /// # Errors
    ///
    /// `UnknownFormat`.
    pub fn with_format(mut self, id: &str) -> Result<Self> {
        self.adapter = Some(REGISTRY.get(id).ok_or(ErrorKind::UnknownFormat)?);
        Ok(self)
    }

    /// Names a format of one's own.
    #[must_use]
    pub fn with_adapter(mut self, adapter: &'static dyn Adapter) -> Self {
        self.adapter = Some(adapter);
        self
    }

    /// Has a lifetime count from this instant.
    #[must_use]
    pub fn received_at(mut self, at: UtcDateTime) -> Self {
        self.received = Receipt::At(at);
        self
    }

    /// Has a lifetime count from the instant at which the file was last changed.
    ///
    /// A file that was copied or touched since then says that its token lives longer than it does.
    #[must_use]
    pub fn received_when_modified(mut self) -> Self {
        self.received = Receipt::Modified;
        self
    }

    /// Reads the time from another clock than the system's.
    #[must_use]
    pub fn with_clock(mut self, clock: fn() -> UtcDateTime) -> Self {
        self.clock = clock;
        self
    }

    /// Reads the token. It waits for the file or the command.
    ///
    /// # Errors
    ///
    /// A [`SourceError`], for a token that has ended as well.
    pub fn token(&self) -> Result<Token, SourceError> {
        self.token_for("")
    }

    /// Reads the token for scopes with blanks between them.
    fn token_for(&self, scopes: &str) -> Result<Token, SourceError> {
        let started = self.now();
        let mut reading = self.place.read(scopes)?;
        let received_at = self.receipt(&reading, started);
        // Where nobody knows, lifetimes count from 1970, and can be told by their ends.
        let body = std::mem::take(&mut *reading.body);
        let received = Received::owned(body, received_at.unwrap_or(UtcDateTime::UNIX_EPOCH));
        let decoded = match self.adapter {
            Some(adapter) => adapter.read(Body::split(received)),
            None => anytoken::decode(received),
        };
        let token = match decoded {
            Ok(Decoded { outcome: Outcome::Refused(refusal), .. }) => return Err(refusal.into()),
            _ if reading.failed => return Err(SourceError::failed()),
            Ok(Decoded { outcome: Outcome::Granted(token), .. }) => token,
            Err(error) => return Err(error.into()),
        };
        if received_at.is_none() && is_counted(token.lifetime()) {
            return Err(SourceError::no_receipt());
        }
        if token.state_at(self.now(), Duration::ZERO) == State::Expired {
            return Err(SourceError::ended());
        }
        Ok(token)
    }

    /// When the text was received, as far as that is known.
    fn receipt(&self, reading: &Reading, started: UtcDateTime) -> Option<UtcDateTime> {
        match (&self.place, self.received) {
            (_, Receipt::At(at)) => Some(at),
            (Place::Command(..), _) => Some(started),
            // A file from the future would live too long.
            (_, Receipt::Modified) => reading.modified.map(|modified| modified.min(started)),
            (_, Receipt::Unknown) => None,
        }
    }

    fn now(&self) -> UtcDateTime {
        (self.clock)()
    }

    /// What tells the tokens apart that are asked for: the scopes, where the command is given them.
    fn asked(&self, scopes: &[&str]) -> String {
        if self.place.names_scopes() { scopes.join(" ") } else { String::new() }
    }
}

/// Whether an instant was counted from 1970 on: lifetimes are shorter than this, and absolute instants are later.
fn is_counted(life: &Lifetime) -> bool {
    let instants =
        [life.expires.at(), life.refresh_at, life.extended_expires_at, life.refresh_token_expires.at()];
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
