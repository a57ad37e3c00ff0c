"""Authentication of httpx and httpx2, sync and async: it fetches a token, refreshes it in time, and after a 401."""

from collections.abc import Generator
from typing import Any

import httpx2

import anytoken


class VendorAuth(httpx2.Auth):
    """With httpx, write `httpx.Auth`: the rest is the same."""

    requires_response_body = True

    def __init__(self, token_request: httpx2.Request, format: str, margin: float = 30) -> None:
        self._token_request = token_request
        self._format = format
        self._margin = margin
        self._token: anytoken.Token | None = None

    def auth_flow(self, request: httpx2.Request) -> Generator[httpx2.Request, httpx2.Response, None]:
        if self._token is None or self._token.should_refresh_at(margin=self._margin):
            yield from self._fetch()
        response = yield self._authorized(request)
        if response.status_code == 401:
            yield from self._fetch()
            yield self._authorized(request)

    def _fetch(self) -> Generator[httpx2.Request, httpx2.Response, None]:
        response = yield self._token_request
        self._token = anytoken.decode(
            response.content, self._format, status=response.status_code, headers=response.headers
        )

    def _authorized(self, request: Any) -> Any:
        assert self._token is not None, "it was fetched"
        request.headers["Authorization"] = self._token.authorization().expose()
        return request
