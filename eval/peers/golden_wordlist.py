"""Decisions of datatrove's own C4BadWordsFilter, on lists and documents given as JSON on standard input."""

import json
import sys
import tempfile
import time
from pathlib import Path

import datatrove.pipeline.filters.c4_filters as c4
from datatrove.data import Document


def main():
    request = json.load(sys.stdin)
    folder = Path(tempfile.mkdtemp())
    for language, entries in request["lists"].items():
        (folder / language).write_text("\n".join(entries) + "\n")
    # It would fetch the lists; the last part of their address is the language.
    c4.cached_asset_path_or_download = lambda url, **_: folder / url.rsplit("/", 1)[1]
    bad_words = c4.C4BadWordsFilter()
    for language in request["lists"]:
        bad_words._get_badwords(language)
    rows, seconds = {}, 0.0
    for doc in request["docs"]:
        document = Document(id=doc["doc_id"], text=doc["text"], metadata={"language": doc["language"]})
        start = time.perf_counter()
        kept = bad_words.filter(document)
        seconds += time.perf_counter() - start
        rows[doc["doc_id"]] = kept is not True
    json.dump({"rejected": rows, "seconds": seconds}, sys.stdout)


main()
