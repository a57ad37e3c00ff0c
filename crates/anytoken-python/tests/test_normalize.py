"""Recorded responses: in order, one by one, each with its own answer."""

import os
import resource
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from anytoken import DecodeError, ErrorResponse, Token, dialect, normalize


def body(number: int) -> bytes:
    return b'{"access_token":"EXAMPLE-%d"}' % number


def exposed(answer: object) -> str:
    assert isinstance(answer, Token)
    return answer.credential.expose()


def test_answers_are_in_order_and_bad_ones_end_nothing() -> None:
    answers = list(normalize([body(1), b"", '{"error":"no"}', bytearray(body(2)), memoryview(body(3))], received_at=0))
    assert [type(answer) for answer in answers] == [Token, DecodeError, ErrorResponse, Token, Token]
    assert [exposed(answer) for answer in (answers[0], *answers[3:])] == ["EXAMPLE-1", "EXAMPLE-2", "EXAMPLE-3"]


def test_members_go_before_the_arguments_of_the_call() -> None:
    body = b'{"access_token":"EXAMPLE-ACCESS","expires_in":1}'
    own = dialect('{"id":"acme","vendor":"Acme","expires_at":{"milliseconds":"expires_in"}}')
    recorded: list[Any] = [{"body": body, "received_at": 0, "format": format} for format in (None, "rfc6749", own)]
    answers = normalize(recorded, "github")
    assert [answer.format for answer in answers] == ["github", "rfc6749", "acme"]


def test_status_and_headers_are_read() -> None:
    [error] = normalize([{"body": "Slow down.", "status": 429, "headers": [("retry-after", "7")]}], received_at=0)
    assert isinstance(error, ErrorResponse)
    assert error.remedy == "retry"
    assert error.retry_after is not None
    assert error.retry_after.total_seconds() == 7


def test_next_response_is_asked_for_when_its_answer_is() -> None:
    asked = []

    def responses() -> Iterator[bytes]:
        for number in range(3):
            asked.append(number)
            yield body(number)
        raise OSError("the file ended")

    answers = normalize(responses(), received_at=0)
    assert asked == []
    assert exposed(next(answers)) == "EXAMPLE-0"
    assert asked == [0]
    assert [exposed(next(answers)) for _ in range(2)] == ["EXAMPLE-1", "EXAMPLE-2"]
    with pytest.raises(OSError, match="the file ended"):
        next(answers)


WRONG: list[tuple[Any, type[Exception], str]] = [
    ({}, ValueError, "no body"),
    ({"body": None}, ValueError, "no body"),
    ({"body": 5}, TypeError, "bytes or str, not int"),
    (None, TypeError, "bytes or str, not NoneType"),
    ({"body": "{}", "status": 70000}, ValueError, "status"),
    ({"body": "{}", "status": 2**70}, ValueError, "status"),
    ({"body": "{}", "status": True}, TypeError, "status"),
    ({"body": "{}", "status": "200"}, TypeError, "status"),
    ({"body": "{}", "headers": ["EXAMPLE"]}, TypeError, "headers"),
    ({"body": "{}", "headers": {"EXAMPLE": 5}}, TypeError, "headers"),
    ({"body": "{}", "headers": 5}, TypeError, "headers"),
    ({"body": "{}", "format": 5}, TypeError, "format"),
    ({"body": "{}", "format": "\ud800EXAMPLE"}, ValueError, "surrogate"),
]


@pytest.mark.parametrize(("response", "error", "text"), WRONG)
def test_response_of_another_form_is_an_error_of_its_caller(
    response: Any, error: type[Exception], text: str
) -> None:
    answers = normalize([response, body(1)], received_at=0)
    with pytest.raises(error, match=text) as info:
        next(answers)
    assert "EXAMPLE" not in repr(info.value)
    assert exposed(next(answers)) == "EXAMPLE-1"


@pytest.mark.parametrize("single", [b"{}", bytearray(b"{}"), memoryview(b"{}"), "{}", {"body": "{}"}])
def test_single_response_is_no_batch(single: Any) -> None:
    with pytest.raises(TypeError, match="not a single response"):
        normalize(single, received_at=0)


def test_threads_share_the_answers() -> None:
    answers = normalize([body(number) for number in range(4000)], received_at=0)
    seen = []

    def drain() -> None:
        seen.extend([exposed(answer) for answer in answers])

    threads = [threading.Thread(target=drain) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(seen) == sorted(f"EXAMPLE-{number}" for number in range(4000))


def test_memory_is_given_back() -> None:
    mixed = [body(1), b"", b'{"error":"invalid_grant","error_description":"no"}']

    def drain(rounds: int) -> int:
        for _ in normalize((mixed[number % 3] for number in range(rounds)), received_at=0):
            pass
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = drain(20_000)
    assert drain(200_000) - before < 8 << 10, "KiB"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_child_of_a_fork_decodes() -> None:
    assert exposed(next(normalize([body(1)], received_at=0))) == "EXAMPLE-1"
    child = os.fork()
    if child == 0:
        os._exit(0 if exposed(next(normalize([body(2)], received_at=0))) == "EXAMPLE-2" else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
