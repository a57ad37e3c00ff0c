"""The OAuth clients that the hook is for, each as a function that fetches a token and uses it."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations import httpx_client, requests_client
from oauthlib.oauth2 import BackendApplicationClient, OAuth2Error
from requests_oauthlib import OAuth2Session

from anytoken import hooks

Client = Callable[[str, str | None], str]
"""Takes the server's address, and the format for the hook or `None` for the client alone."""


def hooked(session: Any, format: str | None) -> Any:
    return hooks.register(session, format) if format else session


def requests_oauthlib(url: str, format: str | None) -> str:
    with hooked(OAuth2Session(client=BackendApplicationClient("client")), format) as session:
        try:
            token = session.fetch_token(url, client_secret="secret")
        except Exception as error:
            return of_error(error)
        return f"{of_token(token)}; {used(lambda: session.get(url))}"


def authlib_requests(url: str, format: str | None) -> str:
    with hooked(requests_client.OAuth2Session("client", "secret"), format) as session:
        try:
            token = session.fetch_token(url, grant_type="client_credentials")
        except Exception as error:
            return of_error(error)
        return f"{of_token(token)}; {used(lambda: session.get(url))}"


def authlib_httpx(url: str, format: str | None) -> str:
    with hooked(httpx_client.OAuth2Client("client", "secret"), format) as session:
        try:
            token = session.fetch_token(url, grant_type="client_credentials")
        except Exception as error:
            return of_error(error)
        return f"{of_token(token)}; {used(lambda: session.get(url))}"


def authlib_async(url: str, format: str | None) -> str:
    async def run() -> str:
        async with hooked(httpx_client.AsyncOAuth2Client("client", "secret"), format) as session:
            try:
                token = await session.fetch_token(url, grant_type="client_credentials")
            except Exception as error:
                return of_error(error)
            try:
                await session.get(url)
            except Exception as error:
                return f"{of_token(token)}; unusable: {of_error(error)}"
            return f"{of_token(token)}; usable"

    return asyncio.run(run())


AUTHLIB: list[Client] = [authlib_requests, authlib_httpx, authlib_async]
CLIENTS: list[Client] = [requests_oauthlib, *AUTHLIB]


def used(request: Callable[[], object]) -> str:
    """What comes of the token in the next request."""
    try:
        request()
    except Exception as error:
        return f"unusable: {of_error(error)}"
    return "usable"


def of_token(token: dict[str, Any]) -> str:
    """What a client says about its token."""
    if "access_token" not in token:
        return "no access token"
    scope = token.get("scope") or ""
    scopes = scope if isinstance(scope, str) else " ".join(scope)
    end = token.get("expires_at")
    # In whole minutes, as the clock goes on.
    life = "no expiry" if end is None else f"expires in {round((end - time.time()) / 60)} min"
    return f"scope `{scopes}`, {life}" if scopes else life


def of_error(error: Exception) -> str:
    """The code of a client's own exception, or the class of another."""
    if isinstance(error, (OAuth2Error, AuthlibBaseError)):
        return f"`{error.error}`"
    return f"`{type(error).__name__}`"
