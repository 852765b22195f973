"""Fills signatures.json again: python signatures.py, with datatrove 0.10.1, spacy 3.8, tokenizers and xxhash 3 installed.

Names and texts are kept; what datatrove gives for them is written beside them.
"""

import json
import pathlib

from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupSignature
from datatrove.utils.hashing import HashConfig
from datatrove.utils.text import simplify_text

FILE = pathlib.Path(__file__).with_name("signatures.json")
STEPS = {f: MinhashDedupSignature("/tmp", MinhashConfig(hash_config=HashConfig(hash_fc=f))) for f in ("xxhash", "sha1")}

cases = json.loads(FILE.read_text())
for c in cases:
    c["simplified"] = simplify_text(c["text"])
    for name, key in (("xxhash", "xxhash64"), ("sha1", "sha1")):
        shingles = STEPS[name].get_shingles(c["text"])
        c[key] = sum(STEPS[name].get_signature(shingles), []) if shingles.size else None
FILE.write_text("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in cases) + "\n]\n")
