"""Copydesk on Apache Spark: documents to rows, and near-duplicates of a whole corpus.

    from copydesk.spark import near_duplicates, process

    rows = process(spark.read.parquet("crawl"), profile="fineweb")
    rows.write.partitionBy("status").parquet("rows")
    duplicates = near_duplicates(spark.read.parquet("rows").where("status = 'kept'"))

`python -m copydesk.spark` does the same from the command line. The package has to be installed where executors run.
"""

from copydesk.spark.duplicates import deduplicate, near_duplicates
from copydesk.spark.processing import process

__all__ = ["deduplicate", "near_duplicates", "process"]
