"""Rows of tables as documents, by the rules of `copydesk process`: which column means what, and what is wrong with a row. Needs pyarrow."""

from __future__ import annotations

import base64
import dataclasses
import json
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from copydesk.documents import MAX_CONTENT, document
from copydesk.rows import Record


@dataclasses.dataclass(frozen=True)
class Columns:
    """Names of the columns that hold the parts of a document. All other columns that mean nothing to Copydesk go to other."""

    id: str = "id"
    text: str = "text"
    html: str = "html"
    url: str = "url"
    scores: tuple[str, ...] = ()
    """Columns of numbers at which rules of a custom profile look as caller.NAME, beside those of the column scores, an object."""


# The remaining parts of a document, by the names of their columns, and what a value has to be.
_STRINGS = ("language", "media_type")
_TIMES = ("publish_time", "retrieve_time")


def from_batch(batch: pa.RecordBatch, columns: Columns) -> Iterator[Record]:
    """The record of each row of a table."""
    names = batch.schema.names
    columns_of_values = [_values(name, c) for name, c in zip(names, batch.columns, strict=True)]
    for values in zip(*columns_of_values, strict=True):
        yield record(dict(zip(names, values, strict=True)), columns)


def _values(name: str, column: pa.Array) -> list[Any]:
    """The values of a column; text as bytes, so that one value that is not UTF-8 is a fault of its row alone."""
    if name == "raw":  # where text is base64
        pass
    elif pa.types.is_string(column.type):
        column = column.cast(pa.binary())
    elif pa.types.is_large_string(column.type):
        column = column.cast(pa.large_binary())
    values: list[Any] = column.to_pylist()
    return values


def record(values: Mapping[str, Any], columns: Columns) -> Record:
    """The record of one row, whose strings may be bytes in UTF-8."""
    left = {k: v for k, v in values.items() if v is not None}
    row: dict[str, Any] = {"id": ""}
    faults: list[str] = []

    def take(name: str, kinds: tuple[type, ...], kind: str) -> Any:
        value = left.pop(name, None)
        if isinstance(value, bytes) and str in kinds:
            try:
                value = value.decode()
            except UnicodeDecodeError:
                faults.append(f"column {name} is not UTF-8")
                return None
        if value is not None and not isinstance(value, kinds):
            faults.append(f"{name}: must be {kind}")
            return None
        return value

    row["id"] = take(columns.id, (str,), "a string") or ""
    row["url"] = take(columns.url, (str,), "a string")
    row["source"] = take("source", (str,), "a string") or ""
    row["record"] = take("record", (int,), "an integer") or 0
    parts: dict[str, Any] = {name: take(name, (str,), "a string") for name in _STRINGS}
    parts |= {name: _time(left.pop(name, None)) for name in _TIMES}
    parts["already_clean"] = take("already_clean", (bool,), "true or false")
    content = {
        "text": take(columns.text, (str,), "a string"),
        "html": take(columns.html, (str,), "a string"),
        "raw": _raw(left.pop("raw", None), faults),
    }
    parts["scores"] = _scores(left, columns.scores, faults)
    if left.pop("_corrupt_record", None) is not None:  # where Spark puts a line that it cannot read
        faults.insert(0, "not a JSON object")
    try:
        row["other"] = other(left)
    except UnicodeDecodeError:
        faults.append("a column is not UTF-8")
    if not row["id"]:
        faults.append("a row needs an id")
    if any(v is not None and len(v) > MAX_CONTENT // 4 and len(_bytes(v)) > MAX_CONTENT for v in content.values()):
        faults.append(f"its content has more than {MAX_CONTENT} bytes, the limit")
    if not faults:
        try:
            given = {k: v for k, v in (parts | content | {"id": row["id"], "url": row["url"]}).items() if v is not None}
            return Record(row, document(**given))
        except (ValueError, TypeError) as error:
            faults.append(str(error))
    return Record(row, None, faults[0])


def _scores(left: Mapping[str, Any], columns: tuple[str, ...], faults: list[str]) -> dict[str, float]:
    """The values that were measured elsewhere. Their columns stay among those that mean nothing to Copydesk."""
    scores: dict[str, float] = {}
    given = left.get("scores")
    if isinstance(given, list) and all(isinstance(pair, tuple) and len(pair) == 2 for pair in given):
        given = dict(given)  # a map, as Arrow has it
    if isinstance(given, dict):  # a column of that name that is no object means something else
        for name, value in given.items():
            if isinstance(value, bool) or not isinstance(value, (int, float, type(None))):
                faults.append("scores: must be an object of numbers")
            elif value is not None:
                scores[str(name)] = value
    for name in columns:
        value = left.get(name)
        try:
            if value is not None:
                scores[name] = float(value.decode() if isinstance(value, bytes) else value)
        except (ValueError, TypeError):
            faults.append(f"{name}: must be a number")
    return scores


def _raw(value: Any, faults: list[str]) -> bytes | None:
    """Bytes, or base64, as JSON has bytes."""
    if value is None or isinstance(value, bytes):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except (ValueError, TypeError):
        faults.append("raw: must be base64")
        return None


def _bytes(value: str | bytes) -> bytes:
    return value.encode() if isinstance(value, str) else value


def _time(value: Any) -> Any:
    """A time as document takes it."""
    return value.decode() if isinstance(value, bytes) else value


def other(left: Mapping[str, Any]) -> str | None:
    """What means nothing to Copydesk, as a JSON object with sorted keys; None if there is nothing. Raises UnicodeDecodeError."""
    if not left:
        return None
    kept = {name: value.decode() if isinstance(value, bytes) else value for name, value in left.items()}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
