"""Made fingerprints whose groups are hard to find, and the truth by union-find in one process."""

import random
from typing import Any

BUCKETS, BUCKET_BYTES = 14, 64
Print = dict[str, Any]


def hard(seed: int = 3, chain: int = 300, star: int = 400, same: int = 400, single: int = 200) -> list[Print]:
    """A chain in which neighbours share one bucket, a star, equal ones, equal text with other buckets, and singles, in chance order."""
    chance = random.Random(seed)
    made: list[Print] = []

    def add(minhash: bytes | None, exact: str | None = None) -> bytes:
        made.append({"minhash": minhash, "exact": exact or f"{chance.getrandbits(64):016x}"})
        return minhash or b""

    def fresh() -> bytes:
        return chance.randbytes(BUCKETS * BUCKET_BYTES)

    def sharing(other: bytes, bucket: int) -> bytes:
        at = bucket * BUCKET_BYTES
        return (f := fresh())[:at] + other[at : at + BUCKET_BYTES] + f[at + BUCKET_BYTES :]

    for length in (chain, *[5] * 20):
        last = add(fresh())
        for i in range(length - 1):
            last = add(sharing(last, i % BUCKETS))
    centre = add(fresh())
    for _ in range(star):
        add(sharing(centre, 3))
    equal = fresh()
    for _ in range(same):
        add(equal, "equal")
    for _ in range(20):
        add(fresh(), "the same text")
    add(None, "the same text")  # too short for a MinHash
    add(None)
    for _ in range(single):
        add(fresh())
    # A bucket's value in another bucket is no connection.
    add(fresh()[:BUCKET_BYTES] + centre[: (BUCKETS - 1) * BUCKET_BYTES])
    ids = list(range(len(made)))
    chance.shuffle(ids)
    for row, i in zip(made, ids, strict=True):
        row |= {"id": f"d{i:05d}", "version": "v1", "status": "kept"}
    chance.shuffle(made)
    return made


def duplicates(prints: list[Print], exact_only: bool = False) -> dict[str, str]:
    """By the id of each duplicate, the smallest id of its group."""
    parent: dict[str, str] = {}

    def find(x: str) -> str:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    first: dict[object, str] = {}
    for row in prints:
        keys: list[object] = [row["exact"]] if row["exact"] else []
        if row["minhash"] and not exact_only:
            keys += [(b, row["minhash"][b * BUCKET_BYTES : (b + 1) * BUCKET_BYTES]) for b in range(BUCKETS)]
        for key in keys:
            a, b = find(row["id"]), find(first.setdefault(key, row["id"]))
            parent[max(a, b)] = min(a, b)
    return {x: find(x) for x in parent if find(x) != x}
