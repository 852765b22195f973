"""Apache Spark on a cluster of two executors gives the rows of the command line, also if one is killed, and all near-duplicates.

TEST_LONG=1 takes 20,000 documents.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from conftest import made_documents, write_lines
from graphs import duplicates, hard

import copydesk
from copydesk import rows

pyspark = pytest.importorskip("pyspark")
pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(shutil.which("java") is None, reason="java is not installed"),
]

COUNT = 20_000 if os.environ.get("TEST_LONG") else 400
PROFILE = "datatrove-gopher-quality"


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.executor.memory": "1g",
        "spark.executorEnv.PYTHONPATH": str(Path(copydesk.__file__).parents[1]),
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MILLIS",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "64",
        "spark.sql.files.maxPartitionBytes": str(1 << 20),
        "spark.sql.files.openCostInBytes": "0",
        "spark.local.dir": str(tmp_path_factory.mktemp("local")),
    }
    if binary := os.environ.get("COPYDESK_SERVER_BINARY"):
        settings["spark.executorEnv.COPYDESK_SERVER_BINARY"] = binary
    builder = pyspark.sql.SparkSession.builder.master("local-cluster[2,1,1024]").appName("tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.sparkContext.setCheckpointDir(str(tmp_path_factory.mktemp("checkpoints")))
    yield session
    session.stop()


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "in.jsonl"
    made = made_documents(COUNT)
    del made[7]["text"]
    write_lines(path, made)
    return path


@pytest.fixture(scope="module")
def by_command(command: str, documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("command") / "rows"
    done = subprocess.run([command, "process", str(documents), str(out), "--filter", PROFILE], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return out


def table(folder: Path) -> list[dict[str, Any]]:
    """All rows of a folder of results by id, without what the engines may differ in: where a document was, and of which build the
    server is."""
    made = []
    for file in sorted(folder.rglob("*.parquet")):
        read = pa.parquet.ParquetFile(file).read().to_pylist()
        status = file.parent.name.removeprefix("status=")
        made += [{"status": status} | row | {"source": "", "record": 0, "version": ""} for row in read]
    return sorted(made, key=lambda row: str(row["id"]))


def process(spark: Any, documents: Path, out: Path, parts: int) -> Path:
    from copydesk.spark import process

    df = spark.read.json(str(documents)).repartition(parts)
    process(df, profile=PROFILE).write.partitionBy("status").parquet(str(out))
    return out


def compare(got: Path, want: Path) -> None:
    mine, theirs = table(got), table(want)
    assert len(mine) == COUNT
    assert [r["id"] for r in mine] == [r["id"] for r in theirs]
    assert {r["status"] for r in mine} == {"kept", "rejected", "failed"}
    for a, b in zip(mine, theirs, strict=True):
        assert a == b


@pytest.fixture(scope="module")
def by_spark(spark: Any, documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return process(spark, documents, tmp_path_factory.mktemp("spark") / "rows", 4)


def test_rows_are_those_of_the_command_line(by_spark: Path, by_command: Path) -> None:
    compare(by_spark, by_command)
    (version,) = {v for f in by_spark.rglob("*.parquet") for v in pa.parquet.read_table(f)["version"].to_pylist()}
    assert version


def test_files_have_the_schema(by_spark: Path) -> None:
    """The columns of the command line, in its order; the status is the folder's, and Spark lets all be null."""
    want = [(f.name, str(f.type).replace(" not null", "")) for f in rows.SCHEMA if f.name != "status"]
    for file in by_spark.rglob("*.parquet"):
        assert [(f.name, str(f.type).replace(" not null", "")) for f in pa.parquet.read_schema(file)] == want


def test_a_killed_executor_loses_nothing(spark: Any, documents: Path, by_command: Path, tmp_path: Path) -> None:
    victim, parts = executors(spark)[0], 24
    killed: list[int] = []

    def kill() -> None:
        tracker = spark.sparkContext.statusTracker()
        while not killed:
            stages = [tracker.getStageInfo(s) for s in tracker.getActiveStageIds()]
            if any(s and s.numTasks == parts and s.numCompletedTasks >= 3 for s in stages):
                os.kill(victim, signal.SIGKILL)
                killed.append(victim)
            time.sleep(0.01)

    thread = threading.Thread(target=kill, daemon=True)
    thread.start()
    out = process(spark, documents, tmp_path / "rows", parts)
    thread.join(1)
    assert killed, "the run was over before an executor could be killed"
    compare(out, by_command)


def executors(spark: Any) -> list[int]:
    """The processes of the executors, which are children of the driver's."""
    driver = spark.sparkContext._jvm.java.lang.ProcessHandle.current().pid()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            stat = (process / "stat").read_text()
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if int(stat.rsplit(")", 1)[1].split()[1]) == driver and b"CoarseGrainedExecutorBackend" in command:
            found.append(int(process.name))
    return found


def frame(spark: Any, prints: list[dict[str, Any]], **columns: object) -> Any:
    names = ("id", "minhash", "exact", "version", "status")
    data = [tuple((row | columns)[n] for n in names) for row in prints]
    return spark.createDataFrame(data, "id string, minhash binary, exact string, version string, status string")


@pytest.mark.parametrize("exact_only", [False, True])
def test_near_duplicates_are_those_of_union_find(spark: Any, exact_only: bool) -> None:
    from copydesk.spark import near_duplicates

    prints = hard()
    want = duplicates(prints, exact_only)
    assert len(want) == (399 + 20 if exact_only else 299 + 20 * 4 + 400 + 399 + 20)
    found = near_duplicates(frame(spark, prints).repartition(5), exact_only=exact_only).collect()
    assert {r["id"]: r["duplicate_of"] for r in found} == want
    assert len(found) == len(want)


def test_the_order_says_which_is_kept(spark: Any) -> None:
    from pyspark.sql import functions as F

    from copydesk.spark import near_duplicates

    prints = hard(chain=12, star=5, same=5, single=3)
    groups: dict[str, list[str]] = {}
    for member, first in duplicates(prints).items():
        groups.setdefault(first, [first]).append(member)
    want = {member: max(group) for group in groups.values() for member in group if member != max(group)}
    backwards = F.concat(*[F.lpad((F.lit(9) - F.substring("id", i, 1).cast("int")).cast("string"), 1, "0") for i in range(2, 7)])
    found = near_duplicates(frame(spark, prints), order=backwards).collect()
    assert {r["id"]: r["duplicate_of"] for r in found} == want


def test_duplicates_are_those_of_the_command_line(spark: Any, by_command: Path, command: str, tmp_path: Path) -> None:
    from copydesk.spark import deduplicate

    subprocess.run([command, "dedup", str(by_command), str(tmp_path / "unique")], check=True, capture_output=True)
    df = spark.read.parquet(str(by_command / "kept"))
    deduplicate(df, order="record").write.partitionBy("status").parquet(str(tmp_path / "spark"))
    mine, theirs = table(tmp_path / "spark"), table(tmp_path / "unique")
    assert sum(r["status"] == "rejected" for r in theirs) > COUNT // 20
    assert mine == theirs


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda p: p[1].update(id=p[0]["id"]), "occurs 2 times"),
        (lambda p: p[1].update(id=None), "rows without id"),
        (lambda p: p[1].update(version="v2"), "several versions"),
        (lambda p: p[1].update(minhash=b"short"), "has 896 bytes, one here has 5"),
        (lambda p: [row.update(minhash=None, exact=None) for row in p], "no row has a fingerprint"),
    ],
    ids=["id twice", "no id", "versions", "short", "no fingerprints"],
)
def test_what_cannot_be_compared_is_refused(spark: Any, change: Any, fault: str) -> None:
    from copydesk.spark import near_duplicates

    prints = hard(chain=3, star=1, same=1, single=1)
    change(prints)
    with pytest.raises(ValueError, match=fault):
        near_duplicates(frame(spark, prints))


def test_ids_are_strings(spark: Any) -> None:
    from copydesk.spark import near_duplicates

    df = spark.createDataFrame([(1, "a", None)], "id int, exact string, minhash binary")
    with pytest.raises(ValueError, match="cast them to string"):
        near_duplicates(df)
