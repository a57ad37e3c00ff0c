"""Answers to recorded responses as rows of plain values, for the three engines: secrets are masked unless they are exposed."""

from collections.abc import Iterable, Iterator
from typing import Any

import anytoken


def rows(responses: Iterable[Any], expose: bool = False) -> Iterator[dict[str, Any]]:
    """Yield a row for each response, a dict of `body`, `received_at` and optionally `format`, `status` and `headers`.

    `received_at` is in seconds since 1970, or a `datetime` with a zone. `token` is what `Token.from_json` reads, if it is exposed.
    """
    for answer in anytoken.normalize(responses):
        row = dict.fromkeys(("outcome", "format", "token", "expires_at", "remedy", "message"))
        row["format"] = answer.format
        match answer:
            case anytoken.Token():
                row |= {"outcome": "token", "token": answer.to_json(expose=expose), "expires_at": answer.expires_at}
            case anytoken.ErrorResponse():
                row |= {"outcome": "error", "remedy": answer.remedy, "message": str(answer)}
            case anytoken.DecodeError():
                row |= {"outcome": "invalid", "message": str(answer)}
        yield row
