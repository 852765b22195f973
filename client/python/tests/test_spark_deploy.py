"""What deploy/spark has: properties that Spark knows and, with TEST_LONG=1, a standalone cluster with an environment that travels."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from conftest import ROOT, made_documents, write_lines

pyspark = pytest.importorskip("pyspark")
pytestmark = [pytest.mark.spark, pytest.mark.skipif(shutil.which("java") is None, reason="java is not installed")]

FOLDER = ROOT / "deploy/spark"
# Of Hadoop, or of any name.
FOREIGN = ("spark.hadoop.", "spark.executorEnv.")
# Each registers its properties when it is loaded.
REGISTRIES = ("internal.config.package$", "sql.internal.SQLConf$", "deploy.k8s.Config$")


@pytest.fixture(scope="module")
def jvm() -> Iterator[Any]:
    from pyspark.java_gateway import launch_gateway

    gateway = launch_gateway()  # type: ignore[no-untyped-call]
    yield gateway.jvm
    gateway.shutdown()
    gateway.proc.stdin.close()


def test_spark_knows_every_property(jvm: Any) -> None:
    for registry in REGISTRIES:
        jvm.java.lang.Class.forName(f"org.apache.spark.{registry}")
    unknown, seen = [], 0
    for file in FOLDER.glob("*.conf"):
        for line in file.read_text().splitlines():
            if not line or line.startswith("#"):
                continue
            name = line.split()[0]
            seen += 1
            if name.startswith(FOREIGN):
                continue
            if jvm.org.apache.spark.internal.config.ConfigEntry.findEntry(name) is None:
                unknown.append(name)
    assert not unknown
    assert seen > 20


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port: int = s.getsockname()[1]
        return port


@pytest.mark.skipif("TEST_LONG" not in os.environ, reason="takes minutes: TEST_LONG=1")
def test_a_standalone_cluster(tmp_path: Path) -> None:
    """The commands of the README, with a master and two workers on this machine."""
    home = Path(pyspark.__file__).parent
    port = free_port()
    wheels = os.environ["TEST_WHEELS"]  # the folder of the wheel that .ci/python has built
    (tmp_path / "deploy").symlink_to(ROOT / "deploy")
    (tmp_path / "dist").symlink_to(wheels)
    (tmp_path / "crawl").mkdir()
    documents = made_documents(2000)
    for i in range(4):
        write_lines(tmp_path / f"crawl/{i}.jsonl", documents[i::4])
    page = (FOLDER / "README.md").read_text()
    (commands,) = (b for b in re.findall(r"^```\n(.*?)^```$", page, re.MULTILINE | re.DOTALL) if "spark://HOST:7077" in b)
    commands = commands.replace(
        "spark://HOST:7077", f"spark://127.0.0.1:{port} --conf spark.executor.cores=1 --conf spark.driver.host=127.0.0.1"
    )
    commands = commands.replace("python3 -m venv", f"{sys.executable} -m venv")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("COPYDESK_", "PYTHON", "PYSPARK_"))}
    environment |= {"PATH": f"{home}/bin:{os.environ['PATH']}", "SPARK_HOME": str(home), "SPARK_WORKER_DIR": str(tmp_path / "work")}
    start = [str(home / "bin/spark-class"), "org.apache.spark.deploy"]
    master = [f"{start[1]}.master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0"]
    worker = [f"{start[1]}.worker.Worker", "--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "3g"]
    processes = [subprocess.Popen([start[0], *master], env=environment, stderr=subprocess.DEVNULL)]
    try:
        for _ in range(300):
            with socket.socket() as s:
                if s.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        for _ in range(2):
            processes.append(subprocess.Popen([start[0], *worker, f"spark://127.0.0.1:{port}"], env=environment, stderr=subprocess.DEVNULL))
        subprocess.run(["bash", "-euo", "pipefail", "-c", commands], cwd=tmp_path, env=environment, check=True)
    finally:
        for process in processes:
            process.terminate()
            process.wait()
    ids = [i for f in (tmp_path / "rows").rglob("*.parquet") for i in pyarrow.parquet.ParquetFile(f).read(["id"])["id"].to_pylist()]
    assert sorted(ids) == sorted(d["id"] for d in documents)
