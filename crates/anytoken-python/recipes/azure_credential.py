"""A credential of Azure's SDK over any token endpoint, for what azure-identity does not have."""

from collections.abc import Callable
from typing import Any

from azure.core.credentials import AccessTokenInfo, TokenRequestOptions
from azure.core.exceptions import ClientAuthenticationError

import anytoken


class VendorCredential:
    """A `SupportsTokenInfo`; the policies of azure-core keep its token until it is about to expire.

    Their `AccessTokenInfo` shows the token in its `repr`.
    """

    def __init__(self, fetch: Callable[[tuple[str, ...]], tuple[int, bytes]], format: str) -> None:
        self._fetch = fetch
        self._format = format

    def get_token_info(self, *scopes: str, options: TokenRequestOptions | None = None) -> AccessTokenInfo:
        status, body = self._fetch(scopes)
        try:
            token = anytoken.decode(body, self._format, status=status)
        except anytoken.TokenError as error:
            raise ClientAuthenticationError(str(error)) from None
        if token.access_token is None or token.expires_at is None:
            raise ClientAuthenticationError("the response has no access token, or does not state when it expires")
        return AccessTokenInfo(
            token.access_token.expose(),
            int(token.expires_at.timestamp()),
            token_type=token.token_type or "Bearer",
            refresh_on=int(token.refresh_at.timestamp()) if token.refresh_at else None,
        )

    def close(self) -> None:
        pass

    def __enter__(self) -> "VendorCredential":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()
