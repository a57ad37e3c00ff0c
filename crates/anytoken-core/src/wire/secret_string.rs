//! A secret, owned.

use std::fmt;

use crate::secret::same;
use crate::wiped::Wiped;

/// The text of something that grants access, wiped when it is dropped.
///
/// `Debug` is redacted, there is neither `Display` nor `Serialize` of its own, and two are compared in constant time.
///
/// ```
/// use anytoken_core::wire::SecretString;
///
/// let secret = SecretString::from("EXAMPLE-ACCESS");
/// assert_eq!(secret.expose(), "EXAMPLE-ACCESS");
/// assert_eq!(format!("{secret:?}"), "***");
/// ```
#[derive(Clone, Default)]
pub struct SecretString(Wiped);

impl SecretString {
    /// The text. Keep it out of logs.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

/// Takes the text over without a copy.
impl From<String> for SecretString {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for SecretString {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<Wiped> for SecretString {
    fn from(text: Wiped) -> Self {
        Self(text)
    }
}

impl PartialEq for SecretString {
    fn eq(&self, other: &Self) -> bool {
        same(self.expose(), other.expose())
    }
}

impl Eq for SecretString {}

impl fmt::Debug for SecretString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
