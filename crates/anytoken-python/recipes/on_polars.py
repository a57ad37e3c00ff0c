"""Polars: a column of recorded responses, in a lazy query."""

import polars as pl
from rows import rows

SCHEMA = {
    "outcome": pl.String(),
    "format": pl.String(),
    "token": pl.String(),
    "expires_at": pl.Datetime("us", "UTC"),
    "remedy": pl.String(),
    "message": pl.String(),
}


def answers(responses: pl.LazyFrame, expose: bool = False) -> pl.LazyFrame:
    """Return a row for each response, in their order."""

    def decoded(part: pl.DataFrame) -> pl.DataFrame:
        return pl.DataFrame(rows(part.iter_rows(named=True), expose), SCHEMA)

    return responses.map_batches(decoded, schema=SCHEMA)
