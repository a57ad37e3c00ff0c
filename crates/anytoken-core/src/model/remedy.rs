//! The caller's next step after an error response.

use std::str::FromStr;

use crate::error::{Error, ErrorKind};
use crate::named::named;

named! {
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
        Retry = "retry",
        /// Poll less often.
        SlowDown = "slow_down",
        /// Keep polling: the user has not answered yet.
        Pending = "pending",
        /// Start a new authorization: the grant is no longer valid.
        Reauthenticate = "reauthenticate",
        /// Correct the request.
        FixRequest = "fix_request",
        /// Correct the client's registration or credentials.
        FixClient = "fix_client",
        /// Ask the user to act: to sign in, consent or prove more.
        Interact = "interact",
        /// No remedy is known.
        Unknown = "unknown",
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
