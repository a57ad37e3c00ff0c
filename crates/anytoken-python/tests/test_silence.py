"""A secret is in no output: no repr, text, exception, traceback, log record or error of pickling."""

import io
import logging
import pickle
import pprint
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from anytoken import ErrorResponse, Secret, Token, TokenError, decode, dialect, encode, normalize

MARKER = "q7Zk3XvB9mTr2LwY8sNc4HdP"
"""As long as a token, and in no source."""


def outputs(value: Any) -> Iterator[str]:
    """What a program may print of a value by mistake."""
    yield repr(value)
    yield str(value)
    yield f"{value}"
    yield "%s %r" % (value, [value])
    yield pprint.pformat({"value": value})
    stream = io.StringIO()
    logger = logging.Logger("test")
    logger.addHandler(logging.StreamHandler(stream))
    logger.error("%s %r", value, value)
    yield stream.getvalue()
    if isinstance(value, BaseException):
        yield repr(value.args)
        yield "".join(traceback.format_exception(value))
        yield "".join(traceback.TracebackException.from_exception(value, capture_locals=True).format())
    else:
        try:
            pickle.dumps(value)
        except TypeError as error:
            yield repr(error)


def parts(token: Token) -> list[object]:
    """What a token is made of, apart from texts."""
    secrets = [token.credential, token.access_token, token.refresh_token, token.id_token]
    return [token, *secrets, token.extras, token.notes, token.related, token.to_json(), normalize([token.to_json()])]


def assert_silent(marker: str, value: object) -> None:
    windows = [marker[at : at + 6] for at in range(len(marker) - 5)]
    for output in outputs(value):
        assert not [window for window in windows if window in output]


TOKENS = [
    f'{{"access_token":"{MARKER}","refresh_token":"{MARKER}","id_token":"{MARKER}","other":"{MARKER}","{MARKER}":1}}',
    f'{{"id_token":"{MARKER}","scope":5,"expires_in":-1,"nested":{{"{MARKER}":"{MARKER}"}}}}',
    f"access_token={MARKER}&{MARKER}=1",
    f'{{"ok":true,"access_token":"x","authed_user":{{"access_token":"{MARKER}"}},"team":"{MARKER}"}}',
]


@pytest.mark.parametrize("body", TOKENS)
def test_token_shows_no_secret(body: str) -> None:
    token = decode(body, received_at=0)
    for part in parts(token) + [token.refreshed_with(token), encode(token, token.format)]:
        assert_silent(MARKER, part)


NO_TOKENS: list[Any] = [
    f'{{"error":"invalid_grant","error_description":"no {MARKER}","trace":"{MARKER}","error_uri":"https://a.example/?{MARKER}"}}',
    f'{{"error":"{MARKER}"}}',
    f'{{"access_token":"{MARKER}","expires_in":"{MARKER}"}}',
    f'{{"access_token":"{MARKER}","access_token":"{MARKER}"}}',
    f'{{"sid":"{MARKER}"}}',
    f'{{"access_token":"{MARKER}"',
    f"{MARKER}",
    f"<html>{MARKER}",
    f"{MARKER}\ud800",
    MARKER.encode() + b"\xff",
]


def no_token(call: Callable[[], object]) -> TokenError:
    try:
        call()
    except TokenError as error:
        return error
    pytest.fail("it is a token")


@pytest.mark.parametrize("body", NO_TOKENS)
def test_exception_shows_no_secret(body: Any) -> None:
    sent = iter([body])  # a local variable that holds the body would be shown by a traceback: it is the caller's
    error = no_token(lambda: decode(next(sent), received_at=0))
    assert error.__cause__ is None
    assert error.__context__ is None
    values: list[object] = [error]
    if isinstance(error, ErrorResponse):
        values += [error.extras, error.notes, error.description]
    for value in values:
        assert_silent(MARKER, value)


def test_arguments_of_other_types_are_not_shown() -> None:
    text: Any = f"{MARKER}\ud800"
    number: Any = int("7" * 40)
    uses: list[Callable[[], object]] = [
        lambda: Secret(text),
        lambda: dialect(text),
        lambda: dialect(f'{{"id":"{MARKER}"}}'),
        lambda: Token.from_json(text),
        lambda: Token.from_json(f'{{"v":1,"format":"oauth2","access_token":"{MARKER}","expires_at":"{MARKER}"}}'),
        lambda: Token.from_json(f'{{"v":1,"{MARKER}'),
        lambda: decode(b"{}", text),
        lambda: decode(b"{}", MARKER),
        lambda: decode(b"{}", headers={text: "a"}),
        lambda: decode(b"{}", headers=[MARKER]),  # type: ignore[list-item]
        lambda: decode(b"{}", received_at=text),
        lambda: decode([MARKER]),  # type: ignore[arg-type]
        lambda: decode(b"{}", status=number),
        lambda: decode(b"{}", received_at=number),
        lambda: list(normalize([{"body": [MARKER]}], received_at=0)),  # type: ignore[list-item]
    ]
    for use in uses:
        with pytest.raises((TypeError, ValueError)) as info:
            use()
        shown = "".join([repr(info.value), *map(repr, info.value.__dict__.values()), repr(info.value.__context__)])
        assert MARKER[:6] not in shown
        assert "777777" not in shown


def test_corpus_shows_no_credential(corpus: list[dict[str, Any]]) -> None:
    names = ("access_token", "refresh_token", "id_token")
    seen = 0
    for case in corpus:
        [answer] = normalize([{"body": case["body"], "format": case["format"]}], received_at=0)
        if not isinstance(answer, Token):
            continue
        shown = "".join(output for part in parts(answer) for output in outputs(part))
        for secret in (getattr(answer, name) for name in names):
            if secret is not None and len(secret.expose()) >= 8:
                seen += 1
                assert secret.expose() not in shown, case["id"]
    assert seen > 1500
