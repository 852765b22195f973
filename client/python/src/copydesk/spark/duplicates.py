"""Near-duplicates of a corpus: which rows share a fingerprint, directly or through others, and which of them is kept."""

from __future__ import annotations

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from copydesk.spark.components import components

_BUCKETS, _BUCKET_BYTES = 14, 64


class CorpusError(ValueError):
    """Rows that cannot be compared: an id that occurs twice, results of several versions, or no fingerprints."""


def near_duplicates(
    df: DataFrame,
    id: str = "id",
    order: Column | str | None = None,
    *,
    exact_only: bool = False,
) -> DataFrame:
    """Returns id and duplicate_of of the rows to leave out: those of which a near-duplicate is kept.

    df has a string id that occurs once, exact and minhash as `process` makes them and, unless its rows are known to be of one version
    of the service, version. Two rows belong together if their exact fingerprints are equal or one of the 14 buckets of their MinHash
    is, and so do all that are connected in this way; exact_only goes by exact alone. Of each group the row with the smallest order is
    kept, and of several such the one with the smallest id; order is a column or an expression, id unless given.

    df is read several times, so it has to be the same each time: read it from files, not from what a shuffle or a random number
    decides. A directory for checkpoints has to be set on the SparkContext, one that all executors reach. Raises CorpusError.
    """
    check(df, id)
    key = F.col(id) if order is None else (F.col(order) if isinstance(order, str) else order)
    rows = df.select(F.col(id).alias("id"), "exact", "minhash").where("exact is not null or minhash is not null")
    groups = components(_edges(rows, exact_only))
    ordered = df.select(F.col(id).alias("id"), F.struct(key, F.col(id)).alias("order"))
    members = groups.select(F.col("a").alias("group"), F.col("b").alias("id")).unionByName(
        groups.select(F.col("a").alias("group"), F.col("a").alias("id")).distinct()
    )
    ranked = members.join(ordered, "id")
    kept = ranked.groupBy("group").agg(F.min_by("id", "order").alias("duplicate_of"))
    return ranked.join(kept, "group").where("id <> duplicate_of").select(F.col("id").alias(id), "duplicate_of")


def deduplicate(
    df: DataFrame,
    id: str = "id",
    order: Column | str | None = None,
    *,
    exact_only: bool = False,
) -> DataFrame:
    """Returns the rows of df, those that near_duplicates finds rejected with reason DUPLICATE, as `copydesk dedup` does."""
    found = near_duplicates(df, id, order, exact_only=exact_only).withColumnRenamed("duplicate_of", "_duplicate_of")
    is_duplicate = F.col("_duplicate_of").isNotNull()
    return (
        df.join(found, id, "left")
        .withColumn("status", F.when(is_duplicate, "rejected").otherwise(F.col("status")))
        .withColumn("reasons", F.when(is_duplicate, F.array(F.lit("DUPLICATE"))).otherwise(F.col("reasons")))
        .withColumn("duplicate_of", F.coalesce("_duplicate_of", "duplicate_of"))
        .select(df.columns)
    )


def check(df: DataFrame, id: str) -> None:
    """Refuses rows that cannot be compared."""
    if dict(df.dtypes)[id] != "string":
        raise CorpusError(f"the ids in {id} are {dict(df.dtypes)[id]}: cast them to string")
    version = F.col("version") if "version" in df.columns else F.lit("")
    by_id = df.groupBy(F.col(id).alias("id")).agg(
        F.count("*").alias("n"),
        F.min(version).alias("first"),
        F.max(version).alias("last"),
        F.max(F.coalesce(F.col("exact").isNotNull() | F.col("minhash").isNotNull(), F.lit(False))).alias("judged"),
        F.max(F.when(F.length("minhash") != _BUCKETS * _BUCKET_BYTES, F.length("minhash"))).alias("wrong"),
    )
    all_rows = by_id.agg(
        F.sum("n"),
        F.max("n"),
        F.min("first"),
        F.max("last"),
        F.max("judged"),
        F.max_by("id", "n"),
        F.sum(F.isnull("id").cast("int")),
        F.max("wrong"),
    ).first()
    if all_rows is None or not all_rows[0]:
        return
    _, most, first, last, judged, often, without, wrong = all_rows
    if without:
        raise CorpusError(f"there are rows without {id}")
    if most > 1:
        raise CorpusError(f"the id {often!r} occurs {most} times: ids have to be unique")
    if first != last:
        raise CorpusError(f"rows are of several versions, {first} and {last} among them: their fingerprints may differ")
    if wrong is not None:
        raise CorpusError(f"a MinHash has {_BUCKETS * _BUCKET_BYTES} bytes, one here has {wrong}")
    if not judged:
        raise CorpusError("no row has a fingerprint: process with all operations, or with score")


def _edges(rows: DataFrame, exact_only: bool) -> DataFrame:
    """Pairs (a, b) of ids with a < b that connect every group: stars around the smallest id of each fingerprint."""
    if exact_only:
        return _stars(rows.where("exact is not null").select("id", F.col("exact").alias("key")))
    # What is equal in everything is one first: of a text that occurs a million times fourteen million keys would go to few tasks.
    same = rows.select("id", "exact", "minhash", F.md5(F.concat_ws("|", "exact", F.hex("minhash"))).alias("key"))
    first = same.groupBy("key").agg(F.min_by(F.struct("id", "exact", "minhash"), "id").alias("row")).select("row.*")
    buckets = [F.concat(F.lit(f"{i} "), F.md5(F.substring("minhash", 1 + i * _BUCKET_BYTES, _BUCKET_BYTES))) for i in range(_BUCKETS)]
    keys = first.select("id", F.explode(F.array(F.concat(F.lit("exact "), F.col("exact")), *buckets)).alias("key"))
    return _stars(same.select("id", "key")).unionByName(_stars(keys.where("key is not null"))).distinct()


def _stars(keys: DataFrame) -> DataFrame:
    """From ids with keys, pairs of the smallest id of each key and each other one. No group is ever held by one task as a list."""
    centres = keys.groupBy("key").agg(F.min("id").alias("a"), F.count("*").alias("n")).where("n > 1").drop("n")
    return keys.join(centres, "key").where("id <> a").select("a", F.col("id").alias("b"))
