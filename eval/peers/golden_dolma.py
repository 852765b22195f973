"""Values of dolma's own gopher and c4 taggers: documents as JSON on standard input, rows as JSON on standard output."""

import hashlib
import json
import sys
import time

import dolma_part  # noqa: F401
from dolma.core.data_types import Document
from dolma.taggers.c4 import C4Tagger, FasterC4Tagger
from dolma.taggers.gopher import GopherTagger, GopherTaggerV2

FLAGS = ("has_naughty_word", "has_javascript", "has_lorem_ipsum", "has_curly_brace")
LISTS = ("lines_with_no_ending_punctuation", "lines_with_too_few_words")

# configs/dolma-v1_6/mixing/cc-head.yaml, the three n-gram names as the tagger has them: lowest and highest value kept.
LIMITS = {
    "word_count": (50, 100000),
    "median_word_length": (3, 10),
    "symbol_to_word_ratio": (None, 0.1),
    "fraction_of_words_with_alpha_character": (0.8, None),
    "required_word_count": (2, None),
    "fraction_of_lines_starting_with_bullet_point": (None, 0.9),
    "fraction_of_lines_ending_with_ellipsis": (None, 0.3),
    "fraction_of_duplicate_lines": (None, 0.3),
    "fraction_of_characters_in_duplicate_lines": (None, 0.3),
    "fraction_of_characters_in_most_common_2grams": (None, 0.20),
    "fraction_of_characters_in_most_common_3grams": (None, 0.18),
    "fraction_of_characters_in_most_common_4grams": (None, 0.16),
} | {f"fraction_of_characters_in_duplicate_{n}grams": (None, (20 - n) / 100) for n in range(5, 11)}


def short(spans):
    """A long list is its length and the SHA-1 of its JSON text."""
    if len(spans) <= 400:
        return spans
    return {"n": len(spans), "sha1": hashlib.sha1(json.dumps(spans).encode()).hexdigest()}


def gopher(spans):
    values = {s.type: s.score for s in spans}
    rejected = [
        name
        for name, (low, high) in LIMITS.items()
        if name in values and (low is not None and values[name] < low or high is not None and values[name] > high)
    ]
    return values | {"decision": rejected}


def c4(spans):
    values = dict.fromkeys(FLAGS, 0) | {name: [] for name in LISTS}
    for s in spans:
        if s.type in FLAGS:
            values[s.type] = 1
        elif s.type in LISTS:
            values[s.type].append([s.start, s.end])
        else:
            values[s.type] = s.score
    return {name: short(v) if name in LISTS else v for name, v in values.items()}


TAGGERS = {
    "dolma-gopher-v1": (GopherTagger(), gopher),
    "dolma-gopher-v2": (GopherTaggerV2(), gopher),
    "dolma-c4-v1": (C4Tagger(), c4),
    "dolma-c4-v2": (FasterC4Tagger(), c4),
}


def main():
    rows, seconds = [], 0.0
    for doc in json.load(sys.stdin):
        document = Document(source="", id=doc["doc_id"], text=doc["text"])
        for profile, (tagger, values) in TAGGERS.items():
            start = time.perf_counter()
            spans = tagger.predict(document).spans
            seconds += time.perf_counter() - start
            for signal, value in values(spans).items():
                rows.append({"doc_id": doc["doc_id"], "profile": profile, "signal": signal, "value": value})
    json.dump({"rows": rows, "seconds": seconds}, sys.stdout)


main()
