//! The caller's next step after an error response.

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
    pub enum Remedy, "remedy" {
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
