#!/usr/bin/env bash
# google-auth 2.63.0 (PyPI): a fraction of a second makes the reader drop the offset behind it.
#
# `Credentials.from_authorized_user_info` reads the `expiry` of a saved token as UTC: it takes off a Z, then everything
# from the first dot on. An instant with an offset fails, but an instant with a fraction and an offset, as Go writes its
# `expiry`, passes without the offset.
#
# Seen: 12:00:00.5+02:00, which is 10:00 UTC, is read as 12:00 UTC; without the fraction, ValueError.
# To a reader of tokens: the client uses a token for hours after its end east of Greenwich, and throws a good one away
# west of it. Write `expiry` for this reader in UTC with a Z, and never trust its end of a file made by other software.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check google-auth==2.63.0

cat >run.py <<'PY'
from google.oauth2.credentials import Credentials
for expiry in ["2099-01-01T10:00:00Z", "2099-01-01T12:00:00.5+02:00", "2099-01-01T12:00:00+02:00"]:
    saved = {"token": "EXAMPLE-ACCESS", "refresh_token": "EXAMPLE-REFRESH", "client_id": "example",
             "client_secret": "EXAMPLE-SECRET", "expiry": expiry}
    try:
        print(expiry, "->", Credentials.from_authorized_user_info(saved).expiry)
    except ValueError as error:
        print(expiry, "->", type(error).__name__)
PY
seen=$(venv/bin/python run.py)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
2099-01-01T10:00:00Z -> 2099-01-01 10:00:00
2099-01-01T12:00:00.5+02:00 -> 2099-01-01 12:00:00
2099-01-01T12:00:00+02:00 -> ValueError
EXPECTED
