#!/usr/bin/env bash
# aws-sso-lib 1.6.0 (PyPI), then @aws-sdk/credential-provider-sso 3.973.30 (npm): an ended session is tried anyway.
#
# AWS's tools share the token files in ~/.aws/sso/cache. aws-sso-lib 1.6 leaves the form of an instant to botocore's
# file cache, which writes the zone's name, `2026-01-01T00:00:00UTC` (1.9 writes Z). The JavaScript SDK reads the member
# with `new Date`, which knows no such form: NaN. It then asks whether NaN minus now is at most 0: no.
#
# Seen: a second after the end, a file with a Z is said to have expired; with UTC, a request is made in vain.
# To a reader of tokens: a comparison with an instant that was not read is always false. An end that cannot be read is
# an error, and `UTC` behind an instant is a Z.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts @aws-sdk/credential-provider-sso@3.973.30 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check aws-sso-lib==1.6.0

cat >save.py <<'PY'
import json, os, re, threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from aws_sso_lib.sso import SSO_TOKEN_DIR, get_token_fetcher
from botocore.session import Session
START = "https://example.awsapps.com/start"
ANSWERS = {
    "/client/register": {"clientId": "example", "clientSecret": "EXAMPLE-SECRET", "clientSecretExpiresAt": 4102444800},
    "/device_authorization": {"deviceCode": "EXAMPLE-DEVICE", "userCode": "EXAMPLE", "expiresIn": 600,
        "verificationUri": START, "verificationUriComplete": START},
    "/token": {"accessToken": "EXAMPLE-ACCESS", "tokenType": "Bearer", "expiresIn": 1}}
class Server(BaseHTTPRequestHandler):
    log_message = lambda *_: None
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(ANSWERS[self.path]).encode())
server = HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
os.environ["AWS_ENDPOINT_URL_SSO_OIDC"] = f"http://127.0.0.1:{server.server_port}"
get_token_fetcher(Session(), "us-east-1", on_pending_authorization=lambda **_: None).fetch_token(START)
for entry in os.scandir(SSO_TOKEN_DIR):
    saved = json.load(open(entry))
    if "accessToken" in saved:
        print("saved:", re.sub("[0-9]", "0", saved["expiresAt"]))
PY
cat >load.mjs <<'JS'
import { fromSSO } from "@aws-sdk/credential-provider-sso";
const ssoClient = { config: {}, send: async () => { throw new Error("a request is made with the token"); } };
const role = { ssoAccountId: "000000000000", ssoRoleName: "example", ssoRegion: "us-east-1" };
await fromSSO({ ...role, ssoStartUrl: "https://example.awsapps.com/start", ssoClient })()
  .catch((error) => console.log(error.message.replace("Error: ", "").split(".")[0]));
JS
export HOME=$dir
seen=$(venv/bin/python -W ignore save.py; sleep 1; node load.mjs; sed -i s/UTC/Z/ .aws/sso/cache/*.json; node load.mjs)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
saved: 0000-00-00T00:00:00UTC
a request is made with the token
The SSO session associated with this profile has expired
EXPECTED
