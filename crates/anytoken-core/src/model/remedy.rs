//! The caller's next step after an error response.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};

/// The caller's next step after an error response, derived from the vendor's code and the HTTP status.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::Remedy;
///
/// assert_eq!(Remedy::SlowDown.to_string(), "slow_down");
/// assert_eq!("slow_down".parse::<Remedy>()?, Remedy::SlowDown);
/// # Ok::<(), anytoken::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Remedy {
    /// Repeat the request a little later.
    Retry,
    /// Poll less often.
    SlowDown,
    /// Keep polling: the user has not answered yet.
    Pending,
    /// Start a new authorization: the grant is no longer valid.
    Reauthenticate,
    /// Correct the request.
    FixRequest,
    /// Correct the client's registration or credentials.
    FixClient,
    /// Ask the user to act: to sign in, consent or prove more.
    Interact,
    /// No remedy is known.
    Unknown,
}

impl Remedy {
    /// All remedies, in the order of declaration.
    pub(crate) const ALL: [Self; 8] = [
        Self::Retry,
        Self::SlowDown,
        Self::Pending,
        Self::Reauthenticate,
        Self::FixRequest,
        Self::FixClient,
        Self::Interact,
        Self::Unknown,
    ];

    /// Returns the remedy in `snake_case`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Retry => "retry",
            Self::SlowDown => "slow_down",
            Self::Pending => "pending",
            Self::Reauthenticate => "reauthenticate",
            Self::FixRequest => "fix_request",
            Self::FixClient => "fix_client",
            Self::Interact => "interact",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Remedy {
    type Err = Error;

    /// Parses the `snake_case` of [`as_str`](Self::as_str).
    fn from_str(text: &str) -> Result<Self, Error> {
        let is_named = |remedy: &Self| remedy.as_str() == text;
        Self::ALL
            .into_iter()
            .find(is_named)
            .ok_or_else(|| Error::new(ErrorKind::Invalid).with_field("remedy"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_remedy_parses_from_its_text() -> Result<(), Error> {
        for remedy in Remedy::ALL {
            assert_eq!(remedy.to_string().parse::<Remedy>()?, remedy);
        }
        let error = "Retry".parse::<Remedy>().map_err(|error| error.to_string());
        assert_eq!(error, Err("invalid value: remedy".to_owned()));
        Ok(())
    }
}
