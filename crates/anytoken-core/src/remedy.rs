//! What to do about a refusal.

/// What the caller should do about a refusal: the one thing that everyone needs and no two vendors say alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Remedy {
    /// Ask again, the same way, a little later.
    Retry,
    /// Poll less often.
    SlowDown,
    /// Go on polling: nobody has answered yet.
    Pending,
    /// Begin anew: the grant has ended.
    Reauthenticate,
    /// Send another request: this one is wrong.
    FixRequest,
    /// Mend the client's registration or credentials.
    FixClient,
    /// Let a person act: sign in, consent, prove more.
    Interact,
    /// Nothing is known.
    Unknown,
}

impl Remedy {
    /// Every remedy, in the order of their declaration.
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

    /// The remedy in `snake_case`, as the command line prints it.
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

    /// The remedy of a registered code: RFC 6749 §5.2, 8628 §3.5, 8693, 9449, UMA 2.0, CIBA and OpenID Connect.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        Some(match code {
            "temporarily_unavailable" | "server_error" | "use_dpop_nonce" => Self::Retry,
            "slow_down" => Self::SlowDown,
            "authorization_pending" | "request_submitted" => Self::Pending,
            "invalid_grant" | "expired_token" | "invalid_token" | "Token_Expired" => Self::Reauthenticate,
            "invalid_request"
            | "invalid_scope"
            | "unsupported_grant_type"
            | "invalid_target"
            | "unsupported_response_type"
            | "invalid_redirect_uri"
            | "invalid_dpop_proof"
            | "invalid_authorization_details" => Self::FixRequest,
            "invalid_client" | "unauthorized_client" => Self::FixClient,
            "interaction_required"
            | "login_required"
            | "consent_required"
            | "account_selection_required"
            | "need_info"
            | "mfa_required"
            | "insufficient_user_authentication" => Self::Interact,
            _ => return None,
        })
    }

    /// The remedy of a status.
    pub(crate) fn of_status(status: u16) -> Option<Self> {
        matches!(status, 408 | 425 | 429 | 500..=599).then_some(Self::Retry)
    }
}
