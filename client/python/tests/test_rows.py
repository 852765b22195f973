"""Rows are those of the command line: the same columns, types and values."""

import datetime
import json
import subprocess
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
from conftest import made_documents, write_lines

import copydesk
from copydesk import records, rows


def by_command(command: str, inputs: list[Path], out: Path, *flags: str) -> list[dict[str, Any]]:
    """The rows that the command line makes, in the order of their ids."""
    done = subprocess.run([command, "process", *map(str, inputs), str(out), *flags], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    made: list[dict[str, Any]] = []
    for file in sorted(out.glob("*/*.parquet")):
        assert pyarrow.parquet.read_schema(file).remove_metadata().equals(rows.SCHEMA), file
        made += pyarrow.parquet.read_table(file).to_pylist()
    return sorted(made, key=lambda r: str(r["id"]))


def by_client(client: copydesk.Client, documents: list[dict[str, Any]], run: rows.Run) -> list[dict[str, Any]]:
    """The rows that this package makes, in the order of their ids."""
    taken = (records.record(d, records.Columns()) for d in documents)
    made = [r for b in rows.batches(rows.rows(client, taken, run), count=16) for r in b.to_pylist()]
    return sorted(made, key=lambda r: str(r["id"]))


def test_rows_are_those_of_the_command_line(client: copydesk.Client, command: str, tmp_path: Path) -> None:
    documents = made_documents(60)
    documents[3] |= {"publish_time": "2023-05-10", "language": "en", "shelf": {"row": [1, None]}, "aisle": "é"}
    documents[5]["language"] = "no language at all"
    documents[6] |= {"scores": {"quality": 0.25, "none": None}}
    documents[8] |= {"scores": {"quality": "high"}}
    del documents[9]["text"]
    page = "<html><head><title>Tea</title><meta name='author' content='Ruth Adeyemi'><meta property='article:published_time' "
    documents[20] |= {"html": page + "content='2021-05-03T10:00:00Z'></head><body><article><p>Tea is at four.</p></article></body></html>"}
    documents[20].pop("text", None)
    write_lines(tmp_path / "in.jsonl", documents)
    flags = ["--filter", "datatrove-gopher-quality", "--signal", "nemo.", "--with-result"]
    want = by_command(command, [tmp_path / "in.jsonl"], tmp_path / "out", *flags)
    run = rows.Run(copydesk.options(signals=["nemo."]), "datatrove-gopher-quality", with_result=True)
    source = str(tmp_path / "in.jsonl")
    for number, d in enumerate(documents, 1):
        d |= {"source": source, "record": number}
    got = by_client(client, documents, run)
    assert {r["status"] for r in want} == {"kept", "rejected", "failed"}
    assert [r["id"] for r in got] == [r["id"] for r in want]
    for mine, theirs in zip(got, want, strict=True):
        for row in (mine, theirs):
            row["version"] = ""  # the command and the server are of one source, built apart
            row["other"] = row["other"] and json.loads(row["other"])
            if row["result"]:  # bytes of another library, and a place in another stream
                result = copydesk.v1.process_pb2.ProcessResult.FromString(row["result"])
                result.sequence = 0
                row["result"] = result
        assert mine == theirs
    assert next(r for r in got if r["id"] == "d000020")["publish_time"] == datetime.datetime(2021, 5, 3, 10, tzinfo=datetime.timezone.utc)


def test_the_schema_is_stable() -> None:
    """A column that goes, moves or changes breaks those who read results. New ones come last."""
    want = Path(__file__).with_name("schema.txt").read_text()
    assert "".join(f"{field}\n" for field in rows.SCHEMA) == want


def test_the_schema_is_documented() -> None:
    page = (Path(__file__).parents[3] / "docs/corpora.md").read_text()
    table = page.split("| column | type | what |")[1].split("\n\n")[0]
    named = [name for line in table.splitlines()[2:] for name in line.split("|")[1].replace("`", "").replace(" ", "").split(",")]
    assert sorted(named) == sorted(rows.SCHEMA.names)


def test_broken_rows_fail_alone(client: copydesk.Client) -> None:
    batch = pa.RecordBatch.from_pydict(
        {
            "id": pa.array([b"a", b"b\xff", b"c", b"d", None, b"f"], pa.binary()).view(pa.string()),
            "text": pa.array([b"Tea.", b"x", b"\xff", None, b"x", b"x" * (17 << 20)], pa.binary()).view(pa.string()),
        }
    )
    made = list(rows.rows(client, records.from_batch(batch, records.Columns()), rows.Run(copydesk.options())))
    assert [(r["id"], r["status"], r["error"] if r["status"] == "failed" else "") for r in made] == [
        ("a", "kept", ""),
        ("", "failed", "column id is not UTF-8"),
        ("c", "failed", "column text is not UTF-8"),
        ("d", "failed", "exactly one of text, html and raw is required"),
        ("", "failed", "a row needs an id"),
        ("f", "failed", "its content has more than 16777216 bytes, the limit"),
    ]
    assert {tuple(r["reasons"]) for r in made[1:]} == {("RECORD_INVALID",)}
    table = pa.Table.from_batches(list(rows.batches(made)))
    assert table.schema.equals(rows.SCHEMA)


def test_scores() -> None:
    columns = records.Columns(scores=("quality", "words"))
    made = records.record({"id": "a", "text": "Tea.", "quality": 0.5, "words": b" 3 ", "scores": [("toxic", 0.125)]}, columns)
    assert made.document is not None
    assert dict(made.document.scores) == {"quality": 0.5, "words": 3, "toxic": 0.125}
    assert made.row["other"] == '{"quality":0.5,"scores":[["toxic",0.125]],"words":" 3 "}'
    for wrong, fault in (
        ({"quality": "much"}, "quality: must be a number"),
        ({"scores": {"a": True}}, "scores: must be an object of numbers"),
    ):
        assert records.record({"id": "a", "text": "Tea."} | wrong, columns).fault == fault


def test_batches_of_rows_are_bounded() -> None:
    row = {"id": "a", "status": "kept", "version": "v", "text": "x" * 1000}
    sizes = [b.num_rows for b in rows.batches([dict(row) for _ in range(10)], count=4, text=3000)]
    assert sizes == [3, 3, 3, 1]
    assert [b.num_rows for b in rows.batches([dict(row) for _ in range(5)], count=2)] == [2, 2, 1]
