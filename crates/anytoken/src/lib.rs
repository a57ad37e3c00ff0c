//! Every provider's token response, one [`Token`].

use std::sync::LazyLock;

pub use anytoken_affinidi as affinidi;
pub use anytoken_azure as azure;
pub use anytoken_core::*;
pub use anytoken_oauth as oauth;

/// The families of formats, each with the crate that it is in.
pub const FAMILIES: &[(&str, &[&dyn Adapter])] = &[
    ("anytoken-oauth", oauth::ADAPTERS),
    ("anytoken-azure", azure::ADAPTERS),
    ("anytoken-affinidi", affinidi::ADAPTERS),
];

/// Every format that this build knows.
pub static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    let families: Vec<_> = FAMILIES.iter().map(|(_, adapters)| *adapters).collect();
    Registry::new(&families)
});

/// Reads a response whose format its own members tell; see [`Registry::decode`].
///
/// # Errors
///
/// An [`Error`], when the response is not understood.
pub fn decode<'a>(received: impl Into<Received<'a>>) -> Result<Decoded> {
    REGISTRY.decode(received)
}

/// Reads a response of a named format; see [`Registry::decode_as`].
///
/// # Errors
///
/// `UnknownFormat`, and an [`Error`] when the response is not understood.
pub fn decode_as<'a>(id: &str, received: impl Into<Received<'a>>) -> Result<Decoded> {
    REGISTRY.decode_as(id, received)
}

/// Writes a token in a named format, as its vendor would send it at `at`.
///
/// # Errors
///
/// `UnknownFormat`, and `Unusable` when the format has no room for what was granted.
pub fn write(id: &str, token: &Token, at: time::UtcDateTime) -> Result<Encoded> {
    REGISTRY.write(id, token, at)
}
