"""PySpark: a column of recorded responses, decoded by its workers, batch by batch.

Before a session begins, `PYSPARK_PYTHON` has to be an interpreter that has anytoken: workers take `python3` of the path
otherwise. `received_at` is in seconds since 1970, as a timestamp comes to a worker without its zone.
"""

from collections.abc import Iterator
from functools import partial

import pyarrow as pa
from pyspark.sql import DataFrame
from rows import rows

# Spark takes timestamps in microseconds only.
SCHEMA = pa.schema(
    [
        ("outcome", pa.string()),
        ("format", pa.string()),
        ("token", pa.string()),
        ("expires_at", pa.timestamp("us", "UTC")),
        ("remedy", pa.string()),
        ("message", pa.string()),
    ]
)

COLUMNS = "outcome string, format string, token string, expires_at timestamp, remedy string, message string"


def answers(responses: DataFrame, expose: bool = False) -> DataFrame:
    """Return a row for each response, in the order of its partition."""
    for module in ("rows.py", "on_spark.py"):
        responses.sparkSession.addArtifact(__file__.replace("on_spark.py", module), pyfile=True)
    return responses.mapInArrow(partial(decoded, expose=expose), COLUMNS)


def decoded(batches: Iterator[pa.RecordBatch], expose: bool) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield pa.RecordBatch.from_pylist(list(rows(batch.to_pylist(), expose)), SCHEMA)
