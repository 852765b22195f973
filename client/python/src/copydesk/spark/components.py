"""Connected components of a graph of any size, by alternating large and small stars.

R. Kiveris, S. Lattanzi, V. Mirrokni, V. Rastogi and S. Vassilvitskii, "Connected Components in MapReduce and Beyond", 2014. Each step is
joins and minima; no task holds the neighbours of a node as a list.
"""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def components(edges: DataFrame) -> DataFrame:
    """Returns pairs (a, b): a is the smallest node of the component of b, and b is every other node of it.

    edges has columns a and b of one type, no edge of a node to itself. Each round is kept in a checkpoint, without which plans would
    grow with every round.
    """
    edges = edges.checkpoint()
    state = _state(edges)
    while True:
        edges = _small_star(_large_star(edges)).checkpoint()
        before, state = state, _state(edges)
        if state == before:
            return edges


def _state(edges: DataFrame) -> tuple[int, ...]:
    """What tells whether a round has changed anything."""
    row = edges.agg(F.count("*"), F.bit_xor(F.xxhash64("a", "b")), F.bit_xor(F.xxhash64("b", "a"))).first()
    return tuple(row or ())


def _large_star(edges: DataFrame) -> DataFrame:
    """Connects the larger neighbours of each node with the smallest of all of them and itself."""
    both = edges.unionByName(edges.select(F.col("b").alias("a"), F.col("a").alias("b")))
    smallest = both.groupBy("a").agg(F.least(F.min("b"), F.col("a")).alias("m"))
    return both.join(smallest, "a").where("b > a").select(F.col("m").alias("a"), "b").distinct()


def _small_star(edges: DataFrame) -> DataFrame:
    """Connects each node and its smaller neighbours with the smallest of these."""
    down = edges.select(F.greatest("a", "b").alias("u"), F.least("a", "b").alias("v"))
    smallest = down.groupBy("u").agg(F.min("v").alias("m"))
    joined = down.join(smallest, "u")
    return (
        joined.select(F.col("m").alias("a"), F.col("v").alias("b"))
        .unionByName(smallest.select(F.col("m").alias("a"), F.col("u").alias("b")))
        .where("a <> b")
        .distinct()
    )
