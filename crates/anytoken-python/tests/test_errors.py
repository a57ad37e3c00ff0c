"""Error responses and decode errors: attributes, classes, copies in another process."""

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context

import pytest

import anytoken

BODY = '{"access_token":"EXAMPLE-ACCESS","error":"invalid_grant","error_description":"no such grant: EXAMPLE-0123456789-abcdef","trace":"t-1"}'


def error_response() -> anytoken.ErrorResponse:
    with pytest.raises(anytoken.ErrorResponse) as info:
        anytoken.decode(BODY, "rfc6749", status=400, headers={"Retry-After": "30"})
    return info.value


def test_error_response_says_what_to_do() -> None:
    error = error_response()
    assert str(error) == "rfc6749: error response: invalid_grant: no such grant: *** (status 400)"
    assert (error.format, error.code, error.status, error.uri) == ("rfc6749", "invalid_grant", 400, None)
    assert (error.remedy, error.retry_after) == ("reauthenticate", timedelta(seconds=30))
    assert error.description == "no such grant: ***"
    assert error.expose_description() == "no such grant: EXAMPLE-0123456789-abcdef"
    assert error.extras == {"access_token": "EXAMPLE-ACCESS", "trace": "t-1"}
    assert [note.kind for note in error.notes] == ["token_beside_error"]
    assert isinstance(error, anytoken.TokenError)
    assert not isinstance(error, ValueError)


def test_decode_error_names_the_field() -> None:
    with pytest.raises(ValueError, match="expires_in") as info:
        anytoken.decode('{"access_token":"EXAMPLE-ACCESS","expires_in":"soon"}', "rfc6749")
    error = info.value
    assert isinstance(error, anytoken.DecodeError)
    assert isinstance(error, anytoken.TokenError)
    assert (error.kind, error.field, error.offset, error.format) == ("invalid", "expires_in", 46, "rfc6749")


def test_unknown_format_suggests_the_nearest() -> None:
    with pytest.raises(anytoken.DecodeError, match='unknown format "slak"; did you mean "slack"?'):
        anytoken.decode("{}", "slak")


def test_hint_names_what_looks_like_a_token() -> None:
    with pytest.raises(anytoken.DecodeError) as info:
        anytoken.decode('{"data":{"sid":"EXAMPLE-SESSION"}}')
    assert info.value.hint == "data/sid"


def test_token_that_makes_no_header_is_a_decode_error() -> None:
    token = anytoken.decode('{"access_token":"EXAMPLE-ACCESS","token_type":"mac"}', "rfc6749")
    with pytest.raises(anytoken.DecodeError, match="its type needs more than the token in the header"):
        token.authorization()


def test_body_over_the_limit_is_a_decode_error() -> None:
    with pytest.raises(anytoken.DecodeError) as info:
        anytoken.decode(b'{"access_token":"' + b"a" * (1 << 20) + b'"}')
    assert info.value.kind == "limit"


def fail(body: str) -> None:
    anytoken.decode(body, "rfc6749", status=400)


def test_exceptions_are_whole_in_another_process() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        error = pool.submit(fail, BODY).exception()
        assert isinstance(error, anytoken.ErrorResponse)
        assert (error.remedy, error.code, error.status) == ("reauthenticate", "invalid_grant", 400)
        assert str(error) == "rfc6749: error response: invalid_grant: no such grant: *** (status 400)"
        invalid = pool.submit(anytoken.decode, "{}").exception()
        assert isinstance(invalid, anytoken.DecodeError)
        assert (invalid.kind, invalid.field) == ("missing", "access_token")


def test_pickled_error_response_leaves_its_secrets_behind() -> None:
    error = error_response()
    error.add_note("a note")
    pickled = pickle.dumps(error)
    assert b"EXAMPLE" not in pickled
    assert b"t-1" not in pickled
    for other in (pickle.loads(pickled), copy.copy(error)):
        assert vars(other) == vars(error) | {"_sent_description": None, "_extras": None, "notes": ()}
        assert other.expose_description() == "no such grant: ***"
        assert dict(other.extras) == {}


def test_error_response_can_be_made_for_a_test() -> None:
    error = anytoken.ErrorResponse("no", code="invalid_grant", remedy="reauthenticate")
    assert (str(error), error.remedy, dict(error.extras)) == ("no", "reauthenticate", {})
