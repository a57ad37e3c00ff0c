"""What one response costs, beside what else reads it, and what a batch and the import cost.

    pip install -r tests/requirements.txt -r benches/requirements.txt, and the release wheel
    python benches/speed.py

Times are those of the processor. Each row is the best of 40 rounds, all contestants in turn, so that a busy machine
disturbs them alike.
"""

import compileall
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import orjson
from authlib.oauth2.rfc6749 import OAuth2Token
from oauthlib.oauth2.rfc6749.parameters import parse_token_response
from pydantic import BaseModel, SecretStr

import anytoken


class Model(BaseModel):
    access_token: SecretStr
    refresh_token: SecretStr | None = None
    token_type: str | None = None
    expires_in: int | None = None
    scope: str | None = None


def token(size: int) -> str:
    """An invented token of a size."""
    return "EXAMPLE" + "".join(chr(97 + number * number * 7 % 26) for number in range(size - 7))


# A fresh response: with another expires_on it would disagree with its expires_in, and get a note that says so.
NOW = int(time.time())

ID = "11111111-2222-3333-4444-555555555501"

# Members and sizes are those of the Rust benchmark.
TEXTS = {
    "rfc6749": f"""{{
  "access_token":"{token(22)}",
  "token_type":"example",
  "expires_in":3600,
  "refresh_token":"{token(22)}",
  "example_parameter":"example_value"
}}""",
    "azure-imds": f"""{{"access_token":"{token(1120)}","client_id":"{ID}","expires_in":"86399",\
"expires_on":"{NOW + 86399}","ext_expires_in":"86399","msi_res_id":"/subscriptions/{ID}/resourcegroups/example\
/providers/Microsoft.ManagedIdentity/userAssignedIdentities/example","not_before":"{NOW - 300}","object_id":"{ID}",\
"resource":"https://vault.azure.net/","token_type":"Bearer"}}""",
    "entra-v2": f"""{{"token_type":"Bearer","scope":"User.Read Mail.Read openid profile email offline_access",\
"expires_in":4823,"ext_expires_in":4823,"access_token":"{token(2200)}","refresh_token":"1.{token(1330)}",\
"id_token":"{token(1180)}"}}""",
}

BODIES = {format: text.encode() for format, text in TEXTS.items()}

CONTESTANTS: dict[str, Callable[[bytes, str], object]] = {
    "json.loads": lambda body, _: json.loads(body),
    "orjson.loads": lambda body, _: orjson.loads(body),
    "anytoken.decode": lambda body, format: anytoken.decode(body, format),
    "anytoken.decode, detected": lambda body, _: anytoken.decode(body),
    "json.loads, then Authlib's OAuth2Token": lambda body, _: OAuth2Token.from_dict(json.loads(body)),
    "pydantic, two SecretStr": lambda body, _: Model.model_validate_json(body),
    "oauthlib's parse_token_response": lambda body, _: parse_token_response(body.decode()),
}


def microseconds(call: Callable[[], object]) -> float:
    begin = time.process_time()
    for _ in range(2000):
        call()
    return (time.process_time() - begin) * 500


def response_costs() -> None:
    best = {(name, format): float("inf") for name in CONTESTANTS for format in BODIES}
    for _ in range(40):
        for name, contestant in CONTESTANTS.items():
            for format, body in BODIES.items():
                cost = microseconds(partial(contestant, body, format))
                best[name, format] = min(best[name, format], cost)
    print("| µs |", " | ".join(f"{format}, {len(body):,} B" for format, body in BODIES.items()), "|")
    print("| --- |", " | ".join("---" for _ in BODIES), "|")
    for name in CONTESTANTS:
        print(f"| {name} |", " | ".join(f"{best[name, format]:.2f}" for format in BODIES), "|")


def batch_costs() -> None:
    formats = list(BODIES)
    rows: list[Any] = [
        {"body": BODIES[format], "format": format, "received_at": 1767225600}
        for format in (formats[number % 3] for number in range(100_000))
    ]
    best = float("inf")
    for _ in range(10):
        begin = time.process_time()
        for _ in anytoken.normalize(rows):
            pass
        best = min(best, time.process_time() - begin)
    print(f"\nnormalize: {100_000 / best:,.0f} dicts a second")


def import_costs() -> None:
    # As pip leaves it, even where the environment writes no bytecode: to compile it takes longer than the import.
    assert compileall.compile_dir(Path(anytoken.__file__).parent, quiet=1)

    def cost(statement: str) -> float:
        program = f"import time; begin = time.process_time(); {statement}; print(time.process_time() - begin)"
        run = partial(subprocess.check_output, [sys.executable, "-c", program], text=True)
        return statistics.median(float(run()) for _ in range(31)) * 1000

    print(f"import json, decimal: {cost('import json, decimal'):.1f} ms")
    print(f"import json, decimal, anytoken: {cost('import json, decimal, anytoken'):.1f} ms")
    print(f"import anytoken: {cost('import anytoken'):.1f} ms")


if __name__ == "__main__":
    response_costs()
    batch_costs()
    import_costs()
