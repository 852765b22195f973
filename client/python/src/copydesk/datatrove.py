"""Copydesk as a step of a datatrove pipeline.

    from copydesk.datatrove import Copydesk, row
    from copydesk.rows import SCHEMA

    LocalPipelineExecutor([
        JsonlReader("crawl"),
        Copydesk(profile="fineweb", exclusion_writer=JsonlWriter("rejected")),
        ParquetWriter("kept", adapter=row, schema=SCHEMA, compression="zstd"),
    ], tasks=8).run()

Each worker process has a server of its own, or calls COPYDESK_ADDRESS.
"""

from __future__ import annotations

import base64
import contextlib
import datetime
from collections import deque
from collections.abc import Iterator
from typing import Any, Literal

import pyarrow as pa
from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.writers.disk_base import DiskWriter
from datatrove.utils.typeshelper import StatHints

from copydesk import records, rows
from copydesk.client import shared
from copydesk.documents import moment
from copydesk.documents import options as default_options
from copydesk.v1 import process_pb2

_BYTES = frozenset(f.name for f in rows.SCHEMA if pa.types.is_binary(f.type))


class Copydesk(PipelineStep):
    """Cleans, extracts from and judges documents, and passes on those that are kept.

    A document's text becomes the clean text, and its metadata gets the columns of copydesk.rows.SCHEMA, as the JSON Lines of
    `copydesk process` have them. profile rejects documents, content says what their text is before. What is rejected or failed
    goes to exclusion_writer, with status, reasons and error in its metadata. workers is how many documents the server of a process
    works on at once.
    """

    type = "🧹 - CLEAN"
    name = "📰 Copydesk"

    def __init__(
        self,
        options: process_pb2.ProcessOptions | None = None,
        *,
        profile: str = "",
        content: Literal["text", "html"] = "text",
        exclusion_writer: DiskWriter | None = None,
        with_result: bool = False,
        workers: int = 1,
    ) -> None:
        super().__init__()
        if options is None:
            options = default_options()
        self.options = options.SerializeToString(deterministic=True)  # what another process can be sent
        self.profile, self.content, self.with_result = profile, content, with_result
        self.exclusion_writer, self.workers = exclusion_writer, workers

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Works on the documents of one task."""
        what = rows.Run(process_pb2.ProcessOptions.FromString(self.options), self.profile, self.with_result)
        under_way: deque[Document] = deque()

        def taken() -> Iterator[rows.Record]:
            for document in data or ():
                under_way.append(document)
                yield _record(document, self.content)

        with self.exclusion_writer or contextlib.nullcontext() as excluded:
            for result in rows.rows(shared(self.workers), taken(), what):
                document = under_way.popleft()
                with self.track_time():
                    _fill(document, result)
                self.stat_update(StatHints.total, result["status"])
                if result["status"] == rows.KEPT:
                    self.stat_update(StatHints.forwarded)
                    self.update_doc_stats(document)
                    yield document
                    continue
                self.stat_update(StatHints.dropped, *(f"dropped_{reason}" for reason in result["reasons"]))
                if excluded:
                    excluded.write(document, rank)


def _record(document: Document, content: str) -> rows.Record:
    """The document as a record, its metadata being further columns."""
    values = {"source": document.metadata.get("file_path")} | document.metadata
    known = {"id": document.id, content: document.text}
    left = {k: v for k, v in values.items() if k not in ("id", "text", "html", "raw", "file_path")}
    return records.record(left | known, records.Columns())


def _fill(document: Document, row: rows.Row) -> None:
    """Puts a row into its document, in a form that JSON has."""
    text = row.pop("text", None)
    if row["status"] != rows.FAILED:
        document.text = text or ""
    row.pop("other")
    for name, value in row.items():
        if value is None or value == []:
            document.metadata.pop(name, None)
        elif name in _BYTES:
            document.metadata[name] = base64.b64encode(value).decode()
        elif name == "publish_time":
            at = datetime.datetime.fromtimestamp(value / 1000, datetime.timezone.utc)
            document.metadata[name] = at.isoformat().replace("+00:00", "Z")
        elif name != "id":
            document.metadata[name] = value


def row(_: DiskWriter, document: Document) -> rows.Row:
    """An adapter for datatrove's ParquetWriter with copydesk.rows.SCHEMA: rows as `copydesk process` writes them."""
    known = set(rows.SCHEMA.names)
    result: dict[str, Any] = {k: v for k, v in document.metadata.items() if k in known}
    result |= {"id": document.id, "text": document.text or None}
    for name in _BYTES & result.keys():
        result[name] = base64.b64decode(result[name])
    if "publish_time" in result:
        result["publish_time"] = moment(result["publish_time"], "publish_time")
    left = {k: v for k, v in document.metadata.items() if k not in known and k != "file_path"}
    return rows.EMPTY | result | {"other": records.other(left)}
