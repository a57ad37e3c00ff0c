"""The types of arguments and results, for annotations."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Literal, Required, TypeAlias, TypedDict

from anytoken import Dialect

Body: TypeAlias = bytes | bytearray | memoryview | str

Headers: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]

Instant: TypeAlias = datetime | float
"""A `datetime` with a zone, or seconds since 1970."""

Margin: TypeAlias = timedelta | float
"""A length of time, or seconds."""


class Response(TypedDict, total=False):
    """A recorded token response."""

    body: Required[Body]
    format: str | Dialect | None
    received_at: Instant | None
    status: int | None
    headers: Headers | None


CredentialKind: TypeAlias = Literal["access", "id", "refresh"]

State: TypeAlias = Literal["not_yet_valid", "valid", "expired", "unknown", "never_expires"]

Remedy: TypeAlias = Literal[
    "retry", "slow_down", "pending", "reauthenticate", "fix_request", "fix_client", "interact", "unknown"
]
