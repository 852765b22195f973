"""Times the references' own quality filters on the documents that come as JSON on standard input."""

import json
import sys
import time

import dolma_part  # noqa: F401
from datatrove.data import Document as TroveDocument
from datatrove.pipeline.filters import C4QualityFilter, FineWebQualityFilter, GopherQualityFilter, GopherRepetitionFilter
from dolma.core.data_types import Document as DolmaDocument
from dolma.taggers.c4 import FasterC4Tagger
from dolma.taggers.gopher import GopherTagger


def timed(name, profiles, docs, judge):
    judge(docs[0]["text"])  # whatever is loaded at the first call
    start = time.perf_counter()
    for doc in docs:
        judge(doc["text"])
    return {"name": name, "profiles": profiles, "seconds": time.perf_counter() - start}


def main():
    docs = json.load(sys.stdin)
    gopher, c4 = GopherTagger(), FasterC4Tagger()
    quality, repetition = GopherQualityFilter(), GopherRepetitionFilter()
    lines, fineweb = C4QualityFilter(), FineWebQualityFilter()

    def dolma(tagger):
        return lambda text: tagger.predict(DolmaDocument(source="", version="", id="", text=text))

    def trove(*filters):
        return lambda text: [f.filter(TroveDocument(text=text, id="")) for f in filters]

    json.dump(
        [
            timed("dolma's Gopher tagger", ["dolma-gopher-v1"], docs, dolma(gopher)),
            timed("dolma's C4 tagger", ["dolma-c4"], docs, dolma(c4)),
            timed("datatrove's Gopher quality", ["datatrove-gopher-quality"], docs, trove(quality)),
            timed("datatrove's Gopher repetition", ["datatrove-gopher-repetition"], docs, trove(repetition)),
            timed("datatrove's C4", ["datatrove-c4"], docs, trove(lines)),
            timed("datatrove's FineWeb", ["datatrove-fineweb"], docs, trove(fineweb)),
            timed(
                "datatrove's four filters",
                ["datatrove-gopher-quality", "datatrove-gopher-repetition", "datatrove-c4", "datatrove-fineweb"],
                docs,
                trove(quality, repetition, lines, fineweb),
            ),
        ],
        sys.stdout,
    )


if __name__ == "__main__":
    main()
