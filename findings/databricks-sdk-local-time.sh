#!/usr/bin/env bash
# databricks-sdk 0.162.0 (PyPI): the saved end is the wall clock's, without a zone, so a file ages by travelling.
#
# A token's end is `datetime.now()` plus the lifetime, and is saved as it is. The reader compares it with its own wall
# clock. Where a container, a colleague or winter time has another offset, the same file names another instant.
#
# Seen: a token that has ended in Tokyo is good in Los Angeles; one that lives in Tokyo is expired in Auckland.
# To a reader of tokens: an instant without a zone is no instant. Ask who wrote it where, or treat the end as unknown.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check databricks-sdk==0.162.0

cat >save.py <<'PY'
import json, sys, threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from databricks.sdk.oauth import retrieve_token
class Server(BaseHTTPRequestHandler):
    log_message = lambda *_: None
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        body = {"access_token": "EXAMPLE-ACCESS", "token_type": "Bearer", "expires_in": int(sys.argv[1])}
        self.wfile.write(json.dumps(body).encode())
server = HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}/"
token = retrieve_token("example", "EXAMPLE-SECRET", address, {"grant_type": "client_credentials"})
print(json.dumps(token.as_dict()))
PY
cat >load.py <<'PY'
import json, sys
from databricks.sdk.oauth import Token
token = Token.from_dict(json.load(open(sys.argv[1])))
zone = "no zone," if token.expiry.tzinfo is None else "zone,"
print(sys.argv[1], sys.argv[2], zone, "expired" if token.expired else "good")
PY
TZ=JST-9 venv/bin/python save.py 3600 >an-hour
TZ=JST-9 venv/bin/python save.py 1 >a-second
load() { TZ=$2 venv/bin/python load.py "$1" "$3"; }
seen=$(
  load a-second JST-9 Tokyo
  load a-second PST8 Los-Angeles
  load an-hour JST-9 Tokyo
  load an-hour NZST-12 Auckland
)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
a-second Tokyo no zone, expired
a-second Los-Angeles no zone, good
an-hour Tokyo no zone, good
an-hour Auckland no zone, expired
EXPECTED
