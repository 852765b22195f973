"""How many of the texts of `go run ./charset -measure -texts FILE` other detectors decode exactly.

    pip install chardet charset-normalizer
    cargo build --release --manifest-path chardetng/Cargo.toml
    python3 peers.py FILE [chardetng/target/release/chardetng-labels]
"""

import base64
import collections
import json
import subprocess
import sys
import time

import chardet
import charset_normalizer


def decoded(raw, encoding):
    if not encoding:
        return None
    # As browsers read them: ISO-8859-1 is windows-1252, ISO-8859-9 windows-1254, GB 2312 a part of GB 18030.
    encoding = {"iso-8859-1": "windows-1252", "ascii": "windows-1252", "iso-8859-9": "windows-1254", "gb2312": "gb18030", "gbk": "gb18030",
                "iso-8859-11": "windows-874", "tis-620": "windows-874", "euc-kr": "cp949", "shift_jis": "cp932"}.get(encoding.lower(), encoding)
    try:
        return raw.decode(encoding.replace("windows-", "cp"), "replace")
    except LookupError:
        return None


DETECTORS = {
    f"chardet {chardet.__version__}": lambda raw: chardet.detect(raw)["encoding"],
    f"charset-normalizer {charset_normalizer.__version__}":
        lambda raw: getattr(charset_normalizer.from_bytes(raw).best(), "encoding", None),
}

rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
exact = collections.Counter()
count = collections.Counter()
seconds = collections.Counter()
names = ["here", *DETECTORS]
labels = [None] * len(rows)
if len(sys.argv) > 2:
    # It reads and prints one document a line, and says on standard error how fast it was.
    done = subprocess.run(sys.argv[2], input="\n".join(row["raw"] for row in rows), stdout=subprocess.PIPE, text=True, check=True)
    labels = done.stdout.split()
    names.append("chardetng")
for row, label in zip(rows, labels, strict=True):
    raw, key = base64.b64decode(row["raw"]), (row["set"], row["size"])
    count[key] += 1
    exact[key, "here"] += row["exact"]
    for name, detect in DETECTORS.items():
        start = time.process_time()
        encoding = detect(raw)
        seconds[name] += time.process_time() - start
        exact[key, name] += decoded(raw, encoding) == row["text"]
    if label:
        exact[key, "chardetng"] += decoded(raw, label) == row["text"]
for key, n in count.items():
    print(*key, n, *(f"{name} {exact[key, name] / n:.4f}" for name in names), sep="  ")
size = sum(len(base64.b64decode(row["raw"])) for row in rows)
print(*(f"{name} {size / 1e6 / s:.2f} MB/s" for name, s in seconds.items()), sep="  ")
