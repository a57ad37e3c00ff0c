//! How well a format is known.

use crate::named::named;

named! {
    /// How well a format is known: the best source of its tokens.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::Evidence;
    ///
    /// assert!(Evidence::Recorded < Evidence::Unverified);
    /// assert_eq!(Evidence::Tested.to_string(), "tested");
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum Evidence, "evidence" {
        /// Software of the vendor, or one that implements the standard, was run and made the bytes.
        Recorded = "recorded",
        /// A test or the code of the vendor or of another client has the bytes.
        Tested = "tested",
        /// The vendor's documents or source describe it.
        Documented = "documented",
        /// From other people's code or from memory; not held against a source.
        Unverified = "unverified",
    }
}
