"""Repair texts by ftfy. In: {"texts": [...], "options": {...}}; out: {"texts": [...], "seconds": s}."""

import json
import sys
import time

import ftfy

request = json.load(sys.stdin)
config = ftfy.TextFixerConfig(**request["options"])
start = time.perf_counter()
texts = [ftfy.fix_text(t, config) for t in request["texts"]]
json.dump({"texts": texts, "seconds": time.perf_counter() - start}, sys.stdout)
