"""Uses of the interface that a type checker accepts, and with `type: ignore` those that it must not."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import assert_never, assert_type

import anytoken
from anytoken import DecodeError, ErrorResponse, Extras, Note, Secret, Token
from anytoken.types import CredentialKind, Remedy, Response, State


def use(token: Token, error: ErrorResponse, invalid: DecodeError) -> None:
    assert_type(token.format, str)
    assert_type(token.credential_kind, CredentialKind)
    assert_type(token.credential, Secret)
    assert_type(token.access_token, Secret | None)
    assert_type(token.scopes, tuple[str, ...] | None)
    assert_type(token.expires_at, datetime | None)
    assert_type(token.extras, Extras)
    assert_type(token.notes, tuple[Note, ...])
    assert_type(token.related, tuple[Token, ...])
    assert_type(token.state_at(leeway=timedelta(seconds=5)), State)
    assert_type(token.refresh_due(margin=300), datetime | None)
    assert_type(token.authorization().expose(), str)
    assert_type(Token.from_json(token.to_json(expose=True)), Token)
    assert_type(error.remedy, Remedy)
    assert_type(error.retry_after, timedelta | None)
    assert_type(error.extras, Extras)
    assert_type(invalid.offset, int | None)
    assert_type(anytoken.encode(token, "github").body, Secret)


def answers(responses: list[Response]) -> Iterator[str]:
    for answer in anytoken.normalize([*responses, b"{}"], received_at=0):
        match answer:
            case Token():
                yield answer.format
            case ErrorResponse():
                yield answer.remedy
            case DecodeError():
                yield answer.kind
            case _:
                assert_never(answer)


def misuse(token: Token) -> None:
    headers: dict[str, str] = {"Authorization": token.authorization()}  # type: ignore[dict-item]
    text: str = token.credential  # type: ignore[assignment]
    print("Bearer " + token.credential)  # type: ignore[operator]
    token.format = "github"  # type: ignore[misc]
    token.access_token.expose()  # type: ignore[union-attr]
    anytoken.decode(5)  # type: ignore[arg-type]
    anytoken.decode(b"{}", received_at="now")  # type: ignore[arg-type]
    anytoken.normalize([{"received_at": 0}])  # type: ignore[list-item]
    anytoken.normalize([{"body": b"{}", "recieved_at": 0}])  # type: ignore[list-item]
    print(headers, text)
