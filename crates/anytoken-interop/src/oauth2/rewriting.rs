//! Responses to token requests, rewritten for oauth2.

use anytoken::dialect::Body;
use anytoken::{Adapter, Decoded, Outcome};
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::{HeaderValue, StatusCode};
use oauth2::HttpResponse;
use time::UtcDateTime;
use zeroize::Zeroize;

use super::grant::Grant;
use super::{full_token, rfc6749};
use crate::clock::Clock;
use crate::http::response_from_parts;

/// The settings by which responses are decoded and rewritten.
#[derive(Clone, Copy)]
pub(super) struct Rewriting {
    /// The format of the responses; `None` if it is detected.
    pub(super) adapter: Option<&'static dyn Adapter>,
    pub(super) clock: Clock,
    /// True if tokens are written for a [`FullTokenClient`](super::FullTokenClient).
    pub(super) full_tokens: bool,
}

impl Rewriting {
    /// Rewrites the response to a token request, which has a grant type.
    ///
    /// Any other response, and one that cannot be rewritten, is returned unchanged.
    pub(super) fn rewrite(self, response: HttpResponse, grant: Option<Grant>) -> HttpResponse {
        let Some(grant) = grant else {
            return response;
        };
        let at = (self.clock)();
        let (mut parts, mut body) = response.into_parts();
        let response = response_from_parts(&parts, &body, at);
        let decoded = match self.adapter {
            Some(adapter) => adapter.decode_body(Body::split(response)),
            None => anytoken::decode(response),
        };
        let Some((status, json)) = decoded.ok().and_then(|decoded| self.encode(&decoded, at, grant)) else {
            return HttpResponse::from_parts(parts, body);
        };
        body.zeroize();
        parts.status = status;
        for stale in [CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING] {
            parts.headers.remove(stale);
        }
        parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        HttpResponse::from_parts(parts, json)
    }

    /// The status and the body for oauth2; `None` if it cannot express the outcome.
    fn encode(self, decoded: &Decoded, at: UtcDateTime, grant: Grant) -> Option<(StatusCode, Vec<u8>)> {
        match &decoded.outcome {
            Outcome::Token(token) if self.full_tokens => Some((StatusCode::OK, full_token::json(token, at)?)),
            Outcome::Token(token) => Some((StatusCode::OK, rfc6749::token(token, at)?)),
            Outcome::ErrorResponse(error_response) => {
                Some((StatusCode::BAD_REQUEST, rfc6749::error_response(error_response, grant)?))
            }
        }
    }
}
