"""Results as rows: the columns that `copydesk process` writes to a folder, whoever makes them. Needs pyarrow."""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from copydesk import errors
from copydesk.client import Client
from copydesk.v1 import clean_pb2, document_pb2, extract_pb2, process_pb2, score_pb2

Row = dict[str, Any]
"""A row by column. A column that is absent has no value."""

KEPT, REJECTED, FAILED = "kept", "rejected", "failed"
"""The values of status: worked on; worked on and rejected by the profile of the run; not worked on."""


def _required(name: str, kind: pa.DataType) -> pa.Field:
    return pa.field(name, kind, nullable=False)


def _list(kind: pa.DataType) -> pa.DataType:
    return pa.list_(pa.field("element", kind, nullable=False))


_STRINGS = _list(pa.string())
_ENTITIES = _list(pa.struct([_required("type", pa.string()), _required("name", pa.string()), _required("mentions", pa.int32())]))
_QUOTATIONS = _list(pa.struct([_required("text", pa.string()), pa.field("speaker", pa.string())]))
_PROFILES = _list(pa.struct([_required("profile", pa.string()), _required("verdict", pa.string()), _required("failures", _STRINGS)]))
_SIGNALS = _list(pa.struct([_required("name", pa.string()), _required("value", pa.float64())]))

SCHEMA = pa.schema(
    [
        _required("id", pa.string()),
        pa.field("url", pa.string()),
        _required("source", pa.string()),
        _required("record", pa.int64()),
        _required("status", pa.string()),
        _required("reasons", _STRINGS),
        pa.field("error", pa.string()),
        pa.field("text", pa.string()),
        pa.field("markdown", pa.string()),
        pa.field("title", pa.string()),
        _required("authors", _STRINGS),
        pa.field("publish_time", pa.timestamp("ms", tz="UTC")),
        pa.field("site_name", pa.string()),
        pa.field("language", pa.string()),
        pa.field("license", pa.string()),
        pa.field("page_kind", pa.string()),
        _required("entities", _ENTITIES),
        _required("quotations", _QUOTATIONS),
        _required("profiles", _PROFILES),
        _required("signals", _SIGNALS),
        pa.field("exact", pa.string()),
        pa.field("simhash", pa.string()),
        pa.field("minhash", pa.binary()),
        pa.field("other", pa.string()),
        pa.field("result", pa.binary()),
        _required("version", pa.string()),
        pa.field("duplicate_of", pa.string()),
        pa.field("quality", pa.float64()),
    ]
)
"""The schema of results in Arrow and Parquet. Names and types are stable; new columns come last. docs/corpora.md explains them."""


@dataclasses.dataclass(frozen=True)
class Run:
    """What is done to all documents, and how their rows come out."""

    options: process_pb2.ProcessOptions
    """What the service does with each document."""

    profile: str = ""
    """The profile that decides what is kept. Empty: everything that does not fail is."""

    with_result: bool = False
    """Whether rows have the whole result, as a ProcessResult in protobuf."""


@dataclasses.dataclass
class Record:
    """A document on its way to a row."""

    row: Row
    """What is known before the result comes: id, url, source, record, other."""

    document: document_pb2.Document | None
    """What is sent. None if fault is set."""

    fault: str = ""
    """What is wrong with the record, if it is not a document: its row fails with reason RECORD_INVALID."""


def rows(client: Client, records: Iterable[Record], run: Run) -> Iterator[Row]:
    """Yields the row of each record, in order, by one stream. Errors are those of Client.stream."""
    under_way: deque[Record] = deque()
    version = client.describe().version

    def documents() -> Iterator[document_pb2.Document]:
        for record in records:
            under_way.append(record)
            yield record.document or document_pb2.Document()  # without content, and answered so: the order stays

    for result in client.stream(documents(), run.options):
        record = under_way.popleft()
        record.row["version"] = version
        if record.fault:
            record.row.update(status=FAILED, reasons=["RECORD_INVALID"], error=record.fault)
        else:
            fill(record.row, result, run)
        yield record.row


def fill(row: Row, result: process_pb2.ProcessResult, run: Run) -> None:
    """Adds a result to the row of its document."""
    error = errors.of_result(result)
    if error is not None:
        row.update(status=FAILED, error=error.message, reasons=[error.reason or "UNKNOWN"])
        return
    row["status"], row["reasons"] = KEPT, []
    _fill_clean(row, result.clean)
    _fill_facts(row, result.extract)
    _fill_score(row, result.score, run.profile)
    if run.with_result:
        row["result"] = result.SerializeToString(deterministic=True)


def _fill_clean(row: Row, clean: clean_pb2.CleanResult) -> None:
    metadata = clean.metadata
    row["text"], row["markdown"] = clean.text or None, clean.markdown or None
    if clean.page.kind:
        row["page_kind"] = clean_pb2.PageKind.Name(clean.page.kind).removeprefix("PAGE_KIND_")
    for name in ("title", "site_name", "language", "license"):
        row[name] = getattr(metadata, name) or None
    row["authors"] = list(metadata.authors)
    if metadata.HasField("publish_time"):
        row["publish_time"] = metadata.publish_time.ToMilliseconds()


def _fill_facts(row: Row, facts: extract_pb2.ExtractResult) -> None:
    row["entities"] = [
        {
            "type": extract_pb2.EntityType.Name(e.type).removeprefix("ENTITY_TYPE_"),
            "name": e.name,
            "mentions": e.mention_count,
        }
        for e in facts.entities
    ]
    row["quotations"] = [{"text": q.text, "speaker": q.speaker.name or q.speaker.text or None} for q in facts.quotations]


def _fill_score(row: Row, score: score_pb2.ScoreResult, profile: str) -> None:
    verdicts = []
    for p in score.profiles:
        failures = [f.rule for f in p.failures]
        if p.name == profile and p.verdict == score_pb2.VERDICT_REJECT:
            row["status"], row["reasons"] = REJECTED, failures
        verdict = score_pb2.Verdict.Name(p.verdict).removeprefix("VERDICT_")
        verdicts.append({"profile": p.name, "verdict": verdict, "failures": failures})
    row["profiles"] = verdicts
    row["signals"] = [{"name": s.name, "value": s.value} for s in score.signals if s.HasField("value")]
    if score.quality.HasField("score"):
        row["quality"] = score.quality.score
    prints = score.fingerprints
    row["exact"], row["simhash"], row["minhash"] = prints.exact or None, prints.simhash or None, prints.minhash or None


EMPTY: Row = {f.name: [] for f in SCHEMA if pa.types.is_list(f.type)} | {"source": "", "record": 0}
"""What a row has in columns that need a value, unless it is said."""


def batch(many: list[Row], schema: pa.Schema = SCHEMA) -> pa.RecordBatch:
    """Rows as Arrow. Lists without a value are empty, all else is null."""
    return pa.RecordBatch.from_pylist([EMPTY | row for row in many], schema=schema)


def batches(many: Iterable[Row], schema: pa.Schema = SCHEMA, count: int = 256, text: int = 16 << 20) -> Iterator[pa.RecordBatch]:
    """Rows as batches of at most count rows, and about text bytes of text beyond the last row."""
    held: list[Row] = []
    total = 0
    for row in many:
        held.append(row)
        total += len(row.get("text") or "") + len(row.get("markdown") or "") + len(row.get("result") or b"")
        if len(held) >= count or total >= text:
            yield batch(held, schema)
            held, total = [], 0
    if held:
        yield batch(held, schema)
