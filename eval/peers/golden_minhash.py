"""Fingerprints of documents by datatrove's own code: its simplified text's XXH64, and its MinHash signature.

Reads [{"doc_id", "text"}] from the standard input; answers {"rows": [...], "seconds": s} in the golden files' row shape, with
the time that the signatures alone took. Numbers are written as strings, for JSON's are not exact beyond 2^53.
"""

import json
import sys
import time

import xxhash
from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupSignature
from datatrove.utils.hashing import HashConfig
from datatrove.utils.text import simplify_text


def signature(step, text):
    shingles = step.get_shingles(text)
    return [str(v) for bucket in step.get_signature(shingles) for v in bucket] if shingles.size else []


def main():
    docs = json.load(sys.stdin)
    steps = {
        "minhash-xxhash64": MinhashDedupSignature("/tmp", MinhashConfig()),
        "minhash-sha1": MinhashDedupSignature("/tmp", MinhashConfig(hash_config=HashConfig(hash_fc="sha1"))),
    }
    steps["minhash-xxhash64"].get_shingles("so that the tokenizer is made before the clock starts")
    rows, seconds = [], 0.0
    for d in docs:
        for name, step in steps.items():
            start = time.perf_counter()
            value = signature(step, d["text"])
            if name == "minhash-xxhash64":
                seconds += time.perf_counter() - start
            rows.append({"doc_id": d["doc_id"], "profile": "datatrove", "signal": name, "value": value})
        exact = xxhash.xxh64_intdigest(simplify_text(d["text"]))
        rows.append({"doc_id": d["doc_id"], "profile": "datatrove", "signal": "exact", "value": str(exact)})
    json.dump({"rows": rows, "seconds": seconds}, sys.stdout)


main()
