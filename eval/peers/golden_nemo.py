"""Reads documents as JSON from the standard input and answers what NeMo-Curator's heuristic filters say of them.

The filters are those of the published package, with two changes. Its packages load Ray and more before a filter can be
had, so they are entered past their __init__; and what it leaves to chance is settled: among the commonest n-grams the first
of the text is taken, for its sets keep the order of insertion here. The pattern of a URL is that of the last Dask release,
which the package has changed since.
"""

import importlib.machinery
import importlib.util
import json
import sys
import time
import types

DASK_URL = r"http[s]?://(?:[a-zA-Z]|[0-9]|[$-_@.&+]|[!*\(\),]|(?:%[0-9a-fA-F][0-9a-fA-F]))+"


def enter(package):
    """Makes package importable without running its __init__."""
    module = types.ModuleType(package)
    parent, _, name = package.rpartition(".")
    if parent:
        module.__path__ = [place + "/" + name for place in sys.modules[parent].__path__]
    else:
        module.__path__ = list(importlib.util.find_spec(package).submodule_search_locations)
    sys.modules[package] = module


for package in (
    "nemo_curator",
    "nemo_curator.stages",
    "nemo_curator.stages.text",
    "nemo_curator.stages.text.utils",
    "nemo_curator.stages.text.filters",
):
    enter(package)

from nemo_curator.stages.text.filters.heuristic import string  # noqa: E402
from nemo_curator.stages.text.filters.heuristic.repetition import repetition  # noqa: E402

repetition.set = dict.fromkeys

FILTERS = [
    string.NonAlphaNumericFilter(0.25),
    string.SymbolsToWordsFilter(0.1),
    string.NumbersFilter(0.15),
    string.UrlsFilter(0.2, url_regex=DASK_URL),
    string.WhiteSpaceFilter(0.25),
    string.ParenthesesFilter(0.1),
    string.BoilerPlateStringFilter(True, 0.4),
    repetition.RepeatedLinesFilter(0.7),
    repetition.RepeatedParagraphsFilter(0.7),
    repetition.RepeatedLinesByCharFilter(0.8),
    repetition.RepeatedParagraphsByCharFilter(0.8),
    string.WordCountFilter(50, 100000),
    string.PunctuationFilter(0.85),
    string.WordsWithoutAlphabetsFilter(0.8),
    string.CommonEnglishWordsFilter(2, True),
    string.MeanWordLengthFilter(3, 10),
    string.LongWordFilter(1000),
    string.EllipsisFilter(0.3),
    repetition.RepeatingTopNGramsFilter(2, 0.2),
    repetition.RepeatingTopNGramsFilter(3, 0.18),
    repetition.RepeatingTopNGramsFilter(4, 0.16),
    repetition.RepeatingDuplicateNGramsFilter(5, 0.15),
    repetition.RepeatingDuplicateNGramsFilter(6, 0.14),
    repetition.RepeatingDuplicateNGramsFilter(7, 0.13),
    repetition.RepeatingDuplicateNGramsFilter(8, 0.12),
    repetition.RepeatingDuplicateNGramsFilter(9, 0.11),
    repetition.RepeatingDuplicateNGramsFilter(10, 0.10),
    string.BulletsFilter(0.9),
    string.PornographicUrlsFilter(url_regex=DASK_URL),
]


def judge(text):
    """Returns each filter's value and whether it keeps text, or the error that it stops with."""
    values = []
    for f in FILTERS:
        try:
            value = f.score_document(text)
            values.append((value, int(bool(f.keep_document(value))), None))
        except (ValueError, ZeroDivisionError) as error:
            values.append((None, None, type(error).__name__))
    return values


def main():
    rows = []
    seconds = 0.0
    for document in json.load(sys.stdin):
        start = time.perf_counter()
        values = judge(document["text"])
        seconds += time.perf_counter() - start
        for f, (value, keep, error) in zip(FILTERS, values):
            name = "pornographic_urls" if isinstance(f, string.PornographicUrlsFilter) else f.name
            row = {"doc_id": document["doc_id"], "profile": "nemo", "signal": name, "value": value, "keep": keep}
            if error:
                row["error"] = error
            rows.append(row)
    json.dump({"rows": rows, "seconds": seconds}, sys.stdout)


if __name__ == "__main__":
    main()
