#!/usr/bin/env bash
# kubernetes 37.0.2 (PyPI): a refresh without an ID token fails after it has spent the refresh token.
#
# OpenID Connect Core, 12.2, lets the answer to a refresh leave the ID token out. For a kubeconfig with the `oidc`
# provider the client takes `id_token` first and `refresh_token` second, then saves. Without the first it raises, the
# rotated second is forgotten, and the kubeconfig keeps the refresh token that the server has ended.
#
# Seen: KeyError: 'id_token'; the server sent EXAMPLE-REFRESH-2, the file still says EXAMPLE-REFRESH-1.
# To a reader of tokens: save what a response brings before looking for what it lacks. Of a refresh, the ID token is
# the part that may be missing.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check kubernetes==37.0.2

cat >run.py <<'PY'
import base64, json, os, threading, yaml
from http.server import BaseHTTPRequestHandler, HTTPServer
from kubernetes import config
class Server(BaseHTTPRequestHandler):
    log_message = lambda *_: None
    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())
    def do_GET(self):
        self.answer({"token_endpoint": ISSUER + "/token"})
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"access_token": "EXAMPLE-ACCESS-2", "token_type": "Bearer", "refresh_token": "EXAMPLE-REFRESH-2"})
server = HTTPServer(("127.0.0.1", 0), Server)
ISSUER = f"http://127.0.0.1:{server.server_port}"
threading.Thread(target=server.serve_forever, daemon=True).start()
os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
part = lambda value: base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
expired = ".".join([part({"alg": "none"}), part({"exp": 1451606400}), "EXAMPLE"])
oidc = {"idp-issuer-url": ISSUER, "client-id": "example", "client-secret": "EXAMPLE-SECRET", "id-token": expired,
        "refresh-token": "EXAMPLE-REFRESH-1"}
yaml.safe_dump({"current-context": "c", "contexts": [{"name": "c", "context": {"cluster": "k", "user": "u"}}],
    "clusters": [{"name": "k", "cluster": {"server": "http://127.0.0.1:1"}}],
    "users": [{"name": "u", "user": {"auth-provider": {"name": "oidc", "config": oidc}}}]}, open("config", "w"))
try:
    config.load_kube_config("config")
except KeyError as error:
    print("KeyError:", error)
saved = yaml.safe_load(open("config"))["users"][0]["user"]["auth-provider"]["config"]
print("the file says", saved["refresh-token"])
PY
seen=$(venv/bin/python -W ignore run.py)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
KeyError: 'id_token'
the file says EXAMPLE-REFRESH-1
EXPECTED
