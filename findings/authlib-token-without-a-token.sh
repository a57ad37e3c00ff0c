#!/usr/bin/env bash
# Authlib 1.9.10 (PyPI): any JSON object without `error` is a token, also one that has no access token.
#
# `fetch_token` returns what the token endpoint sent, unless it has a member `error`. A vendor that names its errors or its
# tokens otherwise (WeChat's `errcode`, plentymarkets' `accessToken`) is taken for a success, and the token is saved.
#
# Seen: the fetch succeeds; the next request fails, and its message is about the token's type.
# To a reader of tokens: ask whether the token is there before you keep it; a client's success is not the server's.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check Authlib==1.9.10 requests==2.34.2

cat >fetch.py <<'PY'
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from authlib.integrations.requests_client import OAuth2Session
class Server(BaseHTTPRequestHandler):
    log_message = lambda *_: None
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(Server.body)
server = HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/"
for body in ('{"errcode":40029,"errmsg":"invalid code"}', '{"accessToken":"EXAMPLE-ACCESS","expiresIn":3600}'):
    Server.body = body.encode()
    session = OAuth2Session("client", "secret")
    print("token:", dict(session.fetch_token(url, grant_type="client_credentials")))
    try:
        session.get(url)
    except Exception as error:
        print("request:", error)
PY
seen=$(venv/bin/python fetch.py)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
token: {'errcode': 40029, 'errmsg': 'invalid code'}
request: unsupported_token_type: Unsupported token_type: 'access_token'
token: {'accessToken': 'EXAMPLE-ACCESS', 'expiresIn': 3600}
request: unsupported_token_type: Unsupported token_type: 'access_token'
EXPECTED
