//! The grant type of a token request.

use http::Method;
use oauth2::HttpRequest;

/// The grant types that differ in how the client reads an error response.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grant {
    /// The device code, for which the client polls.
    Device,
    /// Any other grant type.
    Other,
}

impl Grant {
    /// The grant type of a request; `None` if it is not a token request.
    pub(super) fn of(request: &HttpRequest) -> Option<Self> {
        let mut parameters = request.body().split(|byte| *byte == b'&');
        let grant_type = parameters.find_map(|parameter| parameter.strip_prefix(b"grant_type="))?;
        let is_device = grant_type.ends_with(b"%3Agrant-type%3Adevice_code");
        (request.method() == Method::POST).then_some(if is_device { Self::Device } else { Self::Other })
    }
}
