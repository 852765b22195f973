"""Values and decisions of datatrove's filters: documents as JSON on the standard input, golden rows on the standard output.

The decisions are those of the filters as they come. The values are what the same filters compare with their thresholds: a
second set of them has Probes for thresholds, which keep what they are compared with and let everything pass.
"""

import hashlib
import json
import sys
import time

from datatrove.data import Document
from datatrove.pipeline.filters import (
    C4ParagraphFilter,
    C4QualityFilter,
    FineWebQualityFilter,
    GopherQualityFilter,
    GopherRepetitionFilter,
)
from datatrove.utils.text import split_into_parts, split_into_words


class Probe:
    """A threshold that keeps what it is compared with, and is never passed."""

    __array_ufunc__ = None  # so that numpy's scalars leave the comparison to us

    def __init__(self, seen, name):
        self.seen, self.name = seen, name

    def compared(self, value):
        value = float(value)
        if value == value:
            self.seen.setdefault(self.name, value)
        return False

    __lt__ = __gt__ = compared


def quality(seen):
    def probe(name):
        return Probe(seen, name)

    class Symbols(Probe):
        """The one threshold for two ratios: hashes come first."""

        def compared(self, value):
            name = "ellipsis_ratio" if "hash_ratio" in seen else "hash_ratio"
            seen[name] = float(value)
            return False

        __lt__ = __gt__ = compared

    return GopherQualityFilter(
        min_doc_words=probe("non_symbol_words"),
        max_doc_words=None,
        min_avg_word_length=probe("avg_word_length"),
        max_avg_word_length=None,
        max_symbol_word_ratio=Symbols(seen, ""),
        max_bullet_lines_ratio=probe("bullet_lines_ratio"),
        max_ellipsis_lines_ratio=probe("ellipsis_lines_ratio"),
        max_non_alpha_words_ratio=probe("alpha_words_ratio"),
        min_stop_words=probe("stop_words_distinct"),
    )


def repetition(seen):
    names = ["dup_line_frac", "dup_para_frac", "dup_line_char_frac", "dup_para_char_frac"]
    return GopherRepetitionFilter(
        **{name: Probe(seen, name) for name in names},
        top_n_grams=tuple((n, Probe(seen, f"top_{n}_gram")) for n in (2, 3, 4)),
        dup_n_grams=tuple((n, Probe(seen, f"duplicated_{n}_n_grams")) for n in range(5, 11)),
    )


def fineweb(seen):
    return FineWebQualityFilter(
        line_punct_thr=Probe(seen, "line_punct_ratio"),
        short_line_thr=Probe(seen, "short_line_ratio"),
        char_duplicates_ratio=Probe(seen, "char_dup_ratio"),
        new_line_ratio=Probe(seen, "list_ratio"),
    )


def c4(**options):
    def make(seen):
        return C4QualityFilter(**options, min_num_sentences=Probe(seen, "num_sentences"))

    return make


PROFILES = [
    # name, filter as it comes, filter that keeps values
    ("datatrove-gopher-quality", GopherQualityFilter(), quality),
    ("datatrove-gopher-repetition", GopherRepetitionFilter(), repetition),
    ("datatrove-fineweb-quality", FineWebQualityFilter(), fineweb),
    ("datatrove-c4-lines", C4QualityFilter(min_num_sentences=-1), None),
    ("datatrove-c4", C4QualityFilter(), c4()),
    ("datatrove-c4-fineweb", C4QualityFilter(filter_no_terminal_punct=False), c4(filter_no_terminal_punct=False)),
    ("datatrove-c4-paragraph", C4ParagraphFilter(), None),
]

# One setting of each filter, in a row as in a pipeline: the tokens of a text are kept from one to the next.
TIMED = {name for name, _, _ in PROFILES} - {"datatrove-c4-lines", "datatrove-c4-fineweb"}

RECIPE = ["datatrove-gopher-repetition", "datatrove-gopher-quality", "datatrove-c4-fineweb", "datatrove-fineweb-quality"]


def decide(filter_, doc):
    result = filter_.filter(doc)
    return "keep" if result is True else result[1]


def recipe(text):
    doc = Document(text=text, id="")
    by_name = {name: filter_ for name, filter_, _ in PROFILES}
    for name in RECIPE:
        decision = decide(by_name[name], doc)
        if decision != "keep":
            return decision
    return "keep"


def digest(text):
    return hashlib.sha1(text.encode("utf-8")).hexdigest()[:16]


def profile_rows(doc_id, text, name, filter_, values):
    def row(signal, value, **more):
        return {"doc_id": doc_id, "profile": name, "signal": signal, "value": value, **more}

    doc = Document(text=text, id=doc_id)
    decision = decide(filter_, doc)
    rows = [row("decision", decision)]
    if "c4" in name and "paragraph" not in name and decision == "keep":
        rows.append(row("text_sha1", digest(doc.text), length=len(doc.text)))
    seen = {}
    if name == "datatrove-c4-lines":
        filter_ = C4QualityFilter(min_num_sentences=-1)
        if decide(filter_, Document(text=text, id=doc_id)) == "keep":
            seen = {k: v.total for k, v in filter_.stats.stats.items() if k.startswith("line-")}
    elif values:
        try:
            values(seen).filter(Document(text=text, id=doc_id))
        except ZeroDivisionError:
            pass  # of a text without words: what follows has no value
    return rows + [row(signal, value) for signal, value in seen.items()]


def main():
    rows = []
    docs = json.load(sys.stdin)
    split_into_words("The tokenizer is made with the first text.")
    seconds = 0.0
    for doc in docs:
        text = doc["text"]
        split_into_parts.cache_clear()
        start = time.perf_counter()
        for name, filter_, _ in PROFILES:
            if name in TIMED:
                filter_.filter(Document(text=text, id=doc["doc_id"]))
        seconds += time.perf_counter() - start
        for profile in PROFILES:
            rows += profile_rows(doc["doc_id"], text, *profile)
        rows.append({"doc_id": doc["doc_id"], "profile": "fineweb", "signal": "decision", "value": recipe(text)})
        tokens = split_into_words(text)
        for signal, value in (("n_tokens", len(tokens)), ("tokens_sha1", digest("\n".join(tokens)))):
            rows.append({"doc_id": doc["doc_id"], "profile": "datatrove-tokens", "signal": signal, "value": value})
    json.dump({"rows": rows, "seconds": seconds}, sys.stdout)


main()
