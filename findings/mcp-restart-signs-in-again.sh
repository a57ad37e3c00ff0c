#!/usr/bin/env bash
# mcp 2.3.0 (PyPI): after a restart, an expired token leads to a sign-in although a good refresh token is stored.
#
# The client hands its storage the token as the server sent it: `expires_in`, and no instant. The instant is in memory
# only. A token that was loaded has no end for it and counts as valid, however old it is; at the 401 that follows, the
# client does not try its refresh token but begins a new authorization, in the browser.
#
# Seen: one request with a stored token and refresh token meets a 401; the user is sent to /authorize, and /token is
# never asked to refresh.
# To a reader of tokens: a saved lifetime without an instant is no end. Store the end, and at a 401 refresh before
# asking the user.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mcp==2.3.0

cat >run.py <<'PY'
import asyncio, json, logging
from urllib.parse import urlsplit
import httpx2 as httpx
from mcp.client.auth import OAuthClientProvider
from mcp.shared.auth import OAuthClientInformationFull, OAuthClientMetadata, OAuthToken
HOST = "http://127.0.0.1:1"
METADATA = {"issuer": HOST, "authorization_endpoint": HOST + "/authorize", "token_endpoint": HOST + "/token",
            "response_types_supported": ["code"], "code_challenge_methods_supported": ["S256"]}
CLIENT = {"redirect_uris": ["http://127.0.0.1/callback"], "grant_types": ["authorization_code", "refresh_token"]}
class Storage:
    async def get_tokens(self):
        return OAuthToken(access_token="EXAMPLE-ACCESS", expires_in=60, refresh_token="EXAMPLE-REFRESH")
    async def get_client_info(self):
        return OAuthClientInformationFull(client_id="example", **CLIENT)
class SignIn(Exception):
    pass
async def browser(address=""):
    print("browser:", urlsplit(address).path)
    raise SignIn
def server(request):
    print("request:", request.url.path, "with the token" if "Authorization" in request.headers else "")
    if request.url.path == "/.well-known/oauth-authorization-server":
        return httpx.Response(200, json=METADATA)
    return httpx.Response(401 if request.url.path == "/mcp" else 404)
async def main():
    logging.disable()
    provider = OAuthClientProvider(HOST + "/mcp", OAuthClientMetadata(**CLIENT), Storage(), browser, browser)
    async with httpx.AsyncClient(auth=provider, transport=httpx.MockTransport(server)) as client:
        try:
            await client.get(HOST + "/mcp")
        except SignIn:
            pass
asyncio.run(main())
PY
seen=$(venv/bin/python run.py | grep -v well-known)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
request: /mcp with the token
browser: /authorize
EXPECTED
