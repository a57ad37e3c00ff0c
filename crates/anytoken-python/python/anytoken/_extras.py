"""Extras: the members without a field."""

from collections.abc import Iterator, Mapping

from anytoken._anytoken import Members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Extras(Mapping[str, "Any"]):
    """The members of a response without a field, in order, exactly as they were sent.

    A value is read when it is asked for: an integer as `int`, any other number as `Decimal`. Their `repr` shows only
    names, since a value may be a secret.
    """

    __slots__ = ("_members",)

    def __init__(self, members: Members | None = None) -> None:
        self._members = members

    def __getitem__(self, name: str) -> "Any":
        # Here, since most programs that import anytoken read no extra, and both take their time.
        from decimal import Decimal
        from json import loads

        return loads(self.json(name), parse_float=Decimal)

    def __iter__(self) -> Iterator[str]:
        # A server may repeat a name: the first counts.
        return iter(dict.fromkeys(self._members.names() if self._members else ()))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        return self._json(name) is not None

    def json(self, name: str) -> str:
        """Return the raw JSON of a member, as it was sent."""
        json = self._json(name)
        if json is None:
            raise KeyError(name)
        return json

    def _json(self, name: object) -> str | None:
        return self._members.json(name) if self._members else None

    def __repr__(self) -> str:
        return f"<Extras {self._members or '{}'}>"
