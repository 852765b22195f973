"""The step of datatrove, run by its local executor, gives the rows of the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from conftest import made_documents, write_lines

import copydesk
from copydesk import rows

pytest.importorskip("datatrove")
pytestmark = pytest.mark.datatrove

COUNT = 120
PROFILE = "datatrove-gopher-quality"

PIPELINE = """
import sys
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter, ParquetWriter
from copydesk.datatrove import Copydesk, row
from copydesk.rows import SCHEMA

if __name__ == "__main__":
    source, out, profile = sys.argv[1:]
    LocalPipelineExecutor(
        [
            JsonlReader(source),
            Copydesk(profile=profile, exclusion_writer=JsonlWriter(out + "/excluded", compression=None)),
            ParquetWriter(out + "/kept", adapter=row, schema=SCHEMA, compression="zstd"),
        ],
        tasks=2,
        workers=2,
        logging_dir=out + "/logs",
    ).run()
"""


def test_rows_are_those_of_the_command_line(command: str, tmp_path: Path) -> None:
    documents = [d for d in made_documents(COUNT * 2) if "text" in d][:COUNT]
    documents[4] |= {"shelf": 3, "aisle": "é"}
    documents[5]["language"] = "no language at all"
    (tmp_path / "in").mkdir()
    for i in range(2):
        write_lines(tmp_path / f"in/{i}.jsonl", documents[i::2])
    program = tmp_path / "pipeline.py"
    program.write_text(PIPELINE)
    path = str(Path(copydesk.__file__).parents[1])
    subprocess.run(
        [sys.executable, str(program), str(tmp_path / "in"), str(tmp_path / "out"), PROFILE],
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": path, "HF_HUB_OFFLINE": "1"},
    )
    files = [str(tmp_path / f"in/{i}.jsonl") for i in range(2)]
    subprocess.run([command, "process", *files, str(tmp_path / "rows"), "--filter", PROFILE], capture_output=True)

    def read(*folders: Path) -> dict[str, dict[str, Any]]:
        made = {}
        for folder in folders:
            for file in folder.glob("*.parquet"):
                table = pyarrow.parquet.read_table(file)
                assert table.schema.remove_metadata().equals(rows.SCHEMA)
                for row in table.to_pylist():
                    made[row["id"]] = row | {"source": "", "record": 0, "version": ""}
        return made

    mine, theirs = read(tmp_path / "out/kept"), read(tmp_path / "rows/kept")
    assert len(theirs) > COUNT // 4
    assert mine == theirs
    excluded: dict[str, dict[str, Any]] = {}
    for file in (tmp_path / "out/excluded").glob("*.jsonl"):
        excluded |= {d["id"]: d for d in map(json.loads, file.read_text().splitlines())}
    dropped = read(tmp_path / "rows/rejected", tmp_path / "rows/failed")
    assert {k: (d["metadata"]["status"], d["metadata"]["reasons"]) for k, d in excluded.items()} == {
        k: (d["status"], d["reasons"]) for k, d in dropped.items()
    }
    assert {d["status"] for d in dropped.values()} == {"rejected", "failed"}
    failed = next(d for d in excluded.values() if d["metadata"]["status"] == "failed")
    assert failed["text"] == documents[5]["text"]
    stats = json.loads((tmp_path / "out/logs/stats.json").read_text())
    (step,) = [s for s in stats if "Copydesk" in s["name"]]
    assert step["stats"]["forwarded"] == len(mine)
