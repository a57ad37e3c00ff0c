"""Authlib as a command of the conformance suite: what its client makes of a response, under the suite's names."""

import datetime
import json
import sys
import time

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session


class Answers(requests.adapters.BaseAdapter):
    """Answers each request with the response of a case."""

    case = None

    def send(self, request, **_):
        response = requests.Response()
        response.request, response.url = request, request.url
        response.status_code = self.case.get("status", 200)
        response._content = self.case["body"].encode()
        response.headers.update(self.case.get("headers", {}))
        response.headers["Content-Type"] = self.case.get("content_type", "application/json")
        return response

    def close(self):
        pass


def answer(case):
    at = datetime.datetime.fromisoformat(case["received_at"])
    time.time = at.timestamp
    server = Answers()
    server.case = case
    client = OAuth2Session("client", "secret")
    client.mount("https://", server)
    try:
        token = client.fetch_token("https://issuer.example/token", grant_type="client_credentials")
    except AuthlibBaseError as error:
        return {"outcome": "error", "error": {"code": error.error, "description": error.description}}
    except Exception as error:
        return {"outcome": "invalid", "invalid": {"kind": type(error).__name__}}
    said = {name: token[name] for name in ("access_token", "refresh_token", "id_token", "token_type") if name in token}
    if "scope" in token:
        said["scopes"] = token["scope"].split() if isinstance(token["scope"], str) else token["scope"]
    if "expires_at" in token:
        end = token["expires_at"]
        try:
            said["expires_at"] = datetime.datetime.fromtimestamp(end, datetime.timezone.utc).isoformat()
        except (TypeError, ValueError):
            said["expires_at"] = str(end)
    return {"outcome": "token", "token": said}


for line in sys.stdin:
    case = json.loads(line)
    print(json.dumps({"id": case["id"], **answer(case)}), flush=True)
