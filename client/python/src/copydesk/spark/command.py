"""What `python -m copydesk.spark` does: process and dedup from folder to folder, with a summary at the end."""

from __future__ import annotations

import argparse
import os
import sys

from pyspark.errors import AnalysisException
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from copydesk.documents import options
from copydesk.records import Columns
from copydesk.spark.duplicates import CorpusError, deduplicate
from copydesk.spark.processing import process

# What suits documents better than Spark's defaults, unless spark-submit or a file of settings says otherwise.
_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256",  # of up to 16 MiB each
    "spark.sql.files.maxPartitionBytes": "16m",  # a task of minutes, not of an hour
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MILLIS",  # as the columns of results are documented
    "spark.sql.session.timeZone": "UTC",
}


def main(arguments: list[str] | None = None) -> None:
    """Carries out the command."""
    args = _parser().parse_args(arguments)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # executors started from here take it from there
    spark = _session(args.master)
    try:
        code = args.command(spark, args)
    except CorpusError as error:
        print(f"copydesk.spark: {error}", file=sys.stderr)
        code = 1
    finally:
        spark.stop()
    sys.exit(code)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m copydesk.spark", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="process|dedup")
    one = commands.add_parser("process", help="clean, extract from and judge the documents of a folder")
    one.set_defaults(command=_process)
    one.add_argument("--filter", default="", metavar="PROFILE", help="reject what this profile rejects")
    one.add_argument("--format", default="", help="json, parquet, csv or another format of Spark; by the names of files unless given")
    one.add_argument("--partitions", type=int, default=0, help="spread the input over so many tasks, which compressed lines need")
    one.add_argument("--with-result", action="store_true", help="add each whole result, as a ProcessResult in protobuf")
    one.add_argument("--score-column", action="append", default=[], metavar="NAME", help="a column with a number, for rules of profiles")
    for name in ("id", "text", "html", "url"):
        one.add_argument(f"--{name}-column", default=name, metavar="NAME", help=f"the column with the {name}")
    two = commands.add_parser("dedup", help="reject all but one of each group of near-duplicates")
    two.set_defaults(command=_dedup)
    two.add_argument("--exact", action="store_true", help="go by equal text alone")
    two.add_argument("--keep", choices=("first", "longest"), default="first", help="of each group: first by source, record and id")
    two.add_argument(
        "--checkpoints", default="", metavar="FOLDER", help="for what is between rounds; beside OUT, and removed, unless given"
    )
    for command in (one, two):
        command.add_argument("input", metavar="IN", help="a file or folder, or any address that Spark reads")
        command.add_argument("output", metavar="OUT", help="a folder that does not exist")
        command.add_argument("--master", default=None, help="as in local[8] or spark://host:7077; spark-submit says it by itself")
    return parser


def _session(master: str | None) -> SparkSession:
    builder = SparkSession.builder.appName("copydesk")
    if master:
        builder = builder.master(master)
    spark = builder.getOrCreate()
    given = spark.sparkContext.getConf()
    for name, value in _SETTINGS.items():
        if not given.contains(name):
            spark.conf.set(name, value)
    return spark


def _process(spark: SparkSession, args: argparse.Namespace) -> int:
    df = _read(spark, args.input, args.format)
    if args.partitions:
        df = df.repartition(args.partitions)
    columns = Columns(args.id_column, args.text_column, args.html_column, args.url_column, tuple(args.score_column))
    rows = process(df, options(), profile=args.filter, columns=columns, with_result=args.with_result)
    rows.write.partitionBy("status").parquet(args.output)
    return _summary(spark, args.output)


def _read(spark: SparkSession, path: str, kind: str) -> DataFrame:
    """Documents of files, with the file as source unless there is a column of that name."""
    kind = kind or _format(spark, path)
    reader = spark.read.format(kind)
    if kind == "csv":
        reader = reader.options(header=True, multiLine=True, escape='"')
    df = reader.load(path)
    return df if "source" in df.columns else df.withColumn("source", F.col("_metadata.file_path"))


def _format(spark: SparkSession, path: str) -> str:
    """The format of a file or of the first one in a folder, by its name."""
    first = spark.read.format("binaryFile").load(path).select("path").first()
    name = str(first["path"]) if first else ""
    for ending in (".gz", ".bz2", ".zst"):
        name = name.removesuffix(ending)
    return {"parquet": "parquet", "csv": "csv"}.get(name.rpartition(".")[2], "json")


def _dedup(spark: SparkSession, args: argparse.Namespace) -> int:
    checkpoints = args.checkpoints or args.output.rstrip("/") + "_checkpoints"
    spark.sparkContext.setCheckpointDir(checkpoints)
    df = spark.read.parquet(args.input).where("status = 'kept'")
    order: Column = F.struct("source", "record")
    if args.keep == "longest":
        order = F.struct(-F.coalesce(F.length("text"), F.lit(0)), "source", "record")
    try:
        deduplicate(df, order=order, exact_only=args.exact).write.partitionBy("status").parquet(args.output)
    finally:
        if not args.checkpoints:
            _remove(spark, checkpoints)
    return _summary(spark, args.output)


def _remove(spark: SparkSession, folder: str) -> None:
    """Removes a folder, in whatever file system it is."""
    jvm, context = spark._jvm, spark.sparkContext._jsc
    assert jvm is not None
    path = jvm.org.apache.hadoop.fs.Path(folder)
    path.getFileSystem(context.hadoopConfiguration()).delete(path, True)


def _summary(spark: SparkSession, output: str) -> int:
    """Prints what became of the documents, and returns 1 if some failed."""
    try:
        written = spark.read.parquet(output)
    except AnalysisException as error:
        if error.getCondition() != "UNABLE_TO_INFER_SCHEMA":
            raise
        print("there are no documents")  # and so no files, which would have the columns
        return 0
    rows = written.select("status", "version", F.explode_outer("reasons").alias("reason"))
    by_status = {row["status"]: row["count"] for row in written.groupBy("status").count().collect()}
    print(", ".join(f"{by_status.get(s, 0)} {s}" for s in ("kept", "rejected", "failed")))
    top = rows.where("reason is not null").groupBy("status", "reason").count().orderBy(F.desc("count"), "reason").limit(20)
    for row in top.collect():
        print(f"{row['count']:>10}  {row['status']}  {row['reason']}")
    for row in rows.select("version").distinct().orderBy("version").limit(5).collect():
        print(f"version {row['version']}")
    return 1 if by_status.get("failed") else 0
