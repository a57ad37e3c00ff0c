"""Dask: a column of recorded responses, decoded partition by partition."""

import dask.dataframe as dd
import pandas as pd
from rows import rows

META = {
    "outcome": "string",
    "format": "string",
    "token": "string",
    "expires_at": "datetime64[us, UTC]",
    "remedy": "string",
    "message": "string",
}


def answers(responses: dd.DataFrame, expose: bool = False) -> dd.DataFrame:
    """Return a row for each response, with its index."""
    return responses.map_partitions(decoded, expose, meta=META)


def decoded(part: pd.DataFrame, expose: bool) -> pd.DataFrame:
    # What a row lacks is `nan` to pandas, and `None` to anytoken.
    responses = part.astype(object).where(part.notna(), None).to_dict("records")
    return pd.DataFrame(rows(responses, expose), index=part.index, columns=list(META)).astype(META)
