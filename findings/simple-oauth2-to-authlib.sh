#!/usr/bin/env bash
# simple-oauth2 5.1.0 (npm), then Authlib 1.9.10 (PyPI): a token that was moved starts again at each load.
#
# simple-oauth2 saves the lifetime as it came and the end beside it, as text: `"expires_at":"2026-01-01T00:00:00.000Z"`.
# Authlib knows the member as a number of seconds. It meets the text, drops it without a word and counts the old
# `expires_in` from now; without `expires_in` it leaves the text, and cannot say whether the token has ended.
#
# Seen: a token of 2016 is not expired, and has an hour left at each load; without its lifetime, None.
# To a reader of tokens: one member name, two types. Read an absolute end in every form, and where it cannot be read,
# fail: a lifetime beside it has no known start.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts simple-oauth2@5.1.0 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check Authlib==1.9.10

cat >save.js <<'JS'
const { AuthorizationCode } = require("simple-oauth2");
const auth = { tokenHost: "http://127.0.0.1" };
const client = new AuthorizationCode({ client: { id: "example", secret: "EXAMPLE-SECRET" }, auth });
Date.now = () => Date.UTC(2016, 0, 1);
console.log(JSON.stringify(client.createToken({ access_token: "EXAMPLE-ACCESS", expires_in: 3600 })));
JS
cat >load.py <<'PY'
import json, sys, time
from authlib.oauth2.rfc6749 import OAuth2Token
saved = json.loads(sys.stdin.read())
print("saved:", json.dumps(saved))
token = OAuth2Token.from_dict(dict(saved))
print("expired:", token.is_expired(), "- minutes left:", round((token["expires_at"] - time.time()) / 60))
del saved["expires_in"]
print("without expires_in, expired:", OAuth2Token.from_dict(saved).is_expired())
PY
seen=$(node save.js | venv/bin/python load.py)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
saved: {"access_token": "EXAMPLE-ACCESS", "expires_in": 3600, "expires_at": "2016-01-01T01:00:00.000Z"}
expired: False - minutes left: 60
without expires_in, expired: None
EXPECTED
