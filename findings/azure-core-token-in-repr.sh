#!/usr/bin/env bash
# azure-core 1.41.0 (PyPI): the repr of an access token is the access token.
#
# `AccessToken` is a named tuple and `AccessTokenInfo` has a repr of its own; both show the token. A log line with `%r`, a
# traceback with local variables, or an assertion in a test that compares two of them prints a secret that works.
#
# Seen: both show it, and so does a list of them.
# To a reader of tokens: keep the token in a type that masks itself, and make theirs where it is handed over.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check azure-core==1.41.0

seen=$(venv/bin/python - <<'PY'
from azure.core.credentials import AccessToken, AccessTokenInfo
print(AccessToken("EXAMPLE-ACCESS", 1767225600))
print([AccessTokenInfo("EXAMPLE-ACCESS", 1767225600)])
PY
)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
AccessToken(token='EXAMPLE-ACCESS', expires_on=1767225600)
[AccessTokenInfo(token='EXAMPLE-ACCESS', expires_on=1767225600, token_type='Bearer', refresh_on=None)]
EXPECTED
