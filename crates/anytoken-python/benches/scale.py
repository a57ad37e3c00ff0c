"""Recorded responses on PySpark, Dask and Polars: 200,000 rows, two local workers.

    pip install -r benches/requirements.txt, and the release wheel
    python benches/scale.py spark|dask|polars

It prints rows a second, the best of three, and checks the answers.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "recipes"))
os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["PYTHONPATH"] = sys.path[0]

ROWS = 200_000
ACCESS = "EXAMPLE-" + "abcdefgh" * 40

RESPONSES = [
    ("azure-imds", f'{{"access_token":"{ACCESS}","expires_in":"3600","expires_on":"1767229200","token_type":"Bearer"}}'),
    ("rfc6749", f'{{"access_token":"{ACCESS}","token_type":"Bearer","expires_in":3600,"scope":"a b"}}'),
    ("slack", f'{{"ok":true,"access_token":"{ACCESS}","token_type":"bot","scope":"commands,chat:write"}}'),
    ("github", '{"error":"bad_verification_code","error_description":"The code is incorrect or expired."}'),
    ("rfc6749", "<html>Busy</html>"),
]


def columns() -> dict[str, list[Any]]:
    picked = [RESPONSES[number % 5] for number in range(ROWS)]
    return {
        "body": [body for _, body in picked],
        "format": [format for format, _ in picked],
        "received_at": [1767225600] * ROWS,
    }


def timed(run: Callable[[], dict[str, int]]) -> None:
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        counts = run()
        best = min(best, time.perf_counter() - begin)
    assert counts == {"token": ROWS * 3 // 5, "error": ROWS // 5, "invalid": ROWS // 5}, counts
    print(f"{ROWS / best:,.0f} rows a second")


def spark() -> None:
    import on_spark
    import pyarrow as pa
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[2]").config("spark.ui.showConsoleProgress", False).getOrCreate()
    responses = session.createDataFrame(pa.table(columns())).repartition(2).cache()
    responses.count()

    def run() -> dict[str, int]:
        counted = on_spark.answers(responses).groupBy("outcome").count().collect()
        return {row["outcome"]: row["count"] for row in counted}

    timed(run)
    row = on_spark.answers(responses, expose=True).where("outcome = 'token'").first()
    assert ACCESS in row["token"], "exposed where it is asked for"
    assert ACCESS not in str(on_spark.answers(responses).where("outcome = 'token'").first())
    session.stop()


def dask() -> None:
    import dask.dataframe as dd
    import on_dask
    import pandas as pd

    responses = dd.from_pandas(pd.DataFrame(columns()), npartitions=4)

    def run() -> dict[str, int]:
        answers = on_dask.answers(responses).compute(scheduler="processes", num_workers=2)
        assert str(answers.dtypes["expires_at"]) == "datetime64[us, UTC]"
        return dict(answers["outcome"].value_counts())

    timed(run)


def polars() -> None:
    import on_polars
    import polars as pl

    responses = pl.DataFrame(columns()).lazy()

    def run() -> dict[str, int]:
        answers = on_polars.answers(responses).collect()
        assert ACCESS not in str(answers.to_dicts()[:5])
        return dict(answers["outcome"].value_counts().iter_rows())

    timed(run)


if __name__ == "__main__":
    {"spark": spark, "dask": dask, "polars": polars}[sys.argv[1]]()
