"""Instants: the clock, seconds, an aware datetime; anything else is an error."""

import math
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from anytoken import Token, decode, encode, normalize

BODY = b'{"access_token":"EXAMPLE-ACCESS","expires_in":3600}'
AT = datetime(2026, 1, 1, tzinfo=UTC)
END = AT + timedelta(hours=1)
TOKEN = decode(BODY, received_at=AT)


def test_lifetime_counts_from_the_arrival() -> None:
    instants: list[Any] = [AT, AT.timestamp(), int(AT.timestamp()), AT.timestamp() + 0.999, Decimal(AT.timestamp())]
    instants += [AT.astimezone(ZoneInfo("Asia/Kolkata")), AT.astimezone(ZoneInfo("UTC"))]
    for instant in instants:
        assert decode(BODY, received_at=instant).expires_at == END


def test_arrival_is_the_clock_s_if_nobody_states_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", AT.timestamp)
    token = decode(BODY)
    assert token.expires_at == END
    assert encode(token, "rfc6749").body.expose() == BODY.decode()
    assert token.state_at() == "valid"
    assert not token.should_refresh_at(margin=3599)
    assert token.should_refresh_at(margin=3600)


def test_expiries_are_in_utc() -> None:
    assert TOKEN.expires_at is not None
    assert TOKEN.expires_at.tzinfo is UTC
    assert repr(TOKEN) == "<Token oauth2 access_token=*** expires_at=2026-01-01T01:00:00Z>"


WRONG: list[tuple[Any, type[Exception]]] = [
    (True, TypeError),
    ("2026-01-01T00:00:00Z", TypeError),
    (timedelta(1), TypeError),
    (AT.date(), TypeError),
    (datetime(2026, 1, 1), ValueError),
    (math.nan, ValueError),
    (math.inf, ValueError),
    (-1, ValueError),
    (10**400, ValueError),
    (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))), ValueError),
    (253402300800, ValueError),
]


@pytest.mark.parametrize(("instant", "error"), WRONG)
def test_other_values_are_no_instant(instant: Any, error: type[Exception]) -> None:
    uses: list[Callable[[], object]] = [
        lambda: decode(BODY, received_at=instant),
        lambda: normalize([BODY], received_at=instant),
        lambda: next(normalize([{"body": BODY, "received_at": instant}])),
        lambda: encode(TOKEN, "rfc6749", at=instant),
        lambda: TOKEN.state_at(instant),
    ]
    for use in uses:
        with pytest.raises(error):
            use()


def test_last_year_is_read() -> None:
    assert decode(BODY, received_at=datetime(9999, 12, 31, 22, tzinfo=UTC)).expires_at is not None
    with pytest.raises(ValueError, match="expires_in"):
        decode(BODY, received_at=datetime(9999, 12, 31, 23, 30, tzinfo=UTC))


def test_recorded_response_is_never_received_now() -> None:
    for response in (BODY, {"body": BODY}, {"body": BODY, "received_at": None}):
        with pytest.raises(ValueError, match="received_at"):
            next(normalize([response]))  # type: ignore[list-item]


def test_own_arrival_goes_before_that_of_the_call() -> None:
    [token] = normalize([{"body": BODY, "received_at": AT}], received_at=0)
    assert isinstance(token, Token)
    assert token.expires_at == END


def test_margins_are_seconds_or_a_timedelta() -> None:
    assert TOKEN.refresh_due() == END
    assert TOKEN.refresh_due(300) == TOKEN.refresh_due(timedelta(minutes=5)) == END - timedelta(minutes=5)
    assert TOKEN.state_at(END - timedelta(seconds=1)) == "valid"
    assert TOKEN.state_at(END - timedelta(seconds=1), leeway=1) == "expired"
    for margin, error in [(True, TypeError), ("5", TypeError), (math.nan, ValueError), (10**400, ValueError)]:
        with pytest.raises(error, match="margin"):
            TOKEN.refresh_due(margin)  # type: ignore[arg-type]


def test_never_is_not_unknown() -> None:
    never = decode(b'{"access_token":"EXAMPLE-ACCESS","token_type":"bearer","scope":""}', "github", received_at=0)
    unknown = decode(b'{"access_token":"EXAMPLE-ACCESS"}', "rfc6749", received_at=0)
    assert (never.expires_at, never.never_expires, never.state_at(AT)) == (None, True, "never_expires")
    assert (unknown.expires_at, unknown.never_expires, unknown.state_at(AT)) == (None, False, "unknown")
