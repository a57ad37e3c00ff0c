"""Answers the lines of a batch with Authlib's token."""

import json
import sys
import urllib.parse
from datetime import datetime, timezone

from authlib.oauth2.rfc6749 import OAuth2Token

for line in sys.stdin.buffer:
    envelope = json.loads(line)
    text = envelope["body"]
    try:
        body = json.loads(text)
    except ValueError:
        body = dict(urllib.parse.parse_qsl(text))
    answer = {"id": envelope["id"]}
    if "error" in body:
        answer |= {"outcome": "error", "error": body}
    else:
        token = OAuth2Token.from_dict(body)
        if "expires_in" in token:
            at = datetime.fromisoformat(envelope["received_at"].replace("Z", "+00:00")).timestamp()
            end = datetime.fromtimestamp(at + int(token.pop("expires_in")), timezone.utc)
            token["expires_at"] = end.isoformat()
        if isinstance(token.get("scope"), str):
            token["scopes"] = token.pop("scope").split()
        answer |= {"outcome": "token", "token": token}
    sys.stdout.write(json.dumps(answer) + "\n")
