#!/usr/bin/env bash
# spotipy 2.26.0 (PyPI): the saved scopes are those that were asked for, not those that were granted.
#
# RFC 6749, 5.1, has the server state the scope where it grants less than was asked for. spotipy overwrites the `scope`
# of every response with its own before it writes the cache file, then checks the file against the same words: a
# narrower grant is never noticed, and what the server said is lost.
#
# Seen: the server grants `user-read-email`, the cache file says `user-library-read` too.
# To a reader of tokens: `scope` of this file is a wish. Only a response tells what was granted.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check spotipy==2.26.0

cat >run.py <<'PY'
import json, threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from spotipy.oauth2 import SpotifyOAuth
BODY = b'{"access_token":"EXAMPLE-ACCESS","expires_in":60,"refresh_token":"EXAMPLE-REFRESH","scope":"user-read-email"}'
class Server(BaseHTTPRequestHandler):
    log_message = lambda *_: None
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(BODY)
server = HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
SpotifyOAuth.OAUTH_TOKEN_URL = f"http://127.0.0.1:{server.server_port}/api/token"
client = SpotifyOAuth("example", "EXAMPLE-SECRET", "http://127.0.0.1/callback", cache_path="cache",
                      scope="user-read-email user-library-read", open_browser=False)
client.get_access_token("EXAMPLE-CODE", as_dict=False, check_cache=False)
print("granted:", json.loads(BODY)["scope"])
print("saved:  ", " ".join(sorted(json.load(open("cache"))["scope"].split())))
PY
seen=$(venv/bin/python -W ignore run.py)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
granted: user-read-email
saved:   user-library-read user-read-email
EXPECTED
