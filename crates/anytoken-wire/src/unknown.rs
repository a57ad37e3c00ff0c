//! The members that no field of a wire struct holds entirely.

use std::fmt;

use anytoken_core::{Secret, SecretBuf, shown_name};

/// The members of a response that no field holds entirely, in order, exactly as they were sent.
///
/// Their values are treated as secrets: they are wiped, and `Debug` shows only their names, masking a name that may be
/// a secret.
///
/// ```
/// # use anytoken_core::{SecretBuf, dialect::Dialect};
/// # use anytoken_wire::{Text, wire_struct};
/// # wire_struct! { /// A reply.
/// #     pub struct Reply read by Dialect::OAUTH2 { /// The token.
/// #         access_token: SecretBuf as Text } }
/// let reply: Reply = serde_json::from_str(r#"{"access_token":null,"n":12345678901234567890,"n":1.50}"#)?;
/// assert_eq!(reply.access_token, None);
/// let all: Vec<_> = reply.unknown.iter().map(|(name, json)| (name, json.expose())).collect();
/// assert_eq!(all, [("access_token", "null"), ("n", "12345678901234567890"), ("n", "1.50")]);
/// assert_eq!(format!("{:?}", reply.unknown), r#"{"access_token", "n", "n"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Unknown {
    /// All members, including those that a field holds, from which `decode` serializes the response.
    pub(crate) members: Vec<Member>,
}

/// A member as it was sent.
#[derive(Clone)]
pub(crate) struct Member {
    pub(crate) name: SecretBuf,
    /// The value, as raw JSON.
    pub(crate) json: SecretBuf,
    /// True if a field preserves all of it, even if it serializes it in another encoding.
    pub(crate) held: bool,
}

impl Unknown {
    /// Returns the value of the first member of a name, as raw JSON.
    pub fn get(&self, name: &str) -> Option<Secret<'_>> {
        self.iter().find(|(key, _)| *key == name).map(|(_, json)| json)
    }

    /// Returns the names and the raw JSON of the values, in the order of the response, with every digit of a number.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Secret<'_>)> {
        let shown = self.members.iter().filter(|member| !member.held);
        shown.map(|member| (member.name.expose(), Secret::new(member.json.expose())))
    }

    /// Returns the number of members.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Returns true if there are no members.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl PartialEq for Unknown {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Unknown {}

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = (1_usize..).zip(self.iter());
        f.debug_set()
            .entries(names.map(|(position, (name, _))| shown_name(name, position, |_| false)))
            .finish()
    }
}
