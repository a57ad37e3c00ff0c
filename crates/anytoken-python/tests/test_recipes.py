"""The recipes do what they say, with the libraries they are for."""

import asyncio
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx2
import msal
import pytest
import requests
from azure.core import PipelineClient
from azure.core.exceptions import ClientAuthenticationError
from azure.core.pipeline.policies import BearerTokenCredentialPolicy
from azure.core.rest import HttpRequest
from conftest import Answer, Server
from google.auth.exceptions import RefreshError
from google.auth.transport.requests import AuthorizedSession

import anytoken

RECIPES = Path(__file__).parent.with_name("recipes")

sys.path.insert(0, str(RECIPES))

import azure_credential  # noqa: E402
import fastapi_tokens  # noqa: E402
import google_credentials  # noqa: E402
import httpx_auth  # noqa: E402
import msal_cache  # noqa: E402
import rows  # noqa: E402

PLENTY = Answer('{"tokenType":"Bearer","expiresIn":7200,"accessToken":"EXAMPLE-ACCESS"}')

ERROR = Answer('{"error":"invalid_grant","error_description":"no EXAMPLE-0123456789-abcdef"}', 401)


def fetch(server: Server) -> tuple[int, bytes]:
    response = requests.post(server.url)
    return response.status_code, response.content


AFFINIDI = """
import sys
from affinidi_tdk_iam_client import *
from affinidi_client import consumer_token

api = ConsumerAuthApi(ApiClient(Configuration(host=sys.argv[1])))
request = ConsumerAuthTokenEndpointInput(
    grant_type="client_credentials",
    client_assertion_type="urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion="EXAMPLE-ASSERTION",
)
try:
    print("alone:", api.consumer_auth_token_endpoint(request))
except Exception as error:
    print("alone:", type(error).__name__)
token = consumer_token(api, request)
print(token.id_token.expose(), token.expires_at is not None, token.scopes)
try:
    consumer_token(api, request)
except Exception as error:
    print(error, error.__cause__)
"""


def test_affinidi_client_gives_its_id_token(server: Server, tmp_path: Path) -> None:
    body = '{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"id_token":"EXAMPLE-ID","scope":"openid offline"}'
    server.answers = [Answer(body), Answer(body), ERROR]
    # The client wants pydantic 1, so it is in a folder of its own.
    folder = Path(sys.prefix) / "affinidi"
    assert folder.is_dir(), "pip install --target FOLDER -r tests/requirements-affinidi.txt"
    (tmp_path / "use.py").write_text(AFFINIDI)
    program = "import sys, runpy; sys.path[:0] = sys.argv[2:]; runpy.run_path(sys.argv[2] + '/use.py')"
    arguments = [server.url.rstrip("/"), str(tmp_path), str(folder), str(RECIPES)]
    ran = subprocess.run([sys.executable, "-W", "ignore", "-c", program, *arguments], capture_output=True, text=True)
    assert ran.stdout.splitlines() == [
        "alone: ValidationError",
        "EXAMPLE-ID True ('openid', 'offline')",
        "affinidi-consumer-auth: error response: invalid_grant: no *** (status 401) None",
    ], ran.stderr


def test_policies_of_azure_core_take_the_credential(server: Server) -> None:
    server.answers = [PLENTY, Answer("{}"), Answer("{}")]
    credential = azure_credential.VendorCredential(lambda scopes: fetch(server), "plentymarkets")
    policy = BearerTokenCredentialPolicy(credential, "a-scope")
    client: PipelineClient[Any, Any] = PipelineClient(server.url, policies=[policy])
    with credential, client:
        for _ in range(2):
            client.send_request(HttpRequest("GET", server.url), enforce_https=False)
            assert server.requests[-1]["authorization"] == "Bearer EXAMPLE-ACCESS"
    assert len(server.requests) == 3, "the policy keeps the token"
    for answer in (ERROR, Answer('{"accessToken":"EXAMPLE-ACCESS"}')):
        server.answers = [answer]
        with pytest.raises(ClientAuthenticationError) as info:
            credential.get_token_info()
        assert "EXAMPLE" not in repr(info.value)


def test_sessions_of_google_auth_take_the_credentials(server: Server) -> None:
    server.answers = [PLENTY, Answer("{}"), Answer("{}")]
    credentials = google_credentials.VendorCredentials(lambda request: fetch(server), "plentymarkets")
    with AuthorizedSession(credentials) as session:
        for _ in range(2):
            session.get(server.url)
            assert server.requests[-1]["authorization"] == "Bearer EXAMPLE-ACCESS"
    assert len(server.requests) == 3, "the credentials are refreshed once"
    assert credentials.valid
    server.answers = [ERROR]
    with pytest.raises(RefreshError) as info:
        credentials.refresh(None)
    assert not info.value.retryable
    server.answers = [Answer('{"accessToken":"EXAMPLE-ACCESS"}')]
    credentials.refresh(None)
    assert credentials.expired, "an expiry that is unknown is not never"


def test_clients_of_httpx_take_the_authentication(server: Server) -> None:
    auth = httpx_auth.VendorAuth(httpx2.Request("POST", server.url), "plentymarkets")
    server.answers = [PLENTY, Answer("{}"), Answer("{}"), Answer("{}", 401), PLENTY, Answer("{}")]
    with httpx2.Client(auth=auth) as client:
        assert client.get(server.url).status_code == 200
        assert client.get(server.url).status_code == 200
        assert client.get(server.url).status_code == 200, "after a 401 it fetches a token once more"
    assert server.answers == []
    assert [request.get("authorization") for request in server.requests].count("Bearer EXAMPLE-ACCESS") == 4

    async def get() -> int:
        async with httpx2.AsyncClient(auth=auth) as client:
            return (await client.get(server.url)).status_code

    server.answers = [Answer("{}")]
    assert asyncio.run(get()) == 200


def test_cache_file_of_msal_gives_its_tokens(tmp_path: Path) -> None:
    cache = msal.SerializableTokenCache()
    response = {"access_token": "EXAMPLE-ACCESS", "refresh_token": "EXAMPLE-REFRESH", "expires_in": 3600}
    endpoint = "https://login.example.com/contoso/oauth2/v2.0/token"
    cache.add({"client_id": "c-1", "scope": ["User.Read"], "token_endpoint": endpoint, "response": response})
    file = tmp_path / "cache.json"
    file.write_text(cache.serialize())
    token, *others = msal_cache.cached_tokens(file)
    assert (token.credential.expose(), token.scopes, token.client_id) == ("EXAMPLE-ACCESS", ("User.Read",), "c-1")
    assert token.expires_at is not None
    assert abs(token.expires_at.timestamp() - time.time() - 3600) < 5
    assert [other.credential.expose() for other in others] == ["EXAMPLE-REFRESH"]


def test_service_keeps_tokens_and_shows_none() -> None:
    async def run() -> list[tuple[int, Any]]:
        transport = httpx2.ASGITransport(app=fastapi_tokens.app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://a.example") as client:
            bodies = [
                '{"access_token":"EXAMPLE-OLD","refresh_token":"EXAMPLE-REFRESH","scope":"a,b"}',
                '{"access_token":"EXAMPLE-NEW"}',
                ERROR.body,
                "EXAMPLE",
            ]
            responses = [await client.post("/tokens/github/u-1", content=body) for body in bodies]
            return [(response.status_code, response.json()) for response in responses]

    first, second, error, invalid = asyncio.run(run())
    assert first == (200, {"state": "never_expires", "refresh_due": None, "scopes": ["a", "b"]})
    assert second == first
    message = "github: error response: invalid_grant: no ***"
    assert error == (409, {"detail": {"remedy": "reauthenticate", "message": message}})
    assert invalid == (422, {"detail": {"kind": "text", "message": "github: the body is plain text at byte 0"}})
    assert "EXAMPLE-REFRESH" in fastapi_tokens.stored["u-1"]


def test_rows_are_masked_unless_they_are_exposed() -> None:
    bodies = ['{"access_token":"EXAMPLE-ACCESS","expires_in":60}', ERROR.body, "EXAMPLE"]
    responses = [{"body": body, "received_at": 0, "format": "rfc6749", "status": None} for body in bodies]
    token, error, invalid = rows.rows(responses)
    assert "EXAMPLE" not in str([token, error, invalid])
    assert [row["outcome"] for row in (token, error, invalid)] == ["token", "error", "invalid"]
    assert token["expires_at"].timestamp() == 60
    assert (error["remedy"], error["message"]) == (
        "reauthenticate",
        "rfc6749: error response: invalid_grant: no ***",
    )
    exposed = next(rows.rows(responses, expose=True))
    assert anytoken.Token.from_json(exposed["token"]).credential.expose() == "EXAMPLE-ACCESS"
