"""Documents to rows on executors, by mapInArrow: each Python worker has a server of its own, and each task streams to it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

import pyarrow as pa
from pyspark import TaskContext
from pyspark.sql import DataFrame

from copydesk import rows
from copydesk.client import shared
from copydesk.documents import options as default_options
from copydesk.records import Columns, from_batch
from copydesk.v1 import process_pb2

# Spark has times in microseconds only. The session that writes files says in what they are there.
SCHEMA = pa.schema([f.with_type(pa.timestamp("us", tz="UTC")) if pa.types.is_timestamp(f.type) else f for f in rows.SCHEMA])

_COLUMNS = Columns()


def process(
    df: DataFrame,
    options: process_pb2.ProcessOptions | None = None,
    *,
    profile: str = "",
    columns: Columns = _COLUMNS,
    with_result: bool = False,
) -> DataFrame:
    """Returns a row for each row of df, with the columns of copydesk.rows.SCHEMA.

    df has an id, and one of text, html and raw; columns gives other names. The columns url, media_type, language, publish_time,
    retrieve_time, already_clean, scores, source and record mean what they do to `copydesk process`; all else is in other.
    Ids are not compared with each other here: near_duplicates refuses a corpus in which one occurs twice.

    options default to copydesk.options(), profile rejects documents, and with_result adds each whole result.

    Workers call COPYDESK_ADDRESS if it is set where they run; otherwise each starts a server, which works on as many documents at once as
    a task has cores (spark.task.cpus).
    """
    if options is None:
        options = default_options()
    run = (options.SerializeToString(deterministic=True), profile, with_result)
    return df.mapInArrow(functools.partial(_work, run, columns), ddl(SCHEMA))


def _work(run: tuple[bytes, str, bool], columns: Columns, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What a task does. Errors of the service end it, and Spark tries it again."""
    task = TaskContext.get()
    client = shared(workers=task.cpus() if task else None)
    what = rows.Run(process_pb2.ProcessOptions.FromString(run[0]), run[1], run[2])
    records = (record for batch in batches for record in from_batch(batch, columns))
    return rows.batches(rows.rows(client, records, what), SCHEMA)


def ddl(schema: pa.Schema) -> str:
    """An Arrow schema in Spark's words."""
    return ", ".join(f"`{f.name}` {_type(f.type)}" for f in schema)


def _type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"array<{_type(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"struct<{', '.join(f'`{f.name}`: {_type(f.type)}' for f in kind)}>"
    if pa.types.is_timestamp(kind):
        return "timestamp"
    return {
        pa.string(): "string",
        pa.binary(): "binary",
        pa.int32(): "int",
        pa.int64(): "bigint",
        pa.float64(): "double",
    }[kind]
