"""Vendors' token responses for the clients that expect the standard: requests-oauthlib and Authlib."""

import json
import time
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from anytoken import Dialect, ErrorResponse, Token, decode

__all__ = ["Session", "register"]


class Session(Protocol):
    """A client with the hooks of requests-oauthlib, which Authlib's clients have as well."""

    def register_compliance_hook(self, hook_type: str, hook: Callable[[Any], Any]) -> Any: ...


S = TypeVar("S", bound=Session)


def register(session: S, format: str | Dialect | None = None) -> S:
    """Make a client read the token responses of a format, at the first fetch and at each refresh, and return it.

    The client sees the response with the members of RFC 6749 laid over the vendor's own. An error response becomes the
    client's own exception, with the vendor's code. A response that is not understood raises `DecodeError`.

    From here on the token is the client's: it is a plain dict, and requests-oauthlib logs it at the level DEBUG.
    """

    def hook(response: Any) -> Standard:
        return Standard(response, format)

    session.register_compliance_hook("access_token_response", hook)
    session.register_compliance_hook("refresh_token_response", hook)
    return session


class Standard:
    """A client's response with the standard's body; everything else is that of the response."""

    def __init__(self, response: Any, format: str | Dialect | None) -> None:
        self._response = response
        now = time.time()
        try:
            token = decode(
                response.content,
                format,
                received_at=now,
                status=response.status_code,
                headers=list(response.headers.items()),
            )
        except ErrorResponse as error:
            # Of the standard's, so that no client gives up before it has read the code.
            self.status_code = 400
            self._members = error_members(error)
        else:
            self.status_code = 200
            self._members = vendor_members(response.text, token) | token_members(token, now)

    @property
    def text(self) -> str:
        return json.dumps(self._members)

    @property
    def content(self) -> bytes:
        return self.text.encode()

    def json(self) -> dict[str, Any]:
        return self._members

    def __getattr__(self, name: str) -> Any:
        return getattr(self._response, name)


# What these names mean is decided by the token, so the vendor's own use of them goes.
STANDARD = {
    "access_token",
    "error",
    "error_description",
    "error_uri",
    "expires_at",
    "expires_in",
    "id_token",
    "refresh_token",
    "scope",
    "token_type",
}


def vendor_members(text: str, token: Token) -> dict[str, Any]:
    """Return the vendor's own members, those inside an envelope or a form as the token's extras have them."""
    try:
        members = json.loads(text)
    except ValueError:
        members = None
    if not isinstance(members, dict):
        members = {name: json.loads(token.extras.json(name)) for name in token.extras}
    return {name: value for name, value in members.items() if name not in STANDARD}


def token_members(token: Token, now: float) -> dict[str, Any]:
    """Return the members of RFC 6749 and OpenID Connect that a token states."""
    members: dict[str, Any] = {"token_type": token.token_type or "Bearer"}
    for name in ("access_token", "refresh_token", "id_token"):
        if (secret := getattr(token, name)) is not None:
            members[name] = secret.expose()
    if token.scopes is not None:
        members["scope"] = " ".join(token.scopes)
    if token.expires_at is not None:
        members["expires_at"] = int(token.expires_at.timestamp())
        members["expires_in"] = max(0, members["expires_at"] - int(now))
    return members


def error_members(error: ErrorResponse) -> dict[str, Any]:
    """Return the members of an error response; the code of one that has none is the standard's for a broken server."""
    members = {"error": error.code or "server_error", "error_description": error.description, "error_uri": error.uri}
    return {name: value for name, value in members.items() if value is not None}
