"""Each response of the corpus gives what the command line gives."""

import json
import os
import subprocess
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from conftest import ROOT

import anytoken

loads = partial(json.loads, parse_float=Decimal)

TARGET = os.environ.get("CARGO_TARGET_DIR", ROOT / "target")


def command(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Returns the answers of `anytoken normalize --batch`."""
    program = [f"{TARGET}/debug/anytoken", "normalize", "--batch", "--reveal"]
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    ran = subprocess.run(program, input=lines, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return [loads(line) for line in ran.stdout.splitlines()]


def answer(request: dict[str, Any], result: object) -> dict[str, Any]:
    """Returns a result in the command's form."""
    stated: dict[str, Any]
    match result:
        case anytoken.Token():
            stated = {"outcome": "token", "token": loads(result.to_json(expose=True))}
            stated |= notes(result)
            if result.related:
                stated["related"] = [loads(token.to_json(expose=True)) for token in result.related]
        case anytoken.ErrorResponse():
            wait = result.retry_after and int(result.retry_after.total_seconds())
            error = {name: getattr(result, name) for name in ("format", "code", "uri", "status", "remedy")}
            error |= {"description": result.expose_description(), "retry_after": wait}
            stated = {"outcome": "error", "error": given(error), **notes(result)}
        case anytoken.DecodeError():
            error = {name: getattr(result, name) for name in ("kind", "format", "field", "offset")}
            stated = {"outcome": "invalid", "invalid": given(error | {"message": str(result)})}
        case _:
            pytest.fail(f"{type(result)} is no answer")
    return {"id": request["id"], **stated}


def notes(result: anytoken.Token | anytoken.ErrorResponse) -> dict[str, Any]:
    notes = [
        given({"kind": note.kind, "field": note.field or None, "at": list(note.at), "seconds": note.seconds})
        for note in result.notes
    ]
    return {"notes": notes} if notes else {}


def given(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value is not None}


@pytest.mark.parametrize("names_format", [True, False], ids=["named", "detected"])
def test_corpus_gives_what_the_command_gives(corpus: list[dict[str, Any]], names_format: bool) -> None:
    members = ["id", "received_at", "status", "content_type", "headers", "body"] + ["format"] * names_format
    requests = [{name: case[name] for name in members if name in case} for case in corpus]
    responses: list[Any] = [
        request
        | {
            "received_at": datetime.fromisoformat(request["received_at"]),
            "headers": request.get("headers", {}) | given({"content-type": request.get("content_type")}),
        }
        for request in requests
    ]
    results = list(anytoken.normalize(responses))
    for request, result, expected in zip(requests, results, command(requests), strict=True):
        assert answer(request, result) == expected
    assert {type(result).__name__ for result in results} == {"Token", "ErrorResponse", "DecodeError"}


def test_corpus_outcomes_are_those_it_states(corpus: list[dict[str, Any]]) -> None:
    kinds = {"token": anytoken.Token, "error": anytoken.ErrorResponse, "invalid": anytoken.DecodeError}
    for case in corpus:
        received_at = datetime.fromisoformat(case["received_at"])
        response: Any = {"body": case["body"], "received_at": received_at, "headers": case.get("headers")}
        response |= {"format": case["format"], "status": case.get("status")}
        [result] = anytoken.normalize([response])
        assert isinstance(result, kinds[case["outcome"]]), case["id"]


def test_stored_tokens_of_the_corpus_are_kept(corpus: list[dict[str, Any]]) -> None:
    tokens = [
        token
        for token in anytoken.normalize((case["body"] for case in corpus), received_at=0)
        if isinstance(token, anytoken.Token)
    ]
    assert len(tokens) > 1000
    for token in tokens:
        assert anytoken.Token.from_json(token.to_json(expose=True)) == token
