"""What clients make of vendors' responses, alone and with the hook.

The readings alone are facts about the clients' versions: where one changes, a client has mended itself.
"""

import asyncio
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from authlib.common.errors import AuthlibBaseError
from authlib.integrations import httpx_client, requests_client
from clients import AUTHLIB, CLIENTS, Client, requests_oauthlib
from conftest import Answer, Server
from requests_oauthlib import OAuth2Session

from anytoken import DecodeError, hooks

HOUR = 3600


@dataclass
class Vendor:
    """A vendor's response, and how it is read: by each client alone, and by all with the hook."""

    name: str
    format: str
    answer: Answer
    requests_oauthlib: str
    authlib: str
    hooked: str


def later(seconds: int) -> int:
    return int(time.time()) + seconds


TAOBAO = {"access_token": "EXAMPLE-ACCESS", "expire_time": later(2 * HOUR) * 1000, "token_type": "Bearer"}

VENDORS = [
    Vendor(
        "Slack: commas, type `bot`",
        "slack",
        Answer('{"ok":true,"access_token":"EXAMPLE-ACCESS","token_type":"bot","scope":"commands,chat:write"}'),
        "scope `commands,chat:write`, no expiry; unusable: `ValueError`",
        "scope `commands,chat:write`, no expiry; unusable: `unsupported_token_type`",
        "scope `commands chat:write`, no expiry; usable",
    ),
    Vendor(
        "GitHub: a form, encoded commas",
        "github",
        Answer(
            "access_token=EXAMPLE-ACCESS&scope=repo%2Cgist&token_type=bearer",
            content_type="application/x-www-form-urlencoded",
        ),
        "scope `repo,gist`, no expiry; usable",
        "`ValueError`",
        "scope `repo gist`, no expiry; usable",
    ),
    Vendor(
        "Facebook's old form, `expires`",
        "facebook-legacy",
        Answer("access_token=EXAMPLE-ACCESS&expires=7200", content_type="text/plain"),
        "no expiry; usable",
        "`ValueError`",
        "expires in 120 min; usable",
    ),
    Vendor(
        "Mailchimp: 0 for never",
        "mailchimp",
        Answer('{"access_token":"EXAMPLE-ACCESS","expires_in":0,"scope":null}'),
        "no expiry; usable",
        "no expiry; usable",
        "no expiry; usable",
    ),
    Vendor(
        "plentymarkets: camelCase",
        "plentymarkets",
        Answer('{"tokenType":"Bearer","expiresIn":7200,"accessToken":"EXAMPLE-ACCESS"}'),
        "`missing_token`",
        "no access token; unusable: `unsupported_token_type`",
        "expires in 120 min; usable",
    ),
    Vendor(
        "Taobao: JSON in a string, milliseconds",
        "taobao-top",
        Answer(json.dumps({"top_auth_token_create_response": {"token_result": json.dumps(TAOBAO)}})),
        "`missing_token`",
        "no access token; unusable: `unsupported_token_type`",
        "expires in 120 min; usable",
    ),
    Vendor(
        "WeChat: `errcode` with status 200",
        "wechat-oauth",
        Answer('{"errcode":40029,"errmsg":"invalid code"}', content_type="text/plain"),
        "`missing_token`",
        "no access token; unusable: `unsupported_token_type`",
        "`40029`",
    ),
    Vendor(
        "WeChat: a token",
        "wechat-oauth",
        Answer(
            '{"access_token":"EXAMPLE-ACCESS","expires_in":7200,"openid":"EXAMPLE-ID","scope":"snsapi_base"}',
            content_type="text/plain",
        ),
        "scope `snsapi_base`, expires in 120 min; usable",
        "scope `snsapi_base`, expires in 120 min; usable",
        "scope `snsapi_base`, expires in 120 min; usable",
    ),
    Vendor(
        "Azure IMDS: texts, `expires_on` before `expires_in`",
        "azure-imds",
        Answer(
            f'{{"access_token":"EXAMPLE-ACCESS","expires_in":"86400","expires_on":"{later(HOUR)}","token_type":"Bearer"}}'
        ),
        "expires in 1440 min; usable",
        "expires in 1440 min; usable",
        "expires in 60 min; usable",
    ),
    Vendor(
        "GitHub: an error with status 200",
        "github",
        Answer('{"error":"bad_verification_code","error_description":"The code is incorrect or expired."}'),
        "`bad_verification_code`",
        "`bad_verification_code`",
        "`bad_verification_code`",
    ),
    Vendor("Slack: an error with status 200", "slack", Answer('{"ok":false,"error":"invalid_code"}'), "`invalid_code`", "`invalid_code`", "`invalid_code`"),
    Vendor("a gateway's page, status 503", "rfc6749", Answer("<html>Busy</html>", 503, "text/html"), "`missing_token`", "`HTTPError` or `HTTPStatusError`", "`server_error`"),
]


def reading(client: Client, vendor: Vendor, format: str | None, server: Server) -> str:
    server.answers = [vendor.answer, Answer("{}")]
    server.requests.clear()
    read = client(server.url, format)
    if read.endswith("; usable"):
        assert server.requests[-1]["authorization"] == "Bearer EXAMPLE-ACCESS"
    return read


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.name)
def test_clients_alone_read_vendors_like_this(vendor: Vendor, server: Server) -> None:
    assert reading(requests_oauthlib, vendor, None, server) == vendor.requests_oauthlib
    for client in AUTHLIB:
        assert reading(client, vendor, None, server) in vendor.authlib.split(" or ")


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.name)
def test_clients_with_the_hook_read_vendors_alike(vendor: Vendor, server: Server) -> None:
    for client in CLIENTS:
        assert reading(client, vendor, vendor.format, server) == vendor.hooked


def test_readme_has_the_readings() -> None:
    rows = [
        f"| {vendor.name} | {vendor.requests_oauthlib} | {vendor.authlib} | {vendor.hooked} |" for vendor in VENDORS
    ]
    readme = Path(__file__).parent.with_name("README.md").read_text(encoding="utf-8")
    assert "\n".join(rows) in readme, "\n".join(["the rows are", *rows])


def test_hook_works_with_httpx_where_httpx2_is_not(server: Server) -> None:
    server.answers = [VENDORS[0].answer, Answer("{}")]
    program = f"""
import sys, warnings
sys.modules["httpx2"] = None  # so that importing it fails
warnings.simplefilter("ignore")
sys.path.insert(0, {str(Path(__file__).parent)!r})
from clients import authlib_httpx, httpx_client
assert httpx_client.OAuth2Client.__mro__[-2].__module__.startswith("httpx."), httpx_client.OAuth2Client.__mro__
print(authlib_httpx({server.url!r}, "slack"))
"""
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == VENDORS[0].hooked


EXPIRED = {"access_token": "EXAMPLE-OLD", "refresh_token": "EXAMPLE-REFRESH", "token_type": "Bearer", "expires_at": 1}

FRESH = Answer('{"tokenType":"Bearer","expiresIn":7200,"accessToken":"EXAMPLE-ACCESS","userId":7}')


def assert_renewed(token: dict[str, Any], server: Server) -> None:
    assert token["access_token"] == "EXAMPLE-ACCESS"
    assert token["refresh_token"] == "EXAMPLE-REFRESH"
    assert token["userId"] == 7
    assert token["expires_in"] in (7199, 7200)
    assert server.requests[-1]["authorization"] == "Bearer EXAMPLE-ACCESS"


def test_requests_oauthlib_refreshes_by_itself(server: Server) -> None:
    saved: list[dict[str, Any]] = []
    server.answers = [FRESH, Answer("{}")]
    session = OAuth2Session("client", token=dict(EXPIRED), auto_refresh_url=server.url, token_updater=saved.append)
    with hooks.register(session, "plentymarkets"):
        session.get(server.url)
    assert_renewed(saved[0], server)


def test_authlib_refreshes_by_itself(server: Server) -> None:
    saved: list[dict[str, Any]] = []

    def save(token: dict[str, Any], **_: object) -> None:
        saved.append(token)

    for module in (requests_client.OAuth2Session, httpx_client.OAuth2Client):
        server.answers = [FRESH, Answer("{}")]
        session = module("client", "secret", token=dict(EXPIRED), token_endpoint=server.url, update_token=save)
        with hooks.register(session, "plentymarkets"):
            session.get(server.url)
        assert_renewed(saved.pop(), server)


def test_async_authlib_refreshes_by_itself(server: Server) -> None:
    saved: list[dict[str, Any]] = []

    async def save(token: dict[str, Any], **_: object) -> None:
        saved.append(token)

    async def run() -> None:
        server.answers = [FRESH, Answer("{}")]
        session = httpx_client.AsyncOAuth2Client(
            "client", "secret", token=dict(EXPIRED), token_endpoint=server.url, update_token=save
        )
        async with hooks.register(session, "plentymarkets"):
            await session.get(server.url)

    asyncio.run(run())
    assert_renewed(saved[0], server)


def test_clients_alone_do_not_refresh_camel_case(server: Server) -> None:
    server.answers = [FRESH]
    with pytest.raises(Exception, match="missing_token"):
        OAuth2Session("client", token=dict(EXPIRED), auto_refresh_url=server.url).get(server.url)
    server.answers = [FRESH, Answer("{}")]
    session = requests_client.OAuth2Session("client", "secret", token=dict(EXPIRED), token_endpoint=server.url)
    with pytest.raises(Exception, match="unsupported_token_type"):
        session.get(server.url)


def fetched(server: Server, answer: Answer, format: str | None = None) -> dict[str, Any]:
    """Returns the token of Authlib's client with the hook."""
    server.answers = [answer]
    session = hooks.register(requests_client.OAuth2Session("client", "secret"), format)
    token: dict[str, Any] = session.fetch_token(server.url, grant_type="client_credentials")
    return token


def test_every_credential_has_its_standard_name(server: Server) -> None:
    body = '{"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","idToken":"EXAMPLE-ID"}'
    token = fetched(server, Answer(body))
    names = {"access_token": "EXAMPLE-ACCESS", "refresh_token": "EXAMPLE-REFRESH", "id_token": "EXAMPLE-ID"}
    assert {name: token.get(name) for name in names} == names


def test_lifetime_of_an_expired_token_is_not_negative(server: Server) -> None:
    token = fetched(server, Answer('{"access_token":"EXAMPLE-ACCESS","expires_on":"1767225600"}'), "azure-imds")
    assert (token["expires_at"], token["expires_in"]) == (1767225600, 0)


def test_error_keeps_its_description_and_the_code_of_a_header(server: Server) -> None:
    answer = Answer('{"message":"Unknown."}', 400, headers={"x-amzn-errortype": "ValidationException:http://a.example/"})
    with pytest.raises(AuthlibBaseError) as info:
        fetched(server, answer, "bedrock-agentcore")
    assert (info.value.error, info.value.description) == ("ValidationException", "Unknown.")


def test_vendor_s_own_members_stay(server: Server) -> None:
    body = '{"access_token":"EXAMPLE-ACCESS","openid":"o-1","expires_in":"60","id":12345678901234567890}'
    token = fetched(server, Answer(body), "wechat-oauth")
    assert (token["openid"], token["id"], token["expires_in"]) == ("o-1", 12345678901234567890, 60)


def test_vendor_s_own_use_of_standard_names_goes(server: Server) -> None:
    body = '{"access_token":"EXAMPLE-ACCESS","expires_in":0,"error":null,"scope":null,"dc":"us6"}'
    token = fetched(server, Answer(body), "mailchimp")
    assert token == {"access_token": "EXAMPLE-ACCESS", "token_type": "Bearer", "dc": "us6"}


def test_members_of_another_body_than_an_object_stay(server: Server) -> None:
    body = "<OAuth><access_token>EXAMPLE-ACCESS</access_token><note>7</note></OAuth>"
    token = fetched(server, Answer(body), "github")
    assert (token["note"], token["token_type"]) == ("7", "Bearer")


def test_what_is_not_understood_is_a_decode_error(server: Server) -> None:
    with pytest.raises(DecodeError, match="invalid value: expires_in"):
        fetched(server, Answer('{"access_token":"EXAMPLE-ACCESS","expires_in":"soon"}'))
