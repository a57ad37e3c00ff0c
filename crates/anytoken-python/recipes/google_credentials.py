"""Credentials of google-auth over any token endpoint."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from google.auth.credentials import Credentials
from google.auth.exceptions import RefreshError

import anytoken


class VendorCredentials(Credentials):
    """google-auth's `expiry` is in UTC without a zone, and `None` says that the token never expires."""

    def __init__(self, fetch: Callable[[Any], tuple[int, bytes]], format: str) -> None:
        super().__init__()
        self._fetch = fetch
        self._format = format

    def refresh(self, request: Any) -> None:
        status, body = self._fetch(request)
        try:
            token = anytoken.decode(body, self._format, status=status)
        except anytoken.ErrorResponse as error:
            raise RefreshError(str(error), retryable=error.remedy in ("retry", "slow_down")) from None
        if token.access_token is None:
            raise RefreshError("the response has no access token")
        if token.expires_at is None and not token.never_expires:
            # `None` would keep it for ever: an expiry that is unknown is due at once.
            expiry: datetime | None = datetime.now(UTC)
        else:
            expiry = token.expires_at
        self.token = token.access_token.expose()
        self.expiry = expiry.replace(tzinfo=None) if expiry else None
